"""What a change compares with (同比, 环比, 比2020年), and which words mean the same."""

import re
from functools import lru_cache
from typing import Final

__all__ = ["YEAR_BEFORE", "base_en", "one_base"]

YEAR_BEFORE: Final = "同比"
_PERIOD_BEFORE: Final = "环比"
_END_BEFORE: Final = "比上年末"
_SAME: Final = {
    YEAR_BEFORE: "上年 去年 上一年 同期 上年同期 去年同期 上年同季 上年同季度 上年同月",
    _PERIOD_BEFORE: "上月 上季 上季度 上期",
    _END_BEFORE: "上年末 上年底 去年末 去年底 年初",
}
_ONE: Final = {word: base for base, words in _SAME.items() for word in words.split()}
_YEAR: Final = re.compile("([0-9]{4})年?(?:同期)?", re.ASCII)
_ENGLISH: Final = {
    YEAR_BEFORE: "over the year before",
    _PERIOD_BEFORE: "over the period before",
    _END_BEFORE: "over the end of the year before",
}


@lru_cache(maxsize=1024)
def one_base(words: str, year: int | None = None) -> str:
    """The base of a figure of that year in one spelling: 比上年, 较去年 and 同比 are one.

    Example:
        >>> from govtargets._bases import one_base
        >>> (one_base("较去年同期"), one_base("比2020年", 2021), one_base("比2020年", 2024))
        ('同比', '同比', '2020')
    """
    bare = words.removeprefix("比").removeprefix("较")
    found = _YEAR.fullmatch(bare)
    if found is None:
        return _ONE.get(bare, words)
    return YEAR_BEFORE if year is not None and int(found[1]) == year - 1 else found[1]


def base_en(words: str) -> str:
    """The base in English, as far as it is a common one.

    Example:
        >>> from govtargets._bases import base_en
        >>> (base_en("同比"), base_en("比2020年"))
        ('over the year before', 'over 2020')
    """
    base = one_base(words)
    return f"over {base}" if _YEAR.fullmatch(base) else _ENGLISH.get(base, words)
