"""Which figures speak of a target's series, and from where its path starts."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from govtargets._pairing import other_base, same_indicator
from govtargets._reading import Key
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.period import PeriodKind
from govtargets.target import Target
from govtargets.vocabulary import Transformation

__all__ = ["Start", "known_by", "same_series", "start_of"]

# Figures that run up within a period, and kinds that never do.
_RUNNING: Final = (
    None,
    Transformation.LEVEL,
    Transformation.CUMULATIVE,
    Transformation.DIFFERENCE,
)
_RATES: Final = ("ratio", "points", "rank")


class Start(NamedTuple):
    """A value at the evening of a day."""

    value: Key
    day: dt.date


def known_by(
    target: Target, achievements: Iterable[Achievement], day: dt.date
) -> list[Achievement]:
    """The figures of the target's series that were over and published by a day, oldest first."""
    known = [one for one in achievements if _same_series(target, one) and _was_known(one, day)]
    return sorted(known, key=lambda one: one.period.end)


def _was_known(one: Achievement, day: dt.date) -> bool:
    published = None if one.source is None else one.source.date
    return one.period.end <= day and (published is None or published <= day)


def _same_series(target: Target, one: Achievement) -> bool:
    alike = _alike(target.transformation, one.transformation) and not other_base(target, one)
    return alike and same_series(target, one)


def same_series(one: Target | Achievement, other: Target | Achievement) -> bool:
    """Whether both speak of one indicator, area, price basis and scope, where they state them."""
    return (
        same_indicator(one.indicator, other.indicator)
        and not (
            one.region is not None
            and other.region is not None
            and one.region.differs_from(other.region)
        )
        and _alike(one.price_basis, other.price_basis)
        and _alike(one.scope, other.scope)
    )


def _alike(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def start_of(target: Target, figures: list[Achievement]) -> Start | None:
    """Where the path starts; `None` where the figures only compare as they stand."""
    latest, eve = figures[-1], target.period.start - dt.timedelta(days=1)
    moment = target.period.kind is PeriodKind.POINT
    if target.baseline is not None and not moment:
        return _start(target.baseline, eve, latest)
    if latest.value.kind.id in _RATES or target.transformation not in _RUNNING:
        return None
    if latest.period.start == target.period.start and not moment:
        return Start(0, eve)
    first = figures[0]
    return _start(first.value, first.period.end, latest) if len(figures) > 1 else None


def _start(value: Bounds, day: dt.date, latest: Achievement) -> Start | None:
    exact = value.comparator is Comparator.EXACT and value.kind is latest.value.kind
    return Start(value.value.key, day) if exact and day < latest.period.end else None
