from typing import Any

import pytest
from hypothesis import given

import govtargets as gt
from govtargets import strategies
from govtargets.goals import Relation, Relative

ONE = gt.Quantity("1", "个百分点")
LESS = gt.Quantity("-1", "个百分点")
PROVINCE = gt.Region("全省")
TEXTS = [
    (Relative(Relation.ABOUT, "经济增长"), "与经济增长同步"),
    (Relative(Relation.EXACT, period="上年"), "与上年持平"),
    (Relative(Relation.EXACT, period=gt.Period.year(2023)), "与2023年持平"),
    (Relative(Relation.ABOVE, region=PROVINCE), "高于全省"),
    (Relative(Relation.AT_LEAST, "GDP增速", region=PROVINCE), "不低于全省GDP增速"),
    (Relative(Relation.BELOW, "GDP增速", period="上年"), "低于上年GDP增速"),
    (Relative(Relation.AT_MOST, "GDP增速"), "不高于GDP增速"),
    (Relative(Relation.EXACT, "GDP增速", margin=ONE), "高于GDP增速1个百分点"),
    (Relative(Relation.AT_LEAST, "GDP增速", margin=ONE), "高于GDP增速1个百分点以上"),
    (Relative(Relation.ABOVE, "GDP增速", margin=ONE), "高于GDP增速超过1个百分点"),
    (Relative(Relation.AT_MOST, "GDP增速", margin=ONE), "高于GDP增速1个百分点以内"),
    (Relative(Relation.BELOW, "GDP增速", margin=ONE), "高于GDP增速不足1个百分点"),
    (Relative(Relation.ABOUT, "GDP增速", margin=ONE), "高于GDP增速1个百分点左右"),
    (Relative(Relation.EXACT, "GDP增速", margin=LESS), "低于GDP增速1个百分点"),
    (Relative(Relation.AT_MOST, "GDP增速", margin=LESS), "低于GDP增速1个百分点以上"),
    (Relative(Relation.BELOW, "GDP增速", margin=LESS), "低于GDP增速超过1个百分点"),
    (Relative(Relation.AT_LEAST, "GDP增速", margin=LESS), "低于GDP增速1个百分点以内"),
    (Relative(Relation.ABOVE, "GDP增速", margin=LESS), "低于GDP增速不足1个百分点"),
    (Relative(Relation.ABOUT, "GDP增速", margin=LESS), "低于GDP增速1个百分点左右"),
    (gt.Delegated("省"), "完成省定目标"),
    (gt.Qualitative("平稳增长"), "定性：平稳增长"),
    (gt.NotStated(), "未设目标"),
]


@pytest.mark.parametrize(("goal", "text"), TEXTS, ids=[text for _, text in TEXTS])
def test_a_goal_is_written_as_reports_write_it(goal: gt.Goal, text: str) -> None:
    assert str(goal) == text


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "a relative goal needs a reference: another indicator, a region or a period"),
        ({"reference": ""}, "Relative.reference is '': leave it out"),
        ({"reference": 3}, "Relative.reference is 3, a int: expected str"),
        ({"region": "全省"}, "Relative.region is '全省', a str: expected Region or nothing"),
        ({"period": " "}, "Relative.period is ' ': expected words"),
        ({"period": 2023}, "Relative.period is 2023, a int: expected Period or str or nothing"),
        ({"reference": "GDP", "margin": 1}, "Relative.margin is 1, a int: expected Quantity"),
        (
            {"reference": "GDP", "margin": gt.Quantity("0.0", "个百分点")},
            "a margin of 0.0个百分点 says nothing: leave it out",
        ),
        ({"reference": "GDP", "relation": "about"}, "Relative.relation is 'about', a str"),
    ],
)
def test_what_no_relative_goal_can_say_is_refused(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(gt.InvalidValueError) as caught:
        Relative(**{"relation": Relation.ABOUT, **fields})
    assert reason in str(caught.value)


@pytest.mark.parametrize("kind", [gt.Delegated, gt.Qualitative])
@pytest.mark.parametrize("words", ["", "　", None])
def test_words_are_needed(kind: type[Any], words: object) -> None:
    with pytest.raises(gt.InvalidValueError, match=f"{kind.__name__}\\..* is"):
        kind(words)


@given(strategies.goals())
def test_every_goal_is_itself_and_equals_nothing_else(goal: gt.Goal) -> None:
    assert goal.is_written_as(goal)
    assert len({goal, goal, str(goal)}) == 2


def test_the_digits_of_a_margin_and_the_name_of_a_period_count_as_writing() -> None:
    one = Relative(Relation.EXACT, period=gt.Period.parse("2021—2025年"), margin=ONE)
    two = Relative(Relation.EXACT, period=gt.Period.parse("“十四五”"), margin=ONE)
    three = Relative(Relation.EXACT, period=one.period, margin=gt.Quantity("1.0", "个百分点"))
    assert one == two == three
    assert not one.is_written_as(two)
    assert not one.is_written_as(three)


def test_a_number_a_word_and_nothing_are_written_apart() -> None:
    assert not gt.Delegated("省").is_written_as(gt.Delegated("市"))
    assert not gt.Qualitative("平稳").is_written_as(gt.Qualitative("稳定"))
    assert gt.NotStated().is_written_as(gt.NotStated())
    assert not gt.NotStated().is_written_as(gt.Delegated("省"))


def test_every_relation_has_a_word_of_its_own() -> None:
    assert len({relation.zh for relation in Relation}) == len(Relation)
