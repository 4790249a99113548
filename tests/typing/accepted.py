"""What a type checker knows of the public things; read by mypy, never run."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from hypothesis.strategies import SearchStrategy

import govtargets as gt

quantity = gt.Quantity.parse("204.8万吨")
assert_type(quantity, gt.Quantity)
assert_type(gt.Quantity(Decimal("204.8"), "万吨"), gt.Quantity)
assert_type(gt.Quantity("204.8", gt.Unit("万吨")), gt.Quantity)
assert_type(quantity.magnitude, Decimal)
assert_type(quantity.unit, gt.Unit)
assert_type(quantity.base, Fraction)
assert_type(quantity.to("吨"), gt.Quantity)
assert_type(quantity.to("亿斤", places=2), gt.Quantity)
assert_type(quantity >= gt.Quantity("2000000", "吨"), bool)
assert_type(quantity == gt.Quantity("2000000", "吨"), bool)
assert_type(quantity.is_written_as(quantity), bool)
assert_type(quantity.unit.kind, gt.Kind)
assert_type(quantity.unit.factor, Fraction)
assert_type(quantity.unit.symbol, str)
assert_type(quantity / quantity, Fraction)
assert_type(quantity / 2, gt.Quantity)
assert_type(quantity * Decimal("0.5"), gt.Quantity)
assert_type(2 * quantity, gt.Quantity)
assert_type(quantity + quantity, gt.Quantity)
assert_type(-abs(quantity), gt.Quantity)
assert_type(round(quantity, 1), gt.Quantity)
assert_type(quantity.round("0.1"), gt.Quantity)
assert_type(max(quantity, quantity), gt.Quantity)
assert_type(gt.Quantity.from_pint(quantity.to_pint()), gt.Quantity)
assert_type(gt.define("青砖", "2 公斤"), gt.Unit)
assert_type(gt.units(), tuple[gt.Unit, ...])

bounds = gt.Bounds.at_least(quantity)
assert_type(bounds, gt.Bounds)
assert_type(bounds.low, gt.Quantity | None)
assert_type(bounds.high, gt.Quantity | None)

assert_type(gt.Bounds.of(gt.Comparator.ABOUT, quantity), gt.Bounds)
assert_type(gt.Bounds.between(quantity, quantity, low_inclusive=False), gt.Bounds)
assert_type(bounds.comparator, gt.Comparator)
assert_type(bounds.comparator.edifact, str | None)
assert_type(bounds.value, gt.Quantity)
assert_type(bounds.kind, gt.Kind)
assert_type(bounds.low_inclusive, bool)

interval = gt.Interval.of(quantity, None, low_open=True)
assert_type(interval, gt.Interval)
assert_type(gt.Interval("[6.5, ∞) %"), gt.Interval)
assert_type(interval.low, Fraction | None)
assert_type(interval.contains(quantity), bool)
assert_type(interval.intersect(interval).hull(interval), gt.Interval)

period = gt.Period.parse("2024年")
assert_type(period, gt.Period)
assert_type(gt.Period.span(2021, 2025, "十四五"), gt.Period)
assert_type(period.kind, gt.PeriodKind)
assert_type(period.end, date)
assert_type(period.iso, str)
assert_type(period <= gt.Period.year(2025), bool)
assert_type(sorted([period]), list[gt.Period])
assert_type(period in gt.Period.span(2021, 2025), bool)

region = gt.Region("焦作市", "410800", parent=gt.Region("河南省", "410000"))
assert_type(region.level, str | None)
assert_type(region.parent, gt.Region | None)
source = gt.Source(document="公报", date="2024-01-05")
assert_type(source.date, date | None)

goal: gt.Goal = gt.Relative(gt.Relation.ABOUT, "经济增长", period=period, margin=quantity)
assert_type(goal.is_written_as(gt.NotStated()), bool)

indicator = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
target = gt.Target(indicator=indicator, goal=bounds, period=period)
achievement = gt.Achievement(indicator=indicator, value=gt.Bounds.exact(quantity), period=period)
assert_type(target.goal, gt.Goal)
assert_type(target.stretch, gt.Bounds | None)
assert_type(target.commitment, gt.Commitment | None)
# A bare quantity is the exact statement of it.
gt.Target(indicator=indicator, goal=quantity, period=period, stretch=quantity, baseline=quantity)
gt.Achievement(indicator=indicator, value=quantity, period=period, baseline=bounds)
assert_type(achievement.value, gt.Bounds)
assert_type(achievement.status, gt.Status | None)
assert_type(indicator.direction, gt.Direction | None)
assert_type(indicator.aliases, tuple[str, ...])
gt.Indicator("gdp", "地区生产总值", aliases=["GDP"])
assert_type(gt.indicators(), tuple[gt.Indicator, ...])

try:
    gt.Period.parse("今年")
except gt.ReadError as error:
    assert_type(error.start, int)
    assert_type(error.expected, str)
problem = gt.Problem(code="empty", message="nothing here").at(row=2)
assert_type(problem.severity, gt.Severity)
assert_type(problem.row, int | None)

assert_type(gt.strategies.quantities(unit="%"), SearchStrategy[gt.Quantity])
assert_type(gt.strategies.goals(kind="ratio"), SearchStrategy[gt.Goal])
assert_type(gt.strategies.datasets(), SearchStrategy[gt.Dataset])

assessment = gt.assess(target, achievement)
assert_type(assessment, gt.Assessment)
assert_type(assessment.verdict, gt.Verdict)
assert_type(assessment.reason, gt.Reason | None)
assert_type(assessment.completion, Fraction | None)
assert_type(gt.assess(target, achievement, policy=gt.Policy.default()), gt.Assessment)

dataset = gt.Dataset([target], [achievement], [indicator])
assert_type(dataset.check(), list[gt.Problem])
assert_type(dataset.assess(), gt.Scorecard)

assert_type(gt.zh.write(bounds), str)
assert_type(gt.zh.read("200万吨以上"), gt.zh.Reading)
assert_type(gt.zh.find("粮食产量200万吨以上"), list[gt.zh.Mention])
assert_type(gt.files.read("examples/jiaozuo"), gt.Dataset)
