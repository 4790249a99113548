"""Records to Arrow and back against the ways that everybody knows, and against the floor.

    python benchmarks/codec.py [rows]

The records are achievements: 50 indicators, 3000 areas, 25 years, 5 units, no, one or two decimals,
nearly all numbers different. Every ratio comes from one run: the contestants take turns, and the
shortest turn of each counts. The peers get the columns of the same record as plain values, which is
less work than whole records: for them areas, periods and sources stay dictionaries.

By hand, column by column, is the best that one writes for just these columns: a list comprehension
and `pa.array` a column; back, shared objects and the constructors. The floor only touches what has to
be touched: on the way out every field of every record once and the digits of every number, on the
way back the numbers and the objects with fields that are ready.
"""

import gc
import random
import resource
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from operator import mul
from typing import Any

import attrs
import pyarrow as pa

import govtargets as gt
from govtargets import arrow
from govtargets.arrow._build import Same, bulk

ROWS = 1_000_000
# The peers are several times slower, so they get a part of the rows.
PART = 50
TURNS = 3
GOALS = {"encode": 1.0, "decode": 0.6}


def achievements(count: int) -> list[gt.Achievement]:
    """Records as a data set of a statistics office has them."""
    chance = random.Random(2023)  # noqa: S311  not a secret
    indicators = [
        gt.Indicator(f"i{number}", f"指标{number}", direction=gt.Direction.HIGHER)
        for number in range(50)
    ]
    regions = [gt.Region(f"县{number}", str(110000 + number)) for number in range(3000)]
    periods = [gt.Period.year(2000 + number) for number in range(25)]
    units = [gt.Unit(symbol) for symbol in ("吨", "万吨", "公斤", "斤", "亿斤")]
    sources = [gt.Source(document=f"公报{number}") for number in range(500)]
    statuses = list(gt.Status)
    return [
        gt.Achievement(
            indicator=chance.choice(indicators),
            value=gt.Quantity(
                Decimal(chance.randrange(10**8)).scaleb(-chance.choice((0, 1, 2))),
                chance.choice(units),
            ),
            period=chance.choice(periods),
            region=chance.choice(regions),
            transformation=gt.Transformation.LEVEL,
            status=chance.choice(statuses),
            source=chance.choice(sources),
        )
        for _ in range(count)
    ]


def plain(_: type, __: Any, value: Any) -> Any:
    """What Arrow can take of a value: a unit's symbol, an enum's word, a fraction's text."""
    if isinstance(value, gt.Unit):
        return value.symbol
    return value.value if isinstance(value, Enum) else value


def by_asdict(records: list[gt.Achievement]) -> pa.Table:
    """The first thing that anybody tries."""
    keep = attrs.filters.exclude("_key", "_kind")
    rows = [attrs.asdict(record, value_serializer=plain, filter=keep) for record in records]
    return pa.Table.from_pylist(rows)


def by_hand(rows: list[dict[str, Any]]) -> list[gt.Achievement]:
    """`to_pylist` and the constructors: the readable way back, indicators and areas shared."""
    indicators: dict[str, gt.Indicator] = {}
    regions: dict[str, gt.Region] = {}
    found = []
    for row in rows:
        name = row["indicator"]
        if name not in indicators:
            indicators[name] = gt.Indicator(
                name, row["indicator_name"], direction=gt.Direction(row["indicator_direction"])
            )
        code = row["region_code"]
        if code not in regions:
            regions[code] = gt.Region(row["region"], code)
        number = row["magnitude"].quantize(Decimal(1).scaleb(-row["digits"]))
        found.append(
            gt.Achievement(
                indicator=indicators[name],
                value=gt.Bounds.of(
                    gt.Comparator(row["comparator"]), gt.Quantity(number, row["unit"])
                ),
                period=gt.Period.parse(row["period"]),
                region=regions[code],
                transformation=gt.Transformation(row["transformation"]),
                status=gt.Status(row["status"]),
                source=gt.Source(document=row["source_document"]),
            )
        )
    return found


def columns_by_hand(records: list[gt.Achievement]) -> pa.Table:
    """One comprehension and one array a column, for just the columns that these records fill."""
    values: list[Any] = [each.value.low for each in records]
    numbers = [value.magnitude for value in values]
    indicators = [each.indicator for each in records]
    regions: list[Any] = [each.region for each in records]
    periods = [each.period for each in records]
    words: dict[str, list[str]] = {
        "indicator": [each.id for each in indicators],
        "indicator_name": [each.name for each in indicators],
        "indicator_direction": ["higher"] * len(records),
        "region": [each.name for each in regions],
        "region_code": [each.code for each in regions],
        "period_kind": [each.kind.value for each in periods],
        "comparator": [each.value.comparator.value for each in records],
        "unit": [value.unit.symbol for value in values],
        "transformation": ["level"] * len(records),
        "status": [each.status.value for each in records if each.status],
        "source_document": [each.source.document for each in records if each.source],
    }
    columns: dict[str, Any] = {name: pa.array(column) for name, column in words.items()}
    columns["period_start"] = pa.array([each.start for each in periods], pa.date32())
    columns["period_end"] = pa.array([each.end for each in periods], pa.date32())
    columns["magnitude"] = pa.array(numbers, pa.decimal128(38, 9))
    columns["digits"] = pa.array([value.digits for value in values], pa.int8())
    return pa.table(columns)


def fields_once(records: list[gt.Achievement]) -> int:
    """Every field of every record, part by part, and the digits of every number as text."""
    seen = 0
    for start in range(0, len(records), 1024):
        part = records[start : start + 1024]
        values = [each.value for each in part]
        lows: list[Any] = [value.low for value in values]
        read: list[list[Any]] = [
            [each.indicator for each in part],
            [each.period for each in part],
            [each.region for each in part],
            [each.transformation for each in part],
            [each.baseline for each in part],
            [each.scope for each in part],
            [each.price_basis for each in part],
            [each.base for each in part],
            [each.status for each in part],
            [each.claim for each in part],
            [each.source for each in part],
            [each.note for each in part],
            [value.comparator for value in values],
            [low.unit for low in lows],
            [str(low.magnitude) for low in lows],
        ]
        seen += len(read)
    return seen


def ready(records: list[gt.Achievement]) -> Callable[[], list[gt.Achievement]]:
    """The work of making the objects alone, every field but the number being ready."""
    fields = {
        field.name: [getattr(each, field.name) for each in records]
        for field in attrs.fields(gt.Achievement)
    }
    quantities = [each.value.value for each in records]
    whole = [int(each.magnitude.scaleb(each.digits)) for each in quantities]
    steps = [Decimal(1).scaleb(-each.digits) for each in quantities]
    units, keys = [each.unit for each in quantities], [each.key for each in quantities]
    exact = Same(gt.Comparator.EXACT, len(records))
    closed = Same(value=True, count=len(records))

    def work() -> list[gt.Achievement]:
        gc.disable()
        numbers = map(mul, whole, steps)
        values = bulk(
            gt.Quantity, len(records), {"magnitude": numbers, "unit": units, "_key": keys}
        )
        ends = {"low": values, "high": values, "low_inclusive": closed, "high_inclusive": closed}
        bounds = bulk(gt.Bounds, len(records), {"comparator": exact, **ends})
        found = bulk(gt.Achievement, len(records), fields | {"value": bounds})
        gc.enable()
        return found

    return work


def shortest(work: Callable[[], Any]) -> float:
    """Processor seconds of one turn, so that a busy machine counts less, its result dropped before the next begins."""
    gc.collect()
    began = time.process_time()
    result = work()
    seconds = time.process_time() - began
    del result
    return seconds


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    records = achievements(count)
    few = records[: count // PART]
    table = arrow.encode(records)
    part = arrow.encode(few)
    assert all(map(gt.Achievement.is_written_as, by_hand(part.to_pylist()), few))
    found = arrow.decode(table).records
    assert len(found) == count
    assert all(map(gt.Achievement.is_written_as, found[::PART], records[::PART]))
    del found
    contestants: dict[str, tuple[Callable[[], Any], int]] = {
        "encode": (lambda: arrow.encode(records), count),
        "columns by hand": (lambda: columns_by_hand(records), count),
        "from_pylist(asdict)": (lambda: by_asdict(few), len(few)),
        "floor: every field once": (lambda: fields_once(records), count),
        "decode": (lambda: arrow.decode(table), count),
        "to_pylist + constructors": (lambda: by_hand(part.to_pylist()), len(few)),
        "to_pylist alone": (part.to_pylist, len(few)),
        "floor: the objects alone": (ready(records), count),
    }
    best = dict.fromkeys(contestants, float("inf"))
    for _ in range(TURNS):
        for name, (work, _rows) in contestants.items():
            best[name] = min(best[name], shortest(work))
    speed = {name: contestants[name][1] / best[name] / 1e6 for name in contestants}
    for name, millions in speed.items():
        print(f"{name:28}{millions:8.3f} M rows/s")
    peers = {"encode": ("columns by hand", "from_pylist(asdict)", "floor: every field once"),
             "decode": ("to_pylist + constructors", "to_pylist alone", "floor: the objects alone")}  # fmt: skip
    for name, others in peers.items():
        mark = "" if speed[name] >= GOALS[name] else "   MISSED"
        ratios = ", ".join(f"{speed[name] / speed[each]:.2f} x {each}" for each in others)
        print(f"{name}: {ratios}; goal {GOALS[name]} M rows/s on a quiet machine{mark}")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
