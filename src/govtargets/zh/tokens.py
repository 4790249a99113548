"""Text cut into what the grammar knows: words, numbers with their units, times, labels.

Words are looked up, longest first; one pattern finds everything else. A number takes its scale
words and its unit with it. What neither knows is plain text between two tokens.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from govtargets.zh._lexemes import READERS
from govtargets.zh._measure import measured
from govtargets.zh._patterns import ASKING, DELEGATED, LEXEMES, PLAIN, TIME
from govtargets.zh._token import Figure, Token, token
from govtargets.zh._units import Lexicon
from govtargets.zh._words import WORDS

__all__ = ["TIME", "Figure", "Token", "tokens"]


def __dir__() -> list[str]:
    return __all__


_PAIR: Final = 2
_PARTED: Final = frozenset({"reach", "words", "tail"})


def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the words are that begin with three characters, or with one and are short, longest first."""
    found: dict[str, set[int]] = {}
    for word in WORDS:
        found.setdefault(word[:3] if len(word) > _PAIR else word[0], set()).add(len(word))
    for start, sizes in found.items():
        if len(start) > _PAIR:
            sizes |= {size for size in (1, _PAIR) if start[:size] in WORDS}
    return {start: tuple(sorted(sizes, reverse=True)) for start, sizes in found.items()}


_LENGTHS: Final = _lengths()
# Words of one character with which no other word begins, such as most punctuation marks.
_ALONE: Final = {
    word: WORDS[word]
    for word in WORDS.keys() - {word[0] for word in WORDS if len(word) > 1}
    if len(word) == 1 and WORDS[word][0] not in _PARTED
}


# In so many parts the pattern lets few other pairs of characters through, and still is fast.
_PARTS: Final = 8


def _begins() -> re.Pattern[str]:
    """Where a token can begin: with a plain number, a whole word, or a character behind which a word goes on."""
    words = {*WORDS, *ASKING, *LEXEMES}
    whole = {word for word in words if len(word) == 1}
    second: dict[str, set[str]] = {}
    for word in words:
        if word[0] not in whole:
            second.setdefault(word[0], set()).add(word[1])
    size = len(second) // _PARTS + 1
    firsts = sorted(second, key=lambda first: sorted(second[first]))
    pairs = [
        f"(?<={_class(part)})(?={_class(set().union(*(second[first] for first in part)))})"
        for part in (firsts[at : at + size] for at in range(0, len(firsts), size))
    ]
    # What is no number is taken with the two characters behind it, which tell the words that may begin so.
    return re.compile(
        f"{_class(whole | second.keys())}"
        f"(?:({PLAIN})|(?:(?<={_class(whole)})|{'|'.join(pairs)}).{{0,2}})",
        re.DOTALL,
    )


def _class(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]"


_begun: Final = _begins().search
_DELEGATING: Final = frozenset(word[0] for word in ASKING)
_LEAST: Final = frozenset("少多")
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
    made: Token | None
    position, plain, size = 0, 0, len(text)
    while position < size:
        begun = _begun(text, position)
        if begun is None:
            break
        position = begun.start()
        if begun.lastindex:
            made = measured(Decimal(begun[0]), position, begun.end(), text, lexicon)
        else:
            made = _token(text, position, begun[0], lexicon)
        if made is None:
            position += 1
            continue
        if plain < position:
            found.append(token("text", None, plain, position))
        found.append(made)
        position = plain = made.end
    if plain < size:
        found.append(token("text", None, plain, size))
    # A descent may look a few tokens ahead.
    found += [token("end", None, size, size)] * _BEHIND
    return found


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


def _token(text: str, position: int, head: str, lexicon: Lexicon) -> Token | None:
    """The token that begins there and is no plain number: delegated | word | whatever the pattern finds."""
    first = head[0]
    alone = _ALONE.get(first)
    if alone is not None:
        return token(*alone, position, position + 1)
    if first in _DELEGATING and _delegates(head, text[position + 1 : position + 5]):
        delegated = DELEGATED.match(text, position)
        if delegated is not None:
            return READERS["delegated"](delegated[0], position, text, lexicon)
    return _word(text, position, head) or _lexeme(text, position, first, lexicon)


def _delegates(head: str, following: str) -> bool:
    """Whether somebody may be named who hands down a goal; 以上 behind a number is far more frequent than 以上级."""
    return not _WHO.isdisjoint(following) and (head[:_PAIR] != "以上" or head == "以上级")


def _word(text: str, position: int, head: str) -> Token | None:
    """The longest word of the vocabulary that begins there."""
    for size in _LENGTHS.get(head) or _LENGTHS.get(head[0], ()):
        word = text[position : position + size]
        entry = WORDS.get(word)
        if entry is not None:
            kind, value = entry
            end = position + len(word)
            if kind not in _PARTED or _whole(kind, word, text[end : end + 1]):
                return token(kind, value, position, end)
    return None


def _lexeme(text: str, position: int, first: str, lexicon: Lexicon) -> Token | None:
    lexemes = LEXEMES.get(first)
    match = None if lexemes is None else lexemes.match(text, position)
    if match is None:
        return None
    return READERS[match.lastgroup or ""](match[0], position, text, lexicon)
