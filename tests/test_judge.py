"""Verdicts, reasons, gaps and completion ratios."""

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
import pytest
from tests.judging import (
    AT_TARGET,
    HIGHER,
    LOWER,
    YEAR,
    about,
    above,
    achievement,
    at_least,
    at_most,
    below,
    between,
    indicator,
    judge,
    nearly,
    q,
    some_more,
    target,
)

import govtargets as gt
from govtargets import (
    Bounds,
    Delegated,
    NotStated,
    Policy,
    Qualitative,
    Reason,
    Relation,
    Relative,
    Undefined,
    Verdict,
)
from govtargets import Transformation as Made

MET, MISSED = Verdict.MET, Verdict.MISSED


def short(found: gt.Assessment) -> str:
    return found.verdict.value if found.reason is None else found.reason.value


@pytest.mark.parametrize(
    ("goal", "value", "direction", "expected"),
    [
        ("7%", "7%", HIGHER, "met"),
        ("7%", "6.9%", HIGHER, "missed"),
        ("5.5%", "5.2%", LOWER, "met"),
        ("5.5%", "5.6%", LOWER, "missed"),
        ("3%", "3.0%", AT_TARGET, "met"),
        ("3%", "2%", AT_TARGET, "missed"),
        ("3%", "3%", None, "met"),  # met whichever way is better
        ("3%", "2%", None, "direction_unknown"),
        ("200万吨", "2048000吨", HIGHER, "met"),
        ("15亩", "1公顷", HIGHER, "met"),
        (at_least("6万人"), "6万人", None, "met"),
        (above("100亿元"), "100亿元", HIGHER, "missed"),
        (below("4.6%"), "4.6%", LOWER, "missed"),
        (at_most("-3.9%"), "-4.8%", LOWER, "met"),  # 下降3.9%以上
        ("7%", at_least("4.5%"), HIGHER, "bounded_achievement"),
        ("7%", at_least("7%"), HIGHER, "met"),
        ("7%", at_most("6%"), HIGHER, "missed"),
        ("7%", between("6%", "8%"), HIGHER, "bounded_achievement"),
        ("7%", about("7%"), HIGHER, "approximate_achievement"),
        ("7%", nearly("7.5%"), HIGHER, "approximate_achievement"),
        ("650万套", some_more("600万套"), HIGHER, "approximate_achievement"),
        ("600万套", some_more("600万套"), HIGHER, "met"),
        (about("8%"), "9.2%", HIGHER, "met"),
        (about("7.5%"), "7.4%", HIGHER, "approximate_zone"),
        (about("7.5%"), "6.7%", HIGHER, "missed"),
        (nearly("2万亿元"), "2万亿元", HIGHER, "met"),
        (about("4%"), "5.4%", None, "direction_unknown"),
        (between("6.5%", "7%"), "6.7%", HIGHER, "met"),
        (between("6.5%", "7%"), "7.2%", AT_TARGET, "missed"),
        (between("6.5%", "7%"), "7.2%", None, "direction_unknown"),
        ("第4位", "3位", HIGHER, "met"),
        (NotStated(), "7%", HIGHER, "not_stated"),
        (Qualitative("平稳增长"), "7%", HIGHER, "qualitative"),
        (Delegated("省"), "7%", HIGHER, "delegated"),
        ("7%", "7个百分点", HIGHER, "unit_mismatch"),
        ("7万人", "7万户", HIGHER, "unit_mismatch"),
    ],
)
def test_verdicts(goal: Any, value: Any, direction: gt.Direction | None, expected: str) -> None:
    goal = q("4位") if goal == "第4位" else goal
    assert short(judge(goal, value, direction)) == expected


def test_a_direction_that_nothing_hangs_on_is_not_asked_for() -> None:
    equality = Policy.named("equality")
    assert short(judge("3%", "2%", None, policy=equality)) == "missed"
    assert short(judge(between("1%", "3%"), "2%", None, policy=equality)) == "met"
    assert short(judge(at_least("3%"), at_least("2%"), None)) == "bounded_achievement"


class TestPending:
    @pytest.mark.parametrize(
        ("value", "day", "reason"),
        [
            (None, None, Reason.NO_ACHIEVEMENT),
            (None, dt.date(2023, 12, 30), Reason.NOT_DUE),
            (None, dt.date(2023, 12, 31), Reason.NO_ACHIEVEMENT),
            ("7%", dt.date(2023, 6, 30), Reason.NOT_DUE),
        ],
    )
    def test_nothing_to_judge_yet(
        self, value: str | None, day: dt.date | None, reason: Reason
    ) -> None:
        reached = None if value is None else achievement(value)
        found = gt.assess(target("7%", stretch=q("8%")), reached, as_of=day)
        assert (found.verdict, found.reason) == (Verdict.PENDING, reason)
        assert (found.stretch, found.stretch_reason) == (Verdict.PENDING, reason)
        assert (found.gap, found.gap_reason) == (None, Undefined.NOT_COMPARABLE)
        assert (found.completion, found.excess) == (None, None)

    def test_a_day_after_the_period_changes_nothing(self) -> None:
        found = judge("7%", "8%", as_of=dt.date(2024, 1, 20))
        assert (found.verdict, found.as_of) == (MET, dt.date(2024, 1, 20))


class TestMismatch:
    """Each stands in the way only where both sides state it."""

    @pytest.mark.parametrize(
        ("asked", "reached", "expected"),
        [
            ({}, {"indicator": indicator(name="棉花产量")}, "indicator_mismatch"),
            ({"region": gt.Region("焦作市")}, {"region": gt.Region("洛阳市")}, "region_mismatch"),
            ({"region": gt.Region("焦作市")}, {}, "met"),
            ({}, {"region": gt.Region("焦作市")}, "met"),
            (
                {"region": gt.Region("焦作", "410800")},
                {"region": gt.Region("焦作市", "410800")},
                "met",
            ),
            ({}, {"period": gt.Period.year(2022)}, "period_mismatch"),
            ({}, {"period": gt.Period.year_to_date(2023, 9)}, "period_mismatch"),
            ({}, {"period": gt.Period.year_to_date(2023, 12)}, "met"),
            ({"transformation": Made.GROWTH}, {"transformation": Made.GROWTH}, "met"),
            ({"transformation": Made.GROWTH}, {}, "met"),
            (
                {"transformation": Made.GROWTH},
                {"transformation": Made.LEVEL},
                "transformation_mismatch",
            ),
            ({"transformation": Made.SHARE}, {"transformation": Made.LEVEL}, "met"),
            ({"base": "同比"}, {"base": "环比"}, "transformation_mismatch"),
            ({"base": "同比"}, {"base": "比2020年"}, "transformation_mismatch"),
            ({"base": "同比"}, {"base": "比上年末"}, "transformation_mismatch"),
            ({"base": "比2019年"}, {"base": "比2020年同期"}, "transformation_mismatch"),
            ({"base": "同比"}, {"base": "较去年"}, "met"),
            ({"base": "比2022年"}, {"base": "同比"}, "met"),
            ({"base": "同比"}, {}, "met"),
            (
                {"base": "同比", "transformation": Made.LEVEL},
                {"base": "环比", "transformation": Made.LEVEL},
                "met",
            ),
            (
                {"base": "同比", "transformation": Made.INDEX},
                {"base": "环比", "price_basis": "现价"},
                "transformation_mismatch",
            ),
            ({"price_basis": "不变价"}, {"price_basis": "现价"}, "price_basis_mismatch"),
            ({"price_basis": "不变价"}, {"price_basis": "不变价"}, "met"),
            ({"price_basis": "不变价"}, {}, "met"),
            ({"scope": "城镇"}, {"scope": "农村"}, "scope_mismatch"),
            ({"scope": "城镇"}, {}, "met"),
        ],
    )
    def test_what_differs(
        self, asked: dict[str, Any], reached: dict[str, Any], expected: str
    ) -> None:
        found = gt.assess(target("7%", **asked), achievement("7%", **reached))
        assert short(found) == expected

    def test_an_alias_is_the_same_indicator(self) -> None:
        grain = gt.Indicator("grain", "粮食产量", direction=HIGHER, aliases=("粮食总产",))
        other = gt.Indicator("grain_total", "粮食总产")
        for one, two in ((grain, other), (other, grain)):
            found = gt.assess(
                target(at_least("7%"), indicator=one), achievement("7%", indicator=two)
            )
            assert found.verdict is MET

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (Made.LEVEL, Made.LEVEL, "met"),
            (Made.LEVEL, None, "met"),
            (None, Made.LEVEL, "met"),
            (Made.SHARE, Made.LEVEL, "met"),
            (None, None, "period_mismatch"),
            (Made.GROWTH, Made.GROWTH, "period_mismatch"),
            (Made.LEVEL, Made.GROWTH, "period_mismatch"),
        ],
    )
    def test_the_end_of_the_year_stands_for_the_year_in_levels(
        self, one: Made | None, other: Made | None, expected: str
    ) -> None:
        end = gt.Period.parse("2023年末")
        for first, second in ((YEAR, end), (end, YEAR)):
            found = gt.assess(
                target("7%", period=first, transformation=one),
                achievement("7%", period=second, transformation=other),
            )
            assert short(found) == expected

    @pytest.mark.parametrize("period", ["2023年上半年", "2021—2023年", "“十三五”"])
    def test_the_end_of_another_stretch_does_not(self, period: str) -> None:
        found = gt.assess(
            target("7%", period=gt.Period.parse(period), transformation=Made.LEVEL),
            achievement("7%", period=gt.Period.parse("2023年末"), transformation=Made.LEVEL),
        )
        assert found.reason is Reason.PERIOD_MISMATCH

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("全省", "全省", "met"),
            (None, None, "met"),
            ("全省", None, "scope_mismatch"),
            (None, "全省", "scope_mismatch"),
            ("全省", "全国", "scope_mismatch"),
        ],
    )
    def test_ranks_compare_within_one_scope(
        self, one: str | None, other: str | None, expected: str
    ) -> None:
        found = gt.assess(target("4位", scope=one), achievement("3位", scope=other))
        assert short(found) == expected


class TestRelative:
    @pytest.mark.parametrize(
        ("goal", "value", "reference", "expected"),
        [
            (Relative(Relation.ABOUT, "GDP"), "7%", "7%", "met"),
            (Relative(Relation.ABOUT, "GDP"), "6.5%", "7%", "approximate_zone"),
            (Relative(Relation.ABOUT, "GDP"), "6%", "7%", "missed"),
            (Relative(Relation.ABOVE, "GDP"), "7%", "7%", "missed"),
            (Relative(Relation.EXACT, "GDP"), "7.1%", "7%", "met"),  # 持平 as a floor
            (Relative(Relation.EXACT, "GDP", margin=q("1个百分点")), "7.9%", "7%", "missed"),
            (Relative(Relation.EXACT, "GDP", margin=q("1个百分点")), "8%", "7%", "met"),
            (Relative(Relation.AT_MOST, "GDP", margin=q("-1.5个百分点")), "5%", "7%", "met"),
            (Relative(Relation.ABOVE, "GDP"), "8%", at_least("7%"), "bounded_achievement"),
            (Relative(Relation.ABOVE, "GDP"), "8%", at_most("7%"), "met"),
            (Relative(Relation.ABOVE, "GDP"), "7%", below("7%"), "met"),
            (Relative(Relation.AT_LEAST, "GDP"), "6%", above("7%"), "missed"),
            (Relative(Relation.AT_LEAST, "GDP"), "7%", about("7%"), "approximate_achievement"),
            (Relative(Relation.ABOVE, "GDP"), "8%", "7个百分点", "unit_mismatch"),
            (Relative(Relation.EXACT, "GDP", margin=q("1万人")), "8%", "7%", "unit_mismatch"),
            (Relative(Relation.ABOVE, "GDP"), "8%", None, "reference_missing"),
        ],
    )
    def test_against_another_series(
        self, goal: Relative, value: str, reference: Any, expected: str
    ) -> None:
        assert short(judge(goal, value, reference=reference)) == expected

    def test_without_a_direction(self) -> None:
        found = judge(Relative(Relation.EXACT, "GDP"), "8%", None, reference="7%")
        assert found.reason is Reason.DIRECTION_UNKNOWN
        found = judge(Relative(Relation.ABOVE, "GDP"), "8%", None, reference="7%")
        assert found.verdict is MET

    def test_an_inexact_reference_leaves_a_range_of_gaps(self) -> None:
        goal = Relative(Relation.ABOVE, "GDP", margin=q("1个百分点"))
        assert str(judge(goal, "8%", reference="6.5%").gap) == "0.5个百分点"
        found = judge(goal, "8%", reference=between("6%", "7%", low_inclusive=False))
        assert found.gap == between("0个百分点", "1个百分点", high_inclusive=False)
        assert found.completion_reason is Undefined.INEXACT_REFERENCE
        open_ended = judge(goal, "8%", reference=at_least("6%"))
        assert (open_ended.gap, open_ended.completion) == (at_most("1个百分点"), None)
        assert judge(goal, at_least("8%"), reference=at_least("6%")).gap_reason is (
            Undefined.UNBOUNDED
        )

    def test_around_zero_anything_is_possible(self) -> None:
        found = judge(Relative(Relation.ABOUT, "GDP"), "-9%", reference=between("-1%", "1%"))
        assert found.reason is Reason.BOUNDED_ACHIEVEMENT


class TestRounding:
    """GB/T 8170: the result as written, or rounded once, half to even, to the goal's last digit."""

    @pytest.mark.parametrize(
        ("goal", "value", "full", "rounded"),
        [
            (at_least("3.6%"), "3.55%", MISSED, MET),
            (at_least("3.5%"), "3.45%", MISSED, MISSED),
            (at_most("5%"), "5.4%", MISSED, MET),
            (at_most("5.0%"), "5.4%", MISSED, MISSED),
            (at_least("90%"), "89.5%", MISSED, MET),
            (at_least("-3.6%"), "-3.65%", MISSED, MET),
            (at_least("200万吨"), "1995000吨", MISSED, MET),
            (at_least("200万吨"), "1995001吨", MISSED, MET),
            (between("6.5%", "7%"), "7.04%", MET, MET),
        ],
    )
    def test_both_methods(self, goal: Bounds, value: str, full: Verdict, rounded: Verdict) -> None:
        assert judge(goal, value).verdict is full
        assert judge(goal, value, policy=Policy.named("rounded")).verdict is rounded

    def test_never_twice(self) -> None:
        goal = at_least("15.6%")
        assert judge(goal, "15.5456%", policy=Policy.named("rounded")).verdict is MISSED

    def test_the_finer_end_of_a_range_decides(self) -> None:
        goal = between("6.5%", "7%")
        rounded = Policy.named("rounded")
        assert judge(goal, "6.46%", policy=rounded).verdict is MET
        assert judge(goal, "7.04%", AT_TARGET, policy=rounded).verdict is MET
        assert judge(goal, "7.06%", AT_TARGET, policy=rounded).verdict is MISSED

    def test_a_rounded_end_is_closed(self) -> None:
        rounded = Policy.named("rounded")
        assert judge(above("7%"), above("7.2%"), policy=rounded).reason is (
            Reason.BOUNDED_ACHIEVEMENT
        )
        assert judge(at_most("7%"), below("7.2%"), policy=rounded).verdict is MET

    def test_the_gap_is_of_the_value_as_written(self) -> None:
        found = judge(at_least("3.6%"), "3.55%", policy=Policy.named("rounded"))
        assert str(found.gap) == "-0.05个百分点"

    def test_a_relative_goal_has_no_digit_to_round_to(self) -> None:
        goal = Relative(Relation.AT_LEAST, "GDP")
        found = judge(goal, "6.95%", reference="7%", policy=Policy.named("rounded"))
        assert found.verdict is MISSED


class TestGap:
    @pytest.mark.parametrize(
        ("goal", "value", "direction", "gap"),
        [
            ("7%", "6.5%", HIGHER, "-0.5个百分点"),
            ("7%", "7.00%", HIGHER, "0个百分点"),
            ("5.5%", "5.2%", LOWER, "-0.3个百分点"),
            ("6‰", "6.5‰", HIGHER, "0.5个千分点"),
            ("2倍", "250%", HIGHER, "50个百分点"),
            ("200万吨", "2048000吨", HIGHER, "4.8万吨"),
            ("10亩", "1公顷", HIGHER, "5亩"),
            ("1公顷", "16亩", HIGHER, "1亩"),
            ("7%", at_least("4.5%"), HIGHER, "不低于-2.5个百分点"),
            ("7%", above("4.5%"), HIGHER, "高于-2.5个百分点"),
            ("7%", at_most("7.5%"), HIGHER, "0.5个百分点以内"),
            ("7%", below("7.5%"), HIGHER, "低于0.5个百分点"),
            ("7%", about("7%"), HIGHER, "-0.7个百分点—0.7个百分点"),
            (between("6.5%", "7%"), "6.7%", HIGHER, "0.2个百分点"),
            (between("6.5%", "7%"), "6.7%", LOWER, "-0.3个百分点"),
            (between("6.5%", "7%"), "6.7%", AT_TARGET, "0个百分点"),
            (between("6.5%", "7%"), "6%", AT_TARGET, "-0.5个百分点"),
            (between("6.5%", "7%"), "7.2%", AT_TARGET, "0.2个百分点"),
            (between("6.5%", "7%"), at_least("6%"), AT_TARGET, "不低于-0.5个百分点"),
            (between("6.5%", "7%"), above("6.6%"), AT_TARGET, "0个百分点以上"),
            (between("6.5%", "7%"), below("6.6%"), AT_TARGET, "0个百分点以内"),
            (between("6.5%", "7%"), above("7.1%"), AT_TARGET, "超过0.1个百分点"),
            (between("6.5%", "7%"), between("6%", "8%"), AT_TARGET, "-0.5个百分点—1个百分点"),
        ],
    )
    def test_achievement_minus_stated_value(
        self, goal: Any, value: Any, direction: gt.Direction, gap: str
    ) -> None:
        found = judge(goal, value, direction).gap
        assert str(found).replace("超过-", "高于-") == gap

    @pytest.mark.parametrize(
        ("goal", "value", "direction", "why"),
        [
            ("7%", about("0%"), HIGHER, Undefined.UNBOUNDED),
            (between("6%", "7%"), "5%", None, Undefined.DIRECTION_UNKNOWN),
            (NotStated(), "7%", HIGHER, Undefined.NO_NUMBER),
            ("7%", "7万人", HIGHER, Undefined.NOT_COMPARABLE),
            (Relative(Relation.ABOVE, "GDP"), "7%", HIGHER, Undefined.NO_NUMBER),
        ],
    )
    def test_none_with_a_reason(
        self, goal: Any, value: Any, direction: gt.Direction | None, why: Undefined
    ) -> None:
        found = judge(goal, value, direction)
        assert (found.gap, found.gap_reason, found.completion_reason) == (None, why, _share(why))

    def test_no_finite_decimal(self) -> None:
        third = Policy(about=gt.Tolerance.relative(Fraction(1, 3)))
        found = judge("1公顷", about("1公顷"), policy=third)
        assert (found.gap, found.gap_reason) == (None, Undefined.NO_FINITE_DECIMAL)

    def test_digits_that_do_not_fit(self) -> None:
        found = judge("0.000000001吨", "99999999999999999999999999999亿吨")
        assert found.gap_reason is Undefined.NO_FINITE_DECIMAL
        assert found.verdict is MET

    def test_equality_measures_a_range_from_its_nearest_end(self) -> None:
        found = judge(between("6.5%", "7%"), "6.7%", None, policy=Policy.named("equality"))
        assert str(found.gap) == "0个百分点"


def _share(why: Undefined) -> Undefined:
    return Undefined.INEXACT_ACHIEVEMENT if why is Undefined.UNBOUNDED else why


class TestCompletion:
    @pytest.mark.parametrize(
        ("goal", "value", "direction", "baseline", "share"),
        [
            ("200万吨", "206万吨", HIGHER, None, Fraction(103, 100)),
            (at_least("7%"), "0%", HIGHER, None, Fraction(0)),
            ("7%", "-7%", HIGHER, None, Fraction(-1)),
            (between("5%", "8%"), "4%", HIGHER, None, Fraction(4, 5)),
            (at_most("-4%"), "-5%", LOWER, None, Fraction(5, 4)),
            ("1亿元", "9000万元", HIGHER, "8000万元", Fraction(1, 2)),
            ("0%", "1%", LOWER, "4%", Fraction(3, 4)),
            ("5%", "7%", LOWER, "9%", Fraction(1, 2)),
            ("5%", "7%", None, "9%", Fraction(1, 2)),
            (between("5%", "6%"), "7%", LOWER, "9%", Fraction(2, 3)),
        ],
    )
    def test_the_share_of_the_way(
        self, goal: Any, value: str, direction: Any, baseline: str | None, share: Fraction
    ) -> None:
        found = judge(goal, value, direction, baseline=baseline)
        assert (found.completion, found.completion_reason) == (share, None)
        assert found.excess == share - 1

    @pytest.mark.parametrize(
        ("goal", "value", "direction", "baseline", "why"),
        [
            ("0%", "1%", HIGHER, None, Undefined.ZERO_TARGET),
            ("0%", "1%", LOWER, None, Undefined.ZERO_TARGET),
            ("-1%", "1%", HIGHER, None, Undefined.NEGATIVE_TARGET),
            ("5.5%", "5.2%", LOWER, None, Undefined.NOT_A_FALL),
            ("4位", "3位", HIGHER, None, Undefined.NOT_A_FALL),
            ("3%", "3%", AT_TARGET, None, Undefined.LEVEL_TO_HIT),
            ("3%", "3%", None, None, Undefined.DIRECTION_UNKNOWN),
            ("7%", at_least("7%"), HIGHER, None, Undefined.INEXACT_ACHIEVEMENT),
            (between("6%", "7%"), "6%", AT_TARGET, "5%", Undefined.GOAL_IS_RANGE),
            ("7%", "8%", HIGHER, "7.0%", Undefined.BASELINE_IS_TARGET),
            ("7%", "8%", HIGHER, "7万人", Undefined.BASELINE_UNIT),
            ("7%", "8%", HIGHER, about("5%"), Undefined.INEXACT_BASELINE),
        ],
    )
    def test_none_with_a_reason(
        self, goal: Any, value: Any, direction: Any, baseline: Any, why: Undefined
    ) -> None:
        found = judge(goal, value, direction, baseline=baseline)
        assert (found.completion, found.completion_reason, found.excess) == (None, why, None)
        assert found.gap is not None


class TestStretch:
    @pytest.mark.parametrize(
        ("goal", "stretch", "value", "verdict", "tier"),
        [
            (at_least("7%"), "8%", "8%", "met", "met"),
            (at_least("7%"), "8%", "7.5%", "met", "missed"),
            (at_least("7%"), "8%", "6%", "missed", "missed"),
            (at_least("7%"), about("8%"), "7.9%", "met", "approximate_zone"),
            (at_least("7%"), "8%", at_least("6%"), "bounded_achievement", "bounded_achievement"),
            (Delegated("省"), "8%", "9%", "delegated", "delegated"),
            (Delegated("省"), "8%", "7%", "delegated", "missed"),
            (at_least("7%"), "5%", "6%", "missed", "missed"),  # never above the goal itself
            ("7%", "8万人", "9%", "met", "unit_mismatch"),
        ],
    )
    def test_the_higher_tier(
        self, goal: Any, stretch: Any, value: Any, verdict: str, tier: str
    ) -> None:
        found = judge(goal, value, stretch=stretch)
        assert short(found) == verdict
        assert found.stretch is not None
        reason = found.stretch_reason
        assert (found.stretch.value if reason is None else reason.value) == tier

    def test_a_mismatch_concerns_both(self) -> None:
        asked = attrs.evolve(target("7%", stretch=q("8%")), period=gt.Period.year(2020))
        found = gt.assess(asked, achievement("9%"))
        assert found.stretch_reason is Reason.PERIOD_MISMATCH


def test_every_assessment_names_its_policy() -> None:
    assert judge("7%", "8%").policy is Policy.default()
    assert judge("7%", "8%", policy=Policy.named("strict")).policy.name == "strict"


def test_an_assessment_is_a_value() -> None:
    one, two = judge("7%", "8%"), judge("7%", "8%")
    assert one == two
    assert hash(one) == hash(two)
    assert attrs.evolve(one, verdict=MISSED) != one
    assert one.stretch is None


def test_the_repr_of_a_judgement_fits_a_line() -> None:
    found = judge("7%", at_least("4.5%"))
    assert repr(found) == (
        "<Assessment of 2023年 粮食产量: indeterminate, "
        "4.5%以上只给出界限，可能满足“7%”，也可能不满足>"
    )
    (swing,) = gt.sensitivity(
        [gt.assess(target(about("7%"), stretch=about("7%")), achievement("6.9%"))],
        Policy.named("lenient"),
    )
    assert repr(swing) == (
        "<Swing: 2023年 粮食产量: default indeterminate, stretch indeterminate "
        "→ lenient met, stretch met>"
    )
    (plain,) = gt.sensitivity([judge(about("7%"), "6.9%")], Policy.named("lenient"))
    assert repr(plain) == "<Swing: 2023年 粮食产量: default indeterminate → lenient met>"
