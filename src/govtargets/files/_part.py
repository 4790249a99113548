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
        lost: The ids of indicators whose row is no good, and where they stand.
    """

    table: str | None
    records: list[Any]
    places: list[Place]
    problems: list[Problem]
    lost: dict[str, Place] = attrs.field(factory=dict)

    def add(self, record: Any, id_: str | None, place: Place) -> None:  # noqa: ANN401  any of the three
        """Add the record of a row; without one, remember the indicator that is lost with it."""
        if record is not None:
            self.records.append(record)
            self.places.append(place)
        elif id_ is not None:
            self.lost[id_] = place
