"""Explanations of a judgement in Chinese and English: both sides, both sources and the rule."""

import datetime as dt
from fractions import Fraction
from typing import Final, Protocol

from govtargets._sentences import FRAME, REASONS, RULED, VERDICTS
from govtargets._wording import Language, beyond, day_text, goal_text, named, part, span, subject
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.policy import Policy
from govtargets.source import Source
from govtargets.target import Target
from govtargets.verdict import Reason, Verdict
from govtargets.writing import difference, text

__all__ = ["explanation", "ground", "percent"]


def __dir__() -> list[str]:
    return __all__


_PARTS: Final = ("indicator", "region", "period", "transformation", "price_basis", "scope")


class Judged(Protocol):
    """What an explanation needs of an assessment."""

    @property
    def target(self) -> Target: ...
    @property
    def achievement(self) -> Achievement | None: ...
    @property
    def reference(self) -> Achievement | None: ...
    @property
    def verdict(self) -> Verdict: ...
    @property
    def reason(self) -> Reason | None: ...
    @property
    def gap(self) -> Bounds | None: ...
    @property
    def completion(self) -> Fraction | None: ...
    @property
    def stretch(self) -> Verdict | None: ...
    @property
    def stretch_reason(self) -> Reason | None: ...
    @property
    def policy(self) -> Policy: ...
    @property
    def as_of(self) -> dt.date | None: ...


def explanation(judged: Judged, language: Language) -> str:
    """Both sides, both sources, the verdict with its ground, the numbers beside it, the rule.

    Example:
        >>> import govtargets as gt
        >>> gdp = gt.Indicator("gdp", "GDP", direction=gt.Direction.HIGHER)
        >>> goal = gt.Target(indicator=gdp, goal=gt.Quantity("7", "%"), period=gt.Period.year(2023))
        >>> gt.assess(goal, None).explanation("en").split(". ")[:2]
        ['GDP, 2023: target 7%, no result yet', 'Pending: there is no result for 2023 yet']
    """
    frame = FRAME[language]
    fields = _fields(judged, language)
    sentences = [
        frame["sides"].format(**fields),
        _capital(VERDICTS[language][judged.verdict])
        + frame["colon"]
        + _ground(judged, language, fields),
        *_numbers(judged, language),
        frame["rule"].format(policy=judged.policy.text(language)),
    ]
    return frame["stop"].join(sentences) + frame["stop"].strip()


def ground(judged: Judged, language: Language) -> str:
    """Why the verdict came out so, in one clause that names the values: for a line of a table.

    Example:
        >>> import govtargets as gt
        >>> jobs = gt.Indicator("jobs", "城镇新增就业", direction=gt.Direction.HIGHER)
        >>> year = gt.Period.year(2023)
        >>> goal = gt.Target(indicator=jobs, goal=gt.Quantity("6", "万人"), period=year)
        >>> reached = gt.Achievement(indicator=jobs, value=gt.Quantity("6.4", "万人"), period=year)
        >>> ground(gt.assess(goal, reached), "zh")
        '6.4万人满足“6万人”，目标读作≥6万人'
    """
    return _ground(judged, language, _fields(judged, language))


def percent(share: Fraction, places: int = 2) -> str:
    """A share as a percentage, rounded half to even, for display only."""
    sign = "-" if share < 0 else ""
    units, rest = divmod(round(abs(share) * 100 * 10**places), 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0")
    return f"{sign}{units}{'.' if decimals else ''}{decimals}%"


def _fields(judged: Judged, language: Language) -> dict[str, str]:
    target, achievement = judged.target, judged.achievement
    fields = {
        "subject": subject(target, language),
        "goal_side": goal_text(target.goal, language),
        "goal": text(target.goal, language),
        "goal_source": _source(target.source, language),
        "as_of": "" if judged.as_of is None else day_text(judged.as_of, language),
        "result": FRAME[language]["no_result"],
        "value": "",
        **{name: part(target, name, language) for name in _PARTS},
    }
    if achievement is None:
        return fields
    fields |= {f"other_{name}": part(achievement, name, language) for name in _PARTS}
    fields["value"] = text(achievement.value, language)
    fields["value_source"] = _source(achievement.source, language)
    fields["result"] = FRAME[language]["result"].format(**fields)
    return _with_reference(achievement, judged.reference, language, fields)


def _with_reference(
    achievement: Achievement,
    reference: Achievement | None,
    language: Language,
    fields: dict[str, str],
) -> dict[str, str]:
    """The reference, and which of the numbers compared are inexact."""
    inexact = [] if achievement.value.comparator is Comparator.EXACT else [fields["value"]]
    if reference is not None:
        name, value = named(reference.indicator, language), text(reference.value, language)
        fields["reference"] = f"{name} {value}" if language == "en" else f"{name}{value}"
        fields["reference_source"] = _source(reference.source, language)
        fields["result"] += FRAME[language]["reference"].format(**fields)
        if reference.value.comparator is not Comparator.EXACT:
            inexact.append(fields["reference"])
    fields["inexact"] = FRAME[language]["and"].join(inexact)
    return fields


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _source(source: Source | None, language: Language) -> str:
    if source is None:
        return ""
    frame = FRAME[language]
    quote = "" if source.quote is None else frame["quote"].format(source.quote)
    return frame["source"].format(source.document + quote)


def _ground(judged: Judged, language: Language, fields: dict[str, str]) -> str:
    fields = fields | {"reading": _reading(judged, language)}
    if judged.reason is not None:
        return REASONS[language][judged.reason].format(**fields)
    return RULED[language][judged.verdict.value].format(**fields)


def _reading(judged: Judged, language: Language) -> str:
    goal, policy = judged.target.goal, judged.policy
    if not isinstance(goal, Bounds):
        return ""
    direction = judged.target.indicator.direction
    certain, possible = policy.certain(goal, direction), policy.possible(goal, direction)
    outside = beyond(possible, goal.unit, language)
    form = "reading" if certain == possible else "wider" if outside else "widest"
    return RULED[language][form].format(certain=span(certain, goal.unit, language), outside=outside)


def _numbers(judged: Judged, language: Language) -> list[str]:
    frame, found = FRAME[language], []
    if judged.gap is not None:
        found.append(frame["gap"].format(gap=difference(judged.gap, language)))
    if judged.completion is not None:
        baseline = judged.target.baseline
        start = "" if baseline is None else frame["from"].format(baseline=text(baseline, language))
        found.append(frame["completion"].format(completion=percent(judged.completion)) + start)
    if judged.stretch is not None and judged.target.stretch is not None:
        stretch = text(judged.target.stretch, language)
        verdict = VERDICTS[language][judged.stretch]
        why = judged.stretch_reason
        if why is not None and why is not judged.reason:
            verdict += frame["source"].format(getattr(why, language))
        found.append(frame["stretch"].format(stretch=stretch, verdict=verdict))
    return found
