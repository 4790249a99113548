"""Nothing is written that would not read back the same."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from govtargets.errors import Problem
from govtargets.files._formats import parse
from govtargets.files._known import Known
from govtargets.files._part import Part
from govtargets.files._records import RecordReader

__all__ = ["unlike"]


def unlike(tables: Mapping[str, Sequence[Any]], written: Mapping[Path, bytes]) -> list[Problem]:
    """A problem for every record that would read back otherwise from these files."""
    reader = RecordReader(Known(tables.get("indicators")))
    parts: dict[str | None, tuple[Sequence[int], Part]] = {}
    for path, data in written.items():
        for held in parse(data, path):
            part = held.part(reader)
            parts[part.table] = (held.numbers, part)
    nothing: tuple[Sequence[int], Part] = ((), Part(None, [], [], []))
    return [
        problem
        for table, records in tables.items()
        for problem in _unlike(table, records, *parts.get(table, nothing))
    ]


def _unlike(
    table: str, records: Sequence[Any], numbers: Sequence[int], part: Part
) -> Iterator[Problem]:
    read = {place.row: record for place, record in zip(part.places, part.records, strict=True)}
    reasons = {problem.row: str(problem) for problem in part.problems}
    for at, record in enumerate(records):
        number = numbers[at] if at < len(numbers) else None
        found = read.get(number)
        if found is None or not record.is_written_as(found):
            why = reasons.get(number, "some of it has no column")
            yield Problem(
                code="not-writable",
                message=f"{record} would not read back the same from the file: {why}",
                hint="change it, or choose another format",
                path=f"{table}[{at}]",
            )
