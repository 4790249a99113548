from typing import Any

import pytest

from govtargets import (
    Bounds,
    Comparator,
    Delegated,
    InexactConversionError,
    InvalidValueError,
    NotStated,
    Period,
    Qualitative,
    Quantity,
    Region,
    Relation,
    Relative,
    zh,
)
from govtargets.writing import text


def places(comparator: str, number: str) -> Bounds:
    return Bounds.of(Comparator(comparator), Quantity(number, "位"))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (places("exact", "4"), "第4位"),
        (places("at_most", "10"), "前10位"),
        (places("at_least", "4"), "4位次以上"),
        (places("exact", "-1"), "-1位次"),
        (places("at_most", "-1"), "不高于-1位次"),
        (places("exact", "4.5"), "4.5位次"),
        (places("exact", "0"), "0位次"),
        (places("some_more", "-3"), "-3位次多"),
        (Bounds.between(Quantity(1, "位"), Quantity(3, "位")), "1位次—3位次"),
        (Bounds.exact(Quantity("2", "1/3")), "三分之二"),
        (Bounds.at_least(Quantity("1", "1/2")), "二分之一以上"),
        (Bounds.exact(Quantity("12", "1/100")), "12/100"),
        (Bounds.exact(Quantity("2.5", "1/3")), "2.5/3"),
        (Bounds.at_most(Quantity("-2", "1/3")), "不高于-2/3"),
        (Bounds.exact(Quantity("2000", "年")), "2,000年"),
        (Bounds.exact(Quantity("200", "年")), "200年"),
        (Bounds.between(Quantity("200", "年"), Quantity("2000", "年")), "200年—2,000年"),
        (Bounds.exact(Quantity("3", "月")), "003月"),
        (Bounds.exact(Quantity("-3", "月")), "-003月"),
        (Quantity("200", "万吨"), "200万吨"),
        (Qualitative("平稳增长"), "平稳增长"),
        (Qualitative("回稳向好"), "定性：回稳向好"),
        (Delegated("省"), "完成省定目标"),
        (NotStated(), "未设目标"),
    ],
)
def test_chinese(value: Bounds | Quantity, written: str) -> None:
    assert text(value) == written


POINTS = Quantity("1.5", "个百分点")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Bounds.between(Quantity("6", "%"), Quantity("6.5", "%")), "6% to 6.5%"),
        (Bounds.some_more(Quantity("600", "户")), "somewhat more than 600 households"),
        (Quantity("200", "户"), "200 households"),
        (
            Bounds.between(Quantity("6", "%"), Quantity("7", "%"), low_inclusive=False),
            "more than 6% and at most 7%",
        ),
        (
            Bounds.between(Quantity("6", "%"), Quantity("7", "%"), high_inclusive=False),
            "at least 6% and less than 7%",
        ),
        (Quantity("4", "位"), "place 4"),
        (Quantity("-1", "位"), "-1 place"),
        (Bounds.at_most(Quantity("4", "位")), "place 4 or better"),
        (
            Relative(Relation.EXACT, region=Region("甲县"), period="上年"),
            "level with 甲县, the year before",
        ),
        (Delegated("省"), "the target set by the province"),
        (Qualitative("平稳增长"), "“平稳增长”"),
        (NotStated(), "no target set"),
        (Relative(Relation.ABOUT, "经济增长"), "in step with 经济增长"),
        (
            Relative(Relation.ABOVE, region=Region("全省"), period=Period.year(2023)),
            "above the whole province, 2023",
        ),
        (
            Relative(Relation.AT_LEAST, "GDP增速", margin=POINTS),
            "at least 1.5 percentage points above GDP增速",
        ),
        (
            Relative(Relation.AT_MOST, "GDP增速", margin=-POINTS),
            "at least 1.5 percentage points below GDP增速",
        ),
        (
            Relative(Relation.EXACT, "GDP增速", margin=-POINTS),
            "1.5 percentage points below GDP增速",
        ),
    ],
)
def test_english(value: Bounds | Quantity, written: str) -> None:
    assert text(value, "en") == written


def test_a_number_that_fits_its_own_unit_only_is_written_in_it() -> None:
    largest = Quantity("-99999999999999999999999999999.999999999", "万人")
    assert text(largest, "en") == (
        "-99,999,999,999,999,999,999,999,999,999.999999999 10,000 persons"
    )
    with pytest.raises(InexactConversionError):
        f"{largest:en trillion}"


def test_what_is_no_goal_is_refused() -> None:
    stranger: Any = 5
    with pytest.raises(InvalidValueError, match=r"5 \(int\) is no goal: give a quantity"):
        text(stranger)
    with pytest.raises(InvalidValueError, match="is no goal"):
        zh.write(stranger)
