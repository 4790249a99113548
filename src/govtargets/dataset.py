"""Targets and results that belong together (数据集)."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Final, NoReturn, TypeVar

import attrs

from govtargets._match import latest_before, reference, results_index
from govtargets._scoring import scorecard
from govtargets.achievement import Achievement
from govtargets.ahead import Outlook, outlook
from govtargets.errors import InvalidValueError, Problem
from govtargets.indicator import Indicator
from govtargets.period import Period
from govtargets.policy import Policy
from govtargets.records import Records
from govtargets.rules import check
from govtargets.scorecard import Scorecard
from govtargets.target import Target

__all__ = ["Dataset"]


def __dir__() -> list[str]:
    return __all__


_T = TypeVar("_T")
_DEFAULT: Final = Policy.default()


def _of(kind: type[_T], value: Iterable[_T]) -> Records[_T]:
    """Records that know their type, so that a data set without results has an empty table of them."""
    records = value if isinstance(value, Records) else Records(value)
    if not all(issubclass(one, kind) for one in set(map(type, records.items))):
        _refuse_others(kind, records.items)
    return records if records.of is kind else attrs.evolve(records, of=kind)


def _refuse_others(kind: type[_T], items: tuple[_T, ...]) -> NoReturn:
    place, other = next((at, one) for at, one in enumerate(items) if not isinstance(one, kind))
    message = (
        f"{other!r} ({type(other).__name__}), at place {place} of the {kind.__name__.lower()}s, "
        f"is no {kind.__name__}: give targets, achievements and indicators, in this order"
    )
    raise InvalidValueError(message)


def _targets(value: Iterable[Target]) -> Records[Target]:
    return _of(Target, value)


def _achievements(value: Iterable[Achievement]) -> Records[Achievement]:
    return _of(Achievement, value)


def _indicators(value: Iterable[Indicator]) -> Records[Indicator]:
    return _of(Indicator, value)


def _problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(value)


def _period(value: Period | str | int) -> Period:
    return value if isinstance(value, Period) else Period.parse(str(value))


@attrs.frozen(repr=False)
class Dataset:
    """Targets and results that belong together (数据集), with the indicators that they speak of.

    Attributes:
        targets: The targets.
        achievements: The results.
        indicators: The indicators; those that only a record brings along stand behind those given.
        problems: What there was to complain about when it was read; it plays no part in equality.

    Raises:
        InvalidValueError: A record is of another type.

    Example:
        >>> import govtargets as gt
        >>> grain = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
        >>> year = gt.Period.year(2023)
        >>> target = gt.Target(indicator=grain, goal=gt.Quantity("200", "万吨"), period=year)
        >>> reached = gt.Achievement(
        ...     indicator=grain, value=gt.Quantity("204.8", "万吨"), period=year
        ... )
        >>> data = gt.Dataset([target], [reached])
        >>> [one.verdict.zh for one in data.assess()]
        ['完成']
        >>> data
        <Dataset of 1 targets, 1 achievements, 1 indicators, 0 problems; see .targets and so on>
    """

    targets: Records[Target] = attrs.field(default=(), converter=_targets)
    achievements: Records[Achievement] = attrs.field(default=(), converter=_achievements)
    indicators: Records[Indicator] = attrs.field(default=(), converter=_indicators)
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_problems, eq=False)

    def __repr__(self) -> str:
        names = ("targets", "achievements", "indicators", "problems")
        counts = ", ".join(f"{len(getattr(self, name))} {name}" for name in names)
        return f"<Dataset of {counts}; see .targets and so on>"

    def __attrs_post_init__(self) -> None:
        known = {one.id for one in self.indicators}
        brought: dict[str, Indicator] = {}
        records: list[Target | Achievement] = [*self.targets, *self.achievements]
        for record in records:
            if record.indicator.id not in known:
                brought.setdefault(record.indicator.id, record.indicator)
        if brought:
            object.__setattr__(self, "indicators", self.indicators + Records(brought.values()))

    def __add__(self, other: "Dataset") -> "Dataset":
        if not isinstance(other, Dataset):
            return NotImplemented
        known = {one.id for one in self.indicators}
        new = [at for at, one in enumerate(other.indicators) if one.id not in known]
        return Dataset(
            self.targets + other.targets,
            self.achievements + other.achievements,
            self.indicators + other.indicators.keep(new),
            (*self.problems, *other.problems),
        )

    def is_written_as(self, other: "Dataset") -> bool:
        """Whether both hold the same records to the letter, in the same order.

        Example:
            >>> from govtargets import Dataset
            >>> Dataset().is_written_as(Dataset())
            True
        """
        return (
            self.targets.is_written_as(other.targets)
            and self.achievements.is_written_as(other.achievements)
            and self.indicators.is_written_as(other.indicators)
        )

    def where(self, wanted: Callable[[Target | Achievement], bool]) -> "Dataset":
        """The part whose targets and results are wanted; indicators and problems stay.

        Example:
            >>> from govtargets import files
            >>> data = files.read("examples/national")
            >>> len(data.where(lambda record: record.indicator.id == "gdp").targets)
            14
        """

        def kept(records: Iterable[Target | Achievement]) -> list[int]:
            return [at for at, record in enumerate(records) if wanted(record)]

        return attrs.evolve(
            self,
            targets=self.targets.keep(kept(self.targets)),
            achievements=self.achievements.keep(kept(self.achievements)),
        )

    def during(self, period: Period | str | int) -> "Dataset":
        """The part whose periods lie within that one.

        Raises:
            ReadError: The text is no period.

        Example:
            >>> from govtargets import files
            >>> data = files.read("examples/jiaozuo").during("2023年")
            >>> (len(data.targets), len(data.achievements))
            (24, 33)
        """
        whole = _period(period)
        return self.where(lambda record: record.period in whole)

    def check(self) -> list[Problem]:
        """Everything there is to complain about: what reading found, then what the rules say.

        Example:
            >>> from govtargets import files
            >>> found = files.read("examples/jiaozuo").check()
            >>> [problem.column for problem in found if problem.code == "said-twice"]
            ['goal', 'goal']
        """
        return [*self.problems, *check(self.targets, self.achievements, self.indicators)]

    def assess(self, *, policy: Policy = _DEFAULT, as_of: dt.date | None = None) -> Scorecard:
        """Judge every target by its result, aliases and references of relative goals looked up.

        Args:
            policy: How the words are read.
            as_of: The day from which it is judged; what was not due by then is pending.

        Example:
            >>> from govtargets import files
            >>> files.read("examples/jiaozuo").during("2023年").assess()
            <Scorecard of 24 targets: 2 met, 0 missed, 1 indeterminate, 21 pending>
        """
        return scorecard(self.targets, self.achievements, policy=policy, as_of=as_of)

    def outlook(
        self, period: Period | str | int | None = None, *, policy: Policy = _DEFAULT
    ) -> list[Outlook]:
        """What has still to change from the last known values, for the targets of a period.

        Without one, for the targets of the last year that has any.

        Raises:
            ReadError: The text is no period.

        Example:
            >>> from govtargets import files
            >>> ahead = files.read("examples/jiaozuo").outlook()
            >>> next(str(one.change) for one in ahead if one.target.indicator.id == "grain_output")
            '-4.8万吨'
        """
        index = results_index(self.achievements)
        return [
            outlook(
                target,
                latest_before(index, target),
                policy=policy,
                reference=reference(index, target),
            )
            for target in self._ahead(period)
        ]

    def _ahead(self, period: Period | str | int | None) -> list[Target]:
        if period is not None:
            whole = _period(period)
            return [target for target in self.targets if target.period in whole]
        last = max((target.period.start.year for target in self.targets), default=None)
        return [target for target in self.targets if target.period.start.year == last]
