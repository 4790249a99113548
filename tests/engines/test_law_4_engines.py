"""Law 4 through the engines that people have: `decode(engine(encode(x))) == x`.

What an engine changes on the way (dictionaries, string types, decimals, metadata, not-null flags)
is listed in docs/reference/arrow-engines.md; none of it costs a record anything.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.arrow.records import records, same

import govtargets as gt
from govtargets import arrow

Route = Callable[[pa.Table, Path], Any]


def polars_frame(table: pa.Table, _: Path) -> Any:
    return pl.DataFrame(table)


def polars_lazy(table: pa.Table, _: Path) -> Any:
    return pl.DataFrame(table).lazy().filter(pl.lit(value=True)).collect()


def polars_parquet(table: pa.Table, folder: Path) -> Any:
    pl.DataFrame(table).write_parquet(folder / "polars.parquet")
    return pl.read_parquet(folder / "polars.parquet")


def polars_ipc(table: pa.Table, folder: Path) -> Any:
    pl.DataFrame(table).write_ipc(folder / "polars.arrow")
    return pl.read_ipc(folder / "polars.arrow")


def duckdb_relation(table: pa.Table, _: Path) -> Any:
    return duckdb.connect().from_arrow(table)


def duckdb_table(table: pa.Table, _: Path) -> Any:
    with duckdb.connect() as connection:
        connection.register("given", table)
        connection.execute("create table kept as from given")
        return connection.sql("from kept").to_arrow_table()


def duckdb_parquet(table: pa.Table, folder: Path) -> Any:
    with duckdb.connect() as connection:
        connection.register("given", table)
        connection.execute(f"copy given to '{folder / 'duckdb.parquet'}' (format parquet)")
        return connection.sql(f"from '{folder / 'duckdb.parquet'}'").to_arrow_table()


def pandas_frame(table: pa.Table, _: Path) -> Any:
    return table.to_pandas()


def pandas_arrow_types(table: pa.Table, _: Path) -> Any:
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def pandas_from_pandas(table: pa.Table, _: Path) -> Any:
    return pa.Table.from_pandas(table.to_pandas(), preserve_index=False)


def pandas_csv(table: pa.Table, folder: Path) -> Any:
    """Text that is read as text: a decimal column must never become floats."""
    table.to_pandas(types_mapper=pd.ArrowDtype).to_csv(folder / "pandas.csv", index=False)
    return pd.read_csv(
        folder / "pandas.csv", dtype=str, keep_default_na=False, na_values=[""], lineterminator="\n"
    )


ROUTES: list[Route] = [
    polars_frame,
    polars_lazy,
    polars_parquet,
    polars_ipc,
    duckdb_relation,
    duckdb_table,
    duckdb_parquet,
    pandas_frame,
    pandas_arrow_types,
    pandas_from_pandas,
    pandas_csv,
]


# Text engines take an empty word for an absent one, so a plain number (纯数) needs a word.
PLAIN = gt.Target(
    indicator=gt.Indicator("a", "甲", unit=gt.Unit("")),
    goal=gt.NotStated(),
    period=gt.Period.year(1949),
    baseline=gt.Bounds.exact(gt.Quantity("0", "")),
)


class TestLaw4Engines:
    """`decode(encode(x)) == x` through Polars, DuckDB and pandas."""

    @pytest.mark.parametrize("route", ROUTES)
    @settings(max_examples=40)  # eleven routes; law 4 itself runs with every example
    @given(records=records(), profile=st.sampled_from(["compact", "plain"]))
    @example(records=[PLAIN], profile="compact")
    def test_records_come_back_as_they_were_written(
        self, route: Route, records: list[Any], profile: Any
    ) -> None:
        table = arrow.encode(records, profile=profile)
        with tempfile.TemporaryDirectory() as folder:
            found = arrow.decode(route(table, Path(folder)))
        assert same(found, records)
