"""What the grammar descends over."""

from decimal import Decimal
from typing import Final

import attrs

__all__ = ["Figure", "Token", "changed", "figure", "token"]


# Not frozen and without initializers: tokens are made by the thousand, and `token` makes them in half the time.
@attrs.define(eq=False, init=False)
class Token:
    """A word of the vocabulary, a figure or plain text, with its place in the uniform text.

    Example:
        >>> from govtargets.zh._units import lexicon
        >>> from govtargets.zh.tokens import tokens
        >>> [token.kind for token in tokens("增长6.5%左右", lexicon())][:4]
        ['grow', 'figure', 'after', 'end']
    """

    kind: str
    value: object
    start: int
    end: int


@attrs.define(eq=False)
class Figure:
    """A number as it stands: magnitude, the scale word that joins the unit, the unit's spelling, 多, a bare scale.

    Example:
        >>> from govtargets.zh._units import lexicon
        >>> from govtargets.zh.tokens import tokens
        >>> tokens("600多万套", lexicon())[0].value
        Figure(number=Decimal('600'), scale='万', unit='套', more=True, bare=False)
    """

    number: Decimal
    scale: str
    unit: str
    more: bool
    bare: bool


_blank: Final = object.__new__


def token(kind: str, value: object, start: int, end: int) -> Token:
    """A token of the kind, with what it carries, from a position to another."""
    made = Token()
    made.kind = kind
    made.value = value
    made.start = start
    made.end = end
    return made


def changed(old: Token, kind: str, value: object) -> Token:
    """Another token in the same place."""
    return token(kind, value, old.start, old.end)


def figure(number: Decimal, scale: str, unit: str, *, more: bool, bare: bool) -> Figure:
    """A number as it stands."""
    made = _blank(Figure)
    made.number = number
    made.scale = scale
    made.unit = unit
    made.more = more
    made.bare = bare
    return made
