"""CSV text to rows and back, after RFC 4180; every row knows the line on which it begins."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

__all__ = ["Line", "joined", "scan"]

_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_ENDS: Final = re.compile(r"\r\n|\n|\r")
_CELL: Final = re.compile(
    r"""
    (?: "(?P<quoted>[^"]*+(?:""[^"]*+)*+)" | (?P<plain>(?!")[^,\r\n]*+) )
    (?P<end>,|\r\n|\n|\r|\Z)
    """,
    re.VERBOSE,
)
_NEEDS_QUOTES: Final = re.compile(r'[,"\r\n]')


@attrs.frozen
class Line:
    """One row of a CSV text.

    Attributes:
        number: The line on which it begins, counted from 1 as an editor does.
        cells: Its cells; for a broken row the text of its first line alone.
        broken: Whether a quoted cell of it is not closed as it should be.
    """

    number: int
    cells: list[str]
    broken: bool = False


def scan(text: str) -> Iterator[Line]:
    """The rows of a CSV text, empty lines left out.

    A row whose quotes go wrong costs its first line only: reading goes on with the next line, so
    that one forgotten quotation mark does not swallow the rest of the file.
    """
    position, number = 0, 1
    while position < len(text):
        match = _LINE.match(text, position)
        assert match is not None  # noqa: S101  the pattern matches everywhere
        line = match[0].rstrip("\r\n")
        end = match.end()
        if '"' not in line:
            if line:
                yield Line(number, line.split(","))
        else:
            found = _cells(text, position)
            if found is None:
                yield Line(number, [line], broken=True)
            else:
                cells, end = found
                yield Line(number, cells)
        number += len(_ENDS.findall(text, position, end))
        position = end


def _cells(text: str, position: int) -> tuple[list[str], int] | None:
    """The cells of the row that begins there and its end; `None` where its quotes go wrong."""
    cells = []
    while True:
        match = _CELL.match(text, position)
        if match is None:
            return None
        quoted = match["quoted"]
        cells.append(match["plain"] if quoted is None else quoted.replace('""', '"'))
        position = match.end()
        if match["end"] != ",":
            return cells, position


def joined(rows: Iterable[Sequence[str]]) -> str:
    """The CSV text of these rows: commas, LF, quotes only where a cell needs them."""
    return "".join(",".join(map(_cell, row)) + "\n" for row in rows)


def _cell(text: str) -> str:
    if _NEEDS_QUOTES.search(text) is None:
        return text
    return '"' + text.replace('"', '""') + '"'
