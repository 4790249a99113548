"""Which records make which table, and how."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from typing import Any, Final, NoReturn

import attrs
import numpy as np
import pyarrow as pa

from govtargets._record import given
from govtargets.achievement import Achievement
from govtargets.arrow._assessments import SIDES, assessment_columns, assessments_in
from govtargets.arrow._decode import achievements_in, indicator_records_in, targets_in
from govtargets.arrow._encode import achievement_columns, indicator_table, target_columns
from govtargets.arrow._gather import Faults
from govtargets.arrow._spread import nulls
from govtargets.arrow._types import Columns
from govtargets.arrow.schema import SCHEMAS, Profile, RecordName, in_profile
from govtargets.assessment import Assessment
from govtargets.errors import InvalidValueError
from govtargets.indicator import Indicator
from govtargets.target import Target

__all__ = ["RECORDS", "Known", "decoded", "encoded", "listed_indicators", "record_name"]


class _Names(dict[type, RecordName]):
    """Names by type, which say so where they are asked for another."""

    def __missing__(self, record: object) -> NoReturn:
        expected = ", ".join(each.__name__ for each in self)
        message = f"record={record!r} is no type of record: give one of {expected}"
        raise InvalidValueError(message)


RECORDS: Final = _Names(
    {
        Indicator: "indicator",
        Target: "target",
        Achievement: "achievement",
        Assessment: "assessment",
    }
)


def listed_indicators(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The indicators that a table may leave out.

    Raises:
        InvalidValueError: They are none, or a single one.
    """
    way = "give a list of indicators, such as dataset.indicators"
    given(indicators, Iterable, way)
    listed = tuple(indicators)
    for each in listed:
        given(each, Indicator, way)
    return listed


def record_name(records: Sequence[object]) -> RecordName:
    """Which table these records belong to.

    Raises:
        InvalidValueError: They are of several types, or of none that a table exists for.
    """
    types = sorted(set(map(type, records)), key=lambda each: each.__name__)
    name = RECORDS.get(types[0]) if len(types) == 1 else None
    if name is None:
        found = ", ".join(each.__name__ for each in types) or "nothing"
        expected = ", ".join(each.__name__ for each in RECORDS)
        message = (
            f"cannot encode {found} in one table: give records of one type ({expected}), "
            "or record= where there may be none"
        )
        raise InvalidValueError(message)
    return name


def encoded(records: Sequence[Any], name: RecordName, profile: Profile) -> pa.Table:
    """The table of records of one type."""
    schema = SCHEMAS[name]
    columns = _WRITERS[name](records)
    arrays = [
        columns[field.name] if field.name in columns else nulls(len(records), field.type)
        for field in schema
    ]
    table = pa.Table.from_arrays(arrays, schema=schema)
    return table if profile == "compact" else table.cast(in_profile(schema, profile))


@attrs.frozen
class Known:
    """What a table may leave out: indicators by id, and the records whose rows it names."""

    indicators: Mapping[str, Indicator]
    targets: Sequence[Target] = ()
    achievements: Sequence[Achievement] = ()


def decoded(name: RecordName, table: pa.Table, known: Known, faults: Faults) -> Sequence[Any]:
    """The records of the good rows of a table in the schema, compact profile."""
    columns: Columns = {column: _whole(table.column(column)) for column in table.schema.names}
    records = _READERS[name](columns, known, faults)
    if not faults.problems:
        return records
    return list(compress(records, (~faults.bad).tolist()))


def _whole(column: Any) -> Any:  # noqa: ANN401  a chunked array as one array
    if column.num_chunks == 1:
        # Combining would copy it.
        return column.chunk(0)
    combined = column.combine_chunks()
    return combined.chunk(0) if isinstance(combined, pa.ChunkedArray) else combined


def _assessments(columns: Columns, known: Known, faults: Faults) -> list[Any]:
    sides = {side: _side(columns, side, known, faults) for side in SIDES}
    return assessments_in(columns, sides, faults)


def _side(columns: Columns, side: str, known: Known, faults: Faults) -> list[Any]:
    """The records of one side: from their columns, else by the row that is named."""
    own = {
        name.removeprefix(f"{side}_"): column
        for name, column in columns.items()
        if name.startswith(f"{side}_") and not name.endswith("_row")
    }
    rows = np.flatnonzero(~np.asarray(own["indicator"].is_null()))
    found = np.full(len(faults.bad), None, object)
    if len(rows):
        taken = {name: column.take(pa.array(rows)) for name, column in own.items()}
        inner = Faults(len(rows), 0)
        read = targets_in if side == "target" else achievements_in
        found[rows] = np.fromiter(read(taken, known.indicators, inner), object, len(rows))
        for problem in inner.problems:
            row = int(rows[problem.row or 0])
            placed = attrs.evolve(problem, row=None, column=None)
            faults.add([row], f"{side}_{problem.column}", placed)
    if side != "reference":
        _named(found, columns[f"{side}_row"], getattr(known, f"{side}s"))
    records: list[Any] = found.tolist()
    return records


def _named(found: Any, rows: Any, records: Sequence[Any]) -> None:  # noqa: ANN401  numpy and Arrow arrays
    for place, row in enumerate(rows.to_pylist() if records else ()):
        if row is not None and found[place] is None and 0 <= row < len(records):
            found[place] = records[row]


_WRITERS: Final[dict[RecordName, Callable[[Sequence[Any]], Columns]]] = {
    "indicator": indicator_table,
    "target": target_columns,
    "achievement": achievement_columns,
    "assessment": assessment_columns,
}
_READERS: Final[dict[RecordName, Callable[[Columns, Known, Faults], Sequence[Any]]]] = {
    "indicator": lambda columns, known, faults: indicator_records_in(
        columns, known.indicators, faults
    ),
    "target": lambda columns, known, faults: targets_in(columns, known.indicators, faults),
    "achievement": lambda columns, known, faults: achievements_in(
        columns, known.indicators, faults
    ),
    "assessment": _assessments,
}
