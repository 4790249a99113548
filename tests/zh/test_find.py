"""Finding in running text, beyond the corpus: what reports say around figures."""

import pytest

from govtargets import Period, zh


def found(text: str, year: int | None = None) -> list[str]:
    return [mention.text for mention in zh.find(text, year=year)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("三次产业结构为8.5:43.2:48.3。", []),
        ("每10万人口中有大学学历的由8930人上升为15467人。", ["由8930人上升为15467人"]),
        ("居民收入年均增长7.2%和8.9%。", ["年均增长7.2%", "8.9%"]),
        ("居民收入增长7.2%和8家。", ["增长7.2%", "8家"]),
        ("居民收入增长7.2%和就业。", ["增长7.2%"]),
        ("市区二级及以上天数达到300天以上。", ["达到300天以上"]),
        ("率先实现20户以上自然村通路。", ["20户以上"]),
        ("打造“15分钟便民生活圈”50个，建成15分钟医保圈。", ["50个"]),
        ("实现“5%以上”的增长。", ["5%以上"]),
        ("失业率控制在4.5%的目标以内。", ["控制在4.5%的目标以内"]),
        ("为1.2万户企业减税。", ["1.2万户"]),
        ("均价为1.2万元。", ["为1.2万元"]),
        ("增速连续36个月居全省第一位。", ["居全省第一位"]),
        ("发力突破氢能产业，高于其他行业的做法。", []),
        ("收入高于经济增长。", ["高于经济增长"]),
        ("形成一个体系，建成一座，关闭一座电厂。", ["一座"]),
        ("“三座”和“五家”", []),
        ("水厂三座，建三座水厂，三条主线", ["三座", "三座"]),
        ("培育百亿元企业，产值超百亿元。", ["超百亿元"]),
        ("全省第一家，全省第一，全省第四位", ["全省第一", "全省第四位"]),
        ("第12届、第4位，前三季度，前三，前3名", ["第4位", "前3名"]),
        ("3年规划，达到3年，近3年", ["达到3年", "近3年"]),
        ("862，达到862，系数为0.5，862家", ["达到862", "为0.5", "862家"]),
        ("同比变化为-2.3%，-2.3%", ["为-2.3%", "-2.3%"]),
        ("分别达到5家、几家", ["5家"]),
        ("分别增长、8%", ["8%"]),
        ("分别位居全省第3位、第4位", ["第3位", "第4位"]),
        ("分别超过5%、超过6%", ["超过5%", "超过6%"]),
        ("增长7%、力争100家", ["增长7%", "力争100家"]),
        ("增长7%以上、力争与全省持平", ["增长7%以上", "力争与全省持平"]),
        ("拥有12345678901234567890123456789012345家", []),
        ("水利GB 3095标准，GDP增长5%", ["增长5%"]),
        ("3个半导体，3家半导体企业，3家多元化企业", ["3个", "3家", "3家"]),
        ("2023，300家", ["300家"]),
        ("提升46万农村人口供水水平，减少46万。", ["46万", "减少46万"]),
        ("新增三级医院2家，三级以上医院", ["2家"]),
        (
            "比上年高2个百分点，比全省平均低1个百分点，比上年高家",
            ["比上年高2个百分点", "比全省平均低1个百分点"],
        ),
        ("孕产妇死亡率8.6/10万，8.6/10千", ["8.6/10万"]),
        ("增长" + "5%、" * 60 + "5%", ["增长5%", *["5%"] * 60]),
    ],
)
def test_figures(text: str, figures: list[str]) -> None:
    assert found(text) == figures


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("港口吞吐量1.2亿吨、集装箱100万标箱，分别增长8%、15%。", ["港口吞吐量", "集装箱"] * 2),
        ("城镇、农村居民收入分别增长5%和7%。", ["城镇", "农村居民收入"]),
        ("社会事业分别增长5%和7%。", ["社会事业", "社会事业"]),
        ("90%以上的村", ["村"]),
        ("5家。", [None]),
        ("出口增长5%，进口增长6%，下降7%", ["出口", "进口", "进口"]),
    ],
)
def test_subjects(text: str, subjects: list[str | None]) -> None:
    assert [mention.subject for mention in zh.find(text)] == subjects


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2023年，出口增长5%，进口增长6%。", ["2023年", "2023年"]),
        ("到2025年增长5%", ["2025年"]),
        ("上半年增长5%", ["2024年上半年"]),
        ("建成于2023年的水厂处理5万吨", [None]),
        ("2024年增长5%", ["2024年"]),
        ("力争2025年增长5%", ["2025年"]),
    ],
)
def test_times_are_taken_from_around(text: str, periods: list[str | None]) -> None:
    wanted = [None if one is None else Period.parse(one) for one in periods]
    assert [mention.reading.period for mention in zh.find(text, year=2024)] == wanted


def test_positions_lead_back_to_the_text_as_given() -> None:
    text = "收 入\n增长5.\n5 %，  产量２００ 万\u200b噸 以上。"
    for mention in zh.find(text):
        assert text[mention.start : mention.end] == mention.text
    assert found(text) == ["增长5.\n5 %", "２００ 万\u200b噸 以上"]


def test_a_mention_is_compared_to_the_letter() -> None:
    one, two = zh.find("增长8.0%")[0], zh.find("增长8.0%")[0]
    assert one == two
    assert one.is_written_as(two)
