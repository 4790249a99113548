"""Nothing is written that would not read back the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

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
    reasons = {Place(problem.path, problem.row): problem for problem in part.problems}
    for at, record in enumerate(records):
        row = rows[at] if at < len(rows) else Place()
        found = read.get(row)
        if found is None or not record.is_written_as(found):
            why, hint = _why(record, found, reasons.get(row))
            yield Problem(
                code="not-writable",
                message=f"{record} would not read back the same from the file: {why}",
                hint=hint,
                path=f"{table}[{at}]",
            )


def _why(record: Any, found: Any, problem: Problem | None) -> tuple[str, str]:  # noqa: ANN401  any of the three
    """What is wrong with it, and the way out."""
    alone = found is not None and getattr(found, "indicator", None) is not None
    if alone and attrs.evolve(found, indicator=record.indicator).is_written_as(record):
        return _NO_INDICATORS
    if problem is not None and problem.code == "unknown-indicator":
        return _NO_INDICATORS
    why = "some of it has no column" if problem is None else str(problem)
    return why, "change it, or choose another format"


_NO_INDICATORS: Final = (
    "its indicator, which is none of the common catalogue, belongs into a table of its own",
    "write to a folder (a path without suffix), or choose another format",
)
