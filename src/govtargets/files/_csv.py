"""The CSV format."""

from collections.abc import Mapping, Sequence
from typing import Any

from govtargets.files._cells import rows_of
from govtargets.files._decode import decoded
from govtargets.files._scan import joined, scan
from govtargets.files._sheet import Sheet

__all__ = ["parse", "write"]


def parse(data: bytes, path: str) -> list[Sheet]:
    """The sheet of a CSV text."""
    text, problems = decoded(data)
    return [Sheet.of(path, list(scan(text)), problems)]


def write(tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of a CSV file: UTF-8 without BOM, LF, the columns in their order."""
    ((table, records),) = tables.items()
    # A lone surrogate has no UTF-8; it becomes a byte that reading refuses, and so writing does.
    return joined(rows_of(table, records)).encode("utf-8", "surrogatepass")
