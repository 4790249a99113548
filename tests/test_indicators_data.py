"""The indicator table says what it must, and no word in it means two things."""

import re
from collections import Counter
from typing import Final, NamedTuple

import pytest

from govtargets._indicators import INDICATORS


class Row(NamedTuple):
    """One tuple of the table with its columns named."""

    id: str
    name: str
    name_en: str
    aliases: str
    kind: str
    unit: str
    transformation: str
    direction: str
    why: str
    attribute: str
    code: str

    def words(self) -> list[str]:
        """The Chinese name and every alias."""
        return [self.name, *filter(None, self.aliases.split("；"))]


ROWS: Final = [Row(*row) for row in INDICATORS]
BY_WORD: Final = {word.casefold(): row for row in ROWS for word in row.words()}
BY_ID: Final = {row.id: row for row in ROWS}

TRANSFORMATIONS: Final = {
    "level",
    "growth",
    "difference",
    "cumulative",
    "share",
    "index",
    "rank",
}
KIND: Final = re.compile(
    r"(area|volume|mass|length|duration|months|age|power|energy|standard_coal|ratio|pure|rank|persons"
    r"|households|person_visits|containers|money:(CNY|USD)|count:[一-鿿]+)"
    r"(/(area|volume|money:CNY|persons|months))?"
)

# The rows of the two tables of main indicators, as printed, with their attribute.
PLAN_13: Final = {
    "国内生产总值（GDP）": "预期性",
    "全员劳动生产率": "预期性",
    "常住人口城镇化率": "预期性",
    "户籍人口城镇化率": "预期性",
    "服务业增加值比重": "预期性",
    "研究与试验发展经费投入强度": "预期性",
    "每万人口发明专利拥有量": "预期性",
    "科技进步贡献率": "预期性",
    "固定宽带家庭普及率": "预期性",
    "移动宽带用户普及率": "预期性",
    "居民人均可支配收入增长": "预期性",
    "劳动年龄人口平均受教育年限": "约束性",
    "城镇新增就业人数": "预期性",
    "农村贫困人口脱贫": "约束性",
    "基本养老保险参保率": "预期性",
    "城镇棚户区住房改造": "约束性",
    "人均预期寿命": "预期性",
    "耕地保有量": "约束性",
    "新增建设用地规模": "约束性",
    "万元GDP用水量下降": "约束性",
    "单位GDP能源消耗降低": "约束性",
    "非化石能源占一次能源消费比重": "约束性",
    "单位GDP二氧化碳排放降低": "约束性",
    "森林覆盖率": "约束性",
    "森林蓄积量": "约束性",
    "地级及以上城市空气质量优良天数比率": "约束性",
    "细颗粒物（PM2.5）未达标地级及以上城市浓度下降": "约束性",
    "达到或好于III类水体比例": "约束性",
    "劣V类水体比例": "约束性",
    "化学需氧量": "约束性",
    "氨氮": "约束性",
    "二氧化硫": "约束性",
    "氮氧化物": "约束性",
}
PLAN_14: Final = {
    "国内生产总值增长": "预期性",
    "全员劳动生产率增长": "预期性",
    "常住人口城镇化率": "预期性",
    "全社会研发经费投入增长": "预期性",
    "每万人口高价值发明专利拥有量": "预期性",
    "数字经济核心产业增加值占GDP比重": "预期性",
    "居民人均可支配收入增长": "预期性",
    "城镇调查失业率": "预期性",
    "劳动年龄人口平均受教育年限": "约束性",
    "每千人口拥有执业（助理）医师数": "预期性",
    "基本养老保险参保率": "预期性",
    "每千人口拥有3岁以下婴幼儿托位数": "预期性",
    "人均预期寿命": "预期性",
    "单位GDP能源消耗降低": "约束性",
    "单位GDP二氧化碳排放降低": "约束性",
    "地级及以上城市空气质量优良天数比率": "约束性",
    "地表水达到或好于Ⅲ类水体比例": "约束性",
    "森林覆盖率": "约束性",
    "粮食综合生产能力": "约束性",
    "能源综合生产能力": "约束性",
}
# The words of national and city headline goals that name a series, and the series they name.
SPOKEN: Final = {
    "经济增长": "gdp",
    "经济增速": "gdp",
    "GDP": "gdp",
    "gdp增速": "gdp",
    "GDP增长": "gdp",
    "国内生产总值": "gdp",
    "地区生产总值": "gdp",
    "生产总值": "gdp",
    "国内生产总值增长": "gdp",
    "居民收入": "household_income",
    "居民收入增长": "household_income",
    "城乡居民收入": "household_income",
    "财政收入": "budget_revenue",
    "税收": "tax_revenue",
    "CPI": "cpi",
    "物价": "cpi",
    "居民消费价格涨幅": "cpi",
    "广义货币增长": "m2",
    "广义货币M2增长": "m2",
    "赤字率": "deficit_ratio",
    "R&D经费投入强度": "rd_intensity",
    "研发经费投入强度": "rd_intensity",
    "规上工业增加值": "industrial_value_added",
    "固定资产投资": "fixed_asset_investment",
    "社会消费品零售总额": "retail_sales",
    "进出口": "trade",
    "进出口总值": "trade",
    "进出口总额增长": "trade",
    "城镇登记失业率": "registered_unemployment",
    "城镇调查失业率(年均)": "surveyed_unemployment",
    "城镇调查失业率(年末)": "surveyed_unemployment_year_end",
    "单位生产总值能耗": "energy_intensity",
    "单位国内生产总值能耗下降": "energy_intensity",
    "能源消耗强度降低": "energy_intensity",
    "能耗强度下降": "energy_intensity",
    "农村贫困人口减少": "rural_poverty",
    "减税降费": "tax_fee_cuts",
    "为企业新增减负": "burden_relief",
    "棚户区改造": "shantytown_renovation",
    "棚户区改造开工": "shantytown_renovation",
    "保障性住房新开工": "affordable_housing_starts",
    "保障性安居工程基本建成": "affordable_housing_completions",
    "国际收支": "balance_of_payments",
    "生态环境质量": "environment",
    "粮食总产": "grain_output",
    "粮食生产面积": "grain_area",
    "PM2.5浓度": "pm25",
    "优良天数": "good_air_days",
}


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 140


def test_every_row_has_eleven_trimmed_cells() -> None:
    assert {len(row) for row in INDICATORS} == {11}
    assert [row.id for row in ROWS if any(cell != cell.strip() for cell in row)] == []


def test_ids_are_snake_case_and_unique() -> None:
    assert [
        row.id for row in ROWS if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", row.id)
    ] == []
    assert len(BY_ID) == len(ROWS)


def test_no_name_or_alias_means_two_indicators() -> None:
    counted = Counter(word.casefold() for row in ROWS for word in row.words())
    assert [word for word, times in counted.items() if times > 1] == []


def test_no_chinese_word_is_the_id_of_another_indicator() -> None:
    assert [word for word, row in BY_WORD.items() if word in BY_ID and BY_ID[word] != row] == []


def test_english_names_are_unique_and_plain() -> None:
    counted = Counter(row.name_en.casefold() for row in ROWS)
    assert [name for name, times in counted.items() if times > 1] == []
    assert [
        row.id for row in ROWS if not re.fullmatch(r"[A-Z0-9][\w ().,&'–-]+", row.name_en)
    ] == []


def test_aliases_have_no_blank_and_no_stray_separator() -> None:
    assert [
        word
        for row in ROWS
        for word in row.words()
        if not word or re.search(r"[\s;,，、]{2}|;", word)
    ] == []


def test_closed_lists_are_kept_to() -> None:
    assert {row.transformation for row in ROWS} <= TRANSFORMATIONS
    assert {row.direction for row in ROWS} == {"higher", "lower", "at_target", ""}
    assert [row.id for row in ROWS if not KIND.fullmatch(row.kind)] == []


def test_the_usual_figure_has_the_unit_of_its_transformation() -> None:
    assert [row.id for row in ROWS if row.transformation == "growth" and row.unit != "%"] == []
    assert [row.id for row in ROWS if row.transformation == "share" and row.unit != "%"] == []
    assert [row.id for row in ROWS if (row.transformation == "rank") != (row.kind == "rank")] == []
    assert [row.id for row in ROWS if (row.unit == "") != (row.kind == "pure")] == []


def test_every_direction_says_why_and_every_open_one_names_the_dispute() -> None:
    assert [row.id for row in ROWS if len(row.why) < 15] == []
    assert [row.id for row in ROWS if (row.direction == "") != row.why.startswith("Disputed")] == []


def test_a_signed_fall_is_better_lower() -> None:
    falls = re.compile(r".*(下降|降低|减少)")
    assert [
        row.id
        for word, row in BY_WORD.items()
        if falls.fullmatch(word) and row.direction != "lower"
    ] == []


def test_a_rank_is_better_lower() -> None:
    assert {row.direction for row in ROWS if row.kind == "rank"} == {"lower"}


def test_disputed_series_stay_open() -> None:
    open_ids = {
        "cpi",
        "ppi",
        "m2",
        "social_financing",
        "deficit_ratio",
        "population",
        "electricity_consumption",
    }
    assert {row.id for row in ROWS if row.direction == ""} >= open_ids


def test_attributes_follow_one_grammar() -> None:
    one = "(十三五|十四五) (约束性|预期性)"
    assert [
        row.id
        for row in ROWS
        if row.attribute and not re.fullmatch(f"{one}(；{one})?", row.attribute)
    ] == []


def test_codes_are_sdg_indicator_codes() -> None:
    assert [
        row.id
        for row in ROWS
        if row.code and not re.fullmatch(r"SDG \d{1,2}\.[\dabc]\.\d", row.code)
    ] == []


@pytest.mark.parametrize(("plan", "table"), [("十三五", PLAN_13), ("十四五", PLAN_14)])
def test_every_row_of_a_plan_table_resolves_with_its_attribute(
    plan: str, table: dict[str, str]
) -> None:
    wrong = [
        name
        for name, kind in table.items()
        if f"{plan} {kind}" not in BY_WORD[name.casefold()].attribute
    ]
    assert wrong == []


@pytest.mark.parametrize(("plan", "table"), [("十三五", PLAN_13), ("十四五", PLAN_14)])
def test_no_other_row_claims_a_plan(plan: str, table: dict[str, str]) -> None:
    claimed = {row.id for row in ROWS if plan in row.attribute} - {"major_pollutants"}
    assert claimed == {BY_WORD[name.casefold()].id for name in table}


@pytest.mark.parametrize("word", SPOKEN)
def test_spoken_forms_resolve(word: str) -> None:
    assert BY_WORD[word.casefold()].id == SPOKEN[word]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("城镇登记失业率", "城镇调查失业率"),
        ("固定资产投资", "全社会固定资产投资"),
        ("农村贫困人口减少", "农村贫困人口脱贫"),
        ("空气质量优良天数", "空气质量优良天数比率"),
        ("每万人口发明专利拥有量", "每万人口高价值发明专利拥有量"),
        ("研发经费投入", "研发经费投入强度"),
        ("农村居民人均纯收入", "农村居民人均可支配收入"),
        ("全部工业增加值", "规模以上工业增加值"),
        ("细颗粒物浓度", "细颗粒物未达标地级及以上城市浓度"),
        ("农村卫生厕所改造", "农村卫生厕所普及率"),
        ("减税降费", "为企业新增减负"),
        ("旅游收入", "国内旅游收入"),
    ],
)
def test_neighbouring_series_stay_apart(one: str, other: str) -> None:
    assert BY_WORD[one].id != BY_WORD[other].id
