"""The algebra of intervals against brute force: membership of points around every end."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govtargets as gt
from govtargets import strategies
from govtargets.interval import Interval

RATIO = gt.Unit("%").kind


def small() -> st.SearchStrategy[Interval]:
    """Intervals whose ends often coincide, so that open and closed ends meet."""
    end = st.none() | st.integers(-2, 2).map(lambda number: gt.Quantity(number, "%"))
    ended = st.builds(
        lambda low, high, low_open, high_open: Interval.of(
            low, high, low_open=low_open, high_open=high_open
        ),
        end,
        end.filter(lambda high: high is not None),
        st.booleans(),
        st.booleans(),
    )
    return ended | st.sampled_from([Interval.empty(RATIO), Interval.everything(RATIO)])


def points() -> Iterator[gt.Quantity]:
    """Every end of a small interval, and points on both sides of it."""
    for quarter in range(-12, 13):
        yield gt.Quantity(Decimal(quarter) / 4, "%")


def members(interval: Interval) -> frozenset[gt.Quantity]:
    """Which points lie inside, decided by comparing quantities, not keys."""
    found = set()
    for point in points():
        above = interval.low is None or point.base > interval.low
        below = interval.high is None or point.base < interval.high
        above = above or (point.base == interval.low and not interval.low_open)
        below = below or (point.base == interval.high and not interval.high_open)
        if above and below:
            found.add(point)
    return frozenset(found)


@given(small())
def test_contains_is_membership(one: Interval) -> None:
    assert frozenset(point for point in points() if one.contains(point)) == members(one)


@given(small(), small())
def test_is_subset_says_that_no_member_is_missing(one: Interval, two: Interval) -> None:
    assert one.is_subset(two) is (members(one) <= members(two))


@given(small(), small())
def test_is_disjoint_says_that_no_member_is_shared(one: Interval, two: Interval) -> None:
    assert one.is_disjoint(two) is (not members(one) & members(two))
    assert two.is_disjoint(one) is one.is_disjoint(two)


@given(small(), small())
def test_intersect_holds_the_shared_members(one: Interval, two: Interval) -> None:
    both = one.intersect(two)
    assert members(both) == members(one) & members(two)
    assert both == two.intersect(one)
    assert both.is_empty is one.is_disjoint(two)


@given(small(), small())
def test_the_hull_is_the_smallest_interval_that_holds_both(one: Interval, two: Interval) -> None:
    hull = one.hull(two)
    inside = members(one) | members(two)
    first, last = min(inside, default=None), max(inside, default=None)
    between = {p for p in points() if first is not None and first <= p <= last}  # type: ignore[operator]
    assert members(hull) == between
    assert hull == two.hull(one)
    assert one.is_subset(hull)
    assert two.is_subset(hull)


@given(strategies.intervals(), st.data())
def test_the_laws_hold_for_every_kind(one: Interval, data: st.DataObject) -> None:
    two = data.draw(strategies.intervals(kind=one.kind))
    assert one.intersect(two).is_subset(one)
    assert one.is_subset(one.hull(two))
    assert one.is_subset(Interval.everything(one.kind))
    assert Interval.empty(one.kind).is_subset(one)
    assert one.is_subset(two) is (one.intersect(two) == one)
    assert one.is_disjoint(two) is one.intersect(two).is_empty


@given(strategies.intervals())
def test_the_text_reads_back(interval: Interval) -> None:
    assert Interval(str(interval)) == interval
    assert hash(Interval(str(interval))) == hash(interval)
    assert interval.is_written_as(Interval(str(interval)))


@given(strategies.quantities())
def test_a_value_is_the_only_member_of_its_own_interval(value: gt.Quantity) -> None:
    only = Interval.at(value)
    assert only.contains(value)
    assert only.low == only.high == value.base
    assert not only.is_empty


def test_ends_in_other_units_are_the_same_set() -> None:
    assert Interval("[15, 30) 亩") == Interval("[1, 2) 公顷")
    assert str(Interval("(1/3, 2] 亩")) == "(2000/9, 4000/3] 平方米"
    assert Interval("[1, 2] 亩").low == Fraction(2000, 3)


def test_an_end_between_two_grains_is_kept_exactly() -> None:
    odd = Interval("[1/7, 2/7] %")
    assert (odd.low, odd.high) == (Fraction(1, 7), Fraction(2, 7))
    assert isinstance(odd.low_key, Fraction)
    assert odd.low_key * 7 == gt.Quantity("1", "%").key


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("[2, 1] %", "∅ %"),
        ("[1, 1) %", "∅ %"),
        ("∅ %", "∅ %"),
        ("[-∞,∞]%", "(-∞, ∞) %"),
        ("[0.50, 1/2] %", "[0.5, 0.5] %"),
        ("[1, 2]", "[1, 2]"),
    ],
)
def test_there_is_one_spelling(text: str, canonical: str) -> None:
    assert str(Interval(text)) == canonical


@pytest.mark.parametrize("text", ["", "6.5 %", "[6.5] %", "[1/0, 2] %", "[1, 2", "[∞, 1] %"])
def test_what_is_no_interval_is_refused(text: str) -> None:
    with pytest.raises(gt.ReadError, match="expected an interval such as"):
        Interval(text)


def test_an_unknown_unit_is_named() -> None:
    with pytest.raises(gt.UnknownUnitError, match="万顿"):
        Interval("[1, 2] 万顿")


def test_two_kinds_never_meet() -> None:
    percent, people = Interval("[1, 2] %"), Interval("[1, 2] 人")
    for compare in (percent.is_subset, percent.is_disjoint, percent.intersect, percent.hull):
        with pytest.raises(
            gt.UnitMismatchError, match=r"cannot compare \[1, 2\] % with \[1, 2\] 人"
        ):
            compare(people)
    with pytest.raises(gt.UnitMismatchError, match=r"ratio .* persons"):
        Interval.of(gt.Quantity("1", "%"), gt.Quantity("2", "人"))
    with pytest.raises(gt.UnitMismatchError):
        percent.contains(gt.Quantity("1", "人"))


def test_an_interval_without_ends_needs_a_kind() -> None:
    with pytest.raises(gt.InvalidValueError, match=r"use Interval\.everything\(kind\)"):
        Interval.of(None, None)
