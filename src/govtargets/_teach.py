"""What to say when two units do not meet: what each measures, and the way out."""

from typing import Final

from govtargets._unit import Unit
from govtargets.kind import Kind

__all__ = ["kinds", "way_out"]

# Pairs of kinds that reports and people take for one another.
_CONFUSED: Final = {
    frozenset(("power", "energy")): "千瓦 is a capacity (装机), 千瓦时 an amount (发电量)",
    frozenset(("power", "apparent_power")): "千瓦 is active power, 千伏安 a rating",
    frozenset(("ratio", "points")): "% states a rate, 个百分点 how far a rate has moved",
    frozenset(("persons", "person_visits")): "人 counts people, 人次 how often they came",
    frozenset(("persons", "households")): "人 counts people, 户 counts households of several",
    frozenset(("households", "household_visits")): "户 counts households, 户次 how often",
    frozenset(("persons", "rank")): "N位 is a place in a ranking, 位(人) a number of people",
    frozenset(("mass", "standard_coal")): "a tonne of fuel is no tonne of standard coal",
    frozenset(("mass", "co2")): "吨 states a mass of goods, 吨二氧化碳 of carbon dioxide",
    frozenset(("co2", "co2_equivalent")): "当量 counts the other greenhouse gases too",
    frozenset(("mass", "steam")): "蒸吨 is the capacity of a boiler, in tonnes of steam an hour",
    frozenset(("mass", "freight")): "吨 is what was carried, 吨公里 how far as well",
    frozenset(("duration", "months")): "a month has no fixed number of days",
    frozenset(("duration", "workdays")): "a working day is not a day of the calendar",
    frozenset(("months", "age")): "年 is a length of time, 岁 an age",
    frozenset(("area", "volume")): "平方米 measures a surface, 立方米 what it contains",
    frozenset(("area", "length")): "米 is a length, 平方米 a surface",
    frozenset(("volume", "normal_volume")): "gas at standard conditions is not the gas in the pipe",
    frozenset(("ratio", "doubling")): "翻一番 is a doubling, not a number of 倍 or %",
    frozenset(("data", "data_unstated")): "write the unit out: 兆 may mean MB or Mbps",
    frozenset(("data_rate", "data_unstated")): "write the unit out: 兆 may mean MB or Mbps",
    frozenset(("data", "data_rate")): "MB is an amount of data, Mbps how much a second",
}  # fmt: skip
_GROUPS: Final = {
    "money": "currencies meet only at a rate of exchange that you state: multiply by it first",
    "count": "classifiers count different things: counted_as() relabels those that count the same",
}


def kinds(one: Unit, other: Unit) -> str:
    """Both units with what they measure, in both languages, and the way out where one is known.

    Example:
        >>> from govtargets import Unit
        >>> from govtargets._teach import kinds
        >>> print(kinds(Unit("户"), Unit("亩")))
        户 measures households (户数), 亩 area (面积)
    """
    text = f"{_named(one)} measures {one.kind}, {_named(other)} {other.kind}"
    hint = way_out(one.kind, other.kind)
    return f"{text}; {hint}" if hint else text


def _named(unit: Unit) -> str:
    return unit.symbol or "a number without a unit"


def way_out(one: Kind, other: Kind) -> str:
    """What helps those who took one kind for the other, or nothing."""
    if one.group == other.group and one.group in _GROUPS:
        return _GROUPS[one.group]
    if "pure" in {one.id, other.id}:
        return "a number without a unit compares with its like only: state the unit"
    if "compound" in {one.group, other.group}:
        return _of_rates(one, other)
    return _CONFUSED.get(frozenset((one.id, other.id)), "")


def _of_rates(one: Kind, other: Kind) -> str:
    """元/平方米 beside 元: one is so much of the other for each of something."""
    for rate, amount in ((one, other), (other, one)):
        if rate.id.startswith(f"{amount.id}/"):
            return f"{rate.base} is a rate, {amount.base} an amount"
    return ""
