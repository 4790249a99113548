"""Numbers of up to 128 bits times their weights, compared as Python compares its integers."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtargets.arrow._assess_columns import Numbers
from govtargets.arrow._assess_exact import LARGEST, UNDECIDED, Scaled, order
from govtargets.arrow._assess_gap import digits_of
from govtargets.arrow._assess_stated import last_nonzero

MOST = 10**38 - 1
EDGES = [0, 1, -1, 2**63 - 1, -(2**63), 2**63, 2**64, -(2**64), 2**64 - 1, MOST, -MOST]
MANTISSAS = st.sampled_from(EDGES) | st.integers(-MOST, MOST) | st.integers(-(2**63), 2**63 - 1)
WEIGHTS = st.sampled_from([1, 3, 10**6, 5 * 10**16, LARGEST - 1]) | st.integers(1, LARGEST - 1)
STEPS = st.sampled_from([0, 0, 1, -1, 10**9, -(10**18)])


def numbers(values: Sequence[int]) -> Numbers:
    low = np.array([value & (2**64 - 1) for value in values], np.uint64).view(np.int64)
    return Numbers(low, np.array([value >> 64 for value in values], np.int64), None)


def sign(value: int) -> int:
    return (value > 0) - (value < 0)


@st.composite
def close_pairs(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """Two numbers with their weights, often so close that floats cannot tell."""
    one, up, down = draw(MANTISSAS), draw(WEIGHTS), draw(WEIGHTS)
    near = one * up // down + draw(st.sampled_from([-1, 0, 1]))
    other = near if abs(near) <= MOST and draw(st.booleans()) else draw(MANTISSAS)
    return one, up, other, down


class TestOrder:
    @given(st.lists(close_pairs(), min_size=1, max_size=20))
    def test_is_that_of_the_integers(self, pairs: list[tuple[int, int, int, int]]) -> None:
        one, up, other, down = (list(part) for part in zip(*pairs, strict=True))
        found = order(Scaled(numbers(one), np.array(up)), Scaled(numbers(other), np.array(down)))
        for row, (a, b, c, d) in enumerate(pairs):
            if found[row] != UNDECIDED:
                assert found[row] == sign(a * b - c * d)
            else:
                assert max(abs(a * b), abs(c * d)) > 2**168

    @given(st.lists(st.tuples(close_pairs(), STEPS), min_size=1, max_size=20))
    def test_with_steps(self, pairs: list[tuple[tuple[int, int, int, int], int]]) -> None:
        # A step is at most two thirds of the number that it moves, as half a unit of a last digit is.
        rows = [
            (*pair, step)
            for pair, step in pairs
            if abs(pair[0]) >= 2 * abs(step) and pair[1] < 2**40
        ]
        if not rows:
            return
        one, up, other, down, steps = (list(part) for part in zip(*rows, strict=True))
        moved = Scaled(numbers(one), np.array(up), np.array(steps), np.array(up))
        found = order(moved, Scaled(numbers(other), np.array(down)))
        half = order(moved.at(np.arange(1)), Scaled(numbers(other[:1]), np.array(down[:1])))
        assert found[0] == half[0]
        for row, (a, b, c, d, e) in enumerate(rows):
            if found[row] != UNDECIDED:
                assert found[row] == sign(a * b + e * b - c * d)

    def test_what_is_beyond_every_report_is_left_open(self) -> None:
        huge = Scaled(numbers([MOST]), np.array([LARGEST - 1]))
        assert order(huge, huge).tolist() == [UNDECIDED]


class TestDigits:
    @pytest.mark.parametrize("zeros", range(19))
    def test_trailing_zeros(self, zeros: int) -> None:
        value = 7 * 10**zeros
        assert digits_of(np.array([value])).tolist() == [max(0, 9 - zeros)]
        if zeros < 18:
            assert last_nonzero(numbers([value])).tolist() == [10**zeros]

    def test_zero_and_what_is_wide(self) -> None:
        assert digits_of(np.array([0])).tolist() == [0]
        assert last_nonzero(numbers([0, 2**64])).tolist() == [0, 0]
