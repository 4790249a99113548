"""Plain digits with a unit, taken apart; words and bounds are the work of `govtargets.zh`."""

import re
from decimal import Decimal
from typing import Final
from unicodedata import normalize

from govtargets._exact import product
from govtargets._unit import Unit
from govtargets.errors import ReadError
from govtargets.unit import Catalogue

__all__ = ["parsed", "written"]

_NUMBER: Final = re.compile(r"\s*([+-]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)")
_GROUPED: Final = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_WIDE: Final = frozenset("．，０１２３４５６７８９")
_SIGNS: Final = str.maketrans("−－", "--")


def parsed(text: str, catalogue: Catalogue) -> tuple[Decimal, Unit]:
    """The number and its unit; 万 and larger scale words join the unit, 十, 百 and 千 the number.

    Raises:
        ReadError: There is no number in front.
        UnknownUnitError: The catalogue has no such unit.
    """
    match = _NUMBER.match(text)
    if match is None:
        match = _NUMBER.match(normalize("NFKC", text).translate(_SIGNS))
    digits = "" if match is None else match[1]
    grouped = "," in digits
    if match is None or (grouped and _GROUPED.fullmatch(digits) is None):
        raise ReadError(text, 0, len(text), "digits followed by a unit, such as 204.8万吨")
    symbol = match.string[match.end() :].strip()
    if symbol[:1] in _WIDE:
        return parsed(normalize("NFKC", text), catalogue)
    number = Decimal(digits.replace(",", "") if grouped else digits)
    if symbol[:1] == "/":  # 2/3 is two of the unit 1/3
        symbol = f"1{symbol}"
    small = _SMALL.get(symbol[:1])
    if small is None or catalogue.entry(symbol) is not None:
        return number, catalogue.unit(symbol)
    rest = catalogue.find(symbol[1:])
    if rest is None:
        return number, catalogue.unit(symbol)
    return product(number, small), rest


def written(number: str, unit: Unit) -> str:
    """Number and unit as one word; two of the unit 1/3 are 2/3."""
    return f"{number}{unit.symbol[1:] if unit.symbol[:2] == '1/' else unit.symbol}"
