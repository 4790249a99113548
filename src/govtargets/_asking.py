"""What a goal asks of a result: both as sets of values, and the number from which a gap counts."""

from typing import Final, NamedTuple

from govtargets._beside import Stated, stated_between
from govtargets._reading import APPROXIMATE, BETWEEN, EXACT, Edges, Key, Read, moved
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.goals import Relation, Relative
from govtargets.kind import Kind
from govtargets.policy import Bare, Policy, better
from govtargets.quantity import Quantity
from govtargets.tolerance import in_grains
from govtargets.unit import Unit
from govtargets.verdict import Reason, Undefined
from govtargets.vocabulary import Direction

__all__ = ["Asked", "ask", "ask_against"]

_COMPARATORS: Final = {relation: Comparator(relation.value) for relation in Relation}
_BARE: Final = (EXACT, BETWEEN)
_TO_HIT: Final = Direction.AT_TARGET
_EQUALITY: Final = Bare.EQUALITY


class Asked(NamedTuple):
    """A goal and a result as read."""

    read: Read
    known: Edges
    compared: Edges
    stated: Stated | Undefined
    direction: Direction | None
    # A goal whose reading hangs on a direction that nobody knows.
    needs_direction: bool
    # How the values that are compared are stated: the result, and the reference where there is one.
    stated_as: tuple[Comparator, ...]
    # The unit of the result.
    unit: Unit


def ask(goal: Bounds, value: Bounds, direction: Direction | None, policy: Policy) -> Asked | Reason:
    """What a stated number asks of a result."""
    unit = value.value.unit
    kind = unit.kind
    if kind is not goal.value.unit.kind:
        return Reason.UNIT_MISMATCH
    way = better(kind, direction)
    known = policy.known_edges(value)
    return Asked(
        policy.read(goal, way),
        known,
        policy.compared(known, goal),
        stated_between(goal, _TO_HIT if policy.bare is _EQUALITY else way),
        way,
        way is None and _sided(goal.comparator, policy),
        (value.comparator,),
        unit,
    )


def ask_against(
    goal: Relative,
    value: Bounds,
    reference: Achievement | None,
    direction: Direction | None,
    policy: Policy,
) -> Asked | Reason:
    """What a goal against another series asks of a result, the other's result being known."""
    if reference is None:
        return Reason.REFERENCE_MISSING
    other = reference.value
    margin = _margin(goal.margin, other.kind)
    if other.kind is not value.kind or margin is None:
        return Reason.UNIT_MISMATCH
    comparator = _COMPARATORS[goal.relation]
    way = better(other.kind, direction)
    values = moved(policy.known_edges(other), margin)
    known = policy.known_edges(value)
    return Asked(
        policy.read_across(comparator, values, other.value, way),
        known,
        known,  # a goal without a number has no last digit to round to
        Stated(values, other.unit),
        way,
        way is None and _sided(comparator, policy),
        (value.comparator, other.comparator),
        value.unit,
    )


def _sided(comparator: Comparator, policy: Policy) -> bool:
    """Whether the reading of the comparator hangs on the direction."""
    return comparator in APPROXIMATE or (comparator in _BARE and policy.bare is Bare.DIRECTION)


def _margin(margin: Quantity | None, kind: Kind) -> Key | None:
    return 0 if margin is None else in_grains(margin, kind)
