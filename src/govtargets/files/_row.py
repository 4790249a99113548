"""One row of text cells, read cell by cell; a fault of a cell becomes a problem with its place."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import Enum
from functools import lru_cache
from typing import Final, TypeVar, cast

import attrs

from govtargets._unit import unspelled
from govtargets.errors import GovTargetsError, Problem, ReadError, UnknownUnitError
from govtargets.period import Period
from govtargets.region import Region
from govtargets.source import Source
from govtargets.unit import Unit

__all__ = ["Row", "full_width", "nearest"]

_T = TypeVar("_T")
_Word = TypeVar("_Word", bound=Enum)
_FULL_WIDTH: Final = re.compile("[０-９]")
_HALF_WIDTH: Final = str.maketrans("０１２３４５６７８９．，％－＋　", "0123456789.,%-+ ")
# A figure in its simplest form, to tell a misspelt unit from a sentence.
_FIGURE: Final = re.compile(
    r"[^0-9]{0,4}[0-9][0-9.,]*[多余]?(?P<unit>[^0-9\s]+?)(?:左右|上下|以上|以下|以内)?", re.ASCII
)
_FIGURES: Final = frozenset({"goal", "stretch", "value", "baseline"})
_NUMBER: Final = re.compile("[0-9]+", re.ASCII)


def nearest(word: str, known: list[str]) -> str:
    """A hint that names the nearest known word, or lists them where none is near."""
    close = get_close_matches(word, known, n=1)
    return f"did you mean {close[0]}?" if close else f"expected one of {', '.join(known)}"


def full_width(text: str) -> str | None:
    """The text with ordinary digits, where it has full-width ones."""
    return text.translate(_HALF_WIDTH) if _FULL_WIDTH.search(text) else None


@lru_cache
def _members(words: type[Enum]) -> dict[str, Enum]:
    return {word.value: word for word in words}


def _right_word(text: str, known: Mapping[str, Enum]) -> str:
    """A hint for a word of no closed list; its Chinese term is told the word that tables hold."""
    term = next((word for word, one in known.items() if getattr(one, "zh", None) == text), None)
    return nearest(text, list(known)) if term is None else f"write {term}"


@attrs.define
class Row:
    """The cells of one row, by column.

    Attributes:
        path: The file.
        number: The line on which the row begins.
        cells: The text of every cell that is not empty.
        problems: What is wrong with it so far.
    """

    path: str
    number: int
    cells: dict[str, str]
    problems: list[Problem] = attrs.field(factory=list)

    def fault(self, code: str, column: str | None, message: str, hint: str = "") -> None:
        """Complain about one cell, or with no column about the whole row."""
        self.problems.append(
            Problem(
                code=code,
                message=message,
                hint=hint,
                path=self.path,
                row=self.number,
                column=column,
                value=None if column is None else self.cells.get(column),
            )
        )

    def text(self, column: str) -> str | None:
        """The words of a cell, as they stand."""
        return self.cells.get(column)

    def read(self, column: str, reader: Callable[[str], _T], code: str, hint: str) -> _T | None:
        """What a reader makes of the cell; `None` where it is empty or unreadable."""
        text = self.cells.get(column)
        if text is None:
            return None
        try:
            return reader(text)
        except UnknownUnitError as error:
            self.fault("unknown-unit", column, f"unknown unit {error.symbol!r}", error.hint)
        except ReadError as error:
            if not self._misspelt_unit(column, text):
                self._unreadable(column, text, code, f"expected {error.expected}", hint)
        except GovTargetsError as error:
            self._unreadable(column, text, code, str(error), hint)
        return None

    def _misspelt_unit(self, column: str, text: str) -> bool:
        """Whether the cell would be fine but for its unit, which is then the problem."""
        match = _FIGURE.fullmatch(text) if column in _FIGURES else None
        try:
            if match is not None:
                Unit(match["unit"])
        except UnknownUnitError as error:
            if error.suggestions:
                self.fault("unknown-unit", column, f"unknown unit {error.symbol!r}", error.hint)
                return True
        return False

    def _unreadable(self, column: str, text: str, code: str, reason: str, hint: str) -> None:
        spelled = full_width(text)
        if spelled is None:
            self.fault(code, column, f"cannot read {text!r}: {reason}", hint)
        else:
            self.wide(column, spelled)

    def wide(self, column: str, spelled: str) -> None:
        """Complain about full-width digits."""
        message = f"{self.cells[column]!r} has full-width digits"
        self.fault("full-width-digits", column, message, f"write {spelled}")

    def word(self, column: str, words: type[_Word]) -> _Word | None:
        """A word of a closed list."""
        text = self.cells.get(column)
        if text is None:
            return None
        known = cast("dict[str, _Word]", _members(words))
        found = known.get(text)
        if found is None:
            message = f"{text!r} is no {words.__name__.lower()}"
            self.fault("unknown-word", column, message, _right_word(text, known))
        return found

    def period(self) -> Period | None:
        """The period."""
        hint = "write it as 2024年, 2024年一季度, 2024年1—9月, “十四五”, 2025年末 or in ISO 8601"
        return self.read("period", Period.parse, "invalid-period", hint)

    def unit(self) -> Unit | None:
        """The usual unit of an indicator."""
        return self.read("unit", lambda text: Unit(unspelled(text)), "unknown-unit", "")

    def region(self) -> Region | None:
        """The area; a code needs a name beside it."""
        name, code = self.text("region"), self.text("region_code")
        edition = self.text("region_edition")
        if name is not None:
            column = "region" if code is None else "region_code"
            hint = "write the six digits of GB/T 2260, or leave the cell empty"
            return self.read(column, lambda _: Region(name, code, edition), "invalid-region", hint)
        if code is not None or edition is not None:
            column = "region_code" if code is not None else "region_edition"
            message = f"{self.cells[column]!r} stands without the name of a region"
            self.fault("incomplete-region", column, message, "fill the column region")
        return None

    def source(self) -> Source | None:
        """Where it was read; everything about a source needs the document beside it."""
        document = self.text("document")
        if document is None:
            self._no_document()
            return None
        day = self.read("date", _date, "invalid-date", "write it as 2024-01-31")
        start, end = self._position("start"), self._position("end")
        if self.problems:
            return None

        def source(document: str) -> Source:
            return Source(
                document=document,
                publisher=self.text("publisher"),
                date=day,
                locator=self.text("locator"),
                quote=self.text("quote"),
                start=start,
                end=end,
            )

        return self.read("document", source, "invalid-source", "check the quote and its position")

    def _no_document(self) -> None:
        for column in ("publisher", "date", "locator", "quote", "start", "end"):
            if column in self.cells:
                message = f"{column} is given without a document"
                self.fault("missing-document", column, message, "fill the column document")
                return

    def _position(self, column: str) -> int | None:
        return self.read(column, _integer, "invalid-position", "write a whole number")


def _date(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise ReadError(text, 0, len(text), "a day such as 2024-01-31")
    return found


def _integer(text: str) -> int:
    if _NUMBER.fullmatch(text) is None:
        raise ReadError(text, 0, len(text), "a whole number")
    return int(text)
