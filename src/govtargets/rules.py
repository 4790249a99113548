"""What the records of a data set say that cannot well be meant; the rules complain and repair nothing."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from govtargets._figures import states_number
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.errors import Problem, Severity
from govtargets.goals import Goal, Relative
from govtargets.indicator import Indicator, indicators
from govtargets.policy import Policy
from govtargets.records import Records
from govtargets.target import Target
from govtargets.vocabulary import Direction, Status, Transformation

__all__ = ["check"]


def __dir__() -> list[str]:
    return __all__


Record = Target | Achievement
# What a figure of each transformation is measured in, where that does not depend on the indicator.
_KINDS: Final = {
    Transformation.GROWTH: frozenset({"ratio", "points", "doubling"}),
    Transformation.AVERAGE_GROWTH: frozenset({"ratio", "doubling"}),
    Transformation.SHARE: frozenset({"ratio"}),
    Transformation.CONTRIBUTION: frozenset({"points"}),
    Transformation.RANK: frozenset({"rank"}),
}
_SERIES: Final = "indicator region period transformation scope price_basis base".split()
_UNFINISHED: Final = frozenset({Status.FORECAST, Status.ESTIMATED})


def check(
    targets: Records[Target], achievements: Records[Achievement], known: Records[Indicator]
) -> list[Problem]:
    """What the rules have to say of these records, in the order of the records.

    Example:
        >>> from govtargets.records import Records
        >>> check(Records(), Records(), Records())
        []
    """
    problems = [*_shared_names(known)]
    for name, records in (("targets", targets), ("achievements", achievements)):
        problems += _repeated(name, records)
        for at, record in enumerate(records):
            for code, column, message, hint in _of_record(record, known):
                problems.append(_problem(records, at, name, code, column, message, hint))
    return problems


def _problem(
    records: Records[Record], at: int, name: str, code: str, column: str, message: str, hint: str
) -> Problem:
    """A complaint with its place: the file and line where they are known, else the place among the records."""
    place = records.place(at)
    value = getattr(records[at], column, None)
    return Problem(
        code=code,
        message=f"{records[at]}: {message}",
        hint=hint,
        severity=_SEVERITIES.get(code, Severity.WARNING),
        path=place.path or f"{name}[{at}]",
        row=place.row,
        column=column,
        value=None if value is None else str(value),
    )


_SEVERITIES: Final = {"direction-unknown": Severity.INFO}
_Found = Iterator[tuple[str, str, str, str]]


def _of_record(record: Record, known: Records[Indicator]) -> _Found:
    for rule in _RULES:
        yield from rule(record)
    if isinstance(record, Target):
        yield from _reference(record, known)


def _figure(record: Record) -> tuple[str, Goal]:
    return ("goal", record.goal) if isinstance(record, Target) else ("value", record.value)


def _unit(record: Record) -> _Found:
    """The unit is of another kind than the indicator or the transformation asks for."""
    column, value = _figure(record)
    if not isinstance(value, Bounds):
        return
    usual, how = record.indicator.unit, record.transformation
    if how in _KINDS:
        if value.kind.id not in _KINDS[how]:
            kinds = " or ".join(sorted(_KINDS[how]))
            message = f"{value} is {value.kind}, but a {how.value} is stated in {kinds}"
            yield "unit-differs", column, message, "correct the unit or the column transformation"
    elif usual is not None and how in {record.indicator.transformation, None}:
        if usual.kind is not value.kind:
            message = f"{value} is {value.kind}, the indicator is in {usual}, {usual.kind}"
            yield "unit-differs", column, message, f"write it in {usual}, or correct the indicator"


def _other_numbers(record: Record) -> _Found:
    """Baseline and stretch are of another kind, or the stretch is no higher tier."""
    column, value = _figure(record)
    if not isinstance(value, Bounds):
        return
    if record.baseline is not None and record.baseline.kind is not value.kind:
        message = f"the baseline {record.baseline} is {record.baseline.kind}, {value} {value.kind}"
        yield "baseline-unit-differs", "baseline", message, "state both in one kind of unit"
    stretch = record.stretch if isinstance(record, Target) else None
    if stretch is None:
        return
    if stretch.kind is not value.kind:
        message = f"the stretch {stretch} is {stretch.kind}, {column} {value} {value.kind}"
        yield "stretch-unit-differs", "stretch", message, "state both in one kind of unit"
    elif _is_easier(stretch, value, record.indicator.direction):
        message = f"the stretch {stretch} asks for less than the goal {value}"
        yield "stretch-below-goal", "stretch", message, "exchange the two"


def _is_easier(stretch: Bounds, goal: Bounds, direction: Direction | None) -> bool:
    if goal.kind.id == "rank":
        direction = Direction.LOWER
    if direction is Direction.HIGHER:
        return stretch.value < goal.value
    return direction is Direction.LOWER and stretch.value > goal.value


def _direction(record: Record) -> _Found:
    """A goal whose reading depends on the direction, which nobody says."""
    if not isinstance(record, Target) or not isinstance(record.goal, Bounds):
        return
    goal, policy = record.goal, Policy.default()
    if record.indicator.direction is None and policy.certain(goal, None) != policy.possible(
        goal, None
    ):
        message = f"{goal} reads differently by direction, and the indicator has none"
        yield (
            "direction-unknown",
            "goal",
            message,
            "fill the indicator's direction: higher, lower or at_target",
        )


def _quote(record: Record) -> _Found:
    """The quoted words do not state the figure."""
    column, value = _figure(record)
    quote = record.source.quote if record.source is not None else None
    if quote is None or not isinstance(value, Bounds):
        return
    for end in (value.low, value.high):
        if end is not None and not states_number(quote, end):
            message = f"the quote {quote!r} does not hold the figure {end}"
            yield "quote-lacks-figure", "quote", message, f"correct the quote or {column}"
            return


def _dates(record: Record) -> _Found:
    """The document is older than what it reports, or younger than what it plans."""
    day = record.source.date if record.source is not None else None
    if day is None:
        return
    if isinstance(record, Target):
        if day > record.period.end:
            message = f"the document of {day} came after the period ended"
            yield "late-target", "date", message, "correct the date or the period"
    elif day < record.period.end and record.status not in _UNFINISHED:
        message = f"the document of {day} came before the period ended"
        yield "early-result", "date", message, "correct the date or the period, or mark it forecast"


def _ranks(record: Record) -> _Found:
    """A place among nobody knows whom."""
    column, value = _figure(record)
    if isinstance(value, Bounds) and value.kind.id == "rank" and record.scope is None:
        yield "rank-without-scope", column, f"{value} of whom is not said", "fill scope, as in 全省"


_RULES: Final[tuple[Callable[[Record], _Found], ...]] = (
    _unit,
    _other_numbers,
    _direction,
    _quote,
    _dates,
    _ranks,
)


def _reference(target: Target, known: Sequence[Indicator]) -> _Found:
    """A relative goal refers to an indicator that nobody knows."""
    goal = target.goal
    if not isinstance(goal, Relative) or goal.reference is None:
        return
    name = goal.reference
    spellings = {name, *(name.removesuffix(end) for end in ("增速", "增长", "增长率", "增幅"))}
    if not any(one.answers_to(word) for one in known for word in spellings):
        message = f"no indicator is called {name}"
        hint = "add it to the indicators, or to the aliases of one of them"
        common = [one for one in indicators() if any(map(one.answers_to, spellings))]
        if common:
            hint = f"{hint}; the common catalogue has {common[0].id}: {common[0].name}"
        yield "unknown-reference", "goal", message, hint


def _repeated(name: str, records: Records[Record]) -> Iterator[Problem]:
    """One fact stated twice: alike, or with two figures."""
    first: dict[tuple[object, ...], int] = {}
    for at, record in enumerate(records):
        key = tuple(getattr(record, field) for field in _SERIES)
        status = record.status if isinstance(record, Achievement) else None
        before = first.setdefault((*key, status), at)
        if before == at:
            continue
        column, value = _figure(record)
        _, earlier = _figure(records[before])
        where = records.place(before).row or f"{name}[{before}]"
        if value == earlier:
            message, hint = (
                f"said before, in row {where}",
                "keep both where the source says it twice",
            )
            yield _problem(records, at, name, "said-twice", column, message, hint)
        else:
            message = f"row {where} says {earlier} of the same"
            hint = "correct one, or tell them apart by scope, price_basis, base or status"
            yield _problem(records, at, name, "conflicting-values", column, message, hint)


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
