"""Bytes to text: UTF-8 as it should be, GB18030 with a warning, and nothing guessed beyond that."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

from govtargets.errors import Problem, Severity

__all__ = ["UNDECODED", "decoded"]

# A byte that is no UTF-8 survives decoding as one of these, so that its row can be named.
UNDECODED: Final = re.compile("[\udc80-\udcff]")
# Chinese takes three bytes a character in UTF-8; GB18030 text is hardly ever valid as that.
_CHINESE: Final = re.compile(r"[⺀-鿿＀-￯　-〿]")
_OTHER_FORMATS: Final = {
    BOM_UTF16_LE: "UTF-16 text",
    BOM_UTF16_BE: "UTF-16 text",
    b"PK\x03\x04": "an Excel workbook or another zip archive",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"\x1f\x8b": "a gzip archive",
    b"PAR1": "a Parquet file",
    b"ARROW1": "an Arrow file",
}
_SAVE: Final = "save it as CSV in UTF-8"


def decoded(data: bytes) -> tuple[str, list[Problem]]:
    """The text of a file, and what is to say of its encoding; no text for another format."""
    for mark, name in _OTHER_FORMATS.items():
        if data.startswith(mark):
            return "", [_problem("not-text", f"the file is {name}, not CSV text", _SAVE)]
    problems = []
    if data.startswith(BOM_UTF8):
        data = data[len(BOM_UTF8) :]
        message = "the file begins with a byte-order mark (BOM), which was left out"
        problems.append(
            _problem("byte-order-mark", message, "save it as UTF-8 without BOM", Severity.WARNING)
        )
    try:
        return data.decode("utf-8"), problems
    except UnicodeDecodeError:
        pass
    if _is_gb18030(data):
        message = "the file is GB18030, not UTF-8; it was read as GB18030"
        problems.append(_problem("gb18030", message, "save it as UTF-8", Severity.WARNING))
        return data.decode("gb18030"), problems
    return data.decode("utf-8", "surrogateescape"), problems


def _is_gb18030(data: bytes) -> bool:
    """Whether the whole file is GB18030: it decodes, and no line is Chinese text in UTF-8."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return not any(_is_chinese_utf8(line) for line in data.splitlines())


def _is_chinese_utf8(line: bytes) -> bool:
    try:
        return _CHINESE.search(line.decode("utf-8")) is not None
    except UnicodeDecodeError:
        return False


def _problem(code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code=code, message=message, hint=hint, severity=severity)
