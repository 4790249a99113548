"""What a report says of itself beside what we compute."""

from typing import Any

import pytest
from tests.judging import HIGHER, LOWER, achievement, at_least, between, target

import govtargets as gt
from govtargets import Verdict

MET, MISSED = Verdict.MET, Verdict.MISSED


@pytest.mark.parametrize(
    ("text", "verdict", "side", "gap", "completion"),
    [
        ("超额完成", MET, None, None, None),
        ("圆满完成", MET, None, None, None),
        ("基本完成", None, None, None, None),
        ("未完成年度目标", MISSED, None, None, None),
        ("未达到预期", MISSED, None, None, None),
        ("没有完成", MISSED, None, None, None),
        ("GDP增速不及预期", MISSED, None, None, None),
        ("好于预期", MET, None, None, None),
        ("符合调控要求", MET, None, None, None),
        ("低于13%左右的预期目标", None, -1, None, None),
        ("低于预期0.7个百分点", None, -1, "-0.7个百分点", None),
        ("低于预期目标0.7个百分点。", None, -1, "-0.7个百分点", None),
        ("高于预期目标0.5个百分点", None, 1, "0.5个百分点", None),
        ("超过目标300万人", None, 1, "300万人", None),
        ("超过目标3倍多", None, 1, None, None),
        ("超过原定的近2万亿元规模", None, 1, None, None),
        ("完成年度目标的103%", None, None, None, "103%"),
        ("完成年度任务98.5%", None, None, None, "98.5%"),
        ("超额完成57.4%", MET, None, None, "157.4%"),
        ("超额完成年度任务的35%", MET, None, None, None),
        ("再创新高", None, None, None, None),
    ],
)
def test_reading_a_claim(
    text: str, verdict: Verdict | None, side: int | None, gap: str | None, completion: str | None
) -> None:
    found = gt.read_claim(text)
    assert (found.text, found.verdict, found.side) == (text, verdict, side)
    assert (None if found.gap is None else str(found.gap)) == gap
    assert (None if found.completion is None else str(found.completion)) == completion


@pytest.mark.parametrize(
    ("goal", "value", "direction", "claim", "computed"),
    [
        ("7%", "8%", HIGHER, "超额完成", None),
        ("7%", "7%", HIGHER, "超额完成", "a gap of 0个百分点"),
        ("7%", "7%", HIGHER, "圆满完成", None),
        ("-3%", "-3.1%", LOWER, "超额完成", None),
        ("-3%", "-3%", LOWER, "超额完成", "a gap of 0个百分点"),
        ("7%", at_least("7%"), HIGHER, "超额完成", None),
        ("7%", "6%", HIGHER, "未能超额完成", None),
        ("7%", "6%", HIGHER, "圆满完成", "missed"),
        ("7%", "8%", HIGHER, "未完成目标", "met"),
        ("7%", at_least("4.5%"), HIGHER, "圆满完成", None),  # nobody can say
        ("7%", "6.3%", HIGHER, "低于预期0.7个百分点", None),
        ("7%", "6.3%", HIGHER, "低于预期0.8个百分点", "a gap of -0.7个百分点"),
        ("7%", "6.26%", HIGHER, "低于预期0.7个百分点", None),  # it rounds
        ("7%", "8.5%", HIGHER, "高于预期目标0.5个百分点", "a gap of 1.5个百分点"),
        ("7%", "7.2%", HIGHER, "低于预期目标", "a gap of 0.2个百分点"),
        ("7%", "6.9%", HIGHER, "高于预期目标", "a gap of -0.1个百分点"),
        ("5.5%", "5.2%", LOWER, "低于预期目标", None),
        ("7%", at_least("6%"), HIGHER, "高于预期目标", None),
        ("7%", at_least("6%"), HIGHER, "低于预期目标", None),
        ("7%", between("5%", "6%"), HIGHER, "高于预期目标3个百分点", "a gap of"),
        ("7%", between("8%", "9%"), HIGHER, "高于预期目标0.5个百分点", "a gap of"),
        ("7%", at_least("8%"), HIGHER, "高于预期目标9个百分点", None),
        ("6万人", "7万人", HIGHER, "高于预期目标1个百分点", None),  # of another kind
        ("200万吨", "206万吨", HIGHER, "完成年度目标的103%", None),
        ("200万吨", "205.2万吨", HIGHER, "完成年度目标的103%", None),  # 102.6 % rounds to it
        ("200万吨", "210万吨", HIGHER, "完成年度目标的103%", "105%"),
        ("200万吨", "210万吨", HIGHER, "超额完成5%", None),
        ("200万吨", "210万吨", HIGHER, "再创新高", None),
        ("5.5%", "5.2%", LOWER, "完成年度目标的103%", None),  # no share to compare with
        (gt.NotStated(), "5.2%", HIGHER, "超过目标0.2个百分点", None),
    ],
)
def test_a_claim_beside_the_verdict(
    goal: Any, value: Any, direction: gt.Direction, claim: str, computed: str | None
) -> None:
    found = gt.check_claim(
        gt.assess(target(goal, direction), achievement(value, direction, claim=claim))
    )
    if computed is None:
        assert found is None
    else:
        assert found is not None
        assert (found.code, found.value) == ("claim-disagrees", claim)
        assert f"the report says {claim}, computed {computed}" in found.message


def test_no_claim_no_finding() -> None:
    assert gt.check_claim(gt.assess(target("7%"), achievement("6%"))) is None
    assert gt.check_claim(gt.assess(target("7%"), None)) is None
