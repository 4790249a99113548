"""The corpus and its small language for expected values, as tests/corpus/README.md describes it."""

import csv
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from govtargets import (
    Bounds,
    Comparator,
    Delegated,
    Goal,
    NotStated,
    Period,
    Qualitative,
    Quantity,
    Region,
    Relation,
    Relative,
    Unit,
)
from govtargets.zh import Reading

FOLDER: Final = Path(__file__).parent.parent / "corpus"


class Expected(NamedTuple):
    """What a row says a reading has."""

    value: Goal
    extras: dict[str, str]


class Figure(NamedTuple):
    """One figure of running text."""

    start: int
    end: int
    text: str
    expected: Expected
    subject: str
    optional: bool


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [{key: value or "" for key, value in row.items()} for row in found]


def plain(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\t", "\t")


def quantity(number: str, unit: str) -> Quantity:
    if unit == "1/1":
        return Quantity(number, Unit(":1"))
    if unit == "位":
        return Quantity(number, Unit("位"))
    return Quantity(number, Unit("" if unit == "-" else unit))


def goal(text: str) -> Goal:
    word, _, rest = text.partition(" ")
    if word == "qualitative":
        return Qualitative(rest)
    if word == "delegated":
        return Delegated(rest)
    if word == "not_stated":
        return NotStated()
    if word == "relative":
        return _relative(rest)
    parts = rest.split()
    if word != "between":
        return Bounds.of(Comparator(word), quantity(parts[0], parts[1]))
    low = quantity(parts[0].removeprefix("("), parts[1])
    high = quantity(parts[2], parts[3].rstrip(")]"))
    return Bounds.between(
        low, high, low_inclusive="(" not in rest, high_inclusive=not rest.endswith(")")
    )


def _relative(text: str) -> Relative:
    relation, *fields = text.split()
    given: dict[str, str] = {}
    for field in fields:
        key, sign, value = field.partition("=")
        if sign:
            given[key] = value
        else:
            given["margin"] += f" {field}"
    said = given.get("period")
    period: Period | str | None = said
    if said is not None and said[:1].isdigit():
        period = Period.parse(said)
    margin = given.get("margin")
    return Relative(
        Relation(relation),
        given.get("reference"),
        Region(given["region"]) if "region" in given else None,
        period,
        quantity(*margin.split()) if margin is not None else None,
    )


def expected(value: str, extras: str) -> Expected:
    pairs = (pair.partition("=") for pair in shlex.split(extras))
    return Expected(goal(value), {key: text for key, _, text in pairs})


def figures(text: str) -> list[Figure]:
    found = []
    for item in filter(None, text.split(" ;; ")):
        optional = item.startswith("?")
        span, words, value, extras, subject = item.removeprefix("?").split("|")
        start, _, end = span.partition("-")
        found.append(
            Figure(int(start), int(end), plain(words), expected(value, extras), subject, optional)
        )
    return found


def written(reading: Reading) -> dict[str, str]:
    """The extras of a reading in the corpus's words."""
    return dict(_written(reading))


def _written(reading: Reading) -> Iterator[tuple[str, str]]:
    for key in ("transformation", "status", "commitment"):
        value = getattr(reading, key)
        if value is not None:
            yield key, value.value
    for key in ("scope", "base", "price_basis"):
        text = getattr(reading, key)
        if text is not None:
            yield key, text
    if reading.period is not None:
        yield "period", reading.period.iso


def same(one: Goal | None, two: Goal | None) -> bool:
    """Alike in comparator, amount, kind and digits, however the unit is spelled."""
    if one != two or type(one) is not type(two):
        return False
    if not isinstance(one, Bounds) or not isinstance(two, Bounds):
        return True
    return _digits(one) == _digits(two)


def _digits(bounds: Bounds) -> list[object]:
    ends = (bounds.low, bounds.high)
    return [None if end is None else end.magnitude.as_tuple() for end in ends]


def differences(
    reading: Reading, wanted: Expected, keys: frozenset[str] | None = None
) -> list[str]:
    """What is not as expected; only those keys beside the value, if given."""
    found = []
    if not same(reading.value, wanted.value):
        found.append(f"value {reading.value!r}, expected {wanted.value!r}")
    extras = dict(wanted.extras)
    for name in ("baseline", "stretch"):
        text = extras.pop(name, None)
        if not same(getattr(reading, name), None if text is None else goal(text)):
            found.append(f"{name} {getattr(reading, name)!r}, expected {text}")
    if "period" in extras:
        extras["period"] = Period.parse(extras["period"]).iso
    got = written(reading)
    if got.get("transformation") == "level":
        del got["transformation"]
    asked = (got.keys() if keys is None else keys) | extras.keys()
    return found + [
        f"{key} {got.get(key)}, expected {extras.get(key)}"
        for key in sorted(asked)
        if got.get(key) != extras.get(key)
    ]
