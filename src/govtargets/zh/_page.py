"""A text as a page of HTML, its figures marked and their reading shown on hover or focus.

The page stands alone: no script, font or image is loaded from anywhere.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from govtargets.bounds import Bounds
from govtargets.vocabulary import Transformation
from govtargets.zh._listing import Row, rows

if TYPE_CHECKING:
    from govtargets.zh.find import Mention

__all__ = ["page"]

# Chinese and English name of each line of a hover text.
_LABELS: Final = {
    "subject": "指标 subject",
    "value": "读作 read as",
    "comparator": "限定 comparator",
    "unit": "单位 unit",
    "transformation": "类型 transformation",
    "baseline": "基期 baseline",
    "stretch": "力争 stretch",
    "period": "时期 period",
    "scope": "范围 scope",
    "base": "比较 compared",
    "price_basis": "价格 prices",
    "status": "状态 status",
    "commitment": "承诺 commitment",
}
_STYLE: Final = """
:root { color-scheme: light dark; --edge: #c9c9c9; --back: #fff; --ink: #1b1b1b;
  --level: #dcebff; --change: #dff3dc; --words: #eee3f8; --tip: #fffdf4; }
@media (prefers-color-scheme: dark) { :root { --edge: #555; --back: #181818; --ink: #e8e8e8;
  --level: #1d3a5f; --change: #1f4a2a; --words: #46315c; --tip: #2b2a24; } }
body { background: var(--back); color: var(--ink); margin: 2rem auto; max-width: 46rem;
  padding: 0 1rem;
  font: 1.05rem/1.9 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.2rem; } p { color: var(--ink); opacity: .8; font-size: .9rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.f { color: inherit; position: relative; border-radius: .2em; padding: 0 .1em; cursor: help; }
.level { background: var(--level); } .change { background: var(--change); }
.words { background: var(--words); }
.f:focus { outline: 2px solid currentColor; }
.tip { display: none; position: absolute; left: 0; top: 100%; z-index: 1;
  width: max-content; max-width: 24rem; padding: .4rem .7rem; color: var(--ink);
  border: 1px solid var(--edge); border-radius: .4rem; background: var(--tip);
  box-shadow: 0 2px 8px #0004; font-size: .85rem; line-height: 1.5; white-space: normal;
  user-select: none; }
.f:hover > .tip, .f:focus > .tip { display: block; }
.right > .tip { left: auto; right: 0; }
.tip b { font-weight: normal; opacity: .7; display: inline-block; min-width: 9.5em; }
.tip i { font-style: normal; display: block; }
@media print { .tip { display: none !important; } }
"""
# A hover text must not leave the window on the right.
_SCRIPT: Final = """
for (const figure of document.querySelectorAll('mark')) {
  for (const event of ['mouseenter', 'focus']) {
    figure.addEventListener(event, () => {
      figure.classList.remove('right');
      const tip = figure.querySelector('.tip').getBoundingClientRect();
      figure.classList.toggle('right', tip.right > document.documentElement.clientWidth);
    });
  }
}
"""


Document = tuple[str, str, Sequence["Mention"]]


def page(documents: Sequence[Document]) -> str:
    """The whole page of texts, each with its name and its figures.

    Example:
        >>> from govtargets import zh
        >>> from govtargets.zh._page import page
        >>> text = "粮食产量200万吨以上"
        >>> "200万吨以上" in page([("report.txt", text, zh.find(text))])
        True
    """
    return "".join(_parts(documents))


def _parts(documents: Sequence[Document]) -> Iterator[str]:
    title = escape("、".join(name for name, *_ in documents))
    yield '<!doctype html>\n<html lang="zh">\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n"
    for name, text, mentions in documents:
        yield f"<section>\n<h1>{escape(name)}</h1>\n"
        yield f"<p>{len(mentions)} 个数据 figures · {_KEY}</p>\n<div class='text'>"
        yield from _marked(text, mentions)
        yield "</div></section>\n"
    yield f"<script>{_SCRIPT}</script>\n</html>\n"


_KEY: Final = " ".join(
    f'<span class="{colour}">{label}</span>'
    for colour, label in (
        ("level", "数量 amount"),
        ("change", "增减 change"),
        ("words", "相对或定性 in words"),
    )
)


def _marked(text: str, mentions: Sequence["Mention"]) -> Iterator[str]:
    written = 0
    for mention, row in zip(mentions, rows(text, mentions), strict=True):
        yield escape(text[written : mention.start])
        yield _figure(mention, row)
        written = mention.end
    yield escape(text[written:])


def _figure(mention: "Mention", row: Row) -> str:
    shown = {**row, **_in_both_languages(mention)}
    lines = "".join(
        f"<i><b>{label}</b> {escape(str(shown[key]))}</i>"
        for key, label in _LABELS.items()
        if shown[key] is not None
    )
    colour = _colour(mention)
    said = escape(mention.text)
    tip = f'<span class="tip" role="tooltip">{lines}</span>'
    return f'<mark class="f {colour}" tabindex="0">{said}{tip}</mark>'


def _in_both_languages(mention: "Mention") -> dict[str, str]:
    """What the row says with words of a closed list or with a unit."""
    reading = mention.reading
    words = {name: getattr(reading, name) for name in ("transformation", "status", "commitment")}
    shown = {name: f"{word.zh} {word.value}" for name, word in words.items() if word is not None}
    if isinstance(reading.value, Bounds):
        comparator, unit = reading.value.comparator, reading.value.unit
        shown["comparator"] = f"{comparator.zh} {comparator.value}"
        shown["unit"] = f"{unit} · {unit.kind.zh} {unit.kind.en}"
    return shown


_CHANGES: Final = frozenset(
    {
        Transformation.GROWTH,
        Transformation.AVERAGE_GROWTH,
        Transformation.DIFFERENCE,
        Transformation.CONTRIBUTION,
    }
)


def _colour(mention: "Mention") -> str:
    if not isinstance(mention.reading.value, Bounds):
        return "words"
    return "change" if mention.reading.transformation in _CHANGES else "level"
