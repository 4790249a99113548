"""Accuracy on report text that was written after the reader: right means span, number, unit and comparator."""

from decimal import Decimal
from typing import NamedTuple

import pytest
from tests.zh.corpus import Figure, differences, figures, plain, rows

from govtargets import Bounds, ReadError, zh

GOAL = Decimal("0.97")
READ_GOAL = Decimal("0.98")
KEYS = frozenset({"transformation"})


class Score(NamedTuple):
    """How many figures were found rightly, reported wrongly, left out; and read rightly by themselves."""

    right: int
    wrong: int
    missed: int
    read: int
    spans: int


def is_read(figure: Figure) -> bool:
    try:
        return not differences(zh.read(figure.text), figure.expected, KEYS)
    except ReadError:
        return False


@pytest.fixture(scope="module")
def score() -> Score:
    right = wrong = missed = read = spans = 0
    for row in rows("unseen.tsv"):
        text, wanted = plain(row["sentence"]), figures(row["figures"])
        found = {(one.start, one.end): one for one in zh.find(text)}
        for figure in wanted:
            one = found.pop((figure.start, figure.end), None)
            good = one is not None and not differences(one.reading, figure.expected, KEYS)
            right += good
            wrong += one is not None and not good
            missed += not good and not figure.optional
            if "分别" not in text:
                spans += 1
                read += is_read(figure)
        wrong += sum(isinstance(one.reading.value, Bounds) for one in found.values())
    return Score(right, wrong, missed, read, spans)


def test_precision_of_find(score: Score) -> None:
    assert Decimal(score.right) / (score.right + score.wrong) >= GOAL


def test_recall_of_find(score: Score) -> None:
    assert Decimal(score.right) / (score.right + score.missed) >= GOAL


def test_expressions_read_wholly_right(score: Score) -> None:
    assert Decimal(score.read) / score.spans >= READ_GOAL


def test_the_corpus_is_large_enough_to_say_so(score: Score) -> None:
    assert score.right + score.missed >= 450
