"""Chinese figures (中文数字表述): read one expression, find them in running text, write them back."""

from govtargets.zh.find import Mention, find
from govtargets.zh.read import read
from govtargets.zh.reading import Reading
from govtargets.zh.write import write

__all__ = ["Mention", "Reading", "find", "read", "write"]


def __dir__() -> list[str]:
    return __all__
