from datetime import date
from typing import Any

import pytest

import govtargets as gt
from govtargets import Bounds, Period, Quantity, Relation, Severity, Transformation
from govtargets._quoted import states_number

GRAIN = gt.Indicator(
    "grain",
    "粮食产量",
    direction=gt.Direction.HIGHER,
    unit=gt.Unit("万吨"),
    transformation=Transformation.LEVEL,
)
YEAR = Period.year(2023)
TONS = Quantity("200", "万吨")


def target(**fields: Any) -> gt.Target:
    values: dict[str, Any] = {"indicator": GRAIN, "goal": TONS, "period": YEAR}
    return gt.Target(**(values | fields))


def result(**fields: Any) -> gt.Achievement:
    values: dict[str, Any] = {"indicator": GRAIN, "value": TONS, "period": YEAR}
    return gt.Achievement(**(values | fields))


def codes(*records: gt.Target | gt.Achievement) -> list[str]:
    targets = [one for one in records if isinstance(one, gt.Target)]
    results = [one for one in records if isinstance(one, gt.Achievement)]
    return [problem.code for problem in gt.Dataset(targets, results).check()]


def quoted(quote: str | None, day: date | None = None) -> gt.Source:
    return gt.Source(document="报告", quote=quote, date=day)


def test_good_records_have_no_problems() -> None:
    assert codes(target(), result()) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"goal": Quantity("200", "万亩")},
        {"goal": Quantity("2", "万吨"), "transformation": Transformation.GROWTH},
        {"goal": Quantity("2", "%"), "transformation": Transformation.CONTRIBUTION},
        {"goal": Quantity("2", "%"), "transformation": Transformation.RANK},
    ],
)
def test_a_unit_of_another_kind_is_told(fields: dict[str, Any]) -> None:
    assert codes(target(**fields)) == ["unit-differs"]


@pytest.mark.parametrize(
    "fields",
    [
        {"goal": Quantity("2", "%"), "transformation": Transformation.GROWTH},
        {"goal": Quantity("2", "亿斤"), "transformation": Transformation.LEVEL},
        {"goal": Quantity("2", "个"), "transformation": Transformation.DIFFERENCE},
        {
            "goal": Quantity("2", "个"),
            "indicator": gt.Indicator("x", "某", direction=GRAIN.direction),
        },
        {"goal": gt.Qualitative("平稳增长"), "transformation": Transformation.GROWTH},
    ],
)
def test_a_unit_that_may_be_is_not(fields: dict[str, Any]) -> None:
    assert codes(target(**fields)) == []


def test_a_baseline_of_another_kind_is_told() -> None:
    assert codes(target(baseline=Quantity("1", "亩"))) == ["baseline-unit-differs"]
    assert codes(result(baseline=Quantity("1", "吨"))) == []


@pytest.mark.parametrize(
    ("goal", "stretch", "direction", "code"),
    [
        (TONS, Quantity("1", "亩"), "higher", "stretch-unit-differs"),
        (TONS, Quantity("199", "万吨"), "higher", "stretch-below-goal"),
        (TONS, Quantity("201", "万吨"), "lower", "stretch-below-goal"),
        (TONS, Quantity("201", "万吨"), "higher", None),
        (TONS, Quantity("201", "万吨"), "at_target", None),
        (Quantity("4", "位"), Quantity("5", "位"), "higher", "stretch-below-goal"),
    ],
)
def test_a_stretch_asks_for_more(
    goal: Quantity, stretch: Quantity, direction: str, code: str | None
) -> None:
    indicator = gt.Indicator("x", "某", direction=gt.Direction(direction))
    found = codes(target(indicator=indicator, goal=goal, stretch=stretch, scope="全省"))
    assert found == ([] if code is None else [code])


def test_an_indicator_without_a_direction_is_told_once() -> None:
    open_ = gt.Indicator("cpi", "居民消费价格")
    goals = (
        Bounds.about(Quantity("3", "%")),
        Quantity("4", "%"),
        Bounds.at_most(Quantity("5", "%")),
    )
    targets = [
        target(indicator=open_, goal=goal, period=Period.year(2020 + number))
        for number, goal in enumerate(goals)
    ]
    (problem,) = gt.Dataset([*targets, target()]).check()
    assert (problem.code, problem.severity, problem.path) == (
        "direction-unknown",
        Severity.INFO,
        "indicators[0]",
    )
    assert "2 of its goals" in problem.message


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("粮食总产200万吨", False),
        ("粮食总产２００万吨", False),
        ("两百万吨", False),
        ("粮食总产204.8万吨", True),
        (None, False),
    ],
)
def test_a_quote_holds_its_figure(quote: str | None, told: bool) -> None:  # noqa: FBT001  a case, no switch
    assert codes(target(source=quoted(quote))) == ["quote-lacks-figure"] * told


def test_a_quote_holds_both_ends_of_a_range() -> None:
    both = Bounds.between(Quantity("6", "%"), Quantity("6.5", "%"))
    growth = {"goal": both, "transformation": Transformation.GROWTH}
    assert codes(target(**growth, source=quoted("增长6%—6.5%"))) == []
    assert codes(target(**growth, source=quoted("增长6%—7%"))) == ["quote-lacks-figure"]


def test_signs_and_groups_of_digits_play_no_part() -> None:
    assert states_number("下降3.90%", Quantity("-3.9", "%"))
    assert states_number("3,310人", Quantity("3310", "人"))
    assert not states_number("13310人", Quantity("3310", "人"))


def test_a_document_older_than_its_result_is_told() -> None:
    early = quoted(None, date(2023, 6, 1))
    assert codes(result(source=early)) == ["early-result"]
    assert codes(result(source=early, status=gt.Status.FORECAST)) == []
    assert codes(result(source=quoted(None, date(2024, 6, 1)))) == []


def test_a_document_younger_than_its_target_is_told() -> None:
    assert codes(target(source=quoted(None, date(2024, 1, 1)))) == ["late-target"]
    assert codes(target(source=quoted(None, date(2023, 1, 1)))) == []


def test_a_rank_says_among_whom() -> None:
    rank = gt.Indicator("x", "某", direction=gt.Direction.HIGHER)
    assert codes(result(indicator=rank, value=Quantity("4", "位"))) == ["rank-without-scope"]
    assert codes(result(indicator=rank, value=Quantity("4", "位"), scope="全省")) == []


def test_a_relative_goal_refers_to_something_known() -> None:
    goal = gt.Relative(Relation.ABOUT, "经济增长")
    (problem,) = gt.Dataset([target(goal=goal)]).check()
    assert problem.code == "unknown-reference"
    assert "the common catalogue has gdp" in problem.hint
    (problem,) = gt.Dataset([target(goal=gt.Relative(Relation.ABOUT, "无此物"))]).check()
    assert "catalogue" not in problem.hint
    assert codes(target(goal=gt.Relative(Relation.ABOVE, "粮食产量增速"))) == []
    assert codes(target(goal=gt.Relative(Relation.ABOVE, region=gt.Region("全省")))) == []


def test_the_only_result_is_made_otherwise() -> None:
    growth = target(goal=Quantity("3", "%"), transformation=Transformation.GROWTH)
    level = result(transformation=Transformation.LEVEL)
    (problem,) = gt.Dataset([growth], [level]).check()
    assert (problem.code, problem.column, problem.value) == (
        "transformation-differs",
        "transformation",
        "growth",
    )
    assert codes(growth, result(period=Period.year(2022))) == []


def test_the_only_result_compares_with_something_else() -> None:
    growth = {"transformation": Transformation.GROWTH}
    asked = target(goal=Quantity("3", "%"), base="同比", **growth)
    (problem,) = gt.Dataset(
        [asked], [result(value=Quantity("1", "%"), base="环比", **growth)]
    ).check()
    assert (problem.code, problem.column, problem.value) == (
        "transformation-differs",
        "base",
        "同比",
    )
    assert "a growth over the year before, the result 1% a growth over the period before" in (
        problem.message
    )
    assert "the column base" in problem.hint
    (problem,) = gt.Dataset(
        [target(goal=Quantity("3", "%"), base="同比")],
        [result(value=Quantity("1", "%"), base="环比", **growth)],
    ).check()[:1]
    assert (problem.code, problem.column) == ("transformation-differs", "base")


def test_what_is_said_twice_is_told_with_its_place() -> None:
    (problem,) = gt.Dataset([target(), target(goal=Quantity("2000000", "吨"))]).check()
    assert (problem.code, problem.path, problem.column) == ("said-twice", "targets[1]", "goal")
    assert "targets[0]" in problem.message


def test_one_fact_with_two_figures_is_told() -> None:
    assert codes(target(), target(goal=Quantity("210", "万吨"))) == ["conflicting-figures"]
    assert codes(result(), result(value=Quantity("210", "万吨"))) == ["conflicting-figures"]
    assert codes(result(), result(value=Quantity("210", "万吨"), status=gt.Status.FINAL)) == []
    assert codes(result(), result(value=Quantity("200.3", "万吨"))) == []
    other = result(value=Quantity("200", "万亩"))
    assert codes(result(), other) == ["conflicting-figures", "unit-differs"]


def test_two_indicators_of_one_name_are_told() -> None:
    one = gt.Indicator("a", "某", aliases=("甲",))
    other = gt.Indicator("b", "甲", aliases=("某",))
    found = gt.Dataset(indicators=[one, other]).check()
    assert [(problem.code, problem.column, problem.value) for problem in found] == [
        ("shared-name", "name", "甲"),
        ("shared-name", "aliases", "某"),
    ]


def test_problems_of_reading_come_first() -> None:
    read = gt.Problem(code="unknown-unit", message="…")
    found = gt.Dataset([target(goal=Quantity("1", "亩"))], problems=[read]).check()
    assert [problem.code for problem in found] == ["unknown-unit", "unit-differs"]
