"""Records to rows of text cells."""

from collections.abc import Sequence
from enum import Enum

import attrs

from govtargets import zh
from govtargets._indicator_fields import attributes_text, joined
from govtargets._unit import Unit, spelled
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.files._columns import TABLES
from govtargets.goals import Delegated, NotStated, Qualitative, Relative
from govtargets.indicator import Indicator
from govtargets.region import Region
from govtargets.source import Source
from govtargets.target import Target

__all__ = ["cells", "rows_of"]


def rows_of(table: str, records: Sequence[Indicator | Target | Achievement]) -> list[list[str]]:
    """The header of a table and the cells of its records, the columns in their order."""
    known = TABLES[table]
    rows = [cells(record) for record in records]
    extra = [name for name in known.optional if any(name in row for row in rows)]
    header = [*known.columns, *extra]
    return [header, *([row.get(name, "") for name in header] for row in rows)]


def cells(record: Indicator | Target | Achievement) -> dict[str, str]:
    """The cells of a record by column; what is absent has none."""
    row: dict[str, str] = {}
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value is not None:
            row.update(_cell(field.name, value))
    return row


def _cell(name: str, value: object) -> dict[str, str]:
    """The cells of one field; an area and a source take several."""
    match value:
        case Bounds() | Relative() | Delegated() | Qualitative() | NotStated():
            cells = {name: zh.write(value)}
        case Indicator():
            cells = {name: value.id}
        case Enum():
            cells = {name: str(value.value)}
        case Unit():
            cells = {name: spelled(value)}
        case tuple():
            whole = attributes_text(value) if name == "attributes" else joined(value)
            cells = _present(**{name: whole})
        case Region():
            cells = _present(
                region=value.name, region_code=value.code, region_edition=value.edition
            )
        case Source():
            cells = _present(**attrs.asdict(value))
        case _:
            cells = {name: str(value)}
    return cells


def _present(**values: object) -> dict[str, str]:
    return {name: str(value) for name, value in values.items() if value is not None}
