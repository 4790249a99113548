"""A text with its figures, as the rules of the linter look at it."""

from collections.abc import Sequence
from functools import cached_property

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import Problem, Severity
from govtargets.quantity import Quantity
from govtargets.zh.find import Mention, find

__all__ = ["Script", "exact"]

# How far a rule looks around a figure; with it every rule takes time in proportion to the text.
REACH = 40


class Script:
    """The text and its figures."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def figures(self) -> Sequence[Mention]:
        """Every figure with a number, in order."""
        return [one for one in find(self.text) if isinstance(one.reading.value, Bounds)]

    def before(self, place: int, reach: int = REACH) -> str:
        """The words in front of a place."""
        return self.text[max(0, place - reach) : place]

    def problem(self, code: str, span: tuple[int, int], message: str, hint: str) -> Problem:
        """A finding about a part of the text."""
        start, end = span
        return Problem(
            code=code,
            message=f"{self.text[start:end]}: {message}",
            hint=hint,
            severity=Severity.WARNING,
            start=start,
            end=end,
        )


def exact(mention: Mention) -> Quantity | None:
    """The number where it is stated bare, without 以上, 左右 or the like."""
    value = mention.reading.value
    if isinstance(value, Bounds) and value.comparator is Comparator.EXACT:
        return value.value
    return None
