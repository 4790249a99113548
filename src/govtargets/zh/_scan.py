"""The state of a descent over tokens, and how it moves."""

from typing import TYPE_CHECKING, Final

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


class Scan:
    """Where the descent stands, and what the words before the number have said so far."""

    # What is said; nothing at first.
    commitment: "Commitment | None" = None
    status: "Status | None" = None
    period: "Period | None" = None
    base: str | None = None
    price: str | None = None
    scope: str | None = None
    before: Comparator | None = None
    # The signs of a verb (增长, 下降), of a noun (增速, 降幅) and of 拉动; 0 where there is none.
    verb: int = 0
    growth: int = 0
    lift: int = 0
    average: bool = False
    total: bool = False
    share: bool = False
    turn: bool = False
    capped: bool = False
    # Whether a misfit is an error, as in the whole text given to `read`.
    whole: bool = False
    # The token at which the prefixes end.
    stated_at: int = 0
    # Where the object begins that stands between verb and number; 0 where none does.
    object_at: int = 0

    def __init__(
        self,
        source: "Squeezed",
        tokens: "list[Token]",
        lexicon: "Lexicon",
        unit: "Unit | None" = None,
        year: int | None = None,
    ) -> None:
        self.source = source
        self.text: str = source.text
        self.tokens = tokens
        self.lexicon = lexicon
        self.unit = unit
        self.year = year
        self.at = 0

    def begin(self, at: int) -> "Scan":
        """The same text from another token on, with nothing said."""
        scan = Scan(self.source, self.tokens, self.lexicon, self.unit, self.year)
        scan.at = scan.stated_at = at
        return scan

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
