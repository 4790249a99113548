"""Which units stand in a text: the longest spelling of the catalogue in force that begins at a place."""

from typing import Final
from weakref import WeakKeyDictionary, ref

from govtargets._table import plain
from govtargets.unit import Catalogue, Unit
from govtargets.zh._chars import squeeze

__all__ = ["Lexicon", "lexicon"]

_SCALES: Final = ("万亿", "亿", "万")
_JOINS: Final = frozenset("/每·")


class Lexicon:
    """The spellings of a catalogue, found by their first character, longest first."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.revision: int = catalogue.revision
        # A lexicon does not keep its catalogue alive.
        self.catalogue: ref[Catalogue] = ref(catalogue)
        self._units: dict[str, Unit] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = {}
        for unit in catalogue.units():
            for name in (unit.symbol, *unit.aliases):
                for spelling in (squeeze(name).text, plain(name)):
                    if spelling:
                        self._units.setdefault(spelling, unit)
                        lengths.setdefault(spelling[0], set()).add(len(spelling))
        # 每 joins a compound, so 微克每立方米 is found behind 微克.
        self._lengths = {
            first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
        }
        self.revision = catalogue.revision

    def end(self, text: str, start: int) -> int:
        """Where the longest unit that starts there ends; `start` itself where there is none."""
        units = self._units
        for length in self._lengths.get(text[start : start + 1], ()):
            spelling = text[start : start + length]
            if spelling in units:
                end = start + len(spelling)
                return self._compound(text, end) if text[end : end + 1] in _JOINS else end
        return start

    def _compound(self, text: str, end: int) -> int:
        """unit ((/|每|·) [scale] unit)*"""
        while text[end : end + 1] in _JOINS:
            start = end + 1
            for scale in _SCALES:
                if text.startswith(scale, start):
                    start += len(scale)
                    break
            following = self._simple(text, start)
            if following == start:
                break
            end = following
        return end

    def _simple(self, text: str, start: int) -> int:
        for length in self._lengths.get(text[start : start + 1], ()):
            spelling = text[start : start + length]
            if spelling in self._units:
                return start + len(spelling)
        return start

    def unit(self, scale: str, spelling: str) -> Unit | None:
        """The unit of that spelling behind a scale word; `None` where scale words do not join it."""
        name = scale + spelling
        found = self._units.get(name)
        if found is None:
            base = self._units.get(spelling)
            symbol = scale + (spelling if base is None else base.symbol)
            catalogue = self.catalogue()
            found = None if catalogue is None else catalogue.find(symbol)
            if found is not None:
                self._units[name] = found
        return found


_LEXICONS: Final[WeakKeyDictionary[Catalogue, Lexicon]] = WeakKeyDictionary()
# The lexicon used last, which is nearly always the one needed next.
_LAST: Final[list[Lexicon]] = []


def lexicon() -> Lexicon:
    """The spellings of the catalogue in force."""
    catalogue = Catalogue.active()
    for last in _LAST:
        if last.catalogue() is catalogue and last.revision == catalogue.revision:
            return last
    found = _LEXICONS.get(catalogue)
    if found is None or found.revision != catalogue.revision:
        found = _LEXICONS[catalogue] = Lexicon(catalogue)
    _LAST[:] = [found]
    return found
