"""What the records of a data set say that cannot well be meant; nothing is repaired here."""

from collections.abc import Iterator
from typing import Final

from govtargets._match import answers, results_index
from govtargets._record_rules import Complaint, Record, complaints, figure
from govtargets._wording import making
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.chain import Chain
from govtargets.errors import Problem, Severity
from govtargets.indicator import Indicator
from govtargets.policy import Policy
from govtargets.records import Records
from govtargets.target import Target
from govtargets.verdict import Reason
from govtargets.vocabulary import Transformation

__all__ = ["check"]


def __dir__() -> list[str]:
    return __all__


_SERIES: Final = (
    "indicator",
    "region",
    "period",
    "transformation",
    "scope",
    "price_basis",
    "base",
)


def check(
    targets: Records[Target], achievements: Records[Achievement], known: Records[Indicator]
) -> list[Problem]:
    """What the rules have to say of these records.

    Example:
        >>> check(Records(), Records(), Records())
        []
    """
    found = [*_shared_names(known), *_undirected(targets, known)]
    found += _otherwise_made(targets, achievements)
    tables: dict[str, Records[Record]] = {"targets": targets, "achievements": achievements}
    for name, records in tables.items():
        found += _repeated(name, records)
        found += [
            _problem(records, at, name, complaint)
            for at, record in enumerate(records)
            for complaint in complaints(record, known)
        ]
    return found


def _problem(records: Records[Record], at: int, name: str, complaint: Complaint) -> Problem:
    """A complaint with its place: file and line, else the position among the records."""
    place = records.place(at)
    value = getattr(records[at], complaint.column, None)
    value = value.value if isinstance(value, Transformation) else value
    return Problem(
        code=complaint.code,
        message=f"{records[at]}: {complaint.message}",
        hint=complaint.hint,
        severity=Severity.WARNING,
        path=place.path or f"{name}[{at}]",
        row=place.row,
        column=complaint.column,
        value=None if value is None else str(value),
    )


def _undirected(targets: Records[Target], known: Records[Indicator]) -> Iterator[Problem]:
    """An indicator without a direction whose goals read differently by it."""
    policy = Policy.default()
    open_goals: dict[str, list[Bounds]] = {}
    for target in targets:
        goal = target.goal
        if target.indicator.direction is not None or not isinstance(goal, Bounds):
            continue
        if policy.certain(goal, None) != policy.possible(goal, None):
            open_goals.setdefault(target.indicator.id, []).append(goal)
    for at, indicator in enumerate(known):
        goals = open_goals.get(indicator.id)
        if goals:
            place = known.place(at)
            yield Problem(
                code="direction-unknown",
                message=f"{indicator} has no direction, so {len(goals)} of its goals stay open "
                f"(such as {goals[0]})",
                hint="write higher, lower or at_target, or leave it open on purpose",
                severity=Severity.INFO,
                path=place.path or f"indicators[{at}]",
                row=place.row,
                column="direction",
            )


def _otherwise_made(
    targets: Records[Target], achievements: Records[Achievement]
) -> Iterator[Problem]:
    """A target whose only result is made otherwise: a rank for a growth."""
    index = results_index(achievements)
    for at, target in enumerate(targets):
        if answers(index, target):
            continue
        reason, near = index.nearest(target)
        if reason is Reason.TRANSFORMATION_MISMATCH:
            one, other = making(target, "en"), making(near[0], "en")
            message = f"the target is a {one}, the result {near[0].value} a {other}"
            alike = target.transformation in {near[0].transformation, None}
            column = "base" if alike or near[0].transformation is None else "transformation"
            hint = f"find a result made the same way, or correct the column {column}"
            complaint = Complaint("transformation-differs", column, message, hint)
            yield _problem(targets, at, "targets", complaint)


def _repeated(name: str, records: Records[Record]) -> Iterator[Problem]:
    """One fact stated twice: alike, or with two figures."""
    first: dict[tuple[object, ...], int] = {}
    for at, record in enumerate(records):
        key = tuple(getattr(record, field) for field in _SERIES)
        before = first.setdefault((*key, getattr(record, "status", None)), at)
        if before == at:
            continue
        column, value = figure(record)
        _, earlier = figure(records[before])
        where = records.place(before).row or f"{name}[{before}]"
        if value == earlier:
            message, way = f"said before, in row {where}", "keep both if the source says it twice"
            yield _problem(records, at, name, Complaint("said-twice", column, message, way))
        elif _conflict(records[before], record):
            message = f"row {where} says {earlier} of the same"
            way = "correct one, or tell them apart by scope, price_basis, base or status"
            yield _problem(
                records, at, name, Complaint("conflicting-figures", column, message, way)
            )


def _conflict(one: Record, other: Record) -> bool:
    """Whether two figures of one fact cannot both be true: 7.04 % and 7 % can."""
    if isinstance(one, Achievement) and isinstance(other, Achievement):
        return one.value.kind is not other.value.kind or bool(Chain((one, other)).conflicts())
    return True


def _shared_names(known: Records[Indicator]) -> Iterator[Problem]:
    """A name that two indicators answer to, or an id that stands twice."""
    owners: dict[str, Indicator] = {}
    for at, indicator in enumerate(known):
        for name in dict.fromkeys((indicator.id, indicator.name, *indicator.aliases)):
            owner = owners.setdefault(name, indicator)
            if owner is indicator:
                continue
            place = known.place(at)
            yield Problem(
                code="shared-name",
                message=f"{name!r} is {owner.id} and {indicator.id}",
                hint="leave the name to one of them",
                severity=Severity.WARNING,
                path=place.path or f"indicators[{at}]",
                row=place.row,
                column="name" if name == indicator.name else "aliases",
                value=name,
            )
