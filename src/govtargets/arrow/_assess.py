"""Judging whole tables: targets and achievements in, judgements out, without a Python object a row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, overload

import pyarrow as pa

from govtargets._record import given, several
from govtargets.arrow._assess_judge import Judge
from govtargets.arrow._assess_out import judgement_schema
from govtargets.arrow._conform import as_reader, as_table
from govtargets.arrow._tables import listed_indicators
from govtargets.arrow.schema import Profile
from govtargets.errors import InvalidValueError
from govtargets.indicator import Indicator
from govtargets.policy import Policy

__all__ = ["Judge", "assess", "assess_batches"]

_DEFAULT: Final = Policy.default()


def assess_batches(
    targets: Any,  # noqa: ANN401  whatever has an Arrow stream
    *,
    policy: Policy = _DEFAULT,
    indicators: Iterable[Indicator] = (),
    references: Any = None,  # noqa: ANN401  the same, or None
    columns: Sequence[str] | None = None,
    keep: Sequence[str] = (),
    profile: Profile = "compact",
) -> Judge:
    """What judges batches of achievements against these targets: batches in, batches out.

    One function for every engine that hands out record batches, such as Spark's `mapInArrow`, which wants
    `profile="plain"`. Every batch is judged alone; what identifies a row is best kept.

    Args:
        targets: The targets, in the schema `TARGETS` or as any engine returned it.
        policy: How the words are read.
        indicators: Indicators of which the targets give only the id.
        references: What other series have reached, in the schema `ACHIEVEMENTS`: the results that relative goals
            (与经济增长同步) refer to.
        columns: Which columns of the judgement to make; all of them where nothing is said.
        keep: Columns of the achievements to repeat, as `achievement_…`.
        profile: `compact` for int32 dictionaries, `plain` for strings (Spark, Daft).

    Raises:
        InvalidValueError: The targets have no Arrow stream or no column `goal`, a judgement has no such column, or an
            argument is of another type.
        ProblemsError: A column of the targets holds floats, or something else that it cannot hold.

    Example:
        >>> import govtargets as gt
        >>> from govtargets import arrow
        >>> grain = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
        >>> year = gt.Period.year(2023)
        >>> target = gt.Target(indicator=grain, goal=gt.Quantity("200", "万吨"), period=year)
        >>> result = gt.Achievement(
        ...     indicator=grain, value=gt.Quantity("204.8", "万吨"), period=year
        ... )
        >>> judge = arrow.assess_batches(
        ...     arrow.encode([target]), columns=["verdict"], keep=["indicator"]
        ... )
        >>> [batch.to_pylist() for batch in judge(arrow.encode([result]).to_batches())]
        [[{'verdict': 'met', 'achievement_indicator': 'grain'}]]
    """
    given(policy, Policy, "give one, such as Policy.named('strict')")
    chosen = None if columns is None else _once("columns", columns)
    judgement_schema(chosen, (), profile)
    others = None if references is None else as_table(references)
    listed = listed_indicators(indicators)
    return Judge(_wanted(targets), policy, listed, chosen, _once("keep", keep), profile, others)


def _wanted(targets: Any) -> pa.Table:  # noqa: ANN401  whatever has an Arrow stream
    found = as_table(targets)
    if "goal" not in found.schema.names:
        # Else every single row would have no target.
        message = (
            "the first table has no column 'goal', so it holds no targets: "
            "give the targets first, then the achievements"
        )
        raise InvalidValueError(message)
    return found


def _once(field: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names asked for, each once."""
    found = several(field, names)
    twice = next((name for name in found if found.count(name) > 1), None)
    if twice is not None:
        message = f"{field} names {twice!r} twice: name it once"
        raise InvalidValueError(message)
    return found


@overload
def assess(
    targets: Any,  # noqa: ANN401  whatever has an Arrow stream
    achievements: pa.RecordBatchReader,
    *,
    policy: Policy = ...,
    indicators: Iterable[Indicator] = ...,
    references: Any = ...,  # noqa: ANN401  the same, or None
    columns: Sequence[str] | None = ...,
    keep: Sequence[str] = ...,
    profile: Profile = ...,
    progress: Callable[[int], object] | None = ...,
) -> pa.RecordBatchReader: ...


@overload
def assess(
    targets: Any,  # noqa: ANN401  whatever has an Arrow stream
    achievements: Any,  # noqa: ANN401  the same
    *,
    policy: Policy = ...,
    indicators: Iterable[Indicator] = ...,
    references: Any = ...,  # noqa: ANN401  the same, or None
    columns: Sequence[str] | None = ...,
    keep: Sequence[str] = ...,
    profile: Profile = ...,
    progress: Callable[[int], object] | None = ...,
) -> pa.Table: ...


def assess(  # noqa: PLR0913  all but two are given by name
    targets: Any,
    achievements: Any,
    *,
    policy: Policy = _DEFAULT,
    indicators: Iterable[Indicator] = (),
    references: Any = None,
    columns: Sequence[str] | None = None,
    keep: Sequence[str] = (),
    profile: Profile = "compact",
    progress: Callable[[int], object] | None = None,
) -> pa.Table | pa.RecordBatchReader:
    """Judge a table of achievements by a table of targets: one row of `ASSESSMENTS` a row, in their order.

    A target belongs to a result by indicator, area and period. Areas go by code where both tables have one, else by
    name; a result without an area only to a target without one, whereas `Dataset.assess` looks for its single answer in
    every area. Periods go by their days, and for a level the end of a year is the year. Of several such targets it is
    the one with the same transformation, price basis, scope and base. A row that has no target, or several, or that
    cannot be read, has no verdict, and `problem` says why. Everything else is as `govtargets.assess` judges the two
    records. The other series of a relative goal is looked up among the references only.

    Columns that play no part in the judgement are not checked; `decode` checks every one.

    Args:
        targets: The targets, in the schema `TARGETS` or as any engine returned it.
        achievements: The achievements likewise. A `RecordBatchReader` is judged as it is read, in bounded memory, and
            gives a reader again; everything else gives a table.
        policy: How the words are read.
        indicators: Indicators of which the targets give only the id.
        references: What other series have reached, in the schema `ACHIEVEMENTS`: the results that relative goals
            (与经济增长同步) refer to, found as `Dataset.assess` finds them. May be the achievements themselves.
        columns: Which columns of the judgement to make; all of them where nothing is said.
        keep: Columns of the achievements to repeat, as `achievement_…`.
        profile: `compact` for int32 dictionaries, `plain` for strings (Spark, Daft).
        progress: Called with the number of rows judged so far, as it grows.

    Raises:
        InvalidValueError: One of the two has no Arrow stream, the first one no column `goal`, or a column asked for
            does not exist.
        ProblemsError: A column holds floats, or something else that it cannot hold; a row of the references gives
            no record.

    Example:
        >>> import govtargets as gt
        >>> from govtargets import arrow
        >>> grain = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
        >>> year = gt.Period.year(2023)
        >>> target = gt.Target(indicator=grain, goal=gt.Quantity("200", "万吨"), period=year)
        >>> result = gt.Achievement(
        ...     indicator=grain, value=gt.Quantity("204.8", "万吨"), period=year
        ... )
        >>> found = arrow.assess(arrow.encode([target]), arrow.encode([result]))
        >>> found.select(["verdict", "gap_magnitude", "gap_unit", "completion"]).to_pylist()
        [{'verdict': 'met', 'gap_magnitude': Decimal('4.800000000'), 'gap_unit': '万吨', 'completion': '128/125'}]
    """
    judge = assess_batches(
        targets,
        policy=policy,
        indicators=indicators,
        references=references,
        columns=columns,
        keep=keep,
        profile=profile,
    )
    whole = isinstance(achievements, pa.Table)
    # The batches of a table keep the dictionaries that its chunks share.
    given: Any = achievements if whole else as_reader(achievements)
    batches: Iterable[pa.RecordBatch] = given.to_batches() if whole else given
    schema = judge.schema(given.schema)
    found = _watched(judge(batches), progress)
    if isinstance(achievements, pa.RecordBatchReader):
        return pa.RecordBatchReader.from_batches(schema, found)
    return pa.Table.from_batches(found, schema)


def _watched(
    batches: Iterable[pa.RecordBatch], progress: Callable[[int], object] | None
) -> Iterator[pa.RecordBatch]:
    rows = 0
    for batch in batches:
        rows += batch.num_rows
        if progress is not None:
            progress(rows)
        yield batch
