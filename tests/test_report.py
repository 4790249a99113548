import csv
import json
from io import StringIO
from typing import Any

import attrs
import pytest

import govtargets as gt
from govtargets import Period, Quantity, Transformation, report
from govtargets._export import as_csv, as_json, as_sarif, assessment_row, outlook_row
from govtargets._layout import Grid, as_html, as_markdown, as_text, width

GDP = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER, name_en="GRP")
YEAR = Period.year(2023)


def target(**fields: Any) -> gt.Target:
    values: dict[str, Any] = {"indicator": GDP, "goal": Quantity("7", "%"), "period": YEAR}
    return gt.Target(**(values | fields))


def result(**fields: Any) -> gt.Achievement:
    values: dict[str, Any] = {"indicator": GDP, "value": Quantity("7.2", "%"), "period": YEAR}
    return gt.Achievement(**(values | fields))


def lines(
    targets: list[gt.Target], results: list[gt.Achievement], language: Any = "zh"
) -> list[str]:
    return gt.Dataset(targets, results).assess().text(language).splitlines()


class TestLayout:
    @pytest.mark.parametrize(
        ("text", "columns"),
        [("abc", 3), ("粮食", 4), ("３", 2), ("e\u0301", 1), ("—", 1), ("“", 1), ("", 0)],
    )
    def test_chinese_is_two_columns_wide(self, text: str, columns: int) -> None:
        assert width(text) == columns

    def test_columns_align(self) -> None:
        grid = Grid("题", ("指标", "x"), [("粮食产量", "1"), ("ab", "2\n3")], ["完"])
        assert as_text(grid) == "题\n指标      x\n粮食产量  1\nab        2 3\n完\n"
        assert as_text(Grid("", ("x",), [])) == "\n"

    def test_only_the_first_cell_is_painted(self) -> None:
        text = as_text(Grid("", ("a", "b"), [("完成", "1")]), lambda word: f"<{word}>")
        assert text == "a     b\n<完成>  1\n"

    def test_markdown_keeps_its_table(self) -> None:
        grid = Grid("题", ("a",), [("x|y <b> *c* `d` [e] \\ f_g\n",)], ["完"])
        row = as_markdown(grid).splitlines()[4]
        assert row == "| x\\|y \\<b> \\*c\\* \\`d\\` \\[e] \\\\ f\\_g  |"
        assert as_markdown(Grid("", ("a",), [])) == "| a |\n| --- |\n"

    def test_html_is_escaped(self) -> None:
        html = as_html(Grid("<t>", ("a",), [("<script>",)], ["&"]))
        assert "<caption>&lt;t&gt;</caption>" in html
        assert "<td>&lt;script&gt;</td>" in html
        assert html.endswith("<p>&amp;</p>\n")
        assert "<caption>" not in as_html(Grid("", ("a",), []))


class TestScorecard:
    def test_what_all_share_goes_to_the_title(self) -> None:
        city = gt.Region("焦作市")
        title, header, *_ = lines([target(region=city)], [result()])
        assert title == "焦作市 2023年 1个目标：完成1，未完成0，无法判定0，待判定0"
        assert header.split() == ["判定", "指标", "目标", "完成值", "差距", "完成率", "说明"]
        title, header, *_ = lines([target(region=city), target(period=Period.year(2024))], [])
        assert title.startswith("2个目标")
        assert header.split()[:4] == ["判定", "时期", "地区", "指标"]

    def test_every_verdict_has_gap_and_reason(self) -> None:
        row = lines([target()], [result()])[2]
        assert row.split() == [
            "完成",
            "地区生产总值",
            "7%",
            "7.2%",
            "+0.2个百分点",
            "102.9%",
            "7.2%满足“7%”，目标读作≥7%",
        ]
        row = lines([target()], [result(value=Quantity("6.2", "%"))], "en")[2]
        assert row.split()[:5] == ["missed", "GRP", "7%", "6.2%", "-0.8"]
        row = lines([target()], [result(value=gt.Bounds.at_least(Quantity("4.5", "%")))])[2]
        assert "不低于-2.5个百分点" in row
        assert row.endswith("4.5%以上只给出界限，可能满足“7%”，也可能不满足")

    def test_a_name_stands_in_for_a_missing_translation(self) -> None:
        jobs = gt.Indicator("jobs", "就业", direction=gt.Direction.HIGHER)
        assert "就业" in lines([target(indicator=jobs)], [], "en")[2]

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            (
                {"transformation": Transformation.RANK, "value": Quantity("3", "位")},
                "只有位次：第3位",
            ),
            ({"period": Period.year(2022)}, "只有2022年的：7.2%"),
            ({"region": gt.Region("河南省")}, "只有河南省的"),
        ],
    )
    def test_what_comes_nearest_is_told(self, fields: dict[str, Any], told: str) -> None:
        asked = target(transformation=Transformation.GROWTH, region=gt.Region("焦作市"))
        row = lines([asked], [result(**fields)])[2]
        assert row.endswith(f"；{told}")

    def test_what_has_no_transformation_is_named_by_its_period(self) -> None:
        assert (
            "only of 2022: 7.2%" in lines([target()], [result(period=Period.year(2022))], "en")[2]
        )

    def test_reference_stretch_claim_and_second_results_are_told(self) -> None:
        income = gt.Indicator("income", "居民收入", direction=gt.Direction.HIGHER)
        relative = target(indicator=income, goal=gt.Relative(gt.Relation.ABOVE, "gdp"))
        row = lines([relative], [result(indicator=income, value=Quantity("8", "%")), result()])[2]
        assert row.endswith("（地区生产总值7.2%）")
        tiers = target(stretch=Quantity("7.5", "%"))
        row = lines([tiers], [result(claim="圆满完成"), result(base="环比")])[2]
        assert row.endswith("力争7.5%：未完成；原文称“圆满完成”；另有7.2%（2023年）：完成")

    def test_findings_and_results_without_a_target_stand_below(self) -> None:
        wrong = result(claim="圆满完成", value=Quantity("6", "%"))
        *_, claim, left = lines([target()], [wrong, result(period=Period.year(2022))])
        assert claim.startswith("原文的说法与判定不符：")
        assert left == "另有1个完成值没有对应的目标。"
        *_, claim, left = lines([target()], [wrong, result(period=Period.year(2022))], "en")
        assert claim.startswith("2023年 地区生产总值: the report says")


class TestOutlook:
    def test_what_has_to_change_is_told(self) -> None:
        ahead = gt.Dataset([target()], [result(period=Period.year(2022), value=Quantity("6", "%"))])
        title, header, row = report.outlook_text(ahead.outlook()).splitlines()
        assert title == "2023年 1个目标：已达到0，未达到1，不确定0，无前值0"
        assert header.split() == ["现状", "指标", "目标", "最近值", "还需变化", "幅度", "说明"]
        assert row.split() == ["未达到", "地区生产总值", "7%", "6%", "+1个百分点", "16.7%"]

    def test_what_would_do_now_is_said_to_be_due_again(self) -> None:
        same = gt.Dataset([target()], [result(period=Period.year(2022))])
        *_, row, note = report.outlook_text(same.outlook()).splitlines()
        assert row.startswith("已达到")
        assert note == "“已达到”只说最近值满足目标；按年计数的，到期仍须重新做到。"

    def test_why_nothing_can_be_said_is_told(self) -> None:
        goals = [Quantity("7", "%"), gt.Qualitative("平稳增长")]
        targets = [target(goal=goal) for goal in goals]
        rows = report.outlook_text(gt.Dataset(targets).outlook(), "en").splitlines()[2:]
        assert [row.split()[-1] for row in rows] == ["achievement", "achievement"]
        only_now = gt.Dataset([target()], [result()]).outlook()
        assert report.outlook_text(only_now).splitlines()[2].endswith("没有可比的前值")
        bound = result(value=gt.Bounds.at_least(Quantity("4", "%")), period=Period.year(2022))
        row = report.outlook_text(gt.Dataset([target()], [bound]).outlook()).splitlines()[2]
        assert row.endswith("完成值只给出界限")

    def test_a_range_without_a_direction_may_be_met_without_a_change(self) -> None:
        open_ = gt.Indicator("x", "某")
        goal = gt.Bounds.between(Quantity("6", "%"), Quantity("7", "%"))
        last = result(indicator=open_, value=Quantity("6.5", "%"), period=Period.year(2022))
        ahead = gt.Dataset([target(indicator=open_, goal=goal)], [last]).outlook()
        row = report.outlook_text(ahead).splitlines()[2]
        assert row.split() == ["已达到", "某", "6%—7%", "6.5%", "—", "—", "指标方向未知"]


class TestProblems:
    PROBLEM = gt.Problem(code="unknown-unit", message="what", hint="how", path="a.csv", row=3)

    def test_a_problem_is_one_line(self) -> None:
        assert (
            report.problem_text(self.PROBLEM)
            == "错误 a.csv:3：不认识的单位，用 govtargets units 查写法 [unknown-unit]。what; how"
        )
        other = gt.Problem(code="of-an-embedder", message="what", severity=gt.Severity.INFO)
        assert report.problem_text(other) == "提示： [of-an-embedder]。what"
        assert report.problem_text(other, "en") == "info what [of-an-embedder]"

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_pages_in_a_cell_are_cut_but_place_and_way_out_stay(self, language: Any) -> None:
        long = attrs.evolve(self.PROBLEM, value="9" * 5000, message="9" * 5000)
        line = report.problem_text(long, language)
        assert len(line) < 1010
        assert "a.csv:3" in line
        assert line.endswith("; how")

    def test_they_are_counted(self) -> None:
        warning = gt.Problem(code="gb18030", message="a\nb", severity=gt.Severity.WARNING)
        text = report.problems_text([self.PROBLEM, warning, self.PROBLEM], "en")
        assert text.splitlines()[-1] == "3 problems: 2 error, 1 warning."
        assert len(text.splitlines()) == 4
        assert report.problems_text([], "en") == "No problems.\n"


class TestCatalogues:
    def test_a_unit_says_what_it_measures(self) -> None:
        assert report.units_text([gt.Unit("亩")], "en").splitlines()[1].startswith("亩    area")

    def test_an_indicator_says_what_is_open(self) -> None:
        full = gt.Indicator(
            "a",
            "甲",
            unit=gt.Unit("%"),
            transformation=Transformation.GROWTH,
            direction=GDP.direction,
        )
        assert report.indicators_text([full]).splitlines()[1].split() == [
            "a",
            "甲",
            "正向",
            "%",
            "增速",
        ]
        assert report.indicators_text([full], "en").splitlines()[1].split()[2:] == [
            "higher",
            "%",
            "growth",
        ]
        assert report.indicators_text([gt.Indicator("b", "乙")]).splitlines()[1].split() == [
            "b",
            "乙",
        ]


class TestMachines:
    def test_numbers_are_exact_texts(self) -> None:
        city = gt.Region("焦作市", "410800")
        source = gt.Source(document="公报")
        (one,) = gt.Dataset([target(region=city)], [result(source=source)]).assess()
        row = json.loads(as_json([assessment_row(one)]))[0]
        assert (row["verdict"], row["reason"], row["gap"]) == ("met", None, "0.2个百分点")
        assert (row["completion"], row["value_source"], row["region_code"]) == (
            "36/35",
            "公报",
            "410800",
        )
        assert row["explanation_en"].startswith("GRP, 焦作市, 2023: ")

    def test_an_outlook_is_a_row(self) -> None:
        (one,) = gt.Dataset([target()], [result(period=Period.year(2022))]).outlook()
        (row,) = csv.DictReader(StringIO(as_csv([outlook_row(one)])))
        assert (row["last"], row["change"], row["share"]) == ("7.2%", "-0.2个百分点", "-1/36")

    def test_no_rows_are_no_columns(self) -> None:
        assert (as_csv([]), as_json([])) == ("", "[]\n")

    def test_sarif_points_to_the_line(self) -> None:
        nowhere = gt.Problem(code="of-an-embedder", message="what", severity=gt.Severity.INFO)
        file = gt.Problem(code="empty-file", message="empty", hint="fill it", path="b.csv")
        found = [TestProblems.PROBLEM, nowhere, file, TestProblems.PROBLEM]
        (run,) = json.loads(as_sarif(found, "0"))["runs"]
        assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
            "unknown-unit",
            "of-an-embedder",
            "empty-file",
        ]
        first, second, third, _ = run["results"]
        assert (first["level"], first["message"]["text"]) == ("error", "what; how")
        place = first["locations"][0]["physicalLocation"]
        assert place == {"artifactLocation": {"uri": "a.csv"}, "region": {"startLine": 3}}
        assert (second["level"], "locations" in second) == ("note", False)
        assert "region" not in third["locations"][0]["physicalLocation"]
