import csv
from pathlib import Path

import attrs
import pytest

import govtargets as gt
from govtargets import zh
from govtargets.zh import PlanTable, read_cell, read_table, write_cell

DATA = Path(__file__).parent.parent / "data" / "plan_13_table.csv"
RATES = "年均增速[累计]"
LEVELS = ("2015年", "2020年")
BY = "“十三五”"


def the_table() -> list[dict[str, str]]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def table() -> PlanTable:
    source = gt.Source(document="“十三五”规划纲要", locator="主要指标")
    return read_table(the_table(), plan="“十三五”", region=gt.Region("全国"), source=source)


def test_every_cell_of_the_table_is_read(table: PlanTable) -> None:
    filled = {
        heading: sum(bool(row[heading]) for row in the_table()) for heading in (*LEVELS, RATES)
    }
    assert table.problems == ()
    assert len(table.achievements) == filled["2015年"]
    assert len(table.targets) == filled["2020年"] + filled[RATES]


def test_every_cell_is_written_as_it_was_printed() -> None:
    for row in the_table():
        for heading in (*LEVELS, RATES):
            place = {"unit": row["单位"], "row": row["指标"] + row["分项"], "column": heading}
            printed = row[heading].replace("[", "〔").replace("]", "〕") or "—"
            assert write_cell(read_cell(row[heading], **place), **place) == printed


@pytest.mark.parametrize(
    ("indicator", "heading", "goal", "transformation"),
    [
        ("gdp", "2020年", "超过92.7万亿元", "level"),
        ("gdp", RATES, "超过6.5%", "average_growth"),
        ("urbanization_rate", "2020年", "60%", "level"),
        ("urbanization_rate", RATES, "3.9个百分点", "difference"),
        ("services_share", "2020年", "56%", "share"),
        ("household_income", RATES, "超过6.5%", "average_growth"),
        ("urban_jobs", RATES, "超过5000万人", "cumulative"),
        ("new_construction_land", RATES, "低于3256万亩", "cumulative"),
        ("energy_intensity", RATES, "-15%", "growth"),
        ("pm25_substandard_cities", RATES, "-18%", "growth"),
        ("cod_emissions", RATES, "-10%", "growth"),
        ("surface_water_worse_than_grade5", "2020年", "低于5%", "level"),
    ],
)
def test_a_target_says_what_the_plan_says(
    table: PlanTable, indicator: str, heading: str, goal: str, transformation: str
) -> None:
    period = gt.Period.parse("“十三五”" if heading == RATES else heading)
    target = next(
        one for one in table.targets if one.indicator.id == indicator and one.period == period
    )
    assert (str(target.goal), target.transformation) == (goal, gt.Transformation(transformation))


def test_targets_are_binding_or_anticipatory_as_the_table_says(table: PlanTable) -> None:
    binding = {one.indicator.id for one in table.targets if one.attribute is gt.Attribute.BINDING}
    assert {"arable_land", "energy_intensity", "so2_emissions"} <= binding
    assert "gdp" not in binding


def test_the_year_before_the_plan_is_the_baseline_of_the_level(table: PlanTable) -> None:
    forest = [one for one in table.targets if one.indicator.id == "forest_coverage"]
    level, gain = sorted(forest, key=lambda one: one.period == gt.Period.parse("“十三五”"))
    assert level.baseline == gt.Bounds.exact(gt.Quantity("21.66", "%"))
    assert gain.baseline is None
    base = next(one for one in table.achievements if one.indicator.id == "forest_coverage")
    assert (base.period, base.value) == (gt.Period.year(2015), level.baseline)
    assert base.region == level.region == gt.Region("全国")
    assert base.source == level.source


def test_the_gain_of_a_rate_agrees_with_its_levels(table: PlanTable) -> None:
    """What the plan prints as 〔3.9〕 is 60 % − 56.1 %."""
    checked = 0
    for gain in table.targets:
        if gain.transformation is not gt.Transformation.DIFFERENCE:
            continue
        level = next(
            one for one in table.targets if one.indicator == gain.indicator and one.baseline
        )
        assert isinstance(gain.goal, gt.Bounds)
        assert isinstance(level.goal, gt.Bounds)
        assert level.baseline is not None
        assert level.goal.value - level.baseline.value == gain.goal.value
        checked += 1
    assert checked == 10


def row(**cells: str) -> dict[str, str]:
    return {"指标": "城镇化率", "单位": "%", **cells}


def test_a_cell_that_cannot_be_read_is_a_problem_with_its_place() -> None:
    table = read_table([row(**{"2020年": "60家"}), row(**{"2020年": "60"})], plan=BY)
    assert len(table.targets) == 1
    (problem,) = table.problems
    assert (problem.code, problem.row, problem.column) == ("unread-cell", 2, "2020年")
    assert (problem.value, problem.start, problem.end) == ("60家", 0, 3)
    assert "the unit of the column" in problem.hint


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"单位": "%", "2020年": "60"}, "missing-name", None),
        (row(单位="佗佗", **{"2020年": "60"}), "unknown-unit", "单位"),
        (row(属性="指导性", **{"2020年": "60"}), "unread-cell", "属性"),
        (row(**{"2015年": "高于GDP增长"}), "figure-expected", "2015年"),
        (row(备注="60"), "empty-row", None),
    ],
)
def test_a_row_that_cannot_be_read_is_a_problem(
    cells: dict[str, str], code: str, column: str | None
) -> None:
    (problem,) = read_table([cells], plan=BY).problems
    assert (problem.code, problem.row, problem.column) == (code, 2, column)
    assert problem.hint


def test_an_unread_attribute_costs_no_figure() -> None:
    table = read_table([row(属性="指导性", **{"2020年": "60"})], plan=BY)
    assert [target.attribute for target in table.targets] == [None]


def test_a_unit_may_stand_behind_the_name() -> None:
    rows = [
        {"指标名称": "常住人口城镇化率（%）", "2025年": "65"},
        {"指标名称": "国内生产总值（GDP）", "单位": "万亿元", "2025年": "140"},
        {"指标名称": "国内生产总值（GDP）", "2025年": "140"},
    ]
    table = read_table(rows, plan=gt.Period.parse("“十四五”"))
    assert [str(target.goal) for target in table.targets] == ["65%", "140万亿元", "140"]
    assert table.problems == ()


def test_a_row_without_a_unit_takes_the_unit_of_its_cells() -> None:
    table = read_table([{"指标": "城镇化率", "2020年": "60%"}], plan=BY)
    assert [str(target.goal) for target in table.targets] == ["60%"]


def test_a_name_outside_the_catalogue_makes_an_indicator_of_its_own() -> None:
    rows = [
        {"指标": "互联网", "分项": "塔台", "单位": "座", "2020年": "5"},
        {"指标": "塔台", "单位": "座", "2020年": "5"},
    ]
    own = gt.Indicator("tower", "塔台", direction=gt.Direction.HIGHER)
    names = [one.indicator.name for one in read_table(rows, plan=BY).targets]
    assert names == ["互联网·塔台", "塔台"]
    assert [one.indicator for one in read_table(rows, indicators=[own], plan=BY).targets] == [
        own,
        own,
    ]


def test_marks_and_words_behind_a_figure_are_kept_as_a_note() -> None:
    cells = {
        "指标": "研发经费投入增长",
        "单位": "%",
        "2019年": "12.3*",
        "年均": ">7，力争投入强度高于“十三五”时期实际",
    }
    table = read_table([cells], plan="“十四五”")
    assert [one.note for one in table.achievements] == ["*"]
    assert [one.note for one in table.targets] == ["力争投入强度高于“十三五”时期实际"]


def test_a_doubling_is_no_level_and_has_no_baseline() -> None:
    cells = {"指标": "数字经济规模", "单位": "亿元", "2020年": "100", "2025年": "翻一番"}
    (target,) = read_table([cells], plan="“十四五”").targets
    assert (target.transformation, target.baseline) == (None, None)


def test_a_plan_in_words_needs_no_number() -> None:
    cells = {"指标": "国内生产总值增长", "单位": "%", "年均": "保持在合理区间、各年度视情提出"}
    (target,) = read_table([cells], plan="“十四五”").targets
    assert target.goal == gt.Qualitative("合理区间、各年度视情提出")
    assert attrs.evolve(target, goal=zh.read("合理区间").value) != target
