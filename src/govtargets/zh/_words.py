"""The words that surround figures, and what each of them means to the grammar. Data only.

A kind is what the grammar calls a token; the other part is what it carries.
"""

from typing import Final

from govtargets.comparator import Comparator
from govtargets.goals import Relation
from govtargets.vocabulary import Commitment, Status
from govtargets.writing import QUALITATIVE
from govtargets.zh._limiting import AFTER, BEFORE

__all__ = ["KINDS", "NUMBER", "REGIONS", "WORDS"]

# What may begin a number, as a class of characters.
NUMBER: Final = "0-9一二两三四五六七八九十百千万亿零半壹贰叁肆伍陆柒捌玖"

_RISES: Final = (
    "调高 偏多 偏高 爬升 "
    "增长 增加 提高 提升 上升 上涨 加快 扩大 递增 净增 净增加 净增长 上调 前移 前进 上移 多增加 多增 增多 攀升 升高 "
    "延长 上浮 跃升 增收 增支 增产 多收 多支 超收 "
    "回升 猛增 激增 剧增 陡增 大增 走高 扩增 涨价 提价"
)
_FALLS: Final = (
    "调低 偏少 偏低 缩水 减缓 "
    "下降 降低 减少 压减 压缩 缩短 缩小 收窄 回落 放缓 下调 压降 下跌 净减少 净减 后移 后退 下移 少增加 少增 "
    "下滑 递减 负增长 "
    "削减 控减 减轻 下浮 调减 少减 减收 减支 减产 少收 少支 短收 精简 精减 降 "
    "缩减 锐减 骤降 骤减 大降 走低 缩窄 降价"
)
# Verbs that a goal word may follow: 提高到, 压缩至, 整合为.
_STEMS: Final = (
    "增加 提高 提升 上升 上涨 扩大 增长 攀升 跃升 上调 延长 延伸 扩展 拓展 发展 恢复 集中 增 "
    "升 涨 扩 扩充 增至 "
    "下降 降低 减少 压减 压缩 缩短 缩小 收窄 回落 下调 压降 下跌 下滑 降 减 缩 精简 整合 "
    "调整 优化 改善 合并 放缓 加快 控制 "
    "缩减 精减 回升 猛增 激增 剧增 锐减 骤降 骤减 缩窄 走高 走低 扩增 递增 递减 调高 "
    "提速 提标 削减 增强 壮大 拉长 推进 改造 升格 前移 后移"
)
_REACHES: Final = (
    "达到 达到了 达成 高达 多达 已达 已达到 可达 可达到 将达 将达到 仅为 仅有 只有 共 共计 "
    "合计 总计 总共 提至 调至 调增至 调增到 调减至 调减到 压至 拉升至 抬升至 抬升到 上浮至 上浮到 下浮至 下浮到 "
    "为 实达 均达到 共有 到达"
)
# Words that change nothing; the first ones begin a figure in running text.
_FILLERS: Final = "均 将 实现"
_INNER_FILLERS: Final = "要 已 打 首次 再次 全部 了 再 进一步 大幅 仍 每年 大体 普遍 只 就 双双"
_HOLDS: Final = (
    "稳定在 保持在 维持在 保持 稳定 维持 稳定到 稳控在 巩固在 稳住 处于 运行在 "
    "继续保持 持续保持 继续保持在 持续保持在 持续稳定在 继续稳定在 定在 设定在 确定在"
)

# Against another series; the first ones with a number too.
_AGAINST: Final = {
    Relation.ABOVE: "快于 好于 优于 略高于 略快于 跑赢 明显高于 明显快于 明显好于 领先 领先于 领跑 强于",
    Relation.BELOW: "慢于 略低于 差于 明显低于",
    Relation.AT_LEAST: "不慢于 不差于",
    Relation.AT_MOST: "不快于",
}
_COMMITMENTS: Final = {
    Commitment.MUST: "必须 务必 务必要",
    Commitment.ENSURE: "确保 保证 力保",
    Commitment.STRIVE: "力争 冲刺 力争实现 力争完成 力求",
    Commitment.SEEK: "争取",
    Commitment.ENDEAVOUR: "努力",
}
_STATUSES: Final = {
    Status.FORECAST: "预计 初步预计 初步预测 预测 有望 预计将 预计可",
    Status.ESTIMATED: "估计 预估 初步估计 初步估算 估算",
    Status.PRELIMINARY: "初步核算 初步统计 快报 统计快报 快报数 初步核算数 据初步核算 据初步统计 经初步核算 初步核实",
    Status.FINAL: "最终核实 最终核算 经最终核实",
    Status.REVISED: "修订 修订后 经修订 修订为",
}
_PRICES: Final = {
    "不变价": (
        "按不变价计算 按不变价格计算 按不变价 按不变价格 不变价 不变价格 扣除价格因素 "
        "扣除价格因素实际 实际 扣除价格因素后 扣除价格因素影响 扣除价格因素影响后 扣除物价因素 扣除物价因素后 "
        "剔除价格因素 剔除价格因素后 剔除价格因素影响 剔除价格因素影响后 剔除物价因素 剔除物价因素后 "
        "扣除物价上涨因素 扣除物价上涨因素后 扣除价格上涨因素 扣除价格上涨因素后"
    ),
    "可比价": "按可比价计算 按可比价格计算 按可比价 按可比价格 可比价 可比价格",
    "现价": "按现价计算 按现行价格计算 按当年价格计算 按现价 现价 名义 按当年价 当年价",
}
_BASES: Final = {
    "同比": "同比",
    "环比": "环比",
    "同口径": "同口径 按同口径 同口径同比 按同口径计算",
    "可比口径": "按可比口径 可比口径 按可比口径计算",
    "可比": "可比",
}
_SCOPES: Final = (
    "月人均 年人均 人均 日均 月均 户均 亩均 每人每月 每人每年 每人每天 每月 每天 每日 每户 每亩 每人 每周 "
    "每学年 每生每年 每千人口 "
    "每万人口 每十万人口 每百万人口 每千人 每万人 每百户 每千户 每千常住人口 每万常住人口 "
    "每十万人 每村 每次 "
    "每平方公里 每百人 每户每年 每亩每年 每季度 每小时 每分钟 每台 每辆 每吨 每个 每家 每名 "
    "校均 村均 每立方米 每平方米 每公顷 每升 每公斤 每千克"
)
_REGIONS: Final = (
    "全国 全省 全市 全县 全区 全州 全球 世界 全自治区 全盟 全旗 本省 本市 我省 我市 东部 中部 "
    "西部 全行业 全球城市 中部地区 中部六省 东部地区 西部地区 东北地区 全疆 全地区 全流域 "
    "全系统 同类城市 中西部 中西部地区 "
    "长三角 全院 郑州都市圈 同期全国 同期全省 沿海"
)
REGIONS: Final = tuple(_REGIONS.split())
_RANKS: Final = (
    "居 位居 位列 列 排名 排 稳居 跃居 名列 并列 位次 居于 排在 位居于 跻身 进入 稳列 "
    "稳定在 位次居 均居 均列 "
    "挺进 迈入 闯入 均位居 排位 升至 升到 跃升至 跃升到 上升至 上升到 提升至 提升到 前移至 "
    "前移到 晋升至 下滑至 下降至 "
    "降至 跃至 继续居 连续居 保持 继续保持 综合排名 稳定居 冲进 重返 成功进入 跃上 退至"
)
# 下降幅度 is a noun as 降幅 is.
_MEASURES: Final = ("幅度", "的幅度")
WORDS: Final[dict[str, tuple[str, object]]] = {}


def _add(kind: str, words: str, payload: object) -> None:
    for word in words.split():
        WORDS[word] = (kind, payload)


_add("words", " ".join(sorted(QUALITATIVE)), None)
_add("fill", _FILLERS, "begins")
_add("fill", _INNER_FILLERS, None)
_add("scope", _SCOPES, None)
_add("rank", _RANKS, None)
_add("grow", _RISES, 1)
_add("grow", _FALLS, -1)
_add("reach", _REACHES, None)
_add("reach", " ".join(stem + end for stem in _STEMS.split() for end in ("到", "至", "为")), None)
_add("hold", _HOLDS, None)
_add("hold", "控制在 控制 控制到 控制为 压控在 管控在", "cap")
for _comparator, _text in BEFORE.items():
    _add("before", _text, _comparator)
for _comparator, _text in AFTER.items():
    _add("after", _text, _comparator)
for _relation, _text in _AGAINST.items():
    _add("against", _text, _relation)
for _commitment, _text in _COMMITMENTS.items():
    _add("commit", _text, _commitment)
for _status, _text in _STATUSES.items():
    _add("status", _text, _status)
for _price, _text in _PRICES.items():
    _add("price", _text, _price)
for _base, _text in _BASES.items():
    _add("base", _text, _base)
# Before a number it says nothing, behind 高于 it is another series.
_add("expected", "预期", None)
# Changes that do not say which way: 改善5% is a fall of PM2.5 and a rise of clear days.
_add("unsigned", "改善 好转 优化 变化 变动 波动", None)
_add("noun", "增速 涨幅 增幅 升幅 增长率 增长速度", 1)
_add("noun", "降幅 跌幅 减幅 下降率 降低率 减少率", -1)
for _verbs, _sign in (
    ("增长 上涨 上升 提高 提升 增加", 1),
    ("下降 降低 减少 回落 压减 下跌 下滑", -1),
):
    _add("noun", " ".join(verb + end for verb in _verbs.split() for end in _MEASURES), _sign)
_add("lift", "拉动 贡献 带动 拉升", 1)
_add("lift", "拉低 下拉", -1)
_add("new", "新增 新增加 净新增", None)
_add("span", "年均 年平均 平均 年度平均", "average")
_add("span", "累计 累计实现", "total")
_add("share", "占比 比重 占比重 所占比重 所占的比重 所占份额 比例占", None)
_add("of", "占 占到", None)
_add("of", "约占", Comparator.ABOUT)
_add("is", "是 相当于 系", None)
_add("is", "约是 约相当于 大约是", Comparator.ABOUT)
_add("from", "由 从", None)
_add("to", "到 至", None)
_add("dash", "— – - ~ —— -- ——— ─ ━ ―", None)
_add("plus", "+", None)
_add("minus", "负 零下", None)
_add("and", "且", None)
_add("compared", "相比 相比较 相较", None)
_add("gen", "的", None)
_add("quote", "「 」 『 』 ” ’", None)
_add("comma", "、 , ，", None)
_add("stop", "。 ; ； ! ！ ? ？ ( ) : 《 》 〈 〉 【 】 〔 〕 [ ] …", None)
_add(
    "step",
    "大关 关口 台阶 门槛 新台阶 新大关 新关口 大关口 大台阶 的台阶 的大关 的关口 的门槛 的新台阶 的新大关 的新关口 "
    "新的台阶 关 元大关",
    None,
)
_add("among", "之间 区间", None)
_add("with", "与 和 同 及 以及", None)
_add(
    "sync",
    "同步 同步增长 持平 基本同步 基本持平 保持同步 总体持平 保持基本同步 总体同步 大体持平 "
    "大体同步 一致",
    None,
)
_add("inexact", "若干 好几 许多", None)
_add(
    "none",
    "未设目标 不设目标 不设具体目标 未设定目标 未设具体目标 不设定目标 未设置目标 不再设具体目标",
    None,
)
_add("halves", "一半 半数 过半 减半 过半数 近半 近半数 超半数 超半 大半 逾半", None)
_add("digits", "两位数增长 两位数以上增长 增长两位数 两位数", None)
_add("positive", "正增长", None)
_add("zero", "零增长", None)
_add("double", "翻番 翻了番", None)
_add("turn", "翻 翻了 再翻", None)
_add("top", "首位 第一位次 榜首", None)
# Only behind an area: 居三县之首.
_add("head", "之首 之冠", None)
_add(
    "ahead",
    "前列 第一方阵 第一梯队 第二方阵 第一阵营 第一军团 上游 中上游 先进位次 上游水平 "
    "先进行列 最前列",
    None,
)
_add(
    "day",
    "全年 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 "
    "第三季度 第四季度 前三季度 前两季度 前二季度 今年 去年 明年 本年 "
    "上年 前年 年内 年底 年末 当年 到年底 今年以来 近年来 "
    "本年度 上年度 去年底 上年末 上一个五年 今后五年 去年以来 上年以来 前年以来 全年度",
    None,
)
_add(
    "list", "分别 分别为 分别达 分别达到 分别是 分居 分列 分别居 分别位居 分别列 分别排名 各", None
)
_add("which", "其中", None)
# Words that hold a word of the vocabulary, or a numeral, and mean something else.
_add(
    "plain",
    "近年 近期 近日 附近 最近 亲近 邻近 靠近 临近 通过 经过 度过 发达 直达 传达 表达 "
    "抵达 节约 公约 合约 签约 契约 条约 履约 "
    "违约 集约 制约 预约 成为 作为 认为 行为 以为 因为 称为 分为 公共 增量 增值 增长极 "
    "增长点 提升工程 提升行动 巩固提升 内容 内部 "
    "内外 国内 境内 省内 市内 县内 区内 室内 院内 城内 保持率 一般 一体 一带一路 一批 一流 "
    "一切 一定 一些 一系列 一律 一直 一起 "
    "一样 统一 一致性 一线 一站式 三农 双一流 千方百计 千家万户 百花齐放 百年 万众 万里 万达 "
    "三门峡 百色 百姓 万物 十足 "
    "三亚 九江 六盘水 四川 首位度 首位产业 二次元 二手 三次产业 二产 三产 一产 万元户 半导体 "
    "半岛 零售 零部件 零星 零距离 "
    "各类 各项 各级 各地 各种 各界 各方 各行业 各族 各县 各市 各乡镇 各部门 各单位 "
    "税负 减负 正负 担负 肩负 胜负 抱负 自负 背负 负担 负债 负责 负面 负荷 负离子 负碳 "
    "一氧化碳 二氧化碳 二氧化硫 二氧化氮 三氧化硫 四氧化 五氧化 "
    "零碳 零工 零跑 零容忍 零事故 超级 超大 超前 超低 超高 超标 超市 超限 超载 约定 约束 对比 相比之下 "
    "过程 过渡 过去 过硬 过关 过剩 贡献率 续约 解约 毁约 守约 特约 相约 邀约 简约 "
    "成千上万 成百上千 十万火急 千千万万 一降一升 一升一降 一增一减 一减一增 一涨一跌 前半年 后半年 "
    "自然增长率 贡献奖 占补 共同 共享 共建 共产 由于 由此 从事 从严 从而 从业 为主 为民 为了 "
    "为期 达标 到位 到期 至今 的确 均衡 均等 "
    "要素 要求 主要 重要 需要 必要 将军 列入 列车 系列 系统 排放 排查 排污 排水 排除 降水 "
    "降本 降费 减税 减免 减排 升级 是否 还是 "
    "就是 不是 但是 与会 和谐 同志 同类 同期 同时 同意 再生 再造 了解 就业 又好 都市 成都 "
    "首都 居民 居住 居家 社区居 安居 宜居 旧居 "
    "迁居 三方 一方面 第三方 四方 八方 多方 万家 上年度 三个一批 一件事 一次办 一网通办 一窗 "
    "占用 占有 新增长 总和 饱和 缓和 "
    "共和 温和 参与 合同 协同 认同 一同 如同 不同 相同 国家 省级 市级 县级 自由 理由 缘由 "
    "到处 周到 得到 受到 看到 感到 做到 遇到 "
    "提到 直到 达到度 至于 以至 甚至 乃至 为此 人为 转为 变为 改为 视为 列为 评为 作为 "
    "九年义务教育 九年一贯制 副省级以上 省级以上 市级以上 县级以上 国家级以上 "
    "规模以上 限额以上 级以上 级及以上 加快推进 二维 三维 三条红线 一心 二是 三是",
    None,
)
_add("region", " ".join(REGIONS), None)
# How it grows, in words such as 的中高速增长 behind a percentage.
_PACES: Final = (
    "高速 中高速 较高速 高速度 较高速度 快速 较快 较快速度 平稳 平稳较快 稳定 稳步 持续 持续快速 年均 平均 "
    "年平均 速度 平均速度 年均速度"
)
_add(
    "tail",
    "的下降 的降幅 的跌幅 的减幅 的负增长 的下降幅度 的速度下降 的速度递减",
    -1,
)
_add(
    "tail",
    " ".join(
        f"的{pace}{end}"
        for pace in ("", *_PACES.split())
        for end in ("增长", "增速", "增幅", "增长率", "增长速度", "递增")
    )
    + " 的涨幅",
    1,
)

KINDS: Final = frozenset(kind for kind, _ in WORDS.values())
