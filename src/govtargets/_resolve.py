"""What a symbol stands for: a listed unit, one behind a scale word, or a compound of those."""

import re
from collections.abc import Callable
from typing import Final, TypeAlias, cast

from govtargets import compound
from govtargets._catalogue import SCALES
from govtargets._table import plain
from govtargets._unit import Unit, make_unit
from govtargets.errors import InvalidValueError

__all__ = ["composed", "named", "parts_of", "resolved"]

_Entry: TypeAlias = Callable[[str], Unit | None]
_FRACTION: Final = re.compile("1/([1-9][0-9]{0,8})")


def named(symbol: object) -> str:
    """The symbol as text, which callers without a type checker may have got wrong.

    Raises:
        InvalidValueError: It is something else.
    """
    if not isinstance(symbol, str):
        message = (
            f"{symbol!r} is a {type(symbol).__name__}: give the symbol of a unit, as in '万吨'"
        )
        raise InvalidValueError(message)
    return symbol


def resolved(symbol: str, entry: _Entry) -> Unit | None:
    """The unit as written, else without its typographic variants."""
    for spelling in dict.fromkeys((symbol, plain(symbol))):
        found = (
            entry(spelling)
            or _scaled(spelling, entry)
            or _fraction(spelling, entry)
            or _compound(spelling, entry)
        )
        if found is not None:
            return found
    return None


def _scaled(symbol: str, entry: _Entry) -> Unit | None:
    for word, scale in SCALES:
        if symbol.startswith(word):
            rest = entry(symbol[len(word) :])
            if rest is not None and rest.kind.scalable:
                return make_unit(word + rest.symbol, rest.kind, rest.factor * scale, en=rest.en)
    return None


def _fraction(symbol: str, entry: _Entry) -> Unit | None:
    """1/3, made on demand for 三分之二: a third of the whole, exactly."""
    match = _FRACTION.fullmatch(symbol)
    if match is None:
        return None
    whole = _whole(entry)
    return make_unit(symbol, whole.kind, whole.factor / int(match[1]))


def _compound(symbol: str, entry: _Entry) -> Unit | None:
    parts = _parts(symbol, entry)
    return composed(parts, entry) if parts else None


def parts_of(symbol: str, entry: _Entry) -> list[tuple[Unit, int]]:
    """The units that a compound is made of; none where it is no compound, as 蒸吨/小时."""
    plainly = entry(symbol) or _scaled(symbol, entry) or _fraction(symbol, entry)
    return _parts(symbol, entry) if plainly is None else []


def _parts(symbol: str, entry: _Entry) -> list[tuple[Unit, int]]:
    parts = compound.split(symbol) or []
    found = [(entry(part) or _scaled(part, entry), power) for part, power in parts]
    units = [(unit, power) for unit, power in found if unit is not None and unit.kind.id != "pure"]
    return units if len(units) == len(found) else []


def composed(parts: list[tuple[Unit, int]], entry: _Entry) -> Unit:
    """The product of units to the power of 1 or -1; what cancels wholly is a ratio."""
    kind, factor = compound.combine([(unit.kind, unit.factor, power) for unit, power in parts])
    name = compound.join([(unit.symbol, power) for unit, power in parts])
    if kind is None:
        whole = _whole(entry)
        return make_unit(name, whole.kind, whole.factor * factor)
    return make_unit(name, kind, factor)


def _whole(entry: _Entry) -> Unit:
    """The unit of ratios that is one."""
    return cast("Unit", entry("倍"))
