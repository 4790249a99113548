"""Goals beyond a stated number.

Against another series, set by somebody else, in words only, or none on purpose.
"""

from enum import Enum
from typing import Any, Final

import attrs

from govtargets._record import optional_text, text, typed
from govtargets._written import pasteable, same_record
from govtargets.bounds import Bounds, as_bounds
from govtargets.errors import InvalidValueError
from govtargets.period import Period
from govtargets.quantity import Quantity
from govtargets.region import Region

__all__ = ["Delegated", "Goal", "NotStated", "Qualitative", "Relation", "Relative"]


def __dir__() -> list[str]:
    return __all__


class Relation(Enum):
    """How a series stands to another: as 同步, 持平, 高于 or 快于, 不低于, and their mirrors.

    Example:
        >>> from govtargets import Relation
        >>> Relation("about").zh
        '同步'
    """

    ABOUT = "about"
    EXACT = "exact"
    ABOVE = "above"
    AT_LEAST = "at_least"
    BELOW = "below"
    AT_MOST = "at_most"

    @property
    def zh(self) -> str:
        """The Chinese word."""
        return _RELATION_ZH[self]


_RELATION_ZH: Final = {
    Relation.ABOUT: "同步",
    Relation.EXACT: "持平",
    Relation.ABOVE: "高于",
    Relation.AT_LEAST: "不低于",
    Relation.BELOW: "低于",
    Relation.AT_MOST: "不高于",
}


def _when(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    typed(Period, str, type(None))(instance, attribute, value)
    if isinstance(value, str):
        text(instance, attribute, value)


def _margin(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    typed(Quantity, type(None))(instance, attribute, value)
    if isinstance(value, Quantity) and not value.magnitude:
        message = f"a margin of {value} says nothing: leave it out"
        raise InvalidValueError(message)


@attrs.frozen(repr=False, order=False)
class Relative:
    """A goal against another series (同步/高于/持平): 与经济增长同步, 高于全省平均, 与上年持平.

    The relation says how the series should stand to the reference *plus the margin*:
    高于GDP增速1个百分点 is EXACT with a margin of 1, 低于全国1.5个百分点以上 is AT_MOST with one
    of -1.5.

    Attributes:
        relation: How the series should stand to the reference, the margin added to it.
        reference: The other indicator as written, `None` where it is the same one elsewhere.
        region: The area of the reference, where it is another (全省平均).
        period: The period of the reference; the words as said (上年) where the year is not known.
        margin: By how much more, negative for less; `None` where the report names none.

    Raises:
        InvalidValueError: Nothing is referred to, or the margin is zero.

    Example:
        >>> from govtargets import Quantity, Relation, Relative
        >>> print(Relative(Relation.ABOUT, "经济增长"))
        与经济增长同步
        >>> print(Relative(Relation.AT_LEAST, "GDP增速", margin=Quantity("1", "个百分点")))
        高于GDP增速1个百分点以上
    """

    relation: Relation = attrs.field(validator=typed(Relation))
    reference: str | None = attrs.field(default=None, validator=optional_text)
    region: Region | None = attrs.field(default=None, validator=typed(Region, type(None)))
    period: Period | str | None = attrs.field(default=None, validator=_when)
    margin: Quantity | None = attrs.field(default=None, validator=_margin)

    def __attrs_post_init__(self) -> None:
        if self.reference is None and self.region is None and self.period is None:
            message = "a relative goal needs a reference: another indicator, a region or a period"
            raise InvalidValueError(message)

    def is_written_as(self, other: object) -> bool:
        """Whether both are the same to the letter, the margin's digits included.

        Example:
            >>> from govtargets import Relation, Relative
            >>> Relative(Relation.ABOUT, "经济增长").is_written_as(Relative(Relation.ABOUT, "GDP"))
            False
        """
        return same_record(self, other)

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        subject = "".join(
            str(part) for part in (self.region, self.period, self.reference) if part is not None
        )
        if self.margin is not None:
            side, forms = ("高于", _MORE) if self.margin.magnitude > 0 else ("低于", _LESS)
            return f"{side}{subject}{forms[self.relation].format(abs(self.margin))}"
        if self.relation in {Relation.ABOUT, Relation.EXACT}:
            return f"与{subject}{self.relation.zh}"
        return f"{self.relation.zh}{subject}"


# How far above the reference, and, the relation being to a signed margin, how far below it.
_MORE: Final = {
    Relation.ABOUT: "{}左右",
    Relation.EXACT: "{}",
    Relation.ABOVE: "超过{}",
    Relation.AT_LEAST: "{}以上",
    Relation.BELOW: "不足{}",
    Relation.AT_MOST: "{}以内",
}
_LESS: Final = _MORE | {
    Relation.ABOVE: _MORE[Relation.BELOW],
    Relation.AT_LEAST: _MORE[Relation.AT_MOST],
    Relation.BELOW: _MORE[Relation.ABOVE],
    Relation.AT_MOST: _MORE[Relation.AT_LEAST],
}


@attrs.frozen(repr=False, order=False)
class Delegated:
    """A goal that somebody else sets (省定/下达): 完成省定目标.

    Attributes:
        assigner: Who sets it, as written (省, 国家, 上级).

    Raises:
        InvalidValueError: The assigner is empty.

    Example:
        >>> from govtargets import Delegated
        >>> print(Delegated("省"))
        完成省定目标
    """

    assigner: str = attrs.field(validator=text)

    def is_written_as(self, other: object) -> bool:
        """Whether both are the same to the letter; for these goals this is what `==` says too."""
        return self == other

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        return f"完成{self.assigner}定目标"


@attrs.frozen(repr=False, order=False)
class Qualitative:
    """A goal in words only (定性): 保持平稳增长.

    Attributes:
        words: The words as the report has them.

    Raises:
        InvalidValueError: The words are empty.

    Example:
        >>> from govtargets import Qualitative
        >>> print(Qualitative("平稳增长"))
        定性：平稳增长
    """

    words: str = attrs.field(validator=text)

    def is_written_as(self, other: object) -> bool:
        """Whether both are the same to the letter; for these goals this is what `==` says too."""
        return self == other

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        return f"定性：{self.words}"


@attrs.frozen(repr=False, order=False)
class NotStated:
    """No number on purpose (未设目标), which is not the same as a missing one.

    Example:
        >>> from govtargets import NotStated
        >>> print(NotStated())
        未设目标
    """

    def is_written_as(self, other: object) -> bool:
        """Whether the other states nothing either."""
        return self == other

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        return "未设目标"


Goal = Bounds | Relative | Delegated | Qualitative | NotStated


def as_goal(value: Goal | Quantity) -> Goal:
    """A bare quantity becomes the exact statement of it; anything else goes on unchanged."""
    return as_bounds(value) if isinstance(value, Quantity) else value
