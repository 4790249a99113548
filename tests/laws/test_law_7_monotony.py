"""Law 7: better results and less knowledge move a verdict one way only."""

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.judging import achievement, target
from tests.laws.test_law_6_soundness import DIRECTIONS, POLICIES, UNITS, stated

import govtargets as gt
from govtargets import Bounds, Comparator, Direction, Policy, Quantity, Verdict

PAIRS = UNITS.flatmap(lambda u: st.tuples(stated(u), stated(u)))
DECIDED = {Verdict.MET, Verdict.MISSED}


def moved(value: Bounds, by: int) -> Bounds:
    """The same statement of a number that is higher by that much in its own unit."""
    ends = [end for end in (value.low, value.high) if end is not None]
    low, high = (
        None if end is None else Quantity(end.magnitude + by, end.unit)
        for end in (value.low, value.high)
    )
    vague = value.comparator in {Comparator.NEARLY, Comparator.SOME_MORE}
    zero = any(end is not None and not end.magnitude for end in (low, high))
    one_unit = len({end.unit for end in ends}) == 1
    return value if (vague and zero) or not one_unit else attrs.evolve(value, low=low, high=high)


class TestLaw7Monotony:
    """Where the read set is unbounded above, raising an achievement never turns MET into MISSED.

    Mirrored for below; widening A never turns INDETERMINATE into MET or MISSED; a stretch MET
    implies goal MET.
    """

    @given(PAIRS, st.integers(0, 40), DIRECTIONS, POLICIES)
    def test_a_better_result_never_misses_what_was_met(
        self,
        drawn: tuple[Bounds, Bounds],
        by: int,
        direction: Direction | None,
        policy: Policy,
    ) -> None:
        goal, value = drawn
        asked, certain = target(goal, direction), policy.certain(goal, direction)
        ways = [sign for sign, end in ((1, certain.high), (-1, certain.low)) if end is None]
        for way in ways:
            better = moved(value, way * by)
            one, two = (
                gt.assess(asked, achievement(each, direction), policy=policy)
                for each in (value, better)
            )
            assert (one.verdict, two.verdict) != (Verdict.MET, Verdict.MISSED)

    @given(PAIRS, stated(("%",)), DIRECTIONS, POLICIES)
    def test_knowing_less_never_decides(
        self,
        drawn: tuple[Bounds, Bounds],
        other: Bounds,
        direction: Direction | None,
        policy: Policy,
    ) -> None:
        goal, value = drawn
        wider = other if value.kind is other.kind else Bounds.at_least(value.value)
        if not policy.known(value).is_subset(policy.known(wider)):
            wider = Bounds.about(Quantity(0, value.unit))  # often everything
        if not policy.known(value).is_subset(policy.known(wider)):
            wider = value
        one = gt.assess(target(goal, direction), achievement(value, direction), policy=policy)
        two = gt.assess(target(goal, direction), achievement(wider, direction), policy=policy)
        if one.verdict is Verdict.INDETERMINATE:
            assert two.verdict is Verdict.INDETERMINATE
        elif two.verdict in DECIDED:
            assert two.verdict is one.verdict

    @given(PAIRS, DIRECTIONS, POLICIES, st.data())
    def test_a_stretch_is_met_only_with_the_goal(
        self,
        drawn: tuple[Bounds, Bounds],
        direction: Direction | None,
        policy: Policy,
        data: st.DataObject,
    ) -> None:
        goal, value = drawn
        stretch = data.draw(stated((goal.unit.symbol,)))
        both = target(goal, direction, stretch=stretch)
        found = gt.assess(both, achievement(value, direction), policy=policy)
        assert found.stretch is not Verdict.MET or found.verdict is Verdict.MET
        assert (found.stretch_reason is None) == (found.stretch in DECIDED)
