"""On the way to a goal: where the path would be by now, and where the figures are (进度)."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

import attrs

from govtargets._asking import Asked, ask
from govtargets._beside import distance, stated_between, totalled, worded
from govtargets._exact import ONE
from govtargets._figures import Start, known_by, start_of
from govtargets._ledger import Way as Making
from govtargets._ledger import compounded, years_of
from govtargets._path import Pace, Path, Track, Way, elapsed
from govtargets._progress import Progress
from govtargets._reading import Edges, Key, Read, apart, inside, mirrored
from govtargets._running import GROWTHS, Running, running
from govtargets._sums import factors, not_below_nothing, product_of, sum_of
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.judge import ruled
from govtargets.policy import Policy, better
from govtargets.target import Target
from govtargets.verdict import Reason, Undefined, Verdict

__all__ = ["Pace", "Progress", "Track", "progress"]


def __dir__() -> list[str]:
    return __all__


_DEFAULT: Final = Policy.default()
# Growths compound from this factor on.
_ONCE: Final = Fraction(1)
_STANDING: Final = {Verdict.MET: Track.ON_TRACK, Verdict.MISSED: Track.BEHIND}


def progress(
    target: Target,
    achievements: Iterable[Achievement],
    as_of: dt.date,
    *,
    pace: Pace = Pace.LINEAR,
    policy: Policy = _DEFAULT,
) -> Progress:
    """Where the figures known by a day stand on the way to a goal.

    The path starts at the target's baseline, at zero for a total that runs within the period, else
    at the earliest figure. Rates without a stated baseline have no path: they are compared as they
    are. Time counts in months; growth compounds exactly.

    A plan over several years is held against what its years make together: 累计 against the sum of
    their amounts, 年均 against their growths compounded. Where a year is missing there is no track.

    Args:
        target: The target.
        achievements: Figures of any series and time; those of this one known by then count.
        as_of: The day from which it is judged.
        pace: Whether the path takes equal steps or equal growth.
        policy: How the words are read.

    Example:
        >>> import datetime as dt, govtargets as gt
        >>> rate = gt.Indicator("rate", "城镇化率", direction=gt.Direction.HIGHER)
        >>> plan = gt.Target(
        ...     indicator=rate,
        ...     goal=gt.Quantity("65", "%"),
        ...     baseline=gt.Quantity("60", "%"),
        ...     period=gt.Period.parse("“十四五”"),
        ... )
        >>> now = gt.Achievement(
        ...     indicator=rate, value=gt.Quantity("62", "%"), period=gt.Period.year(2023)
        ... )
        >>> found = gt.progress(plan, [now], dt.date(2024, 3, 1))
        >>> (found.track.value, str(found.remaining), found.needed)
        ('behind', '3个百分点', Fraction(1, 12))
    """
    given = list(achievements)
    made = running(target, given, as_of)
    if made is not None:
        found = Progress(
            target=target, latest=made.latest, as_of=as_of, pace=pace, track=Track.UNKNOWN
        )
        return _together(found, made, policy)
    figures = known_by(target, given, as_of)
    latest = figures[-1] if figures else None
    found = Progress(target=target, latest=latest, as_of=as_of, pace=pace, track=Track.UNKNOWN)
    if latest is None:
        return attrs.evolve(found, reason=Reason.NO_ACHIEVEMENT)
    if not isinstance(target.goal, Bounds):
        return attrs.evolve(found, reason=Undefined.NO_NUMBER)
    asked = ask(target.goal, latest.value, target.indicator.direction, policy)
    if isinstance(asked, Reason):
        return attrs.evolve(found, reason=asked)
    return _placed(found, asked, start_of(target, figures))


def _together(found: Progress, made: Running, policy: Policy) -> Progress:
    """Where the years of a plan stand together."""
    if made.missing:
        return attrs.evolve(found, reason=Reason.NO_ACHIEVEMENT, missing=made.missing)
    found = attrs.evolve(found, covered=made.covered)
    if found.target.transformation in GROWTHS:
        return _compounding(found, made, policy)
    goal = found.target.goal
    assert isinstance(goal, Bounds)  # noqa: S101  only a number has parts
    edges = sum_of(policy.known_edges(part.value) for part in made.parts)
    units = (goal.unit, *(part.value.unit for part in made.parts))
    total = next(filter(None, (totalled(edges, unit) for unit in units)), None)
    if total is None:
        return attrs.evolve(found, reason=Undefined.NO_FINITE_DECIMAL)
    asked = ask(goal, total, found.target.indicator.direction, policy)
    assert not isinstance(asked, Reason)  # noqa: S101  the parts are of the goal's kind
    eve = found.target.period.start - dt.timedelta(days=1)
    return _placed(attrs.evolve(found, total=total), asked, Start(0, eve))


def _compounding(found: Progress, made: Running, policy: Policy) -> Progress:
    """Growths are factors: together they start from 1, and a path of equal growth leads on."""
    plan, goal = found.target, found.target.goal
    assert isinstance(goal, Bounds)  # noqa: S101  only a number has parts
    way = better(goal.kind, plan.indicator.direction)
    stated = stated_between(goal, way)
    if isinstance(stated, Undefined):
        return attrs.evolve(found, reason=stated)
    values = (factors(policy.known_edges(part.value), goal.kind) for part in made.parts)
    done = product_of(map(not_below_nothing, values))
    read = compounded(plan, goal, policy.read(goal, way))
    wanted = compounded(plan, goal, (stated.values, stated.values))[0][0]
    found = attrs.evolve(found, pace=Pace.COMPOUND, factor=_one(done))
    if wanted is None or wanted <= 0 or stated.zero_inside:
        return attrs.evolve(found, track=_STANDING.get(_verdict(done, read), Track.UNKNOWN))
    return _grown(found, done, read, Fraction(wanted), len(made.parts))


def _grown(found: Progress, done: Edges, read: Read, wanted: Fraction, years: int) -> Progress:
    """Where the growth of so many years stands beside the growth of the whole plan."""
    whole = len(years_of(found.target, Making.PRODUCT))
    rising = _rising_is_good(read, _ONCE, wanted)
    path = Path(
        start=_ONCE,
        goal=wanted,
        at=Fraction(years, whole),
        rising_is_good=rising,
        pace=Pace.COMPOUND,
    )
    reached = inside(done, read[0]) and rising == (wanted > _ONCE)
    found = attrs.evolve(
        found, track=Track.ACHIEVED if reached else path.track(done), time_share=path.at
    )
    if found.factor is None:
        return found
    return attrs.evolve(
        found,
        done_share=None if wanted == _ONCE else (found.factor - _ONCE) / (wanted - _ONCE),
        way=Way(_ONCE, found.factor, wanted, Fraction(12 * years), Fraction(12 * whole)),
    )


def _one(edges: Edges) -> Fraction | None:
    """The value of a set that holds one."""
    return None if edges[0] is None or edges[0] != edges[1] else Fraction(edges[0])


def _verdict(done: Edges, read: Read) -> Verdict:
    if inside(done, read[0]):
        return Verdict.MET
    return Verdict.MISSED if apart(done, read[1]) else Verdict.INDETERMINATE


def _placed(found: Progress, asked: Asked, start: Start | None) -> Progress:
    stated = asked.stated
    if isinstance(stated, Undefined):
        return attrs.evolve(found, reason=stated)
    assert found.latest is not None  # noqa: S101  the caller has a figure
    unit = found.latest.value.unit
    remaining = worded(mirrored(distance(asked.known, stated)), stated.unit, unit)
    found = attrs.evolve(found, remaining=remaining if isinstance(remaining, Bounds) else None)
    verdict, _ = ruled(asked)
    goal = stated.values[0]
    if start is None or goal is None or stated.zero_inside or goal == start.value:
        return attrs.evolve(found, track=_STANDING.get(verdict, Track.UNKNOWN))
    return _on_path(found, asked, start, goal, verdict)


def _on_path(found: Progress, asked: Asked, start: Start, goal: Key, verdict: Verdict) -> Progress:
    latest = found.latest
    assert latest is not None  # noqa: S101  the caller has a figure
    gone = elapsed(start.day, latest.period.end)
    whole = elapsed(start.day, found.target.period.end)
    if found.pace is Pace.COMPOUND and min(start.value, goal) <= 0:
        return attrs.evolve(found, reason=Undefined.NEGATIVE_TARGET)
    rising = _rising_is_good(asked.read, start.value, goal)
    path = Path(
        start=start.value, goal=goal, at=gone / whole, rising_is_good=rising, pace=found.pace
    )
    reached = verdict is Verdict.MET and rising == (goal > start.value)
    track = Track.ACHIEVED if reached else path.track(asked.known)
    now = asked.known[0]
    if now is None or now != asked.known[1]:
        return attrs.evolve(found, track=track, time_share=path.at)
    way = Way(start.value, now, goal, gone, whole)
    unit = latest.value.unit if isinstance(asked.stated, Undefined) else asked.stated.unit
    grains = unit.grains * ONE
    return attrs.evolve(
        found,
        track=track,
        time_share=path.at,
        done_share=Fraction(now - start.value, goal - start.value),
        needed=way.step("needed", grains),
        realised=way.step("realised", grains),
        required=way.step("required", grains),
        way=way,
    )


def _rising_is_good(read: Read, start: Key, goal: Key) -> bool:
    """The side on which the goal is open; towards it where it is open on neither."""
    low, high = read[0][:2]
    if (low is None) != (high is None):
        return high is None
    return goal > start
