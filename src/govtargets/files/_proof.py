"""Nothing is written that would not read back the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from govtargets.errors import Problem
from govtargets.files._held import Held
from govtargets.files._known import Known
from govtargets.files._part import Part, Place
from govtargets.files._records import RecordReader

__all__ = ["unlike"]


def unlike(tables: Mapping[str, Sequence[Any]], written: Iterable[Held]) -> list[Problem]:
    """A problem for every record that would read back otherwise from what was written."""
    reader = RecordReader(Known(tables.get("indicators")))
    parts: dict[str | None, tuple[Sequence[Place], Part]] = {}
    for held in written:
        part = held.part(reader)
        parts[part.table] = (held.rows, part)
    nothing: tuple[Sequence[Place], Part] = ((), Part(None, [], [], []))
    return [
        problem
        for table, records in tables.items()
        for problem in _unlike(table, records, *parts.get(table, nothing))
    ]


def _unlike(
    table: str, records: Sequence[Any], rows: Sequence[Place], part: Part
) -> Iterator[Problem]:
    read = dict(zip(part.places, part.records, strict=True))
    reasons = {Place(problem.path, problem.row): str(problem) for problem in part.problems}
    for at, record in enumerate(records):
        row = rows[at] if at < len(rows) else Place()
        found = read.get(row)
        if found is None or not record.is_written_as(found):
            why = reasons.get(row, "some of it has no column")
            yield Problem(
                code="not-writable",
                message=f"{record} would not read back the same from the file: {why}",
                hint="change it, or choose another format",
                path=f"{table}[{at}]",
            )
