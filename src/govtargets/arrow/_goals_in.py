"""Goals from columns, whichever of the union each row is."""

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

from govtargets.arrow._bounds_in import bounds_in
from govtargets.arrow._gather import Faults, keyed, problem_of
from govtargets.arrow._numbers_in import numbers_in
from govtargets.arrow._parts_in import period, region, the
from govtargets.arrow._types import Columns, Mask
from govtargets.arrow.schema import columns as columns_of
from govtargets.errors import GovTargetsError, InvalidValueError, Problem
from govtargets.goals import Delegated, Goal, NotStated, Qualitative, Relation, Relative

__all__ = ["goals_in"]

_NAMES: Final = [column.name for column in columns_of("target")]
_RELATIVE: Final = _NAMES[_NAMES.index("relation") : _NAMES.index("words")]
# Which columns belong to which kind of goal.
_OWN: Final[dict[str, list[str]]] = {
    "bounds": _NAMES[_NAMES.index("comparator") : _NAMES.index("relation")],
    "relative": _RELATIVE,
    "qualitative": ["words"],
    "delegated": ["assigner"],
    "not_stated": [],
}


def goals_in(columns: Columns, faults: Faults) -> list[Goal | None]:
    """One goal a row."""
    kinds = keyed(columns["goal"])
    faults.where(~kinds.present, "goal", _NO_KIND)
    places = {kind: kinds.codes == code for code, kind in enumerate(kinds.values)}
    for kind, rows in places.items():
        if kind not in _OWN:
            faults.where(rows, "goal", _unknown(kind))
            continue
        _contradictions(columns, kind, rows, faults)
    found = np.fromiter(bounds_in(columns, "", faults), object, len(kinds.codes))
    stated = places.get("bounds", np.zeros(len(found), bool))
    missing = stated & (found == None) & ~faults.bad  # noqa: E711  numpy compares every element
    faults.where(missing, "comparator", _MISSING)
    makers: dict[str, Callable[[int], Goal]] = {
        "relative": _relatives(columns),
        "qualitative": lambda row: Qualitative(_text(columns, "words", row)),
        "delegated": lambda row: Delegated(_text(columns, "assigner", row)),
        "not_stated": lambda _: _NOT_STATED,
    }
    for kind in places.keys() & makers.keys():
        _fill(found, places[kind], makers[kind], kind, faults)
    goals: list[Goal | None] = found.tolist()
    return goals


_NOT_STATED: Final = NotStated()
_NO_KIND: Final = Problem(
    code="missing-value",
    message="the kind of goal is empty",
    hint=f"expected {', '.join(_OWN)}",
)
_MISSING: Final = Problem(
    code="missing-value",
    message="the goal is a stated number, but there is none",
    hint="fill comparator, magnitude, digits and unit, or name another kind of goal",
)


def _unknown(kind: str) -> Problem:
    return Problem(
        code="invalid-value",
        message=f"{kind!r} is no kind of goal",
        hint=f"expected {', '.join(_OWN)}",
        value=kind,
    )


def _contradictions(columns: Columns, kind: str, rows: Mask, faults: Faults) -> None:
    """A row may fill only the columns of its own kind of goal."""
    for other, names in _OWN.items():
        for name in names if other != kind else ():
            column = columns[name]
            if column.null_count == len(column):
                continue
            problem = Problem(
                code="contradiction",
                message=f"the goal is {kind}, but {name} belongs to {other}",
                hint=f"empty {name}, or mend the kind of goal",
            )
            faults.where(rows & ~np.asarray(column.is_null()), name, problem)


def _fill(
    found: "npt.NDArray[np.object_]",
    rows: Mask,
    make: Callable[[int], Goal],
    kind: str,
    faults: Faults,
) -> None:
    for row in np.flatnonzero(rows & ~faults.bad).tolist():
        try:
            found[row] = make(row)
        except GovTargetsError as error:
            faults.add([row], _OWN[kind][0], problem_of(error))


def _text(columns: Columns, name: str, row: int) -> str:
    text = columns[name][row].as_py()
    if text is None:
        message = f"{name} is empty: give the words as the document has them"
        raise InvalidValueError(message)
    return str(text)


def _relatives(columns: Columns) -> Callable[[int], Relative]:
    margins = numbers_in(columns, "margin_")
    regions = [name for name in _RELATIVE if name.startswith("reference_region")]
    periods = [name for name in _RELATIVE if name.startswith("reference_period")]

    def make(row: int) -> Relative:
        values = {name: columns[name][row].as_py() for name in _RELATIVE}
        text, *dates = (values[name] for name in periods)
        return Relative(
            the(Relation, _text(columns, "relation", row)),
            values["reference"],
            region(*(values[name] for name in regions)),
            period(text, *dates) if any(each is not None for each in dates) else text,
            margins.quantity(row) if margins.present[row] else None,
        )

    return make
