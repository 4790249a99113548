"""Judging whole tables: targets and achievements in, judgements out, without a Python object a row."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, Final, NamedTuple, overload

import attrs
import numpy as np
import pyarrow as pa

from govtargets.arrow._assess_beside import beside
from govtargets.arrow._assess_fill import BESIDE, filled
from govtargets.arrow._assess_out import Judged, judgement_schema
from govtargets.arrow._assess_prepared import Prepared
from govtargets.arrow._conform import as_reader, as_table
from govtargets.arrow.schema import Profile
from govtargets.errors import InvalidValueError
from govtargets.indicator import Indicator
from govtargets.policy import Policy

__all__ = ["Judge", "assess", "assess_batches"]

_PART: Final = 2**19
_DEFAULT: Final = Policy.default()


class _Task(NamedTuple):
    """Some rows of a batch, the number of the first one, and the schema of their judgements."""

    part: pa.RecordBatch
    first: int
    schema: pa.Schema


@attrs.define(eq=False)
class Judge:
    """Judges batches of achievements against one table of targets; made by `assess_batches`.

    It may be pickled, so that other processes judge with it: the targets travel along, and are made ready once in
    each process.

    Example:
        >>> import pyarrow as pa
        >>> from govtargets import arrow
        >>> judge = arrow.assess_batches(
        ...     arrow.TARGETS.empty_table(), columns=["verdict", "problem"]
        ... )
        >>> next(judge([pa.record_batch({"indicator": ["grain"]})])).to_pylist()
        [{'verdict': None, 'problem': 'no_target'}]
    """

    targets: pa.Table
    policy: Policy
    indicators: tuple[Indicator, ...]
    columns: tuple[str, ...] | None
    keep: tuple[str, ...]
    profile: Profile
    _ready: Prepared | None = attrs.field(default=None, init=False)

    def __getstate__(self) -> dict[str, Any]:
        return {
            field.name: getattr(self, field.name)
            for field in attrs.fields(type(self))
            if field.name != "_ready"
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            setattr(self, name, value)
        self._ready = None

    @property
    def _prepared(self) -> Prepared:
        if self._ready is None:
            known = {each.id: each for each in self.indicators}
            self._ready = Prepared(self.targets, self.policy, known)
        return self._ready

    def schema(self, achievements: pa.Schema) -> pa.Schema:
        """The schema of the judgements of achievements with that schema.

        Raises:
            InvalidValueError: A column that is asked for, or to be kept, does not exist.
        """
        unknown = next((name for name in self.keep if name not in achievements.names), None)
        if unknown is not None:
            known = ", ".join(achievements.names)
            message = f"the achievements have no column {unknown!r} to keep: choose among {known}"
            raise InvalidValueError(message)
        kept = [achievements.field(name) for name in self.keep]
        return judgement_schema(self.columns, kept, self.profile)

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The judgements of batches, one row a row in their order; rows count on from batch to batch.

        Large batches are judged by as many threads as Arrow itself uses, see `pyarrow.set_cpu_count`.
        """
        workers = pa.cpu_count()
        waiting: deque[Future[pa.RecordBatch]] = deque()
        prepared = self._prepared
        with ThreadPoolExecutor(workers) as pool:
            for task in self._tasks(batches):
                # Threads see the catalogue of units that is in force here.
                waiting.append(pool.submit(copy_context().run, self._part, prepared, task))
                if len(waiting) > workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _tasks(self, batches: Iterable[pa.RecordBatch]) -> Iterator[_Task]:
        first = 0
        for batch in batches:
            schema = self.schema(batch.schema)
            for start in range(0, max(batch.num_rows, 1), _PART):
                part = batch.slice(start, _PART)
                yield _Task(part, first, schema)
                first += part.num_rows

    def _part(self, prepared: Prepared, task: _Task) -> pa.RecordBatch:
        part, first, schema = task
        read = prepared.read(part)
        names = schema.names[: len(schema.names) - len(self.keep)]
        wants_beside = any(name.startswith(BESIDE) for name in names)
        wants_stretch = any(name.startswith("stretch") for name in names)
        wants_targets = wants_beside or wants_stretch or "target_row" in names
        ruled = prepared.ruled(read, wants_targets=wants_targets)
        found = Judged(ruled.outcomes, ruled.at, first, None, None)
        if wants_stretch and ruled.at is not None:
            found = attrs.evolve(found, stretch=prepared.stretched(read, ruled.outcomes, ruled.at))
        if wants_beside and ruled.at is not None:
            at = ruled.at.astype(np.int64)
            numbers = beside(
                ruled.outcomes, at, prepared.goals, read.results, prepared.baseline, self.policy
            )
            found = attrs.evolve(found, beside=numbers)
        return filled(prepared, found, part, schema, self.keep)


def assess_batches(
    targets: Any,  # noqa: ANN401  whatever has an Arrow stream
    *,
    policy: Policy = _DEFAULT,
    indicators: Iterable[Indicator] = (),
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
        columns: Which columns of the judgement to make; all of them where nothing is said.
        keep: Columns of the achievements to repeat, as `achievement_…`.
        profile: `compact` for int32 dictionaries, `plain` for strings (Spark, Daft).

    Raises:
        InvalidValueError: The targets have no Arrow stream, or a judgement has no such column.
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
    chosen = None if columns is None else tuple(columns)
    judgement_schema(chosen, (), profile)
    return Judge(as_table(targets), policy, tuple(indicators), chosen, tuple(keep), profile)


@overload
def assess(
    targets: Any,  # noqa: ANN401  whatever has an Arrow stream
    achievements: pa.RecordBatchReader,
    *,
    policy: Policy = ...,
    indicators: Iterable[Indicator] = ...,
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
    columns: Sequence[str] | None = ...,
    keep: Sequence[str] = ...,
    profile: Profile = ...,
    progress: Callable[[int], object] | None = ...,
) -> pa.Table: ...


def assess(
    targets: Any,
    achievements: Any,
    *,
    policy: Policy = _DEFAULT,
    indicators: Iterable[Indicator] = (),
    columns: Sequence[str] | None = None,
    keep: Sequence[str] = (),
    profile: Profile = "compact",
    progress: Callable[[int], object] | None = None,
) -> pa.Table | pa.RecordBatchReader:
    """Judge a table of achievements by a table of targets: one row of `ASSESSMENTS` a row, in their order.

    A target belongs to a result by indicator, area and period: by the area's code where both tables have one, else by
    its name; periods by their days, and for a level the end of a year is the year. Of several such targets it is the
    one with the same transformation, price basis, scope and base. A row that has no target, or several, or that cannot
    be read, has no verdict, and `problem` says why. Everything else is as `govtargets.assess` judges the two records.
    The other series of a relative goal is not looked up.

    Columns that play no part in the judgement are not checked; `decode` checks every one.

    Args:
        targets: The targets, in the schema `TARGETS` or as any engine returned it.
        achievements: The achievements likewise. A `RecordBatchReader` is judged as it is read, in bounded memory, and
            gives a reader again; everything else gives a table.
        policy: How the words are read.
        indicators: Indicators of which the targets give only the id.
        columns: Which columns of the judgement to make; all of them where nothing is said.
        keep: Columns of the achievements to repeat, as `achievement_…`.
        profile: `compact` for int32 dictionaries, `plain` for strings (Spark, Daft).
        progress: Called with the number of rows judged so far, as it grows.

    Raises:
        InvalidValueError: One of the two has no Arrow stream, or a column asked for does not exist.
        ProblemsError: A column holds floats, or something else that it cannot hold.

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
        targets, policy=policy, indicators=indicators, columns=columns, keep=keep, profile=profile
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
