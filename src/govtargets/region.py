"""Administrative areas (行政区划)."""

import re
from typing import Any, Final

import attrs

from govtargets._record import optional_text, text, typed
from govtargets._written import pasteable
from govtargets.errors import InvalidValueError

__all__ = ["Region"]


def __dir__() -> list[str]:
    return __all__


# No province has a code below 11 (北京市).
_CODE: Final = re.compile(r"(?:1[1-9]|[2-8][0-9])[0-9]{4}", re.ASCII)


# Five levels are in use; comparing and writing go as deep as areas lie in each other.
_DEEPEST: Final = 16


def _code(_instance: object, _attribute: "attrs.Attribute[Any]", value: object) -> None:
    if value is not None and not (isinstance(value, str) and _CODE.fullmatch(value)):
        message = (
            f"region code {value!r} is not a GB/T 2260 code: expected the six digits of province, "
            "prefecture and county as text, such as '410800', or nothing where it is unknown"
        )
        raise InvalidValueError(message)


def _parent(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    # A function, since the class is not there yet where its fields are declared.
    typed(Region, type(None))(instance, attribute, value)
    above, depth = value, 0
    while isinstance(above, Region):
        above, depth = above.parent, depth + 1
    if depth > _DEEPEST:
        message = (
            f"the area lies in {depth} others: expected at most {_DEEPEST}, "
            "such as village, town, county, city, province"
        )
        raise InvalidValueError(message)


@attrs.frozen(repr=False, order=False)
class Region:
    """An administrative area (行政区划).

    Attributes:
        name: The name as written.
        code: Its GB/T 2260 code, six digits; only the structure is checked, since each edition
            changes the codes.
        edition: The date of the code table's edition, as ISO text.
        parent: The area it belongs to.

    Raises:
        InvalidValueError: The name is empty, the code is not six digits from 110000 on, or the area
            lies in more others than there are levels.

    Source: GB/T 2260 (codes of administrative divisions): two digits each for province,
    prefecture and county.

    Example:
        >>> from govtargets import Region
        >>> str(Region("焦作市", "410800"))
        '焦作市'
    """

    name: str = attrs.field(validator=text)
    code: str | None = attrs.field(default=None, validator=_code)
    edition: str | None = attrs.field(default=None, validator=optional_text)
    parent: "Region | None" = attrs.field(default=None, validator=_parent)

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        return self.name

    @property
    def level(self) -> str | None:
        """`province`, `prefecture` or `county`, read off the code; `None` without a code.

        Example:
            >>> from govtargets import Region
            >>> Region("中站区", "410803").level
            'county'
        """
        if self.code is None:
            return None
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    def is_written_as(self, other: "Region") -> bool:
        """Whether both are the same to the letter; for regions this is what `==` says too.

        Example:
            >>> from govtargets import Region
            >>> Region("焦作市").is_written_as(Region("焦作市", "410800"))
            False
        """
        return self == other

    def differs_from(self, other: "Region") -> bool:
        """Whether the two are certainly different areas: by code where both have one, else by name.

        Example:
            >>> from govtargets import Region
            >>> Region("焦作", "410800").differs_from(Region("焦作市", "410800"))
            False
        """
        if self.code is not None and other.code is not None:
            return self.code != other.code
        return self.name != other.name
