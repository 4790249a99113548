"""Judging whole tables: what comes out, in which shape, and what is said of rows that cannot be judged."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.compute as pc
import pytest

import govtargets as gt
from govtargets import arrow
from govtargets.arrow import _assess_quick
from govtargets.arrow._assess_forms import _end, _probes
from govtargets.arrow._assess_units import Scale
from govtargets.errors import InvalidValueError

GRAIN = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
YEAR = gt.Period.year(2023)


def target(goal: Any, **more: Any) -> gt.Target:
    return gt.Target(**({"indicator": GRAIN, "goal": goal, "period": YEAR} | more))


def result(value: Any, **more: Any) -> gt.Achievement:
    return gt.Achievement(**({"indicator": GRAIN, "value": value, "period": YEAR} | more))


def tons(number: str) -> gt.Quantity:
    return gt.Quantity(number, "万吨")


def goals(*targets: gt.Target) -> pa.Table:
    return arrow.encode(targets, record=gt.Target)


def results(*achievements: gt.Achievement) -> pa.Table:
    return arrow.encode(achievements, record=gt.Achievement)


def judged(targets: Any, achievements: Any, *columns: str, **more: Any) -> list[tuple[Any, ...]]:
    found = arrow.assess(targets, achievements, columns=columns, **more)
    return [tuple(row.values()) for row in found.to_pylist()]


def replaced(table: pa.Table, name: str, values: list[Any], type_: Any = None) -> pa.Table:
    place = table.schema.get_field_index(name)
    kind = type_ or table.schema.field(name).type
    return table.set_column(place, name, pa.array(values, kind))


def with_null_words(table: pa.Table) -> pa.Table:
    """The table with every absent word as an index that leads to a null."""
    columns = [
        pc.dictionary_encode(column.cast(pa.string()), null_encoding="encode").cast(column.type)
        if pa.types.is_dictionary(column.type)
        else column
        for column in table.columns
    ]
    return pa.Table.from_arrays(columns, table.schema.names)


def viewed(table: pa.Table) -> pa.Table:
    """The table with all its words as string views, as Polars gives them."""
    columns = [
        column.cast(pa.string()).cast(pa.string_view())
        if pa.types.is_dictionary(column.type)
        else column
        for column in table.columns
    ]
    return pa.Table.from_arrays(columns, table.schema.names)


class TestShapes:
    def test_one_row_a_row_in_order(self) -> None:
        numbers = ["199", "200", "204.8"]
        reached = results(*(result(tons(number)) for number in numbers))
        found = judged(goals(target(tons("200"))), reached, "verdict", "achievement_row")
        assert found == [("missed", 0), ("met", 1), ("met", 2)]

    def test_all_columns_have_the_types_of_the_schema(self) -> None:
        found = arrow.assess(goals(target(tons("200"))), results(result(tons("204.8"))))
        for field in found.schema:
            assert field.type == arrow.ASSESSMENTS.field(field.name).type

    def test_judgements_read_back_as_assessments(self) -> None:
        targets, achievements = [target(tons("200"))], [result(tons("204.8"))]
        table = arrow.assess(goals(*targets), results(*achievements))
        whole = arrow.conform(table, arrow.ASSESSMENTS)
        found = arrow.decode(whole, gt.Assessment, targets=targets, achievements=achievements)
        assert found.records == (gt.assess(targets[0], achievements[0]),)

    def test_a_row_without_a_verdict_is_a_problem_when_read_back(self) -> None:
        table = arrow.assess(goals(), results(result(tons("1"))))
        found = arrow.decode(arrow.conform(table, arrow.ASSESSMENTS), gt.Assessment)
        assert not found.records
        assert {problem.column for problem in found.problems} == {"verdict", "target_indicator"}

    def test_a_reader_gives_a_reader_and_is_read_as_it_is_judged(self) -> None:
        taken: list[int] = []
        table = results(result(tons("204.8")))

        def batches() -> Any:
            for number in range(50):
                taken.append(number)
                yield from table.to_batches()

        reader = pa.RecordBatchReader.from_batches(table.schema, batches())
        found = arrow.assess(goals(target(tons("200"))), reader)
        assert isinstance(found, pa.RecordBatchReader)
        found.read_next_batch()
        assert len(taken) < 50
        rows = [row for batch in found for row in batch.column("achievement_row").to_pylist()]
        assert rows == list(range(1, 50))

    def test_progress_counts_rows(self) -> None:
        seen: list[int] = []
        chunked = pa.concat_tables([results(result(tons("1")))] * 3)
        arrow.assess(goals(target(tons("1"))), chunked, progress=seen.append)
        assert seen == [1, 2, 3]

    def test_empty_tables(self) -> None:
        assert judged(goals(), results(), "verdict") == []
        assert judged(goals(), results(result(tons("1"))), "verdict", "problem") == [(None, "no_target")]  # fmt: skip
        assert judged(goals(target(tons("1"))), results(), "verdict") == []

    def test_any_arrow_stream_goes_in(self) -> None:
        class Stream:
            def __init__(self, table: pa.Table) -> None:
                self.table = table

            def __arrow_c_stream__(self, requested: object = None) -> object:
                return self.table.__arrow_c_stream__(requested)

        found = judged(
            Stream(goals(target(tons("1")))), Stream(results(result(tons("1")))), "verdict"
        )
        assert found == [("met",)]

    def test_the_plain_profile_has_strings(self) -> None:
        found = arrow.assess(goals(target(tons("1"))), results(result(tons("1"))), profile="plain")
        assert found.schema.field("verdict").type == pa.string()
        assert found["verdict"].to_pylist() == ["met"]

    def test_columns_are_kept_on_request(self) -> None:
        table = results(result(tons("1"), note="甲"))
        found = arrow.assess(goals(target(tons("1"))), table, columns=["verdict"], keep=["note"])
        assert found.to_pylist() == [{"verdict": "met", "achievement_note": "甲"}]

    def test_unknown_columns_are_refused(self) -> None:
        with pytest.raises(gt.InvalidValueError, match="no column 'verdicts'"):
            arrow.assess(goals(), results(), columns=["verdicts"])
        with pytest.raises(gt.InvalidValueError, match="no column 'nota' to keep"):
            arrow.assess(goals(), results(), keep=["nota"])
        with pytest.raises(gt.InvalidValueError, match="without columns"):
            arrow.assess(goals(), results(), columns=[])
        assert arrow.assess(goals(), results(), columns=[], keep=["note"]).num_columns == 1

    def test_a_column_may_be_there_once(self) -> None:
        table, reached = goals(target(tons("1"))), results(result(tons("1")))
        for name in ("unit", "indicator", "period_start", "magnitude", "digits"):
            goal, value = (each.append_column(name, each[name]) for each in (table, reached))
            for pair in ((goal, reached), (table, value)):
                with pytest.raises(gt.ProblemsError, match=f"{name}: two columns have this name"):
                    arrow.assess(*pair)
        twice = reached.append_column("note", reached["note"])
        assert judged(table, twice, "verdict") == [("met",)]
        with pytest.raises(gt.ProblemsError, match="note: two columns have this name"):
            arrow.assess(table, twice, keep=["note"])
        wide = replaced(twice, "magnitude", [Decimal("99999999999999999999.5")])
        assert judged(table, wide, "completion", "problem") == [(None, "unreadable_achievement")]

    def test_a_judge_travels_to_another_process(self) -> None:
        judge = arrow.assess_batches(goals(target(tons("1"))), columns=["verdict"])
        table = results(result(tons("1")))
        for _ in range(2):
            assert len(list(judge(table.to_batches()))) == 1
        again = pickle.loads(pickle.dumps(judge))  # noqa: S301  our own bytes
        assert [batch.to_pylist() for batch in again(table.to_batches())] == [[{"verdict": "met"}]]

    def test_more_rows_than_a_part(self) -> None:
        table = results(*[result(tons("1")), result(tons("3"))]).take(pa.array([0, 1] * 140_000))
        found = arrow.assess(goals(target(tons("2"))), table.combine_chunks(), columns=["verdict"])
        assert found["verdict"].to_pylist() == ["missed", "met"] * 140_000


class TestPairing:
    def test_a_row_with_a_problem_has_no_numbers(self) -> None:
        reached = results(
            *(result(tons("1"), period=gt.Period.year(year)) for year in (2022, 2023))
        )
        none, met = arrow.assess(goals(target(tons("1"))), reached).to_pylist()
        assert met["completion"] == "1/1"
        said = {name for name, value in none.items() if value is not None}
        assert said == {"problem", "policy", "achievement_row"}

    def test_no_target_and_several(self) -> None:
        two = goals(target(tons("1")), target(tons("2")))
        assert judged(two, results(result(tons("1"))), "verdict", "problem") == [(None, "several_targets")]  # fmt: skip
        other = result(tons("1"), period=gt.Period.year(2022))
        assert judged(two, results(other), "problem") == [("no_target",)]

    def test_how_figures_are_made_tells_targets_apart(self) -> None:
        level, growth = gt.Transformation.LEVEL, gt.Transformation.GROWTH
        both = goals(
            target(tons("200"), transformation=level),
            target(gt.Quantity("3", "%"), transformation=growth),
        )
        found = judged(
            both,
            results(
                result(gt.Quantity("3.5", "%"), transformation=growth),
                result(tons("199"), transformation=level),
                result(tons("199"), transformation=gt.Transformation.SHARE),
            ),
            *("target_row", "verdict", "problem"),
        )
        assert found == [(1, "met", None), (0, "missed", None), (None, None, "several_targets")]

    def test_the_end_of_a_year_is_the_year_for_a_level(self) -> None:
        end = gt.Period.parse("2023年末")
        level = gt.Transformation.LEVEL
        for wanted, reached in ((YEAR, end), (end, YEAR)):
            goal = goals(target(tons("1"), period=wanted, transformation=level))
            assert judged(goal, results(result(tons("1"), period=reached)), "verdict") == [("met",)]
            without = goals(target(tons("1"), period=wanted))
            found = judged(without, results(result(tons("1"), period=reached)), "problem")
            assert found == [("no_target",)]

    def test_areas_by_code_else_by_name(self) -> None:
        coded, named = gt.Region("甲市", "410800"), gt.Region("甲市")
        other_code = gt.Region("甲市", "410900")
        cases = [
            (coded, gt.Region("甲", "410800"), None),
            (coded, named, None),
            (named, coded, None),
            (named, named, None),
            (coded, other_code, "no_target"),
            (None, None, None),
            (coded, None, "no_target"),
        ]
        for wanted, reached, problem in cases:
            found = judged(
                goals(target(tons("1"), region=wanted)),
                results(result(tons("1"), region=reached)),
                "problem",
            )
            assert found == [(problem,)], (wanted, reached)

    def test_a_name_of_two_areas_stands_for_neither(self) -> None:
        two = [target(tons("1"), region=gt.Region("城关区", code)) for code in ("620102", "540102")]
        found = judged(
            goals(*two), results(result(tons("1"), region=gt.Region("城关区"))), "problem"
        )
        assert found == [("no_target",)]

    def test_a_code_with_two_names_stands_for_either_only_beside_a_code(self) -> None:
        old, new = gt.Region("襄樊市", "420600"), gt.Region("襄阳市", "420600")
        other = gt.Indicator("other", "别的", direction=gt.Direction.HIGHER)
        wanted = [
            target(tons("200"), region=gt.Region("襄樊市")),
            target(tons("200"), region=old, indicator=other),
            target(tons("200"), region=new, indicator=other, period=gt.Period.year(2022)),
        ]
        areas = [old, new, gt.Region("襄樊市"), gt.Region("襄阳市")]
        reached = [
            *(result(tons("200"), region=area) for area in areas),
            *(result(tons("200"), region=area, indicator=other) for area in areas),
        ]
        found = judged(goals(*wanted), results(*reached), "verdict", "problem", "target_row")
        met, lost = ("met", None), (None, "no_target", None)
        assert found == [(*met, 0), lost, (*met, 0), lost, (*met, 1), (*met, 1), (*met, 1), lost]
        nameless = results(*reached).drop_columns(["region"])
        assert judged(goals(*wanted), nameless, "verdict")[:2] == [("met",), ("met",)]
        codeless = results(*reached).drop_columns(["region_code"])
        assert judged(goals(*wanted), codeless, "target_row")[4:6] == [(1,), (None,)]

    def test_a_table_with_codes_only(self) -> None:
        table = goals(target(tons("1"), region=gt.Region("甲市", "410800"))).drop_columns("region")
        achieved = results(result(tons("1"), region=gt.Region("乙", "410800"))).drop_columns(
            "region"
        )
        assert judged(table, achieved, "verdict") == [("met",)]

    def test_cells_too_many_for_a_table_are_hashed(self) -> None:
        targets = [
            target(
                tons("2"),
                indicator=gt.Indicator(f"i{n}", "甲", direction=gt.Direction.HIGHER),
                region=gt.Region(f"第{n}区"),
                period=gt.Period.month(1900 + n // 12, n % 12 + 1),
            )
            for n in range(110)
        ]
        reached = [
            result(tons("3"), indicator=one.indicator, region=one.region, period=one.period)
            for one in targets
        ]
        elsewhere = result(tons("3"), indicator=targets[0].indicator, region=targets[1].region)
        found = judged(goals(*targets), results(*reached, elsewhere), "verdict", "target_row")
        assert found == [*(("met", n) for n in range(110)), (None, None)]
        twice = judged(goals(*targets, targets[5]), results(reached[5], reached[6]), "problem")
        assert twice == [("several_targets",), (None,)]

    def test_long_periods_far_apart(self) -> None:
        century, plan = (gt.Period.parse(said) for said in ("2001—2100年", "2021—2025年"))
        others = [gt.Period.year(1901), gt.Period.year(2025), gt.Period.parse("2025年末"), plan]
        wanted = goals(*(target(tons("2"), period=period) for period in (century, *others)))
        outside = [gt.Period.year(year) for year in (1000, 1900, 1950, 2101, 9999)]
        reached = results(
            *(result(tons("2"), period=period) for period in (*others, century, *outside))
        )
        found = judged(wanted, reached, "target_row")
        assert found == [(1,), (2,), (3,), (4,), (0,), *[(None,)] * 5]

    def test_days_too_many_for_a_table_are_counted_one_by_one(self) -> None:
        days = [
            gt.Period.parse(f"19{n:02}-01-01/20{m:02}-0{1 + m % 9}-11")
            for n in range(99)
            for m in range(24)
        ]
        periods = [*days, *(gt.Period.year(year) for year in range(1001, 2599))]
        targets = [target(tons("2"), period=period) for period in periods]
        found = judged(
            goals(*targets), results(result(tons("2"), period=periods[-7])), "target_row"
        )
        assert found == [(len(periods) - 7,)]
        end = gt.Period.parse("2590年末")
        level = gt.Transformation.LEVEL
        other = judged(
            goals(*targets), results(result(tons("2"), period=end, transformation=level)), "verdict"
        )
        assert other == [("met",)]

    def test_tables_without_the_columns_of_a_key(self) -> None:
        table = goals(target(tons("1")))
        for name in ("indicator", "period_kind", "period_start"):
            achieved = results(result(tons("1"))).drop_columns(name)
            assert judged(table, achieved, "problem") == [("no_target",)]
            found = judged(table.drop_columns(name), results(result(tons("1"))), "problem")
            assert found == [("no_target",)]


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("name", "value", "type_"),
        [
            ("magnitude", None, None),
            ("unit", "万顿", pa.string()),
            ("unit", None, None),
            ("comparator", "roughly", pa.string()),
            ("comparator", None, None),
            ("low_inclusive", True, None),
            ("transformation", "speed", pa.string()),
        ],
    )
    @pytest.mark.parametrize("side", ["target", "achievement"])
    def test_a_row_that_gives_no_record(self, side: str, name: str, value: Any, type_: Any) -> None:
        wanted, reached = goals(target(tons("1"))), results(result(tons("1")))
        if side == "target":
            wanted = replaced(wanted, name, [value], type_)
        else:
            reached = replaced(reached, name, [value], type_)
            if name == "low_inclusive":
                reached = replaced(reached, "high_inclusive", [value])
        if side == "target" and name == "low_inclusive":
            wanted = replaced(wanted, "high_inclusive", [value])
        assert judged(wanted, reached, "verdict", "problem") == [(None, f"unreadable_{side}")]
        everything = arrow.assess(wanted, reached).to_pylist()[0]
        assert (everything["problem"], everything["gap_reason"]) == (f"unreadable_{side}", None)

    def test_digits_that_contradict_the_number(self) -> None:
        table = replaced(goals(target(tons("1.25"))), "digits", [1])
        assert judged(table, results(result(tons("1"))), "problem") == [("unreadable_target",)]
        table = replaced(goals(target(tons("1.25"))), "digits", [None])
        assert judged(table, results(result(tons("1"))), "problem") == [("unreadable_target",)]

    def test_a_direction_or_goal_of_no_list(self) -> None:
        for name in ("indicator_direction", "goal"):
            table = replaced(goals(target(tons("1"))), name, ["upwards"], pa.string())
            assert judged(table, results(result(tons("1"))), "problem") == [("unreadable_target",)]

    def test_no_kind_of_goal_in_any_row(self) -> None:
        table = goals(target(tons("1")))
        empty = pa.nulls(1, table.schema.field("goal").type)
        table = table.set_column(table.schema.get_field_index("goal"), "goal", empty)
        assert judged(table, results(result(tons("1"))), "problem") == [("unreadable_target",)]

    def test_no_goal_column_at_all(self) -> None:
        table = goals(target(tons("1"))).drop_columns("goal")
        with pytest.raises(InvalidValueError, match="no column 'goal'"):
            arrow.assess(table, results(result(tons("1"))))

    def test_a_goal_of_numbers_without_any(self) -> None:
        table = goals(target(tons("1"))).drop_columns("magnitude")
        assert judged(table, results(result(tons("1"))), "problem") == [("unreadable_target",)]

    def test_ranges_that_are_none(self) -> None:
        between = gt.Bounds.between(tons("1"), tons("2"))
        table = goals(target(between), target(between, period=gt.Period.year(2022)))
        reached = results(result(tons("1")), result(tons("1"), period=gt.Period.year(2022)))
        unreadable = [("unreadable_target",), (None,)]
        for name, value in (
            ("upper_magnitude", Decimal("0.5")),
            ("upper_unit", None),
            ("high_inclusive", None),
        ):
            old = table[name].to_pylist()
            changed = replaced(table, name, [value, old[1]])
            assert judged(changed, reached, "problem") == unreadable, name
        changed = replaced(table, "upper_unit", ["人", "万吨"])
        assert judged(changed, reached, "problem") == unreadable

    def test_a_stretch_that_cannot_be_read(self) -> None:
        table = replaced(goals(target(tons("1"), stretch=tons("2"))), "stretch_unit", ["万顿"])
        assert judged(table, results(result(tons("3"))), "problem") == [("unreadable_target",)]

    def test_floats_are_refused(self) -> None:
        table = replaced(goals(target(tons("1"))), "magnitude", [1.0], pa.float64())
        with pytest.raises(gt.ProblemsError, match="floats"):
            arrow.assess(table, results(result(tons("1"))))
        table = replaced(results(result(tons("1"))), "magnitude", [1.0], pa.float64())
        with pytest.raises(gt.ProblemsError, match="floats"):
            arrow.assess(goals(target(tons("1"))), table)

    def test_what_records_alone_can_tell_to_be_unreadable(self) -> None:
        # A range that is to be hit is left to records, which read every column.
        between = gt.Bounds.between(tons("1"), tons("2"))
        indicator = gt.Indicator("x", "甲", direction=gt.Direction.AT_TARGET)
        wanted = goals(target(between, indicator=indicator))
        reached = results(result(tons("3"), indicator=indicator))
        bad = replaced(reached, "status", ["done"], pa.string())
        assert judged(wanted, bad, "problem", "gap_reason") == [("unreadable_achievement", None)]
        bad = replaced(wanted, "attribute", ["firm"], pa.string())
        assert judged(bad, reached, "problem", "gap_reason") == [("unreadable_target", None)]


class TestIndicators:
    def test_targets_may_give_only_the_id(self) -> None:
        table = goals(target(tons("1"))).drop_columns(["indicator_name", "indicator_direction"])
        reached = results(result(tons("2"))).drop_columns(["indicator_name"])
        assert judged(table, reached, "reason") == [("direction_unknown",)]
        assert judged(table, reached, "verdict", indicators=[GRAIN]) == [("met",)]
        everything = arrow.assess(table, reached, indicators=[GRAIN]).to_pylist()[0]
        assert everything["completion"] == "2/1"

    def test_what_a_row_says_of_its_indicator_comes_first(self) -> None:
        lower = gt.Indicator("grain", "粮食产量", direction=gt.Direction.LOWER)
        found = judged(
            goals(target(tons("1"))), results(result(tons("2"))), "verdict", indicators=[lower]
        )
        assert found == [("met",)]
        others = [gt.Indicator("other", "别的")]
        table, reached = goals(target(tons("1"))), results(result(tons("2")))
        assert judged(table, reached, "verdict", indicators=others) == [("met",)]

    def test_records_get_the_id_for_a_name(self) -> None:
        wide = tons("99999999999999999999.5")
        table = goals(target(wide)).drop_columns("indicator_name")
        reached = results(result(wide)).drop_columns("indicator_name")
        found = arrow.assess(table, reached, indicators=[gt.Indicator("other", "别的")]).to_pylist()
        assert (found[0]["verdict"], found[0]["completion"]) == ("met", "1/1")


class TestUnits:
    def test_units_of_an_embedder_travel_with_their_rows(self) -> None:
        with gt.Catalogue("poultry") as mine:
            mine.define("笼", "50 羽")
            wanted = goals(
                target(gt.Quantity("2", "笼")), target(tons("1"), period=gt.Period.year(2022))
            )
            reached = results(
                result(gt.Quantity("101", "羽")), result(tons("1"), period=gt.Period.year(2022))
            )
        found = arrow.assess(wanted, reached).to_pylist()
        assert [row["verdict"] for row in found] == ["met", "met"]
        assert found[0]["gap_unit"] == "笼"
        assert found[0]["unit_definitions"] is not None
        assert found[1]["unit_definitions"] is None

    def test_weights_that_no_64_bits_hold(self) -> None:
        with gt.Catalogue("odd") as mine:
            mine.define("巨", "10000000000000000000000000000000000000000 吨")
            wanted, reached = (
                goals(target(gt.Quantity("2", "巨"))),
                results(result(gt.Quantity("3", "巨"))),
            )
            both = (
                judged(wanted, reached, "verdict"),
                judged(wanted, results(result(tons("1"))), "verdict"),
            )
        assert both == ([("met",)], [("missed",)])

    def test_a_stretch_in_a_finer_unit_moves_no_goal(self) -> None:
        rent = gt.Quantity("15", "元/亩")
        stretch = gt.Quantity("300", "元/公顷")
        wanted = goals(target(rent), target(rent, stretch=stretch, period=gt.Period.year(2022)))
        reached = results(result(rent), result(rent, period=gt.Period.year(2022)))
        assert judged(wanted, reached, "verdict", "stretch") == [("met", None), ("met", "missed")]

    def test_fractions_of_a_whole(self) -> None:
        third = gt.zh.read("三分之一").value
        found = arrow.assess(goals(target(third)), results(result(gt.zh.read("三分之二").value)))
        row = found.to_pylist()[0]
        assert (row["verdict"], row["completion"]) == ("met", "2/1")
        assert row["gap_reason"] == "no_finite_decimal"

    def test_more_kinds_than_16_bits_number(self, monkeypatch: pytest.MonkeyPatch) -> None:
        number = Scale.number
        monkeypatch.setattr(Scale, "number", lambda scale, kind: number(scale, kind) + 2**15)
        wanted = goals(target(tons("1")), target(gt.Quantity(1, "家"), period=gt.Period.year(2022)))
        reached = results(result(gt.Quantity(2, "家")), result(tons("2")))
        assert judged(wanted, reached, "reason") == [("unit_mismatch",), (None,)]


class TestReferences:
    GDP = gt.Indicator("gdp", "地区生产总值", aliases=("经济增长",), direction=gt.Direction.HIGHER)
    INCOME = gt.Indicator("income", "居民收入", direction=gt.Direction.HIGHER)

    def pair(self) -> tuple[pa.Table, pa.Table, pa.Table]:
        goal = gt.Relative(gt.Relation.AT_LEAST, "经济增长")
        growth = {"transformation": gt.Transformation.GROWTH}
        wanted = goals(
            target(goal, indicator=self.INCOME, **growth),
            target(goal, indicator=self.INCOME, period=gt.Period.year(2022), **growth),
        )
        reached = [
            result(gt.Quantity("6.1", "%"), indicator=self.INCOME, period=period, **growth)
            for period in (YEAR, gt.Period.year(2022))
        ]
        other = results(result(gt.Quantity("6.0", "%"), indicator=self.GDP, **growth))
        return wanted, results(*reached), other

    def test_a_goal_against_another_series(self) -> None:
        wanted, reached, other = self.pair()
        columns = ("verdict", "reason", "gap_magnitude", "gap_unit")
        missing = ("indeterminate", "reference_missing", None, None)
        assert judged(wanted, reached, *columns) == [missing, missing]
        met = ("met", None, Decimal("0.1"), "个百分点")
        assert judged(wanted, reached, *columns, references=other) == [met, missing]
        # A table that gives the id only needs somebody to say what it is called.
        own = [name for name in other.schema.names if name.startswith("indicator_")]
        other = other.drop_columns(own)
        assert judged(wanted, reached, *columns, references=other) == [missing, missing]
        found = judged(wanted, reached, *columns, references=other, indicators=[self.GDP])
        assert found == [met, missing]

    def test_without_relative_goals_references_are_not_even_read(self) -> None:
        broken = pa.table({"magnitude": [1.5]})
        reached = results(result(tons("1")))
        assert judged(goals(target(tons("1"))), reached, "verdict", references=broken) == [("met",)]

    def test_references_that_give_no_record(self) -> None:
        wanted, reached, other = self.pair()
        for bad in (
            replaced(other, "unit", ["百分"], pa.string()),
            other.drop_columns("indicator"),
        ):
            with pytest.raises(gt.ProblemsError):
                arrow.assess(wanted, reached, references=bad)

    def test_a_target_that_gives_no_record_stays_as_it_was(self) -> None:
        wanted, reached, other = self.pair()
        bad = replaced(wanted, "attribute", ["firm", None], pa.string())
        assert judged(bad, reached, "reason", references=other)[0] == ("reference_missing",)


class TestOddTables:
    def test_targets_in_pieces(self) -> None:
        pieces = [goals(target(tons("1"))), goals(target(tons("2"), period=gt.Period.year(2022)))]
        reached = results(result(tons("1")), result(tons("1"), period=gt.Period.year(2022)))
        found = judged(pa.concat_tables(pieces), reached, "verdict")
        assert found == [("met",), ("missed",)]

    def test_words_alone(self) -> None:
        reached = results(result(gt.Bounds.at_least(tons("1"))))
        assert judged(goals(target(gt.NotStated())), reached, "reason") == [("not_stated",)]

    def test_a_dictionary_that_holds_a_null(self) -> None:
        words = pa.DictionaryArray.from_arrays(pa.array([1], pa.int32()), pa.array(["level", None]))
        table = goals(target(tons("1")))
        place = table.schema.get_field_index("transformation")
        table = table.set_column(place, "transformation", words)
        reached = results(result(tons("1"), transformation=gt.Transformation.GROWTH))
        assert judged(table, reached, "verdict") == [("met",)]

    def test_dictionaries_that_hold_nulls_in_place_of_absent_words(self) -> None:
        areas = [None, gt.Region("甲市"), gt.Region("甲市", "410800")]
        table = goals(*(target(tons("1"), region=area) for area in areas))
        reached = results(*(result(tons("1"), region=area) for area in areas))
        expected = arrow.assess(table, reached).to_pylist()
        assert [row["target_row"] for row in expected] == [0, None, None]
        assert (
            arrow.assess(with_null_words(table), with_null_words(reached)).to_pylist() == expected
        )
        pieces = (with_null_words(each) for each in (table.slice(0, 1), table.slice(1)))
        assert arrow.assess(pa.concat_tables(pieces), reached).to_pylist() == expected

    def test_texts_as_views_where_records_tell(self) -> None:
        wide = tons("99999999999999999999.5")
        table, reached = (
            viewed(each) for each in (goals(target(wide)), results(result(wide), result(wide)))
        )
        asked = "verdict", "problem", "completion"
        assert judged(table, reached, *asked) == [("met", None, "1/1")] * 2
        # One that no record has, and one that stands for a column of records.
        ends: Any = pa.RunEndEncodedArray.from_arrays(pa.array([2], pa.int32()), pa.array(["x"]))
        found = judged(table, reached.append_column("more", ends), *asked)
        assert found == [("met", None, "1/1")] * 2
        odd = reached.set_column(reached.schema.get_field_index("note"), "note", ends)
        assert judged(table, odd, *asked) == [(None, "unreadable_achievement", None)] * 2

    def test_broken_texts_where_records_tell(self) -> None:
        wide = tons("99999999999999999999.5")
        broken = pa.array([b"x", b"\xff"]).view(pa.string())
        reached = results(result(wide), result(wide))
        odd = reached.set_column(reached.schema.get_field_index("note"), "note", broken)
        found = judged(goals(target(wide)), odd, "problem", "completion")
        assert found == [("unreadable_achievement", None)] * 2

    def test_empty_batches(self) -> None:
        table = results(result(tons("1")))
        batches = [table.slice(0, 0).to_batches(), table.to_batches()]
        empty = pa.RecordBatch.from_pylist([], schema=table.schema)
        judge = arrow.assess_batches(goals(target(tons("1"))), columns=["verdict"])
        found = [batch.to_pylist() for batch in judge([empty, *batches[1], empty])]
        assert found == [[], [{"verdict": "met"}], []]

    def test_results_without_numbers(self) -> None:
        growth = gt.Transformation.GROWTH
        wanted = goals(target(tons("1"), transformation=gt.Transformation.LEVEL))
        reached = results(result(tons("1"), transformation=growth)).drop_columns("magnitude")
        found = arrow.assess(wanted, reached).to_pylist()[0]
        assert found["problem"] == "unreadable_achievement"

    def test_one_number_missing_among_others(self) -> None:
        reached = results(result(tons("1")), result(tons("2")), result(gt.Bounds.above(tons("2"))))
        reached = replaced(reached, "magnitude", [None, Decimal(2), Decimal(2)])
        found = judged(goals(target(tons("1"))), reached, "verdict", "problem")
        assert found == [(None, "unreadable_achievement"), ("met", None), ("met", None)]
        exact = replaced(
            results(result(tons("1")), result(tons("2"))), "magnitude", [None, Decimal(2)]
        )
        assert judged(goals(target(tons("1"))), exact, "verdict") == [(None,), ("met",)]

    def test_an_upper_number_in_every_row_of_plain_ones(self) -> None:
        reached = results(result(gt.Bounds.between(tons("1"), tons("2"))))
        for name in ("low_inclusive", "high_inclusive"):
            reached = replaced(reached, name, [None])
        reached = replaced(reached, "comparator", ["exact"], pa.string())
        assert judged(goals(target(tons("1"))), reached, "problem") == [("unreadable_achievement",)]

    def test_numbers_beyond_every_report(self) -> None:
        huge = gt.Quantity("9" * 29, "万亿吨")
        about = gt.Bounds.about(huge)
        indicator = gt.Indicator("x", "甲", direction=gt.Direction.AT_TARGET)
        wanted = goals(target(about, indicator=indicator))
        reached = [result(value, indicator=indicator) for value in (huge, gt.Quantity(1, "吨"))]
        assert judged(wanted, results(*reached), "verdict") == [("met",), ("missed",)]

    def test_cells_that_only_records_look_at(self) -> None:
        wide = tons("99999999999999999999.5")
        reached = results(result(wide))
        floats = replaced(reached, "status", [1.5], pa.float64())
        found = arrow.assess(goals(target(wide)), floats).to_pylist()[0]
        assert found["problem"] == "unreadable_achievement"
        dates = replaced(reached, "source_date", ["the day before"], pa.string())
        found = arrow.assess(goals(target(wide)), dates).to_pylist()[0]
        assert found["problem"] == "unreadable_achievement"


class TestRounding:
    """修约值比较法, where numbers of 64 bits don't tell, or a row contradicts itself."""

    POLICY = gt.Policy(rounding=gt.Rounding.ROUNDED_VALUE)

    @pytest.mark.parametrize(
        ("goal", "values"),
        [
            (tons("200"), ["199.5", "199.49", "200.5"]),
            (tons("2E+2"), ["149", "150", "151", "250"]),
            (tons("1E+19"), ["5E+18", "5.1E+18"]),
            (gt.Bounds.between(tons("1.0"), tons("2")), ["0.95", "0.94", "2.05", "2.06"]),
            (gt.Bounds.between(tons("1"), gt.Quantity("20000", "吨")), ["0.5", "0.6"]),
            (gt.Bounds.between(tons("1"), tons("3E+19")), ["0.5", "0.6"]),
            (gt.Bounds.below(tons("-1.50")), ["-1.505", "-1.5051", "-1.515"]),
        ],
        ids=str,
    )
    def test_is_that_of_records(self, goal: Any, values: list[str]) -> None:
        for direction in (*gt.Direction, None):
            indicator = gt.Indicator("x", "甲", direction=direction)
            wanted = target(goal, indicator=indicator)
            reached = [result(tons(value), indicator=indicator) for value in values]
            reached += [
                attrs.evolve(one, value=gt.Bounds.about(one.value.value)) for one in reached
            ]
            expected = [gt.assess(wanted, one, policy=self.POLICY).verdict.value for one in reached]
            found = judged(goals(wanted), results(*reached), "verdict", policy=self.POLICY)
            assert [verdict for (verdict,) in found] == expected

    def test_an_upper_number_that_contradicts_its_digits(self) -> None:
        table = goals(target(gt.Bounds.between(tons("1.0"), tons("2.5"))))
        table = replaced(table, "upper_digits", [0])
        found = judged(table, results(result(tons("1"))), "problem", policy=self.POLICY)
        assert found == [("unreadable_target",)]


class TestForms:
    def test_classes_that_find_no_room_are_left_to_the_exact_rule(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        comparators = [each for each in gt.Comparator if each is not gt.Comparator.BETWEEN]
        directions = [*gt.Direction, None]
        keys = [
            gt.Indicator(f"{comparator.value}_{place}", "甲", direction=direction)
            for comparator in comparators
            for place, direction in enumerate(directions)
        ]
        wanted = [
            target(gt.Bounds.of(comparator, tons("100")), indicator=keys[4 * place + number])
            for place, comparator in enumerate(comparators)
            for number in range(4)
        ]
        values = ("80", "95", "100", "105", "120")
        reached = [result(tons(number), indicator=key) for number in values for key in keys]
        expected = [
            (each.value,)
            for each in (
                gt.assess(wanted[n % len(keys)], one).verdict for n, one in enumerate(reached)
            )
        ]
        assert judged(goals(*wanted), results(*reached), "verdict") == expected
        monkeypatch.setattr(_assess_quick, "_CLASSES", 2)
        assert judged(goals(*wanted), results(*reached), "verdict") == expected

    @pytest.mark.parametrize("comparator", [gt.Comparator.ABOUT, gt.Comparator.NEARLY])
    @pytest.mark.parametrize("amount", [gt.Quantity("0.2", "个百分点"), gt.Quantity("5", "万吨")])
    def test_an_amount_reaches_in_its_own_kind(
        self, comparator: gt.Comparator, amount: gt.Quantity
    ) -> None:
        rate, grain = gt.Quantity("5.5", "%"), tons("200")
        some = gt.Indicator("some", "增速"), GRAIN
        wanted = [
            target(gt.Bounds.of(comparator, each), indicator=one)
            for each, one in zip((rate, grain), some, strict=True)
        ]
        reached = [
            result(gt.Bounds.of(how, gt.Quantity(number, unit)), indicator=one)
            for how in (gt.Comparator.EXACT, comparator)
            for number, unit, one in (
                *(("5.2", "%", some[0]), ("5.4", "%", some[0]), ("5.6", "%", some[0])),
                *(("190", "万吨", GRAIN), ("197", "万吨", GRAIN), ("203", "万吨", GRAIN)),
            )
        ]
        for satisfies in (True, False):
            policy = gt.Policy(
                name="amount", about=gt.Tolerance.absolute(amount, satisfies=satisfies)
            )
            pairs = [
                gt.assess(wanted[one.indicator is GRAIN], one, policy=policy) for one in reached
            ]
            expected = [(each.verdict.value, each.reason and each.reason.value) for each in pairs]
            found = judged(goals(*wanted), results(*reached), "verdict", "reason", policy=policy)
            assert found == expected

    def test_a_reading_of_another_shape_is_left_to_records(self) -> None:
        probes = _probes(gt.Comparator.EXACT, 1, 0)
        places: list[Fraction | None] = [Fraction(1), Fraction(2), None]
        assert _end(probes, places, [False] * 3, 10) is None
        assert _end(probes, [Fraction(1)] * 3, [False, False, True], 10) is None
        # An amount, the same around every number, is neither a share of it nor of its last digit.
        assert _end(probes, [Fraction(1)] * 3, [False] * 3, 10) is None
        shares = [Fraction(1001, 3), Fraction(3001, 3), Fraction(7003, 300)]
        own = [share * probe.unit for share, probe in zip(shares, probes, strict=True)]
        assert _end(probes, list(own), [False] * 3, 10) is None
        between = _probes(gt.Comparator.BETWEEN, 1, 3)
        assert _end(between, [Fraction(1)] * 3, [False] * 3, 10) is None
