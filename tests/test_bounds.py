import itertools
from typing import Any

import attrs
import pytest
from hypothesis import given

import govtargets as gt
from govtargets import strategies
from govtargets.comparator import Comparator

FIVE = gt.Quantity("5", "%")
SEVEN = gt.Quantity("7", "%")
ENDS = {
    Comparator.EXACT: (FIVE, FIVE, True, True),
    Comparator.AT_LEAST: (FIVE, None, True, False),
    Comparator.ABOVE: (FIVE, None, False, False),
    Comparator.BELOW: (None, FIVE, False, False),
    Comparator.AT_MOST: (None, FIVE, False, True),
    Comparator.ABOUT: (FIVE, FIVE, True, True),
    Comparator.NEARLY: (None, FIVE, False, False),
    Comparator.SOME_MORE: (FIVE, None, False, False),
}
TEXTS = [
    (Comparator.EXACT, "6.5", "%", "6.5%"),
    (Comparator.AT_LEAST, "6", "万人", "6万人以上"),
    (Comparator.AT_LEAST, "-3.9", "%", "不低于-3.9%"),
    (Comparator.ABOVE, "100", "亿元", "超过100亿元"),
    (Comparator.BELOW, "5", "%", "低于5%"),
    (Comparator.AT_MOST, "5.5", "%", "5.5%以内"),
    (Comparator.AT_MOST, "-3.9", "%", "不高于-3.9%"),
    (Comparator.ABOUT, "-0.50", "%", "-0.50%左右"),
    (Comparator.NEARLY, "2", "万亿元", "近2万亿元"),
    (Comparator.SOME_MORE, "600", "万套", "600多万套"),
    (Comparator.SOME_MORE, "3", "万人", "3万多人"),
    (Comparator.SOME_MORE, "3", "万亿元", "3万亿多元"),
    (Comparator.SOME_MORE, "3", "倍", "3倍多"),
    (Comparator.SOME_MORE, "3.0", "亿元", "3.0亿多元"),
]


@pytest.mark.parametrize(("comparator", "ends"), ENDS.items(), ids=[one.value for one in ENDS])
def test_each_comparator_has_its_ends(comparator: Comparator, ends: tuple[object, ...]) -> None:
    stated = getattr(gt.Bounds, comparator.value)(FIVE)
    assert attrs.astuple(stated, recurse=False) == (comparator, *ends)
    assert stated == gt.Bounds.of(comparator, FIVE)
    assert (stated.value, stated.unit, stated.kind.id) == (FIVE, gt.Unit("%"), "ratio")


@pytest.mark.parametrize("comparator", ENDS, ids=lambda one: one.value)
def test_other_ends_are_refused(comparator: Comparator) -> None:
    for low, high, low_inclusive, high_inclusive in itertools.product(
        (None, FIVE), (None, FIVE), (True, False), (True, False)
    ):
        ends = {"low_inclusive": low_inclusive, "high_inclusive": high_inclusive}
        if (low, high, low_inclusive, high_inclusive) == ENDS[comparator]:
            assert gt.Bounds(comparator, low, high, **ends) == gt.Bounds.of(comparator, FIVE)
            continue
        with pytest.raises(gt.InvalidValueError, match=rf"Bounds\.{comparator.value}\(quantity\)"):
            gt.Bounds(comparator, low, high, **ends)


@pytest.mark.parametrize("comparator", [Comparator.EXACT, Comparator.ABOUT])
def test_one_number_is_written_in_one_way(comparator: Comparator) -> None:
    with pytest.raises(gt.InvalidValueError, match="does not go with low=5%, high=5"):
        gt.Bounds(
            comparator, FIVE, gt.Quantity("5.0", "%"), low_inclusive=True, high_inclusive=True
        )


@pytest.mark.parametrize("word", ["at_least", Comparator.AT_LEAST.zh])
def test_a_comparator_is_no_text(word: Any) -> None:
    with pytest.raises(gt.InvalidValueError, match=r"Bounds\.comparator is"):
        gt.Bounds(word, FIVE, None, low_inclusive=True, high_inclusive=False)
    with pytest.raises(gt.InvalidValueError, match=r"Bounds\.low is '5%', a str"):
        gt.Bounds(Comparator.ABOVE, "5%", None, low_inclusive=False, high_inclusive=False)  # type: ignore[arg-type]


@pytest.mark.parametrize("comparator", [Comparator.NEARLY, Comparator.SOME_MORE])
def test_nearly_and_some_more_of_zero_say_nothing(comparator: Comparator) -> None:
    with pytest.raises(
        gt.InvalidValueError, match=r"of 0\.0% says nothing, since zero has no side"
    ):
        gt.Bounds.of(comparator, gt.Quantity("0.0", "%"))


def test_a_range_needs_two_ends_of_one_kind_in_order() -> None:
    with pytest.raises(gt.InvalidValueError, match="a range needs two quantities"):
        gt.Bounds.of(Comparator.BETWEEN, FIVE)
    with pytest.raises(gt.UnitMismatchError, match=r"ratio .* persons"):
        gt.Bounds.between(FIVE, gt.Quantity("7", "人"))
    with pytest.raises(gt.InvalidValueError, match="the range 7% to 5% is empty"):
        gt.Bounds.between(SEVEN, FIVE)
    with pytest.raises(gt.InvalidValueError, match="the range 5% to 5% is empty"):
        gt.Bounds.between(FIVE, FIVE, low_inclusive=False)
    for low, high in ((None, FIVE), (FIVE, None), (None, None)):
        with pytest.raises(gt.InvalidValueError, match="a range needs both ends"):
            gt.Bounds(Comparator.BETWEEN, low, high, low_inclusive=True, high_inclusive=True)
    assert gt.Bounds.between(FIVE, FIVE).low_inclusive


@pytest.mark.parametrize(("comparator", "number", "unit", "text"), TEXTS)
def test_the_text_is_that_of_reports(
    comparator: Comparator, number: str, unit: str, text: str
) -> None:
    assert str(gt.Bounds.of(comparator, gt.Quantity(number, unit))) == text


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        ((True, True), "5%—7%"),
        ((False, False), "高于5%且低于7%"),
        ((True, False), "不低于5%且低于7%"),
        ((False, True), "高于5%且不超过7%"),
    ],
)
def test_the_text_of_a_range_tells_its_ends(ends: tuple[bool, bool], text: str) -> None:
    stated = gt.Bounds.between(FIVE, SEVEN, low_inclusive=ends[0], high_inclusive=ends[1])
    assert str(stated) == text
    assert stated.value is FIVE


@given(strategies.bounds())
def test_equality_is_physical_and_writing_literal(stated: gt.Bounds) -> None:
    coarse = attrs.evolve(stated, low=_coarse(stated.low), high=_coarse(stated.high))
    assert coarse == stated
    assert hash(coarse) == hash(stated)
    assert stated.is_written_as(stated)
    assert coarse.is_written_as(stated) is (str(coarse) == str(stated))


def _coarse(quantity: gt.Quantity | None) -> gt.Quantity | None:
    if quantity is None:
        return None
    text = f"{quantity.magnitude:f}"
    bare = text.rstrip("0").rstrip(".") if "." in text else text
    return gt.Quantity(bare, quantity.unit)


def test_a_different_comparator_is_a_different_statement() -> None:
    assert gt.Bounds.exact(FIVE) != gt.Bounds.about(FIVE)
    assert not gt.Bounds.exact(FIVE).is_written_as(gt.Bounds.about(FIVE))
    assert not gt.Bounds.at_least(FIVE).is_written_as(gt.Bounds.at_most(FIVE))


def test_every_comparator_has_a_word_and_most_a_code() -> None:
    assert [one.name for one in Comparator if one.edifact is None] == [
        "NEARLY",
        "SOME_MORE",
        "BETWEEN",
    ]
    assert len({one.zh for one in Comparator}) == len(Comparator)
