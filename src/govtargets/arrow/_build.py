"""Many records at once, their fields known to be valid."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any, Final, TypeVar, cast, overload

import attrs

__all__ = ["Same", "bulk"]

T = TypeVar("T")


class Same(Sequence[T]):
    """One value in every row."""

    def __init__(self, value: T, count: int) -> None:
        self.value = value
        self._count = count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> "Same[T]": ...
    def __getitem__(self, place: int | slice) -> "T | Same[T]":
        rows = range(self._count)[place]
        return Same(self.value, len(rows)) if isinstance(rows, range) else self.value

    def __iter__(self) -> Iterator[T]:
        return repeat(self.value, self._count)


def bulk(kind: type[T], count: int, values: Mapping[str, Iterable[Any]]) -> list[T]:
    """Many objects of a class of attrs whose fields are known to be valid.

    Neither converters nor validators are asked, and so neither is the constructor.
    """
    record = cast("type[attrs.AttrsInstance]", kind)
    fields = [field.name for field in attrs.fields(record)]
    if set(fields) != values.keys():
        message = f"{kind.__name__} has the fields {sorted(fields)}, got {sorted(values)}"
        raise TypeError(message)
    same = {name: column.value for name, column in values.items() if isinstance(column, Same)}
    others = {name: column for name, column in values.items() if name not in same}
    build = _builder(record, tuple(same), tuple(others))
    return cast("list[T]", build(count, *same.values(), *others.values()))


# A frozen record is filled while it is of a subclass that is not frozen: the interpreter sets an
# attribute of a plain class in a quarter of the time that the setter of a slot takes.
_SOURCE: Final = """\
def build(count{same}{others}):
    objects = list(map(object.__new__, repeat(Open, count)))
    for row{others} in zip(objects{others}):
        {set}
        row.__class__ = Kind
    return objects
"""


@lru_cache(maxsize=256)
def _builder(
    kind: type[attrs.AttrsInstance], same: tuple[str, ...], others: tuple[str, ...]
) -> Callable[..., list[Any]]:
    """The function that makes such objects from the fields that are the same in all and the others."""
    source = _SOURCE.format(
        same="".join(f", {name}" for name in same),
        others="".join(f", {name}" for name in others),
        set="; ".join(f"row.{name} = {name}" for name in (*same, *others)),
    )
    names: dict[str, Any] = {"Kind": kind, "Open": _opened(kind), "repeat": repeat}
    # As attrs writes constructors: only with the names in the source are they that fast.
    exec(source, names)  # noqa: S102  no name in it comes from outside
    return cast("Callable[..., list[Any]]", names["build"])


@lru_cache
def _opened(kind: type[attrs.AttrsInstance]) -> type:
    """The same class, its fields not frozen."""
    plain = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind.__name__, (kind,), {"__slots__": (), **plain})
