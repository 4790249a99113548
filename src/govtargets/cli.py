"""The command line `govtargets` (命令行)."""

import os
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    RawDescriptionHelpFormatter,
    _SubParsersAction,
)
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, NoReturn, TextIO

from govtargets import __version__, _commands
from govtargets._cli_find import add_find
from govtargets.errors import GovTargetsError, MissingExtraError
from govtargets.period import Period
from govtargets.policy import policies

__all__ = ["main"]


def __dir__() -> list[str]:
    return __all__


WRONG_USAGE: Final = 2
_INTERRUPTED: Final = 130
_EXAMPLES: Final = """\
examples:
  govtargets assess examples/jiaozuo --period 2023     a scorecard (计分卡)
  govtargets outlook examples/jiaozuo                  what has still to change (展望)
  govtargets check examples/jiaozuo                    what is wrong with the data (检查)
  govtargets convert examples/jiaozuo copy             the same data in other files (转换)
  govtargets units 亩                                  how a unit is written (单位)
  govtargets indicators 粮食                           common indicators (指标)
  govtargets find speech.txt                           figures in a text (查找)

A PATH is a folder with targets.csv, achievements.csv and indicators.csv, or these files.
Exit code: 0 fine, 1 problems or verdicts that --fail-on names, 2 wrong usage.
"""
_HELP: Final = {
    "assess": (
        "judge targets by results, as a scorecard (判定)",
        """\
examples:
  govtargets assess examples/jiaozuo --period 2023
  govtargets assess examples/jiaozuo examples/national --lang en
  govtargets assess targets.csv achievements.csv --policy strict
  govtargets assess examples/national --format csv > scorecard.csv
  govtargets assess examples/national --fail-on missed && echo all met or open
""",
    ),
    "outlook": (
        "what has still to change from the last known values (展望)",
        """\
examples:
  govtargets outlook examples/jiaozuo
  govtargets outlook examples/jiaozuo --period 2024 --format html > outlook.html
""",
    ),
    "check": (
        "what is wrong with the data, with line, column and way out (检查)",
        """\
examples:
  govtargets check examples/jiaozuo
  govtargets check targets.csv --fail-on warning
  govtargets check examples/national --format sarif > problems.sarif
""",
    ),
    "convert": (
        "write a data set to other files (转换)",
        """\
examples:
  govtargets convert examples/jiaozuo copy
  govtargets convert examples/jiaozuo tables --format parquet
  govtargets convert examples/jiaozuo tables --format parquet --partition-by period
  govtargets convert examples/jiaozuo jiaozuo.xlsx
  govtargets convert scanned good --partial
""",
    ),
    "units": (
        "the catalogue of units (单位)",
        """\
examples:
  govtargets units
  govtargets units 万千瓦
  govtargets units area --lang en
""",
    ),
    "indicators": (
        "the catalogue of common indicators (指标)",
        """\
examples:
  govtargets indicators
  govtargets indicators 失业率
""",
    ),
}
_RUN: Final = {
    "assess": _commands.assess,
    "outlook": _commands.outlook,
    "check": _commands.check,
    "convert": _commands.convert,
    "units": _commands.list_units,
    "indicators": _commands.list_indicators,
}
_FAILURES: Final = ("met", "missed", "indeterminate", "pending", "error", "warning")


class _Parser(ArgumentParser):
    """A parser whose complaint is one line; argparse makes the parsers of commands of it too."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 fine, 1 problems where asked, 2 wrong usage.

    Example:
        >>> main(["units", "公顷"])
        单位  类别  换算          英文     别名
        公顷  面积  10000 平方米  hectare  ha hm² hm2
        0
    """
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        parts = (error.filename, error.strerror)
        return _complain(": ".join(str(part) for part in parts if part) or str(error))
    except (GovTargetsError, MissingExtraError) as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _complain(message: str) -> int:
    for line in message.splitlines():
        sys.stderr.write(f"govtargets: {line}\n")
    return WRONG_USAGE


def _speak_utf8() -> None:
    """Chinese text comes out even where the locale is not UTF-8; a closed stream takes it too."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _parser() -> ArgumentParser:
    parser: ArgumentParser = _Parser(
        prog="govtargets",
        description="Government targets and achievements, compared safely (政府目标与完成情况).",
        epilog=_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"govtargets {__version__}")
    commands: _SubParsersAction[ArgumentParser] = parser.add_subparsers(
        required=True, metavar="COMMAND"
    )
    assess = _command(commands, "assess", "text json csv html markdown")
    outlook = _command(commands, "outlook", "text json csv html markdown")
    check = _command(commands, "check", "text json csv sarif")
    for each in (assess, outlook, check):
        each.add_argument(
            "paths", nargs="+", metavar="PATH", help="a folder, or the files of one data set"
        )
    for each in (assess, outlook):
        each.add_argument(
            "--period",
            "--year",
            type=_period,
            metavar="PERIOD",
            help="only targets within 2023, “十四五” …",
        )
        names = [policy.name for policy in policies()]
        each.add_argument(
            "--policy", choices=names, default="default", help="how words are read (判定规则)"
        )
    assess.add_argument(
        "--as-of", type=_day, metavar="DATE", help="judge as of that day, as 2024-01-31"
    )
    assess.add_argument(
        "--fail-on",
        action="append",
        choices=_FAILURES,
        default=[],
        help="exit with 1 where there is such a verdict or problem; may be given again",
    )
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help="exit with 1 from this severity on (default: error)",
    )
    convert = _command(commands, "convert", "csv jsonl parquet arrow")
    convert.add_argument("source", metavar="IN", help="a folder or a file")
    convert.add_argument("target", metavar="OUT", help="a folder or a file")
    convert.add_argument(
        "--partition-by",
        action="append",
        default=[],
        metavar="COLUMN",
        help="part Parquet files by the values of a column, such as region; may be given again",
    )
    convert.add_argument(
        "--partial", action="store_true", help="write the good rows of data with errors"
    )
    for name in ("units", "indicators"):
        _command(commands, name, "").add_argument(
            "search", nargs="?", metavar="SEARCH", help="a part of a name"
        )
    add_find(commands)
    return parser


def _command(
    commands: "_SubParsersAction[ArgumentParser]", name: str, formats: str
) -> ArgumentParser:
    summary, examples = _HELP[name]
    parser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=examples,
        formatter_class=RawDescriptionHelpFormatter,
    )
    if formats:
        choices = formats.split()
        parser.add_argument(
            "--format",
            choices=choices,
            default=choices[0],
            help=f"how to write (default: {choices[0]})",
        )
    parser.add_argument(
        "--lang",
        choices=("zh", "en"),
        default="zh",
        help="the language of the report (default: zh)",
    )
    parser.set_defaults(run=_RUN[name])
    return parser


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except GovTargetsError as error:
        raise ArgumentTypeError(str(error)) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day: write it as 2024-01-31"
        raise ArgumentTypeError(message) from None
