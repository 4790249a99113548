"""Records to rows of text cells."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

import attrs


from govtargets.indicator import Indicator
from govtargets.region import Region
from govtargets.source import Source
from govtargets.target import Target
from govtargets.achievement import Achievement

__all__ = ["cells", "join_names"]

_GOALS: Final = frozenset({"goal", "stretch", "value", "baseline"})


def join_names(names: Iterable[str]) -> str:
    r"""Names in one cell, separated by ；; one inside a name stands behind a backslash."""
    return "；".join(name.replace("\\", "\\\\").replace("；", "\\；") for name in names)


def cells(record: Indicator | Target | Achievement) -> dict[str, str]:
    """The cells of a record by column; what is absent has none."""
    row: dict[str, str] = {}
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value is not None:
            row.update(_cell(field.name, value))
    return row


def _cell(name: str, value: Any) -> dict[str, str]:  # noqa: ANN401  any field of any record
    if name in _GOALS:
        return {name: str(value)}
    if isinstance(value, Indicator):
        return {name: value.id}
    if isinstance(value, Enum):
        return {name: value.value}
    if isinstance(value, tuple):
        return {name: join_names(value)}
    if isinstance(value, Region):
        return _present(region=value.name, region_code=value.code, region_edition=value.edition)
    if isinstance(value, Source):
        return _present(**attrs.asdict(value))
    return {name: str(value)}


def _present(**values: Any) -> dict[str, str]:  # noqa: ANN401  any part of a region or a source
    return {name: str(value) for name, value in values.items() if value is not None}
