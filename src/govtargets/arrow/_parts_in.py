"""Indicators, areas, periods, sources and goals from columns."""

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeVar

import pyarrow as pa

from govtargets._indicator_fields import attributes_of, split
from govtargets.arrow._build import Same
from govtargets.arrow._gather import Faults, combine, keyed, made, pick
from govtargets.arrow._json import loaded
from govtargets.arrow._types import Columns, pc
from govtargets.arrow._units import resolve
from govtargets.errors import InvalidValueError, Problem
from govtargets.indicator import Indicator
from govtargets.period import Period, PeriodKind
from govtargets.region import Region
from govtargets.vocabulary import Direction, Transformation

__all__ = [
    "enums_in",
    "indicators_in",
    "member",
    "period",
    "periods_in",
    "region",
    "regions_in",
    "the",
    "words_in",
]

E_ = TypeVar("E_", bound=Enum)
_EMPTY = Problem(
    code="empty-text",
    message="the text is empty",
    hint="leave it out (null) where there is nothing to say",
)
_NAMES = (
    "name",
    "direction",
    "aliases",
    "name_en",
    "unit",
    "transformation",
    "definition",
    "source",
    "kind",
    "attributes",
    "codes",
)


def words_in(columns: Columns, name: str, faults: Faults) -> Sequence[str | None]:
    """The words of a column, one object a distinct word; absent is null, never an empty text."""
    column = columns[name]
    if column.null_count == len(column):
        return Same(None, len(column))
    if not pa.types.is_dictionary(column.type):
        blank = pc.equal(pc.utf8_trim_whitespace(column).fill_null("-"), "")
        faults.where(blank.to_numpy(zero_copy_only=False), name, _EMPTY)
        texts: list[str | None] = column.to_numpy(zero_copy_only=False).tolist()
        return texts
    found = keyed(column)
    for place, word in enumerate(found.values):
        if word is not None and not word.strip():
            faults.where(found.codes == place, name, _EMPTY)
    return pick([*found.values, None], found.codes)


def member(kind: type[E_], word: str | None) -> E_ | None:
    """The member that a word names; none without a word."""
    return None if word is None else the(kind, word)


def the(kind: type[E_], word: str) -> E_:
    """The member that a word names.

    Raises:
        InvalidValueError: It names none.
    """
    try:
        return kind(word)
    except ValueError:
        expected = ", ".join(each.value for each in kind)
        message = f"{word!r} is no {kind.__name__.lower()}: expected {expected}"
        raise InvalidValueError(message) from None


def enums_in(columns: Columns, name: str, kind: type[E_], faults: Faults) -> Sequence[E_ | None]:
    """The members of a closed list of words."""
    return made(combine([keyed(columns[name])]), lambda word: member(kind, word), faults, name)


def indicators_in(
    columns: Columns, prefix: str, first: str, known: Mapping[str, Indicator], faults: Faults
) -> Sequence[Indicator | None]:
    """One indicator a row; a row that gives only the id has the known indicator of that id."""
    names = [first, *(prefix + name for name in _NAMES), "unit_definitions"]
    combinations = combine([keyed(columns[name]) for name in names])

    def make(id_: str | None, name: str | None, *more: str | None) -> Indicator | None:
        if id_ is None:
            message = f"{first} is empty: every row names its indicator"
            raise InvalidValueError(message)
        if name is not None:
            fields = (*_NAMES[1:], "unit_definitions")
            return _indicator(id_, name, dict(zip(fields, more, strict=True)))
        if id_ in known:
            return known[id_]
        message = (
            f"indicator {id_!r} has no name here and is not known: "
            f"give indicators=, or fill {prefix}name"
        )
        raise InvalidValueError(message)

    return made(combinations, make, faults, first)


def _indicator(id_: str, name: str, more: dict[str, str | None]) -> Indicator:
    unit = more["unit"]
    return Indicator(
        id_,
        name,
        direction=member(Direction, more["direction"]),
        aliases=split(more["aliases"]),
        name_en=more["name_en"],
        unit=None if unit is None else resolve(unit, more["unit_definitions"]),
        transformation=member(Transformation, more["transformation"]),
        definition=more["definition"],
        source=more["source"],
        kind=more["kind"],
        attributes=attributes_of(more["attributes"]),
        codes=split(more["codes"]),
    )


def region(
    name: str | None, code: str | None, edition: str | None, parents: str | None
) -> Region | None:
    """One area from its columns."""
    if name is None:
        if (code, edition, parents) == (None, None, None):
            return None
        message = f"a region without a name, code {code!r}: give the name too"
        raise InvalidValueError(message)
    above = None
    for fields in reversed(_parents(parents)):
        above = Region(**fields, parent=above)
    return Region(name, code, edition, above)


def _parents(text: str | None) -> list[dict[str, str]]:
    try:
        found = loaded(text) if text is not None else []
        fits = all({"name"} <= each.keys() <= {"name", "code", "edition"} for each in found)
    except (ValueError, TypeError, AttributeError):
        fits = False
    if not fits or not isinstance(found, list):
        message = (
            f"the areas above {text!r} cannot be read: "
            "expected a JSON list of name, code and edition"
        )
        raise InvalidValueError(message)
    return found


def regions_in(columns: Columns, prefix: str, faults: Faults) -> Sequence[Region | None]:
    """One area a row."""
    names = [prefix, f"{prefix}_code", f"{prefix}_edition", f"{prefix}_parents"]
    return made(combine([keyed(columns[name]) for name in names]), region, faults, prefix)


def period(
    text: str | None,
    kind: str | None,
    start: dt.date | None,
    end: dt.date | None,
    name: str | None,
) -> Period | None:
    """One period from its columns: dates and text must say the same; alone, the text is read."""
    if kind is None or start is None or end is None:
        if (kind, start, end) != (None, None, None):
            message = "a period lacks its kind, its start or its end: fill it, or empty all three"
            raise InvalidValueError(message)
        return None if text is None else Period.parse(text)
    found = Period(the(PeriodKind, kind), start, end, name or "")
    if text is not None and text != str(found) and not _says(text, found):
        message = (
            f"the period {text!r} contradicts its dates {start} to {end}: "
            "empty the text, or mend the dates"
        )
        raise InvalidValueError(message)
    return found


def _says(text: str, found: Period) -> bool:
    try:
        return Period.parse(text) == found
    except ValueError:
        return False


def periods_in(columns: Columns, faults: Faults) -> Sequence[Period | None]:
    """One period a row."""
    names = ["period", "period_kind", "period_start", "period_end", "period_name"]

    return made(
        combine([keyed(columns[name]) for name in names]),
        lambda *values: _stated(period(*values)),
        faults,
        "period",
    )


def _stated(found: Period | None) -> Period:
    if found is None:
        message = "the period is empty: every row says for when"
        raise InvalidValueError(message)
    return found
