"""Which units stand in a text: the longest spelling of the catalogue in force that begins at a place."""

from collections.abc import Iterable
from typing import Final
from weakref import WeakKeyDictionary, ref

from govtargets._table import plain
from govtargets._unit import IN_FORCE
from govtargets.unit import Catalogue, Unit
from govtargets.zh._chars import squeeze

__all__ = ["Lexicon", "lexicon"]

_SCALES: Final = ("万亿", "亿", "万")
_JOINS: Final = tuple("/每·")
_MOST: Final = 4096
# The lengths where nothing longer may begin.
_ONE: Final = (1,)


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long words are that may begin with those two characters, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[:2], {1}).add(len(word))
    return {pair: tuple(sorted(each, reverse=True)) for pair, each in found.items()}


class Lexicon:
    """The spellings of a catalogue, found by their first two characters, longest first."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.revision: int = catalogue.revision
        # A lexicon does not keep its catalogue alive.
        self.catalogue: ref[Catalogue] = ref(catalogue)
        self._units: dict[str, Unit] = {}
        # Units behind their scale words, which texts repeat.
        self._scaled: dict[str, Unit | None] = {}
        for unit in catalogue.units():
            for name in (unit.symbol, *unit.aliases):
                for spelling in filter(None, (squeeze(name).text, plain(name))):
                    self._units.setdefault(spelling, unit)
        self._lengths = _lengths(self._units)

    def end(self, text: str, start: int) -> int:
        """Where unit ((/|每|·) [scale] unit)* ends, each the longest known; `start` itself where there is none."""
        end = start
        while True:
            for length in self._lengths.get(text[start : start + 2], _ONE):
                spelling = text[start : start + length]
                if spelling in self._units:
                    end = start + len(spelling)
                    break
            else:
                return end
            if not text.startswith(_JOINS, end):
                return end
            start = end + 1
            for scale in _SCALES:
                if text.startswith(scale, start):
                    start += len(scale)
                    break

    def unit(self, scale: str, spelling: str) -> Unit | None:
        """The unit of that spelling behind a scale word; `None` where scale words do not join it."""
        name = scale + spelling
        found = self._scaled.get(name)
        if found is None:
            base = self._units.get(spelling)
            symbol = scale + (spelling if base is None else base.symbol)
            catalogue = self.catalogue()
            found = None if catalogue is None else catalogue.find(symbol)
            if len(self._scaled) >= _MOST:
                self._scaled.clear()
            self._scaled[name] = found
        return found


_LEXICONS: Final[WeakKeyDictionary[Catalogue, Lexicon]] = WeakKeyDictionary()
_in_force: Final = IN_FORCE.get
# The lexicon used last, which is nearly always the one needed next.
_LAST: Final[list[Lexicon]] = []


def lexicon() -> Lexicon:
    """The spellings of the catalogue in force."""
    for last in _LAST:
        known = last.catalogue()
        if known is not None and known is _in_force()[-1] and known.revision == last.revision:
            return last
    catalogue = Catalogue.active()
    found = _LEXICONS.get(catalogue)
    if found is None or found.revision != catalogue.revision:
        found = _LEXICONS[catalogue] = Lexicon(catalogue)
    _LAST[:] = [found]
    return found
