"""Mistakes that a type checker must refuse, each marked with mypy's code; never run."""

from decimal import Decimal

import govtargets as gt

quantity = gt.Quantity("200", "万吨")
period = gt.Period.parse("2024年")
indicator = gt.Indicator("grain", "粮食产量")

gt.Quantity(204.8, "万吨")  # refused: arg-type
quantity < Decimal(200)  # refused: operator
quantity + 1  # refused: operator
quantity * quantity  # refused: operator
quantity / 2.5  # refused: operator
if quantity:  # refused: truthy-bool
    pass
quantity.magnitude = Decimal(1)  # refused: misc
quantity.to("吨", 2)  # refused: call-arg
gt.Bounds.at_least("200万吨")  # refused: arg-type
gt.Bounds.between(quantity)  # refused: call-arg
gt.Indicator("grain", "粮食产量", direction="higher")  # refused: arg-type
gt.Target(indicator, gt.Bounds.exact(quantity), period)  # refused: call-arg
gt.Target(indicator=indicator, goal="200万吨以上", period=period)  # refused: arg-type
gt.Achievement(indicator=indicator, value="204.8万吨", period=period)  # refused: arg-type
gt.Target(indicator=indicator, goal=quantity)  # refused: call-arg
gt.Achievement(indicator=indicator, value=gt.NotStated(), period=period)  # refused: arg-type
gt.Bounds.between(quantity, quantity, False)  # refused: call-arg
gt.Bounds.exact(quantity) < gt.Bounds.exact(quantity)  # refused: operator
gt.Interval.of(quantity, None, True)  # refused: call-arg
gt.Interval.at(quantity).contains(200)  # refused: arg-type
gt.Period.parse(2024)  # refused: arg-type
gt.Period.point("2024-01-05")  # refused: arg-type
period < "2024年"  # refused: operator
"2024年" in period  # refused: operator
gt.Region("焦作市", 410800)  # refused: arg-type
gt.Source("公报")  # refused: call-arg
gt.Source(document="公报", date=2024)  # refused: arg-type
gt.Relative("about", "经济增长")  # refused: arg-type
gt.Delegated()  # refused: call-arg
gt.assess(gt.Target(indicator=indicator, goal=quantity, period=period))  # refused: call-arg
gt.strategies.quantities("area")  # refused: call-arg
