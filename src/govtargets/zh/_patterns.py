"""The pattern that finds what no list of words can: times, labels, numbers, places. Data only."""

import re
from typing import Final

from govtargets.zh import _words
from govtargets.zh._limiting import DONE

__all__ = ["ASKING", "CN", "DELEGATED", "LEXEMES", "PLAIN", "TIME", "WHO"]

CN: Final = "零一二两三四五六七八九"
_YEAR: Final = (
    "(?:(?:19|20)[0-9]{2}|二零[零一二三四五][零一二三四五六七八九]|一九[零一二三四五六七八九]{2})"
)
_ANY: Final = f"(?:[0-9]{{4}}|{_YEAR})"
_TERM: Final = "(?:时期|期间|规划期间?|规划末|期?末期?|期(?=的|$))?"
_DASH: Final = "(?:—+|–|-|~|至|到)"
TIME: Final = rf"""
    {_ANY}年?{_DASH}{_ANY}(?:年(?!代)|学年)(?:末|底|间)?
  | {_ANY}年(?!代)(?:度(?!假)|
        全年 | [上下]半年 | 第?[一二三四1-4]季度 | 前[二两三]季度 | [0-9]{{1,2}}月?{_DASH}[0-9]{{1,2}}月份?
      | [0-9]{{1,2}}月(?:[0-9]{{1,2}}日|份|[底末])? | 年?[末底]前? | 以来 | 初 )?
  | [“"]?十[一二三四五六]五[”"]?{_TERM}
  | (?:[“"](?:十?[一二三四五六七八九]|十)五[”"]|十五(?=时期|期间|规划|[”"])){_TERM}
  | [0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?/[0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?(?![0-9])
  | {_YEAR}-(?:[0-9]{{1,2}}-[0-9]{{1,2}}|[0-9]{{2}})(?![0-9%])
  | {_YEAR}/{_YEAR}(?![0-9])
  | {_YEAR}/[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9])
  | [0-9]{{1,2}}月?(?:{_DASH})[0-9]{{1,2}}月(?:份|[底末])?
  | [0-9]{{1,2}}月(?:[0-9]{{1,2}}日|份|[底末])?(?:{_DASH}[0-9]{{1,2}}月[0-9]{{1,2}}日)?
  | [一二三四五六七八九十]{{1,2}}月(?:份|[一二三四五六七八九十]{{1,3}}日)?(?!度)
  | [“"]?十[一二三四五六]五[”"]?
  | (?:[0-9]{{1,2}}|[{CN}十]{{1,3}})年前(?![后三两二期])
"""
_BASE: Final = rf"""
    [比较](?:(?:[0-9]{{1,2}}|[{CN}十]{{1,3}})年前|前(?:[0-9]{{1,2}}|[{CN}十]{{1,2}})(?:年|个?月)|[上去]年同月|上年同期末?|上年同季度?|上年[末底]?|上一年|去年同期|去年[末底]?|同期|年初(?!预期|目标|计划|预算|确定|设定)|上月|上季度|上半年|前年|往年|(?:年度|年初|原)?(?:计划|预算|目标|预期)(?=[增减超提降下上多少])|一季度|前三季度|[0-9]{{1,2}}月?(?:—|-|至)[0-9]{{1,2}}月份?|[0-9]{{1,2}}月份?
      |{_YEAR}年?(?:同期|[末底])?|(?:[“"]?十[一二三四五六]?五[”"]?|[“"][一二三四五六七八九]五[”"])(?:末期?|期末|时期|期间|期)?)
"""
# 近三年, 近10年来 say since when, not how long.
_RECENT: Final = (
    f"近(?:[{CN}十]{{1,3}}|[0-9]{{1,2}}(?=年(?:以?来|间)))年(?:以?来|间)?(?!的?时间|历史)"
)
# What holds digits and is no figure.
_LABEL: Final = r"""
    (?:GDP|CPI|PPI|PMI|FDI|IPO)(?![A-Za-z])
  | https?://[!-~]*+
  | [A-Za-z][A-Za-z&]*+(?:[-_{}/.·—]{0,2}[0-9₀-₉][0-9A-Za-z_}₀-₉]*+)*+[+}]?
  | [0-9]+(?:[+×Xx*][0-9A-Za-z]+)++(?:小时|天)?
  | [0-9]{3,4}-[0-9]{7,8}(?![0-9]) | [0-9]{1,2}:[0-9]{2}(?![0-9]) | [2-6]G(?![A-Za-z])
  | [0-9]+(?:[A-Z]+级|国道|省道|县道|年代|世纪|号|学年) | [0-9]{1,3}[*Xx×]{1,3}年 | [0-9]+(?=强(?![度制化]))
  | [0-9]+(?:\.[0-9]+)?(?::[0-9]+(?:\.[0-9]+)?){2,} | [0-9]+(?:\.[0-9]+)?:[0-9]+\.[0-9]+
  | 〔[0-9]{4}〕[0-9]*号? | [‘“"][0-9一二两三四五六七八九十百千万亿]+[”"’](?!的)
"""
WHO: Final = (
    "省委省政府|省政府|市政府|国务院|党中央国务院|上级政府|上级部门|国家|中央|自治区|上级|全省|全国|"
    "省级|省|市|县|区|部|厅"
)
# What a goal that is handed down begins with.
ASKING: Final = (
    "完成",
    "达到",
    "按照",
    "按",
    "以",
    "控制在",
    "落实",
    "高于",
    "不低于",
    "优于",
    "好于",
)
DELEGATED: Final = re.compile(
    rf"""
    (?:{"|".join(ASKING)})好?(?:{WHO})级?(?:分解)?
    (?:定|下达|控|确定|规定|核定|分解下达|要求)的?(?:年度)?(?:减排|考核|总量|控制)?
    (?:目标任务|任务目标|约束性指标|约束性目标|指标任务|控制目标|目标|任务|指标|要求|标准|计划|为准)?
    (?:完成|以内|之内|内(?!资)|要求)?
""",
    re.VERBOSE,
)
# What 约 limits besides a number: 约增加3亿元, 约完成5亿元.
_ABOUT: Final = "|".join(
    sorted({word for word, (kind, _) in _words.WORDS.items() if kind in {"grow", "new"}} | DONE)
)
# Another series that is passed by a margin: 超年度目标3.2个百分点, 超全省平均2个百分点.
_SERIES: Final = (
    f"(?:{'|'.join(_words.REGIONS)}|时序|序时|年度|全年|年初|计划|预期|目标|任务|预算|进度|上年|去年)"
    "(?:增[速幅]|[^，。；、()0-9增降提减新完实建达]){0,10}"
)
# Words of one character that only count before a number.
_NARROW: Final = (
    "上(?=[百千万亿十])|(?<=[天日时钟秒周年月%元个人家项])内(?![容部外需涝])|"
    f"(?<![连晋每公毫])[增升涨减跌](?=[{_words.NUMBER}])|"
    f"[超破过近达仅](?=[{_words.NUMBER}负-])|超(?={_SERIES}[0-9])|约(?=[{_words.NUMBER}占负-]|{_ABOUT})|"
    f"达(?=每)|比[增降减](?=[{_words.NUMBER}])"
)
_KINDS: Final = {
    "time": TIME,
    "base": _BASE,
    "than": "[比较](?![重例较如差价对])",
    "label": _LABEL,
    "per": r"""每(?:[0-9]+|[一两百千万十]+)[万千百]?
      (?:常住人口|户籍人口|老年人口|人口|人|名|户|位|个|亩|公里|平方公里|辆|张|家|元
        |公斤|千克|斤|吨|平方米|立方米|分钟|小时|天)""",
    "recent": _RECENT,
    "narrow": _NARROW,
    "fraction": f"(?:[0-9]+万?|[{CN}十百千万]+)分之(?:[0-9]+(?:\\.[0-9]+)?|[{CN}十百千点]+)?",
    "ratio": r"[0-9]+(?:\.[0-9]+)?:[0-9]+(?![0-9.])",
    "slash": r"[0-9]+(?:\.[0-9]+)?/[0-9]{1,9}万?(?![0-9/万亿千百])",
    "digits": r"[0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+|，[0-9]{3}(?![0-9]))*",
    "ordinal": rf"(?:第|(?<![底末日月天目])前)(?:[0-9]+(?:\.[0-9]+)?|[{CN}十百]+)(?:位次|位|名)?",
    # 十分重要, but 十分之一
    "very": "十分(?!之|钟)",
    "inexact": f"[{CN}]?[十百]?[几数][十百千万亿]+|[{CN}]?十几[万亿]?|几(?=[^何乎时])",
    "formal": "[壹贰叁肆伍陆柒捌玖][拾佰仟万亿][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*",
    "chinese": f"[{CN}十百千万亿半廿卅]+(?:点[{CN}]+[万亿]*)?",
    "quote": '[“"‘]',
}


_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# What the first character leaves possible, in this order.
_POSSIBLE: Final = {
    "0123456789": ("time", "label", "fraction", "ratio", "slash", "digits"),
    f"{CN}十百千万亿半廿卅": ("time", "fraction", "very", "inexact", "chinese"),
    "上超破过达仅约内增升涨减跌": ("narrow",),
    "近": ("recent", "narrow"),
    "比较": ("narrow", "base", "than"),
    "每": ("per",),
    "第前": ("ordinal",),
    "几数": ("inexact",),
    "壹贰叁肆伍陆柒捌玖": ("formal",),
    f"〔{_LETTERS}": ("label",),
    '"‘“': ("time", "label", "quote"),
}
LEXEMES: Final = {
    first: re.compile("|".join(f"(?P<{kind}>{_KINDS[kind]})" for kind in kinds), re.VERBOSE)
    for characters, kinds in _POSSIBLE.items()
    for first in characters
}
# The quick way: digits behind which nothing can make them anything but a number.
# Its first digit is behind it.
PLAIN: Final = (
    r"(?<=[0-9])[0-9]{0,19}+(?:\.[0-9]{1,20}+)?+"
    r"(?![0-9.,，:/×Xx*+ \n年月日国省县强世周届学号分A-Z—–~至到-]|万分之)"
)
