"""JSON Lines: one record a line with the columns of the plain Arrow profile, numbers as text."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from govtargets.errors import Problem
from govtargets.files._columnar import ColumnSheet, encoded
from govtargets.files._decode import decoded

__all__ = ["parse", "read", "write"]


def read(path: Path) -> list[ColumnSheet]:
    """The table in a JSON Lines file.

    Raises:
        OSError: The file cannot be read.
    """
    return parse(path.read_bytes(), str(path))


def parse(data: bytes, path: str) -> list[ColumnSheet]:
    """The table in the bytes of a JSON Lines file; a line that is no object is a problem."""
    text, problems = decoded(data)
    rows: list[dict[str, str | None]] = []
    for number, line in enumerate(text.split("\n"), 1):
        row = _row(line)
        if isinstance(row, Problem):
            problems.append(row.at(row=number))
        # A blank or broken line keeps its number as a row without values.
        rows.append(row if isinstance(row, dict) else {})
    while rows and not rows[-1]:
        rows.pop()
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = [pa.array([row.get(name) for row in rows], pa.string()) for name in names]
    return [ColumnSheet(path, pa.table(columns, names=names), problems)]
