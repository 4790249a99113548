"""A table of targets made ready once, against which any number of batches of achievements are judged."""

from collections.abc import Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import cached_property
from typing import Final, TypeVar

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets.arrow._assess_blocks import BLOCK, Blocks, blocks
from govtargets.arrow._assess_columns import Codes, Ints, Mask, words
from govtargets.arrow._assess_forms import Forms, known_forms, parts_of_a_number
from govtargets.arrow._assess_goals import BAD_TARGET, Goals, goals, wanted_directions
from govtargets.arrow._assess_keys import NONE, SEVERAL, Index, Keys
from govtargets.arrow._assess_making import Makings
from govtargets.arrow._assess_pairs import judged
from govtargets.arrow._assess_quick import Quick, Spares, Values
from govtargets.arrow._assess_read import stated
from govtargets.arrow._assess_references import Reached, references_of
from govtargets.arrow._assess_rule import FIRST_PROBLEM, MET, OPEN, SLOW, Outcomes, number_of
from govtargets.arrow._assess_stated import Stated
from govtargets.arrow._assess_units import Found, Scale, units_of
from govtargets.indicator import Indicator
from govtargets.policy import Policy
from govtargets.verdict import Reason

__all__ = ["Prepared", "Read", "Ruled"]

_NO_TARGET: Final = number_of("no_target")
_SEVERAL: Final = number_of("several_targets")
_BAD_ACHIEVEMENT: Final = number_of("unreadable_achievement")
_MISSING: Final = number_of(Reason.REFERENCE_MISSING)
# No stretch is stated, so there is nothing to say of it.
NOTHING: Final = number_of("nothing")
# What a goal comes to in words, whatever the result; a mismatch counts less.
_WORDS: Final = [
    number_of(each) for each in (Reason.NOT_STATED, Reason.QUALITATIVE, Reason.DELEGATED)
]
_FUSED: Final = 2**22
_UNITS: Final = ("unit", "upper_unit", "stretch_unit", "stretch_upper_unit")
_Value = TypeVar("_Value", bound=np.generic)


@attrs.frozen
class Read:
    """A batch as the judgement sees it."""

    count: int
    keys: Keys
    results: Stated | None
    values: Values | None
    ranks: Mask | None
    mixed: bool


@attrs.frozen
class Ruled:
    """What some rows come to, and the target of each; -1 for none, `None` where nobody asks."""

    outcomes: Outcomes
    at: Codes | None


class Prepared:
    """Targets by key, with their goals as a policy reads them."""

    def __init__(
        self,
        targets: pa.Table,
        policy: Policy,
        indicators: Mapping[str, Indicator],
        references: pa.Table | None = None,
    ) -> None:
        self.targets, self.policy, self.indicators = targets, policy, indicators
        self.parts = parts_of_a_number(policy)
        self.scale = Scale(2 * self.parts)
        # All goals and higher tiers together decide into what grains are split, before any is weighed.
        units = {name: units_of(targets, name) for name in _UNITS}
        for _, found in units.values():
            self.scale.split(found)
        makings = Makings(targets)
        # Keys and goals know nothing of each other, so both are made at once.
        with ThreadPoolExecutor(pa.cpu_count()) as pool:
            index = pool.submit(Index, targets, makings)
            shared = Blocks(len(targets), pool)
            direction = wanted_directions(targets, indicators)
            self.goals = goals(targets, "", self.scale, direction, policy, shared, units)
            self.stretch = self._stretch(direction, shared, units)
            self.known = Forms.of(known_forms(policy), self.parts)
            if makings.strange is not None:
                self.goals.fixed[makings.strange] = BAD_TARGET
            self.references = self._referred(references)
            self.quick = Quick(self.goals, _NO_TARGET, shared)
            self.index = index.result()
            # Where cells are few, each gets the word of its target, which saves a look-up a row.
            self._by_cell = self.index.dense and len(self.index.rows) <= _FUSED
            self._words = self._placed(self.quick.words, pool)
        self.baseline = self._has("baseline_comparator")

    @cached_property
    def _kinds(self) -> Codes:
        """The kinds of the targets, in the order of the words."""
        few = max(self.goals.kinds, default=0) < 2**15
        own = np.empty(len(self.targets) + 2, np.int16 if few else np.int32)
        own[:2], own[2:] = (SEVERAL, NONE), self.goals.kind
        with ThreadPoolExecutor(1) as pool:
            return self._placed(own, pool)

    def _placed(self, values: npt.NDArray[_Value], pool: Executor) -> npt.NDArray[_Value]:
        """Values of several targets, of none, then of each one, as they are looked up: by cell, or as they are."""
        if not self._by_cell:
            return values
        rows = self.index.rows
        found = np.empty(len(rows), values.dtype)

        def place(block: slice) -> None:
            # Several targets, which the exact way tells apart, have numbers of their own.
            places = np.maximum(rows[block], SEVERAL) - SEVERAL
            np.take(values, places, out=found[block], mode="clip")

        Blocks(len(rows), pool).each(place)
        return found

    def _referred(self, references: pa.Table | None) -> Reached:
        """The other series of relative goals; a goal that has one is left to the judge of records."""
        relative = np.flatnonzero(self.goals.fixed == _MISSING)
        if references is None or not len(relative):
            return {}
        found = references_of(self.targets, relative, references, self.indicators)
        self.goals.fixed[list(found)] = SLOW
        return found

    def _stretch(
        self, direction: npt.NDArray[np.int8], shared: Blocks, units: Mapping[str, Found]
    ) -> Goals | None:
        has = self._has("stretch_comparator")
        if not has.any():
            return None
        own = self.targets, "stretch_", self.scale, direction, self.policy
        found = goals(*own, shared, units)
        # A row that contradicts itself gives no record, so nothing of it is judged.
        self.goals.fixed[has & (found.fixed == BAD_TARGET)] = BAD_TARGET
        found.fixed[~has] = NOTHING
        return found

    def _has(self, name: str) -> Mask:
        found = words(self.targets, name)
        if found is None:
            return np.zeros(len(self.targets), bool)
        return np.asarray(found.codes != len(found.values) - 1)

    def read(self, batch: pa.RecordBatch) -> Read:
        """The columns of a batch that play a part."""
        results = stated(batch, "", self.scale)
        values = None if results is None else Values.of(results, self.parts)
        rank = self.scale.known("rank")
        ranks, kinds = None, set[int]()
        if results is not None:
            kinds = set(results.unit.kind.tolist()) - {-1}
            if rank in kinds:
                ranks = results.unit.kind[results.unit.codes] == rank
        mixed = len(self.goals.kinds | kinds) > 1
        return Read(batch.num_rows, self.index.keys(batch), results, values, ranks, mixed)

    def ruled(self, read: Read, *, wants_targets: bool) -> Ruled:
        """What the rows of a batch come to.

        Args:
            read: The batch.
            wants_targets: Whether the target of each row is asked.
        """
        outcomes, spares = np.empty(read.count, np.uint8), Spares(BLOCK)
        careful = self.index.makings.concerns(read.keys.making, ranks=read.ranks is not None)
        careful |= read.keys.called is not None
        at = np.empty(read.count, np.int32) if wants_targets or careful else None
        open_rows, held = [], []
        for block in blocks(read.count):
            some, found = self._block(
                read, block, outcomes[block], None if at is None else at[block], spares
            )
            open_rows.append(some + block.start)
            held.append(found)
        if open_rows:
            left, cells = np.concatenate(open_rows), np.concatenate(held)
            at = self._settle(read, left, cells, outcomes, at)
        if careful and at is not None:
            others = self.index.elsewhere(read.keys, at)
            outcomes[others], at[others] = _NO_TARGET, NONE
            self._mismatched(read, outcomes, at)
        if read.keys.making.strange is not None:
            outcomes[read.keys.making.strange & (outcomes < FIRST_PROBLEM)] = _BAD_ACHIEVEMENT
        return Ruled(outcomes, at)

    def _block(
        self, read: Read, block: slice, outcomes: Outcomes, at: Codes | None, spares: Spares
    ) -> tuple[Ints, Codes]:
        """The quick way through a block: the rows that it leaves open, and what their cells hold."""
        cells = np.empty(block.stop - block.start, self.index.type)
        self.index.into(read.keys, block, cells)
        places = self.index.places(cells)
        words_at = places
        if at is not None or not self._by_cell:
            held = np.take(self.index.rows, places, mode="clip")
            if at is not None:
                at[:] = held
            if not self._by_cell:
                words_at = np.maximum(held, SEVERAL) - SEVERAL
        self._outcomes(read, block, words_at, outcomes, spares)
        left = np.flatnonzero(outcomes == OPEN)
        return left, self.index.rows[places[left]]

    def _outcomes(
        self, read: Read, block: slice, places: Codes | Ints, outcomes: Outcomes, spares: Spares
    ) -> None:
        """What the quick filter says of a block whose words stand at these places."""
        if read.values is None or read.results is None:
            outcomes[:] = OPEN
            return
        self.quick.into(self._words, places, read.values.at(block), outcomes, spares)
        if read.mixed:
            wanted = np.take(self._kinds, places, mode="clip")
            kind = np.take(read.results.unit.kind, read.results.unit.codes[block])
            # A goal without a kind states no number.
            outcomes[(wanted != kind) & (wanted >= 0)] = OPEN

    def _settle(
        self, read: Read, rows: Ints, held: Codes, outcomes: Outcomes, at: Codes | None
    ) -> Codes | None:
        """The exact way for what the quick one left open; the targets are returned where they are needed."""
        if self.index.tries_other_names(read.keys):
            missing = np.flatnonzero(outcomes == _NO_TARGET)
            rows, places = np.unique(np.append(rows, missing), return_index=True)
            held = np.append(held, np.full(len(missing), NONE, np.int32))[places]
        if not len(rows):
            return at
        found = self.index.settled(held, read.keys, rows)
        come = np.where(found == NONE, np.uint8(_NO_TARGET), np.uint8(_SEVERAL))
        there = np.flatnonzero(found >= 0)
        goal = found[there].astype(np.int64)
        come[there] = judged(self.goals, goal, read.results, rows[there], self.known)
        outcomes[rows] = come
        if at is None and (come == SLOW).any():
            at = np.full(len(outcomes), NONE, np.int32)
        if at is not None:
            at[rows] = np.maximum(found, NONE)
        return at

    def _mismatched(self, read: Read, outcomes: Outcomes, at: Codes) -> None:
        """What the two sides differ in comes before what their numbers say, but after what the goal is."""
        there = np.flatnonzero((at >= 0) & ((outcomes < FIRST_PROBLEM) | (outcomes == SLOW)))
        there = there[~np.isin(outcomes[there], _WORDS)]
        differ = self.mismatch(read, there, at)
        outcomes[there] = np.where(differ != 0, differ, outcomes[there])

    def mismatch(self, read: Read, rows: Ints, at: Codes) -> Outcomes:
        """In what some rows differ from their targets; 0 for nothing."""
        ranks = np.zeros(len(rows), bool) if read.ranks is None else read.ranks[rows]
        return self.index.makings.mismatch(at[rows].astype(np.int64), read.keys.making, rows, ranks)

    def stretched(self, read: Read, outcomes: Outcomes, at: Codes) -> Outcomes | None:
        """What the higher tiers come to, `NOTHING` where there is none; `None` where no target has one."""
        if self.stretch is None:
            return None
        found = np.full(len(outcomes), NOTHING, np.uint8)
        there = np.flatnonzero((at >= 0) & ((outcomes < FIRST_PROBLEM) | (outcomes == SLOW)))
        goal = at[there].astype(np.int64)
        has = self.stretch.fixed[goal] != NOTHING
        there, goal = there[has], goal[has]
        differ = self.mismatch(read, there, at)
        come = judged(self.stretch, goal, read.results, there, self.known)
        # Reaching the higher tier counts only where the goal itself is reached.
        come = np.where(come == MET, outcomes[there], come)
        found[there] = np.where(differ != 0, differ, come)
        return found
