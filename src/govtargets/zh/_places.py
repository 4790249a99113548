"""Places in lists, 第 said once for all or not at all: 居全省第2、5、1位, 第3位、5位, 居全省3位、5位."""

import re
from typing import Final

from govtargets.zh._order import as_place
from govtargets.zh._scan import Scan
from govtargets.zh._token import changed
from govtargets.zh._versus import BETWEEN
from govtargets.zh.tokens import Figure, Token

__all__ = ["share_places"]

_NUMERAL: Final = "[0-9一二三四五六七八九十]{1,3}"
_LISTED: Final = re.compile(
    f"(?:[第前]|[居列排名](?:全[国省市县区州])?){_NUMERAL}[位名]?[、和与及]{_NUMERAL}[位名、和与及]"
)
_PLACES: Final = frozenset({"ordinal", "front"})
_UNITS: Final = frozenset({"", "位", "名"})


def share_places(scan: Scan) -> None:
    """Make places of the numbers behind 第N or a verb of order, where 位 or 名 stands behind the last."""
    if _LISTED.search(scan.text) is None:
        return
    for at in range(len(scan.tokens)):
        token = as_place(scan, at)
        if token.kind in _PLACES:
            scan.tokens[at] = token
            _share(scan, at, token.kind)


def _share(scan: Scan, first: int, kind: str) -> None:
    last = first
    while _joins(scan, scan.tokens[last + 1]) and _is_place(scan.tokens[last + 2]):
        last += 2
    # 居全省第3位、5位院士当选 counts persons behind.
    if scan.text[scan.tokens[last].end - 1] not in "位名" or scan.tokens[last + 1].kind == "text":
        return
    for index in range(first + 2, last + 1, 2):
        token = scan.tokens[index]
        words = scan.text[token.start : token.end]
        scan.tokens[index] = changed(token, kind, words)


def _joins(scan: Scan, token: Token) -> bool:
    return token.kind in BETWEEN and scan.text[token.start] not in ",，"


def _is_place(token: Token) -> bool:
    figure = token.value
    return isinstance(figure, Figure) and figure.unit in _UNITS and not figure.scale
