"""Sets of exact values (区间): what a stated number allows once it is read."""

from fractions import Fraction

import attrs

from govtargets._exact import ONE, exact_decimal
from govtargets.errors import InvalidValueError, UnitMismatchError
from govtargets.kind import Kind
from govtargets.quantity import Quantity, mismatch

__all__ = ["Interval"]


def __dir__() -> list[str]:
    return __all__


_End = int | Fraction | None


@attrs.frozen(repr=False)
class Interval:
    """A set of exact values of one kind (区间): two ends, each open or closed, or none; possibly empty.

    An open end is `None`, the one spelling of infinity. Made by `of`, `at`, `everything` and `empty`, or by a policy
    that reads a stated number.

    Attributes:
        kind: What the values measure.
        low_open: Whether the low end itself is left out; `True` where there is none.
        high_open: The same for the high end.

    Example:
        >>> from govtargets import Interval, Quantity
        >>> growth = Interval.of(Quantity("6.5", "%"), None)
        >>> growth
        Interval('[6.5, ∞) %')
        >>> growth.contains(Quantity("7", "%"))
        True
    """

    kind: Kind
    # The ends count the kind's grains times 10^9, as Quantity's keys do, so that they are integers.
    _low: _End
    _high: _End
    low_open: bool
    high_open: bool

    @classmethod
    def of(
        cls,
        low: Quantity | None,
        high: Quantity | None,
        *,
        low_open: bool = False,
        high_open: bool = False,
    ) -> "Interval":
        """From one quantity to another; `None` for no end on that side.

        Raises:
            InvalidValueError: Neither end is given, so the kind is unknown.
            UnitMismatchError: The ends are of two kinds.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.of(None, Quantity("5.5", "%"), high_open=True)
            Interval('(-∞, 5.5) %')
        """
        known = low if low is not None else high
        if known is None:
            message = "an interval without ends has no kind: use Interval.everything(kind)"
            raise InvalidValueError(message)
        if low is not None and high is not None and low.unit.kind is not high.unit.kind:
            raise UnitMismatchError(mismatch(low, high, "span an interval from"))
        return interval(
            known.unit.kind,
            None if low is None else low.key,
            None if high is None else high.key,
            low_open=low_open,
            high_open=high_open,
        )

    @classmethod
    def at(cls, value: Quantity) -> "Interval":
        """The one value.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.at(Quantity("4", "位"))
            Interval('[4, 4] 位')
        """
        return interval(value.unit.kind, value.key, value.key)

    @classmethod
    def everything(cls, kind: Kind) -> "Interval":
        """Every value of a kind.

        Example:
            >>> from govtargets import Interval, Unit
            >>> Interval.everything(Unit("%").kind)
            Interval('(-∞, ∞) %')
        """
        return interval(kind, None, None)

    @classmethod
    def empty(cls, kind: Kind) -> "Interval":
        """No value at all.

        Example:
            >>> from govtargets import Interval, Unit
            >>> Interval.empty(Unit("%").kind).is_empty
            True
        """
        return cls(kind, 0, 0, True, True)

    @property
    def is_empty(self) -> bool:
        """Whether no value belongs to it.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.at(Quantity("4", "位")).is_empty
            False
        """
        return self._low is not None and self._low == self._high and self.low_open

    @property
    def low(self) -> Fraction | None:
        """The low end in the kind's base unit, `None` where it is unbounded.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.of(Quantity("1", "亩"), None).low
            Fraction(2000, 3)
        """
        return None if self._low is None else Fraction(self._low) / (ONE * self.kind.grain)

    @property
    def high(self) -> Fraction | None:
        """The high end in the kind's base unit, `None` where it is unbounded.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.of(None, Quantity("1", "公顷")).high
            Fraction(10000, 1)
        """
        return None if self._high is None else Fraction(self._high) / (ONE * self.kind.grain)

    def contains(self, value: Quantity) -> bool:
        """Whether the value belongs to it.

        Raises:
            UnitMismatchError: The value is of another kind.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.of(Quantity("7", "%"), None).contains(Quantity("6.9", "%"))
            False
        """
        return Interval.at(value).is_subset(self)

    def is_subset(self, other: "Interval") -> bool:
        """Whether every value of this one belongs to the other.

        Raises:
            UnitMismatchError: The two are of different kinds.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> seven = Interval.of(Quantity("7", "%"), None)
            >>> Interval.of(Quantity("4.5", "%"), None).is_subset(seven)
            False
        """
        self._same_kind(other)
        if self.is_empty or other.is_empty:
            return self.is_empty
        return not (
            _starts_before(self._low, self.low_open, other._low, other.low_open)
            or _ends_after(self._high, self.high_open, other._high, other.high_open)
        )

    def is_disjoint(self, other: "Interval") -> bool:
        """Whether no value belongs to both.

        Raises:
            UnitMismatchError: The two are of different kinds.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.at(Quantity("5", "%")).is_disjoint(Interval.of(Quantity("7", "%"), None))
            True
        """
        self._same_kind(other)
        if self.is_empty or other.is_empty:
            return True
        return _apart(self._high, self.high_open, other._low, other.low_open) or _apart(
            other._high, other.high_open, self._low, self.low_open
        )

    def intersect(self, other: "Interval") -> "Interval":
        """The values that belong to both.

        Raises:
            UnitMismatchError: The two are of different kinds.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.of(Quantity("6", "%"), None).intersect(
            ...     Interval.of(None, Quantity("7", "%"))
            ... )
            Interval('[6, 7] %')
        """
        if self.is_disjoint(other):
            return Interval.empty(self.kind)
        first = (
            other if _starts_before(self._low, self.low_open, other._low, other.low_open) else self
        )
        last = (
            other if _ends_after(self._high, self.high_open, other._high, other.high_open) else self
        )
        return interval(
            self.kind, first._low, last._high, low_open=first.low_open, high_open=last.high_open
        )

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both; their union where they touch or overlap.

        Raises:
            UnitMismatchError: The two are of different kinds.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.at(Quantity("6", "%")).hull(Interval.at(Quantity("7", "%")))
            Interval('[6, 7] %')
        """
        self._same_kind(other)
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        first = (
            self if _starts_before(self._low, self.low_open, other._low, other.low_open) else other
        )
        last = (
            self if _ends_after(self._high, self.high_open, other._high, other.high_open) else other
        )
        return interval(
            self.kind, first._low, last._high, low_open=first.low_open, high_open=last.high_open
        )

    def _same_kind(self, other: "Interval") -> None:
        if self.kind is not other.kind:
            message = f"an interval of {self.kind} and one of {other.kind} do not compare"
            raise UnitMismatchError(message)

    def __str__(self) -> str:
        if self.is_empty:
            return f"∅ {self.kind.base}".rstrip()
        left, right = "(" if self.low_open else "[", ")" if self.high_open else "]"
        return (
            f"{left}{_end(self.low, '-∞')}, {_end(self.high, '∞')}{right} {self.kind.base}".rstrip()
        )

    def __repr__(self) -> str:
        return f"Interval({str(self)!r})"


def interval(
    kind: Kind, low: _End, high: _End, *, low_open: bool = False, high_open: bool = False
) -> Interval:
    """An interval between two keys of quantities (integers in the kind's grains); reversed ends make it empty."""
    if (
        low is not None
        and high is not None
        and (low > high or (low == high and (low_open or high_open)))
    ):
        return Interval.empty(kind)
    return Interval(kind, low, high, low_open or low is None, high_open or high is None)


def _starts_before(one: _End, one_open: bool, two: _End, two_open: bool) -> bool:
    if one is None or two is None:
        return one is None and two is not None
    return one < two or (one == two and two_open and not one_open)


def _ends_after(one: _End, one_open: bool, two: _End, two_open: bool) -> bool:
    if one is None or two is None:
        return one is None and two is not None
    return one > two or (one == two and two_open and not one_open)


def _apart(high: _End, high_open: bool, low: _End, low_open: bool) -> bool:
    """Whether everything up to `high` lies before everything from `low` on."""
    if high is None or low is None:
        return False
    return high < low or (high == low and (high_open or low_open))


def _end(value: Fraction | None, infinity: str) -> str:
    if value is None:
        return infinity
    number = exact_decimal(value)
    return str(value) if number is None else f"{number:f}"
