"""Stated numbers from columns: the usual rows in bulk, every other through its constructor."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from govtargets.arrow._build import Same, bulk
from govtargets.arrow._gather import Faults, compact, keyed, pick, problem_of
from govtargets.arrow._numbers_in import Numbers, numbers_in
from govtargets.arrow._types import Columns, Mask, Places
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import GovTargetsError, InvalidValueError
from govtargets.quantity import Quantity

__all__ = ["bounds_in"]

_SAMPLE: Final = 4096
_ORDER: Final = list(Comparator)
_PLACES: Final = {each.value: place for place, each in enumerate(_ORDER)}
_BETWEEN: Final = _ORDER.index(Comparator.BETWEEN)
_SIDED: Final = np.array([each in {Comparator.NEARLY, Comparator.SOME_MORE} for each in _ORDER])
_ONE: Final = Quantity("1", "")
_SAMPLES: Final = [
    Bounds.of(each, _ONE) if each is not Comparator.BETWEEN else Bounds.between(_ONE, _ONE)
    for each in _ORDER
]


class _Statements:
    """The columns of one stated number a row."""

    def __init__(self, columns: Columns, prefix: str) -> None:
        self.words = keyed(columns[f"{prefix}comparator"])
        self.value = numbers_in(columns, prefix)
        self.upper = numbers_in(columns, f"{prefix}upper_")
        self.ends = [columns[f"{prefix}{side}_inclusive"] for side in ("low", "high")]
        places = [_PLACES.get(word, -1) for word in self.words.values]
        self.place = np.array([*places, -1])[self.words.codes]

    @property
    def asked(self) -> Mask:
        """The rows that state anything at all."""
        ends = [~np.asarray(end.is_null()) for end in self.ends]
        asked: Mask = (
            self.words.present | self.value.present | self.upper.present | ends[0] | ends[1]
        )
        return asked

    @property
    def plain(self) -> Mask:
        """The rows that are certainly fine and no range."""
        plain: Mask = (self.place >= 0) & (self.place != _BETWEEN) & self.value.plain
        plain &= ~self.upper.present & ((self.value.low != 0) | ~_SIDED[self.place])
        for end in self.ends:
            plain &= np.asarray(end.is_null())
        return plain

    def bulk(self, rows: Places) -> Sequence[Bounds]:
        """The statements of plain rows; equal ones share an object where many are equal."""
        codes = self._alike(rows)
        if codes is None:
            return _built(self.value, self.place[rows], rows)
        found, places = codes
        return pick(_built(self.value, self.place[rows[found]], rows[found]), places)

    def _alike(self, rows: Places) -> tuple[Places, Places] | None:
        """The first row of every different statement, and each row's; `None` where most differ."""
        units = len(self.value.units)
        form = (self.place[rows] * 10 + self.value.digits[rows]) * units + self.value.unit.codes[
            rows
        ]
        low, kinds = self.value.low[rows], len(_ORDER) * 10 * units
        sample = np.unique(low[:: max(1, len(low) // _SAMPLE)])
        if len(sample) * 2 > min(len(low), _SAMPLE) or np.abs(low).max() >= 2**62 // kinds:
            return None
        _, places = compact(low * kinds + form, 2**63)
        first = np.empty(int(places.max()) + 1, np.int64)
        first[places[::-1]] = np.arange(len(rows) - 1, -1, -1)
        return first, places

    def statement(self, row: int) -> Bounds:
        """The statement of one row, checked like any other.

        Raises:
            GovTargetsError: It is incomplete or contradicts itself.
        """
        comparator = self._comparator(row)
        value = self.value.quantity(row)
        low, high = (end[row].as_py() for end in self.ends)
        if comparator is Comparator.BETWEEN:
            if low is None or high is None:
                message = "a range lacks low_inclusive or high_inclusive: fill both"
                raise InvalidValueError(message)
            upper = self.upper.quantity(row)
            return Bounds.between(value, upper, low_inclusive=low, high_inclusive=high)
        if self.upper.present[row] or low is not None or high is not None:
            message = (
                f"{comparator.value} has one end, but an upper end is stated too: "
                "use between, or empty it"
            )
            raise InvalidValueError(message)
        return Bounds.of(comparator, value)

    def _comparator(self, row: int) -> Comparator:
        if self.place[row] >= 0:
            return _ORDER[int(self.place[row])]
        code = self.words.codes[row]
        if code < 0:
            message = "a number without a comparator says nothing: state exact, at_least or another"
            raise InvalidValueError(message)
        expected = ", ".join(_PLACES)
        message = f"comparator {self.words.values[code]!r} is not known: expected {expected}"
        raise InvalidValueError(message)


def _built(value: Numbers, place: Places, rows: Places) -> list[Bounds]:
    quantities = value.quantities(rows)
    # The comparators that occur, so that what they agree on is not looked up row by row.
    kinds, codes = compact(place, len(_ORDER))
    samples = [_SAMPLES[kind] for kind in kinds.tolist()]
    fields: dict[str, Sequence[Any]] = {"comparator": pick([_ORDER[kind] for kind in kinds], codes)}
    for side in ("low", "high"):
        has = [getattr(each, side) is not None for each in samples]
        fields[side] = _where(has, quantities, codes)
        closed = [getattr(each, f"{side}_inclusive") for each in samples]
        fields[f"{side}_inclusive"] = pick(closed, codes)
    return bulk(Bounds, len(rows), fields)


def _where(has: list[bool], quantities: list[Quantity], codes: Places) -> Sequence[Quantity | None]:
    if all(has):
        return quantities
    if not any(has):
        return Same(None, len(quantities))
    held = np.fromiter(quantities, object, len(quantities))
    found: list[Quantity | None] = np.where(np.array(has)[codes], held, np.array(None)).tolist()
    return found


def bounds_in(columns: Columns, prefix: str, faults: Faults) -> Sequence[Bounds | None]:
    """One stated number a row, `None` where the row has none."""
    statements = _Statements(columns, prefix)
    asked = statements.asked
    if not asked.any():
        return Same(None, len(asked))
    plain = statements.plain
    rows = np.flatnonzero(plain)
    usual = statements.bulk(rows) if len(rows) else []
    if len(rows) == len(asked):
        return usual
    found = np.full(len(asked), None, object)
    found[rows] = np.fromiter(usual, object, len(rows))
    for row in np.flatnonzero(asked & ~plain).tolist():
        try:
            found[row] = statements.statement(row)
        except GovTargetsError as error:
            shown = columns[f"{prefix}magnitude"][row].as_py()
            faults.add([row], f"{prefix}magnitude", problem_of(error, shown))
    result: list[Bounds | None] = found.tolist()
    return result
