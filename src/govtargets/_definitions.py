"""How an embedder states units of its own: an equation, plain rows, or a file of those."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from govtargets._record import given, several
from govtargets.errors import InvalidValueError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FIELDS", "amount", "checked_names", "named_aliases", "rows_of"]

FIELDS: Final = ("symbol", "equals", "aliases", "en", "source")
_EQUATION: Final = re.compile(r"\s*([0-9]+(?:\.[0-9]+|/[0-9]+)?)\s*([^\s0-9./].*?)\s*")
_BROKEN: Final = re.compile(r"^[0-9+\-.,−]|[\s;；]")


def amount(symbol: str, equals: str) -> tuple[Fraction, str]:
    """The number and the unit of a definition such as '50 羽', '2.5公斤' or '2000/3 平方米'.

    Raises:
        InvalidValueError: It is something else, or its number is zero.
    """
    given(equals, str, "give a number and a unit as one text, such as '50 羽'")
    match = _EQUATION.fullmatch(equals)
    if match is not None:
        number, _, denominator = match[1].partition("/")
        if Fraction(number) and int(denominator or 1):
            return Fraction(number) / int(denominator or 1), match[2]
    message = (
        f"cannot define {symbol!r} as {equals!r}: "
        "expected a number above zero and a unit, as in '50 羽' or '2000/3 平方米'"
    )
    raise InvalidValueError(message)


def checked_names(symbol: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """The symbol and its aliases.

    Raises:
        InvalidValueError: One of them is empty, holds a blank or a semicolon, or begins like a
            number.
    """
    names = (symbol, *several("aliases", aliases))
    for name in names:
        given(name, str, "give the word that reports write, such as '万羽'")
        if not name or _BROKEN.search(name):
            message = (
                f"{name!r} cannot be the name of a unit: "
                "expected a word without blanks that does not begin like a number"
            )
            raise InvalidValueError(message)
    return names


def named_aliases(text: str) -> tuple[str, ...]:
    """The aliases of a row, which semicolons or blanks keep apart."""
    return tuple(re.split(r"[;；\s]+", text.strip())) if text.strip() else ()


def rows_of(path: "Path") -> list[dict[str, str]]:
    """The definitions in a `.csv` or `.toml` file, as plain rows.

    Raises:
        InvalidValueError: It is no such file, or a row has no symbol or a field that no unit has.
    """
    if path.suffix == ".toml":
        return _toml(path)
    if path.suffix == ".csv":
        return _csv(path)
    message = f"{path.name} is no catalogue of units: expected a file that ends in .csv or .toml"
    raise InvalidValueError(message)


def _csv(path: "Path") -> list[dict[str, str]]:
    import csv

    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            {str(field): value or "" for field, value in row.items()}
            for row in csv.DictReader(file, restkey="more")
        ]
    for line, row in enumerate(rows, 2):
        _checked_row(row, f"{path.name}:{line}")
    return rows


def _toml(path: "Path") -> list[dict[str, str]]:
    import tomllib

    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        message = f"{path.name} is no TOML: {error}"
        raise InvalidValueError(message) from None
    rows = []
    for symbol, meaning in content.items():
        fields = meaning if isinstance(meaning, Mapping) else {"equals": meaning}
        row = {"symbol": symbol} | {field: _text(value) for field, value in fields.items()}
        _checked_row(row, f"{path.name}: {symbol}")
        rows.append(row)
    return rows


def _text(value: object) -> str:
    return ";".join(map(str, value)) if isinstance(value, list) else str(value)


def _checked_row(row: Mapping[str, str], place: str) -> None:
    unknown = [field for field in row if field not in FIELDS]
    if unknown or not row.get("symbol"):
        fault = f"unknown field {unknown[0]!r}" if unknown else "no symbol"
        message = f"{place}: {fault}; expected the fields {', '.join(FIELDS)}"
        raise InvalidValueError(message)
