"""The data of `assess_columns.py`: achievements and targets of mixed mass units, every comparator, exact ties."""

from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

Codes = npt.NDArray[np.int32]
Amounts = npt.NDArray[np.int64]

UNITS = ("吨", "千克", "公斤", "斤", "万吨", "亿斤", "担", "克")
# How many grams one of them is: what every hand-written peer works with.
GRAMS = (10**6, 10**3, 10**3, 500, 10**10, 5 * 10**10, 50_000, 1)
COMPARATORS = (
    *("exact", "at_least", "above", "below", "at_most"),
    *("about", "nearly", "some_more", "between"),
)
DIRECTIONS = ("higher", "lower", "at_target", None)
INDICATORS, REGIONS, PERIODS = 110, 1000, 5
# Every amount is a whole number of 50 g, so that each unit above states it with nine decimals at most.
STEP = 50
_DAYS = [
    (np.datetime64(f"{2020 + year}-01-01"), np.datetime64(f"{2020 + year}-12-31"))
    for year in range(PERIODS)
]


@attrs.frozen
class Side:
    """One table as integers: what `table` turns into columns of the shared schema."""

    indicator: Codes
    region: Codes
    period: Codes
    unit: Codes
    amount: Amounts


@attrs.frozen
class Data:
    """Both tables, as integers and as Arrow; `comparator` and `upper` belong to the targets."""

    achieved: Side
    wanted: Side
    comparator: Codes
    upper: Amounts
    direction: Codes
    achievements: pa.Table
    targets: pa.Table


def make(rows: int, targets: int, seed: int = 7) -> Data:
    """The data of one run; `targets` at most 550,000."""
    rng = np.random.default_rng(seed)
    cells = INDICATORS * REGIONS * PERIODS
    taken = rng.permutation(cells)[:targets]
    wanted = _side(rng, taken, rng.integers(1, 90_000, targets) * 200)
    lookup = np.full(cells, -1, np.int32)
    lookup[taken] = np.arange(targets, dtype=np.int32)
    # Cells without a target are part of the work: about one achievement in eleven finds none.
    asked = rng.integers(0, cells, rows)
    around = wanted.amount[lookup[asked]]
    amount = (around * rng.integers(700, 1300, rows)) // 1000 + rng.integers(-200, 200, rows)
    tie = rng.random(rows) < 0.02
    amount = np.where(tie, around, np.maximum(amount, 1))
    achieved = _side(rng, asked, amount)
    comparator = rng.choice(
        9, targets, p=[0.3, 0.2, 0.05, 0.05, 0.15, 0.15, 0.03, 0.03, 0.04]
    ).astype(np.int32)
    upper = wanted.amount + rng.integers(1, 1000, targets) * 200
    direction = rng.choice(4, INDICATORS, p=[0.6, 0.25, 0.1, 0.05]).astype(np.int32)
    return Data(
        achieved,
        wanted,
        comparator,
        upper,
        direction,
        pa.table(_shared(achieved) | {"comparator": _word(np.zeros(rows, np.int32), ["exact"])}),
        pa.table(_shared(wanted) | _goal(wanted, comparator, upper, direction)),
    )


def _side(rng: np.random.Generator, cells: npt.NDArray[np.int64], amount: Amounts) -> Side:
    codes = np.divmod(cells, REGIONS * PERIODS)
    return Side(
        codes[0].astype(np.int32),
        (codes[1] // PERIODS).astype(np.int32),
        (codes[1] % PERIODS).astype(np.int32),
        rng.integers(0, len(UNITS), len(cells), dtype=np.int32),
        amount,
    )


def _shared(side: Side) -> dict[str, Any]:
    first = np.array([days[0] for days in _DAYS])[side.period].astype(np.int32)
    last = np.array([days[1] for days in _DAYS])[side.period].astype(np.int32)
    return {
        "indicator": _word(side.indicator, [f"indicator_{n}" for n in range(INDICATORS)]),
        "region": _word(side.region, [f"地区{n}" for n in range(REGIONS)]),
        "period_kind": _word(np.zeros(len(first), np.int32), ["year"]),
        "period_start": pa.array(first, pa.date32()),
        "period_end": pa.array(last, pa.date32()),
        "magnitude": decimals(mantissas(side.amount, side.unit)),
        "digits": pa.array(np.full(len(first), 9, np.int8)),
        "unit": _word(side.unit, UNITS),
    }


def _goal(wanted: Side, comparator: Codes, upper: Amounts, direction: Codes) -> dict[str, pa.Array]:
    count = len(upper)
    ranges = comparator == COMPARATORS.index("between")
    absent = np.where(ranges, wanted.unit, -1)
    return {
        "indicator_name": _word(wanted.indicator, [f"指标{n}" for n in range(INDICATORS)]),
        "indicator_direction": _word(
            np.where(direction == 3, -1, direction)[wanted.indicator], DIRECTIONS[:3]
        ),
        "goal": _word(np.zeros(count, np.int32), ["bounds"]),
        "comparator": _word(comparator, COMPARATORS),
        "upper_magnitude": decimals(mantissas(upper, wanted.unit), ranges),
        "upper_digits": pa.array(np.full(count, 9, np.int8), mask=~ranges),
        "upper_unit": _word(absent, UNITS),
        "low_inclusive": pa.array(np.ones(count, bool), mask=~ranges),
        "high_inclusive": pa.array(np.ones(count, bool), mask=~ranges),
    }


def mantissas(amount: Amounts, unit: Codes) -> Amounts:
    """The amounts in their units, as integers of 10^-9."""
    scale = np.array([STEP * 10**9 // grams for grams in GRAMS], np.int64)
    return amount * scale[unit]


def decimals(mantissa: Amounts, present: npt.NDArray[np.bool_] | None = None) -> pa.Array:
    """The integers of 10^-9 as decimal128(38, 9)."""
    pairs = np.stack([mantissa, mantissa >> 63], axis=1)
    mask = None if present is None else pa.py_buffer(np.packbits(present, bitorder="little"))
    kind = pa.decimal128(38, 9)
    return pa.Array.from_buffers(kind, len(mantissa), [mask, pa.py_buffer(pairs)])


def _word(codes: npt.NDArray[Any], words: Any) -> pa.DictionaryArray:
    indices = pa.array(codes.astype(np.int32), mask=codes < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(list(words), pa.string()))
