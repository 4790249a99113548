"""A linter for figures in Chinese text (数据表述检查): what a careful reader would ask the author.

A finding is a question, not a verdict: the text may be right, but says too little, or
contradicts itself.
"""

from collections.abc import Callable, Iterator
from typing import Final

from govtargets.errors import Problem
from govtargets.zh._lint_change import (
    doubled_signs,
    excesses,
    percent_or_points,
    points_of_amount,
    points_of_growth,
    undirected,
)
from govtargets.zh._lint_list import reversed_ranges, unequal_lists
from govtargets.zh._lint_sums import sums
from govtargets.zh._script import Script

__all__ = ["lint"]


def __dir__() -> list[str]:
    return __all__


_RULES: Final[tuple[Callable[[Script], Iterator[Problem]], ...]] = (
    points_of_amount,
    percent_or_points,
    points_of_growth,
    excesses,
    doubled_signs,
    undirected,
    sums,
    unequal_lists,
    reversed_ranges,
)


def lint(text: str) -> list[Problem]:
    """What to ask the author of a text about its figures, in the order of the text.

    Every problem is a warning; its `start` and `end` are characters of the text, its `hint` is the
    question. Codes: `points-of-amount`, `percent-or-points`, `points-of-growth`,
    `excess-or-completion`, `doubled-sign`, `change-without-direction`, `does-not-compute`,
    `unequal-lists`, `reversed-range`.

    Example:
        >>> from govtargets import zh
        >>> for problem in zh.lint("单位GDP能耗下降3.5个百分点，森林覆盖率提高0.4%。"):
        ...     print(problem.start, problem.code)
        7 points-of-amount
        22 percent-or-points
    """
    script = Script(text)
    found = [problem for rule in _RULES for problem in rule(script)]
    return sorted(found, key=lambda problem: (problem.start or 0, problem.end or 0))
