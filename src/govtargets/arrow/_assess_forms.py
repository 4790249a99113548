"""How a policy reads each way of stating a number, found out once by asking it, then applied to whole columns.

Every end of a reading is a fixed share of the stated number plus a fixed share of one unit of its last digit. Those
shares are solved from what the policy says of two numbers, and a third one in another unit proves them; a reading that
has another shape stays with the judge of single records, and so does an amount around an approximate number, since it
reaches as far as it says in one kind and nowhere in every other. So the rules stand in one place only.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import lcm
from typing import Any, Final, NamedTuple

import attrs
import numpy as np
import numpy.typing as npt

from govtargets._asking import ask
from govtargets.arrow._assess_columns import Codes, Ints, Mask
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.interval import Interval
from govtargets.policy import Policy
from govtargets.quantity import Quantity
from govtargets.unit import Unit
from govtargets.verdict import Reason, Verdict
from govtargets.vocabulary import Direction

__all__ = [
    "BETWEEN",
    "COMPARATORS",
    "DIRECTIONS",
    "Form",
    "Forms",
    "form_code",
    "goal_forms",
    "known_forms",
]

COMPARATORS: Final = tuple(Comparator)
DIRECTIONS: Final = (Direction.HIGHER, Direction.LOWER, Direction.AT_TARGET, None)
BETWEEN: Final = COMPARATORS.index(Comparator.BETWEEN)
# Where an end comes from: nowhere, the stated number, or the upper number of a range.
NOWHERE, VALUE, UPPER = range(3)
_MOST_PARTS: Final = 2**20
_NEVER_ZERO: Final = (Comparator.NEARLY, Comparator.SOME_MORE)
_APPROXIMATE: Final = (Comparator.ABOUT, Comparator.NEARLY)


class End(NamedTuple):
    """One end of a set: `times` the number plus `steps` of its last digit, both in parts of `Forms.times`."""

    source: int = NOWHERE
    times: int = 0
    steps: int = 0
    open: bool = True


class Form(NamedTuple):
    """The ends of the sets that one way of stating a number gives; `None` in place of them where no such shape fits.

    Attributes:
        ends: Low and high of the certain and of the possible set, or low and high of what is known.
        thresholds: The different ends in their order.
        outcomes: What an exact number amounts to below the first of them, at it, behind it, at the next one, ….
        needs_direction: Whether the reading hangs on a direction that nobody knows.
    """

    ends: tuple[End, ...] | None
    thresholds: tuple[End, ...] = ()
    outcomes: tuple[Verdict | Reason, ...] = ()
    needs_direction: bool = False


@attrs.frozen
class Forms:
    """Forms as tables, to be looked up by `form_code`; one row of four ends each."""

    source: npt.NDArray[np.int8]
    times: Ints
    steps: Ints
    open: Mask
    slow: Mask
    needs_direction: Mask
    # Into how many parts the numbers are split; what an exact one is taken times.
    parts: int

    @classmethod
    def of(cls, forms: Mapping[int, Form], parts: int = 1) -> "Forms":
        """The tables of some forms."""
        size = max(forms, default=0) + 1
        # Few of the codes occur; the others have no ends.
        ends = np.tile(np.array(End(), np.int64), (size, 4, 1))
        slow, needs = np.zeros(size, bool), np.zeros(size, bool)
        for code, form in forms.items():
            own = form.ends or ()
            if own:
                ends[code, : len(own)] = own
            slow[code], needs[code] = form.ends is None, form.needs_direction
        source, times, steps, is_open = (ends[:, :, part] for part in range(4))
        return cls(source.astype(np.int8), times, steps, is_open.astype(bool), slow, needs, parts)


def form_code(
    comparator: Codes | int,
    direction: npt.NDArray[np.int8] | int,
    sign: npt.NDArray[np.int8] | int,
    closed: npt.NDArray[np.int8] | int,
) -> Any:  # noqa: ANN401  an array where one of the parts is one, else an integer
    """The number of a form, from places in the lists above, a sign and the two flags of a range."""
    return ((comparator * len(DIRECTIONS) + direction) * 3 + (sign + 1)) * 4 + closed


def _parts_of(code: int) -> tuple[Comparator, Direction | None, int, int]:
    rest, closed = divmod(code, 4)
    rest, sign = divmod(rest, 3)
    comparator, direction = divmod(rest, len(DIRECTIONS))
    return COMPARATORS[comparator], DIRECTIONS[direction], sign - 1, closed


def parts_of_a_number(policy: Policy) -> int:
    """Into how many parts a number is split so that every end is a whole number of them."""
    share = policy.about.share
    found = 2 if share is None else lcm(2, share.denominator)
    return found if found <= _MOST_PARTS else 2


def goal_forms(policy: Policy, codes: Iterable[int]) -> dict[int, Form]:
    """How the policy reads goals of these codes."""
    return {code: _goal(policy, code) for code in sorted(codes)}


def known_forms(policy: Policy) -> dict[int, Form]:
    """How the policy reads results; the direction plays no part, and 近 and 多 never stand with zero."""
    found = {}
    for place, comparator in enumerate(COMPARATORS):
        ranges = comparator is Comparator.BETWEEN
        for sign in (-1, 1) if comparator in _NEVER_ZERO else (-1, 0, 1):
            for closed in range(4 if ranges else 1):
                code = _number(place, sign, closed)
                found[code] = _known(policy, code)
    return found


def _number(comparator: int, sign: int, closed: int) -> int:
    return int(form_code(comparator, 0, sign, closed))


class _Probe(NamedTuple):
    """A statement to ask a policy about: its numbers, one unit of the last digit, and its unit in the kind's base."""

    value: Fraction
    upper: Fraction | None
    step: Fraction
    unit: Fraction
    stated: Bounds


def _probes(comparator: Comparator, sign: int, closed: int) -> list[_Probe]:
    numbers = ("1001", "3001", "70.03") if sign else ("0", "0", "0.00")
    return [
        _probe(comparator, Decimal(number) * (sign or 1), closed, unit)
        for number, unit in zip(numbers, ("吨", "吨", "斤"), strict=True)
    ]


def _probe(comparator: Comparator, number: Decimal, closed: int, symbol: str) -> _Probe:
    unit = Unit(symbol)
    value, upper = Quantity(number, unit), None
    step = Fraction(1, 10**value.digits)
    if comparator is not Comparator.BETWEEN:
        stated = Bounds.of(comparator, value)
    else:
        high = Quantity(abs(number) + 5001, unit)
        upper = Fraction(high.magnitude)
        stated = Bounds.between(
            value, high, low_inclusive=bool(closed & 1), high_inclusive=bool(closed & 2)
        )
    return _Probe(Fraction(number), upper, step, unit.factor, stated)


@lru_cache(maxsize=4096)
def _goal(policy: Policy, code: int) -> Form:
    comparator, direction, sign, closed = _parts_of(code)
    probes = _probes(comparator, sign, closed)
    first = probes[0].stated
    asked = ask(first, Bounds.exact(first.value), direction, policy)
    assert not isinstance(asked, Reason)  # noqa: S101  both are in one unit
    open_question = Reason.DIRECTION_UNKNOWN if asked.needs_direction else Reason.APPROXIMATE_ZONE
    sets = [
        (policy.certain(probe.stated, direction), policy.possible(probe.stated, direction))
        for probe in probes
    ]
    ends = (
        None if _by_amount(policy, comparator) else _ends(probes, sets, parts_of_a_number(policy))
    )
    if ends is None:
        return Form(None, needs_direction=asked.needs_direction)
    return Form(ends, *_regions(sets[0], ends, open_question), asked.needs_direction)


@lru_cache(maxsize=1024)
def _known(policy: Policy, code: int) -> Form:
    comparator, _, sign, closed = _parts_of(code)
    if _by_amount(policy, comparator):
        return Form(None)
    probes = _probes(comparator, sign, closed)
    sets = [(policy.known(probe.stated),) for probe in probes]
    return Form(_ends(probes, sets, parts_of_a_number(policy)))


def _by_amount(policy: Policy, comparator: Comparator) -> bool:
    """Whether the reading hangs on the kind of the number, of which the probes show one only."""
    return policy.about.amount is not None and comparator in _APPROXIMATE


def _ends(
    probes: Sequence[_Probe], sets: Sequence[tuple[Interval, ...]], parts: int
) -> tuple[End, ...] | None:
    """The ends that explain all three probes; `None` where one has no such shape."""
    found = []
    for place in range(len(sets[0])):
        three = [each[place] for each in sets]
        found += [
            _end(probes, [one.low for one in three], [one.low_open for one in three], parts),
            _end(probes, [one.high for one in three], [one.high_open for one in three], parts),
        ]
    known = [end for end in found if end is not None]
    return tuple(known) if len(known) == len(found) else None


def _end(
    probes: Sequence[_Probe], places: list[Fraction | None], opens: list[bool], parts: int
) -> End | None:
    known = [place for place in places if place is not None]
    if len(set(opens)) > 1 or len(known) not in {0, len(places)}:
        return None
    if not known:
        return End()
    given = [place / probe.unit for place, probe in zip(known, probes, strict=True)]
    if probes[0].upper is None:
        return _solved(probes, given, parts, is_open=opens[0])
    # A range states two numbers, and each end is one or the other.
    if given == [probe.value for probe in probes]:
        return End(VALUE, parts, 0, opens[0])
    return End(UPPER, parts, 0, opens[0]) if given == [probe.upper for probe in probes] else None


def _solved(
    probes: Sequence[_Probe], given: list[Fraction], parts: int, *, is_open: bool
) -> End | None:
    one, two, three = probes
    times = (given[1] - given[0]) / (two.value - one.value) if one.value else Fraction(1)
    steps = (given[0] - times * one.value) / one.step
    if given[2] != times * three.value + steps * three.step:
        return None
    times, steps = times * parts, steps * parts
    if times.denominator != 1 or steps.denominator != 1:
        return None
    return End(VALUE, int(times), int(steps), is_open)


def _regions(
    sets: tuple[Interval, Interval], ends: tuple[End, ...], open_question: Reason
) -> tuple[tuple[End, ...], tuple[Verdict | Reason, ...]]:
    """The different ends in their order, and what an exact number amounts to at and around them."""
    certain, possible = sets
    places = (certain.low, certain.high, possible.low, possible.high)
    found = {place: end for place, end in zip(places, ends, strict=True) if place is not None}
    points = sorted(found)
    middle = [each for low, high in pairwise(points) for each in ((low + high) / 2, high)]
    around = [points[0] - 1, points[0], *middle, points[-1] + 1]
    outcomes = tuple(_outcome(certain, possible, point, open_question) for point in around)
    return tuple(found[point] for point in points), outcomes


def _outcome(
    certain: Interval, possible: Interval, point: Fraction, open_question: Reason
) -> Verdict | Reason:
    if _holds(certain, point):
        return Verdict.MET
    return open_question if _holds(possible, point) else Verdict.MISSED


def _holds(values: Interval, point: Fraction) -> bool:
    low, high = values.low, values.high
    after = low is None or low < point or (low == point and not values.low_open)
    return after and (high is None or point < high or (point == high and not values.high_open))
