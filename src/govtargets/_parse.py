"""Plain digits with a unit, taken apart; words and bounds are the work of `govtargets.zh`."""

import re
from decimal import Decimal
from typing import Final
from unicodedata import normalize

from govtargets._exact import product
from govtargets._record import given
from govtargets._unit import Unit
from govtargets.errors import ReadError
from govtargets.unit import Catalogue

__all__ = ["parsed", "written"]

_TEXT: Final = re.compile(r"\s*([+-]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)\s*(.*)", re.DOTALL)
_GROUPED: Final = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_WIDE: Final = frozenset("．，０１２３４５６７８９")
# What a symbol may begin with that is not its own.
_BEFORE: Final = frozenset({"/", *_SMALL, *_WIDE})
_SIGNS: Final = str.maketrans("−－", "--")


def parsed(text: str, catalogue: Catalogue) -> tuple[str, Unit]:
    """The digits and the unit; 万 and larger scale words join the unit, 十, 百 and 千 the number.

    Raises:
        ReadError: There is no number in front.
        UnknownUnitError: The catalogue has no such unit.
        InvalidValueError: It is no text.
    """
    given(text, str, "give number and unit as one text, such as '204.8万吨', or use Quantity")
    match = _TEXT.match(text)
    if match is None:
        match = _TEXT.match(normalize("NFKC", text).translate(_SIGNS))
    if match is None:
        raise _no_number(text)
    digits, symbol = match.groups()
    if "," in digits:
        if _GROUPED.fullmatch(digits) is None:
            raise _no_number(text)
        digits = digits.replace(",", "")
    symbol = symbol.rstrip()
    if symbol[:1] in _BEFORE:
        return _joined(text, digits, symbol, catalogue)
    return digits, catalogue.unit(symbol)


def _no_number(text: str) -> ReadError:
    return ReadError(text, 0, len(text), "digits followed by a unit, such as 204.8万吨")


def _joined(text: str, digits: str, symbol: str, catalogue: Catalogue) -> tuple[str, Unit]:
    """The same where the symbol begins with what may belong to the number."""
    if symbol[0] in _WIDE:
        return parsed(normalize("NFKC", text), catalogue)
    if symbol[0] == "/":  # 2/3 is two of the unit 1/3
        return digits, catalogue.unit(f"1{symbol}")
    if catalogue.entry(symbol) is None:
        rest = catalogue.find(symbol[1:])
        if rest is not None:
            return format(product(Decimal(digits), _SMALL[symbol[0]]), "f"), rest
    return digits, catalogue.unit(symbol)


def written(number: str, unit: Unit) -> str:
    """Number and unit as one word; two of the unit 1/3 are 2/3."""
    return f"{number}{unit.symbol[1:] if unit.symbol[:2] == '1/' else unit.symbol}"
