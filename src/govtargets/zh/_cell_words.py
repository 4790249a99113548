"""What only cells of plan tables say: 65.5（预计）, 基本消除, and two figures around a stroke."""

import re
from typing import Final

__all__ = ["ELIMINATED", "SLASHED", "status_first"]

# Rows of polluted water and shanty towns end in words.
ELIMINATED: Final = re.compile("(?:基本|全面|全部|动态|保持)?(?:消除|清零)")
SLASHED: Final = re.compile(r"\s*[0-9]+(?:\.[0-9]+)?\s*[/／]\s*[0-9]+(?:\.[0-9]+)?\s*")
_STATUS: Final = re.compile(
    "(.+)[(（](预计|预测|估计|初步核算|初步统计|快报数|最终核实)数?[)）]", re.DOTALL
)


def status_first(core: str) -> str:
    """The status in brackets behind the figure put before it, as sentences have it: 65.5（预计）."""
    match = _STATUS.fullmatch(core)
    return core if match is None else match[2] + match[1]
