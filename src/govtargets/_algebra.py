"""What quantities give when added, scaled and converted: a number with its unit, or a refusal."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, Protocol

from govtargets._exact import exact_decimal, rounded_decimal, settled
from govtargets._teach import kinds
from govtargets._unit import Unit
from govtargets.errors import InexactConversionError, InvalidValueError, UnitMismatchError

__all__ = ["Measured", "added", "converted", "refuse_multiples", "relabelled", "scaled"]


class Measured(Protocol):
    """What a quantity shows of itself."""

    @property
    def magnitude(self) -> Decimal:
        """The number as written."""
        ...

    @property
    def unit(self) -> Unit:
        """Its unit."""
        ...

    @property
    def base(self) -> Fraction:
        """The exact amount in the kind's base unit."""
        ...

    @property
    def digits(self) -> int:
        """How many decimals were written."""
        ...


# Two rates written alike differ by so many of these; each is numerically the unit it stands beside.
_POINTS: Final = {"‰": "个千分点", "‱": "个基点"}


def added(one: Measured, other: Measured, sign: int) -> tuple[Decimal, Unit]:
    """The sum, or the difference where the sign is -1, with the finer of the digits written.

    Raises:
        UnitMismatchError: The two have no sum or difference.
        InexactConversionError: No finite decimal equals it in either unit.
    """
    unit = _sum_unit(one, other) if sign > 0 else _difference_unit(one, other)
    # The bases of rates and points are % and 个百分点: numerically one scale.
    amount = one.base + sign * other.base
    if exact_decimal(amount / unit.factor) is None and other.unit.kind is unit.kind:
        unit = other.unit
    alike = one.unit.factor == other.unit.factor == unit.factor
    digits = max(one.digits, other.digits) if alike else 0
    return _fitting(amount / unit.factor, unit, one, digits=digits)


def scaled(one: Measured, by: Fraction) -> tuple[Decimal, Unit]:
    """So many times the quantity, in its unit.

    Raises:
        UnitMismatchError: It is a rank, which has no multiple.
        InexactConversionError: No finite decimal equals it.
    """
    refuse_multiples(one)
    return _fitting(Fraction(one.magnitude) * by, one.unit, one, digits=one.digits)


def converted(one: Measured, unit: Unit, places: int | None) -> tuple[Decimal, Unit]:
    """The same amount in another unit of the kind.

    Raises:
        UnitMismatchError: The unit is of another kind.
        InexactConversionError: No finite decimal equals it and no places are given, or it does not
            fit.
    """
    if unit.kind is not one.unit.kind:
        message = f"cannot convert {one} to {unit}: {kinds(one.unit, unit)}"
        raise UnitMismatchError(message)
    return _fitting(one.base / unit.factor, unit, one, places=places)


def relabelled(one: Measured, unit: Unit) -> tuple[Decimal, Unit]:
    """The same number under another counting classifier.

    Raises:
        UnitMismatchError: One of the two units is no counting classifier.
        InexactConversionError: It does not fit.
    """
    if {one.unit.kind.group, unit.kind.group} != {"count"}:
        message = (
            f"cannot count {one} as {unit}: {kinds(one.unit, unit)}; "
            "only counting classifiers relabel"
        )
        raise UnitMismatchError(message)
    digits = one.digits if one.unit.factor == unit.factor else 0
    return _fitting(one.base / unit.factor, unit, one, digits=digits)


def refuse_multiples(one: Measured) -> None:
    """Raise for a rank.

    Raises:
        UnitMismatchError: It is one.
    """
    if one.unit.kind.id == "rank":
        message = (
            f"cannot multiply or divide {one}: twice the 4th place is no place, "
            "only the difference of two ranks means something"
        )
        raise UnitMismatchError(message)


def _fitting(
    value: Fraction, unit: Unit, origin: Measured, *, places: int | None = None, digits: int = 0
) -> tuple[Decimal, Unit]:
    number = exact_decimal(value, digits) if places is None else rounded_decimal(value, places)
    if number is None:
        message = (
            f"{origin} has no finite decimal in {unit}: "
            f"give places= to round it, or stay in {origin.unit}"
        )
        raise InexactConversionError(message)
    try:
        return settled(number)[0], unit
    except InvalidValueError as error:
        message = f"{origin} has too many digits in {unit}: {error}"
        raise InexactConversionError(message) from None


def _sum_unit(one: Measured, other: Measured) -> Unit:
    """百分点 move a rate; two rates, two ranks or two kinds have no sum."""
    pair = (one.unit.kind.id, other.unit.kind.id)
    if pair == ("ratio", "ratio"):
        message = (
            f"cannot add {one} and {other}: two rates have no sum, "
            "a rate moves by 个百分点, as in 5% + 1个百分点 = 6%"
        )
        raise UnitMismatchError(message)
    if pair == ("rank", "rank"):
        message = (
            f"cannot add {one} and {other}: two places in a ranking have no sum, only a difference"
        )
        raise UnitMismatchError(message)
    if pair == ("points", "ratio"):
        return other.unit
    if one.unit.kind is other.unit.kind or pair == ("ratio", "points"):
        return one.unit
    message = f"cannot add {one} and {other}: {kinds(one.unit, other.unit)}"
    raise UnitMismatchError(message)


def _difference_unit(one: Measured, other: Measured) -> Unit:
    """Between two rates it is 百分点; 百分点 off a rate leave a rate."""
    pair = (one.unit.kind.id, other.unit.kind.id)
    if pair == ("ratio", "ratio"):
        return Unit(_POINTS.get(one.unit.symbol if one.unit == other.unit else "", "个百分点"))
    if one.unit.kind is other.unit.kind or pair == ("ratio", "points"):
        return one.unit
    message = f"cannot subtract {other} from {one}: {kinds(one.unit, other.unit)}"
    raise UnitMismatchError(message)
