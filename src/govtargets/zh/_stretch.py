"""The stretch behind a goal: 增长6%以上、力争7%."""

from typing import Final

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.goals import Goal, Qualitative
from govtargets.vocabulary import Commitment
from govtargets.zh._body import body
from govtargets.zh._prefix import prefixes
from govtargets.zh._scan import Scan, Stop

__all__ = ["stretched"]

_STRETCH: Final = frozenset({Commitment.STRIVE, Commitment.SEEK})


def stretched(scan: Scan, value: Goal) -> Bounds | Qualitative | None:
    """[(、|，) (力争|争取) prefix* value]; the verb of the first value holds for it."""
    start, tokens_ = scan.at, scan.tokens
    if tokens_[start + 1].value not in _STRETCH:
        return None
    saved = scan.before, scan.commitment
    scan.at, scan.before = start + 2, None
    tier: Bounds | Qualitative | None = None
    try:
        tier = _tier(scan, value)
    except Stop:
        if scan.whole:
            raise
        scan.at = start
    scan.before, scan.commitment = saved
    return tier


def _tier(scan: Scan, value: Goal) -> Bounds | Qualitative:
    """The stretch itself, of the kind of the goal and beyond it."""
    first = scan.tokens[scan.at]
    prefixes(scan)
    tier, _ = body(scan)
    if not isinstance(tier, Bounds | Qualitative):
        raise Stop(first.start, first.end, "a number or words as the stretch")
    if isinstance(tier, Bounds) and not _alike(tier, value):
        raise Stop(first.start, first.end, "a stretch of the goal's kind and beyond it")
    return tier


_FLOORS: Final = frozenset({Comparator.AT_LEAST, Comparator.ABOVE})
_CEILINGS: Final = frozenset({Comparator.AT_MOST, Comparator.BELOW})


def _alike(tier: Bounds, value: Goal) -> bool:
    """Whether a stretch is of the goal's kind and goes beyond it: 40家以上，力争2家 speaks of two things."""
    if not isinstance(value, Bounds):
        return True
    if tier.value.unit.kind is not value.value.unit.kind:
        return False
    short = value.comparator in _FLOORS and tier.value < value.value
    return not (short or (value.comparator in _CEILINGS and tier.value > value.value))
