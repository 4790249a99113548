"""Exact decimal arithmetic: one context that refuses to round, and the way from a fraction to its decimal."""

from decimal import ROUND_HALF_EVEN, Clamped, Context, Decimal, InvalidOperation, Overflow, Rounded
from fractions import Fraction
from typing import Final

from govtargets.errors import InvalidValueError

__all__ = ["DECIMALS", "FITS", "ONE", "decimal_of", "exact_decimal", "refusal", "rounded_decimal"]

# decimal128(38, 9), which every engine keeps: 29 digits before the point, 9 behind it.
DECIMALS: Final = 9
ONE: Final[int] = 10**DECIMALS
FITS: Final = Context(
    prec=38,
    Emax=28,
    Emin=0,
    rounding=ROUND_HALF_EVEN,
    traps=[Clamped, InvalidOperation, Overflow, Rounded],
)
# Wide enough for any product of two such numbers; the caller's own context never matters.
_WIDE: Final = Context(prec=400, Emax=999, Emin=-999, traps=[InvalidOperation, Overflow, Rounded])


def decimal_of(value: object) -> Decimal:
    """The number as written, from text or an integer; a float is refused, since it is not what was written."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        message = f"{value!r} is a {type(value).__name__}: give the number as written, as text, int or Decimal"
        raise InvalidValueError(message)
    try:
        return Decimal(value)
    except InvalidOperation:
        message = f"{value!r} is not a number: give digits such as '204.8', or use Quantity.parse for a number with its unit"
        raise InvalidValueError(message) from None


def refusal(value: Decimal) -> InvalidValueError:
    """Why the number cannot be a magnitude."""
    if not value.is_finite():
        return InvalidValueError(
            f"{str(value)!r} is not a finite number: leave the value out when it is unknown"
        )
    return InvalidValueError(
        f"{value} does not fit decimal128(38, 9), at most 29 digits before the point and {DECIMALS} behind it: "
        "use a larger unit, or round it yourself"
    )


def exact_decimal(value: Fraction) -> Decimal | None:
    """The decimal that equals the fraction, without trailing zeros; `None` where no finite one does."""
    left, twos, fives = value.denominator, 0, 0
    while left % 2 == 0:
        left, twos = left // 2, twos + 1
    while left % 5 == 0:
        left, fives = left // 5, fives + 1
    if left != 1:
        return None
    places = max(twos, fives)
    digits = value.numerator * 10**places // value.denominator
    return _WIDE.scaleb(_WIDE.create_decimal(digits), -places)


def rounded_decimal(value: Fraction, places: int) -> Decimal:
    """The decimal with that many places nearest to the fraction, half to even."""
    return _WIDE.scaleb(_WIDE.create_decimal(round(value * 10**places)), -places)
