"""Judging pairs and data sets, against a naive loop over pint quantities and a loop without reasons.

    python benchmarks/assess.py              every table
    python benchmarks/assess.py --quick      a tenth of the records, for a look

Every ratio comes from one run: the contestants take turns, and the shortest of many short turns
counts, in processor time. Ours gives verdict, reason, gap, completion ratio and stretch; the pint
loop gives verdict, gap and ratio; the bare loop a yes or no.
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

ROUNDS = 150
PAIRS = 8
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


def pint_loop(pairs: list[tuple[gt.Target, gt.Achievement]]) -> Callable[[], object]:
    """What one writes with pint alone: compare, subtract, divide."""
    registry: Any = pint.UnitRegistry(None, non_int_type=Decimal)
    for line in ("kilogram = [mass]", "tonne = 1000 * kilogram", "metre = [length]"):
        registry.define(line)
    for line in (
        "hectare = 10000 * metre ** 2",
        "mu = 20000 * metre ** 2 / 30",
        "person = [person]",
    ):
        registry.define(line)
    registry.define("percentage = [percentage]")
    for number, unit in enumerate(PINT):
        registry.define(f"u{number} = {PINT[unit].replace(' ', ' * ')}")
    named = {unit: registry.Unit(f"u{number}") for number, unit in enumerate(PINT)}

    def theirs(bounds: Bounds) -> Any:
        return registry.Quantity(bounds.value.magnitude, named[str(bounds.unit)])

    ready = [
        (theirs(one.goal), theirs(two.value), one.indicator.direction is gt.Direction.HIGHER)
        for one, two in pairs
        if isinstance(one.goal, Bounds)
    ]

    def turn() -> object:
        return [
            (
                two >= one if higher else two <= one,
                (two - one).to(one.units),
                (two / one).to(""),
            )
            for one, two, higher in ready
        ]

    return turn


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
    found = fastest(
        {"govtargets": judged(pairs), "pint loop": pint_loop(pairs), "bare loop": bare_loop(pairs)}
    )
    print(f"one pair, {len(STATED)} kinds of statement in turn, fastest of {ROUNDS} turns")
    for name, micros in found.items():
        print(f"  {name:<12}{micros:8.2f} µs  {1000 / micros:9.0f} a ms")
    ratio = Fraction(found["pint loop"] / found["govtargets"]).limit_denominator(100)
    print(f"  {float(ratio):.1f} times the pint loop (goal 10), goal 15 µs a pair")
    seconds = whole_data_set(count)
    print(f"data set of {count:,} pairs, paired and judged: {seconds:.2f} s (goal 3 s for 100,000)")


if __name__ == "__main__":
    main()
