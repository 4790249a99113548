"""The state of a descent over tokens, and how it moves."""

from typing import TYPE_CHECKING, Final

import attrs

from govtargets.comparator import Comparator
from govtargets.errors import ReadError

if TYPE_CHECKING:
    from govtargets.period import Period
    from govtargets.unit import Unit
    from govtargets.vocabulary import Commitment, Status
    from govtargets.zh._chars import Squeezed
    from govtargets.zh._units import Lexicon
    from govtargets.zh.tokens import Token

__all__ = ["NOT_WORDS", "Scan", "Stop", "comparator", "reads_on"]

# What a comparator or a verb of a number may stand before, never one of another series.
NOT_WORDS: Final = frozenset(
    {"figure", "inexact", "bad", "halves", "double", "turn", "digits", "ordinal", "front"}
    | {"before", "dash", "minus", "plus", "fill", "scope", "of"}
)


class Stop(Exception):  # noqa: N818  no error of the library: the descent ends here and says what it expected
    """The descent cannot go on at a position of the uniform text."""

    def __init__(self, start: int, end: int, expected: str) -> None:
        super().__init__(expected)
        self.start = start
        self.end = end
        self.expected = expected

    def error(self, source: "Squeezed", text: str) -> ReadError:
        """The same with the place in the text as given."""
        return ReadError(text, *source.span(self.start, self.end), self.expected)


def comparator(token: "Token") -> Comparator | None:
    """The comparator that a token carries, if it does."""
    return token.value if isinstance(token.value, Comparator) else None


# With slots that are all filled: what a class holds for its instances takes longer to find, at every look.
@attrs.define(eq=False, init=False)
class Scan:
    """Where the descent stands, and what the words before the number have said so far."""

    source: "Squeezed"
    text: str
    tokens: "list[Token]"
    lexicon: "Lexicon"
    unit: "Unit | None"
    year: int | None
    at: int
    # The token at which the prefixes end.
    stated_at: int
    # Whether a misfit is an error, as in the whole text given to `read`.
    whole: bool
    # What is said; nothing at first.
    commitment: "Commitment | None"
    status: "Status | None"
    period: "Period | None"
    base: str | None
    price: str | None
    scope: str | None
    before: Comparator | None
    # The signs of a verb (增长, 下降), of a noun (增速, 降幅) and of 拉动; 0 where there is none.
    verb: int
    growth: int
    lift: int
    average: bool
    total: bool
    share: bool
    turn: bool
    capped: bool
    # Where the object begins that stands between verb and number; 0 where none does.
    object_at: int

    @staticmethod
    def over(
        source: "Squeezed",
        tokens: "list[Token]",
        lexicon: "Lexicon",
        unit: "Unit | None" = None,
        year: int | None = None,
        at: int = 0,
    ) -> "Scan":
        """A descent from a token on, with nothing said."""
        scan = Scan()
        scan.source = source
        scan.text = source.text
        scan.tokens = tokens
        scan.lexicon = lexicon
        scan.unit = unit
        scan.year = year
        scan.at = scan.stated_at = at
        scan.commitment = scan.status = scan.period = None
        scan.base = scan.price = scan.scope = scan.before = None
        scan.verb = scan.growth = scan.lift = scan.object_at = 0
        scan.whole = scan.average = scan.total = scan.share = scan.turn = scan.capped = False
        return scan

    def begin(self, at: int) -> "Scan":
        """The same text from another token on, with nothing said."""
        return Scan.over(self.source, self.tokens, self.lexicon, self.unit, self.year, at)

    def given(self, start: int, end: int) -> str:
        """The characters as the text has them."""
        return self.source.given[start:end]

    def stop(self, expected: str) -> Stop:
        """What to raise where the present token does not fit."""
        token = self.tokens[self.at]
        return Stop(token.start, token.end, expected)


def reads_on(scan: Scan) -> bool:
    """Whether a word follows without a stop."""
    token = scan.tokens[scan.at]
    return token.kind == "text" and "一" <= scan.text[token.start] <= "鿿"
