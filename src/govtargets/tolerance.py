"""How far 左右 and 近 reach around a stated number (约数的宽度)."""

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, Literal, Self

import attrs

from govtargets._exact import DECIMALS, ONE
from govtargets._record import given
from govtargets.errors import InvalidValueError
from govtargets.kind import Kind
from govtargets.quantity import Quantity

__all__ = ["Tolerance", "ToleranceKind"]


def __dir__() -> list[str]:
    return __all__


class ToleranceKind(Enum):
    """By what the width is measured.

    Example:
        >>> from govtargets import ToleranceKind
        >>> ToleranceKind("relative").zh
        '按比例'
    """

    RELATIVE = "relative"
    ABSOLUTE = "absolute"
    HALF_UNIT = "half_unit"

    @property
    def zh(self) -> str:
        """The Chinese term."""
        return {"relative": "按比例", "absolute": "按绝对值", "half_unit": "按末位数半个单位"}[
            self.value
        ]


# Whether a share and whether an amount belong to each.
_STATED: Final = {
    ToleranceKind.RELATIVE: (True, False),
    ToleranceKind.ABSOLUTE: (False, True),
    ToleranceKind.HALF_UNIT: (False, False),
}
# A rate and its differences are two kinds on one numeric scale: 0.2 个百分点 fit around 5.5 %.
_SAME_SCALE: Final = {("points", "ratio")}


@attrs.frozen
class Tolerance:
    """How far an approximate number reaches (约数的宽度).

    A share of its size, an amount, or half a unit of its last written digit; made by `relative`, `absolute` and
    `half_unit`.

    Raises:
        InvalidValueError: Share or amount is not that of the kind.

    Attributes:
        kind: By what the width is measured.
        share: The share of the number's size, for a relative one.
        amount: The width itself, for an absolute one.
        satisfies: Whether any value within reach satisfies an approximate goal; else it leaves the
            verdict open.

    Example:
        >>> from govtargets import Quantity, Tolerance
        >>> print(Tolerance.relative("0.1"))
        ±10%
        >>> print(Tolerance.absolute(Quantity("0.2", "个百分点"), satisfies=True))
        ±0.2个百分点（范围内视为完成）
    """

    kind: ToleranceKind
    share: Fraction | None = None
    amount: Quantity | None = None
    satisfies: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        stated = self.share is not None, self.amount is not None
        if stated != _STATED.get(self.kind):
            message = (
                f"a tolerance of kind {self.kind!r} with share {self.share!r} and amount {self.amount!r} is none: "
                "make it with Tolerance.relative, Tolerance.absolute or Tolerance.half_unit"
            )
            raise InvalidValueError(message)

    @classmethod
    def relative(cls, share: Decimal | Fraction | int | str, *, satisfies: bool = False) -> Self:
        """A share of the number's size; around zero that reach is unknown.

        Raises:
            InvalidValueError: The share is no number, a float, negative, or 1 and more, which takes
                in zero.

        Example:
            >>> from govtargets import Tolerance
            >>> Tolerance.relative("0.05").share
            Fraction(1, 20)
        """
        try:
            found = None if isinstance(share, float) else Fraction(share)
        except (TypeError, ValueError, ArithmeticError):
            found = None
        if found is None or not 0 <= found < 1:
            message = (
                f"a relative tolerance of {share!r} is none: "
                "give a share such as '0.1', from 0 up to less than 1"
            )
            raise InvalidValueError(message)
        return cls(ToleranceKind.RELATIVE, share=found, satisfies=satisfies)

    @classmethod
    def absolute(cls, amount: Quantity, *, satisfies: bool = False) -> Self:
        """An amount, the same around every number of its kind; 个百分点 stand for percentages.

        Around numbers of another kind the reach is unknown.

        Raises:
            InvalidValueError: The amount is negative, or no quantity.

        Example:
            >>> from govtargets import Quantity, Tolerance
            >>> print(Tolerance.absolute(Quantity("5", "万吨")))
            ±5万吨
        """
        given(amount, Quantity, "give a quantity, such as Quantity('0.2', '个百分点')")
        if amount.magnitude < 0:
            message = f"a tolerance of {amount} is negative: give how far it reaches on either side"
            raise InvalidValueError(message)
        return cls(ToleranceKind.ABSOLUTE, amount=amount, satisfies=satisfies)

    @classmethod
    def half_unit(cls, *, satisfies: bool = False) -> Self:
        """Half a unit of the last written digit: 5.5%左右 reaches from 5.45 % to 5.55 %.

        Example:
            >>> from govtargets import Tolerance
            >>> print(Tolerance.half_unit())
            ±末位半个单位
        """
        return cls(ToleranceKind.HALF_UNIT, satisfies=satisfies)

    def reach(self, value: Quantity) -> Fraction | None:
        """How far it reaches around the value, in the kind's base unit; `None` where unknown.

        Example:
            >>> from govtargets import Quantity, Tolerance
            >>> Tolerance.relative("0.1").reach(Quantity("200", "万吨"))
            Fraction(200000000, 1)
            >>> Tolerance.relative("0.1").reach(Quantity("0", "%")) is None
            True
        """
        found = self.reach_of(value, value.key)
        return None if found is None else Fraction(found) / (ONE * value.unit.kind.grain)

    def reach_of(self, written: Quantity, key: int | Fraction) -> int | Fraction | None:
        """The same in the kind's grains, around the amount `key` that is written like `written`."""
        if self.share is not None:
            return _part(key if key > 0 else -key, self.share) if key else None
        kind = written.unit.kind
        if self.amount is None:
            return Fraction(last_digit(written)) / 2
        return in_grains(self.amount, kind)

    def text(self, language: Literal["zh", "en"] = "zh") -> str:
        """The tolerance in words.

        Example:
            >>> from govtargets import Tolerance
            >>> Tolerance.half_unit(satisfies=True).text("en")
            '±half a unit of the last digit, all of it satisfying'
        """
        width = "末位半个单位" if language == "zh" else "half a unit of the last digit"
        if self.share is not None:
            percent = self.share * 100
            width = f"{percent}%" if percent.denominator == 1 else f"{self.share}"
        elif self.amount is not None:
            width = format(self.amount, language)
        satisfying = "（范围内视为完成）" if language == "zh" else ", all of it satisfying"
        return f"±{width}{satisfying if self.satisfies else ''}"

    def __str__(self) -> str:
        return self.text()


def whole(value: int | Fraction) -> int | Fraction:
    """The integer where the fraction is one: integers compare several times faster."""
    return int(value) if value.denominator == 1 else value


def in_grains(difference: Quantity, kind: Kind) -> int | Fraction | None:
    """A difference in the grains of the kind it changes; `None` where it changes another."""
    if difference.unit.kind is kind:
        return difference.key
    if (difference.unit.kind.id, kind.id) in _SAME_SCALE:
        return whole(difference.base * ONE * kind.grain)
    return None


def _part(size: int | Fraction, share: Fraction) -> int | Fraction:
    if isinstance(size, int):
        quotient, rest = divmod(size * share.numerator, share.denominator)
        if not rest:
            return quotient
    return size * share


def last_digit(value: Quantity) -> int | Fraction:
    """One unit of the last written digit, in the kind's grains."""
    return int(f"1{'0' * (DECIMALS - value.digits)}") * value.unit.grains


def last_nonzero_digit(value: Quantity) -> int | Fraction:
    """One unit of the last digit that is not zero, in the kind's grains: a hundred for 600."""
    digits = "".join(map(str, value.magnitude.as_tuple().digits))
    zeros = len(digits) - len(digits.rstrip("0"))
    return int(f"1{'0' * zeros}") * last_digit(value)
