"""The words of reports, in Chinese and English."""

from typing import Final, Literal

from govtargets.errors import Severity

__all__ = ["COLUMNS", "SEVERITIES", "WORDS", "Language"]

Language = Literal["zh", "en"]
COLUMNS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "zh": {
        "scorecard": ("判定", "时期", "地区", "指标", "目标", "完成值", "差距", "完成率", "说明"),
        "outlook": ("现状", "时期", "地区", "指标", "目标", "最近值", "还需变化", "幅度", "说明"),
        "units": ("单位", "类别", "换算", "英文", "别名"),
        "indicators": ("编号", "名称", "方向", "单位", "口径", "序列类别", "规划属性", "代码", "别名"),
    },
    "en": {
        "scorecard": (
            "Verdict", "Period", "Region", "Indicator", "Target", "Result", "Gap", "Completion",
            "Reason",
        ),
        "outlook": (
            "Now", "Period", "Region", "Indicator", "Target", "Last", "Change", "Share", "Reason",
        ),
        "units": ("Unit", "Kind", "Factor", "English", "Aliases"),
        "indicators": (
            "Id", "Name", "Direction", "Unit", "Transformation", "Kind of series", "By plan", "Codes",
            "Aliases",
        ),
    },
}  # fmt: skip
WORDS: Final[dict[str, dict[str, str]]] = {
    "zh": {
        "title": "{place}{count}个目标：{counts}",
        "place": "{} ",
        "and": " ",
        "count": "{word}{count}",
        "rule": "判定规则：{}",
        "left": "另有{}个完成值没有对应的目标。",
        "also": "另有{value}（{period}）：{verdict}",
        "transformation_mismatch": "只有{how}：{value}",
        "period_mismatch": "只有{period}的：{value}",
        "region_mismatch": "只有{region}的",
        "reference": "（{indicator}{value}）",
        "stretch": "力争{stretch}：{verdict}",
        "claim": "原文称“{}”",
        "met": "已达到",
        "missed": "未达到",
        "indeterminate": "不确定",
        "pending": "无前值",
        "again": "“已达到”只说最近值满足目标；按年计数的，到期仍须重新做到。",
        "last": "最近值为{period}",
        "no last": "没有可比的前值",
        "problems": "{count}个问题：{counts}。",
        "fine": "没有问题。",
        "comma": "，",
        "semicolon": "；",
        "problem": "{severity} {place}{value}：{what}。{message}{hint}",
        "way": "；办法：{}",
        "quoted": "“{}”",
    },
    "en": {
        "title": "{place}{count} targets: {counts}",
        "place": "{}: ",
        "and": ", ",
        "count": "{count} {word}",
        "rule": "Rule: {}",
        "left": "{} more results have no target.",
        "also": "also {value} ({period}): {verdict}",
        "transformation_mismatch": "only as {how}: {value}",
        "period_mismatch": "only of {period}: {value}",
        "region_mismatch": "only of {region}",
        "reference": " ({indicator} {value})",
        "stretch": "stretch {stretch}: {verdict}",
        "claim": "the text says “{}”",
        "met": "met now",
        "missed": "not yet",
        "indeterminate": "unsure",
        "pending": "no value",
        "again": "“met now”: the last value would do; what is counted anew each year is still to do.",
        "last": "last known of {period}",
        "no last": "no earlier achievement",
        "problems": "{count} problems: {counts}.",
        "fine": "No problems.",
        "comma": ", ",
        "semicolon": "; ",
    },
}
SEVERITIES: Final[dict[str, dict[Severity, str]]] = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
    "en": {severity: severity.value for severity in Severity},
}
