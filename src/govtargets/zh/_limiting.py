"""The words that limit a number, before and behind it, as comparators. Data only."""

from typing import Final

from govtargets.comparator import Comparator

__all__ = ["ADVERBS", "AFTER", "BEFORE", "DONE"]

# A negation turns 超过 into at most and 低于 into at least: 不得突破, 未超过, 从未低于.
_NOT: Final = (
    "不 未 没 没有 从未 从不 未曾 未能 未有 不得 不能 不会 不应 不宜 不要 不准 不可 不许 不再 不至 不必 不允许 "
    "严禁 禁止 避免 防止 杜绝"
)
_PASSES: Final = "超过 突破 超 超出 高于 多于 大于 高出"
_FALLS_SHORT: Final = "低于 少于 小于"
_NOT_REACHED: Final = "未达 未达到 没有达到 没达到 未能达到 未达成"


def _negated(verbs: str) -> str:
    return " ".join(word + verb for word in _NOT.split() for verb in verbs.split())


_OR_MORE: Final = " ".join(
    reached + joint + passed
    for reached in ("达到", "等于")
    for joint in ("或", "或者", "和", "并")
    for passed in ("超过", "高于", "大于", "突破")
)
BEFORE: Final = {
    Comparator.AT_LEAST: (
        "至少 至少有 至少要有 至少在 至少为 最少 最少有 ≥ 迈上 站上 登上 跨上 踏上 跃上 冲上 攀上 "
        "应不低于 应不少于 不下 不下于 大于等于 大于或等于 高于或等于 高于等于 "
        f"{_negated(_FALLS_SHORT)} {_OR_MORE}"
    ),
    Comparator.ABOVE: (
        "超过 突破 逾 高于 多于 超出 跨越 迈过 跨过 大于 > 高出 首超 首次突破 首次超过 "
        "突破了 超过了 再次突破 再次超过 已突破 均超过 均突破 已超 "
        "已超过 跨入 迈入 越过 冲破 不止 不只 超过有"
    ),
    Comparator.BELOW: f"低于 少于 不足 不到 小于 < 不满 未满 不及 {_NOT_REACHED}",
    Comparator.AT_MOST: (
        "至多 最多 ≤ 最多不超过 最多有 应不超过 应不高于 小于等于 小于或等于 低于或等于 低于等于 "
        f"等于或小于 等于或低于 {_negated(_PASSES)}"
    ),
    Comparator.ABOUT: "大约 约为 大概 约达 约合 ≈ 大致 约有 约需 约在 约达到 大约有 大约需",
    Comparator.NEARLY: "接近 将近 近乎 逼近 直逼 接近于 接近达到",
}
AFTER: Final = {
    Comparator.AT_LEAST: "以上 及以上 或以上 (含)以上 之上 起步 或更高 或更多",
    Comparator.AT_MOST: "以内 之内 以下 及以下 或以下 (含)以下 (含)以内 或更低 或更少",
    Comparator.ABOUT: "左右 上下",
    Comparator.SOME_MORE: "出头 有余 开外",
}
# What may stand before the verb of the number as well: 至少增长5%, 约增加3亿元.
ADVERBS: Final = frozenset({"至少", "最少", "至多", "最多", "约", "大约", "大概"})
# Verbs between them and the number that say only that something was done: 至少建成3所, 约完成5亿元.
_DONE: Final = (
    "完成 建成 新建 建设 改造 实施 培育 引进 招引 打造 创建 争创 签约 落地 储备 开工 投产 举办 开展 组织 安排 解决 "
    "配备 设立 增设 拥有 投入 覆盖 培训 发展 种植 认定 推出 开通 选派 整治 修复 生产 入库 形成 保留 设置 获得 需要 "
    "建 办 设 开 派 有 需"
)
DONE: Final = frozenset(_DONE.split())
