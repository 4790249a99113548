"""Law 3: text round trip."""

from hypothesis import given
from hypothesis import strategies as st

from govtargets import Bounds, Commitment, Goal, Period, Qualitative, ReadError, Status, zh
from govtargets import Transformation as How
from govtargets.strategies import bounds, goals, periods
from govtargets.zh._words import WORDS

_WORDS = sorted(WORDS)
_PIECES = st.sampled_from(
    [*_WORDS, *"0123456789.,，%万亿元家个半几第前“”", "5.5%", "200万吨", "2024年", "百分之"]
)
# Any text, and text of the vocabulary, which goes further into the grammar.
_TEXTS = st.one_of(st.text(), st.lists(_PIECES, max_size=12).map("".join))


def readings() -> st.SearchStrategy[zh.Reading]:
    """Readings with anything said around any goal."""
    words = st.sampled_from(["全省", "每人每月", "GDP", "同类城市"]) | st.text(
        min_size=1, max_size=5
    )
    return st.builds(
        zh.Reading,
        goals(),
        baseline=st.none() | bounds(),
        stretch=st.none() | bounds() | st.just(Qualitative("更好结果")),
        transformation=st.none() | st.sampled_from(How),
        scope=st.none() | words,
        period=st.none() | periods(),
        base=st.none() | st.sampled_from(["同比", "环比", "比2020年"]) | words,
        price_basis=st.none() | st.sampled_from(["不变价", "现价"]) | words,
        status=st.none() | st.sampled_from(Status),
        commitment=st.none() | st.sampled_from(Commitment),
        capped=st.booleans(),
    )


def read_or_refuse(text: str) -> zh.Reading | None:
    """The reading, or `None` where it is refused with a span inside the text."""
    refused: ReadError
    try:
        return zh.read(text)
    except ReadError as error:
        refused = error
    assert 0 <= refused.start <= refused.end <= len(text)
    return None


class TestTextRoundTrip:
    """`zh.read(zh.write(r)) == r` for a `Reading`, `zh.read(zh.write(g)).value == g` for a goal;
    `write∘read` is idempotent; `find` on any text returns spans with `text[start:end] ==
    mention.text`, never raises.
    """

    @given(readings())
    def test_a_reading_comes_back(self, reading: zh.Reading) -> None:
        again = zh.read(zh.write(reading))
        assert again == reading
        assert again.is_written_as(reading)

    @given(goals())
    def test_a_goal_comes_back(self, goal: Goal) -> None:
        again = zh.read(zh.write(goal)).value
        assert again == goal
        assert again.is_written_as(goal)

    @given(bounds(), st.none() | periods())
    def test_a_growth_comes_back(self, value: Bounds, period: Period | None) -> None:
        reading = zh.Reading(value, transformation=How.GROWTH, period=period)
        assert zh.read(zh.write(reading)).is_written_as(reading)

    @given(_TEXTS)
    def test_writing_what_was_read_is_idempotent(self, text: str) -> None:
        reading = read_or_refuse(text)
        if reading is None:
            return
        written = zh.write(reading)
        assert zh.read(written).is_written_as(reading)
        assert zh.write(zh.read(written)) == written

    @given(_TEXTS, st.none() | st.integers(1, 9999))
    def test_every_span_is_the_text_it_gives(self, text: str, year: int | None) -> None:
        end = 0
        for mention in zh.find(text, year=year):
            assert end <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text
            end = mention.end
