"""Which result answers which target in a data set, and which other series a relative goal means."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Final, Generic, TypeVar

from govtargets._naming import spellings
from govtargets._pairing import mismatch, other_base, same_indicator
from govtargets.achievement import Achievement
from govtargets.chain import chains
from govtargets.goals import Relative
from govtargets.indicator import Indicator
from govtargets.period import Period
from govtargets.region import Region
from govtargets.target import Target
from govtargets.verdict import Reason

__all__ = ["Index", "answers", "latest_before", "reference", "results_index", "targets_index"]

# These differences still make a pair: the judgement itself names them.
_JUDGED: Final = frozenset({None, Reason.PRICE_BASIS_MISMATCH, Reason.SCOPE_MISMATCH})
_LAST_YEAR: Final = frozenset({"上年", "去年", "上一年"})
_FEW: Final = 3
_Record = TypeVar("_Record", bound=Target | Achievement)
_Regions = dict[str | None, list[int]]
_Lack = Callable[[Target | Achievement, _Record], Reason | None]


class Index(Generic[_Record]):
    """Targets or results, found by indicator, period and region."""

    def __init__(self, records: Sequence[_Record], lack: _Lack[_Record]) -> None:
        self.records = records
        self._lack = lack
        self._indicators: dict[str, Indicator] = {}
        # By identity: the records of a data set share their indicators, and hashing one is slow.
        self._same: dict[int, tuple[str, ...]] = {}
        self._series: dict[str, list[int]] = {}
        self._ending: dict[tuple[str, int], _Regions] = {}
        for position, one in enumerate(records):
            id_ = one.indicator.id
            self._indicators.setdefault(id_, one.indicator)
            self._series.setdefault(id_, []).append(position)
            ending = self._ending.setdefault((id_, one.period.end.toordinal()), {})
            for name in _names(one.region):
                ending.setdefault(name, []).append(position)

    @cached_property
    def _around(self) -> dict[str, _Regions]:
        """The records of an indicator by region; asked for only where something is missing."""
        found: dict[str, _Regions] = {}
        for id_, positions in self._series.items():
            regions = found.setdefault(id_, {})
            for position in positions:
                for name in _names(self.records[position].region):
                    regions.setdefault(name, []).append(position)
        return found

    def ids(self, indicator: Indicator) -> tuple[str, ...]:
        """The ids under which these records list the indicator."""
        found = self._same.get(id(indicator))
        if found is None:
            found = tuple(
                id_ for id_, other in self._indicators.items() if same_indicator(indicator, other)
            )
            self._same[id(indicator)] = found
        return found

    def called(self, name: str) -> tuple[str, ...]:
        """The ids of the indicators of that name, with or without 增速 and the like."""
        for spelling in spellings(name):
            found = tuple(
                id_ for id_, other in self._indicators.items() if other.answers_to(spelling)
            )
            if found:
                return found
        return ()

    def series(self, ids: Iterable[str]) -> Iterator[int]:
        """Every record of these indicators."""
        for id_ in ids:
            yield from self._series[id_]

    def ending_with(self, query: Target | Achievement) -> Iterator[int]:
        """The records of the indicator whose period ends with that one's, around its region."""
        for id_ in self.ids(query.indicator):
            yield from _of_region(
                self._ending.get((id_, query.period.end.toordinal()), {}), query.region
            )

    def around(self, query: Target | Achievement) -> Iterator[int]:
        """The records of the indicator around that one's region, whatever their period."""
        for id_ in self.ids(query.indicator):
            yield from _of_region(self._around[id_], query.region)

    def nearest(self, query: Target | Achievement) -> tuple[Reason | None, list[_Record]]:
        """What a record without a partner lacks, and what comes nearest to it."""
        for reason, found in (
            (Reason.TRANSFORMATION_MISMATCH, self.ending_with(query)),
            (Reason.PERIOD_MISMATCH, self.around(query)),
            (Reason.REGION_MISMATCH, islice(self.series(self.ids(query.indicator)), _FEW)),
        ):
            near = [
                self.records[at] for at in found if self._lack(query, self.records[at]) is reason
            ]
            if near:
                return reason, near
        return None, []


def _names(region: Region | None) -> tuple[str | None, ...]:
    if region is None:
        return (None,)
    return (region.name,) if region.code is None else (region.name, region.code)


def _of_region(regions: _Regions, region: Region | None) -> Iterable[int]:
    """The records that may be of the region, each once, in order."""
    names = list(regions) if region is None else (None, *_names(region))
    found = [regions[name] for name in names if name in regions]
    if not found:
        return ()
    # A region with a code is listed under its name as well: mostly the two lists are alike.
    if all(one == found[0] for one in found):
        return found[0]
    return sorted({at for one in found for at in one})


def results_index(achievements: Sequence[Achievement]) -> Index[Achievement]:
    """An index of results, asked by targets."""
    return Index(achievements, _lack)  # type: ignore[arg-type]  # asked by targets only


def targets_index(targets: Sequence[Target]) -> Index[Target]:
    """An index of targets, asked by results."""
    return Index(targets, lambda result, target: _lack(target, result))  # type: ignore[arg-type]  # the same, mirrored


def _lack(target: Target, achievement: Achievement) -> Reason | None:
    """What keeps the two from being a pair, `None` where nothing does."""
    reason = mismatch(target, achievement)
    return None if reason in _JUDGED else reason


def answers(index: Index[Achievement], target: Target) -> list[int]:
    """The results that answer a target, the best first."""
    found = [at for at in index.ending_with(target) if _lack(target, index.records[at]) is None]
    if len(found) > 1:
        found.sort(key=lambda at: _rank(target, index.records[at]))
    return found


def _rank(target: Target, achievement: Achievement) -> tuple[bool, bool, bool, bool]:
    return (
        mismatch(target, achievement) is not None,
        target.period != achievement.period,
        target.transformation is not achievement.transformation,
        target.region != achievement.region,
    )


def latest_before(index: Index[Achievement], target: Target) -> Achievement | None:
    """The last result of the target's series from before its period ends, as it stands now."""
    found = [one for at in index.around(target) if _is_before(target, one := index.records[at])]
    last = max((one.period.end for one in found), default=None)
    return _standing([one for one in found if one.period.end == last], None)


def _is_before(target: Target, achievement: Achievement) -> bool:
    """Whether it is an earlier result of the same series."""
    if achievement.period.end >= target.period.end:
        return False
    return _alike_made(target, achievement)


def _alike_made(target: Target, other: Achievement) -> bool:
    one, two = target.transformation, other.transformation
    return (one is None or two is None or one is two) and not other_base(target, other)


def reference(
    index: Index[Achievement], target: Target, as_of: date | None = None
) -> Achievement | None:
    """The result of the other series that a relative goal names; `None` for every other goal."""
    goal = target.goal
    if not isinstance(goal, Relative):
        return None
    name = goal.reference
    ids = index.ids(target.indicator) if name is None else index.called(name)
    found = [
        one for at in index.series(ids) if _is_reference(target, goal, one := index.records[at])
    ]
    return _standing(found, as_of)


def _standing(found: Sequence[Achievement], as_of: date | None) -> Achievement | None:
    """The figure in force among figures that may be revisions of each other."""
    known = (chain.current(as_of) for chain in chains(found))
    return next((one for one in known if one is not None), None)


def _is_reference(target: Target, goal: Relative, other: Achievement) -> bool:
    region = goal.region if goal.region is not None else target.region
    here = region is None or other.region is None or not region.differs_from(other.region)
    return here and _alike_made(target, other) and other.period == _reference_period(target, goal)


def _reference_period(target: Target, goal: Relative) -> Period | None:
    """When the other series is meant; `None` where the words leave that open."""
    if goal.period is None or isinstance(goal.period, Period):
        return target.period if goal.period is None else goal.period
    year = target.period.last_year
    known = goal.period in _LAST_YEAR and target.period == Period.year(year)
    return Period.year(year - 1) if known else None
