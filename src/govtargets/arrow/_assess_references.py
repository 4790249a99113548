"""The other series of relative goals (同步, 高于全省平均): looked up once for a table, by the rule of data sets."""

from collections.abc import Mapping

import pyarrow as pa

from govtargets._match import reference, results_index
from govtargets.achievement import Achievement
from govtargets.arrow._assess_columns import Ints
from govtargets.arrow._assess_slow import named, records
from govtargets.arrow.codec import decode
from govtargets.errors import ProblemsError
from govtargets.indicator import Indicator

__all__ = ["Reached", "references_of"]

# By the row of a target: what the series that its goal refers to has reached.
Reached = Mapping[int, Achievement]


def references_of(
    targets: pa.Table, rows: Ints, references: pa.Table, indicators: Mapping[str, Indicator]
) -> Reached:
    """For the relative goals in some rows, the results of the series that they name, where there are any.

    Args:
        targets: The table of targets.
        rows: Its relative goals.
        references: Results, in the schema `ACHIEVEMENTS`.
        indicators: Indicators of which a row gives only the id.

    Raises:
        ProblemsError: A row of the references gives no record.
    """
    found = decode(named(references, indicators), Achievement, indicators=indicators.values())
    if found.problems:
        raise ProblemsError(found.problems)
    index = results_index(found.records)
    goals = records("target", targets, rows, indicators)
    pairs = (
        (row, None if target is None else reference(index, target))
        for row, target in zip(rows.tolist(), goals, strict=True)
    )
    return {row: other for row, other in pairs if other is not None}
