"""The time that a figure speaks of (时期)."""

import datetime as dt
from functools import lru_cache, total_ordering

import attrs

from govtargets import _calendar as calendar
from govtargets import _period_text as periodtext
from govtargets._calendar import Cut, PeriodKind
from govtargets._record import day, given, typed
from govtargets._written import same_record
from govtargets.errors import InvalidValueError

__all__ = ["Period", "PeriodKind"]


def __dir__() -> list[str]:
    return __all__


@total_ordering
@attrs.frozen(eq=False, repr=False)
class Period:
    """A stretch or point of time (时期).

    Periods with the same ends are equal, however they are called; they sort by their days.
    A period holds those that lie within its days.

    Attributes:
        kind: How it is cut out of the calendar.
        start: Its first day.
        end: Its last day; a point in time has both the same.
        name: The name of a span, such as 十四五.

    Raises:
        InvalidValueError: The days are not those of the kind, the years not from 1000 to 9999, or
            something else than whole years has a name.

    Example:
        >>> from govtargets import Period
        >>> Period.parse("“十四五”").iso
        '2021/2025'
        >>> Period.year(2024) in Period.parse("“十四五”")
        True
    """

    kind: PeriodKind = attrs.field(validator=typed(PeriodKind))
    start: dt.date = attrs.field(validator=day)
    end: dt.date = attrs.field(validator=day)
    name: str = attrs.field(default="", validator=typed(str))

    def __attrs_post_init__(self) -> None:
        calendar.check(self._cut)

    @classmethod
    def year(cls, year: int) -> "Period":
        """A calendar year (年).

        Example:
            >>> from govtargets import Period
            >>> str(Period.year(2024))
            '2024年'
        """
        return cls(*calendar.year(*_whole(year)))

    @classmethod
    def half(cls, year: int, half: int) -> "Period":
        """The first or second half of a year (上半年, 下半年).

        Example:
            >>> from govtargets import Period
            >>> str(Period.half(2024, 1))
            '2024年上半年'
        """
        return cls(*calendar.half(*_whole(year, half)))

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Period":
        """A quarter (季度).

        Example:
            >>> from govtargets import Period
            >>> Period.quarter(2024, 3).end
            datetime.date(2024, 9, 30)
        """
        return cls(*calendar.quarter(*_whole(year, quarter)))

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """A month (月).

        Example:
            >>> from govtargets import Period
            >>> Period.month(2024, 2).end
            datetime.date(2024, 2, 29)
        """
        return cls(*calendar.month(*_whole(year, month)))

    @classmethod
    def year_to_date(cls, year: int, month: int) -> "Period":
        """From January to that month (1—9月); 1—12月 equals the year.

        Example:
            >>> from govtargets import Period
            >>> Period.year_to_date(2024, 12) == Period.year(2024)
            True
        """
        return cls(*calendar.year_to_date(*_whole(year, month)))

    @classmethod
    def span(cls, first: int, last: int, name: str = "") -> "Period":
        """Whole years from the first to the last, with a name where they have one (“十四五”).

        Example:
            >>> from govtargets import Period
            >>> str(Period.span(2021, 2025, "十四五"))
            '“十四五”'
        """
        _whole(first, last)
        return cls(*calendar.span(first, last, name))

    @classmethod
    def point(cls, day: dt.date) -> "Period":
        """A point in time, the end of that day; the last day of a year is 年末.

        Example:
            >>> from datetime import date
            >>> from govtargets import Period
            >>> str(Period.point(date(2025, 12, 31)))
            '2025年末'
        """
        return cls(PeriodKind.POINT, day, day)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read Chinese or ISO 8601 text; the inverse of `str`, and of `iso` up to the name.

        Quarters and halves are also read as 2024-Q1 and 2024H1. Full-width digits are refused.

        Raises:
            ReadError: The text is no period that stands alone, or the calendar has no such period;
                words such as 今年 need `govtargets.zh` and an anchor.

        Example:
            >>> from govtargets import Period
            >>> Period.parse("2024年一季度") == Period.parse("2024-01/2024-03")
            True
        """
        given(text, str, "give it as text, such as '2024年', or use Period.year(2024)")
        return _parsed(text)

    @property
    def iso(self) -> str:
        """ISO 8601 text: a year, a month, a date, or an interval of them.

        Example:
            >>> from govtargets import Period
            >>> Period.quarter(2024, 1).iso
            '2024-01/2024-03'
        """
        return periodtext.iso(self._cut)

    def __str__(self) -> str:
        return periodtext.write(self._cut)

    def __format__(self, spec: str) -> str:
        """The text in Chinese, or in English with `en`.

        Raises:
            InvalidValueError: The specification is no language.

        Example:
            >>> from govtargets import Period
            >>> f"{Period.parse('2024年1—9月'):en}, {Period.parse('“十四五”'):en}"
            'January to September 2024, 14th Five-Year Plan (2021–2025)'
        """
        if spec in {"", "zh"}:
            return str(self)
        if spec != "en":
            message = f"{spec!r} is no format of a period: expected a language, zh or en"
            raise InvalidValueError(message)
        return periodtext.english(self._cut)

    def __repr__(self) -> str:
        return f"Period.parse({str(self)!r})"

    @property
    def _cut(self) -> Cut:
        return Cut(self.kind, self.start, self.end, self.name)

    @property
    def _key(self) -> tuple[dt.date, dt.date, bool]:
        return self.start, self.end, self.kind is PeriodKind.POINT

    def __eq__(self, other: object) -> bool:
        return self._key == other._key if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key)

    def __lt__(self, other: "Period") -> bool:
        return self._key < other._key if other.__class__ is Period else NotImplemented

    def __contains__(self, other: "Period") -> bool:
        given(other, Period, "make one with Period.parse or Period.year")
        return self.start <= other.start and other.end <= self.end

    def is_written_as(self, other: "Period") -> bool:
        """Whether both are called alike too, not only of the same days.

        Example:
            >>> from govtargets import Period
            >>> Period.quarter(2024, 1).is_written_as(Period.year_to_date(2024, 3))
            False
        """
        return same_record(self, other)

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


def _whole(*numbers: int) -> tuple[int, ...]:
    """The numbers of years, months and their like, which callers may have got wrong."""
    for number in numbers:
        if isinstance(number, bool) or not hasattr(number, "__index__"):
            message = (
                f"{number!r} is a {type(number).__name__}: give years, months and the like as int, "
                "or use Period.parse for text"
            )
            raise InvalidValueError(message)
    return numbers


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Period:
    return Period(*periodtext.read(text))
