"""A number with its unit (量), exact to the last digit."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, cast, final, overload

import attrs

from govtargets._algebra import added, converted, refuse_multiples, relabelled, scaled
from govtargets._amount import Amount, fill, keep, mismatch
from govtargets._exact import decimal_of, rounded_decimal, settled, stepped
from govtargets._parse import parsed, written
from govtargets._unit import IN_FORCE, Texts
from govtargets.errors import InvalidValueError, UnitMismatchError
from govtargets.unit import Catalogue, Unit

if TYPE_CHECKING:
    from govtargets._pint import PintQuantity

__all__ = ["Quantity"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(init=False, eq=False, repr=False, order=False)
class Quantity(Amount):
    """A number with its unit (量): the digits as written, compared exactly and only within a kind.

    `==` is physical (15亩 equals 1公顷, and hashes alike); `is_written_as` compares to the letter.
    `<` across kinds raises. A quantity is always true, also 0: absent is `None`. All arithmetic is
    exact or refused, whatever decimal context is in force, and keeps the digits as written: 8.0%
    less 1.0个百分点 is 7.0%.

    `format(quantity, spec)` takes, in this order and each only where wanted: the language `zh` or
    `en`; `,` for groups of three digits (English always has them); `.2` for so many places, rounded
    half to even; a unit of the same kind, a scale word (`万`, `亿`, `million`), or `auto` for the
    scale word that a text would choose, as English does by itself.

    Attributes:
        magnitude: The number as written; 8.0 keeps its zero. A power of ten is written out.
        unit: Its unit.

    Raises:
        InvalidValueError: The magnitude is not finite, is a float, or does not fit decimal128(38,
            9).
        UnknownUnitError: The catalogue in force has no such unit.

    Example:
        >>> from govtargets import Quantity
        >>> Quantity("204.8", "万吨") >= Quantity("2000000", "吨")
        True
        >>> Quantity("15", "亩") == Quantity("1", "公顷")
        True
        >>> q = Quantity("204.8", "万吨")
        >>> f"{q}, {q:,吨}, {q:.1 亿斤}, {q:en}, {q:en,.1 thousand}"
        '204.8万吨, 2,048,000吨, 41.0亿斤, 2.048 million t, 2,048.0 thousand t'
    """

    @staticmethod
    def parse(text: str) -> "Quantity":
        """Read plain digits with a unit, the inverse of `str`; `govtargets.zh` reads words.

        万 and larger scale words join the unit, 百 and 千 the number: 3千户 is 3000户.

        Raises:
            ReadError: There is no number in front, or something that is no number.
            UnknownUnitError: The unit is not in the catalogue in force.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity.parse("204.8万吨")
            Quantity('204.8', '万吨')
            >>> Quantity.parse("３,310 人")
            Quantity('3310', '人')
        """
        found: Quantity = _in_force()[-1].texts[text]
        return found

    @classmethod
    def from_pint(cls, value: "PintQuantity") -> "Quantity":
        """The quantity that pint holds; the inverse of `to_pint`.

        Raises:
            InvalidValueError: It is no pint quantity of `govtargets.registry()`, or its number is a
                float.
            InexactConversionError: No finite decimal equals its number.

        Example:
            >>> import govtargets as gt
            >>> gt.Quantity.from_pint(gt.registry()("35 微克/立方米"))
            Quantity('35', '微克/立方米')
        """
        from govtargets._pint import from_pint

        return cls(*from_pint(value))

    def to_pint(self) -> "PintQuantity":
        """The same quantity in `govtargets.registry()`, as an exact fraction.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("204.8", "万吨").to_pint().to("吨").magnitude
            Fraction(2048000, 1)
        """
        from govtargets._pint import to_pint

        return to_pint(self.magnitude, self.unit)

    def __repr__(self) -> str:
        return f"Quantity({format(self.magnitude, 'f')!r}, {self.unit.symbol!r})"

    def __str__(self) -> str:
        return written(format(self.magnitude, "f"), self.unit)

    def __format__(self, spec: str) -> str:
        if not spec:
            return str(self)
        from govtargets._format import formatted

        return formatted(self, spec)

    def __reduce__(self) -> tuple[Callable[..., "Quantity"], tuple[Decimal, Unit]]:
        return Quantity, (self.magnitude, self.unit)

    def __copy__(self) -> "Quantity":
        return self

    def __deepcopy__(self, memo: object) -> "Quantity":
        return self

    def to(self, unit: Unit | str, *, places: int | None = None) -> "Quantity":
        """The same amount in another unit of the kind, exactly or rounded half to even.

        Raises:
            UnitMismatchError: The unit is of another kind.
            InexactConversionError: No finite decimal equals it and no `places` are given, or it
                does not fit.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("204.8", "万吨").to("吨")
            Quantity('2048000', '吨')
            >>> Quantity("1", "亩").to("公顷", places=4)
            Quantity('0.0667', '公顷')
        """
        target = unit if isinstance(unit, Unit) else Unit(unit)
        if target == self.unit and places is None:
            return self
        return Quantity(*converted(self, target, places))

    def round(self, step: Decimal | int | str) -> "Quantity":
        """The nearest multiple of the step, half to even, with the digits of the step (修约间隔).

        Raises:
            InvalidValueError: The step is not above zero, or no magnitude.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("8.25", "%").round("0.1"), Quantity("1234", "人").round(50)
            (Quantity('8.2', '%'), Quantity('1250', '人'))
        """
        width, _ = settled(decimal_of(step))
        if width <= 0:
            message = (
                f"cannot round {self} to steps of {step}: expected a step above zero, such as '0.1'"
            )
            raise InvalidValueError(message)
        return Quantity(stepped(self.magnitude, width), self.unit)

    def __round__(self, ndigits: int | None = None) -> "Quantity":
        return Quantity(rounded_decimal(Fraction(self.magnitude), ndigits or 0), self.unit)

    def __add__(self, other: "Quantity") -> "Quantity":
        return _sum(self, other, 1)

    def __sub__(self, other: "Quantity") -> "Quantity":
        return _sum(self, other, -1)

    def __radd__(self, other: int) -> "Quantity":
        # sum() starts with 0, which has no unit; every other number is refused.
        return self if other.__class__ is int and other == 0 else NotImplemented

    def __mul__(self, other: int | Decimal | Fraction) -> "Quantity":
        by = _number(other)
        return NotImplemented if by is None else Quantity(*scaled(self, by))

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: "Quantity") -> Fraction: ...

    @overload
    def __truediv__(self, other: int | Decimal | Fraction) -> "Quantity": ...

    def __truediv__(self, other: "Quantity | int | Decimal | Fraction") -> "Fraction | Quantity":
        if isinstance(other, Quantity):
            return _quotient(self, other)
        by = _number(other)
        return NotImplemented if by is None else Quantity(*scaled(self, 1 / by))

    def __neg__(self) -> "Quantity":
        return Quantity(self.magnitude.copy_negate(), self.unit)

    def __abs__(self) -> "Quantity":
        return Quantity(self.magnitude.copy_abs(), self.unit)

    def counted_as(self, classifier: Unit | str) -> "Quantity":
        """The same number under another counting classifier, which the caller says counts alike.

        Raises:
            UnitMismatchError: One of the two units is no counting classifier.

        Example:
            >>> from govtargets import Quantity
            >>> Quantity("323", "个").counted_as("村")
            Quantity('323', '村')
        """
        target = classifier if isinstance(classifier, Unit) else Unit(classifier)
        return Quantity(*relabelled(self, target))


def _read(text: str, catalogue: Catalogue) -> Quantity:
    digits, unit = parsed(text, catalogue)
    made = object.__new__(Quantity)
    fill(made, Decimal(digits), digits, unit)
    return made


_in_force: Final = IN_FORCE.get
Texts.read = staticmethod(_read)


def _sum(one: Quantity, other: object, sign: int) -> Quantity:
    if not isinstance(other, Quantity):
        return cast("Quantity", NotImplemented)
    return Quantity(*added(one, other, sign))


def _number(value: object) -> Fraction | None:
    """The factor of a product; a bool or a float is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        return None
    return Fraction(value)


def _quotient(one: Quantity, other: Quantity) -> Fraction:
    if other.unit.kind is not one.unit.kind:
        raise UnitMismatchError(mismatch(one, other, "divide"))
    refuse_multiples(one)
    return Fraction(one.key) / other.key


def weighed(magnitude: Decimal, unit: Unit, key: int | Fraction) -> Quantity:
    """A quantity whose key is known, and whose number is known to fit: a judgement makes many."""
    made = object.__new__(Quantity)
    keep(made, magnitude, unit, key)
    return made
