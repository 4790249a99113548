"""The Parquet format: one table a file, or a folder of parts whose names hold column values."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import dataset, parquet

from govtargets.files._columnar import ColumnSheet, encoded, unreadable

__all__ = ["parse", "read", "read_folder", "write"]


def read(path: Path) -> list[ColumnSheet]:
    """The table in a Parquet file.

    Raises:
        OSError: The file cannot be read.
    """
    return parse(path.read_bytes(), str(path))


def parse(data: bytes, path: str) -> list[ColumnSheet]:
    """The table in the bytes of a Parquet file."""
    try:
        return [ColumnSheet(path, parquet.read_table(BytesIO(data)), [])]
    except pa.ArrowException as error:
        return [unreadable(path, "Parquet file", error)]


def read_folder(folder: Path) -> list[ColumnSheet]:
    """The table in a folder of Parquet files, its parts in folders such as `region_code=410800`."""
    paths = [str(path) for path in sorted(folder.rglob("*.parquet"))]
    try:
        # A data set takes the columns of its first part unless told of all.
        schemas = [parquet.read_schema(path) for path in paths]
        schema = pa.unify_schemas(schemas, promote_options="permissive")
        partitioning = dataset.partitioning(flavor="hive").discover(infer_dictionary=False)
        parts = dataset.dataset(paths, schema=schema, partition_base_dir=str(folder))
        return [ColumnSheet(str(folder), _with_keys(parts, folder, partitioning), [])]
    except pa.ArrowException as error:
        return [unreadable(str(folder), "folder of Parquet files", error)]


def write(tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of a Parquet file."""
    buffer = BytesIO()
    parquet.write_table(encoded(tables), buffer, compression="zstd")
    return buffer.getvalue()
