"""Run the Python blocks of the documents, each document in a folder of its own."""

import os
from doctest import ELLIPSIS
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent


def _enter(namespace: dict[str, Any]) -> None:
    """Move to a scratch folder that shows the examples, so that a block may write files."""
    namespace["missing"] = lambda *names: any(find_spec(name) is None for name in names)
    namespace["_home"] = Path.cwd()
    namespace["_scratch"] = TemporaryDirectory()
    scratch = Path(namespace["_scratch"].name)
    (scratch / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    os.chdir(scratch)


def _leave(namespace: dict[str, Any]) -> None:
    os.chdir(namespace["_home"])
    namespace["_scratch"].cleanup()


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        SkipParser(),
    ],
    patterns=["README.md", "README.zh.md", "docs/*.md", "docs/**/*.md"],
    setup=_enter,
    teardown=_leave,
).pytest()
