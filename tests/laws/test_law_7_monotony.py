"""Law 7: better results and less knowledge move a verdict one way only."""

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.judging import achievement, target
from tests.laws.test_law_6_soundness import DIRECTIONS, POLICIES, UNITS, numbers, stated

import govtargets as gt
from govtargets import Bounds, Comparator, Direction, Policy, Quantity, Verdict

PAIRS = UNITS.flatmap(lambda u: st.tuples(stated(u), stated(u), numbers(u)))
DECIDED = {Verdict.MET, Verdict.MISSED}


def moved(value: Bounds, by: Quantity) -> Bounds:
    """The same statement of a number that is higher by that much."""
    assume({end.unit for end in (value.low, value.high) if end is not None} == {by.unit})
    low, high = (
        None if end is None else Quantity(end.magnitude + by.magnitude, end.unit)
        for end in (value.low, value.high)
    )
    vague = value.comparator in {Comparator.NEARLY, Comparator.SOME_MORE}
    assume(not vague or all(end is None or end.magnitude for end in (low, high)))
    return attrs.evolve(value, low=low, high=high)


class TestLaw7Monotony:
    """Where the read set is unbounded above, raising an achievement never turns MET into MISSED.

    Mirrored for below; widening A never turns INDETERMINATE into MET or MISSED; a stretch MET
    implies goal MET.
    """

    @given(PAIRS, DIRECTIONS, POLICIES)
    def test_a_better_result_never_misses_what_was_met(
        self,
        drawn: tuple[Bounds, Bounds, Quantity],
        direction: Direction | None,
        policy: Policy,
    ) -> None:
        goal, value, by = drawn
        one = gt.assess(target(goal, direction), achievement(value, direction), policy=policy)
        assume(one.verdict is Verdict.MET)
        certain = policy.certain(goal, direction)
        better = abs(by) if certain.high is None else -abs(by)
        assume(certain.high is None or certain.low is None)
        raised = achievement(moved(value, better), direction)
        two = gt.assess(target(goal, direction), raised, policy=policy)
        assert two.verdict is not Verdict.MISSED

    @given(PAIRS, stated(("%",)), DIRECTIONS, POLICIES)
    def test_knowing_less_never_decides(
        self,
        drawn: tuple[Bounds, Bounds, Quantity],
        other: Bounds,
        direction: Direction | None,
        policy: Policy,
    ) -> None:
        goal, value, _ = drawn
        wider = other if value.kind is other.kind else Bounds.at_least(value.value)
        assume(policy.known(value).is_subset(policy.known(wider)))
        one = gt.assess(target(goal, direction), achievement(value, direction), policy=policy)
        two = gt.assess(target(goal, direction), achievement(wider, direction), policy=policy)
        if one.verdict is Verdict.INDETERMINATE:
            assert two.verdict is Verdict.INDETERMINATE
        elif two.verdict in DECIDED:
            assert two.verdict is one.verdict

    @given(PAIRS, DIRECTIONS, POLICIES, st.data())
    def test_a_stretch_is_met_only_with_the_goal(
        self,
        drawn: tuple[Bounds, Bounds, Quantity],
        direction: Direction | None,
        policy: Policy,
        data: st.DataObject,
    ) -> None:
        goal, value, _ = drawn
        stretch = data.draw(stated((goal.unit.symbol,)))
        both = target(goal, direction, stretch=stretch)
        found = gt.assess(both, achievement(value, direction), policy=policy)
        assert found.stretch is not Verdict.MET or found.verdict is Verdict.MET
        assert (found.stretch_reason is None) == (found.stretch in DECIDED)
