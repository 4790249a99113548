import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import govtargets

ROOT = Path(__file__).parents[1]
PACKAGE = Path(govtargets.__file__).parent
CODE = sorted(PACKAGE.rglob("*.py"))
DATA = {"_catalogue.py", "_indicators.py"}
HEAVY = ("pint", "pyarrow", "numpy", "pandas", "polars", "hypothesis", "openpyxl")
# In brackets, so that this file does not hold what it forbids.
INDEX_HOST = re.compile(r"py[p]i\.org|python[h]osted|npm[j]s\.")


def public_modules() -> list[str]:
    found = pkgutil.walk_packages([str(PACKAGE)], "govtargets.")
    names = [module.name for module in found]
    return ["govtargets", *(name for name in names if "._" not in name)]


def commands(readme: str) -> list[str]:
    blocks = re.findall(
        r"^```sh$(.*?)^```$", (ROOT / readme).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    lines = [line for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("python3 -m venv ")]


def test_importing_the_package_loads_no_heavy_library() -> None:
    program = f"import sys, govtargets; print(*sys.modules.keys() & set({HEAVY!r}))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, text=True
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")


@pytest.mark.parametrize("name", public_modules())
def test_a_public_module_shows_exactly_its_public_names(name: str) -> None:
    module = importlib.import_module(name)
    assert dir(module) == sorted(module.__all__)
    assert len(set(module.__all__)) == len(module.__all__)
    for public in module.__all__:
        assert getattr(module, public).__doc__


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_code_file_keeps_the_house_rules(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.count("\n")
    assert path.name in DATA or lines <= 300
    assert re.findall(r"\bfloat\(.*", text) == []
    assert INDEX_HOST.findall(text) == []


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_the_readme_has_one_command_for_the_job_and_one_for_the_tests() -> None:
    job, tests = commands("README.md")
    assert "govtargets assess examples/national" in job
    assert "govtargets assess examples/jiaozuo" in job
    assert "govtargets outlook examples/jiaozuo" in job
    assert "pytest" in tests


def test_both_readmes_give_the_same_commands() -> None:
    assert commands("README.zh.md") == commands("README.md")
