"""Finding every figure in running text, with its place, its reading and what it is about."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from govtargets._record import given
from govtargets.goals import Qualitative
from govtargets.vocabulary import Transformation
from govtargets.zh._against import index_base
from govtargets.zh._amounts import upon_amount
from govtargets.zh._chars import Squeezed, squeeze
from govtargets.zh._cut import is_minus
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
from govtargets.zh.tokens import Figure, Token, tokens

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
# What no sentence with a figure goes without.
_CANDIDATE: Final = re.compile(
    "[0-9一二两三四五六七八九十百千万亿半翻首前零壹贰叁肆伍陆柒捌玖]|同步|持平|[高低快慢好优大小]于|跑赢|省|国家|上级|正增长|保持|稳定|目标"
)
_KINDS: Final = (
    "figure before reach hold grow noun commit status base price span share of new lift halves "
    "double turn positive zero digits ordinal front top rank region from with than against delegated is "
    "minus none scope"
)
_STARTS: Final = frozenset(_KINDS.split())
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
        if _CANDIDATE.search(whole.text, *match.span()) is not None:
            start, end = match.span()
            sentence = Squeezed(match[0], whole.given[start:end])
            for first, last, reading, about in _mentions(sentence, words, year):
                place = whole.span(start + first, start + last)
                found.append(Mention(*place, text[slice(*place)], reading, about))
    return found


# What members may stand behind: 分别, 由 where they move, 高于 and 比 where each has an area.
_LISTS: Final = frozenset({"list", "from", "than", "before", "against"})
_Item = tuple[int, int, Reading, str | None]


def _mentions(source: Squeezed, words: Lexicon, year: int | None) -> Iterator[_Item]:
    """The figures of one sentence."""
    scan = Scan(source, tokens(source.text, words), words, year=year)
    share_units(scan)
    lend_across(scan)
    share_places(scan)
    behind, at = 0, 0
    about: list[str | None] = [None]
    while (token := scan.tokens[at]).kind != "end":
        lead = at + (token.kind == "noun")  # 增速高于
        kind = scan.tokens[lead].kind
        if kind in _LISTS:
            items, behind_list = listed(scan, lead)
        if kind in _LISTS and (items or kind == "list"):
            at, token = lead, scan.tokens[lead]
            noun = scan.given(token.end, scan.tokens[named(scan, at + 1)].start)
            named_to = scan.tokens[whole_before(scan, at)].start
            names = subjects(scan, (behind, named_to), noun, len(items), about)
            for (first, last, reading), name in zip(items, names, strict=True):
                yield first, last, reading, name
                behind = last
            about += names
            at = behind_list
            continue
        if not _begins(scan, at):
            at = _behind_title(scan, at) if token.kind == "stop" else at + 1
            continue
        tried, said = _tried(scan, at)
        if said is None:
            at = tried.at
            continue
        last = scan.tokens[tried.at - 1].end
        about.append(subject(scan, max(behind, tried.object_at), at, last, about[-1]))
        start, said, members = continued(tried, said, token.start)
        yield start, last, _dated(scan, at, said), about[-1]
        behind, at = last, tried.at
        for first, last, following in members:
            about.append(about[-1])
            yield first, last, following, about[-1]
            behind = last


# A title has fewer words.
_TITLE: Final = 40


def _behind_title(scan: Scan, at: int) -> int:
    """The token behind 《…》, whose figures are a name's; the next token where none opens or nothing closes it."""
    if scan.text[scan.tokens[at].start] != "《":
        return at + 1
    for index in range(at + 1, min(at + _TITLE, len(scan.tokens))):
        token = scan.tokens[index]
        if scan.text[token.start : token.end] == "》":
            return index + 1
    return at + 1


def _opens(scan: Scan, before: Token) -> bool:
    """Whether a clause begins behind the token, as none does behind a bracket that closes."""
    return before.kind in {"comma", "stop"} and scan.text[before.start] not in ")]〕】"


def _begins(scan: Scan, at: int) -> bool:
    token = scan.tokens[at]
    if token.kind in {"fill", "hold"}:
        return _leads(scan, at)
    if token.kind == "reach" and _is_for(scan, scan.tokens[at + 1]):  # 共为5万人
        return not _served(scan, at + 2)
    if token.kind == "reach" and _is_for(scan, token):
        # 为2300户企业办理, 免费为60岁以上老人体检: a preposition
        begins = at == 0 or _opens(scan, scan.tokens[at - 1])
        # 为全省平均水平的1.5倍 is a verb even there.
        return index_base(scan.begin(at)) if begins else not _served(scan, at + 1)
    if token.kind == "dash":
        return scan.text[token.start] == "-" and _negative(scan, at)
    if token.kind == "figure" and at > 1:
        if is_minus(scan, at):
            return False
        # The second end of a range that could not be read is no figure of its own.
        return scan.tokens[at - 1].kind != "dash" or scan.tokens[at - 2].kind != "figure"
    return token.kind in _STARTS


# Words that belong to no span before another one that begins it: 稳定突破百亿元, 实现翻番, 实现6%.
_OUTSIDE: Final = {
    "稳定": frozenset({"before", "reach", "rank", "grow"}),
    "实现": frozenset({"figure", "before", "turn", "double", "span"}),
}
_PLAIN: Final = frozenset({"figure", "before"})
_AGAIN: Final = frozenset({"首次", "再次"})


def _leads(scan: Scan, at: int) -> bool:
    """Whether a word of holding, or one that changes nothing, begins the span."""
    token, follows = scan.tokens[at], scan.tokens[at + 1]
    said = scan.text[token.start : token.end]
    if token.kind == "fill" and token.value is None:  # 首次跃居全国第一
        return follows.kind == "rank" and said in _AGAIN
    if said == "均" and scan.text.startswith("实现", token.end):  # 均实现翻一番
        return _leads(scan, at + 1)
    return follows.kind not in _OUTSIDE.get(said, _PLAIN if token.kind == "fill" else ())


def _negative(scan: Scan, at: int) -> bool:
    """Whether the dash is a minus: 增速-2.3%, but not 歼-35."""
    before = scan.tokens[at - 1].kind if at else ""
    figure = scan.tokens[at + 1].value
    named = before == "text" and isinstance(figure, Figure) and not (figure.unit or figure.scale)
    return before not in {"figure", "label", "time"} and not named


def _is_for(scan: Scan, token: Token) -> bool:
    return scan.text[token.start : token.end] == "为"


_PERSONS: Final = frozenset({"岁", "周岁", "人", "名", "户", "位"})


def _served(scan: Scan, at: int) -> bool:
    """Whether so many people follow, and who they are."""
    figure = scan.tokens[at].value
    if not isinstance(figure, Figure) or figure.unit not in _PERSONS:
        return False
    while scan.tokens[at + 1].kind in {"after", "figure"}:
        at += 1
    return scan.tokens[at + 1].kind == "text"


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
