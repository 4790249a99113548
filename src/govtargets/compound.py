"""Compound units (复合单位): 元/平方米, 微克/立方米, 元/人·月; cancelling, with exact factors.

The algebra is done here, exactly and without loading pint; law 9 holds it against pint's for every
compound.
"""

from collections import Counter
from fractions import Fraction
from typing import Final

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
        >>> split("元/(人·月)") == split("元/人/月") == split("元每人每月")
        True
    """
    numerator, *denominators = symbol.replace("每", "/").split("/")
    parts = [(part, 1) for part in numerator.split("·")]
    for denominator in denominators:
        bare = denominator[1:-1] if denominator[:1] + denominator[-1:] == "()" else denominator
        parts += [(part, -1) for part in bare.split("·")]
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
    return f"{above}/{below}" if below else above


def combine(parts: list[tuple[Kind, Fraction, int]]) -> tuple[Kind | None, Fraction]:
    """The kind of a product of units and its exact factor; equal kinds above and below cancel.

    The kind is `None` where nothing is left, as in 元/万元: the factor is the ratio then.

    Example:
        >>> from fractions import Fraction
        >>> from govtargets import Unit
        >>> yuan, area = Unit("元").kind, Unit("亩").kind
        >>> combine([(yuan, Fraction(10000), 1), (area, Fraction(2000, 3), -1)])
        (<Kind money:CNY/area 货币·元/面积>, Fraction(15, 1))
    """
    factor = Fraction(1)
    powers: Counter[Kind] = Counter()
    for kind, scale, power in parts:
        factor *= scale**power
        for part, times in _PARTS.get(kind.id, ((kind, 1),)):
            powers[part] += times * power
    left = sorted(
        ((kind, power) for kind, power in powers.items() if power),
        key=lambda pair: (-pair[1], pair[0].id),
    )
    return _compound_kind(left) if left else None, factor


# Which kinds a compound one was made of, so that a compound of compounds comes out the same.
_PARTS: Final[dict[str, list[tuple[Kind, int]]]] = {}


# No scale word joins a compound: it stands before the first of its units.
_PLAIN: Final = (False,)


def _compound_kind(powers: list[tuple[Kind, int]]) -> Kind:
    if [power for _, power in powers] == [1]:
        return powers[0][0]
    flat = [(kind, 1 if power > 0 else -1) for kind, power in powers for _ in range(abs(power))]
    names = [
        join([(str(getattr(kind, field)), power) for kind, power in flat])
        for field in ("id", "zh", "en", "base")
    ]
    made = intern_kind(*names, "compound", *_PLAIN)
    _PARTS[made.id] = powers
    return made
