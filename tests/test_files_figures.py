"""Plain figures in cells: what the quick way makes of them, the grammar makes too."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import govtargets as gt
from govtargets import zh
from govtargets.errors import GovTargetsError
from govtargets.files._figures import Figures

NUMBERS = st.from_regex(r"\A[0-9]{1,15}(\.[0-9]{1,9})?\Z")
SYMBOLS = sorted({name for unit in gt.units() for name in (unit.symbol, *unit.aliases)})
SCALES = ["", "十", "百", "千", "万", "亿", "万亿", "百万"]
BEHIND = [
    "",
    "左右",
    "以上",
    "多",
    "半",
    "五",
    "一",
    "大关",
    "的增长",
    "的目标",
    "内",
    "年",
    "分之一",
]
WORDS = st.one_of(
    st.builds("".join, st.tuples(*map(st.sampled_from, (SCALES, SYMBOLS, BEHIND)))),
    st.text(
        st.sampled_from("万亿千百十年月日个成半多名位人次倍番吨元岁时点周届期强左右以上分之百"),
        max_size=4,
    ),
)


def grammar(text: str) -> zh.Reading | None:
    try:
        return zh.read(text)
    except GovTargetsError:
        return None


class TestFigures:
    """A cell read the quick way is what `zh.read` makes of it, or is left to that."""

    @given(one=NUMBERS, other=NUMBERS, words=WORDS)
    @example(one="1", other="2", words="万吨")
    @example(one="0", other="5", words="百吨")
    @example(one="5", other="2024", words="年")
    @example(one="8", other="1", words="成五")
    @example(one="1", other="0", words="个半月")
    def test_the_quick_way_is_the_long_way(self, one: str, other: str, words: str) -> None:
        figures = Figures()
        learned = grammar(one + words)
        if learned is not None:
            figures.learn(one + words, learned)
        found = figures.read(other + words)
        if found is not None:
            read = grammar(other + words)
            assert read is not None
            assert zh.Reading(found).is_written_as(read)

    @pytest.mark.parametrize("unit", ["吨", "万吨", "%", "亿元", "个百分点", "公顷", "人次"])
    def test_plain_figures_are_quick(self, unit: str) -> None:
        figures = Figures()
        assert figures.read(f"7{unit}") is None
        figures.learn(f"204.80{unit}", zh.read(f"204.80{unit}"))
        assert figures.read(f"7.0{unit}") == gt.Bounds.exact(gt.Quantity("7.0", unit))

    def test_every_unit_is_read_alike_after_any_number(self) -> None:
        for symbol in SYMBOLS:
            for scale in SCALES:
                figures, words = Figures(), scale + symbol
                learned = grammar(f"3{words}")
                if learned is not None:
                    figures.learn(f"3{words}", learned)
                for number in ("0", "1", "10", "2024", "007", "0.50", "999999999999999"):
                    found = figures.read(number + words)
                    if found is not None:
                        assert zh.Reading(found).is_written_as(zh.read(number + words))
