"""The same verdicts by hand in DuckDB, Polars and Acero, each from integer keys that it gets for nothing.

A verdict is 0 without a target, 1 met, 2 missed, 3 indeterminate. Every peer multiplies decimals by the grams of their
units, makes the ends of the certain and the possible set of every target, closed ones by one unit of the last decimal,
joins and compares.
"""

from decimal import Decimal
from functools import partial
from typing import Any

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
from _columns_data import COMPARATORS, GRAMS, Data, Side, decimals, mantissas

Verdicts = np.ndarray[Any, np.dtype[np.int8]]
KEYS = ["indicator", "region", "period"]
ENDS = ("certain_low", "certain_high", "possible_low", "possible_high")
FAR = Decimal(10) ** 25
ULP = Decimal("0.000000001")
_D = pa.decimal128(38, 9)


def rules() -> pa.Table:
    """For each comparator and direction, where each of the four ends stands: in ninths … elevenths of ten."""
    rows = []
    for comparator, name in enumerate(COMPARATORS):
        for direction in range(4):
            row: dict[str, Any] = {"comparator": comparator, "direction": direction}
            for end, (of_low, of_high, add) in zip(ENDS, _rule(name, direction), strict=True):
                row |= {f"{end}_l": of_low, f"{end}_u": of_high, f"{end}_a": add}
            rows.append(row)
    fields = [("comparator", pa.int32()), ("direction", pa.int32())]
    for end in ENDS:
        fields += [(f"{end}_l", pa.int64()), (f"{end}_u", pa.int64()), (f"{end}_a", _D)]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def _rule(name: str, direction: int) -> list[tuple[int, int, Decimal]]:
    """How many tenths of the number, of the upper number, and what to add, for each end."""
    zero = Decimal(0)
    low, high = (10, 0, zero), (0, 10, zero) if name == "between" else (10, 0, zero)
    wide_low, wide_high, none, top = (9, 0, zero), (11, 0, zero), (0, 0, -FAR), (0, 0, FAR)
    if name in {"at_least", "above", "some_more"}:
        end = (10, 0, zero if name == "at_least" else ULP)
        return [end, top, end, top]
    if name in {"at_most", "below"}:
        end = (10, 0, zero if name == "at_most" else -ULP)
        return [none, end, none, end]
    if name not in {"about", "nearly"}:
        wide_low, wide_high = low, high
    return [
        [low, top, wide_low, top],
        [none, high, none, wide_high],
        [low, high, wide_low, wide_high],
        [low, high, none, top],
    ][direction]


def plain(data: Data) -> tuple[pa.Table, pa.Table, pa.Table]:
    """Achievements, targets and units with integer keys: made outside the measured time."""
    wanted = _keys(data.wanted) | {
        "comparator": data.comparator,
        "direction": data.direction[data.wanted.indicator],
        "upper": decimals(mantissas(data.upper, data.wanted.unit)),
    }
    units = {"unit": np.arange(len(GRAMS), dtype=np.int32), "grams": pa.array(GRAMS, pa.int64())}
    return pa.table(_keys(data.achieved)), pa.table(wanted), pa.table(units)


def _keys(side: Side) -> dict[str, Any]:
    columns: dict[str, Any] = {name: getattr(side, name) for name in (*KEYS, "unit")}
    columns["row"] = np.arange(len(side.unit), dtype=np.int32)
    return columns | {"magnitude": decimals(mantissas(side.amount, side.unit))}


def by_duckdb(achieved: pa.Table, wanted: pa.Table, units: pa.Table, table: pa.Table) -> Verdicts:
    """One query over the Arrow tables."""
    ends = ", ".join(
        f"(magnitude * grams * {end}_l + upper * grams * {end}_u + {end}_a)::DECIMAL(38, 9) AS {end}"
        for end in ENDS
    )
    connection = duckdb.connect()
    for name, each in (("a", achieved), ("t", wanted), ("u", units), ("r", table)):
        connection.register(name, each)
    query = f"""
        WITH ends AS (
            SELECT indicator, region, period, {ends}
            FROM t JOIN u USING (unit) JOIN r USING (comparator, direction)
        ), amounts AS (
            SELECT row, indicator, region, period, (magnitude * (grams * 10))::DECIMAL(38, 9) AS x
            FROM a JOIN u USING (unit)
        )
        SELECT row, (CASE WHEN certain_low IS NULL THEN 0
                          WHEN x BETWEEN certain_low AND certain_high THEN 1
                          WHEN x BETWEEN possible_low AND possible_high THEN 3
                          ELSE 2 END)::TINYINT AS verdict
        FROM amounts LEFT JOIN ends USING (indicator, region, period)
    """  # noqa: S608  every name in it is a constant
    found = connection.sql(query).to_arrow_table()
    return _in_order(found["row"], found["verdict"])


def by_polars(*, lazy: bool) -> Any:
    """The same in Polars, in memory or with the streaming engine."""
    return partial(_by_polars, engine="streaming" if lazy else "in-memory")


def _by_polars(
    achieved: pa.Table, wanted: pa.Table, units: pa.Table, table: pa.Table, engine: Any
) -> Verdicts:
    a, t, u, r = (pl.DataFrame(each).lazy() for each in (achieved, wanted, units, table))
    kind = pl.Decimal(38, 9)
    x, grams = pl.col("magnitude"), pl.col("grams").cast(kind)
    upper = pl.col("upper").fill_null(0)
    ends = [
        (
            x * grams * pl.col(f"{end}_l").cast(kind)
            + upper * grams * pl.col(f"{end}_u").cast(kind)
            + pl.col(f"{end}_a")
        ).alias(end)
        for end in ENDS
    ]
    t = t.join(u, on="unit").join(r, on=["comparator", "direction"]).select(*KEYS, *ends)
    # A gather by the unit's number is quicker than a join with eight rows.
    size = pl.lit(pl.Series(GRAMS).cast(kind) * 10).gather(pl.col("unit"))
    a = a.select("row", *KEYS, x=x * size)
    x = pl.col("x")
    verdict = (
        pl.when(pl.col("certain_low").is_null())
        .then(0)
        .when((x >= pl.col("certain_low")) & (x <= pl.col("certain_high")))
        .then(1)
        .when((x >= pl.col("possible_low")) & (x <= pl.col("possible_high")))
        .then(3)
        .otherwise(2)
        .cast(pl.Int8)
    )
    found = a.join(t, on=KEYS, how="left").select("row", verdict=verdict).collect(engine=engine)
    # The streaming engine loses the order even where it is asked to keep it.
    return _in_order(found["row"], found["verdict"])


def by_acero(achieved: pa.Table, wanted: pa.Table, _: pa.Table, table: pa.Table) -> Verdicts:
    """The same with pyarrow alone."""
    wanted = wanted.join(table, keys=["comparator", "direction"], join_type="inner")
    low, high = (
        pc.multiply(wanted[name].cast(pa.decimal128(19, 9)), _size(wanted["unit"], 1)).cast(
            pa.decimal128(30, 9)
        )
        for name in ("magnitude", "upper")
    )
    high = pc.fill_null(high, Decimal(0))
    ends = {}
    for end in ENDS:
        of_low, of_high = (
            wanted[f"{end}_{side}"].cast(pa.decimal128(19, 0)).cast(pa.decimal128(3, 0))
            for side in "lu"
        )
        total = pc.add(pc.multiply(low, of_low), pc.multiply(high, of_high)).cast(
            pa.decimal128(37, 9)
        )
        ends[end] = pc.add(total, wanted[f"{end}_a"].cast(pa.decimal128(37, 9)))
    targets = pa.table({name: wanted[name] for name in KEYS} | ends)
    amount = pc.multiply(
        achieved["magnitude"].cast(pa.decimal128(19, 9)), _size(achieved["unit"], 10)
    )
    amounts = pa.table({name: achieved[name] for name in ("row", *KEYS)} | {"x": amount.cast(_D)})
    found = amounts.join(targets, keys=KEYS, join_type="left outer")
    x = found["x"]
    inside = [
        pc.and_(pc.greater_equal(x, found[low]), pc.less_equal(x, found[high]))
        for low, high in (ENDS[:2], ENDS[2:])
    ]
    verdict = pc.case_when(
        pc.make_struct(pc.is_null(found["certain_low"]), inside[0], inside[1]),
        *(pa.scalar(value, pa.int8()) for value in (0, 1, 3, 2)),
    )
    return _in_order(found["row"], verdict)


def _size(unit: pa.ChunkedArray, times: int) -> pa.Array:
    sizes = pa.array([Decimal(grams * times) for grams in GRAMS], pa.decimal128(12, 0))
    return sizes.take(unit.combine_chunks())


def _in_order(rows: Any, verdicts: Any) -> Verdicts:
    found = np.empty(len(rows), np.int8)
    found[rows.to_numpy()] = verdicts.to_numpy()
    return found


PEERS = {
    "DuckDB": by_duckdb,
    "Polars, in memory": by_polars(lazy=False),
    "Polars, streaming": by_polars(lazy=True),
    "Acero": by_acero,
}
