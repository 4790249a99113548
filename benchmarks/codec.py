"""Records to Arrow and back against the ways that everybody knows.

    python benchmarks/codec.py [rows]

The records are achievements: 50 indicators, 3000 areas, 25 years, 5 units, no, one or two decimals,
nearly all numbers different. Every ratio comes from one run: the contestants take turns, and the
shortest turn of each counts. The peers get the columns of the same record as plain values, which is
less work than whole records: for them areas, periods and sources stay dictionaries.
"""

import gc
import random
import resource
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
import pyarrow as pa

import govtargets as gt
from govtargets import arrow

ROWS = 1_000_000
# The peers are several times slower, so they get a part of the rows.
PART = 10
TURNS = 4


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
    assert all(map(gt.Achievement.is_written_as, arrow.decode(table).records, records))
    contestants: dict[str, tuple[Callable[[], Any], int]] = {
        "encode": (lambda: arrow.encode(records), count),
        "from_pylist(asdict)": (lambda: by_asdict(few), len(few)),
        "decode": (lambda: arrow.decode(table), count),
        "to_pylist + constructors": (lambda: by_hand(part.to_pylist()), len(few)),
        "to_pylist alone": (part.to_pylist, len(few)),
    }
    best = dict.fromkeys(contestants, float("inf"))
    for _ in range(TURNS):
        for name, (work, _rows) in contestants.items():
            best[name] = min(best[name], shortest(work))
    speed = {name: contestants[name][1] / best[name] / 1e6 for name in contestants}
    for name, millions in speed.items():
        print(f"{name:28}{millions:8.3f} M rows/s")
    goals = (("encode", 1.0, "from_pylist(asdict)"), ("decode", 0.6, "to_pylist + constructors"))
    for name, goal, peer in goals:
        mark = "" if speed[name] >= goal else "   MISSED"
        ratio = speed[name] / speed[peer]
        print(f"{name}: {ratio:.1f} x {peer}; goal {goal} M rows/s on a quiet machine{mark}")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
