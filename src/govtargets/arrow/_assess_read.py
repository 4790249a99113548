"""The columns of stated numbers as the judgement sees them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets.arrow._assess_columns import constant, flags, numbers, small, words
from govtargets.arrow._assess_forms import COMPARATORS
from govtargets.arrow._assess_stated import EXACT, NONE, STRANGE, Stated
from govtargets.arrow._assess_units import Found, Scale, units_of

__all__ = ["stated"]

_PLACES: Final = {each.value: place for place, each in enumerate(COMPARATORS)}
_READ: Final[Mapping[str, Found]] = MappingProxyType({})


def stated(
    batch: pa.RecordBatch | pa.Table, prefix: str, scale: Scale, known: Mapping[str, Found] = _READ
) -> Stated | None:
    """The columns of one stated number, their names behind a prefix; `None` where no row states any.

    Args:
        batch: The table.
        prefix: What the names begin with.
        scale: What weighs the units.
        known: The units of columns that were read before.
    """
    said, value = words(batch, f"{prefix}comparator"), numbers(batch, f"{prefix}magnitude")
    if said is None or value is None:
        return None
    upper = numbers(batch, f"{prefix}upper_magnitude")
    units, upper_units = (
        known[name] if name in known else units_of(batch, name)
        for name in (f"{prefix}unit", f"{prefix}upper_unit")
    )
    low, high = (flags(batch, f"{prefix}{side}_inclusive") for side in ("low", "high"))
    always = said.always(_place)
    return Stated(
        said.coded(_place, np.int8) if always is None else constant(batch, always),
        value,
        scale.measured(*units),
        small(batch, f"{prefix}digits", -128),
        _both(low, high),
        upper,
        None if upper is None else scale.measured(*upper_units),
        small(batch, f"{prefix}upper_digits", -128),
        always == EXACT,
    )


def _place(word: str | None) -> int:
    return NONE if word is None else _PLACES.get(word, STRANGE)


def _both(low: npt.NDArray[np.int8], high: npt.NDArray[np.int8]) -> npt.NDArray[np.int8]:
    """Two flags in one number; -1 where one of them is absent."""
    if not low.strides[0] or not high.strides[0]:
        return low if not low.strides[0] else high
    return np.where((low < 0) | (high < 0), np.int8(-1), low + 2 * high)
