"""The fields of an indicator that hold several things: their checks, and each as one text.

CSV files and Arrow tables write these texts: aliases and codes joined by ；, attributes as
`十三五 binding；十四五 anticipatory`.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from govtargets import _catalogue
from govtargets._record import several, text, typed
from govtargets.errors import InvalidValueError
from govtargets.kind import Kind
from govtargets.vocabulary import Attribute

if TYPE_CHECKING:
    import attrs

__all__ = [
    "ByPlan",
    "attributes",
    "attributes_of",
    "attributes_text",
    "by_plan",
    "joined",
    "kind_id",
    "known_kind",
    "names",
    "several",
    "split",
]

# What stands between names in files; no name holds it.
_SEPARATOR: Final = "；"
ByPlan: TypeAlias = tuple[tuple[str, Attribute], ...]
Field: TypeAlias = "attrs.Attribute[Any]"


def names(instance: object, field: Field, value: tuple[object, ...]) -> None:
    """Every name is one, and none holds what separates them in files."""
    for one in value:
        text(instance, field, one)
        _unseparated(field, str(one))


def _unseparated(field: Field, one: str) -> None:
    if _SEPARATOR in one:
        message = (
            f"{field.name} holds {one!r} with ；, which separates {field.name} in files: "
            "give it as two"
        )
        raise InvalidValueError(message)


def by_plan(value: Mapping[str, Attribute] | Iterable[tuple[str, Attribute]]) -> ByPlan:
    """Pairs of a plan and its attribute, in the order given."""
    pairs = value.items() if isinstance(value, Mapping) else value
    return tuple((plan, attribute) for plan, attribute in map(_pair, pairs))


def _pair(value: Any) -> tuple[str, Attribute]:  # noqa: ANN401  whatever the caller gave
    if isinstance(value, tuple) and len(value) == 2:  # noqa: PLR2004  a plan and its attribute
        return value
    message = (
        f"attributes holds {value!r}: expected an attribute by plan, "
        "such as {'十四五': Attribute.BINDING}"
    )
    raise InvalidValueError(message)


def attributes(instance: object, field: Field, value: ByPlan) -> None:
    """Every plan is named once, with its attribute."""
    for plan, attribute in value:
        text(instance, field, plan)
        _unseparated(field, plan)
        typed(Attribute)(instance, field, attribute)
    plans = [plan for plan, _ in value]
    twice = next((plan for plan in plans if plans.count(plan) > 1), None)
    if twice is not None:
        message = f"{field.name} names the plan {twice!r} twice: a plan's table gives one attribute"
        raise InvalidValueError(message)


def kind_id(value: Kind | str | None) -> str | None:
    """The id of a kind; a `Kind` gives its own."""
    return value.id if isinstance(value, Kind) else value


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    money = (f"money:{code}" for _, code, *_ in _catalogue.CURRENCIES)
    return frozenset([*(str(row[0]) for row in _catalogue.KINDS), *money])


# What one classifier counts, whichever: an embedder adds classifiers.
_COUNT: Final = re.compile(r"count:[^\s；/·]+")
_JOINTS: Final = re.compile("[/·]")


def known_kind(instance: object, field: Field, value: str | None) -> None:
    """The field holds the id of a kind, of one unit or of a compound one, or nothing."""
    if value is None:
        return
    typed(str)(instance, field, value)
    for part in _JOINTS.split(value):
        if part not in _kinds() and not _COUNT.fullmatch(part):
            close = get_close_matches(part, _kinds(), n=1)
            hint = f"did you mean {close[0]}?" if close else "Unit('亿元').kind.id gives one"
            message = (
                f"{type(instance).__name__}.{field.name} is {value!r}: "
                f"expected the id of a kind, such as money:CNY or area; {hint}"
            )
            raise InvalidValueError(message)


def joined(value: tuple[str, ...]) -> str | None:
    """Names as one text; `None` where there are none."""
    return _SEPARATOR.join(value) or None


def split(value: str | None) -> tuple[str, ...]:
    """The inverse of `joined`."""
    return () if value is None else tuple(value.split(_SEPARATOR))


def attributes_text(value: ByPlan) -> str | None:
    """Attributes by plan as one text; `None` where there are none."""
    return joined(tuple(f"{plan} {attribute.value}" for plan, attribute in value))


def attributes_of(value: str | None) -> ByPlan:
    """The inverse of `attributes_text`; 约束性 and 预期性 are read too.

    Raises:
        InvalidValueError: A part is no plan with an attribute behind it.
    """
    return tuple(_attribute_of(part) for part in split(value))


_WORDS: Final = {word: one for one in Attribute for word in (one.value, one.zh)}


def _attribute_of(part: str) -> tuple[str, Attribute]:
    plan, _, word = part.rpartition(" ")
    if plan and word in _WORDS:
        return plan, _WORDS[word]
    message = (
        f"{part!r} is no attribute by plan: "
        "expected a plan, a blank and binding or anticipatory, such as 十四五 binding"
    )
    raise InvalidValueError(message)
