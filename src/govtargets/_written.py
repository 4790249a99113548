"""What every value and record shares: a pasteable `repr`, and equality to the letter."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

import attrs

__all__ = ["pasteable", "same_record"]


def pasteable(instance: Any) -> str:  # noqa: ANN401  any class of attrs
    """The call that makes it again, with the public names of the package; defaults are left out."""
    return f"{type(instance).__name__}({', '.join(_arguments(instance))})"


def _arguments(instance: Any) -> Iterator[str]:  # noqa: ANN401  any class of attrs
    for field in _fields(instance):
        value = getattr(instance, field.name)
        if value is field.default or value == field.default:
            continue
        # Behind a field that was left out, a value needs its name; the optional ones always get it.
        required = field.default is attrs.NOTHING and not field.kw_only
        yield _text(value) if required else f"{field.name}={_text(value)}"


def _text(value: object) -> str:
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if type(value) is tuple:
        inner = ", ".join(map(_text, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    # Fields of dates take ISO 8601 text too, so that nothing else has to be imported.
    return repr(value.isoformat() if isinstance(value, date) else value)


def same_record(one: object, other: object) -> bool:
    """Whether two records are the same to the letter, field by field."""
    return type(one) is type(other) and all(
        _same(getattr(one, field.name), getattr(other, field.name)) for field in _fields(one)
    )


def _fields(instance: Any) -> tuple["attrs.Attribute[Any]", ...]:  # noqa: ANN401  any class of attrs
    return tuple(attrs.fields(type(instance)))


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401  any field of any record
    if type(one) is not type(other):
        return False
    return bool(one.is_written_as(other)) if hasattr(one, "is_written_as") else bool(one == other)
