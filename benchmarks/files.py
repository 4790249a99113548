"""Reading a CSV file of achievements beside the rows of `csv.DictReader` alone.

    python benchmarks/files.py [rows]

The records are those of `codec.py`: nearly every figure differs, areas and documents repeat. The
reader of the standard library is the floor: it makes dicts of text and checks nothing, while
`files.read` makes records, validates every cell and knows the line of each. The contestants take
turns, and the shortest turn of each counts, in processor time.
"""

import csv
import resource
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codec import achievements, shortest

import govtargets as gt
from govtargets import files

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 200_000
TURNS = 3


def rows_of(path: Path) -> list[dict[str, Any]]:
    """What the standard library reads."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    records = achievements(count)
    known = {each.indicator.id: each.indicator for each in records}
    with tempfile.TemporaryDirectory() as folder:
        files.write(gt.Dataset((), records, known.values()), folder)
        path = Path(folder) / "achievements.csv"
        found = files.read(folder)
        assert not found.problems
        assert all(map(gt.Achievement.is_written_as, found.achievements, records))
        del found, records
        contestants: dict[str, Callable[[], Any]] = {
            "files.read": lambda: files.read(folder),
            "csv.DictReader": lambda: rows_of(path),
        }
        best = dict.fromkeys(contestants, float("inf"))
        for _ in range(TURNS):
            for name, work in contestants.items():
                best[name] = min(best[name], shortest(work))
    for name, seconds in best.items():
        print(f"{name:16}{count / seconds:12,.0f} rows/s")
    print(f"files.read takes {best['files.read'] / best['csv.DictReader']:.1f} x the floor")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
