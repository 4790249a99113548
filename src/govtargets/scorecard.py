"""Every target of a data set beside its result (计分卡), and what found no partner."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, overload

import attrs

from govtargets._record import given
from govtargets.achievement import Achievement
from govtargets.assessment import Assessment
from govtargets.errors import Problem
from govtargets.records import Rows
from govtargets.target import Target
from govtargets.verdict import Reason, Verdict

__all__ = ["Scorecard", "Unpaired"]


def __dir__() -> list[str]:
    return __all__


Language = Literal["zh", "en"]


@attrs.frozen(kw_only=True)
class Unpaired:
    """A record that found no partner, and why.

    Attributes:
        record: The target or the achievement.
        reason: What differs at the nearest record of the other side: its region, period or
            transformation. `NO_ACHIEVEMENT` for a target whose indicator has no result at all,
            `INDICATOR_MISMATCH` for a result whose indicator has no target.
        near: The nearest records of the other side.

    Example:
        >>> from govtargets import files
        >>> card = files.read("examples/jiaozuo").assess()
        >>> sales = next(
        ...     one
        ...     for one in card.unpaired_targets
        ...     if one.reason.value == "transformation_mismatch"
        ... )
        >>> (sales.record.indicator.name, str(sales.near[0].value))
        ('社会消费品零售总额', '1位')
    """

    record: Target | Achievement
    reason: Reason
    near: tuple[Target | Achievement, ...] = ()


def _problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(value)


def _assessments(value: Iterable[Assessment]) -> tuple[Assessment, ...]:
    return tuple(value)


@attrs.frozen(repr=False)
class Scorecard(Rows[Assessment]):
    """One assessment a target (计分卡), in the order of the targets, and what paired with nothing.

    Attributes:
        assessments: The assessments.
        others: By the position of a target with more than one result, the assessments by those
            that come second.
        unpaired_targets: Targets without a result, with what comes nearest.
        unpaired_achievements: Results without a target, with what comes nearest.
        problems: Figures that conflict, verdicts that a later figure changed, and claims of the
            reports that the judgement contradicts.

    Example:
        >>> from govtargets import Verdict, files
        >>> card = files.read("examples/national").assess()
        >>> card.counts[Verdict.PENDING]
        2
    """

    assessments: tuple[Assessment, ...] = attrs.field(converter=_assessments)
    others: dict[int, tuple[Assessment, ...]] = attrs.field(factory=dict, kw_only=True, hash=False)
    unpaired_targets: tuple[Unpaired, ...] = attrs.field(default=(), kw_only=True)
    unpaired_achievements: tuple[Unpaired, ...] = attrs.field(default=(), kw_only=True)
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_problems, kw_only=True)

    def __len__(self) -> int:
        return len(self.assessments)

    def __iter__(self) -> Iterator[Assessment]:
        return iter(self.assessments)

    @overload
    def __getitem__(self, index: int) -> Assessment: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Assessment, ...]: ...
    def __getitem__(self, index: int | slice) -> Assessment | tuple[Assessment, ...]:
        return self.assessments[index]

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {verdict.value}" for verdict, count in self.counts.items())
        return f"<Scorecard of {len(self)} targets: {counts}>"

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many targets have each verdict.

        Example:
            >>> from govtargets import Scorecard
            >>> [count for verdict, count in Scorecard([]).counts.items()]
            [0, 0, 0, 0]
        """
        found = Counter(one.verdict for one in self.assessments)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def reasons(self) -> dict[Reason, int]:
        """How many targets have no verdict for each reason.

        Example:
            >>> from govtargets import Reason, files
            >>> files.read("examples/jiaozuo").during("2023年").assess().reasons[
            ...     Reason.NO_ACHIEVEMENT
            ... ]
            21
        """
        found = Counter(one.reason for one in self.assessments)
        return {reason: found[reason] for reason in Reason if found[reason]}

    def by(self, key: Callable[[Target], object]) -> "dict[object, Scorecard]":
        """One scorecard for each value of a key of the targets, in order of appearance.

        Example:
            >>> from govtargets import files
            >>> card = files.read("examples/national").assess()
            >>> list(card.by(lambda target: target.period.last_year))[:3]
            [2011, 2012, 2013]
        """
        groups: dict[object, None] = dict.fromkeys(key(one.target) for one in self.assessments)
        return {
            group: self._keep(lambda one, group=group: key(one.target) == group)  # type: ignore[misc]  # bound early
            for group in groups
        }

    def only(self, *verdicts: Verdict, reason: Reason | None = None) -> "Scorecard":
        """The part with these verdicts, and with that reason.

        Raises:
            InvalidValueError: What is given is no verdict, or no reason.

        Example:
            >>> from govtargets import Verdict, files
            >>> card = files.read("examples/jiaozuo").during("2023年").assess()
            >>> [str(one.target.goal) for one in card.only(Verdict.MET)]
            ['200万吨左右', '323个']
        """
        for verdict in verdicts:
            given(verdict, Verdict, "give a member, such as Verdict.MET")
        if reason is not None:
            given(reason, Reason, "give a member, such as Reason.UNIT_MISMATCH")
        wanted = verdicts or tuple(Verdict)
        return self._keep(
            lambda one: one.verdict in wanted and (reason is None or one.reason is reason)
        )

    def _keep(self, wanted: Callable[[Assessment], bool]) -> "Scorecard":
        """The part whose assessments are wanted; results without a target belong to no part."""
        kept = [place for place, one in enumerate(self.assessments) if wanted(one)]
        targets = {id(self.assessments[place].target) for place in kept}
        return Scorecard(
            [self.assessments[place] for place in kept],
            others={new: self.others[old] for new, old in enumerate(kept) if old in self.others},
            unpaired_targets=tuple(
                one for one in self.unpaired_targets if id(one.record) in targets
            ),
        )

    def text(self, language: Language = "zh") -> str:
        """The scorecard as lines of a terminal, Chinese characters two columns wide.

        Example:
            >>> from govtargets import files
            >>> card = files.read("examples/jiaozuo").during("2023年").assess()
            >>> print(card.text().splitlines()[-1])
            另有30个完成值没有对应的目标。
        """
        from govtargets import report

        return report.scorecard_text(self, language)

    def markdown(self, language: Language = "zh") -> str:
        """The scorecard as a Markdown table.

        Example:
            >>> from govtargets import Scorecard
            >>> Scorecard([]).markdown("en").splitlines()[0]
            '**0 targets: 0 met, 0 missed, 0 indeterminate, 0 pending**'
        """
        from govtargets import report

        return report.scorecard_markdown(self, language)

    def html(self, language: Language = "zh") -> str:
        """The scorecard as an HTML table.

        Example:
            >>> from govtargets import Scorecard
            >>> Scorecard([]).html()[:26]
            '<table class="govtargets">'
        """
        from govtargets import report

        return report.scorecard_html(self, language)

    def _repr_html_(self) -> str:
        return self.html()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The assessments as an Arrow stream."""
        from govtargets import arrow

        table: Any = arrow.encode(self.assessments, record=Assessment)
        return table.__arrow_c_stream__(requested_schema)
