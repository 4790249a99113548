"""A noun of growth behind its number: 6%的增长, 3%的降幅, 保持6%以上增速."""

from govtargets.bounds import Bounds
from govtargets.zh._opposite import opposite
from govtargets.zh._scan import Scan
from govtargets.zh.tokens import Token

__all__ = ["tail"]


def tail(scan: Scan, token: Token, value: Bounds) -> Bounds:
    """The number as the noun has it, which makes it a growth or a fall."""
    scan.at += 1
    scan.average = scan.average or "均" in scan.text[token.start : token.end]
    said = scan.verb or scan.growth
    scan.verb = scan.verb or (1 if token.value == 1 else -1)
    if token.value == 1 or said < 0:
        return value
    end = value.high if value.low is None else value.low
    if said > 0 or end is None or end.magnitude < 0:
        raise scan.stop("a rise or a fall, not both")
    return opposite(value)
