"""Average growth (年均增长) as a number: rounded here alone, to as many digits as asked."""

from decimal import Decimal
from fractions import Fraction

from govtargets.errors import InvalidValueError
from govtargets.quantity import Quantity

__all__ = ["average_growth", "yearly_rate"]


def __dir__() -> list[str]:
    return __all__


def average_growth(first: Quantity, last: Quantity, *, years: int, places: int = 2) -> Quantity:
    """The yearly growth that leads from the first value to the last, rounded half to even.

    The root is found in integers, so every digit is right.

    Args:
        first: The value at the beginning, above zero.
        last: The value after `years` years, not below zero.
        years: How many years lie between them.
        places: To how many decimals of a percentage it is rounded.

    Raises:
        InvalidValueError: The first value is not above zero, the last is below it, or no year
            lies between.
        UnitMismatchError: The two are of different kinds.

    Example:
        >>> from govtargets import Quantity, average_growth
        >>> average_growth(Quantity("100", "亿元"), Quantity("140", "亿元"), years=5)
        Quantity('6.96', '%')
    """
    ratio = last / first if first.magnitude > 0 else Fraction(-1)
    if ratio < 0 or years < 1:
        message = (
            f"no yearly growth leads from {first} to {last} in {years} years: "
            "expected a first value above zero, a last one not below it, and at least one year"
        )
        raise InvalidValueError(message)
    return yearly_rate(ratio, years, places=places)


def yearly_rate(factor: Fraction, years: int, *, places: int = 2) -> Quantity:
    """The yearly growth whose factor, raised to that power, is `factor`; rounded half to even.

    Example:
        >>> from fractions import Fraction
        >>> from govtargets.rates import yearly_rate
        >>> yearly_rate(Fraction(121, 100), 2)
        Quantity('10', '%')
    """
    scale = 100 * 10**places
    # Twice the root in units of the last digit: its lowest bit tells on which side of half it lies.
    doubled, exact = _root(factor * (2 * scale) ** years, years)
    units, half = divmod(doubled, 2)
    if half and (not exact or units % 2):
        units += 1
    return Quantity(_trimmed(Decimal(units - scale).scaleb(-places)), "%")


def _root(value: Fraction, degree: int) -> tuple[int, bool]:
    """The integer part of the root, and whether it is the whole of it."""
    whole = value.numerator // value.denominator
    low, high = 0, 1 << (whole.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= whole else (low, middle - 1)
    return low, low**degree == value


def _trimmed(number: Decimal) -> Decimal:
    text = f"{number:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
