"""Chinese figures (中文数字表述): read, find and write them, read plan tables, ask about faults."""

from govtargets.zh.cells import Cell, read_attribute, read_cell, write_cell
from govtargets.zh.find import Mention, find
from govtargets.zh.lint import lint
from govtargets.zh.plan_table import PlanTable, read_table
from govtargets.zh.read import read
from govtargets.zh.reading import Reading
from govtargets.zh.write import write

__all__ = [
    "Cell",
    "Mention",
    "PlanTable",
    "Reading",
    "find",
    "lint",
    "read",
    "read_attribute",
    "read_cell",
    "read_table",
    "write",
    "write_cell",
]


def __dir__() -> list[str]:
    return __all__
