"""Pace: where the path would be by now, and where the figures are."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
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
from govtargets import Pace, Period, Reason, Source, Track, Undefined
from govtargets import Transformation as Made

PLAN = Period.parse("“十四五”")
LATER = dt.date(2026, 6, 1)


def to_date(value: Any, month: int, **more: Any) -> gt.Achievement:
    return achievement(value, period=Period.year_to_date(2023, month), **more)


def in_year(value: Any, year: int, **more: Any) -> gt.Achievement:
    return achievement(value, period=Period.year(year), **more)


@pytest.mark.parametrize(
    ("value", "month", "track"),
    [
        ("4.5万人", 9, "on_track"),  # 序时进度: three quarters of the time, three of the way
        ("4.6万人", 9, "ahead"),
        ("4.4万人", 9, "behind"),
        ("6万人", 9, "achieved"),
        (at_least("4.5万人"), 9, "ahead"),
        (between("4万人", "4.4万人"), 9, "behind"),
        (between("4万人", "5万人"), 9, "unknown"),
        (gt.Bounds.below(gt.Quantity("4.5", "万人")), 9, "behind"),
        (at_most("4.5万人"), 9, "unknown"),
        (gt.Bounds.above(gt.Quantity("4.5", "万人")), 9, "ahead"),
    ],
)
def test_a_total_that_runs_within_the_year(value: Any, month: int, track: str) -> None:
    found = gt.progress(target(at_least("6万人")), [to_date(value, month)], LATER)
    assert found.track.value == track
    assert found.time_share == Fraction(month, 12)


def test_the_numbers_of_a_way() -> None:
    found = gt.progress(target("6万人"), [to_date("4.8万人", 9)], LATER)
    assert (found.done_share, str(found.remaining)) == (Fraction(4, 5), "1.2万人")
    assert (found.needed, found.realised, found.required) == (
        Fraction(1, 2),
        Fraction(8, 15),
        Fraction(2, 5),
    )


def test_only_what_was_known_by_then_counts() -> None:
    figures = [
        to_date("4.8万人", 9),
        to_date("2万人", 3),
        to_date("3万人", 6, source=Source(document="公报", date=dt.date(2023, 7, 20))),
        to_date("9万人", 6, indicator=indicator(name="别的")),
        to_date("9万人", 6, transformation=Made.GROWTH),
        to_date("9万人", 6, scope="农村"),
        to_date("9万人", 6, region=gt.Region("洛阳市")),
    ]
    asked = target("6万人", transformation=Made.LEVEL, scope="城镇", region=gt.Region("焦作市"))
    assert gt.progress(asked, figures, dt.date(2023, 7, 1)).time_share == Fraction(1, 4)
    assert gt.progress(asked, figures, dt.date(2023, 8, 1)).time_share == Fraction(1, 2)
    none = gt.progress(asked, figures, dt.date(2023, 1, 31))
    assert (none.track, none.reason, none.latest) == (
        Track.UNKNOWN,
        Reason.NO_ACHIEVEMENT,
        None,
    )


class TestFromABaseline:
    def plan(self, goal: Any = "65%", baseline: Any = "60%", **more: Any) -> gt.Target:
        return target(goal, baseline=q(baseline), period=PLAN, **more)

    @pytest.mark.parametrize(
        ("goal", "baseline", "value", "direction", "track"),
        [
            (at_least("65%"), "60%", "63%", HIGHER, "on_track"),
            (at_least("65%"), "60%", "62.9%", HIGHER, "behind"),
            (at_least("65%"), "60%", "65%", HIGHER, "achieved"),
            (at_most("5%"), "10%", "7%", LOWER, "on_track"),
            (at_most("5%"), "10%", "6%", LOWER, "ahead"),
            (at_most("5%"), "10%", "8%", LOWER, "behind"),
            ("5%", "10%", "6%", None, "ahead"),  # towards the goal is good
            ("5%", "10%", "5%", AT_TARGET, "achieved"),
            (at_most("100%"), "50%", "70%", LOWER, "ahead"),  # below a ceiling that may be used up
            (at_most("100%"), "50%", "90%", LOWER, "behind"),
            (at_least("60%"), "60%", "59%", HIGHER, "behind"),  # to be held: no way to go
            (at_least("60%"), "60%", "61%", HIGHER, "on_track"),
            (between("64%", "66%"), "60%", "65%", AT_TARGET, "on_track"),
        ],
    )
    def test_linear(self, goal: Any, baseline: str, value: str, direction: Any, track: str) -> None:
        plan = target(goal, direction, baseline=q(baseline), period=PLAN)
        found = gt.progress(plan, [in_year(value, 2023)], LATER)
        assert found.track.value == track

    def test_compound(self) -> None:
        asked = target("144亿元", baseline=q("100亿元"), period=Period.span(2021, 2022))
        for value, track in (
            ("120亿元", "on_track"),
            ("120.1亿元", "ahead"),
            ("119.9亿元", "behind"),
        ):
            found = gt.progress(asked, [in_year(value, 2021)], LATER, pace=Pace.COMPOUND)
            assert found.track.value == track
        # Equal steps would have to be at 122 by then.
        assert gt.progress(asked, [in_year("121亿元", 2021)], LATER).track is Track.BEHIND
        shrunk = gt.progress(asked, [in_year("-1亿元", 2021)], LATER, pace=Pace.COMPOUND)
        assert shrunk.track is Track.BEHIND

    def test_growth_a_year(self) -> None:
        asked = target("140亿元", baseline=q("100亿元"), period=PLAN)
        found = gt.progress(asked, [in_year("121亿元", 2022)], LATER, pace=Pace.COMPOUND)
        assert str(found.yearly_growth("needed")) == "6.96%"
        assert str(found.yearly_growth("realised")) == "10%"
        assert str(found.yearly_growth("required", places=1)) == "5%"
        over = gt.progress(asked, [in_year("150亿元", 2025)], LATER)
        assert (over.required, over.yearly_growth("required")) == (None, None)
        assert gt.progress(asked, [], LATER).yearly_growth("needed") is None
        fell = gt.progress(asked, [in_year("0亿元", 2022)], LATER)
        assert fell.yearly_growth("required") is None

    def test_half_a_month_compounds_no_rate(self) -> None:
        middle = achievement("110亿元", period=Period.point(dt.date(2022, 6, 15)))
        found = gt.progress(target("140亿元", baseline=q("100亿元"), period=PLAN), [middle], LATER)
        assert found.time_share == Fraction(35, 120)
        assert found.yearly_growth("realised") is None

    def test_growth_needs_values_above_zero(self) -> None:
        asked = target("1亿元", baseline=q("-1亿元"), period=PLAN)
        found = gt.progress(asked, [in_year("0.5亿元", 2022)], LATER, pace=Pace.COMPOUND)
        assert (found.track, found.reason) == (Track.UNKNOWN, Undefined.NEGATIVE_TARGET)

    def test_a_baseline_of_another_kind_or_inexact_starts_nothing(self) -> None:
        for baseline in (q("60万人"), about("60%")):
            asked = target("65%", baseline=baseline, period=PLAN)
            found = gt.progress(asked, [in_year("64%", 2023)], LATER)
            assert (found.track, found.time_share) == (Track.BEHIND, None)

    def test_a_figure_from_before_the_start_is_on_no_path(self) -> None:
        found = gt.progress(self.plan(), [in_year("60%", 2020)], LATER)
        assert found.time_share is None


class TestWithoutABaseline:
    def test_the_earliest_figure_starts_a_level(self) -> None:
        asked = target("100亿元", period=Period.parse("2025年末"), transformation=Made.LEVEL)
        figures = [
            achievement(value, period=Period.parse(f"{year}年末"))
            for value, year in (("50亿元", 2021), ("60亿元", 2022))
        ]
        found = gt.progress(asked, figures, LATER)
        assert (found.track, found.time_share) == (Track.BEHIND, Fraction(1, 4))
        assert gt.progress(asked, figures[:1], LATER).time_share is None

    @pytest.mark.parametrize(
        ("value", "track"), [("5%", "on_track"), ("4.9%", "behind"), (at_least("4%"), "unknown")]
    )
    def test_rates_compare_as_they_stand(self, value: Any, track: str) -> None:
        found = gt.progress(target("5%"), [to_date(value, 9)], LATER)
        assert (found.track.value, found.time_share) == (track, None)
        assert found.remaining is not None


@pytest.mark.parametrize(
    ("goal", "value", "why"),
    [
        (gt.NotStated(), "5%", Undefined.NO_NUMBER),
        ("5万人", "5%", Reason.UNIT_MISMATCH),
        (between("4%", "5%"), "5%", Undefined.DIRECTION_UNKNOWN),
    ],
)
def test_no_path_at_all(goal: Any, value: str, why: Any) -> None:
    found = gt.progress(target(goal, None), [to_date(value, 9)], LATER)
    assert (found.track, found.reason) == (Track.UNKNOWN, why)


def test_nothing_remains_to_be_named_of_a_boundless_figure() -> None:
    found = gt.progress(target("5%"), [to_date(about("0%"), 9)], LATER)
    assert (found.remaining, found.track) == (None, Track.UNKNOWN)


def test_in_words() -> None:
    found = gt.progress(target("6万人"), [to_date("4.8万人", 9)], dt.date(2023, 10, 20))
    assert found.explanation() == (
        "2023年 粮食产量：目标6万人，截至2023年10月20日最近值4.8万人（2023年1—9月），"
        "时间过去75%，任务完成80%。快于进度。"
    )
    assert found.explanation("en") == (
        "粮食产量, 2023: target 60,000 persons, by 2023-10-20 48,000 persons "
        "(January to September 2023), "
        "75% of the time gone and 80% of the way done: ahead."
    )
    assert [one.zh for one in Pace] == ["匀速", "匀增速"]
    assert all(one.zh for one in Track)
