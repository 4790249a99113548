from typing import Any

import pytest
from hypothesis import given

import govtargets as gt
from govtargets import strategies


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": " "}, "Indicator.id is ' ': expected words"),
        ({"name": 3}, "Indicator.name is 3, a int: expected str"),
        ({"name_en": ""}, "Indicator.name_en is '': leave it out"),
        ({"direction": "higher"}, "Indicator.direction is 'higher', a str: expected Direction"),
        ({"unit": "吨"}, "Indicator.unit is '吨', a str: expected Unit or nothing"),
        ({"transformation": "level"}, "expected Transformation or nothing"),
        ({"aliases": "GDP"}, "aliases is the one text 'GDP': give a tuple of names"),
        ({"aliases": ("GDP", "")}, "Indicator.aliases is '': expected words"),
        ({"aliases": ("GDP；国内生产总值",)}, "holds ；, which separates aliases in files"),
    ],
)
def test_what_no_indicator_can_hold_is_refused(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(gt.InvalidValueError) as caught:
        gt.Indicator(**{"id": "gdp", "name": "地区生产总值", **fields})
    assert reason in str(caught.value)


@given(strategies.indicators())
def test_an_indicator_answers_to_its_id_its_name_and_its_aliases(indicator: gt.Indicator) -> None:
    for name in (indicator.id, indicator.name, *indicator.aliases):
        assert indicator.answers_to(name)
    assert not indicator.answers_to(indicator.id + indicator.name + "".join(indicator.aliases))
    assert str(indicator) == indicator.name
    assert indicator.is_written_as(indicator)


def test_any_series_of_aliases_is_kept_as_a_tuple() -> None:
    assert gt.Indicator("gdp", "地区生产总值", aliases=["GDP", "生产总值"]).aliases == (
        "GDP",
        "生产总值",
    )


def test_the_catalogue_is_made_once_and_complete() -> None:
    catalogue = gt.indicators()
    assert gt.indicators() is catalogue
    assert len({indicator.id for indicator in catalogue}) == len(catalogue)
    gdp = next(indicator for indicator in catalogue if indicator.id == "gdp")
    assert gdp.direction is gt.Direction.HIGHER
    assert gdp.transformation is gt.Transformation.GROWTH
    assert gdp.unit == gt.Unit("%")
    assert "国内生产总值" in gdp.aliases


def test_a_disputed_direction_stays_unknown() -> None:
    assert any(indicator.direction is None for indicator in gt.indicators())


def test_no_name_in_the_catalogue_stands_for_two_indicators() -> None:
    names = [name for indicator in gt.indicators() for name in {indicator.name, *indicator.aliases}]
    assert len(set(names)) == len(names)
