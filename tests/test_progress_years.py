"""Progress of a plan over several years by the figures of its years, against plain arithmetic."""

import datetime as dt
from decimal import Decimal
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
    q,
    target,
)

import govtargets as gt
from govtargets import Pace, Period, Reason, Status, Track, Undefined
from govtargets import Transformation as Made

PLAN = Period.parse("“十四五”")
LATER = dt.date(2026, 6, 1)
FIRST, WHOLE = 2021, 5
RATES = st.decimals(-9, 15, places=1)
AMOUNTS = st.decimals(0, 40, places=1)


def plan(goal: Any, made: Made, direction: Any = HIGHER, **more: Any) -> gt.Target:
    return target(goal, direction, period=PLAN, transformation=made, **more)


def jobs(goal: Any = "30万人", **more: Any) -> gt.Target:
    return plan(goal, Made.CUMULATIVE, **more)


def in_year(value: Any, year: int, **more: Any) -> gt.Achievement:
    return achievement(value, period=Period.year(year), **more)


def years(*values: Any, **more: Any) -> list[gt.Achievement]:
    return [in_year(value, FIRST + at, **more) for at, value in enumerate(values)]


def by_hand(reached: Fraction, wanted: Fraction, share: Fraction, *, up: bool) -> str:
    """The track, by comparing with the path; both counted from where the way starts."""
    if (reached >= wanted) if up else (reached <= wanted):
        return "achieved"
    short, long = reached, wanted * share
    if short == long:
        return "on_track"
    return "ahead" if (short > long) == up else "behind"


class TestSums:
    """累计 against the yearly amounts."""

    @given(
        wanted=st.decimals("0.1", 150, places=1),
        amounts=st.lists(AMOUNTS, min_size=1, max_size=WHOLE),
        units=st.lists(st.sampled_from(["万人", "人"]), min_size=WHOLE, max_size=WHOLE),
        made=st.sampled_from([None, Made.LEVEL, Made.CUMULATIVE]),
        order=st.randoms(use_true_random=False),
    )
    def test_against_plain_arithmetic(
        self, wanted: Decimal, amounts: list[Decimal], units: list[str], made: Any, order: Any
    ) -> None:
        figures = [
            in_year(
                gt.Quantity(one if unit == "万人" else one * 10000, unit),
                FIRST + at,
                transformation=made,
            )
            for at, (one, unit) in enumerate(zip(amounts, units, strict=False))
        ]
        order.shuffle(figures)
        found = gt.progress(jobs(gt.Quantity(wanted, "万人")), figures, LATER)
        total, share = Fraction(sum(amounts)), Fraction(len(amounts), WHOLE)
        assert found.total is not None
        assert Fraction(found.total.value.to("人").magnitude) == total * 10000
        assert found.track.value == by_hand(total, Fraction(wanted), share, up=True)
        assert (found.time_share, found.done_share) == (share, total / Fraction(wanted))
        assert found.needed == Fraction(wanted) / (12 * WHOLE)
        assert found.realised == total / (12 * len(amounts))
        assert str(found.covered) in {"2021年", f"2021—{FIRST + len(amounts) - 1}年", "“十四五”"}

    @given(
        known=st.sets(st.integers(0, WHOLE - 1), min_size=1),
        made=st.sampled_from([Made.CUMULATIVE, Made.AVERAGE_GROWTH]),
    )
    def test_a_missing_year_is_named_and_nothing_is_guessed(
        self, known: set[int], made: Made
    ) -> None:
        growth = made is Made.AVERAGE_GROWTH
        goal, value = ("6%", "7%") if growth else ("30万人", "7万人")
        figures = [in_year(value, FIRST + at) for at in known]
        found = gt.progress(plan(goal, made), figures, LATER)
        missing = tuple(FIRST + at for at in range(max(known)) if at not in known)
        assert found.missing == missing
        assert (found.track is Track.UNKNOWN) == bool(missing)
        assert (found.reason is Reason.NO_ACHIEVEMENT) == bool(missing)
        assert (found.total is None and found.factor is None) == bool(missing)
        assert found.latest is not None
        assert found.latest.period.last_year == FIRST + max(known)

    def test_a_part_of_the_current_year_counts(self) -> None:
        now = achievement("4万人", period=Period.year_to_date(2022, 9))
        found = gt.progress(jobs(), [*years("6万人"), now], LATER)
        assert (str(found.total), found.time_share) == ("10万人", Fraction(21, 60))
        assert str(found.covered) == "2021年1月—2022年9月"

    def test_a_running_total_comes_before_its_years(self) -> None:
        so_far = achievement(
            "12.5万人", period=Period.span(2021, 2022), transformation=Made.CUMULATIVE
        )
        figures = [*years("6万人", "6.4万人", "7万人"), so_far]
        found = gt.progress(jobs(), figures, LATER)
        assert (str(found.total), found.missing) == ("19.5万人", ())
        found = gt.progress(jobs(), [so_far, in_year("7万人", 2024)], LATER)
        assert found.missing == (2023,)

    def test_a_part_of_a_year_before_another_is_a_gap(self) -> None:
        half = achievement("3万人", period=Period.half(2021, 1))
        found = gt.progress(jobs(), [half, in_year("6万人", 2022)], LATER)
        assert found.missing == (2021,)
        late = achievement("3万人", period=Period.half(2022, 2))
        found = gt.progress(jobs(), [in_year("6万人", 2021), late], LATER)
        assert found.missing == (2022,)

    def test_only_a_full_year_beyond_is_missing_no_year(self) -> None:
        quarter = achievement("3万人", period=Period.quarter(2021, 2))
        found = gt.progress(jobs(), [in_year("6万人", 2022), quarter], LATER)
        assert found.missing == (2021,)

    def test_the_figure_in_force_counts(self) -> None:
        first, revised = (
            in_year(value, 2021, status=status)
            for value, status in (("6万人", Status.REVISED), ("6.6万人", Status.PRELIMINARY))
        )
        found = gt.progress(jobs(), [first, revised], LATER)
        assert str(found.total) == "6万人"

    def test_what_is_not_over_is_not_known(self) -> None:
        figures = years("6万人", "7万人")
        assert str(gt.progress(jobs(), figures, dt.date(2022, 3, 1)).total) == "6万人"

    def test_a_reduction_runs_downwards(self) -> None:
        asked = plan("-5000万人", Made.DIFFERENCE, LOWER)
        figures = years("-1240万人", "-1289万人", transformation=Made.DIFFERENCE, base="比上年")
        found = gt.progress(asked, figures, LATER)
        assert (found.track, str(found.total), str(found.remaining)) == (
            Track.AHEAD,
            "-2529万人",
            "-2471万人",
        )

    def test_levels_make_no_difference(self) -> None:
        asked = plan("-5000万人", Made.DIFFERENCE, LOWER)
        found = gt.progress(asked, years("4335万人", "3046万人", transformation=Made.LEVEL), LATER)
        assert (found.total, found.reason) == (None, Reason.NO_ACHIEVEMENT)

    def test_changes_of_rates_are_held_against_the_goal_in_points(self) -> None:
        asked = plan("5个百分点", Made.DIFFERENCE)
        found = gt.progress(asked, years("1个百分点", "1.5个百分点", base="同比"), LATER)
        assert (found.track, str(found.remaining)) == (Track.AHEAD, "2.5个百分点")
        over_base = years("1个百分点", "2.5个百分点", base="比2020年")
        assert gt.progress(asked, over_base[1:], LATER).total is None

    def test_inexact_years_make_an_inexact_sum(self) -> None:
        found = gt.progress(jobs(), years("6万人", at_least("7万人")), LATER)
        assert (found.track, str(found.total)) == (Track.AHEAD, "13万人以上")
        assert (found.done_share, str(found.remaining)) == (None, "17万人以内")
        found = gt.progress(jobs(), years("6万人", about("6万人")), LATER)
        assert found.track is Track.UNKNOWN

    def test_years_without_a_bound_on_either_side_add_up_to_nothing(self) -> None:
        found = gt.progress(jobs(), years(at_least("6万人"), at_most("7万人")), LATER)
        assert (found.total, found.reason) == (None, Undefined.NO_FINITE_DECIMAL)

    def test_a_sum_is_stated_in_the_unit_that_can(self) -> None:
        found = gt.progress(plan("10公顷", Made.CUMULATIVE), years("16亩", "1亩"), LATER)
        assert str(found.total) == "17亩"

    def test_a_baseline_keeps_its_own_path(self) -> None:
        asked = jobs(baseline=q("10万人"))
        assert gt.progress(asked, years("20万人"), LATER).total is None


class TestGrowth:
    """年均 against the yearly growths."""

    @given(
        wanted=RATES,
        rates=st.lists(RATES, min_size=1, max_size=WHOLE),
        direction=st.sampled_from([HIGHER, LOWER]),
        made=st.sampled_from([None, Made.GROWTH]),
    )
    def test_against_plain_arithmetic(
        self, wanted: Decimal, rates: list[Decimal], direction: Any, made: Any
    ) -> None:
        asked = plan(gt.Quantity(wanted, "%"), Made.AVERAGE_GROWTH, direction)
        up = direction is HIGHER
        figures = years(*(gt.Quantity(one, "%") for one in rates), transformation=made)
        found = gt.progress(asked, figures, LATER)
        factor = Fraction(1)
        for rate in rates:
            factor *= 1 + Fraction(rate) / 100
        yearly = 1 + Fraction(wanted) / 100
        path, goal = yearly ** len(rates), yearly**WHOLE
        assert (found.factor, found.pace) == (factor, Pace.COMPOUND)
        assert found.time_share == Fraction(len(rates), WHOLE)
        done = None if goal == 1 else (factor - 1) / (goal - 1)
        assert found.done_share == done
        if (goal > 1) == up and ((factor >= goal) if up else (factor <= goal)):
            assert goal == 1 or found.track is Track.ACHIEVED
        elif factor == path:
            assert found.track is Track.ON_TRACK
        else:
            assert found.track is (Track.AHEAD if (factor > path) == up else Track.BEHIND)
        assert str(found.yearly_growth("needed", places=1)) == f"{wanted.normalize():f}%"

    def test_what_the_rest_has_to_grow(self) -> None:
        asked = plan(at_least("6%"), Made.AVERAGE_GROWTH)
        found = gt.progress(asked, years("8%", "4%", "5%", base="同比"), LATER)
        assert (found.track, str(found.yearly_growth("required"))) == (Track.BEHIND, "6.52%")
        assert str(found.yearly_growth("realised")) == "5.65%"
        assert (found.needed, found.realised, found.required) == (None, None, None)

    def test_growth_over_the_whole_plan(self) -> None:
        asked = plan("-13.5%", Made.GROWTH, LOWER, base="比2020年")
        found = gt.progress(asked, years("-3%", "-0.1%", base="同比"), LATER)
        assert (found.track, found.factor) == (Track.BEHIND, Fraction(97 * 999, 100000))
        assert gt.progress(asked, years("-9%", "-8%"), LATER).track is Track.ACHIEVED

    def test_growth_over_another_base_is_no_yearly_growth(self) -> None:
        asked = plan("6%", Made.AVERAGE_GROWTH)
        figures = [in_year("20%", 2021, base="比2019年"), in_year("3%", 2022, base="环比")]
        assert gt.progress(asked, figures, LATER).factor is None

    def test_inexact_growth_has_a_track_and_no_factor(self) -> None:
        asked = plan("6%", Made.AVERAGE_GROWTH)
        found = gt.progress(asked, years(at_least("7%")), LATER)
        assert (found.track, found.factor, found.done_share) == (Track.AHEAD, None, None)

    @pytest.mark.parametrize(
        ("rate", "track"), [("6.4%", "on_track"), ("8%", "behind"), (at_least("1%"), "unknown")]
    )
    def test_a_range_to_hit_has_no_path(self, rate: Any, track: str) -> None:
        asked = plan(between("6%", "7%"), Made.AVERAGE_GROWTH, AT_TARGET)
        found = gt.progress(asked, years(*[rate] * WHOLE), LATER)
        assert (found.track.value, found.time_share) == (track, None)

    def test_a_range_needs_a_direction(self) -> None:
        asked = plan(between("6%", "7%"), Made.AVERAGE_GROWTH, None)
        assert gt.progress(asked, years("6%"), LATER).reason is Undefined.DIRECTION_UNKNOWN

    def test_a_fall_to_nothing_has_no_path(self) -> None:
        asked = plan("-100%", Made.AVERAGE_GROWTH, LOWER)
        found = gt.progress(asked, years("-50%"), LATER)
        assert (found.track, found.time_share) == (Track.BEHIND, None)


def test_a_goal_in_words_has_no_parts() -> None:
    found = gt.progress(jobs(gt.Qualitative("持续增加")), years("6万人"), LATER)
    assert found.reason is not None


def test_in_words() -> None:
    found = gt.progress(jobs(), years("6万人", "6.4万人", "7万人"), LATER)
    assert found.explanation() == (
        "“十四五” 粮食产量：目标30万人，截至2026年6月1日合计19.4万人（2021—2023年），"
        "时间过去60%，任务完成64.67%。快于进度。"
    )
    assert found.explanation("en") == (
        "粮食产量, 14th Five-Year Plan (2021–2025): target 300,000 persons, by 2026-06-01 "
        "194,000 persons in all (2021–2023), 60% of the time gone and 64.67% of the way done: "
        "ahead."
    )
    found = gt.progress(plan("6%", Made.AVERAGE_GROWTH), years("8%", "4%"), LATER)
    assert "截至2026年6月1日累计增长12.32%（2021—2022年）" in found.explanation()
    assert "growth of 12.32% in all (2021–2022)" in found.explanation("en")
    found = gt.progress(jobs(), [in_year("6万人", 2021), in_year("7万人", 2024)], LATER)
    assert found.explanation().endswith("最近值7万人（2024年）。无法判断：缺少2022、2023年的数据。")
    assert found.explanation("en").endswith("unknown (no figure for 2022, 2023).")
    found = gt.progress(jobs("30%"), [in_year("6万人", 2021)], LATER)
    assert found.explanation().endswith("无法判断：单位类别不同。")
    assert repr(found) == f"<Progress: {found.explanation()}>"
