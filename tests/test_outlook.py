"""What has still to change from the last known value."""

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
from govtargets import NotStated, Reason, Relation, Relative, Undefined, Verdict


@pytest.mark.parametrize(
    ("goal", "last", "direction", "change", "share", "verdict"),
    [
        ("10.1万亩", "8.3万亩", HIGHER, "1.8万亩", Fraction(18, 83), "missed"),
        ("6.5%", "7%", HIGHER, "-0.5个百分点", Fraction(-1, 14), "met"),
        (at_most("5.5%"), "5.8%", LOWER, "-0.3个百分点", Fraction(-3, 58), "missed"),
        ("200万吨", "2048000吨", HIGHER, "-4.8万吨", Fraction(-3, 128), "met"),
        ("5%", "-1%", HIGHER, "6个百分点", None, "missed"),
        ("5%", "0%", HIGHER, "5个百分点", None, "missed"),
        ("7%", at_least("4.5%"), HIGHER, "2.5个百分点以内", None, "indeterminate"),
        (between("6%", "7%"), "6.5%", AT_TARGET, "0个百分点", Fraction(0), "met"),
        (between("6%", "7%"), "5%", AT_TARGET, "1个百分点", Fraction(1, 5), "missed"),
    ],
)
def test_what_has_still_to_change(
    goal: Any,
    last: Any,
    direction: gt.Direction,
    change: str,
    share: Fraction | None,
    verdict: str,
) -> None:
    given = q(last) if isinstance(last, str) else last
    found = gt.outlook(target(goal, direction), given)
    assert (str(found.change), found.share, found.verdict.value) == (change, share, verdict)


def test_the_last_value_may_come_from_the_target_or_a_result() -> None:
    own = gt.outlook(target("1亿元", baseline=q("8000万元")))
    assert str(own.change) == "0.2亿元"
    before = achievement("9000万元", period=gt.Period.year(2022))
    assert str(gt.outlook(target("1亿元"), before).change) == "0.1亿元"


@pytest.mark.parametrize(
    ("goal", "last", "verdict", "reason", "why"),
    [
        ("7%", None, "pending", Reason.NO_ACHIEVEMENT, Undefined.NOT_COMPARABLE),
        ("7%", "7万人", "indeterminate", Reason.UNIT_MISMATCH, Undefined.NOT_COMPARABLE),
        (NotStated(), "7%", "indeterminate", Reason.NOT_STATED, Undefined.NO_NUMBER),
        (
            Relative(Relation.ABOVE, "GDP"),
            "7%",
            "indeterminate",
            Reason.REFERENCE_MISSING,
            Undefined.NO_NUMBER,
        ),
    ],
)
def test_nothing_to_name(
    goal: Any, last: str | None, verdict: str, reason: Reason, why: Undefined
) -> None:
    found = gt.outlook(target(goal), None if last is None else q(last))
    assert (found.verdict.value, found.reason) == (verdict, reason)
    assert (found.change, found.change_reason, found.share) == (None, why, None)


def test_what_is_missing_beside_a_verdict() -> None:
    unknown = gt.outlook(target(between("6%", "7%"), None), q("5%"))
    assert unknown.change_reason is Undefined.DIRECTION_UNKNOWN
    anything = gt.outlook(target("7%"), about("0%"))
    assert (anything.change, anything.change_reason) == (None, Undefined.UNBOUNDED)


def test_a_relative_goal() -> None:
    gdp = achievement("5%", indicator=indicator(name="地区生产总值"))
    goal = Relative(Relation.ABOVE, "地区生产总值")
    found = gt.outlook(target(goal), q("5%"), reference=gdp)
    assert (found.verdict, str(found.change)) == (Verdict.MISSED, "0个百分点")


def test_in_words() -> None:
    found = gt.outlook(target("10.1万亩", region=gt.Region("焦作市")), q("8.3万亩"))
    assert found.explanation() == (
        "焦作市 2023年 粮食产量：目标10.1万亩，最近值8.3万亩；还需变化1.8万亩（21.69%）。"
    )
    nothing = gt.outlook(target(about("7%")))
    assert nothing.explanation() == (
        "2023年 粮食产量：目标7%左右；没有可比的前值，还需变化多少无从得知。"
    )
    assert nothing.explanation("en") == (
        "粮食产量, 2023: target about 7%; no earlier value is known, so what has still to change "
        "is not either."
    )
    words = gt.outlook(target(gt.Qualitative("平稳增长")), q("5%"))
    assert words.explanation().endswith("最近值5%；还需变化多少无法得出（目标没有数值）。")
    bounded = gt.outlook(target("7%"), at_least("4.5%"))
    assert bounded.explanation("en").endswith("still to change: at most 2.5 percentage points.")
    done = gt.outlook(target(at_least("200万吨")), q("204.8万吨"))
    assert done.explanation().endswith("；已满足目标，目标与最近值之差-4.8万吨（-2.34%）。")
    assert done.explanation("en").endswith(
        "; the target is satisfied by it, target minus last value: -48,000 t (-2.34%)."
    )
    assert repr(done) == f"<Outlook: {done.explanation()}>"
