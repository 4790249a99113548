"""Scorecards, outlooks and problems for machines: flat rows for JSON and CSV, and SARIF."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from io import StringIO
from typing import Any, Final

import attrs

from govtargets._codes import CODES
from govtargets.achievement import Achievement
from govtargets.ahead import Outlook
from govtargets.assessment import Assessment
from govtargets.errors import Problem, Severity
from govtargets.goals import Goal
from govtargets.target import Target
from govtargets.writing import text

__all__ = ["as_csv", "as_json", "as_sarif", "assessment_row", "outlook_row", "problem_row"]

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_VERSION: Final = "2.1.0"
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
Row = dict[str, Any]


def assessment_row(one: Assessment) -> Row:
    """An assessment as a flat row; numbers are exact texts, and a ratio is a fraction."""
    return {
        **_target(one.target),
        "value": _stated(None if one.achievement is None else one.achievement.value),
        "value_period": _text(one.achievement and one.achievement.period),
        "value_source": _document(one.achievement),
        "verdict": one.verdict.value,
        "reason": _word(one.reason),
        "gap": _stated(one.gap),
        "gap_reason": _word(one.gap_reason),
        "completion": _ratio(one.completion),
        "completion_reason": _word(one.completion_reason),
        "stretch": _stated(one.target.stretch),
        "stretch_verdict": _word(one.stretch),
        "policy": one.policy.name,
        "explanation_zh": one.explanation("zh"),
        "explanation_en": one.explanation("en"),
    }


def outlook_row(one: Outlook) -> Row:
    """An outlook as a flat row; the same."""
    return {
        **_target(one.target),
        "last": _stated(one.baseline),
        "verdict": one.verdict.value,
        "reason": _word(one.reason),
        "change": _stated(one.change),
        "change_reason": _word(one.change_reason),
        "share": _ratio(one.share),
        "policy": one.policy.name,
        "explanation_zh": one.explanation("zh"),
        "explanation_en": one.explanation("en"),
    }


def _target(target: Target) -> Row:
    return {
        "indicator": target.indicator.id,
        "name": target.indicator.name,
        "region": _text(target.region),
        "region_code": target.region and target.region.code,
        "period": str(target.period),
        "transformation": _word(target.transformation),
        "goal": _stated(target.goal),
        "goal_source": _document(target),
    }


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def _stated(value: Goal | None) -> str | None:
    return None if value is None else text(value)


def _word(value: Any) -> str | None:  # noqa: ANN401  any enum or nothing
    return None if value is None else str(value.value)


def _ratio(value: Fraction | None) -> str | None:
    return None if value is None else f"{value.numerator}/{value.denominator}"


def _document(record: Target | Achievement | None) -> str | None:
    return None if record is None or record.source is None else record.source.document


def problem_row(problem: Problem) -> Row:
    """A problem as a flat row."""
    return {**attrs.asdict(problem), "severity": problem.severity.value}


def as_json(rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows as one JSON array, a row a line."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    return "[" + ",\n ".join(lines) + "]\n"


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """The rows as CSV; without rows there is nothing to name the columns."""
    buffer = StringIO()
    if rows:
        writer = csv.DictWriter(buffer, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return buffer.getvalue()


def as_sarif(problems: Sequence[Problem], version: str) -> str:
    """The problems as SARIF, which code hosts and editors show beside the lines.

    Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0.
    """
    codes = list(dict.fromkeys(problem.code for problem in problems))
    rules = [{"id": code, **_rule(code)} for code in codes]
    driver = {"name": "govtargets", "version": version, "rules": rules}
    results = [_result(problem) for problem in problems]
    run = {"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}
    log = {"$schema": _SCHEMA, "version": _VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str) -> Row:
    meaning = CODES.get(code)
    if meaning is None:
        return {}
    return {"shortDescription": {"text": meaning.en}, "help": {"text": meaning.way_en}}


def _result(problem: Problem) -> Row:
    told = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    result: Row = {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": told},
    }
    if problem.path is not None:
        place: Row = {"artifactLocation": {"uri": problem.path.replace("\\", "/")}}
        if problem.row is not None:
            place["region"] = {"startLine": problem.row}
        result["locations"] = [{"physicalLocation": place}]
    return result
