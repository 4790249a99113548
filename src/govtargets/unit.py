"""The catalogue of units (单位) as reports write them; an embedder adds its own in a scope.

A symbol is looked up as written, then without its typographic variant, then behind a scale word,
then as a compound.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govtargets._scope import Catalogue
from govtargets._unit import Unit, restore

if TYPE_CHECKING:
    from govtargets._pint import Registry

__all__ = ["Catalogue", "Unit", "define", "registry", "units"]


def __dir__() -> list[str]:
    return __all__


# Pickles name this module, which fills the catalogue before a unit is looked up.
restore.__module__ = Unit.__module__ = Catalogue.__module__ = __name__


def units() -> tuple[Unit, ...]:
    """Every unit of the catalogue in force, without scale words and compounds.

    Example:
        >>> from govtargets import units
        >>> sorted(unit.symbol for unit in units() if unit.kind.id == "area")[:3]
        ['亩', '公亩', '公顷']
    """
    return Catalogue.active().units()


def define(
    symbol: str,
    equals: str | None = None,
    *,
    aliases: Iterable[str] = (),
    en: str = "",
    source: str = "",
) -> Unit:
    """Add a unit to the catalogue in force: so much of a known one, or a new classifier.

    Outside a `with Catalogue(...)` that is the shared catalogue of the process; a definition that
    contradicts one made before is refused there, so a library keeps its own in a `Catalogue`.

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
    return Catalogue.active().define(symbol, equals, aliases=aliases, en=en, source=source)


def registry() -> "Registry":
    """The catalogue in force as a pint `UnitRegistry` with exact fractions.

    Every unit has its own name there; those that pint cannot spell are listed in the class. What
    measures different things never cancels: each kind is a base dimension of its own.

    Example:
        >>> import govtargets as gt
        >>> ureg = gt.registry()
        >>> ureg("15 亩") == ureg("1 公顷")
        True
        >>> f"{ureg('204.8万吨')}"
        '204.8万吨'
    """
    from govtargets._pint import registry_of

    return registry_of(Catalogue.active())
