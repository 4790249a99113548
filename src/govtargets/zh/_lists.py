"""Lists: 分别增长24.1%、9.6%, one figure each, the words in front shared."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.goals import Relative
from govtargets.vocabulary import Transformation
from govtargets.zh._against import index_base, margins
from govtargets.zh._behind import alike, limited, tail_follows
from govtargets.zh._labels import is_figure
from govtargets.zh._moves import lend_units, moved
from govtargets.zh._nouns import by_their_names
from govtargets.zh._scan import Scan, Stop
from govtargets.zh._token import changed
from govtargets.zh._versus import BETWEEN, Item, further, versus
from govtargets.zh._whole import other_whole, whole_before
from govtargets.zh.read import expression, following
from govtargets.zh.reading import Reading

__all__ = ["continued", "listed", "named"]

_MOST: Final = 40
# Words before 分别 that hold for every member: 占比分别为, 同比分别增长.
_SHARED: Final = frozenset(
    {"share", "noun", "span", "base", "status", "price", "commit", "new", "scope", "fill", "before"}
)


def listed(scan: Scan, at: int) -> tuple[list[Item], int]:
    """list := 分别 prefix* value ((、|和) value)* | moves | margins

    The spans are of the values alone; the other part is the token behind.
    """
    behind = at + 1
    if scan.tokens[at].kind != "list":
        return moved(scan, at) or versus(scan, at) or ([], behind)
    first = named(scan, behind)
    lend_units(scan, first)
    special = versus(scan, at) or moved(scan, behind) or _wholes(scan, behind)
    if special is not None:
        return special
    multiple, bases, token = _multiple(scan, at), _bases(scan, at), scan.tokens[at]
    scan.tokens[at] = changed(token, "is" if multiple else "fill", token.value)
    at, place = whole_before(scan, at), token.start
    while at and scan.tokens[at - 1].kind in _SHARED:
        at -= 1
    scan = scan.begin(at if first == behind else first)
    try:
        opening = expression(scan)
    except Stop:
        return [], behind
    if isinstance(opening.value, Relative) and not is_figure(scan, at, opening):
        return [], behind
    items, behind = _members(scan, opening)
    if not scan.verb:
        items = by_their_names(scan, place, items)
    return _based(items, bases) if len(bases) > 1 else items, behind


def _bases(scan: Scan, at: int) -> list[str]:
    """同比、环比 before 分别"""
    found: list[str] = []
    while at and scan.tokens[at - 1].kind == "base":
        found.insert(0, str(scan.tokens[at - 1].value))
        at -= 1 + (scan.tokens[at - 2].kind in BETWEEN)
    return found


def _based(items: list[Item], bases: list[str]) -> list[Item]:
    """One base for each member, and none where there are not as many."""
    each = bases if len(bases) == len(items) else [None] * len(items)
    return [
        (first, end, attrs.evolve(reading, base=base))
        for (first, end, reading), base in zip(items, each, strict=True)
    ]


def _wholes(scan: Scan, at: int) -> tuple[list[Item], int] | None:
    """分别占甲、乙的68.8%、70.9%: shares of as many wholes; `None` where none stand here."""
    if scan.tokens[at].kind != "of":
        return None
    for index in range(at + 1, at + _FAR):
        token = scan.tokens[index]
        if token.kind in _OUTSIDE or scan.text[token.start] in ",，":
            return None
        if token.kind == "gen" and scan.tokens[index + 1].kind == "figure":
            names = _AND.split(scan.given(scan.tokens[at].end, token.start))
            return _each(scan, index, names) if len(names) > 1 else None
    return None


def _each(scan: Scan, gen: int, names: list[str]) -> tuple[list[Item], int] | None:
    """One share for each name."""
    scan = scan.begin(gen)
    scan.share = True
    found: list[Item] = []
    try:
        for name in names:
            reading = following(scan)
            item = attrs.evolve(reading, scope=name)
            found.append((*_place(scan, reading), item))
    except Stop:
        return None
    return found, scan.at


_FAR: Final = 12
_OUTSIDE: Final = frozenset({"stop", "end", "figure"})
_AND: Final = re.compile("[、和与及]")


def _members(scan: Scan, opening: Reading) -> tuple[list[Item], int]:
    """The first value, which is behind us, and those that follow."""
    own, end = scan.tokens[scan.stated_at + 1].start, scan.tokens[scan.at - 1].end
    found = list(further(scan, opening))
    if found:
        return [(own, end, opening), *found], scan.at
    reading = opening
    shared, bare = scan.before, scan.tokens[scan.stated_at].start
    while True:
        found.append((*_place(scan, reading), reading))
        token = scan.tokens[scan.at]
        if token.kind not in BETWEEN or len(found) == _MOST:
            return limited(scan, found), scan.at
        start, clause = scan.at, scan.text[token.start] in ",，"
        try:
            own = scan.tokens[start + 1].kind == "before"
            member = _compared(following(scan, shared), opening)
        except Stop:
            scan.at = start
            return limited(scan, found), start
        if shared is not None and not own and len(found) == 1:
            # 分别突破29亿元、24亿元: 突破 is everybody's, so it is in no span.
            found[0] = (max(bare, found[0][0]), *found[0][1:])
        # Behind a comma another thing may begin: 分别达到28平方米和32平方米，五年增加4平方米.
        if clause and not alike(member, reading):
            scan.at = start
            return limited(scan, found), start
        reading = member


_NAMES: Final = frozenset({"text", "plain"})
_LONGEST: Final = 12


def named(scan: Scan, at: int) -> int:
    """Behind the name that may stand there: 分别完成投资12亿元、8亿元; the same place where none does."""
    start, ahead = scan.tokens[at].start, at + (scan.tokens[at].kind == "new")
    first = ahead
    while scan.tokens[ahead].kind in _NAMES and scan.tokens[ahead].end - start <= _LONGEST:
        ahead += 1
    found = ahead > first and scan.tokens[ahead].kind in {"figure", "before", "reach"}
    return ahead if found else at


_MULTIPLE: Final = ("是", "为", "达", "达到")


def _multiple(scan: Scan, at: int) -> bool:
    """Whether it is 分别是2006年的3倍、3.4倍."""
    token = scan.tokens[at]
    said = scan.text[token.start : token.end]
    return said.endswith(_MULTIPLE) and index_base(scan.begin(at))


def _place(scan: Scan, reading: Reading) -> tuple[int, int]:
    """Where the member stands, without the words that it shares."""
    first = _first(scan)
    if reading.transformation is Transformation.RANK:
        first = scan.at - 1
    elif _within(reading):
        figures = (index for index in range(first, scan.at) if scan.tokens[index].kind == "figure")
        first = max(figures, default=first)
    return scan.tokens[first].start, scan.tokens[scan.at - 1].end


def _within(reading: Reading) -> bool:
    """Whether the number stands behind the words of another series or time."""
    if reading.transformation is Transformation.INDEX:
        return True
    return isinstance(reading.value, Relative) and reading.value.margin is not None


def _compared(reading: Reading, opening: Reading) -> Reading:
    """分别比全省快4.6和3.1个百分点: the second number too is a margin over 全省; and so with 是2006年的3倍、3.4倍."""
    first = opening.value
    if opening.transformation is Transformation.INDEX and alike(reading, opening):
        return attrs.evolve(reading, transformation=Transformation.INDEX)
    if not isinstance(first, Relative) or first.margin is None:
        return reading
    # A margin of 0 says nothing that a goal could hold.
    if not isinstance(reading.value, Bounds) or not reading.value.value.magnitude:
        return reading
    margin, falls = reading.value.value, first.margin.magnitude < 0
    relation = margins(reading.value.comparator, falls=falls)
    value = attrs.evolve(first, relation=relation, margin=-margin if falls else margin)
    return attrs.evolve(opening, value=value)


def continued(scan: Scan, reading: Reading, start: int) -> tuple[int, Reading, list[Item]]:
    """((和|、) value)* behind what they share: 增长7.2%和8.9%, 突破30亿元、20亿元, as far as they are of one kind.

    The other parts are where the first begins, what it shares with them belonging to no span, and what it says.
    """
    token = scan.tokens[scan.at]
    if token.kind not in BETWEEN or scan.text[token.start] in ",，":
        return start, reading, []
    found = list(further(scan, reading)) or list(_shares(scan, reading))
    if found or reading.baseline is not None or reading.stretch is not None:
        return start, reading, found
    bare = scan.tokens[scan.stated_at].start if _limit(scan) else _place(scan, reading)[0]
    shares = bare > start or scan.object_at or tail_follows(scan)
    found = list(_sharing(scan, reading)) if shares else []
    if not found:
        return start, reading, found
    (_, _, opening), *found = limited(scan, [(start, bare, reading), *found])
    return bare, opening, found


def _shares(scan: Scan, opening: Reading) -> Iterator[Item]:
    """((、|和) whole 的 ratio)* behind 占全省的12%."""
    while opening.transformation is Transformation.SHARE and opening.scope is not None:
        between = scan.tokens[scan.at]
        figure = other_whole(scan) if between.kind in BETWEEN else None
        if figure is None:
            return
        start = scan.tokens[scan.at + 1].start
        scope = scan.given(start, scan.tokens[figure - 1].start)
        scan.at = figure - 1
        reading = following(scan)
        yield start, scan.tokens[scan.at - 1].end, attrs.evolve(reading, scope=scope)


def _limit(scan: Scan) -> Comparator | None:
    """The comparator in front that holds for all."""
    return scan.before if scan.before in _THRESHOLDS else None


def _sharing(scan: Scan, opening: Reading) -> Iterator[Item]:
    limit = _limit(scan)
    meant = scan.verb or scan.growth or scan.share or limit
    kinds = _PLACES if opening.transformation is Transformation.RANK else _FIGURES
    for _ in range(_MOST):
        start = scan.at
        token = scan.tokens[start]
        if (
            token.kind not in BETWEEN
            or scan.text[token.start] in ",，"
            or scan.tokens[start + 1].kind not in kinds
            or (scan.tokens[start + 1].kind == "before" and not meant)
        ):
            return
        try:
            member = None if _passes(scan, start + 1) else following(scan, limit)
        except Stop:
            member = None
        if member is None or not (alike(member, opening) or _margins(member, opening)):
            scan.at = start
            return
        yield *_place(scan, member), _compared(member, opening)


def _margins(one: Reading, two: Reading) -> bool:
    """高于上半年12.8和4.5个百分点: one margin beside another."""
    value, first = one.value, two.value
    if not isinstance(value, Bounds) or not isinstance(first, Relative) or first.margin is None:
        return False
    return value.kind is first.margin.unit.kind


_PLACES: Final = frozenset({"ordinal", "front"})
_FIGURES: Final = frozenset({"figure", "before"})
# What holds for every number behind it; 约 and 近 hold for the first alone.
_THRESHOLDS: Final = frozenset(
    {Comparator.ABOVE, Comparator.AT_LEAST, Comparator.BELOW, Comparator.AT_MOST}
)
_PASSING: Final = ("突破", "迈", "跨", "站上", "登上", "踏上", "跃上", "越过", "首次突破", "已突破")


def _passes(scan: Scan, at: int) -> bool:
    """Whether a verb of its own begins: 净增98万户、突破1900万户."""
    token = scan.tokens[at]
    return token.kind == "before" and scan.text.startswith(_PASSING, token.start)


def _first(scan: Scan) -> int:
    """The first token of the value, its comparator included."""
    first = scan.stated_at
    while scan.tokens[first - 1].kind == "before":
        first -= 1
    return first
