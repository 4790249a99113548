"""The CSV format."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from govtargets.files._atomic import Draft
from govtargets.files._cells import cells
from govtargets.files._columns import TABLES
from govtargets.files._decode import decoded
from govtargets.files._scan import joined, scan
from govtargets.files._sheet import Sheet

__all__ = ["parse", "read", "write"]


def read(path: Path) -> Sheet:
    """The sheet of a CSV file.

    Raises:
        OSError: The file cannot be read.
    """
    return parse(path.read_bytes(), str(path))


def parse(data: bytes, path: str) -> Sheet:
    """The sheet of a CSV text."""
    text, problems = decoded(data)
    return Sheet.of(path, list(scan(text)), problems)


def write(records: Sequence[Any], table: str, path: Path) -> Draft:
    """The draft of a CSV file: UTF-8 without BOM, LF, the columns in their order.

    Raises:
        OSError: The file cannot be written.
    """
    known = TABLES[table]
    rows = [cells(record) for record in records]
    extra = tuple(name for name in known.optional if any(name in row for row in rows))
    header = (*known.columns, *extra)
    lines = [[row.get(name, "") for name in header] for row in rows]
    # A lone surrogate has no UTF-8; it becomes a byte that reading refuses, and so writing does.
    data = joined([header, *lines]).encode("utf-8", "surrogatepass")
    return Draft(path, data)
