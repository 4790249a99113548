"""The columns of the three tables of a data set, in the order in which they are written."""

from typing import Final

import attrs

__all__ = ["TABLES", "Table", "table_of"]

_PLACE: Final = "indicator region region_code period transformation"
_FRAME: Final = "scope price_basis base"
_SOURCE: Final = "document publisher date locator quote note"


@attrs.frozen
class Table:
    """One of the three tables.

    Attributes:
        name: `indicators`, `targets` or `achievements`; also the file's name without its suffix.
        required: The columns that must be there and filled.
        columns: Every usual column, in order.
        optional: Columns that are written only where a record needs them.
    """

    name: str
    required: tuple[str, ...]
    columns: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def known(self) -> frozenset[str]:
        """Every column that is read."""
        return frozenset((*self.columns, *self.optional))


_EXTRA: Final = ("region_edition", "start", "end")
# Indicators come first: the other two refer to them.
TABLES: Final = {
    table.name: table
    for table in (
        Table(
            "indicators",
            ("id", "name"),
            (
                "id",
                "name",
                "name_en",
                "aliases",
                "direction",
                "unit",
                "transformation",
                "definition",
                "source",
                "kind",
                "attributes",
                "codes",
            ),
        ),
        Table(
            "targets",
            ("indicator", "period", "goal"),
            tuple(
                f"{_PLACE} goal stretch baseline {_FRAME} attribute commitment {_SOURCE}".split()
            ),
            _EXTRA,
        ),
        Table(
            "achievements",
            ("indicator", "period", "value"),
            tuple(f"{_PLACE} value baseline {_FRAME} status claim {_SOURCE}".split()),
            _EXTRA,
        ),
    )
}


def table_of(header: list[str], stem: str) -> Table | None:
    """Which table a file holds, seen from its header, else from its name."""
    columns = set(header)
    for name, telling in (("targets", "goal"), ("achievements", "value"), ("indicators", "id")):
        if telling in columns:
            return TABLES[name]
    return TABLES.get(stem)
