"""The Arrow formats: IPC files, which Feather is too, and streams."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import pyarrow as pa
from pyarrow import ipc

from govtargets.files._columnar import ColumnSheet, encoded, unreadable

__all__ = ["parse", "write"]

_FILE = b"ARROW1"


def parse(data: bytes, path: str) -> list[ColumnSheet]:
    """The table in the bytes of an Arrow file or stream."""
    try:
        opened = ipc.open_file(data) if data.startswith(_FILE) else ipc.open_stream(data)
        return [ColumnSheet(path, opened.read_all(), [])]
    except (pa.ArrowException, OSError) as error:
        return [unreadable(path, "Arrow file", error)]


def write(tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of an Arrow file."""
    buffer = BytesIO()
    table = encoded(tables)
    with ipc.new_file(buffer, table.schema) as writer:
        writer.write_table(table)
    return buffer.getvalue()
