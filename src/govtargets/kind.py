"""What a unit measures (量纲/类别)."""

from collections.abc import Callable
from typing import Final

import attrs

__all__ = ["Kind"]


def __dir__() -> list[str]:
    return __all__


_KNOWN: Final[dict[str, "Kind"]] = {}


@attrs.frozen(eq=False, repr=False)
class Kind:
    """What a unit measures (量纲/类别): area, persons, one counting classifier, one currency ….

    Quantities compare within a kind and never across two. There is one object a kind, so kinds
    compare with `is`.

    Attributes:
        id: A stable ASCII-led name such as `area`, `money:CNY` or `count:家`.
        zh: The Chinese name.
        en: The English name.
        base: The symbol of the unit in which `Unit.factor` and `Quantity.base` are stated.
        group: `physical`, `money`, `count`, `ratio`, `time`, `people`, `other` or `compound`.
        scalable: Whether 万, 亿 and the other scale words join the kind's units.

    Example:
        >>> from govtargets import Unit
        >>> Unit("万亩").kind
        <Kind area 面积>
        >>> Unit("人").kind is Unit("户").kind
        False
    """

    id: str
    zh: str
    en: str
    base: str
    group: str = "other"
    scalable: bool = True
    grain: int = 1

    def __repr__(self) -> str:
        return f"<Kind {self.id} {self.zh}>"

    def __str__(self) -> str:
        return f"{self.en} ({self.zh})"

    def __reduce__(self) -> tuple[Callable[..., "Kind"], tuple[str, str, str, str, str, bool, int]]:
        return intern_kind, (
            self.id,
            self.zh,
            self.en,
            self.base,
            self.group,
            self.scalable,
            self.grain,
        )


def intern_kind(*fields: object) -> Kind:
    """The one `Kind` of that id, made on first sight (also when unpickled)."""
    found = _KNOWN.get(str(fields[0]))
    if found is None:
        found = _KNOWN.setdefault(str(fields[0]), Kind(*fields))  # type: ignore[arg-type]
    return found
