"""Reading and finding Chinese figures, beside the tools that read numbers from Chinese text.

    python benchmarks/text.py            every table
    python benchmarks/text.py --quick    smaller texts, for a look

Needs the peers named in README.md; without one of them its rows are left out and named.
"""

import argparse
import importlib
import math
import re
import time
from collections.abc import Callable, Mapping
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import mean, median
from typing import Any

from govtargets import zh

Work = Callable[[str], object]

# Processor seconds of one turn.
TURN = 0.02
CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
# Bytes of UTF-8 a figure, counted over 3,004 government work reports.
DENSITY = 235
EXPRESSIONS = [
    *("200万吨以上", "5.5%左右", "不少于30个", "由8000万元增加到1亿元", "超百亿元", "1.27万户"),
    *("半天", "10.1万亩", "55万千瓦以上", "7400万人次", "8GWh", "4.5%—5%", "三成", "翻一番"),
    *("提高2.3个百分点", "全省第4位", "居全省第一", "2.3亿元", "3000亿元以上", "约6万人", "近百家"),
    *("二百三十五万亩", "一亿二千万元", "百分之五点五", "13.5‰", "8.5万吨标准煤", "35微克/立方米"),
    *("30.5亿斤", "每千人口4.5张", "累计下降13.5%"),
]
# What a careless pattern would be slow on, each repeated.
HOSTILE = (
    "1",
    "一",
    "1.",
    "1,",
    "万",
    "—",
    "增长",
    "5%—",
    "5%和",
    "由5%",
    "分别",
    "百分之",
    " ",
    "A1-",
    "10万",
)


def sentences(name: str, kind: str = "") -> list[str]:
    """The sentences of a file of the corpus whose note has that word."""
    lines = (CORPUS / name).read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [row[0].replace("\\n", "\n").replace("\\t", "\t") for row in rows if kind in row[2]]


def dense() -> str:
    """Sentences full of figures, one in 38 bytes."""
    return "\n".join(sentences("running.tsv"))


def report(size: int | None = None) -> str:
    """Text of so many bytes, as dense as 3,000 reports are: a figure in 235 bytes."""
    plain, parts = sentences("refusals.tsv", "[find_nothing]"), []
    places = cycle(plain)
    for sentence in sentences("running.tsv"):
        parts.append(sentence)
        wanted = 2 * DENSITY - len(sentence.encode())
        while wanted > 0:
            parts.append(next(places))
            wanted -= len(parts[-1].encode())
    text = "\n".join(parts)
    if size is None:
        return text
    whole = text * (size // len(text.encode()) + 1)
    return whole.encode()[:size].decode(errors="ignore")


def seconds(work: Callable[[], object], rounds: int = 1) -> float:
    """Processor seconds of the best round."""
    best = math.inf
    for _ in range(rounds):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def in_turns(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The best pass of each; they take turns, so that a busy machine slows all of them alike."""
    best = dict.fromkeys(works, math.inf)
    for _ in range(rounds):
        for name, work in works.items():
            best[name] = min(best[name], _turn(work))
    return best


def _turn(work: Callable[[], object]) -> float:
    """The best pass of a few, the first of which fills the caches that the others emptied."""
    best, until = math.inf, time.process_time() + TURN
    while time.process_time() < until:
        best = min(best, seconds(work))
    return best


_DIGITS = re.compile("[0-9]+")


def digits(text: str) -> object:
    """The floor: walk over the digits and do nothing with them."""
    return sum(1 for _ in _DIGITS.finditer(text))


def recognizers() -> Work:
    """Its five models for Chinese, made once."""
    number = importlib.import_module("recognizers_number")
    unit = importlib.import_module("recognizers_number_with_unit")
    culture = importlib.import_module("recognizers_text").Culture.Chinese
    numbers = number.NumberRecognizer(culture)
    units = unit.NumberWithUnitRecognizer(culture)
    models = [
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        numbers.get_ordinal_model(),
        units.get_dimension_model(),
        units.get_currency_model(),
    ]
    return lambda text: [model.parse(text) for model in models]


def jionlp() -> Work:
    extract: Work = importlib.import_module("jionlp").ner.extract_money
    return extract


def chinese2digits() -> Work:
    take: Work = importlib.import_module("chinese2digits").takeNumberFromString
    return take


PEERS: dict[str, Callable[[], Work]] = {
    "Recognizers-Text, 5 models": recognizers,
    "jionlp, money only": jionlp,
    "chinese2digits, numbers only": chinese2digits,
}


def peers() -> dict[str, Work]:
    """Those that are installed, warmed up."""
    found = {}
    for name, make in PEERS.items():
        try:
            found[name] = make()
        except ImportError as error:
            print(f"left out: {name} ({error})")
            continue
        found[name]("增长5.5%，达到200万元")
    return found


OURS, FLOOR = "govtargets", "`re.finditer` of digits, the floor"


def each(work: Work, texts: list[str]) -> Callable[[], None]:
    def all_of_them() -> None:
        for text in texts:
            work(text)

    return all_of_them


def reading(others: dict[str, Work], rounds: int) -> None:
    count = len(EXPRESSIONS)
    print(f"\n## One expression, of {count} typical ones\n")
    print("| | µs | so many times the time of `zh.read` |\n|---|---|---|")
    works = {OURS: zh.read, FLOOR: digits, **others}
    spent = in_turns({name: each(work, EXPRESSIONS) for name, work in works.items()}, rounds)
    for name, best in spent.items():
        print(f"| {name} | {best / count * 1e6:.2f} | {best / spent[OURS]:.3g} |")
    singly = in_turns({text: partial(zh.read, text) for text in EXPRESSIONS}, rounds)
    slowest = max(singly, key=singly.__getitem__)
    print(f"\nOne by one: median {median(singly.values()) * 1e6:.2f} µs, ", end="")
    print(f"mean {mean(singly.values()) * 1e6:.2f} µs, {slowest} {singly[slowest] * 1e6:.1f} µs.")


def finding(others: dict[str, Work], rounds: int) -> None:
    print("\n## Running text\n")
    print("| | MB/s | `zh.find` is so many times as fast |\n|---|---|---|")
    works = {OURS: zh.find, FLOOR: digits, **others}
    for kind, text in (("report", report()), ("dense", dense())):
        size = len(text.encode()) / 1e6
        turns = {name: each(work, [text]) for name, work in works.items()}
        spent = in_turns(turns, rounds)
        for name, best in spent.items():
            label = f"{name}, {kind} text of {size * 1e3:.0f} KB"
            print(f"| {label} | {size / best:.4g} | {best / spent[OURS]:.3g} |")


def repeated(part: str, size: int) -> str:
    return part * (size // len(part.encode()))


def slope(sizes: list[int]) -> None:
    """Time over size: an exponent of 1 is linear."""
    print("\n## Time over size, seconds\n")
    print(f"| text | {' | '.join(f'{size / 1e6:g} MB' for size in sizes)} | exponent |")
    print("|---|" + "---|" * (len(sizes) + 1))
    _slope("report", report, sizes, len(sizes))
    for part in HOSTILE:
        _slope(f"`{part}` repeated", partial(repeated, part), sizes[:3], len(sizes))


def _slope(name: str, make: Callable[[int], str], sizes: list[int], columns: int) -> None:
    spent = [seconds(partial(zh.find, make(size))) for size in sizes]
    exponent = math.log(spent[-1] / spent[0]) / math.log(sizes[-1] / sizes[0])
    cells = [f"{one:.3f}" for one in spent] + [""] * (columns - len(spent))
    print(f"| {name} | {' | '.join(cells)} | {exponent:.2f} |")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="smaller texts, for a look")
    quick: Any = parser.parse_args().quick
    others = peers()
    reading(others, 5 if quick else 30)
    finding(others, 1 if quick else 3)
    slope([10**4, 10**5] if quick else [10**4, 10**5, 10**6, 10**7])


if __name__ == "__main__":
    main()
