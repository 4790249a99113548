"""The thing measured (指标), and the catalogue of those that reports use."""

from collections.abc import Iterable
from functools import lru_cache

import attrs

from govtargets._indicator_fields import (
    attributes,
    attributes_of,
    by_plan,
    kind_id,
    known_kind,
    names,
    several,
    split,
)
from govtargets._record import optional_text, text, typed
from govtargets._written import pasteable
from govtargets.unit import Unit
from govtargets.vocabulary import Attribute, Direction, Transformation

__all__ = ["Indicator", "indicators"]


def __dir__() -> list[str]:
    return __all__


def _aliases(value: Iterable[str]) -> tuple[str, ...]:
    return several("aliases", value)


def _codes(value: Iterable[str]) -> tuple[str, ...]:
    return several("codes", value)


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
        kind: What the series itself measures, as the id of a `Kind` (which is taken too): money:CNY
            for 地区生产总值, though its usual figure is a growth in %.
        attributes: 约束性 or 预期性 by plan, as the tables of the five-year plans mark it; a dict is
            taken too.
        codes: Its codes in other systems, such as SDG 8.1.1 for an indicator of the United Nations.

    Raises:
        InvalidValueError: The id or the name is empty, a field holds something else than its type,
            a name, plan or code holds ；, a plan is named twice, or there is no such kind.

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
        default=(), converter=_aliases, validator=names, kw_only=True
    )
    name_en: str | None = attrs.field(default=None, validator=optional_text, kw_only=True)
    unit: Unit | None = attrs.field(default=None, validator=typed(Unit, type(None)), kw_only=True)
    transformation: Transformation | None = attrs.field(
        default=None, validator=typed(Transformation, type(None)), kw_only=True
    )
    definition: str | None = attrs.field(default=None, validator=optional_text, kw_only=True)
    source: str | None = attrs.field(default=None, validator=optional_text, kw_only=True)
    kind: str | None = attrs.field(
        default=None, converter=kind_id, validator=known_kind, kw_only=True
    )
    attributes: tuple[tuple[str, Attribute], ...] = attrs.field(
        default=(), converter=by_plan, validator=attributes, kw_only=True
    )
    codes: tuple[str, ...] = attrs.field(
        default=(), converter=_codes, validator=names, kw_only=True
    )

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

    def attribute_in(self, plan: str) -> Attribute | None:
        """Whether that plan makes it binding (约束性) or anticipatory (预期性), if its table does.

        Example:
            >>> from govtargets import indicators
            >>> forest = next(one for one in indicators() if one.answers_to("森林覆盖率"))
            >>> forest.attribute_in("十四五").zh
            '约束性'
        """
        return dict(self.attributes).get(plan)

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
            aliases=split(aliases or None),
            name_en=en,
            unit=Unit(unit) if unit else None,
            transformation=Transformation(transformation) if transformation else None,
            source=why,
            kind=kind,
            attributes=attributes_of(plans or None),
            codes=split(codes or None),
        )
        for (
            id_,
            name,
            en,
            aliases,
            kind,
            unit,
            transformation,
            direction,
            why,
            plans,
            codes,
        ) in INDICATORS
    )
