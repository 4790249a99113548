"""A table as a folder of Parquet files, whose names hold column values (Hive's way)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote

import attrs
import pyarrow as pa

from govtargets.arrow._json import loaded
from govtargets.arrow.schema import WORD, columns
from govtargets.errors import InvalidValueError, Problem
from govtargets.files import _parquet
from govtargets.files._atomic import Draft
from govtargets.files._columnar import ColumnSheet, encoded
from govtargets.files._part import Part, Place
from govtargets.files._records import RecordReader

__all__ = [
    "Folder",
    "check_columns",
    "drafts",
    "partition_columns",
    "read_folder",
    "sheets",
]

# What Hive, and everything after it, calls a folder of rows without a value.
_ABSENT: Final = "__HIVE_DEFAULT_PARTITION__"
_LONGEST: Final = 255
# The rows of the whole table that a part holds: only a hint, as all metadata.
_ROWS: Final = b"govtargets_rows"


@attrs.frozen(eq=False)
class Folder:
    """The parts of one table; their rows come in the order in which they were written, if known."""

    parts: Sequence[ColumnSheet]

    def holds(self, table: str) -> bool:
        """Whether this is that table."""
        return self.parts[0].table == table

    @property
    def rows(self) -> list[Place]:
        """Where every row stands that may hold a record."""
        return self._sorted([place for part in self.parts for place in part.rows])

    def part(self, reader: RecordReader) -> Part:
        """The good records, where each stands, and every problem."""
        whole = Part(self.parts[0].table, [], [], [])
        for part in (each.part(reader) for each in self.parts):
            whole.records += part.records
            whole.places += part.places
            whole.problems += part.problems
            whole.lost |= part.lost
        records = dict(zip(whole.places, whole.records, strict=True))
        whole.places = self._sorted(whole.places)
        whole.records = [records[place] for place in whole.places]
        return whole

    def _sorted(self, places: list[Place]) -> list[Place]:
        known: dict[Place, int] = {}
        for part in self.parts:
            known |= zip(part.rows, _rows(part), strict=False)
        return sorted(places, key=known.__getitem__) if known.keys() >= set(places) else places


def _rows(sheet: ColumnSheet) -> list[int]:
    """Which rows of the whole table these are; none where the file does not say it."""
    metadata = {} if sheet.data is None else sheet.data.schema.metadata or {}
    try:
        found = loaded(metadata.get(_ROWS, b"[]"))
    except ValueError:
        return []
    fits = isinstance(found, list) and all(type(row) is int for row in found)
    return found if fits else []


_EMPTY: Final = Problem(
    code="empty-file",
    message="the folder holds no Parquet file",
    hint="remove it, or put the parts of the table into it, their names ending in .parquet",
)


def read_folder(folder: Path) -> list[Folder]:
    """The tables in a folder of Parquet files; `region_code=410800/` gives its files that column.

    Raises:
        OSError: A file cannot be read.
    """
    found = {path: path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}
    return sheets(folder, found) or [Folder([ColumnSheet(str(folder), None, [_EMPTY])])]


def sheets(folder: Path, files: Mapping[Path, bytes]) -> list[Folder]:
    """The tables in these files of a folder."""
    tables: dict[str | None, list[ColumnSheet]] = {}
    for path, data in files.items():
        for sheet in _parquet.parse(data, str(path)):
            _add_keys(sheet, path.relative_to(folder).parts[:-1])
            tables.setdefault(sheet.table, []).append(sheet)
    return [Folder(parts) for parts in tables.values()]


def _add_keys(sheet: ColumnSheet, folders: Sequence[str]) -> None:
    """Add the columns that the names of its folders state."""
    for folder in folders:
        name, equals, value = folder.partition("=")
        if sheet.data is None or not equals or name in sheet.data.schema.names:
            continue
        found = None if value == _ABSENT else unquote(value)
        column = pa.array([found] * len(sheet.data), pa.string())
        sheet.data = sheet.data.append_column(name, column)


def partition_columns() -> list[str]:
    """The columns by which targets and achievements can be parted: the words that both have.

    Example:
        >>> from govtargets.files._partitions import partition_columns
        >>> partition_columns()[:2]
        ['indicator', 'indicator_name']
    """
    achievements = {column.name for column in columns("achievement") if column.type == WORD}
    return [column.name for column in columns("target") if column.name in achievements]


def check_columns(by: Sequence[str]) -> None:
    """Refuse a column by which nothing can be parted, before any file is made.

    Raises:
        InvalidValueError: A column is none of `partition_columns`.
    """
    known = partition_columns()
    for name in by:
        if name not in known:
            message = f"cannot part by {name!r}: expected one of {', '.join(known)}"
            raise InvalidValueError(message)


def drafts(folder: Path, records: Sequence[Any], by: Sequence[str]) -> list[Draft]:
    """The files of one table, one a combination of values.

    Raises:
        InvalidValueError: A value is too long for a folder's name.
    """
    return [
        Draft(folder.joinpath(*map(_folder, by, key), "part-0.parquet"), _parquet.written(part))
        for key, part in _parts(records, folder.name, by)
    ]


def _parts(
    records: Sequence[Any], table: str, by: Sequence[str]
) -> Iterator[tuple[tuple[Any, ...], pa.Table]]:
    """Every combination of values and its rows, without the columns that its folders state."""
    keys = encoded({table: records}).select(by)
    groups: dict[tuple[Any, ...], list[int]] = {}
    for row, key in enumerate(zip(*(column.to_pylist() for column in keys.columns), strict=True)):
        groups.setdefault(key, []).append(row)
    for key, rows in groups.items():
        part = encoded({table: [records[row] for row in rows]}).drop_columns(list(by))
        hint = {_ROWS: json.dumps(rows, separators=(",", ":")).encode()}
        yield key, part.replace_schema_metadata({**(part.schema.metadata or {}), **hint})


def _folder(name: str, value: str | None) -> str:
    """The name of the folder, its value escaped as pyarrow does it."""
    found = f"{name}={_ABSENT if value is None else quote(value, safe='')}"
    if len(found) > _LONGEST:
        message = (
            f"{value!r} is too long for the name of a folder: part by a shorter column, "
            "such as region_code"
        )
        raise InvalidValueError(message)
    return found
