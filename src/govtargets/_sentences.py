"""The sentences of an explanation in both languages, with the fields `explain` fills."""

from typing import Final

from govtargets.verdict import Reason, Verdict

__all__ = ["FRAME", "REASONS", "RULED", "VERDICTS"]

VERDICTS: Final = {
    "zh": {verdict: verdict.zh for verdict in Verdict},
    "en": {verdict: verdict.value for verdict in Verdict},
}
FRAME: Final = {
    "zh": {
        "sides": "{subject}：{goal_side}{goal_source}，{result}",
        "result": "完成{value}{value_source}",
        "no_result": "尚无完成值",
        "reference": "，参照{reference}{reference_source}",
        "stretch": "力争目标{stretch}：{verdict}",
        "gap": "差距{gap}",
        "completion": "完成率{completion}",
        "from": "（从{baseline}算起）",
        "rule": "判定规则：{policy}",
        "source": "（{}）",
        "quote": "：“{}”",
        "and": "、",
        "stop": "。",
        "colon": "：",
    },
    "en": {
        "sides": "{subject}: {goal_side}{goal_source}, {result}",
        "result": "result {value}{value_source}",
        "no_result": "no result yet",
        "reference": ", reference {reference}{reference_source}",
        "stretch": "Stretch goal {stretch}: {verdict}",
        "gap": "Gap {gap}",
        "completion": "Completion {completion}",
        "from": " (counted from {baseline})",
        "rule": "Rule: {policy}",
        "source": " ({})",
        "quote": ": “{}”",
        "and": ", ",
        "stop": ". ",
        "colon": ": ",
    },
}
RULED: Final = {
    "zh": {
        "met": "{value}满足“{goal}”{reading}",
        "missed": "{value}不满足“{goal}”{reading}",
        "reading": "，目标读作{certain}",
        "wider": "，{certain}必定算完成，{outside}必定算未完成",
        "widest": "，{certain}必定算完成，其余没有定论",
    },
    "en": {
        "met": "{value} satisfies “{goal}”{reading}",
        "missed": "{value} does not satisfy “{goal}”{reading}",
        "reading": ", read as {certain}",
        "wider": ", where {certain} is met for certain and {outside} missed for certain",
        "widest": ", where {certain} is met for certain and the rest is open",
    },
}
REASONS: Final = {
    "zh": {
        Reason.NOT_DUE: "{period}到{as_of}尚未结束",
        Reason.NO_ACHIEVEMENT: "还没有{period}的完成值",
        Reason.NOT_STATED: "没有设定目标，{value}无从比较",
        Reason.QUALITATIVE: "{goal_side}只有文字，没有可与{value}比较的数值",
        Reason.DELEGATED: "{goal_side}的数值由别处下达，这里没有，无从与{value}比较",
        Reason.INDICATOR_MISMATCH: "目标说的是{indicator}，完成值说的是{other_indicator}",
        Reason.REGION_MISMATCH: "目标说的是{region}，完成值说的是{other_region}",
        Reason.PERIOD_MISMATCH: "目标说的是{period}，完成值说的是{other_period}",
        Reason.TRANSFORMATION_MISMATCH: "目标是{transformation}，完成值是{other_transformation}",
        Reason.PRICE_BASIS_MISMATCH: "目标按{price_basis}，完成值按{other_price_basis}",
        Reason.SCOPE_MISMATCH: "目标的范围：{scope}；完成值的范围：{other_scope}",
        Reason.UNIT_MISMATCH: "“{goal}”与“{value}”单位类别不同，不能比较",
        Reason.REFERENCE_MISSING: "没有“{goal}”所参照的数值，无从与{value}比较",
        Reason.DIRECTION_UNKNOWN: (
            "没有说明{indicator}越高越好还是越低越好，“{goal}”可作下限、上限或定值，{value}满足与否因此未定"
        ),
        Reason.BOUNDED_ACHIEVEMENT: "{inexact}只给出界限，可能满足“{goal}”，也可能不满足",
        Reason.APPROXIMATE_ACHIEVEMENT: "{inexact}是约数，可能满足“{goal}”，也可能不满足",
        Reason.APPROXIMATE_ZONE: "{value}落在“{goal}”的约数范围内，算不算完成没有定论{reading}",
    },
    "en": {
        Reason.NOT_DUE: "{period} is not over on {as_of}",
        Reason.NO_ACHIEVEMENT: "there is no result for {period} yet",
        Reason.NOT_STATED: "no target was set, so there is nothing to compare {value} with",
        Reason.QUALITATIVE: "the {goal_side} is words only, with no number to compare {value} with",
        Reason.DELEGATED: (
            "the number of the {goal_side} is not given here, so there is nothing to compare "
            "{value} with"
        ),
        Reason.INDICATOR_MISMATCH: (
            "the target speaks of {indicator}, the result of {other_indicator}"
        ),
        Reason.REGION_MISMATCH: "the target speaks of {region}, the result of {other_region}",
        Reason.PERIOD_MISMATCH: "the target speaks of {period}, the result of {other_period}",
        Reason.TRANSFORMATION_MISMATCH: (
            "the target states {transformation}, the result {other_transformation}"
        ),
        Reason.PRICE_BASIS_MISMATCH: (
            "the target is at {price_basis}, the result at {other_price_basis}"
        ),
        Reason.SCOPE_MISMATCH: "scope of the target: {scope}; of the result: {other_scope}",
        Reason.UNIT_MISMATCH: "“{goal}” and “{value}” are of different kinds and do not compare",
        Reason.REFERENCE_MISSING: (
            "the number that “{goal}” refers to is missing, so there is nothing to compare "
            "{value} with"
        ),
        Reason.DIRECTION_UNKNOWN: (
            "nobody says whether higher or lower is better for {indicator}: “{goal}” may be a "
            "floor, a ceiling or a level to hit, so whether {value} satisfies it is open"
        ),
        Reason.BOUNDED_ACHIEVEMENT: (
            "only a bound is known ({inexact}), so “{goal}” may be satisfied or not"
        ),
        Reason.APPROXIMATE_ACHIEVEMENT: (
            "only an approximate value is known ({inexact}), so “{goal}” may be satisfied or not"
        ),
        Reason.APPROXIMATE_ZONE: (
            "{value} is neither surely enough nor surely too little for “{goal}”{reading}"
        ),
    },
}
