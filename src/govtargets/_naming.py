"""What the name of an indicator says of its figures: 降低, 增长, 率, 比重, 能耗."""

import re
from typing import Final

__all__ = ["is_consumption", "is_rate", "names_fall", "names_growth", "names_share", "spellings"]

_FALL: Final = re.compile("下降|降低|减少|压减|削减")
_GROWTH: Final = re.compile("(?:增长|增速|增幅|涨幅)率?$")
_SHARE: Final = re.compile("比重|占比")
# 效率, 功率, 汇率 and their like are called 率 and are no percentages.
_RATE: Final = re.compile("(?:(?<![效功速频汇密倍])(?<!生产)率|比重|占比|比例)$")
_CONSUMPTION: Final = re.compile("能耗|能源消(?:耗|费)|耗能|水耗|用水量|电耗|煤耗|排放|浓度|消耗")
_PART: Final = re.compile("(?:率|比重|占比|比例|降幅|增幅|涨幅|增速|达标|弹性系数)$")


def names_fall(name: str) -> bool:
    """Whether the name says that its figure is a fall (单位GDP能源消耗降低).

    Example:
        >>> from govtargets._naming import names_fall
        >>> names_fall("单位GDP能源消耗降低")
        True
    """
    return _FALL.search(name) is not None


def names_growth(name: str) -> bool:
    """Whether the name says that its figure is a growth (居民人均可支配收入增长)."""
    return _GROWTH.search(name) is not None


def spellings(name: str) -> tuple[str, ...]:
    """The name, and the name of the series where it says that its figure is a growth.

    Example:
        >>> from govtargets._naming import spellings
        >>> (spellings("粮食产量增速"), spellings("粮食产量"))
        (('粮食产量增速', '粮食产量'), ('粮食产量',))
    """
    series = _GROWTH.sub("", name)
    return (name,) if series in {name, ""} else (name, series)


def names_share(name: str) -> bool:
    """Whether the name says that its figure is a share of something (服务业增加值比重)."""
    return _SHARE.search(name) is not None


def is_rate(name: str) -> bool:
    """Whether the figures are percentages themselves, so that they change by 个百分点 (城镇化率).

    Example:
        >>> from govtargets._naming import is_rate
        >>> (is_rate("森林覆盖率"), is_rate("全员劳动生产率"))
        (True, False)
    """
    return _RATE.search(name) is not None


def is_consumption(name: str) -> bool:
    """Whether it is an amount used or given off, which changes by per cent (单位GDP能耗).

    Example:
        >>> from govtargets._naming import is_consumption
        >>> (is_consumption("单位GDP能耗"), is_consumption("非化石能源占能源消费比重"))
        (True, False)
    """
    return _CONSUMPTION.search(name) is not None and _PART.search(name) is None
