import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtargets import Problem, Severity
from govtargets.zh import lint

# What a rule finds: the code, the text with the words that it marks.
FOUND = [
    ("points-of-amount", "单位GDP能耗«下降3.5个百分点»。"),
    ("points-of-amount", "万元工业增加值用水量«降低5个百分点以上»。"),
    ("points-of-amount", "二氧化碳排放«同比下降2.1个百分点»。"),
    ("points-of-amount", "PM2.5平均浓度«下降4个百分点»。"),
    ("points-of-amount", "粮食产量«提高2个百分点»。"),
    ("points-of-amount", "居民消费价格«同比上涨2个百分点»。"),
    ("percent-or-points", "森林覆盖率«提高0.4%»。"),
    ("percent-or-points", "投资«增速提高3%»。"),
    ("percent-or-points", "出口«降幅收窄2%»。"),
    ("percent-or-points", "高新技术产业«占比提升3%以上»。"),
    ("percent-or-points", "城镇登记失业率«下降0.2%»。"),
    ("points-of-growth", "固定资产投资«增长2个百分点»。"),
    ("points-of-growth", "工业增加值«同比增长0.5个百分点»。"),
    ("excess-or-completion", "全年«超额完成103%»。"),
    ("excess-or-completion", "一般公共预算收入«超额完成年度目标的35%»。"),
    ("doubled-sign", "进出口总额«下降-»3.1%。"),
    ("doubled-sign", "投资«负增长-»3.1%。"),
    ("change-without-direction", "PM2.5平均浓度同比«改善6.5%»。"),
    ("change-without-direction", "优良天数比例«变化不超过３.2个百分点»。"),
    ("does-not-compute", "专项资金«由400亿元增加到500亿元、增长20%»。"),
    ("does-not-compute", "市场主体«由20万户增加到30万户，增长2倍»。"),
    ("does-not-compute", "城镇化率«由56.1%提高到60%、提高4.9个百分点»。"),
    ("does-not-compute", "财政收入«500亿元、增加100亿元、增长20%»。"),
    ("does-not-compute", "产值由«400亿元增长20%至500亿元»。"),
    ("unequal-lists", "工业投资、民间投资和基础设施投资«分别增长24.1%、9.6%»。"),
    ("unequal-lists", "城镇和农村居民收入«分别增长5.2%、7.4%和6.3%»。"),
    ("unequal-lists", "工业投资、民间投资«分别增长9%»。"),
    ("unequal-lists", "三次产业«分别增长3%、6%»。"),
    ("unequal-lists", "五项主要指标«分别增长1%、2%、3%和4%»。"),
    ("reversed-range", "地区生产总值增长«7%—6%»。"),
    ("reversed-range", "培训«1万至8000人次»。"),
    ("reversed-range", "奖励«50—30万元»。"),
]
# What nobody has to ask about.
SILENT = [
    "单位GDP能耗下降3.5%，非化石能源消费占比提高2个百分点。",
    "单位GDP能耗降幅扩大0.3个百分点。",
    "工业增加值增长7%，比上年提高2个百分点，增速提高2个百分点，居民收入占比提高1个百分点，税收占财政收入比重提高1个百分点。",
    "城镇化率由50%提高到60%，年均提高2个百分点，增速提高到6%。",
    "三次产业分别增长3%、6%、8%，两类企业分别增长2%、5%。",
    "主要污染物排放达标率提高2个百分点。",
    "森林覆盖率提高0.4个百分点，提高到34%。",
    "全员劳动生产率提高6%，收费效率提升20%。",
    "城镇化率达到60%，失业率由5.5%下降到5.1%。",
    "拉动经济增长0.5个百分点。",
    "工业对经济增长的贡献率达到40%，增速提高2个百分点。",
    "超额完成年度任务，增长103%。",
    "完成年度目标的103%，超额3%完成。",
    "进出口总额下降3.1%，自然增长率-3.1‰。",
    "改善农村厕所3万户，优化线路12条，改善率5%，改善到40%。",
    "专项资金由400亿元增加到500亿元、增长25%。",
    "专项资金由400亿元增加到500亿元，同比增长9%。",
    "专项资金由400亿元增加到500亿元以上、增长20%。",
    "专项资金由400亿元增加到500亿元、年均增长4.6%。",
    "市场主体由20.1万户增加到30.4万户，增长51%。",
    "城镇化率由56.1%提高到60%、提高3.9个百分点。",
    "财政收入500亿元、增加100亿元、增长25%。",
    "财政收入500亿元、企业增加100家、增长20%。",
    "产值由400亿元增长25%至500亿元，由400亿元增长近20%至500亿元。",
    "产值由4亿元增长20%至500家，比重由40%增长20%至50%。",
    "产值400亿元，增长20%、500亿元企业2家。",
    "产值500亿元、比上年增加100亿元、比2019年增长20%。",
    "增加500亿元、增加100亿元、增长20%。",
    "财政收入500亿元、增加100亿元、占比20%。",
    "财政收入500亿元、400亿元、增长20%。",
    "取值9—8，每日22点至6点。",
    "盈亏由-3亿元增加到5亿元、增长20%。",
    "工业投资、民间投资分别增长24.1%、9.6%。",
    "研究与试验发展经费、技术合同成交额分别增长9%和12%。",
    "三次产业分别增长2%、5%和6%。",
    "工业投资、民间投资分别达到100亿元、200亿元，增长8%、9%。",
    "工业投资、民间投资分别完成9亿元、增长3%和8亿元、增长4%。",
    "前2批、后3批分别增长3%。",
    "他们分别，是三个人。",
    "地区生产总值增长6%—7%，培训8000至1万人次。",
    "失业率从5.5%到5.1%，营业至23时至6时。",
    "失业率下降0.5个百分点至4.5%。",
    "2024年1—9月，0391-3569000，国发〔2016〕67号。",
    "",
]


def plain(marked: str) -> str:
    return marked.replace("«", "").replace("»", "")


@pytest.mark.parametrize(("code", "marked"), FOUND)
def test_a_rule_marks_what_to_ask_about(code: str, marked: str) -> None:
    text, words = plain(marked), marked.partition("«")[2].partition("»")[0]
    found = [(one.code, text[one.start : one.end]) for one in lint(text)]
    assert found == [(code, words)]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_asked_about_a_plain_text(text: str) -> None:
    assert lint(text) == []


@pytest.mark.parametrize("text", [plain(marked) for _, marked in FOUND])
def test_a_finding_says_what_and_asks_how(text: str) -> None:
    (problem,) = lint(f"一、\n{text}")
    assert problem.severity is Severity.WARNING
    assert problem.start is not None
    assert problem.message.startswith(f"一、\n{text}"[problem.start : problem.end] + ": ")
    assert problem.hint.startswith("ask ")


def test_findings_come_in_the_order_of_the_text() -> None:
    text = "".join(plain(marked) for _, marked in FOUND)
    found = lint(text)
    assert [one.code for one in found] == [code for code, _ in FOUND]
    assert found == sorted(found, key=lambda one: one.start or 0)


def test_a_finding_names_the_number_that_the_others_make() -> None:
    (problem,) = lint("专项资金由400亿元增加到500亿元、增长20%。")
    assert "make 25%, not 20%" in problem.message
    (problem,) = lint("粮食产量由50万吨提高到55万吨，增长15%。")
    assert "make 10%, not 15%" in problem.message


@given(
    st.lists(
        st.sampled_from([plain(marked) for _, marked in FOUND] + SILENT)
        | st.sampled_from(
            ["分别", "由", "至", "—", "、", "和", "7%", "6%", "超额", "增长", "能耗", "\n", "率"]
        )
        | st.text(max_size=5),
        max_size=12,
    ).map("".join)
)
def test_any_text_is_looked_at_without_an_exception(text: str) -> None:
    for problem in lint(text):
        assert isinstance(problem, Problem)
        assert problem.start is not None
        assert problem.end is not None
        assert 0 <= problem.start < problem.end <= len(text)
