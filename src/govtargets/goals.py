"""Goals beyond a stated number: against another series, set by somebody else, words only, or none on purpose."""

from enum import Enum
from typing import Final

import attrs

from govtargets.bounds import Bounds
from govtargets.errors import InvalidValueError
from govtargets.period import Period
from govtargets.quantity import Quantity
from govtargets.region import Region

__all__ = ["Delegated", "Goal", "NotStated", "Qualitative", "Relation", "Relative"]


def __dir__() -> list[str]:
    return __all__


class Relation(Enum):
    """How a series stands to another: 同步 ABOUT, 高于/快于 ABOVE, 不低于 AT_LEAST, 持平 EXACT, and their mirrors.

    Example:
        >>> from govtargets import Relation
        >>> Relation("about").zh
        '同步'
    """

    ABOUT = "about"
    EXACT = "exact"
    ABOVE = "above"
    AT_LEAST = "at_least"
    BELOW = "below"
    AT_MOST = "at_most"

    @property
    def zh(self) -> str:
        """The Chinese word."""
        return _RELATION_ZH[self]


_RELATION_ZH: Final = {
    Relation.ABOUT: "同步",
    Relation.EXACT: "持平",
    Relation.ABOVE: "高于",
    Relation.AT_LEAST: "不低于",
    Relation.BELOW: "低于",
    Relation.AT_MOST: "不高于",
}


def _words(_instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    if not value.strip():
        message = f"{attribute.name} is empty: give the words as the report has them"
        raise InvalidValueError(message)


@attrs.frozen
class Relative:
    """A goal against another series (同步/高于/持平): 与经济增长同步, 高于全省平均, 与上年持平.

    The relation says how the series should stand to the reference *plus the margin*:
    高于GDP增速1个百分点 is EXACT with a margin of 1, 低于全国1.5个百分点以上 AT_MOST with one of -1.5.

    Attributes:
        relation: How the series should stand to the reference, the margin added to it.
        reference: The other indicator as written, `None` where it is the same one elsewhere.
        region: The area of the reference, where it is another (全省平均).
        period: The period of the reference; the words as said (上年) where the year is not known.
        margin: By how much more, negative for less; `None` where the report names none.

    Raises:
        InvalidValueError: Nothing is referred to, or the margin is zero.

    Example:
        >>> from govtargets import Quantity, Relation, Relative
        >>> print(Relative(Relation.ABOUT, "经济增长"))
        与经济增长同步
        >>> print(Relative(Relation.AT_LEAST, "GDP增速", margin=Quantity("1", "个百分点")))
        高于GDP增速1个百分点以上
    """

    relation: Relation
    reference: str | None = None
    region: Region | None = None
    period: Period | str | None = None
    margin: Quantity | None = None

    def __attrs_post_init__(self) -> None:
        if self.reference is None and self.region is None and self.period is None:
            message = "a relative goal needs a reference: another indicator, a region or a period"
            raise InvalidValueError(message)
        if self.margin is not None and not self.margin.magnitude:
            message = f"a margin of {self.margin} says nothing: leave it out"
            raise InvalidValueError(message)

    def is_written_as(self, other: "Relative") -> bool:
        """Whether both are the same to the letter, the margin's digits included.

        Example:
            >>> from govtargets import Relation, Relative
            >>> Relative(Relation.ABOUT, "经济增长").is_written_as(Relative(Relation.ABOUT, "GDP"))
            False
        """
        if self != other:
            return False
        if isinstance(self.period, Period) and isinstance(other.period, Period):
            if not self.period.is_written_as(other.period):
                return False
        return self.margin is None or (
            other.margin is not None and self.margin.is_written_as(other.margin)
        )

    def __str__(self) -> str:
        subject = "".join(
            str(part) for part in (self.region, self.period, self.reference) if part is not None
        )
        if self.margin is not None:
            side, forms = ("高于", _MORE) if self.margin.magnitude > 0 else ("低于", _LESS)
            return f"{side}{subject}{forms[self.relation].format(abs(self.margin))}"
        if self.relation in {Relation.ABOUT, Relation.EXACT}:
            return f"与{subject}{self.relation.zh}"
        return f"{self.relation.zh}{subject}"


# How far above the reference, and, the relation being to a signed margin, how far below it.
_MORE: Final = {
    Relation.ABOUT: "{}左右",
    Relation.EXACT: "{}",
    Relation.ABOVE: "超过{}",
    Relation.AT_LEAST: "{}以上",
    Relation.BELOW: "不足{}",
    Relation.AT_MOST: "{}以内",
}
_LESS: Final = _MORE | {
    Relation.ABOVE: _MORE[Relation.BELOW],
    Relation.AT_LEAST: _MORE[Relation.AT_MOST],
    Relation.BELOW: _MORE[Relation.ABOVE],
    Relation.AT_MOST: _MORE[Relation.AT_LEAST],
}


@attrs.frozen
class Delegated:
    """A goal that somebody else sets (省定/下达): 完成省定目标.

    Attributes:
        assigner: Who sets it, as written (省, 国家, 上级).

    Raises:
        InvalidValueError: The assigner is empty.

    Example:
        >>> from govtargets import Delegated
        >>> print(Delegated("省"))
        完成省定目标
    """

    assigner: str = attrs.field(validator=_words)

    def is_written_as(self, other: "Delegated") -> bool:
        """Whether both are the same to the letter; for these goals this is what `==` says too."""
        return self == other

    def __str__(self) -> str:
        return f"完成{self.assigner}定目标"


@attrs.frozen
class Qualitative:
    """A goal in words only (定性): 保持平稳增长.

    Attributes:
        words: The words as the report has them.

    Raises:
        InvalidValueError: The words are empty.

    Example:
        >>> from govtargets import Qualitative
        >>> print(Qualitative("平稳增长"))
        定性：平稳增长
    """

    words: str = attrs.field(validator=_words)

    def is_written_as(self, other: "Qualitative") -> bool:
        """Whether both are the same to the letter; for these goals this is what `==` says too."""
        return self == other

    def __str__(self) -> str:
        return f"定性：{self.words}"


@attrs.frozen
class NotStated:
    """No number on purpose (未设目标), which is not the same as a missing one.

    Example:
        >>> from govtargets import NotStated
        >>> print(NotStated())
        未设目标
    """

    def is_written_as(self, other: "NotStated") -> bool:
        """Always: there is one way of stating nothing."""
        return self == other

    def __str__(self) -> str:
        return "未设目标"


Goal = Bounds | Relative | Delegated | Qualitative | NotStated
