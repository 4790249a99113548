from typing import Any

import attrs
import pytest
from hypothesis import given

import govtargets as gt
from govtargets import strategies
from govtargets._indicator_fields import attributes_of, attributes_text, joined, split


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
        (
            {"aliases": ("GDP；国内生产总值",)},
            "holds 'GDP；国内生产总值' with ；, which separates aliases",
        ),
        ({"codes": "SDG 8.1.1"}, "codes is the one text 'SDG 8.1.1': give a tuple of names"),
        ({"codes": ("a；b",)}, "codes holds 'a；b' with ；, which separates codes in files"),
        (
            {"kind": "亿元"},
            "Indicator.kind is '亿元': expected the id of a kind, such as money:CNY",
        ),
        ({"kind": "money:CYN"}, "did you mean money:CNY?"),
        ({"kind": "mass/areas"}, "did you mean area?"),
        ({"kind": "count:"}, "expected the id of a kind"),
        ({"kind": 3}, "Indicator.kind is 3, a int: expected str"),
        ({"attributes": ("十四五",)}, "attributes holds '十四五': expected an attribute by plan"),
        ({"attributes": "十四五 约束性"}, "attributes holds '十': expected an attribute by plan"),
        (
            {"attributes": {"十四五": "binding"}},
            "attributes is 'binding', a str: expected Attribute",
        ),
        (
            {"attributes": {" ": gt.Attribute.BINDING}},
            "Indicator.attributes is ' ': expected words",
        ),
        ({"attributes": {"甲；乙": gt.Attribute.BINDING}}, "attributes holds '甲；乙' with ；"),
        (
            {"attributes": [("十四五", one) for one in gt.Attribute]},
            "attributes names the plan '十四五' twice",
        ),
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


def test_a_kind_and_attributes_by_plan_are_taken_in_handy_forms_too() -> None:
    binding = gt.Attribute.BINDING
    forest = gt.Indicator(
        "forest", "森林覆盖率", kind=gt.Unit("%").kind, attributes={"十四五": binding}
    )
    assert forest.kind == "ratio"
    assert forest.attributes == (("十四五", binding),)
    assert forest.attribute_in("十四五") is binding
    assert forest.attribute_in("十三五") is None
    assert hash(forest) == hash(gt.Indicator(**forest_fields(forest)))


def forest_fields(forest: gt.Indicator) -> dict[str, Any]:
    """The fields of an indicator as they are kept."""
    return {field.name: getattr(forest, field.name) for field in attrs.fields(gt.Indicator)}


@given(strategies.indicators())
def test_the_repr_of_an_indicator_makes_it_again(indicator: gt.Indicator) -> None:
    names = {name: getattr(gt, name) for name in gt.__all__}
    assert eval(repr(indicator), names) == indicator  # noqa: S307  our own text


@given(strategies.indicators())
def test_several_things_in_one_text_come_back(indicator: gt.Indicator) -> None:
    assert split(joined(indicator.codes)) == indicator.codes
    assert attributes_of(attributes_text(indicator.attributes)) == indicator.attributes


@pytest.mark.parametrize(
    "text", ["十四五", "binding", " binding", "十四五 firm", "十四五；binding"]
)
def test_what_is_no_attribute_by_plan_is_refused(text: str) -> None:
    with pytest.raises(gt.InvalidValueError, match=r"such as 十四五 binding"):
        attributes_of(text)


def test_the_catalogue_says_kinds_attributes_and_codes() -> None:
    known = {indicator.id: indicator for indicator in gt.indicators()}
    assert known["gdp"].kind == "money:CNY"
    assert known["gdp"].attribute_in("十四五") is gt.Attribute.ANTICIPATORY
    assert known["gdp_per_capita"].codes == ("SDG 8.1.1",)
    assert all(indicator.kind for indicator in gt.indicators())
    levels = [each for each in gt.indicators() if each.transformation is gt.Transformation.LEVEL]
    assert [one.id for one in levels if one.unit is not None and one.unit.kind.id != one.kind] == []


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
