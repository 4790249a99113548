"""What the grammar descends over."""

from decimal import Decimal

import attrs

__all__ = ["Figure", "Token"]


# Not frozen: tokens are made by the thousand, and a frozen class takes twice as long to fill.
@attrs.define(eq=False)
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
