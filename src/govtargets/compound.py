"""Compound units (复合单位): 元/平方米, 微克/立方米, 吨/年, 元/人·月; cancelling, with exact factors."""

from collections import Counter
from fractions import Fraction

from govtargets.kind import Kind, intern_kind

__all__ = ["combine", "join", "split"]


def __dir__() -> list[str]:
    return __all__


def split(symbol: str) -> list[tuple[str, int]] | None:
    """The parts of a compound symbol with their powers, or `None` where it is no compound.

    Example:
        >>> from govtargets.compound import split
        >>> split("元/人·月")
        [('元', 1), ('人', -1), ('月', -1)]
    """
    numerator, *denominators = symbol.replace("每", "/").split("/")
    parts = [(part, 1) for part in numerator.split("·")]
    parts += [(part, -1) for denominator in denominators for part in denominator.split("·")]
    return parts if len(parts) > 1 and all(part for part, _ in parts) else None


def join(parts: list[tuple[str, int]]) -> str:
    """The symbol of a compound, numerators first.

    Example:
        >>> from govtargets.compound import join
        >>> join([("元", 1), ("人", -1), ("月", -1)])
        '元/人·月'
    """
    above = "·".join(symbol for symbol, power in parts if power > 0)
    below = "·".join(symbol for symbol, power in parts if power < 0)
    return f"{above}/{below}"


def combine(parts: list[tuple[Kind, Fraction, int]]) -> tuple[Kind, Fraction]:
    """The kind of a product of units and its exact factor; equal kinds above and below cancel.

    Example:
        >>> from fractions import Fraction
        >>> from govtargets import Unit
        >>> yuan, acre = Unit("元").kind, Unit("亩").kind
        >>> combine([(yuan, Fraction(10000), 1), (acre, Fraction(2000, 3), -1)])
        (<Kind money:CNY/area 货币·元/面积>, Fraction(15, 1))
    """
    factor = Fraction(1)
    powers: Counter[Kind] = Counter()
    for kind, scale, power in parts:
        factor *= scale**power
        powers[kind] += power
    left = sorted(
        ((kind, power) for kind, power in powers.items() if power),
        key=lambda pair: (-pair[1], pair[0].id),
    )
    return _compound_kind(left), factor


def _compound_kind(powers: list[tuple[Kind, int]]) -> Kind:
    if [power for _, power in powers] == [1]:
        return powers[0][0]
    flat = [(kind, 1 if power > 0 else -1) for kind, power in powers for _ in range(abs(power))]
    names = [
        join([(str(getattr(kind, field)), power) for kind, power in flat])
        for field in ("id", "zh", "en", "base")
    ]
    return intern_kind(*names, "compound", False)
