"""What no report has words for, said behind the value in 【key：text；…】."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import attrs

from govtargets import writing
from govtargets.errors import GovTargetsError
from govtargets.period import Period, PeriodKind
from govtargets.vocabulary import Commitment, Status, Transformation
from govtargets.zh.reading import Reading

__all__ = ["noted", "split", "with_notes"]

_KEYS: Final = {
    "baseline": "基数",
    "stretch": "力争",
    "transformation": "类型",
    "scope": "范围",
    "period": "时期",
    "base": "比较",
    "price_basis": "价格",
    "status": "状态",
    "commitment": "承诺",
    "capped": "上限",
}
_FIELDS: Final = {word: field for field, word in _KEYS.items()}
_ESCAPED: Final = re.compile(r"[\\：；【】\s]")
_UNESCAPED: Final = re.compile(r"\\([0-9a-f]+);")
_NOTES: Final = re.compile("(.*)【([^【】]*)】", re.DOTALL)


def noted(reading: Reading) -> str:
    """The value alone, and everything else behind it."""
    parts = [
        f"{word}：{_text(getattr(reading, field))}"
        for field, word in _KEYS.items()
        if getattr(reading, field) not in {None, False}
    ]
    return f"{writing.text(reading.value)}【{'；'.join(parts)}】"


def _text(value: Any) -> str:  # noqa: ANN401  any field of a reading
    if isinstance(value, Transformation | Status | Commitment):
        return value.zh
    if isinstance(value, Period):
        return f"{value.kind.value}/{value.start}/{value.end}/{_escape(value.name)}"
    return _escape(value if isinstance(value, str) else "是" if value is True else writing.text(value))


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\{ord(match[0]):x};", text)


def _plain(text: str) -> str:
    return _UNESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def split(text: str) -> tuple[str, str] | None:
    """The text before the notes, and the notes; `None` where there are none."""
    match = _NOTES.fullmatch(text) if text.endswith("】") else None
    return (match[1], match[2]) if match is not None else None


def with_notes(reading: Reading, notes: str, parse: Callable[[str], Reading]) -> Reading | None:
    """The reading with its notes; `None` where they cannot be read."""
    fields: dict[str, Any] = dict.fromkeys(_KEYS)
    fields["capped"] = False
    try:
        for part in filter(None, notes.split("；")):
            word, _, said = part.partition("：")
            fields[_FIELDS[word]] = _value(_FIELDS[word], said, parse)
        return attrs.evolve(reading, **fields)
    except (KeyError, ValueError, OverflowError, GovTargetsError):
        return None


def _value(field: str, said: str, parse: Callable[[str], Reading]) -> Any:  # noqa: ANN401  any field of a reading
    if field == "period":
        return _period(said)
    for name, kind in (("transformation", Transformation), ("status", Status), ("commitment", Commitment)):
        if field == name:
            return {member.zh: member for member in kind}[said]
    if field in {"baseline", "stretch"}:
        return parse(_plain(said)).value
    return True if field == "capped" else _plain(said)


def _period(said: str) -> Period:
    kind, start, end, name = said.split("/")
    return Period(PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end), _plain(name))
