import datetime as dt
from decimal import Decimal
from typing import Any

import attrs
import pyarrow as pa
import pytest
from tests.arrow.records import same

import govtargets as gt
from govtargets import arrow
from govtargets.errors import ProblemsError

NUMBERS = pa.decimal128(38, 9)
RECORD = gt.Achievement(
    indicator=gt.Indicator("grain", "粮食产量"),
    value=gt.Quantity("204.80", "万吨"),
    period=gt.Period.year(2023),
    source=gt.Source(document="公报", date="2024-01-05", start=1, end=3),
)
TABLE = arrow.encode([RECORD])


def other(**columns: Any) -> pa.Table:
    """The table of one record with some columns in another type, in another order."""
    table = TABLE.select(TABLE.schema.names[::-1])
    for name, values in columns.items():
        place = table.schema.get_field_index(name)
        table = table.set_column(place, name, values)
    return table


class Odd(pa.ExtensionType):
    def __init__(self) -> None:
        super().__init__(pa.string(), "tests.odd")

    def __arrow_ext_serialize__(self) -> bytes:
        return b""

    @classmethod
    def __arrow_ext_deserialize__(cls, storage_type: Any, serialized: bytes) -> "Odd":
        return cls()


def coded(values: Any) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array([0], pa.uint32()), values)


EQUAL: dict[str, dict[str, Any]] = {
    "wide-decimal": {"magnitude": pa.array([Decimal("204.8")], pa.decimal256(60, 20))},
    "narrow-decimal": {"magnitude": pa.array([Decimal("204.8")], pa.decimal128(5, 1))},
    "text-number": {"magnitude": pa.array(["204.80"])},
    "whole-text": {"digits": pa.array(["2.0"]), "source_start": pa.array(["1.00"])},
    "coded-number": {"magnitude": coded(pa.array([Decimal("204.8")], NUMBERS))},
    "large-text": {"unit": pa.array(["万吨"], pa.large_string())},
    "viewed-text": {"unit": pa.array(["万吨"], pa.string_view())},
    "coded-view": {"unit": coded(pa.array(["万吨"], pa.string_view()))},
    "coded-large-text": {"source_quote": coded(pa.array([None], pa.large_string()))},
    "null-word": {
        "unit": pa.DictionaryArray.from_arrays([2], pa.array([None, "吨", "万吨", None])),
        "note": pa.DictionaryArray.from_arrays([1], pa.array(["吨", None])),
    },
    "extension": {"unit": pa.ExtensionArray.from_storage(Odd(), pa.array(["万吨"]))},
    "whole-floats": {"digits": pa.array([2.0]), "source_start": pa.array([1.0])},
    "other-integers": {"digits": pa.array([2], pa.uint64()), "source_end": pa.array(["3"])},
    "timestamp": {"period_start": pa.array(["2023-01-01"]).cast(pa.timestamp("us"))},
    "text-day": {"period_end": pa.array(["2023-12-31"])},
    "date64": {"source_date": pa.array([dt.date(2024, 1, 5)], pa.date64())},
    "nothing": {"note": pa.nulls(1), "low_inclusive": pa.nulls(1), "baseline_digits": pa.nulls(1)},
}


@pytest.mark.parametrize("change", EQUAL)
def test_the_types_of_other_engines_come_back(change: str) -> None:
    given = other(**EQUAL[change])
    found = arrow.conform(given, arrow.ACHIEVEMENTS)
    assert found.equals(TABLE, check_metadata=True)
    assert same(arrow.decode(given), [RECORD])


def test_whole_numbers_may_be_integers() -> None:
    given = other(magnitude=pa.array([204]), digits=pa.array([0]))
    assert str(arrow.decode(given).records[0].value) == "204万吨"


def test_times_that_are_all_absent() -> None:
    table = arrow.encode([attrs.evolve(RECORD, source=None)])
    place = table.schema.get_field_index("source_date")
    for values in (pa.array([None]), pa.chunked_array([], pa.timestamp("ns"))):
        given = table.slice(0, len(values))
        given = given.set_column(place, "source_date", values.cast(pa.timestamp("ns", "UTC")))
        assert arrow.conform(given, arrow.ACHIEVEMENTS).equals(table.slice(0, len(values)))


def test_the_largest_numbers_may_have_another_scale() -> None:
    for number in (Decimal("9" * 29), Decimal("-" + "9" * 29), None):
        given = other(magnitude=pa.array([number], pa.decimal128(38, 0)))
        assert arrow.conform(given, arrow.ACHIEVEMENTS)["magnitude"].to_pylist() == [number]


def test_flags_may_be_text() -> None:
    value = gt.Bounds.between(gt.Quantity("1", "%"), gt.Quantity("2", "%"))
    table = arrow.encode(
        [gt.Achievement(indicator=RECORD.indicator, value=value, period=RECORD.period)]
    )
    place = table.schema.get_field_index("low_inclusive")
    given = table.set_column(place, "low_inclusive", pa.array(["true"]).dictionary_encode())
    assert str(arrow.decode(given).records[0].value) == "1%—2%"


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "float": ({"magnitude": pa.array([204.8])}, "float"),
    "bytes": ({"unit": pa.array([b"x"])}, "wrong-type"),
    "list": ({"note": pa.array([["x"]])}, "wrong-type"),
    "number-for-text": ({"unit": pa.array([3])}, "wrong-type"),
    "number-for-flag": ({"low_inclusive": pa.array([1])}, "wrong-type"),
    "number-for-day": ({"period_start": pa.array([1])}, "wrong-type"),
    "unknown-zone": (
        {"period_start": pa.array([0]).cast(pa.timestamp("us", "Mars/Olympus"))},
        "wrong-type",
    ),
    "flag-for-number": ({"magnitude": pa.array([True])}, "wrong-type"),
}


@pytest.mark.parametrize("change", WRONG)
def test_a_wrong_type_costs_the_table(change: str) -> None:
    columns, code = WRONG[change]
    found = arrow.decode(other(**columns))
    assert (found.records, [one.code for one in found.problems]) == ((), [code])
    with pytest.raises(ProblemsError):
        arrow.conform(other(**columns), arrow.ACHIEVEMENTS)


MISFITS: dict[str, dict[str, Any]] = {
    "tenth-place": {"magnitude": pa.array(["204.8", "0.0000000001"])},
    "too-large": {"magnitude": pa.array([Decimal(1), Decimal(10) ** 40], pa.decimal256(60, 0))},
    # Arrow multiplies both to a number of at most 38 digits, modulo 2^128 and 2^256.
    "wraps": {"magnitude": pa.array([Decimal(1), Decimal(2**119)], pa.decimal128(38, 0))},
    "wraps-wide": {"magnitude": pa.array([Decimal(1), Decimal(2**247)], pa.decimal256(76, 0))},
    "wraps-hundreds": {
        "magnitude": pa.array([Decimal(100), Decimal("2E+35")], pa.decimal128(38, -2))
    },
    "no-number": {"magnitude": pa.array(["204.8", "many"])},
    "half-a-digit": {"digits": pa.array([1.0, 1.5])},
    "half-a-digit-in-text": {"digits": pa.array(["1.0", "1.50"])},
    "time-of-day": {
        "source_date": pa.array([None, "2024-01-05T12:00:00"]).cast(pa.timestamp("us"))
    },
    "no-day": {"source_date": pa.array([None, "2024-02-30"])},
    "year-10000": {"source_date": pa.array([None, 2932897], pa.int32()).cast(pa.date32())},
}
if hasattr(pa, "decimal64"):
    # The oldest Arrow that we take has no short decimals.
    MISFITS["short-decimal"] = {
        "magnitude": pa.array([Decimal(1), Decimal("0.0000000001")], pa.decimal64(12, 10))
    }


@pytest.mark.parametrize("change", MISFITS)
def test_a_value_that_does_not_fit_costs_its_row(change: str) -> None:
    table = arrow.encode([RECORD, RECORD])
    ((name, values),) = MISFITS[change].items()
    given = table.set_column(table.schema.get_field_index(name), name, values)
    found = arrow.decode(given)
    assert [(one.code, one.row, one.column) for one in found.problems][:1] == [
        ("wrong-value", 2, name)
    ]
    assert len(found.records) == 1
    with pytest.raises(ProblemsError, match="does not fit"):
        arrow.conform(given, arrow.ACHIEVEMENTS)


def test_columns_that_the_schema_does_not_have_are_reported() -> None:
    given = TABLE.append_column("rank", pa.array([1]))
    with pytest.raises(ProblemsError, match="rank: the schema has no such column"):
        arrow.conform(given, arrow.ACHIEVEMENTS)
    assert arrow.conform(given, arrow.ACHIEVEMENTS, extra="drop").equals(TABLE)
    found = arrow.decode(given)
    assert same(arrow.Decoded(found.records, ()), [RECORD])
    assert [one.code for one in found.problems] == ["extra-column"]


def test_a_table_that_makes_no_stream() -> None:
    class Mixed:
        def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
            raise pa.ArrowTypeError("Expected bytes, got a 'int' object", "column unit")

    for use in (lambda data: arrow.conform(data, arrow.ACHIEVEMENTS), arrow.decode):
        with pytest.raises(gt.InvalidValueError, match=r"Mixed makes no Arrow stream: .*unit"):
            use(Mixed())


def test_a_column_may_be_there_once() -> None:
    with pytest.raises(ProblemsError, match="two columns have this name"):
        arrow.conform(TABLE.append_column("unit", TABLE["unit"]), arrow.ACHIEVEMENTS)


def test_a_missing_column_is_filled_or_refused() -> None:
    bare = TABLE.drop_columns(["note"])
    assert arrow.conform(bare, arrow.ACHIEVEMENTS).equals(TABLE)
    with pytest.raises(ProblemsError, match="magnitude: the column is missing"):
        arrow.conform(TABLE.drop_columns(["magnitude"]), arrow.ACHIEVEMENTS)


def test_both_profiles_say_the_same() -> None:
    plain = arrow.in_profile(arrow.ACHIEVEMENTS, "plain")
    assert not any(pa.types.is_dictionary(field.type) for field in plain)
    assert arrow.conform(arrow.conform(TABLE, plain), arrow.ACHIEVEMENTS).equals(TABLE)


def test_a_guarded_function_yields_what_spark_can_take() -> None:
    def backwards(batches: Any) -> Any:
        for batch in batches:
            yield batch.select(batch.schema.names[::-1])

    run = arrow.guarded(backwards, arrow.ACHIEVEMENTS)
    (batch,) = run(TABLE.to_batches())
    assert batch.schema.names == TABLE.schema.names
    assert "`magnitude` decimal(38,9)" in arrow.spark_schema(arrow.ACHIEVEMENTS)
    assert same(arrow.decode(batch), [RECORD])
