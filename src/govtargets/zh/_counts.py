"""What a numeral with a counter counts: 三座 and 两家 count things, 三个方面 and 二期 do not."""

import re
from typing import Final

from govtargets.zh._scan import Scan
from govtargets.zh.tokens import Token

__all__ = ["counted", "held"]

_OPENING: Final = frozenset('“‘"「『《')
_MAKING: Final = re.compile(
    "(?:新增|新建|建成|完成|创建|引进|培育|获批|获|认定|投产|开工|落地|增加|减少|改造|新开工|关闭|取缔|整合|成立|组建|荣获|入选|实施|"
    "竣工|投用|启用|投入|建设|拥有|共有|设立|命名|举办|开办|承办|举行|签约|落户|上市|退出|关停|发放|争取|达到|达|为)"
    # 建成三个园区、五条道路
    "(?:[0-9一二两三四五六七八九十百]+[一-鿿]{1,12}[、和及])?$"
)


def counted(scan: Scan, at: int, words: str) -> bool:
    """三座 counts where a verb makes them or nothing follows; 一个 is an article."""
    start = scan.tokens[at].start
    making = _MAKING.search(scan.text, max(0, start - _REACH), start) is not None
    if words[0] == "一":
        made = words[1] in _CONCRETE and _MADE.search(scan.text, max(0, start - _REACH), start)
        return (making or bool(made)) and not _goes_on(scan)
    if (start and scan.text[start - 1] in _OPENING) or words[1:] in _NAMING:
        return False
    concrete = words[1:] in _CONCRETE or _PLACES_COUNTED.match(scan.text, start) is not None
    behind = scan.tokens[scan.at]
    named = scan.text.startswith(("县", "山"), behind.start)  # 五台县, 五台山
    concrete = concrete and behind.kind != "figure" and not named
    return making or concrete or (start > 0 and not _goes_on(scan))


def held(scan: Scan, token: Token) -> bool:
    """Whether 期 counts what was held or issued, 举办培训班52期, and numbers no stage as in 二期工程."""
    start = token.start
    if scan.text[start] in "一二":
        return False
    return (
        _HOLDING.search(scan.text, max(0, start - _REACH), start) is not None
        and _STAGE.match(scan.text, token.end) is None
    )


_HOLDING: Final = re.compile(
    "(?:举办|开办|开设|开展|承办|举行|编发|编印|印发|刊发|刊登|播出|播放|制作|录制|出版|发行)[一-鿿“”、]{0,12}$"
)
_STAGE: Final = re.compile("[一-鿿]{0,6}?(?:工程|项目|建设|改造|扩建|技改|厂房|叠加)")
# 新建大楼一幢
_MADE: Final = re.compile(
    "(?:新增|新建|改建|扩建|建成|修建|建设|购置|引进|新开|成立|设立|开办|捐建)[一-鿿]{1,8}$"
)
# Parts of a city that a name counts: 三区三州.
_NAMING: Final = frozenset("区州")
_REACH: Final = 28
# What counts things and never aspects, principles or steps: 两家企业, but not 三个方面.
_CONCRETE: Final = frozenset("家所座辆台艘栋幢户名宗套间处")
_PLACES_COUNTED: Final = re.compile(
    "[两三四五六七八九十]个(?:国家级|省级|市级|县级|区级|县(?!域)|市(?!场)|区(?!域)|乡(?!村)|镇|村|社区|街道|园区|开发区|新区|项目|企业|景区|车间|基地"
    "|(?:深度贫困|贫困|行政|自然|民族|边境|建制|示范|试点|特色|重点|中心)[县市区乡镇村](?![场域])"
    "|(?!方面|层面|阶段|环节)[一-鿿]{1,10}?(?:方案|条例|办法|预案|文件)(?![中里内]))"
)


def _goes_on(scan: Scan) -> bool:
    token = scan.tokens[scan.at]
    return token.kind not in {"comma", "stop", "end", "with"}
