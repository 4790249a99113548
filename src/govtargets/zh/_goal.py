"""A goal with its own number as the series that is compared with: 高于3%的预期目标0.5个百分点."""

import re
from typing import Final

from govtargets.zh._scan import Scan

__all__ = ["over_goal"]

_GOAL: Final = re.compile(
    "(?:左右|以上|以内)?的?(?:年初|年度|全年|预期|规划|控制|调控|省定|确定|既定)*"
    "(?:预期|目标|计划|任务|预算)(?:目标|任务|值|要求)?(?=[0-9])"
)


def over_goal(scan: Scan, at: int) -> int | None:
    """The token of the margin behind the goal whose number stands at the token; `None` where none does."""
    token = scan.tokens[at]
    match = _GOAL.match(scan.text, token.end) if token.kind == "figure" else None
    if match is None:
        return None
    while scan.tokens[at].start < match.end():
        at += 1
    return at if scan.tokens[at].kind == "figure" else None
