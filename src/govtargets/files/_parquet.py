"""The Parquet format: one table a file."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from govtargets.files._columnar import ColumnSheet, encoded, sheet

__all__ = ["parse", "write", "written"]


def parse(data: bytes, path: str) -> list[ColumnSheet]:
    """The table in the bytes of a Parquet file."""
    return [sheet(path, "Parquet file", lambda: parquet.read_table(BytesIO(data)))]


def write(tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of a Parquet file."""
    return written(encoded(tables))


def written(table: pa.Table) -> bytes:
    """The bytes of a Parquet file of these columns."""
    buffer = BytesIO()
    parquet.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()
