"""Reached values (完成值)."""

import attrs

from govtargets._record import optional_text, typed
from govtargets._written import pasteable, same_record
from govtargets.bounds import Bounds, as_bounds, as_optional_bounds
from govtargets.indicator import Indicator
from govtargets.period import Period
from govtargets.region import Region
from govtargets.source import Source
from govtargets.vocabulary import Status, Transformation

__all__ = ["Achievement"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True, repr=False, order=False)
class Achievement:
    """A reached value (完成值): what is reported of an indicator for a period.

    Attributes:
        indicator: The thing measured.
        value: What is reported; a result too may be stated as 4.5%以上. A bare quantity is taken
            as the exact statement of it.
        period: For when.
        region: Where; `None` where the text leaves it open.
        transformation: How the figure is made from the series; `None` where it is not said.
        baseline: The value it started from (由A增加到B).
        scope: Among whom a rank counts (全省), or which part of the indicator is meant.
        price_basis: 不变价, 现价, 可比价.
        base: What a change compares with: 同比, 环比, 比2020年.
        status: How final the figure is.
        claim: What the report itself says of it (超额完成), in its words.
        source: Where it was read.
        note: Anything a reader should know.

    Raises:
        InvalidValueError: A field holds something else than its type, or an empty text.

    Example:
        >>> import govtargets as gt
        >>> grain = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
        >>> print(
        ...     gt.Achievement(
        ...         indicator=grain, value=gt.Quantity("204.8", "万吨"), period=gt.Period.year(2023)
        ...     )
        ... )
        2023年 粮食产量 204.8万吨
    """

    indicator: Indicator = attrs.field(validator=typed(Indicator))
    value: Bounds = attrs.field(converter=as_bounds, validator=typed(Bounds))
    period: Period = attrs.field(validator=typed(Period))
    region: Region | None = attrs.field(default=None, validator=typed(Region, type(None)))
    transformation: Transformation | None = attrs.field(
        default=None, validator=typed(Transformation, type(None))
    )
    baseline: Bounds | None = attrs.field(
        default=None, converter=as_optional_bounds, validator=typed(Bounds, type(None))
    )
    scope: str | None = attrs.field(default=None, validator=optional_text)
    price_basis: str | None = attrs.field(default=None, validator=optional_text)
    base: str | None = attrs.field(default=None, validator=optional_text)
    status: Status | None = attrs.field(default=None, validator=typed(Status, type(None)))
    claim: str | None = attrs.field(default=None, validator=optional_text)
    source: Source | None = attrs.field(default=None, validator=typed(Source, type(None)))
    note: str | None = attrs.field(default=None, validator=optional_text)

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        place = f"{self.region} " if self.region is not None else ""
        return f"{self.period} {place}{self.indicator} {self.value}"

    def is_written_as(self, other: "Achievement") -> bool:
        """Whether both are the same to the letter, digits included.

        Example:
            >>> import attrs, govtargets as gt
            >>> one = gt.Achievement(
            ...     indicator=gt.Indicator("g", "增速"),
            ...     value=gt.Quantity("8", "%"),
            ...     period=gt.Period.year(2024),
            ... )
            >>> two = attrs.evolve(one, value=gt.Quantity("8.0", "%"))
            >>> (one == two, one.is_written_as(two))
            (True, False)
        """
        return same_record(self, other)
