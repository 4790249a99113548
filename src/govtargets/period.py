"""The time that a figure speaks of (时期)."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final

import attrs

from govtargets.errors import InvalidValueError, ReadError

__all__ = ["Period", "PeriodKind"]


def __dir__() -> list[str]:
    return __all__


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


# 五年规划: the plan's ordinal times five, from 第一个五年计划 (1953) on; the tenth (十五) began in 2001.
PLANS: Final = {
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "十六五": 2031,
}
_ORDINAL: Final = "一二三四"


@attrs.frozen(eq=False, repr=False)
class Period:
    """A stretch or point of time (时期); periods with the same ends are equal, however they are called.

    Attributes:
        kind: How it is cut out of the calendar.
        start: Its first day.
        end: Its last day; a point in time has both the same.
        name: The name of a span, such as 十四五.

    Raises:
        InvalidValueError: The end is before the start.

    Example:
        >>> from govtargets import Period
        >>> Period.parse("“十四五”").iso
        '2021/2025'
        >>> Period.year(2024) in Period.parse("“十四五”")
        True
    """

    kind: PeriodKind
    start: date
    end: date
    name: str = ""

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            message = (
                f"the period ends on {self.end}, before it starts on {self.start}: exchange the two"
            )
            raise InvalidValueError(message)

    @classmethod
    def year(cls, year: int) -> "Period":
        """A calendar year (年).

        Example:
            >>> from govtargets import Period
            >>> str(Period.year(2024))
            '2024年'
        """
        return cls._months(PeriodKind.YEAR, year, 1, 12)

    @classmethod
    def half(cls, year: int, half: int) -> "Period":
        """The first or second half of a year (上半年, 下半年).

        Example:
            >>> from govtargets import Period
            >>> str(Period.half(2024, 1))
            '2024年上半年'
        """
        _within("half", half, 1, 2)
        return cls._months(PeriodKind.HALF, year, 6 * half - 5, 6 * half)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Period":
        """A quarter (季度).

        Example:
            >>> from govtargets import Period
            >>> Period.quarter(2024, 3).end
            datetime.date(2024, 9, 30)
        """
        _within("quarter", quarter, 1, 4)
        return cls._months(PeriodKind.QUARTER, year, 3 * quarter - 2, 3 * quarter)

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """A month (月).

        Example:
            >>> from govtargets import Period
            >>> Period.month(2024, 2).end
            datetime.date(2024, 2, 29)
        """
        _within("month", month, 1, 12)
        return cls._months(PeriodKind.MONTH, year, month, month)

    @classmethod
    def year_to_date(cls, year: int, month: int) -> "Period":
        """From January to that month (1—9月); 1—12月 equals the year.

        Example:
            >>> from govtargets import Period
            >>> Period.year_to_date(2024, 12) == Period.year(2024)
            True
        """
        _within("month", month, 1, 12)
        return cls._months(PeriodKind.YEAR_TO_DATE, year, 1, month)

    @classmethod
    def span(cls, first: int, last: int, name: str = "") -> "Period":
        """Whole years from the first to the last, with a name where they have one (“十四五”).

        Example:
            >>> from govtargets import Period
            >>> str(Period.span(2021, 2025, "十四五"))
            '“十四五”'
        """
        return cls(PeriodKind.SPAN, _day(first, 1, 1), _day(last, 12, 31), name)

    @classmethod
    def point(cls, day: date) -> "Period":
        """A point in time, the end of that day; the last day of a year is 年末.

        Example:
            >>> from datetime import date
            >>> from govtargets import Period
            >>> str(Period.point(date(2025, 12, 31)))
            '2025年末'
        """
        return cls(PeriodKind.POINT, day, day)

    @classmethod
    def _months(cls, kind: PeriodKind, year: int, first: int, last: int) -> "Period":
        return cls(kind, _day(year, first, 1), _day(year, last, _last_day(year, last)))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read Chinese or ISO 8601 text; the inverse of `str` and of `iso`.

        Raises:
            ReadError: The text is no period that stands alone; words such as 今年 need `govtargets.zh` and an anchor.

        Example:
            >>> from govtargets import Period
            >>> Period.parse("2024年一季度") == Period.parse("2024-01/2024-03")
            True
        """
        return _parsed(text)

    @property
    def iso(self) -> str:
        """ISO 8601 text: a year, a month, a date, or an interval of them.

        Example:
            >>> from govtargets import Period
            >>> Period.quarter(2024, 1).iso
            '2024-01/2024-03'
        """
        if self.kind is PeriodKind.POINT:
            return self.start.isoformat()
        whole_years = (self.start.month, self.start.day, self.end.month, self.end.day) == (
            1,
            1,
            12,
            31,
        )
        whole_months = self.start.day == 1 and self.end.day == _last_day(
            self.end.year, self.end.month
        )
        width = 4 if whole_years else 7 if whole_months else 10
        first, last = self.start.isoformat()[:width], self.end.isoformat()[:width]
        return first if first == last else f"{first}/{last}"

    def __str__(self) -> str:
        return _WRITERS[self.kind](self)

    def __repr__(self) -> str:
        return f"Period.parse({str(self)!r})"

    @property
    def _key(self) -> tuple[date, date, bool]:
        return self.start, self.end, self.kind is PeriodKind.POINT

    def __eq__(self, other: object) -> bool:
        return self._key == other._key if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key)

    def __lt__(self, other: "Period") -> bool:
        return self._key < other._key

    def __contains__(self, other: "Period") -> bool:
        return self.start <= other.start and other.end <= self.end

    def is_written_as(self, other: "Period") -> bool:
        """Whether both are called alike too, not only of the same days.

        Example:
            >>> from govtargets import Period
            >>> Period.quarter(2024, 1).is_written_as(Period.year_to_date(2024, 3))
            False
        """
        return self == other and (self.kind, self.name) == (other.kind, other.name)

    @property
    def last_year(self) -> int:
        """The year in which it ends.

        Example:
            >>> from govtargets import Period
            >>> Period.parse("2021—2025年").last_year
            2025
        """
        return self.end.year

    def ends_with(self, other: "Period") -> bool:
        """Whether the other is the point at which this one ends (2025年 and 2025年末).

        Example:
            >>> from govtargets import Period
            >>> Period.year(2025).ends_with(Period.parse("2025年末"))
            True
        """
        return (
            other.kind is PeriodKind.POINT
            and self.kind is not PeriodKind.POINT
            and self.end == other.end
        )


def _within(what: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        message = f"{what} {value} does not exist: expected {low} to {high}"
        raise InvalidValueError(message)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        message = f"{year}-{month}-{day} is not a day of the calendar: expected a year from 1 to 9999 and a day that exists"
        raise InvalidValueError(message) from None


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _write_point(period: Period) -> str:
    day = period.end
    if (day.month, day.day) == (12, 31):
        return f"{day.year}年末"
    return f"{day.year}年{day.month}月{day.day}日"


def _write_span(period: Period) -> str:
    if period.name:
        return f"“{period.name}”"
    whole = (period.start.month, period.start.day, period.end.month, period.end.day) == (
        1,
        1,
        12,
        31,
    )
    return f"{period.start.year}—{period.end.year}年" if whole else f"{period.start}/{period.end}"


_WRITERS: Final[dict[PeriodKind, Callable[[Period], str]]] = {
    PeriodKind.YEAR: lambda period: f"{period.start.year}年",
    PeriodKind.HALF: lambda period: (
        f"{period.start.year}年{'上' if period.start.month == 1 else '下'}半年"
    ),
    PeriodKind.QUARTER: lambda period: (
        f"{period.start.year}年{_ORDINAL[period.start.month // 3]}季度"
    ),
    PeriodKind.MONTH: lambda period: f"{period.start.year}年{period.start.month}月",
    PeriodKind.YEAR_TO_DATE: lambda period: f"{period.start.year}年1—{period.end.month}月",
    PeriodKind.SPAN: _write_span,
    PeriodKind.POINT: _write_point,
}


_YEAR: Final = r"(?P<year>[0-9]{4})年?"
_DASH: Final = r"(?:—|–|-|－|~|～|至|到)+"
_PATTERNS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period]], ...]] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(?P<year>[0-9]{4})(?:年度?|全年|年全年)?", lambda m: Period.year(int(m["year"]))),
        (
            _YEAR + r"(?P<half>[上下])半年",
            lambda m: Period.half(int(m["year"]), "上下".index(m["half"]) + 1),
        ),
        (
            _YEAR + r"第?(?P<quarter>[一二三四1-4])季度",
            lambda m: Period.quarter(int(m["year"]), "一1二2三3四4".index(m["quarter"]) // 2 + 1),
        ),
        (
            _YEAR + r"前(?P<n>[二两三四])季度",
            lambda m: Period.year_to_date(
                int(m["year"]), 3 * (" 一二三四".find(m["n"].replace("两", "二")))
            ),
        ),
        (
            _YEAR + r"1月?" + _DASH + r"(?P<month>[0-9]{1,2})月",
            lambda m: Period.year_to_date(int(m["year"]), int(m["month"])),
        ),
        (
            r"(?P<year>[0-9]{4})(?:年|-)(?P<month>[0-9]{1,2})月?",
            lambda m: Period.month(int(m["year"]), int(m["month"])),
        ),
        (
            r"(?P<first>[0-9]{4})年?(?:" + _DASH + r"|/)(?P<last>[0-9]{4})年?",
            lambda m: Period.span(int(m["first"]), int(m["last"])),
        ),
        (_YEAR + r"年?(?:末|底)", lambda m: Period.point(_day(int(m["year"]), 12, 31))),
        (
            r"(?P<year>[0-9]{4})(?:年|-)(?P<month>[0-9]{1,2})(?:月|-)(?P<day>[0-9]{1,2})日?",
            lambda m: Period.point(_day(int(m["year"]), int(m["month"]), int(m["day"]))),
        ),
        (
            r"[“\"]?(?P<plan>十[一二三四五六]?五)[”\"]?(?:时期|期间|规划期?)?",
            lambda m: Period.span(PLANS[m["plan"]], PLANS[m["plan"]] + 4, m["plan"]),
        ),
        (
            r"[“\"]?(?P<plan>十[一二三四五六]?五)[”\"]?(?:期?末)",
            lambda m: Period.point(_day(PLANS[m["plan"]] + 4, 12, 31)),
        ),
        (
            r"(?P<first>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)/(?P<last>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)",
            lambda m: _interval(m),
        ),
    )
)
_CUTS: Final = {(1, 12): PeriodKind.YEAR, (1, 6): PeriodKind.HALF, (7, 12): PeriodKind.HALF} | {
    (month, month + 2): PeriodKind.QUARTER for month in (1, 4, 7, 10)
}


def _interval(match: re.Match[str]) -> Period:
    """An ISO 8601 interval of months or days; the commonest name of those days wins."""
    ends = [[int(part) for part in match[name].split("-")] for name in ("first", "last")]
    (first, *from_day), (last, *to_day) = ends[0], ends[1]
    start = _day(first, from_day[0], from_day[1] if len(from_day) > 1 else 1)
    end = _day(
        last,
        to_day[0],
        to_day[1] if len(to_day) > 1 else _last_day(last, to_day[0]) if 0 < to_day[0] < 13 else 1,
    )
    kind = PeriodKind.SPAN
    if first == last and start.day == 1 and end.day == _last_day(end.year, end.month):
        cut = (start.month, end.month)
        kind = _CUTS.get(cut) or (PeriodKind.YEAR_TO_DATE if cut[0] == 1 else PeriodKind.SPAN)
        kind = PeriodKind.MONTH if cut[0] == cut[1] else kind
    return Period(kind, start, end)


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Period:
    stripped = text.strip()
    for pattern, make in _PATTERNS:
        match = pattern.fullmatch(stripped)
        if match is not None:
            return make(match)
    raise ReadError(
        text,
        0,
        len(text),
        "a period such as 2024年, 2024年一季度, 2024年1—9月, “十四五”, 2025年末 or ISO 8601",
    )
