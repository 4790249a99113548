import operator
from datetime import date
from typing import Any

import attrs
import pytest

import govtargets as gt
from govtargets import Period, Quantity, Reason, Relation, Transformation, Verdict
from govtargets.errors import ReadError
from govtargets.records import Place, Records

GDP = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER, aliases=("经济增长",))
INCOME = gt.Indicator("income", "居民收入", direction=gt.Direction.HIGHER)
RATE = gt.Indicator("rate", "失业率", direction=gt.Direction.LOWER)
YEAR = Period.year(2023)
CITY = gt.Region("焦作市", "410800")
PROVINCE = gt.Region("河南省", "410000")
GROWTH = Transformation.GROWTH


def target(**fields: Any) -> gt.Target:
    values: dict[str, Any] = {
        "indicator": GDP,
        "goal": Quantity("7", "%"),
        "period": YEAR,
        "region": CITY,
        "transformation": GROWTH,
    }
    return gt.Target(**(values | fields))


def result(**fields: Any) -> gt.Achievement:
    values: dict[str, Any] = {
        "indicator": GDP,
        "value": Quantity("7.2", "%"),
        "period": YEAR,
        "region": CITY,
        "transformation": GROWTH,
    }
    return gt.Achievement(**(values | fields))


def card(targets: list[gt.Target], results: list[gt.Achievement], **options: Any) -> gt.Scorecard:
    return gt.Dataset(targets, results).assess(**options)


def unpaired(targets: list[gt.Target], results: list[gt.Achievement]) -> gt.Unpaired:
    found = card(targets, results)
    assert [one.verdict for one in found] == [Verdict.PENDING]
    (one,) = found.unpaired_targets
    return one


class TestRecords:
    def test_they_are_a_sequence_that_never_changes(self) -> None:
        records = Records([3, 1, 2])
        assert (len(records), records[0], list(records), 2 in records) == (3, 3, [3, 1, 2], True)
        assert records[1:] == Records([1, 2])
        assert repr(records) == "Records([3, 1, 2])"
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(records, "items", ())  # noqa: B010  a checker refuses the plain assignment

    def test_places_go_along_and_play_no_part_in_equality(self) -> None:
        placed = Records([3, 1], [Place("a.csv", 2), Place("a.csv", 3)])
        assert placed == Records([3, 1])
        assert placed[1:].place(0) == Place("a.csv", 3)
        assert placed.keep([1, 0]).places == (Place("a.csv", 3), Place("a.csv", 2))
        assert Records([3, 1]).keep([1]).place(0) == Place()
        assert (placed + Records([5])).places == (Place("a.csv", 2), Place("a.csv", 3), Place())

    def test_only_records_are_added(self) -> None:
        with pytest.raises(TypeError):
            operator.add(Records([1]), [2])

    def test_they_are_written_alike_only_digit_by_digit(self) -> None:
        one, two = Records([Quantity("8", "%")]), Records([Quantity("8.0", "%")])
        assert one == two
        assert not one.is_written_as(two)
        assert not one.is_written_as(Records([*one, *one]))


class TestDataset:
    def test_indicators_that_records_bring_along_stand_behind_those_given(self) -> None:
        data = gt.Dataset([target()], [result(indicator=INCOME)], [RATE])
        assert [one.id for one in data.indicators] == ["rate", "gdp", "income"]
        assert gt.Dataset([target()], indicators=[GDP]).indicators == Records([GDP])

    def test_two_become_one(self) -> None:
        one = gt.Dataset([target()], problems=[gt.Problem(code="x", message="y")])
        two = gt.Dataset([target(period=Period.year(2024))], [result(indicator=RATE)])
        both = one + two
        assert [len(part) for part in (both.targets, both.achievements, both.indicators)] == [
            2,
            1,
            2,
        ]
        assert both.problems == one.problems
        with pytest.raises(TypeError):
            operator.add(one, [target()])

    def test_it_is_written_alike_only_digit_by_digit(self) -> None:
        one = gt.Dataset([target()])
        other = gt.Dataset([target(goal=Quantity("7.0", "%"))])
        assert one == other
        assert not one.is_written_as(other)
        assert one.is_written_as(gt.Dataset([target()]))

    def test_a_period_keeps_what_lies_within(self) -> None:
        data = gt.Dataset([target(), target(period=Period.year(2024))])
        assert [str(one.period) for one in data.during("“十四五”").targets] == ["2023年", "2024年"]
        assert len(data.during(2024).targets) == 1
        assert len(data.during(YEAR).targets) == 1
        with pytest.raises(ReadError):
            data.during("sometime")

    def test_a_condition_keeps_what_it_wants(self) -> None:
        data = gt.Dataset([target()], [result(), result(indicator=RATE)])
        kept = data.where(lambda one: one.indicator is RATE)
        assert (len(kept.targets), len(kept.achievements), len(kept.indicators)) == (0, 1, 2)


class TestPairing:
    def test_one_result_answers_one_target(self) -> None:
        found = card([target()], [result()])
        assert [one.verdict for one in found] == [Verdict.MET]
        assert (found.unpaired_targets, found.unpaired_achievements, found.others) == ((), (), {})

    @pytest.mark.parametrize(
        "fields",
        [
            {"indicator": gt.Indicator("growth", "经济增长")},
            {"region": None},
            {"region": gt.Region("焦作", "410800")},
            {"region": gt.Region("焦作市")},
            {"transformation": None},
            {"period": Period.year_to_date(2023, 12)},
        ],
    )
    def test_what_is_said_otherwise_still_answers(self, fields: dict[str, Any]) -> None:
        assert [one.verdict for one in card([target()], [result(**fields)])] == [Verdict.MET]
        assert not card([target()], [result(**fields)]).unpaired_achievements

    def test_a_target_without_a_region_is_answered_by_any(self) -> None:
        assert card([target(region=None)], [result()])[0].verdict is Verdict.MET

    def test_results_with_and_without_a_region_both_answer(self) -> None:
        everywhere = result(region=None, base="环比")
        found = card([target()], [everywhere, result()])
        assert found[0].achievement == result()
        assert [one.achievement for one in found.others[0]] == [everywhere]

    def test_the_end_of_a_year_answers_for_the_year_of_a_level(self) -> None:
        year = target(
            indicator=RATE, goal=Quantity("5.5", "%"), transformation=Transformation.LEVEL
        )
        end = result(
            indicator=RATE,
            value=Quantity("5.2", "%"),
            transformation=Transformation.LEVEL,
            period=Period.parse("2023年末"),
        )
        assert card([year], [end])[0].verdict is Verdict.MET
        exact = attrs.evolve(end, period=YEAR, value=Quantity("5.6", "%"))
        found = card([year], [end, exact])
        assert found[0].achievement is exact
        assert [one.achievement for one in found.others[0]] == [end]

    def test_another_scope_or_price_basis_pairs_and_does_not_compare(self) -> None:
        found = card([target(price_basis="现价")], [result(price_basis="不变价")])
        assert found[0].reason is Reason.PRICE_BASIS_MISMATCH
        better = result(price_basis="现价", value=Quantity("6", "%"))
        found = card([target(price_basis="现价")], [result(price_basis="不变价"), better])
        assert found[0].achievement is better

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({"transformation": Transformation.RANK}, Reason.TRANSFORMATION_MISMATCH),
            ({"period": Period.year(2022)}, Reason.PERIOD_MISMATCH),
            ({"region": PROVINCE}, Reason.REGION_MISMATCH),
        ],
    )
    def test_what_comes_nearest_is_told_on_both_sides(
        self, fields: dict[str, Any], reason: Reason
    ) -> None:
        near = result(**fields)
        one = unpaired([target()], [near])
        assert (one.reason, one.near) == (reason, (near,))
        (other,) = card([target()], [near]).unpaired_achievements
        assert (other.record, other.reason, other.near) == (near, reason, (target(),))

    def test_nothing_of_the_indicator_is_told(self) -> None:
        one = unpaired([target()], [result(indicator=RATE)])
        assert (one.reason, one.near) == (Reason.NO_ACHIEVEMENT, ())
        (other,) = card([target()], [result(indicator=RATE)]).unpaired_achievements
        assert (other.reason, other.near) == (Reason.INDICATOR_MISMATCH, ())

    def test_a_policy_and_a_day_are_handed_on(self) -> None:
        strict = gt.Policy.named("strict")
        found = card([target()], [result()], policy=strict, as_of=date(2023, 6, 1))
        assert (found[0].policy, found[0].reason) == (strict, Reason.NOT_DUE)


class TestFiguresThatChange:
    def figures(self) -> list[gt.Achievement]:
        def figure(value: str, status: gt.Status, day: date) -> gt.Achievement:
            source = gt.Source(document="公报", date=day)
            return result(value=Quantity(value, "%"), status=status, source=source)

        return [
            figure("6.9", gt.Status.FINAL, date(2025, 1, 1)),
            figure("7.1", gt.Status.PRELIMINARY, date(2024, 2, 1)),
        ]

    def test_the_figure_in_force_counts_and_a_changed_verdict_is_told(self) -> None:
        found = card([target()], self.figures())
        assert found[0].verdict is Verdict.MISSED
        assert [problem.code for problem in found.problems] == ["verdict-changed"]
        assert card([target()], self.figures(), as_of=date(2024, 6, 1))[0].verdict is Verdict.MET

    def test_what_was_not_known_yet_does_not_count(self) -> None:
        found = card([target()], self.figures()[:1], as_of=date(2024, 6, 1))
        assert (found[0].verdict, found[0].reason) == (Verdict.PENDING, Reason.NO_ACHIEVEMENT)
        assert found.unpaired_targets == ()

    def test_what_was_published_later_changes_nothing_yet(self) -> None:
        assert card([target()], self.figures(), as_of=date(2024, 6, 1)).problems == ()
        later = card([target()], self.figures(), as_of=date(2025, 6, 1)).problems
        assert [problem.code for problem in later] == ["verdict-changed"]

    def test_conflicting_figures_and_claims_are_told(self) -> None:
        figures = [result(claim="圆满完成", value=Quantity(value, "%")) for value in ("6.1", "6.5")]
        codes = [problem.code for problem in card([target()], figures).problems]
        assert codes == ["conflicting-figures", "claim-disagrees"]


class TestReferences:
    @pytest.mark.parametrize(
        ("goal", "reference"),
        [
            (gt.Relative(Relation.ABOUT, "经济增长"), {}),
            (gt.Relative(Relation.AT_LEAST, "经济增长增速"), {}),
            (gt.Relative(Relation.ABOVE, "gdp", period=YEAR), {}),
            (gt.Relative(Relation.ABOVE, "gdp", region=PROVINCE), {"region": PROVINCE}),
            (
                gt.Relative(Relation.ABOVE, region=PROVINCE),
                {"indicator": INCOME, "region": PROVINCE},
            ),
            (
                gt.Relative(Relation.EXACT, period="上年"),
                {"indicator": INCOME, "period": Period.year(2022)},
            ),
        ],
    )
    def test_the_other_series_is_looked_up(
        self, goal: gt.Relative, reference: dict[str, Any]
    ) -> None:
        other = result(**reference, value=Quantity("6.5", "%"))
        found = card([target(indicator=INCOME, goal=goal)], [result(indicator=INCOME), other])
        assert found[0].reference is other

    @pytest.mark.parametrize(
        "goal",
        [
            gt.Relative(Relation.ABOUT, "工业"),
            gt.Relative(Relation.ABOUT, "gdp", period="前三年"),
            gt.Relative(Relation.ABOUT, "gdp", region=PROVINCE),
        ],
    )
    def test_a_series_that_is_not_there_is_missing(self, goal: gt.Relative) -> None:
        found = card([target(indicator=INCOME, goal=goal)], [result(indicator=INCOME), result()])
        assert (found[0].reference, found[0].reason) == (None, Reason.REFERENCE_MISSING)

    def test_last_year_is_only_known_for_a_year(self) -> None:
        goal = gt.Relative(Relation.EXACT, period="上年")
        half = Period.half(2023, 1)
        found = card(
            [target(goal=goal, period=half)],
            [result(period=half), result(period=Period.year(2022))],
        )
        assert found[0].reason is Reason.REFERENCE_MISSING


class TestOutlook:
    def test_the_last_known_value_of_the_series_counts(self) -> None:
        ahead = target(period=Period.year(2024))
        older = result(period=Period.year(2022), value=Quantity("5", "%"))
        rank = result(transformation=Transformation.RANK, value=Quantity("3", "位"))
        (one,) = gt.Dataset([target(), ahead], [older, result(), rank]).outlook()
        assert (one.target, str(one.baseline), str(one.change)) == (ahead, "7.2%", "-0.2个百分点")

    def test_a_value_that_compares_with_something_else_is_no_last_value(self) -> None:
        ahead = target(period=Period.year(2024), base="同比")
        older = [result(base="比2020年"), result(period=Period.year(2022), base="比2021年")]
        (one,) = gt.Dataset([ahead], older).outlook()
        assert one.baseline is older[1].value

    def test_what_is_of_the_same_time_is_no_last_value(self) -> None:
        (one,) = gt.Dataset([target()], [result()]).outlook()
        assert one.verdict is Verdict.PENDING

    def test_a_period_may_be_asked_for(self) -> None:
        data = gt.Dataset([target(), target(period=Period.year(2024))])
        assert [str(one.target.period) for one in data.outlook(2023)] == ["2023年"]
        assert gt.Dataset().outlook() == []


class TestScorecard:
    def test_it_is_a_sequence_with_counts(self) -> None:
        found = card([target(), target(indicator=RATE)], [result()])
        assert (len(found), found[1].verdict, len(found[:1])) == (2, Verdict.PENDING, 1)
        assert list(found.counts.values()) == [1, 0, 0, 1]
        assert found.reasons == {Reason.NO_ACHIEVEMENT: 1}
        assert (
            repr(found) == "<Scorecard of 2 targets: 1 met, 0 missed, 0 indeterminate, 1 pending>"
        )

    def test_a_part_of_it_is_a_scorecard(self) -> None:
        later = result(period=YEAR, base="环比")
        found = card([target(indicator=RATE), target()], [result(), later])
        met = found.only(Verdict.MET)
        assert (len(met), len(met.unpaired_targets), list(met.others)) == (1, 0, [0])
        pending = found.only(reason=Reason.NO_ACHIEVEMENT)
        assert (len(pending), len(pending.unpaired_targets)) == (1, 1)
        groups = found.by(lambda one: one.indicator.id)
        assert {name: len(part) for name, part in groups.items()} == {"rate": 1, "gdp": 1}

    def test_it_shows_itself_in_notebooks(self) -> None:
        found = card([target()], [result()])
        assert found._repr_html_() == found.html()
        assert found.markdown().count("|") > 20

    def test_ten_thousand_pairs_take_no_time_to_speak_of(self) -> None:
        regions = [gt.Region(f"县{number}", f"{410101 + number}") for number in range(100)]
        periods = [Period.year(year) for year in range(2001, 2026)]
        places = [(region, period) for region in regions for period in periods]
        targets = [target(region=region, period=period) for region, period in places]
        results = [result(region=region, period=period) for region, period in places]
        found = card(targets, results[::2])
        assert (found.counts[Verdict.MET], len(found.unpaired_targets)) == (1250, 1250)


class TestArrow:
    def test_records_and_scorecards_are_tables(self) -> None:
        pa = pytest.importorskip("pyarrow")
        data = gt.Dataset([target()], [result()])
        for part in (data.targets, data.achievements, data.indicators, data.assess()):
            assert len(pa.table(part)) == 1


def test_thousands_of_records_do_not_flood_a_terminal() -> None:
    data = gt.Dataset([target(period=Period.year(1000 + year)) for year in range(2000)])
    assert repr(data) == (
        "<Dataset of 2000 targets, 0 achievements, 1 indicators, 0 problems; see .targets and so on>"
    )
    assert repr(data.targets) == "<Records: 2000 of Target; list(...) shows all>"
    assert repr(data.targets[:5]).startswith("Records([Target(")
    assert repr(gt.Records([1, "a"] * 3)) == "<Records: 6 of int, str; list(...) shows all>"
