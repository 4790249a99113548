"""Text cut into what the grammar knows: numbers with their units, words, times, labels; one pattern finds them all.

What the pattern passes over is plain text between two tokens. A number takes its scale words and its unit with it.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple

from govtargets.comparator import Comparator
from govtargets.zh import _words
from govtargets.zh._units import Lexicon
from govtargets.zh.numerals import DIGITS, chinese, mixed

__all__ = ["TIME", "Figure", "Token", "tokens"]


def __dir__() -> list[str]:
    return __all__


class Token(NamedTuple):
    """A word of the vocabulary, a figure or plain text, with its place in the uniform text.

    Example:
        >>> from govtargets.zh._units import lexicon
        >>> from govtargets.zh.tokens import tokens
        >>> [token.kind for token in tokens("增长6.5%左右", lexicon())][:4]
        ['grow', 'figure', 'after', 'end']
    """

    kind: str
    value: object
    start: int
    end: int


class Figure(NamedTuple):
    """A number as it stands: magnitude, the scale word that joins the unit, the unit's spelling, 多, a bare scale.

    Example:
        >>> from govtargets.zh._units import lexicon
        >>> from govtargets.zh.tokens import tokens
        >>> tokens("600多万套", lexicon())[0].value
        Figure(number=Decimal('600'), scale='万', unit='套', more=True, bare=False)
    """

    number: Decimal
    scale: str
    unit: str
    more: bool
    bare: bool


def _trie(words: list[str]) -> str:
    """An alternation in which words that begin alike share their beginning, the longest word first."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1], []).append(word[1:])
    parts = []
    for first, rests in groups.items():
        longer = [rest for rest in rests if rest]
        tail = _trie(longer) if longer else ""
        optional = "?" if len(longer) < len(rests) and tail else ""
        parts.append(re.escape(first) + tail + optional)
    return f"(?:{'|'.join(parts)})"


_CN: Final = "零一二两三四五六七八九"
_YEAR: Final = "(?:(?:19|20)[0-9]{2}|二零[零一二三四五][零一二三四五六七八九]|一九[零一二三四五六七八九]{2})"
_DASH: Final = "(?:—+|–|-|~|至|到)"
TIME: Final = rf"""
    {_YEAR}年?{_DASH}{_YEAR}(?:年(?!代)|学年)(?:末|底|间)?
  | {_YEAR}年(?!代)(?:度(?!假)|
        全年 | [上下]半年 | 第?[一二三四1-4]季度 | 前[二两三]季度 | [0-9]{{1,2}}月?{_DASH}[0-9]{{1,2}}月份?
      | [0-9]{{1,2}}月(?:[0-9]{{1,2}}日|份|[底末])? | 年?[末底]前? | 以来 | 初 )?
  | [“"]?十[一二三四五六]五[”"]?(?:时期|期间|规划期间?|规划末|期?末)?
  | (?:[“"]十五[”"]|十五(?=时期|期间|规划|[”"]))(?:时期|期间|规划期间?|规划末|期?末)?
  | {_YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?(?:/{_YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?)?(?![0-9%])
  | {_YEAR}/{_YEAR}(?![0-9])
  | {_YEAR}/[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9])
  | [0-9]{{1,2}}月?(?:{_DASH})[0-9]{{1,2}}月(?:份|[底末])?
  | [0-9]{{1,2}}月(?:[0-9]{{1,2}}日|份|[底末])?(?:{_DASH}[0-9]{{1,2}}月[0-9]{{1,2}}日)?
  | [一二三四五六七八九十]{{1,2}}月(?:份|[一二三四五六七八九十]{{1,3}}日)?(?!度)
  | [“"]?十[一二三四五六]五[”"]?
"""
_BASE: Final = rf"""
    (?P<base>[比较](?:上年同期末?|上年同季度?|上年[末底]?|上一年|去年同期|去年[末底]?|同期|年初|上月|上季度|上半年|前年|往年
      |{_YEAR}年?(?:同期|[末底])?|(?:[“"]?十[一二三四五六]?五[”"]?(?:[末]|期末|时期|期间)?)))
"""
# What holds digits and is no figure.
_LABEL: Final = r"""
    (?:GDP|CPI|PPI|PMI|FDI|IPO)(?![A-Za-z])
  | https?://[!-~]*+
  | [A-Za-z][A-Za-z&]*+(?:[-_{}/.·—]{0,2}[0-9₀-₉][0-9A-Za-z_}₀-₉]*+)*+[+}]?
  | [0-9]+(?:[+×Xx*][0-9A-Za-z]+)++(?:小时|天)?
  | [0-9]{3,4}-[0-9]{7,8}(?![0-9]) | [0-9]{1,2}:[0-9]{2}(?![0-9]) | [2-6]G(?![A-Za-z0-9])
  | [0-9]+(?:[A-Z]+级|国道|省道|县道|年代|世纪|号|周年|学年) | [0-9]+(?=强(?![度制化]))
  | 〔[0-9]{4}〕[0-9]*号? | [‘“"][0-9]+[”"’](?!的)
"""
_WORD: Final = _trie(list(_words.WORDS))
_WHO: Final = "省委省政府|省政府|市政府|国务院|党中央国务院|上级政府|上级部门|国家|中央|自治区|上级|全省|全国|省级|省|市|县|区|部|厅"
_DELEGATED: Final = rf"""
    (?:完成|达到|按照?|以|控制在|落实|高于|不低于|优于|好于)(?:好)?(?:{_WHO})(?:级)?(?:分解)?(?:定|下达|控|确定|规定|核定|分解下达|要求)
    的?(?:年度)?(?:减排|考核|总量|控制)?(?:目标任务|任务目标|约束性指标|约束性目标|指标任务|控制目标|目标|任务|指标|要求|标准|计划|为准)?(?:完成|以内|之内|内|要求)?
"""
# Words of one character that only count before a number.
_NARROW: Final = rf"上(?=[百千万亿十])|(?<=[天日时钟秒周年月%元个人家项])内(?![容部外需涝])|[超破过近达仅](?=[{_words.NUMBER}负-])|约(?=[{_words.NUMBER}占负-])"
_NARROW_WORDS: Final[dict[str, tuple[str, object]]] = {
    "上": ("before", Comparator.AT_LEAST),
    "超": ("before", Comparator.ABOVE),
    "破": ("before", Comparator.ABOVE),
    "过": ("before", Comparator.ABOVE),
    "近": ("before", Comparator.NEARLY),
    "约": ("before", Comparator.ABOUT),
    "达": ("reach", None),
    "仅": ("reach", None),
    "内": ("after", Comparator.AT_MOST),
}
_LEXEMES: Final = re.compile(
    rf"""
    (?P<time>{TIME})
  | {_BASE}
  | (?P<label>{_LABEL})
  | (?P<delegated>{_DELEGATED})
  | (?P<word>{_trie(list(_words.WORDS))})
  | (?P<narrow>{_NARROW})
  | (?P<fraction>(?:[0-9]+|[{_CN}十百千万]+)分之(?:[0-9]+(?:\.[0-9]+)?|[{_CN}十百千点]+)?)
  | (?P<ratio>[0-9]+(?:\.[0-9]+)?:[0-9]+(?![0-9.]))
  | (?P<slash>[0-9]+(?:\.[0-9]+)?/[0-9]{{1,5}}(?![0-9/]))
  | (?P<digits>[0-9]{{1,3}}(?:[ ][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+|，[0-9]{{3}}(?![0-9]))*)
  | (?P<ordinal>[第前](?:[0-9]+(?:\.[0-9]+)?|[{_CN}十百]+)(?:位次|位|名)?)
  | (?P<inexact>[{_CN}]?[十百]?[几数][十百千万亿]+|[{_CN}]?十几[万亿]?|几(?=[^何乎时]))
  | (?P<formal>[壹贰叁肆伍陆柒捌玖][拾佰仟万亿][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*)
  | (?P<chinese>[{_CN}十百千万亿半廿卅]+(?:点[{_CN}]+[万亿]*)?)
    """,
    re.VERBOSE,
)
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:([,， ])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_TAIL: Final = re.compile(
    f"[十百千万亿]+(?:(?:[0-9]+(?:\\.[0-9]+)?|[{_CN}])[十百千万亿]+)*(?:[{_CN}](?![{_CN}十百千万亿]))?"
)
_LONGEST: Final = 40
_MARGIN: Final = 4


def tokens(text: str, lexicon: Lexicon) -> list[Token]:
    """Cut uniform text into tokens, `text` for what is between them, `end` behind the last.

    Example:
        >>> from govtargets.zh._units import lexicon
        >>> [token.kind for token in tokens("粮食产量200万吨", lexicon())][:3]
        ['text', 'figure', 'end']
    """
    found: list[Token] = []
    position = 0
    search = _LEXEMES.search
    words = _words.WORDS
    while (match := search(text, position)) is not None:
        start, end = match.span()
        if start > position:
            found.append(Token("text", None, position, start))
        kind = match.lastgroup
        if kind == "word":
            name, value = words[match[0]]
            token = Token(name, value, start, end)
        else:
            token = _READERS[kind or ""](match[0], start, text, lexicon)
        found.append(token)
        position = token.end
    if position < len(text):
        found.append(Token("text", None, position, len(text)))
    # A descent may look a few tokens ahead.
    return found + [Token("end", None, len(text), len(text))] * _MARGIN


def _time(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return Token("time", word, start, start + len(word))


def _base(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return Token("base", "比" + word[1:], start, start + len(word))


def _label(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return Token("label", None, start, start + len(word))


_ASSIGNER: Final = re.compile(f"(?:完成|达到|按照?|以|控制在|落实|高于|不低于|优于|好于)好?({_WHO})")


def _delegated(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    match = _ASSIGNER.match(word)
    return Token("delegated", "省" if match is None or match[1] == "省级" else match[1], start, start + len(word))


def _narrow(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return Token(*_NARROW_WORDS[word], start, start + len(word))


def _inexact(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return Token("inexact", None, start, start + len(word))


def _ordinal(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return Token("ordinal" if word[0] == "第" else "front", word[1:], start, start + len(word))


def _digits(word: str, start: int, text: str, lexicon: Lexicon) -> Token:
    """Digits, with separators in groups of three."""
    end = start + len(word)
    if not word.isdigit() and (word.count(".") > 1 or "," in word or "，" in word or " " in word):
        if _GROUPED.fullmatch(word) is None:
            head, comma, _ = word.partition("，")
            if not comma:
                return Token("bad", None, start, end)
            return _digits(head, start, text, lexicon)
        word = word.replace(",", "").replace("，", "").replace(" ", "")
    if len(word) > _LONGEST:
        return Token("bad", None, start, end)
    return _measured(Decimal(word), start, end, text, lexicon)


def _chinese(word: str, start: int, text: str, lexicon: Lexicon) -> Token:
    """A numeral in Chinese digits; the 千 of 千瓦 belongs to the unit."""
    end = start + len(word)
    read = chinese(word) if len(word) <= _LONGEST else None
    if read is None and word[-1:] in {"千", "百"} and len(word) > 1:
        read, end = chinese(word[:-1]), end - 1
        read = read if lexicon.end(text, end) > end else None
    if read is None:
        return Token("inexact" if _vague(word) else "bad", None, start, start + len(word))
    bare = word in {"万", "亿"} or word[0] in "百千"
    return _measured(read[0], start, end, text, lexicon, read[1], bare=bare)


def _vague(word: str) -> bool:
    """Whether two digits stand side by side as in 三五 and 七八百: about so many."""
    return any(one in DIGITS and two in DIGITS for one, two in zip(word, word[1:], strict=False))


def _fraction(word: str, start: int, text: str, lexicon: Lexicon) -> Token:
    """whole 分之 part: 百分之五 is 5 %, 三分之二 is two in the unit 1/3."""
    whole, _, part = word.partition("分之")
    end = start + len(word)
    unit = {"百": "%", "千": "‰"}.get(whole) or _under(_plain(whole))
    number = _plain(part)
    if unit is None or number is None or (not number and unit[0] == "1"):
        return Token("bad", None, start, end)
    return _whole(number, unit, start, end, text)


def _plain(word: str) -> Decimal | None:
    """A numeral without a scale that joins a unit."""
    if word[:1].isdigit() and word.isascii():
        return Decimal(word) if len(word) <= _LONGEST else None
    read = chinese(word) if 0 < len(word) <= _LONGEST else None
    if read is None or read[1] not in {"", "万"}:
        return None
    return read[0] * 10**4 if read[1] else read[0]


def _under(whole: Decimal | None) -> str | None:
    return f"1/{whole:f}" if whole is not None and whole % 1 == 0 and 0 < whole < 10**5 else None


def _ratio(word: str, start: int, text: str, lexicon: Lexicon) -> Token:
    """a:b is a in the unit 1/b."""
    over, _, under = word.replace("/", ":").partition(":")
    end = start + len(word)
    unit = ":1" if under == "1" and "/" not in word else _under(_plain(under))
    if unit is None or len(over) > _LONGEST:
        return Token("bad", None, start, end)
    return _whole(Decimal(over), unit, start, end, text)


def _whole(number: Decimal, unit: str, start: int, end: int, text: str) -> Token:
    """A fraction, with 多 behind it."""
    more = text.startswith("多", end)
    return Token("figure", Figure(number, "", unit, more, bare=False), start, end + more)


def _measured(
    number: Decimal, start: int, end: int, text: str, lexicon: Lexicon, scale: str = "", *, bare: bool = False
) -> Token:
    """number [多] [scale] [多] [unit] [多 | 半], the unit being the longest known."""
    unit_end = lexicon.end(text, end)
    more = False
    if unit_end == end and end < len(text):
        found = _scaled(number, scale, end, text, lexicon)
        if found is None:
            return Token("bad", None, start, end)
        number, scale, more, end = found
        unit_end = lexicon.end(text, end)
    unit = text[end:unit_end]
    follows = text[unit_end : unit_end + 1]
    if follows and follows in "多半一二两三四五六七八九" and unit:
        number, unit, more, unit_end = _behind(number, unit, more, unit_end, text, lexicon)
    return Token("figure", Figure(number, scale, unit, more, bare), start, unit_end)


def _scaled(
    number: Decimal, scale: str, end: int, text: str, lexicon: Lexicon
) -> tuple[Decimal, str, bool, int] | None:
    """[多] [scale words] [多] behind the digits."""
    more = text[end] in "多余"
    if more:
        end += 1
    first = text[end : end + 1]
    if first and first in "十百千万亿":
        word = "万亿" if text.startswith("万亿", end) else first
        after = end + len(word)
        if not scale and first in "万亿" and not (text[after : after + 1] in _PLACES and lexicon.end(text, after) == after):
            scale, end = word, after
        else:
            tail = _TAIL.match(text, end)
            read = mixed(number, tail[0]) if tail is not None and not scale else None
            if read is None or tail is None:
                return None
            number, scale, end = *read, tail.end()
    if not more and text[end : end + 1] in {"多", "余"} and _goes_on(text, end + 1, lexicon):
        more, end = True, end + 1
    return number, scale, more, end


_PLACES: Final = frozenset(f"0123456789十百千万亿{_CN}")


def _goes_on(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a unit follows 多, or nothing that would make it the beginning of a word."""
    following = text[end : end + 1]
    return lexicon.end(text, end) > end or not following or not "一" <= following <= "鿿"


_HALVES: Final = frozenset({"年", "天", "番", "个月", "个小时", "小时", "周", "倍", "岁"})


def _behind(
    number: Decimal, unit: str, more: bool, end: int, text: str, lexicon: Lexicon
) -> tuple[Decimal, str, bool, int]:
    """What may stand behind a unit: 3倍多, 2个多月, 一年半, 两个半小时, 八成五."""
    sign, rest = text[end], text[end + 1 : end + 6]
    if unit == "个" and sign in "多半":
        joined = lexicon.end("个" + rest, 0)
        if joined > 1:
            half = Decimal("0.5") if sign == "半" else 0
            return number + half, ("个" + rest)[:joined], more or sign == "多", end + joined
    if sign == "多" and _goes_on(text, end + 1, lexicon):
        return number, unit, True, end + 1
    if sign == "半" and unit in _HALVES and number % 1 == 0:
        return number + Decimal("0.5"), unit, more, end + 1
    if unit == "成" and sign in DIGITS and (not rest or rest[0] not in _PLACES) and number < 10:
        return number + Decimal(DIGITS[sign]) / 10, unit, more, end + 1
    return number, unit, more, end


_READERS: Final[dict[str, Callable[[str, int, str, Lexicon], Token]]] = {
    "time": _time,
    "base": _base,
    "label": _label,
    "delegated": _delegated,
    "narrow": _narrow,
    "fraction": _fraction,
    "ratio": _ratio,
    "slash": _ratio,
    "digits": _digits,
    "ordinal": _ordinal,
    "inexact": _inexact,
    "formal": _chinese,
    "chinese": _chinese,
}
