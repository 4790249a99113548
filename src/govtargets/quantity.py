"""A number with its unit (量), exact to the last digit."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

import attrs

from govtargets._exact import FITS, ONE, decimal_of, exact_decimal, refusal, rounded_decimal
from govtargets.errors import (
    InexactConversionError,
    InvalidValueError,
    ReadError,
    UnitMismatchError,
)
from govtargets.kind import Kind
from govtargets.unit import Catalogue, Unit

__all__ = ["Quantity"]


def __dir__() -> list[str]:
    return __all__


_fitted: Final = FITS.plus


@attrs.frozen(init=False, eq=False, repr=False, order=False)
class Quantity:
    """A number with its unit (量): the digits as written, compared exactly and only within a kind.

    `==` is physical (15亩 equals 1公顷, and hashes alike); `is_written_as` compares to the letter. `<` across kinds
    raises.

    Attributes:
        magnitude: The number as written; 8.0 keeps its zero.
        unit: Its unit.

    Raises:
        InvalidValueError: The magnitude is not finite, is a float, or does not fit decimal128(38, 9).
        UnknownUnitError: The catalogue in force has no such unit.

    Example:
        >>> from govtargets import Quantity
        >>> Quantity("204.8", "万吨") >= Quantity("2000000", "吨")
        True
        >>> Quantity("15", "亩") == Quantity("1", "公顷")
        True
    """

    magnitude: Decimal
    unit: Unit
    _kind: Kind
    _key: int | Fraction

    def __init__(self, magnitude: Decimal | int | str, unit: Unit | str) -> None:
        found = unit if isinstance(unit, Unit) else Unit(unit)
        number = magnitude if isinstance(magnitude, Decimal) else decimal_of(magnitude)
        try:
            number = _fitted(number)
            numerator, denominator = number.as_integer_ratio()
        except (ArithmeticError, ValueError):
            raise refusal(decimal_of(magnitude)) from None
        scale, rest = divmod(ONE, denominator)
        if rest:
            raise refusal(number)
        _set_magnitude(self, number)
        _set_unit(self, found)
        _set_kind(self, found.kind)
        _set_key(self, numerator * scale * found.grains)

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """Read plain digits with a unit; the inverse of `str`. Words and bounds are `govtargets.zh`'s work.

        万 and larger scale words join the unit, 百 and 千 the number: 3千户 is 3000户.

        Raises:
            ReadError: There is no number in front, or something that is no number.
            UnknownUnitError: The unit is not in the catalogue in force.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity.parse("204.8万吨")
            Quantity('204.8', '万吨')
            >>> Quantity.parse("3,310人")
            Quantity('3310', '人')
        """
        return _parsed(text, Catalogue.active())

    def __repr__(self) -> str:
        return f"Quantity({format(self.magnitude, 'f')!r}, {self.unit.symbol!r})"

    def __str__(self) -> str:
        return f"{self.magnitude:f}{self.unit.symbol}"

    def __reduce__(self) -> tuple[Callable[..., "Quantity"], tuple[Decimal, Unit]]:
        return Quantity, (self.magnitude, self.unit)

    def __hash__(self) -> int:
        return hash(self._key) ^ self._kind.hash

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self._kind is other._kind and self._key == other._key

    def __lt__(self, other: "Quantity") -> bool:
        if other.__class__ is Quantity and self._kind is other._kind:
            return self._key < other._key
        return self._refuse(other)

    def __le__(self, other: "Quantity") -> bool:
        if other.__class__ is Quantity and self._kind is other._kind:
            return self._key <= other._key
        return self._refuse(other)

    def __gt__(self, other: "Quantity") -> bool:
        if other.__class__ is Quantity and self._kind is other._kind:
            return self._key > other._key
        return self._refuse(other)

    def __ge__(self, other: "Quantity") -> bool:
        if other.__class__ is Quantity and self._kind is other._kind:
            return self._key >= other._key
        return self._refuse(other)

    def _refuse(self, other: object) -> bool:
        """Raise for a different kind; `NotImplemented` where the other is no quantity at all."""
        if isinstance(other, Quantity):
            raise UnitMismatchError(mismatch(self, other, "compare"))
        return NotImplemented

    @property
    def base(self) -> Fraction:
        """The exact amount in the kind's base unit.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("1", "亩").base
            Fraction(2000, 3)
        """
        return Fraction(self._key) / (ONE * self._kind.grain)

    @property
    def key(self) -> int | Fraction:
        """The amount in the kind's grains of 10^-9: an integer for every unit of the catalogue, so compared fast.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("15", "亩").key == Quantity("1", "公顷").key
            True
        """
        return self._key

    @property
    def digits(self) -> int:
        """How many decimals were written; negative where the last written digit stands before the units.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("8.0", "%").digits
            1
        """
        exponent = self.magnitude.as_tuple().exponent
        return -int(exponent)

    def is_written_as(self, other: "Quantity") -> bool:
        """Whether both are written alike, digits and unit; `==` asks for the amount only.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("8.0", "%").is_written_as(Quantity("8", "%"))
            False
        """
        return self.unit == other.unit and self.magnitude.as_tuple() == other.magnitude.as_tuple()

    def to(self, unit: Unit | str, *, places: int | None = None) -> "Quantity":
        """The same amount in another unit of the kind, exactly, or rounded half to even to `places` decimals.

        Raises:
            UnitMismatchError: The unit is of another kind.
            InexactConversionError: No finite decimal equals it and no `places` are given, or it does not fit.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("204.8", "万吨").to("吨")
            Quantity('2048000', '吨')
            >>> Quantity("1", "亩").to("公顷", places=4)
            Quantity('0.0667', '公顷')
        """
        target = unit if isinstance(unit, Unit) else Unit(unit)
        if target.kind is not self._kind:
            message = f"cannot convert {self} to {target}: {kinds(self.unit, target)}"
            raise UnitMismatchError(message)
        if target == self.unit and places is None:
            return self
        return _fitting(Fraction(self._key) / (ONE * target.grains), target, places, self)

    def __add__(self, other: "Quantity") -> "Quantity":
        return _sum(self, other, 1)

    def __sub__(self, other: "Quantity") -> "Quantity":
        return _sum(self, other, -1)

    def __radd__(self, other: int) -> "Quantity":
        # sum() starts with 0, which has no unit; every other number is refused.
        return self if other.__class__ is int and other == 0 else NotImplemented

    def __mul__(self, other: int | Decimal | Fraction) -> "Quantity":
        if isinstance(other, bool) or not isinstance(other, int | Decimal | Fraction):
            return NotImplemented
        return _fitting(Fraction(self.magnitude) * Fraction(other), self.unit, None, self)

    __rmul__ = __mul__

    def __truediv__(self, other: "Quantity | int | Decimal | Fraction") -> Any:  # noqa: ANN401  see the overloads
        if isinstance(other, Quantity):
            if other._kind is not self._kind:
                raise UnitMismatchError(mismatch(self, other, "divide"))
            return Fraction(self._key) / other._key
        if isinstance(other, bool) or not isinstance(other, int | Decimal | Fraction):
            return NotImplemented
        return _fitting(Fraction(self.magnitude) / Fraction(other), self.unit, None, self)

    def __neg__(self) -> "Quantity":
        return Quantity(-self.magnitude, self.unit)

    def __abs__(self) -> "Quantity":
        return Quantity(abs(self.magnitude), self.unit)

    def counted_as(self, classifier: Unit | str) -> "Quantity":
        """The same number under another counting classifier; the caller says in so many words that they count alike.

        Raises:
            UnitMismatchError: One of the two units is no counting classifier.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("323", "个").counted_as("村")
            Quantity('323', '村')
        """
        target = classifier if isinstance(classifier, Unit) else Unit(classifier)
        if {self._kind.group, target.kind.group} != {"count"}:
            message = f"cannot count {self} as {target}: {kinds(self.unit, target)}; only counting classifiers relabel"
            raise UnitMismatchError(message)
        return _fitting(
            Fraction(self.magnitude) * self.unit.factor / target.factor, target, None, self
        )


_set_magnitude: Final = vars(Quantity)["magnitude"].__set__
_set_unit: Final = vars(Quantity)["unit"].__set__
_set_kind: Final = vars(Quantity)["_kind"].__set__
_set_key: Final = vars(Quantity)["_key"].__set__


def kinds(one: Unit, other: Unit) -> str:
    """Both units with what they measure, in both languages."""
    return (
        f"{one} measures {one.kind.en} ({one.kind.zh}), {other} {other.kind.en} ({other.kind.zh})"
    )


def mismatch(one: Quantity, other: Quantity, verb: str) -> str:
    """Why two quantities of different kinds do not meet."""
    return f"cannot {verb} {one} with {other}: {kinds(one.unit, other.unit)}"


def _fitting(value: Fraction, unit: Unit, places: int | None, origin: Quantity) -> Quantity:
    number = exact_decimal(value) if places is None else rounded_decimal(value, places)
    if number is None:
        message = f"{origin} has no finite decimal in {unit}: give places= to round it, or stay in {origin.unit}"
        raise InexactConversionError(message)
    try:
        return Quantity(number, unit)
    except InvalidValueError as error:
        message = f"{origin} has too many digits in {unit}: {error}"
        raise InexactConversionError(message) from None


def _result_unit(one: Quantity, other: Quantity, sign: int) -> Unit:
    """In which unit a sum is stated; level and difference of a ratio are two kinds."""
    pair = (one.unit.kind.id, other.unit.kind.id)
    if pair == ("ratio", "ratio"):
        if sign < 0:
            return Unit("个百分点")
    elif pair in {("ratio", "points"), (one.unit.kind.id,) * 2}:
        return one.unit
    raise UnitMismatchError(mismatch(one, other, "add" if sign > 0 else "subtract"))


def _sum(one: Quantity, other: Quantity, sign: int) -> Quantity:
    if not isinstance(other, Quantity):
        return NotImplemented
    unit = _result_unit(one, other, sign)
    # The bases of ratios and points are % and 个百分点: numerically one scale.
    value = (one.base + sign * other.base) / unit.factor
    number = exact_decimal(value)
    if number is None and other.unit.kind is unit.kind:
        unit = other.unit
        value = (one.base + sign * other.base) / unit.factor
    return _fitting(value, unit, None, one)


_TEXT: Final = re.compile(
    r"\s*([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)\s*(.*?)\s*", re.DOTALL
)
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}


@lru_cache(maxsize=4096)
def _parsed(text: str, catalogue: Catalogue) -> Quantity:
    match = _TEXT.fullmatch(text)
    if match is None:
        raise ReadError(text, 0, len(text), "digits followed by a unit, such as 204.8万吨")
    number, symbol = Decimal(match[1].replace(",", "")), match[2]
    small = _SMALL.get(symbol[:1])
    if (
        small is not None
        and catalogue.entry(symbol) is None
        and catalogue.find(symbol[1:]) is not None
    ):
        return Quantity(FITS.multiply(number, small), catalogue.unit(symbol[1:]))
    return Quantity(number, catalogue.unit(symbol))
