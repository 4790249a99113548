"""Cells that hold a plain number with its unit, read without the whole grammar."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govtargets import zh
from govtargets.bounds import Bounds, unchecked
from govtargets.comparator import Comparator
from govtargets.quantity import Quantity

if TYPE_CHECKING:
    from govtargets.unit import Unit

__all__ = ["Figures"]

# Behind these the digits may be something else than a number (2024年, 3国, 5—7%), or end elsewhere.
_OTHER: Final = "年月日国省县强世周届学号至到分"
_PLAIN: Final = re.compile(rf"([0-9]{{1,15}}(?:\.[0-9]{{1,9}})?)([%‰]|(?![{_OTHER}])[一-鿿]+)")
_CLOSED: Final = (True, True)


class Figures:
    """Reads the cells of one file; the second number with the same words behind it is quick.

    What `zh.read` makes of plain digits depends on the words behind them alone, once these have made
    an exact figure of a number that is not zero, and nothing besides; so it is asked once a word.
    """

    def __init__(self) -> None:
        self._units: dict[str, Unit] = {}

    def read(self, text: str) -> Bounds | None:
        """The figure of a cell; `None` where only the grammar can tell."""
        match = _PLAIN.fullmatch(text)
        unit = None if match is None else self._units.get(match[2])
        if match is None or unit is None:
            return None
        value = Quantity(Decimal(match[1]), unit)
        return unchecked(Comparator.EXACT, value, value, _CLOSED)

    def learn(self, text: str, reading: zh.Reading) -> None:
        """Remember the unit of the words behind the digits, if they are nothing but a unit."""
        match = _PLAIN.fullmatch(text)
        stated = reading.value
        if match is None or not isinstance(stated, Bounds) or not stated.value.magnitude:
            return
        plain = Bounds.exact(Quantity(match[1], stated.unit))
        if zh.Reading(plain).is_written_as(reading):
            self._units[match[2]] = stated.unit
