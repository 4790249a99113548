"""The format specification of a quantity, such as `en`, `,.2 亿斤` or `万`."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, Protocol

from govtargets._catalogue import SCALES
from govtargets._english import LARGE, english, root
from govtargets._parse import written
from govtargets._unit import Unit
from govtargets.errors import InexactConversionError, InvalidValueError

__all__ = ["formatted"]

_SPEC: Final = re.compile(
    r"(?P<language>zh|en)?\s*(?P<groups>,)?(?:\.(?P<places>[0-9]))?\s*(?P<unit>[^\s,.]\S*)?\s*"
)
_SIZES: Final = dict(SCALES)
# The scale words that a text chooses by itself, largest first.
_USUAL: Final = {"zh": ("万亿", "亿", "万"), "en": ("trillion", "billion", "million")}


class _Convertible(Protocol):
    @property
    def magnitude(self) -> Decimal: ...

    @property
    def unit(self) -> Unit: ...

    def to(self, unit: Unit | str, *, places: int | None = None) -> "_Convertible": ...


def formatted(quantity: _Convertible, spec: str) -> str:
    """The quantity as the specification asks.

    Raises:
        InvalidValueError: It is no specification.
        UnknownUnitError: Its unit is not known.
        UnitMismatchError: Its unit is of another kind.
        InexactConversionError: No finite decimal equals it in that unit, and no places are given.
    """
    match = _SPEC.fullmatch(spec)
    if match is None:
        message = (
            f"{spec!r} is no format of a quantity: expected a language zh or en, a comma, .places "
            "and a unit or scale word, as in 'en', ',.2 亿斤' or '万'"
        )
        raise InvalidValueError(message)
    language = match["language"] or "zh"
    wanted, word = _unit(quantity, match["unit"], language)
    places = None if match["places"] is None else int(match["places"])
    if wanted != quantity.unit or places is not None:
        try:
            quantity = quantity.to(wanted, places=places)
        except InexactConversionError:
            if match["unit"] is not None or places is not None:
                raise
            # Nobody asked for another unit, so a number that fits none better stays as it is.
            wanted, word = quantity.unit, ""
    number = format(quantity.magnitude, ",f" if match["groups"] or language == "en" else "f")
    if language == "zh" or wanted.symbol[:2] == "1/":
        return written(number, wanted)
    bare = root(wanted)[0] if word else wanted
    name = english(bare, plural=bool(word) or abs(quantity.magnitude) != 1)
    number = f"{number} {word}" if word else number
    return number + (name if name in {"%", "‰", "‱"} or not name else f" {name}")


def _unit(quantity: _Convertible, asked: str | None, language: str) -> tuple[Unit, str]:
    """The unit to write in, and the English word for its scale."""
    if asked is None and language == "zh":
        return quantity.unit, ""
    bare, _ = root(quantity.unit)
    if asked in {None, "auto"}:
        asked = _usual(quantity, bare, language)
    if asked in LARGE:
        return Unit(LARGE[asked] + bare.symbol), asked
    if asked in _SIZES:
        return Unit(asked + bare.symbol), ""
    return (Unit(asked) if asked else bare), ""


def _usual(quantity: _Convertible, bare: Unit, language: str) -> str:
    """The scale word that a report would choose, if any."""
    if not bare.kind.scalable and bare.kind.group != "compound":
        return ""
    amount = abs(Fraction(quantity.magnitude)) * quantity.unit.factor / bare.factor
    return next((word for word in _USUAL[language] if amount >= _SIZES[LARGE.get(word, word)]), "")
