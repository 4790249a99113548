"""The shipped table of units, made into units when they are first asked for."""

from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Final, cast
from unicodedata import normalize

from govtargets import _catalogue as table
from govtargets._unit import Unit, make_unit
from govtargets.kind import Kind, intern_kind

__all__ = ["TABLE", "Table", "classifier_kind", "plain"]

_VARIANTS: Final = str.maketrans({" ": None, "∶": ":", "µ": "μ", "•": "·", "∙": "·", "⋅": "·"})


def plain(symbol: str) -> str:
    """The symbol without its typographic variants: full width folded, blanks gone, case kept."""
    return normalize("NFKC", symbol).translate(_VARIANTS)


def classifier_kind(symbol: str, en: str) -> Kind:
    """The kind of what one counting classifier counts."""
    return intern_kind(
        f"count:{symbol}", f"个数·{symbol}", f"count by the {en or symbol}", symbol, "count"
    )


class Table:
    """The bottom of every scope: only what is listed, without scale words and compounds."""

    revision = 0

    def __init__(self) -> None:
        self._made: dict[str, Unit] = {}

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        grain: dict[str, int] = {}
        for _, kind, _, denominator, *_ in table.UNITS:
            grain[kind] = lcm(grain.get(kind, 1), denominator)
        rows = [
            *table.KINDS,
            *((f"money:{code}", f"货币·{symbol}", f"money in {en}", symbol, "money", True)
              for symbol, code, en, _ in table.CURRENCIES),
        ]  # fmt: skip
        kinds = {row[0]: intern_kind(*row, grain.get(row[0], 1)) for row in rows}
        for symbol, en, _ in table.CLASSIFIERS:
            kinds[f"count:{symbol}"] = classifier_kind(symbol, en)
        return kinds

    @cached_property
    def _rows(self) -> dict[str, tuple[object, ...]]:
        rows: list[tuple[object, ...]] = [*table.UNITS]
        rows += [(symbol, f"money:{code}", 1, 1, aliases, en, "", "", code, f"CCY_{code}")
                 for symbol, code, en, aliases in table.CURRENCIES]  # fmt: skip
        rows += [(symbol, f"count:{symbol}", 1, 1, aliases, en, "", "", "", "")
                 for symbol, en, aliases in table.CLASSIFIERS]  # fmt: skip
        return {plain(name): row for row in rows for name in (str(row[0]), *str(row[4]).split())}

    def entry(self, symbol: str) -> Unit | None:
        """The unit of that very symbol or alias."""
        found = self._made.get(symbol)
        if found is None:
            row = self._rows.get(symbol)
            if row is not None:
                # Two threads may make it at once: the first one stays.
                made = self._made.get(plain(str(row[0]))) or self._unit(row)
                found = self._made.setdefault(
                    symbol, self._made.setdefault(plain(made.symbol), made)
                )
        return found

    def _unit(self, row: tuple[object, ...]) -> Unit:
        symbol, kind, numerator, denominator, aliases, en, source, *codes = row
        given = dict(zip(("ucum", "rec20", "qudt"), map(str, codes), strict=True))
        return make_unit(
            str(symbol),
            self._kinds[str(kind)],
            Fraction(cast("int", numerator), cast("int", denominator)),
            aliases=tuple(str(aliases).split()),
            en=str(en),
            source=str(source),
            codes={system: code.removesuffix("~") for system, code in given.items() if code},
            lossy=frozenset(system for system, code in given.items() if code.endswith("~")),
        )

    def units(self) -> tuple[Unit, ...]:
        """Every unit listed, each once."""
        found = map(self.entry, self._rows)
        return tuple(dict.fromkeys(unit for unit in found if unit is not None))


TABLE: Final = Table()
