"""The figures that make a plan part by part: yearly amounts that add up, yearly growths that compound."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from govtargets._bases import YEAR_BEFORE, one_base
from govtargets._figures import same_series
from govtargets._ledger import MADE_OF
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.chain import chains
from govtargets.period import Period, PeriodKind
from govtargets.target import Target
from govtargets.vocabulary import Transformation

__all__ = ["GROWTHS", "Running", "running"]

GROWTHS: Final = (Transformation.GROWTH, Transformation.AVERAGE_GROWTH)
_DAY: Final = dt.timedelta(days=1)


class Running(NamedTuple):
    """What is known of a plan's time.

    Attributes:
        parts: The figures from the plan's start on, each beginning where the one before ends.
        latest: The last figure, behind a gap or not.
        missing: The years without a figure before the last one.
    """

    parts: tuple[Achievement, ...]
    latest: Achievement
    missing: tuple[int, ...]

    @property
    def covered(self) -> Period:
        """The time of the parts."""
        first, last = self.parts[0].period.start, self.parts[-1].period.end
        return Period.parse(Period.parse(f"{first}/{last}").iso)


def running(plan: Target, achievements: Iterable[Achievement], day: dt.date) -> Running | None:
    """The parts of a plan over several years as known by a day; `None` where it has none."""
    if plan.baseline is not None or plan.period.start.year == plan.period.last_year:
        return None
    known = [chain.current(day) for chain in chains(_parts(plan, achievements))]
    standing = sorted((one for one in known if one is not None), key=lambda one: one.period.end)
    if not standing:
        return None
    parts = _following(plan.period.start, standing)
    reached = parts[-1].period.end + _DAY if parts else plan.period.start
    latest = standing[-1]
    gap = latest.period.end >= reached
    return Running(parts, latest, _missing(reached, standing) if gap else ())


def _parts(plan: Target, achievements: Iterable[Achievement]) -> list[Achievement]:
    made = MADE_OF.get(plan.transformation)
    goal = plan.goal
    if made is None or not isinstance(goal, Bounds):
        return []
    return [
        one
        for one in achievements
        if one.transformation in made
        and one.value.kind is goal.kind
        and plan.period.start <= one.period.start
        and one.period.end <= plan.period.end
        and _adds(plan, one)
        and same_series(plan, one)
    ]


def _adds(plan: Target, one: Achievement) -> bool:
    """Whether it is of a span of time, and of a year over the year before where it is a change."""
    if plan.transformation is Transformation.CUMULATIVE:
        return one.period.kind is not PeriodKind.POINT
    year = one.period.last_year
    yearly = one.base is None or one_base(one.base, year) == YEAR_BEFORE
    return yearly and _is_year(one)


def _is_year(one: Achievement) -> bool:
    return one.period == Period.year(one.period.last_year)


def _following(start: dt.date, standing: Sequence[Achievement]) -> tuple[Achievement, ...]:
    """Figures that follow each other without a gap, of several the one that reaches furthest."""
    longest = {one.period.start: one for one in standing}
    parts = []
    while (part := longest.get(start)) is not None:
        parts.append(part)
        start = part.period.end + _DAY
    return tuple(parts)


def _missing(reached: dt.date, standing: Sequence[Achievement]) -> tuple[int, ...]:
    whole = {one.period.last_year for one in standing if _is_year(one)}
    years = range(reached.year, standing[-1].period.last_year + 1)
    return tuple(year for year in years if year not in whole) or (reached.year,)
