"""Tables of columns in a file: Parquet, Arrow and JSON Lines all hold the shared data model."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

import attrs
import pyarrow as pa

from govtargets import arrow
from govtargets.achievement import Achievement
from govtargets.arrow.schema import Profile
from govtargets.errors import Problem
from govtargets.files._columns import TABLES
from govtargets.files._part import Part, Place
from govtargets.files._records import RecordReader
from govtargets.indicator import Indicator
from govtargets.target import Target

__all__ = ["ColumnSheet", "encoded", "sheet"]

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
        numbers: The number of every row.
    """

    path: str
    data: pa.Table | None
    problems: list[Problem]
    numbers: Sequence[int] = attrs.field(
        default=attrs.Factory(
            lambda self: range(1, 1 + (0 if self.data is None else len(self.data))),
            takes_self=True,
        )
    )

    @property
    def rows(self) -> list[Place]:
        """Where every row stands."""
        return [Place(self.path, number) for number in self.numbers]

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
        bad: set[int] = set()
        for problem in found.problems:
            row = None if problem.row is None else self.numbers[problem.row - 1]
            part.problems.append(attrs.evolve(problem, path=self.path, row=row))
            if problem.row is not None:
                bad.add(problem.row - 1)
        good = [number for place, number in enumerate(self.numbers) if place not in bad]
        part.records.extend(found.records)
        part.places.extend(Place(self.path, row) for row in good[: len(found.records)])
        self._remember_lost(part, bad)
        return part

    def _remember_lost(self, part: Part, bad: Iterable[int]) -> None:
        """The ids of the indicators whose rows are no good."""
        if part.table != "indicators" or self.data is None or "id" not in self.data.schema.names:
            return
        ids = self.data.column("id")
        for place in bad:
            id_ = ids[place].as_py()
            if id_ is not None:
                part.lost[str(id_)] = Place(self.path, self.numbers[place])


def encoded(tables: Mapping[str, Sequence[Any]], profile: Profile = "compact") -> pa.Table:
    """The one table as Arrow columns."""
    ((table, records),) = tables.items()
    return arrow.encode(records, record=_TYPES[table], profile=profile)


def sheet(path: str, kind: str, read: Callable[[], pa.Table]) -> ColumnSheet:
    """What reading the columns of a file gives, or what is wrong with the file."""
    try:
        data = read()
        # Names that are no text come to light only when they are asked for.
        _ = data.schema.names
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        return _unreadable(path, kind, error)
    return ColumnSheet(path, data, [])


def _unreadable(path: str, kind: str, error: Exception) -> ColumnSheet:
    """A file that is not what its name says."""
    first = str(error).strip().split("\n")[0]
    problem = Problem(
        code="unreadable-file",
        message=f"the file is no {kind}: {first}",
        hint="write it again, or give it the suffix of its format",
    )
    return ColumnSheet(path, None, [problem])
