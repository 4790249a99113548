"""How stated numbers are read (判定规则): every judgement names the policy that made it."""

from enum import Enum
from typing import Final, Literal

import attrs

from govtargets._reading import Edges, Manner, Read, across, known, rounded, wanted
from govtargets._record import typed
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError
from govtargets.interval import Interval, interval
from govtargets.kind import Kind
from govtargets.quantity import Quantity
from govtargets.tolerance import Tolerance, last_digit
from govtargets.vocabulary import Direction

__all__ = ["Bare", "Policy", "Rounding", "policies"]


def __dir__() -> list[str]:
    return __all__


class Bare(Enum):
    """How a bare number is read as a goal: by the indicator's direction, or always as equality.

    Example:
        >>> from govtargets import Bare
        >>> Bare("direction").zh
        '按指标方向'
    """

    DIRECTION = "direction"
    EQUALITY = "equality"

    @property
    def zh(self) -> str:
        """The Chinese term."""
        return {"direction": "按指标方向", "equality": "一律视为等于"}[self.value]


class Rounding(Enum):
    """The two ways of GB/T 8170 to compare a result with a limit.

    Source: GB/T 8170-2008: 全数值比较法 takes the result as written, 修约值比较法 rounds it once,
    half to even, to the last digit that the limit is written with.

    Example:
        >>> from govtargets import Rounding
        >>> Rounding("full_value").zh
        '全数值比较法'
    """

    FULL_VALUE = "full_value"
    ROUNDED_VALUE = "rounded_value"

    @property
    def zh(self) -> str:
        """The standard's term."""
        return {"full_value": "全数值比较法", "rounded_value": "修约值比较法"}[self.value]


_TENTH: Final = Tolerance.relative("0.1")


def _named(_instance: object, _attribute: object, value: str) -> None:
    if not value.strip():
        message = f"a policy is named {value!r}: give it a name, since every judgement records it"
        raise InvalidValueError(message)


_FULL_VALUE: Final = Rounding.FULL_VALUE


@attrs.frozen(kw_only=True)
class Policy:
    """How stated numbers are read (判定规则): what the words leave open is decided here alone.

    Attributes:
        name: What the judgements made under it call it.
        about: How far 左右 and 近 reach, and whether any value within reach satisfies.
        bare: How a bare number and a range are read as goals.
        bounds_inclusive: Whether 以上, 以内, 以下, 不低于 and 不超过 include the number itself.
        rounding: Which of the two methods of GB/T 8170 compares a result with a limit.

    Raises:
        InvalidValueError: The name is empty, or something is of another type.

    Source: 民法典 第一千二百五十九条 for the inclusive bounds; the default reach of 10 % is the one
    that the FHIR standard recommends for approximate search.

    Example:
        >>> from govtargets import Bounds, Direction, Policy, Quantity
        >>> seven = Bounds.about(Quantity("7", "%"))
        >>> Policy.default().certain(seven, Direction.HIGHER)
        Interval('[7, ∞) %')
        >>> Policy.default().possible(seven, Direction.HIGHER)
        Interval('[6.3, ∞) %')
    """

    name: str = attrs.field(default="custom", validator=[typed(str), _named])
    about: Tolerance = attrs.field(default=_TENTH, validator=typed(Tolerance))
    bare: Bare = attrs.field(default=Bare.DIRECTION, validator=typed(Bare))
    bounds_inclusive: bool = attrs.field(default=True, validator=typed(bool))
    rounding: Rounding = attrs.field(default=Rounding.FULL_VALUE, validator=typed(Rounding))
    # One manner of reading a direction, made once: a policy reads millions of numbers.
    _manners: dict[Direction | None, Manner] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        bare = self.bare is Bare.DIRECTION
        manners = {
            way: Manner(way, self.about, bare, self.bounds_inclusive) for way in (None, *Direction)
        }
        object.__setattr__(self, "_manners", manners)

    @classmethod
    def default(cls) -> "Policy":
        """The policy where nothing is said.

        左右 and 近 reach 10 % of the number and leave the verdict open there; a bare number and a
        range are a floor, a ceiling or a level to hit by the indicator's direction; 以上, 以内 and
        以下 include the number; results are compared as written.

        Example:
            >>> from govtargets import Policy
            >>> Policy.default().name
            'default'
        """
        return _NAMED["default"]

    @classmethod
    def named(cls, name: str) -> "Policy":
        """The ready-made policy of that name.

        Raises:
            InvalidValueError: There is none of that name.

        Example:
            >>> from govtargets import Policy
            >>> Policy.named("strict").bounds_inclusive
            False
        """
        found = _NAMED.get(name)
        if found is None:
            names = ", ".join(_NAMED)
            message = f"there is no ready-made policy {name!r}: choose one of {names}"
            raise InvalidValueError(message)
        return found

    def known(self, value: Bounds) -> Interval:
        """What is known of a result that is stated like this.

        Example:
            >>> from govtargets import Bounds, Policy, Quantity
            >>> Policy.default().known(Bounds.some_more(Quantity("600", "万套")))
            Interval('(6000000, 7000000) 套')
        """
        return made(value.kind, self.known_edges(value))

    def certain(self, goal: Bounds, direction: Direction | None) -> Interval:
        """The values that certainly satisfy a goal stated like this.

        Example:
            >>> from govtargets import Bounds, Direction, Policy, Quantity
            >>> Policy.default().certain(Bounds.exact(Quantity("5.5", "%")), Direction.LOWER)
            Interval('(-∞, 5.5] %')
        """
        return made(goal.kind, self.read(goal, better(goal.kind, direction))[0])

    def possible(self, goal: Bounds, direction: Direction | None) -> Interval:
        """The values that certainly or possibly satisfy it; no other does.

        Example:
            >>> from govtargets import Bounds, Policy, Quantity
            >>> Policy.default().possible(Bounds.exact(Quantity("3", "%")), None)
            Interval('(-∞, ∞) %')
        """
        return made(goal.kind, self.read(goal, better(goal.kind, direction))[1])

    def known_edges(self, value: Bounds) -> Edges:
        """What is known of a result, by its ends."""
        return known(value, self.about, inclusive=self.bounds_inclusive)

    def read(self, goal: Bounds, direction: Direction | None) -> Read:
        """Both sets of a goal, by their ends; `direction` is what `better` says."""
        return wanted(goal, self._manners[direction])

    def read_across(
        self, comparator: Comparator, values: Edges, written: Quantity, direction: Direction | None
    ) -> Read:
        """Both sets of a goal against a reference that is one of `values`; the same."""
        return across(comparator, values, written, self._manners[direction])

    def compared(self, edges: Edges, goal: Bounds) -> Edges:
        """The result as it is compared with the goal: rounded where the policy says so."""
        return edges if self.rounding is _FULL_VALUE else rounded_to(edges, goal)

    def text(self, language: Literal["zh", "en"] = "zh") -> str:
        """The policy in words.

        Example:
            >>> from govtargets import Policy
            >>> Policy.default().text("en")
            'default (“about” reaches ±10%; a bare number by direction; bounds inclusive; full value)'
        """
        if language == "zh":
            bounds = "含本数" if self.bounds_inclusive else "不含本数"
            return (
                f"{self.name}（左右{self.about}；单一数值{self.bare.zh}；"
                f"以上、以内{bounds}；{self.rounding.zh}）"
            )
        bounds = "inclusive" if self.bounds_inclusive else "exclusive"
        rounding = self.rounding.value.replace("_", " ")
        about = self.about.text("en")
        return (
            f"{self.name} (“about” reaches {about}; a bare number by {self.bare.value}; "
            f"bounds {bounds}; {rounding})"
        )

    def __str__(self) -> str:
        return self.text()


def rounded_to(edges: Edges, written: Bounds) -> Edges:
    """The set rounded half to even to the last digit that a stated number is written with."""
    digits = [last_digit(end) for end in (written.low, written.high) if end is not None]
    return rounded(edges, min(digits))


def better(kind: Kind, direction: Direction | None) -> Direction | None:
    """Which way is better for a kind: the first place is, whatever the indicator says."""
    return Direction.LOWER if kind.id == "rank" else direction


def made(kind: Kind, edges: Edges) -> Interval:
    """The interval between two ends."""
    low, high, low_open, high_open = edges
    return interval(kind, low, high, low_open=low_open, high_open=high_open)


def policies() -> tuple[Policy, ...]:
    """The ready-made policies, the default first.

    - `default`: as `Policy.default` says.
    - `strict`: bounds leave the number itself out, as tables print ">7" for 7%以上.
    - `lenient`: any value within 10 % of an approximate goal satisfies it.
    - `narrow`: 左右 reaches half a unit of the last written digit.
    - `equality`: a bare number is to be hit exactly.
    - `rounded`: 修约值比较法.

    Example:
        >>> from govtargets import policies
        >>> [policy.name for policy in policies()]
        ['default', 'strict', 'lenient', 'narrow', 'equality', 'rounded']
    """
    return tuple(_NAMED.values())


_NAMED: Final = {
    policy.name: policy
    for policy in (
        Policy(name="default"),
        Policy(name="strict", bounds_inclusive=False),
        Policy(name="lenient", about=Tolerance.relative("0.1", satisfies=True)),
        Policy(name="narrow", about=Tolerance.half_unit()),
        Policy(name="equality", bare=Bare.EQUALITY),
        Policy(name="rounded", rounding=Rounding.ROUNDED_VALUE),
    )
}
