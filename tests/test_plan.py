"""Plans against their years, and average growth."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judging import (
    AT_TARGET,
    HIGHER,
    LOWER,
    about,
    achievement,
    at_least,
    at_most,
    between,
    indicator,
    q,
    target,
)

import govtargets as gt
from govtargets import InexactConversionError, InvalidValueError, Period, Quantity, Verdict
from govtargets import Transformation as Made
from govtargets.rates import yearly_rate

SPAN = Period.span(2021, 2023)


def plan(goal: Any, made: Made | None, direction: Any = HIGHER, **more: Any) -> gt.Target:
    return target(goal, direction, transformation=made, **{"period": SPAN, **more})


def years(*values: Any, made: Made | None = None, first: int = 2021) -> list[gt.Achievement]:
    return [
        achievement(value, period=Period.year(year), transformation=made)
        for year, value in enumerate(values, first)
    ]


class TestSums:
    @pytest.mark.parametrize(
        ("goal", "values", "verdict", "total", "needed"),
        [
            (at_least("30万人"), ("10万人", "11万人", "9万人"), "met", "30万人", None),
            (at_least("30万人"), ("10万人", "11万人", "8万人"), "missed", "29万人", None),
            (at_least("30万人"), ("10万人", "11万人"), "pending", "21万人", "9万人"),
            (at_least("30万人"), ("10万人", "110000人"), "pending", "21万人", "9万人"),
            (
                at_least("30万人"),
                ("10万人", at_least("10万人"), "9万人"),
                "indeterminate",
                "29万人以上",
                None,
            ),
            (about("30万人"), ("10万人", "10万人", "9万人"), "indeterminate", "29万人", None),
        ],
    )
    def test_amounts_add_up(
        self, goal: Any, values: tuple[Any, ...], verdict: str, total: str, needed: str | None
    ) -> None:
        found = gt.consistent(plan(goal, Made.CUMULATIVE), years(*values))
        assert (found.verdict.value, str(found.total)) == (verdict, total)
        assert found.needed == (None if needed is None else gt.Bounds.exact(q(needed)))
        assert found.years == tuple(range(2021, 2021 + len(values)))

    def test_points_add_up(self) -> None:
        asked = plan("3个百分点", Made.DIFFERENCE)
        found = gt.consistent(asked, years("1个百分点", "1.2个百分点", made=Made.DIFFERENCE))
        assert (str(found.total), str(found.needed)) == ("2.2个百分点", "0.8个百分点")

    def test_achieved_early(self) -> None:
        asked = plan(at_least("20万人"), Made.CUMULATIVE)
        found = gt.consistent(asked, years("10万人", "11万人"))
        assert (found.achieved_in, found.achieved_early) == (2022, True)
        assert str(found.needed) == "-1万人"
        last = gt.consistent(asked, years("5万人", "5万人", "10万人"))
        assert (last.achieved_in, last.achieved_early) == (2023, False)

    def test_a_total_below_a_ceiling_has_reached_nothing(self) -> None:
        asked = plan(at_most("100万吨"), Made.CUMULATIVE, LOWER)
        assert gt.consistent(asked, years("10万吨")).achieved_in is None
        falls = plan(at_most("-10万人"), Made.DIFFERENCE, LOWER)
        assert gt.consistent(falls, years("-6万人", "-5万人")).achieved_in == 2022
        hit = plan("10万人", Made.CUMULATIVE, AT_TARGET)
        assert gt.consistent(hit, years("10万人")).achieved_in is None

    def test_a_range_without_a_direction_names_no_need(self) -> None:
        asked = plan(between("9万人", "10万人"), Made.CUMULATIVE, None)
        assert gt.consistent(asked, years("1万人")).needed is None

    def test_an_unbounded_year_has_no_total(self) -> None:
        found = gt.consistent(plan("9万人", Made.CUMULATIVE), years(about("0万人")))
        assert (found.total, found.needed) == (None, None)


class TestGrowth:
    @pytest.mark.parametrize(
        ("rates", "verdict"),
        [
            (("6%", "6%", "6%"), "met"),
            (("8%", "4%", "6%"), "missed"),  # the arithmetic mean is 6 %, the true one 5.99 %
            (("8%", "4%", "6.04%"), "met"),
            (("8%", "4%", about("6%")), "indeterminate"),
        ],
    )
    def test_an_average_compounds(self, rates: tuple[Any, ...], verdict: str) -> None:
        asked = plan(at_least("6%"), Made.AVERAGE_GROWTH)
        found = gt.consistent(asked, years(*rates, made=Made.GROWTH))
        assert found.verdict.value == verdict

    def test_what_the_rest_needs(self) -> None:
        asked = plan(at_least("6%"), Made.AVERAGE_GROWTH)
        found = gt.consistent(asked, years("8%", "4%", made=Made.GROWTH))
        assert found.factor == Fraction(108 * 104, 100**2)
        assert found.needed_factor == Fraction(106**3, 100**3) / found.factor
        assert str(found.needed_growth(places=4)) == "6.0377%"

    def test_growth_over_the_span(self) -> None:
        asked = plan(at_least("20%"), Made.GROWTH)
        found = gt.consistent(asked, years("10%", "9.1%", made=Made.GROWTH))
        assert (found.verdict, found.achieved_in) == (Verdict.PENDING, 2022)
        intensity = plan(at_most("-10%"), Made.GROWTH, LOWER)
        falls = gt.consistent(intensity, years("-3%", "-3%", "-3%", made=Made.GROWTH))
        assert (falls.verdict, falls.factor) == (Verdict.MISSED, Fraction(97**3, 100**3))

    def test_inexact_rates_leave_no_factor(self) -> None:
        asked = plan(at_least("6%"), Made.AVERAGE_GROWTH)
        found = gt.consistent(asked, years(at_least("5%"), made=Made.GROWTH))
        assert (found.factor, found.needed_growth()) == (None, None)
        wild = gt.consistent(asked, years(at_most("5%"), made=Made.GROWTH))
        assert (wild.factor, wild.verdict) == (None, Verdict.PENDING)
        gone = gt.consistent(asked, years("-100%", made=Made.GROWTH))
        assert (gone.factor, gone.needed_growth()) == (Fraction(0), None)
        below = gt.consistent(plan("-300%", Made.GROWTH), years("5%", made=Made.GROWTH))
        assert below.needed_growth() is None


class TestLevels:
    def test_the_last_year_decides(self) -> None:
        asked = plan("65%", Made.LEVEL)
        found = gt.consistent(asked, years("63%", "64%", made=Made.LEVEL))
        assert (found.verdict, found.missing) == (Verdict.PENDING, (2023,))
        assert (str(found.total), str(found.needed)) == ("64%", "1个百分点")
        done = gt.consistent(asked, years("65%", "64%", "65%", made=Made.LEVEL))
        assert (done.verdict, done.achieved_in) == (Verdict.MET, 2021)

    def test_growth_from_the_baseline(self) -> None:
        asked = plan("120亿元", None, baseline=q("100亿元"))
        found = gt.consistent(asked, years("6%", "6%", "6.8%", made=Made.GROWTH))
        assert found.verdict is Verdict.MET
        assert found.factor == Fraction(106 * 106 * 1068, 100 * 100 * 1000)
        two = gt.consistent(asked, years("6%", "6%", made=Made.GROWTH))
        assert str(two.needed_growth()) == "6.8%"

    def test_changes_from_the_baseline(self) -> None:
        asked = plan("65万人", None, baseline=q("60万人"))
        found = gt.consistent(asked, years("2万人", "1万人", made=Made.DIFFERENCE))
        assert (str(found.total), str(found.needed)) == ("63万人", "2万人")
        assert gt.consistent(asked, years("5万人", made=Made.DIFFERENCE)).achieved_in == 2021

    def test_no_baseline_no_growth(self) -> None:
        found = gt.consistent(plan("120亿元", None), years("6%", made=Made.GROWTH))
        assert (found.verdict, found.years) == (Verdict.INDETERMINATE, ())
        mixed = [*years("6%", made=Made.GROWTH), *years("106亿元", first=2022)]
        asked = plan("120亿元", None, baseline=q("100亿元"))
        assert gt.consistent(asked, mixed).verdict is Verdict.INDETERMINATE


class TestWhichYearsCount:
    def test_a_result_stands_before_a_goal(self) -> None:
        goal = target("10万人", period=Period.year(2021))
        asked = plan("30万人", Made.CUMULATIVE)
        first: list[gt.Target | gt.Achievement] = [goal, *years("9万人")]
        for records in (first, first[::-1]):
            assert str(gt.consistent(asked, records).total) == "9万人"

    def test_other_series_times_and_words_do_not(self) -> None:
        others: list[gt.Target | gt.Achievement] = [
            achievement("9万人", period=Period.year(2021), indicator=indicator(name="别的")),
            achievement("9万人", period=Period.year(2019)),
            achievement("9万人", period=Period.quarter(2021, 1)),
            target(gt.NotStated(), period=Period.year(2021)),
        ]
        found = gt.consistent(plan("30万人", Made.CUMULATIVE), others)
        assert (found.verdict, found.missing) == (Verdict.INDETERMINATE, (2021, 2022, 2023))

    def test_what_does_not_make_a_plan(self) -> None:
        asked = plan("30万人", Made.CUMULATIVE)
        assert gt.consistent(asked, years("6%")).verdict is Verdict.INDETERMINATE
        words = plan(gt.NotStated(), Made.CUMULATIVE)
        assert gt.consistent(words, years("6万人")).verdict is Verdict.INDETERMINATE


class TestDecompose:
    def test_equal_parts(self) -> None:
        found = gt.decompose(plan(at_least("30万人"), Made.CUMULATIVE))
        assert [str(one.goal) for one in found] == ["10万人以上"] * 3
        assert [one.period for one in found] == [Period.year(year) for year in (2021, 2022, 2023)]
        assert {one.transformation for one in found} == {Made.LEVEL}

    def test_the_average_each_year(self) -> None:
        asked = plan(at_least("6%"), Made.AVERAGE_GROWTH)
        found = gt.decompose(asked)
        assert {(str(one.goal), one.transformation) for one in found} == {("6%以上", Made.GROWTH)}
        assert gt.consistent(asked, found).verdict is Verdict.MET

    def test_parts_without_a_finite_decimal(self) -> None:
        asked = plan("100公里", Made.CUMULATIVE)
        with pytest.raises(InexactConversionError):
            gt.decompose(asked)
        assert gt.consistent(asked, gt.decompose(asked, places=0)).verdict is Verdict.MET

    @pytest.mark.parametrize(
        ("goal", "made", "period"),
        [
            (between("1万人", "2万人"), Made.CUMULATIVE, SPAN),
            (gt.NotStated(), Made.CUMULATIVE, SPAN),
            (gt.NotStated(), Made.AVERAGE_GROWTH, SPAN),
            ("20%", Made.GROWTH, SPAN),
            ("20万人", Made.CUMULATIVE, Period.parse("2023年末")),
        ],
    )
    def test_what_does_not_split(self, goal: Any, made: Made, period: Period) -> None:
        with pytest.raises(InvalidValueError, match="does not split into even years"):
            gt.decompose(plan(goal, made, period=period))

    @given(st.integers(1, 10**6), st.integers(2, 9), st.integers(0, 3))
    def test_the_parts_always_make_the_plan(self, amount: int, count: int, places: int) -> None:
        asked = plan(
            Quantity(amount, "人"), Made.CUMULATIVE, period=Period.span(2021, 2020 + count)
        )
        found = gt.consistent(asked, gt.decompose(asked, places=places))
        assert (found.verdict, found.total) == (Verdict.MET, asked.goal)


class TestAverageGrowth:
    @pytest.mark.parametrize(
        ("first", "last", "count", "places", "rate"),
        [
            ("100亿元", "140亿元", 5, 2, "6.96%"),
            ("100亿元", "121亿元", 2, 2, "10%"),
            ("1亿元", "10000万元", 3, 2, "0%"),
            ("100亿元", "90亿元", 1, 2, "-10%"),
            ("100亿元", "0亿元", 3, 2, "-100%"),
            ("1000亿元", "1005亿元", 1, 0, "0%"),  # half to even
            ("1000亿元", "1015亿元", 1, 0, "2%"),
            ("1000亿元", "1005.1亿元", 1, 0, "1%"),
        ],
    )
    def test_the_yearly_growth(
        self, first: str, last: str, count: int, places: int, rate: str
    ) -> None:
        assert str(gt.average_growth(q(first), q(last), years=count, places=places)) == rate

    @pytest.mark.parametrize(
        ("first", "last", "count"),
        [("0亿元", "1亿元", 1), ("1亿元", "-1亿元", 1), ("1亿元", "2亿元", 0)],
    )
    def test_where_there_is_none(self, first: str, last: str, count: int) -> None:
        with pytest.raises(InvalidValueError, match="no yearly growth leads from"):
            gt.average_growth(q(first), q(last), years=count)

    @given(st.fractions(0, 50, max_denominator=1000), st.integers(1, 12), st.integers(0, 4))
    def test_the_root_is_within_half_a_digit(
        self, factor: Fraction, count: int, places: int
    ) -> None:
        rate = 1 + Fraction(yearly_rate(factor, count, places=places).magnitude) / 100
        half = Fraction(1, 200 * 10**places)
        assert max(rate - half, Fraction(0)) ** count <= factor <= (rate + half) ** count
