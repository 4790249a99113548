"""What one record says that cannot well be meant."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from govtargets._naming import spellings
from govtargets._quoted import states_number
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.goals import Goal, Relative
from govtargets.indicator import Indicator, indicators
from govtargets.target import Target
from govtargets.vocabulary import Direction, Status, Transformation

__all__ = ["Complaint", "Record", "complaints", "figure"]

Record = Target | Achievement
# What a figure of each transformation is measured in, where that does not depend on the indicator.
_KINDS: Final = {
    Transformation.GROWTH: frozenset({"ratio", "points", "doubling"}),
    Transformation.AVERAGE_GROWTH: frozenset({"ratio", "doubling"}),
    Transformation.SHARE: frozenset({"ratio"}),
    Transformation.CONTRIBUTION: frozenset({"points"}),
    Transformation.RANK: frozenset({"rank"}),
}
_UNFINISHED: Final = frozenset({Status.FORECAST, Status.ESTIMATED})


class Complaint(NamedTuple):
    """What is wrong with one field of a record."""

    code: str
    column: str
    message: str
    hint: str


_Found = Iterator[Complaint]


def complaints(record: Record, known: Sequence[Indicator]) -> _Found:
    """Everything there is to complain about in one record."""
    for rule in _RULES:
        yield from rule(record)
    if isinstance(record, Target):
        yield from _reference(record, known)


def figure(record: Record) -> tuple[str, Goal]:
    """The column of a record's figure, and what it states."""
    return ("goal", record.goal) if isinstance(record, Target) else ("value", record.value)


def _unit(record: Record) -> _Found:
    """The unit is of another kind than the indicator or the transformation asks for."""
    column, value = figure(record)
    if not isinstance(value, Bounds):
        return
    usual, how = record.indicator.unit, record.transformation
    if how in _KINDS:
        if value.kind.id not in _KINDS[how]:
            kinds = " or ".join(sorted(_KINDS[how]))
            message = f"{value} is {value.kind}, but a {how.value} is stated in {kinds}"
            yield Complaint(
                "unit-differs", column, message, "correct the unit or the column transformation"
            )
    elif _is_usual(record) and usual is not None and usual.kind is not value.kind:
        message = f"{value} is {value.kind}, the indicator is in {usual}, {usual.kind}"
        yield Complaint(
            "unit-differs", column, message, f"write it in {usual}, or correct the indicator"
        )


def _is_usual(record: Record) -> bool:
    """Whether the figure is made as the indicator's usually are."""
    return record.transformation in {record.indicator.transformation, None}


def _other_numbers(record: Record) -> _Found:
    """Baseline and stretch are of another kind, or the stretch is no higher tier."""
    column, value = figure(record)
    if not isinstance(value, Bounds):
        return
    if record.baseline is not None and record.baseline.kind is not value.kind:
        message = f"the baseline {record.baseline} is {record.baseline.kind}, {value} {value.kind}"
        yield Complaint(
            "baseline-unit-differs", "baseline", message, "state both in one kind of unit"
        )
    stretch = record.stretch if isinstance(record, Target) else None
    if stretch is None:
        return
    if stretch.kind is not value.kind:
        message = f"the stretch {stretch} is {stretch.kind}, {column} {value} {value.kind}"
        yield Complaint(
            "stretch-unit-differs", "stretch", message, "state both in one kind of unit"
        )
    elif _is_easier(stretch, value, record.indicator.direction):
        message = f"the stretch {stretch} asks for less than the goal {value}"
        yield Complaint("stretch-below-goal", "stretch", message, "exchange the two")


def _is_easier(stretch: Bounds, goal: Bounds, direction: Direction | None) -> bool:
    if goal.kind.id == "rank":
        direction = Direction.LOWER
    if direction is Direction.HIGHER:
        return stretch.value < goal.value
    return direction is Direction.LOWER and stretch.value > goal.value


def _quote(record: Record) -> _Found:
    """The quoted words do not state the figure."""
    column, value = figure(record)
    quote = record.source.quote if record.source is not None else None
    if quote is None or not isinstance(value, Bounds):
        return
    for end in (value.low, value.high):
        if end is not None and not states_number(quote, end):
            message = f"the quote {quote!r} does not hold the figure {end}"
            yield Complaint(
                "quote-lacks-figure", "quote", message, f"correct the quote or {column}"
            )
            return


def _dates(record: Record) -> _Found:
    """The document is older than what it reports, or younger than what it plans."""
    day = record.source.date if record.source is not None else None
    if day is None:
        return
    if isinstance(record, Target):
        if day > record.period.end:
            message = f"the document of {day} came after the period ended"
            yield Complaint("late-target", "date", message, "correct the date or the period")
    elif day < record.period.end and record.status not in _UNFINISHED:
        message = f"the document of {day} came before the period ended"
        yield Complaint(
            "early-result", "date", message, "correct the date or the period, or mark it forecast"
        )


def _ranks(record: Record) -> _Found:
    """A place among nobody knows whom."""
    column, value = figure(record)
    if isinstance(value, Bounds) and value.kind.id == "rank" and record.scope is None:
        yield Complaint(
            "rank-without-scope", column, f"{value} of whom is not said", "fill scope, as in 全省"
        )


_RULES: Final[tuple[Callable[[Record], _Found], ...]] = (
    _unit,
    _other_numbers,
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
    words = spellings(name)
    if not any(one.answers_to(word) for one in known for word in words):
        message = f"no indicator is called {name}"
        hint = "add it to the indicators, or to the aliases of one of them"
        common = [one for one in indicators() if any(map(one.answers_to, words))]
        if common:
            hint = f"{hint}; the common catalogue has {common[0].id}: {common[0].name}"
        yield Complaint("unknown-reference", "goal", message, hint)
