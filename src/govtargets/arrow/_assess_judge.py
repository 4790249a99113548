"""The judge of batches, which may travel to other processes; large batches are shared out among threads."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, Final, NamedTuple

import attrs
import numpy as np
import pyarrow as pa

from govtargets.arrow._assess_beside import beside
from govtargets.arrow._assess_fill import BESIDE, filled
from govtargets.arrow._assess_out import Judged, judgement_schema
from govtargets.arrow._assess_prepared import Prepared
from govtargets.arrow._conform import doubled
from govtargets.arrow.schema import Profile
from govtargets.errors import InvalidValueError, ProblemsError
from govtargets.indicator import Indicator
from govtargets.policy import Policy

__all__ = ["Judge"]

# How many rows a thread takes at once: few enough for a share each, many enough to be worth it.
_FEWEST: Final = 2**17
_MOST: Final = 2**20


class _Task(NamedTuple):
    """Some rows of a batch, the number of the first one, and the schema of their judgements."""

    part: pa.RecordBatch
    first: int
    schema: pa.Schema


def _checked(batch: object) -> pa.RecordBatch:
    if not isinstance(batch, pa.RecordBatch):
        message = f"a {type(batch).__name__} is no record batch: give table.to_batches()"
        raise InvalidValueError(message)
    return batch


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
    references: pa.Table | None
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
            self._ready = Prepared(self.targets, self.policy, known, self.references)
        return self._ready

    def schema(self, achievements: pa.Schema) -> pa.Schema:
        """The schema of the judgements of achievements with that schema.

        Raises:
            InvalidValueError: A column that is asked for, or to be kept, does not exist, or no column is asked for.
            ProblemsError: A column to be kept is there twice.
        """
        names = Counter(achievements.names)
        unknown = next((name for name in self.keep if name not in names), None)
        if unknown is not None:
            known = ", ".join(achievements.names)
            message = f"the achievements have no column {unknown!r} to keep: choose among {known}"
            raise InvalidValueError(message)
        twice = [doubled(name) for name in self.keep if names[name] > 1]
        if twice:
            raise ProblemsError(twice)
        if self.columns == self.keep == ():
            message = "a judgement without columns says nothing: name one in columns= or keep="
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
        for batch in map(_checked, batches):
            schema = self.schema(batch.schema)
            share = -(-batch.num_rows // (2 * pa.cpu_count()))
            size = min(max(share, _FEWEST), _MOST)
            for start in range(0, max(batch.num_rows, 1), size):
                part = batch.slice(start, size)
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
