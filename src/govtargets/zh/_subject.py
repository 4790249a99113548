"""What a figure is about: the words in front of it, those behind it, or the subject before."""

import re
from typing import Final

from govtargets.zh._prefix import SIDES
from govtargets.zh._scan import Scan

__all__ = ["subject", "subjects"]

_BREAK: Final = re.compile(r"[，,。：:；（）()！？\[\]【】\t]")
# 固定资产投资（不含农户）
_ASIDE: Final = re.compile("[(（][^()（）]{1,20}[)）]$")
_CLOSING: Final = (")", "）", "\n")
_YEARS: Final = (
    "(?:到|至|截至|在|自)?(?:20|19)[0-9]{2}年"
    "(?:末|底|度|全年|上半年|下半年|[0-9]{1,2}月(?:[0-9]{1,2}日)?底?|[一二三四]季度)?"
)
_OPENERS: Final = (
    "去年 今年 明年 全年 上年 [一二三四]季度 上半年 前三季度 [0-9]{1,2}(?:—|-|至)?[0-9]*月份? 五年[来前]? "
    "“?十[一二三四五]?五”?(?:时期|期间|末) 工作中 目前 其中 同时 预计 力争 确保 努力 争取 必须 计划 累计 年内 每年 "
    "以上 以下 的 是 使 把 对 将 要 并 且 和 与 及 、 “ ” 实现 完成 接待 储备 兑现 发放 建成 新建 改造 新改造 "
    "新开工 新招引的? 招引 引进 培育 创建 拆除 购置 分配 拨付 更新 打通 整治 修复 栽植 惠及 解决 交付 筛选 给予 "
    "培训 建设 重点 支持 推进 实施 新增 淘汰 全部 全面 加快 开展 落地 签约 发行 新引进 安排 投入 分别 达到 均 共 已 "
    "同比 环比 基本建成 率先 受理 办成 化解 整合 落实 优化 全市实现"
)
_CLOSERS: Final = (
    "分别 均 已 将 要 预计 累计 占 力争 确保 的 是 约 、 和 与 “ ” 预期目标 目标 控制 五年 比上年 提前 成功 "
    "全部 合计 完成 实现 (?<![高初集])中 巩固提升 提升 提高 降低 减少 增加 缩短 延长 扩大 缩小"
)
# Times, verbs and particles in front of a name, and what may stand behind it.
_TIME: Final = re.compile(f"(?:{_YEARS}|{'|'.join(_OPENERS.split())})+")
_TAIL: Final = re.compile(f"(?:{'|'.join(_CLOSERS.split())})+$")
# What such words end with: most names do not, and need no search. A line break may be the last.
_CLOSES: Final = frozenset({word[-1] for word in _CLOSERS.split()} | {"\n"})
_AFTER: Final = re.compile("(?![和与及])(?:[一-鿿A-Za-z]|(?<=[A-Za-z])[0-9]){1,14}")
_VERBS: Final = re.compile(
    "实现|建成|完成|喝上|搬进|设立|投产|通过|开展|提供|得到|达到|全部|办理|实行|纳入|用于|进行|实施|的|以上|"
    "以下|分别"
)
_NAMES: Final = re.compile("[、和与及]|以及")


def subject(scan: Scan, behind: int, at: int, end: int, last: str | None) -> str | None:
    """The words that name the thing; `behind` is where the figure before ended."""
    start = scan.tokens[at].start
    words = _clean(scan.given(max(behind, start - _BEFORE), start))
    if words and (last is None or _WHOLE.fullmatch(words) is None):
        return words
    following = _following(scan.given(end, end + _REACH))
    fresh = behind == 0 or _BREAK.search(scan.given(max(behind, start - _BEFORE), start)) is None
    if following and (last is None or not fresh or scan.text[end : end + 1] == "的"):
        return following
    return last or following or None


# 完成98亿元，为预算的102%: still about what was completed.
_WHOLE: Final = re.compile(
    "(?:为|占|完成)?(?:年度|全年|年初|调整|省定|下达)*(?:预算|目标|任务|计划)"
)
_REACH: Final = 16
# How far back a name may begin: adversarial text stays linear.
_BEFORE: Final = 80


def _clean(words: str) -> str:
    """The last part of the words, without times, verbs and particles around it."""
    if words.endswith(_CLOSING):
        words = _ASIDE.sub("", words)
    part = _BREAK.split(words)[-1].strip("、 ")
    time = _TIME.match(part)
    if time is not None:
        part = part[time.end() :]
    if part[-1:] in _CLOSES:
        part = _TAIL.sub("", part)
    # “专精特新”企业 keeps both of its marks.
    opened, closed = part.count("“"), part.count("”")
    return "“" * (closed > opened) + part + "”" * (opened > closed)


def _following(words: str) -> str:
    """The noun behind a figure: 90%以上的行政村."""
    match = _AFTER.match(words.removeprefix("的"))
    if match is None:
        return ""
    return _VERBS.split(match[0])[0]


_COMPARED: Final = re.compile("[比较][^比较，]{2,30}$")
# 甲、乙、丙三县
_COUNT: Final = re.compile("(?:[两三四五六七八九十]|[0-9]{1,2})[个省市县区州镇乡村家项类地]+$")


def subjects(
    scan: Scan, place: tuple[int, int], noun: str, count: int, said: list[str | None]
) -> list[str | None]:
    """The names before 分别, one for each figure where they are as many; else those just spoken of."""
    behind, end = place
    words = scan.given(max(behind, end - 2 * _BEFORE), end)
    if noun in SIDES:  # 比全国、全省分别高1.3和0.8个百分点
        words, noun = _COMPARED.sub("", words), ""
    words, noun = _clean(words), _clean(noun)
    names = [f"{name}{noun}" for name in _NAMES.split(_COUNT.sub("", words)) if name]
    if len(names) == count:
        return list(names)
    if not words and len(said) > count:
        return said[-count:]
    return [noun or words or said[-1]] * count
