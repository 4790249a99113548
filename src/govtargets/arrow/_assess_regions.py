"""Areas of a table of targets as small numbers, and how the rows of another table find theirs."""

from collections.abc import Iterable

import attrs
import numpy as np
import pyarrow as pa

from govtargets.arrow._assess_columns import Codes, Ints, Mask, Words, words
from govtargets.arrow._assess_lookup import Lookup

__all__ = ["Called", "Regions"]


@attrs.frozen
class Called:
    """What the areas of some rows are called: the number of each name, 0 for none, and which have a code too."""

    name: Codes
    coded: Mask

    def at(self, rows: Ints) -> "Called":
        """Some of the rows."""
        return Called(self.name[rows], self.coded[rows])

    def differs(self, other: "Called") -> Mask:
        """Where the names tell two areas apart, since not both have codes."""
        found: Mask = (self.name != other.name) & (self.name != 0) & (other.name != 0)
        return found & ~(self.coded & other.coded)


class Regions:
    """The areas of the targets, by code where there is one, else by name; a name with one code stands for it."""

    def __init__(self, targets: pa.Table) -> None:
        names, codes = words(targets, "region"), words(targets, "region_code")
        self._coded: dict[str, set[str]] = {}
        self._numbers: dict[tuple[str, str | None], int] = {}
        pairs = _pairs(names, codes)
        for name, code in pairs:
            if name is not None and code is not None:
                self._coded.setdefault(name, set()).add(code)
        for name, code in pairs:
            self._numbers.setdefault(self._key(name, code), len(self._numbers))
        self._numbers.setdefault(self._key(None, None), len(self._numbers))
        self._names = {
            name: number for number, name in enumerate(dict.fromkeys(name for name, _ in pairs), 1)
        }
        self._own = self._all_called(targets) if self._mixes(pairs) else None
        # Asked for every word of every batch.
        self._named = {
            name: self._number(self._key(name, None)) for name, _ in [*pairs, (None, None)]
        }

    def __len__(self) -> int:
        return len(self._numbers) + 1

    def _key(self, name: str | None, code: str | None) -> tuple[str, str | None]:
        if code is not None:
            return "code", code
        known = self._coded.get(name or "", set())
        return ("code", next(iter(known))) if len(known) == 1 else ("name", name)

    def _mixes(self, pairs: Iterable[tuple[str | None, str | None]]) -> bool:
        """Whether what a name stands for may be called by another: then equal numbers are not always the same area."""
        known = [(name, code) for name, code in pairs if name is not None]
        codes = [code for _, code in known if code is not None]
        return len(codes) > len({*codes}) or any(
            code is None and len(self._coded.get(name, ())) == 1 for name, code in known
        )

    def _all_called(self, batch: pa.RecordBatch | pa.Table) -> Called | None:
        names, codes = words(batch, "region"), words(batch, "region_code")
        if names is None:
            return None
        number = names.coded(lambda name: 0 if name is None else self._names.get(name, -1))
        coded = np.zeros(len(number), bool)
        return Called(number, coded if codes is None else codes.codes != len(codes.values) - 1)

    def called(self, batch: pa.RecordBatch | pa.Table) -> Called | None:
        """What the areas of a batch are called; `None` where their numbers say everything."""
        return None if self._own is None else self._all_called(batch)

    def elsewhere(self, at: Ints, called: Called) -> Mask:
        """The pairs of different areas, found by a code that only one of the two has."""
        assert self._own is not None  # noqa: S101  the caller got `called`
        return self._own.at(at).differs(called)

    def _number(self, key: tuple[str, str | None]) -> int:
        return self._numbers.get(key, len(self._numbers))

    def numbers(self, batch: pa.RecordBatch | pa.Table) -> Lookup:
        """The area of each row; the last number stands for one that no target has."""
        names, codes = words(batch, "region"), words(batch, "region_code")
        unknown = len(self._numbers)
        if names is None and codes is None:
            return Lookup(None, np.array([self._number(self._key(None, None))], np.int32))
        names = names or _nothing(batch)
        by_name = names.table(lambda name: self._named.get(name, unknown))
        if codes is None:
            return Lookup(names.codes, by_name)
        by_code = codes.coded(lambda code: self._number(("code", code)))
        # A code that no target has may still belong to an area that targets only name.
        otherwise = names.coded(lambda name: self._number(("name", name)))
        without = codes.codes == len(codes.values) - 1
        found = np.where(by_code == unknown, otherwise, by_code)
        return Lookup(np.where(without, by_name[names.codes], found), None)


def _nothing(batch: pa.RecordBatch | pa.Table) -> Words:
    return Words(np.zeros(batch.num_rows, np.int32), [None], complete=False)


def _pairs(names: Words | None, codes: Words | None) -> list[tuple[str | None, str | None]]:
    if names is None and codes is None:
        return []
    if names is None or codes is None:
        found = names or codes
        assert found is not None  # noqa: S101  the case before has none
        return [(each, None) if codes is None else (None, each) for each in found.values]
    width = len(codes.values)
    numbers: Ints = names.codes.astype(np.int64) * width + codes.codes
    return [
        (names.values[number // width], codes.values[number % width])
        for number in np.unique(numbers).tolist()
    ]
