"""Law 5: the judge of columns and the judge of records agree."""

from collections.abc import Sequence
from typing import Any

import attrs
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

import govtargets as gt
from govtargets import arrow
from govtargets import strategies as gts

KINDS = ("mass", "area", "ratio", "points", "rank", "money:CNY", "count:家", "persons", "")
INDICATORS = [
    gt.Indicator(f"i{place}", f"指标{place}", direction=direction)
    for place, direction in enumerate([*gt.Direction, None])
]
REGIONS = [None, gt.Region("甲市"), gt.Region("甲市", "410800"), gt.Region("乙市", "410900")]
PERIODS = [
    gt.Period.year(2023),
    gt.Period.year_to_date(2023, 12),
    gt.Period.parse("2023年末"),
    gt.Period.quarter(2023, 1),
]
# Figures of one transformation make most pairs; the others show what a mismatch comes to.
MAKINGS = [None, gt.Transformation.LEVEL, gt.Transformation.LEVEL, gt.Transformation.GROWTH]
POLICIES = [
    *gt.policies(),
    gt.Policy(name="third", about=gt.Tolerance.relative("1/3")),
    gt.Policy(name="amount", about=gt.Tolerance.absolute(gt.Quantity("1", "吨"))),
    gt.Policy(name="odd", about=gt.Tolerance.relative("0.123456789", satisfies=True)),
    gt.Policy(
        name="all at once",
        about=gt.Tolerance.half_unit(satisfies=True),
        bare=gt.Bare.EQUALITY,
        bounds_inclusive=False,
        rounding=gt.Rounding.ROUNDED_VALUE,
    ),
]
JUDGEMENT = [
    *("verdict", "reason", "gap_comparator", "gap_magnitude", "gap_digits", "gap_unit"),
    *("gap_upper_magnitude", "gap_upper_digits", "gap_upper_unit"),
    *("gap_low_inclusive", "gap_high_inclusive", "gap_reason", "completion", "completion_reason"),
    *("stretch", "stretch_reason", "policy", "policy_definition", "unit_definitions"),
]


def near(value: gt.Bounds) -> st.SearchStrategy[gt.Bounds]:
    """Statements about the same number or one close to it, in any unit of the kind."""
    number = value.value

    def other(unit: gt.Unit, step: int, comparator: gt.Comparator) -> gt.Bounds | None:
        try:
            moved = gt.Quantity(number.magnitude + step, number.unit)
            shown = moved.to(unit)
        except gt.GovTargetsError:
            shown = number
        try:
            return gt.Bounds.of(comparator, shown)
        except gt.GovTargetsError:
            return None

    stated = st.builds(
        other,
        gts.units(kind=number.unit.kind),
        st.sampled_from([0, 0, 0, 1, -1]),
        st.sampled_from(
            [gt.Comparator.EXACT] * 8 + [one for one in gt.Comparator if one is not gt.Comparator.BETWEEN]
        ),
    )
    return stated.map(lambda found: value if found is None else found)


def placed(record: Any) -> st.SearchStrategy[Any]:
    """The record of one of few indicators, areas and periods, so that many pairs come about."""
    return st.builds(
        lambda indicator, region, period, making: attrs.evolve(
            record, indicator=indicator, region=region, period=period, transformation=making
        ),
        st.sampled_from(INDICATORS),
        st.sampled_from(REGIONS),
        st.sampled_from(PERIODS),
        st.sampled_from(MAKINGS),
    )


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[gt.Target], list[gt.Achievement]]:
    """Targets, and achievements of which many are about the same."""
    kind = draw(st.sampled_from(KINDS)) or None
    targets = [
        draw(placed(one)) for one in draw(st.lists(gts.targets(kind=kind), max_size=8))
    ]
    achievements = []
    for _ in range(draw(st.integers(0, 12))):
        result = draw(gts.achievements(kind=kind))
        if targets and draw(st.integers(0, 3)):
            target = draw(st.sampled_from(targets))
            result = attrs.evolve(
                result,
                indicator=target.indicator,
                region=target.region,
                period=target.period,
                transformation=draw(st.sampled_from([target.transformation, result.transformation])),
                scope=draw(st.sampled_from([target.scope, result.scope])),
                price_basis=draw(st.sampled_from([target.price_basis, result.price_basis])),
                base=target.base,
            )
            if isinstance(target.goal, gt.Bounds):
                result = attrs.evolve(result, value=draw(near(target.goal)))
        else:
            result = draw(placed(result))
        achievements.append(result)
    return targets, achievements


def candidates(targets: Sequence[gt.Target], result: gt.Achievement) -> list[int]:
    """Which targets are of the same indicator, area and period, by the words of the documentation."""
    coded: dict[str, set[str]] = {}
    for one in targets:
        if one.region is not None and one.region.code is not None:
            coded.setdefault(one.region.name, set()).add(one.region.code)

    def area(region: gt.Region | None) -> Any:
        if region is None:
            return None
        codes = coded.get(region.name, set())
        if region.code is not None:
            return region.code
        return next(iter(codes)) if len(codes) == 1 else region.name

    areas = [area(one.region) for one in targets]
    wanted = area(result.region)
    if result.region is not None and result.region.code is not None and wanted not in areas:
        wanted = result.region.name
    return [
        place
        for place, one in enumerate(targets)
        if one.indicator.id == result.indicator.id and areas[place] == wanted
    ]


def made(record: gt.Target | gt.Achievement) -> Any:
    return record.transformation, record.price_basis, record.scope, record.base


def partner(targets: Sequence[gt.Target], result: gt.Achievement) -> int | str:
    """The target that a result belongs to, or the problem."""
    same = candidates(targets, result)
    found = [place for place in same if targets[place].period == result.period]
    if not found:
        levels = {None, gt.Transformation.LEVEL, gt.Transformation.SHARE}
        other = [
            place
            for place in same
            if targets[place].period.ends_with(result.period)
            or result.period.ends_with(targets[place].period)
        ]
        other = [place for place in other if {targets[place].period.kind, result.period.kind} & {gt.PeriodKind.YEAR, gt.PeriodKind.YEAR_TO_DATE}]
        if len(other) > 1:
            other = [place for place in other if made(targets[place]) == made(result)]
        if len(other) > 1:
            return "several_targets"
        pair = {one.transformation for place in other for one in (targets[place], result)}
        if not other or not (gt.Transformation.LEVEL in pair and pair <= levels):
            return "no_target" if not other or len(other) == 1 else "several_targets"
        found = other
    if len(found) > 1:
        found = [place for place in found if made(targets[place]) == made(result)]
    return found[0] if len(found) == 1 else "several_targets"


def plain(table: pa.Table) -> list[dict[str, Any]]:
    return [dict(row) for row in table.to_pylist()]


def compared(
    targets: Sequence[gt.Target], achievements: Sequence[gt.Achievement], policy: gt.Policy
) -> None:
    """Hold every row against the judge of records."""
    goals = arrow.encode(targets, record=gt.Target)
    results = arrow.encode(achievements, record=gt.Achievement)
    found = plain(arrow.assess(goals, results, policy=policy))
    assert [row["achievement_row"] for row in found] == list(range(len(achievements)))
    for row, result in zip(found, achievements, strict=True):
        expected = partner(targets, result)
        if isinstance(expected, str):
            assert (row["problem"], row["verdict"]) == (expected, None)
            continue
        assert (row["problem"], row["target_row"]) == (None, expected)
        judged = gt.assess(targets[expected], result, policy=policy)
        one = plain(arrow.encode([judged]).select(JUDGEMENT))[0]
        differ = {name: (row[name], one[name]) for name in JUDGEMENT if row[name] != one[name]}
        assert not differ, (differ, targets[expected], result)


class TestTwoJudgesAgree:
    """`arrow.assess` gives one row an achievement row, equal to the pairwise `assess` of the same two records."""

    @given(tables(), st.sampled_from(POLICIES))
    def test_on_hostile_records(
        self, both: tuple[list[gt.Target], list[gt.Achievement]], policy: gt.Policy
    ) -> None:
        compared(*both, policy)
