"""Data sets and scorecards are tables to libraries that know nothing of this one."""

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import govtargets as gt
from govtargets import arrow

GRAIN = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
YEAR = gt.Period.year(2023)
DATA = gt.Dataset(
    [gt.Target(indicator=GRAIN, goal=gt.Quantity("200", "万吨"), period=YEAR)],
    [gt.Achievement(indicator=GRAIN, value=gt.Quantity("204.80", "万吨"), period=YEAR)],
)
EMPTY = gt.Dataset()


@pytest.mark.parametrize("data", [DATA, EMPTY])
def test_polars_takes_records_and_scorecards(data: gt.Dataset) -> None:
    names = set(pl.DataFrame(data.targets).columns)
    assert names == set(arrow.TARGETS.names)
    assert len(pl.DataFrame(data.assess())) == len(data.targets)


@pytest.mark.parametrize("data", [DATA, EMPTY])
def test_duckdb_takes_records_by_the_name_of_their_variable(data: gt.Dataset) -> None:
    achievements, judged = data.achievements, data.assess()
    for query, rows in (("from achievements", achievements), ("from judged", judged)):
        found = duckdb.sql(query)
        assert found is not None
        assert len(found.fetchall()) == len(rows)


@pytest.mark.parametrize("data", [DATA, EMPTY])
def test_pandas_takes_records(data: gt.Dataset) -> None:
    # Only pandas 3 reads the stream itself.
    read = getattr(pd.DataFrame, "from_arrow", lambda records: pa.table(records).to_pandas())
    assert len(read(data.achievements)) == len(data.achievements)


@pytest.mark.parametrize("data", [DATA, EMPTY])
def test_pyarrow_takes_records_in_the_schema_asked_for(data: gt.Dataset) -> None:
    plain = arrow.in_profile(arrow.TARGETS, "plain")
    assert pa.table(data.targets, schema=plain).schema.field("unit").type == pa.string()
