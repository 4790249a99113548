"""Which indicator a cell means."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from govtargets.indicator import Indicator, indicators
from govtargets.records import Place

__all__ = ["Known"]

_MANY: Final = 2


class Known:
    """The indicators of a data set, by id, name and alias.

    Attributes:
        listed: Whether the data set lists its own; else the common catalogue stands in.
    """

    def __init__(
        self, own: Iterable[Indicator] | None, lost: Mapping[str, Place] | None = None
    ) -> None:
        self.listed = own is not None
        self._lost = lost or {}
        self._ids: dict[str, Indicator] = {}
        self._names: dict[str, list[Indicator]] = {}
        for indicator in indicators() if own is None else own:
            self._ids.setdefault(indicator.id, indicator)
            for name in dict.fromkeys((indicator.name, *indicator.aliases)):
                self._names.setdefault(name, []).append(indicator)

    def each(self) -> Iterable[Indicator]:
        """Every indicator, each id once."""
        return self._ids.values()

    def called(self, name: str) -> list[Indicator]:
        """Every indicator of that id, or else of that name or alias."""
        found = self._ids.get(name)
        return self._names.get(name, []) if found is None else [found]

    def complaint(self, name: str) -> tuple[str, str, str]:
        """Code, message and hint for a name that means no indicator, or more than one."""
        found = self.called(name)
        if len(found) >= _MANY:
            ids = ", ".join(indicator.id for indicator in found)
            return (
                "ambiguous-indicator",
                f"{name!r} means {len(found)} indicators",
                f"write the id: {ids}",
            )
        if name in self._lost:
            place = self._lost[name]
            message = f"the indicator {name!r} was left out in {place.path}:{place.row}"
            return "unknown-indicator", message, "mend that row first"
        close = get_close_matches(name, [*self._ids, *self._names], n=1)
        where = "indicators.csv" if self.listed else "the catalogue of common indicators"
        way = f"did you mean {close[0]}?" if close else "add it to indicators.csv"
        return "unknown-indicator", f"{name!r} is no indicator of {where}", way
