"""What a goal is compared with: another series, an area, a time, taken from the words that name them."""

import re
from typing import Final

from govtargets.errors import GovTargetsError
from govtargets.goals import Relation, Relative
from govtargets.period import Period
from govtargets.quantity import Quantity
from govtargets.region import Region
from govtargets.zh import _words
from govtargets.zh._scan import Scan
from govtargets.zh._times import MOMENT, period_of

__all__ = ["AVERAGE", "is_level", "relative"]

_REGION: Final = re.compile("|".join(sorted(_words.REGIONS, key=len, reverse=True)))
_NAMED: Final = re.compile("[一-鿿]{1,8}?(?:省|市|县|区|州|盟|旗|地区)(?=$|平均)")
# 全省增速 names no other indicator: its own growth there.
_LEVEL: Final = re.compile(
    "(?:的?平均(?:水平|值|数|线)|(?P<growth>的?(?:同期)?(?:平均)?增[速幅])|的?平均|的?水平|的?同期)?的?"
)
AVERAGE: Final = re.compile(f"(?:{_REGION.pattern}|{_NAMED.pattern})平均[一-鿿]{{0,6}}")


def relative(scan: Scan, relation: Relation, words: str, margin: Quantity | None) -> Relative:
    """A goal against the series, the area and the time that the words name."""
    region, rest = _region(scan, words.removesuffix("的"))
    period, rest = _period(rest, scan.year)
    if rest in _words.WORDS and _words.WORDS[rest][0] == "grow":  # 超过上年增长2个百分点
        raise scan.stop("another series, not how it changes")
    try:
        return Relative(relation, rest or None, region, period, margin)
    except GovTargetsError as error:
        raise scan.stop(f"a reference: {error}") from None


def _region(scan: Scan, words: str) -> tuple[Region | None, str]:
    match = _REGION.match(words) or _NAMED.match(words)
    if match is None:
        return None, words
    rest = words[match.end() :]
    if _SECOND.match(rest) is not None:
        raise scan.stop("one area: 全国 and 全省 are two")
    level = _LEVEL.match(rest)
    assert level is not None  # noqa: S101  it may be empty
    scan.growth = scan.growth or (level["growth"] is not None)
    return Region(match[0]), rest[level.end() :]


_SECOND: Final = re.compile("全[国省市县区州盟旗]")


def _period(words: str, year: int | None) -> tuple[Period | str | None, str]:
    match = MOMENT.match(words)
    if match is None:
        return None, words
    said = match[0].removesuffix("水平")
    period = (
        period_of(said.removesuffix("同期"), year)
        if said[:1].isdigit() or said[:1] in "“十二一"
        else None
    )
    return period or said, words[match.end() :]


def is_level(words: str) -> bool:
    """Whether the words name a level, of which a ratio is no share: the average of an area, or the former one."""
    return words in _ONCE or AVERAGE.fullmatch(words) is not None


# 下降到原来的三分之一
_ONCE: Final = frozenset({"原来", "原先", "原有", "过去", "以前"})
