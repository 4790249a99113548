"""What each command of the command line does; it returns the exit code."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from os import environ
from pathlib import Path
from typing import Any, Final

from govtargets import __version__, files, report
from govtargets._export import (
    as_csv,
    as_json,
    as_sarif,
    assessment_row,
    outlook_row,
    problem_row,
)
from govtargets._labels import Language
from govtargets.dataset import Dataset
from govtargets.errors import Problem, Severity, UnknownUnitError
from govtargets.indicator import indicators
from govtargets.policy import Policy
from govtargets.scorecard import Scorecard
from govtargets.unit import Unit, units
from govtargets.verdict import Verdict

__all__ = ["FOUND", "assess", "check", "convert", "list_indicators", "list_units", "outlook"]

FINE: Final = 0
FOUND: Final = 1
_ORDER: Final = (Severity.INFO, Severity.WARNING, Severity.ERROR)
_GREEN, _RED, _YELLOW = 32, 31, 33
_COLOURS: Final = {
    "完成": _GREEN,
    "met": _GREEN,
    "已达到": _GREEN,
    "met now": _GREEN,
    "未完成": _RED,
    "missed": _RED,
    "无法判定": _YELLOW,
    "indeterminate": _YELLOW,
    "未达到": _YELLOW,
    "not yet": _YELLOW,
}


def assess(options: Namespace) -> int:
    """Print a scorecard for every data set."""
    code = FINE
    rows: list[dict[str, Any]] = []
    for number, dataset in enumerate(_datasets(options)):
        card = dataset.assess(policy=Policy.named(options.policy), as_of=options.as_of)
        if options.format in {"json", "csv"}:
            rows += [assessment_row(one) for one in card]
        else:
            _section(number, _SCORECARDS[options.format](card, options.lang))
        code = max(code, _failing(card, dataset.problems, options.fail_on))
    _rows(rows, options.format)
    return code


def outlook(options: Namespace) -> int:
    """Print what has still to change for every data set."""
    rows: list[dict[str, Any]] = []
    for number, dataset in enumerate(_read(options.paths, options.lang)):
        ahead = dataset.outlook(options.period, policy=Policy.named(options.policy))
        if options.format in {"json", "csv"}:
            rows += [outlook_row(one) for one in ahead]
        else:
            _section(number, _OUTLOOKS[options.format](ahead, options.lang))
    _rows(rows, options.format)
    return FINE


def check(options: Namespace) -> int:
    """Print every problem of the data sets."""
    found = [problem for data in _sets(options.paths) for problem in data.check()]
    if options.format == "sarif":
        _write(as_sarif(found, __version__))
    elif options.format in {"json", "csv"}:
        _rows([problem_row(problem) for problem in found], options.format)
    else:
        _write(report.problems_text(found, options.lang))
    if options.fail_on == "never":
        return FINE
    grave = _ORDER[_ORDER.index(Severity(options.fail_on)) :]
    return FOUND if any(problem.severity in grave for problem in found) else FINE


def convert(options: Namespace) -> int:
    """Read a data set and write it elsewhere; with errors in it only if that is asked for."""
    (dataset,) = _read([options.source], options.lang)
    errors = sum(problem.severity is Severity.ERROR for problem in dataset.problems)
    if errors and not options.partial:
        way = "mend them, or write the good rows with --partial"
        sys.stderr.write(f"{options.source}: {errors} errors, so nothing was written: {way}\n")
        return FOUND
    by = options.partition_by
    files.write(dataset, options.target, format=options.format, partition_by=by)
    return FINE


def list_units(options: Namespace) -> int:
    """Print the catalogue of units, or those that a word matches."""
    wanted = options.search
    found = [unit for unit in units() if wanted is None or _matches(unit, wanted)]
    if wanted is not None:
        try:
            found = list(dict.fromkeys((Unit(wanted), *found)))
        except UnknownUnitError as error:
            if not found:
                sys.stderr.write(f"govtargets units: {error}\n")
                return FOUND
    _write(report.units_text(found, options.lang))
    return FINE


def _matches(unit: Unit, wanted: str) -> bool:
    names = (unit.symbol, unit.en, *unit.aliases, unit.kind.id, unit.kind.zh, unit.kind.en)
    return any(wanted.casefold() in name.casefold() for name in names)


def list_indicators(options: Namespace) -> int:
    """Print the catalogue of common indicators, or those that a word matches."""
    wanted = (options.search or "").casefold()
    found = [
        one
        for one in indicators()
        if any(
            wanted in name.casefold()
            for name in (one.id, one.name, one.name_en or "", *one.aliases)
        )
    ]
    if not found:
        sys.stderr.write(f"govtargets indicators: no common indicator matches {options.search!r}\n")
        return FOUND
    _write(report.indicators_text(found, options.lang))
    return FINE


def _datasets(options: Namespace) -> Iterator[Dataset]:
    for dataset in _read(options.paths, options.lang):
        yield dataset if options.period is None else dataset.during(options.period)


def _read(paths: Sequence[str], language: Language) -> Iterator[Dataset]:
    """The data sets behind the paths; complaints of reading them go to standard error."""
    for dataset in _sets(paths):
        for problem in dataset.problems:
            sys.stderr.write(" ".join(report.problem_text(problem, language).split("\n")) + "\n")
        yield dataset


def _sets(paths: Sequence[str]) -> Iterator[Dataset]:
    """A folder is a data set; loose files together are one."""
    loose = [path for path in paths if not Path(path).is_dir()]
    for path in paths:
        if path not in loose:
            yield files.read(path)
    if loose:
        yield files.read(*loose)


def _failing(card: Scorecard, problems: Iterable[Problem], wanted: Sequence[str]) -> int:
    found = {verdict.value for verdict in Verdict if card.counts[verdict]}
    found |= {problem.severity.value for problem in problems}
    return FOUND if found.intersection(wanted) else FINE


def _rows(rows: list[dict[str, Any]], form: str) -> None:
    if form in _MACHINE:
        _write(_MACHINE[form](rows))


def _section(number: int, text: str) -> None:
    _write(f"\n{text}" if number else text)


def _write(text: str) -> None:
    sys.stdout.write(text)


def _paint(word: str) -> str:
    """The verdict in its colour, on a terminal that wants one."""
    code = _COLOURS.get(word)
    plain = not sys.stdout.isatty() or "NO_COLOR" in environ or environ.get("TERM") == "dumb"
    return word if code is None or plain else f"\x1b[{code}m{word}\x1b[0m"


_MACHINE: Final[dict[str, Callable[[list[dict[str, Any]]], str]]] = {"json": as_json, "csv": as_csv}
_SCORECARDS: Final[dict[str, Callable[[Scorecard, Any], str]]] = {
    "text": lambda card, lang: report.scorecard_text(card, lang, paint=_paint),
    "markdown": report.scorecard_markdown,
    "html": report.scorecard_html,
}
_OUTLOOKS: Final[dict[str, Callable[..., str]]] = {
    "text": lambda ahead, lang: report.outlook_text(ahead, lang, paint=_paint),
    "markdown": report.outlook_markdown,
    "html": report.outlook_html,
}
