"""The thing measured (指标), and the catalogue of those that reports use."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import attrs

from govtargets._record import optional_text, text, typed
from govtargets._written import pasteable
from govtargets.errors import InvalidValueError
from govtargets.unit import Unit
from govtargets.vocabulary import Direction, Transformation

__all__ = ["Indicator", "indicators"]


def __dir__() -> list[str]:
    return __all__


def _several(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        message = f"aliases is the one text {value!r}: give a tuple of names, such as ({value!r},)"
        raise InvalidValueError(message)
    return tuple(value)


def _aliases(
    instance: object, attribute: "attrs.Attribute[Any]", value: tuple[object, ...]
) -> None:
    for alias in value:
        text(instance, attribute, alias)
        if "；" in str(alias):
            message = (
                f"the alias {alias!r} holds ；, which separates aliases in files: give it as two"
            )
            raise InvalidValueError(message)


@attrs.frozen(repr=False, order=False)
class Indicator:
    """The thing measured (指标).

    Attributes:
        id: A short stable name for machines.
        name: The name as reports write it.
        direction: Which way is better; `None` where that is unknown or disputed, and then nothing
            is assumed.
        aliases: Other names of the same thing (粮食产量, 粮食总产).
        name_en: The English name.
        unit: The usual unit.
        transformation: How its figures are usually made from the series.
        definition: What exactly is measured.
        source: Where definition and direction come from.

    Raises:
        InvalidValueError: The id or the name is empty, a field holds something else than its type,
            or an alias holds ；.

    Example:
        >>> from govtargets import Direction, Indicator
        >>> gdp = Indicator(
        ...     "gdp", "地区生产总值", direction=Direction.HIGHER, aliases=("经济增长",)
        ... )
        >>> gdp.answers_to("经济增长")
        True
    """

    id: str = attrs.field(validator=text)
    name: str = attrs.field(validator=text)
    direction: Direction | None = attrs.field(
        default=None, validator=typed(Direction, type(None)), kw_only=True
    )
    aliases: tuple[str, ...] = attrs.field(
        default=(), converter=_several, validator=_aliases, kw_only=True
    )
    name_en: str | None = attrs.field(default=None, validator=optional_text, kw_only=True)
    unit: Unit | None = attrs.field(default=None, validator=typed(Unit, type(None)), kw_only=True)
    transformation: Transformation | None = attrs.field(
        default=None, validator=typed(Transformation, type(None)), kw_only=True
    )
    definition: str | None = attrs.field(default=None, validator=optional_text, kw_only=True)
    source: str | None = attrs.field(default=None, validator=optional_text, kw_only=True)

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        return self.name

    def answers_to(self, name: str) -> bool:
        """Whether the name is its id, its name or an alias.

        Example:
            >>> from govtargets import Indicator
            >>> Indicator("grain", "粮食产量").answers_to("粮食产量")
            True
        """
        return name in (self.id, self.name) or name in self.aliases

    def is_written_as(self, other: "Indicator") -> bool:
        """Whether both are the same to the letter; for indicators this is what `==` says too.

        Example:
            >>> from govtargets import Indicator
            >>> Indicator("grain", "粮食产量").is_written_as(Indicator("grain", "粮食总产"))
            False
        """
        return self == other


@lru_cache(maxsize=1)
def indicators() -> tuple[Indicator, ...]:
    """The catalogue of common indicators, with aliases and directions.

    An embedder adds its own by passing them to its data set beside or instead of these.

    Example:
        >>> from govtargets import indicators
        >>> next(one.id for one in indicators() if one.answers_to("城镇调查失业率"))
        'surveyed_unemployment'
    """
    # A large table that many programs never need.
    from govtargets._indicators import INDICATORS

    return tuple(
        Indicator(
            id_,
            name,
            direction=Direction(direction) if direction else None,
            aliases=filter(None, aliases.split("；")),
            name_en=en,
            unit=Unit(unit) if unit else None,
            transformation=Transformation(transformation) if transformation else None,
            source=reason,
        )
        for id_, name, en, aliases, _, unit, transformation, direction, reason, *_ in INDICATORS
    )
