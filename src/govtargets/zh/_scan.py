"""The state of a descent over tokens, and how it moves."""

from typing import TYPE_CHECKING

from govtargets.errors import ReadError

if TYPE_CHECKING:
    from govtargets.comparator import Comparator
    from govtargets.period import Period
    from govtargets.unit import Unit
    from govtargets.vocabulary import Commitment, Status
    from govtargets.zh._chars import Squeezed
    from govtargets.zh._units import Lexicon
    from govtargets.zh.tokens import Token

__all__ = ["Scan", "Stop"]


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


class Scan:
    """Where the descent stands, and what the words before the number have said so far."""

    __slots__ = (
        "at", "average", "base", "before", "capped", "commitment", "growth", "lexicon", "lift", "period",
        "price", "scope", "stated_at", "share", "source", "status", "text", "tokens", "total", "turn", "unit",
        "verb", "whole", "year",
    )  # fmt: skip

    def __init__(
        self,
        source: "Squeezed",
        tokens: "list[Token]",
        lexicon: "Lexicon",
        unit: "Unit | None" = None,
        year: int | None = None,
    ) -> None:
        self.source = source
        self.text = source.text
        self.tokens = tokens
        self.lexicon = lexicon
        self.unit = unit
        self.year = year
        self.whole = False
        self.begin(0)

    def begin(self, at: int) -> None:
        """Start an expression at a token, with nothing said."""
        self.at = at
        self.commitment: Commitment | None = None
        self.status: Status | None = None
        self.period: Period | None = None
        self.base: str | None = None
        self.price: str | None = None
        self.scope: str | None = None
        self.before: Comparator | None = None
        # The signs of a verb (增长, 下降) and of a noun (增速, 降幅), of 拉动; 0 where there is none.
        self.verb = self.growth = self.lift = 0
        self.average = self.total = self.share = self.turn = self.capped = False
        # The token at which the prefixes end.
        self.stated_at = at

    def given(self, start: int, end: int) -> str:
        """The characters as the text has them."""
        return self.source.given[start:end]

    def stop(self, expected: str) -> Stop:
        """What to raise where the present token does not fit."""
        token = self.tokens[self.at]
        return Stop(token.start, token.end, expected)
