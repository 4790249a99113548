"""What a judgement may come to, as small numbers, and the rule that finds it row by row."""

from typing import Final

import numpy as np
import numpy.typing as npt

from govtargets.arrow._assess_columns import Ints, Mask
from govtargets.arrow._assess_exact import UNDECIDED, order
from govtargets.arrow._assess_forms import COMPARATORS
from govtargets.arrow._assess_stated import Edge
from govtargets.comparator import Comparator
from govtargets.verdict import Reason, Verdict

__all__ = ["PROBLEMS", "Outcomes", "number_of", "rule"]

Outcomes = npt.NDArray[np.uint8]
# Why a row has no judgement at all.
PROBLEMS: Final = ("no_target", "several_targets", "unreadable_target", "unreadable_achievement")
_ALL: Final[tuple[Verdict | Reason | str, ...]] = (
    *(Verdict.MET, Verdict.MISSED),
    *Reason,
    *PROBLEMS,
    "slow",
    "open",
    "nothing",
)


def number_of(outcome: Verdict | Reason | str) -> int:
    """The number of an outcome."""
    return _ALL.index(outcome)


MET: Final = number_of(Verdict.MET)
MISSED: Final = number_of(Verdict.MISSED)
SLOW: Final = number_of("slow")
# Left open by the quick filter: the rule has to look.
OPEN: Final = number_of("open")
FIRST_PROBLEM: Final = number_of(PROBLEMS[0])
SIZE: Final = len(_ALL)
DIRECTION_UNKNOWN: Final = number_of(Reason.DIRECTION_UNKNOWN)
_ZONE: Final = number_of(Reason.APPROXIMATE_ZONE)
_APPROXIMATE: Final = number_of(Reason.APPROXIMATE_ACHIEVEMENT)
_BOUNDED: Final = number_of(Reason.BOUNDED_ACHIEVEMENT)
_WHY: Final = np.array(
    [
        _ZONE
        if each is Comparator.EXACT
        else _APPROXIMATE
        if each in {Comparator.ABOUT, Comparator.NEARLY, Comparator.SOME_MORE}
        else _BOUNDED
        for each in COMPARATORS
    ],
    np.uint8,
)


def rule(
    known: tuple[Edge, Edge],
    wanted: tuple[Edge, Edge, Edge, Edge],
    comparator: Ints,
    needs_direction: Mask,
) -> Outcomes:
    """MET where everything known lies in the certain set, MISSED where nothing lies in the possible one, else why not.

    Args:
        known: The low and the high end of what is known of each result.
        wanted: Low and high of the certain set, then of the possible one.
        comparator: How each result is stated.
        needs_direction: Where the reading of the goal hangs on a direction that nobody knows.
    """
    low, high = known
    inside_low, unsure = _reaches(low, wanted[0])
    inside_high, more = _reaches(high, wanted[1], mirrored=True)
    below, still = _before(high, wanted[2])
    above, too = _before(wanted[3], low)
    found = np.where(needs_direction, np.uint8(DIRECTION_UNKNOWN), _WHY[comparator])
    found[below | above] = MISSED
    found[inside_low & inside_high] = MET
    found[unsure | more | still | too] = SLOW
    for edge in (*known, *wanted):
        if edge.lost is not None:
            found[edge.lost] = SLOW
    return found


def _reaches(known: Edge, end: Edge, *, mirrored: bool = False) -> tuple[Mask, Mask]:
    """Where the known values stay on the right side of an end, and where nothing here can tell."""
    signs = order(known.number, end.number)
    there = known.present & end.present
    beyond = signs == (-1 if mirrored else 1)
    level = (signs == 0) & (known.open | ~end.open)
    return ~end.present | (there & (beyond | level)), there & (signs == UNDECIDED)


def _before(one: Edge, other: Edge) -> tuple[Mask, Mask]:
    """Where everything up to one end lies before everything from the other on, and where nothing here can tell."""
    signs = order(one.number, other.number)
    there = one.present & other.present
    return there & ((signs == -1) | ((signs == 0) & (one.open | other.open))), there & (
        signs == UNDECIDED
    )
