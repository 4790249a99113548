"""How periods are cut out of the calendar: kinds, first and last days, and the five-year plans."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Final, NamedTuple

from govtargets.errors import InvalidValueError

__all__ = [
    "PLANS",
    "Cut",
    "PeriodKind",
    "check",
    "half",
    "month",
    "plan",
    "point",
    "quarter",
    "span",
    "stretch",
    "whole_months",
    "whole_years",
    "year",
    "year_to_date",
]


class PeriodKind(Enum):
    """How a period is cut out of the calendar.

    Example:
        >>> from govtargets import Period
        >>> Period.parse("2024年1—9月").kind
        <PeriodKind.YEAR_TO_DATE: 'year_to_date'>
    """

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    YEAR_TO_DATE = "year_to_date"
    SPAN = "span"
    POINT = "point"


class Cut(NamedTuple):
    """The fields of a period: its kind, first and last day, and the name of a span."""

    kind: PeriodKind
    start: date
    end: date
    name: str = ""


# The first year of each five-year plan (五年计划, 五年规划). Source: the titles of the plans;
# 1963 to 1965 stood between the second and the third.
PLANS: Final = {
    "一五": 1953,
    "二五": 1958,
    "三五": 1966,
    "四五": 1971,
    "五五": 1976,
    "六五": 1981,
    "七五": 1986,
    "八五": 1991,
    "九五": 1996,
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "十六五": 2031,
}
# A year is written with four digits, in Chinese and in ISO 8601.
_FIRST_YEAR: Final = 1000


def year(number: int) -> Cut:
    """The calendar year."""
    return _months(PeriodKind.YEAR, number, 1, 12)


def half(year_: int, number: int) -> Cut:
    """The first or second half of a year."""
    _within("half", number, 2)
    return _months(PeriodKind.HALF, year_, 6 * number - 5, 6 * number)


def quarter(year_: int, number: int) -> Cut:
    """A quarter of a year."""
    _within("quarter", number, 4)
    return _months(PeriodKind.QUARTER, year_, 3 * number - 2, 3 * number)


def month(year_: int, number: int) -> Cut:
    """A month."""
    return _months(PeriodKind.MONTH, year_, number, number)


def year_to_date(year_: int, number: int) -> Cut:
    """From January to that month."""
    return _months(PeriodKind.YEAR_TO_DATE, year_, 1, number)


def span(first: int, last: int, name: str = "") -> Cut:
    """Whole years from the first to the last."""
    return Cut(PeriodKind.SPAN, _day(first, 1, 1), _day(last, 12, 31), name)


def plan(name: str) -> Cut:
    """The years of a five-year plan."""
    return span(PLANS[name], PLANS[name] + 4, name)


def stretch(first: tuple[int, ...], last: tuple[int, ...]) -> Cut:
    """From one month or day to another, both given as year, month and perhaps day."""
    end = last if len(last) > len("ym") else (*last, _last_day(*last))
    return Cut(PeriodKind.SPAN, _day(*first[:2], *(first[2:] or (1,))), _day(*end))


def point(*day: int) -> Cut:
    """The end of a month or day, given as year, month and perhaps day."""
    end = stretch(day, day).end
    return Cut(PeriodKind.POINT, end, end)


def _months(kind: PeriodKind, year_: int, first: int, last: int) -> Cut:
    return Cut(kind, _day(year_, first, 1), _day(year_, last, _last_day(year_, last)))


def _last_day(year_: int, month_: int) -> int:
    _within("month", month_, 12)
    return monthrange(year_, month_)[1]


def _within(what: str, number: int, last: int) -> None:
    if not 1 <= number <= last:
        message = f"{what} {number} does not exist: expected 1 to {last}"
        raise InvalidValueError(message)


def _day(year_: int, month_: int, day: int) -> date:
    _within("month", month_, 12)
    try:
        return date(year_, month_, day)
    except ValueError:
        message = f"{year_}-{month_:02}-{day:02} is not a day of the calendar: expected one that is"
        raise InvalidValueError(message) from None


def whole_months(cut: Cut) -> bool:
    """Whether it begins with the first and ends with the last day of a month."""
    return cut.start.day == 1 and cut.end.day == _last_day(cut.end.year, cut.end.month)


def whole_years(cut: Cut) -> bool:
    """Whether it begins with the first and ends with the last day of a year."""
    return whole_months(cut) and (cut.start.month, cut.end.month) == (1, 12)


# What each kind makes of a first and a last day; a period of the kind is exactly that.
_SHAPES: Final[dict[PeriodKind, Callable[[date, date], Cut]]] = {
    PeriodKind.YEAR: lambda start, _: year(start.year),
    PeriodKind.HALF: lambda start, _: half(start.year, (start.month + 5) // 6),
    PeriodKind.QUARTER: lambda start, _: quarter(start.year, (start.month + 2) // 3),
    PeriodKind.MONTH: lambda start, _: month(start.year, start.month),
    PeriodKind.YEAR_TO_DATE: lambda start, end: year_to_date(start.year, end.month),
    PeriodKind.SPAN: lambda start, end: Cut(PeriodKind.SPAN, start, end),
    PeriodKind.POINT: lambda _, end: Cut(PeriodKind.POINT, end, end),
}


def check(cut: Cut) -> None:
    """Refuse days that are reversed, out of range or not those of the kind, and misplaced names."""
    kind, start, end, name = cut
    if end < start:
        message = f"the period ends on {end}, before it starts on {start}: exchange the two"
        raise InvalidValueError(message)
    if start.year < _FIRST_YEAR:
        message = f"the period starts in the year {start.year}: expected {_FIRST_YEAR} to 9999"
        raise InvalidValueError(message)
    if _SHAPES[kind](start, end)[1:3] != (start, end):
        message = f"{start} to {end} is no {kind.value}: use Period.{kind.value}, or the kind SPAN"
        raise InvalidValueError(message)
    if name:
        _check_name(cut)


def _check_name(cut: Cut) -> None:
    if not whole_years(cut) or cut.kind is not PeriodKind.SPAN:
        message = (
            f"{cut.start} to {cut.end} cannot be called {cut.name!r}: only whole years have names"
        )
        raise InvalidValueError(message)
    if cut.name != cut.name.strip() or set(cut.name) & set('“”"\n'):
        message = (
            f"the name {cut.name!r} holds quotation marks or outer blanks: give the bare words"
        )
        raise InvalidValueError(message)
