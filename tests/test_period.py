from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govtargets as gt
from govtargets import strategies
from govtargets.period import Period, PeriodKind

SAME = [
    ("2024年", "2024 2024年度 2024年全年 2024全年 2024—2024年 2024-01/2024-12 2024年1—12月"),
    ("2024年上半年", "2024上半年 2024H1 2024-H1 2024-S1 2024-01/2024-06 2024年1—6月"),
    ("2024年下半年", "2024H2 2024-H2 2024S2 2024-07/2024-12 2024年7—12月"),
    ("2024年一季度", "2024年第一季度 2024年1季度 2024Q1 2024-Q1 2024-01/2024-03 2024年1—3月"),
    ("2024年四季度", "2024年第四季度 2024年第4季度 2024-Q4 2024-10/2024-12"),
    ("2024年9月", "2024年9月份 2024年09月 2024-09"),
    ("2024年1—9月", "2024年1~9月 2024年1～9月 2024年1-9月 2024年1–9月"),
    ("2024年1—9月", "2024年1至9月 2024年1月到9月份 2024年1―9月"),
    ("2024年1—9月", "2024年前三季度 2024年前3季度 2024年前三个季度 2024-01/2024-09"),
    ("2024年1—6月", "2024年前两季度 2024年前二季度"),
    ("2024年3—5月", "2024年3月至5月 2024-03/2024-05 2024年3月1日—5月31日"),
    ("2024年3月—2025年5月", "2024年3月至2025年5月 2024-03/2025-05"),
    ("2024年3月2日—5月7日", "2024-03-02/2024-05-07 2024年3月2日至2024年5月7日"),
    ("2024年3月2日—2025年5月7日", "2024-03-02/2025-05-07"),
    ("2021—2025年", "2021-2025 2021/2025 2021年—2025年 2021至2025年 2021~2025 2021—2025年期间"),
    ("2021—2025年", "2021——2025年 2021-01/2025-12"),
    ("“十四五”", '十四五 "十四五" “十四五”时期 “十四五”期间 “十四五”规划 2021—2025年 2021/2025'),
    ("“十五五”", "十五五规划期 2026/2030"),
    ("“九五”", "1996/2000 “九五”期间"),
    ("“二五”", "1958/1962"),
    ("“三年行动”（2023—2025年）", "2023/2025 “三年行动”(2023-2025年)"),
    ("2025年末", "2025年底 2025年年末 2025年年底 2025末 2025-12-31 2025年12月末 2025年12月31日"),
    ("2025年末", "“十四五”末 十四五末 “十四五”期末 “十四五”时期末 “十四五”末"),
    ("2024年6月30日", "2024年6月末 2024年6月底 2024-06-30 2024年上半年末 2024年二季度末"),
]  # fmt: skip
REFUSED = {
    "2024年13月": "month 13 does not exist: expected 1 to 12",
    "2024-13": "month 13 does not exist: expected 1 to 12",
    "2024年0月": "month 0 does not exist: expected 1 to 12",
    "2024年13月末": "month 13 does not exist",
    "2024年13月5日": "month 13 does not exist",
    "2024-02-30": "2024-02-30 is not a day of the calendar",
    "2023年2月29日": "2023-02-29 is not a day of the calendar",
    "2025—2021年": "before it starts on 2025-01-01: exchange the two",
    "2024年9—3月": "exchange the two",
    "0999年": "expected 1000 to 9999",
    "“ 行动 ”（2023—2025年）": "outer blanks",
    "2024年五季度": "expected a period such as 2024年",
    "2024-Q5": "expected a period such as 2024年",
    "２０２４年": "expected a period such as 2024年",
    "24年": "expected a period such as 2024年",
    "今年": "expected a period such as 2024年",
    "2024年初": "expected a period such as 2024年",
    "“十七五”": "expected a period such as 2024年",
    "": "expected a period such as 2024年",
}


@pytest.mark.parametrize(("canonical", "others"), SAME)
def test_other_ways_of_writing_are_the_same_period(canonical: str, others: str) -> None:
    period = Period.parse(canonical)
    assert str(period) == canonical
    for other in others.split():
        assert Period.parse(other) == period, other
        assert hash(Period.parse(other)) == hash(period)


def test_blanks_of_typesetters_mean_nothing() -> None:
    assert Period.parse(" 2024 年 1—9 月\n").is_written_as(Period.year_to_date(2024, 9))
    assert Period.parse("2024年　6月 30日") == Period.point(date(2024, 6, 30))


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_is_no_period_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(gt.ReadError) as caught:
        Period.parse(text)
    assert reason in str(caught.value)
    assert (caught.value.start, caught.value.end) == (0, len(text))


@given(strategies.periods())
def test_the_text_reads_back_to_the_letter(period: Period) -> None:
    assert Period.parse(str(period)).is_written_as(period)


@given(strategies.periods())
def test_the_iso_text_reads_back_to_the_same_days(period: Period) -> None:
    assert Period.parse(period.iso) == period
    assert period.iso.isascii()


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_and_nothing_else_happens(text: str) -> None:
    with suppress(gt.ReadError):
        period = Period.parse(text)
        assert Period.parse(str(period)) == period


@given(st.lists(strategies.periods(), min_size=2, max_size=5))
def test_the_order_is_total_and_by_days(periods: list[Period]) -> None:
    for one, two in zip(sorted(periods), sorted(periods)[1:], strict=False):
        assert one <= two
        assert two >= one
        assert (one < two) is (one != two)
        assert (one.start, one.end) <= (two.start, two.end)


@given(strategies.periods(), strategies.periods())
def test_a_period_holds_those_within_its_days(one: Period, two: Period) -> None:
    assert Period.parse(str(one)) in one
    assert (two in one) is (one.start <= two.start and two.end <= one.end)


def test_a_point_is_no_stretch_of_one_day() -> None:
    day = date(2024, 5, 1)
    assert Period.point(day) != Period(PeriodKind.SPAN, day, day)
    assert str(Period(PeriodKind.SPAN, day, day)) == "2024年5月1日—5月1日"


def test_equality_with_other_things_is_no_error_and_order_is_one() -> None:
    assert Period.year(2024) != "2024年"
    with pytest.raises(TypeError):
        sorted([Period.year(2024), 3])  # type: ignore[type-var]


def test_the_name_belongs_to_the_writing_and_not_to_the_days() -> None:
    named, bare = Period.parse("“十四五”"), Period.span(2021, 2025)
    assert named == bare
    assert not named.is_written_as(bare)
    assert named.last_year == 2025
    assert str(Period.span(2021, 2024, "十四五")) == "“十四五”（2021—2024年）"


def test_a_year_ends_with_its_end() -> None:
    end = Period.parse("2025年末")
    assert Period.year(2025).ends_with(end)
    assert Period.parse("“十四五”").ends_with(end)
    assert not end.ends_with(end)
    assert not Period.year(2025).ends_with(Period.month(2025, 12))
    assert not Period.year(2024).ends_with(end)


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        (PeriodKind.YEAR, date(2024, 1, 1), date(2024, 12, 30)),
        (PeriodKind.HALF, date(2024, 2, 1), date(2024, 7, 31)),
        (PeriodKind.QUARTER, date(2024, 2, 1), date(2024, 4, 30)),
        (PeriodKind.MONTH, date(2024, 2, 1), date(2024, 2, 28)),
        (PeriodKind.YEAR_TO_DATE, date(2024, 2, 1), date(2024, 9, 30)),
        (PeriodKind.POINT, date(2024, 2, 1), date(2024, 2, 2)),
    ],
)
def test_the_days_are_those_of_the_kind(kind: PeriodKind, start: date, end: date) -> None:
    with pytest.raises(gt.InvalidValueError, match=f"is no {kind.value}"):
        Period(kind, start, end)


@pytest.mark.parametrize(
    ("make", "numbers"),
    [
        (Period.half, (2024, 3)),
        (Period.quarter, (2024, 0)),
        (Period.month, (2024, 13)),
        (Period.year_to_date, (2024, 0)),
        (Period.year, (0,)),
        (Period.year, (10_000,)),
        (Period.span, (2025, 2021)),
    ],
)
def test_a_part_that_does_not_exist_is_refused(
    make: Callable[..., Period], numbers: tuple[int, ...]
) -> None:
    with pytest.raises(gt.InvalidValueError, match=r"expected|exchange"):
        make(*numbers)


def test_every_field_is_checked() -> None:
    with pytest.raises(gt.InvalidValueError, match=r"time of day: give the day alone"):
        Period.point(datetime(2024, 1, 1, 8, 0))  # noqa: DTZ001  any time is one too many
    with pytest.raises(gt.InvalidValueError, match=r"Period\.kind is 'year', a str"):
        Period("year", date(2024, 1, 1), date(2024, 12, 31))  # type: ignore[arg-type]
    with pytest.raises(gt.InvalidValueError, match="only whole years have names"):
        Period(PeriodKind.YEAR, date(2024, 1, 1), date(2024, 12, 31), "龙年")
    with pytest.raises(gt.InvalidValueError, match="quotation marks"):
        Period.span(2021, 2025, "“十四五”")


@pytest.mark.parametrize(
    ("period", "english"),
    [
        ("2024年", "2024"),
        ("2024年上半年", "first half of 2024"),
        ("2024年下半年", "second half of 2024"),
        ("2024年一季度", "Q1 2024"),
        ("2024年四季度", "Q4 2024"),
        ("2024年9月", "September 2024"),
        ("2024年1—9月", "January to September 2024"),
        ("2024年3—5月", "March to May 2024"),
        ("2024年3月—2025年5月", "March 2024 to May 2025"),
        ("2024年3月2日—5月7日", "2024-03-02 to 2024-05-07"),
        ("2021—2023年", "2021–2023"),
        ("“三年行动”（2023—2025年）", "“三年行动” (2023–2025)"),
        ("“一五”", "1st Five-Year Plan (1953–1957)"),
        ("“二五”", "2nd Five-Year Plan (1958–1962)"),
        ("“三五”", "3rd Five-Year Plan (1966–1970)"),
        ("“十一五”", "11th Five-Year Plan (2006–2010)"),
        ("“十二五”", "12th Five-Year Plan (2011–2015)"),
        ("“十四五”", "14th Five-Year Plan (2021–2025)"),
        ("2025年末", "end of 2025"),
        ("2024年6月30日", "2024-06-30"),
    ],
)
def test_english(period: str, english: str) -> None:
    one = Period.parse(period)
    assert f"{one:en}" == english
    assert f"{one}" == f"{one:zh}" == period


def test_another_language_is_refused() -> None:
    with pytest.raises(gt.InvalidValueError, match="'fr' is no format of a period"):
        format(Period.year(2024), "fr")


@given(strategies.periods())
def test_english_has_no_chinese_but_names(period: Period) -> None:
    assert "年" not in f"{period:en}" or period.name
