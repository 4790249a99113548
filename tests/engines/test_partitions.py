"""Partitioned Parquet between our files and the engines that people have."""

from pathlib import Path

import attrs
import duckdb
import polars as pl

import govtargets as gt
from govtargets import arrow, files

TARGET = gt.Target(
    indicator=gt.Indicator("grain", "粮食产量"),
    goal=gt.Quantity("204.80", "万吨"),
    period=gt.Period.year(2024),
)
SCOPES = ["焦作 市", "a/b", "100%", "a=b", None]
DATA = gt.Dataset([attrs.evolve(TARGET, scope=scope) for scope in SCOPES])


def rows(data: gt.Dataset) -> list[str]:
    return sorted(map(repr, data.targets))


def test_duckdb_and_polars_read_the_parts(tmp_path: Path) -> None:
    files.write(DATA, tmp_path / "表 格", format="parquet", partition_by="scope")
    targets = tmp_path / "表 格" / "targets"
    tables = (
        duckdb.read_parquet(f"{targets}/*/*.parquet", hive_partitioning=True),
        pl.read_parquet(targets, hive_partitioning=True),
    )
    for table in tables:
        found = arrow.decode(arrow.conform(table, arrow.TARGETS), gt.Target)
        assert not found.problems
        assert rows(gt.Dataset(found.records)) == rows(DATA)


def test_the_parts_that_engines_write_are_read(tmp_path: Path) -> None:
    table = arrow.encode(list(DATA.targets))
    duckdb.from_arrow(table).write_parquet(str(tmp_path / "duckdb"), partition_by=["scope"])
    pl.DataFrame(table).lazy().sink_parquet(pl.PartitionBy(tmp_path / "polars", key="scope"))
    for name in ("duckdb", "polars"):
        found = files.read(tmp_path / name)
        assert not found.problems
        assert rows(found) == rows(DATA), name
