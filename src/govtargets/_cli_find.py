"""The command `govtargets find`: the figures of texts as a table, JSON lines, CSV or a page."""

import argparse
import csv
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from govtargets.zh.find import Mention

__all__ = ["add_find", "find_command"]

FINE: Final = 0
UNREADABLE: Final = 1
_EXAMPLES: Final = """\
examples:
  govtargets find speech.txt --year 2024
  govtargets find speech.txt --format html > figures.html
  cat speech.txt | govtargets find - --format jsonl
"""


class _Found(NamedTuple):
    """A file, its text and its figures."""

    name: str
    text: str
    mentions: Sequence["Mention"]


def add_find(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Add the command to the parser of the command line."""
    parser = commands.add_parser(
        "find",
        help="find the figures in Chinese texts (查找)",
        description="Find every figure in Chinese texts (UTF-8), with place and reading (查找).",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a text file, or - for standard input"
    )
    parser.add_argument(
        "--format", choices=list(_FORMATS), default="text", help="how to write (default: text)"
    )
    parser.add_argument("--year", type=int, help="the year of the text, for 今年 and 去年")
    parser.set_defaults(run=find_command)
    return parser


def find_command(arguments: argparse.Namespace) -> int:
    """Run the command; 0 where every file could be read, else 1."""
    found: list[_Found] = []
    code = FINE
    for name in arguments.files:
        try:
            text = _text(name)
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "the text is not UTF-8"
            sys.stderr.write(f"{name}: {reason}: expected a text file in UTF-8\n")
            code = UNREADABLE
            continue
        found.append(_Found(name, text, _find(text, arguments.year)))
    for part in _FORMATS[arguments.format](found):
        sys.stdout.write(part)
    return code


def _text(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8-sig")


def _find(text: str, year: int | None) -> Sequence["Mention"]:
    from govtargets import zh

    return zh.find(text, year=year)


def _rows(found: Sequence[_Found]) -> Iterator[dict[str, str | int | None]]:
    from govtargets.zh._listing import rows

    for name, text, mentions in found:
        for row in rows(text, mentions):
            yield {"file": name, **row}


def _as_jsonl(found: Sequence[_Found]) -> Iterator[str]:
    for row in _rows(found):
        yield json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False) + "\n"


def _as_csv(found: Sequence[_Found]) -> Iterator[str]:
    from govtargets.zh._listing import COLUMNS

    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, ["file", *COLUMNS], lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(found))
    yield buffer.getvalue()


def _as_html(found: Sequence[_Found]) -> Iterator[str]:
    from govtargets.zh._page import page

    yield page(found)


_TABLE: Final = ("file", "line", "text", "value", "transformation", "period", "subject")


def _as_text(found: Sequence[_Found]) -> Iterator[str]:
    """Columns as wide as their widest cell, a Chinese character being two wide."""
    lines = [{name: name for name in _TABLE}]
    lines += [
        {name: " ".join(str(row[name] if row[name] is not None else "").split()) for name in _TABLE}
        for row in _rows(found)
    ]
    widths = {name: max(_width(line[name]) for line in lines) for name in _TABLE}
    for line in lines:
        cells = (line[name] + " " * (widths[name] - _width(line[name])) for name in _TABLE)
        yield "  ".join(cells).rstrip() + "\n"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


_FORMATS: Final[dict[str, Callable[[Sequence[_Found]], Iterator[str]]]] = {
    "text": _as_text,
    "jsonl": _as_jsonl,
    "csv": _as_csv,
    "html": _as_html,
}
