"""Strategies for whole data sets."""

from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from govtargets.achievement import Achievement
from govtargets.dataset import Dataset
from govtargets.indicator import Indicator
from govtargets.kind import Kind
from govtargets.strategies._records import achievements, indicators, targets
from govtargets.target import Target

__all__ = ["datasets"]

_ANY: Final = Indicator("any", "any")


def datasets(
    *,
    indicator: SearchStrategy[Indicator] | None = None,
    kind: Kind | str | None = None,
    max_size: int = 4,
) -> SearchStrategy[Dataset]:
    """Data sets whose records speak of the same few indicators, no two of which share an id.

    Args:
        indicator: Where the indicators come from.
        kind: Only numbers of that kind.
        max_size: At most so many targets, and as many achievements.

    Example:
        >>> from hypothesis import given, settings
        >>> from govtargets.strategies import datasets
        >>> @settings(max_examples=5, database=None)
        ... @given(datasets(kind="ratio"))
        ... def test(dataset):
        ...     assert len(dataset.assess()) >= len(dataset.targets)
        >>> test()
    """
    several = st.lists(
        indicators() if indicator is None else indicator,
        min_size=1,
        max_size=3,
        unique_by=lambda one: one.id,
    )
    which = st.integers(0, 5)
    # Strategies of records are slow to make: the indicator is put in when the record is drawn.
    planned = st.tuples(which, targets(indicator=st.just(_ANY), kind=kind))
    reached = st.tuples(which, achievements(indicator=st.just(_ANY), kind=kind))
    return st.builds(
        _about,
        several,
        st.lists(planned, max_size=max_size),
        st.lists(reached, max_size=max_size),
    )


def _about(
    found: list[Indicator],
    planned: list[tuple[int, Target]],
    reached: list[tuple[int, Achievement]],
) -> Dataset:
    return Dataset(
        [attrs.evolve(one, indicator=found[which % len(found)]) for which, one in planned],
        [attrs.evolve(one, indicator=found[which % len(found)]) for which, one in reached],
        found,
    )
