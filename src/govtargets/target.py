"""Planned values (目标)."""

import attrs

from govtargets._record import optional_text, typed
from govtargets._written import pasteable, same_record
from govtargets.bounds import Bounds, as_optional_bounds
from govtargets.goals import Delegated, Goal, NotStated, Qualitative, Relative, as_goal
from govtargets.indicator import Indicator
from govtargets.period import Period
from govtargets.region import Region
from govtargets.source import Source
from govtargets.vocabulary import Attribute, Commitment, Transformation

__all__ = ["Target"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True, repr=False, order=False)
class Target:
    """A planned value (目标): what somebody promised for an indicator and a period.

    Attributes:
        indicator: The thing measured.
        goal: What is promised; a bare quantity is taken as the exact statement of it.
        period: For when.
        region: Where; `None` where the text leaves it open.
        transformation: How the figure is made from the series; `None` where it is not said.
        baseline: The value it starts from (由A增加到B).
        stretch: The higher tier (力争8%).
        scope: Among whom a rank counts (全省), or which part of the indicator is meant.
        price_basis: 不变价, 现价, 可比价.
        base: What a change compares with: 同比, 环比, 比2020年.
        attribute: 约束性 or 预期性.
        commitment: 确保, 力争 ….
        source: Where it was read.
        note: Anything a reader should know.

    Raises:
        InvalidValueError: A field holds something else than its type, or an empty text.

    Example:
        >>> import govtargets as gt
        >>> grain = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
        >>> target = gt.Target(
        ...     indicator=grain,
        ...     goal=gt.Bounds.at_least(gt.Quantity("200", "万吨")),
        ...     period=gt.Period.year(2024),
        ... )
        >>> print(target)
        2024年 粮食产量 200万吨以上
    """

    indicator: Indicator = attrs.field(validator=typed(Indicator))
    goal: Goal = attrs.field(
        converter=as_goal, validator=typed(Bounds, Relative, Delegated, Qualitative, NotStated)
    )
    period: Period = attrs.field(validator=typed(Period))
    region: Region | None = attrs.field(default=None, validator=typed(Region, type(None)))
    transformation: Transformation | None = attrs.field(
        default=None, validator=typed(Transformation, type(None))
    )
    baseline: Bounds | None = attrs.field(
        default=None, converter=as_optional_bounds, validator=typed(Bounds, type(None))
    )
    stretch: Bounds | None = attrs.field(
        default=None, converter=as_optional_bounds, validator=typed(Bounds, type(None))
    )
    scope: str | None = attrs.field(default=None, validator=optional_text)
    price_basis: str | None = attrs.field(default=None, validator=optional_text)
    base: str | None = attrs.field(default=None, validator=optional_text)
    attribute: Attribute | None = attrs.field(default=None, validator=typed(Attribute, type(None)))
    commitment: Commitment | None = attrs.field(
        default=None, validator=typed(Commitment, type(None))
    )
    source: Source | None = attrs.field(default=None, validator=typed(Source, type(None)))
    note: str | None = attrs.field(default=None, validator=optional_text)

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        place = f"{self.region} " if self.region is not None else ""
        return f"{self.period} {place}{self.indicator} {self.goal}"

    def is_written_as(self, other: "Target") -> bool:
        """Whether both are the same to the letter, digits included.

        Example:
            >>> import attrs, govtargets as gt
            >>> one = gt.Target(
            ...     indicator=gt.Indicator("g", "增速"),
            ...     goal=gt.Quantity("8", "%"),
            ...     period=gt.Period.year(2024),
            ... )
            >>> two = attrs.evolve(one, goal=gt.Quantity("8.0", "%"))
            >>> (one == two, one.is_written_as(two))
            (True, False)
        """
        return same_record(self, other)
