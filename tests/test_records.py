"""What every value and record has: copies, a pasteable text, equality, hash, complete errors."""

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govtargets as gt
from govtargets import strategies

VALUES: dict[str, st.SearchStrategy[Any]] = {
    name: getattr(strategies, name)()
    for name in strategies.__all__
    if name not in {"kinds", "datasets"}
}
WRITTEN = {name: values for name, values in VALUES.items() if name not in {"problems", "units"}}
RECORDS = {name: VALUES[name] for name in ("achievements", "targets")}
INDICATOR = gt.Indicator("grain", "粮食产量")
TARGET = gt.Target(
    indicator=INDICATOR, goal=gt.Quantity("200", "万吨"), period=gt.Period.year(2023)
)
REACHED = gt.Achievement(
    indicator=INDICATOR, value=gt.Quantity("204.8", "万吨"), period=gt.Period.year(2023)
)


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301  our own bytes


class Public(dict[str, Any]):
    """The public names of the package, each loaded when it is asked for."""

    def __missing__(self, name: str) -> Any:
        return getattr(gt, name)


def pasted(value: Any) -> Any:
    return eval(repr(value), {}, Public())  # noqa: S307  our own text


def alike(one: Any, two: Any) -> bool:
    return bool(one.is_written_as(two)) if hasattr(one, "is_written_as") else bool(one == two)


@pytest.mark.parametrize("name", VALUES)
@given(data=st.data())
def test_every_value_survives_copying_pickling_and_pasting(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    for again in (copy.copy, copy.deepcopy, pickled, pasted):
        made = again(value)
        assert made == value
        assert hash(made) == hash(value)
        assert alike(made, value)
        assert type(made) is type(value)


@pytest.mark.parametrize("name", WRITTEN)
@given(data=st.data())
def test_what_is_written_alike_is_equal_and_hashes_alike(name: str, data: st.DataObject) -> None:
    one, two = data.draw(WRITTEN[name]), data.draw(WRITTEN[name])
    assert one.is_written_as(one)
    assert one.is_written_as(two) is two.is_written_as(one)
    if type(one) is type(two) and one.is_written_as(two):
        assert one == two
    if one == two:
        assert hash(one) == hash(two)


@pytest.mark.parametrize("name", VALUES)
@given(data=st.data())
def test_no_value_equals_something_else_or_can_be_changed(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    assert value != repr(value)
    assert (value == object()) is False
    fields = attrs.fields(type(value))
    for field in fields:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, None)
    with pytest.raises((AttributeError, TypeError)):
        value.something_else = 1


@pytest.mark.parametrize("name", RECORDS)
@given(data=st.data())
def test_a_record_differs_in_writing_where_one_field_does(name: str, data: st.DataObject) -> None:
    record = data.draw(RECORDS[name])
    figure = "goal" if name == "targets" else "value"
    other = attrs.evolve(record, **{figure: gt.Quantity("8", "%")})
    assert other.is_written_as(record) is getattr(record, figure).is_written_as(
        gt.Bounds.exact(gt.Quantity("8", "%"))
    )
    twin = attrs.evolve(record, **{figure: gt.Quantity("8.0", "%")})
    assert twin == other
    assert not twin.is_written_as(other)


@pytest.mark.parametrize("record", [TARGET, REACHED], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("indicator", "grain", "a str: expected Indicator"),
        ("period", "2023年", "a str: expected Period"),
        ("period", None, "a NoneType: expected Period"),
        ("region", "焦作市", "a str: expected Region or nothing"),
        ("transformation", "growth", "expected Transformation or nothing"),
        ("baseline", "200万吨", "expected Bounds or nothing"),
        ("scope", "", "leave it out (None) where there is nothing to say"),
        ("price_basis", 1, "a int: expected str"),
        ("base", " ", "leave it out"),
        ("source", "公报", "expected Source or nothing"),
        ("note", "", "leave it out"),
    ],
)
def test_a_field_of_another_type_is_refused_by_name(
    record: Any, field: str, value: object, expected: str
) -> None:
    with pytest.raises(gt.InvalidValueError) as caught:
        attrs.evolve(record, **{field: value})
    assert str(caught.value).startswith(f"{type(record).__name__}.{field} is {value!r}")
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("record", "field", "value", "expected"),
    [
        (TARGET, "goal", "200万吨", "expected Bounds or Relative or Delegated or Qualitative"),
        (TARGET, "goal", None, "expected Bounds or Relative"),
        (TARGET, "stretch", gt.NotStated(), "expected Bounds or nothing"),
        (TARGET, "attribute", "binding", "expected Attribute or nothing"),
        (TARGET, "commitment", "strive", "expected Commitment or nothing"),
        (REACHED, "value", gt.NotStated(), "expected Bounds"),
        (REACHED, "value", None, "expected Bounds"),
        (REACHED, "status", "final", "expected Status or nothing"),
        (REACHED, "claim", "", "leave it out"),
    ],
)
def test_a_field_of_one_record_only_is_checked_too(
    record: Any, field: str, value: object, expected: str
) -> None:
    with pytest.raises(gt.InvalidValueError, match=f"{type(record).__name__}\\.{field}") as caught:
        attrs.evolve(record, **{field: value})
    assert expected in str(caught.value)


def test_a_bare_quantity_is_the_exact_statement_of_it() -> None:
    exact = gt.Bounds.exact(gt.Quantity("200", "万吨"))
    assert TARGET.goal == exact
    stretched = attrs.evolve(TARGET, stretch=exact.value, baseline=exact.value)
    assert (stretched.stretch, stretched.baseline) == (exact, exact)
    assert attrs.evolve(REACHED, value=exact.value, baseline=exact).value == exact


def test_a_record_is_one_line_and_names_its_region() -> None:
    assert str(TARGET) == "2023年 粮食产量 200万吨"
    assert str(REACHED) == "2023年 粮食产量 204.8万吨"
    placed = attrs.evolve(REACHED, region=gt.Region("焦作市"))
    assert str(placed) == "2023年 焦作市 粮食产量 204.8万吨"
    assert str(attrs.evolve(TARGET, region=gt.Region("焦作市"))).startswith("2023年 焦作市")


def test_a_target_and_an_achievement_are_never_the_same() -> None:
    assert not TARGET.is_written_as(REACHED)  # type: ignore[arg-type]
    assert len({TARGET, REACHED}) == 2


def test_the_text_that_can_be_pasted_leaves_out_what_is_absent() -> None:
    assert repr(TARGET) == (
        "Target(indicator=Indicator('grain', '粮食产量'), "
        "goal=Bounds.exact(Quantity('200', '万吨')), period=Period.parse('2023年'))"
    )
    assert repr(gt.Source(document="公报", date="2024-01-05")) == (
        "Source(document='公报', date='2024-01-05')"
    )
