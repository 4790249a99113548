from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govtargets as gt
from govtargets import strategies

TYPES: dict[str, Any] = {
    "achievements": gt.Achievement,
    "bounds": gt.Bounds,
    "datasets": gt.Dataset,
    "delegated": gt.Delegated,
    "goals": gt.Goal,
    "indicators": gt.Indicator,
    "intervals": gt.Interval,
    "kinds": gt.Kind,
    "not_stated": gt.NotStated,
    "periods": gt.Period,
    "problems": gt.Problem,
    "qualitative": gt.Qualitative,
    "quantities": gt.Quantity,
    "regions": gt.Region,
    "relatives": gt.Relative,
    "sources": gt.Source,
    "targets": gt.Target,
    "units": gt.Unit,
}


@cache
def drawn(strategy: st.SearchStrategy[Any]) -> list[Any]:
    """Five hundred draws, always the same ones."""
    found = []

    @settings(max_examples=500, database=None, derandomize=True)
    @given(strategy)
    def look(value: Any) -> None:
        found.append(value)

    look()
    return found


# Made once, since making a strategy of a whole record takes longer than drawing from it.
STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    name: getattr(strategies, name)() for name in TYPES
}
REGISTERED = {name: st.from_type(kind) for name, kind in TYPES.items()}


def test_every_strategy_has_its_type() -> None:
    assert sorted(TYPES) == sorted(strategies.__all__)


@pytest.mark.parametrize("name", TYPES)
@given(data=st.data())
def test_a_strategy_draws_its_type(name: str, data: st.DataObject) -> None:
    assert isinstance(data.draw(STRATEGIES[name]), TYPES[name])


@pytest.mark.parametrize("name", TYPES)
@given(data=st.data())
def test_the_types_are_registered(name: str, data: st.DataObject) -> None:
    assert isinstance(data.draw(REGISTERED[name]), TYPES[name])


@given(strategies.units())
def test_a_unit_is_found_again_by_its_symbol(unit: gt.Unit) -> None:
    assert gt.Unit(unit.symbol) == unit


@given(strategies.kinds(), st.data())
def test_a_kind_asked_for_is_a_kind_drawn(kind: gt.Kind, data: st.DataObject) -> None:
    either: list[gt.Kind | str] = [kind, kind.id]
    wanted = data.draw(st.sampled_from(either))
    assert data.draw(strategies.units(kind=wanted)).kind is kind
    assert data.draw(strategies.quantities(kind=wanted)).unit.kind is kind
    assert data.draw(strategies.bounds(kind=wanted)).kind is kind
    assert data.draw(strategies.intervals(kind=wanted)).kind is kind


@given(strategies.quantities(unit="亩"), strategies.quantities(unit=gt.Unit("万亩")))
def test_a_unit_asked_for_is_the_unit_drawn(one: gt.Quantity, two: gt.Quantity) -> None:
    assert (one.unit.symbol, two.unit.symbol) == ("亩", "万亩")


@given(strategies.bounds(unit="%"))
def test_a_statement_in_one_unit_stays_in_it(stated: gt.Bounds) -> None:
    ends = [end for end in (stated.low, stated.high) if end is not None]
    assert {end.unit for end in ends} == {gt.Unit("%")}


@given(st.data())
def test_quantities_stay_between_their_ends(data: st.DataObject) -> None:
    one = data.draw(strategies.quantities())
    two = data.draw(strategies.quantities(kind=one.unit.kind))
    low, high = min(one, two), max(one, two)
    assert low <= data.draw(strategies.quantities(unit=one.unit, min_value=low))
    assert high >= data.draw(strategies.quantities(unit=one.unit, max_value=high))
    inside = data.draw(strategies.quantities(unit=low.unit, min_value=low, max_value=high))
    assert low <= inside <= high


def test_ends_may_be_stated_in_another_unit() -> None:
    acres = strategies.quantities(
        unit="亩", min_value=gt.Quantity("1", "公顷"), max_value=gt.Quantity("1", "公顷")
    )

    @given(acres)
    def fifteen(area: gt.Quantity) -> None:
        assert area == gt.Quantity("15", "亩")

    fifteen()


def test_the_kind_of_the_ends_decides() -> None:
    @given(strategies.quantities(min_value=gt.Quantity("7", "%")))
    def ratio(value: gt.Quantity) -> None:
        assert value.unit.kind.id == "ratio"
        assert value.base >= Fraction(7)

    ratio()


def test_what_cannot_be_drawn_is_refused_at_once() -> None:
    seven, five = gt.Quantity("7", "%"), gt.Quantity("5", "%")
    with pytest.raises(gt.InvalidValueError, match="no quantity lies between 7% and 5%"):
        strategies.quantities(min_value=seven, max_value=five)
    with pytest.raises(gt.InvalidValueError, match="no unit of the catalogue measures 'luck'"):
        strategies.quantities(kind="luck")
    with pytest.raises(gt.InvalidValueError, match="no quantity lies between"):
        strategies.quantities(
            unit="公顷", min_value=gt.Quantity("1", "亩"), max_value=gt.Quantity("1", "亩")
        )


@given(strategies.bounds(comparators=[gt.Comparator.NEARLY, gt.Comparator.BETWEEN]))
def test_only_the_comparators_asked_for_are_drawn(stated: gt.Bounds) -> None:
    assert stated.comparator in {gt.Comparator.NEARLY, gt.Comparator.BETWEEN}


def test_a_target_takes_the_parts_that_it_is_given() -> None:
    gdp, year = gt.Indicator("gdp", "地区生产总值"), gt.Period.year(2024)

    @given(
        strategies.targets(
            indicator=st.just(gdp), goal=strategies.bounds(unit="%"), period=st.just(year)
        ),
        strategies.achievements(indicator=st.just(gdp), period=st.just(year), kind="ratio"),
    )
    def parts(target: gt.Target, reached: gt.Achievement) -> None:
        assert target.indicator is reached.indicator is gdp
        assert target.period is reached.period is year
        assert isinstance(target.goal, gt.Bounds)
        assert reached.value.kind.id == "ratio"

    parts()


@pytest.mark.parametrize("scale", ["万", "亿", "万亿"])
def test_units_come_behind_scale_words(scale: str) -> None:
    assert any(unit.symbol.startswith(scale) for unit in drawn(STRATEGIES["units"]))


HOSTILE: dict[str, Callable[[gt.Quantity], bool]] = {
    "zero": lambda found: not found.magnitude,
    "negative": lambda found: found.magnitude < 0,
    "largest": lambda found: found.magnitude.adjusted() == 28,
    "smallest": lambda found: found.digits == 9 and 0 < abs(found.magnitude) < 1,
    "written zeros": lambda found: found.digits > 1 and f"{found.magnitude:f}".endswith("00"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_quantities_are_drawn(name: str) -> None:
    assert any(map(HOSTILE[name], drawn(STRATEGIES["quantities"])))


def test_every_comparator_is_drawn() -> None:
    assert {stated.comparator for stated in drawn(STRATEGIES["bounds"])} == set(gt.Comparator)


def test_every_kind_of_period_is_drawn() -> None:
    assert {period.kind for period in drawn(STRATEGIES["periods"])} == set(gt.PeriodKind)


def test_the_catalogue_in_force_is_the_one_drawn_from() -> None:
    with gt.Catalogue("poultry") as mine:
        mine.define("笼", "50 羽")
        symbols = {unit.symbol for unit in drawn(strategies.units(kind="count:羽"))}
        assert "笼" in symbols
    symbols = {unit.symbol for unit in drawn(strategies.units(kind="count:羽"))}
    assert "笼" not in symbols
