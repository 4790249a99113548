"""The English name of a unit beside a number: 2.048 million t, 60,000 persons, 1.5 yuan/m²."""

import re
from typing import Final

from govtargets._catalogue import SCALES
from govtargets._unit import Unit
from govtargets.unit import Catalogue

__all__ = ["LARGE", "english", "root"]

LARGE: Final = {"thousand": "千", "million": "百万", "billion": "十亿", "trillion": "万亿"}
_SHORT: Final = re.compile(r"[%‰‱]|[A-Za-zμ°]+[²³]?|[A-Za-z]+CO[2₂]e?")
# Where the words end that a plural may change: heads of livestock, batches handled.
_HEAD: Final = re.compile(
    r"(.*?)((?: (?:of|per|for|to|at|sterling|handled|held|given|treated|worn|taught|again)\b.*)?)"
)
_INVARIANT: Final = frozenset(
    {"aircraft", "baht", "chi", "cun", "dan", "dong", "exaflops", "fish", "giga", "head"}
    | {"horsepower", "jin", "li", "liang", "mega", "mu", "percent", "petaflops", "rand"}
    | {"tera", "times", "to", "won", "yen", "yuan", "zhang"}
)
_SQUARED: Final = str.maketrans({".": None, "2": "²", "3": "³"})


def root(unit: Unit) -> tuple[Unit, int]:
    """The unit without its scale word, and the scale; 千瓦 is listed, so it is its own root."""
    catalogue = Catalogue.active()
    first = re.split("[/·]", unit.symbol, maxsplit=1)[0]
    if catalogue.entry(first) is None:
        for word, scale in SCALES:
            rest = catalogue.find(unit.symbol.removeprefix(word))
            if first.startswith(word) and rest is not None and rest.kind is unit.kind:
                return rest, scale
    return unit, 1


def english(unit: Unit, *, plural: bool) -> str:
    """How English writes the unit: its symbol where it has one, else its name."""
    above, *below = unit.symbol.split("/")
    if not unit.en and below:
        names = [english(Unit(part), plural=False) for part in "·".join(below).split("·")]
        return "/".join([english(Unit(above), plural=plural), *names])
    bare, scale = root(unit)
    name = (
        ""
        if bare.kind.id == "pure"
        else _symbol(bare) or (_plural(bare.en) if plural or scale > 1 else bare.en)
    )
    return f"{scale:,} {name or bare.symbol}" if scale > 1 else name or bare.symbol


def _symbol(unit: Unit) -> str | None:
    if unit.kind.group in {"time", "money"}:
        return None
    code = "" if "ucum" in unit.lossy else unit.codes.get("ucum", "").translate(_SQUARED)
    return next(filter(_SHORT.fullmatch, (unit.symbol, *unit.aliases, code)), None)


def _plural(name: str) -> str:
    """Every noun of the name in the plural: cities or counties, pounds sterling."""
    parts = re.split("(, | or )", name)
    return "".join(part if index % 2 else _plural_phrase(part) for index, part in enumerate(parts))


def _plural_phrase(phrase: str) -> str:
    match = _HEAD.fullmatch(phrase)
    head, rest = match.groups() if match else (phrase, "")
    last = re.split("[ -]", head)[-1]
    if not last or last in _INVARIANT:
        return phrase
    if re.search("[^aeou]y$", last):
        return f"{head[:-1]}ies{rest}"
    return f"{head}{'es' if re.search('(s|x|ch|sh)$', last) else 's'}{rest}"
