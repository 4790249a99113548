"""Units as two small numbers: which kind they measure, and an integer weight within it."""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm
from threading import Lock
from typing import Final, TypeAlias

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets.arrow._assess_columns import Codes, Ints, Words, words
from govtargets.arrow._assess_exact import LARGEST
from govtargets.arrow._units import resolve
from govtargets.errors import GovTargetsError
from govtargets.kind import Kind
from govtargets.unit import Unit

__all__ = ["ABSENT", "UNKNOWN", "Found", "Measured", "Scale", "units_of"]

# The place of each row's unit, and the units; an error in place of one that nobody knows.
Found: TypeAlias = tuple[Codes, list[Unit | GovTargetsError | None]]

# In place of a kind: no unit is given, or one that nobody knows.
ABSENT: Final = -1
UNKNOWN: Final = -2


@attrs.frozen
class Measured:
    """The units of a column: for every row the place of its unit, and what is known of each.

    Attributes:
        codes: The place of each row's unit.
        units: The units; `None` where there is none, or an unknown one.
        kind: The number of each unit's kind, `ABSENT` or `UNKNOWN`.
        weight: How many grains one of it is, in the scale's fractions of a grain; 0 where that is no integer below the
            limit, so that something slower has to compare it.
    """

    codes: Codes
    units: list[Unit | None]
    kind: Codes
    weight: Ints


class Scale:
    """The kinds that a table of targets measures in, numbered, and what a grain is split into."""

    def __init__(self, times: int = 1) -> None:
        self.times = times
        self._numbers: dict[Kind, int] = {}
        self._split: dict[Kind, int] = {}
        # Batches are read by several threads, and each may bring kinds that no target has.
        self._lock = Lock()

    def split(self, units: Iterable[Unit | GovTargetsError | None]) -> None:
        """Split the grains of each kind so that these units weigh whole numbers of its parts."""
        for unit in units:
            if not isinstance(unit, Unit):
                continue
            part = Fraction(unit.grains).denominator
            self._split[unit.kind] = lcm(self._split.get(unit.kind, 1), part)

    def number(self, kind: Kind) -> int:
        """The number of a kind."""
        with self._lock:
            return self._numbers.setdefault(kind, len(self._numbers))

    def known(self, kind: str) -> int | None:
        """The number of the kind with that id, `None` where no unit so far measures it."""
        with self._lock:
            return next((place for each, place in self._numbers.items() if each.id == kind), None)

    def weight(self, unit: Unit | None) -> int:
        """The weight of a unit; 0 where it has none that fits."""
        if unit is None:
            return 0
        found = Fraction(unit.grains) * self._split.get(unit.kind, 1)
        return int(found) if found.denominator == 1 and found * self.times < LARGEST else 0

    def measured(self, codes: Codes, units: list[Unit | GovTargetsError | None]) -> Measured:
        """The units of a column in this scale."""
        known = [unit if isinstance(unit, Unit) else None for unit in units]
        kinds = [
            UNKNOWN if isinstance(unit, GovTargetsError) else ABSENT if unit is None else self.number(unit.kind)
            for unit in units
        ]  # fmt: skip
        weights = [self.weight(unit) for unit in known]
        return Measured(codes, known, np.array(kinds, np.int32), np.array(weights, np.int64))


def units_of(batch: pa.RecordBatch | pa.Table, name: str) -> Found:
    """The units of a column as the rows mean them, each with the definitions that stand beside it."""
    symbols, definitions = words(batch, name), words(batch, "unit_definitions")
    if symbols is None:
        return np.broadcast_to(np.int32(0), batch.num_rows), [None]
    if definitions is None:
        given = symbols.values[:-1] if symbols.complete else symbols.values
        return symbols.codes, [_unit(symbol, None) for symbol in given]
    return _defined(symbols, definitions)


def _defined(symbols: Words, definitions: Words) -> Found:
    width = len(definitions.values)
    pairs: npt.NDArray[np.int64] = symbols.codes.astype(np.int64) * width + definitions.codes
    found, codes = np.unique(pairs, return_inverse=True)
    units = [
        _unit(symbols.values[pair // width], definitions.values[pair % width])
        for pair in found.tolist()
    ]
    return codes.astype(np.int32), units


def _unit(symbol: str | None, definitions: str | None) -> Unit | GovTargetsError | None:
    if symbol is None:
        return None
    try:
        return resolve(symbol, definitions)
    except GovTargetsError as error:
        return error
