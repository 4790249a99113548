"""Stated numbers (数值表述): a comparator with one or two quantities, faithful to the text."""

from typing import Final, cast

import attrs

from govtargets._ends import Ends, check_ends, ends_of
from govtargets._record import drafts, typed
from govtargets._stated import stated, stated_range
from govtargets._written import same_record
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError
from govtargets.kind import Kind
from govtargets.quantity import Quantity
from govtargets.unit import Unit

__all__ = ["Bounds", "Comparator"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(repr=False, order=False)
class Bounds:
    """A stated number (数值表述): what the text says of a value, no reading applied.

    The named constructors give it the ends that its comparator has. `==` is physical, as for
    quantities; `is_written_as` is literal.

    Attributes:
        comparator: How the number is stated.
        low: The lower stated end, `None` where there is none.
        high: The upper stated end, `None` where there is none.
        low_inclusive: Whether the low end belongs to the set as stated; `False` without one.
        high_inclusive: The same for the high end.

    Raises:
        UnitMismatchError: The ends of a range are of two kinds.
        InvalidValueError: The ends are reversed or not those of the comparator, or 近/多 stand
            with zero.

    Example:
        >>> from govtargets import Bounds, Quantity
        >>> Bounds.at_least(Quantity("200", "万吨"))
        Bounds.at_least(Quantity('200', '万吨'))
        >>> print(Bounds.about(Quantity("5.5", "%")))
        5.5%左右
    """

    comparator: Comparator = attrs.field(validator=typed(Comparator))
    low: Quantity | None = attrs.field(validator=typed(Quantity, type(None)))
    high: Quantity | None = attrs.field(validator=typed(Quantity, type(None)))
    low_inclusive: bool = attrs.field(kw_only=True)
    high_inclusive: bool = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        ends = Ends(self.low, self.high, self.low_inclusive, self.high_inclusive)
        check_ends(self.comparator, ends)

    @classmethod
    def of(cls, comparator: Comparator, value: Quantity) -> "Bounds":
        """A stated number with any comparator that takes one quantity.

        Raises:
            InvalidValueError: The comparator is BETWEEN, or 近/多 stand with zero.

        Example:
            >>> from govtargets import Bounds, Comparator, Quantity
            >>> Bounds.of(Comparator.AT_MOST, Quantity("5.5", "%")) == Bounds.at_most(
            ...     Quantity("5.5", "%")
            ... )
            True
        """
        if comparator is Comparator.BETWEEN:
            message = "a range needs two quantities: use Bounds.between(low, high)"
            raise InvalidValueError(message)
        low, high, low_inclusive, high_inclusive = ends_of(comparator, value)
        return cls(
            comparator, low, high, low_inclusive=low_inclusive, high_inclusive=high_inclusive
        )

    @classmethod
    def exact(cls, value: Quantity) -> "Bounds":
        """A bare number (为, 达到).

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> print(Bounds.exact(Quantity("6.5", "%")))
            6.5%
        """
        return cls.of(Comparator.EXACT, value)

    @classmethod
    def at_least(cls, value: Quantity) -> "Bounds":
        """以上, 不低于, 不少于, 至少.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> Bounds.at_least(Quantity("6", "万人")).low_inclusive
            True
        """
        return cls.of(Comparator.AT_LEAST, value)

    @classmethod
    def above(cls, value: Quantity) -> "Bounds":
        """超过, 突破, 高于, 多于.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> print(Bounds.above(Quantity("100", "亿元")))
            超过100亿元
        """
        return cls.of(Comparator.ABOVE, value)

    @classmethod
    def below(cls, value: Quantity) -> "Bounds":
        """低于, 少于, 不足, 不到.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> print(Bounds.below(Quantity("5", "%")))
            低于5%
        """
        return cls.of(Comparator.BELOW, value)

    @classmethod
    def at_most(cls, value: Quantity) -> "Bounds":
        """以内, 以下, 不超过, 控制在…内.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> print(Bounds.at_most(Quantity("5.5", "%")))
            5.5%以内
        """
        return cls.of(Comparator.AT_MOST, value)

    @classmethod
    def about(cls, value: Quantity) -> "Bounds":
        """左右, 约, 上下; how wide that is, a policy says.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> print(Bounds.about(Quantity("5.5", "%")))
            5.5%左右
        """
        return cls.of(Comparator.ABOUT, value)

    @classmethod
    def nearly(cls, value: Quantity) -> "Bounds":
        """近, 接近, 将近: short of the number by a little.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> print(Bounds.nearly(Quantity("2", "万亿元")))
            近2万亿元
        """
        return cls.of(Comparator.NEARLY, value)

    @classmethod
    def some_more(cls, value: Quantity) -> "Bounds":
        """多, 余: past the number by less than one of its last non-zero digit.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> print(Bounds.some_more(Quantity("600", "万套")))
            600多万套
        """
        return cls.of(Comparator.SOME_MORE, value)

    @classmethod
    def between(
        cls,
        low: Quantity,
        high: Quantity,
        *,
        low_inclusive: bool = True,
        high_inclusive: bool = True,
    ) -> "Bounds":
        """A range (A—B, A至B), its ends closed unless said otherwise.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> print(Bounds.between(Quantity("6.5", "%"), Quantity("7", "%")))
            6.5%—7%
        """
        return cls(
            Comparator.BETWEEN,
            low,
            high,
            low_inclusive=low_inclusive,
            high_inclusive=high_inclusive,
        )

    @property
    def value(self) -> Quantity:
        """The stated number; for a range its low end.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> Bounds.at_most(Quantity("5.5", "%")).value
            Quantity('5.5', '%')
        """
        low = self.low
        return low if low is not None else cast("Quantity", self.high)

    @property
    def unit(self) -> Unit:
        """The unit of the stated number.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> Bounds.exact(Quantity("6.5", "%")).unit
            Unit('%')
        """
        return self.value.unit

    @property
    def kind(self) -> Kind:
        """What the stated number measures.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> Bounds.exact(Quantity("6.5", "%")).kind.id
            'ratio'
        """
        return self.value.unit.kind

    def is_written_as(self, other: object) -> bool:
        """Whether both state the same to the letter.

        Example:
            >>> from govtargets import Bounds, Quantity
            >>> Bounds.exact(Quantity("8.0", "%")).is_written_as(Bounds.exact(Quantity("8", "%")))
            False
        """
        return same_record(self, other)

    def __repr__(self) -> str:
        if self.comparator is not Comparator.BETWEEN:
            return f"Bounds.{self.comparator.value}({self.value!r})"
        ends = "".join(
            f", {name}=False"
            for name in ("low_inclusive", "high_inclusive")
            if not getattr(self, name)
        )
        return f"Bounds.between({self.low!r}, {self.high!r}{ends})"

    def __str__(self) -> str:
        if self.comparator is Comparator.BETWEEN:
            return stated_range(
                str(self.low),
                str(self.high),
                low_inclusive=self.low_inclusive,
                high_inclusive=self.high_inclusive,
            )
        return stated(self.comparator, self.value)


def as_bounds(value: Bounds | Quantity) -> Bounds:
    """A bare quantity becomes the exact statement of it; anything else goes on unchanged."""
    return Bounds.exact(value) if isinstance(value, Quantity) else value


def as_optional_bounds(value: Bounds | Quantity | None) -> Bounds | None:
    """The same where the value may be absent."""
    return None if value is None else as_bounds(value)


_draft: Final = drafts(Bounds)


def unchecked(
    comparator: Comparator,
    low: Quantity | None,
    high: Quantity | None,
    inclusive: tuple[bool, bool],
) -> Bounds:
    """A stated number whose ends are known to be those of its comparator: a judgement makes many."""
    draft = _draft()
    draft.comparator = comparator
    draft.low = low
    draft.high = high
    draft.low_inclusive, draft.high_inclusive = inclusive
    draft.__class__ = Bounds
    made: Bounds = draft
    return made
