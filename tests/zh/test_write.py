import pytest

from govtargets import (
    Bounds,
    Delegated,
    Period,
    Qualitative,
    Quantity,
    Region,
    Relation,
    Relative,
    Transformation,
    zh,
)

FIVE = Bounds.exact(Quantity("5", "%"))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("较2020年降低18%以上", "比2020年下降18%以上"),
        ("约占全市的三成", "占全市比重3成左右"),
        ("达到2015年的3倍", "为2015年的3倍"),
        ("是全省平均水平的1.6倍", "为全省平均水平的1.6倍"),
        ("排名全省第五", "居全省第5位"),
        ("从全省第12位上升到第7位", "由全省第12位下降到第7位"),
        ("占比由35%提高到40%", "占比由35%增加到40%"),
        ("年均下降2.5%以上", "年均下降2.5%以上"),
        ("下降3%—5%", "下降3%—5%"),
        ("后移1位", "后移1位"),
        ("拉低0.2个百分点", "拉低0.2个百分点"),
        ("累计新增30万人以上", "累计30万人以上"),
        ("每人每月850元", "每人每月850元"),
        ("增速快于经济增长", "增速高于经济增长"),
        ("进入全省第一方阵", "居全省第一方阵"),
        ("初步核算，按不变价格计算，增长5.2%", "初步核算按不变价计算增长5.2%"),
    ],
)
def test_the_canonical_words(said: str, written: str) -> None:
    assert zh.write(zh.read(said)) == written


@pytest.mark.parametrize(
    "reading",
    [
        zh.Reading(FIVE, transformation=Transformation.LEVEL),
        zh.Reading(FIVE, scope="，；【】\\ \n", base="去年 的"),
        zh.Reading(FIVE, period=Period.parse("2024-03-05/2024-04-07"), capped=True),
        zh.Reading(Bounds.at_least(Quantity("5", "%")), capped=True),
        zh.Reading(FIVE, baseline=Bounds.exact(Quantity("4", "家")), stretch=Qualitative("、")),
        zh.Reading(Relative(Relation.ABOUT, "1家"), price_basis="现价"),
        zh.Reading(Qualitative("【a：b】"), scope="全省"),
        zh.Reading(Delegated("几"), transformation=Transformation.RANK),
        zh.Reading(FIVE, transformation=Transformation.INDEX),
        # 5G is a name, and a number of that unit is none.
        zh.Reading(
            Bounds.exact(Quantity("5", "G")), baseline=Bounds.exact(Quantity("2", "G")), scope="5G"
        ),
        zh.Reading(Relative(Relation.EXACT, ".", margin=Quantity("4", "G"))),
    ],
)
def test_what_no_report_says_stands_in_notes(reading: zh.Reading) -> None:
    written = zh.write(reading)
    assert written.endswith("】")
    assert zh.read(written).is_written_as(reading)
    assert zh.write(zh.read(written)) == written


@pytest.mark.parametrize(
    "goal",
    [
        Relative(Relation.ABOVE, "增长6%", margin=Quantity("-1", "个百分点")),
        Relative(Relation.ABOUT, region=Region("焦作", "410800", parent=Region("河南省"))),
        Relative(Relation.EXACT, period="很久以前"),
        Relative(Relation.ABOVE, "5G用户增速"),
        Delegated("大家"),
        Qualitative("看【附注】"),
    ],
)
def test_goals_in_odd_words_come_back(goal: Relative | Delegated | Qualitative) -> None:
    assert zh.read(zh.write(goal)).value == goal


def test_a_quantity_is_written_as_its_exact_statement() -> None:
    assert zh.write(Quantity("4", "位")) == "第4位"


@pytest.mark.parametrize("number", ["2", "5", "6", "7", "2.5", "12"])
def test_a_number_of_g_is_told_from_the_name_of_a_network(number: str) -> None:
    value = Bounds.exact(Quantity(number, "G"))
    assert zh.read(zh.write(value)).value.is_written_as(value)
    reading = zh.Reading(value, transformation=Transformation.DIFFERENCE)
    assert zh.read(zh.write(reading)).is_written_as(reading)
