"""What one expression says (读数): the value with everything that was said around it."""

from typing import Any, Final, Protocol

import attrs

from govtargets._record import drafts, typed
from govtargets._written import pasteable, same_record
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError
from govtargets.goals import Delegated, Goal, NotStated, Qualitative, Relative
from govtargets.period import Period
from govtargets.target import Target
from govtargets.vocabulary import Commitment, Status, Transformation

__all__ = ["Reading", "unchecked"]


def __dir__() -> list[str]:
    return __all__


class Said(Protocol):
    """What the words around a number said."""

    scope: str | None
    period: Period | None
    base: str | None
    price: str | None
    status: Status | None
    commitment: Commitment | None


@attrs.frozen(repr=False)
class Reading:
    """What one expression says: a value, and what stands around it; what is not said is `None`.

    Attributes:
        value: The goal or value as stated, signed: 下降13.5%以上 is at most −13.5 %.
        baseline: Where it comes from (由A增加到B).
        stretch: The higher tier (7%以上、力争8%), a number or words.
        transformation: How the figure is made from the series.
        scope: Among whom a rank counts, the whole of a share, or per whom (每人每月).
        period: For when, where the words say it.
        base: What a change compares with: 同比, 环比, 比2020年.
        price_basis: 不变价, 可比价, 现价.
        status: How final the figure is said to be.
        commitment: How strongly the words commit.
        capped: Whether a bare number stands behind 控制在: as a target it is a ceiling.

    Raises:
        InvalidValueError: A field holds something else than its type.

    Example:
        >>> from govtargets import zh
        >>> reading = zh.read("由8000万元增加到1亿元")
        >>> print(reading.value, reading.baseline)
        1亿元 8000万元
    """

    value: Goal = attrs.field(validator=typed(Bounds, Relative, Delegated, Qualitative, NotStated))
    baseline: Bounds | None = attrs.field(default=None, validator=typed(Bounds, type(None)))
    stretch: Bounds | Qualitative | None = attrs.field(
        default=None, validator=typed(Bounds, Qualitative, type(None))
    )
    transformation: Transformation | None = attrs.field(
        default=None, validator=typed(Transformation, type(None))
    )
    scope: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    period: Period | None = attrs.field(default=None, validator=typed(Period, type(None)))
    base: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    price_basis: str | None = attrs.field(default=None, validator=typed(str, type(None)))
    status: Status | None = attrs.field(default=None, validator=typed(Status, type(None)))
    commitment: Commitment | None = attrs.field(
        default=None, validator=typed(Commitment, type(None))
    )
    capped: bool = attrs.field(default=False, validator=typed(bool))

    def __repr__(self) -> str:
        return pasteable(self)

    def is_written_as(self, other: "Reading") -> bool:
        """Whether both are the same to the letter, digits included.

        Example:
            >>> from govtargets import zh
            >>> zh.read("增长8.0%").is_written_as(zh.read("增长8%"))
            False
        """
        return same_record(self, other)

    @property
    def goal(self) -> Goal:
        """The value as a goal: a bare number behind 控制在 is a ceiling.

        Example:
            >>> from govtargets import zh
            >>> print(zh.read("控制在5.5%").goal)
            5.5%以内
        """
        value = self.value
        if self.capped and isinstance(value, Bounds) and value.comparator is Comparator.EXACT:
            return Bounds.at_most(value.value)
        return value

    def as_target(self, **fields: Any) -> Target:  # noqa: ANN401  the fields of a target
        """A target with this value; `fields` give the indicator, what else is known, and override the reading.

        A stretch in words goes into the note.

        Raises:
            InvalidValueError: A field holds something else than its type.

        Example:
            >>> import govtargets as gt
            >>> gdp = gt.Indicator("gdp", "地区生产总值")
            >>> print(
            ...     gt.zh.read("增长7%以上").as_target(indicator=gdp, period=gt.Period.year(2024))
            ... )
            2024年 地区生产总值 7%以上
        """
        said: dict[str, Any] = {"goal": self.goal, "commitment": self.commitment, **self._shared()}
        if isinstance(self.stretch, Bounds):
            said["stretch"] = self.stretch
        elif self.stretch is not None:
            said["note"] = f"力争{self.stretch.words}"
        return Target(**{**said, **fields})

    def as_achievement(self, **fields: Any) -> Achievement:  # noqa: ANN401  the fields of an achievement
        """A reached value; `fields` give the indicator, what else is known, and override the reading.

        Raises:
            InvalidValueError: The value is words, or relative to another series, or a field has the wrong type.

        Example:
            >>> import govtargets as gt
            >>> grain = gt.Indicator("grain", "粮食产量")
            >>> print(gt.zh.read("2023年达到204.8万吨").as_achievement(indicator=grain))
            2023年 粮食产量 204.8万吨
        """
        if not isinstance(self.value, Bounds):
            message = f"{self.value} is no number: an achievement needs one, so keep it as a target or a note"
            raise InvalidValueError(message)
        return Achievement(
            **{"value": self.value, "status": self.status, **self._shared(), **fields}
        )

    def _shared(self) -> dict[str, Any]:
        names = ("period", "transformation", "baseline", "scope", "price_basis", "base")
        return {name: getattr(self, name) for name in names}


_draft: Final = drafts(Reading)


def unchecked(
    value: Goal,
    baseline: Bounds | None,
    stretch: Bounds | Qualitative | None,
    transformation: Transformation | None,
    scan: Said,
    *,
    capped: bool,
) -> Reading:
    """A reading whose fields are known to be right: the grammar makes many."""
    draft = _draft()
    draft.value = value
    draft.baseline = baseline
    draft.stretch = stretch
    draft.transformation = transformation
    draft.scope = scan.scope
    draft.period = scan.period
    draft.base = scan.base
    draft.price_basis = scan.price
    draft.status = scan.status
    draft.commitment = scan.commitment
    draft.capped = capped
    draft.__class__ = Reading
    made: Reading = draft
    return made
