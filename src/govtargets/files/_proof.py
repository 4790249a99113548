"""Nothing is written that would not read back the same."""

from collections.abc import Iterator, Mapping
from typing import Any

from govtargets.dataset import Dataset
from govtargets.errors import Problem
from govtargets.files import _csv
from govtargets.files._known import Known
from govtargets.files._records import RecordReader
from govtargets.records import Records

__all__ = ["unlike"]


def unlike(dataset: Dataset, written: Mapping[str, bytes]) -> list[Problem]:
    """A problem for every record whose CSV row reads back otherwise."""
    listed = dataset.indicators if "indicators" in written else None
    reader = RecordReader(Known(listed))
    return [
        problem
        for table, data in written.items()
        for problem in _unlike(getattr(dataset, table), table, data, reader)
    ]


def _unlike(
    records: Records[Any], table: str, data: bytes, reader: RecordReader
) -> Iterator[Problem]:
    sheet = _csv.parse(data, f"{table}.csv")
    lines = [line.number for line in sheet.lines]
    part = sheet.part(reader)
    read = {place.row: record for place, record in zip(part.places, part.records, strict=True)}
    reasons = {problem.row: str(problem) for problem in part.problems}
    for at, record in enumerate(records):
        found = read.get(lines[at])
        if found is None or not record.is_written_as(found):
            why = reasons.get(lines[at], "some of it has no column")
            yield Problem(
                code="not-writable",
                message=f"{record} would not read back the same from CSV: {why}",
                hint="change it, or choose another format",
                path=f"{table}[{at}]",
            )
