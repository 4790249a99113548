"""The hand-checked corpus, row by row: expressions, running text, refusals."""

import pytest
from tests.zh import corpus

from govtargets import ReadError, zh

_EXPRESSIONS = corpus.rows("expressions.tsv")
_RUNNING = corpus.rows("running.tsv")
_REFUSALS = corpus.rows("refusals.tsv")
_HOW = frozenset({"transformation"})


def _named(row: dict[str, str]) -> str:
    return row.get("text") or row.get("sentence") or "empty"


@pytest.mark.parametrize("row", _EXPRESSIONS, ids=_named)
def test_an_expression_is_read_as_written_by_hand(row: dict[str, str]) -> None:
    reading = zh.read(corpus.plain(row["text"]))
    assert corpus.differences(reading, corpus.expected(row["value"], row["extras"])) == []


@pytest.mark.parametrize("row", _EXPRESSIONS, ids=_named)
def test_what_is_read_is_written_in_words_and_read_back(row: dict[str, str]) -> None:
    reading = zh.read(corpus.plain(row["text"]))
    written = zh.write(reading)
    assert "【" not in written
    assert zh.read(written) == reading
    assert zh.read(written).is_written_as(reading)
    assert zh.write(zh.read(written)) == written
    assert corpus.same(zh.read(zh.write(reading.value)).value, reading.value)


@pytest.mark.parametrize("row", [row for row in _REFUSALS if row["mode"] != "find"], ids=_named)
def test_what_is_no_expression_is_refused(row: dict[str, str]) -> None:
    text = corpus.plain(row["text"])
    with pytest.raises(ReadError) as caught:
        zh.read(text)
    assert 0 <= caught.value.start <= caught.value.end <= len(text)
    assert caught.value.expected


@pytest.mark.parametrize("row", [row for row in _REFUSALS if row["mode"] != "read"], ids=_named)
def test_labels_are_no_figures(row: dict[str, str]) -> None:
    assert zh.find(corpus.plain(row["text"])) == []


@pytest.mark.parametrize("row", _RUNNING, ids=_named)
def test_running_text_gives_every_figure_and_nothing_else(row: dict[str, str]) -> None:
    text = corpus.plain(row["sentence"])
    found = {(one.start, one.end): one for one in zh.find(text)}
    wanted = {(one.start, one.end): one for one in corpus.figures(row["figures"])}
    assert {place for place, one in wanted.items() if not one.optional} <= found.keys()
    assert found.keys() <= wanted.keys()
    for place, mention in found.items():
        assert text[slice(*place)] == mention.text == wanted[place].text
        assert corpus.differences(mention.reading, wanted[place].expected, _HOW) == []


def test_subjects_are_right_nineteen_times_in_twenty() -> None:
    right = asked = 0
    for row in _RUNNING:
        found = {
            (one.start, one.end): one.subject for one in zh.find(corpus.plain(row["sentence"]))
        }
        for figure in corpus.figures(row["figures"]):
            place = (figure.start, figure.end)
            if figure.subject and place in found:
                asked += 1
                subject = found[place] or "?"
                right += subject in figure.subject or figure.subject in subject
    assert asked > 400
    assert right / asked > 0.95
