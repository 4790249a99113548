"""The thing measured (指标), and the catalogue of those that reports use."""

from functools import lru_cache

import attrs

from govtargets.errors import InvalidValueError
from govtargets.unit import Unit
from govtargets.vocabulary import Direction, Transformation

__all__ = ["Indicator", "indicators"]


def __dir__() -> list[str]:
    return __all__


def _named(_instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    if not value.strip():
        message = f"an indicator needs {attribute.name}: give a short stable id and the name as reports write it"
        raise InvalidValueError(message)


@attrs.frozen
class Indicator:
    """The thing measured (指标).

    Attributes:
        id: A short stable name for machines.
        name: The name as reports write it.
        direction: Which way is better; `None` where that is unknown or disputed, and then nothing is assumed.
        aliases: Other names of the same thing (粮食产量, 粮食总产).
        name_en: The English name.
        unit: The usual unit.
        transformation: How its figures are usually made from the series.
        definition: What exactly is measured.
        source: Where definition and direction come from.

    Raises:
        InvalidValueError: The id or the name is empty.

    Example:
        >>> from govtargets import Direction, Indicator
        >>> gdp = Indicator(
        ...     "gdp", "地区生产总值", direction=Direction.HIGHER, aliases=("经济增长",)
        ... )
        >>> gdp.answers_to("经济增长")
        True
    """

    id: str = attrs.field(validator=_named)
    name: str = attrs.field(validator=_named)
    direction: Direction | None = attrs.field(default=None, kw_only=True)
    aliases: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=tuple)
    name_en: str | None = attrs.field(default=None, kw_only=True)
    unit: Unit | None = attrs.field(default=None, kw_only=True)
    transformation: Transformation | None = attrs.field(default=None, kw_only=True)
    definition: str | None = attrs.field(default=None, kw_only=True)
    source: str | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        return self.name

    def answers_to(self, name: str) -> bool:
        """Whether the name is its id, its name or an alias.

        Example:
            >>> from govtargets import Indicator
            >>> Indicator("grain", "粮食产量").answers_to("粮食产量")
            True
        """
        return name in {self.id, self.name, *self.aliases}

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
    from govtargets._indicators import INDICATORS  # noqa: PLC0415  a large table that many programs never need

    return tuple(
        Indicator(
            id_,
            name,
            direction=Direction(direction) if direction else None,
            aliases=tuple(alias for alias in aliases.split("；") if alias),
            name_en=en,
            unit=Unit(unit) if unit else None,
            transformation=Transformation(transformation) if transformation else None,
            source=reason,
        )
        for id_, name, en, aliases, _, unit, transformation, direction, reason, *_ in INDICATORS
    )
