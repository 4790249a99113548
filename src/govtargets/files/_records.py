"""Rows of text cells to records."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from govtargets import zh
from govtargets._indicator_fields import attributes_of, split
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.errors import GovTargetsError
from govtargets.files._figures import Figures
from govtargets.files._known import Known
from govtargets.files._row import Row, full_width
from govtargets.goals import Goal
from govtargets.indicator import Indicator
from govtargets.target import Target
from govtargets.vocabulary import Attribute, Commitment, Direction, Status, Transformation

if TYPE_CHECKING:
    from govtargets.period import Period
    from govtargets.region import Region
    from govtargets.source import Source

__all__ = ["RecordReader"]


_T = TypeVar("_T")
Cells: TypeAlias = tuple[str | None, ...]


class RecordReader:
    """Makes records of rows; a cell that is spelled alike is read once.

    Attributes:
        known: The indicators that cells may name.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self._readings: dict[str, zh.Reading] = {}
        self._figures = Figures()
        self._periods: dict[Cells, Period] = {}
        self._regions: dict[Cells, Region] = {}
        self._sources: dict[Cells, Source] = {}
        self._ids: dict[str | None, int] = {}

    def record(self, table: str, row: Row) -> Any:  # noqa: ANN401  one of the three records
        """The record of a row; `None` where something is wrong with it, which the row then says."""
        values = _READERS[table](self, row)
        if row.problems:
            return None
        try:
            return _TYPES[table](**values)
        except GovTargetsError as error:
            row.fault("invalid-record", None, str(error))
            return None

    def indicator(self, row: Row) -> dict[str, Any]:
        """The fields of an indicator."""
        id_ = row.text("id")
        if id_ in self._ids:
            message = f"the id {id_!r} stands in row {self._ids[id_]} already"
            row.fault("repeated-id", "id", message, "change one of them")
        self._ids.setdefault(id_, row.number)
        return {
            "id": id_,
            "name": row.text("name"),
            "name_en": row.text("name_en"),
            "aliases": split(row.text("aliases")),
            "direction": row.word("direction", Direction),
            "unit": row.unit(),
            "transformation": row.word("transformation", Transformation),
            "definition": row.text("definition"),
            "source": row.text("source"),
            "kind": row.text("kind"),
            "attributes": row.read("attributes", attributes_of, "unknown-word", "") or (),
            "codes": split(row.text("codes")),
        }

    def target(self, row: Row) -> dict[str, Any]:
        """The fields of a target."""
        return {
            **self._shared(row),
            "goal": self._goal(row, "goal"),
            "stretch": self._bounds(row, "stretch"),
            "attribute": row.word("attribute", Attribute),
            "commitment": row.word("commitment", Commitment),
        }

    def achievement(self, row: Row) -> dict[str, Any]:
        """The fields of an achievement."""
        return {
            **self._shared(row),
            "value": self._bounds(row, "value"),
            "status": row.word("status", Status),
            "claim": row.text("claim"),
        }

    def _shared(self, row: Row) -> dict[str, Any]:
        return {
            "indicator": self._indicator(row),
            "period": _once(row, _PERIOD, row.period, self._periods),
            "region": _once(row, _REGION, row.region, self._regions),
            "transformation": row.word("transformation", Transformation),
            "baseline": self._bounds(row, "baseline"),
            "scope": row.text("scope"),
            "price_basis": row.text("price_basis"),
            "base": row.text("base"),
            "source": _once(row, _SOURCE, row.source, self._sources),
            "note": row.text("note"),
        }

    def _indicator(self, row: Row) -> Indicator | None:
        name = row.cells["indicator"]
        found = self.known.called(name)
        if len(found) == 1:
            return found[0]
        code, message, hint = self.known.complaint(name)
        row.fault(code, "indicator", message, hint)
        return None

    def _goal(self, row: Row, column: str) -> Goal | None:
        """The goal that a cell states, and nothing besides."""
        text = row.cells.get(column)
        if text is None:
            return None
        figure = self._figures.read(text)
        if figure is not None:
            return figure
        hint = "write the value alone, as in 6.5%, 6万人以上"
        reading = row.read(column, self._reading, "unreadable-value", hint)
        if reading is None:
            return None
        spelled = full_width(text) if isinstance(reading.value, Bounds) else None
        if spelled is not None:
            row.wide(column, spelled)
        self._check_rest(row, column, reading)
        return reading.value

    def _check_rest(self, row: Row, column: str, reading: zh.Reading) -> None:
        """A cell states a value; whatever else it says would be lost, so it is refused."""
        text, how = row.cells[column], reading.transformation
        said = row.text("transformation")
        # The unit of a rank says already that it is one.
        if how not in {None, Transformation.RANK} and how.value != said:
            message = (
                f"{text!r} is a {how.value}, the column transformation says {said or 'nothing'}"
            )
            hint = "write the value alone, its sign inside the number, and the rest in its column"
            row.fault("cell-says-more", column, message, hint)
            return
        for name in _BESIDE:
            if getattr(reading, name) is not None:
                message = f"{text!r} states a {name.replace('_', ' ')} beside the value"
                hint = f"write the value alone, and the rest in the column {name}"
                row.fault("cell-says-more", column, message, hint)
                return

    def _bounds(self, row: Row, column: str) -> Bounds | None:
        """The stated number of a cell that may hold nothing else."""
        goal = self._goal(row, column)
        if goal is None or isinstance(goal, Bounds):
            return goal
        message = f"{row.cells[column]!r} is no number: {column} needs one"
        row.fault(
            "not-a-number", column, message, "write the figure with its unit, or leave the row out"
        )
        return None

    def _reading(self, text: str) -> zh.Reading:
        reading = self._readings.get(text)
        if reading is None:
            reading = self._readings[text] = zh.read(text)
            self._figures.learn(text, reading)
        return reading


def _once(
    row: Row, columns: tuple[str, ...], read: Callable[[], _T | None], known: dict[Cells, _T]
) -> _T | None:
    """What the row makes of some of its cells, the same object where they are spelled alike."""
    cells = tuple(map(row.cells.get, columns))
    found = known.get(cells)
    if found is None:
        found = read()
        if found is not None:
            known[cells] = found
    return found


_PERIOD: Final = ("period",)
_REGION: Final = ("region", "region_code", "region_edition")
_SOURCE: Final = ("document", "publisher", "date", "locator", "quote", "start", "end")
_BESIDE: Final = (
    "baseline",
    "stretch",
    "scope",
    "period",
    "base",
    "price_basis",
    "status",
    "commitment",
)
_TYPES: Final[dict[str, Callable[..., Any]]] = {
    "indicators": Indicator,
    "targets": Target,
    "achievements": Achievement,
}
_READERS: Final[dict[str, Callable[[RecordReader, Row], dict[str, Any]]]] = {
    "indicators": RecordReader.indicator,
    "targets": RecordReader.target,
    "achievements": RecordReader.achievement,
}
