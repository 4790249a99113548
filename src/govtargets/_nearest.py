"""The nearest known unit for a misspelt one."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final, Protocol

from govtargets import compound
from govtargets._catalogue import SCALES
from govtargets._unit import Unit

__all__ = ["nearest"]

# The right character, then what fingers, ears, scanners and other scripts make of it.
_SLIPS: Final = (
    "吨顿墩敦盹钝噸 亩母姆牧畝 顷倾项頃 元园圆员原圓 户护沪戶護 斤近今金斥 次茨此刺 分份 点占店點 "
    "瓦佤 里理哩裡 米迷 升生昇 标镖標 煤媒 岁歲 辆俩輛 座坐 栋冻棟 台抬臺 只隻 头投頭 株珠 亿忆億 "
    "万萬 千仟 百佰 十拾 间问問間 个個箇 项顶頂項 方芳坊 倍培陪 平评苹 名明 家傢 立力 公工 时吋時 "
    "位未 条條 张張 种種 双雙 对對 级級 课課 车車 场場"
)
_RIGHT: Final = {ord(wrong): word[0] for word in _SLIPS.split() for wrong in word[1:]}
_MOST: Final = 3
_ALIKE: Final = 0.6


class _Listing(Protocol):
    def find(self, symbol: str) -> Unit | None: ...

    def units(self) -> tuple[Unit, ...]: ...


def nearest(symbol: str, catalogue: _Listing) -> tuple[str, ...]:
    """Up to three known symbols that the writer may have meant, best first."""
    parts = compound.split(symbol)
    if parts is not None:
        return _nearest_compound(parts, catalogue)
    known = [guess for guess in _slips(symbol) if catalogue.find(guess) is not None]
    if not known:
        known = list(_alike(symbol, catalogue))
    return tuple(dict.fromkeys(known))[:_MOST]


def _nearest_compound(parts: list[tuple[str, int]], catalogue: _Listing) -> tuple[str, ...]:
    """The compound with each unknown part put right, if all can be."""
    right = []
    for part, power in parts:
        guesses = (part,) if catalogue.find(part) is not None else nearest(part, catalogue)
        right += [(guess, power) for guess in guesses[:1]]
    whole = compound.join(right)
    return (whole,) if len(right) == len(parts) and catalogue.find(whole) is not None else ()


def _slips(symbol: str) -> Iterator[str]:
    """The symbol with one character put right, or all of them."""
    for index, letter in enumerate(symbol):
        if ord(letter) in _RIGHT:
            yield symbol[:index] + _RIGHT[ord(letter)] + symbol[index + 1 :]
    yield symbol.translate(_RIGHT)


def _alike(symbol: str, catalogue: _Listing) -> Iterator[str]:
    """What differs in case only, else what looks alike: behind its scale, or the whole."""
    names = {name: unit for unit in catalogue.units() for name in (unit.symbol, *unit.aliases)}
    scale = next((word for word, _ in SCALES if symbol.startswith(word)), "")
    for word in dict.fromkeys((scale, "")):
        rest, most = symbol.removeprefix(word), 1 if word else _MOST
        same = [name for name in names if rest and name.casefold() == rest.casefold()]
        for name in same or get_close_matches(rest, names, n=most, cutoff=_ALIKE):
            guess = word + names[name].symbol
            if catalogue.find(guess) is not None:
                yield guess
