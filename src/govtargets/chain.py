"""Figures that change (数据修订): the chain of one fact from 预计 to 修订, as known by a day."""

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

import attrs

from govtargets._bases import one_base
from govtargets._pairing import same_indicator
from govtargets._reading import apart, inside
from govtargets.achievement import Achievement
from govtargets.assessment import Assessment
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError, Problem, Severity
from govtargets.judge import assess
from govtargets.policy import Policy, rounded_to
from govtargets.target import Target
from govtargets.tolerance import last_digit
from govtargets.vocabulary import Status

__all__ = ["Chain", "chains"]


def __dir__() -> list[str]:
    return __all__


_DEFAULT: Final = Policy.default()
# A figure that says nothing of its status is a published one: past 初步核算, open to 最终核实.
_FINALITY: Final[dict[Status | None, int]] = {
    Status.FORECAST: 0,
    Status.ESTIMATED: 1,
    Status.PRELIMINARY: 2,
    None: 3,
    Status.FINAL: 4,
    Status.REVISED: 5,
}
_ONE_SIDED: Final = (
    Comparator.AT_LEAST,
    Comparator.ABOVE,
    Comparator.AT_MOST,
    Comparator.BELOW,
)


def _ordered(figures: Iterable[Achievement]) -> tuple[Achievement, ...]:
    given = tuple(figures)
    return tuple(sorted(given, key=_standing)) if len(given) > 1 else given


@attrs.frozen
class Chain:
    """The figures of one fact, least final first; of two alike the more precise comes last.

    Attributes:
        figures: The figures, at least one.

    Raises:
        InvalidValueError: There is no figure, or they are not of one fact.

    Example:
        >>> import datetime as dt, govtargets as gt
        >>> gdp = gt.Indicator("gdp", "国内生产总值", direction=gt.Direction.HIGHER)
        >>> def figure(value, status, day):
        ...     return gt.Achievement(
        ...         indicator=gdp,
        ...         value=gt.Quantity(value, "%"),
        ...         period=gt.Period.year(2017),
        ...         status=status,
        ...         source=gt.Source(document="公报", date=day),
        ...     )
        >>> chain = gt.Chain(
        ...     [
        ...         figure("6.8", gt.Status.FINAL, dt.date(2019, 1, 18)),
        ...         figure("6.9", gt.Status.PRELIMINARY, dt.date(2018, 1, 18)),
        ...     ]
        ... )
        >>> [str(chain.current(dt.date(year, 6, 1)).value) for year in (2018, 2019)]
        ['6.9%', '6.8%']
    """

    figures: tuple[Achievement, ...] = attrs.field(converter=_ordered)

    def __attrs_post_init__(self) -> None:
        if not self.figures:
            message = "a chain holds the figures of one fact and got none: give at least one"
            raise InvalidValueError(message)
        first, *others = self.figures
        other = next((one for one in others if not _same_fact(first, one)), None)
        if other is not None:
            message = f"{first} and {other} are not of one fact: use chains() to sort figures"
            raise InvalidValueError(message)

    def current(self, as_of: dt.date | None = None) -> Achievement | None:
        """The figure in force on a day, or the last of all; `None` where none was known.

        A figure without a date is taken as known from its period's end on.

        Example:
            >>> import datetime as dt, govtargets as gt
            >>> figure = gt.Achievement(
            ...     indicator=gt.Indicator("gdp", "GDP"),
            ...     value=gt.Quantity("5", "%"),
            ...     period=gt.Period.year(2024),
            ... )
            >>> gt.Chain([figure]).current(dt.date(2024, 6, 1)) is None
            True
        """
        known = self.known_by(as_of)
        return None if known is None else known.figures[-1]

    def known_by(self, as_of: dt.date | None) -> "Chain | None":
        """The chain as it was on a day, without what was published later; `None` before its first.

        Example:
            >>> import datetime as dt, govtargets as gt
            >>> gdp = gt.Indicator("gdp", "GDP")
            >>> figures = [
            ...     gt.Achievement(
            ...         indicator=gdp,
            ...         value=gt.Quantity(value, "%"),
            ...         period=gt.Period.year(2024),
            ...         source=gt.Source(document="公报", date=day),
            ...     )
            ...     for value, day in (("5", "2025-01-17"), ("5.1", "2026-01-17"))
            ... ]
            >>> len(gt.Chain(figures).known_by(dt.date(2025, 6, 1)).figures)
            1
        """
        known = [one for one in self.figures if as_of is None or _known_from(one) <= as_of]
        return Chain(known) if known else None

    def judgements(
        self, target: Target, *, policy: Policy = _DEFAULT, reference: Achievement | None = None
    ) -> tuple[Assessment, ...]:
        """The target judged by each figure in turn.

        Example:
            >>> import govtargets as gt
            >>> gdp = gt.Indicator("gdp", "GDP", direction=gt.Direction.HIGHER)
            >>> year = gt.Period.year(2024)
            >>> figure = gt.Achievement(indicator=gdp, value=gt.Quantity("5", "%"), period=year)
            >>> target = gt.Target(indicator=gdp, goal=gt.Quantity("5", "%"), period=year)
            >>> [found.verdict.value for found in gt.Chain([figure]).judgements(target)]
            ['met']
        """
        return tuple(
            assess(target, one, policy=policy, reference=reference) for one in self.figures
        )

    def changed_verdicts(
        self, target: Target, *, policy: Policy = _DEFAULT, reference: Achievement | None = None
    ) -> list[Problem]:
        """Where a later figure changed the verdict: `verdict-changed`, a note each.

        Example:
            >>> import govtargets as gt
            >>> gdp = gt.Indicator("gdp", "GDP", direction=gt.Direction.HIGHER)
            >>> year = gt.Period.year(2024)
            >>> figures = [
            ...     gt.Achievement(
            ...         indicator=gdp, value=gt.Quantity(value, "%"), period=year, status=status
            ...     )
            ...     for value, status in (("5", gt.Status.PRELIMINARY), ("4.9", gt.Status.FINAL))
            ... ]
            >>> target = gt.Target(indicator=gdp, goal=gt.Quantity("5", "%"), period=year)
            >>> print(gt.Chain(figures).changed_verdicts(target)[0].message)
            2024年 GDP 5% was met by 5% (初步核算) and is missed by 4.9% (最终核实)
        """
        found = self.judgements(target, policy=policy, reference=reference)
        return [
            _changed(target, before, after)
            for before, after in pairwise(found)
            if before.verdict is not after.verdict
        ]

    def conflicts(self, *, policy: Policy = _DEFAULT) -> list[Problem]:
        """Figures of the same status that cannot both be true: `conflicting-figures`.

        7.04 % and 7 % agree, since the one rounds to the other.

        Example:
            >>> import govtargets as gt
            >>> gdp = gt.Indicator("gdp", "GDP")
            >>> figures = [
            ...     gt.Achievement(
            ...         indicator=gdp, value=gt.Quantity(value, "%"), period=gt.Period.year(2024)
            ...     )
            ...     for value in ("5", "4.3")
            ... ]
            >>> [problem.code for problem in gt.Chain(figures).conflicts()]
            ['conflicting-figures']
        """
        return [
            _conflict(one, two)
            for number, one in enumerate(self.figures)
            for two in self.figures[number + 1 :]
            if one.status is two.status and not _agree(one, two, policy)
        ]


def chains(achievements: Iterable[Achievement]) -> tuple[Chain, ...]:
    """Figures sorted by the fact they speak of, facts in the order of their first figure.

    Example:
        >>> import govtargets as gt
        >>> gdp = gt.Indicator("gdp", "GDP")
        >>> figures = [
        ...     gt.Achievement(
        ...         indicator=gdp, value=gt.Quantity("5", "%"), period=gt.Period.year(year)
        ...     )
        ...     for year in (2023, 2024, 2023)
        ... ]
        >>> [len(chain.figures) for chain in gt.chains(figures)]
        [2, 1]
    """
    facts: dict[tuple[object, ...], list[Achievement]] = {}
    given = list(achievements)
    if len(given) == 1:  # the common case of a data set with one figure a fact
        return (Chain(given),)
    for one in given:
        facts.setdefault(_fact(one), []).append(one)
    return tuple(Chain(figures) for figures in facts.values())


def _fact(one: Achievement) -> tuple[object, ...]:
    region = one.region
    place = None if region is None else region.code or region.name
    base = None if one.base is None else one_base(one.base, one.period.last_year)
    made = (one.transformation, one.scope, one.price_basis, base, one.value.kind)
    return (one.indicator.id, place, one.period, *made)


def _same_fact(one: Achievement, other: Achievement) -> bool:
    return same_indicator(one.indicator, other.indicator) and _fact(one)[1:] == _fact(other)[1:]


def _standing(one: Achievement) -> tuple[object, ...]:
    published = None if one.source is None else one.source.date
    return (_FINALITY[one.status], published or dt.date.min, *_precision(one))


def _precision(one: Achievement) -> tuple[object, ...]:
    """An exact number before a range, a range before a bound, more digits before fewer."""
    comparator = one.value.comparator
    rank = 2 if comparator is Comparator.EXACT else int(comparator not in _ONE_SIDED)
    return rank, -last_digit(one.value.value)


def _known_from(one: Achievement) -> dt.date:
    published = None if one.source is None else one.source.date
    return published or one.period.end


def _agree(one: Achievement, other: Achievement, policy: Policy) -> bool:
    """Whether one value may stand behind both."""
    first, second = policy.known_edges(one.value), policy.known_edges(other.value)
    if not apart(first, second):
        return True
    coarser, finer = sorted((one, other), key=lambda figure: -last_digit(figure.value.value))
    rounded = rounded_to(policy.known_edges(finer.value), coarser.value)
    return inside(rounded, policy.known_edges(coarser.value))


def _figure(one: Achievement | None) -> str:
    assert one is not None  # noqa: S101  a judgement of a figure has it
    status = "" if one.status is None else f" ({one.status.zh})"
    return f"{one.value}{status}"


def _changed(target: Target, before: Assessment, after: Assessment) -> Problem:
    return Problem(
        code="verdict-changed",
        message=(
            f"{target} was {before.verdict.value} by {_figure(before.achievement)} "
            f"and is {after.verdict.value} by {_figure(after.achievement)}"
        ),
        severity=Severity.INFO,
    )


def _conflict(one: Achievement, two: Achievement) -> Problem:
    return Problem(
        code="conflicting-figures",
        message=f"{one} is also given as {_figure(two)}",
        hint="state which is final, or take one out",
        severity=Severity.WARNING,
    )
