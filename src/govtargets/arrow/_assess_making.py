"""How the figures are made: transformation, price basis, scope and comparison base of both sides, as small numbers."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import attrs
import numpy as np
import pyarrow as pa

from govtargets._bases import YEAR_BEFORE, one_base
from govtargets.arrow._assess_columns import Codes, Ints, Mask, words
from govtargets.arrow._assess_rule import SLOW, Outcomes, number_of
from govtargets.verdict import Reason
from govtargets.vocabulary import Transformation

__all__ = ["Making", "Makings"]

# The numbers up to this one are levels, shares and what does not say.
_SHARES: Final = 2
_NAMES: Final = ("transformation", "price_basis", "scope", "base")
# The number of 同比 among the comparison bases.
_BEFORE: Final = 1
_LEVEL: Final = Transformation.LEVEL.value
_SHARE: Final = Transformation.SHARE.value
_KNOWN: Final = {each.value for each in Transformation}


@attrs.frozen
class Making:
    """Of a batch, the number of each row's word by column, 0 where it is absent; columns without words are missing."""

    codes: Mapping[str, Codes]
    strange: Mask | None

    def of(self, name: str, rows: Ints) -> Codes:
        """The numbers of some rows."""
        found = self.codes.get(name)
        return np.zeros(len(rows), np.int32) if found is None else found[rows]


class Makings:
    """The words of the targets, numbered from 1 on."""

    def __init__(self, targets: pa.Table) -> None:
        self._numbers: dict[str, dict[str, int]] = {name: {} for name in _NAMES}
        transformations = self._numbers["transformation"]
        transformations.update({_LEVEL: 1, _SHARE: 2})
        self._numbers["base"][YEAR_BEFORE] = _BEFORE
        for name in _NAMES:
            found = words(targets, name)
            for word in (
                [] if found is None else [each for each in found.values if each is not None]
            ):
                self._numbers[name].setdefault(_one(name, word), len(self._numbers[name]) + 1)
        self._own = self.of(targets)
        self._span = {name: len(self._numbers[name]) + 2 for name in _NAMES}

    def of(self, batch: pa.RecordBatch | pa.Table) -> Making:
        """The numbers of a batch; a word that no target has gets one more than the last."""
        codes, strange = {}, None
        for name in _NAMES:
            found = words(batch, name)
            if found is None:
                continue
            numbers = self._numbers[name]
            codes[name] = found.coded(partial(_number, numbers, name))
            if name == "transformation" and not {*found.values} <= {*_KNOWN, None}:
                strange = found.coded(lambda word: word is not None and word not in _KNOWN, bool)
        return Making(codes, strange)

    @property
    def strange(self) -> Mask | None:
        """The targets whose transformation is none of the list; `None` where every one is."""
        return self._own.strange

    def together(self, of: Making | None, rows: Ints) -> Ints:
        """All four words of some rows in one number; of the targets without `of`."""
        side = of or self._own
        found = np.zeros(len(rows), np.int64)
        for name in _NAMES:
            found = found * self._span[name] + side.of(name, rows)
        return found

    @property
    def combinations(self) -> int:
        """Below which number `together` stays."""
        found = 1
        for span in self._span.values():
            found *= span
        return found

    def level(self, at: Ints, of: Making, rows: Ints) -> Mask:
        """The pairs of a level with what may be one too: for them the end of a year is the year."""
        one, other = self._own.of("transformation", at), of.of("transformation", rows)
        found: Mask = ((one == 1) | (other == 1)) & (one <= _SHARES) & (other <= _SHARES)
        return found

    @staticmethod
    def is_level(of: Making, rows: Ints) -> Mask:
        """The results that are said to be levels."""
        found: Mask = of.of("transformation", rows) == 1
        return found

    def mismatch(self, at: Ints, of: Making, rows: Ints, ranks: Mask) -> Outcomes:
        """The first thing in which pairs differ, 0 where they speak of the same.

        Args:
            at: The target of each pair.
            of: The results of the batch.
            rows: The result of each pair.
            ranks: The pairs whose result is a rank, which compares within one stated scope only.
        """
        found = np.zeros(len(rows), np.uint8)
        one, other = self._own.of("scope", at), of.of("scope", rows)
        found[_differ(one, other) | (ranks & ((one == 0) != (other == 0)))] = _SCOPE
        found[_differ(self._own.of("price_basis", at), of.of("price_basis", rows))] = _PRICE
        one, other = self._own.of("transformation", at), of.of("transformation", rows)
        # A level or a share is what it is, whatever it is compared with.
        changes = ((one == 0) | (one > _SHARES)) & ((other == 0) | (other > _SHARES))
        base, its = self._own.of("base", at), of.of("base", rows)
        differ = _differ(base, its) & changes
        found[differ] = _TRANSFORMATION
        # 同比 and 比2023年 may be the same: only the period tells.
        found[differ & ((base == _BEFORE) | (its == _BEFORE))] = SLOW
        # Rates are levels and 占…比重 are shares: the two never contradict each other.
        found[_differ(one, other) & ((one > _SHARES) | (other > _SHARES))] = _TRANSFORMATION
        return found

    def concerns(self, of: Making, *, ranks: bool) -> bool:
        """Whether any pair could differ."""
        both = any(name in of.codes and name in self._own.codes for name in _NAMES)
        return both or (ranks and ("scope" in of.codes or "scope" in self._own.codes))


_SCOPE: Final = number_of(Reason.SCOPE_MISMATCH)
_PRICE: Final = number_of(Reason.PRICE_BASIS_MISMATCH)
_TRANSFORMATION: Final = number_of(Reason.TRANSFORMATION_MISMATCH)


def _one(name: str, word: str) -> str:
    return one_base(word) if name == "base" else word


def _number(numbers: Mapping[str, int], name: str, word: str | None) -> int:
    return 0 if word is None else numbers.get(_one(name, word), len(numbers) + 1)


def _differ(one: Codes, other: Codes) -> Mask:
    found: Mask = (one != other) & (one != 0) & (other != 0)
    return found
