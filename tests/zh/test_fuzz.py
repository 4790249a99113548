"""Report text gone wrong on its way: no exception, no wrong span, no figure changed in silence."""

import sys
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.zh.corpus import plain, rows

from govtargets import Bounds, zh

SENTENCES = [plain(row["sentence"]) for row in rows("running.tsv")]
NOISE = [
    *"，。、；（）“”%％—-~0123456789０１.．万亿元 \n\t\u3000\u200b_{}^",
    "PM_{2.5}",
    "\r\n",
    "﹪",
]
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
TRADITIONAL = str.maketrans(
    "万亿达约过户压内亩与现总产业国区吨条个长",
    "萬億達約過戶壓內畝與現總產業國區噸條個長",
)

places = st.integers(min_value=0)


def swap(text: str, at: int, _noise: str) -> str:
    at %= max(1, len(text) - 1)
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def drop(text: str, at: int, _noise: str) -> str:
    at %= max(1, len(text))
    return text[:at] + text[at + 1 :]


def double(text: str, at: int, _noise: str) -> str:
    at %= max(1, len(text))
    return text[: at + 1] + text[at:]


def insert(text: str, at: int, noise: str) -> str:
    at %= len(text) + 1
    return text[:at] + noise + text[at:]


# Some words of another sentence, where they do not belong.
pieces = st.builds(
    lambda text, at, size: text[at % len(text) :][:size],
    st.sampled_from(SENTENCES),
    places,
    st.integers(1, 8),
)
mutations = st.lists(
    st.tuples(
        st.sampled_from([swap, drop, double, insert]), places, st.sampled_from(NOISE) | pieces
    ),
    max_size=6,
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map("".join), mutations)
def test_spans_are_right_in_text_gone_wrong(text: str, changes: list[tuple[Any, ...]]) -> None:
    for change, at, noise in changes:
        text = change(text, at, noise)
    check(text)


@given(st.text())
def test_spans_are_right_in_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "约50个m",
        "两项增速分别比全省快1.3和省第五0个百分点。",
        "增速分别比全省快1.2和0个百分点",
    ],
)
def test_text_that_once_raised(text: str) -> None:
    check(text)


def check(text: str) -> None:
    last = 0
    for mention in zh.find(text):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert isinstance(mention.reading, zh.Reading)
        last = mention.end


def values(text: str) -> list[str]:
    return [
        zh.write(mention.reading.value)
        for mention in zh.find(text)
        if isinstance(mention.reading.value, Bounds)
    ]


@pytest.mark.parametrize("text", SENTENCES)
def test_full_width_reads_the_same(text: str) -> None:
    assert values(text.translate(WIDE)) == values(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_traditional_characters_read_the_same(text: str) -> None:
    assert values(text.translate(TRADITIONAL)) == values(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_compatibility_forms_read_the_same(text: str) -> None:
    assert values(normalize("NFC", text)) == values(text)


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), st.sampled_from("。；\n"))
def test_a_sentence_reads_the_same_beside_another(one: str, other: str, stop: str) -> None:
    assert values(f"{one}{stop}{other}") == values(one) + values(other)


@given(st.sampled_from(SENTENCES), st.data())
def test_damage_in_another_clause_does_not_change_a_figure(text: str, data: st.DataObject) -> None:
    """A figure that keeps its clause keeps its reading."""
    clauses = text.split("。")
    kept = data.draw(st.sampled_from(clauses))
    noise = data.draw(st.lists(st.sampled_from(NOISE), max_size=8).map("".join))
    damaged = f"{noise}。{kept}。{noise}"
    whole = values(kept)
    found = values(damaged)
    assert any(found[at : at + len(whole)] == whole for at in range(len(found) + 1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("专项资金由6000“万元增加到900、0万元。", ["900", "0万元"]),
        ("普及率由78提%高到94.5%。", ["94.5%"]),
        ("产值由3家企业承担，培训5到6万人。", ["3家", "5万人—6万人"]),
    ],
)
def test_a_number_takes_no_unit_across_damage(text: str, found: list[str]) -> None:
    assert values(text) == found


HOSTILE = (
    "10万",
    "1",
    "一",
    "1.",
    "1,",
    "万",
    "—",
    "增长",
    "5%—",
    "5%和",
    "居各",
    "“5个",
    "第7进到",
    "由5%",
    "分别",
    "百分之",
    " ",
    "A1-",
    "1\n",
)


@pytest.mark.parametrize("part", HOSTILE)
def test_repetition_takes_work_in_proportion_to_the_text(part: str) -> None:
    """Counted in calls, not in seconds; the benchmark of texts shows the seconds."""
    check(part * 2000)
    short, long = calls(part * 500), calls(part * 2000)
    assert long <= 4 * short + 2000


def calls(text: str) -> int:
    zh.find(text)  # caches are filled once, whatever the length
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        zh.find(text)
    finally:
        sys.setprofile(None)
    return count
