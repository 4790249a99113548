"""This year's goals beside last year's, and verdicts that hang on the policy."""

from pathlib import Path
from typing import Any

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
    indicator,
    judge,
    target,
)

import govtargets as gt
from govtargets import Change, Delegated, NotStated, Policy, Qualitative, files
from govtargets import Transformation as Made

JIAOZUO = Path(__file__).parents[1] / "examples" / "jiaozuo"


@pytest.mark.parametrize(
    ("before", "after", "direction", "change", "step"),
    [
        ("7%", "6.5%", HIGHER, "lowered", "-0.5个百分点"),
        ("8.3万亩", "10.1万亩", HIGHER, "raised", "1.8万亩"),
        (at_least("8%"), "8%", HIGHER, "softer", "0个百分点"),
        (at_least("8%"), about("8%"), HIGHER, "softer", "0个百分点"),
        (about("200万吨"), at_least("200万吨"), HIGHER, "firmer", "0万吨"),
        (at_least("8%"), above("8%"), None, "firmer", "0个百分点"),
        (at_least("8%"), at_least("8.0%"), HIGHER, "unchanged", "0个百分点"),
        (at_most("5.5%"), at_most("5%"), LOWER, "raised", "-0.5个百分点"),
        (at_most("5.5%"), below("6%"), None, "lowered", "0.5个百分点"),
        ("5.5%", "5%", LOWER, "raised", "-0.5个百分点"),
        ("3%", "2%", None, "other", "-1个百分点"),
        ("3%", "2%", AT_TARGET, "other", "-1个百分点"),
        (at_most("3%"), at_least("3%"), HIGHER, "other", "0个百分点"),
        (at_least("3%"), at_most("4%"), HIGHER, "other", "1个百分点"),
        (between("6%", "7%"), "6.5%", HIGHER, "raised", "0.5个百分点"),
        (between("6%", "7%"), "6.5%", LOWER, "raised", "-0.5个百分点"),
        (between("6%", "7%"), between("6%", "8%"), HIGHER, "other", "0个百分点"),
        ("5位", "4位", HIGHER, "raised", "-1位"),
        ("7%", "7万人", HIGHER, "other", None),
        ("7%", NotStated(), HIGHER, "dropped", None),
        (NotStated(), "7%", HIGHER, "new", None),
        (NotStated(), NotStated(), HIGHER, "unchanged", None),
        ("7%", Qualitative("平稳增长"), HIGHER, "softer", None),
        (Qualitative("平稳增长"), "7%", HIGHER, "firmer", None),
        ("7%", Delegated("省"), HIGHER, "other", None),
        (Delegated("省"), "7%", HIGHER, "other", None),
    ],
)
def test_how_a_goal_changed(
    before: Any, after: Any, direction: gt.Direction | None, change: str, step: str | None
) -> None:
    found = gt.compare_goals(target(before, direction), target(after, direction))
    assert found.change.value == change
    assert (None if found.step is None else str(found.step)) == step


def test_a_step_without_finite_digits_is_left_out() -> None:
    huge = target("99999999999999999999999999999亿吨")
    found = gt.compare_goals(target("0.000000001吨"), huge)
    assert (found.change, found.step) == (Change.RAISED, None)


def test_goals_are_paired_by_series() -> None:
    other = target("5万人", indicator=indicator(name="别的"))
    before = [
        target("7%", transformation=Made.GROWTH),
        target("9%", transformation=Made.LEVEL),
        other,
    ]
    after = [
        target("8%", transformation=Made.GROWTH),
        target("9%"),
        target("1位", indicator=indicator(name="新的")),
    ]
    found = gt.ambitions(before, after)
    assert [one.change.value for one in found] == ["raised", "unchanged", "new", "dropped"]


def test_a_city_changes_its_goals() -> None:
    targets = files.read(JIAOZUO).targets
    found = {
        one.before.indicator.id: one
        for one in gt.ambitions(
            [one for one in targets if one.period.last_year == 2023],
            [one for one in targets if one.period.last_year == 2024],
        )
        if one.before is not None
    }
    assert found["gdp"].change is Change.LOWERED
    assert str(found["gdp"].step) == "-0.5个百分点"
    assert found["forest_resources"].change is Change.RAISED
    assert str(found["forest_resources"].step) == "1.8万亩"
    assert found["retail_sales"].change is Change.SOFTER
    assert found["urban_jobs"].change is Change.UNCHANGED
    assert found["above_scale_firms"].change is Change.DROPPED


def test_in_words() -> None:
    found = gt.compare_goals(target(at_least("8%")), target("8%"))
    assert found.explanation() == "粮食产量：8%以上 → 8%，措辞放宽。"
    assert found.explanation("en") == "粮食产量: at least 8% → 8%, softer."
    [new] = gt.ambitions([], [target("8%")])
    assert new.explanation("en") == "粮食产量: nothing → 8%, new."
    [dropped] = gt.ambitions([target("8%")], [])
    assert dropped.explanation() == "粮食产量：8% → 无，取消。"
    assert all(one.zh for one in Change)


def test_verdicts_that_hang_on_the_policy() -> None:
    found = [
        judge(about("7.5%"), "7.4%"),
        judge(at_least("7%"), "7%"),
        judge(at_least("7%"), "8%"),
        judge(at_least("6%"), "7%", stretch=at_least("7%")),
        gt.assess(target("7%"), None),
    ]
    lenient = gt.sensitivity(found, Policy.named("lenient"))
    assert [one.before for one in lenient] == [found[0]]
    strict = gt.sensitivity(found, Policy.named("strict"))
    assert [(one.after.verdict.value, one.after.policy.name) for one in strict] == [
        ("missed", "strict"),
        ("met", "strict"),
    ]
    assert gt.sensitivity(found, Policy.default()) == ()


def test_the_step_is_told_with_its_sign() -> None:
    up, down = (
        gt.compare_goals(target(one), target(two)) for one, two in (("6%", "6.5%"), ("7%", "6.5%"))
    )
    assert up.explanation().endswith("6% → 6.5%，要求提高（+0.5个百分点）。")
    assert down.explanation("en").endswith("7% → 6.5%, lowered (-0.5 percentage points).")
    assert repr(down) == f"<Ambition: {down.explanation()}>"
    same = gt.compare_goals(target(at_least("8%")), target("8%"))
    assert same.explanation().endswith("8%以上 → 8%，措辞放宽。")
