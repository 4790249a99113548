"""Whole tables of main indicators (主要指标表) of five-year plans, from rows of text to records."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.errors import Problem, ReadError
from govtargets.indicator import Indicator
from govtargets.indicator import indicators as catalogue
from govtargets.period import Period
from govtargets.region import Region
from govtargets.source import Source
from govtargets.target import Target
from govtargets.vocabulary import Transformation
from govtargets.zh._plan_row import Row, read_row, unread
from govtargets.zh.cells import Cell, read_cell

__all__ = ["PlanTable", "read_table"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True)
class PlanTable:
    """What a plan table says.

    Attributes:
        targets: What the plan promises, row by row and column by column.
        achievements: The figures of the years before the plan; the last one is the baseline of
            the row's target.
        problems: What could not be read; row 1 is the heading.

    Example:
        >>> from govtargets import zh
        >>> zh.read_table([], plan="“十三五”").targets
        ()
    """

    targets: tuple[Target, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    problems: tuple[Problem, ...] = ()


@attrs.frozen
class _Setting:
    """What holds for every row."""

    plan: Period
    known: Mapping[str, Indicator]
    region: Region | None
    source: Source | None


def read_table(
    rows: Iterable[Mapping[str, str]],
    *,
    plan: Period | str,
    indicators: Iterable[Indicator] | None = None,
    region: Region | None = None,
    source: Source | None = None,
) -> PlanTable:
    """The targets and base-year figures of a plan table, its headings being the keys of the rows.

    指标 (or 指标名称) names the row, 分项 its part, 单位 the unit, 属性 how binding it is; a unit
    in brackets behind the name will do too. A heading with a year is a level of that year: an
    achievement before the plan, a target within. A heading with 年均 or 累计 is a target over the
    whole plan. Other columns are left alone.

    Args:
        rows: The rows as `csv.DictReader` gives them.
        plan: The span of the plan; text as `Period.parse` reads it.
        indicators: Where names are looked up, by default in the shipped catalogue; a name that is
            not there makes its own indicator.
        region: Where the plan holds.
        source: Where the table was read.

    Raises:
        ReadError: The plan is no period.

    Example:
        >>> from govtargets import zh
        >>> row = {
        ...     "指标": "城镇新增就业",
        ...     "单位": "万人",
        ...     "年均增速[累计]": "[>5000]",
        ...     "属性": "预期性",
        ... }
        >>> print(zh.read_table([row], plan="“十三五”").targets[0])
        “十三五” 城镇新增就业 超过5000万人
    """
    known = {
        name: one
        for one in (catalogue() if indicators is None else indicators)
        for name in (*one.aliases, one.name, one.id)
    }
    period = Period.parse(plan) if isinstance(plan, str) else plan
    setting = _Setting(period, known, region, source)
    targets: list[Target] = []
    achievements: list[Achievement] = []
    problems: list[Problem] = []
    for number, cells in enumerate(rows, 2):
        row = read_row(number, cells, setting.known, problems)
        if row is not None:
            _read_row(row, setting, targets, achievements, problems)
    return PlanTable(
        targets=tuple(targets), achievements=tuple(achievements), problems=tuple(problems)
    )


_YEAR: Final = re.compile("([0-9]{4})年")
_SPAN: Final = re.compile("年均|累计")


def _read_row(
    row: Row,
    setting: _Setting,
    targets: list[Target],
    achievements: list[Achievement],
    problems: list[Problem],
) -> None:
    before = len(targets) + len(achievements) + len(problems)
    baseline: Bounds | None = None
    for heading, period in _periods(row.cells, setting.plan):
        cell = _cell(row, heading, problems)
        if cell is None or cell.reading is None:
            continue
        if period.end >= setting.plan.start:
            targets.append(_target(row, setting, period, cell, baseline))
            continue
        achievement = _achievement(row, setting, period, cell)
        if achievement is None:
            problems.append(_no_figure(row, heading))
            continue
        achievements.append(achievement)
        baseline = achievement.value
    if len(targets) + len(achievements) + len(problems) == before:
        message = f"the row {row.name} states nothing"
        hint = "expected a heading with a year, 年均 or 累计, and a figure below it"
        problems.append(Problem(code="empty-row", message=message, hint=hint, row=row.number))


def _periods(cells: Mapping[str, str], plan: Period) -> Iterator[tuple[str, Period]]:
    """The headings with figures, the earliest year first, and the period of each."""
    years = {heading: _YEAR.search(heading) for heading in cells if not _SPAN.search(heading)}
    dated = [(int(match[1]), heading) for heading, match in years.items() if match is not None]
    yield from ((heading, Period.year(year)) for year, heading in sorted(dated))
    yield from ((heading, plan) for heading in cells if _SPAN.search(heading))


def _cell(row: Row, heading: str, problems: list[Problem]) -> Cell | None:
    try:
        return read_cell(row.cells[heading] or "", unit=row.unit, row=row.name, column=heading)
    except ReadError as error:
        problems.append(unread(error, row.number, heading))
        return None


def _no_figure(row: Row, heading: str) -> Problem:
    text = row.cells[heading]
    return Problem(
        code="figure-expected",
        message=f"{text} is no number, and a year before the plan needs one",
        hint="leave the cell empty: —",
        row=row.number,
        column=heading,
        value=text,
    )


def _target(
    row: Row, setting: _Setting, period: Period, cell: Cell, baseline: Bounds | None
) -> Target:
    reading = cell.reading
    assert reading is not None  # noqa: S101  an empty cell makes no target
    made = reading.as_target(
        indicator=row.indicator,
        period=period,
        region=setting.region,
        attribute=row.attribute,
        source=setting.source,
        note=_note(cell),
    )
    level = _is_level(made.goal, made.transformation)
    start = baseline if period != setting.plan and _comparable(made.goal, baseline) else None
    return attrs.evolve(
        made,
        transformation=Transformation.LEVEL if level else made.transformation,
        baseline=made.baseline or start,
    )


def _achievement(row: Row, setting: _Setting, period: Period, cell: Cell) -> Achievement | None:
    reading = cell.reading
    if reading is None or not isinstance(reading.value, Bounds):
        return None
    level = _is_level(reading.value, reading.transformation)
    made = reading.as_achievement(
        indicator=row.indicator,
        period=period,
        region=setting.region,
        source=setting.source,
        note=_note(cell),
    )
    return attrs.evolve(made, transformation=Transformation.LEVEL if level else made.transformation)


def _note(cell: Cell) -> str | None:
    """Words behind the figure and the mark of a footnote, which a reader will want to look up."""
    return "；".join(filter(None, (cell.note, cell.mark))) or None


def _is_level(goal: object, transformation: Transformation | None) -> bool:
    """Whether a figure that names no transformation is the amount itself."""
    return transformation is None and isinstance(goal, Bounds) and goal.kind.id != "doubling"


def _comparable(goal: object, baseline: Bounds | None) -> bool:
    return baseline is not None and isinstance(goal, Bounds) and goal.kind is baseline.kind
