"""Where a record was read (出处)."""

import datetime as dt

import attrs

from govtargets.errors import InvalidValueError

__all__ = ["Source"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True)
class Source:
    """Where a figure was read (出处): the document and the few words that state it.

    Attributes:
        document: The document's title.
        publisher: Who issued it.
        date: The day it was issued.
        locator: The place inside, such as a section.
        quote: The few words that state the figure, spelled as in the document.
        start: Where the quote begins in the document's text, in characters.
        end: Where it ends.

    Raises:
        InvalidValueError: Only one end of the span is given, or the span is not as long as the quote.

    Example:
        >>> from govtargets import Source
        >>> Source(document="焦作市2023年政府工作报告", quote="城镇新增就业6万人以上").quote
        '城镇新增就业6万人以上'
    """

    document: str
    publisher: str | None = None
    date: dt.date | None = None
    locator: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None

    def __attrs_post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            message = f"a span needs both ends, got start={self.start} and end={self.end}"
            raise InvalidValueError(message)
        if self.start is None or self.end is None:
            return
        if not 0 <= self.start <= self.end:
            message = f"the span {self.start}-{self.end} is not 0 <= start <= end"
            raise InvalidValueError(message)
        if self.quote is not None and len(self.quote) != self.end - self.start:
            message = (
                f"the span {self.start}-{self.end} is {self.end - self.start} characters long, "
                f"the quote {self.quote!r} has {len(self.quote)}"
            )
            raise InvalidValueError(message)

    def is_written_as(self, other: "Source") -> bool:
        """Whether both are the same to the letter; for sources this is what `==` says too.

        Example:
            >>> from govtargets import Source
            >>> Source(document="公报").is_written_as(Source(document="公报"))
            True
        """
        return self == other
