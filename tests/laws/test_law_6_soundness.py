"""Law 6: the verdicts against an oracle that tries sampled exact worlds."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from tests.judging import achievement, indicator, target
from tests.laws import oracle

import govtargets as gt
from govtargets import Bounds, Comparator, Direction, Policy, Quantity, Relation, Rounding, Verdict

UNITS = st.sampled_from([("%",), ("亩", "公顷"), ("万人", "人"), ("位",)])
DIRECTIONS = st.sampled_from([None, *Direction])


def numbers(units: tuple[str, ...]) -> st.SearchStrategy[Quantity]:
    digits = st.integers(-30, 30)
    return st.builds(
        lambda number, places, unit: Quantity(f"{number}e-{places}" if places else number, unit),
        digits,
        st.sampled_from([0, 0, 1]),
        st.sampled_from(units),
    )


def stated(units: tuple[str, ...]) -> st.SearchStrategy[Bounds]:
    def one(comparator: Comparator, value: Quantity) -> Bounds:
        vague = comparator in {Comparator.NEARLY, Comparator.SOME_MORE} and not value.magnitude
        return Bounds.exact(value) if vague else Bounds.of(comparator, value)

    singles = [one for one in Comparator if one is not Comparator.BETWEEN]
    return st.builds(one, st.sampled_from(singles), numbers(units)) | st.builds(
        _range, numbers(units), numbers(units), st.tuples(st.booleans(), st.booleans())
    )


def _range(one: Quantity, two: Quantity, inclusive: tuple[bool, bool]) -> Bounds:
    low, high = min(one, two), max(one, two)
    if low == high:
        return Bounds.between(low, high)
    return Bounds.between(low, high, low_inclusive=inclusive[0], high_inclusive=inclusive[1])


TOLERANCES = st.builds(
    lambda make, satisfies: make(satisfies),
    st.sampled_from(
        [
            lambda satisfies: gt.Tolerance.relative("0.1", satisfies=satisfies),
            lambda satisfies: gt.Tolerance.relative(Fraction(1, 3), satisfies=satisfies),
            lambda satisfies: gt.Tolerance.relative(0, satisfies=satisfies),
            lambda satisfies: gt.Tolerance.absolute(
                Quantity("0.5", "个百分点"), satisfies=satisfies
            ),
            lambda satisfies: gt.Tolerance.absolute(Quantity("2", "亩"), satisfies=satisfies),
            lambda satisfies: gt.Tolerance.half_unit(satisfies=satisfies),
        ]
    ),
    st.booleans(),
)
POLICIES = st.builds(
    Policy,
    about=TOLERANCES,
    bare=st.sampled_from(gt.Bare),
    bounds_inclusive=st.booleans(),
    rounding=st.sampled_from(Rounding),
)


class TestLaw6Soundness:
    """If MET, every value compatible with A satisfies every reading in C.

    If MISSED, none satisfies P.
    """

    @given(UNITS.flatmap(lambda u: st.tuples(stated(u), stated(u))), DIRECTIONS, POLICIES)
    def test_a_stated_number(
        self, pair: tuple[Bounds, Bounds], direction: Direction | None, policy: Policy
    ) -> None:
        goal, value = pair
        found = gt.assess(target(goal, direction), achievement(value, direction), policy=policy)
        critical = set()
        for end in (goal.low, goal.high):
            critical |= oracle.around(end, policy) if end is not None else set()
        worlds = oracle.worlds(value, policy, critical)
        assert worlds
        answers = {
            reading(oracle.rounded(world, goal, policy))
            for world, reading in product(worlds, oracle.readings(goal, direction, policy))
        }
        _agree(found, answers, sharp=policy.rounding is Rounding.FULL_VALUE)

    @given(
        UNITS.flatmap(lambda u: st.tuples(stated(u), stated(u))),
        st.sampled_from(Relation),
        st.integers(-10, 10),
        DIRECTIONS,
        POLICIES,
    )
    def test_a_goal_against_another_series(
        self,
        pair: tuple[Bounds, Bounds],
        relation: Relation,
        margin: int,
        direction: Direction | None,
        policy: Policy,
    ) -> None:
        value, other = pair
        unit = "个百分点" if value.unit.symbol == "%" else value.unit.symbol
        by = Quantity(margin, unit) if margin else None
        goal = gt.Relative(relation, "地区生产总值", margin=by)
        series = indicator(name="地区生产总值")
        found = gt.assess(
            target(goal, direction),
            achievement(value, direction),
            policy=policy,
            reference=achievement(other, indicator=series),
        )
        shift = Fraction(0) if by is None else by.base
        numbers_ = [world + shift for world in oracle.worlds(other, policy, set())]
        critical = {number for number in numbers_ if abs(number) < oracle.FAR / 2}
        worlds = oracle.worlds(
            value, policy, set(sorted(critical)[:6]) | set(sorted(critical)[-6:])
        )
        comparator = Comparator(relation.value)
        answers = {
            reading(world)
            for number in numbers_
            for way in oracle.directions(
                Direction.LOWER if value.unit.symbol == "位" else direction, comparator, policy
            )
            for reading in oracle.at(comparator, number, other.value, way, policy)
            for world in worlds
        }
        _agree(found, answers, sharp=False)


def _agree(found: gt.Assessment, answers: set[bool], *, sharp: bool) -> None:
    if found.verdict is Verdict.MET:
        assert answers == {True}
    elif found.verdict is Verdict.MISSED:
        assert answers == {False}
    else:
        assert found.verdict is Verdict.INDETERMINATE
        assert found.reason is not None
        assert not sharp or answers == {True, False}
