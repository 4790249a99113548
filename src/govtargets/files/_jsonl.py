"""JSON Lines: one record a line with the columns of the plain Arrow profile, numbers as text."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Context, Decimal
from typing import Any, Final

import pyarrow as pa

from govtargets.errors import Problem
from govtargets.files._columnar import ColumnSheet, encoded
from govtargets.files._decode import decoded

__all__ = ["parse", "write"]

_SHOWN: Final = 80
_EXACT: Final = Context(prec=38)


def parse(data: bytes, path: str) -> list[ColumnSheet]:
    """The table in the bytes of a JSON Lines file; a line that is no flat object is a problem."""
    text, problems = decoded(data)
    rows: dict[int, dict[str, str | None]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            rows[number] = _row(line)
        except ValueError as error:
            problems.append(_broken(str(error), line).at(row=number))
    names = list(dict.fromkeys(name for row in rows.values() for name in row))
    columns = [pa.array([row.get(name) for row in rows.values()], pa.string()) for name in names]
    return [ColumnSheet(path, pa.table(columns, names=names), problems, list(rows))]


def _row(line: str) -> dict[str, str | None]:
    """The fields of one line as text: a number keeps the digits that it was written with."""
    found = json.loads(line, parse_float=str, parse_int=str, parse_constant=_no_number)
    if not isinstance(found, dict):
        message = "the line is no JSON object"
        raise ValueError(message)  # noqa: TRY004  every fault of a line is told alike
    return {name: _text(name, value) for name, value in found.items()}


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
