"""Law 1: equality is physical."""

import itertools
from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtargets import Catalogue, Kind, Quantity, Unit, UnitMismatchError, units
from govtargets.strategies import quantities
from govtargets.strategies import units as some_unit

SCALES = ("", "万", "亿", "万亿")
COMPOUNDS = [
    "元/平方米",
    "元/月",
    "万元/人",
    "微克/立方米",
    "千克标准煤/万元",
    "吨/日",
    "张/千人",
    "件/万人",
    "公斤/亩",
    "元/人·月",
]


def catalogue() -> dict[Kind, list[Unit]]:
    """Every unit behind every scale that joins it, and compounds, by kind."""
    found: dict[Kind, list[Unit]] = defaultdict(list)
    for unit in units():
        for scale in SCALES if unit.kind.scalable else ("",):
            found[unit.kind].append(Unit(scale + unit.symbol))
    for symbol in COMPOUNDS:
        found[Unit(symbol).kind].append(Unit(symbol))
    return dict(found)


CATALOGUE = catalogue()


def same_kind(number: int) -> st.SearchStrategy[list[Quantity]]:
    """So many quantities of one kind, in any of its units."""
    return some_unit().flatmap(
        lambda unit: st.lists(quantities(kind=unit.kind), min_size=number, max_size=number)
    )


class TestEqualityIsPhysical:
    """`==` holds across units of a kind; equal things hash equal; `==` across kinds is `False`,
    `<` raises `UnitMismatchError`; `is_written_as` is the literal comparison. Order is total
    within a kind.
    """

    @pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.id)
    def test_across_all_units_of_a_kind(self, kind: Kind) -> None:
        for one, other in itertools.product(CATALOGUE[kind], repeat=2):
            # So many of one are so many of the other, by the factors alone.
            ratio = one.factor / other.factor
            if max(ratio.numerator, ratio.denominator) >= 10**29:
                assert (Quantity(1, one) > Quantity(1, other)) == (ratio > 1)
                continue
            mine = Quantity(ratio.denominator, one)
            theirs = Quantity(ratio.numerator, other)
            assert mine == theirs
            assert hash(mine) == hash(theirs)
            assert mine <= theirs
            assert mine >= theirs
            assert not mine < theirs
            assert mine < Quantity(ratio.numerator + 1, other)
            assert mine.is_written_as(theirs) == (one == other)

    def test_every_pair_of_kinds_is_refused_or_compared(self) -> None:
        samples = [Quantity(7, found[0]) for found in CATALOGUE.values()]
        pairs = 0
        for one, other in itertools.product(samples, repeat=2):
            pairs += 1
            assert (one == other) == (one is other)
            assert (one != other) == (one is not other)
            if one is other:
                assert not one < other
                continue
            with pytest.raises(UnitMismatchError) as refused:
                one < other  # noqa: B015  the refusal is the point
            for side in (one, other):
                assert side.unit.kind.zh in str(refused.value)
                assert side.unit.kind.en in str(refused.value)
        assert pairs == len(CATALOGUE) ** 2 > 40_000

    @given(quantities(), quantities())
    def test_any_two_quantities(self, one: Quantity, other: Quantity) -> None:
        if one.unit.kind is other.unit.kind:
            assert (one == other) == (one.base == other.base)
            assert (one < other) == (one.base < other.base)
            assert (one >= other) == (one.base >= other.base)
        else:
            assert one != other
            for compare in (Quantity.__lt__, Quantity.__le__, Quantity.__gt__, Quantity.__ge__):
                with pytest.raises(UnitMismatchError):
                    compare(one, other)

    @given(same_kind(3))
    def test_order_is_total_within_a_kind(self, three: list[Quantity]) -> None:
        one, two, three_ = three
        assert (one < two) + (one == two) + (one > two) == 1
        assert (one <= two) == (one < two or one == two)
        assert (one >= two) == (two <= one)
        if one <= two <= three_:
            assert one <= three_
        assert sorted(three) == sorted([three_, two, one])
        assert all(max(three) >= any_one for any_one in three)

    @given(same_kind(2))
    def test_equal_things_hash_equal(self, two: list[Quantity]) -> None:
        one, other = two
        if one == other:
            assert hash(one) == hash(other)
            assert len({one, other}) == 1
        assert hash(one) == hash(Quantity(one.magnitude, one.unit))

    @given(quantities())
    def test_is_written_as_is_the_literal_comparison(self, one: Quantity) -> None:
        assert one.is_written_as(Quantity(str(one.magnitude), one.unit.symbol))
        assert one.is_written_as(one.to(one.unit))
        if one.digits < 9 and abs(one.magnitude) < 10**28:
            wordier = Quantity(f"{one.magnitude:f}{'' if one.digits else '.'}0", one.unit)
            assert wordier == one
            assert not wordier.is_written_as(one)

    @given(quantities())
    def test_text_and_repr_are_inverse(self, one: Quantity) -> None:
        again = eval(repr(one), {"Quantity": Quantity})  # noqa: S307  our own repr
        assert again.is_written_as(one)
        assert Quantity.parse(str(one)) == one

    @given(some_unit())
    def test_the_key_is_an_integer(self, unit: Unit) -> None:
        assert isinstance(Quantity("0.000000001", unit).key, int) or "/" in unit.symbol
        assert Quantity(1, unit).base == unit.factor
        assert Fraction(Quantity(1, unit).key) / 10**9 / unit.kind.grain == unit.factor

    def test_a_unit_is_found_again_by_its_symbol(self) -> None:
        for found in CATALOGUE.values():
            for unit in found:
                assert Catalogue.active().unit(unit.symbol) is unit
