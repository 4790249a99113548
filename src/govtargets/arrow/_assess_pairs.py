"""What pairs of a result and a goal come to, exactly."""

from typing import Final

import numpy as np

from govtargets.arrow._assess_columns import Ints, Rows
from govtargets.arrow._assess_exact import UNDECIDED, Scaled, order
from govtargets.arrow._assess_forms import Forms
from govtargets.arrow._assess_goals import OPEN_PLACE, Goals
from govtargets.arrow._assess_rounded import rounded
from govtargets.arrow._assess_rule import OPEN, SLOW, Outcomes, number_of, rule
from govtargets.arrow._assess_stated import EXACT, Stated
from govtargets.verdict import Reason

__all__ = ["judged"]

_BAD_ACHIEVEMENT: Final = number_of("unreadable_achievement")
_UNIT_MISMATCH: Final = number_of(Reason.UNIT_MISMATCH)
_EVERY: Final = slice(None)


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
        found[:] = _BAD_ACHIEVEMENT
        return found
    results = results.at(rows)
    found[~results.sound(_EVERY)] = _BAD_ACHIEVEMENT
    kind = goals.kind[at]
    alike = kind == results.unit.kind[results.unit.codes]
    found[~alike & ((found == OPEN) | (found == SLOW)) & (kind >= 0)] = _UNIT_MISMATCH
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
        signs[signs == UNDECIDED] = OPEN_PLACE
        if lost is not None:
            signs[lost] = OPEN_PLACE
        # One step up for reaching a threshold, one more for passing it; the last place is for what stays open.
        place[there] += signs + 1
    if unsure is not None:
        place[unsure] = OPEN_PLACE
    return goals.places.outcomes[wanted, np.minimum(place, OPEN_PLACE)]


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
