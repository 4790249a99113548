"""Reading one expression, the whole text: a descent over tokens that says where it stopped and what it expected."""

from typing import Final

import attrs

from govtargets._record import given
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import GovTargetsError, ReadError
from govtargets.goals import Goal, Qualitative
from govtargets.unit import Unit
from govtargets.vocabulary import Status, Transformation
from govtargets.zh._body import Body, body, transformation
from govtargets.zh._chars import squeeze
from govtargets.zh._notes import split, with_notes
from govtargets.zh._numbers import borrowed, number
from govtargets.zh._prefix import prefixes
from govtargets.zh._scan import Scan, Stop
from govtargets.zh._stretch import stretched
from govtargets.zh._times import period_of
from govtargets.zh._token import changed
from govtargets.zh._units import lexicon
from govtargets.zh.reading import Reading, unchecked
from govtargets.zh.tokens import Figure, tokens

__all__ = ["Reading", "expression", "following", "read"]


def __dir__() -> list[str]:
    return __all__


_QUALITATIVE: Final = "定性："


def read(text: str, *, unit: Unit | str | None = None, year: int | None = None) -> Reading:
    """Read one expression, the whole text.

    Args:
        text: A figure with the words that belong to it, without its subject.
        unit: The unit of a number that has none.
        year: The year of the document, for 今年, 去年, 上半年.

    Raises:
        ReadError: The text is no single expression; the error has the span and what was expected.
        InvalidValueError: The text is no text.

    Example:
        >>> from govtargets import zh
        >>> print(zh.read("控制在5.5%左右").value)
        5.5%左右
        >>> zh.read("下降13.5%以上").value
        Bounds.at_most(Quantity('-13.5', '%'))
        >>> zh.read("几十家")
        Traceback (most recent call last):
        govtargets.errors.ReadError: cannot read '几十' in '几十家' (0-2): expected an exact number...
    """
    given(text, str, "give the expression as text")
    if text.endswith("】") or text.startswith("定"):
        found = _written(text, unit, year)
        if found is not None:
            return found
    words = lexicon()
    source = squeeze(text)
    if isinstance(unit, str):
        unit = Unit(unit)
    scan = Scan.over(source, tokens(source.text, words), words, unit, year)
    scan.whole = True
    try:
        reading = expression(scan)
        if scan.tokens[scan.at].kind != "end":
            raise scan.stop("the end of the expression")
    except Stop as stop:
        raise stop.error(source, text) from None
    return reading


def _written(text: str, unit: Unit | str | None, year: int | None) -> Reading | None:
    """What only `write` spells: notes behind the value, 定性：words; `None` where it is neither."""
    notes = split(text)
    if notes is not None:
        found = with_notes(read(notes[0], unit=unit, year=year), notes[1], read)
        if found is not None:
            return found
        if not text.startswith(_QUALITATIVE):
            raise ReadError(text, len(notes[0]), len(text), "notes as write makes them")
    return Reading(_qualitative(text)) if text.startswith(_QUALITATIVE) else None


def _qualitative(text: str) -> Qualitative:
    try:
        return Qualitative(text.removeprefix(_QUALITATIVE))
    except GovTargetsError:
        raise ReadError(text, 0, len(text), "words behind 定性：") from None


def expression(scan: Scan) -> Reading:
    """expression := prefix* (由 from_to | body) [stretch]"""
    prefixes(scan)
    scan.stated_at = scan.at
    baseline: Bounds | None = None
    if scan.tokens[scan.at].kind == "from":
        (value, how), baseline = _from_to(scan)
    else:
        value, how = body(scan)
    stretch = stretched(scan, value) if scan.tokens[scan.at].kind == "comma" else None
    return _reading(scan, value, how, baseline, stretch)


def following(scan: Scan, before: Comparator | None = None) -> Reading:
    """The next member of a list, behind its comma: what the words before the first say holds for it too."""
    scan.at += 1
    token = scan.tokens[scan.at]
    # 超六成、九成以上: its own words go before those of the first.
    scan.before = before if scan.tokens[scan.at + 1].kind != "after" else None
    if token.kind == "before":
        scan.before = None
        prefixes(scan)
    scan.stated_at = scan.at
    value, how = body(scan)
    return _reading(scan, value, how)


def _reading(
    scan: Scan,
    value: Goal,
    how: Transformation | None,
    baseline: Bounds | None = None,
    stretch: Bounds | Qualitative | None = None,
) -> Reading:
    capped = scan.capped and isinstance(value, Bounds) and value.comparator is Comparator.EXACT
    return unchecked(value, baseline, stretch, how, scan, capped=capped)


def _from_to(scan: Scan) -> tuple[Body, Bounds]:
    """from_to := (由|从) [time 的] [thing] prefix* value [，] reach [time 的] prefix* value"""
    _prepare(scan)
    period = scan.period
    scan.at += 1
    of_time(scan)
    prefixes(scan)
    _thing(scan)
    baseline, _ = ends(scan)
    scan.before, scan.verb, scan.period = None, 0, period
    scan.at += scan.tokens[scan.at].kind == "comma"
    token = scan.tokens[scan.at]
    if isinstance(token.value, Status):  # 从180亿元预计增加到245亿元
        scan.status = token.value
        scan.at += 1
    if not _rises(scan):
        raise scan.stop("where it goes to, as in 由8000万元增加到1亿元")
    scan.at += 1
    of_time(scan)
    prefixes(scan)
    value, how = ends(scan)
    if baseline.value.unit.kind is not value.value.unit.kind:
        raise Stop(token.start, token.end, "two numbers of one kind around it")
    return (value, how), baseline


def _rises(scan: Scan) -> bool:
    """Whether it says where it goes to, behind 大幅 or 稳步提高."""
    token = scan.tokens[scan.at]
    goes = token.kind == "words" or scan.text[token.start : token.end] in _GOES
    if goes and scan.tokens[scan.at + 1].kind == "to":
        scan.at += 1
        return True
    scan.at += scan.tokens[scan.at].kind == "fill"
    return scan.tokens[scan.at].kind == "reach"


# 由第7位进到第6位
_GOES: Final = frozenset({"进", "前进", "晋", "上"})


def _thing(scan: Scan) -> None:
    """The short name of what moves: 由单产200公斤提高到389公斤."""
    token = scan.tokens[scan.at]
    named = token.kind in {"text", "plain"} and token.end - token.start <= _SHORT
    if named and scan.tokens[scan.at + 1].kind == "figure":
        scan.at += 1


_SHORT: Final = 5
_LOOK: Final = 14


def _prepare(scan: Scan) -> None:
    """The two numbers share a unit given once, and 到 between them is no range."""
    ahead = scan.tokens[scan.at : scan.at + _LOOK]
    figures = [index for index, token in enumerate(ahead) if isinstance(token.value, Figure)]
    between = figures[0] + 1 if figures else 0
    between += 0 < between < len(ahead) and ahead[between].kind == "comma"
    # What stands behind the first number shows whether it goes anywhere.
    if not between or between == len(ahead) or ahead[between].kind not in _GOING:
        return
    if ahead[between].kind == "to":
        scan.tokens[scan.at + between] = changed(ahead[between], "reach", None)
    if len(figures) > 1:
        first, second = scan.at + figures[0], scan.at + figures[1]
        _share(scan, first, second)
        moved = scan.text[ahead[between].start] not in _COUNTING
        if moved and ahead[between].kind == "reach":
            _place(scan, first, second)


_GOING: Final = frozenset({"to", "reach", "after"})


# 由12位增加到15位 counts persons, 由12位前移到8位 moves in an order.
_COUNTING: Final = frozenset("增扩发减缩到至")


def _place(scan: Scan, *places: int) -> None:
    """Places for numbers of 位."""
    figures = [scan.tokens[place].value for place in places]
    if any(not isinstance(figure, Figure) or figure.unit != "位" for figure in figures):
        return
    for place in places:
        token = scan.tokens[place]
        words = scan.text[token.start : token.end]
        scan.tokens[place] = changed(token, "ordinal", words)


def _share(scan: Scan, first: int, second: int) -> None:
    """由6增加到8家, 由5%提高到8: the unit is said once."""
    low, high = scan.tokens[first], scan.tokens[second]
    assert isinstance(low.value, Figure)  # noqa: S101  just looked up
    assert isinstance(high.value, Figure)  # noqa: S101  the same
    if not low.value.unit:
        figure, _ = borrowed(scan, low.value, low, high.value)
        scan.tokens[first] = changed(low, low.kind, figure)
    elif not high.value.unit and low.value.unit in {"%", "‰"}:
        figure = attrs.evolve(high.value, unit=low.value.unit)
        scan.tokens[second] = changed(high, high.kind, figure)


_FORMER: Final = frozenset({"原来", "原先", "原有", "过去", "以前", "最初", "最低", "最高"})


def of_time(scan: Scan) -> None:
    """[(time | 原来) 的]"""
    token, follows = scan.tokens[scan.at], scan.tokens[scan.at + 1]
    if follows.kind != "gen":
        return
    if scan.text[token.start : token.end] in _FORMER:
        scan.at += 2
    elif token.kind in {"time", "day"}:
        scan.period = period_of(scan.text[token.start : token.end], scan.year)
        scan.at += 2


def ends(scan: Scan) -> tuple[Bounds, Transformation | None]:
    """value := number | rank"""
    token = scan.tokens[scan.at]
    if token.kind in {"ordinal", "front", "top", "region", "rank"}:
        value, how = body(scan)
        if not isinstance(value, Bounds):
            raise Stop(token.start, token.end, "a number or a rank")
        return value, how
    scan.verb = 0
    bounds = number(scan, scan.growth or 1)
    return bounds, Transformation.SHARE if scan.share else transformation(scan, bounds)
