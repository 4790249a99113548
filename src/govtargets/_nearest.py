"""The nearest known unit for a misspelt one."""

from difflib import get_close_matches
from typing import Final, Protocol

from govtargets._catalogue import SCALES
from govtargets._unit import Unit

__all__ = ["nearest"]

# What fingers and scanners make of a unit's characters: same sound or same shape.
SLIPS: Final = {
    "顿": "吨", "墩": "吨", "敦": "吨", "倾": "顷", "项顷": "公顷", "母": "亩", "畝": "亩", "园": "元", "圆": "元",
    "千千瓦": "千瓦", "瓩": "千瓦", "人茨": "人次", "护": "户", "份点": "分点", "理": "里", "芳": "方", "坊": "方",
    "瓦特": "瓦", "仟": "千", "佰": "百", "萬": "万", "億": "亿", "噸": "吨", "戶": "户", "間": "间", "個": "个",
}  # fmt: skip


class _Listing(Protocol):
    def find(self, symbol: str) -> Unit | None: ...

    def units(self) -> tuple[Unit, ...]: ...


def nearest(symbol: str, catalogue: _Listing) -> tuple[str, ...]:
    """Up to three known symbols that the writer may have meant, best first."""
    scale = next((word for word, _ in SCALES if symbol.startswith(word)), "")
    rest = symbol[len(scale) :]
    guesses = [rest.replace(slip, right) for slip, right in SLIPS.items() if slip in rest]
    known = [guess for guess in guesses if catalogue.find(scale + guess) is not None]
    if not known:
        known = get_close_matches(
            rest, [unit.symbol for unit in catalogue.units()], n=3, cutoff=0.6
        )
    return tuple(dict.fromkeys(scale + guess for guess in known))
