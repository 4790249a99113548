"""Stated numbers from columns; digits come back as they were written."""

from decimal import Context, Decimal, localcontext
from operator import mul
from typing import Final

import attrs
import numpy as np

from govtargets.arrow._build import bulk
from govtargets.arrow._gather import Keyed, combine, keyed, pick
from govtargets.arrow._types import Array, Columns, Mask, Places
from govtargets.arrow._units import resolve
from govtargets.errors import GovTargetsError, InvalidValueError
from govtargets.quantity import Quantity
from govtargets.unit import Unit

__all__ = ["Numbers", "numbers_in", "restored"]

_DECIMALS: Final = 9
# What a quantity may have been written with: 38 digits, 29 of them before the point.
_DIGITS: Final = range(-28, 38)
_LIMIT: Final = 2**63
_EXACT: Final = Context(prec=100)
_STEPS: Final = [Decimal(f"1E-{places}") for places in range(_DECIMALS + 1)]
_TENS: Final = np.array([10 ** (_DECIMALS - places) for places in range(_DECIMALS + 1)])


def restored(unscaled: int, digits: int) -> Decimal:
    """The number as it was written, from its billionths and its digits.

    Raises:
        InvalidValueError: It has more decimals than `digits` says, or no number has so many.
    """
    places = digits - _DECIMALS
    if places >= 0:
        coefficient, rest = unscaled * 10**places, 0
    else:
        coefficient, rest = divmod(unscaled, 10**-places)
    if rest or digits not in _DIGITS:
        number = _EXACT.scaleb(unscaled, -_DECIMALS)
        message = (
            f"{number.normalize(_EXACT):f} was not written with {digits} decimals: "
            "give as many digits as the magnitude has"
        )
        raise InvalidValueError(message)
    return _EXACT.scaleb(coefficient, -digits)


@attrs.frozen
class Numbers:
    """One quantity a row, still as columns: billionths, digits and the unit's place in a list."""

    column: Array
    low: Places
    wide: Mask
    digits: Places
    unit: Keyed[tuple[str | None, str | None]]
    units: list[Unit | GovTargetsError | None]
    present: Mask
    whole: Mask

    @property
    def plain(self) -> Mask:
        """The rows that are certainly fine: complete, in 64 bits, with a known unit."""
        usual = [isinstance(unit, Unit) and isinstance(unit.grains, int) for unit in self.units]
        places = np.clip(self.digits, 0, _DECIMALS)
        fits = self.whole & ~self.wide & (places == self.digits)
        plain: Mask = fits & np.array(usual)[self.unit.codes] & (self.low % _TENS[places] == 0)
        return plain

    def quantity(self, row: int) -> Quantity:
        """The quantity of one row, checked like any other.

        Raises:
            GovTargetsError: It is incomplete, its unit is unknown or its digits contradict it.
        """
        unit = self.units[self.unit.codes[row]]
        if not self.whole[row]:
            message = (
                "a number lacks its magnitude, its digits or its unit: fill it, or empty all three"
            )
            raise InvalidValueError(message)
        if not isinstance(unit, Unit):
            raise unit or InvalidValueError("the unit is empty: give its symbol")
        unscaled = int(_EXACT.scaleb(self.column[row].as_py(), _DECIMALS))
        return Quantity(restored(unscaled, int(self.digits[row])), unit)

    def quantities(self, rows: Places) -> list[Quantity]:
        """The quantities of rows that are `plain`, without asking the constructor."""
        low, digits = self.low[rows], self.digits[rows]
        units = [unit for unit in self.units if isinstance(unit, Unit)]
        usual = np.cumsum([isinstance(unit, Unit) for unit in self.units]) - 1
        codes = usual[self.unit.codes[rows]]
        with localcontext(_EXACT):
            magnitudes = map(mul, (low // _TENS[digits]).tolist(), pick(_STEPS, digits))
            return bulk(
                Quantity,
                len(rows),
                {
                    "magnitude": magnitudes,
                    "unit": pick(units, codes),
                    "_key": _products(low, [int(unit.grains) for unit in units], codes),
                },
            )


def numbers_in(columns: Columns, prefix: str) -> Numbers:
    """The columns of one quantity, looked at as a whole."""
    magnitude, digits = columns[f"{prefix}magnitude"], columns[f"{prefix}digits"]
    symbols = keyed(columns[f"{prefix}unit"])
    unit = combine([symbols, keyed(columns["unit_definitions"])])
    low, wide = _words(magnitude)
    has = [~np.asarray(magnitude.is_null()), ~np.asarray(digits.is_null()), symbols.present]
    return Numbers(
        column=magnitude,
        low=low,
        wide=wide,
        digits=digits.fill_null(0).to_numpy().astype(np.int64),
        unit=unit,
        units=[_unit(*pair) for pair in unit.values],
        present=has[0] | has[1] | has[2],
        whole=has[0] & has[1] & has[2],
    )


def _unit(symbol: str | None, definitions: str | None) -> Unit | GovTargetsError | None:
    try:
        return None if symbol is None else resolve(symbol, definitions)
    except GovTargetsError as error:
        return error


def _products(low: Places, grains: list[int], codes: Places) -> list[int]:
    """Billionths times grains, in 64 bits where they certainly fit."""
    # A unit without whole grains counts 0 here: no row that comes here has it.
    most = np.array([(_LIMIT - 1) // max(each, 1) for each in grains])[codes]
    factors = np.array([each if each < _LIMIT else 0 for each in grains])[codes]
    products = low * factors
    wide = np.flatnonzero((low > most) | (low < -most))
    found: list[int] = products.tolist()
    for row, exact in zip(
        wide.tolist(), map(mul, low[wide].tolist(), pick(grains, codes[wide])), strict=True
    ):
        found[row] = exact
    return found


def _words(magnitude: Array) -> tuple[Places, Mask]:
    """The billionths as 64-bit numbers, and where they don't fit."""
    pairs: Places = np.frombuffer(memoryview(magnitude.buffers()[1]), np.int64)[
        2 * magnitude.offset :
    ][: 2 * len(magnitude)]
    low, high = pairs[0::2].copy(), pairs[1::2]
    return low, high != low >> 63
