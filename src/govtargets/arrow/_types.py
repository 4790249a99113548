"""Names for the types that this room passes around."""

from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow.compute

__all__ = ["Array", "Chunked", "Codes", "Columns", "DataType", "Mask", "Places", "pc"]

# The stubs of pyarrow know neither the parts of a dictionary nor many overloads that exist.
Array: TypeAlias = Any
Chunked: TypeAlias = Any
DataType: TypeAlias = Any
Columns: TypeAlias = dict[str, Array]
Codes: TypeAlias = npt.NDArray[np.int32] | npt.NDArray[np.int64]
Places: TypeAlias = npt.NDArray[np.int64]
Mask: TypeAlias = npt.NDArray[np.bool_]

pc: Final[Any] = pyarrow.compute
