"""JSON Lines: one record a line with the columns of the plain Arrow profile, numbers as text."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Context, Decimal
from typing import Any, Final

import pyarrow as pa

from govtargets.errors import Problem, Severity
from govtargets.files._columnar import ColumnSheet, encoded
from govtargets.files._columns import TABLES
from govtargets.files._decode import UNDECODED, decoded

__all__ = ["parse", "write"]

_SHOWN: Final = 80
_EXACT: Final = Context(prec=38)


def parse(data: bytes, path: str) -> list[ColumnSheet]:
    """The table in the bytes of a JSON Lines file; a line that is no flat object is a problem."""
    text, problems = decoded(data)
    rows: dict[int, dict[str, str | None]] = {}
    mixed = UNDECODED.search(text) is not None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if mixed and UNDECODED.search(line):
            problems.append(_MIXED.at(row=number))
            continue
        try:
            rows[number] = _row(line)
        except ValueError as error:
            problems.append(_broken(str(error), line).at(row=number))
    if not rows:
        return [_empty(path, problems)]
    names = list(dict.fromkeys(name for row in rows.values() for name in row))
    columns = [pa.array([row.get(name) for row in rows.values()], pa.string()) for name in names]
    return [ColumnSheet(path, pa.table(columns, names=names), problems, list(rows))]


def _empty(path: str, problems: list[Problem]) -> ColumnSheet:
    """A file without rows, which has no columns either: only its name tells the table."""
    found = ColumnSheet(path, None, problems)
    if found.table is None and all(each.severity is not Severity.ERROR for each in problems):
        problems.append(_EMPTY)
    return found


def _row(line: str) -> dict[str, str | None]:
    """The fields of one line as text: a number keeps the digits that it was written with."""
    try:
        found = json.loads(
            line,
            object_pairs_hook=_fields,
            parse_float=str,
            parse_int=str,
            parse_constant=_no_number,
        )
    except RecursionError:
        message = "its lists or objects lie too deep inside each other"
        raise ValueError(message) from None
    if not isinstance(found, dict) or not found:
        message = "the line is no JSON object with something inside"
        raise ValueError(message)
    fields = {name: _text(name, value) for name, value in found.items()}
    if "\\u" in line:
        _check_characters(fields)
    return fields


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        message = f"{twice!r} is there twice"
        raise ValueError(message)
    return found


def _check_characters(fields: Mapping[str, str | None]) -> None:
    """JSON can spell half a character, a lone surrogate, which is no text.

    Raises:
        ValueError: A name or a value has one.
    """
    for name, value in fields.items():
        try:
            f"{name}{value}".encode()
        except UnicodeEncodeError:
            message = f"{name!r} holds half a character"
            raise ValueError(message) from None


def _no_number(word: str) -> str:
    message = f"{word} is no number"
    raise ValueError(message)


def _text(name: str, value: Any) -> str | None:  # noqa: ANN401  whatever JSON holds
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    message = f"{name} holds a list or an object"
    raise ValueError(message)


_EMPTY: Final = Problem(
    code="empty-file",
    message="the file is empty",
    hint=f"write rows, or name the file after its table: {', '.join(TABLES)}",
)
_MIXED: Final = Problem(
    code="mixed-encoding",
    message="the row is not UTF-8, unlike the rest of the file",
    hint="save the whole file as UTF-8",
)


def _broken(why: str, line: str) -> Problem:
    return Problem(
        code="broken-line",
        message=f"the line cannot be read: {why}",
        hint="write one flat JSON object a line, without line breaks inside",
        value=line[:_SHOWN],
    )


def write(tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of a JSON Lines file: columns in their order, absent ones left out."""
    lines = []
    for row in encoded(tables, "plain").to_pylist():
        fields = {name: _plain(value) for name, value in row.items() if value is not None}
        lines.append(json.dumps(fields, ensure_ascii=False) + "\n")
    return "".join(lines).encode("utf-8")


def _plain(value: Any) -> Any:  # noqa: ANN401  whatever a column holds
    if isinstance(value, Decimal):
        return format(value.normalize(_EXACT), "f")
    return value.isoformat() if isinstance(value, date) else value
