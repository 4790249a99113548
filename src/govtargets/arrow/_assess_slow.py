"""Pairs that columns cannot judge: their rows become records, and the judge of records decides."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from govtargets.achievement import Achievement
from govtargets.arrow._assess_columns import Ints, arrow_array, column
from govtargets.arrow._cast import takeable
from govtargets.arrow._conform import fit
from govtargets.arrow._gather import Faults
from govtargets.arrow._tables import Known, decoded
from govtargets.arrow._types import pc
from govtargets.arrow.schema import SCHEMAS, TEXT, WORD, RecordName
from govtargets.assessment import Assessment
from govtargets.indicator import Indicator
from govtargets.judge import assess
from govtargets.policy import Policy

__all__ = ["named", "one_by_one", "records"]


def one_by_one(
    targets: pa.Table,
    at: Ints,
    achievements: pa.Table,
    rows: Ints,
    indicators: Mapping[str, Indicator],
    policy: Policy,
    references: Mapping[int, Achievement],
) -> list[Assessment | str]:
    """The judgement of each pair, or which side of it cannot be read.

    Args:
        targets: The table of targets.
        at: The target of each pair.
        achievements: A table of results.
        rows: The result of each pair.
        indicators: Indicators of which a row gives only the id.
        policy: How the words are read.
        references: By the row of a target, the result of the series that its goal refers to.
    """
    wanted, places = np.unique(at, return_inverse=True)
    goals = records("target", targets, wanted, indicators)
    others = [references.get(row) for row in wanted.tolist()]
    results = records("achievement", achievements, rows, indicators)
    found: list[Assessment | str] = []
    for place, result in zip(places.tolist(), results, strict=True):
        goal = goals[place]
        if result is None:
            found.append("unreadable_achievement")
        elif goal is None:
            found.append("unreadable_target")
        else:
            found.append(assess(goal, result, policy=policy, reference=others[place]))
    return found


def records(
    name: RecordName, table: pa.Table, rows: Ints, indicators: Mapping[str, Indicator]
) -> Sequence[Any]:
    """The record of each of these rows of a table, `None` where it gives none."""
    schema = SCHEMAS[name]
    # By their places, since a name may be there twice.
    known = table.select(
        [place for place, field in enumerate(table.schema.names) if field in schema.names]
    )
    # What a record cannot have may be of a type of which Arrow cannot even take rows.
    if fit(named(known.slice(0, 0), indicators), schema).table is None:
        return [None] * len(rows)
    columns = [takeable(column).take(arrow_array(rows)) for column in known.columns]
    taken = pa.Table.from_arrays(columns, known.schema.names)
    fitted = fit(named(taken, indicators), schema)
    if fitted.table is None:
        return [None] * len(rows)
    faults = Faults(len(rows), 0)
    for place, field, problem in fitted.rows:
        faults.add([place], field, problem)
    good = iter(decoded(name, fitted.table, Known(indicators), faults))
    return [None if bad else next(good) for bad in faults.bad.tolist()]


def named(table: pa.Table, indicators: Mapping[str, Indicator]) -> pa.Table:
    """With a name for every indicator: the id stands for it where nothing else is known."""
    ids = column(table, "indicator", WORD)
    if ids is None:
        return table
    texts = pc.cast(ids, TEXT)
    listed = pa.array(list(indicators), TEXT)
    stand_in = pc.if_else(pc.is_in(texts, value_set=listed), pa.scalar(None, TEXT), texts)
    given = column(table, "indicator_name", WORD)
    names = stand_in if given is None else pc.coalesce(pc.cast(given, TEXT), stand_in)
    if "indicator_name" in table.schema.names:
        table = table.drop_columns("indicator_name")
    return table.append_column("indicator_name", pc.dictionary_encode(names))
