"""Cells of five-year-plan tables (规划指标表): `65`, `>6.5`, `1.45左右`, `〔13.5〕`, `60.6*`, `—`.

A cell says less than a sentence: the unit stands in the column, the verb in the name of the row.
So reading takes both.
"""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from govtargets._written import same_record
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError, ReadError
from govtargets.goals import Goal, Qualitative
from govtargets.quantity import Quantity
from govtargets.unit import Unit
from govtargets.vocabulary import Attribute, Transformation
from govtargets.zh._cell_words import ELIMINATED, SLASHED, status_first
from govtargets.zh._opposite import opposite
from govtargets.zh._place import ABSENT, Place
from govtargets.zh.find import find
from govtargets.zh.read import read
from govtargets.zh.reading import Reading
from govtargets.zh.write import write

__all__ = ["Cell", "read_attribute", "read_cell", "write_cell"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True)
class Cell:
    """What one cell of a plan table says.

    Attributes:
        reading: The figure or the words, as unit, row and column mean them; `None` where the cell
            is empty (—).
        cumulative: Whether it speaks of all years of the plan together: 〔x〕.
        mark: The footnote mark behind the figure (`*`).
        note: Words behind the number that state no number (力争投入强度高于“十三五”时期实际).
        words: A cell without a number as the table has it (保持在合理区间), to be printed again.

    Example:
        >>> from govtargets import zh
        >>> zh.read_cell("60.6*", unit="%").mark
        '*'
    """

    reading: Reading | None = None
    cumulative: bool = False
    mark: str = ""
    note: str = ""
    words: str = attrs.field(default="", eq=False)

    @property
    def value(self) -> Goal | None:
        """What is stated; `None` where the cell is empty."""
        return None if self.reading is None else self.reading.value

    def is_written_as(self, other: "Cell") -> bool:
        """Whether both are the same to the letter, digits included.

        Example:
            >>> from govtargets import zh
            >>> zh.read_cell("8.0", unit="%").is_written_as(zh.read_cell("8", unit="%"))
            False
        """
        return same_record(self, other)


_CELL: Final = re.compile(
    r"\s*(?P<open>[〔\[［【])?\s*(?P<core>.*?)\s*(?P<close>[〕\]］】])?\s*(?P<mark>[*＊※①-⑳]*)\s*",
    re.DOTALL,
)
_PAIRS: Final = {"〔": "〕", "[": "]", "［": "］", "【": "】"}


def read_cell(
    text: str, *, unit: Unit | str | None = None, row: str = "", column: str = ""
) -> Cell:
    """What a cell says in a column with that unit, in a row of that name, under that heading.

    〔x〕 on a row in per cent is a difference in 个百分点, on a row that names a fall or a
    growth that growth (〔13.5〕 under 降低 is −13.5 %), elsewhere a sum. Under 年均 a percentage
    is average growth, on a row that names a rate its level in every year. The cell's own unit
    wins where it has one that fits the heading.

    Raises:
        ReadError: The cell is not understood, or its unit is of another kind than the column.
        UnknownUnitError: The catalogue has no such column unit.

    Example:
        >>> from govtargets import zh
        >>> print(zh.read_cell("〔3.9〕", unit="%", row="常住人口城镇化率").value)
        3.9个百分点
        >>> print(zh.read_cell("〔13.5〕", unit="%", row="单位GDP能源消耗降低").value)
        -13.5%
        >>> zh.read_cell("—", unit="%").value is None
        True
    """
    place = Place.of(unit, row, column)
    if ABSENT.fullmatch(text):
        return Cell()
    match = _CELL.fullmatch(text)
    assert match is not None  # noqa: S101  the pattern takes any text
    opened, core = match["open"], match["core"]
    if (_PAIRS[opened] if opened else None) != match["close"] or not core:
        raise ReadError(text, 0, len(text), "a figure, in brackets that open and close or in none")
    if opened:
        place = attrs.evolve(place, cumulative=True)
    reading, note = _read_core(text, match.start("core"), core, place.own_unit)
    return Cell(
        reading=_placed(reading, place, text),
        cumulative=place.cumulative,
        mark=match["mark"],
        note=note,
        words="" if isinstance(reading.value, Bounds) else core,
    )


def _read_core(text: str, offset: int, core: str, unit: Unit | None) -> tuple[Reading, str]:
    """The reading, and the words without a number behind it."""
    if ELIMINATED.fullmatch(core):
        return Reading(Qualitative(core)), ""
    try:
        return read(status_first(core), unit=unit), ""
    except ReadError as error:
        head, comma, rest = _parted(core)
        if not comma or any(isinstance(one.reading.value, Bounds) for one in find(rest)):
            start, end = offset + error.start, offset + error.end
            raise ReadError(text, start, end, error.expected) from None
    reading = read(head, unit=unit)
    if isinstance(reading.value, Qualitative):
        words = Qualitative(f"{reading.value.words}{comma}{rest}")
        return attrs.evolve(reading, value=words), ""
    return reading, rest


def _parted(core: str) -> tuple[str, str, str]:
    """The words before and after the first comma."""
    match = re.search("[、，,；]", core)
    return (core[: match.start()], match[0], core[match.end() :]) if match else (core, "", "")


def _placed(reading: Reading, place: Place, text: str) -> Reading:
    """The reading as its row and its column mean it."""
    value, given = reading.value, reading.transformation
    if not isinstance(value, Bounds):
        return reading
    _check_kind(value, given, place, text)
    if value.kind.id == "points":
        return attrs.evolve(reading, transformation=Transformation.DIFFERENCE)
    if given is not None:
        return reading
    if value.kind.id != "ratio":
        sums = Transformation.CUMULATIVE if place.cumulative else None
        return attrs.evolve(reading, transformation=sums)
    made = attrs.evolve(reading, transformation=place.transformation)
    return _falling(made, place, text) if place.falls else made


def _falling(reading: Reading, place: Place, text: str) -> Reading:
    """The reading with its signs turned, the row being the name of a fall."""
    value, stretch = reading.value, reading.stretch
    tiers = [tier for tier in (value, stretch) if isinstance(tier, Bounds)]
    if any(tier.value.magnitude < 0 for tier in tiers):
        raise ReadError(text, 0, len(text), f"no sign, since {place.row} already names a fall")
    return attrs.evolve(
        reading,
        value=opposite(value) if isinstance(value, Bounds) else value,
        stretch=opposite(stretch) if isinstance(stretch, Bounds) else stretch,
    )


def _check_kind(value: Bounds, given: Transformation | None, place: Place, text: str) -> None:
    """Refuse a unit that neither the column nor the heading expects."""
    own, column = value.unit, place.unit
    if place.ratio and SLASHED.fullmatch(text):
        raise ReadError(text, 0, len(text), "one figure, or a fraction in words: 6/7 may be two")
    fits = (
        column is None
        or own.kind is column.kind
        or own.kind.id == "doubling"
        or (own.kind.id == "points" and place.ratio)
        or (own.kind.id == "ratio" and (place.yearly or given is not None))
    )
    if not fits:
        expected = f"a figure in {column}, the unit of the column, not in {own}"
        raise ReadError(text, 0, len(text), expected)


_FORMS: Final = {
    Comparator.EXACT: "{}",
    Comparator.AT_LEAST: "{}以上",
    Comparator.AT_MOST: "{}以内",
    Comparator.ABOVE: ">{}",
    Comparator.BELOW: "<{}",
    Comparator.ABOUT: "{}左右",
    Comparator.NEARLY: "近{}",
}
# 以上 and 以内 behind a negative number read the wrong way round to a human eye.
_SIGNED: Final = _FORMS | {Comparator.AT_LEAST: "≥{}", Comparator.AT_MOST: "≤{}"}


def write_cell(
    cell: Cell, *, unit: Unit | str | None = None, row: str = "", column: str = ""
) -> str:
    """The cell as plan tables print it at that place; the inverse of `read_cell`.

    Raises:
        UnknownUnitError: The catalogue has no such column unit.
        InvalidValueError: No cell at that place says so.

    Example:
        >>> from govtargets import zh
        >>> cell = zh.read_cell("〔≥18〕", unit="%", row="单位GDP二氧化碳排放降低")
        >>> zh.write_cell(cell, unit="%", row="单位GDP二氧化碳排放降低")
        '〔18以上〕'
    """
    if cell.reading is None:
        return "—"
    place = attrs.evolve(Place.of(unit, row, column), cumulative=cell.cumulative)
    for body in (cell.words, *_bodies(cell.reading, place)):
        text = f"{body}，{cell.note}" if cell.note else body
        text = f"〔{text}〕{cell.mark}" if cell.cumulative else f"{text}{cell.mark}"
        if _says(text, cell, place):
            return text
    message = (
        f"{cell.value} cannot stand in the row {row!r} under {column!r} with the unit {unit}: "
        "write it under the row, the column and the unit that it was read from"
    )
    raise InvalidValueError(message)


def _says(text: str, cell: Cell, place: Place) -> bool:
    try:
        again = read_cell(text, unit=place.unit, row=place.row, column=place.column)
    except ReadError:
        return False
    # A cell made by hand has no words of a table yet.
    return again.is_written_as(attrs.evolve(cell, words=again.words))


def _bodies(reading: Reading, place: Place) -> Iterator[str]:
    """Ways of writing the figure, the shortest first."""
    tiers = [tier for tier in (reading.value, reading.stretch) if isinstance(tier, Bounds)]
    for turned in (False, True) if place.falls else (False,):
        yield "、力争".join(
            _short(opposite(tier) if turned else tier, place.own_unit) for tier in tiers
        )
    yield write(reading)
    yield write(reading.value)


def _short(value: Bounds, bare: Unit | None) -> str:
    """The number as the tables print it, without the unit that is understood."""

    def number(quantity: Quantity) -> str:
        return f"{quantity.magnitude:f}" if quantity.unit == bare else str(quantity)

    if value.comparator is Comparator.BETWEEN and value.low_inclusive and value.high_inclusive:
        assert value.low is not None  # noqa: S101  a range has both ends
        assert value.high is not None  # noqa: S101  the same
        return f"{number(value.low)}—{number(value.high)}"
    forms = _SIGNED if value.value.magnitude < 0 else _FORMS
    form = forms.get(value.comparator)
    return str(value) if form is None else form.format(number(value.value))


_ATTRIBUTE: Final = {one.zh: one for one in Attribute}


def read_attribute(text: str) -> Attribute:
    """How binding the table makes a row: 约束性 or 预期性.

    Raises:
        ReadError: It is neither.

    Example:
        >>> from govtargets import zh
        >>> zh.read_attribute("约束性*")
        <Attribute.BINDING: 'binding'>
    """
    match = _CELL.fullmatch(text)
    found = _ATTRIBUTE.get(match["core"] if match is not None else "")
    if found is None:
        raise ReadError(text, 0, len(text), "约束性 or 预期性")
    return found
