"""The goals of a table of targets, ready to be judged against; one object a table and policy."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets.arrow._assess_blocks import Blocks
from govtargets.arrow._assess_columns import Codes, Mask, Rows, words
from govtargets.arrow._assess_forms import DIRECTIONS, Form, Forms, goal_forms
from govtargets.arrow._assess_read import stated
from govtargets.arrow._assess_rule import OPEN, SLOW, Outcomes, number_of
from govtargets.arrow._assess_stated import Stated
from govtargets.arrow._assess_units import Found, Scale
from govtargets.indicator import Indicator
from govtargets.policy import Policy, Rounding
from govtargets.verdict import Reason
from govtargets.vocabulary import Direction

__all__ = ["BAD_TARGET", "OPEN_PLACE", "Goals", "among_open", "goals", "wanted_directions"]

BAD_TARGET: Final = number_of("unreadable_target")
_LOWER: Final = DIRECTIONS.index(Direction.LOWER)
_UNKNOWN: Final = DIRECTIONS.index(None)
_PLACES: Final = {each.value: place for place, each in enumerate(DIRECTIONS) if each is not None}
# A number of 29 digits ends in so many zeros at most.
_FEWEST: Final = -28
# One unit of the last digit in billionths, for numbers written with -9 to 9 decimals.
_POWERS: Final = np.array([10 ** (9 - digits) for digits in range(-9, 10)], np.int64)
# Behind those at and around the four thresholds that a form has at most.
OPEN_PLACE: Final = 9
_WORDS: Final = {
    "bounds": OPEN,
    "relative": number_of(Reason.REFERENCE_MISSING),
    "delegated": number_of(Reason.DELEGATED),
    "qualitative": number_of(Reason.QUALITATIVE),
    "not_stated": number_of(Reason.NOT_STATED),
}


@attrs.frozen
class Goals:
    """The stated goals of a table, one a row.

    Attributes:
        stated: Their numbers; `None` where no row states any.
        fixed: What each row comes to whatever is reached, `OPEN` where that depends.
        kind: The number of each goal's kind; -1 without one.
        kinds: The numbers that occur.
        codes: The form of each goal.
        direction: Which way is better, as a place in `DIRECTIONS`; ranks are always better lower.
        forms: The forms as the policy reads them.
        tables: Their sets as tables.
        places: What exact numbers come to around their thresholds.
        rounded: Whether results are rounded to the last digit of their goals before they are compared.
    """

    stated: Stated | None
    fixed: Outcomes
    kind: Codes
    kinds: AbstractSet[int]
    codes: Codes
    direction: npt.NDArray[np.int8]
    forms: Mapping[int, Form]
    tables: Forms
    places: "Places"
    rounded: bool


@attrs.frozen
class Places:
    """For exact numbers: the thresholds of each form, how many it has, and what lies at and around them."""

    tables: Forms
    count: npt.NDArray[np.int8]
    outcomes: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, forms: Mapping[int, Form]) -> "Places":
        """The tables of some forms."""
        size = max(forms, default=0) + 1
        count, outcomes = np.zeros(size, np.int8), np.full((size, OPEN_PLACE + 1), SLOW, np.uint8)
        for code, form in forms.items():
            count[code] = len(form.thresholds)
            outcomes[code, : len(form.outcomes)] = [number_of(each) for each in form.outcomes]
        return cls(
            Forms.of({code: Form(form.thresholds) for code, form in forms.items()}), count, outcomes
        )


def wanted_directions(
    targets: pa.Table, indicators: Mapping[str, Indicator]
) -> npt.NDArray[np.int8]:
    """Which way is better for each target, as a place in `DIRECTIONS`; -1 for a word that says nothing."""
    said = words(targets, "indicator_direction")
    found = np.full(len(targets), _UNKNOWN, np.int8)
    if said is not None:
        found = said.coded(
            lambda word: _UNKNOWN if word is None else _PLACES.get(word, -1), np.int8
        )
    ids = words(targets, "indicator") if indicators else None
    if ids is None:
        return found
    named = words(targets, "indicator_name")
    # A row that gives only the id means the known indicator of that id.
    only = np.ones(len(targets), bool) if named is None else named.codes == len(named.values) - 1
    known = ids.coded(lambda word: _known_direction(indicators.get(word or "")), np.int8)
    return np.where(only & (known >= 0), known, found)


def _known_direction(indicator: Indicator | None) -> int:
    return -1 if indicator is None else DIRECTIONS.index(indicator.direction)


def goals(
    targets: pa.Table,
    prefix: str,
    scale: Scale,
    direction: npt.NDArray[np.int8],
    policy: Policy,
    blocks: Blocks,
    units: Mapping[str, Found],
) -> Goals:
    """The goals of a table, or with the prefix `stretch_` its higher tiers."""
    found = stated(targets, prefix, scale, units)
    fixed = _fixed(targets, prefix)
    fixed[direction < 0] = BAD_TARGET
    if found is None:
        fixed[fixed == OPEN] = BAD_TARGET
        kind, codes = np.full(len(targets), -1, np.int32), np.zeros(len(targets), np.int16)
        forms, tables, places = dict[int, Form](), Forms.of({}), Places.of({})
        return Goals(
            None, fixed, kind, set(), codes, direction, forms, tables, places, rounded=False
        )
    making = _Making(found, fixed, direction.copy(), scale.known("rank"))
    blocks.each(making.read)
    forms = goal_forms(policy, making.forms)
    tables = Forms.of(forms)
    blocks.each(partial(making.weigh, tables.slow))
    return Goals(
        found,
        fixed,
        making.kind,
        making.kinds,
        making.codes,
        making.direction,
        forms,
        tables,
        Places.of(forms),
        rounded=policy.rounding is Rounding.ROUNDED_VALUE,
    )


class _Making:
    """The columns of goals in the making, filled in block by block."""

    def __init__(
        self,
        found: Stated,
        fixed: Outcomes,
        direction: npt.NDArray[np.int8],
        rank: int | None,
    ) -> None:
        self.found, self.fixed, self.direction, self.rank = found, fixed, direction, rank
        self.kind = np.full(len(fixed), -1, np.int32)
        self.codes = np.zeros(len(fixed), np.int16)
        # What occurs in any block.
        self.kinds, self.forms = set[int](), set[int]()

    def read(self, block: slice) -> None:
        """Read what the rows of a block state."""
        rows = among_open(self.fixed, block)
        fits = self.found.sound(rows) & _digits_fit(self.found, rows)
        self.fixed[rows] = np.where(fits, np.uint8(OPEN), np.uint8(BAD_TARGET))
        rows = among_open(self.fixed, block)
        kind = np.take(self.found.unit.kind, self.found.unit.codes[rows])
        self.kinds.update(np.flatnonzero(np.bincount(kind)).tolist())
        self.kind[rows] = kind
        if self.rank is not None:
            # The first place is the best, whatever the indicator says.
            self.direction[block][self.kind[block] == self.rank] = _LOWER
        codes = self.found.codes(rows, self.direction[rows])
        self.forms.update(np.flatnonzero(np.bincount(codes)).tolist())
        self.codes[rows] = codes

    def weigh(self, slow: Mask, block: slice) -> None:
        """Set apart the rows of a block that only records can tell: of slow forms, or without weights."""
        rows = among_open(self.fixed, block)
        apart = np.take(slow, self.codes[rows]) | ~self.found.weighed(rows)
        self.fixed[rows] = np.where(apart, np.uint8(SLOW), np.uint8(OPEN))


def among_open(fixed: Outcomes, block: slice) -> Rows:
    """The rows of a block that are open."""
    found = np.flatnonzero(fixed[block] == OPEN)
    return block if len(found) == block.stop - block.start else found + block.start


def _fixed(targets: pa.Table, prefix: str) -> Outcomes:
    said = words(targets, f"{prefix}comparator" if prefix else "goal")
    if said is None:
        return np.full(len(targets), BAD_TARGET if not prefix else SLOW, np.uint8)
    if prefix:
        # A row without a higher tier is never asked about it.
        return np.full(len(targets), OPEN, np.uint8)
    return said.coded(lambda word: _WORDS.get(word or "", BAD_TARGET), np.uint8)


def _digits_fit(found: Stated, rows: Rows) -> Mask:
    """Where a number has no more decimals than its digits say."""
    places = found.digits[rows].astype(np.int64)
    value = found.value.take(rows)
    rest = value.low % np.take(_POWERS, places + 9, mode="clip")
    fits: Mask = (places >= _FEWEST) & ((rest == 0) | value.wide)
    return fits
