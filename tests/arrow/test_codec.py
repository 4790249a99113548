import datetime as dt
import gc
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import pyarrow as pa
import pytest
from tests.arrow.records import same

import govtargets as gt
from govtargets import Bounds, Period, Quantity, arrow
from govtargets.arrow._build import Same
from govtargets.errors import InvalidValueError, Severity

YEAR = Period.year(2023)
REACHED = Quantity("204.80", "万吨")
GRAIN = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER, aliases=("粮食", "总产"))


def achievement(value: Any = REACHED, **more: Any) -> gt.Achievement:
    return gt.Achievement(**{"indicator": GRAIN, "value": value, "period": YEAR} | more)


def target(goal: Any = REACHED, **more: Any) -> gt.Target:
    return gt.Target(**{"indicator": GRAIN, "goal": goal, "period": YEAR} | more)


def changed(table: pa.Table, **cells: Any) -> pa.Table:
    """The table with other values in some columns; `None` for a column leaves it out."""
    for name, values in cells.items():
        place = table.schema.get_field_index(name)
        table = table.remove_column(place)
        if values is not None:
            table = table.add_column(
                place, name, values if isinstance(values, pa.Array) else [values]
            )
    return table


def problems(found: arrow.Decoded[Any]) -> list[tuple[str, int | None, str | None]]:
    return [(problem.code, problem.row, problem.column) for problem in found.problems]


# --- encode -----------------------------------------------------------------


def test_digits_stand_beside_the_magnitude() -> None:
    numbers = ["204.80", "0", "-0.000", "1E+3", "12345678901234567890123456789.123456789", "-1E-9"]
    records = [achievement(Quantity(number, "吨")) for number in numbers]
    table = arrow.encode(records)
    assert table["digits"].to_pylist() == [one.value.value.digits for one in records]
    assert same(arrow.decode(table), records)


def test_mixed_records_are_refused_with_the_way_out() -> None:
    with pytest.raises(InvalidValueError, match="Achievement, Target in one table: give records"):
        arrow.encode([achievement(), target()])


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="cannot encode int"):
        arrow.encode([3])  # type: ignore[list-item]


def test_no_records_need_their_type() -> None:
    with pytest.raises(InvalidValueError, match="record="):
        arrow.encode([])
    assert arrow.encode([], record=gt.Target).schema.equals(arrow.TARGETS, check_metadata=True)
    assert arrow.decode(arrow.encode([], record=gt.Target)) == arrow.Decoded((), ())


def test_records_of_another_type_than_asked_for_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="record=Target was asked for"):
        arrow.encode([achievement()], record=gt.Target)


def test_a_text_that_utf8_cannot_hold_is_refused_with_the_text() -> None:
    with pytest.raises(InvalidValueError, match="ud800"):
        arrow.encode([achievement(note="好"), achievement(note="\ud800")])


def test_a_span_past_64_bits_is_refused() -> None:
    source = gt.Source(document="公报", start=0, end=2**63)
    with pytest.raises(InvalidValueError, match=str(2**63)):
        arrow.encode([achievement(source=source)])


def test_many_distinct_objects_are_written_like_few() -> None:
    regions = [gt.Region(f"县{number}", str(110000 + number)) for number in range(6000)]
    few = [achievement(region=regions[number % 3]) for number in range(6000)]
    many = [achievement(region=region) for region in regions]
    some = [achievement(region=regions[number % 9] if number % 2 else None) for number in range(50)]
    late = [achievement(region=regions[number // 5000]) for number in range(6000)]
    for records in (few, many, some, late):
        assert same(arrow.decode(arrow.encode(records)), records)


def test_a_stream_of_records_is_cut_into_batches() -> None:
    records = [achievement(note=str(number)) for number in range(2**16 + 5)]
    reader = arrow.encode_batches(iter(records), gt.Achievement, profile="plain")
    lengths = [len(batch) for batch in reader]
    assert lengths == [2**16, 5]


# --- decode -----------------------------------------------------------------


def test_every_sort_of_source_of_data_is_read() -> None:
    table = arrow.encode([achievement()])

    class Stream:
        def __arrow_c_stream__(self, requested_schema: Any = None) -> object:
            return table.__arrow_c_stream__(requested_schema)

    for data in (table, table.to_batches()[0], table.to_reader(), Stream()):
        assert same(arrow.decode(data), [achievement()])


def test_data_without_an_arrow_stream_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="a list has no Arrow stream"):
        arrow.decode([1])


def test_small_batches_are_read_together() -> None:
    records = [achievement(note=str(number)) for number in range(40)]
    table = arrow.encode(records)
    batches = [batch for start in range(40) for batch in table.slice(start, 1).to_batches()]
    reader = pa.RecordBatchReader.from_batches(table.schema, iter(batches))
    assert same(arrow.decode(reader), records)


def test_a_large_stream_comes_part_by_part() -> None:
    table = arrow.encode([achievement(note=str(number)) for number in range(2**16)])
    reader = pa.RecordBatchReader.from_batches(table.schema, iter(table.to_batches() * 2))
    assert [len(part.records) for part in arrow.decode_batches(reader)] == [2**16] * 2


def test_parts_of_a_stream_share_the_objects_that_they_name_alike() -> None:
    places = [gt.Region(f"县{place}") for place in range(2**16 + 2)]
    part = arrow.encode([achievement(region=place) for place in places])
    doubled = part.slice(0, 1).to_batches() + part.to_batches()
    reader = pa.RecordBatchReader.from_batches(part.schema, doubled * 2)
    first, second = arrow.decode_batches(reader)
    assert first.problems == second.problems == ()
    assert [one.region for one in second.records] == [places[0], *places]
    # So many areas that the first ones are forgotten, and the indicator and the period are not.
    assert first.records[0].indicator is second.records[-1].indicator
    assert first.records[0].period is second.records[-1].period
    assert first.records[0].region is not second.records[0].region


def test_a_stream_without_batches_still_says_which_table_it_is() -> None:
    def nothing(schema: pa.Schema) -> pa.RecordBatchReader:
        return pa.RecordBatchReader.from_batches(schema, [])

    assert arrow.decode(nothing(arrow.TARGETS), gt.Target) == arrow.Decoded((), ())
    (problem,) = arrow.decode(nothing(arrow.INDICATORS), gt.Target).problems
    assert problem.code == "unknown-table"


def test_rows_are_numbered_through_the_parts_of_a_stream() -> None:
    table = arrow.encode([achievement()])
    good = pa.concat_tables([table] * 2**16).combine_chunks()
    bad = changed(table, unit=pa.array(["万顿"]).dictionary_encode())
    stream = [*good.to_batches(), *bad.cast(good.schema).to_batches()]
    found = arrow.decode(pa.RecordBatchReader.from_batches(good.schema, iter(stream)))
    assert problems(found) == [("unknown-unit", 2**16 + 1, "magnitude")]


def test_an_unfit_table_is_one_problem() -> None:
    found = arrow.decode(pa.table({"a": [1]}))
    assert problems(found) == [("unknown-table", None, None)]


def test_another_table_than_expected_is_one_problem() -> None:
    found = arrow.decode(arrow.encode([target()]), gt.Achievement)
    assert problems(found) == [("unknown-table", None, None)]
    assert "target, expected achievement" in found.problems[0].message


def test_a_floating_magnitude_costs_the_table_and_says_why() -> None:
    table = changed(arrow.encode([achievement()]), magnitude=pa.array([204.8]))
    found = arrow.decode(table)
    assert (found.records, problems(found)) == ((), [("float", None, "magnitude")])
    assert "dtype=str" in found.problems[0].hint


def test_a_missing_required_column_costs_the_table() -> None:
    found = arrow.decode(changed(arrow.encode([achievement()]), period_start=None))
    assert problems(found) == [("missing-column", None, "period_start")]


def test_missing_optional_columns_are_absent_values() -> None:
    """Older versions of the schema are read: only columns that may be absent are ever added."""
    table = arrow.encode([achievement()])
    bare = table.select([field.name for field in table.schema if not field.nullable])
    bare = bare.append_column("indicator_name", pa.array(["粮食产量"]))
    expected = achievement(indicator=gt.Indicator("grain", "粮食产量"))
    assert same(arrow.decode(bare), [expected])


def test_a_newer_version_is_read_with_a_warning() -> None:
    table = arrow.encode([achievement()])
    newer = table.replace_schema_metadata({"govtargets": '{"version": 99}'})
    newer = newer.append_column("later", pa.array([1]))
    found = arrow.decode(newer)
    assert len(found.records) == 1
    assert [one.code for one in found.problems] == ["newer-schema", "extra-column"]
    assert {one.severity for one in found.problems} == {Severity.WARNING}


@pytest.mark.parametrize("hint", [b"no json", b"[]", b"{}", b'{"version": "1"}', b"[" * 100_000])
def test_metadata_are_only_a_hint(hint: bytes) -> None:
    table = arrow.encode([achievement()]).replace_schema_metadata({b"govtargets": hint})
    assert same(arrow.decode(table), [achievement()])


BAD = {
    "unit": ("万顿", "unknown-unit", "magnitude"),
    "comparator": ("most", "invalid-value", "magnitude"),
    "period_kind": ("decade", "invalid-value", "period"),
    "period": ("2024年", "invalid-value", "period"),
    "transformation": ("growing", "invalid-value", "transformation"),
    "status": ("sure", "invalid-value", "status"),
    "region_code": ("410800", "invalid-value", "region"),
    "scope": (" ", "empty-text", "scope"),
    "note": ("", "empty-text", "note"),
    "indicator_direction": ("up", "invalid-value", "indicator"),
    "source_quote": ("没有文件", "invalid-value", "source_document"),
    "unit_definitions": ("nothing", "invalid-value", "magnitude"),
}


def test_definitions_nested_too_deep_cost_their_row_only() -> None:
    good = arrow.encode([achievement()], profile="plain")
    bad = changed(good, unit_definitions=pa.array(["[" * 100_000])).cast(good.schema)
    assert problems(arrow.decode(bad)) == [("invalid-value", 1, "magnitude")]


@pytest.mark.parametrize("column", BAD)
def test_a_bad_word_costs_its_row_only(column: str) -> None:
    value, code, where = BAD[column]
    good = arrow.encode([achievement()], profile="plain")
    bad = changed(good, **{column: pa.array([value])}).cast(good.schema)
    found = arrow.decode(pa.concat_tables([good, bad, good]))
    assert problems(found) == [(code, 2, where)]
    assert same(attrs.evolve(found, problems=()), [achievement()] * 2)


NULLS = {
    "indicator": "indicator",
    "period_start": "period",
    "comparator": "magnitude",
    "magnitude": "magnitude",
    "digits": "magnitude",
    "unit": "magnitude",
}


@pytest.mark.parametrize("column", NULLS)
def test_a_missing_cell_costs_its_row_only(column: str) -> None:
    good = arrow.encode([achievement()], profile="plain")
    bad = changed(good, **{column: pa.nulls(1, good.schema.field(column).type)})
    found = arrow.decode(pa.concat_tables([good, bad], promote_options="permissive"))
    assert problems(found) == [("invalid-value", 2, NULLS[column])]
    assert len(found.records) == 1


def test_a_row_without_any_value_says_so() -> None:
    good = arrow.encode([achievement()], profile="plain")
    names = ("comparator", "magnitude", "digits", "unit")
    empty = changed(good, **{name: pa.nulls(1, good.schema.field(name).type) for name in names})
    assert problems(arrow.decode(empty)) == [("missing-value", 1, "comparator")]


def test_a_row_without_any_period_says_so() -> None:
    good = arrow.encode([achievement()], profile="plain")
    names = ("period", "period_kind", "period_start", "period_end")
    empty = changed(good, **{name: pa.nulls(1, good.schema.field(name).type) for name in names})
    assert "every row says for when" in arrow.decode(empty).problems[0].hint


def test_a_period_may_be_text_alone() -> None:
    good = arrow.encode([achievement()], profile="plain")
    names = ("period_kind", "period_start", "period_end")
    text = changed(good, **{name: pa.nulls(1, good.schema.field(name).type) for name in names})
    assert same(arrow.decode(text), [achievement()])
    unread = changed(text, period=pa.array(["明年"]))
    assert problems(arrow.decode(unread)) == [("unreadable", 1, "period")]


def test_another_writing_of_the_same_period_is_fine_and_nonsense_is_not() -> None:
    good = arrow.encode([achievement()], profile="plain")
    assert same(arrow.decode(changed(good, period=pa.array(["2023年度"]))), [achievement()])
    assert len(arrow.decode(changed(good, period=pa.array(["那年"]))).problems) == 1


@pytest.mark.parametrize("digits", [0, -1, 40])
def test_digits_that_contradict_the_magnitude_are_a_problem(digits: int) -> None:
    table = changed(arrow.encode([achievement()]), digits=pa.array([digits], pa.int8()))
    found = arrow.decode(table)
    assert problems(found) == [("invalid-value", 1, "magnitude")]
    assert "204.8 was not written with" in found.problems[0].message


def test_a_second_end_belongs_to_ranges_only() -> None:
    table = changed(arrow.encode([achievement()]), low_inclusive=pa.array([True]))
    assert "has one end" in arrow.decode(table).problems[0].message


def test_a_range_needs_both_ends_and_their_kinds() -> None:
    value = Bounds.between(Quantity("6", "%"), Quantity("7.0", "%"), high_inclusive=False)
    table = arrow.encode([achievement(value)])
    assert same(arrow.decode(table), [achievement(value)])
    half = changed(table, low_inclusive=pa.nulls(1, pa.bool_()))
    assert "low_inclusive" in arrow.decode(half).problems[0].message
    backwards = changed(table, upper_magnitude=pa.array([Decimal(1)], pa.decimal128(38, 9)))
    assert problems(arrow.decode(backwards)) == [("invalid-value", 1, "magnitude")]


def test_the_ends_of_a_range_keep_each_its_unit() -> None:
    value = Bounds.between(Quantity("0", "亩"), Quantity("1", "公顷"))
    assert same(arrow.decode(arrow.encode([achievement(value)])), [achievement(value)])


def test_nearly_of_zero_is_a_problem() -> None:
    table = changed(
        arrow.encode([achievement(Quantity("0", "吨"))], profile="plain"), comparator=["nearly"]
    )
    assert problems(arrow.decode(table)) == [("invalid-value", 1, "magnitude")]


def test_one_row_may_have_several_problems() -> None:
    good = arrow.encode([achievement()], profile="plain")
    bad = changed(good, unit=["万顿"], period_kind=["decade"])
    assert len(arrow.decode(bad).problems) == 2


# --- goals ------------------------------------------------------------------

GOALS: list[Any] = [
    Bounds.at_least(Quantity("6", "万人")),
    gt.Relative(gt.Relation.ABOUT, "经济增长"),
    gt.Relative(
        gt.Relation.EXACT, "GDP增速", gt.Region("全省"), "上年", Quantity("-1.50", "个百分点")
    ),
    gt.Relative(gt.Relation.EXACT, period=Period.parse("“十三五”")),
    gt.Delegated("省"),
    gt.Qualitative("平稳增长"),
    gt.NotStated(),
]


def test_every_goal_of_the_union_comes_back() -> None:
    records = [target(goal) for goal in GOALS]
    assert same(arrow.decode(arrow.encode(records)), records)
    for record in records:
        assert same(arrow.decode(arrow.encode([record])), [record])


@pytest.mark.parametrize(
    ("goal", "cells", "code"),
    [
        (gt.NotStated(), {"words": ["平稳"]}, "contradiction"),
        (gt.NotStated(), {"goal": ["dream"]}, "invalid-value"),
        (gt.NotStated(), {"goal": [None]}, "missing-value"),
        (gt.Qualitative("平稳增长"), {"goal": [None]}, "missing-value"),
        (gt.Quantity("1", "吨"), {"goal": [None]}, "missing-value"),
        (gt.NotStated(), {"goal": ["bounds"]}, "missing-value"),
        (gt.NotStated(), {"goal": ["qualitative"]}, "invalid-value"),
        (gt.NotStated(), {"goal": ["relative"]}, "invalid-value"),
        (gt.Delegated("省"), {"assigner": [" "]}, "invalid-value"),
        (gt.Relative(gt.Relation.ABOUT, "GDP"), {"relation": ["near"]}, "invalid-value"),
    ],
)
def test_a_goal_that_contradicts_itself_is_a_problem(
    goal: Any, cells: dict[str, Any], code: str
) -> None:
    table = changed(arrow.encode([target(goal)], profile="plain"), **cells)
    found = arrow.decode(table)
    assert [problem.code for problem in found.problems] == [code]
    assert found.records == ()


# --- indicators, units ------------------------------------------------------


def test_a_row_with_the_id_alone_takes_the_known_indicator() -> None:
    table = arrow.encode([achievement()])
    names = [name for name in table.schema.names if not name.startswith("indicator_")]
    assert same(arrow.decode(table.select(names), indicators=[GRAIN]), [achievement()])
    unknown = arrow.decode(table.select(names))
    assert "give indicators=" in unknown.problems[0].hint


def test_an_embedders_unit_travels_with_the_table() -> None:
    with gt.Catalogue("poultry") as mine:
        mine.define("笼", "50 羽", en="cage")
        dozen = mine.define("打蛋")
        hens = gt.Indicator("hens", "存栏", unit=mine.unit("笼"))
        records = [
            achievement(Quantity("3", "吨")),
            achievement(Quantity("2", "笼"), indicator=hens, baseline=Quantity("1", dozen)),
        ]
        table = arrow.encode(records)
        assert same(arrow.decode(table), records)
    assert same(arrow.decode(table), records)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    data = sink.getvalue().to_pybytes()
    program = (
        "import sys, pyarrow as pa; from govtargets import arrow\n"
        "found = arrow.decode(pa.ipc.open_stream(sys.stdin.buffer.read()))\n"
        "print(found.problems, found.records[1].value.value.base)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=data, capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == "() 100"


def test_an_embedders_unit_without_its_definition_is_a_problem_never_a_guess() -> None:
    with gt.Catalogue("poultry") as mine:
        mine.define("笼", "50 羽", en="cage")
        table = arrow.encode([achievement(Quantity("2", "笼"))])
    found = arrow.decode(changed(table, unit_definitions=None))
    assert problems(found) == [("unknown-unit", 1, "magnitude")]


def test_a_unit_whose_factor_is_no_whole_number_of_grains_comes_back() -> None:
    with gt.Catalogue("odd") as mine:
        mine.define("七分吨", "1/7 吨")
        records = [achievement(Quantity("2", "七分吨")), achievement(Quantity("2", "吨"))]
        assert same(arrow.decode(arrow.encode(records)), records)


def test_keys_past_64_bits_come_back() -> None:
    records = [achievement(Quantity("9223372036", "亿吨")), achievement(Quantity("1", "克"))]
    found = arrow.decode(arrow.encode(records))
    assert same(found, records)
    assert [hash(one.value) for one in found.records] == [hash(one.value) for one in records]


# --- the collector ----------------------------------------------------------


@pytest.fixture
def collector() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    if enabled:
        gc.enable()


@pytest.mark.usefixtures("collector")
def test_decoding_leaves_the_collector_as_it_was() -> None:
    table = arrow.encode([achievement()])
    for on in (True, False):
        (gc.enable if on else gc.disable)()
        arrow.decode(table)
        assert gc.isenabled() is on


@pytest.mark.usefixtures("collector")
def test_decoding_leaves_frozen_objects_frozen() -> None:
    gc.enable()
    gc.freeze()
    try:
        arrow.decode(arrow.encode([achievement()]))
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_a_small_part_of_a_long_table_is_read_without_the_words_of_the_rest() -> None:
    records = [achievement(scope=f"范围{number}") for number in range(9)]
    table = arrow.encode(records)
    assert same(arrow.decode(table.slice(3, 2)), records[3:5])


def test_the_same_value_in_every_row_is_a_sequence() -> None:
    same_value = Same("a", 3)
    assert (len(same_value), list(same_value), same_value[1]) == (3, ["a"] * 3, "a")
    assert list(same_value[1:]) == ["a", "a"]


def test_a_dictionary_may_hold_a_null() -> None:
    table = arrow.encode([achievement(), achievement(scope="全省")])
    words = pa.DictionaryArray.from_arrays(pa.array([0, 1], pa.int32()), pa.array([None, "全省"]))
    found = arrow.decode(changed(table, scope=words))
    assert same(found, [achievement(), achievement(scope="全省")])


def test_a_moment_is_the_day_of_its_own_clock() -> None:
    table = arrow.encode([achievement()])
    china = pa.timestamp("us", "Asia/Shanghai")
    midnight = dt.datetime(2022, 12, 31, 16, tzinfo=dt.UTC)
    for moment, fine in ((midnight, True), (midnight + dt.timedelta(hours=8), False)):
        start = pa.array([moment], china)
        found = arrow.decode(changed(table, period_start=start))
        assert same(found, [achievement()]) is fine
        assert fine or "a time of day" in found.problems[0].message


def test_broken_memory_is_a_problem_of_its_column() -> None:
    table = arrow.encode([achievement()])
    index = pa.DictionaryArray.from_arrays(pa.array([5], pa.int32()), pa.array(["吨"]), safe=False)
    letters = pa.array([b"\xff"])
    text = pa.Array.from_buffers(pa.string(), 1, letters.buffers())
    for name, column in (("unit", index), ("note", text)):
        found = arrow.decode(changed(table, **{name: column}))
        assert problems(found) == [("wrong-value", None, name)]


def test_a_single_record_is_no_list_of_them() -> None:
    record: Any = gt.Indicator("grain", "粮食产量")
    with pytest.raises(InvalidValueError, match="is no Iterable: give a list of records"):
        arrow.encode(record)
