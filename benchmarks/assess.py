"""Judging pairs and data sets, against a naive loop over pint quantities and a loop without reasons.

    python benchmarks/assess.py              every table
    python benchmarks/assess.py --quick      a tenth of the records, for a look

Every ratio comes from one run: the contestants take turns, and the shortest of many short turns
counts, in processor time. Ours gives verdict, reason, gap, completion ratio and stretch. The pint
loops start from numbers and unit names, as their users' rows hold them, and give a yes or no, gap
and ratio: exactly with fractions, while with decimals 15亩 is not 1公顷. The bare loop gives a yes
or no.
"""

import argparse
import gc
import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pint

import govtargets as gt
from govtargets import Bounds, Quantity

ROUNDS = 60
PAIRS = 80
YEAR = gt.Period.year(2023)
# Goal and result as reports state them, in other units where reports do so.
STATED = [
    (Bounds.at_least(Quantity("6", "万人")), Bounds.exact(Quantity("64312", "人"))),
    (Bounds.exact(Quantity("7", "%")), Bounds.exact(Quantity("6.5", "%"))),
    (Bounds.at_least(Quantity("200", "万吨")), Bounds.exact(Quantity("2048000", "吨"))),
    (Bounds.exact(Quantity("10.1", "万亩")), Bounds.exact(Quantity("83000", "亩"))),
    (Bounds.at_most(Quantity("5.5", "%")), Bounds.exact(Quantity("5.2", "%"))),
    (Bounds.exact(Quantity("420", "万亩")), Bounds.exact(Quantity("28.1", "万公顷"))),
    (Bounds.about(Quantity("5.5", "%")), Bounds.exact(Quantity("5.3", "%"))),
    (Bounds.exact(Quantity("7", "%")), Bounds.at_least(Quantity("4.5", "%"))),
]
PINT = {
    "万人": "10000 person",
    "人": "person",
    "亩": "mu",
    "%": "percentage",
    "万吨": "10000 tonne",
    "吨": "tonne",
    "万亩": "10000 mu",
    "万公顷": "10000 hectare",
}


NAMES = {unit: f"u{number}" for number, unit in enumerate(PINT)}
BASES = (
    "kilogram = [mass]",
    "tonne = 1000 * kilogram",
    "metre = [length]",
    "hectare = 10000 * metre ** 2",
    "mu = 20000 * metre ** 2 / 30",
    "person = [person]",
    "percentage = [percentage]",
)


def records(count: int) -> tuple[list[gt.Target], list[gt.Achievement]]:
    """Pairs of a hundred indicators in as many regions as it takes."""
    ways = (gt.Direction.HIGHER, gt.Direction.LOWER)
    indicators = [gt.Indicator(f"i{n}", f"指标{n}", direction=ways[n % 8 == 4]) for n in range(100)]
    regions = [gt.Region(f"地区{n}") for n in range((count + 99) // 100)]
    targets, achievements = [], []
    for number in range(count):
        goal, value = STATED[number % len(STATED)]
        common: dict[str, Any] = {
            "indicator": indicators[number % 100],
            "region": regions[number // 100],
            "period": YEAR,
            "transformation": gt.Transformation.LEVEL,
        }
        targets.append(gt.Target(goal=goal, **common))
        achievements.append(gt.Achievement(value=value, **common))
    return targets, achievements


def judged(pairs: list[tuple[gt.Target, gt.Achievement]]) -> Callable[[], object]:
    """Our judgement of every pair, reason and gap looked at."""

    def turn() -> object:
        return [(found.reason, found.gap) for found in (gt.assess(one, two) for one, two in pairs)]

    return turn


def pint_loop(pairs: list[tuple[gt.Target, gt.Achievement]], number: type) -> Callable[[], object]:
    """What one writes with pint alone: make two quantities, compare, subtract, divide."""
    registry: Any = pint.UnitRegistry(None, non_int_type=number)
    for line in BASES:
        registry.define(line)
    for name, unit in PINT.items():
        registry.define(f"{NAMES[name]} = {unit.replace(' ', ' * ')}")
    quantity = registry.Quantity
    rows: Any = [
        (
            (number(one.goal.value.magnitude), NAMES[str(one.goal.unit)]),
            (number(two.value.value.magnitude), NAMES[str(two.value.unit)]),
            one.indicator.direction is gt.Direction.HIGHER,
        )
        for one, two in pairs
        if isinstance(one.goal, Bounds)
    ]
    return lambda: [
        _judged_by_pint(quantity(*one), quantity(*two), higher) for one, two, higher in rows
    ]


def _judged_by_pint(one: Any, two: Any, higher: bool) -> object:  # noqa: FBT001  one of three
    return (
        two >= one if higher else two <= one,
        (two - one).to(one.units),
        (two / one).to(""),
    )


def bare_loop(pairs: list[tuple[gt.Target, gt.Achievement]]) -> Callable[[], object]:
    """The least that gives a yes or no: a decimal times an integer on either side."""
    ready = [
        (
            one.goal.value.magnitude,
            int(one.goal.unit.factor * 3),
            two.value.value.magnitude,
            int(two.value.unit.factor * 3),
        )
        for one, two in pairs
        if isinstance(one.goal, Bounds)
    ]

    def turn() -> object:
        return [b * times >= a * factor for a, factor, b, times in ready]

    return turn


def fastest(turns: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Microseconds a pair for each contestant, who take turns."""
    best = dict.fromkeys(turns, float("inf"))
    gc.disable()
    for _ in range(ROUNDS):
        for name, turn in turns.items():
            start = time.process_time_ns()
            turn()
            best[name] = min(best[name], (time.process_time_ns() - start) / PAIRS / 1000)
    gc.enable()
    return best


def whole_data_set(count: int) -> float:
    """Seconds for a data set to pair and judge that many targets."""
    data = gt.Dataset(*records(count))
    shortest = float("inf")
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        scorecard = data.assess()
        shortest = min(shortest, time.process_time() - start)
        assert len(scorecard) == count
    return shortest


def main() -> None:
    parser = argparse.ArgumentParser(description="Judging pairs and data sets.")
    parser.add_argument("--quick", action="store_true", help="a tenth of the records")
    count = 10_000 if parser.parse_args().quick else 100_000
    pairs = list(zip(*records(PAIRS), strict=True))
    turns = {
        "govtargets": judged(pairs),
        "pint, exact": pint_loop(pairs, Fraction),
        "pint, decimal": pint_loop(pairs, Decimal),
        "bare loop": bare_loop(pairs),
    }
    found = fastest(turns)
    print(f"one pair, {len(STATED)} kinds of statement in turn, fastest of {ROUNDS} turns")
    for name, micros in found.items():
        print(f"  {name:<14}{micros:8.2f} µs{micros / found['govtargets']:8.1f} x ours")
    print("  goal: 15 µs a pair, and 10 times the exact pint loop")
    seconds = whole_data_set(count)
    print(f"data set of {count:,} pairs, paired and judged: {seconds:.2f} s (goal 3 s for 100,000)")


if __name__ == "__main__":
    main()
