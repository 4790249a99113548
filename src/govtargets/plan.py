"""A goal over several years against its years (规划分解): their sum, and what the rest must do."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from govtargets._beside import Stated, distance, stated_between, totalled, worded
from govtargets._ledger import Ledger, Way, ledger_of, years_of
from govtargets._reading import Edges, apart, inside, mirrored
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError
from govtargets.period import Period, PeriodKind
from govtargets.policy import Policy, better
from govtargets.quantity import Quantity
from govtargets.rates import yearly_rate
from govtargets.target import Target
from govtargets.verdict import Undefined, Verdict
from govtargets.vocabulary import Transformation

__all__ = ["Consistency", "consistent", "decompose"]


def __dir__() -> list[str]:
    return __all__


_DEFAULT: Final = Policy.default()


@attrs.frozen(kw_only=True)
class Consistency:
    """What the years of a plan make together (规划与年度衔接).

    Attributes:
        plan: The goal over several years.
        years: The years that are known.
        missing: The years that are not.
        verdict: MET or MISSED where the years make it or cannot; PENDING while years are missing,
            INDETERMINATE where the figures leave it open or do not make the plan.
        total: What the years make together, for amounts.
        factor: By how much they grow together, for growth that is exact.
        needed: What the missing years have to add, in the goal's unit, for amounts.
        needed_factor: By how much they have to grow together, for growth that is exact.
        achieved_in: The first year in which the goal was reached, `None` where it was not yet.

    Example:
        >>> import govtargets as gt
        >>> gdp = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER)
        >>> plan = gt.Target(
        ...     indicator=gdp,
        ...     goal=gt.Bounds.at_least(gt.Quantity("6", "%")),
        ...     period=gt.Period.span(2021, 2023),
        ...     transformation=gt.Transformation.AVERAGE_GROWTH,
        ... )
        >>> years = [
        ...     gt.Achievement(
        ...         indicator=gdp,
        ...         value=gt.Quantity(rate, "%"),
        ...         period=gt.Period.year(year),
        ...         transformation=gt.Transformation.GROWTH,
        ...     )
        ...     for year, rate in ((2021, "8"), (2022, "4"))
        ... ]
        >>> found = gt.consistent(plan, years)
        >>> (found.verdict.value, found.missing, str(found.needed_growth()))
        ('pending', (2023,), '6.04%')
    """

    plan: Target
    years: tuple[int, ...]
    missing: tuple[int, ...]
    verdict: Verdict
    total: Bounds | None = None
    factor: Fraction | None = None
    needed: Bounds | None = None
    needed_factor: Fraction | None = None
    achieved_in: int | None = None

    @property
    def achieved_early(self) -> bool:
        """Whether the goal was reached before the plan's last year.

        Example:
            >>> import govtargets as gt
            >>> jobs = gt.Indicator("jobs", "城镇新增就业", direction=gt.Direction.HIGHER)
            >>> plan = gt.Target(
            ...     indicator=jobs,
            ...     goal=gt.Bounds.at_least(gt.Quantity("10", "万人")),
            ...     period=gt.Period.span(2021, 2025),
            ...     transformation=gt.Transformation.CUMULATIVE,
            ... )
            >>> years = [
            ...     gt.Achievement(
            ...         indicator=jobs, value=gt.Quantity("6", "万人"), period=gt.Period.year(year)
            ...     )
            ...     for year in (2021, 2022)
            ... ]
            >>> gt.consistent(plan, years).achieved_early
            True
        """
        return self.achieved_in is not None and self.achieved_in < self.plan.period.last_year

    def needed_growth(self, *, places: int = 2) -> Quantity | None:
        """The yearly growth that the missing years need, rounded half to even.

        Example:
            >>> import govtargets as gt
            >>> gdp = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER)
            >>> plan = gt.Target(
            ...     indicator=gdp, goal=gt.Quantity("6", "%"), period=gt.Period.year(2024)
            ... )
            >>> gt.consistent(plan, []).needed_growth() is None
            True
        """
        if self.needed_factor is None or not self.missing or self.needed_factor < 0:
            return None
        return yearly_rate(self.needed_factor, len(self.missing), places=places)


def consistent(
    plan: Target, years: Iterable[Target | Achievement], *, policy: Policy = _DEFAULT
) -> Consistency:
    """Whether the years make the plan, and what the missing ones need; growth compounds exactly.

    累计 and 增减量 add up, 年均 and 累计增长 compound; a level at the end is that of the last year,
    or the baseline with the years' changes. A result counts before a goal of the same year.

    Args:
        plan: The goal over several years.
        years: Yearly goals and results of any series; those of this one count.
        policy: How the words are read.

    Example:
        >>> import govtargets as gt
        >>> beds = gt.Indicator("beds", "养老床位", direction=gt.Direction.HIGHER)
        >>> plan = gt.Target(
        ...     indicator=beds,
        ...     goal=gt.Quantity("900", "张"),
        ...     period=gt.Period.span(2021, 2023),
        ...     transformation=gt.Transformation.CUMULATIVE,
        ... )
        >>> found = gt.consistent(plan, gt.decompose(plan))
        >>> (found.verdict.value, str(found.total))
        ('met', '900张')
    """
    ledger = ledger_of(plan, years, policy)
    if ledger is None:
        span = years_of(plan, Way.SUM)
        return Consistency(plan=plan, years=(), missing=tuple(span), verdict=Verdict.INDETERMINATE)
    total = ledger.total(plan.period.last_year)
    found = Consistency(
        plan=plan,
        years=tuple(sorted(ledger.years)),
        missing=ledger.missing,
        verdict=_verdict(ledger, total),
        achieved_in=_achieved_in(ledger),
    )
    if ledger.way is Way.PRODUCT or not isinstance(plan.goal, Bounds):
        return _with_growth(found, ledger, total)
    return _in_words(found, plan.goal, total)


def _verdict(ledger: Ledger, total: Edges) -> Verdict:
    if ledger.missing:
        return Verdict.PENDING
    certain, possible = ledger.goal
    if inside(total, certain):
        return Verdict.MET
    return Verdict.MISSED if apart(total, possible) else Verdict.INDETERMINATE


def _achieved_in(ledger: Ledger) -> int | None:
    """The first year by which the goal was reached, where it lies on the way."""
    certain, _ = ledger.goal
    if not _ahead(ledger, certain):
        return None
    return next(
        (year for year in sorted(ledger.years) if inside(ledger.total(year), certain)), None
    )


def _ahead(ledger: Ledger, certain: Edges) -> bool:
    """Whether the goal lies ahead of the start: a total below a ceiling has reached nothing."""
    if ledger.way is Way.LAST:
        return True
    start = ledger.start[0] if ledger.start is not None else int(ledger.way is Way.PRODUCT)
    low, high = certain[:2]
    if start is None or (low is None) == (high is None):
        return False
    return low > start if low is not None else high is not None and high < start


def _with_growth(found: Consistency, ledger: Ledger, total: Edges) -> Consistency:
    """The growth of the known years and of the others, where both are exact."""
    start = Fraction(1) if ledger.start is None else ledger.start[0]
    goal = {end for end in ledger.goal[0][:2] if end is not None}
    if start is None or not start or total[0] is None or total[0] != total[1] or len(goal) != 1:
        return found
    factor = Fraction(total[0]) / start
    needed = Fraction(goal.pop()) / total[0] if total[0] and found.missing else None
    return attrs.evolve(found, factor=factor, needed_factor=needed)


def _in_words(found: Consistency, goal: Bounds, total: Edges) -> Consistency:
    """The total of the known years and what the others have to add, in the goal's unit."""
    stated = stated_between(goal, better(goal.kind, found.plan.indicator.direction))
    needed: Bounds | Undefined = Undefined.DIRECTION_UNKNOWN
    if found.missing and isinstance(stated, Stated):
        needed = worded(mirrored(distance(total, stated)), goal.unit, goal.unit)
    return attrs.evolve(
        found,
        total=totalled(total, goal.unit),
        needed=needed if isinstance(needed, Bounds) else None,
    )


def decompose(plan: Target, *, places: int | None = None) -> tuple[Target, ...]:
    """Even yearly goals that make the plan: equal parts of a sum, the average growth each year.

    A sum that has no finite equal parts is rounded to `places` decimals, half to even, and the last
    year takes the rest, so that the parts always add up.

    Raises:
        InvalidValueError: The plan is no 累计, 增减量 or 年均 goal with one number over years.
        InexactConversionError: The parts have no finite decimal and no `places` are given.

    Example:
        >>> import govtargets as gt
        >>> roads = gt.Indicator("roads", "农村公路", direction=gt.Direction.HIGHER)
        >>> plan = gt.Target(
        ...     indicator=roads,
        ...     goal=gt.Bounds.at_least(gt.Quantity("100", "公里")),
        ...     period=gt.Period.span(2021, 2023),
        ...     transformation=gt.Transformation.CUMULATIVE,
        ... )
        >>> [str(year.goal) for year in gt.decompose(plan, places=1)]
        ['33.3公里以上', '33.3公里以上', '33.4公里以上']
    """
    goal, span = plan.goal, years_of(plan, Way.SUM)
    if plan.transformation is Transformation.AVERAGE_GROWTH and isinstance(goal, Bounds):
        parts = [goal] * len(span)
        made = Transformation.GROWTH
    else:
        parts = _parts(plan, len(span), places)
        made = _YEARLY[plan.transformation]
    return tuple(
        attrs.evolve(
            plan,
            goal=part,
            period=Period.year(year),
            transformation=made,
            stretch=None,
            baseline=None,
        )
        for year, part in zip(span, parts, strict=True)
    )


_YEARLY: Final[dict[Transformation | None, Transformation]] = {
    Transformation.CUMULATIVE: Transformation.LEVEL,
    Transformation.DIFFERENCE: Transformation.DIFFERENCE,
}


def _parts(plan: Target, count: int, places: int | None) -> list[Bounds]:
    goal = plan.goal
    whole = plan.period.kind is PeriodKind.SPAN
    single = isinstance(goal, Bounds) and goal.comparator is not Comparator.BETWEEN
    if not (isinstance(goal, Bounds) and whole and single and plan.transformation in _YEARLY):
        message = (
            f"{plan} does not split into even years: expected a 累计, 增减量 or 年均 goal with one "
            "number over several whole years; average_growth() gives the growth of a year"
        )
        raise InvalidValueError(message)
    value = goal.value
    if places is None:
        part = value / count
        rest = part
    else:
        share = round(Fraction(value.magnitude) / count * 10**places)
        part = Quantity(Decimal(share).scaleb(-places), value.unit)
        rest = value - part * (count - 1)
    return [Bounds.of(goal.comparator, one) for one in (*[part] * (count - 1), rest)]
