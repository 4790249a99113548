"""The path from a baseline to a goal, in exact shares of time and of the way."""

import datetime as dt
from calendar import monthrange
from enum import Enum
from fractions import Fraction
from typing import Final

import attrs

from govtargets._reading import Edges, Key

__all__ = ["Pace", "Path", "Track", "Way", "elapsed"]


class Pace(Enum):
    """How the path leads to the goal: by equal steps, or by equal growth.

    Example:
        >>> from govtargets import Pace
        >>> Pace("linear").zh
        '匀速'
    """

    LINEAR = "linear"
    COMPOUND = "compound"

    @property
    def zh(self) -> str:
        """The Chinese word."""
        return {"linear": "匀速", "compound": "匀增速"}[self.value]


class Track(Enum):
    """Where the figures stand beside the path.

    Example:
        >>> from govtargets import Track
        >>> Track("behind").zh
        '慢于进度'
    """

    ACHIEVED = "achieved"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    UNKNOWN = "unknown"

    @property
    def zh(self) -> str:
        """The Chinese word."""
        return _TRACK_ZH[self.value]


_TRACK_ZH: Final = {
    "achieved": "提前实现",
    "ahead": "快于进度",
    "on_track": "符合进度",
    "behind": "慢于进度",
    "unknown": "无法判断",
}


@attrs.frozen(kw_only=True)
class Path:
    """From `start` at time 0 to `goal` at time 1; `at` is when the figure was reached."""

    start: Key
    goal: Key
    at: Fraction
    rising_is_good: bool
    pace: Pace

    def side(self, value: Key) -> int:
        """1 past the path on its good side, 0 on it, -1 short of it."""
        distance = self._beyond(value)
        sign = (distance > 0) - (distance < 0)
        return sign if self.rising_is_good else -sign

    def _beyond(self, value: Key) -> Key:
        if self.pace is Pace.LINEAR:
            return value - self.start - (self.goal - self.start) * self.at
        if value <= 0:
            return -1
        # value against start * (goal / start) ** at, both sides raised to the whole number of at.
        steps, whole = self.at.numerator, self.at.denominator
        return Fraction(value, self.start) ** whole - Fraction(self.goal, self.start) ** steps

    def track(self, known: Edges) -> Track:
        """Where the values that are known stand: all of them on one side, or nobody knows."""
        low, high, low_open, high_open = known
        worst, best = (low, high) if self.rising_is_good else (high, low)
        best_open = high_open if self.rising_is_good else low_open
        if worst is not None and (side := self.side(worst)) >= 0:
            return Track.ON_TRACK if side == 0 and worst == best else Track.AHEAD
        if best is not None and (side := self.side(best)) <= 0 and (side < 0 or best_open):
            return Track.BEHIND
        return Track.UNKNOWN


@attrs.frozen
class Way:
    """The exact figures of a way: where it starts, where it is, where it ends, and the months."""

    start: Key
    now: Key
    goal: Key
    gone: Fraction
    whole: Fraction

    def leg(self, which: str) -> tuple[Key, Key, Fraction]:
        legs = {
            "needed": (self.start, self.goal, self.whole),
            "realised": (self.start, self.now, self.gone),
            "required": (self.now, self.goal, self.whole - self.gone),
        }
        return legs[which]

    def step(self, which: str, grains: Key) -> Fraction | None:
        first, last, months = self.leg(which)
        return Fraction(last - first) / grains / months if months > 0 else None


def elapsed(start: dt.date, end: dt.date) -> Fraction:
    """Months from the evening of one day to the evening of another; the end of a month is whole."""
    return _month(end) - _month(start)


def _month(day: dt.date) -> Fraction:
    return day.year * 12 + day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])
