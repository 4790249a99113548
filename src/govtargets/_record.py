"""Checks of the fields that values and records share; each names the field and the way out."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from govtargets.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    import attrs

__all__ = ["day", "drafts", "given", "one_of", "optional_text", "several", "text", "typed"]

Check: TypeAlias = "Callable[[object, attrs.Attribute[Any], object], None]"


def drafts(record: type) -> "Callable[[], Any]":
    """A maker of blank records whose fields can be set, until each is given its class, `record`.

    For records that are known to be right: the setters of a frozen class take twice as long.
    """
    slots = {"__slots__": (), "__init__": object.__init__}
    setters = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"{record.__name__}Draft", (record,), {**slots, **setters})


def given(value: object, wanted: type, way: str) -> None:
    """Refuse an argument of another type, which callers without a type checker may have got wrong.

    Raises:
        InvalidValueError: It is of another type; the message names it and the way out.
    """
    if not isinstance(value, wanted):
        message = f"{value!r} ({type(value).__name__}) is no {wanted.__name__}: {way}"
        raise InvalidValueError(message)


def one_of(known: "Collection[str]", what: str, name: object) -> None:
    """Refuse a word that is none of a short list.

    Raises:
        InvalidValueError: It is none; the message names the word and the list.
    """
    if name not in known:
        message = f"there is no {what} {name!r}: choose one of {', '.join(known)}"
        raise InvalidValueError(message)


def several(field: str, value: "Iterable[str]") -> tuple[str, ...]:
    """The names given, as a tuple; one text is refused, since it would fall into its letters."""
    if isinstance(value, str):
        message = f"{field} is the one text {value!r}: give a tuple of names, such as ({value!r},)"
        raise InvalidValueError(message)
    return tuple(value)


def typed(*types: type) -> Check:
    """A validator that names the record's field, what it got and what it expects."""

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if not isinstance(value, types):
            expected = " or ".join(
                "nothing" if one is type(None) else one.__name__ for one in types
            )
            field = f"{type(instance).__name__}.{attribute.name}"
            message = f"{field} is {value!r}, a {type(value).__name__}: expected {expected}"
            raise InvalidValueError(message)

    return check


_is_text = typed(str)


def text(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds words, not only blanks."""
    _is_text(instance, attribute, value)
    if not str(value).strip():
        field = f"{type(instance).__name__}.{attribute.name}"
        message = f"{field} is {value!r}: expected words as the document has them"
        raise InvalidValueError(message)


def optional_text(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds words or nothing; absent is `None`, never an empty text."""
    if value is None:
        return
    _is_text(instance, attribute, value)
    if not str(value).strip():
        field = f"{type(instance).__name__}.{attribute.name}"
        message = f"{field} is {value!r}: leave it out (None) where there is nothing to say"
        raise InvalidValueError(message)


def day(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """The field holds a day without a time."""
    typed(date)(instance, attribute, value)
    if isinstance(value, datetime):
        field = f"{type(instance).__name__}.{attribute.name}"
        message = f"{field} is {value}, with a time of day: give the day alone, value.date()"
        raise InvalidValueError(message)
