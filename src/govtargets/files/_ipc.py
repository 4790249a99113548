"""The Arrow formats: IPC files, which Feather is too, and streams."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from pyarrow import ipc

from govtargets.files._columnar import ColumnSheet, encoded, sheet

__all__ = ["parse", "write"]

_FILE = b"ARROW1"


def parse(data: bytes, path: str) -> list[ColumnSheet]:
    """The table in the bytes of an Arrow file or stream."""
    opens = ipc.open_file if data.startswith(_FILE) else ipc.open_stream
    return [sheet(path, "Arrow file", lambda: opens(data).read_all())]


def write(tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of an Arrow file."""
    buffer = BytesIO()
    table = encoded(tables)
    with ipc.new_file(buffer, table.schema) as writer:
        writer.write_table(table)
    return buffer.getvalue()
