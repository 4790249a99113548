"""The sentences of an explanation in both languages, with the fields `explain` fills."""

from typing import Final

from govtargets.comparator import Comparator
from govtargets.verdict import Reason, Verdict

__all__ = ["BOUNDS", "FRAME", "REASONS", "RULED", "VERDICTS"]

VERDICTS: Final = {
    "zh": {verdict: verdict.zh for verdict in Verdict},
    "en": {verdict: verdict.value.capitalize() for verdict in Verdict},
}
FRAME: Final = {
    "zh": {
        "sides": "{subject}：目标{goal}{goal_source}，{result}",
        "result": "完成{value}{value_source}",
        "no_result": "尚无完成值",
        "reference": "，参照{reference}{reference_source}",
        "stretch": "力争目标{stretch}：{verdict}",
        "gap": "差距{gap}",
        "completion": "完成率{completion}",
        "rule": "判定规则：{policy}",
        "source": "（{}）",
        "stop": "。",
        "colon": "：",
    },
    "en": {
        "sides": "{subject}: target {goal}{goal_source}, {result}",
        "result": "result {value}{value_source}",
        "no_result": "no result yet",
        "reference": ", reference {reference}{reference_source}",
        "stretch": "Stretch goal {stretch}: {verdict}",
        "gap": "Gap {gap}",
        "completion": "Completion {completion}",
        "rule": "Rule: {policy}",
        "source": " ({})",
        "stop": ". ",
        "colon": ": ",
    },
}
RULED: Final = {
    "zh": {
        "met": "{value}满足“{goal}”{reading}",
        "missed": "{value}不满足“{goal}”{reading}",
        "reading": "，目标读作{certain}",
        "wider": "，{certain}必定满足，{possible}之外必定不满足",
    },
    "en": {
        "met": "{value} satisfies {goal}{reading}",
        "missed": "{value} does not satisfy {goal}{reading}",
        "reading": ", read as {certain}",
        "wider": ", {certain} certainly satisfying it and nothing outside {possible}",
    },
}
REASONS: Final = {
    "zh": {
        Reason.NOT_DUE: "{period}到{as_of}尚未结束",
        Reason.NO_ACHIEVEMENT: "还没有{period}的完成值",
        Reason.NOT_STATED: "目标是“{goal}”，没有可与{value}比较的数值",
        Reason.QUALITATIVE: "目标“{goal}”只有文字，没有可与{value}比较的数值",
        Reason.DELEGATED: "目标“{goal}”由别处下达，数值不在手边，不能与{value}比较",
        Reason.INDICATOR_MISMATCH: "目标说的是{indicator}，完成值说的是{other_indicator}",
        Reason.REGION_MISMATCH: "目标说的是{region}，完成值说的是{other_region}",
        Reason.PERIOD_MISMATCH: "目标说的是{period}，完成值说的是{other_period}",
        Reason.TRANSFORMATION_MISMATCH: "目标是{transformation}，完成值是{other_transformation}",
        Reason.PRICE_BASIS_MISMATCH: "目标按{price_basis}，完成值按{other_price_basis}",
        Reason.SCOPE_MISMATCH: "目标的范围是{scope}，完成值的范围是{other_scope}",
        Reason.UNIT_MISMATCH: "“{goal}”与“{value}”单位类别不同，不能比较",
        Reason.REFERENCE_MISSING: "“{goal}”要有参照值才能与{value}比较",
        Reason.DIRECTION_UNKNOWN: (
            "没有说明{indicator}越高越好还是越低越好，“{goal}”可作下限、上限或定值，{value}满足与否因此未定"
        ),
        Reason.BOUNDED_ACHIEVEMENT: "{inexact}只给出界限，可能达到目标，也可能达不到",
        Reason.APPROXIMATE_ACHIEVEMENT: "{inexact}是约数，可能达到目标，也可能达不到",
        Reason.APPROXIMATE_ZONE: ("{value}落在“{goal}”的约数范围内，是否算完成没有定论{reading}"),
    },
    "en": {
        Reason.NOT_DUE: "the period {period} is not over on {as_of}",
        Reason.NO_ACHIEVEMENT: "there is no result for {period} yet",
        Reason.NOT_STATED: "the goal is {goal}, so there is no number to compare {value} with",
        Reason.QUALITATIVE: "the goal {goal} has words only and no number to compare {value} with",
        Reason.DELEGATED: (
            "the goal {goal} is set elsewhere, so there is no number to compare {value} with"
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
        Reason.SCOPE_MISMATCH: "the target counts within {scope}, the result within {other_scope}",
        Reason.UNIT_MISMATCH: "{goal} and {value} are of different kinds and do not compare",
        Reason.REFERENCE_MISSING: (
            "{goal} needs the value it refers to before {value} can be compared"
        ),
        Reason.DIRECTION_UNKNOWN: (
            "nobody says whether higher or lower is better for {indicator}, so {goal} may "
            "be a floor, a ceiling or a level to hit for {value}"
        ),
        Reason.BOUNDED_ACHIEVEMENT: (
            "{inexact} only gives a bound, so the goal may be reached or not"
        ),
        Reason.APPROXIMATE_ACHIEVEMENT: (
            "{inexact} is approximate, so the goal may be reached or not"
        ),
        Reason.APPROXIMATE_ZONE: (
            "{value} lies in the zone around {goal} where reaching it is undecided{reading}"
        ),
    },
}
BOUNDS: Final = {
    Comparator.EXACT: "{}",
    Comparator.AT_LEAST: "at least {}",
    Comparator.ABOVE: "above {}",
    Comparator.BELOW: "below {}",
    Comparator.AT_MOST: "at most {}",
    Comparator.ABOUT: "about {}",
    Comparator.NEARLY: "nearly {}",
    Comparator.SOME_MORE: "some more than {}",
}
