"""A table of text cells as it was found in a file, and the records in it."""

from collections import Counter
from pathlib import PurePath
from typing import Final

import attrs

from govtargets.errors import Problem, Severity
from govtargets.files._columns import TABLES, Table, table_of
from govtargets.files._decode import UNDECODED
from govtargets.files._part import Part, Place
from govtargets.files._records import RecordReader
from govtargets.files._row import Row, nearest
from govtargets.files._scan import Line

__all__ = ["Sheet"]

_SHOWN: Final = 40


@attrs.define(eq=False)
class Sheet:
    """The rows of one file.

    Attributes:
        path: The file.
        table: Which table it holds; `None` where nothing says it.
        header: The names of the columns.
        lines: The rows below the header.
        problems: What is wrong with the file as a whole.
        refused: Whether that leaves no row to be read.
    """

    path: str
    table: Table | None
    header: list[str]
    lines: list[Line]
    problems: list[Problem]
    refused: bool = False

    @classmethod
    def of(cls, path: str, lines: list[Line], problems: list[Problem]) -> "Sheet":
        """The sheet of a file's rows, the first being the header."""
        if not lines:
            sheet = cls(path, TABLES.get(PurePath(path).stem), [], [], problems)
            if all(problem.severity is not Severity.ERROR for problem in problems):
                message, hint = "the file is empty", "write a header row and the rows"
                sheet.fault(Problem(code="empty-file", message=message, hint=hint))
            return sheet
        header = lines[0].cells
        sheet = cls(path, table_of(header, PurePath(path).stem), header, lines[1:], problems)
        sheet._check_header(lines[0])
        return sheet

    @property
    def rows(self) -> list[Place]:
        """Where every row below the header stands."""
        return [Place(self.path, line.number) for line in self.lines]

    def holds(self, table: str) -> bool:
        """Whether this is that table."""
        return self.table is not None and self.table.name == table

    def fault(self, problem: Problem) -> None:
        """Complain about the file."""
        self.problems.append(problem.at(path=self.path))

    def _check_header(self, line: Line) -> None:
        if line.broken or UNDECODED.search("".join(self.header)):
            self._refuse(
                "unreadable-header",
                line,
                "the header cannot be read",
                "save the file as CSV in UTF-8",
            )
        elif self.table is None or len(self.header) == 1:
            expected = "; ".join(
                f"{each.name} with {', '.join(each.required)}" for each in TABLES.values()
            )
            hint = f"expected {expected}"
            if len(self.header) == 1:
                hint = f"separate the columns by commas; {hint}"
            self._refuse("unknown-table", line, "the columns are those of no table", hint)
        else:
            self._check_columns(self.table, line)

    def _check_columns(self, table: Table, line: Line) -> None:
        unknown = [name for name in self.header if name not in table.known]
        missing = [name for name in table.required if name not in self.header]
        for name in missing:
            like = [other for other in unknown if nearest(other, [name]).startswith("did")]
            hint = f"rename the column {like[0]!r}" if like else "add it to the header and fill it"
            unknown = [other for other in unknown if other not in like[:1]]
            self._refuse("missing-column", line, f"the column {name} is missing", hint, column=name)
        for name, count in Counter(self.header).items():
            if count > 1 and name in table.known:
                message = f"the column {name} is there {count} times"
                self._refuse("duplicate-column", line, message, "keep one of them", column=name)
        for name in dict.fromkeys(unknown):
            self.fault(
                Problem(
                    code="unknown-column",
                    message=f"the column {name!r} is not read",
                    hint=nearest(name, sorted(table.known)),
                    severity=Severity.WARNING,
                    row=line.number,
                    column=name,
                )
            )

    def _refuse(
        self, code: str, line: Line, message: str, hint: str, column: str | None = None
    ) -> None:
        """Complain about the header, and leave out every row, since none can be read for sure."""
        rows = sum(any(line.cells) for line in self.lines)
        left = f": its {rows} rows are left out" if rows else ""
        self.fault(
            Problem(code=code, message=message + left, hint=hint, row=line.number, column=column)
        )
        self.refused = True

    def part(self, reader: RecordReader) -> Part:
        """The good records, where each stands, and every problem."""
        part = Part(None if self.table is None else self.table.name, [], [], self._placed())
        if self.table is None or self.refused:
            return part
        known = self.table.known
        for line in self.lines:
            if not any(line.cells):
                continue
            row = Row(self.path, line.number, {})
            self._fill(row, line, self.table, known)
            record = None if row.problems else reader.record(self.table.name, row)
            part.add(record, row.cells.get("id"), Place(self.path, line.number))
            part.problems.extend(row.problems)
        return part

    def _placed(self) -> list[Problem]:
        """The problems of the file, each with its path."""
        return [problem.at(path=self.path) for problem in self.problems]

    def _fill(self, row: Row, line: Line, table: Table, known: frozenset[str]) -> None:
        """Fill in the cells of a row whose shape is right."""
        text = ",".join(line.cells)
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        if line.broken:
            message = f"a quoted cell is not closed before the row ends: {shown!r}"
            row.fault(
                "broken-quotes", None, message, 'close it with ", and write a " inside it as ""'
            )
        elif UNDECODED.search(text):
            row.fault(
                "mixed-encoding",
                None,
                "the row is not UTF-8, unlike the rest of the file",
                "save the whole file as UTF-8",
            )
        elif "\0" in text:
            row.fault(
                "nul-character", None, f"the row holds a NUL character: {shown!r}", "delete it"
            )
        elif len(line.cells) != len(self.header):
            message = f"the row has {len(line.cells)} cells, the header {len(self.header)}"
            row.fault(
                "ragged-row", None, message, "quote a cell that holds a comma, or fill up the row"
            )
        else:
            row.cells = {
                name: cell
                for name, cell in zip(self.header, line.cells, strict=True)
                if cell and name in known
            }
            for name in table.required:
                if name not in row.cells:
                    row.fault(
                        "missing-value",
                        name,
                        f"{name} is empty",
                        "fill it in, or leave the row out",
                    )
