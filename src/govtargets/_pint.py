"""The bridge to pint: the only module that imports it, when a user first asks for it.

pint never reads our text by itself: names, scale words and compounds are resolved by the catalogue,
and every unit reaches pint as an explicit definition, so that nothing depends on what it saw
before.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, localcontext
from fractions import Fraction
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast
from unicodedata import normalize

import pint
import pint.registry
from pint.delegates.formatter.plain import DefaultFormatter

from govtargets import compound
from govtargets._catalogue import SCALES
from govtargets._exact import decimal_of, exact_decimal
from govtargets._resolve import composed, parts_of
from govtargets._unit import Unit
from govtargets.errors import InexactConversionError, InvalidValueError
from govtargets.unit import Catalogue

__all__ = ["PintQuantity", "Registry", "from_pint", "name_of", "registry_of", "to_pint"]

# A text, since the oldest pint that we take has no such class at run time.
PintQuantity: TypeAlias = "pint.registry.Quantity[Fraction]"

# pint takes identifiers only, so these have a word of their own.
_WORDS: Final = {
    "%": "percent",
    "‰": "permille",
    "‱": "permyriad",
    ":1": "to_one",
    "℃": "celsius",
    "°C": "celsius",
}
_PURE: Final = "number"
# Quantities of two registries do not meet in pint, so that two threads must not make one each.
_FIRST: Final = Lock()
_PART: Final = "over_"


def name_of(symbol: str) -> str:
    """What pint calls the unit: the symbol where it is an identifier, else one made of it."""
    if not symbol:
        return _PURE
    if symbol[:2] == "1/":
        return _PART + symbol[2:]
    for sign, word in _WORDS.items():
        symbol = symbol.replace(sign, word)
    name = re.sub(r"\W+", "_", normalize("NFKC", symbol)).strip("_")
    return name if name.isidentifier() else f"_{name}"


if TYPE_CHECKING:
    _Base = pint.UnitRegistry[Fraction]
else:  # the oldest pint that we take has no parameter here
    _Base = pint.UnitRegistry


class Registry(_Base):
    """A catalogue of units as a pint registry with exact fractions.

    Units have the names that reports give them, scale words included, and every kind is a base
    dimension of its own, so that nothing cancels. pint takes identifiers only: % is `percent`
    there, ‰ `permille`, ‱ `permyriad`, :1 `to_one`, ℃ `celsius`, the plain number `number`, 1/3
    `over_3`; in others brackets and strokes become an underscore, so that 位(人) is `位_人` and
    蒸吨/小时 `蒸吨_小时`. Text may have either.

    Example:
        >>> from govtargets import registry
        >>> ureg = registry()
        >>> ureg("3 万吨") == ureg("30000 吨")
        True
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._ours: dict[str, Unit] = {}
        self._symbols: dict[str, str] = {}
        self._awkward = re.compile("(?!)")
        self._revision = -1
        super().__init__(None, non_int_type=Fraction)
        self.preprocessors: list[Callable[[str], str]] = [self._spelled]
        formatter: Any = _Formatter()
        formatter._registry = self  # noqa: SLF001  so does pint with its own formatter
        self.formatter = formatter
        self.refresh()

    def refresh(self) -> None:
        """Take in what was defined in the catalogue since the last time."""
        if self._revision == self._catalogue.revision:
            return
        units = self._catalogue.units()
        spellings = [(text, unit) for unit in units for text in (unit.symbol, *unit.aliases)]
        self._symbols = {name_of(text): text for text, _ in spellings}
        folded = {normalize("NFKC", text) for text, _ in spellings}
        awkward = [text for text in folded if text and name_of(text) != text]
        self._awkward = re.compile("|".join(map(re.escape, sorted(awkward, key=len, reverse=True))))
        self._revision = self._catalogue.revision
        for unit in units:
            self.named(unit)

    def named(self, unit: Unit) -> str:
        """The name of the unit here, defined on first sight.

        Raises:
            InvalidValueError: The name means something else here.
        """
        name = name_of(unit.symbol)
        known = self._ours.get(name)
        if known is None:
            self._ours[name] = unit
            self.define(self._definition(name, unit))
        elif known.kind is not unit.kind or known.factor != unit.factor:
            message = (
                f"{unit} means {known.factor} {known.kind.base} of {known.kind} in this pint "
                "registry: use the registry of the catalogue that the quantity comes from"
            )
            raise InvalidValueError(message)
        return name

    def _definition(self, name: str, unit: Unit) -> str:
        others = {name_of(alias) for alias in unit.aliases} - {name}
        names = "".join(f" = {other}" for other in sorted(others) if other not in self._ours)
        base = compound.split(unit.kind.base) if unit.kind.group == "compound" else None
        if base is not None:
            parts = [(self.named(self._catalogue.unit(part)), power) for part, power in base]
            meaning = " * ".join(f"{part} ** {power}" for part, power in parts)
        elif name == name_of(unit.kind.base) and unit.factor == 1:
            dimension = re.sub(r"\W", "_", unit.kind.id)
            return f"{name} = [{dimension}] = _{names}"
        else:
            meaning = self.named(self._catalogue.unit(unit.kind.base))
        return f"{name} = {unit.factor} {meaning} = _{names}"

    def unit_of(self, name: str) -> Unit | None:
        """The unit that pint calls so, or `None`."""
        if name in self._ours:
            return self._ours[name]
        self.refresh()
        if name[: len(_PART)] == _PART:
            return self._catalogue.find(f"1/{name[len(_PART) :]}")
        for word, _ in (("", 1), *SCALES):
            symbol = self._symbols.get(name.removeprefix(word)) if name.startswith(word) else None
            found = None if symbol is None else self._catalogue.find(word + symbol)
            if found is not None:
                return found
        return self._catalogue.find(name)

    def get_name(self, name_or_alias: str, case_sensitive: bool | None = None) -> str:
        """Look a name up as pint does, with the catalogue having the last word."""
        try:
            return super().get_name(name_or_alias, case_sensitive)
        except pint.UndefinedUnitError:
            unit = self.unit_of(name_or_alias)
            if unit is None:
                raise
            return self.named(unit)

    def _spelled(self, text: str) -> str:
        """The text with an identifier for every unit, divided by each unit below the stroke."""
        text = normalize("NFKC", text).replace("µ", "μ")
        text = self._awkward.sub(lambda match: name_of(match[0]), text).replace("每", "/")
        above, stroke, below = text.partition("/")
        return above.replace("·", "*") + stroke + below.replace("·", "/")


class _Formatter(DefaultFormatter):
    """Quantities as reports write them: 204.8万吨, 35微克/立方米, 1/3元.

    pint's own flags (~, P, L, H, C) change nothing here.
    """

    def format_magnitude(self, magnitude: Any, mspec: str = "", **more: Any) -> str:
        spec = re.sub("[~PLHC]+$", "", mspec)
        if not isinstance(magnitude, Fraction):
            return format(magnitude, spec)
        if spec:
            with localcontext(prec=60):
                return format(Decimal(magnitude.numerator) / magnitude.denominator, spec)
        exact = exact_decimal(magnitude)
        return str(magnitude) if exact is None else format(exact, "f")

    def format_unit(self, unit: Any, uspec: str = "", sort_func: Any = None, **more: Any) -> str:
        # A unit and a quantity keep their powers there; else it is those powers themselves.
        items = list(getattr(unit, "_units", unit).items())
        if any(int(power) != power for _, power in items):
            return "·".join(f"{self._symbol(name)}^{power}" for name, power in items)
        parts = sorted(_flat(items), key=lambda part: -part[1])
        return compound.join([(self._symbol(name), power) for name, power in parts])

    def _symbol(self, name: str) -> str:
        found = cast("Registry", self._registry).unit_of(name)
        return name if found is None else found.symbol

    def format_quantity(
        self, quantity: Any, qspec: str = "", sort_func: Any = None, **more: Any
    ) -> str:
        return self.format_magnitude(quantity.magnitude, qspec) + self.format_unit(quantity)


def _flat(items: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, int]]:
    """Each name as often as its power says, with a power of 1 or -1.

    Raises:
        InvalidValueError: A power is no whole number.
    """
    for name, power in items:
        if int(power) != power:
            message = (
                f"{name} to the power of {power} is no unit of a report: expected a whole power"
            )
            raise InvalidValueError(message)
        for _ in range(abs(int(power))):
            yield name, 1 if power > 0 else -1


def registry_of(catalogue: Catalogue) -> Registry:
    """The catalogue's own registry, always the same one."""
    with _FIRST:
        if catalogue.registry is None:
            catalogue.registry = Registry(catalogue)
        found: Registry = catalogue.registry
        found.refresh()
    return found


def to_pint(magnitude: Decimal, unit: Unit) -> PintQuantity:
    """The quantity in the registry of the catalogue in force."""
    catalogue = Catalogue.active()
    registry = registry_of(catalogue)
    powers: Counter[str] = Counter()
    for part, power in parts_of(unit.symbol, catalogue.entry) or [(unit, 1)]:
        powers[registry.named(part)] += power
    return registry.Quantity(Fraction(magnitude), registry.UnitsContainer(powers))


def from_pint(value: Any) -> tuple[Decimal, Unit]:
    """The number and the unit that pint holds.

    Raises:
        InvalidValueError: It is no quantity of such a registry, a float, or has a fractional power.
        InexactConversionError: No finite decimal equals the number.
    """
    registry = getattr(value, "_REGISTRY", None)
    if not isinstance(value, pint.Quantity) or not isinstance(registry, Registry):
        message = (
            f"{type(value).__name__} is no quantity of govtargets.registry(): "
            "another registry may mean something else by the same name, so make it there"
        )
        raise InvalidValueError(message)
    units = [(registry.unit_of(name), power) for name, power in _flat(value.unit_items())]
    known = [(unit, power) for unit, power in units if unit is not None]
    entry = Catalogue.active().entry
    unit = known[0][0] if [power for _, power in known] == [1] else composed(known, entry)
    number = value.magnitude
    if not isinstance(number, Fraction):
        return decimal_of(number), unit
    exact = exact_decimal(number)
    if exact is None:
        message = f"{number} {unit} has no finite decimal: convert it in pint to another unit first"
        raise InexactConversionError(message)
    return exact, unit
