"""A number for every row of a batch, written block by block."""

import attrs
import numpy as np
import numpy.typing as npt

from govtargets.arrow._assess_columns import Codes

__all__ = ["Lookup"]


@attrs.frozen
class Lookup:
    """A number a row: `table[codes]`, `factor * codes` without a table, or the same for all without codes."""

    codes: Codes | None
    table: Codes | None
    factor: int = 1

    def times(self, factor: int, dtype: npt.DTypeLike) -> "Lookup":
        """The same with larger numbers, in a type that holds them."""
        if self.table is None:
            return Lookup(self.codes, None, self.factor * factor)
        if self.codes is not None and np.array_equal(self.table, np.arange(len(self.table))):
            # Both tables number their words alike: to multiply is quicker than to look up.
            return Lookup(self.codes, None, factor)
        return Lookup(self.codes, self.table.astype(dtype) * factor)

    def into(self, rows: slice, out: Codes) -> None:
        """Write the numbers of some rows."""
        if self.codes is None:
            assert self.table is not None  # noqa: S101  one of the two is there
            out[:] = self.table[0]
        elif self.table is None:
            np.multiply(self.codes[rows], self.factor, out=out, dtype=out.dtype)
        else:
            np.take(self.table, self.codes[rows], out=out, mode="clip")
