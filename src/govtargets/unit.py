"""The catalogue of units (单位) as reports write them; an embedder adds its own in a scope.

A symbol is looked up as written, then without its typographic variant, then behind a scale word, then as a compound.
"""

import re
from contextvars import Token
from fractions import Fraction
from functools import cached_property
from math import lcm
from types import TracebackType
from typing import Final, Self, cast
from unicodedata import normalize

from govtargets import _catalogue as table
from govtargets import compound
from govtargets._unit import IN_FORCE, SHIPPED, Scope, Unit, make_unit, scope
from govtargets.errors import InvalidValueError, UnknownUnitError
from govtargets.kind import Kind, intern_kind

__all__ = ["Catalogue", "Unit", "define", "units"]


def __dir__() -> list[str]:
    return __all__


_FRACTION: Final = re.compile("1/([1-9][0-9]{0,4})")


def plain(symbol: str) -> str:
    """The symbol without its typographic variants: full width folded, blanks gone, case kept."""
    return normalize("NFKC", symbol).replace(" ", "").replace("∶", ":").replace("µ", "μ")


class Catalogue:
    """A scope of units: the shipped catalogue, or one of an embedder's own on top of it.

    Use it as a context manager to put it in force; other threads and tasks keep theirs, so two libraries in one
    process may define the same symbol differently.

    Example:
        >>> from govtargets import Catalogue, Quantity
        >>> mine = Catalogue("poultry")
        >>> mine.define("笼", "50 羽").kind.en
        'bird'
        >>> with mine:
        ...     Quantity.parse("2笼") == Quantity.parse("100羽")
        True
    """

    def __init__(self, name: str, parent: "Catalogue | None" = None) -> None:
        self.name = name
        self._parent = parent if parent is not None or not SHIPPED else _SHIPPED
        self._known: dict[str, Unit] = {}
        self._own: dict[str, Unit] = {}
        self._tokens: list[Token[Scope]] = []

    def __repr__(self) -> str:
        return f"<Catalogue {self.name!r}, {len(self.units())} units>"

    @classmethod
    def active(cls) -> "Catalogue":
        """The catalogue in force here: the innermost `with`, else the shared one.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue.active().name
            'govtargets'
        """
        return cast("Catalogue", scope())

    def __enter__(self) -> Self:
        self._tokens.append(IN_FORCE.set(self))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        IN_FORCE.reset(self._tokens.pop())

    def unit(self, symbol: str) -> Unit:
        """The unit of that symbol or alias, also behind a scale word or in a compound.

        Raises:
            UnknownUnitError: There is none; the error suggests the nearest.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue.active().unit("亿千瓦·时").symbol
            '亿千瓦时'
        """
        found = self._known.get(symbol)
        if found is None:
            found = self.find(symbol)
            if found is None:
                from govtargets._nearest import nearest  # noqa: PLC0415  difflib is slow to load, and only errors need it

                raise UnknownUnitError(symbol, nearest(symbol, self))
            self._known[symbol] = found
        return found

    def find(self, symbol: str) -> Unit | None:
        """The unit of that symbol, or `None`.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue.active().find("万顿") is None
            True
        """
        for spelling in dict.fromkeys((symbol, plain(symbol))):
            found = (
                self.entry(spelling)
                or self._scaled(spelling)
                or self._fraction(spelling)
                or self._compound(spelling)
            )
            if found is not None:
                return found
        return None

    def entry(self, symbol: str) -> Unit | None:
        """The unit listed under that very symbol or alias, without scale words or compounds.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue.active().entry("万亩") is None
            True
        """
        own = self._own.get(symbol)
        if own is not None or self._parent is None:
            return own
        return self._parent.entry(symbol)

    def _scaled(self, symbol: str) -> Unit | None:
        for word, scale in table.SCALES:
            if symbol.startswith(word):
                rest = self.entry(symbol[len(word) :])
                if rest is not None and rest.kind.scalable:
                    return make_unit(word + rest.symbol, rest.kind, rest.factor * scale)
        return None

    def _fraction(self, symbol: str) -> Unit | None:
        """1/3, made on demand for 三分之二: a third of the whole, exactly."""
        match = _FRACTION.fullmatch(symbol)
        if match is None:
            return None
        return make_unit(symbol, self.unit("%").kind, Fraction(100, int(match[1])))

    def _compound(self, symbol: str) -> Unit | None:
        parts = compound.split(symbol)
        if parts is None:
            return None
        found = [(self.entry(part) or self._scaled(part), power) for part, power in parts]
        units = [(unit, power) for unit, power in found if unit is not None]
        if len(units) < len(found):
            return None
        kind, factor = compound.combine([(unit.kind, unit.factor, power) for unit, power in units])
        return make_unit(
            compound.join([(unit.symbol, power) for unit, power in units]), kind, factor
        )

    def define(
        self,
        symbol: str,
        equals: str | None = None,
        *,
        aliases: tuple[str, ...] = (),
        en: str = "",
        source: str = "",
    ) -> Unit:
        """Add a unit to this scope: `equals` says how much of a known unit it is; without it, a new counting classifier.

        Defining the same thing twice is fine; defining a symbol as something else is refused.

        Raises:
            InvalidValueError: The symbol means something else here, or `equals` is not a number and a unit.
            UnknownUnitError: The unit in `equals` is not known.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue("tea").define("青砖", "2 公斤", en="tea brick").factor
            Fraction(2000, 1)
        """
        unit = self._definition(symbol, equals, aliases, en, source)
        for name in (symbol, *aliases):
            known = self.find(name)
            if known is None:
                continue
            if known.kind is not unit.kind or known.factor != unit.factor:
                message = (
                    f"{name!r} already means {known.factor} {known.kind.base} of {known.kind} in {self!r}: "
                    "choose another symbol, or define it in a Catalogue of your own"
                )
                raise InvalidValueError(message)
        self._known.clear()
        self._own.update(dict.fromkeys((symbol, *map(plain, (symbol, *aliases))), unit))
        return unit

    def _definition(
        self, symbol: str, equals: str | None, aliases: tuple[str, ...], en: str, source: str
    ) -> Unit:
        if equals is None:
            kind = intern_kind(
                f"count:{symbol}", f"以{symbol}计数", f"count of {en or symbol}", symbol, "count"
            )
            return make_unit(symbol, kind, Fraction(1), aliases=aliases, en=en)
        number, _, base = equals.partition(" ")
        try:
            amount = Fraction(number)
        except ValueError:
            message = f"cannot define {symbol!r} as {equals!r}: expected a number, a blank and a unit, as in '50 羽'"
            raise InvalidValueError(message) from None
        known = self.unit(base)
        return make_unit(
            symbol, known.kind, known.factor * amount, aliases=aliases, en=en, source=source
        )

    @property
    def revision(self) -> int:
        """A number that changes when a unit is defined here or below, for those who keep a copy of the list.

        Example:
            >>> from govtargets import Catalogue
            >>> mine = Catalogue("poultry")
            >>> before = mine.revision
            >>> mine.define("笼", "50 羽")
            Unit('笼')
            >>> mine.revision == before
            False
        """
        return len(self._own) + (0 if self._parent is None else self._parent.revision)

    def units(self) -> tuple[Unit, ...]:
        """Every unit listed here and in the scopes below, each once, without scale words and compounds.

        Example:
            >>> from govtargets import Catalogue
            >>> len(Catalogue.active().units()) > 200
            True
        """
        inherited = self._parent.units() if self._parent is not None else ()
        return tuple(dict.fromkeys((*inherited, *self._own.values())))


class _Shipped(Catalogue):
    """The shipped table, at the bottom of every scope; units are made when first asked for."""

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        grain: dict[str, int] = {}
        for _, kind, _, denominator, *_ in table.UNITS:
            grain[kind] = lcm(grain.get(kind, 1), denominator)
        rows = [
            *table.KINDS,
            *((f"money:{code}", f"货币·{symbol}", f"money in {en}", symbol, "money", True)
              for symbol, code, en, _ in table.CURRENCIES),
            *((f"count:{symbol}", f"个数·{symbol}", f"count in {symbol}", symbol, "count", True)
              for symbol, _, _ in table.CLASSIFIERS),
        ]  # fmt: skip
        return {row[0]: intern_kind(*row, grain.get(row[0], 1)) for row in rows}

    @cached_property
    def _rows(self) -> dict[str, tuple[object, ...]]:
        rows: list[tuple[object, ...]] = [*table.UNITS]
        rows += [(symbol, f"money:{code}", 1, 1, aliases, en, "", "", code, f"CCY_{code}")
                 for symbol, code, en, aliases in table.CURRENCIES]  # fmt: skip
        rows += [(symbol, f"count:{symbol}", 1, 1, aliases, en, "", "", "", "")
                 for symbol, en, aliases in table.CLASSIFIERS]  # fmt: skip
        return {plain(name): row for row in rows for name in (str(row[0]), *str(row[4]).split())}

    def entry(self, symbol: str) -> Unit | None:
        own = self._own.get(symbol)
        if own is None:
            row = self._rows.get(symbol)
            if row is not None:
                own = self._own[symbol] = self._made(row)
        return own

    def _made(self, row: tuple[object, ...]) -> Unit:
        symbol, kind, numerator, denominator, aliases, en, source, *codes = row
        name = str(symbol)
        if name != symbol or plain(name) in self._own:
            return self._own[plain(name)]
        given = dict(zip(("ucum", "rec20", "qudt"), map(str, codes), strict=True))
        unit = make_unit(
            name,
            self._kinds[str(kind)],
            Fraction(cast("int", numerator), cast("int", denominator)),
            aliases=tuple(str(aliases).split()),
            en=str(en),
            source=str(source),
            codes={system: code.removesuffix("~") for system, code in given.items() if code},
            lossy=frozenset(system for system, code in given.items() if code.endswith("~")),
        )
        self._own[plain(name)] = unit
        return unit

    def units(self) -> tuple[Unit, ...]:
        for symbol in self._rows:
            self.entry(symbol)
        return super().units()


_SHIPPED = _Shipped("govtargets")
SHIPPED.append(_SHIPPED)


def units() -> tuple[Unit, ...]:
    """Every unit of the catalogue in force, without scale words and compounds.

    Example:
        >>> from govtargets import units
        >>> sorted(unit.symbol for unit in units() if unit.kind.id == "area")[:3]
        ['亩', '公亩', '公顷']
    """
    return Catalogue.active().units()


def define(
    symbol: str, equals: str | None = None, *, aliases: tuple[str, ...] = (), en: str = ""
) -> Unit:
    """Add a unit to the catalogue in force: a multiple of a known one, or a new counting classifier.

    Outside a `with Catalogue(...)` that is the shared catalogue of the process; a definition that contradicts one
    made before is refused there, so a library keeps its own in a `Catalogue`.

    Raises:
        InvalidValueError: The symbol means something else already.
        UnknownUnitError: The unit in `equals` is not known.

    Example:
        >>> import govtargets as gt
        >>> with gt.Catalogue("tea"):
        ...     gt.define("青砖", "2 公斤", en="tea brick")
        ...     gt.Quantity("5", "青砖") == gt.Quantity("10", "公斤")
        Unit('青砖')
        True
    """
    return Catalogue.active().define(symbol, equals, aliases=aliases, en=en)
