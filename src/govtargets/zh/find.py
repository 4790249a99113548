"""Finding every figure in running text, with its place, its reading and what it is about."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from govtargets._record import drafts, given
from govtargets.goals import Qualitative
from govtargets.vocabulary import Transformation
from govtargets.zh._amounts import upon_amount
from govtargets.zh._begin import STARTS, begins
from govtargets.zh._chars import Squeezed, squeeze, unbroken
from govtargets.zh._doubts import is_doubtful
from govtargets.zh._labels import is_figure
from govtargets.zh._lend import lend_across
from govtargets.zh._lists import continued, listed, named
from govtargets.zh._moves import share_units
from govtargets.zh._object import governed
from govtargets.zh._places import share_places
from govtargets.zh._scan import Scan, Stop
from govtargets.zh._subject import subject, subjects
from govtargets.zh._times import period_of
from govtargets.zh._units import Lexicon, lexicon
from govtargets.zh._whole import whole_before
from govtargets.zh.read import expression
from govtargets.zh.reading import Reading
from govtargets.zh.tokens import tokens

__all__ = ["Mention", "find"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Mention:
    """A figure in a text.

    Attributes:
        start: Where it begins, in characters.
        end: Where it ends; `text` is what stands between.
        text: Its words as the text has them.
        reading: What they say.
        subject: The words that name the thing, as well as can be told; `None` where none do.

    Example:
        >>> from govtargets import zh
        >>> zh.find("粮食产量200万吨以上。")[0].subject
        '粮食产量'
    """

    start: int
    end: int
    text: str
    reading: Reading
    subject: str | None = None

    def is_written_as(self, other: "Mention") -> bool:
        """Whether both are the same to the letter, digits included.

        Example:
            >>> from govtargets import zh
            >>> zh.find("增长8.0%")[0].is_written_as(zh.find("增长8%")[0])
            False
        """
        return self == other and self.reading.is_written_as(other.reading)


_PARAGRAPH: Final = "\u2029"
# 增长6。5% ends no sentence.
_POINT: Final = "(?<=[长降高低升涨加减少][0-9])。(?=[0-9]{1,2}[%‰])"
_SENTENCE: Final = re.compile(f"(?:[^。！？；!?;{_PARAGRAPH}]++|{_POINT})+")
# What no sentence with a figure goes without; a search for characters alone is fast, and nearly always enough.
_NUMERAL: Final = re.compile("[0-9一二两三四五六七八九十百千万亿半翻首前零壹贰叁肆伍陆柒捌玖]")
_WORDED: Final = re.compile(
    "同步|持平|[高低快慢好优大小]于|跑赢|省|国家|上级|正增长|保持|稳定|目标"
)
# What is shared by a name and a place: 增速居全省第1位 speaks of the 增速.
_NAMES: Final = frozenset({"noun", "share", "span", "scope"})


def find(text: str, *, year: int | None = None) -> list[Mention]:
    """Find every figure in running text; labels such as 5G, 第12届 and “862”工程 are none.

    Args:
        text: Any text, of any length.
        year: The year of the document, for 今年, 去年, 上半年.

    Raises:
        InvalidValueError: The text is no text.

    Example:
        >>> from govtargets import zh
        >>> text = "粮食产量200万吨以上，城镇新增就业6万人以上。"
        >>> [(found.text, found.subject) for found in zh.find(text)]
        [('200万吨以上', '粮食产量'), ('6万人以上', '城镇新增就业')]
    """
    given(text, str, "give the report as text")
    words = lexicon()
    whole = squeeze(text, _PARAGRAPH)
    found: list[Mention] = []
    for match in _SENTENCE.finditer(whole.text):
        sentence = match[0]
        if _NUMERAL.search(sentence) is None and _WORDED.search(sentence) is None:
            continue
        start, end = match.span()
        source = unbroken(sentence, whole.given[start:end])
        for first, last, reading, about in _mentions(source, words, year):
            place = whole.span(start + first, start + last)
            found.append(_mention(*place, text[slice(*place)], reading, about))
    return found


_draft: Final = drafts(Mention)


def _mention(start: int, end: int, text: str, reading: Reading, about: str | None) -> Mention:
    """The same as the class makes, in half the time."""
    draft = _draft()
    draft.start = start
    draft.end = end
    draft.text = text
    draft.reading = reading
    draft.subject = about
    draft.__class__ = Mention
    made: Mention = draft
    return made


# What members may stand behind: 分别, 由 where they move, 高于 and 比 where each has an area.
_LISTS: Final = frozenset({"list", "from", "than", "before", "against"})
# All others begin nothing, and most tokens are such.
_ACTIVE: Final = STARTS | _LISTS | {"fill", "dash", "stop"}
_Item = tuple[int, int, Reading, str | None]


def _mentions(source: Squeezed, words: Lexicon, year: int | None) -> Iterator[_Item]:
    """The figures of one sentence."""
    scan = Scan.over(source, tokens(source.text, words), words, year=year)
    share_units(scan)
    lend_across(scan)
    share_places(scan)
    behind, at = 0, 0
    about: list[str | None] = [None]
    while (kind := scan.tokens[at].kind) != "end":
        if kind not in _ACTIVE:
            at += 1
            continue
        if kind == "stop":
            at = _behind_stop(scan, at)
            continue
        lead = at + (kind == "noun")  # 增速高于
        items: list[_Item] = []
        following = at
        if scan.tokens[lead].kind in _LISTS:
            items, following = _list(scan, lead, behind, about)
        if following <= lead:
            items, following = _figure(scan, at, behind, about)
        yield from items
        behind, at = items[-1][1] if items else behind, following


def _list(scan: Scan, at: int, behind: int, about: list[str | None]) -> tuple[list[_Item], int]:
    """The members of the list that stands here, and the token behind it; the same token where none stands here."""
    token = scan.tokens[at]
    items, following = listed(scan, at)
    if not items and token.kind != "list":
        return [], at
    noun = scan.given(token.end, scan.tokens[named(scan, at + 1)].start)
    named_to = scan.tokens[whole_before(scan, at)].start
    names = subjects(scan, (behind, named_to), noun, len(items), about)
    about += names
    return [(*item, name) for item, name in zip(items, names, strict=True)], following


def _figure(scan: Scan, at: int, behind: int, about: list[str | None]) -> tuple[list[_Item], int]:
    """The figure that begins here, with those it shares its words with, and the token behind; else the next one."""
    if not begins(scan, at):
        return [], at + 1
    tried, said = _tried(scan, at)
    if said is None:
        return [], tried.at
    last = scan.tokens[tried.at - 1].end
    about.append(subject(scan, max(behind, tried.object_at), at, last, about[-1]))
    start, said, members = continued(tried, said, scan.tokens[at].start)
    about += about[-1:] * len(members)
    first = start, last, _dated(scan, at, said)
    return [(*item, about[-1]) for item in (first, *members)], tried.at


# A title has fewer words.
_TITLE: Final = 40


def _behind_stop(scan: Scan, at: int) -> int:
    """The token behind 《…》, whose figures are a name's; the next token where nothing closes it, or opens."""
    if scan.text[scan.tokens[at].start] != "《":
        return at + 1
    for index in range(at + 1, min(at + _TITLE, len(scan.tokens))):
        token = scan.tokens[index]
        if scan.text[token.start : token.end] == "》":
            return index + 1
    return at + 1


def _tried(scan: Scan, at: int) -> tuple[Scan, Reading | None]:
    """The scan behind the expression at the token, and what it says; words that are in doubt are passed as a whole."""
    tried = scan.begin(at)
    said = _expression(tried)
    if said is None:
        tried.at = at + 1
    elif is_doubtful(tried, at, said):
        said = None
    return tried, said


def _expression(scan: Scan) -> Reading | None:
    """The expression that begins here, where it is a figure."""
    at = scan.at
    try:
        governed(scan)
        reading = expression(scan)
    except Stop:
        return None
    named = reading.transformation is Transformation.RANK or isinstance(reading.value, Qualitative)
    if named and scan.tokens[at].kind in _NAMES and reading.baseline is None:
        return None
    return upon_amount(scan, at, reading) if is_figure(scan, at, reading) else None


def _dated(scan: Scan, at: int, reading: Reading) -> Reading:
    """The reading with the time that stands right before it, or opens the sentence."""
    if reading.period is not None:
        return reading
    for index in range(at - 1, max(-1, at - _BACK), -1):
        token = scan.tokens[index]
        if token.kind in {"time", "day"}:
            opens = index == 0 or scan.tokens[index - 1].kind in {"to", "comma", "stop", "list"}
            if reading.base == f"比{scan.text[token.start : token.end]}":
                return reading
            if index == at - 1 or opens:
                period = period_of(scan.text[token.start : token.end], scan.year)
                return attrs.evolve(reading, period=period) if period is not None else reading
            return reading
    return reading


_BACK: Final = 12
