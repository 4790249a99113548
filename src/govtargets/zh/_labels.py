"""What looks like a figure in running text and is a name, a span of time or an article."""

import re
from typing import Final

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.goals import Qualitative, Relative
from govtargets.zh._counts import counted, held
from govtargets.zh._cut import is_cut
from govtargets.zh._scales import COUNTED, is_amount
from govtargets.zh._scan import Scan, reads_on
from govtargets.zh.reading import Reading
from govtargets.zh.tokens import Figure, Token

__all__ = ["is_figure"]

_OPENING: Final = frozenset('“‘"「『《')
_CLOSING: Final = frozenset('”’"」』》')
_CIRCLE: Final = re.compile("[一-鿿]{0,8}圈")
_CHINESE: Final = frozenset("一二两三四五六七八九十")
_SINGLE: Final = re.compile("[一二两三四五六七八九十]")
# What numbers rather than counts: 二十届, 二期.
_ORDINAL: Final = frozenset({"届", "期", "级", "号"})
_SCALES: Final = frozenset("百千万亿")
_PLACES: Final = frozenset({"ordinal", "front"})
# What a document is called after: “60条”.
_PARAGRAPHS: Final = frozenset({"条", "项"})
_TITLE: Final = re.compile('[“‘"「『《][^“”‘’"，。]*$')
# “16个贫困县摘帽、18个贫困村出列、全部脱贫”: too long to be a name
_CLAUSE: Final = re.compile('[^“”‘’"》」』]{12}')
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
# 24小时值守, 8小时工作制, 2.5天周末
_WORKED: Final = frozenset({"小时", "天"})
_WATCH: Final = re.compile(
    "(?:不间断|全天候)?(?:值[守班]|在岗|待命|营业|自助|热线|接单|在线|监控|监测|巡[查护逻]|工作制|周末|小长假|弹性)"
)
_BASIS: Final = re.compile("以[^，。；、]{1,14}为$")
_DRUG: Final = re.compile("[^，。；、0-9]{0,6}药")  # 1类靶向创新药
# 2023、2024两年, 2016—2018连续三年
_BY_YEARS: Final = re.compile(
    "(?:19|20)[0-9]{2}[—–~-](?:19|20)[0-9]{2}连续|(?:19|20|一九|二零)[0-9一二三四五六七八九零]{2}[、和与](?:19|20|一九|二零)"
)
# “双过万”, “三个80%”, “千项万亿”
_SLOGAN: Final = re.compile('[“‘"](?:[双两三四五六七八九十0-9]{1,2}个?|[十百千万亿][一-鿿]{1,2})$')
_LONGEST: Final = 16
# How another series is called where no number follows.
_SERIES: Final = re.compile(
    "(?:增长|增速|增幅|涨幅|增加|平均|水平|发展|收入|GDP|价格|指标|投资|消费|总值|税收|能力|同期)$"
)
# Verbs of how much, not of how many.
_DEGREES: Final = frozenset(
    {"提高", "提升", "降低", "下降", "缩短", "延长", "扩大", "缩小", "上调", "下调", "收窄"}
)
# What has a measure of its own: 减少320家企业负担.
_MEASURED: Final = re.compile(
    "[一-鿿]{1,12}?(?:负担|成本|费用|支出|收入|时限|标准|水平|质量|能力|待遇)(?![一-鿿])"
)


def is_figure(scan: Scan, at: int, reading: Reading) -> bool:
    """Whether the expression at the token states something."""
    value = reading.value
    first = scan.tokens[at]
    if isinstance(value, Qualitative):
        return first.kind in {"hold", "fill", "rank", "region"}
    if isinstance(value, Relative):
        said = value.margin or value.region or value.period
        return said is not None or _SERIES.search(str(value.reference)) is not None
    if not isinstance(value, Bounds):
        return True
    if first.kind in _PLACES:
        return scan.text[first.end - 1] in "位名次"
    return not _slogan(scan, first) and _is_stated(scan, at, reading, value)


def _is_stated(scan: Scan, at: int, reading: Reading, value: Bounds) -> bool:
    """Whether the number or the place states something."""
    figure = scan.tokens[scan.stated_at]
    if not isinstance(figure.value, Figure):
        placed = scan.tokens[at].kind == "region" or scan.tokens[scan.at - 1].kind in _PLACES
        return not placed or _ends(scan)
    if (not scan.verb and _undirected(scan, at, value)) or _anothers(scan, at, value):
        return False
    if _period(scan, figure.value, value.comparator):
        return False
    return _is_number(scan, at, figure, figure.value) and (
        value.comparator is not Comparator.EXACT
        or reading.stretch is not None
        or reading.baseline is not None
        or _bare(scan, at, figure.value, scan.text[figure.start : figure.end])
    )


def _slogan(scan: Scan, first: Token) -> bool:
    """“双过万”, “三个80%”"""
    end = scan.tokens[scan.at - 1].end
    if scan.text[end : end + 1] not in _CLOSING:
        return False
    return _SLOGAN.search(scan.text, max(0, first.start - 4), first.start) is not None


_JOINED: Final = frozenset({"comma", "with"})
# A list has fewer tokens; adversarial repetition stays linear.
_MOST: Final = 40


def _joins(scan: Scan, at: int) -> bool:
    """Whether the token joins what follows to a figure."""
    return scan.tokens[at].kind in _JOINED and scan.tokens[at - 1].kind == "figure"


def _undirected(scan: Scan, at: int, value: Bounds) -> bool:
    """改善5%: nothing says whether it rises or falls."""
    at -= at > 0 and scan.tokens[at - 1].kind == "fill"
    least = at - _MOST
    while at > max(1, least) and _joins(scan, at - 1):
        at -= 2
    return at > 0 and scan.tokens[at - 1].kind == "unsigned" and value.kind.group == "ratio"


def _period(scan: Scan, figure: Figure, comparator: Comparator | None) -> bool:
    """5年内, 20余年来, 近5年新高, 近3年提升21个百分点: a time, no amount of it."""
    if figure.unit != "年":
        return False
    last = scan.tokens[scan.at - 1]
    if comparator is Comparator.SOME_MORE:
        return _SINCE.match(scan.text, last.end) is not None
    if comparator is Comparator.NEARLY:
        return reads_on(scan) or scan.tokens[scan.at].kind in _RISING or _opens(scan)
    return comparator is Comparator.AT_MOST and scan.text[last.start : last.end] == "内"


def _opens(scan: Scan) -> bool:
    """Whether a clause begins and ends with it: 近10年，全市…."""
    comma = scan.tokens[scan.at].kind == "comma"
    return comma and scan.tokens[scan.stated_at - 2].kind in {"comma", "stop", "end"}


_SINCE: Final = re.compile("以?来|间|里")
_RISING: Final = frozenset({"grow", "span", "reach", "noun", "before"})


def _anothers(scan: Scan, at: int, value: Bounds) -> bool:
    """提升46万农村人口供水水平, 降低320家企业用电成本: the verb does not change the number."""
    if not scan.verb or not reads_on(scan):
        return False
    if value.kind.group not in COUNTED:
        return value.kind.id == "pure" or scan.text.startswith(
            "减半", scan.tokens[scan.stated_at].start
        )
    said = {scan.text[one.start : one.end] for one in scan.tokens[at : scan.stated_at]}
    behind = _MEASURED.match(scan.text, scan.tokens[scan.at].start)
    return behind is not None or not said.isdisjoint(_DEGREES)


def _is_number(scan: Scan, at: int, token: Token, figure: Figure) -> bool:
    """Whether the number counts something and is in no name."""
    if is_cut(scan, at, token, figure):
        return False
    if figure.unit == "期" and held(scan, token):
        return True
    if figure.unit in _ORDINAL and scan.text[token.start] in _CHINESE:
        return False
    if _step(scan, token, figure) or _classes(scan, token):
        return False
    if not figure.unit and _BY_YEARS.match(scan.text, token.start) is not None:
        return False
    if _KIND_OF.match(scan.text, token.end - len(figure.unit)) is not None:
        return False
    return token is not scan.tokens[at] or not _named(scan, token, figure)


_KIND_OF: Final = re.compile("年一遇|[人天日年]制(?![造度定作成止品约])")  # 50年一遇, 3人制篮球


def _classes(scan: Scan, token: Token) -> bool:
    """Whether a class is named after what its members reach: 万亿城市, 迈入千亿县; 超百亿企业 says how much."""
    entered = scan.before is None or scan.text.endswith("入", 0, token.start)
    return entered and _CLASS.match(scan.text, token.start) is not None


_CLASS: Final = re.compile(
    "[百千万]{1,2}亿元?(?:城市(?!人口)|县|市(?!场)|区(?!域)|镇|俱乐部|企业|产业(?!投资|基金)|园区|集群|板块)"
)


def _step(scan: Scan, token: Token, figure: Figure) -> bool:
    """Whether it is of 两个千亿, 两个万亿元台阶 or 五个“千亿”, which count steps: neither 两个 nor 千亿 is a figure."""
    at = scan.stated_at
    before = scan.tokens[at - 1]
    if scan.text[token.start] in _SCALES and isinstance(before.value, Figure):
        return before.value.unit == "个" and _steps(scan, at - 1)
    if scan.tokens[at + 1].kind == "step":  # 跨上一个新台阶
        return figure.unit == "个"
    return figure.unit == "个" and _steps(scan, at)


def _steps(scan: Scan, at: int) -> bool:
    """Whether what follows 个 is a scale word alone, or an amount that is passed so many times."""
    behind = scan.tokens[at + 1]
    passed = scan.tokens[at - 1].kind == "before" or scan.tokens[at + 2].kind == "step"
    if behind.kind == "label":
        return passed and scan.text[behind.start + 1 : behind.start + 2] in _SCALES
    if not isinstance(behind.value, Figure) or scan.text[behind.start] not in _SCALES:
        return False
    return not behind.value.unit or (passed and not behind.value.unit.endswith("级"))


def _named(scan: Scan, token: Token, figure: Figure) -> bool:
    """Whether the number belongs to a name: 二级以上, 连续三年, “15分钟便民生活圈”, 15分钟服务圈."""
    if figure.unit in _ORDINAL:
        return not figure.scale
    if figure.unit == "类" and (figure.number % 1 or _DRUG.match(scan.text, token.end)):
        return True
    behind = scan.tokens[scan.at - 1].end
    # 20人以上（含20人） says one number.
    aside = scan.text.endswith("(含", 0, token.start) and scan.text.startswith(")", behind)
    if aside or scan.text.endswith("连续", 0, token.start):
        return True
    if figure.unit in _PARAGRAPHS and scan.text[behind : behind + 1] in _CLOSING:
        return _TITLE.search(scan.text, max(0, token.start - _LONGEST), token.start) is not None
    if token.start and scan.text[token.start - 1] in _OPENING:
        if _CLAUSE.match(scan.text, behind) is not None:
            return False
        closed = scan.text[behind : behind + 1] in _CLOSING
        return not closed or figure.unit in _PARAGRAPHS
    if figure.unit in _WORKED and _WATCH.match(scan.text, token.end) is not None:
        return True
    return figure.unit in {"分钟", "小时"} and _CIRCLE.match(scan.text, behind) is not None


def _ends(scan: Scan) -> bool:
    """Whether nothing goes on behind, as 家 does behind 全省第一."""
    if scan.text[scan.tokens[scan.at - 1].end - 1] in "位名":
        return True
    return not reads_on(scan)


def _is_basis(scan: Scan) -> bool:
    """Whether it is what an index counts from: 以2020年为100."""
    start = scan.tokens[scan.stated_at].start
    return _BASIS.search(scan.text, max(0, start - _LONGEST), start) is not None


def _bare(scan: Scan, at: int, figure: Figure, words: str) -> bool:
    """A number stated exactly: enough of a unit or of words around it."""
    prefixed = scan.stated_at > at
    if not figure.unit and not figure.scale:
        named = words[0] in _CHINESE and reads_on(scan)  # 确保六十九中竣工
        named = named or (words == "100" and _is_basis(scan))
        if named or _SINGLE.fullmatch(words) or _YEAR.fullmatch(words):  # 预计，五莲县, 延长到2030
            return False
        return prefixed and scan.tokens[at].kind not in {"fill", "is", "base"}
    if figure.bare:
        return is_amount(scan, at, figure)
    if _dated(figure, words):
        return prefixed and scan.tokens[at].kind not in {"fill", "is", "base"}
    if words == "一年" and scan.tokens[at].kind == "span":  # 平均一年
        return False
    if figure.unit in {"年", "周年"} and scan.tokens[at].kind != "reach":
        return prefixed or _lasts(scan, at, figure)
    if _SINGLE.match(words) is not None and words[1:] == figure.unit:
        # 初步预计，五台县: no word for a number stands right before it.
        told = prefixed and scan.tokens[scan.stated_at - 1].kind != "comma"
        return told or counted(scan, at, words)
    return True


def _dated(figure: Figure, words: str) -> bool:
    """Whether it may as well be a day of the month, or the number of a road: 29日, 214线."""
    if figure.unit == "日":
        return figure.number in _DAYS and not figure.scale
    return figure.unit == "线" and words[:3].isdigit()


_DAYS: Final = range(1, 32)


# What lasts so many years: 学制5年 states something, 用5年时间 does not.
_LASTING: Final = re.compile("(?:年限|期限|期|学制|寿命|[工任]期|时长|连续工作|教育)为?$")


def _lasts(scan: Scan, at: int, figure: Figure) -> bool:
    start = scan.tokens[at].start
    return (
        figure.number % 1 != 0 or _LASTING.search(scan.text, max(0, start - 5), start) is not None
    )
