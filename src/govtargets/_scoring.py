"""Pair the targets of a data set with their results, and judge them."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple

from govtargets._match import Index, answers, reference, results_index, targets_index
from govtargets.achievement import Achievement
from govtargets.assessment import Assessment
from govtargets.chain import chains
from govtargets.claims import check_claim
from govtargets.errors import Problem
from govtargets.judge import assess
from govtargets.policy import Policy
from govtargets.scorecard import Scorecard, Unpaired
from govtargets.target import Target
from govtargets.verdict import Reason

__all__ = ["scorecard"]

_DEFAULT: Final = Policy.default()


def scorecard(
    targets: Sequence[Target],
    achievements: Sequence[Achievement],
    *,
    policy: Policy = _DEFAULT,
    as_of: dt.date | None = None,
) -> Scorecard:
    """Every target judged by the figures in force that answer it, and what found no partner."""
    index = results_index(achievements)
    judged = [_judged(index, target, policy, as_of) for target in targets]
    used = {at for one in judged for at in one.used}
    left = [one for at, one in enumerate(achievements) if at not in used]
    asked = targets_index(targets if left else ())
    return Scorecard(
        [one.found[0] for one in judged],
        others={place: one.found[1:] for place, one in enumerate(judged) if one.found[1:]},
        unpaired_targets=tuple(
            _unpaired(index, target, Reason.NO_ACHIEVEMENT)
            for target, one in zip(targets, judged, strict=True)
            if not one.used
        ),
        unpaired_achievements=tuple(
            _unpaired(asked, one, Reason.INDICATOR_MISMATCH) for one in left
        ),
        problems=[problem for one in judged for problem in one.problems],
    )


class _Judged(NamedTuple):
    """The assessments of one target, the results that answer it, and what there is to tell."""

    found: tuple[Assessment, ...]
    used: list[int]
    problems: Sequence[Problem]


def _judged(
    index: Index[Achievement], target: Target, policy: Policy, as_of: dt.date | None
) -> _Judged:
    """Judge a target by the figure in force of every fact that answers it, the best first."""
    used = answers(index, target)
    other = reference(index, target, as_of)
    if len(used) == 1 and as_of is None:
        # Nearly every target: one figure, in force whatever its status.
        only = assess(target, index.records[used[0]], policy=policy, reference=other)
        claim = check_claim(only)
        return _Judged((only,), used, () if claim is None else (claim,))
    every = (fact.known_by(as_of) for fact in chains(index.records[at] for at in used))
    facts = [fact for fact in every if fact is not None]
    results: Sequence[Achievement | None] = [fact.figures[-1] for fact in facts] or [None]
    found = tuple(
        assess(target, result, policy=policy, as_of=as_of, reference=other) for result in results
    )
    problems = [
        problem
        for fact in facts
        if len(fact.figures) > 1
        for problem in (
            *fact.conflicts(policy=policy),
            *fact.changed_verdicts(target, policy=policy, reference=other),
        )
    ]
    claims = [check_claim(one) for one in found]
    return _Judged(found, used, [*problems, *(claim for claim in claims if claim is not None)])


def _unpaired(
    index: Index[Target] | Index[Achievement], record: Target | Achievement, nothing: Reason
) -> Unpaired:
    reason, near = index.nearest(record)
    return Unpaired(record=record, reason=reason or nothing, near=tuple(near))
