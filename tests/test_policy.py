"""Policies, tolerances and the sets that they read."""

import pickle
from fractions import Fraction
from typing import Any

import attrs
import pytest
from tests.judging import (
    AT_TARGET,
    HIGHER,
    LOWER,
    about,
    above,
    at_least,
    at_most,
    below,
    between,
    nearly,
    q,
    some_more,
)

import govtargets as gt
from govtargets import (
    Bare,
    Bounds,
    InvalidValueError,
    Policy,
    Rounding,
    Tolerance,
    ToleranceKind,
    zh,
)

DEFAULT = Policy.default()


@pytest.mark.parametrize(
    ("goal", "higher", "lower", "at_target", "unknown"),
    [
        (q("7%"), "[7, ∞)", "(-∞, 7]", "[7, 7]", "[7, 7]"),
        (at_least("7%"), "[7, ∞)", "[7, ∞)", "[7, ∞)", "[7, ∞)"),
        (above("7%"), "(7, ∞)", "(7, ∞)", "(7, ∞)", "(7, ∞)"),
        (at_most("7%"), "(-∞, 7]", "(-∞, 7]", "(-∞, 7]", "(-∞, 7]"),
        (below("7%"), "(-∞, 7)", "(-∞, 7)", "(-∞, 7)", "(-∞, 7)"),
        (about("7%"), "[7, ∞)", "(-∞, 7]", "[7, 7]", "[7, 7]"),
        (nearly("7%"), "[7, ∞)", "(-∞, 7]", "[7, 7]", "[7, 7]"),
        (some_more("7%"), "(7, ∞)", "(7, ∞)", "(7, ∞)", "(7, ∞)"),
        (some_more("-7%"), "(-∞, -7)", "(-∞, -7)", "(-∞, -7)", "(-∞, -7)"),
        (between("6%", "7%"), "[6, ∞)", "(-∞, 7]", "[6, 7]", "[6, 7]"),
        (between("6%", "7%", low_inclusive=False), "(6, ∞)", "(-∞, 7]", "(6, 7]", "(6, 7]"),
    ],
)
def test_certain_sets_of_a_goal(
    goal: Bounds | gt.Quantity, higher: str, lower: str, at_target: str, unknown: str
) -> None:
    goal = Bounds.exact(goal) if isinstance(goal, gt.Quantity) else goal
    ways = (HIGHER, LOWER, AT_TARGET, None)
    found = [str(DEFAULT.certain(goal, way)) for way in ways]
    assert found == [f"{one} %" for one in (higher, lower, at_target, unknown)]


@pytest.mark.parametrize(
    ("goal", "higher", "lower", "at_target"),
    [
        (about("7%"), "[6.3, ∞)", "(-∞, 7.7]", "[6.3, 7.7]"),
        (nearly("7%"), "[6.3, ∞)", "(-∞, 7.7]", "[6.3, 7.7]"),
        (about("-7%"), "[-7.7, ∞)", "(-∞, -6.3]", "[-7.7, -6.3]"),
        (about("0%"), "(-∞, ∞)", "(-∞, ∞)", "(-∞, ∞)"),
    ],
)
def test_possible_sets_of_an_approximate_goal(
    goal: Bounds, higher: str, lower: str, at_target: str
) -> None:
    found = [str(DEFAULT.possible(goal, way)) for way in (HIGHER, LOWER, AT_TARGET)]
    assert found == [f"{one} %" for one in (higher, lower, at_target)]


def test_without_a_direction_anything_is_possible() -> None:
    for goal in (Bounds.exact(q("7%")), about("7%"), nearly("7%"), between("6%", "7%")):
        assert str(DEFAULT.possible(goal, None)) == "(-∞, ∞) %"
    assert str(DEFAULT.possible(at_least("7%"), None)) == "[7, ∞) %"


@pytest.mark.parametrize(
    ("value", "known"),
    [
        (Bounds.exact(q("7%")), "[7, 7] %"),
        (at_least("7%"), "[7, ∞) %"),
        (above("7%"), "(7, ∞) %"),
        (at_most("7%"), "(-∞, 7] %"),
        (below("7%"), "(-∞, 7) %"),
        (about("7%"), "[6.3, 7.7] %"),
        (about("0%"), "(-∞, ∞) %"),
        (nearly("7%"), "(6.3, 7) %"),
        (nearly("-7%"), "(-7, -6.3) %"),
        (some_more("600万套"), "(6000000, 7000000) 套"),
        (some_more("3万套"), "(30000, 40000) 套"),
        (some_more("-120套"), "(-130, -120) 套"),
        (some_more("12.50套"), "(12.5, 12.6) 套"),
        (between("6%", "7%", high_inclusive=False), "[6, 7) %"),
    ],
)
def test_what_is_known_of_a_result(value: Bounds, known: str) -> None:
    assert str(DEFAULT.known(value)) == known


def test_a_rank_is_better_the_lower_whatever_the_indicator_says() -> None:
    fourth = Bounds.exact(q("4位"))
    assert str(DEFAULT.certain(fourth, HIGHER)) == "(-∞, 4] 位"
    assert str(DEFAULT.possible(fourth, None)) == "(-∞, 4] 位"


def test_bounds_that_leave_the_number_out() -> None:
    strict = Policy.named("strict")
    assert str(strict.certain(at_least("7%"), HIGHER)) == "(7, ∞) %"
    assert str(strict.known(at_most("7%"))) == "(-∞, 7) %"
    assert at_least("7%").low_inclusive  # the statement stays as it is


def test_equality_needs_no_direction() -> None:
    equality = Policy.named("equality")
    assert str(equality.possible(Bounds.exact(q("7%")), None)) == "[7, 7] %"
    assert str(equality.certain(between("6%", "7%"), HIGHER)) == "[6, 7] %"


def test_within_reach_may_satisfy() -> None:
    lenient = Policy.named("lenient")
    assert str(lenient.certain(about("7%"), HIGHER)) == "[6.3, ∞) %"
    assert str(lenient.certain(about("7%"), None)) == "[6.3, 7.7] %"
    assert str(lenient.certain(about("0%"), HIGHER)) == "[0, ∞) %"  # no reach, nothing added


@pytest.mark.parametrize(
    ("tolerance", "value", "reach"),
    [
        (Tolerance.relative("0.1"), "-20万吨", Fraction(20_000_000)),
        (Tolerance.relative(Fraction(1, 3)), "7%", Fraction(7, 3)),
        (Tolerance.relative("0.1"), "0%", None),
        (Tolerance.absolute(q("5万吨")), "20亿吨", Fraction(50_000_000)),
        (Tolerance.absolute(q("0.2个百分点")), "5.5%", Fraction(1, 5)),
        (Tolerance.absolute(q("0.2个百分点")), "5.5个百分点", Fraction(1, 5)),
        (Tolerance.absolute(q("0.2个百分点")), "5.5万人", None),
        (Tolerance.half_unit(), "5.5%", Fraction(1, 20)),
        (Tolerance.half_unit(), "0%", Fraction(1, 2)),
    ],
)
def test_how_far_a_tolerance_reaches(
    tolerance: Tolerance, value: str, reach: Fraction | None
) -> None:
    # 吨 count in 千克, the base of masses.
    assert tolerance.reach(q(value)) == reach


def test_a_fraction_reaches_a_fraction() -> None:
    seventh = zh.read("七分之二").value
    assert isinstance(seventh, Bounds)
    assert Tolerance.relative("0.1").reach(seventh.value) == Fraction(20, 7)


def test_no_reach_leaves_the_number_itself() -> None:
    none = Policy(about=Tolerance.relative(0))
    assert str(none.known(nearly("7%"))) == "[7, 7] %"
    assert str(none.possible(about("7%"), AT_TARGET)) == "[7, 7] %"


@pytest.mark.parametrize("share", [0.1, -1, 1, "1.5"])
def test_shares_that_are_no_tolerance(share: object) -> None:
    with pytest.raises(InvalidValueError, match="from 0 up to less than 1"):
        Tolerance.relative(share)  # type: ignore[arg-type]  # a float is refused on purpose


def test_a_negative_tolerance_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="is negative"):
        Tolerance.absolute(q("-1万吨"))


def test_policies_are_found_by_name() -> None:
    assert Policy.named("default") is DEFAULT
    assert [Policy.named(policy.name) for policy in gt.policies()] == list(gt.policies())
    with pytest.raises(InvalidValueError, match="choose one of default, strict"):
        Policy.named("harsh")
    with pytest.raises(InvalidValueError, match="give it a name"):
        Policy(name=" ")


def test_policies_are_values() -> None:
    assert Policy(name="default") == DEFAULT
    assert hash(Policy(name="default")) == hash(DEFAULT)
    assert pickle.loads(pickle.dumps(DEFAULT)) == DEFAULT  # noqa: S301  our own bytes
    exclusive = attrs.evolve(DEFAULT, bounds_inclusive=False)
    assert str(exclusive.certain(at_least("7%"), HIGHER)) == "(7, ∞) %"


def test_words_of_policies() -> None:
    assert str(DEFAULT) == "default（左右±10%；单一数值按指标方向；以上、以内含本数；全数值比较法）"
    assert "不含本数" in str(Policy.named("strict"))
    assert Policy.named("strict").text("en").endswith("bounds exclusive; full value)")
    assert "±末位半个单位" in str(Policy.named("narrow"))
    assert Tolerance.relative(Fraction(1, 3)).text() == "±1/3"
    assert Tolerance.absolute(q("5万吨")).text("en") == "±50,000 t"
    assert [one.zh for one in Bare] == ["按指标方向", "一律视为等于"]
    assert [one.zh for one in Rounding] == ["全数值比较法", "修约值比较法"]
    assert [one.zh for one in gt.ToleranceKind] == ["按比例", "按绝对值", "按末位数半个单位"]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (ToleranceKind.RELATIVE, {}),
        (ToleranceKind.ABSOLUTE, {"share": Fraction(1, 10)}),
        (ToleranceKind.HALF_UNIT, {"amount": q("1万吨")}),
        ("relative", {"share": Fraction(1, 10)}),
    ],
)
def test_a_tolerance_has_what_its_kind_says(kind: Any, more: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match=r"make it with Tolerance\.relative"):
        Tolerance(kind, **more)
