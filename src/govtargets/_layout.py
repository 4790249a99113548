"""Tables of text cells as aligned lines, Markdown and HTML."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Final
from unicodedata import combining, east_asian_width

import attrs

__all__ = ["Grid", "as_html", "as_markdown", "as_text", "width"]

_GAP: Final = "  "
# The control characters, which could move a terminal's cursor or end a line.
_CONTROLS: Final = dict.fromkeys((*range(32), *range(127, 160)), " ")


@attrs.frozen
class Grid:
    """A table of text cells with a title above and notes below.

    Attributes:
        title: One line above the table.
        header: The names of the columns.
        rows: The cells; a missing value is an empty text.
        notes: Lines below the table.
    """

    title: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    notes: Sequence[str] = ()

    def without(self, column: int) -> "Grid":
        """The grid without one column."""
        return attrs.evolve(
            self,
            header=(*self.header[:column], *self.header[column + 1 :]),
            rows=[(*row[:column], *row[column + 1 :]) for row in self.rows],
        )


def width(text: str) -> int:
    """How many columns of a terminal the text takes; a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def as_text(grid: Grid, paint: Callable[[str], str] = str) -> str:
    """Aligned lines; `paint` colours the first cell of a row."""
    rows = [tuple(cell.translate(_CONTROLS) for cell in row) for row in grid.rows]
    widths = [max(map(width, column)) for column in zip(grid.header, *rows, strict=True)]
    lines = [grid.title] if grid.title else []
    if rows:
        lines.append(_line(grid.header, widths, str))
        lines += [_line(row, widths, paint) for row in rows]
    return "\n".join([*lines, *grid.notes]) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int], paint: Callable[[str], str]) -> str:
    padded = [cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True)]
    padded[0] = paint(cells[0]) + padded[0][len(cells[0]) :]
    return _GAP.join(padded).rstrip()


def as_markdown(grid: Grid) -> str:
    """A table of GitHub's Markdown."""
    lines = [f"**{grid.title}**", ""] if grid.title else []
    table = (grid.header, ("---",) * len(grid.header), *grid.rows)
    lines += [f"| {' | '.join(map(_markdown, row))} |" for row in table]
    return "\n".join([*lines, *([""] if grid.notes else []), *grid.notes]) + "\n"


def _markdown(cell: str) -> str:
    plain = cell.translate(_CONTROLS).replace("\\", "\\\\")
    for special in "|<*_`[":
        plain = plain.replace(special, f"\\{special}")
    return plain


def as_html(grid: Grid) -> str:
    """A table of HTML, every text escaped."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in grid.header)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in grid.rows
    )
    caption = f"<caption>{escape(grid.title)}</caption>" if grid.title else ""
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in grid.notes)
    return (
        f'<table class="govtargets">{caption}<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}</tbody></table>\n{notes}"
    )
