"""The national years as a table: what the verdict is, and in one line why."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

import govtargets as gt
from govtargets import files
from govtargets.writing import text

NATIONAL = Path(__file__).parents[1] / "examples" / "national"

# Year, indicator, verdict or the reason for none, and the ground of it worked out by hand.
TABLE = [
    (2011, "affordable_housing_starts", "met", "1043万套 ≥ 1000万套"),
    (2011, "cpi", "direction_unknown", "5.4% beside 4%左右: nobody says which way is better"),
    (2011, "gdp", "met", "9.2% is at or above 8%"),
    (2011, "m2", "direction_unknown", "13.6% beside 16%: nobody says which way is better"),
    (2011, "registered_unemployment", "met", "4.1% ≤ 4.6%"),
    (2011, "urban_jobs", "met", "1221万人 ≥ 900万人"),
    (2012, "affordable_housing_completions", "met", "601万套 ≥ 500万套"),
    (2012, "affordable_housing_starts", "met", "781万套 ≥ 700万套"),
    (2012, "cpi", "direction_unknown", "2.6% beside 4%左右: nobody says which way is better"),
    (2012, "gdp", "met", "7.8% ≥ 7.5%"),
    (2012, "m2", "direction_unknown", "13.8% beside 14%: nobody says which way is better"),
    (2012, "registered_unemployment", "met", "4.1% ≤ 4.6%"),
    (2012, "trade", "missed", "6.2% misses 10% by more than a tenth of it"),
    (2012, "urban_jobs", "met", "1266万人 ≥ 900万人"),
    (2013, "affordable_housing_completions", "met", "544万套 ≥ 470万套"),
    (2013, "affordable_housing_starts", "met", "666万套 ≥ 630万套"),
    (2013, "cpi", "direction_unknown", "2.6% beside 3.5%左右: nobody says which way is better"),
    (2013, "gdp", "met", "7.7% is at or above 7.5%"),
    (2013, "m2", "direction_unknown", "13.6% beside 13%左右: nobody says which way is better"),
    (2013, "registered_unemployment", "met", "4.05% < 4.6%"),
    (2013, "urban_jobs", "met", "1310万人 ≥ 900万人"),
    (2014, "affordable_housing_starts", "met", "740万套 ≥ 700万套"),
    (2014, "cpi", "direction_unknown", "2% beside 3.5%左右: nobody says which way is better"),
    (2014, "energy_intensity", "met", "-4.8% ≤ -3.9%"),
    (2014, "gdp", "approximate_zone", "7.4% misses 7.5% by less than a tenth of it"),
    (2014, "registered_unemployment", "met", "4.09% ≤ 4.6%"),
    (2014, "rural_poverty", "met", "-1232万人 ≤ -1000万人"),
    (2014, "trade", "missed", "2.3% misses 7.5% by more than a tenth of it"),
    (2014, "urban_jobs", "met", "1322万人 ≥ 1000万人"),
    (2015, "cpi", "direction_unknown", "1.4% beside 3%左右: nobody says which way is better"),
    (2015, "energy_intensity", "met", "-5.6% ≤ -3.1%"),
    (2015, "gdp", "approximate_zone", "6.9% misses 7% by less than a tenth of it"),
    (2015, "grain_output", "met", "62144万吨 ≥ 5.5亿吨"),
    (2015, "registered_unemployment", "met", "4.05% ≤ 4.5%"),
    (2015, "rural_poverty", "met", "-1442万人 ≤ -1000万人"),
    (2015, "shantytown_renovation", "met", "601万套 ≥ 580万套"),
    (2015, "trade", "missed", "-7.0% misses 6% by more than a tenth of it"),
    (2015, "urban_jobs", "met", "1312万人 ≥ 1000万人"),
    (2016, "cpi", "direction_unknown", "2% beside 3%左右: nobody says which way is better"),
    (2016, "energy_intensity", "met", "-5% ≤ -3.4%"),
    (2016, "gdp", "met", "6.7% ≥ 6.5%"),
    (2016, "m2", "direction_unknown", "11.3% beside 13%左右: nobody says which way is better"),
    (2016, "registered_unemployment", "met", "4.02% ≤ 4.5%"),
    (2016, "rural_poverty", "met", "-1240万 ≤ -1000万"),
    (2016, "shantytown_renovation", "met", "600多万套 ≥ 600万套"),
    (2016, "urban_jobs", "met", "1314万人 ≥ 1000万人"),
    (2017, "cpi", "direction_unknown", "1.6% beside 3%左右: nobody says which way is better"),
    (2017, "energy_intensity", "met", "-3.7% ≤ -3.4%"),
    (2017, "gdp", "met", "6.9% is at or above 6.5%"),
    (2017, "household_income", "met", "with GDP at 6.9%: not below it"),
    (2017, "registered_unemployment", "met", "3.90% ≤ 4.5%"),
    (2017, "rural_poverty", "met", "-1289万 ≤ -1000万"),
    (2017, "shantytown_renovation", "met", "609万套 ≥ 600万套"),
    (2017, "trade", "qualitative", "定性：回稳向好: no number to compare with"),
    (2017, "urban_jobs", "met", "1351万人 ≥ 1100万人"),
    (2018, "cpi", "direction_unknown", "2.1% beside 3%左右: nobody says which way is better"),
    (2018, "energy_intensity", "met", "-3.1% ≤ -3%"),
    (2018, "gdp", "met", "6.6% is at or above 6.5%"),
    (2018, "registered_unemployment", "met", "3.8% ≤ 4.5%"),
    (2018, "rural_poverty", "met", "-1386万 ≤ -1000万"),
    (2018, "shantytown_renovation", "met", "620多万套 ≥ 580万套"),
    (2018, "surveyed_unemployment", "met", "4.9% ≤ 5.5%"),
    (2018, "urban_jobs", "met", "1361万人 ≥ 1100万人"),
    (2019, "cpi", "direction_unknown", "2.9% beside 3%左右: nobody says which way is better"),
    (2019, "energy_intensity", "missed", "-2.6% misses -3% by more than a tenth of it"),
    (2019, "gdp", "met", "6.1% ≥ 6%"),
    (
        2019,
        "household_income",
        "approximate_zone",
        "with GDP at 6.1%: short of it by less than a tenth",
    ),
    (2019, "registered_unemployment", "met", "3.6% ≤ 4.5%"),
    (2019, "rural_poverty", "met", "-1109万 ≤ -1000万"),
    (2019, "surveyed_unemployment", "met", "5.2% is at or below 5.5%"),
    (2019, "tax_fee_cuts", "met", "2.36万亿元 ≥ 2万亿元"),
    (2019, "urban_jobs", "met", "1352万人 ≥ 1100万人"),
    (2020, "burden_relief", "met", "超过2.6万亿元 > 2.5万亿元"),
    (2020, "cpi", "direction_unknown", "2.5% beside 3.5%左右: nobody says which way is better"),
    (2020, "gdp", "not_stated", "未设目标: no number to compare with"),
    (2020, "registered_unemployment", "met", "4.2% is at or below 5.5%"),
    (2020, "rural_poverty", "qualitative", "定性：全部脱贫: no number to compare with"),
    (2020, "surveyed_unemployment", "met", "5.2% is at or below 6%"),
    (2020, "urban_jobs", "met", "1186万人 ≥ 900万人"),
    (2021, "cpi", "direction_unknown", "0.9% beside 3%左右: nobody says which way is better"),
    (
        2021,
        "energy_intensity",
        "approximate_zone",
        "-2.7% misses -3% by just a tenth of it, and the zone is closed",
    ),
    (2021, "gdp", "met", "8.1% ≥ 6%"),
    (2021, "grain_output", "met", "68285万吨 ≥ 1.3万亿斤"),
    (2021, "household_income", "qualitative", "定性：稳步增长: no number to compare with"),
    (2021, "surveyed_unemployment", "met", "5.1% is at or below 5.5%"),
    (2021, "urban_jobs", "met", "1269万人 ≥ 1100万人"),
    (2022, "cpi", "direction_unknown", "2% beside 3%左右: nobody says which way is better"),
    (2022, "deficit_ratio", "met", "2.8% is exactly the 2.8%, which satisfies every reading"),
    (
        2022,
        "energy_intensity",
        "qualitative",
        "定性：在“十四五”规划期内统筹考核: no number to compare with",
    ),
    (2022, "gdp", "missed", "3% misses 5.5% by more than a tenth of it"),
    (2022, "grain_output", "met", "1.37万亿斤 ≥ 1.3万亿斤"),
    (
        2022,
        "household_income",
        "approximate_zone",
        "with GDP at 3%: short of it by less than a tenth",
    ),
    (2022, "surveyed_unemployment", "missed", "5.6% > 5.5%"),
    (2022, "urban_jobs", "met", "1206万人 ≥ 1100万人"),
    (2023, "cpi", "direction_unknown", "0.2% beside 3%左右: nobody says which way is better"),
    (2023, "energy_intensity", "qualitative", "定性：继续下降: no number to compare with"),
    (2023, "gdp", "met", "5.2% is at or above 5%"),
    (2023, "grain_output", "met", "69541万吨 ≥ 1.3万亿斤"),
    (2023, "household_income", "met", "with GDP at 5.2%: not below it"),
    (2023, "surveyed_unemployment", "met", "5.2% is at or below 5.5%"),
    (2023, "urban_jobs", "met", "1244万人 is at or above 1200万人"),
    (2024, "cpi", "direction_unknown", "0.2% beside 3%左右: nobody says which way is better"),
    (2024, "energy_intensity", "met", "低于-3% is at or below -2.5%"),
    (2024, "gdp", "met", "5% is at or above 5%"),
    (2024, "grain_output", "met", "70650万吨 ≥ 1.3万亿斤"),
    (2024, "household_income", "met", "with GDP at 5%: not below it"),
    (2024, "surveyed_unemployment", "met", "5.1% is at or below 5.5%"),
    (2024, "urban_jobs", "met", "1256万人 ≥ 1200万人"),
]
WITHOUT_RESULT = {(2024, "balance_of_payments"), (2024, "environment")}


@cache
def _records() -> tuple[dict[tuple[int, str], gt.Target], dict[tuple[int, str], gt.Achievement]]:
    data = files.read(NATIONAL)
    assert not data.problems
    return (
        {(one.period.last_year, one.indicator.id): one for one in data.targets},
        # What is said of the end of 2022 (5.5%) is another figure than that of the year (5.6%).
        {
            (one.period.last_year, one.indicator.id): one
            for one in data.achievements
            if one.period.kind is gt.PeriodKind.YEAR
        },
    )


def _assess(year: int, indicator: str) -> gt.Assessment:
    targets, achievements = _records()
    return gt.assess(
        targets[year, indicator],
        achievements.get((year, indicator)),
        reference=achievements.get((year, "gdp")),
    )


@pytest.mark.parametrize(
    ("year", "indicator", "expected"),
    [(year, indicator, expected) for year, indicator, expected, _ in TABLE],
)
def test_the_verdict_is_the_one_argued(year: int, indicator: str, expected: str) -> None:
    found = _assess(year, indicator)
    assert (found.verdict.value if found.reason is None else found.reason.value) == expected


def test_the_table_is_the_whole_data_set() -> None:
    targets, _ = _records()
    assert {(year, indicator) for year, indicator, _, _ in TABLE} == targets.keys() - WITHOUT_RESULT


@pytest.mark.parametrize(("year", "indicator"), sorted(WITHOUT_RESULT))
def test_what_has_no_result_is_pending(year: int, indicator: str) -> None:
    assert _assess(year, indicator).reason is gt.Reason.NO_ACHIEVEMENT


def test_every_line_explains_itself_in_both_languages() -> None:
    for year, indicator, _, _ in TABLE:
        found = _assess(year, indicator)
        goal = found.target.goal
        stated = (goal.words if isinstance(goal, gt.Qualitative) else text(goal), text(goal, "en"))
        for words, said in zip((found.explanation(), found.explanation("en")), stated, strict=True):
            assert said in words
            assert "国务院政府工作报告" in words
            assert "default" in words


def test_nothing_is_due_before_the_year_ends() -> None:
    targets, achievements = _records()
    key = (2024, "gdp")
    found = gt.assess(targets[key], achievements[key], as_of=dt.date(2024, 7, 1))
    assert found.reason is gt.Reason.NOT_DUE
