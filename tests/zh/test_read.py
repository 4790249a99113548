"""What the corpus has no row for: errors, times, units given from outside, and what becomes of a reading."""

import pickle
from typing import Any

import pytest

import govtargets as gt
from govtargets import Bounds, Comparator, Period, Quantity, ReadError, Transformation, zh

GDP = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("几十家", (0, 2), "an exact number"),
        ("定额", (0, 2), "a rank"),
        ("增长 6.5% 多多", (8, 10), "the end of the expression"),
        ("高于全省1个百分点多", (4, 10), "the end of the expression"),
        ("超过前3位", (2, 5), "a rank without a comparator"),
        ("第0位", (0, 3), "a place"),
        ("超过5%—6%", (2, 7), "a range without a comparator"),
        ("由居全省前列上升到第3位", (1, 2), "a number or a rank"),
        ("增长6%、力争未设目标", (7, 11), "a number or words as the stretch"),
        ("不低于5%且低于6家", (8, 10), "the same kind of unit twice"),
        ("12345678901234567890123456789012345家", (0, 36), "a number that can be held"),
        ("9" * 41 + "家", (0, 41), "a number in digits"),
        ("下降", (2, 2), "a number with its unit"),
        ("2/0", (0, 3), "a number in digits"),
        ("与全省平均水平", (0, 1), "a number with its unit"),
        ("与、同步", (0, 1), "a number with its unit"),
        ("与" + "很" * 40 + "同步", (0, 1), "a number with its unit"),
        ("高于全省平均水平不多不少前3位", (12, 15), "the end of the expression"),
        ("5家【范围", (2, 3), "the end of the expression"),
        ("5家【范围：全省；几何：1】", (2, 14), "notes as write makes them"),
        ("5家【参照：全省】", (2, 9), "notes as write makes them"),
        ("定性： ", (0, 4), "words behind 定性："),
    ],
)
def test_an_error_says_where_and_what(text: str, span: tuple[int, int], expected: str) -> None:
    with pytest.raises(ReadError) as caught:
        zh.read(text)
    assert (caught.value.start, caught.value.end) == span
    assert caught.value.expected.startswith(expected)


def test_words_in_brackets_are_kept_where_they_are_no_notes() -> None:
    assert zh.read("定性：增长【见附注】").value == gt.Qualitative("增长【见附注】")
    assert zh.write(zh.read("定性：增长【见附注】").value).startswith("定性：参照【原文：")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年增长6%", "2024年"),
        ("去年底达到6%", "2023年末"),
        ("上半年增长6%", "2024年上半年"),
        ("1—9月增长6%", "2024年1—9月"),
        ("全年增长6%", "2024年"),
        ("2021—2023年末达到6%", "2023年末"),
        ("二〇二三年增长6%", "2023年"),
        ("2021年至2023年间增长6%", "2021—2023年"),
    ],
)
def test_times_take_the_year_of_the_document(text: str, period: str) -> None:
    found = zh.read(text, year=2024).period
    assert found == Period.parse(period)


def test_times_without_a_year_say_nothing() -> None:
    assert zh.read("今年增长6%").period is None
    assert zh.read("5月增长6%").period is None
    assert zh.read("2024年13月增长6%").period is None
    assert zh.read("与去年持平", year=2024).value == gt.Relative(gt.Relation.EXACT, period="去年")


def test_a_bare_number_takes_the_unit_from_outside() -> None:
    assert zh.read("65", unit="%").value == Bounds.exact(Quantity("65", "%"))
    assert zh.read("2万", unit="家").value == Bounds.exact(Quantity("2", "万家"))
    assert zh.read("6—7", unit=gt.Unit("%")).value == Bounds.between(
        Quantity("6", "%"), Quantity("7", "%")
    )


def test_a_scale_that_no_unit_goes_with_is_refused() -> None:
    with pytest.raises(ReadError, match="a unit that 万 goes with"):
        zh.read("2万", unit="℃")


def test_units_are_remembered_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govtargets.zh._units._MOST", 1)
    units = ["万吨", "亿元/人", "万人次", "万吨"]
    assert [zh.read(f"5{unit}").value for unit in units] == [
        Bounds.exact(Quantity("5", unit)) for unit in units
    ]


def test_a_custom_unit_is_read_in_its_scope() -> None:
    with gt.Catalogue("poultry") as mine:
        mine.define("笼", "50 羽")
        assert zh.read("2万笼以上").value == Bounds.at_least(Quantity("100", "万羽"))
        mine.define("筐", "20 羽")
        assert zh.read("2筐").value == Bounds.exact(Quantity("40", "羽"))
    with pytest.raises(ReadError):
        zh.read("2笼")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5元每", None),
        ("5微克每立方米", "exact 5 微克/立方米"),
        ("0.3吨标准煤/万元", "exact 0.3 吨标准煤/万元"),
        ("3至5万", "between 3万 5万"),
        ("8.6/10万", "exact 8.6 1/100000"),
        ("比上年低1个百分点", "exact -1 个百分点"),
        ("比全省高水平", None),
        ("比" + "很" * 40 + "高1个百分点", None),
        ("由20%降至0", "exact 0 %"),
        ("占工业投资40%以上", "at_least 40 %"),
        ("占工业投资超过40%", "above 40 %"),
        ("占工业投资40家", None),
        ("控制在4.5%的目标以内", "at_most 4.5 %"),
        ("累计下降5番", "exact -5 番"),
        ("累计65%", "exact 65 %"),
        ("占比5家", "exact 5 家"),
        ("拉动消费5%", None),
        ("拉动消费", None),
        ("3个半", "exact 3 个"),
    ],
)
def test_the_long_tail(text: str, value: str | None) -> None:
    if value is None or text == "3个半":
        with pytest.raises(ReadError):
            zh.read(text)
        return
    word, *parts = value.split()
    found = zh.read(text).value
    assert isinstance(found, Bounds)
    assert found.comparator is Comparator(word)
    if word == "between":
        assert [str(found.low), str(found.high)] == parts
    else:
        assert found.value.is_written_as(Quantity(parts[0], parts[1]))


@pytest.mark.parametrize("first", ["高于", "与", "是", "占", "拉动", "居", "达到"])
def test_a_descent_looks_only_so_far(first: str) -> None:
    with pytest.raises(ReadError):
        zh.read(first + "再生了解" * 20)
    assert zh.find(first + "再生了解" * 20 + "5") == []


def test_words_before_a_number_are_few() -> None:
    assert zh.read("要" * 10 + "5家").value == Bounds.exact(Quantity(5, "家"))
    with pytest.raises(ReadError):
        zh.read("要" * 20 + "5家")


def test_comparators_that_agree_are_read_once() -> None:
    for text, comparator in (
        ("超过100家以上", Comparator.ABOVE),
        ("低于5%以下", Comparator.BELOW),
        ("近100家左右", Comparator.NEARLY),
        ("100多家以上", Comparator.SOME_MORE),
    ):
        value = zh.read(text).value
        assert isinstance(value, Bounds)
        assert value.comparator is comparator
    with pytest.raises(ReadError):
        zh.read("5%的要求以内")


def test_words_may_have_a_stretch_in_numbers() -> None:
    reading = zh.read("保持平稳增长，力争5%")
    assert (reading.value, reading.stretch) == (
        gt.Qualitative("平稳增长"),
        Bounds.exact(Quantity("5", "%")),
    )


def test_the_first_commitment_counts() -> None:
    assert zh.read("确保争取5%").commitment is gt.Commitment.ENSURE


def test_index_needs_a_multiple() -> None:
    for text in ("是2020年的5家", "是全省的", "是全省", "是" + "了解" * 20, "是、的2倍", "是的2倍"):
        with pytest.raises(ReadError):
            zh.read(text)
    assert zh.read("是2020年的1.5倍").transformation is Transformation.INDEX


def test_margins() -> None:
    points = Quantity("1", "个百分点")
    for text, relation, margin in (
        ("高于全省平均超过1个百分点", gt.Relation.ABOVE, points),
        ("低于全省平均不足1个百分点", gt.Relation.ABOVE, -points),
        ("高于全省平均近1个百分点", gt.Relation.ABOUT, points),
        ("比全省平均水平高1个百分点", gt.Relation.EXACT, points),
        ("比全省低1个百分点以上", gt.Relation.AT_MOST, -points),
    ):
        assert zh.read(text).value == gt.Relative(relation, region=gt.Region("全省"), margin=margin)
    with pytest.raises(ReadError, match="a reference"):
        zh.read("高于全省平均0个百分点")


def test_a_target_and_an_achievement_take_everything_over() -> None:
    reading = zh.read("预计2024年力争同比增长7%以上、力争8%")
    target = reading.as_target(indicator=GDP)
    assert (target.goal, target.stretch) == (reading.value, reading.stretch)
    assert (target.period, target.base, target.commitment) == (
        Period.year(2024),
        "同比",
        gt.Commitment.STRIVE,
    )
    achievement = reading.as_achievement(indicator=GDP, base="环比")
    assert (achievement.value, achievement.status) == (reading.value, gt.Status.FORECAST)
    assert achievement.base == "环比"


def test_a_bare_ceiling_becomes_one_in_a_target_only() -> None:
    reading = zh.read("2024年控制在5.5%")
    assert reading.capped
    assert reading.value == Bounds.exact(Quantity("5.5", "%"))
    assert reading.as_target(indicator=GDP).goal == Bounds.at_most(Quantity("5.5", "%"))
    assert reading.as_achievement(indicator=GDP).value == reading.value
    assert zh.read("控制在5.5%以内").goal == zh.read("5.5%以内").value


def test_a_stretch_in_words_goes_into_the_note() -> None:
    reading = zh.read("2024年增长6%左右，力争更好结果")
    target = reading.as_target(indicator=GDP)
    assert (target.stretch, target.note) == (None, "力争更好结果")


def test_words_are_no_achievement() -> None:
    with pytest.raises(gt.InvalidValueError, match="no number"):
        zh.read("2024年与经济增长同步").as_achievement(indicator=GDP)


def test_a_reading_is_a_value() -> None:
    reading = zh.read("下降3%以上、力争4%")
    assert eval(repr(reading), {**vars(gt), "Reading": zh.Reading}) == reading  # noqa: S307  our own repr
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301  our own pickle
    assert not zh.read("8.0%").is_written_as(zh.read("8%"))
    with pytest.raises(gt.InvalidValueError, match=r"Reading\.scope"):
        zh.Reading(reading.value, scope=5)  # type: ignore[arg-type]  # the point of the test


def test_what_is_no_text_is_refused() -> None:
    stranger: Any = None
    with pytest.raises(gt.InvalidValueError, match=r"None .* is no str: give the expression"):
        zh.read(stranger)
    with pytest.raises(gt.InvalidValueError, match=r"None .* is no str: give the report"):
        zh.find(stranger)
