import json
from pathlib import Path
from typing import Any, get_args

import pytest

import govtargets as gt
from govtargets import Bounds, Period, Quantity, files
from govtargets.arrow.interop import SDMX, SDMX_CANNOT, json_schema, time_period, to_sdmx
from govtargets.arrow.schema import RecordName

GRAIN = gt.Indicator("grain", "粮食产量")


def achievement(**more: Any) -> gt.Achievement:
    fields: dict[str, Any] = {
        "indicator": GRAIN,
        "value": Quantity("204.80", "万吨"),
        "period": Period.year(2024),
    }
    return gt.Achievement(**fields | more)


@pytest.mark.parametrize("record", get_args(RecordName))
def test_a_json_schema_describes_every_column(record: RecordName) -> None:
    schema = json_schema(record)
    assert json.loads(json.dumps(schema)) == schema
    assert set(schema["required"]) <= schema["properties"].keys()


def test_a_written_line_has_the_properties_of_the_schema(tmp_path: Path) -> None:
    target = gt.Target(indicator=GRAIN, goal=Quantity("1.50", "%"), period=Period.year(2024))
    files.write(gt.Dataset([target]), tmp_path / "targets.jsonl")
    row = json.loads((tmp_path / "targets.jsonl").read_text("utf-8"))
    schema = json_schema("target")
    assert set(schema["required"]) <= row.keys() <= schema["properties"].keys()
    kinds = {"string": str, "integer": int, "boolean": bool}
    for name, value in row.items():
        assert isinstance(value, kinds[schema["properties"][name]["type"]]), name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年", "2024"),
        ("2024年上半年", "2024-S1"),
        ("2024年下半年", "2024-S2"),
        ("2024年四季度", "2024-Q4"),
        ("2024年2月", "2024-02"),
        ("2025年末", "2025-12-31"),
        ("2024年1—9月", "2024-01-01/P9M"),
        ("“十四五”", "2021-01-01/P5Y"),
        ("2024-01-05/2024-01-14", "2024-01-05/P10D"),
    ],
)
def test_periods_are_written_as_sdmx_writes_them(text: str, expected: str) -> None:
    assert time_period(Period.parse(text)) == expected


def test_an_exact_figure_is_an_observation() -> None:
    found = to_sdmx(
        [
            achievement(
                region=gt.Region("焦作市", "410800"),
                status=gt.Status.PRELIMINARY,
                transformation=gt.Transformation.LEVEL,
            )
        ]
    )
    assert found.problems == ()
    assert found.table.schema == SDMX
    (row,) = found.table.to_pylist()
    assert (row["REF_AREA"], row["OBS_STATUS"], row["UNIT_MULT"]) == ("410800", "P", 4)
    assert (str(row["OBS_VALUE"]), row["DECIMALS"]) == ("204.800000000", 2)


def test_a_unit_without_a_scale_word_has_the_multiplier_zero() -> None:
    (row,) = to_sdmx([achievement(value=Quantity("5", "%"))]).table.to_pylist()
    assert (row["UNIT_MEASURE"], row["UNIT_MULT"]) == ("%", 0)


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [("", ("1", 0)), ("万", ("1", 4)), ("千瓦", ("瓦", 3)), ("千瓦级", ("千瓦级", 0))],
)
def test_a_scale_word_is_one_only_before_a_unit(symbol: str, expected: tuple[str, int]) -> None:
    (row,) = to_sdmx([achievement(value=Quantity("5", symbol))]).table.to_pylist()
    assert (row["UNIT_MEASURE"], row["UNIT_MULT"]) == expected


def test_a_unit_of_ones_own_may_begin_like_a_scale_word() -> None:
    with gt.Catalogue("flowers") as own:
        lily = own.define("百合", "3 株")
        own.define("合", "2 株")
        (row,) = to_sdmx([achievement(value=Quantity("5", lily))]).table.to_pylist()
    assert (row["UNIT_MEASURE"], row["UNIT_MULT"]) == ("百合", 0)


@pytest.mark.parametrize(
    ("more", "lost"),
    [
        ({"status": gt.Status.REVISED}, "status"),
        ({"period": Period.parse("“十四五”")}, "period.name"),
        ({"region": gt.Region("焦作市", "410800", "2020-12-31")}, "region"),
        ({"region": gt.Region("焦作市", "410800", parent=gt.Region("河南省"))}, "region"),
    ],
)
def test_what_is_left_of_a_field_is_told(more: dict[str, Any], lost: str) -> None:
    (problem,) = to_sdmx([achievement(**more)]).problems
    assert problem.message == f"SDMX has no place for {lost}"
    assert problem.hint == SDMX_CANNOT[lost]


def test_what_sdmx_cannot_carry_is_told() -> None:
    found = to_sdmx(
        [
            achievement(value=Bounds.at_least(Quantity("4.5", "%"))),
            achievement(region=gt.Region("某地"), claim="超额完成"),
        ]
    )
    assert len(found.table) == 1
    assert [(problem.row, problem.code) for problem in found.problems] == [
        (1, "sdmx-loss"),
        (2, "sdmx-loss"),
    ]
    assert "claim, region" in found.problems[1].message
    assert {"comparator", "source", "unit.kind"} <= SDMX_CANNOT.keys()
