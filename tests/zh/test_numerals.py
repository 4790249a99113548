from decimal import Decimal

import pytest

from govtargets.zh.numerals import chinese, mixed, scaled


@pytest.mark.parametrize(
    ("text", "number", "scale"),
    [
        ("五", "5", ""),
        ("半", "0.5", ""),
        ("廿五", "25", ""),
        ("卅", "30", ""),
        ("一百零八", "108", ""),
        ("一千二", "1200", ""),
        ("三万五", "3.5", "万"),
        ("三万零五", "3.0005", "万"),
        ("一万二千亿", "1.2", "万亿"),
        ("三万亿", "3", "万亿"),
        ("二点三亿", "2.3", "亿"),
        ("二零零", "200", ""),
        ("叁拾伍亿", "35", "亿"),
        ("千", "1000", ""),
        ("一亿零五百", "1.000005", "亿"),
        ("五亿二", "5.2", "亿"),
    ],
)
def test_a_numeral_is_read_exactly(text: str, number: str, scale: str) -> None:
    assert chinese(text) == (Decimal(number), scale)


@pytest.mark.parametrize(
    "text",
    ["十百", "三百五千", "万万", "三五", "两两两", "二点", "点五", "二点三千", "一亿点三", "百半", "五万六亿七万",
     "二点三四点", "一亿五千", "五万六亿", "一千二万", "一二千", "万百", "二点十"],
)  # fmt: skip
def test_what_is_no_numeral_is_refused(text: str) -> None:
    assert chinese(text) is None


@pytest.mark.parametrize(
    ("number", "tail", "read"),
    [
        ("1", "亿2千万", ("1.2", "亿")),
        ("2", "亿3千5百万", ("2.35", "亿")),
        ("8.0", "万", ("8.0", "万")),
        ("2.5", "千亿", ("2500", "亿")),
        ("8.00", "百", ("800", "")),
        ("3", "万五", ("3.0005", "万")),
    ],
)
def test_digits_with_scale_words(number: str, tail: str, read: tuple[str, str]) -> None:
    found = mixed(Decimal(number), tail)
    assert found is not None
    assert (str(found[0]), found[1]) == read


@pytest.mark.parametrize(
    ("number", "tail"),
    [("5", "亿万"), ("12", "万亿亿"), ("1", "万5亿"), ("1", "百2千"), ("1", "万20000"), ("1", "万x"), ("1", "亿5千"),
     ("1", "万.")],
)  # fmt: skip
def test_scale_words_that_do_not_fall_are_refused(number: str, tail: str) -> None:
    assert mixed(Decimal(number), tail) is None


def test_small_numbers_have_no_scale_word() -> None:
    assert scaled(9999) == (Decimal(9999), "")
