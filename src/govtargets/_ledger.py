"""What the years of a plan make together, measured as the plan states its goal."""

from collections.abc import Iterable
from enum import Enum
from typing import Final, NamedTuple

from govtargets._figures import same_series
from govtargets._reading import Edges, Read
from govtargets._sums import factors, grown, not_below_nothing, product_of, sum_of
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.period import PeriodKind
from govtargets.policy import Policy, better
from govtargets.target import Target
from govtargets.vocabulary import Transformation

__all__ = ["MADE_OF", "Ledger", "Way", "compounded", "ledger_of", "years_of"]


class Way(Enum):
    """How years make a plan: added up, compounded, or by the last of them."""

    SUM = "sum"
    PRODUCT = "product"
    LAST = "last"


class Ledger(NamedTuple):
    """The years that are known and the goal, both in the keys of amounts or in growth factors."""

    way: Way
    years: dict[int, Edges]
    missing: tuple[int, ...]
    goal: Read
    # The level that a sum or a product starts from, where the plan states a level.
    start: Edges | None

    def total(self, upto: int) -> Edges:
        """What the known years make together until that one."""
        known = [edges for year, edges in sorted(self.years.items()) if year <= upto]
        if self.way is Way.LAST:
            return known[-1]
        before = [] if self.start is None else [self.start]
        return (sum_of if self.way is Way.SUM else product_of)([*before, *known])


_WAYS: Final[dict[Transformation | None, Way]] = {
    Transformation.CUMULATIVE: Way.SUM,
    Transformation.DIFFERENCE: Way.SUM,
    Transformation.GROWTH: Way.PRODUCT,
    Transformation.AVERAGE_GROWTH: Way.PRODUCT,
}
# What the yearly figures of a plan state: an amount of each year is a level or a sum within it.
MADE_OF: Final[dict[Transformation | None, tuple[Transformation | None, ...]]] = {
    Transformation.CUMULATIVE: (Transformation.LEVEL, Transformation.CUMULATIVE, None),
    Transformation.DIFFERENCE: (Transformation.DIFFERENCE, None),
    Transformation.GROWTH: (Transformation.GROWTH, None),
    Transformation.AVERAGE_GROWTH: (Transformation.GROWTH, None),
}
# How the years of a level state it: as changes from the baseline, or as levels themselves.
_CHANGES: Final = {
    Transformation.GROWTH: Way.PRODUCT,
    Transformation.DIFFERENCE: Way.SUM,
}


def ledger_of(
    plan: Target, records: Iterable[Target | Achievement], policy: Policy
) -> Ledger | None:
    """The ledger of a plan, `None` where its years cannot make it."""
    goal = plan.goal
    entries = _entries(plan, records)
    if not isinstance(goal, Bounds) or not entries:
        return None
    level = plan.transformation not in _WAYS
    way, start = _level(plan, entries, policy) if level else (_WAYS.get(plan.transformation), None)
    kind = "ratio" if way is Way.PRODUCT else goal.kind.id
    values = {year: value for year, (_, value) in entries.items()}
    if way is None or any(value.kind.id != kind for value in values.values()):
        return None
    years = {year: policy.known_edges(value) for year, value in values.items()}
    read = policy.read(goal, better(goal.kind, plan.indicator.direction))
    if way is Way.PRODUCT:
        years = {
            year: not_below_nothing(factors(edges, values[year].kind))
            for year, edges in years.items()
        }
        read = read if level else compounded(plan, goal, read)
    missing = tuple(year for year in years_of(plan, way) if year not in years)
    return Ledger(way, years, missing, read, start)


def years_of(plan: Target, way: Way) -> range:
    """The years that count for a plan: all of its period, of a level only the last."""
    last = plan.period.last_year
    return range(last if way is Way.LAST else plan.period.start.year, last + 1)


def compounded(plan: Target, goal: Bounds, read: Read) -> Read:
    """A goal on growth as the factor that all years make together."""
    average = plan.transformation is Transformation.AVERAGE_GROWTH
    power = len(years_of(plan, Way.PRODUCT)) if average else 1
    certain, possible = (grown(factors(edges, goal.kind), power) for edges in read)
    return certain, possible


_Entries = dict[int, tuple[Transformation | None, Bounds]]


def _entries(plan: Target, records: Iterable[Target | Achievement]) -> _Entries:
    """The stated number of each year; a result stands before a goal, a later record before one."""
    found: _Entries = {}
    for record in sorted(records, key=lambda one: isinstance(one, Achievement)):
        value = record.value if isinstance(record, Achievement) else record.goal
        yearly = record.period.kind in {PeriodKind.YEAR, PeriodKind.POINT}
        inside = plan.period.start.year <= record.period.last_year <= plan.period.last_year
        made = MADE_OF.get(plan.transformation, (record.transformation,))
        fits = yearly and inside and record.transformation in made
        if isinstance(value, Bounds) and fits and same_series(plan, record):
            found[record.period.last_year] = (record.transformation, value)
    return found


def _level(plan: Target, entries: _Entries, policy: Policy) -> tuple[Way | None, Edges | None]:
    made = {transformation for transformation, _ in entries.values()}
    way = next((_CHANGES[one] for one in made if one in _CHANGES), Way.LAST)
    if way is Way.LAST:
        return way, None
    if len(made) > 1 or plan.baseline is None:
        return None, None
    return way, policy.known_edges(plan.baseline)
