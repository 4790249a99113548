"""What a type checker knows of the public things; read by mypy, never run."""

from decimal import Decimal
from fractions import Fraction
from typing import assert_type

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

bounds = gt.Bounds.at_least(quantity)
assert_type(bounds, gt.Bounds)
assert_type(bounds.low, gt.Quantity | None)
assert_type(bounds.high, gt.Quantity | None)

period = gt.Period.parse("2024年")
assert_type(period, gt.Period)

indicator = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
target = gt.Target(indicator=indicator, goal=bounds, period=period)
achievement = gt.Achievement(indicator=indicator, value=gt.Bounds.exact(quantity), period=period)
assert_type(target.goal, gt.Goal)
assert_type(achievement.value, gt.Bounds)
assert_type(indicator.direction, gt.Direction | None)

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
