"""Rules about lists and ranges: as many figures as subjects after 分别, the lower end first."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final

from govtargets.errors import Problem
from govtargets.indicator import indicators
from govtargets.zh._chars import squeeze
from govtargets.zh._numbers import shares_scale
from govtargets.zh._script import Script
from govtargets.zh._units import Lexicon, lexicon
from govtargets.zh.find import Mention
from govtargets.zh.tokens import Figure, Token, tokens

__all__ = ["reversed_ranges", "unequal_lists"]

_AND: Final = re.compile("、|和|及|与|以及")
_CLAUSE: Final = re.compile("[，。；：,;:\n]")
_BETWEEN: Final = re.compile(r"\s*(?:、|和|及|与|以及)\s*")
# How far behind 分别 its first figure may stand: 分别达到, 分别同比增长.
_NEAR: Final = 12


def unequal_lists(script: Script) -> Iterator[Problem]:
    """A、B和C分别增长7%和8%: three subjects, two figures."""
    figures = script.figures
    index = 0
    for match in re.finditer("分别", script.text):
        while index < len(figures) and figures[index].start < match.end():
            index += 1
        listed = _listed(script, figures, index, match.end())
        subjects = _subjects(script.before(match.start(), 120))
        if listed and subjects > 1 and len(listed) % subjects:
            yield script.problem(
                "unequal-lists",
                (match.start(), listed[-1].end),
                f"分别 deals {len(listed)} figures out to {subjects} subjects",
                "ask which figure belongs to which subject",
            )


def _listed(script: Script, figures: Sequence[Mention], index: int, place: int) -> list[Mention]:
    """The figures behind 分别, up to the first that is not joined by a listing word."""
    listed: list[Mention] = []
    while index < len(figures):
        mention = figures[index]
        gap = script.text[listed[-1].end if listed else place : mention.start]
        joined = _BETWEEN.fullmatch(gap) if listed else len(gap) <= _NEAR and _plain(gap)
        if not joined:
            break
        listed.append(mention)
        index += 1
    return listed


def _plain(words: str) -> bool:
    return _CLAUSE.search(words) is None


def _subjects(words: str) -> int:
    """How many things the clause in front of 分别 names; 0 where it is not plain names."""
    clause = _CLAUSE.split(words)[-1]
    if any(character.isdigit() for character in clause):
        return 0
    for name in _joined_names():
        clause = clause.replace(name, "x")
    names = [part for part in _AND.split(clause) if part.strip()]
    counted = _COUNTED.search(clause) if len(names) == 1 else None
    return len(names) if counted is None else _NUMERALS.index(counted[1]) + _LEAST


# 三次产业分别, 五项指标分别
_NUMERALS: Final = "两三四五六七八九"
_LEAST: Final = 2
_COUNTED: Final = re.compile(f"([{_NUMERALS}])(?:次产业|[项大个类][一-鿿]{{2,8}})$")


@lru_cache(maxsize=1)
def _joined_names() -> tuple[str, ...]:
    """Names of one indicator that hold 和, 与, 及 or 、, the longest first."""
    names = {name for one in indicators() for name in (one.name, *one.aliases)}
    return tuple(sorted((name for name in names if _AND.search(name)), key=len, reverse=True))


# 23时至6时 and 10月—3月 run around, and their ends are no amounts.
_CLOCK: Final = frozenset("时点日号分秒月周")
_DASHES: Final = frozenset({"dash", "to"})


def reversed_ranges(script: Script) -> Iterator[Problem]:
    """7%—6%: a range from the higher end down."""
    uniform = squeeze(script.text)
    known = lexicon()
    found = tokens(uniform.text, known)
    for index in range(1, len(found) - 1):
        low, dash, high = found[index - 1 : index + 2]
        if dash.kind not in _DASHES or {low.kind, high.kind} != {"figure"}:
            continue
        if _falls(low, high, known) and not _from(found, index - 1):
            yield script.problem(
                "reversed-range",
                uniform.span(low.start, high.end),
                "the first end is the higher one",
                "ask whether the ends are exchanged, or a fall from the one to the other is meant",
            )


def _falls(low: Token, high: Token, known: Lexicon) -> bool:
    one, two = low.value, high.value
    assert isinstance(one, Figure)  # noqa: S101  the kind of the token says so
    assert isinstance(two, Figure)  # noqa: S101  the same
    if not two.unit or two.unit in _CLOCK:
        return False
    last = known.unit(two.scale, two.unit)
    first = known.unit(two.scale if shares_scale(one, two) else one.scale, one.unit or two.unit)
    if first is None or last is None or first.kind is not last.kind:
        return False
    return Fraction(one.number) * first.factor > Fraction(two.number) * last.factor


def _from(found: list[Token], index: int) -> bool:
    """Whether 由 or 从 stands closely before: then it is no range."""
    return any(token.kind == "from" for token in found[max(0, index - 4) : index])
