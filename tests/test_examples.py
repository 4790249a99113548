from collections import Counter
from pathlib import Path

import pytest

import govtargets as gt
from govtargets import Reason, Verdict, files, report

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def jiaozuo() -> gt.Dataset:
    return files.read(ROOT / "examples" / "jiaozuo")


@pytest.fixture(scope="module")
def city(jiaozuo: gt.Dataset) -> gt.Scorecard:
    return jiaozuo.during(2023).assess()


@pytest.fixture(scope="module")
def national() -> gt.Dataset:
    return files.read(ROOT / "examples" / "national")


def of(card: gt.Scorecard, indicator: str, year: int) -> gt.Assessment:
    (found,) = (
        one
        for one in card
        if one.target.indicator.id == indicator and one.target.period == gt.Period.year(year)
    )
    return found


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_the_rows_that_the_readme_shows_are_those_of_the_scorecard(
    page: str, city: gt.Scorecard
) -> None:
    shown = (ROOT / page).read_text("utf-8").split("```text\n")[1].split("```")[0]
    rows = {" ".join(line.split()) for line in report.scorecard_text(city).splitlines()}
    assert {" ".join(line.split()) for line in shown.splitlines()} <= rows


class TestJiaozuo:
    def test_every_figure_is_there(self, jiaozuo: gt.Dataset) -> None:
        years = Counter(str(target.period) for target in jiaozuo.targets)
        assert years == {"2023年": 24, "2024年": 62}
        assert (len(jiaozuo.achievements), len(jiaozuo.indicators)) == (33, 90)
        assert jiaozuo.problems == ()

    def test_the_counts_of_2023(self, city: gt.Scorecard) -> None:
        assert [city.counts[verdict] for verdict in Verdict] == [2, 0, 1, 21]
        assert city.reasons == {Reason.BOUNDED_ACHIEVEMENT: 1, Reason.NO_ACHIEVEMENT: 21}
        assert len(city.unpaired_achievements) == 30

    def test_grain_of_about_200_is_met_by_204_8(self, city: gt.Scorecard) -> None:
        found = of(city, "grain_output", 2023)
        assert (found.verdict, str(found.gap)) == (Verdict.MET, "4.8万吨")

    def test_323_villages_are_met_by_344(self, city: gt.Scorecard) -> None:
        found = of(city, "street_renovation", 2023)
        assert (found.verdict, str(found.gap)) == (Verdict.MET, "21个")

    def test_a_bare_7_percent_against_4_5_or_more_is_open(self, city: gt.Scorecard) -> None:
        found = of(city, "gdp", 2023)
        assert (found.verdict, found.reason) == (Verdict.INDETERMINATE, Reason.BOUNDED_ACHIEVEMENT)
        assert str(found.gap) == "不低于-2.5个百分点"

    def test_a_rank_does_not_answer_a_growth(self, city: gt.Scorecard) -> None:
        assert of(city, "retail_sales", 2023).verdict is Verdict.PENDING
        (sales,) = [one for one in city.unpaired_targets if one.near]
        assert (sales.record.indicator.id, sales.reason) == (
            "retail_sales",
            Reason.TRANSFORMATION_MISMATCH,
        )

    def test_what_is_wrong_with_the_data(self, jiaozuo: gt.Dataset) -> None:
        found = Counter(problem.code for problem in jiaozuo.check())
        assert found == {"said-twice": 2, "transformation-differs": 1, "direction-unknown": 4}

    def test_the_outlook_on_2024(self, jiaozuo: gt.Dataset) -> None:
        ahead = jiaozuo.outlook()
        assert len(ahead) == 62
        changes = {
            one.target.indicator.id: str(one.change) for one in ahead if one.change is not None
        }
        assert changes == {
            "gdp": "2个百分点以内",
            "grain_output": "-4.8万吨",
            "planning_fund": "0.2亿元",
            "resettlement_projects": "3个",
            "street_renovation": "-147个",
        }

    def test_every_record_keeps_the_words_that_state_its_figure(self, jiaozuo: gt.Dataset) -> None:
        sources = [one.source for one in jiaozuo.targets]
        sources += [one.source for one in jiaozuo.achievements]
        assert all(source is not None and source.quote for source in sources)


class TestNational:
    def test_every_figure_is_there(self, national: gt.Dataset) -> None:
        assert (len(national.targets), len(national.achievements)) == (110, 109)
        assert national.problems == ()

    def test_the_counts(self, national: gt.Dataset) -> None:
        card = national.assess()
        assert [card.counts[verdict] for verdict in Verdict] == [73, 6, 29, 2]
        assert (len(card.unpaired_targets), len(card.unpaired_achievements)) == (2, 0)

    def test_no_goal_is_not_a_missed_one(self, national: gt.Dataset) -> None:
        assert of(national.assess(), "gdp", 2020).reason is Reason.NOT_STATED

    def test_two_results_of_one_target_are_both_told(self, national: gt.Dataset) -> None:
        card = national.assess()
        place = next(
            at
            for at, one in enumerate(card)
            if one.target.indicator.id == "surveyed_unemployment"
            and one.target.period.last_year == 2022
        )
        assert card[place].verdict is Verdict.MISSED
        assert [one.verdict for one in card.others[place]] == [Verdict.MET]

    def test_pure_numbers_are_not_persons(self, national: gt.Dataset) -> None:
        found = Counter(problem.code for problem in national.check())
        assert found == {"unit-differs": 8, "direction-unknown": 3}

    def test_references_are_looked_up(self, national: gt.Dataset) -> None:
        income = of(national.assess(), "household_income", 2017)
        assert income.reference is not None
        assert (str(income.reference.value), income.verdict) == ("6.9%", Verdict.MET)
