"""Units and quantities against pint with the same 60 units, and against bare floors.

    python benchmarks/units.py

Every ratio comes from one run: the contestants of a row take turns, and the shortest of many short
turns counts, so that a busy machine slows all of them alike. Statements are timed by `timeit`,
which adds a few nanoseconds to each. Imports are timed in fresh processes with compiled bytecode,
in processor time, less what a bare interpreter takes.
"""

import os
import resource
import subprocess
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction
from statistics import median
from timeit import Timer
from typing import Any

import attrs
import pint

import govtargets as gt

ROUNDS = 40
TURN = 400
IMPORT_ROUNDS = 15

# As in reports, without those that pint cannot spell.
NAMES = """
    平方米 平方公里 公顷 亩 立方米 升 千克 吨 克 微克 斤 两 担 米 公里 千米 毫米 英寸 里 丈 尺 寸
    千瓦 瓦 兆瓦 伏 千伏 千瓦时 度 兆瓦时 吨标准煤 千克标准煤 蒸吨 吨公里 人公里 标箱
    秒 分钟 小时 天 个月 年 岁 倍 个百分点 基点 番 位 人 户 人次 户次 元 美元 欧元 个 家 项 所 台
"""
SYMBOLS = NAMES.split()


@attrs.frozen
class Floor:
    """What no attrs class with these fields can beat."""

    number: int
    unit: object
    kind: object


def pint_registry() -> Any:
    """The same units in pint as its users write them: prefixes, exact fractions, kinds apart."""
    registry: Any = pint.UnitRegistry(None, non_int_type=Fraction)
    registry.load_definitions(["万- = 1e4", "亿- = 1e8"])
    first: dict[gt.Kind, gt.Unit] = {}
    units = [gt.Unit(symbol) for symbol in SYMBOLS]
    for unit in sorted(units, key=lambda unit: unit.symbol != unit.kind.base):
        base = first.setdefault(unit.kind, unit)
        meaning = f"{unit.factor / base.factor} {base}" if base is not unit else f"[{unit}]"
        registry.define(f"{unit} = {meaning}")
    return registry


def fastest(turns: dict[str, str], names: dict[str, Any]) -> dict[str, float]:
    """Nanoseconds a statement for each contestant, who take turns."""
    timers = {name: Timer(statement, globals=names) for name, statement in turns.items()}
    best = dict.fromkeys(turns, float("inf"))
    for _ in range(ROUNDS):
        for name, timer in timers.items():
            number = TURN // 20 if name == "pint" else TURN
            best[name] = min(best[name], timer.timeit(number) / number * 1e9)
    return best


def namespace() -> dict[str, Any]:
    """The same things on both sides; those of pint begin with p."""
    registry = pint_registry()
    theirs = registry.Quantity
    number, fraction = Decimal("204.8"), Fraction("204.8")
    return {
        "number": number,
        "two": Decimal(200),
        "Quantity": gt.Quantity,
        "parse": gt.Quantity.parse,
        "unit": gt.Unit("万吨"),
        "a": gt.Quantity(number, "万吨"),
        "same": gt.Quantity(200, "万吨"),
        "other": gt.Quantity(2000000, "吨"),
        "mu": gt.Quantity(15, "亩"),
        "hectare": gt.Quantity(1, "公顷"),
        "texts": iter([f"{n}.8万吨" for n in range(1000, 1000 + TURN * ROUNDS)]),
        "Floor": Floor,
        "fraction": fraction,
        "pregistry": registry,
        "PQuantity": theirs,
        "punit": registry.Unit("万吨"),
        "pa": theirs(fraction, "万吨"),
        "psame": theirs(200, "万吨"),
        "pother": theirs(2000000, "吨"),
        "pmu": theirs(15, "亩"),
        "phectare": theirs(1, "公顷"),
    }


@attrs.frozen
class Row:
    """What is timed, how many times faster than pint it has to be, and how near the floor."""

    name: str
    ours: str
    pint: str
    wanted: int
    floor: str | None = None
    near: float | None = None


OPERATIONS = [
    Row(
        "create",
        "Quantity(number, unit)",
        "PQuantity(fraction, punit)",
        3,
        "Floor(1, unit, two)",
        3,
    ),
    Row("compare, same unit", "a >= same", "pa >= psame", 20, "number >= two"),
    Row("compare, other unit", "a >= other", "pa >= pother", 250, "number >= two"),
    Row("15亩 == 1公顷", "mu == hectare", "pmu == phectare", 100, "number >= two"),
    Row("hash", "hash(a)", "hash(pa)", 180),
    Row("parse, cold", "parse(next(texts))", "pregistry('204.8万吨')", 15),
    Row("parse, repeated", "parse('204.8万吨')", "pregistry('204.8万吨')", 300),
]


def environment(cache: str) -> dict[str, str]:
    """One that keeps bytecode, and not beside the sources."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": cache}


def processor_time(statement: str, env: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", statement], env=env, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def imports() -> dict[str, float]:
    """Milliseconds of processor time for each import, above a bare interpreter."""
    statements = {
        "bare": "",
        "attrs": "import attrs",
        "govtargets": "import govtargets",
        "govtargets.Quantity": "from govtargets import Quantity",
        "govtargets, first unit read": (
            "import govtargets; govtargets.Quantity.parse('204.8万吨')"
        ),
        "pint": "import pint",
    }
    taken: dict[str, list[float]] = {name: [] for name in statements}
    with tempfile.TemporaryDirectory() as cache:
        env = environment(cache)
        for statement in statements.values():
            processor_time(statement, env)
        for _ in range(IMPORT_ROUNDS):
            for name, statement in statements.items():
                taken[name].append(processor_time(statement, env))
    bare = median(taken["bare"])
    return {name: median(times) - bare for name, times in taken.items() if name != "bare"}


def missed(*, good: bool) -> str:
    return "" if good else "  MISSED"


def print_operations() -> None:
    names = namespace()
    for row in OPERATIONS:
        turns = {"ours": row.ours, "pint": row.pint}
        best = fastest(turns | ({"floor": row.floor} if row.floor else {}), names)
        ours, ratio = best["ours"], best["pint"] / best["ours"]
        line = f"{row.name:<20} {ours:>6.0f} ns  pint {best['pint']:>7.0f} ns"
        line += f"  {ratio:>6.1f} x, wanted {row.wanted:>3} x{missed(good=ratio >= row.wanted)}"
        if row.floor:
            nearness = ours / best["floor"]
            line += f"  {nearness:.1f} x the {best['floor']:.0f} ns of {row.floor}"
            line += missed(good=row.near is None or nearness <= row.near)
        print(line)


def print_imports() -> None:
    taken = imports()
    attrs_ms, pint_ms = taken["attrs"], taken["pint"]
    print(f"import attrs {attrs_ms:.1f} ms, import pint {pint_ms:.1f} ms")
    for name in ("govtargets", "govtargets.Quantity", "govtargets, first unit read"):
        ours = max(taken[name], 0.1)
        row = f"import {name:<28} {ours:>5.1f} ms  {ours / attrs_ms:.2f} x attrs"
        row += f"  pint {pint_ms / ours:.1f} x"
        if name == "govtargets":
            row += ", wanted 1.4 x and 3 x"
            row += missed(good=ours <= 1.4 * attrs_ms and pint_ms >= 3 * ours)
        print(row)


def main() -> None:
    version = sys.version.split()[0]
    print(
        f"Python {version}, pint {pint.__version__}, attrs {attrs.__version__}, {len(SYMBOLS)} units"
    )
    print_operations()
    print_imports()


if __name__ == "__main__":
    main()
