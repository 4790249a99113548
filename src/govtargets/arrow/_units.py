"""Units that the shipped catalogue does not have, so that a table carries what its symbols mean."""

import json
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from govtargets._unit import make_unit, unspelled
from govtargets.arrow._json import loaded
from govtargets.errors import InvalidValueError
from govtargets.kind import intern_kind
from govtargets.unit import Catalogue, Unit

__all__ = ["definition", "definitions", "read_definitions", "resolve"]

_KIND: Final = ("id", "zh", "en", "base", "group", "scalable", "grain")


@lru_cache(maxsize=1)
def _shipped() -> Catalogue:
    """The catalogue that every process has, whatever this one defined."""
    return Catalogue.shipped()


def definition(unit: Unit) -> dict[str, Any] | None:
    """What the unit is, for another process; `None` where the shipped catalogue says the same."""
    if _shipped().find(unit.symbol) == unit:
        return None
    found: dict[str, Any] = {"symbol": unit.symbol, "factor": str(unit.factor)}
    found["kind"] = {name: getattr(unit.kind, name) for name in _KIND}
    more = {"aliases": list(unit.aliases), "en": unit.en, "source": unit.source}
    return found | {name: value for name, value in more.items() if value}


def definitions(units: Iterable[Unit]) -> str | None:
    """The definitions of these units as JSON; `None` where the shipped catalogue has them all."""
    found = {unit.symbol: definition(unit) for unit in units}
    listed = [found[symbol] for symbol in sorted(found) if found[symbol] is not None]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":")) if listed else None


@lru_cache(maxsize=1024)
def read_definitions(text: str) -> dict[str, Unit]:
    """The inverse of `definitions`.

    Raises:
        InvalidValueError: The text is not such JSON.
    """
    try:
        return {each["symbol"]: _restored(each) for each in loaded(text)}
    except (ValueError, TypeError, KeyError, ZeroDivisionError) as error:
        message = (
            f"the definitions of units {text!r} cannot be read: {type(error).__name__} {error}"
        )
        raise InvalidValueError(message) from None


def _restored(fields: dict[str, Any]) -> Unit:
    kind = intern_kind(*(fields["kind"][name] for name in _KIND))
    return make_unit(
        str(fields["symbol"]),
        kind,
        Fraction(fields["factor"]),
        aliases=tuple(fields.get("aliases", ())),
        en=fields.get("en", ""),
        source=fields.get("source", ""),
    )


def resolve(symbol: str, definitions: str | None) -> Unit:
    """The unit that a row means: as its own definitions say, else as the catalogue in force does.

    Raises:
        UnknownUnitError: Neither knows it.
        InvalidValueError: The definitions cannot be read.
    """
    own = read_definitions(definitions) if definitions is not None else {}
    return own.get(symbol) or Catalogue.active().unit(unspelled(symbol))
