"""Text made uniform, character by character, so that every position stays where it was.

Full width becomes half width, traditional characters of the vocabulary become simplified ones, white space goes; what
was removed is remembered, so that positions lead back to the text as given.
"""

import re
from bisect import bisect_right
from functools import partial
from typing import Final, NamedTuple

__all__ = ["Squeezed", "squeeze", "unbroken"]

_WIDE: Final = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
# A full-width comma may part clauses or groups of digits: the lexer has to see which it was.
del _WIDE[ord("，")], _WIDE[ord("；")], _WIDE[ord("！")], _WIDE[ord("？")]
_PAIRS: Final = (
    "萬万億亿個个點点長长達达約约於于過过兩两戶户壓压縮缩內内穩稳畝亩與与爭争確确實实現现總总計计減减產产業业會会國国縣县區区"
    "鄉乡鎮镇噸吨條条項项輛辆隻只歲岁頭头張张間间臺台幣币圓圆貨货電电韓韩標标準准雙双數数幾几餘余離离將将預预統统調调漲涨擴扩"
    "佔占額额積积處处種种類类組组對对筆笔單单塊块層层級级輪轮節节環环所所鄰邻線线盞盏頂顶槍枪臺台車车艙舱貼贴顆颗場场趟趟"
    "輕轻變变發发經经濟济費费貿贸進进資资動动勞劳務务報报較较環环較较復复躍跃邁迈檻槛階阶關关門门屆届來来後后從从為为並并"
    "歐欧鎊镑盧卢澳澳麥麦時时鐘钟週周終终鬆松萊莱裏里里里萬万衝冲爾尔積积應应當当於于優优質质參参與与農农貧贫窮穷險险護护"
    "擬拟監监測测覆覆蓋盖營营納纳稅税餘余萬万飛飞躍跃遞递續续維维僅仅屬属強强圍围際际創创遠远連连滿满繼继齊齐衛卫規规書书"
    "別别價价劃划辦办協协決决軍军號号叄叁團团圖图堅坚備备導导島岛帶带徑径態态據据擔担攝摄權权極极樣样檢检澤泽溫温遊游獻献碼码稱称簽签糧粮紅红紀纪結结給给績绩綜综緩缓聯联範范獲获補补裝装視视認认訓训許许設设證证評评課课負负貢贡購购"
    "貳贰轉转載载輸输遷迁運运還还違违適适選选鄭郑針针錢钱閉闭闖闯隊队陣阵陸陆頁页須须領领馬马廳厅傳传儲储黨党蘭兰義义眾众舉举東东臨临華华歷历鞏巩擁拥顯显診诊廠厂術术醫医學学師师員员養养構构試试驗验廣广鋼钢鐵铁"
    "〝“〞”︰:﹕:﹪%﹣-−-〇零○零³3²2µμ∶:¥￥〜~～~‐-‑-‒-∼~⁓~﹤<≦≤⩽≤﹥>≧≥⩾≥"
    # Narrow spaces and those that keep a number on one line.
    "\u00a0 \u2007 \u2008 \u2009 \u200a \u202f "
)
_TABLE: Final = {
    **_WIDE,
    **{ord(old): ord(new) for old, new in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)},
}
_CHANGED: Final = {chr(old): chr(new) for old, new in _TABLE.items() if old != new}
_OLD: Final = re.compile(f"[{re.escape(''.join(_CHANGED))}]")
# Nothing is seen of these, so they part no number.
_UNSEEN: Final = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_BLANKS: Final = rf"\s{_UNSEEN}"
_BLANK: Final = re.compile(f"[{_BLANKS}]+")
_SEEN: Final = re.compile(r"\s")
_UNUSUAL: Final = re.compile(f"[{_BLANKS}{re.escape(''.join(map(chr, _TABLE)))}]")


class Squeezed(NamedTuple):
    """Uniform text without white space, the same characters as given, and the way back.

    White space between two digits stays, as one character: it may part two numbers.
    """

    text: str
    given: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, position: int) -> int:
        """Where the character at that position stands in the text as given."""
        index = bisect_right(self.cuts, position)
        return position + (self.shifts[index - 1] if index else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as given, from the first character to behind the last."""
        if not self.cuts:
            return start, end
        first = self.origin(start)
        return first, max(first, self.origin(end - 1) + 1) if end > start else first


_squeezed: Final = partial(tuple.__new__, Squeezed)


def unbroken(text: str, given: str) -> Squeezed:
    """Uniform text and the same as given, from which nothing was removed."""
    return _squeezed((text, given, (), ()))


def squeeze(text: str, parted: str = "") -> Squeezed:
    """The text made uniform; `parted`, a character, is put where a paragraph ends without a full stop."""
    if _UNUSUAL.search(text) is None:
        return unbroken(text, text)
    given, cuts, shifts = _without_blanks(text, parted)
    return _squeezed((_uniform(given), given, cuts, shifts))


def _uniform(text: str) -> str:
    """Each character as the vocabulary has it: `str.translate` spends most of its time on those it does not know."""
    # No new character is an old one, so the order makes no difference.
    for old in set(_OLD.findall(text)):
        text = text.replace(old, _CHANGED[old])
    return text


_NUMERAL: Final = "[一二三四五六七八九十]{1,3}"
# What a numbered heading begins with; most lines do not.
_HEADS: Final = frozenset("一二三四五六七八九十第（(")
_HEADING: Final = re.compile(f"{_NUMERAL}、|[（(]{_NUMERAL}[)）]|第{_NUMERAL}[章节编篇部]")
_HEADLINE: Final = re.compile(f"(?:{_HEADING.pattern})[^，。；、]{{0,30}}")


def _ends_paragraph(text: str, start: int, end: int) -> bool:
    """Whether white space parts paragraphs: an empty line, an indent, or a numbered heading beside it."""
    gap = text[start:end]
    if "\n" not in gap:
        return False
    if gap.count("\n") > 1 or gap.endswith("\u3000\u3000"):
        return True
    line = text.rfind("\n", 0, start) + 1
    return (text[end : end + 1] in _HEADS and _HEADING.match(text, end) is not None) or (
        text[line] in _HEADS and _HEADLINE.fullmatch(text, line, start) is not None
    )


_YEAR_SO_FAR: Final = re.compile("(?<![0-9])(?:1|19|19[0-9]|2|20|20[0-9])$")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}年")


# 4 9 2 5 0 万吨: digits set one by one, as a whole text has them.
_DIGIT: Final = "[0-9０-９]"
# The digit comes before the look back at it, since a search skips to what a pattern begins with.
_SET_APART: Final = re.compile(
    f"{_DIGIT}(?<!{_DIGIT}{_DIGIT}) (?:{_DIGIT} ){{1,11}}{_DIGIT} ?[万亿萬億%％．.]"
)
_ALONE: Final = re.compile(f"(?<!{_DIGIT}){_DIGIT} {_DIGIT}(?!{_DIGIT})")


def _parts_numbers(text: str, start: int, end: int, *, apart: bool) -> bool:
    """Whether white space stands between two digits, those of a year or of a number set apart: 20 11年, 4 9 2 5 0."""
    if not (text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()):
        return False
    if _SEEN.search(text, start, end) is None:
        return False
    if apart and _ALONE.match(text, start - 1) is not None:
        return False
    begun = _YEAR_SO_FAR.search(text, max(0, start - 4), start)
    return begun is None or _YEAR.match(begun[0] + text[end : end + 4]) is None


def _without_blanks(text: str, parted: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    parts: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    size = last = 0
    apart = _SET_APART.search(text) is not None
    for match in _BLANK.finditer(text):
        start, end = match.span()
        parts.append(text[last:start])
        size += start - last
        last = end
        if parted and _ends_paragraph(text, start, end):
            parts.append(parted)
            size += 1
        elif _parts_numbers(text, start, end, apart=apart):
            # Two line breaks part more than one.
            parts.append(match[0][0] if end - start == 1 else " " if "\n" not in match[0] else "\n")
            size += 1
        cuts.append(size)
        shifts.append(last - size)
    parts.append(text[last:])
    return "".join(parts), tuple(cuts), tuple(shifts)
