"""The base in front of a change, said with 相比: 与2020年相比提高5个百分点, 同上年比减少3万吨."""

from typing import Final

from govtargets.zh._scan import Scan
from govtargets.zh._times import MOMENT

__all__ = ["compared_with"]

_FAR: Final = 5
_ENDS: Final = frozenset({"compared", "than"})


def compared_with(scan: Scan) -> tuple[str, int] | None:
    """(与|同|和) time (相比|比) : the base and the last of its tokens; `None` where none stands here."""
    token = scan.tokens[scan.at]
    for index in range(scan.at + 2, min(scan.at + _FAR, len(scan.tokens))):
        if scan.tokens[index].kind in _ENDS:
            words = scan.text[token.end : scan.tokens[index].start]
            return (f"比{words}", index) if MOMENT.fullmatch(words) is not None else None
    return None
