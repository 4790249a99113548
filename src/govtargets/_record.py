"""What targets and achievements share."""

from typing import Any

import attrs

from govtargets.bounds import Bounds
from govtargets.errors import InvalidValueError
from govtargets.quantity import Quantity

__all__ = ["as_bounds", "same_record", "typed"]


def as_bounds(value: Any) -> Any:  # noqa: ANN401  a converter passes everything else on to the validator
    """A bare quantity becomes the exact statement of it."""
    return Bounds.exact(value) if isinstance(value, Quantity) else value


def typed(*types: type) -> Any:  # noqa: ANN401  attrs's own type for validators is generic in the attribute
    """A validator that names the record's field, what it got and what it expects."""

    def check(instance: object, attribute: "attrs.Attribute[object]", value: object) -> None:
        if not isinstance(value, types):
            expected = " or ".join(
                "nothing" if one is type(None) else one.__name__ for one in types
            )
            record = type(instance).__name__
            message = f"{record}.{attribute.name} is {value!r}, a {type(value).__name__}: expected {expected}"
            raise InvalidValueError(message)

    return check


def same_record(one: object, other: object) -> bool:
    """Whether two records are the same to the letter, field by field."""
    kind: Any = type(one)
    return kind is type(other) and all(
        _same_value(getattr(one, field.name), getattr(other, field.name))
        for field in attrs.fields(kind)
    )


def _same_value(one: Any, other: Any) -> bool:  # noqa: ANN401  any field of any record
    if type(one) is not type(other):
        return False
    return bool(one.is_written_as(other)) if hasattr(one, "is_written_as") else bool(one == other)
