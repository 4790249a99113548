"""Which target a result belongs to: that of its indicator, area and period, and of several the one made alike."""

from typing import Final

import attrs
import numpy as np
import pyarrow as pa

from govtargets.arrow._assess_blocks import blocks
from govtargets.arrow._assess_columns import Codes, Ints, Mask, arrow_array, words
from govtargets.arrow._assess_lookup import Lookup
from govtargets.arrow._assess_making import Making, Makings
from govtargets.arrow._assess_periods import Periods, Spans
from govtargets.arrow._assess_regions import Called, Regions
from govtargets.arrow._types import Array, pc

__all__ = ["NONE", "SEVERAL", "Index", "Keys"]

# In place of a target: there is none, or there are several and nothing tells them apart.
NONE: Final = -1
SEVERAL: Final = -2
_FEWEST: Final = 2**20
_MOST: Final = 2**25


@attrs.frozen
class Keys:
    """What the rows of a batch are looked up by; the numbers of both look-ups add up to cells."""

    indicator: Lookup
    region: Lookup
    spans: Spans
    making: Making
    called: Called | None


class Index:
    """The targets of a table by their keys.

    Every combination of indicator, area and period has a cell. Where the cells are not many more than the targets, a
    cell is a place in a table; else the cells that occur are hashed.
    """

    def __init__(self, targets: pa.Table, makings: Makings) -> None:
        ids = words(targets, "indicator")
        names = dict.fromkeys(ids.values[:-1] if ids is not None else ())
        self._indicators = {name: number for number, name in enumerate(names) if name is not None}
        self._regions = Regions(targets)
        self._periods = Periods(targets)
        self.makings = makings
        self.cells = (len(self._indicators) + 1) * len(self._regions) * len(self._periods)
        self.type = np.int32 if self.cells < 2**31 else np.int64
        own = self._cells_of(targets)
        self.dense = self.cells <= min(_MOST, max(_FEWEST, 8 * len(targets)))
        self._values: Array | None = None if self.dense else arrow_array(own).unique()
        places = self.places(own)
        self.rows = np.full(
            self.cells if self._values is None else len(self._values) + 1, NONE, np.int32
        )
        self.rows[places] = np.arange(len(targets), dtype=np.int32)
        alone = np.count_nonzero(self.rows != NONE) == len(targets)
        self.rows[self._unknown()] = NONE
        self._keys, self._found = np.empty(0, np.int64), np.empty(0, np.int32)
        if not alone:
            self._groups(places)

    def _cells_of(self, targets: pa.Table) -> Codes:
        keys, own = self.keys(targets), np.empty(len(targets), self.type)
        for block in blocks(len(targets)):
            self.into(keys, block, own[block])
        return own

    def keys(self, batch: pa.RecordBatch | pa.Table) -> Keys:
        """What the rows of a batch are looked up by."""
        ids, unknown = words(batch, "indicator"), len(self._indicators)
        indicator = Lookup(None, np.array([unknown], np.int32))
        if ids is not None:
            numbers = ids.table(lambda word: self._indicators.get(word or "", unknown))
            indicator = Lookup(ids.codes, numbers)
        periods = len(self._periods)
        return Keys(
            indicator.times(len(self._regions) * periods, self.type),
            self._regions.numbers(batch).times(periods, self.type),
            self._periods.numbers(batch),
            self.makings.of(batch),
            self._regions.called(batch),
        )

    def into(self, keys: Keys, rows: slice, out: Codes, *, beside: bool = False) -> None:
        """Write the cells of some rows; with `beside`, those of the other name of the same time."""
        part, spare = np.empty(len(out), np.int32), np.empty(len(out), np.int32)
        self._periods.into(keys.spans, rows, part, spare, beside=beside)
        keys.indicator.into(rows, out)
        out += part
        part = part if self.type is np.int32 else np.empty(len(out), self.type)
        keys.region.into(rows, part)
        out += part

    def _unknown(self) -> Codes | Mask:
        """The places of cells that no sound target has: something of their keys is missing."""
        periods = len(self._periods)
        known = len(self._indicators) * len(self._regions)
        if self._values is not None:
            rest, period = np.divmod(self._values.to_numpy(), periods)
            return np.append((period == 0) | (rest >= known), True)
        return np.append(np.arange(0, self.cells, periods), np.arange(known * periods, self.cells))

    def places(self, cells: Codes) -> Codes:
        """Where in `rows` the cells stand."""
        if self._values is None:
            return cells
        found = pc.index_in(arrow_array(cells), value_set=self._values)
        places: Codes = found.fill_null(len(self._values)).to_numpy()
        return places

    def _groups(self, places: Codes) -> None:
        """Targets that share a cell: told apart by how their figures are made."""
        held = np.take(self.rows, places, mode="clip")
        others = np.flatnonzero((held != np.arange(len(places))) & (held != NONE))
        shared = np.unique(places[others])
        self.rows[shared] = SEVERAL - np.arange(len(shared), dtype=np.int32)
        members = np.flatnonzero(self.rows[places] <= SEVERAL)
        keys = self._key(self.rows[places[members]], self.makings.together(None, members))
        self._keys, first, counts = np.unique(keys, return_index=True, return_counts=True)
        self._found = np.where(counts > 1, SEVERAL, members[first]).astype(np.int32)

    def _key(self, group: Codes, making: Ints) -> Ints:
        return (SEVERAL - group.astype(np.int64)) * self.makings.combinations + making

    def elsewhere(self, keys: Keys, at: Codes) -> Ints:
        """The rows of other areas than the targets that they found."""
        if keys.called is None:
            return np.empty(0, np.int64)
        rows = np.flatnonzero(at >= 0)
        return rows[self._regions.elsewhere(at[rows], keys.called.at(rows))]

    def tries_other_names(self, keys: Keys) -> bool:
        """Whether a row without a target may still find one under the other name of its time."""
        return self._periods.has_points or keys.spans.has_points

    def settled(self, found: Codes, keys: Keys, rows: Ints) -> Codes:
        """The target of some rows, given what their cells hold: groups told apart, other names of a time tried."""
        found = self._apart(found, keys, rows)
        missing = np.flatnonzero(found == NONE)
        if not len(missing) or not self.tries_other_names(keys):
            return found
        wanted = rows[missing]
        other = np.empty(len(wanted), np.int32)
        self._beside(keys, wanted, other)
        other = self._apart(other, keys, wanted)
        # It counts for a level only; of several targets nobody knows whether they are one.
        level = self.makings.level(np.maximum(other, 0).astype(np.int64), keys.making, wanted)
        other[~np.where(other < 0, self.makings.is_level(keys.making, wanted), level)] = NONE
        found[missing] = other
        return found

    def _beside(self, keys: Keys, rows: Ints, out: Codes) -> None:
        """What the cells of the other name of the time hold."""
        first, last = int(rows[0]), int(rows[-1]) + 1
        cells = np.empty(last - first, self.type)
        self.into(keys, slice(first, last), cells, beside=True)
        out[:] = self.rows[self.places(cells[rows - first])]

    def _apart(self, found: Codes, keys: Keys, rows: Ints) -> Codes:
        several = np.flatnonzero(found <= SEVERAL)
        if not len(several):
            return found
        wanted = self._key(found[several], self.makings.together(keys.making, rows[several]))
        places = np.searchsorted(self._keys, wanted)
        places[places == len(self._keys)] = 0
        found = found.copy()
        alike = self._keys[places] == wanted
        found[several] = np.where(alike, self._found[places], SEVERAL)
        return found
