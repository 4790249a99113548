"""The Parquet format: one table a file, or a folder of parts whose names hold column values."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import pyarrow as pa
from pyarrow import parquet

from govtargets.files._columnar import ColumnSheet, encoded, unreadable

__all__ = ["parse", "read_folder", "write"]

# What Hive, and everything after it, calls a folder of rows without a value.
_ABSENT: Final = "__HIVE_DEFAULT_PARTITION__"


def parse(data: bytes, path: str) -> list[ColumnSheet]:
    """The table in the bytes of a Parquet file."""
    try:
        return [ColumnSheet(path, parquet.read_table(BytesIO(data)), [])]
    except pa.ArrowException as error:
        return [unreadable(path, "Parquet file", error)]


def read_folder(folder: Path) -> list[ColumnSheet]:
    """The tables in a folder of Parquet files; `region_code=410800/` gives its files that column.

    Raises:
        OSError: A file cannot be read.
    """
    return [
        _with_keys(sheet, path.relative_to(folder).parts[:-1])
        for path in sorted(folder.rglob("*.parquet"))
        for sheet in parse(path.read_bytes(), str(path))
    ]


def _with_keys(sheet: ColumnSheet, folders: Sequence[str]) -> ColumnSheet:
    """The sheet with the columns that the names of its folders state."""
    for folder in folders:
        name, equals, value = folder.partition("=")
        if sheet.data is None or not equals or name in sheet.data.schema.names:
            continue
        found = None if value == _ABSENT else unquote(value)
        column = pa.array([found] * len(sheet.data), pa.string())
        sheet.data = sheet.data.append_column(name, column)
    return sheet


def write(tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of a Parquet file."""
    buffer = BytesIO()
    parquet.write_table(encoded(tables), buffer, compression="zstd")
    return buffer.getvalue()
