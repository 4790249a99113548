"""The columnar judge against the same verdicts by hand in DuckDB, Polars and Acero, the loop over records, the floor.

Run it as `python benchmarks/assess_columns.py [achievements] [targets]`; ten million against half a million is the
default. Every way runs five times, in turns, and the best pass counts, since other work on the machine only adds.
Peers get integer keys for nothing; ours gets the columns of the shared schema. Memory is the growth of the peak in a
process of its own.
"""

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import _columns_data as columns_data
import numpy as np
import pyarrow as pa
import pyarrow.compute

import govtargets as gt
from govtargets import arrow

ROUNDS = 5
SAMPLE = 20_000
GOALS = {"times the best peer": 3, "times the loop over records": 500, "extra MB": 150}
CODES = {"met": 1, "missed": 2, "indeterminate": 3, "pending": 0}


def ours(data: columns_data.Data) -> np.ndarray[Any, np.dtype[np.int8]]:
    """The verdicts as the peers number them, streamed as an application would."""
    found = np.empty(len(data.achievements), np.int8)
    first = 0
    for batch in arrow.assess(data.targets, data.achievements.to_reader(), columns=["verdict"]):
        verdict = batch.column("verdict")
        words = verdict.dictionary.to_pylist() if len(verdict.dictionary) else []
        table = np.array([*(CODES[word] for word in words), 0], np.int8)
        codes = verdict.indices.fill_null(len(words)).to_numpy()
        # Rows come in the order of the achievements, and as many.
        np.take(table, codes, out=found[first : first + len(batch)], mode="clip")
        first += len(batch)
    return found


def every_column(data: columns_data.Data) -> int:
    """All columns of the judgement, one batch after the other."""
    reader = data.achievements.slice(0, len(data.achievements) // 10).to_reader()
    return sum(len(batch) for batch in arrow.assess(data.targets, reader))


def by_policy(data: columns_data.Data, policy: gt.Policy, rows: int) -> int:
    """The verdicts of some rows under another policy."""
    some = data.achievements.slice(0, rows)
    return len(arrow.assess(data.targets, some, policy=policy, columns=["verdict"]))


def beyond_64_bits(data: columns_data.Data) -> list[pa.Table]:
    """Both tables with every number two billion times as large, ranges left out."""
    tables = []
    for table, side in ((data.targets, data.wanted), (data.achievements, data.achieved)):
        low = columns_data.mantissas(side.amount, side.unit)
        # Times 2^31, as high and low halves.
        pairs = np.stack([low << 31, low >> 33], axis=1)
        wide = pa.Array.from_buffers(pa.decimal128(38, 9), len(low), [None, pa.py_buffer(pairs)])
        name = table.schema.get_field_index("magnitude")
        tables.append(table.set_column(name, "magnitude", wide))
    single = pa.compute.not_equal(tables[0]["comparator"].cast("string"), "between")
    return [tables[0].filter(single), tables[1]]


def loop(data: columns_data.Data) -> int:
    """The records of a sample, each judged against its target."""
    goals = named(data.targets)
    results = named(data.achievements.slice(0, SAMPLE))
    # The records are made outside the measured time; only pairing and judging count.
    key = lambda one: (one.indicator.id, one.region, one.period)  # noqa: E731  the one key of both sides
    wanted = {key(one): one for one in arrow.decode(goals, gt.Target).records}
    reached = arrow.decode(results, gt.Achievement).records
    pair_all = lambda: [judge_one(wanted.get(key(one)), one) for one in reached]  # noqa: E731  timed below
    return int(SAMPLE / min(timed(pair_all)[0] for _ in range(ROUNDS)))


def judge_one(target: gt.Target | None, result: gt.Achievement) -> gt.Assessment | None:
    return None if target is None else gt.assess(target, result)


def named(table: pa.Table) -> pa.Table:
    """With the names that records need."""
    if "indicator_name" in table.schema.names:
        return table
    return table.append_column("indicator_name", table["indicator"])


def floor(data: columns_data.Data) -> float:
    """Seconds to read once what a row of the judgement touches."""
    buffers = [
        np.frombuffer(buffer, np.uint8)
        for name in ("indicator", "region", "period_start", "period_end", "magnitude", "unit")
        for buffer in data.achievements[name].chunk(0).buffers()
        if buffer is not None
    ]
    start = perf_counter()
    for buffer in buffers:
        int(np.bitwise_or.reduce(buffer[: len(buffer) // 8 * 8].view(np.int64)))
    return perf_counter() - start


def timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    """Seconds on the clock and of the processors, and what came of it."""
    gc.collect()
    start, busy = perf_counter(), process_time()
    found = work()
    return perf_counter() - start, process_time() - busy, found


def memory(rows: int, targets: int) -> float:
    """How much the peak grows while the columns are judged, in MB, in a process of its own."""
    command = [sys.executable, __file__, "--memory", str(rows), str(targets)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure_memory(rows: int, targets: int) -> None:
    data = columns_data.make(rows, targets)
    # What making the data took is given back first, so that it hides nothing.
    gc.collect()
    pa.default_memory_pool().release_unused()
    small = data.achievements.slice(0, 1000).to_reader()
    for batch in arrow.assess(data.targets.slice(0, 1000), small, columns=["verdict"]):
        del batch
    reset_peak()
    before = current()
    for batch in arrow.assess(
        data.targets, data.achievements.to_reader(), columns=["verdict", "reason"]
    ):
        del batch
    print(high_water() - before)


def reset_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def status(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    line = next(line for line in lines if line.startswith(name))
    return int(line.split()[1]) / 1024


def current() -> float:
    return status("VmRSS")


def high_water() -> float:
    return status("VmHWM")


def main(rows: int, targets: int) -> None:
    from _columns_peers import PEERS, plain, rules

    data = columns_data.make(rows, targets)
    tables, table = plain(data), rules()
    ways: dict[str, Callable[[], Any]] = {"govtargets": lambda: ours(data)}
    ways |= {name: lambda peer=peer: peer(*tables, table) for name, peer in PEERS.items()}
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    busy: dict[str, list[float]] = {name: [] for name in ways}
    reference = None
    for _ in range(ROUNDS):
        for name, way in ways.items():
            spent, worked, verdicts = timed(way)
            seconds[name].append(spent)
            busy[name].append(worked)
            reference = verdicts if reference is None else reference
            if not np.array_equal(verdicts, reference):
                message = (
                    f"{name} gives other verdicts: {np.flatnonzero(verdicts != reference)[:5]}"
                )
                raise SystemExit(message)
    speed = {name: rows / min(spent) for name, spent in seconds.items()}
    best = max(speed[name] for name in PEERS)
    print(
        f"{rows:,} achievements, {targets:,} targets, all verdicts equal; counts {np.bincount(reference)}"
    )
    for name, rate in speed.items():
        spent, worked = min(seconds[name]), min(busy[name])
        print(f"{name:20} {spent:8.3f} s {worked:8.3f} s busy {rate / 1e6:8.2f} M rows/s")
    print(f"{'floor':20} {'':26} {rows / floor(data) / 1e6:8.2f} M rows/s")
    wide = beyond_64_bits(data)
    others: dict[str, Callable[[], int]] = {
        "every column": lambda: every_column(data),
        "beyond 64 bits": lambda: len(arrow.assess(*wide, columns=["verdict"])),
        "about: half a unit": lambda: by_policy(
            data, gt.Policy(about=gt.Tolerance.half_unit()), rows // 10
        ),
        "rounded": lambda: by_policy(
            data, gt.Policy(rounding=gt.Rounding.ROUNDED_VALUE), rows // 10
        ),
        # Rows that only records can tell.
        "about: an amount": lambda: by_policy(
            data, gt.Policy(about=gt.Tolerance.absolute(gt.Quantity("1", "吨"))), rows // 200
        ),
    }
    for name, way in others.items():
        turns = [timed(way) for _ in range(ROUNDS)]
        spent, worked, count = (min(column) for column in zip(*turns, strict=True))
        print(f"{name:20} {spent:8.3f} s {worked:8.3f} s busy {count / spent / 1e6:8.2f} M rows/s")
    ratios = {
        "times the best peer": speed["govtargets"] / best,
        "times the loop over records": speed["govtargets"] / loop(data),
        "extra MB": memory(rows, targets),
    }
    for name, found in ratios.items():
        print(f"{name:30} {found:8.1f} (goal {GOALS[name]})")


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    rows, targets = (numbers + [10_000_000, 500_000][len(numbers) :])[:2]
    if "--memory" in sys.argv:
        measure_memory(rows, targets)
    else:
        main(rows, targets)
