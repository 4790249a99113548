"""Scale words without a number: 投资千亿元 says how much, 千亿元产业 names a class."""

from typing import Final

from govtargets.zh._scan import Scan, reads_on
from govtargets.zh.tokens import Figure

__all__ = ["COUNTED", "is_amount"]

# The kinds that say how many.
COUNTED: Final = frozenset({"count", "people"})


def is_amount(scan: Scan, at: int, figure: Figure) -> bool:
    """Whether a scale word alone is a number here."""
    token = scan.tokens[scan.stated_at]
    # 发电量（千瓦时）, 6公里/百平方公里, 2×66万千瓦
    if (
        scan.text.endswith("/", 0, token.start)
        or scan.tokens[scan.stated_at - 1].kind == "label"
        or scan.lexicon.end(scan.text, token.start) == token.end
    ):
        return False
    # 确保千亿斤粮食项目: a name behind the commitment
    committed = scan.tokens[scan.stated_at - 1].kind in {"commit", "status"}
    told = scan.stated_at > at and not (committed and reads_on(scan))
    return told or _measures(scan, figure)


def _measures(scan: Scan, figure: Figure) -> bool:
    """Whether a scale word alone says how much: 投资千亿元, 千亿级, but not 千亿元产业 and 千家企业."""
    if figure.unit.endswith("级"):
        return figure.scale != ""
    unit = scan.lexicon.unit(figure.scale, figure.unit) if figure.unit else None
    measured = unit is not None and unit.kind.group not in COUNTED
    return measured and not reads_on(scan) and scan.tokens[scan.at].kind not in _NUMBERS


# 百里百万计划
_NUMBERS: Final = frozenset({"figure", "inexact", "bad"})
