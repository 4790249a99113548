"""Tables of columns in a file: Parquet, Arrow and JSON Lines all hold the shared data model."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

import attrs
import pyarrow as pa

from govtargets import arrow
from govtargets.achievement import Achievement
from govtargets.errors import Problem, Severity
from govtargets.files._columns import TABLES
from govtargets.files._part import Part, Place
from govtargets.files._records import RecordReader
from govtargets.indicator import Indicator
from govtargets.target import Target

__all__ = ["ColumnSheet", "encoded", "unreadable"]

_TYPES: Final[dict[str, type[Any]]] = {
    "indicators": Indicator,
    "targets": Target,
    "achievements": Achievement,
}


@attrs.define(eq=False)
class ColumnSheet:
    """The columns of one file, which the Arrow room reads.

    Attributes:
        path: The file.
        data: The columns; `None` where the file cannot be read.
        problems: What is wrong with the file as a whole.
        first: The number of the first row.
    """

    path: str
    data: pa.Table | None
    problems: list[Problem]
    first: int = 1

    @property
    def table(self) -> str | None:
        """Which table it holds, by its columns, else by the file's name."""
        names = set() if self.data is None else set(self.data.schema.names)
        for table, telling in (
            ("targets", "goal"),
            ("achievements", "magnitude"),
            ("indicators", "id"),
        ):
            if telling in names:
                return table
        stem = PurePath(self.path).name.partition(".")[0]
        return stem if stem in TABLES else None

    @property
    def numbers(self) -> list[int]:
        """The number of every row."""
        return list(range(self.first, self.first + (0 if self.data is None else len(self.data))))

    def holds(self, table: str) -> bool:
        """Whether this is that table."""
        return self.table == table

    def part(self, reader: RecordReader) -> Part:
        """The good records, where each stands, and every problem."""
        table = self.table
        part = Part(table, [], [], [problem.at(path=self.path) for problem in self.problems])
        if self.data is None:
            return part
        record = None if table is None else _TYPES[table]
        found = arrow.decode(self.data, record, indicators=reader.known.each())
        shift = self.first - 1
        bad: dict[int, None] = {}
        for problem in found.problems:
            row = None if problem.row is None else problem.row + shift
            part.problems.append(attrs.evolve(problem, path=self.path, row=row))
            if row is not None and problem.severity is Severity.ERROR:
                bad[row] = None
        good = [row for row in self.numbers if row not in bad]
        part.records.extend(found.records)
        part.places.extend(Place(self.path, row) for row in good[: len(found.records)])
        self._remember_lost(part, bad)
        return part

    def _remember_lost(self, part: Part, bad: Mapping[int, None]) -> None:
        """The ids of the indicators whose rows are no good."""
        if part.table != "indicators" or self.data is None or "id" not in self.data.schema.names:
            return
        ids = self.data.column("id")
        for row in bad:
            id_ = ids[row - self.first].as_py()
            if id_ is not None:
                part.lost[str(id_)] = Place(self.path, row)


def encoded(tables: Mapping[str, Sequence[Any]], profile: arrow.Profile = "compact") -> pa.Table:
    """The one table as Arrow columns."""
    ((table, records),) = tables.items()
    return arrow.encode(records, record=_TYPES[table], profile=profile)


def unreadable(path: str, kind: str, error: Exception) -> ColumnSheet:
    """A file that is not what its name says."""
    first = str(error).strip().split("\n")[0]
    problem = Problem(
        code="unreadable-file",
        message=f"the file is no {kind}: {first}",
        hint="write it again, or give it the suffix of its format",
    )
    return ColumnSheet(path, None, [problem])
