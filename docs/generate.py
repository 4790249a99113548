"""Write the pages of the reference that say what the code says: `python docs/generate.py`."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import govtargets
from govtargets._codes import CODES
from govtargets.arrow import schema
from govtargets.files._columns import TABLES
from govtargets.indicator import indicators
from govtargets.unit import units
from govtargets.vocabulary import Attribute, Commitment, Direction, Status, Transformation

REFERENCE = Path(__file__).parent / "reference"
CELLS = {
    "id": "a short stable name for machines",
    "name": "the name as reports write it",
    "name_en": "the English name",
    "aliases": "other names, separated by ；",
    "direction": "which way is better; empty where that is open",
    "unit": "the usual unit, such as 万吨; 1 for a plain number",
    "transformation": "how the figure is made from the series",
    "definition": "what exactly is measured",
    "source": "where definition and direction come from",
    "kind": "what the series itself measures: money:CNY for 地区生产总值, though its usual figure is a growth in %",
    "attributes": "binding (约束性) or anticipatory (预期性) by plan, as in 十三五 anticipatory；十四五 binding",
    "codes": "codes in other systems, such as SDG 8.1.1, separated by ；",
    "indicator": "an id, name or alias of `indicators.csv`",
    "region": "the area's name",
    "region_code": "its six digits of GB/T 2260",
    "period": "2024年, 2024年一季度, 2024年1—9月, “十四五”, 2025年末, or ISO 8601",
    "goal": "what is promised: 6.5%, 6万人以上, 5.5%左右, 6%—6.5%, 与经济增长同步, 完成省定目标, 未设目标, 定性：…",
    "value": "what is reached: a number as stated, 4.5%以上 too",
    "stretch": "the higher tier (力争8%)",
    "baseline": "the value it starts from (由A增加到B)",
    "scope": "among whom a rank counts (全省), or which part is meant",
    "price_basis": "不变价, 现价, 可比价",
    "base": "what a change compares with: 同比, 环比, 比2020年",
    "attribute": "how binding a plan makes it",
    "commitment": "how strongly the words commit",
    "status": "how final the figure is",
    "claim": "what the report itself says of it (超额完成)",
    "document": "the document's title",
    "publisher": "who issued it",
    "date": "when, as 2024-01-31",
    "locator": "the place inside, such as a section",
    "quote": "the few words that state the figure, as spelled there",
    "note": "anything a reader should know",
    "region_edition": "the edition of the code table",
    "start": "where the quote begins in the document, in characters",
    "end": "where it ends",
}
WORDS = {
    "direction": Direction,
    "transformation": Transformation,
    "attribute": Attribute,
    "commitment": Commitment,
    "status": Status,
}


INDICATOR_HEADER = (
    "id",
    "name",
    "English",
    "direction",
    "unit",
    "kind of the series",
    "by plan",
    "codes",
    "aliases",
)
OPENING = """\
A data set is a folder of three tables in UTF-8, comma-separated, quoted after RFC 4180. Columns may
stand in any order, and those that are not required may be missing. An empty cell is an absent value."""


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)


def cell(text: str) -> str:
    """The text without what would end the cell."""
    return text.replace("|", "\\|")


def columns() -> str:
    """The page of the CSV columns."""
    parts = [
        "# CSV columns",
        OPENING,
    ]
    for found in TABLES.values():
        rows = [
            (f"`{name}`", "yes" if name in found.required else "", CELLS[name])
            for name in (*found.columns, *found.optional)
        ]
        parts += [f"## {found.name}.csv", table(("column", "required", "what it holds"), rows)]
    parts.append("## Words of closed lists")
    parts.append(
        "A cell holds the English word; the Chinese term beside it says what it stands for."
    )
    parts.append(
        table(
            ("column", "words"),
            [
                (f"`{name}`", ", ".join(f"`{word.value}` {word.zh}" for word in words))
                for name, words in WORDS.items()
            ],
        )
    )
    return "\n\n".join(parts)


def problems() -> str:
    """The page of the problem codes."""
    rows = [
        (f"`{code}`", one.zh, one.way_zh, one.en, one.way_en) for code, one in sorted(CODES.items())
    ]
    return "\n\n".join(
        (
            "# Problem codes",
            "Every complaint has a code that does not change, and a place: file, line, column, value.",
            table(("code", "中文", "怎么改", "meaning", "way out"), rows),
        )
    )


def unit_table() -> str:
    """The page of the units."""
    rows = [
        (
            one.symbol,
            f"{one.kind.zh} {one.kind.id}",
            f"{one.factor} {one.kind.base}".strip(),
            one.en,
            " ".join(one.aliases),
        )
        for one in units()
    ]
    return "\n\n".join(
        (
            "# Units",
            "The scale words 十 百 千 万 十万 百万 千万 亿 十亿 百亿 千亿 万亿 join every unit that can be scaled.",
            table(("unit", "kind", "factor", "English", "aliases"), rows),
        )
    )


def indicator_table() -> str:
    """The page of the common indicators."""
    rows = [
        (
            f"`{one.id}`",
            one.name,
            one.name_en or "",
            one.direction.value if one.direction else "open",
            one.unit.symbol if one.unit else "",
            one.kind or "",
            "、".join(f"{plan} {attribute.zh}" for plan, attribute in one.attributes),
            "、".join(one.codes),
            "、".join(one.aliases),
        )
        for one in indicators()
    ]
    return "\n\n".join(
        (
            "# Common indicators",
            "A data set may list its own instead; the direction is then its own, too.",
            table(
                INDICATOR_HEADER,
                rows,
            ),
        )
    )


def modules() -> Iterator[str]:
    """The public modules."""
    found = pkgutil.walk_packages(govtargets.__path__, "govtargets.")
    return (one.name for one in found if "._" not in one.name and not one.name.endswith("__"))


def api() -> str:
    """The page of the public names."""
    parts = ["# Public names", "`import govtargets as gt` gives most of them directly."]
    for name in modules():
        module = importlib.import_module(name)
        heading = (module.__doc__ or "").splitlines()[0]
        rows = [(f"`{each}`", summary(getattr(module, each))) for each in module.__all__]
        parts += [f"## {name}", heading, table(("name", "what it is"), rows)]
    return "\n\n".join(parts)


def summary(thing: object) -> str:
    """The first line of its docstring."""
    return (thing.__doc__ or "").strip().splitlines()[0] if thing.__doc__ else ""


def arrow_columns() -> str:
    """The page of the columns of the Arrow tables."""
    parts = ["# Arrow columns", ARROW]
    for record in ("indicator", "target", "achievement"):
        parts += [f"## {record}s", arrow_table(schema.columns(record))]
    judgement = [
        column
        for column in schema.columns("assessment")
        if not column.name.startswith(("target_", "achievement_", "reference_"))
        or column.name.endswith("_row")
    ]
    parts += ["## assessments", SIDES, arrow_table(judgement)]
    return "\n\n".join(parts)


ARROW = """\
Version 1. Numbers are `decimal128(38, 9)`; `digits` restores how they were written. The types are
those of the compact profile; in the plain profile (`arrow.in_profile`) every dictionary is a
`string`. A column that is not required may be null or missing, which means absent. Words of closed
lists are those of the [CSV columns](csv.md). [How the schema may change](arrow-changes.md)."""
SIDES = """\
Behind these columns stand those of the target, the achievement and the reference that were judged,
as `target_…`, `achievement_…` and `reference_…`; `arrow.assess` fills those that it is asked for."""


def arrow_table(found: Iterable[schema.Column]) -> str:
    """The table of some Arrow columns."""
    return table(
        ("column", "type", "required", "what it says"),
        [
            (f"`{one.name}`", arrow_type(one.type), "yes" if one.required else "", one.meaning)
            for one in found
        ],
    )


def arrow_type(type_: object) -> str:
    """An Arrow type in short."""
    return str(type_).replace("values=", "").replace("indices=", "").replace(", ordered=0", "")


PAGES = {
    "arrow.md": arrow_columns,
    "csv.md": columns,
    "problems.md": problems,
    "units.md": unit_table,
    "indicators.md": indicator_table,
    "api.md": api,
}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page() + "\n", encoding="utf-8")
        print("wrote", REFERENCE / name)


if __name__ == "__main__":
    main()
