"""Scorecards and outlooks as tables of text cells."""

from collections.abc import Sequence
from fractions import Fraction

import attrs

from govtargets._codes import CODES
from govtargets._labels import COLUMNS, WORDS, Language
from govtargets._layout import Grid
from govtargets._wording import making, named, signed
from govtargets.achievement import Achievement
from govtargets.ahead import Outlook
from govtargets.assessment import Assessment
from govtargets.bounds import Bounds
from govtargets.errors import Problem
from govtargets.explain import ground, percent
from govtargets.scorecard import Scorecard, Unpaired
from govtargets.target import Target
from govtargets.verdict import Reason, Undefined, Verdict
from govtargets.writing import text

__all__ = ["outlook_grid", "scorecard_grid"]

_PERIOD, _REGION = 1, 2


def scorecard_grid(card: Scorecard, language: Language) -> Grid:
    """The scorecard as a table; period and region go to the title where all targets share them."""
    words = WORDS[language]
    missing = {id(one.record): one for one in card.unpaired_targets}
    rows = [
        (
            _verdict(one.verdict, language),
            *_subject(one.target, language),
            "—" if one.achievement is None else text(one.achievement.value, language),
            _change(one.gap, language),
            _share(one.completion),
            _why(one, missing.get(id(one.target)), card.others.get(at, ()), language),
        )
        for at, one in enumerate(card)
    ]
    notes = [words["rule"].format(card[0].policy.text(language))] if rows else []
    notes += [f"{_meaning(problem, language)}{problem.message}" for problem in card.problems]
    if card.unpaired_achievements:
        notes.append(words["left"].format(len(card.unpaired_achievements)))
    counts = {_verdict(verdict, language): count for verdict, count in card.counts.items()}
    return _titled(Grid(words["title"], COLUMNS[language]["scorecard"], rows, notes), counts, words)


def outlook_grid(ahead: Sequence[Outlook], language: Language) -> Grid:
    """The outlook as a table; the same."""
    words = WORDS[language]
    rows = [
        (
            words[one.verdict.value],
            *_subject(one.target, language),
            "—" if one.baseline is None else text(one.baseline, language),
            _change(one.change, language),
            _share(one.share),
            _unchanged(one, language),
        )
        for one in ahead
    ]
    found = [one.verdict for one in ahead]
    counts = {words[verdict.value]: found.count(verdict) for verdict in Verdict}
    notes = [words["again"]] if Verdict.MET in found else []
    return _titled(Grid(words["title"], COLUMNS[language]["outlook"], rows, notes), counts, words)


def _meaning(problem: Problem, language: Language) -> str:
    meaning = CODES.get(problem.code)
    return f"{meaning.zh}：" if meaning is not None and language == "zh" else ""


def _titled(grid: Grid, counts: dict[str, int], words: dict[str, str]) -> Grid:
    """Fill the title, and move period and region there where every row has the same."""
    parts: list[str] = []
    for column in (_REGION, _PERIOD):
        found = {row[column] for row in grid.rows}
        if len(found) <= 1:
            parts += filter(None, found)
            grid = grid.without(column)
    counted = words["comma"].join(
        words["count"].format(word=word, count=count) for word, count in counts.items()
    )
    place = words["and"].join(parts)
    title = grid.title.format(
        place=place and words["place"].format(place), count=len(grid.rows), counts=counted
    )
    return attrs.evolve(grid, title=title)


def _subject(target: Target, language: Language) -> tuple[str, str, str, str]:
    return (
        format(target.period, language),
        "" if target.region is None else str(target.region),
        named(target.indicator, language),
        text(target.goal, language),
    )


def _verdict(verdict: Verdict, language: Language) -> str:
    return verdict.zh if language == "zh" else verdict.value


def _change(value: Bounds | None, language: Language) -> str:
    return "—" if value is None else signed(value, language)


def _share(share: Fraction | None) -> str:
    return "—" if share is None else percent(share, 1)


def _why(
    one: Assessment, missing: Unpaired | None, others: Sequence[Assessment], language: Language
) -> str:
    """Why it came out so, what comes nearest where there is no result, and what else is told."""
    words = WORDS[language]
    parts = [ground(one, language)]
    if one.reference is not None:
        value = text(one.reference.value, language)
        name = named(one.reference.indicator, language)
        parts[0] += words["reference"].format(indicator=name, value=value)
    if missing is not None:
        parts += _nearest(missing, language)
    if one.stretch is not None and one.target.stretch is not None:
        stretch = text(one.target.stretch, language)
        verdict = _verdict(one.stretch, language)
        parts.append(words["stretch"].format(stretch=stretch, verdict=verdict))
    if one.achievement is not None and one.achievement.claim is not None:
        parts.append(words["claim"].format(one.achievement.claim))
    return words["semicolon"].join([*parts, *(_other(other, language) for other in others)])


def _other(other: Assessment, language: Language) -> str:
    """What a result says that comes second."""
    result = other.achievement
    assert result is not None  # noqa: S101  a second result is there to be told of
    return WORDS[language]["also"].format(
        value=text(result.value, language),
        period=format(result.period, language),
        verdict=_verdict(other.verdict, language),
    )


def _nearest(missing: Unpaired, language: Language) -> list[str]:
    """What there is instead of a result."""
    near = [one for one in missing.near if isinstance(one, Achievement)]
    if not near or missing.reason is Reason.NO_ACHIEVEMENT:
        return []
    last = max(near, key=lambda one: one.period)
    return [
        WORDS[language][missing.reason.value].format(
            how=making(last, language),
            value=text(last.value, language),
            period=format(last.period, language),
            region=last.region,
        )
    ]


def _unchanged(one: Outlook, language: Language) -> str:
    """Why there is no change to name, or why the verdict on today is open."""
    why: Reason | Undefined | None = one.reason
    if why is None and one.change is None:
        why = one.change_reason
    if why is None:
        return ""
    if why is Reason.NO_ACHIEVEMENT:
        return WORDS[language]["no last"]
    return why.zh if language == "zh" else why.en
