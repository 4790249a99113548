"""What callers without a type checker get wrong in the Arrow room: each error names the way out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import govtargets as gt
from govtargets import arrow, files
from govtargets.arrow import interop
from govtargets.errors import InvalidValueError

LOOSE: Any = arrow
INTEROP: Any = interop
WRITE: Any = files.write
GDP = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER)
YEAR = gt.Period.year(2023)
TARGET = gt.Target(indicator=GDP, goal=gt.Quantity("6", "%"), period=YEAR)
RESULT = gt.Achievement(indicator=GDP, value=gt.Quantity("6", "%"), period=YEAR)
T, A = arrow.encode([TARGET]), arrow.encode([RESULT])
CALLS: dict[str, tuple[Callable[[], Any], str]] = {
    "policy": (lambda: LOOSE.assess(T, A, policy="strict"), r"\(str\) is no Policy: give one, suc"),
    "swapped": (lambda: arrow.assess(A, T), "no column 'goal'.*: give the targets first"),
    "columns": (lambda: arrow.assess(T, A, columns="verdict"), r"give a tuple .*\('verdict',\)"),
    "keep": (lambda: arrow.assess(T, A, keep="unit"), r"keep is the one text 'unit': give a tup"),
    "twice": (lambda: arrow.assess(T, A, columns=["reason"] * 2), "names 'reason' twice: name it"),
    "kept twice": (lambda: arrow.assess(T, A, keep=["unit"] * 2), "keep names 'unit' twice"),
    "profile": (
        lambda: LOOSE.assess(T, A, profile="x"),
        "profile 'x': choose one of compact, plain",
    ),
    "other profile": (lambda: LOOSE.encode([TARGET], profile="x"), "there is no profile 'x'"),
    "one indicator": (lambda: LOOSE.decode(T, indicators=GDP), "give a list of indicators"),
    "indicators": (
        lambda: LOOSE.assess(T, A, indicators=["gdp"]),
        r"'gdp' \(str\) is no Indicator",
    ),
    "record": (lambda: LOOSE.decode(T, "target"), "record='target' is no type of record: give"),
    "record of none": (lambda: LOOSE.encode([], record=int), "give one of Indicator, Target, Ach"),
    "stream": (lambda: LOOSE.encode_batches([TARGET], None), "record=None is no type of record"),
    "schema": (
        lambda: LOOSE.conform(A, "achievements"),
        r"\(str\) is no Schema: give one, such as",
    ),
    "schema's profile": (lambda: LOOSE.in_profile(None, "plain"), "is no Schema: give one, such"),
    "extra": (lambda: LOOSE.conform(A, arrow.ACHIEVEMENTS, extra="x"), "'x': choose one of refuse"),
    "a table": (lambda: list(LOOSE.assess_batches(T)(A)), "ChunkedArray is no record batch: give"),
    "JSON": (lambda: INTEROP.json_schema("x"), "no record 'x': choose one of indicator"),
    "SDMX": (lambda: INTEROP.to_sdmx([TARGET]), "is no Achievement: give achievements"),
    "Spark": (
        lambda: arrow.spark_schema(pa.schema({"a": pa.month_day_nano_interval()})),
        "the column a is month_day_nano_interval: cast it to one of string",
    ),
    "records to a file": (
        lambda: WRITE([TARGET], Path("t.csv")),
        r"\(list\) is no Dataset: put the records into one",
    ),
}


@pytest.mark.parametrize("case", CALLS)
def test_names_the_value_and_the_way_out(case: str) -> None:
    call, message = CALLS[case]
    with pytest.raises(InvalidValueError, match=message):
        call()


def test_columns_of_an_engine_that_are_kept_have_their_words_in_spark() -> None:
    kinds: dict[str, pa.DataType] = {
        "smallint": pa.int16(),
        "int": pa.int32(),
        "float": pa.float32(),
        "double": pa.float64(),
        "binary": pa.binary(),
        "decimal(10,2)": pa.decimal128(10, 2),
    }
    said = arrow.spark_schema(
        pa.schema({f"a{place}": kind for place, kind in enumerate(kinds.values())})
    )
    assert said == ", ".join(f"`a{place}` {word}" for place, word in enumerate(kinds))
