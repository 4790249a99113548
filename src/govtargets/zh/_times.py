"""Words of time as periods; relative ones (今年, 上半年) need the year of the document."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from govtargets.errors import GovTargetsError
from govtargets.period import Period
from govtargets.zh._patterns import TIME

__all__ = ["MOMENT", "period_of"]

# A time that a change compares with, or an index is taken of.
MOMENT: Final = re.compile(
    f"(?:{TIME})(?:水平|同期)?|(?:上年|去年|前年|上一年|上一个五年|年初|上月|同期)(?:同期|水平|末)?",
    re.VERBOSE,
)

_DIGITS: Final = str.maketrans("零一二三四五六七八九", "0123456789")
_CHINESE_YEAR: Final = re.compile("[零一二三四五六七八九]{4}(?=年)")
_YEAR: Final = re.compile("[0-9]{4}")
_SHIFT: Final = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "明年": 1, "前年": -2}
_RUNNING: Final = ("今年", "本年")
_PLAIN: Final = {
    "全年": "",
    "年内": "",
    "全年度": "",
    "年底": "末",
    "年末": "末",
    "到年底": "末",
    "第": "",
}


@lru_cache(maxsize=1024)
def period_of(words: str, year: int | None) -> Period | None:
    """The period that the words name; `None` where they need a year that is not known."""
    text = _CHINESE_YEAR.sub(lambda match: match[0].translate(_DIGITS), words)
    # What has grown since 2020 is of no single year; 今年以来 is of this one.
    if text.endswith("初") or (text.endswith("以来") and not text.startswith(_RUNNING)):
        return None
    text = text.removesuffix("以来").replace("份", "").replace("底前", "末")
    text = text.replace("规划末", "末").replace("学年", "年")
    if text.endswith("期") and not text.endswith("时期"):  # “十一五”期
        text = text[:-1]
    if text[:1].isdigit() and not _YEAR.match(text):
        text = f"{year}年{text}" if year is not None else ""
    elif text[:2] in _SHIFT and not text[2:3].isdigit():
        text = "" if year is None else f"{year + _SHIFT[text[:2]]}年{text[2:].removesuffix('度')}"
    elif not text[:1].isdigit() and text[:1] not in {"“", "十", '"'}:
        text = "" if year is None else f"{year}年{_PLAIN.get(text, text)}"
    if text.endswith("年间"):
        text = text[:-1]
    try:
        return _parsed(text) if text else None
    except GovTargetsError:
        return None


def _parsed(text: str) -> Period:
    spans = re.fullmatch("([0-9]{4}年?(?:—+|–|-|~|至|到)+[0-9]{4})年?[末底]", text)
    if spans is not None:
        return Period.point(date(int(spans[1][-4:]), 12, 31))
    return Period.parse(text)
