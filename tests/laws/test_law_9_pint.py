"""Law 9: pint agrees."""

import itertools
from fractions import Fraction
from typing import Any

import pint
import pytest
from hypothesis import given
from tests.laws.test_law_1_equality import CATALOGUE, COMPOUNDS

from govtargets import Catalogue, Kind, Quantity, Unit
from govtargets.strategies import quantities

CANCELLING = ["元/万元", "亩/公顷", "元·亩/公顷", "米·米/公里", "千克/吨", "%/%", "人·天/天"]


def in_pint(unit: Unit) -> Any:
    """One of it, in pint's own base units."""
    return Quantity(1, unit).to_pint().to_base_units()


class TestPintAgrees:
    """Every catalogued unit converts in our exact factors as in the pint registry that we publish
    (Fraction); `from_pint(q.to_pint()) == q`.
    """

    @pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.id)
    def test_on_every_unit_of_every_kind(self, kind: Kind) -> None:
        base = Quantity(1, kind.base).to_pint()
        for unit in CATALOGUE[kind]:
            theirs = Quantity(1, unit).to_pint()
            assert theirs.to(base.units).magnitude == unit.factor
            assert theirs == base * unit.factor
            assert hash(theirs) == hash(base * unit.factor)
            assert Quantity.from_pint(theirs).is_written_as(Quantity(1, unit))

    @pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.id)
    def test_between_any_two_units_of_a_kind(self, kind: Kind) -> None:
        for one, other in itertools.product(CATALOGUE[kind][:12], repeat=2):
            theirs = Quantity(1, one).to_pint().to(Quantity(1, other).to_pint().units)
            assert theirs.magnitude == one.factor / other.factor

    def test_on_every_pair_of_kinds(self) -> None:
        samples = [Quantity(7, found[0]) for found in CATALOGUE.values()]
        theirs = [one.to_pint() for one in samples]
        dimensions = [one.dimensionality for one in theirs]
        for one, other in itertools.combinations(range(len(samples)), 2):
            assert dimensions[one] != dimensions[other], (samples[one], samples[other])

    @pytest.mark.parametrize("symbol", [*COMPOUNDS, *CANCELLING])
    def test_on_the_algebra_of_compounds(self, symbol: str) -> None:
        unit = Unit(symbol)
        theirs = in_pint(unit)
        ours = Quantity(1, unit.kind.base).to_pint().to_base_units()
        if theirs.dimensionless:
            # A ratio is counted in %, a hundred to the whole.
            assert unit.kind.id == "ratio"
            assert theirs.magnitude * 100 == unit.factor
        else:
            assert theirs.dimensionality == ours.dimensionality
            assert theirs.magnitude == unit.factor * ours.magnitude

    def test_on_compounds_of_every_two_kinds(self) -> None:
        # A symbol with a stroke of its own, such as 蒸吨/小时, cannot stand in another.
        above = [
            next(unit for unit in reversed(found) if "/" not in unit.symbol)
            for found in CATALOGUE.values()
            if found[0].kind.group != "compound"
        ]
        below = [Unit(symbol) for symbol in ("亩", "万人", "年", "万元", "吨", "户", "千瓦时")]
        for one, other in itertools.product(above, below):
            if one.kind.id == "pure":
                continue
            unit = Catalogue.active().find(f"{one.symbol}/{other.symbol}")
            assert unit is not None
            theirs = in_pint(unit)
            factor = one.factor / other.factor
            assert unit.factor == (factor * 100 if one.kind is other.kind else factor)
            if one.kind is other.kind:
                assert theirs.dimensionless
                assert theirs.magnitude == factor
            else:
                bases = in_pint(Unit(one.kind.base)) / in_pint(Unit(other.kind.base))
                assert theirs.dimensionality == bases.dimensionality
                assert theirs.magnitude == factor * bases.magnitude

    @given(quantities())
    def test_there_and_back(self, one: Quantity) -> None:
        theirs = one.to_pint()
        again = Quantity.from_pint(theirs)
        assert theirs.magnitude == Fraction(one.magnitude)
        assert again == one
        assert again.unit == one.unit

    @given(quantities(), quantities())
    def test_on_comparisons(self, one: Quantity, other: Quantity) -> None:
        assert (one == other) == bool(one.to_pint() == other.to_pint())
        if one.unit.kind is other.unit.kind:
            assert (one < other) == bool(one.to_pint() < other.to_pint())
        else:
            with pytest.raises(pint.DimensionalityError):
                one.to_pint() < other.to_pint()  # noqa: B015  the refusal is the point
