"""Records of every type for the tests of the Arrow room."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import govtargets as gt
from govtargets import strategies

SHARED_INDICATOR = st.shared(strategies.indicators(), key="indicator")
SHARED_PERIOD = st.shared(strategies.periods(), key="period")


def policies() -> SearchStrategy[gt.Policy]:
    """Shipped policies, and own ones that may bear a shipped name."""
    tolerances = [
        gt.Tolerance.relative("0.05"),
        gt.Tolerance.absolute(gt.Quantity("0.20", "个百分点"), satisfies=True),
        gt.Tolerance.half_unit(),
    ]
    own = st.builds(
        gt.Policy,
        name=st.sampled_from(["default", "own"]),
        about=st.sampled_from(tolerances),
        bare=st.sampled_from(gt.Bare),
        bounds_inclusive=st.booleans(),
        rounding=st.sampled_from(gt.Rounding),
    )
    return st.sampled_from(gt.policies()) | own


def assessments() -> SearchStrategy[gt.Assessment]:
    """Judgements of records that are about the same thing, so that many verdicts come out."""
    targets = strategies.targets(indicator=SHARED_INDICATOR, period=SHARED_PERIOD, kind="ratio")
    results = strategies.achievements(
        indicator=SHARED_INDICATOR, period=SHARED_PERIOD, kind="ratio"
    )
    return st.builds(
        lambda target, result, policy, day: gt.assess(target, result, policy=policy, as_of=day),
        targets,
        st.none() | results,
        policies(),
        st.none() | st.dates(),
    )


def records() -> SearchStrategy[list[Any]]:
    """A few records of one type."""
    kinds: list[SearchStrategy[Any]] = [
        strategies.targets(),
        strategies.achievements(),
        strategies.indicators(),
        assessments(),
    ]
    return st.one_of([st.lists(kind, min_size=1, max_size=5) for kind in kinds])


def alike(one: Any, two: Any) -> bool:
    """Whether both records are the same to the letter."""
    if isinstance(one, gt.Assessment):
        sides = ("target", "achievement", "reference")
        return one == two and all(
            getattr(one, side) is None or getattr(one, side).is_written_as(getattr(two, side))
            for side in sides
        )
    return bool(one.is_written_as(two))


def same(found: Any, expected: list[Any]) -> bool:
    """Whether decoding gave exactly these records, and nothing to complain about."""
    return (
        not found.problems
        and len(found.records) == len(expected)
        and all(map(alike, found.records, expected))
    )
