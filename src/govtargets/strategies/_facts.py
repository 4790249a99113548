"""Strategies for periods, areas, sources and problems, and the texts inside them."""

from datetime import date, timedelta
from operator import add
from string import ascii_lowercase

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govtargets._calendar import PLANS
from govtargets.errors import Problem, Severity
from govtargets.period import Period, PeriodKind
from govtargets.region import Region
from govtargets.source import Source

__all__ = ["lines", "paragraphs", "periods", "problems", "regions", "sources", "words"]

# Ranges, not `st.characters` and `st.from_regex`: those build tables of Unicode on first use, which
# takes seconds. Control characters survive in no workbook, lone surrogates in no UTF-8.
_HAN = st.integers(0x4E00, 0x9FA5).map(chr)
_ANY = st.one_of(
    st.integers(0x20, 0x7E), st.integers(0xA0, 0xD7FF), st.integers(0xE000, 0x10FFFF)
).map(chr)
_QUOTING = st.sampled_from(list("，。；：“”（）,;\"'%|\\ 　—"))


def _solid(text: str) -> bool:
    return text == text.strip() != ""


def lines() -> SearchStrategy[str]:
    """One line of text that is not blank and has no blanks around it."""
    return st.text(st.one_of(_HAN, _QUOTING, _ANY), min_size=1, max_size=12).filter(_solid)


def words(more: str = "", *, longest: int = 8) -> SearchStrategy[str]:
    """A word of small letters, after the first also of these."""
    rest = st.text(st.sampled_from(ascii_lowercase + more), max_size=longest - 1)
    return st.builds(add, st.sampled_from(ascii_lowercase), rest)


def paragraphs() -> SearchStrategy[str]:
    """The same, also over several lines."""
    return st.lists(lines(), min_size=1, max_size=3).map("\n".join)


def periods() -> SearchStrategy[Period]:
    """Every kind of period, from the years of the reports to the ends of the calendar.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets import Period
        >>> from govtargets.strategies import periods
        >>> @settings(max_examples=5, database=None)
        ... @given(periods())
        ... def test(period):
        ...     assert Period.parse(str(period)) == period
        >>> test()
    """
    year = st.one_of(st.integers(1949, 2100), st.integers(1000, 9999))
    early, few = st.integers(1949, 2100), st.integers(0, 10)
    name = lines().filter(lambda text: not set(text) & set('“”"'))
    days = st.dates(min_value=date(1000, 1, 1))
    return st.one_of(
        st.builds(Period.year, year),
        st.builds(Period.half, year, st.integers(1, 2)),
        st.builds(Period.quarter, year, st.integers(1, 4)),
        st.builds(Period.month, year, st.integers(1, 12)),
        st.builds(Period.year_to_date, year, st.integers(1, 12)),
        st.builds(lambda one, two: Period.span(min(one, two), max(one, two)), year, year),
        st.sampled_from([Period.span(first, first + 4, name) for name, first in PLANS.items()]),
        st.builds(
            lambda first, more, name: Period.span(first, first + more, name), early, few, name
        ),
        st.builds(_months, early, few, st.integers(1, 12), st.integers(1, 12)),
        st.tuples(days, days).map(lambda ends: Period(PeriodKind.SPAN, min(ends), max(ends))),
        st.builds(Period.point, days),
        st.builds(Period.point, year.map(lambda number: date(number, 12, 31))),
    )


def _months(year: int, more: int, first: int, last: int) -> Period:
    """Whole months, also where they are a quarter or a half, or cross the years."""
    start, end = min((year, first), (year + more, last)), max((year, first), (year + more, last))
    following = date(end[0] + end[1] // 12, end[1] % 12 + 1, 1)
    return Period(PeriodKind.SPAN, date(*start, 1), following - timedelta(days=1))


def regions() -> SearchStrategy[Region]:
    """Areas with and without a code, an edition of the code table and a parent.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import regions
        >>> @settings(max_examples=5, database=None)
        ... @given(regions())
        ... def test(region):
        ...     assert region.name
        >>> test()
    """
    return st.recursive(_areas(st.none()), lambda inner: _areas(st.none() | inner), max_leaves=3)


def _areas(parent: SearchStrategy[Region | None]) -> SearchStrategy[Region]:
    code = st.one_of(
        st.integers(11, 82).map(lambda number: f"{number}0000"),
        st.integers(1101, 8299).map(lambda number: f"{number}00"),
        st.integers(110101, 829999).map(str),
    )
    return st.builds(
        Region,
        st.one_of(st.sampled_from(["焦作市", "全省", "中站区"]), lines()),
        st.none() | code,
        edition=st.none() | st.dates(min_value=date(1980, 1, 1)).map(date.isoformat),
        parent=parent,
    )


def sources() -> SearchStrategy[Source]:
    """Places where something was read, with and without the span of the quote.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import sources
        >>> @settings(max_examples=5, database=None)
        ... @given(sources())
        ... def test(source):
        ...     assert source.document
        >>> test()
    """
    plain = st.builds(
        Source,
        document=lines(),
        publisher=st.none() | lines(),
        date=st.none() | st.dates(),
        locator=st.none() | lines(),
        quote=st.none() | paragraphs(),
    )
    quoted = st.builds(
        lambda document, quote, start: Source(
            document=document, quote=quote, start=start, end=start + len(quote)
        ),
        lines(),
        paragraphs(),
        st.integers(0, 10**6),
    )
    return st.one_of(plain, quoted)


def problems() -> SearchStrategy[Problem]:
    """Complaints about data, from a bare code to a span inside a value.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import problems
        >>> @settings(max_examples=5, database=None)
        ... @given(problems())
        ... def test(problem):
        ...     assert problem.code in str(problem)
        >>> test()
    """
    word = st.lists(words(), min_size=1, max_size=3).map("-".join)
    return st.builds(
        _problem,
        code=word,
        message=lines(),
        hint=st.just("") | lines(),
        severity=st.sampled_from(Severity),
        path=st.none() | lines(),
        row=st.none() | st.integers(1, 10**6),
        column=st.none() | lines(),
        value=st.none() | paragraphs(),
        cut=st.none() | st.tuples(st.integers(0, 5), st.integers(0, 5)),
    )


def _problem(*, cut: tuple[int, int] | None, value: str | None, **fields: object) -> Problem:
    if value is None or cut is None:
        return Problem(value=value, **fields)  # type: ignore[arg-type]
    start = min(cut[0], len(value))
    return Problem(value=value, start=start, end=min(start + cut[1], len(value)), **fields)  # type: ignore[arg-type]
