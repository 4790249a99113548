"""What callers without a type checker get wrong: each error names the value and the way out."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from tests.fresh import fresh

import govtargets as gt
from govtargets import strategies

LOOSE: Any = gt
GDP = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER)
YEAR = gt.Period.year(2023)
SIX = gt.Quantity("6", "%")
TARGET: Any = gt.Target(indicator=GDP, goal=SIX, period=YEAR)
RESULT: Any = gt.Achievement(indicator=GDP, value=SIX, period=YEAR)
CARD: Any = gt.Dataset([TARGET], [RESULT]).assess()
CALLS: dict[str, tuple[Callable[[], Any], str]] = {
    "year as text": (lambda: LOOSE.Period.year("2023"), r"'2023' is a str: .* Period.parse"),
    "year as float": (lambda: LOOSE.Period.year(2023.0), "2023.0 is a float: give years"),
    "half as bool": (lambda: LOOSE.Period.half(2023, half=True), "True is a bool: give years"),
    "quarter": (lambda: LOOSE.Period.quarter(2023, "1"), "'1' is a str: give years"),
    "month": (lambda: LOOSE.Period.month(2023, None), "None is a NoneType: give years"),
    "to date": (lambda: LOOSE.Period.year_to_date(2023, 9.0), "9.0 is a float: give years"),
    "span": (lambda: LOOSE.Period.span("2021", 2025), "'2021' is a str: give years"),
    "period as number": (
        lambda: LOOSE.Period.parse(2023),
        r"2023 \(int\) is no str: .* Period.year",
    ),
    "text in a period": (lambda: "2023" in LOOSE.Period.year(2023), "is no Period: make one"),
    "quantity": (lambda: LOOSE.Quantity.parse(6), r"6 \(int\) is no str: give number and unit"),
    "unit": (lambda: LOOSE.define(5), r"5 \(int\) is no str: give the word"),
    "equation": (lambda: LOOSE.define("某某", 5), r"5 \(int\) is no str: give a number and"),
    "aliases": (
        lambda: LOOSE.define("某某", "5 羽", aliases="甲乙"),
        "the one text '甲乙': give a tuple",
    ),
    "share": (lambda: LOOSE.Tolerance.relative("x"), "tolerance of 'x' is none: give a share"),
    "share by zero": (lambda: LOOSE.Tolerance.relative("1/0"), "tolerance of '1/0' is none"),
    "no share": (lambda: LOOSE.Tolerance.relative(None), "tolerance of None is none: give a"),
    "amount": (lambda: LOOSE.Tolerance.absolute(5), r"5 \(int\) is no Quantity: give a"),
    "name": (lambda: LOOSE.Policy(name=5), "Policy.name is 5, a int: expected str"),
    "about": (lambda: LOOSE.Policy(about="0.1"), "Policy.about is '0.1', a str: expected Tol"),
    "bare": (lambda: LOOSE.Policy(bare="equality"), "Policy.bare is 'equality', a str"),
    "inclusive": (lambda: LOOSE.Policy(bounds_inclusive="no"), "'no', a str: expected bool"),
    "rounding": (lambda: LOOSE.Policy(rounding="full"), "'full', a str: expected Rounding"),
    "exchanged": (lambda: gt.assess(RESULT, TARGET), "is no Target: give the target first"),
    "several results": (lambda: gt.assess(TARGET, LOOSE.Records()), "is no Achievement: give"),
    "policy's name": (
        lambda: LOOSE.assess(TARGET, RESULT, policy="strict"),
        r"'strict' \(str\) is no Policy: give one, such as",
    ),
    "policy of a data set": (
        lambda: LOOSE.Dataset([TARGET], [RESULT]).assess(policy="strict"),
        r"'strict' \(str\) is no Policy",
    ),
    "day as text": (
        lambda: LOOSE.assess(TARGET, RESULT, as_of="2024-01-01"),
        r"'2024-01-01' \(str\) is no date: give the day",
    ),
    "moment": (
        lambda: gt.assess(TARGET, RESULT, as_of=datetime(2024, 1, 1)),  # noqa: DTZ001  no zone matters here
        r"with a time of day: give the day alone, as_of\.date\(\)",
    ),
    "results as targets": (lambda: gt.Dataset([RESULT]), "place 0 of the targets, is no Target"),
    "targets as results": (
        lambda: gt.Dataset([TARGET], [RESULT, TARGET]),
        "place 1 of the achievements, is no Achievement: give",
    ),
    "no indicator": (
        lambda: LOOSE.Dataset([], [], gt.Records(["gdp"])),
        r"^'gdp' \(str\), at place 0",
    ),
    "verdict as text": (lambda: CARD.only("met"), r"'met' \(str\) is no Verdict: give a mem"),
    "reason as text": (lambda: CARD.only(reason="x"), r"'x' \(str\) is no Reason: give a"),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_type_is_refused_with_the_way_out(name: str) -> None:
    call, way = CALLS[name]
    with pytest.raises(gt.InvalidValueError, match=way):
        call()


def test_what_is_right_goes_through() -> None:
    assert gt.assess(TARGET, RESULT, as_of=date(2023, 1, 1)).reason is gt.Reason.NOT_DUE
    assert gt.assess(TARGET, RESULT, as_of=date(2024, 1, 1)).verdict is gt.Verdict.MET
    assert len(CARD.only(gt.Verdict.MET)) == 1
    assert len(CARD.only(reason=gt.Reason.NOT_DUE)) == 0


def test_help_and_completion_work_without_the_extras() -> None:
    program = """
import sys
sys.modules["hypothesis"] = None
import inspect, pydoc, rlcompleter
import govtargets
print(len(pydoc.render_doc(govtargets)) > 1000, hasattr(govtargets, "strategies"))
print(dict(inspect.getmembers(govtargets)).keys() >= {"zh", "files", "assess"})
print(rlcompleter.Completer({"gt": govtargets}).complete("gt.ass", 0))
try:
    govtargets.strategies
except AttributeError as error:
    print(error)
try:
    from govtargets import strategies
except govtargets.MissingExtraError as error:
    print(error)
from govtargets import *
print(zh.__name__)
"""
    missing = "hypothesis is not installed: pip install 'govtargets[hypothesis]'"
    expected = ["True False", "True", "gt.assess(", missing, missing, "govtargets.zh"]
    assert fresh(program).splitlines() == expected


def test_what_needs_an_extra_is_an_attribute_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(gt, "strategies")
    monkeypatch.delitem(sys.modules, "govtargets.strategies")
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(AttributeError, match=r"pip install 'govtargets\[hypothesis\]'"):
        gt.__getattr__("strategies")


def test_with_them_the_strategies_are_there() -> None:
    assert gt.strategies is strategies
    assert "strategies" not in dir(gt)
    extra: Any = gt.__getattr__("strategies")
    assert extra is strategies
