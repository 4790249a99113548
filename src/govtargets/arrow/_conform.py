"""Any engine's table back to one of the schemas: names, order and types."""

from collections import Counter
from typing import Any, Final, Literal

import attrs
import pyarrow as pa

from govtargets._record import given, one_of
from govtargets.arrow._cast import cast_column
from govtargets.arrow._json import loaded
from govtargets.arrow.schema import VERSION
from govtargets.errors import InvalidValueError, Problem, ProblemsError, Severity

__all__ = ["conform"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Fitted:
    """A table in the schema, and what was wrong.

    Attributes:
        table: The table; `None` where a column cannot be used at all.
        problems: What concerns whole columns.
        rows: Cells that did not fit, each with its row and column; null in the table.
    """

    table: pa.Table | None
    problems: tuple[Problem, ...]
    rows: tuple[tuple[int, str, Problem], ...] = ()


def conform(
    data: Any,  # noqa: ANN401  whatever has an Arrow stream
    schema: pa.Schema,
    *,
    extra: Literal["refuse", "drop"] = "refuse",
) -> pa.Table:
    """The same data with the columns of a schema, in its order and types, exactly.

    Engines change dictionaries, decimals, string types and metadata on the way; this changes them
    back. A missing column that may be empty is filled with nulls.

    Args:
        data: A table, a record batch, a reader, or anything with `__arrow_c_stream__`.
        schema: `TARGETS`, `ACHIEVEMENTS`, `INDICATORS` or `ASSESSMENTS`, in either profile.
        extra: What to do with columns that the schema does not have.

    Raises:
        ProblemsError: A column is missing, unknown, or holds floats or values that don't fit.
        InvalidValueError: The data have no Arrow stream, or an argument is none of those.

    Example:
        >>> import pyarrow as pa
        >>> from govtargets import arrow
        >>> table = pa.table({"name": ["粮食产量"], "id": ["grain"]})
        >>> arrow.conform(table, arrow.INDICATORS).schema == arrow.INDICATORS
        True
        >>> arrow.conform(table.append_column("rank", [[1]]), arrow.INDICATORS)
        Traceback (most recent call last):
        govtargets.errors.ProblemsError: 1 problem
        rank: the schema has no such column [extra-column]; drop it, or say extra="drop"
    """
    given(schema, pa.Schema, "give one, such as arrow.TARGETS")
    one_of(("refuse", "drop"), "choice extra", extra)
    fitted = fit(as_table(data), schema)
    problems = [
        problem
        for problem in fitted.problems
        if not (extra == "drop" and problem.code == "extra-column")
    ]
    problems += [problem.at(row=row + 1, column=column) for row, column, problem in fitted.rows]
    if problems or fitted.table is None:
        raise ProblemsError(problems)
    return fitted.table


def as_table(data: Any) -> pa.Table:  # noqa: ANN401  whatever has an Arrow stream
    """The data as one Arrow table."""
    if isinstance(data, pa.Table):
        return data
    return as_reader(data).read_all()


def as_reader(data: Any) -> pa.RecordBatchReader:  # noqa: ANN401  whatever has an Arrow stream
    """The data as a stream of record batches.

    Raises:
        InvalidValueError: They have no Arrow stream, or cannot make one.
    """
    if isinstance(data, pa.RecordBatchReader):
        return data
    if isinstance(data, pa.RecordBatch):
        return pa.Table.from_batches([data]).to_reader()
    if not hasattr(data, "__arrow_c_stream__"):
        message = (
            f"a {type(data).__name__} has no Arrow stream: "
            "give a pyarrow table or reader, or a data frame with __arrow_c_stream__"
        )
        raise InvalidValueError(message)
    try:
        return pa.RecordBatchReader.from_stream(data)
    except (pa.ArrowException, OverflowError) as error:
        # Such as a pandas column of objects that are texts here and numbers there.
        why = "; ".join(map(str, error.args))
        message = (
            f"this {type(data).__name__} makes no Arrow stream: give every column one type ({why})"
        )
        raise InvalidValueError(message) from error


def fit(table: pa.Table, schema: pa.Schema) -> Fitted:
    """The table in the schema as far as it goes."""
    problems = [*_newer(table.schema), *_names(table.schema, schema)]
    columns: list[Any] = []
    rows: list[tuple[int, str, Problem]] = []
    given = {name: place for place, name in enumerate(table.schema.names)}
    for field in schema:
        if field.name not in given:
            columns.append(pa.chunked_array([pa.nulls(len(table), field.type)]))
            continue
        cast = cast_column(table.column(given[field.name]), field.type)
        columns.append(cast.column)
        if cast.problem is not None:
            problems.append(cast.problem.at(column=field.name))
        rows += [(row, field.name, problem) for row, problem in cast.rows]
    fatal = any(problem.severity is Severity.ERROR for problem in problems)
    found = None if fatal else pa.Table.from_arrays(columns, schema=schema)
    return Fitted(found, tuple(problems), tuple(rows))


def _names(given: pa.Schema, schema: pa.Schema) -> list[Problem]:
    """Columns that are missing, doubled or unknown."""
    names = Counter(given.names)
    known = {field.name for field in schema}
    problems = [
        Problem(
            code="missing-column",
            message="the column is missing, and every row needs it",
            hint="see the schema's page for what it says",
            column=field.name,
        )
        for field in schema
        if not field.nullable and field.name not in names
    ]
    problems += [doubled(name) for name, count in names.items() if count > 1]
    problems += [
        Problem(
            code="extra-column",
            message="the schema has no such column",
            hint='drop it, or say extra="drop"',
            severity=Severity.WARNING,
            column=name,
        )
        for name in names
        if name not in known
    ]
    return problems


def doubled(name: str) -> Problem:
    """The complaint about two columns of one name."""
    message = "two columns have this name"
    return Problem(code="doubled-column", message=message, hint="rename one", column=name)


_KEY: Final = b"govtargets"


def _newer(schema: pa.Schema) -> list[Problem]:
    """A warning where the table says that a newer version wrote it; metadata are only a hint."""
    try:
        version = loaded((schema.metadata or {}).get(_KEY, b"{}"))["version"]
    except (ValueError, TypeError, KeyError):
        return []
    if not isinstance(version, int) or version <= VERSION:
        return []
    return [
        Problem(
            code="newer-schema",
            message=f"the table has version {version} of the schema, this package knows {VERSION}",
            hint="update govtargets to read the columns it does not know",
            severity=Severity.WARNING,
        )
    ]
