"""Sets of exact values (区间): what a stated number allows once it is read."""

from fractions import Fraction

import attrs

from govtargets import _limits as limits
from govtargets._amount import mismatch
from govtargets._limits import End, Key
from govtargets.errors import InvalidValueError, UnitMismatchError
from govtargets.kind import Kind
from govtargets.quantity import Quantity

__all__ = ["Interval"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(init=False, repr=False, order=False)
class Interval:
    """A set of exact values of one kind (区间): two ends, open, closed or missing; maybe empty.

    A missing end is `None`, the one spelling of infinity. Made from the text that `str` gives, by
    `of`, `at`, `everything` and `empty`, or by a policy that reads a stated number.

    Attributes:
        kind: What the values measure.
        low_key: The low end as `Quantity.key` counts it, `None` where there is none.
        high_key: The same for the high end.
        low_open: Whether the low end itself is left out; `True` where there is none.
        high_open: The same for the high end.

    Raises:
        ReadError: The text is no interval.
        UnknownUnitError: Its unit is not in the catalogue in force.

    Example:
        >>> from govtargets import Interval, Quantity
        >>> growth = Interval.of(Quantity("6.5", "%"), None)
        >>> growth
        Interval('[6.5, ∞) %')
        >>> growth == Interval("[6.5, ∞) %")
        True
        >>> growth.contains(Quantity("7", "%"))
        True
    """

    kind: Kind
    low_key: Key
    high_key: Key
    low_open: bool
    high_open: bool

    def __init__(self, text: str) -> None:
        kind, low, high = limits.read(text)
        self.__attrs_init__(kind, low[0], high[0], low[1], high[1])

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
        return interval(kind, 0, 0, low_open=True)

    @property
    def is_empty(self) -> bool:
        """Whether no value belongs to it.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.at(Quantity("4", "位")).is_empty
            False
        """
        return self.low_open and self.low_key is not None and self.low_key == self.high_key

    @property
    def low(self) -> Fraction | None:
        """The low end in the kind's base unit, `None` where it is unbounded.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.of(Quantity("1", "亩"), None).low
            Fraction(2000, 3)
        """
        return limits.base(self.low_key, self.kind)

    @property
    def high(self) -> Fraction | None:
        """The high end in the kind's base unit, `None` where it is unbounded.

        Example:
            >>> from govtargets import Interval, Quantity
            >>> Interval.of(None, Quantity("1", "公顷")).high
            Fraction(10000, 1)
        """
        return limits.base(self.high_key, self.kind)

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
            limits.starts_before(_low(self), _low(other))
            or limits.ends_after(_high(self), _high(other))
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
        return limits.apart(_high(self), _low(other)) or limits.apart(_high(other), _low(self))

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
        low = _low(other) if limits.starts_before(_low(self), _low(other)) else _low(self)
        high = _high(other) if limits.ends_after(_high(self), _high(other)) else _high(self)
        return _made(self.kind, low, high)

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
        low = _low(self) if limits.starts_before(_low(self), _low(other)) else _low(other)
        high = _high(self) if limits.ends_after(_high(self), _high(other)) else _high(other)
        return _made(self.kind, low, high)

    def is_written_as(self, other: "Interval") -> bool:
        """Whether both are the same set; a set is written in one way only.

        Example:
            >>> from govtargets import Interval
            >>> Interval("[1, 2] 公顷").is_written_as(Interval("[15, 30] 亩"))
            True
        """
        return self == other

    def _same_kind(self, other: "Interval") -> None:
        if self.kind is not other.kind:
            message = (
                f"cannot compare {self} with {other}: one measures {self.kind}, "
                f"the other {other.kind}"
            )
            raise UnitMismatchError(message)

    def __str__(self) -> str:
        return limits.write(self.kind, _low(self), _high(self))

    def __repr__(self) -> str:
        return f"Interval({str(self)!r})"


def interval(
    kind: Kind, low: Key, high: Key, *, low_open: bool = False, high_open: bool = False
) -> Interval:
    """An interval between two keys of quantities; reversed ends make it empty."""
    return _made(kind, (low, low_open), (high, high_open))


def _made(kind: Kind, low: End, high: End) -> Interval:
    low, high = limits.settled(low, high)
    made = object.__new__(Interval)
    made.__attrs_init__(kind, low[0], high[0], low[1], high[1])
    return made


def _low(of: Interval) -> End:
    return of.low_key, of.low_open


def _high(of: Interval) -> End:
    return of.high_key, of.high_open
