"""Everything that can go wrong, as values and exceptions; nobody imports upward for one.

`Problem` describes a fault in data and is collected; the exceptions report a fault in a call.
"""

from enum import Enum
from typing import Self

import attrs

from govtargets._written import pasteable

__all__ = [
    "GovTargetsError",
    "InexactConversionError",
    "InvalidValueError",
    "MissingExtraError",
    "Problem",
    "ProblemsError",
    "ReadError",
    "Severity",
    "UnitMismatchError",
    "UnknownUnitError",
]


def __dir__() -> list[str]:
    return __all__


class GovTargetsError(ValueError):
    """The base of every exception that this package raises on purpose.

    Example:
        >>> from govtargets import GovTargetsError, Quantity
        >>> try:
        ...     Quantity.parse("3 parsecs")
        ... except GovTargetsError as error:
        ...     print(type(error).__name__)
        UnknownUnitError
    """


class InvalidValueError(GovTargetsError):
    """A value that no record may hold: not finite, out of range, contradictory, or no such type.

    Example:
        >>> from govtargets import Quantity
        >>> Quantity("NaN", "吨")
        Traceback (most recent call last):
        govtargets.errors.InvalidValueError: 'NaN' is not a finite number: leave the value out ...
    """


class UnitMismatchError(GovTargetsError):
    """Two units of different kinds met where one kind is needed (单位类别不同).

    Example:
        >>> from govtargets import Quantity
        >>> Quantity("6", "万人") < Quantity("6", "万户")
        Traceback (most recent call last):
        govtargets.errors.UnitMismatchError: cannot compare 6万人 with 6万户: ...
    """


class UnknownUnitError(GovTargetsError):
    """A unit that the catalogue does not have; `suggestions` holds the nearest known symbols.

    Example:
        >>> from govtargets import Unit
        >>> Unit("万顿")
        Traceback (most recent call last):
        govtargets.errors.UnknownUnitError: unknown unit '万顿': did you mean 万吨?
    """

    symbol: str
    suggestions: tuple[str, ...]
    hint: str

    def __init__(self, symbol: str, suggestions: tuple[str, ...] = (), hint: str = "") -> None:
        self.symbol = symbol
        self.suggestions = suggestions
        self.hint = hint or _unit_hint(suggestions)
        super().__init__(f"unknown unit {symbol!r}: {self.hint}")

    def __reduce__(self) -> tuple[type[Self], tuple[str, tuple[str, ...], str]]:
        return type(self), (self.symbol, self.suggestions, self.hint)


def _unit_hint(suggestions: tuple[str, ...]) -> str:
    if suggestions:
        return f"did you mean {' or '.join(suggestions)}?"
    return "see govtargets.units() for the catalogue, or add it with govtargets.define()"


class InexactConversionError(GovTargetsError):
    """A conversion whose result has no finite decimal, or does not fit; nothing is rounded unasked.

    Example:
        >>> from govtargets import Quantity
        >>> Quantity("1", "亩").to("公顷")
        Traceback (most recent call last):
        govtargets.errors.InexactConversionError: 1亩 has no finite decimal in 公顷: ...
    """


class ReadError(GovTargetsError):
    """A text that could not be read: the span in it at fault, and what would be right.

    Attributes:
        text: The whole text.
        start: Where in it the fault begins, in characters.
        end: Where it ends.
        expected: What would be right.

    Example:
        >>> from govtargets import Quantity, ReadError
        >>> try:
        ...     Quantity.parse("吨200")
        ... except ReadError as error:
        ...     (error.start, error.end)
        (0, 4)
    """

    text: str
    start: int
    end: int
    expected: str

    def __init__(self, text: str, start: int, end: int, expected: str) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.expected = expected
        part = text[start:end] or text
        place = "" if part == text else f" in {text!r} ({start}-{end})"
        super().__init__(f"cannot read {part!r}{place}: expected {expected}")

    def __reduce__(self) -> tuple[type[Self], tuple[str, int, int, str]]:
        return type(self), (self.text, self.start, self.end, self.expected)


class MissingExtraError(ImportError):
    """An optional library is not installed; the message names the extra that brings it.

    Attributes:
        library: The missing library.
        extra: The extra of this package that installs it.

    Example:
        >>> from govtargets.errors import MissingExtraError
        >>> str(MissingExtraError("openpyxl", "xlsx"))
        "openpyxl is not installed: pip install 'govtargets[xlsx]'"
    """

    library: str
    extra: str

    def __init__(self, library: str, extra: str) -> None:
        self.library = library
        self.extra = extra
        super().__init__(f"{library} is not installed: pip install 'govtargets[{extra}]'")

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        return type(self), (self.library, self.extra)


class Severity(Enum):
    """How grave a problem is: an error costs the row, a warning asks for a look, a note only tells.

    Example:
        >>> from govtargets import Severity
        >>> Severity("warning")
        <Severity.WARNING: 'warning'>
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@attrs.frozen(kw_only=True, repr=False, order=False)
class Problem:
    """One complaint about data (问题): what is wrong, where, and the way out.

    Attributes:
        code: A stable word for the kind of fault, such as `unknown-unit`.
        message: What is wrong, in one sentence, the value named.
        hint: The way out.
        severity: How grave it is.
        path: The file, or the place inside a record (`targets[12].goal`).
        row: The line of a text file or the 1-based row of a table, the header being row 1.
        column: The column's name.
        value: The offending value as it was read.
        start: Where in the value the fault begins, in characters.
        end: Where it ends.

    Example:
        >>> from govtargets import Problem
        >>> print(
        ...     Problem(
        ...         code="unknown-unit",
        ...         message="unknown unit '万顿'",
        ...         hint="did you mean 万吨?",
        ...         path="targets.csv",
        ...         row=3,
        ...         column="goal",
        ...         value="200万顿",
        ...     )
        ... )
        targets.csv:3: goal: unknown unit '万顿' [unknown-unit]; did you mean 万吨?
    """

    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    path: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    start: int | None = None
    end: int | None = None

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.row) if part is not None)
        parts = [part for part in (place, self.column) if part]
        text = ": ".join([*parts, f"{self.message} [{self.code}]"])
        return f"{text}; {self.hint}" if self.hint else text

    def at(
        self, *, path: str | None = None, row: int | None = None, column: str | None = None
    ) -> "Problem":
        """The same problem with its place filled in where it was not known yet.

        Example:
            >>> from govtargets import Problem
            >>> Problem(code="empty", message="nothing here").at(row=2).row
            2
        """
        return attrs.evolve(
            self,
            path=self.path if self.path is not None else path,
            row=self.row if self.row is not None else row,
            column=self.column if self.column is not None else column,
        )


class ProblemsError(GovTargetsError):
    """Raised once with every problem found, where the caller asked for all or nothing.

    Attributes:
        problems: What was found, in the order of the data.

    Example:
        >>> from govtargets import Problem
        >>> from govtargets.errors import ProblemsError
        >>> print(
        ...     ProblemsError(
        ...         [Problem(code="empty", message="the file is empty", path="targets.csv")]
        ...     )
        ... )
        1 problem
        targets.csv: the file is empty [empty]
    """

    problems: tuple[Problem, ...]

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        heading = f"{count} problem{'' if count == 1 else 's'}"
        super().__init__("\n".join([heading, *map(str, self.problems)]))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)
