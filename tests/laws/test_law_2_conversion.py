"""Law 2: conversions are exact or refused."""

import itertools
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.laws.test_law_1_equality import CATALOGUE, same_kind

from govtargets import (
    Bounds,
    InexactConversionError,
    Kind,
    Quantity,
    Unit,
    UnitMismatchError,
)
from govtargets.strategies import quantities, units


def decimals_of(value: Fraction) -> int | None:
    """How many decimals the fraction needs, by trying; `None` where forty are not enough."""
    return next((n for n in range(40) if (value * 10**n).denominator == 1), None)


def pairs() -> st.SearchStrategy[tuple[Quantity, Unit]]:
    """A quantity and another unit of its kind."""
    return quantities().flatmap(lambda one: st.tuples(st.just(one), units(kind=one.unit.kind)))


class TestConversionsAreExactOrRefused:
    """`q.to(u).to(q.unit) == q`; a conversion with no finite decimal raises
    `InexactConversionError` unless `places=` is given; changing units never changes a verdict,
    under policies that don't read written digits. `to` refuses a result that does not fit
    decimal128(38,9), even a finite one; `Quantity` refuses such a magnitude at construction.
    """

    @pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.id)
    def test_between_all_units_of_a_kind(self, kind: Kind) -> None:
        for one, other in itertools.product(CATALOGUE[kind], repeat=2):
            exact = Quantity("3.0", one)
            value = 3 * one.factor / other.factor
            needed = decimals_of(value)
            if needed is None or needed > 9 or value >= 10**29:
                with pytest.raises(InexactConversionError) as refused:
                    exact.to(other)
                assert str(exact) in str(refused.value)
                assert other.symbol in str(refused.value)
            else:
                there = exact.to(other)
                assert Fraction(there.magnitude) == value
                assert there == exact
                assert there.to(one) == exact

    @given(pairs())
    def test_there_and_back(self, pair: tuple[Quantity, Unit]) -> None:
        one, unit = pair
        try:
            there = one.to(unit)
        except InexactConversionError:
            value = one.base / unit.factor
            needed = decimals_of(value)
            assert needed is None or needed > 9 or abs(value) >= 10**29
        else:
            assert there == one
            assert there.unit is unit
            assert there.to(one.unit) == one
            assert hash(there) == hash(one)

    @given(pairs(), st.integers(0, 9))
    def test_places_round_half_to_even(self, pair: tuple[Quantity, Unit], places: int) -> None:
        one, unit = pair
        value = one.base / unit.factor
        assume(abs(value) < 10**28)
        rounded = one.to(unit, places=places)
        assert rounded.digits == places
        distance = abs(Fraction(rounded.magnitude) - value) * 10**places
        assert distance <= Fraction(1, 2)
        if distance == Fraction(1, 2):
            assert int(rounded.magnitude.scaleb(places).as_tuple().digits[-1]) % 2 == 0

    @given(quantities(), units())
    def test_across_kinds_nothing_converts(self, one: Quantity, unit: Unit) -> None:
        assume(one.unit.kind is not unit.kind)
        with pytest.raises(UnitMismatchError):
            one.to(unit)
        with pytest.raises(UnitMismatchError):
            one.to(unit, places=2)

    @given(pairs(), st.data())
    def test_a_bound_means_the_same_in_every_unit(
        self, pair: tuple[Quantity, Unit], data: st.DataObject
    ) -> None:
        one, unit = pair
        try:
            there = one.to(unit)
        except InexactConversionError:
            return
        result = data.draw(quantities(kind=unit.kind))
        assert (result >= there) == (result >= one)
        assert (result == there) == (result == one)
        assert Bounds.at_least(there) == Bounds.at_least(one)

    @given(
        quantities(), st.sampled_from([Decimal("0.1"), Decimal(5), Decimal("0.025"), Decimal(1)])
    )
    def test_rounding_to_a_step(self, one: Quantity, step: Decimal) -> None:
        assume(abs(one.magnitude) < 10**28)
        rounded = one.round(step)
        count = Fraction(rounded.magnitude) / Fraction(step)
        assert count.denominator == 1
        distance = abs(Fraction(one.magnitude) / Fraction(step) - count)
        assert distance <= Fraction(1, 2)
        assert distance < Fraction(1, 2) or count.numerator % 2 == 0
        assert rounded.round(step).is_written_as(rounded)

    @given(same_kind(2))
    def test_sums_and_differences_are_exact(self, two: list[Quantity]) -> None:
        one, other = two
        try:
            gap = one - other
        except InexactConversionError:
            return
        assert gap.base == one.base - other.base

    @given(st.integers(0, 60), st.integers(0, 20))
    def test_what_does_not_fit_is_refused_at_construction(self, whole: int, behind: int) -> None:
        text = "9" * whole + "." + "9" * behind if behind else "9" * whole
        fits = whole <= 29 and behind <= 9
        if not text:
            return
        if fits:
            assert str(Quantity(text, "吨").magnitude) == str(Decimal(text))
        else:
            with pytest.raises(ValueError, match="does not fit decimal128"):
                Quantity(text, "吨")
