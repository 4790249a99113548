"""Words around a figure that would turn it round or blur it, and that the grammar did not take in."""

import re
from typing import Final

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.zh._limiting import ADVERBS
from govtargets.zh._scan import Scan
from govtargets.zh.reading import Reading

__all__ = ["is_doubtful"]

# 并未下降3%, 没有实现5%, 接近或超过5亿元
_TURNED: Final = re.compile(
    "(?:(?<![罚淹沉出])[不未没无]|没有|不[会能得应宜要准可许再必是]|未能|避免|防止|严禁|禁止|难以)(?:再|实现|完成)?$"
    "|[到于近](?:或|或者|和|并)$"
)
# What such words end in, to look no further where nothing does.
_LAST: Final = frozenset("不未没无有会能得应宜要准可许再必是免止禁以现成或者和并")
# 增速高全省2个百分点
_SIDED: Final = re.compile("(?<![提降])[高低快慢](?:全.|本.|我.|上年|去年)[^，。；、0-9]{0,5}$")
_RATIOS: Final = frozenset({"ratio", "points"})
# A ratio behind a verb that is not known, or says not which way: 回调5%.
_MOVED: Final = re.compile("(?:[降减少低缓跌缩升涨增扩]|提速|反弹|回调|节[约省水电能]|增长为)\\)?$")
# 下降-5%
_SIGNS: Final = frozenset({"dash", "minus"})
_VERBS: Final = frozenset({"grow", "noun"})
# 最高300家 may be a peak or a limit.
_EXTREME: Final = ("最高", "最低")
_BEFORE: Final = 6
# 5个以上百分点; 300家不到; 翻番式增长; 5%的下降空间; 5%≤增速<6%
_BEHIND: Final = re.compile("百分点|(?:不到|不足|不止)(?![一-鿿0-9])|式|空间|压力|[<≤>≥]")
# Words that an adverb may reach over: 至少培育龙头企业3家.
_BETWEEN: Final = frozenset(
    {"text", "plain", "fill", "region", "gen", "label", "quote", "grow", "new", "reach", "is"}
    | {"expected", "scope"}
)
# What a margin may stand behind besides: 超过5%左右的目标0.2个百分点, 高于甲2.1、乙1.3个百分点.
_BEYOND: Final = _BETWEEN | {"figure", "after", "comma", "with"}
_COMPARED: Final = frozenset({"before", "against"})
_FAR: Final = 8


def is_doubtful(scan: Scan, at: int, reading: Reading) -> bool:
    """Whether the number at the token may be another than the expression says."""
    value = reading.value
    if not isinstance(value, Bounds):
        return False
    if _turned(scan, at) or _BEHIND.match(scan.text, scan.tokens[scan.at - 1].end) is not None:
        return True
    level = reading.transformation is None
    if level and _undirected(scan, at, value):
        return True
    if value.comparator is not Comparator.EXACT or reading.baseline is not None:
        return False
    return _limited(scan, at, value.kind.id if level else "")


def _turned(scan: Scan, at: int) -> bool:
    """Whether a word right before it says the opposite: a negation, 少 before 降, a fall before a minus sign."""
    first, before = scan.tokens[at], scan.tokens[at - 1]
    if before.kind == "before" or (first.kind in _SIGNS and before.kind in _VERBS):
        return True
    if first.kind == "grow" and scan.text.endswith("少", 0, first.start):
        return True
    if scan.text[first.start - 1] not in _LAST:
        return False
    return _TURNED.search(scan.text, max(0, first.start - _BEFORE), first.start) is not None


def _undirected(scan: Scan, at: int, value: Bounds) -> bool:
    """Whether the number without a verb stands behind a word that moved it, or may be a peak as well as a limit."""
    start, kind = scan.tokens[at].start, value.kind.id
    least = max(0, start - _BEFORE)
    if kind in _RATIOS and _MOVED.search(scan.text, least, start) is not None:
        return True
    if kind == "points" and _SIDED.search(scan.text, max(0, start - _FAR), start) is not None:
        return True
    return value.comparator is Comparator.EXACT and scan.text.endswith(_EXTREME, 0, start)


def _limited(scan: Scan, at: int, kind: str) -> bool:
    """Whether a comparator before other words is meant for it: 至少培育龙头企业3家, 高于上级所定目标2个百分点."""
    between = _BEYOND if kind == "points" else _BETWEEN
    for index in range(at - 1, max(-1, at - _FAR), -1):
        token = scan.tokens[index]
        if token.kind in _COMPARED:
            said = scan.text[token.start : token.end]
            margin = kind == "ratio" and said[-1] == "于" and scan.tokens[scan.at].kind != "gen"
            return said in ADVERBS or kind == "points" or margin
        if token.kind not in between or scan.text[token.start] in ",，":
            return False
    return False
