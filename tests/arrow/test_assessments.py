from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.arrow.records import assessments, same

import govtargets as gt
from govtargets import Quantity, arrow
from govtargets.arrow._build import bulk
from govtargets.errors import ProblemsError

JOBS = gt.Indicator("jobs", "城镇新增就业", direction=gt.Direction.HIGHER)
YEAR = gt.Period.year(2023)
TARGET = gt.Target(indicator=JOBS, goal=Quantity("6", "万人"), period=YEAR)
RESULT = gt.Achievement(indicator=JOBS, value=Quantity("6.40", "万人"), period=YEAR)
FOUND = gt.assess(TARGET, RESULT)
PLAIN = arrow.encode([FOUND], profile="plain")


def changed(**cells: Any) -> pa.Table:
    table = PLAIN
    for name, value in cells.items():
        place = table.schema.get_field_index(name)
        column = pa.array([value], table.schema.field(name).type)
        table = table.set_column(place, name, column)
    return table


def codes(table: pa.Table) -> list[tuple[str, str | None]]:
    found = arrow.decode(table)
    assert not found.records
    return [(problem.code, problem.column) for problem in found.problems]


def test_an_assessment_comes_back_with_the_records_that_it_rests_on() -> None:
    assert same(arrow.decode(PLAIN, gt.Assessment), [FOUND])


def test_a_pending_target_has_no_achievement() -> None:
    pending = gt.assess(TARGET, None)
    assert same(arrow.decode(arrow.encode([pending, FOUND])), [pending, FOUND])
    assert same(arrow.decode(arrow.encode([pending])), [pending])


@given(found=st.lists(assessments(), min_size=1, max_size=4))
def test_a_bare_judgement_finds_its_records_by_their_rows(found: list[gt.Assessment]) -> None:
    table = arrow.encode(found)
    sides = ("target_", "achievement_", "reference_")
    bare = table.select([name for name in table.schema.names if not name.startswith(sides)])
    rows = list(range(len(found)))
    bare = bare.append_column("target_row", pa.array(rows))
    reached = [row if one.achievement else None for row, one in enumerate(found)]
    bare = bare.append_column("achievement_row", pa.array(reached, pa.int64()))
    results: Any = [one.achievement for one in found]
    decoded = arrow.decode(
        bare, gt.Assessment, targets=[one.target for one in found], achievements=results
    )
    assert same(decoded, found)


def test_a_judgement_without_its_target_is_a_problem() -> None:
    bare = PLAIN.select([name for name in PLAIN.schema.names if not name.startswith("target_")])
    assert codes(bare) == [("missing-value", "target_indicator")]
    beyond = bare.append_column("target_row", pa.array([7]))
    found = arrow.decode(beyond, gt.Assessment, targets=[TARGET])
    assert [problem.code for problem in found.problems] == ["missing-value"]


def test_a_row_that_was_not_judged_is_a_problem() -> None:
    assert codes(changed(verdict=None)) == [("missing-value", "verdict")]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"verdict": "won"}, "verdict"),
        ({"completion": "most"}, "completion"),
        ({"completion": "1/0"}, "completion"),
        ({"policy": None}, "policy"),
        ({"policy": "kind"}, "policy"),
        ({"policy_definition": "{}"}, "policy"),
        ({"policy_definition": "no json"}, "policy"),
        ({"policy_definition": "[" * 100_000}, "policy"),
    ],
)
def test_a_bad_word_costs_the_row(cells: dict[str, Any], column: str) -> None:
    assert codes(changed(**cells)) == [("invalid-value", column)]


def test_a_fault_of_a_record_is_told_with_its_side() -> None:
    assert codes(changed(achievement_unit="万顿")) == [("unknown-unit", "achievement_magnitude")]
    assert codes(changed(target_goal="dream"))[0] == ("invalid-value", "target_goal")


# --- facts ----------------------------------------------------------------------


def test_an_area_with_the_areas_above_it_comes_back() -> None:
    henan = gt.Region("河南省", "410000", "2020-12-31", gt.Region("中国"))
    region = gt.Region("焦作市", parent=henan)
    record = gt.Achievement(indicator=JOBS, value=Quantity("1", "人"), period=YEAR, region=region)
    assert same(arrow.decode(arrow.encode([record])), [record])


@pytest.mark.parametrize("parents", ["no json", "3", '["河南省"]', '[{"zip": "1"}]', "[" * 100_000])
def test_unreadable_parents_cost_the_row(parents: str) -> None:
    cells = {"target_region": "焦作市", "target_region_parents": parents}
    assert codes(changed(**cells)) == [("invalid-value", "target_region")]


@pytest.mark.parametrize(
    "cells",
    [
        {"target_source_publisher": "市统计局"},
        {"target_source_document": " "},
        {"target_source_document": "公报", "target_source_start": 3},
        {"target_source_document": "公报", "target_source_quote": " "},
        {"target_source_document": "公报", "target_source_start": 3, "target_source_end": 1},
    ],
)
def test_a_broken_source_costs_the_row(cells: dict[str, Any]) -> None:
    assert codes(changed(**cells)) == [("invalid-value", "target_source_document")]


def test_a_null_inside_a_dictionary_is_absent() -> None:
    table = arrow.encode([RESULT])
    words = pa.DictionaryArray.from_arrays(pa.array([1], pa.int32()), pa.array(["全省", None]))
    place = table.schema.get_field_index("scope")
    assert same(arrow.decode(table.set_column(place, "scope", words)), [RESULT])


def test_bulk_construction_knows_every_field() -> None:
    """A field that a class gains cannot be forgotten."""
    with pytest.raises(TypeError, match=r"Region has the fields \['code', 'edition'"):
        bulk(gt.Region, 1, {"name": ["焦作市"]})


def test_a_guarded_batch_that_lacks_a_column_is_refused() -> None:
    run = arrow.guarded(lambda batches: batches, arrow.ACHIEVEMENTS)
    with pytest.raises(ProblemsError, match="missing-column"):
        list(run(pa.table({"unit": ["吨"]}).to_batches()))
