"""Explanations: both sides, both sources and the rule, in both languages."""

import datetime as dt
import re
from fractions import Fraction
from typing import Any

import pytest
from tests.judging import (
    HIGHER,
    about,
    achievement,
    at_least,
    between,
    indicator,
    judge,
    nearly,
    q,
    some_more,
    target,
)

import govtargets as gt
from govtargets import Delegated, NotStated, Policy, Qualitative, Reason, Relation, Relative, Source
from govtargets import Transformation as Made
from govtargets._wording import beyond, span
from govtargets.explain import percent

PLAN = Source(document="2023年政府工作报告", quote="粮食产量7%")
REPORT = Source(document="2024年政府工作报告")
ABOVE = Relative(Relation.ABOVE, "GDP")

# One case a reason: what differs on either side, and the words that must be there.
CASES: list[tuple[Reason, dict[str, Any], dict[str, Any], str, str]] = [
    (Reason.NOT_STATED, {"goal": NotStated()}, {}, "没有设定目标，6%无从比较", "no target was set"),
    (
        Reason.QUALITATIVE,
        {"goal": Qualitative("平稳增长")},
        {},
        "目标“平稳增长”只有文字",
        "the target “平稳增长” is words only",
    ),
    (
        Reason.DELEGATED,
        {"goal": Delegated("省")},
        {},
        "“完成省定目标”的数值由别处下达",
        "target set by the province",
    ),
    (
        Reason.INDICATOR_MISMATCH,
        {},
        {"indicator": indicator(name="棉花产量")},
        "目标说的是粮食产量，完成值说的是棉花产量",
        "speaks of 粮食产量, the result of 棉花产量",
    ),
    (
        Reason.REGION_MISMATCH,
        {"region": gt.Region("焦作市")},
        {"region": gt.Region("洛阳市")},
        "目标说的是焦作市，完成值说的是洛阳市",
        "speaks of 焦作市, the result of 洛阳市",
    ),
    (
        Reason.PERIOD_MISMATCH,
        {},
        {"period": gt.Period.year(2022)},
        "完成值说的是2022年",
        "the result of 2022.",
    ),
    (
        Reason.TRANSFORMATION_MISMATCH,
        {"transformation": Made.GROWTH, "base": "同比"},
        {"transformation": Made.GROWTH, "base": "环比"},
        "目标是增速（同比），完成值是增速（环比）",
        "states growth over the year before, the result growth over the period before",
    ),
    (
        Reason.TRANSFORMATION_MISMATCH,
        {"base": "比2020年"},
        {"base": "比改革前"},
        "目标是比2020年，完成值是比改革前",
        "states over 2020, the result 比改革前",
    ),
    (
        Reason.TRANSFORMATION_MISMATCH,
        {"transformation": Made.GROWTH},
        {"transformation": Made.AVERAGE_GROWTH},
        "目标是增速，完成值是年均增速",
        "states growth, the result average growth",
    ),
    (
        Reason.PRICE_BASIS_MISMATCH,
        {"price_basis": "不变价"},
        {"price_basis": "现价"},
        "目标按不变价，完成值按现价",
        "at constant prices, the result at current prices",
    ),
    (
        Reason.SCOPE_MISMATCH,
        {"goal": q("4位"), "scope": "全省"},
        {"value": q("4位")},
        "目标的范围：全省；完成值的范围：未说明",
        "scope of the target: the whole province; of the result: not stated",
    ),
    (Reason.UNIT_MISMATCH, {}, {"value": q("7万人")}, "单位类别不同", "different kinds"),
    (
        Reason.REFERENCE_MISSING,
        {"goal": ABOVE},
        {},
        "没有“高于GDP”所参照的数值",
        "“above GDP” refers to is missing",
    ),
    (
        Reason.DIRECTION_UNKNOWN,
        {"indicator": indicator(None)},
        {},
        "没有说明粮食产量越高越好还是越低越好",
        "a floor, a ceiling or a level to hit",
    ),
    (
        Reason.BOUNDED_ACHIEVEMENT,
        {},
        {"value": at_least("4.5%")},
        "4.5%以上只给出界限，可能满足“7%”，也可能不满足",
        "only a bound is known (at least 4.5%), so “7%” may be satisfied or not",
    ),
    (
        Reason.APPROXIMATE_ACHIEVEMENT,
        {},
        {"value": about("7%")},
        "7%左右是约数",
        "only an approximate value is known (about 7%)",
    ),
    (
        Reason.APPROXIMATE_ZONE,
        {"goal": about("7%")},
        {"value": q("6.9%")},
        "6.9%落在“7%左右”的约数范围内",
        "for “about 7%”, where ≥ 7% is met for certain and < 6.3% missed for certain",
    ),
]


@pytest.mark.parametrize(
    ("reason", "asked", "reached", "zh", "en"), CASES, ids=[case[0].value for case in CASES]
)
def test_a_reason_in_words(
    reason: Reason, asked: dict[str, Any], reached: dict[str, Any], zh: str, en: str
) -> None:
    found = gt.assess(
        target(**{"goal": q("7%"), "source": PLAN, **asked}),
        achievement(**{"value": q("6%"), "source": REPORT, **reached}),
    )
    assert found.reason is reason
    for text, words in ((found.explanation(), zh), (found.explanation("en"), en)):
        assert words in text
        assert re.search("2023年政府工作报告(：|: )“粮食产量7%”", text)
        assert "2024年政府工作报告" in text
        assert Policy.default().name in text


def test_every_reason_has_its_case() -> None:
    pending = {Reason.NOT_DUE, Reason.NO_ACHIEVEMENT}
    assert {case[0] for case in CASES} == set(Reason) - pending
    assert all(reason.zh and reason.en for reason in Reason)
    assert [one.zh for one in gt.Verdict] == ["完成", "未完成", "无法判定", "待判定"]
    assert all(one.zh and one.en for one in gt.Undefined)


def test_what_is_pending() -> None:
    asked = target("7%", source=PLAN)
    assert gt.assess(asked, None).explanation() == (
        "2023年 粮食产量：目标7%（2023年政府工作报告：“粮食产量7%”），尚无完成值。"
        f"待判定：还没有2023年的完成值。判定规则：{Policy.default()}。"
    )
    early = gt.assess(asked, None, as_of=dt.date(2023, 6, 30))
    assert "2023年到2023年6月30日尚未结束" in early.explanation()
    assert "Pending: 2023 is not over on 2023-06-30" in early.explanation("en")


def test_a_verdict_with_its_numbers() -> None:
    asked = target(
        at_least("200万吨"), source=PLAN, region=gt.Region("焦作市"), stretch=q("210万吨")
    )
    found = gt.assess(asked, achievement("204.8万吨", source=REPORT))
    assert found.explanation() == (
        "焦作市 2023年 粮食产量：目标200万吨以上（2023年政府工作报告：“粮食产量7%”），"
        "完成204.8万吨（2024年政府工作报告）。"
        "完成：204.8万吨满足“200万吨以上”，目标读作≥200万吨。差距4.8万吨。完成率102.4%。"
        f"力争目标210万吨：未完成。判定规则：{Policy.default()}。"
    )
    english = found.explanation("en")
    assert "粮食产量, 焦作市, 2023: target at least 2 million t (2023年政府工作报告" in english
    assert (
        "Met: 2.048 million t satisfies “at least 2 million t”, read as ≥ 2 million t. Gap 48,000 t."
        in english
    )
    assert "Completion 102.4%. Stretch goal 2.1 million t: missed." in english


def test_the_baseline_that_completion_counts_from_is_named() -> None:
    found = gt.assess(target("1亿元", baseline=q("8000万元")), achievement("9000万元"))
    assert "完成率50%（从8000万元算起）。" in found.explanation()
    assert "Completion 50% (counted from 80 million yuan)." in found.explanation("en")


def test_a_reading_wider_than_certain() -> None:
    text = judge(about("7%"), "6%").explanation()
    assert "6%不满足“7%左右”，≥7%必定算完成，<6.3%必定算未完成" in text
    third = Policy(name="third", about=gt.Tolerance.relative(Fraction(1, 3)))
    assert "< 14/3% missed for certain" in judge(about("7%"), "4%", policy=third).explanation("en")


def test_a_relative_goal_names_its_reference() -> None:
    found = judge(ABOVE, "8%", reference="7%")
    assert "完成8%，参照地区生产总值7%" in found.explanation()
    assert "8%满足“高于GDP”。" in found.explanation()
    vague = judge(ABOVE, "8%", reference=at_least("7%"))
    assert "无法判定：地区生产总值7%以上只给出界限" in vague.explanation()
    assert ", reference 地区生产总值 at least 7%." in vague.explanation("en")


def test_nothing_chinese_is_left_in_english_but_names_and_quotes() -> None:
    grain = gt.Indicator("grain", "粮食产量", direction=HIGHER, name_en="Grain output")
    made: dict[str, Any] = {
        "indicator": grain,
        "period": gt.Period.parse("“十四五”"),
        "scope": "全省",
    }
    asked = target(between("-200万吨", "10万吨", low_inclusive=False), price_basis="不变价", **made)
    found = gt.assess(asked, achievement(some_more("-300万吨"), base="同比", **made))
    assert not re.search("[一-鿿]", found.explanation("en"))
    assert found.explanation("en").startswith(
        "Grain output, 14th Five-Year Plan (2021–2025): "
        "target more than -2 million t and at most 100,000 t, "
    )


def test_the_stretch_says_why_it_is_open() -> None:
    found = gt.assess(target("7%", stretch=about("8%")), achievement("7.9%"))
    assert "力争目标8%左右：无法判定（落在约数范围内）。" in found.explanation()
    assert "Stretch goal about 8%: indeterminate (approximate zone)." in found.explanation("en")
    both = gt.assess(target("7%", stretch=q("8%")), achievement(at_least("6%")))
    assert "力争目标8%：无法判定。" in both.explanation()


def test_sets_in_words() -> None:
    percents = gt.Unit("%")
    for values, zh, en, outside in (
        ("[6, 7) %", "≥6%且<7%", "≥ 6% and < 7%", "< 6% or ≥ 7%"),
        ("(6, 7] %", ">6%且≤7%", "> 6% and ≤ 7%", "≤ 6% or > 7%"),
        ("[3, 3] %", "=3%", "= 3%", "< 3% or > 3%"),
        ("(-∞, ∞) %", "任何数", "any number", ""),
        ("∅ %", "没有数", "no number", ""),
        ("(1/3, ∞) %", ">1/3%", "> 1/3%", "≤ 1/3%"),
    ):
        found = gt.Interval(values)
        assert span(found, percents, "zh") == zh
        assert span(found, percents, "en") == en
        assert found.is_empty or beyond(found, percents, "en") == outside
    # One digit more than a quantity holds.
    assert span(gt.Interval("[0.1234567891, ∞) %"), percents, "en") == "≥ 0.1234567891%"


def test_about_zero_leaves_all_else_open() -> None:
    found = judge(about("0%"), "-1%")
    assert "，≥0%必定算完成，其余没有定论" in found.explanation()
    assert "where ≥ 0% is met for certain and the rest is open" in found.explanation("en")


def test_ranges_and_the_rest_in_english() -> None:
    text = judge(between("6.5%", "7%"), nearly("6.5%"), HIGHER).explanation("en")
    assert "target 6.5% to 7%, result nearly 6.5%" in text


@pytest.mark.parametrize(
    ("share", "places", "shown"),
    [
        (Fraction(103, 100), 2, "103%"),
        (Fraction(1, 3), 2, "33.33%"),
        (Fraction(-1, 8), 2, "-12.5%"),
        (Fraction(1, 8), 0, "12%"),
        (Fraction(3, 8), 0, "38%"),
        (Fraction(0), 2, "0%"),
    ],
)
def test_percentages_are_rounded_for_display(share: Fraction, places: int, shown: str) -> None:
    assert percent(share, places) == shown
