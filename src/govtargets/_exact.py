"""Exact decimal arithmetic: what fits, what is refused, and the way from a fraction to its decimal.

Nothing here reads the caller's decimal context, so that nobody's precision or rounding reaches a
result.
"""

from decimal import ROUND_HALF_EVEN, Clamped, Context, Decimal, InvalidOperation, Overflow, Rounded
from fractions import Fraction
from typing import Final

from govtargets.errors import InvalidValueError

__all__ = [
    "DECIMALS",
    "FITS",
    "GRAINS",
    "ONE",
    "WHOLE",
    "decimal_of",
    "exact_decimal",
    "product",
    "refusal",
    "rounded_decimal",
    "settled",
    "stepped",
]

# decimal128(38, 9), which every engine keeps: 29 digits before the point, 9 behind it.
DECIMALS: Final = 9
WHOLE: Final = 29
ONE: Final[int] = 10**DECIMALS
# How many grains of 10^-9 one unit of the last digit is, by the number of decimals.
GRAINS: Final = tuple(10 ** (DECIMALS - places) for places in range(DECIMALS + 1))
FITS: Final = Context(
    prec=38,
    Emax=28,
    Emin=0,
    rounding=ROUND_HALF_EVEN,
    traps=[Clamped, InvalidOperation, Overflow, Rounded],
)
# Wide enough for any product of two such numbers.
_WIDE: Final = Context(
    prec=10**6, Emax=10**6, Emin=-(10**6), traps=[InvalidOperation, Overflow, Rounded]
)
# For messages only: a number of a thousand digits is named by its first ones.
_BRIEF: Final = Context(prec=6, Emax=10**15, Emin=-(10**15), traps=[])
_LONGEST_NAMED: Final = 45


def decimal_of(value: object) -> Decimal:
    """The number as written, from text or an integer; a float is not what was written."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        message = (
            f"{value!r} is a {type(value).__name__}: "
            "give the number as written, as text, int or Decimal"
        )
        raise InvalidValueError(message)
    try:
        return Decimal(value, _WIDE)
    except InvalidOperation:
        message = (
            f"{value!r} is not a number: give digits such as '204.8', "
            "or use Quantity.parse for a number with its unit"
        )
        raise InvalidValueError(message) from None


def refusal(value: Decimal) -> InvalidValueError:
    """Why the number cannot be a magnitude."""
    if not value.is_finite():
        return InvalidValueError(
            f"{str(value)!r} is not a finite number: leave the value out when it is unknown"
        )
    named = str(value)
    if len(named) > _LONGEST_NAMED:
        named = f"about {_BRIEF.plus(value)}"
    return InvalidValueError(
        f"{named} does not fit decimal128(38, 9), at most {WHOLE} digits before the point "
        f"and {DECIMALS} behind it: use a larger unit, or round it yourself"
    )


def settled(value: Decimal) -> tuple[Decimal, int]:
    """The number written out without a power of ten or a negative zero, and its grains of 10^-9.

    Raises:
        InvalidValueError: It is not finite or does not fit.
    """
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent < -DECIMALS or value.adjusted() >= WHOLE:
        raise refusal(value)
    number = Decimal((sign if any(digits) else 0, digits, exponent))
    if exponent > 0:
        number = _WIDE.quantize(number, Decimal(0))
    return number, int(_WIDE.scaleb(number, DECIMALS))


def exact_decimal(value: Fraction, digits: int = 0) -> Decimal | None:
    """The decimal that equals the fraction, if one does, with at least that many decimals."""
    left, twos, fives = value.denominator, 0, 0
    while left % 2 == 0:
        left, twos = left // 2, twos + 1
    while left % 5 == 0:
        left, fives = left // 5, fives + 1
    if left != 1:
        return None
    places = max(twos, fives, digits)
    return _placed(value.numerator * 10**places // value.denominator, places)


def rounded_decimal(value: Fraction, places: int) -> Decimal:
    """The decimal with that many places nearest to the fraction, half to even."""
    return _placed(round(value * Fraction(10) ** places), places)


def product(value: Decimal, times: int) -> Decimal:
    """The product, whose size nobody has checked yet."""
    return _WIDE.multiply(value, Decimal(times))


def stepped(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of the step nearest to the number, half to even, with the step's digits."""
    return _WIDE.multiply(Decimal(round(Fraction(value) / Fraction(step))), step)


def _placed(digits: int, places: int) -> Decimal:
    return _WIDE.scaleb(_WIDE.create_decimal(digits), -places)
