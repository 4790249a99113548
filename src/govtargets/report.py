"""Scorecards, outlooks and problems for people: text, Markdown, HTML; Chinese or English."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from govtargets._codes import CODES
from govtargets._grids import outlook_grid, scorecard_grid
from govtargets._labels import COLUMNS, SEVERITIES, WORDS, Language
from govtargets._layout import Grid, as_html, as_markdown, as_text
from govtargets.ahead import Outlook
from govtargets.errors import Problem
from govtargets.indicator import Indicator
from govtargets.scorecard import Scorecard
from govtargets.unit import Unit
from govtargets.vocabulary import Attribute, Direction, Transformation

__all__ = [
    "indicators_text",
    "outlook_html",
    "outlook_markdown",
    "outlook_text",
    "problem_text",
    "problems_text",
    "scorecard_html",
    "scorecard_markdown",
    "scorecard_text",
    "units_text",
]


def __dir__() -> list[str]:
    return __all__


Paint = Callable[[str], str]
_LONGEST: Final = 1000


def scorecard_text(card: Scorecard, language: Language = "zh", *, paint: Paint = str) -> str:
    """The scorecard as aligned lines; `paint` colours the verdicts.

    Example:
        >>> from govtargets import Scorecard
        >>> print(scorecard_text(Scorecard([])), end="")
        0个目标：完成0，未完成0，无法判定0，待判定0
    """
    return as_text(scorecard_grid(card, language), paint)


def scorecard_markdown(card: Scorecard, language: Language = "zh") -> str:
    """The scorecard as a Markdown table.

    Example:
        >>> from govtargets import Scorecard
        >>> print(scorecard_markdown(Scorecard([]), "en").splitlines()[2])
        | Verdict | Indicator | Target | Result | Gap | Completion | Reason |
    """
    return as_markdown(scorecard_grid(card, language))


def scorecard_html(card: Scorecard, language: Language = "zh") -> str:
    """The scorecard as an HTML table.

    Example:
        >>> from govtargets import Scorecard
        >>> scorecard_html(Scorecard([]))[:26]
        '<table class="govtargets">'
    """
    return as_html(scorecard_grid(card, language))


def outlook_text(ahead: Sequence[Outlook], language: Language = "zh", *, paint: Paint = str) -> str:
    """The outlook as aligned lines.

    Example:
        >>> print(outlook_text([], "en"), end="")
        0 targets: 0 met now, 0 not yet, 0 unsure, 0 no value
    """
    return as_text(outlook_grid(ahead, language), paint)


def outlook_markdown(ahead: Sequence[Outlook], language: Language = "zh") -> str:
    """The outlook as a Markdown table.

    Example:
        >>> print(outlook_markdown([]).splitlines()[2])
        | 现状 | 指标 | 目标 | 最近值 | 还需变化 | 幅度 | 说明 |
    """
    return as_markdown(outlook_grid(ahead, language))


def outlook_html(ahead: Sequence[Outlook], language: Language = "zh") -> str:
    """The outlook as an HTML table.

    Example:
        >>> outlook_html([])[:26]
        '<table class="govtargets">'
    """
    return as_html(outlook_grid(ahead, language))


def problem_text(problem: Problem, language: Language = "zh") -> str:
    """A problem as one line: how grave, where, what, and the way out.

    Example:
        >>> from govtargets import Problem
        >>> found = Problem(
        ...     code="unknown-unit",
        ...     message="unknown unit '万顿'",
        ...     hint="did you mean 万吨?",
        ...     path="targets.csv",
        ...     row=3,
        ...     column="goal",
        ...     value="200万顿",
        ... )
        >>> print(problem_text(found).split("。")[0])
        错误 targets.csv:3 goal “200万顿”：不认识的单位，用 govtargets units 查写法 [unknown-unit]
        >>> print(problem_text(found, "en"))
        error targets.csv:3: goal: unknown unit '万顿' [unknown-unit]; did you mean 万吨?
    """
    severity = SEVERITIES[language][problem.severity]
    if language == "en":
        return _shortened(f"{severity} {problem}")
    place = ":".join(str(part) for part in (problem.path, problem.row) if part is not None)
    value = None if problem.value is None else f"“{problem.value}”"
    where = " ".join(part for part in (severity, place, problem.column, value) if part)
    meaning = CODES.get(problem.code)
    told = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    what = "" if meaning is None else f"{meaning.zh}，{meaning.way_zh}"
    return _shortened(f"{where}：{what} [{problem.code}]。{told}")


def _shortened(line: str) -> str:
    """The line without the middle of a cell that holds pages; its place and way out remain."""
    if len(line) <= _LONGEST:
        return line
    half = _LONGEST // 2
    return f"{line[:half]} … {line[-half:]}"


def problems_text(problems: Iterable[Problem], language: Language = "zh") -> str:
    """The problems, one a line, and how many there are.

    Example:
        >>> print(problems_text([]), end="")
        没有问题。
    """
    found = list(problems)
    words = WORDS[language]
    if not found:
        return words["fine"] + "\n"
    counted = Counter(SEVERITIES[language][problem.severity] for problem in found)
    counts = words["comma"].join(
        words["count"].format(word=word, count=count) for word, count in counted.items()
    )
    lines = [" ".join(problem_text(problem, language).splitlines()) for problem in found]
    closing = words["problems"].format(count=len(found), counts=counts)
    return "\n".join([*lines, closing]) + "\n"


def units_text(units: Iterable[Unit], language: Language = "zh") -> str:
    """Units as aligned lines: what they measure, and how many of the kind's base unit they are.

    Example:
        >>> from govtargets import Unit
        >>> print(units_text([Unit("亩")]), end="")
        单位  类别  换算           英文  别名
        亩    面积  2000/3 平方米  mu    市亩
    """
    rows = [
        (
            unit.symbol,
            unit.kind.zh if language == "zh" else unit.kind.en,
            f"{unit.factor} {unit.kind.base}".rstrip(),
            unit.en,
            " ".join(unit.aliases),
        )
        for unit in units
    ]
    return as_text(Grid("", COLUMNS[language]["units"], rows))


def indicators_text(indicators: Iterable[Indicator], language: Language = "zh") -> str:
    """Indicators as aligned lines.

    Example:
        >>> from govtargets import Direction, Indicator
        >>> grain = Indicator("grain", "粮食产量", direction=Direction.HIGHER)
        >>> print(indicators_text([grain], "en").splitlines()[1])
        grain  粮食产量  higher
    """
    rows = [
        (
            one.id,
            one.name if language == "zh" else one.name_en or one.name,
            _word(one.direction, language),
            "" if one.unit is None else one.unit.symbol,
            _word(one.transformation, language),
            one.kind or "",
            "；".join(f"{plan} {_word(word, language)}" for plan, word in one.attributes),
            "；".join(one.codes),
            " ".join(one.aliases),
        )
        for one in indicators
    ]
    return as_text(Grid("", COLUMNS[language]["indicators"], rows))


def _word(word: Direction | Transformation | Attribute | None, language: Language) -> str:
    if word is None:
        return ""
    return word.zh if language == "zh" else word.value
