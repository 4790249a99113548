"""What one file holds, whatever its format."""

from typing import Any

import attrs

from govtargets.errors import Problem
from govtargets.records import Place

__all__ = ["Part", "Place"]


@attrs.define
class Part:
    """The records of one file, all of one table.

    Attributes:
        table: Which table; `None` where the file could not be understood.
        records: The good records.
        places: Where each of them stands.
        problems: What is wrong with the file and with its other rows.
    """

    table: str | None
    records: list[Any]
    places: list[Place]
    problems: list[Problem]
