"""Text cut into what the grammar knows: words, numbers with their units, times, labels.

Words are looked up, longest first; one pattern finds everything else. A number takes its scale
words and its unit with it. What neither knows is plain text between two tokens.
"""

import re
from decimal import Decimal
from typing import Final

from govtargets.zh._lexemes import READERS, measured
from govtargets.zh._patterns import DELEGATED, LEXEMES, PLAIN, TIME
from govtargets.zh._token import Figure, Token
from govtargets.zh._units import ONE, Lexicon, lengths
from govtargets.zh._words import WORDS

__all__ = ["TIME", "Figure", "Token", "tokens"]


def __dir__() -> list[str]:
    return __all__


_LENGTHS: Final = lengths(WORDS)
# Where a token can begin.
_BEGINS: Final = re.compile(
    f"[{re.escape(''.join(sorted({word[0] for word in WORDS} | LEXEMES.keys())))}完按以落]"
)
_LEAST: Final = frozenset("少多")
_ASKING: Final = frozenset("完达按以控落高不优好")
_WHO: Final = frozenset("省国市县区上中自党部厅全")
_BEHIND: Final = 4


def tokens(text: str, lexicon: Lexicon) -> list[Token]:
    """Cut uniform text into tokens, `text` for what is between them, `end` behind the last.

    Example:
        >>> from govtargets.zh._units import lexicon
        >>> [token.kind for token in tokens("粮食产量200万吨", lexicon())][:3]
        ['text', 'figure', 'end']
    """
    found: list[Token] = []
    position, plain, size = 0, 0, len(text)
    while position < size:
        made = _token(text, position, lexicon)
        if made is None:
            following = _BEGINS.search(text, position + 1)
            position = size if following is None else following.start()
            continue
        if plain < position:
            found.append(Token("text", None, plain, position))
        found.append(made)
        position = plain = made.end
    if plain < size:
        found.append(Token("text", None, plain, size))
    # A descent may look a few tokens ahead.
    return found + [Token("end", None, size, size)] * _BEHIND


_PARTED: Final = frozenset({"reach", "words", "tail"})
_DIGITS: Final = frozenset("0123456789")
# 稳增长 is the name of a policy, 稳定增长 holds a verb.
_VERB: Final = 4


def _whole(kind: str, word: str, following: str) -> bool:
    """Whether the word is one here: 下降至少3% falls by at least 3 %, not to it, 稳定增长5% is no mere words.

    的下降 is one behind a number only: 去年的下降5%.
    """
    if kind == "tail":
        return following not in _DIGITS
    if kind == "words":
        return len(word) < _VERB or following not in _DIGITS
    return word[-1] != "至" or following not in _LEAST


def _token(text: str, position: int, lexicon: Lexicon) -> Token | None:
    """The token that begins there: plain number | delegated | word | whatever the pattern finds."""
    first = text[position]
    plain = PLAIN.match(text, position) if "0" <= first <= "9" else None
    if plain is not None:
        return measured(Decimal(plain[0]), position, plain.end(), text, lexicon)
    if first in _ASKING and not _WHO.isdisjoint(text[position + 1 : position + 5]):
        delegated = DELEGATED.match(text, position)
        if delegated is not None:
            return READERS["delegated"](delegated[0], position, text, lexicon)
    for length in _LENGTHS.get(text[position : position + 2], ONE):
        word = text[position : position + length]
        entry = WORDS.get(word)
        if entry is not None:
            kind, value = entry
            end = position + len(word)
            if kind not in _PARTED or _whole(kind, word, text[end : end + 1]):
                return Token(kind, value, position, end)
    lexemes = LEXEMES.get(first)
    match = None if lexemes is None else lexemes.match(text, position)
    if match is None:
        return None
    return READERS[match.lastgroup or ""](match[0], position, text, lexicon)
