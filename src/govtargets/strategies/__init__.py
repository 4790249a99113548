"""Hypothesis strategies for every value and record: hostile, but always valid.

Needs the extra `hypothesis`. Importing this module registers them, so that
`hypothesis.strategies.from_type` and `@given` with annotations know the types of this package.
All arguments are keywords.
"""

from collections.abc import Callable
from typing import Any, Final

from govtargets.errors import MissingExtraError

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as _error:
    raise MissingExtraError("hypothesis", "hypothesis") from _error

from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.dataset import Dataset
from govtargets.errors import Problem
from govtargets.goals import Delegated, NotStated, Qualitative, Relative
from govtargets.indicator import Indicator
from govtargets.interval import Interval
from govtargets.kind import Kind
from govtargets.period import Period
from govtargets.quantity import Quantity
from govtargets.region import Region
from govtargets.source import Source
from govtargets.strategies._datasets import datasets
from govtargets.strategies._facts import periods, problems, regions, sources
from govtargets.strategies._numbers import bounds, intervals, kinds, quantities, units
from govtargets.strategies._records import (
    achievements,
    delegated,
    goals,
    indicators,
    not_stated,
    qualitative,
    relatives,
    targets,
)
from govtargets.target import Target
from govtargets.unit import Unit

__all__ = [
    "achievements",
    "bounds",
    "datasets",
    "delegated",
    "goals",
    "indicators",
    "intervals",
    "kinds",
    "not_stated",
    "periods",
    "problems",
    "qualitative",
    "quantities",
    "regions",
    "relatives",
    "sources",
    "targets",
    "units",
]


def __dir__() -> list[str]:
    return __all__


_STRATEGIES: Final[dict[type, Callable[[], st.SearchStrategy[Any]]]] = {
    Achievement: achievements,
    Bounds: bounds,
    Dataset: datasets,
    Delegated: delegated,
    Indicator: indicators,
    Interval: intervals,
    Kind: kinds,
    NotStated: not_stated,
    Period: periods,
    Problem: problems,
    Qualitative: qualitative,
    Quantity: quantities,
    Region: regions,
    Relative: relatives,
    Source: sources,
    Target: targets,
    Unit: units,
}


def _register(kind: type, strategy: Callable[[], st.SearchStrategy[Any]]) -> None:
    st.register_type_strategy(kind, lambda _: strategy())


for _kind, _strategy in _STRATEGIES.items():
    _register(_kind, _strategy)
