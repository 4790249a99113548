"""Law 5: the judge of columns and the judge of records agree."""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from operator import attrgetter
from random import Random
from typing import Any

import attrs
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govtargets as gt
from govtargets import arrow
from govtargets.arrow import _assess_blocks, _assess_spans

UNITS = [
    ("%", "‰", "倍", "成", "个百分点"),
    ("亩", "公顷", "平方米", "万亩"),
    ("吨", "千克", "亿斤", "克", "万亿吨"),
    ("元", "万元", "万亿元", "美元"),
    ("家", "万家", "个"),
    ("位",),
    ("元/亩", "元/平方米", "元/公顷"),
    ("年", "个月", "天"),
]
LARGEST = "99999999999999999999999999999.999999999"
NUMBERS = [
    *(
        "0",
        "0.00",
        "1",
        "7",
        "7.0",
        "6.95",
        "6.5",
        "7.5",
        "6.3",
        "7.7",
        "600",
        "1300",
        "8.05",
        "0.5",
    ),
    *("15", "200", "204.8", "1E+3", "1E+20", "0.000000001", "123456789.123456789"),
    *("9223372036.854775807", "9223372036.854775808", "18446744073.709551616", LARGEST),
]
INDICATORS = [
    gt.Indicator(f"i{place}", f"指标{place}", direction=direction)
    for place, direction in enumerate([*gt.Direction, None])
]
# Targets and results in the tables bring their names and directions along, so these change nothing.
NAMED = INDICATORS[:2]
REGIONS = [
    None,
    gt.Region("甲市"),
    gt.Region("甲市", "410800"),
    gt.Region("乙市", "410900"),
    gt.Region("丙市", "410800"),
]
PERIODS = [
    gt.Period.year(2023),
    gt.Period.year_to_date(2023, 12),
    gt.Period.parse("2023年末"),
    gt.Period.quarter(2023, 1),
]
WORDS: list[Any] = [
    gt.NotStated(),
    gt.Qualitative("平稳增长"),
    gt.Delegated("省"),
    gt.Relative(gt.Relation.ABOUT, "经济增长"),
]
# A seed and not single choices, since a table of many rows takes thousands of them.
SEEDS = st.integers(0, 2**32).map(Random)
LEVEL, GROWTH = gt.Transformation.LEVEL, gt.Transformation.GROWTH
POLICIES = [
    *gt.policies(),
    gt.Policy(name="third", about=gt.Tolerance.relative("1/3")),
    gt.Policy(name="amount", about=gt.Tolerance.absolute(gt.Quantity("1", "吨"))),
    gt.Policy(
        name="points", about=gt.Tolerance.absolute(gt.Quantity("0.5", "个百分点"), satisfies=True)
    ),
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


class Draws:
    """Hostile records from one random source."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.units = random.choice(UNITS)

    def often(self, value: Any, *others: Any) -> Any:
        return value if self.random.random() < 0.8 else self.random.choice(others)

    def quantity(self) -> gt.Quantity:
        sign = self.random.choice([1, 1, 1, -1])
        number = Decimal(self.random.choice(NUMBERS))
        return gt.Quantity(number.copy_sign(sign), self.random.choice(self.units))

    def bounds(
        self, number: gt.Quantity | None = None, comparator: gt.Comparator | None = None
    ) -> gt.Bounds:
        number = number or self.quantity()
        comparator = comparator or self.random.choice(list(gt.Comparator))
        try:
            if comparator is gt.Comparator.BETWEEN:
                low, high = sorted([number, self.other(number)])
                closed = self.random.random() < 0.7, self.random.random() < 0.7
                return gt.Bounds.between(
                    low, high, low_inclusive=closed[0], high_inclusive=closed[1]
                )
            return gt.Bounds.of(comparator, number)
        except gt.GovTargetsError:
            return gt.Bounds.exact(number)

    def other(self, number: gt.Quantity) -> gt.Quantity:
        """The same number or one next to it, in any unit of the kind."""
        step = Decimal(self.random.choice(["0", "0", "0", "1", "-1", "0.5", "0.000000001"]))
        shares = ["1", "1", "1", "0.9", "1.1", "1.05", "1.0001", "0.99994", "1.00000006"]
        share = Decimal(self.random.choice(shares))
        try:
            with localcontext(prec=60):
                moved = gt.Quantity((number.magnitude + step) * share, number.unit)
            return moved.to(self.random.choice(self.units))
        except gt.GovTargetsError:
            return number

    def shared(self) -> dict[str, Any]:
        return {
            "transformation": self.often(None, LEVEL, GROWTH, gt.Transformation.SHARE),
            "price_basis": self.often(None, "现价", "不变价"),
            "scope": self.often(None, "全省", "全国"),
            "base": self.often(None, "同比", "比上年", "环比", "比2022年", "比2020年"),
            "baseline": self.often(None, self.bounds(), gt.Bounds.exact(self.quantity())),
        }

    def target(self, **more: Any) -> gt.Target:
        self.units = self.random.choice(UNITS)
        goal = self.often(self.bounds(), *WORDS)
        stretch = self.often(None, self.bounds(), self.bounds())
        return gt.Target(goal=goal, stretch=stretch, **(self.shared() | more))

    def relative(self) -> gt.Relative:
        """A goal against another series, often one that is there."""
        names = [each.name for each in INDICATORS]
        periods = [None, None, PERIODS[0], PERIODS[2], "上年", "前几年"]
        margin = self.often(None, self.quantity())
        return gt.Relative(
            self.random.choice(list(gt.Relation)),
            self.often(self.random.choice(names), f"{names[1]}增速", "没有的指标"),
            self.often(None, *REGIONS),
            self.random.choice(periods),
            margin if margin is not None and margin.magnitude else None,
        )

    def achievement(self, target: gt.Target, **more: Any) -> gt.Achievement:
        goal = target.goal if isinstance(target.goal, gt.Bounds) else target.stretch
        number = self.quantity() if goal is None else self.other(goal.value)
        value = self.bounds(number, self.often(gt.Comparator.EXACT, *gt.Comparator))
        mine = {
            name: self.often(getattr(target, name), each) for name, each in self.shared().items()
        }
        return gt.Achievement(value=self.often(value, self.bounds()), **(mine | more))

    def placed(self) -> dict[str, Any]:
        places: dict[str, list[Any]] = {
            "indicator": INDICATORS,
            "region": REGIONS,
            "period": PERIODS,
        }
        return {name: self.random.choice(values) for name, values in places.items()}


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
    base = {"比上年": "同比"}.get(record.base or "", record.base)
    return record.transformation, record.price_basis, record.scope, base


def partner(targets: Sequence[gt.Target], result: gt.Achievement) -> int | str:
    """The target that a result belongs to, or the problem."""
    found = nearest(targets, result)
    area = None if isinstance(found, str) else targets[found].region
    # A name may stand for a code that another name has too; then the names tell the areas apart.
    apart = area is not None and result.region is not None and area.differs_from(result.region)
    return "no_target" if apart else found


def nearest(targets: Sequence[gt.Target], result: gt.Achievement) -> int | str:
    """The target in whose place a result is looked for, or the problem."""
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
        other = [
            place
            for place in other
            if {targets[place].period.kind, result.period.kind}
            & {gt.PeriodKind.YEAR, gt.PeriodKind.YEAR_TO_DATE}
        ]
        several = len(other) > 1
        if several:
            other = [place for place in other if made(targets[place]) == made(result)]
        if len(other) != 1:
            level = bool(several) and result.transformation is LEVEL
            return "several_targets" if level else "no_target"
        pair = {targets[other[0]].transformation, result.transformation}
        if LEVEL not in pair or not pair <= levels:
            return "no_target"
        found = other
    if len(found) > 1:
        found = [place for place in found if made(targets[place]) == made(result)]
    return found[0] if len(found) == 1 else "several_targets"


def plain(table: pa.Table) -> list[dict[str, Any]]:
    return [dict(row) for row in table.to_pylist()]


def compared(
    targets: Sequence[gt.Target],
    achievements: Sequence[gt.Achievement],
    policy: gt.Policy,
    references: Sequence[gt.Achievement] | None = None,
) -> None:
    """Hold every row against the judge of records."""
    goals = arrow.encode(targets, record=gt.Target)
    results = arrow.encode(achievements, record=gt.Achievement)
    others = None if references is None else arrow.encode(references, record=gt.Achievement)
    found = plain(arrow.assess(goals, results, policy=policy, references=others, indicators=NAMED))
    # A data set looks references up for its own targets.
    looked_up = gt.Dataset(targets, references or ()).assess().assessments
    assert [row["achievement_row"] for row in found] == list(range(len(achievements)))
    rows, pairs = [], []
    for row, result in zip(found, achievements, strict=True):
        expected = partner(targets, result)
        if isinstance(expected, str):
            assert (row["problem"], row["verdict"]) == (expected, None), result
            continue
        assert (row["problem"], row["target_row"]) == (None, expected), result
        rows.append(row)
        other = looked_up[expected].reference
        pairs.append(gt.assess(targets[expected], result, policy=policy, reference=other))
    wanted = plain(arrow.encode(pairs, record=gt.Assessment).select(JUDGEMENT))
    for row, one, pair in zip(rows, wanted, pairs, strict=True):
        differ = {name: (row[name], one[name]) for name in JUDGEMENT if row[name] != one[name]}
        assert not differ, (differ, pair.target, pair.achievement)


class TestTwoJudgesAgree:
    """`arrow.assess` gives one row an achievement row, equal to the pairwise `assess` of the same two records."""

    @pytest.mark.parametrize("policy", POLICIES, ids=attrgetter("name"))
    @given(SEEDS)
    @settings(max_examples=4)
    def test_on_every_pair(self, policy: gt.Policy, random: Random) -> None:
        draws, targets, achievements = Draws(random), [], []
        for place in range(60):
            key: dict[str, Any] = {
                "indicator": random.choice(INDICATORS),
                "region": gt.Region(f"第{place}区"),
                "period": PERIODS[0],
            }
            targets.append(draws.target(**key))
            achievements.append(draws.achievement(targets[-1], **key))
        compared(targets, achievements, policy)

    @given(SEEDS, st.sampled_from(POLICIES))
    @settings(max_examples=30)
    def test_on_targets_that_share_their_keys(self, random: Random, policy: gt.Policy) -> None:
        draws = Draws(random)
        targets = [draws.target(**draws.placed()) for _ in range(random.randrange(30))]
        some = [*targets, draws.target(**draws.placed())]
        achievements = [
            draws.achievement(random.choice(some), **draws.placed())
            for _ in range(random.randrange(60))
        ]
        compared(targets, achievements, policy)

    @given(SEEDS, st.sampled_from(POLICIES))
    @settings(max_examples=30)
    def test_on_goals_against_other_series(self, random: Random, policy: gt.Policy) -> None:
        draws = Draws(random)
        targets = []
        for _ in range(20):
            target = draws.target(**draws.placed())
            goal = draws.often(draws.relative(), target.goal)
            targets.append(attrs.evolve(target, goal=goal))
        achievements = [
            draws.achievement(random.choice(targets), **draws.placed()) for _ in range(40)
        ]
        references = [
            draws.achievement(random.choice(targets), **draws.placed())
            for _ in range(random.randrange(60))
        ]
        compared(targets, achievements, policy, references)
        compared(targets, achievements, policy, achievements)

    @pytest.mark.parametrize("policy", POLICIES[:2], ids=attrgetter("name"))
    def test_on_every_unit(self, policy: gt.Policy) -> None:
        random = Random(5)  # noqa: S311  which units meet is no secret
        kinds: dict[gt.Kind, list[gt.Unit]] = {}
        for unit in gt.units():
            kinds.setdefault(unit.kind, []).append(unit)
        targets, achievements = [], []
        for place, unit in enumerate(gt.units()):
            key: dict[str, Any] = {
                "indicator": random.choice(INDICATORS),
                "region": gt.Region(f"第{place}区"),
                "period": PERIODS[0],
            }
            goal = gt.Bounds.of(random.choice(list(gt.Comparator)[:6]), gt.Quantity("7", unit))
            try:
                value = gt.Quantity("7", unit).to(random.choice(kinds[unit.kind]))
            except gt.GovTargetsError:
                value = gt.Quantity("7", random.choice(kinds[unit.kind]))
            targets.append(gt.Target(goal=goal, **key))
            achievements.append(gt.Achievement(value=value, **key))
        compared(targets, achievements, policy)

    @given(SEEDS, st.sampled_from(POLICIES), st.integers(1, 30), st.sampled_from([0, 60, 2**22]))
    @settings(max_examples=30)
    def test_in_blocks_of_any_size_and_periods_looked_up_in_every_way(
        self, random: Random, policy: gt.Policy, block: int, places: int
    ) -> None:
        draws = Draws(random)
        targets = [draws.target(**draws.placed()) for _ in range(random.randrange(60))]
        some = [*targets, draws.target(**draws.placed())]
        achievements = [draws.achievement(random.choice(some), **draws.placed()) for _ in range(60)]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_assess_blocks, "BLOCK", block)
            patch.setattr(_assess_spans, "_MOST", places)
            compared(targets, achievements, policy)

    @given(SEEDS)
    @settings(max_examples=10)
    def test_however_the_table_is_cut_and_coded(self, random: Random) -> None:
        draws = Draws(random)
        targets = [draws.target(**draws.placed()) for _ in range(20)]
        results = [draws.achievement(random.choice(targets), **draws.placed()) for _ in range(40)]
        goals = arrow.encode(targets)
        whole = arrow.encode(results)
        expected = arrow.assess(goals, whole)
        cut = random.randrange(40)
        # Every piece has dictionaries of its own: the words of one begin anew in the next.
        pieces = pa.concat_tables(
            [arrow.encode(results[:cut], record=gt.Achievement), arrow.encode(results[cut:])]
        )
        plain_one = whole.cast(arrow.in_profile(whole.schema, "plain"))
        for other in (
            pieces,
            whole.slice(0, cut),
            plain_one,
            pa.concat_tables([whole.slice(0, cut), whole.slice(cut)]),
        ):
            found = arrow.assess(goals, other)
            assert plain(found) == plain(expected)[: len(other)]
        stream = pa.RecordBatchReader.from_batches(pieces.schema, pieces.to_batches())
        assert plain(arrow.assess(goals, stream).read_all()) == plain(expected)
