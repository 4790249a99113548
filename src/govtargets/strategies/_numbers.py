"""Strategies for kinds, units, quantities and what is made of them."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError
from govtargets.interval import Interval
from govtargets.kind import Kind
from govtargets.quantity import Quantity
from govtargets.unit import Catalogue, Unit

__all__ = ["bounds", "intervals", "kinds", "quantities", "units"]

# The scale words that join a unit in running text; smaller ones join the number.
_SCALES: Final = ("", "万", "亿", "万亿")
# Units that no table lists: they are made when first asked for.
_COMPOUND: Final = ("元/平方米", "元/人", "微克/立方米", "吨/年", "人/平方公里")
# decimal128(38, 9): what every magnitude fits.
_DECIMALS: Final = 9
_WHOLE: Final = 29
_MOST: Final = 10**_WHOLE
_COMMON: Final = frozenset({
    *("亩", "公顷", "万亩", "吨", "万吨", "亿斤", "元", "万元", "亿元", "万亿元", "%", "个百分点"),
    *("人", "万人", "万户", "万千瓦", "亿千瓦时", "公里", "位", "个", "家", "年", "天", "岁", "倍"),
})  # fmt: skip
_HOSTILE: Final = (0, 1, -1, 9, 10, 100, 10**12, 10**28)


@lru_cache(maxsize=8)
def _listed(catalogue: Catalogue, listed: tuple[Unit, ...]) -> dict[str | None, tuple[Unit, ...]]:
    """The units of each kind, and under `None` all: with their scales, plus some compounds."""
    found = [
        catalogue.unit(scale + unit.symbol)
        for scale in _SCALES
        for unit in listed
        if not scale or (unit.kind.scalable and catalogue.entry(scale + unit.symbol) is None)
    ]
    found += map(catalogue.unit, _COMPOUND)
    units_of: dict[str | None, list[Unit]] = {None: found}
    for unit in found:
        units_of.setdefault(unit.kind.id, []).append(unit)
    return {kind: tuple(units) for kind, units in units_of.items()}


def _units_of(kind: Kind | str | None) -> tuple[Unit, ...]:
    wanted = kind.id if isinstance(kind, Kind) else kind
    catalogue = Catalogue.active()
    found = _listed(catalogue, catalogue.units()).get(wanted)
    if found is None:
        message = (
            f"no unit of the catalogue measures {wanted!r}: see govtargets.units() for its kinds"
        )
        raise InvalidValueError(message)
    return found


@lru_cache(maxsize=1024)
def _common(found: tuple[Unit, ...]) -> SearchStrategy[Unit]:
    """Any of them, and oftener those of which reports are full: classifiers outnumber those."""
    known = [unit for unit in found if unit.symbol in _COMMON]
    return st.one_of(st.sampled_from(known or found), st.sampled_from(found))


def kinds() -> SearchStrategy[Kind]:
    """Everything that a unit measures.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import kinds
        >>> @settings(max_examples=5, database=None)
        ... @given(kinds())
        ... def test(kind):
        ...     assert kind.zh and kind.en
        >>> test()
    """
    return _common(_units_of(None)).map(lambda unit: unit.kind)


def units(*, kind: Kind | str | None = None) -> SearchStrategy[Unit]:
    """Every unit of the catalogue in force, also behind 万, 亿 and 万亿, and some compound ones.

    Args:
        kind: Only units of that kind, or of the kind with that id.

    Raises:
        InvalidValueError: No unit of the catalogue in force is of that kind.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import units
        >>> @settings(max_examples=5, database=None)
        ... @given(units(kind="area"))
        ... def test(unit):
        ...     assert unit.kind.id == "area"
        >>> test()
    """
    return _common(_units_of(kind))


def quantities(
    *,
    kind: Kind | str | None = None,
    unit: Unit | str | None = None,
    min_value: Quantity | None = None,
    max_value: Quantity | None = None,
) -> SearchStrategy[Quantity]:
    """Quantities up to the largest that fit, negative ones, zeros, and digits with trailing zeros.

    Args:
        kind: Only of that kind, or of the kind with that id; the kind of an end where one is given.
        unit: Only in that unit.
        min_value: Not less than this.
        max_value: Not more than this.

    Raises:
        InvalidValueError: Nothing lies between the ends in any unit of the kind.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import quantities
        >>> @settings(max_examples=5, database=None)
        ... @given(quantities(unit="亩"))
        ... def test(area):
        ...     assert -(-area) == area
        >>> test()
    """
    end = min_value if min_value is not None else max_value
    if unit is None:
        candidates = _units_of(end.unit.kind if kind is None and end is not None else kind)
    else:
        candidates = (unit if isinstance(unit, Unit) else Unit(unit),)
    low = None if min_value is None else min_value.base
    high = None if max_value is None else max_value.base
    if low is None and high is None:
        return _anything_in(candidates)
    possible = tuple(one for one in candidates if _ranges(one, low, high))
    if not possible:
        message = (
            f"no quantity lies between {min_value} and {max_value}: exchange or widen the ends"
        )
        raise InvalidValueError(message)
    return _common(possible).flatmap(lambda one: _between_in(one, low, high))


def _ranges(unit: Unit, low: Fraction | None, high: Fraction | None) -> list[tuple[int, int, int]]:
    """For each number of decimals, the first and last integer whose magnitude is in range."""
    found = []
    for places in range(_DECIMALS + 1):
        scale, most = 10**places, _MOST * 10**places - 1
        first = -most if low is None else max(-most, ceil(low / unit.factor * scale))
        last = most if high is None else min(most, floor(high / unit.factor * scale))
        if first <= last:
            found.append((places, first, last))
    return found


def _between_in(
    unit: Unit, low: Fraction | None, high: Fraction | None
) -> SearchStrategy[Quantity]:
    return st.sampled_from(_ranges(unit, low, high)).flatmap(
        lambda cut: st.integers(cut[1], cut[2]).map(
            lambda number: Quantity(_decimal(number, cut[0]), unit)
        )
    )


# Kept, since making a strategy takes longer than drawing from it.
@lru_cache(maxsize=1024)
def _anything_in(candidates: tuple[Unit, ...]) -> SearchStrategy[Quantity]:
    return st.builds(Quantity, _magnitudes(), _common(candidates))


@lru_cache(maxsize=1)
def _magnitudes() -> SearchStrategy[Decimal]:
    """Mostly numbers as reports have them, and the ends of what fits."""
    short = st.builds(_decimal, st.integers(-(10**6), 10**6), st.integers(0, 3))
    round_ones = st.builds(
        lambda number, zeros, places: _decimal(number * 10**zeros, places),
        st.integers(-999, 999),
        st.integers(0, 20),
        st.integers(0, _DECIMALS),
    )
    edges = st.builds(_decimal, st.sampled_from(_HOSTILE), st.integers(0, _DECIMALS))
    longest = st.integers(0, _DECIMALS).flatmap(
        lambda places: st.integers(1 - _MOST * 10**places, _MOST * 10**places - 1).map(
            lambda number: _decimal(number, places)
        )
    )
    largest = st.builds(
        lambda sign, places: _decimal(sign * (_MOST * 10**places - 1), places),
        st.sampled_from((1, -1)),
        st.integers(0, _DECIMALS),
    )
    return st.one_of(short, round_ones, edges, longest, largest)


def _decimal(number: int, places: int) -> Decimal:
    """The integer with its point moved, every written zero kept; no context rounds it."""
    return Decimal((int(number < 0), tuple(map(int, str(abs(number)))), -places))


def bounds(
    *,
    kind: Kind | str | None = None,
    unit: Unit | str | None = None,
    comparators: Iterable[Comparator] = tuple(Comparator),
) -> SearchStrategy[Bounds]:
    """Stated numbers with every comparator; a range may name its ends in two units.

    Args:
        kind: Only of that kind, or of the kind with that id.
        unit: Only in that unit.
        comparators: Only with these.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import bounds
        >>> @settings(max_examples=5, database=None)
        ... @given(bounds(kind="ratio"))
        ... def test(stated):
        ...     assert stated.kind.id == "ratio"
        >>> test()
    """
    number = quantities(kind=kind, unit=unit)
    return st.one_of([_stated(comparator, number, unit) for comparator in comparators])


def _stated(
    comparator: Comparator, number: SearchStrategy[Quantity], unit: Unit | str | None
) -> SearchStrategy[Bounds]:
    if comparator is Comparator.BETWEEN:
        return number.flatmap(lambda one: _between(one, unit))
    if comparator in {Comparator.NEARLY, Comparator.SOME_MORE}:
        number = number.filter(lambda one: bool(one.magnitude))
    return st.builds(Bounds.of, st.just(comparator), number)


def _between(one: Quantity, unit: Unit | str | None) -> SearchStrategy[Bounds]:
    return st.builds(
        lambda two, low, high: Bounds.between(
            min(one, two),
            max(one, two),
            low_inclusive=low or one == two,
            high_inclusive=high or one == two,
        ),
        quantities(kind=one.unit.kind, unit=one.unit if unit is not None else None),
        st.booleans(),
        st.booleans(),
    )


def intervals(*, kind: Kind | str | None = None) -> SearchStrategy[Interval]:
    """Sets of exact values: bounded, half bounded, single values, everything and nothing.

    Args:
        kind: Only of that kind, or of the kind with that id.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import intervals
        >>> @settings(max_examples=5, database=None)
        ... @given(intervals())
        ... def test(values):
        ...     assert values.is_subset(values)
        >>> test()
    """
    return units(kind=kind).flatmap(lambda unit: _intervals_of(unit.kind))


def _intervals_of(kind: Kind) -> SearchStrategy[Interval]:
    number = quantities(kind=kind)
    ended = st.builds(
        lambda ends, low_open, high_open: Interval.of(
            *ends, low_open=low_open, high_open=high_open
        ),
        st.one_of(
            st.tuples(number, number).map(lambda pair: (min(pair), max(pair))),
            st.tuples(number, st.none()),
            st.tuples(st.none(), number),
        ),
        st.booleans(),
        st.booleans(),
    )
    return st.one_of(
        ended,
        number.map(Interval.at),
        st.sampled_from([Interval.everything(kind), Interval.empty(kind)]),
    )
