import importlib
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

import govtargets
from govtargets._codes import CODES

ROOT = Path(__file__).parents[1]
PACKAGE = Path(govtargets.__file__).parent
CODE = re.compile(
    r'\bcode=\s*"([a-z]+(?:-[a-z0-9]+)*)"|(?:fault|Complaint|_refuse)\(\s*"([a-z-]+)"'
)
EXAMPLE = re.compile(r"^ *(?:>>>|\.\.\.) .*$", re.MULTILINE)
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["arrow.md", "csv.md", "problems.md", "units.md", "indicators.md"])
def test_a_generated_page_says_what_the_code_says(name: str) -> None:
    generate = generator()
    assert set(generate.PAGES) >= {name}
    page = (ROOT / "docs" / "reference" / name).read_text("utf-8")
    assert page == generate.PAGES[name]() + "\n", "run python docs/generate.py"


def test_every_public_name_is_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference" / "api.md").read_text("utf-8")
    missing = [
        f"{name}.{public}"
        for name in generator().modules()
        for public in importlib.import_module(name).__all__
        if f"| `{public}` |" not in page
    ]
    assert missing == [], "run python docs/generate.py"


def test_every_term_of_the_glossary_is_in_the_library() -> None:
    page = (ROOT / "docs" / "reference" / "glossary.md").read_text("utf-8")
    names = re.findall(r"^\|[^|]+\|[^|]+\| `([A-Z][\w.]+)` \|", page, re.MULTILINE)
    assert len(names) > 30
    for name in names:
        thing: object = govtargets
        for part in name.split("."):
            fields = {field.name for field in getattr(thing, "__attrs_attrs__", ())}
            thing = part if part in fields else getattr(thing, part)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in targets if not (page.parent / link).exists()] == []


def test_every_problem_code_has_a_meaning() -> None:
    used = {
        next(filter(None, found))
        for path in PACKAGE.rglob("*.py")
        for found in CODE.findall(EXAMPLE.sub("", path.read_text("utf-8")))
    }
    assert used - CODES.keys() == set()
    assert all(all(meaning) for meaning in CODES.values())
