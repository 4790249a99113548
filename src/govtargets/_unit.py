"""The unit itself; `govtargets.unit` finds units and publishes them."""

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from fractions import Fraction
from types import MappingProxyType
from typing import Any, ClassVar, Final, Protocol, final

import attrs

from govtargets.errors import UnknownUnitError
from govtargets.kind import Kind

__all__ = [
    "IN_FORCE",
    "SHIPPED",
    "Scope",
    "Texts",
    "Unit",
    "make_unit",
    "restore",
    "scope",
    "spelled",
    "unspelled",
]


_MOST_TEXTS: Final = 4096
# The code of UCUM for unity: most tools take an empty word for an absent one.
_PURE: Final = "1"


@final
@attrs.frozen(init=False, eq=False, repr=False)
class Unit:
    """One unit (单位): what it measures and how much of it, exactly.

    `Unit(symbol)` finds it in the catalogue in force, so the same symbol gives the same object.

    Attributes:
        symbol: The unit as reports write it, scale word included (万千瓦).
        kind: What it measures.
        factor: How many of the kind's base unit it is, exactly (亩 is 2000/3 平方米).
        aliases: Other ways of writing it.
        en: The English name.
        source: The standard or decree that gives the factor, where it is not a plain scale.
        codes: Its codes in `ucum`, `rec20` (UN/CEFACT) and `qudt`, where they exist.
        lossy: Which of those codes forget the kind, as UCUM does with every annotation such as
            `{person}`.
        grains: The factor counted in the kind's grains, an integer for every unit of the catalogue.

    Raises:
        UnknownUnitError: The catalogue has no such unit; the error suggests the nearest.

    Example:
        >>> from govtargets import Unit
        >>> Unit("万千瓦")
        Unit('万千瓦')
        >>> Unit("万千瓦").factor
        Fraction(10000, 1)
        >>> Unit("㎡").symbol
        '平方米'
    """

    symbol: str
    kind: Kind
    factor: Fraction
    aliases: tuple[str, ...] = ()
    en: str = ""
    source: str = ""
    codes: Mapping[str, str] = attrs.field(factory=dict, converter=MappingProxyType)
    lossy: frozenset[str] = frozenset()
    grains: int | Fraction = attrs.field(init=False)

    def __new__(cls, symbol: str) -> "Unit":
        return scope().unit(symbol)

    def __attrs_post_init__(self) -> None:
        grains = self.factor * self.kind.grain
        object.__setattr__(self, "grains", int(grains) if grains.denominator == 1 else grains)

    def __repr__(self) -> str:
        return f"Unit({self.symbol!r})"

    def __str__(self) -> str:
        return self.symbol

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Unit):
            return NotImplemented
        return (self.symbol, self.kind, self.factor) == (other.symbol, other.kind, other.factor)

    def __hash__(self) -> int:
        return hash(self.symbol)

    def __reduce__(self) -> tuple[Callable[..., "Unit"], tuple[object, ...]]:
        fields = (self.symbol, self.kind, self.factor, self.aliases, self.en, self.source)
        return restore, (*fields, dict(self.codes), self.lossy)


def make_unit(symbol: str, kind: Kind, factor: Fraction, **more: Any) -> Unit:  # noqa: ANN401  the remaining fields of Unit
    """A unit of that definition, outside any catalogue."""
    unit = object.__new__(Unit)
    unit.__attrs_init__(symbol, kind, factor, **more)
    return unit


def restore(
    symbol: str,
    kind: Kind,
    factor: Fraction,
    aliases: tuple[str, ...],
    en: str,
    source: str,
    codes: Mapping[str, str],
    lossy: frozenset[str],
) -> Unit:
    """The unit in force where it means the same, else one with the pickled definition."""
    try:
        known = scope().unit(symbol)
    except UnknownUnitError:
        known = None
    if known is not None and known.kind is kind and known.factor == factor:
        return known
    return make_unit(
        symbol, kind, factor, aliases=aliases, en=en, source=source, codes=codes, lossy=lossy
    )


class Scope(Protocol):
    """Whatever finds a unit by its symbol, and keeps the quantities that were read in it."""

    @property
    def texts(self) -> Mapping[str, Any]:
        """The quantities by the texts they were read from."""
        ...

    def unit(self, symbol: str) -> Unit:
        """The unit, or `UnknownUnitError`."""
        ...


class Texts(dict[str, Any]):
    """The quantities read in a catalogue; those who read say how, as this floor knows none."""

    read: ClassVar[Callable[[str, Any], Any]]

    def __init__(self, catalogue: Scope) -> None:
        super().__init__()
        self._catalogue = catalogue

    def __missing__(self, text: str) -> Any:  # noqa: ANN401  whatever is read
        if len(self) >= _MOST_TEXTS:
            self.clear()
        found = self[text] = Texts.read(text, self._catalogue)
        return found


# `govtargets.unit` puts the shipped catalogue here: this floor knows none.
SHIPPED: Final[list[Scope]] = []
# The catalogues entered here, the innermost last.
IN_FORCE: Final[ContextVar[Sequence[Scope]]] = ContextVar("govtargets catalogue", default=SHIPPED)


def scope() -> Scope:
    """The catalogue in force here."""
    return IN_FORCE.get()[-1]


def spelled(unit: Unit) -> str:
    """How tables spell the unit: its symbol, and `1` for a plain number (纯数)."""
    return unit.symbol or _PURE


def unspelled(word: str) -> str:
    """The symbol that a table spells so."""
    return "" if word == _PURE else word
