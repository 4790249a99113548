"""Where a record was read (出处)."""

import datetime as dt

import attrs
from attrs.validators import optional

from govtargets._record import day, optional_text, text, typed
from govtargets._written import pasteable
from govtargets.errors import InvalidValueError

__all__ = ["Source"]


def __dir__() -> list[str]:
    return __all__


def _day(value: dt.date | str | None) -> dt.date | None:
    """ISO 8601 text as the day it names; anything else goes on to the validator."""
    if not isinstance(value, str):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        message = f"the date {value!r} does not exist: expected a day such as '2024-01-05'"
        raise InvalidValueError(message) from None


@attrs.frozen(kw_only=True, repr=False, order=False)
class Source:
    """Where a figure was read (出处): the document and the few words that state it.

    Attributes:
        document: The document's title.
        publisher: Who issued it.
        date: The day it was issued; ISO 8601 text is taken too.
        locator: The place inside, such as a section.
        quote: The few words that state the figure, spelled as in the document.
        start: Where the quote begins in the document's text, in characters.
        end: Where it ends.

    Raises:
        InvalidValueError: A text is empty, the date is none, or the span does not fit the quote.

    Example:
        >>> from govtargets import Source
        >>> Source(document="焦作市2023年政府工作报告", quote="城镇新增就业6万人以上").quote
        '城镇新增就业6万人以上'
    """

    document: str = attrs.field(validator=text)
    publisher: str | None = attrs.field(default=None, validator=optional_text)
    date: dt.date | None = attrs.field(default=None, converter=_day, validator=optional(day))
    locator: str | None = attrs.field(default=None, validator=optional_text)
    quote: str | None = attrs.field(default=None, validator=optional_text)
    start: int | None = attrs.field(default=None, validator=typed(int, type(None)))
    end: int | None = attrs.field(default=None, validator=typed(int, type(None)))

    def __attrs_post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            message = (
                f"a span needs both ends, got start={self.start} and end={self.end}: "
                "give both, or neither"
            )
            raise InvalidValueError(message)
        if self.start is not None and self.end is not None:
            self._check_span(self.start, self.end)

    def _check_span(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            message = f"the span {start}-{end} runs backwards: expected 0 <= start <= end"
            raise InvalidValueError(message)
        if self.quote is not None and len(self.quote) != end - start:
            message = (
                f"the span {start}-{end} is {end - start} characters long, but the quote "
                f"{self.quote!r} has {len(self.quote)}: give the span of the quote itself"
            )
            raise InvalidValueError(message)

    def __repr__(self) -> str:
        return pasteable(self)

    def __str__(self) -> str:
        date = None if self.date is None else self.date.isoformat()
        return ", ".join(filter(None, (self.publisher, self.document, date, self.locator)))

    def is_written_as(self, other: "Source") -> bool:
        """Whether both are the same to the letter; for sources this is what `==` says too.

        Example:
            >>> from govtargets import Source
            >>> Source(document="公报").is_written_as(Source(document="公报"))
            True
        """
        return self == other
