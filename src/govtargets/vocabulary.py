"""The closed word lists of the domain: how a figure is made, how binding and how final it is."""

from enum import Enum
from typing import Final

__all__ = ["Attribute", "Commitment", "Direction", "Status", "Transformation"]


def __dir__() -> list[str]:
    return __all__


class Direction(Enum):
    """Which way is better (正向/逆向/适度); `None` stands for unknown, and nothing assumes one.

    Example:
        >>> from govtargets import Direction
        >>> Direction("higher").zh
        '正向'
    """

    HIGHER = "higher"
    LOWER = "lower"
    AT_TARGET = "at_target"

    @property
    def zh(self) -> str:
        """The Chinese term."""
        return {"higher": "正向", "lower": "逆向", "at_target": "适度"}[self.value]


class Transformation(Enum):
    """How the figure is made from the series, after the SDMX time transformations.

    Rates such as 失业率 are levels; only 占…比重 is a share. 累计 growth is growth over the span,
    累计 amounts are cumulative.

    Example:
        >>> from govtargets import Transformation
        >>> Transformation("growth").zh
        '增速'
    """

    LEVEL = "level"
    GROWTH = "growth"
    DIFFERENCE = "difference"
    CONTRIBUTION = "contribution"
    CUMULATIVE = "cumulative"
    AVERAGE_GROWTH = "average_growth"
    SHARE = "share"
    INDEX = "index"
    RANK = "rank"

    @property
    def zh(self) -> str:
        """The Chinese term."""
        return _TRANSFORMATION_ZH[self.value]


_TRANSFORMATION_ZH: Final = {
    "level": "总量",
    "growth": "增速",
    "difference": "增减量",
    "contribution": "拉动",
    "cumulative": "累计",
    "average_growth": "年均增速",
    "share": "比重",
    "index": "指数",
    "rank": "位次",
}


class Attribute(Enum):
    """How binding a plan makes the figure (约束性/预期性), as the five-year plans' tables mark it.

    Example:
        >>> from govtargets import Attribute
        >>> Attribute("binding").zh
        '约束性'
    """

    BINDING = "binding"
    ANTICIPATORY = "anticipatory"

    @property
    def zh(self) -> str:
        """The Chinese term."""
        return {"binding": "约束性", "anticipatory": "预期性"}[self.value]


class Commitment(Enum):
    """How strongly the words commit (必须/确保/力争/争取/努力); data, it never changes a verdict.

    Example:
        >>> from govtargets import Commitment
        >>> Commitment("strive").zh
        '力争'
    """

    MUST = "must"
    ENSURE = "ensure"
    STRIVE = "strive"
    SEEK = "seek"
    ENDEAVOUR = "endeavour"

    @property
    def zh(self) -> str:
        """The Chinese word."""
        return {
            "must": "必须",
            "ensure": "确保",
            "strive": "力争",
            "seek": "争取",
            "endeavour": "努力",
        }[self.value]


class Status(Enum):
    """How final a figure is, earliest first; `sdmx` gives the OBS_STATUS code.

    Source: SDMX code list CL_OBS_STATUS for the codes; the order follows the notes on revisions
    of national accounts (初步核算, 最终核实).

    Example:
        >>> from govtargets import Status
        >>> (Status("preliminary").zh, Status("preliminary").sdmx)
        ('初步核算', 'P')
    """

    FORECAST = "forecast"
    ESTIMATED = "estimated"
    PRELIMINARY = "preliminary"
    FINAL = "final"
    REVISED = "revised"

    @property
    def zh(self) -> str:
        """The Chinese word."""
        return _STATUS[self.value][0]

    @property
    def sdmx(self) -> str:
        """The SDMX OBS_STATUS code; a revision has none of its own and is a normal value, A."""
        return _STATUS[self.value][1]


_STATUS: Final = {
    "forecast": ("预计", "F"),
    "estimated": ("估计", "E"),
    "preliminary": ("初步核算", "P"),
    "final": ("最终核实", "A"),
    "revised": ("修订", "A"),
}
