"""The number and unit under a quantity: how it is checked, kept and compared."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Self, cast

import attrs

from govtargets._exact import GRAINS, ONE, WHOLE, decimal_of, settled
from govtargets._teach import kinds
from govtargets._unit import Unit
from govtargets.errors import UnitMismatchError

__all__ = ["Amount", "fill", "keep", "mismatch"]


@attrs.frozen(init=False, eq=False, repr=False, order=False)
class Amount:
    """What `Quantity` stands on; one integer key decides equality, order and hash."""

    magnitude: Decimal
    unit: Unit
    _key: int | Fraction

    def __init__(self, magnitude: Decimal | int | str, unit: Unit | str) -> None:
        found = unit if isinstance(unit, Unit) else Unit(unit)
        number = magnitude if isinstance(magnitude, Decimal) else decimal_of(magnitude)
        fill(self, number, str(number), found)

    # Equal quantities have one key; two kinds with the same number may share a hash.
    def __hash__(self) -> int:
        return hash(self._key)

    # Asking an attribute that only quantities have is faster than asking for the class first.
    def __eq__(self, other: Any) -> bool:  # noqa: ANN401, PYI032  so that the attributes may be asked
        try:
            return self.unit.kind is other.unit.kind and self._key == other._key
        except AttributeError:
            return NotImplemented

    def __lt__(self, other: Self) -> bool:
        try:
            if self.unit.kind is other.unit.kind:
                return self._key < other._key
        except AttributeError:
            return NotImplemented
        return self._refuse(other)

    def __le__(self, other: Self) -> bool:
        try:
            if self.unit.kind is other.unit.kind:
                return self._key <= other._key
        except AttributeError:
            return NotImplemented
        return self._refuse(other)

    def __gt__(self, other: Self) -> bool:
        try:
            if self.unit.kind is other.unit.kind:
                return self._key > other._key
        except AttributeError:
            return NotImplemented
        return self._refuse(other)

    def __ge__(self, other: Self) -> bool:
        try:
            if self.unit.kind is other.unit.kind:
                return self._key >= other._key
        except AttributeError:
            return NotImplemented
        return self._refuse(other)

    def _refuse(self, other: object) -> bool:
        """Raise for another kind; what is no quantity, though it has a unit, decides for itself."""
        if isinstance(other, Amount):
            raise UnitMismatchError(mismatch(self, other, "compare"))
        return cast("bool", NotImplemented)

    @property
    def base(self) -> Fraction:
        """The exact amount in the kind's base unit.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("1", "亩").base
            Fraction(2000, 3)
        """
        return Fraction(self._key) / (ONE * self.unit.kind.grain)

    @property
    def key(self) -> int | Fraction:
        """The amount in the kind's grains of 10^-9.

        It is an integer for every unit of the catalogue, so compared fast.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("15", "亩").key == Quantity("1", "公顷").key
            True
        """
        return self._key

    @property
    def digits(self) -> int:
        """How many decimals were written.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("8.0", "%").digits
            1
        """
        return -cast("int", self.magnitude.as_tuple().exponent)

    def is_written_as(self, other: Self) -> bool:
        """Whether both are written alike, digits and unit; `==` asks for the amount only.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("8.0", "%").is_written_as(Quantity("8", "%"))
            False
        """
        return self.unit == other.unit and self.magnitude.as_tuple() == other.magnitude.as_tuple()


_set_magnitude: Final = vars(Amount)["magnitude"].__set__
_set_unit: Final = vars(Amount)["unit"].__set__
_set_key: Final = vars(Amount)["_key"].__set__


def fill(made: Amount, number: Decimal, text: str, unit: Unit) -> None:
    """Set the fields of a new quantity: its number, also as the text that `str` makes of it.

    Raises:
        InvalidValueError: The number is not finite or does not fit.
    """
    whole, _, behind = text.partition(".")
    try:
        grains = int(whole + behind) * GRAINS[len(behind)]
    except (ValueError, IndexError):
        number, grains = settled(number)
    if len(whole) > WHOLE or (not grains and text[0] == "-"):
        number, grains = settled(number)
    _set_magnitude(made, number)
    _set_unit(made, unit)
    _set_key(made, grains * unit.grains)


def keep(made: Amount, number: Decimal, unit: Unit, key: int | Fraction) -> None:
    """Set the fields of a new quantity whose number is known to fit and whose key is known."""
    _set_magnitude(made, number)
    _set_unit(made, unit)
    _set_key(made, key)


def mismatch(one: Amount, other: Amount, verb: str) -> str:
    """Why two quantities of different kinds do not meet."""
    return f"cannot {verb} {one} with {other}: {kinds(one.unit, other.unit)}"
