"""The goals of a table of targets, ready to be judged against; one object a table and policy."""

from collections.abc import Mapping
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets.arrow._assess_columns import Codes, Ints, Mask, Rows, words
from govtargets.arrow._assess_exact import UNDECIDED, Scaled, order
from govtargets.arrow._assess_forms import DIRECTIONS, Form, Forms, goal_forms
from govtargets.arrow._assess_rounded import rounded
from govtargets.arrow._assess_rule import OPEN, SLOW, Outcomes, number_of, rule
from govtargets.arrow._assess_stated import EXACT, Stated, stated
from govtargets.arrow._assess_units import Scale
from govtargets.indicator import Indicator
from govtargets.policy import Policy, Rounding
from govtargets.verdict import Reason
from govtargets.vocabulary import Direction

__all__ = ["Goals", "goals", "judged", "wanted_directions"]

BAD_TARGET: Final = number_of("unreadable_target")
BAD_ACHIEVEMENT: Final = number_of("unreadable_achievement")
UNIT_MISMATCH: Final = number_of(Reason.UNIT_MISMATCH)
_LOWER: Final = DIRECTIONS.index(Direction.LOWER)
_UNKNOWN: Final = DIRECTIONS.index(None)
_PLACES: Final = {each.value: place for place, each in enumerate(DIRECTIONS) if each is not None}
# A number of 29 digits ends in so many zeros at most.
_FEWEST: Final = -28
# One unit of the last digit in billionths, for numbers written with -9 to 9 decimals.
_POWERS: Final = np.array([10 ** (9 - digits) for digits in range(-9, 10)], np.int64)
_EVERY: Final = slice(None)
# Behind those at and around the four thresholds that a form has at most.
_OPEN_PLACE: Final = 9
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
        count, outcomes = np.zeros(size, np.int8), np.full((size, _OPEN_PLACE + 1), SLOW, np.uint8)
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
    said, ids = words(targets, "indicator_direction"), words(targets, "indicator")
    found = np.full(len(targets), _UNKNOWN, np.int8)
    if said is not None:
        found = said.coded(
            lambda word: _UNKNOWN if word is None else _PLACES.get(word, -1), np.int8
        )
    if not indicators or ids is None:
        return found
    named = words(targets, "indicator_name")
    # A row that gives only the id means the known indicator of that id.
    only = np.ones(len(targets), bool) if named is None else named.codes == len(named.values) - 1
    known = ids.coded(lambda word: _known_direction(indicators.get(word or "")), np.int8)
    return np.where(only & (known >= 0), known, found)


def _known_direction(indicator: Indicator | None) -> int:
    return -1 if indicator is None else DIRECTIONS.index(indicator.direction)


def goals(
    targets: pa.Table, prefix: str, scale: Scale, direction: npt.NDArray[np.int8], policy: Policy
) -> Goals:
    """The goals of a table, or with the prefix `stretch_` its higher tiers."""
    found = stated(targets, prefix, scale)
    fixed = _fixed(targets, prefix)
    kind = np.full(len(targets), -1, np.int32)
    codes = np.zeros(len(targets), np.int16)
    fixed[direction < 0] = BAD_TARGET
    if found is None:
        fixed[fixed == OPEN] = BAD_TARGET
        return Goals(
            None, fixed, kind, codes, direction, {}, Forms.of({}), Places.of({}), rounded=False
        )
    rows: Rows = _open(fixed)
    fixed[rows] = np.where(
        found.sound(rows) & _digits_fit(found, rows), np.uint8(OPEN), np.uint8(BAD_TARGET)
    )
    rows = _open(fixed)
    kind[rows] = found.unit.kind[found.unit.codes[rows]]
    direction = _ranked(direction, kind, scale)
    codes[rows] = found.codes(rows, direction[rows])
    forms = goal_forms(policy, codes[rows])
    tables = Forms.of(forms)
    slow = tables.slow[codes[rows]] | ~found.weighed(rows)
    fixed[rows] = np.where(slow, np.uint8(SLOW), np.uint8(OPEN))
    rounds = policy.rounding is Rounding.ROUNDED_VALUE
    return Goals(
        found, fixed, kind, codes, direction, forms, tables, Places.of(forms), rounded=rounds
    )


def _open(fixed: Outcomes) -> Rows:
    found = np.flatnonzero(fixed == OPEN)
    return slice(0, len(fixed)) if len(found) == len(fixed) else found


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
    rest = found.value.low[rows] % np.take(_POWERS, places + 9, mode="clip")
    fits: Mask = (places >= _FEWEST) & ((rest == 0) | found.value.wide[rows])
    return fits


def _ranked(direction: npt.NDArray[np.int8], kind: Codes, scale: Scale) -> npt.NDArray[np.int8]:
    """The first place is the best, whatever the indicator says."""
    rank = scale.known("rank")
    return direction if rank is None else np.where(kind == rank, np.int8(_LOWER), direction)


def judged(goals: Goals, at: Ints, results: Stated | None, rows: Ints, known: Forms) -> Outcomes:
    """What some pairs come to: the results in `rows`, each against the goal at `at`.

    Args:
        goals: The goals.
        at: Which goal each result meets.
        results: The results of a batch; `None` where it states none.
        rows: Which of them.
        known: How the policy reads results.
    """
    found: Outcomes = goals.fixed[at]
    if results is None:
        found[:] = BAD_ACHIEVEMENT
        return found
    results = results.at(rows)
    found[~results.sound(_EVERY)] = BAD_ACHIEVEMENT
    kind = goals.kind[at]
    alike = kind == results.unit.kind[results.unit.codes]
    found[~alike & ((found == OPEN) | (found == SLOW)) & (kind >= 0)] = UNIT_MISMATCH
    found[(found == OPEN) & ~results.weighed(_EVERY)] = SLOW
    if goals.stated is None:
        return found
    exact = results.comparator == EXACT
    if goals.rounded:
        # Only numbers are rounded here, not the ends of sets.
        found[(found == OPEN) & ~exact] = SLOW
    is_open = found == OPEN
    for mask, judge in ((is_open & exact, _placed), (is_open & ~exact, _ruled)):
        left = np.flatnonzero(mask)
        if len(left) == len(found):
            found[:] = judge(goals, at, results, known)
        elif len(left):
            found[left] = judge(goals, at[left], results.at(left), known)
    return found


def _placed(goals: Goals, at: Ints, results: Stated, known: Forms) -> Outcomes:
    """What exact results come to, by where they stand among the thresholds."""
    assert goals.stated is not None  # noqa: S101  asked where there is one
    value, unsure = (
        rounded(goals.stated, at, results) if goals.rounded else (results.scaled(_EVERY), None)
    )
    value = Scaled(value.numbers, value.weight * known.parts)
    stated, wanted = goals.stated.scaled(at), goals.codes[at]
    count, place = np.take(goals.places.count, wanted), np.zeros(len(at), np.int64)
    for number in range(int(count.max(initial=0))):
        some = np.flatnonzero(count > number)
        there: Rows = _EVERY if len(some) == len(at) else some
        end, lost = goals.stated.threshold(
            at[there], wanted[there], goals.places.tables, number, stated.at(there)
        )
        signs = order(value.at(there), end)
        signs[signs == UNDECIDED] = _OPEN_PLACE
        if lost is not None:
            signs[lost] = _OPEN_PLACE
        # One step up for reaching a threshold, one more for passing it; the last place is for what stays open.
        place[there] += signs + 1
    if unsure is not None:
        place[unsure] = _OPEN_PLACE
    return goals.places.outcomes[wanted, np.minimum(place, _OPEN_PLACE)]


def _ruled(goals: Goals, at: Ints, results: Stated, known: Forms) -> Outcomes:
    """What results of any form come to, by their sets."""
    assert goals.stated is not None  # noqa: S101  asked where there is one
    codes = results.codes(_EVERY)
    low, high = (results.edge(_EVERY, codes, known, end) for end in range(2))
    wanted = goals.codes[at].astype(np.int64)
    edges = [goals.stated.edge(at, wanted, goals.tables, end) for end in range(4)]
    needs = goals.tables.needs_direction[wanted]
    sets = edges[0], edges[1], edges[2], edges[3]
    found = rule((low, high), sets, results.comparator, needs)
    found[known.slow[codes]] = SLOW
    return found
