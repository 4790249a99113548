"""The closed lists of a judgement: verdicts, reasons for none, reasons for a missing number."""

from enum import Enum
from typing import Final

__all__ = ["Reason", "Undefined", "Verdict"]


def __dir__() -> list[str]:
    return __all__


class Verdict(Enum):
    """Whether a target is met (判定); three-valued, and PENDING before there is anything to judge.

    Example:
        >>> from govtargets import Verdict
        >>> Verdict("indeterminate").zh
        '无法判定'
    """

    MET = "met"
    MISSED = "missed"
    INDETERMINATE = "indeterminate"
    PENDING = "pending"

    @property
    def zh(self) -> str:
        """The Chinese word."""
        return _VERDICT_ZH[self.value]


class Reason(Enum):
    """Why there is no verdict: the first that applies, in this order.

    Example:
        >>> from govtargets import Reason
        >>> Reason("bounded_achievement").zh
        '完成值只给出界限'
    """

    NOT_DUE = "not_due"
    NO_ACHIEVEMENT = "no_achievement"
    NOT_STATED = "not_stated"
    QUALITATIVE = "qualitative"
    DELEGATED = "delegated"
    INDICATOR_MISMATCH = "indicator_mismatch"
    REGION_MISMATCH = "region_mismatch"
    PERIOD_MISMATCH = "period_mismatch"
    TRANSFORMATION_MISMATCH = "transformation_mismatch"
    PRICE_BASIS_MISMATCH = "price_basis_mismatch"
    SCOPE_MISMATCH = "scope_mismatch"
    UNIT_MISMATCH = "unit_mismatch"
    REFERENCE_MISSING = "reference_missing"
    DIRECTION_UNKNOWN = "direction_unknown"
    BOUNDED_ACHIEVEMENT = "bounded_achievement"
    APPROXIMATE_ACHIEVEMENT = "approximate_achievement"
    APPROXIMATE_ZONE = "approximate_zone"

    @property
    def zh(self) -> str:
        """A short Chinese name."""
        return _REASON_ZH[self.value]

    @property
    def en(self) -> str:
        """The same in English."""
        return self.value.replace("_", " ")


class Undefined(Enum):
    """Why a gap or a completion ratio is `None`.

    Example:
        >>> from govtargets import Undefined
        >>> Undefined("zero_target").zh
        '目标为零，不能作除数'
    """

    NOT_COMPARABLE = "not_comparable"
    NO_NUMBER = "no_number"
    DIRECTION_UNKNOWN = "direction_unknown"
    NO_FINITE_DECIMAL = "no_finite_decimal"
    UNBOUNDED = "unbounded"
    INEXACT_ACHIEVEMENT = "inexact_achievement"
    INEXACT_REFERENCE = "inexact_reference"
    INEXACT_BASELINE = "inexact_baseline"
    BASELINE_UNIT = "baseline_unit"
    BASELINE_IS_TARGET = "baseline_is_target"
    GOAL_IS_RANGE = "goal_is_range"
    ZERO_TARGET = "zero_target"
    NEGATIVE_TARGET = "negative_target"
    NOT_A_FALL = "not_a_fall"
    LEVEL_TO_HIT = "level_to_hit"

    @property
    def zh(self) -> str:
        """The reason in Chinese."""
        return _UNDEFINED[self.value][0]

    @property
    def en(self) -> str:
        """The reason in English."""
        return _UNDEFINED[self.value][1]


_VERDICT_ZH: Final = {
    "met": "完成",
    "missed": "未完成",
    "indeterminate": "无法判定",
    "pending": "待判定",
}
_REASON_ZH: Final = {
    "not_due": "未到期",
    "no_achievement": "没有完成值",
    "not_stated": "未设目标",
    "qualitative": "定性目标",
    "delegated": "目标由上级下达",
    "indicator_mismatch": "指标不同",
    "region_mismatch": "地区不同",
    "period_mismatch": "时期不同",
    "transformation_mismatch": "统计口径不同",
    "price_basis_mismatch": "价格口径不同",
    "scope_mismatch": "范围不同",
    "unit_mismatch": "单位类别不同",
    "reference_missing": "缺少参照值",
    "direction_unknown": "指标方向未知",
    "bounded_achievement": "完成值只给出界限",
    "approximate_achievement": "完成值是约数",
    "approximate_zone": "落在约数范围内",
}
_UNDEFINED: Final = {
    "not_comparable": ("两边不可比", "the two sides do not compare"),
    "no_number": ("目标没有数值", "the goal has no number"),
    "direction_unknown": ("指标方向未知", "the indicator's direction is unknown"),
    "no_finite_decimal": (
        "没有有限小数可表示",
        "no finite decimal of either unit states it",
    ),
    "unbounded": ("完成值没有上下限", "nothing bounds the achievement"),
    "inexact_achievement": ("完成值不是确数", "the achievement is not an exact number"),
    "inexact_reference": ("参照值不是确数", "the reference is not an exact number"),
    "inexact_baseline": ("基期值不是确数", "the baseline is not an exact number"),
    "baseline_unit": ("基期值单位类别不同", "the baseline is of another kind"),
    "baseline_is_target": ("基期值等于目标值", "the baseline equals the target"),
    "goal_is_range": ("目标是区间，没有单一数值", "the goal is a range, not one number"),
    "zero_target": ("目标为零，不能作除数", "the target is zero"),
    "negative_target": (
        "正向指标的目标为负数",
        "the target is negative though higher is better",
    ),
    "not_a_fall": (
        "逆向指标的目标不是降幅",
        "lower is better and the target is no fall, so a ratio says nothing",
    ),
    "level_to_hit": (
        "适度指标没有完成率",
        "the target is a level to hit, so a ratio says nothing",
    ),
}
