"""The table of units is sound, and it covers the units that reports use."""

import csv
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from govtargets import Catalogue, Unit
from govtargets import _catalogue as table

FREQUENCY = Path(__file__).parent / "data" / "unit_frequency.csv"
KIND_IDS = [row[0] for row in table.KINDS]
UNIT_IDS = [row[0] for row in table.UNITS]

# Rows of the frequency table that are no units. Every other row is held against the catalogue,
# also 千公顷 and 千吨, which the table files under label/other although they are units.
NOT_UNITS = {
    "万(无单位)": "a scale with no unit after it",
    "亿(无单位)": "a scale with no unit after it",
    "万亿(无单位)": "a scale with no unit after it",
    "千亿(无单位)": "a scale with no unit after it",
    "百(无单位)": "a scale with no unit after it",
    "千(无单位)": "a scale with no unit after it",
    "第N位(名次)": "an ordinal, read as a rank in 位",
    "第N名(名次)": "an ordinal, read as a rank in 位",
    "年(两位,纪年或时长)": "a year of the calendar or a length of time, the count does not say",
}
# Counting words that in running text are more often part of a name or a date (三环, 一期, 万国,
# 连 in 三连冠, 年 in 2023年): left out of the strict figure on both sides.
MOSTLY_NAMES = frozenset("国省市县区镇乡村街校站连团环级期轮路方里度两年层节门段组道")


def spellings(symbol: str, aliases: str) -> list[str]:
    return [symbol, *aliases.split()]


def named() -> Iterator[tuple[str, str, Fraction]]:
    """Every spelling with the kind and the factor it stands for."""
    for symbol, kind, up, down, aliases, *_ in table.UNITS:
        for name in spellings(symbol, aliases):
            yield name, kind, Fraction(up, down)
    for symbol, code, _, aliases in table.CURRENCIES:
        for name in spellings(symbol, aliases):
            yield name, f"money:{code}", Fraction(1)
    for symbol, _, aliases in table.CLASSIFIERS:
        for name in spellings(symbol, aliases):
            yield name, f"count:{symbol}", Fraction(1)


NAMES = {name: (kind, factor) for name, kind, factor in named()}


def resolves(written: str) -> bool:
    """Whether the library knows the unit; 多 stands in the number (100多个), not in the unit."""
    text = written if written in NAMES else re.sub(r"(?<=.)多", "", written, count=1)
    return Catalogue.shipped().find(text) is not None


def mentions() -> list[tuple[str, int, int]]:
    """The rows that are units, with their counts in Arabic digits and in Chinese numerals."""
    with FREQUENCY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        (
            row["unit_as_written"],
            int(row["count_arabic_digits"]),
            int(row["count_chinese_numerals"]),
        )
        for row in rows
        if row["unit_as_written"] not in NOT_UNITS
    ]


def coverage(rows: list[tuple[str, int]]) -> tuple[Fraction, dict[str, int]]:
    """The share of mentions whose unit is known, and the rows that are not."""
    missed = {written: count for written, count in rows if not resolves(written)}
    total = sum(count for _, count in rows)
    return 1 - Fraction(sum(missed.values()), total), missed


def test_every_spelling_stands_for_one_unit() -> None:
    counts = Counter(name for name, _, _ in named())
    assert [name for name, count in counts.items() if count > 1] == []


def test_full_width_and_squared_forms_fold_to_the_same_unit() -> None:
    for name, meaning in NAMES.items():
        assert NAMES.get(unicodedata.normalize("NFKC", name), meaning) == meaning


def test_symbols_and_ids_are_unique() -> None:
    assert len(set(KIND_IDS)) == len(KIND_IDS)
    codes = [row[1] for row in table.CURRENCIES]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)


def test_no_spelling_holds_a_space_or_is_empty_but_the_plain_number() -> None:
    assert [name for name in NAMES if name != name.strip() or " " in name] == []
    assert [name for name in NAMES if not name] == [""]
    assert NAMES[""][0] == "pure"


def test_scales_are_powers_of_ten_from_large_to_small() -> None:
    sizes = [size for _, size in table.SCALES]
    assert sizes == sorted(sizes, reverse=True)
    assert all(re.fullmatch("10+", str(size)) for size in sizes)
    assert not {word for word, _ in table.SCALES} & NAMES.keys()


@pytest.mark.parametrize("row", table.KINDS, ids=lambda row: row[0])
def test_a_kind_has_its_base_and_names_in_both_languages(
    row: tuple[str, str, str, str, str, bool],
) -> None:
    kind, zh, en, base, group, _ = row
    assert NAMES[base] == (kind, Fraction(1))
    assert base in UNIT_IDS
    assert zh
    assert en
    assert group in {"physical", "money", "count", "ratio", "time", "people", "other"}


def test_every_unit_is_of_a_known_kind_and_every_kind_has_units() -> None:
    assert {row[1] for row in table.UNITS} == set(KIND_IDS)


@pytest.mark.parametrize("row", table.UNITS, ids=lambda row: row[0] or "pure")
def test_a_factor_is_exact_reduced_and_has_a_source(
    row: tuple[str, str, int, int, str, str, str, str, str, str],
) -> None:
    _, _, up, down, _, english, source, *_ = row
    assert up > 0
    assert down > 0
    assert math.gcd(up, down) == 1
    plain = all(re.fullmatch("10*", str(number)) for number in (up, down))
    assert bool(source) is not plain, "a power of ten needs no source, any other factor does"
    assert english


@pytest.mark.parametrize("row", table.UNITS, ids=lambda row: row[0] or "pure")
def test_codes_are_well_formed(
    row: tuple[str, str, int, int, str, str, str, str, str, str],
) -> None:
    ucum, rec20, qudt = row[7:]
    assert re.fullmatch(r"([\x21-\x7d]+~?)?", ucum)
    assert re.fullmatch("([A-Z0-9]{2,3}~?)?", rec20)
    assert re.fullmatch(r"([A-Z][A-Za-z0-9_-]*~?)?", qudt)
    assert "{" not in ucum or ucum.endswith("~"), "an annotation forgets the kind"


def test_one_exact_code_stands_for_one_size_of_one_kind() -> None:
    for column in (7, 8, 9):
        meanings: dict[str, set[tuple[str, Fraction]]] = {}
        for row in table.UNITS:
            code = str(row[column])
            if code and not code.endswith("~"):
                meanings.setdefault(code, set()).add((row[1], Fraction(row[2], row[3])))
        assert {code: found for code, found in meanings.items() if len(found) > 1} == {}


def test_a_scale_word_in_a_spelling_means_what_it_means_before_a_unit() -> None:
    scalable = {row[0] for row in table.KINDS if row[5]}
    for name, (kind, factor) in NAMES.items():
        for word, size in table.SCALES:
            rest = name.removeprefix(word)
            if rest and rest != name and rest in NAMES:
                other, one = NAMES[rest]
                if other in scalable or other.startswith(("money:", "count:")):
                    assert (kind, factor) == (other, one * size)


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_every_spelling_finds_its_unit_also_in_full_width_and_behind_every_scale(name: str) -> None:
    kind, factor = NAMES[name]
    unit = Unit(name)
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in name)
    assert (unit.kind.id, unit.factor) == (kind, factor)
    assert Unit(wide) is Unit(unit.symbol) is unit
    for word, size in table.SCALES if unit.kind.scalable else ():
        scaled = Unit(word + name)
        assert (scaled.kind, scaled.factor) == (unit.kind, factor * size)


@pytest.mark.parametrize(
    "written",
    [
        "千克标准煤/万元",
        "张/千人",
        "件/万人",
        "公斤/亩",
        "亿千瓦·时",
        "元/人·月",
        "微克每立方米",
        "万",
    ],
)
def test_compounds_that_reports_use_resolve(written: str) -> None:
    assert resolves(written)


@pytest.mark.parametrize("written", ["万吨亩", "万%%", "百分", "元/", "万℃", "公倾", "件/万"])
def test_what_is_no_unit_does_not_resolve(written: str) -> None:
    assert not resolves(written)


@pytest.mark.parametrize(
    ("one", "times", "other"),
    [
        ("公顷", 15, "亩"),
        ("平方公里", 1500, "亩"),
        ("吨", 2000, "斤"),
        ("担", 100, "斤"),
        ("斤", 10, "两"),
        ("公里", 2, "里"),
        ("丈", 10, "尺"),
        ("尺", 10, "寸"),
        ("英寸", Fraction(254, 10), "毫米"),
        ("马力", Fraction(73549875, 100000), "瓦"),
        ("千瓦时", 3600, "千焦"),
        ("吉瓦时", 10**6, "度"),
        ("倍", 10, "成"),
        ("个百分点", 100, "基点"),
        ("年", 4, "季度"),
        ("周", 168, "小时"),
        ("GB", 8 * 10**9, "比特"),
    ],
)
def test_known_conversions(one: str, times: int | Fraction, other: str) -> None:
    (kind, factor), (other_kind, other_factor) = NAMES[one], NAMES[other]
    assert kind == other_kind
    assert factor == times * other_factor


def test_the_catalogue_covers_the_units_of_reports() -> None:
    share, missed = coverage([(written, a + c) for written, a, c in mentions()])
    assert missed == {"年期": 13, "年制": 114, "元/生": 3}
    assert share >= Fraction(995, 1000)
    assert round(share, 6) == Fraction("0.999823")


def test_the_catalogue_covers_the_units_after_arabic_digits() -> None:
    share, _ = coverage([(written, a) for written, a, _ in mentions()])
    assert share >= Fraction(995, 1000)


def test_the_coverage_does_not_rest_on_words_that_are_mostly_names() -> None:
    rows = [(written, a + c) for written, a, c in mentions() if written not in MOSTLY_NAMES]
    assert coverage(rows)[0] >= Fraction(995, 1000)


def test_what_is_left_out_of_the_coverage_is_in_the_table_with_a_reason() -> None:
    with FREQUENCY.open(encoding="utf-8", newline="") as file:
        labels = {
            row["unit_as_written"]
            for row in csv.DictReader(file)
            if row["dimension"] == "label/other"
        }
    assert labels - NOT_UNITS.keys() == {"千公顷", "千吨"}
    assert NOT_UNITS.keys() <= labels
