"""Periods as text: Chinese, as reports have it, and ISO 8601, both ways; English to be read by people."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final, TypeAlias

from govtargets import _calendar as calendar
from govtargets._calendar import PLANS, Cut, PeriodKind
from govtargets.errors import InvalidValueError, ReadError

__all__ = ["english", "iso", "read", "write"]

_QUARTERS: Final = "一二三四"


# --- writing


def write(cut: Cut) -> str:
    """The Chinese text, the one spelling that reading gives back unchanged."""
    return _WRITERS[cut.kind](cut)


def _point(cut: Cut) -> str:
    day = cut.end
    return f"{day.year}年末" if (day.month, day.day) == (12, 31) else _day(day)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _span(cut: Cut) -> str:
    if not calendar.whole_years(cut):
        return _months(cut) or _days(cut)
    years = f"{cut.start.year}—{cut.end.year}年"
    if not cut.name:
        return years
    known = cut.name in PLANS and calendar.plan(cut.name) == cut
    return f"“{cut.name}”" if known else f"“{cut.name}”（{years}）"


def _months(cut: Cut) -> str | None:
    """Months, but not from January on and not one alone: those are kinds of their own."""
    start, end = cut.start, cut.end
    if not calendar.whole_months(cut):
        return None
    if start.year != end.year:
        return f"{start.year}年{start.month}月—{end.year}年{end.month}月"
    if 1 < start.month < end.month:
        return f"{start.year}年{start.month}—{end.month}月"
    return None


def _days(cut: Cut) -> str:
    end = _day(cut.end)
    return f"{_day(cut.start)}—{end.partition('年')[2] if cut.start.year == cut.end.year else end}"


_WRITERS: Final[dict[PeriodKind, Callable[[Cut], str]]] = {
    PeriodKind.YEAR: lambda cut: f"{cut.start.year}年",
    PeriodKind.HALF: lambda cut: f"{cut.start.year}年{'上' if cut.start.month == 1 else '下'}半年",
    PeriodKind.QUARTER: lambda cut: f"{cut.start.year}年{_QUARTERS[cut.start.month // 3]}季度",
    PeriodKind.MONTH: lambda cut: f"{cut.start.year}年{cut.start.month}月",
    PeriodKind.YEAR_TO_DATE: lambda cut: f"{cut.start.year}年1—{cut.end.month}月",
    PeriodKind.SPAN: _span,
    PeriodKind.POINT: _point,
}


def iso(cut: Cut) -> str:
    """ISO 8601 text: a year, a month, a date, or an interval of them."""
    if cut.kind is PeriodKind.POINT:
        return cut.end.isoformat()
    if not calendar.whole_months(cut):
        return f"{cut.start}/{cut.end}"
    width = len("yyyy") if calendar.whole_years(cut) else len("yyyy-mm")
    first, last = cut.start.isoformat()[:width], cut.end.isoformat()[:width]
    return first if first == last else f"{first}/{last}"


# --- English

_NAMES: Final = (
    "January February March April May June July August September October November December"
)
_HALVES: Final = ("first", "second")
_ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}


def english(cut: Cut) -> str:
    """The period as English says it."""
    return _IN_ENGLISH[cut.kind](cut)


def _point_en(cut: Cut) -> str:
    day = cut.end
    return f"end of {day.year}" if (day.month, day.day) == (12, 31) else day.isoformat()


def _span_en(cut: Cut) -> str:
    if not calendar.whole_years(cut):
        return _months_en(cut) or f"{cut.start} to {cut.end}"
    years = f"{cut.start.year}–{cut.end.year}"
    if cut.name in PLANS and calendar.plan(cut.name) == cut:
        return f"{_plan_en(cut)} ({years})"
    return f"“{cut.name}” ({years})" if cut.name else years


def _plan_en(cut: Cut) -> str:
    number = 1 + list(PLANS).index(cut.name)
    teens = number in {11, 12, 13}
    return f"{number}{'th' if teens else _ORDINALS.get(number % 10, 'th')} Five-Year Plan"


def _months_en(cut: Cut) -> str | None:
    start, end = cut.start, cut.end
    if not calendar.whole_months(cut):
        return None
    names = _NAMES.split()
    first = names[start.month - 1]
    year = f" {start.year}" if start.year != end.year else ""
    return f"{first}{year} to {names[end.month - 1]} {end.year}"


_IN_ENGLISH: Final[dict[PeriodKind, Callable[[Cut], str]]] = {
    PeriodKind.YEAR: lambda cut: f"{cut.start.year}",
    PeriodKind.HALF: lambda cut: f"{_HALVES[cut.start.month // 7]} half of {cut.start.year}",
    PeriodKind.QUARTER: lambda cut: f"Q{cut.end.month // 3} {cut.start.year}",
    PeriodKind.MONTH: lambda cut: f"{_NAMES.split()[cut.start.month - 1]} {cut.start.year}",
    PeriodKind.YEAR_TO_DATE: lambda cut: str(_months_en(cut)),
    PeriodKind.SPAN: _span_en,
    PeriodKind.POINT: _point_en,
}


# --- reading

_Maker: TypeAlias = Callable[[re.Match[str]], Cut]


def _numbers(match: re.Match[str]) -> list[int]:
    """The groups that are there, as numbers."""
    return [int(group) for group in match.groups() if group is not None]


def _of(make: Callable[..., Cut]) -> _Maker:
    """The period that the numbers of the match make."""
    return lambda match: make(*_numbers(match))


def _quarter(match: re.Match[str]) -> Cut:
    return calendar.quarter(int(match[1]), _count(match[2]))


def _quarter_end(match: re.Match[str]) -> Cut:
    return calendar.point(int(match[1]), 3 * _count(match[2]))


def _quarters_to_date(match: re.Match[str]) -> Cut:
    return calendar.year_to_date(int(match[1]), 3 * _count(match[2]))


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _QUARTERS.index(word.replace("两", "二")) + 1


def _months_of_year(year: int, first: int, last: int) -> Cut:
    if first == 1:
        return calendar.year_to_date(year, last)
    return calendar.stretch((year, first), (year, last))


def _iso_months(year: int, month: int, last_year: int, last_month: int) -> Cut:
    """An interval of months; the commonest name of those months wins."""
    cut = calendar.stretch((year, month), (last_year, last_month))
    named = [calendar.year(year), calendar.half(year, 1), calendar.half(year, 2)]
    named += [calendar.quarter(year, number) for number in (1, 2, 3, 4)]
    named += [calendar.month(year, month), calendar.year_to_date(year, last_month)]
    return next((one for one in named if one[1:] == cut[1:]), cut)


def _named(match: re.Match[str]) -> Cut:
    return calendar.span(int(match[2]), int(match[3]), match[1])


_Y: Final = "([0-9]{4})"
_N: Final = "([0-9]{1,2})"
_TO: Final = "(?:——?|―|–|-|－|~|～|至|到)"
_PLAN: Final = f'[“"]?({"|".join(PLANS)})[”"]?'
_FORMS: Final[tuple[tuple[re.Pattern[str], _Maker], ...]] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (f"{_Y}(?:年|年度|年?全年)?", _of(calendar.year)),
        (f"{_Y}年?上半年|{_Y}-?[HS]1", _of(lambda year: calendar.half(year, 1))),
        (f"{_Y}年?下半年|{_Y}-?[HS]2", _of(lambda year: calendar.half(year, 2))),
        (f"{_Y}年?第?([一二三四1-4])季度", _quarter),
        (f"{_Y}-?Q([1-4])", _of(calendar.quarter)),
        (f"{_Y}年?前([二两三四2-4])个?季度", _quarters_to_date),
        (f"{_Y}年{_N}月份?|{_Y}-([0-9]{{2}})", _of(calendar.month)),
        (f"{_Y}年{_N}月?{_TO}{_N}月份?", _of(_months_of_year)),
        (
            f"{_Y}年{_N}月{_TO}{_Y}年{_N}月",
            _of(lambda *n: calendar.stretch(n[:2], n[2:])),
        ),
        (
            f"{_Y}年{_N}月{_N}日{_TO}{_Y}年{_N}月{_N}日",
            _of(lambda *n: calendar.stretch(n[:3], n[3:])),
        ),
        (
            f"{_Y}年{_N}月{_N}日{_TO}{_N}月{_N}日",
            _of(lambda *n: calendar.stretch(n[:3], (n[0], *n[3:]))),
        ),
        (f"{_Y}年?{_TO}{_Y}年?(?:期间)?|{_Y}/{_Y}", _of(calendar.span)),
        (f"{_Y}年?年?[末底]", _of(lambda year: calendar.point(year, 12))),
        (f"{_Y}年上半年[末底]", _of(lambda year: calendar.point(year, 6))),
        (f"{_Y}年第?([一二三四1-4])季度[末底]", _quarter_end),
        (f"{_Y}年{_N}月[末底]", _of(calendar.point)),
        (f"{_Y}年{_N}月{_N}日|{_Y}-([0-9]{{2}})-([0-9]{{2}})", _of(calendar.point)),
        (f"{_PLAN}(?:时期|期间|规划|规划期|规划期间|规划时期)?", lambda m: calendar.plan(m[1])),
        (f"{_PLAN}(?:时期|期|规划期)?[末底]", lambda m: calendar.point(PLANS[m[1]] + 4, 12)),
        (f'[“"]([^“”"]+)[”"][（(]{_Y}{_TO}{_Y}年[）)]', _named),
        (f"{_Y}-([0-9]{{2}})/{_Y}-([0-9]{{2}})", _of(_iso_months)),
        (
            f"{_Y}-([0-9]{{2}})-([0-9]{{2}})/{_Y}-([0-9]{{2}})-([0-9]{{2}})",
            _of(lambda *n: calendar.stretch(n[:3], n[3:])),
        ),
    )
)
# Typesetters put blanks between digits and Chinese characters; they mean nothing.
_SETTING: Final = re.compile(r"(?<=[0-9])[ \u3000]+(?=[年月日])|(?<=[年月日])[ \u3000]+(?=[0-9])")


def read(text: str) -> Cut:
    """The period that the text names.

    Raises:
        ReadError: The text is no period that stands alone, or one that the calendar does not have.
    """
    plain = _SETTING.sub("", text.strip())
    for form, make in _FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            try:
                cut = make(match)
                calendar.check(cut)
            except InvalidValueError as error:
                reason = f"a period of the calendar ({error})"
                raise ReadError(text, 0, len(text), reason) from None
            return cut
    examples = "2024年, 2024年一季度, 2024年1—9月, “十四五”, 2025年末 or ISO 8601"
    raise ReadError(text, 0, len(text), f"a period such as {examples}")
