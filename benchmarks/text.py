"""Reading and finding Chinese figures, beside the tools that read numbers from Chinese text.

    python benchmarks/text.py            every table
    python benchmarks/text.py --quick    smaller texts, for a look

Needs the peers named in README.md; without one of them its rows are left out and named.
"""

import argparse
import gc
import importlib
import math
import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from govtargets import zh

Work = Callable[[str], object]

CORPUS = Path(__file__).parents[1] / "tests" / "corpus" / "running.tsv"
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
    "由5%",
    "分别",
    "百分之",
    " ",
    "A1-",
    "10万",
)


def report(size: int) -> str:
    """Running report text of at least so many bytes."""
    lines = CORPUS.read_text("utf-8").splitlines()[1:]
    text = "\n".join(
        line.split("\t")[0].replace("\\n", "\n").replace("\\t", "\t") for line in lines
    )
    return text * (size // len(text.encode()) + 1)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Processor seconds of the best round."""
    best = math.inf
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
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


def over_expressions(work: Work, times: int) -> float:
    """Microseconds an expression."""

    def all_of_them() -> None:
        for _ in range(times):
            for text in EXPRESSIONS:
                work(text)

    return seconds(all_of_them, 3) / times / len(EXPRESSIONS) * 1e6


def reading(others: dict[str, Work], times: int) -> None:
    print(f"\n## One expression, of {len(EXPRESSIONS)} typical ones\n")
    print("| | µs | so many times the time of `zh.read` |\n|---|---|---|")
    ours = over_expressions(zh.read, times)
    print(f"| `zh.read` | {ours:.2f} | 1 |")
    floor = over_expressions(digits, times)
    print(f"| `re.finditer` of digits, the floor | {floor:.2f} | {floor / ours:.3f} |")
    for name, work in others.items():
        spent = over_expressions(work, 3)
        print(f"| {name} | {spent:.2f} | {spent / ours:.1f} |")


def over_text(work: Work, text: str) -> float:
    """Megabytes a second."""
    return len(text.encode()) / 1e6 / seconds(partial(work, text), 3)


def finding(others: dict[str, Work], size: int) -> None:
    text, short = report(size), report(20_000)
    print(f"\n## Running text of {size / 1e6:g} MB, of {20_000 / 1e3:g} KB for the peers\n")
    print("| | MB/s | `zh.find` is so many times as fast |\n|---|---|---|")
    ours = over_text(zh.find, text)
    print(f"| `zh.find` | {ours:.3f} | 1 |")
    floor = over_text(digits, text)
    print(f"| `re.finditer` of digits, the floor | {floor:.1f} | {ours / floor:.4f} |")
    for name, work in others.items():
        speed = over_text(work, short)
        print(f"| {name} | {speed:.4f} | {ours / speed:.1f} |")


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
    spent = [seconds(partial(zh.find, make(size)), 1) for size in sizes]
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
    reading(others, 20 if quick else 200)
    finding(others, 10**5 if quick else 10**6)
    slope([10**4, 10**5] if quick else [10**4, 10**5, 10**6, 10**7])


if __name__ == "__main__":
    main()
