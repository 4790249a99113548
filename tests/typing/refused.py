"""Mistakes that a type checker must refuse, each marked with mypy's code; never run."""

from decimal import Decimal

import govtargets as gt

quantity = gt.Quantity("200", "万吨")
period = gt.Period.parse("2024年")
indicator = gt.Indicator("grain", "粮食产量")

gt.Quantity(204.8, "万吨")  # refused: arg-type
quantity < Decimal(200)  # refused: operator
quantity + 1  # refused: operator
quantity.magnitude = Decimal(1)  # refused: misc
quantity.to("吨", 2)  # refused: call-arg
gt.Bounds.at_least("200万吨")  # refused: arg-type
gt.Bounds.between(quantity)  # refused: call-arg
gt.Indicator("grain", "粮食产量", direction="higher")  # refused: arg-type
gt.Target(indicator, gt.Bounds.exact(quantity), period)  # refused: call-arg
gt.Target(indicator=indicator, goal="200万吨以上", period=period)  # refused: arg-type
gt.Achievement(indicator=indicator, value="204.8万吨", period=period)  # refused: arg-type
gt.assess(gt.Bounds.exact(quantity))  # refused: call-arg
