"""Where a cell of a plan table stands, and what its row and its column say for it."""

import re
from typing import Final

import attrs

from govtargets._naming import is_rate, names_fall, names_growth, names_share
from govtargets.unit import Unit
from govtargets.vocabulary import Transformation

__all__ = ["ABSENT", "Place"]

ABSENT: Final = re.compile(r"[—–\-－/／…\s]*")
_YEARLY: Final = re.compile("年均|增速|增长")


@attrs.frozen
class Place:
    """Unit of the column, name of the row, heading above, and whether all years count."""

    unit: Unit | None
    row: str
    column: str
    cumulative: bool

    @classmethod
    def of(cls, unit: Unit | str | None, row: str, column: str) -> "Place":
        """The place, a unit of — being none."""
        if isinstance(unit, str):
            unit = None if ABSENT.fullmatch(unit) else Unit(unit)
        total = "累计" in column and not _YEARLY.search(column)
        return cls(unit, row, column, total)

    @property
    def ratio(self) -> bool:
        """Whether the figures of the row are percentages."""
        return self.unit is not None and self.unit.kind.id == "ratio"

    @property
    def falls(self) -> bool:
        """Whether the row's name says that its percentages are falls."""
        return self.ratio and names_fall(self.row)

    @property
    def grows(self) -> bool:
        """Whether the row's name says that its figures are changes."""
        return self.falls or names_growth(self.row)

    @property
    def yearly(self) -> bool:
        """Whether the heading speaks of every year (年均增速)."""
        return _YEARLY.search(self.column) is not None

    @property
    def own_unit(self) -> Unit | None:
        """The unit of a bare number: the column's, but 个百分点 for what a rate gains."""
        if self.cumulative and self.ratio and not self.grows:
            return Unit("个百分点")
        return self.unit

    @property
    def transformation(self) -> Transformation | None:
        """How a percentage here is made from the series; `None` for a level."""
        if self.cumulative:
            return Transformation.GROWTH
        if self.yearly and not (self.ratio and is_rate(self.row)):
            return Transformation.AVERAGE_GROWTH
        if self.grows:
            return Transformation.GROWTH
        return Transformation.SHARE if names_share(self.row) else None
