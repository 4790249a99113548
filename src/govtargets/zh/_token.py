"""What the grammar descends over."""

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Figure", "Token", "figure", "token"]


class Token(NamedTuple):
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


class Figure(NamedTuple):
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


# Tuples made without the detour over their keyword arguments: tokens are made by the thousand.
token: "Final[Callable[[tuple[str, object, int, int]], Token]]" = partial(tuple.__new__, Token)
figure: "Final[Callable[[tuple[Decimal, str, str, bool, bool]], Figure]]" = partial(
    tuple.__new__, Figure
)
