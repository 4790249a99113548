"""Excel workbooks: a sheet a table, with the same cells as the CSV files."""

import datetime as dt
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import attrs

from govtargets.errors import InvalidValueError, MissingExtraError, Problem
from govtargets.files._cells import rows_of
from govtargets.files._scan import Line
from govtargets.files._sheet import Sheet

__all__ = ["parse", "write"]


def parse(data: bytes, path: str) -> list[Sheet]:
    """The tables in the bytes of a workbook; empty sheets are left out."""
    try:
        import python_calamine
    except ModuleNotFoundError as error:
        raise MissingExtraError("python-calamine", "xlsx") from error
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }
    except python_calamine.CalamineError as error:
        problem = Problem(
            code="unreadable-file",
            message=f"the file is no Excel workbook: {error}",
            hint="save it as .xlsx",
        )
        return [Sheet.of(path, [], [problem])]
    found = [_sheet(f"{path}[{name}]", rows) for name, rows in sheets.items() if rows]
    return found or [Sheet.of(path, [], [])]


def _sheet(path: str, rows: Sequence[Sequence[Any]]) -> Sheet:
    problems: list[Problem] = []
    lines: list[Line] = []
    for number, row in enumerate(rows, 1):
        try:
            texts = [_text(value) for value in row]
        except ValueError as error:
            problems.append(_not_text(str(error)).at(row=number))
            continue
        if any(texts):
            lines.append(Line(number, texts))
    width = _width(lines)
    return Sheet.of(
        path, [attrs.evolve(line, cells=line.cells[:width]) for line in lines], problems
    )


def _width(lines: Sequence[Line]) -> int:
    """Up to the last column in which anything stands."""
    return max((at for line in lines for at, text in enumerate(line.cells, 1) if text), default=0)


def _text(value: Any) -> str:  # noqa: ANN401  whatever a cell holds
    """A cell as text; what Excel keeps as a binary fraction has lost the digits that were typed."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        message = f"a cell holds {str(value).upper()}"
        raise ValueError(message)  # noqa: TRY004  every fault of a row is told alike
    if type(value) is dt.date:
        return value.isoformat()
    if isinstance(value, int | float) and value == int(value):
        return str(int(value))
    message = f"a cell holds {value}, a number or time that Excel keeps without its digits and unit"
    raise ValueError(message)


def _not_text(why: str) -> Problem:
    return Problem(
        code="not-text",
        message=f"{why}: the row is left out",
        hint="format the cell as text and write the value with its unit, as in 6.5%",
    )


def write(tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of a workbook: every cell as text, the columns in their order.

    Raises:
        MissingExtraError: The extra `xlsx` is not installed.
        InvalidValueError: A text holds a control character, which no workbook can.
    """
    try:
        import openpyxl
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    except ModuleNotFoundError as error:
        raise MissingExtraError("openpyxl", "xlsx") from error
    rows = {table: rows_of(table, records) for table, records in tables.items()}
    for text in (text for table in rows.values() for row in table for text in row):
        if ILLEGAL_CHARACTERS_RE.search(text):
            message = f"{text!r} holds a control character: no workbook can, take another format"
            raise InvalidValueError(message)
    book = openpyxl.Workbook(write_only=True)
    for table, lines in rows.items():
        sheet = book.create_sheet(table)
        for line in lines:
            sheet.append([_cell(sheet, text) for text in line])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _cell(sheet: Any, text: str) -> Any:  # noqa: ANN401  openpyxl has no types
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text or None)
    if text:
        # Else a text that begins with = would be taken for a formula.
        cell.data_type = "s"
    return cell
