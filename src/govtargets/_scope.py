"""The catalogue as a scope: the shipped one at the bottom, an embedder's own above it."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from os import PathLike
from threading import Lock
from types import TracebackType
from typing import Any, Self, cast

from govtargets._definitions import FIELDS, amount, checked_names, named_aliases, rows_of
from govtargets._resolve import named, resolved
from govtargets._table import TABLE, Table, classifier_kind, plain
from govtargets._unit import IN_FORCE, SHIPPED, Texts, Unit, make_unit, scope
from govtargets.errors import InvalidValueError, UnknownUnitError

__all__ = ["Catalogue"]


class Catalogue:
    """A scope of units: the shipped catalogue, or one of an embedder's own on top of it.

    Use it as a context manager to put it in force; other threads and tasks keep theirs, so two
    libraries in one process may define the same symbol differently. A thread begins with the
    shipped one, a task with its creator's.

    Attributes:
        name: What the scope is called in messages.

    Example:
        >>> from govtargets import Catalogue, Quantity
        >>> mine = Catalogue("poultry")
        >>> mine.define("笼", "50 羽").kind.en
        'count by the fowl'
        >>> with mine:
        ...     Quantity.parse("2笼") == Quantity.parse("100羽")
        True
    """

    def __init__(self, name: str, parent: "Catalogue | None" = None) -> None:
        self.name = name
        self.texts: Texts = Texts(self)
        shipped = cast("list[Catalogue]", SHIPPED)
        # The same catalogue for pint, made when somebody asks for it.
        self.registry: Any = None
        self._parent: Catalogue | Table = parent or (shipped[0] if shipped else TABLE)
        self._known: dict[str, Unit] = {}
        self._own: dict[str, Unit] = {}
        self._definitions: list[dict[str, str]] = []
        self._lock = Lock()

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

    @classmethod
    def shipped(cls) -> "Catalogue":
        """Only what the package ships, without what this process defined for all.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue.shipped().definitions()
            []
        """
        made = cls("shipped")
        made._parent = TABLE
        return made

    @classmethod
    def from_definitions(
        cls, rows: Iterable[Mapping[str, str]], *, name: str = "", parent: "Catalogue | None" = None
    ) -> "Catalogue":
        """A catalogue with those definitions, the inverse of `definitions`.

        Args:
            rows: The fields `symbol`, `equals`, `aliases` (between semicolons), `en` and `source`;
                all but the symbol may be missing.
            name: What to call it.
            parent: What it stands on, the shipped catalogue unless given.

        Raises:
            InvalidValueError: A definition contradicts another.
            UnknownUnitError: The unit in `equals` is not known.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue.from_definitions([{"symbol": "青砖", "equals": "2 公斤"}]).unit(
            ...     "万青砖"
            ... ).factor
            Fraction(20000, 1)
        """
        made = Catalogue(name, parent)
        for row in rows:
            made.define(
                row["symbol"],
                row.get("equals") or None,
                aliases=named_aliases(row.get("aliases", "")),
                en=row.get("en", ""),
                source=row.get("source", ""),
            )
        return made

    @classmethod
    def from_file(
        cls, path: str | PathLike[str], *, parent: "Catalogue | None" = None
    ) -> "Catalogue":
        """A catalogue from a `.csv` file with those columns, or a `.toml` file of equations.

        Raises:
            InvalidValueError: The file is no such table, or a definition contradicts another.
            UnknownUnitError: The unit in `equals` is not known.

        Example:
            >>> import tempfile, pathlib
            >>> from govtargets import Catalogue
            >>> file = pathlib.Path(tempfile.mkdtemp(), "tea.toml")
            >>> file.write_text('"青砖" = "2 公斤"', encoding="utf-8")
            13
            >>> Catalogue.from_file(file).unit("青砖").factor
            Fraction(2, 1)
        """
        from pathlib import Path  # slow to load, and few read a file

        file = Path(path)
        return cls.from_definitions(rows_of(file), name=file.stem, parent=parent)

    def definitions(self) -> list[dict[str, str]]:
        """What was defined here and in the scopes below, as plain rows that a file can keep.

        Example:
            >>> from govtargets import Catalogue
            >>> mine = Catalogue("tea")
            >>> mine.define("青砖", "2 公斤", en="tea brick")
            Unit('青砖')
            >>> mine.definitions()
            [{'symbol': '青砖', 'equals': '2 公斤', 'aliases': '', 'en': 'tea brick', 'source': ''}]
        """
        below = [] if isinstance(self._parent, Table) else self._parent.definitions()
        return [*below, *map(dict, self._definitions)]

    def __enter__(self) -> Self:
        IN_FORCE.set((*IN_FORCE.get(), self))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        IN_FORCE.set(IN_FORCE.get()[:-1])

    def unit(self, symbol: str) -> Unit:
        """The unit of that symbol or alias, also behind a scale word or in a compound.

        Raises:
            UnknownUnitError: There is none; the error suggests the nearest.
            InvalidValueError: The symbol is no text.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue.active().unit("亿千瓦·时").symbol
            '亿千瓦时'
        """
        found = self._known.get(symbol)
        if found is None:
            found = self.find(named(symbol))
            if found is None:
                from govtargets._nearest import nearest

                raise UnknownUnitError(symbol, nearest(symbol, self))
            found = self._known.setdefault(symbol, found)
        return found

    def find(self, symbol: str) -> Unit | None:
        """The unit of that symbol, or `None`.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue.active().find("万顿") is None
            True
        """
        return resolved(symbol, self.entry)

    def entry(self, symbol: str) -> Unit | None:
        """The unit listed under that very symbol or alias, without scale words or compounds.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue.active().entry("万亩") is None
            True
        """
        return self._own.get(symbol) or self._parent.entry(symbol)

    def define(
        self,
        symbol: str,
        equals: str | None = None,
        *,
        aliases: Iterable[str] = (),
        en: str = "",
        source: str = "",
    ) -> Unit:
        """Add a unit to this scope: so much of a known unit, or else a new counting classifier.

        Defining the same thing twice is fine; defining a symbol as something else is refused.

        Raises:
            InvalidValueError: The symbol means something else here, or `equals` is not a number and
                a unit.
            UnknownUnitError: The unit in `equals` is not known.

        Example:
            >>> from govtargets import Catalogue
            >>> Catalogue("tea").define("青砖", "2 公斤", en="tea brick").factor
            Fraction(2, 1)
        """
        names = checked_names(symbol, aliases)
        row = (symbol, equals or "", ";".join(names[1:]), en, source)
        with self._lock:
            unit = self._definition(symbol, equals, aliases=names[1:], en=en, source=source)
            for name in names:
                self._refuse_conflict(name, unit)
            unit = self.find(symbol) or unit
            for name in dict.fromkeys((*names, *map(plain, names))):
                if self.entry(name) is None:
                    self._own[name] = unit
            self._definitions.append(dict(zip(FIELDS, row, strict=True)))
            self._known.clear()
            self.texts.clear()
        return unit

    def _definition(self, symbol: str, equals: str | None, *, en: str, **more: Any) -> Unit:  # noqa: ANN401  the remaining fields of Unit
        if equals is None:
            return make_unit(symbol, classifier_kind(symbol, en), Fraction(1), en=en, **more)
        number, base = amount(symbol, equals)
        known = self.unit(base)
        return make_unit(symbol, known.kind, known.factor * number, en=en, **more)

    def _refuse_conflict(self, name: str, unit: Unit) -> None:
        known = self.find(name)
        if known is not None and (known.kind is not unit.kind or known.factor != unit.factor):
            message = (
                f"{name!r} already means {known.factor} {known.kind.base} of {known.kind} "
                f"in catalogue {self.name!r}: choose another symbol, "
                "or define it in a Catalogue of your own"
            )
            raise InvalidValueError(message)

    @property
    def revision(self) -> int:
        """A number that changes when a unit is defined here or below.

        Example:
            >>> from govtargets import Catalogue
            >>> mine = Catalogue("poultry")
            >>> before = mine.revision
            >>> mine.define("笼", "50 羽")
            Unit('笼')
            >>> mine.revision == before
            False
        """
        return len(self._definitions) + self._parent.revision

    def units(self) -> tuple[Unit, ...]:
        """Every unit listed here and below, each once, without scale words and compounds.

        Example:
            >>> from govtargets import Catalogue
            >>> len(Catalogue.active().units()) > 200
            True
        """
        return tuple(dict.fromkeys((*self._parent.units(), *self._own.values())))


SHIPPED.append(Catalogue("govtargets"))
