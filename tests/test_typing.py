import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REFUSED = "tests/typing/refused.py"
ACCEPTED = "tests/typing/accepted.py"
ERROR = re.compile(r"(?P<file>[^:]+):(?P<line>\d+): error: .*\[(?P<code>[a-z-]+)\]$")


@pytest.fixture(scope="module")
def errors() -> set[tuple[str, int, str]]:
    """What mypy --strict says about the two samples: file, line and code of every error."""
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-pretty", ACCEPTED, REFUSED],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    found = map(ERROR.match, checked.stdout.replace("\\", "/").splitlines())
    said = {(m["file"], int(m["line"]), m["code"]) for m in found if m}
    assert said, checked.stdout + checked.stderr
    return said


def test_the_types_are_what_the_documents_say(errors: set[tuple[str, int, str]]) -> None:
    assert {error for error in errors if error[0] == ACCEPTED} == set()


def test_every_mistake_is_refused_where_it_is_made(errors: set[tuple[str, int, str]]) -> None:
    lines = (ROOT / REFUSED).read_text("utf-8").splitlines()
    marked = {
        (REFUSED, number, code)
        for number, line in enumerate(lines, 1)
        for code in re.findall(r"# refused: ([a-z-]+)", line)
    }
    assert {error for error in errors if error[0] == REFUSED} == marked
