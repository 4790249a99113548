"""How a number is stated (限定词)."""

from enum import Enum
from typing import Final

__all__ = ["Comparator"]


def __dir__() -> list[str]:
    return __all__


class Comparator(Enum):
    """How a number is stated (限定词); `edifact` is the code of UN/EDIFACT 6321, where it has one.

    Source: UN/EDIFACT code list 6321 (measurement significance) for the codes.

    Example:
        >>> from govtargets import Comparator
        >>> Comparator("at_least").edifact
        '5'
    """

    EXACT = "exact"
    AT_LEAST = "at_least"
    ABOVE = "above"
    BELOW = "below"
    AT_MOST = "at_most"
    ABOUT = "about"
    NEARLY = "nearly"
    SOME_MORE = "some_more"
    BETWEEN = "between"

    @property
    def edifact(self) -> str | None:
        """The UN/EDIFACT 6321 code."""
        return _EDIFACT.get(self)

    @property
    def zh(self) -> str:
        """The Chinese word."""
        return _ZH[self]

    @property
    def mirrored(self) -> "Comparator":
        """What it becomes when the number changes its sign.

        Example:
            >>> Comparator.AT_LEAST.mirrored
            <Comparator.AT_MOST: 'at_most'>
        """
        return _MIRROR.get(self, self)


_EDIFACT: Final = {
    Comparator.ABOUT: "3",
    Comparator.EXACT: "4",
    Comparator.AT_LEAST: "5",
    Comparator.ABOVE: "6",
    Comparator.BELOW: "7",
    Comparator.AT_MOST: "8",
}
_ZH: Final = {
    Comparator.EXACT: "等于",
    Comparator.AT_LEAST: "以上",
    Comparator.ABOVE: "超过",
    Comparator.BELOW: "低于",
    Comparator.AT_MOST: "以内",
    Comparator.ABOUT: "左右",
    Comparator.NEARLY: "近",
    Comparator.SOME_MORE: "多",
    Comparator.BETWEEN: "区间",
}
_MIRROR: Final = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.ABOVE: Comparator.BELOW,
    Comparator.BELOW: Comparator.ABOVE,
}
