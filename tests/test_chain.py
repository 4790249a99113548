"""Figures that change, and what was known when."""

import datetime as dt
from typing import Any

import pytest
from tests.judging import YEAR, about, achievement, at_least, indicator, target

import govtargets as gt
from govtargets import InvalidValueError, Severity, Source, Status


def figure(value: Any, status: Status | None = None, day: str | None = None) -> gt.Achievement:
    source = None if day is None else Source(document="公报", date=dt.date.fromisoformat(day))
    return achievement(value, status=status, source=source)


FORECAST = figure(at_least("4.5%"), Status.FORECAST, "2023-12-20")
PRELIMINARY = figure("5%", Status.PRELIMINARY, "2024-01-17")
FINAL = figure("4.9%", Status.FINAL, "2024-12-27")
REVISED = figure("5.1%", Status.REVISED, "2025-12-26")
CHAIN = gt.Chain([REVISED, PRELIMINARY, FINAL, FORECAST])


def test_the_order_of_a_chain() -> None:
    assert CHAIN.figures == (FORECAST, PRELIMINARY, FINAL, REVISED)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-12-19", None),
        ("2023-12-20", FORECAST),
        ("2024-06-30", PRELIMINARY),
        ("2024-12-27", FINAL),
        ("2026-01-01", REVISED),
    ],
)
def test_what_was_known(day: str, expected: gt.Achievement | None) -> None:
    assert CHAIN.current(dt.date.fromisoformat(day)) is expected
    assert CHAIN.current() is REVISED


def test_a_figure_without_a_date_is_known_from_the_end_of_its_period() -> None:
    one = gt.Chain([figure("5%")])
    assert one.current(dt.date(2023, 12, 30)) is None
    assert one.current(dt.date(2023, 12, 31)) is not None


def test_a_status_counts_before_a_date() -> None:
    late = figure("4%", Status.ESTIMATED, "2025-01-01")
    assert gt.Chain([late, PRELIMINARY]).current() is PRELIMINARY
    unsaid = figure("5.2%", None, "2024-02-28")
    assert gt.Chain([unsaid, PRELIMINARY]).current() is unsaid
    assert gt.Chain([unsaid, FINAL]).current() is FINAL


def test_the_more_precise_of_two_alike_counts() -> None:
    for precise, rough in (("5.04%", "5%"), ("5%", about("5%")), (about("5%"), at_least("5%"))):
        one, other = figure(precise), figure(rough)
        assert gt.Chain([one, other]).current() is one
        assert gt.Chain([other, one]).current() is one


def test_a_verdict_that_changed_is_reported() -> None:
    asked = target("5%")
    verdicts = [one.verdict.value for one in CHAIN.judgements(asked)]
    assert verdicts == ["indeterminate", "met", "missed", "met"]
    found = CHAIN.changed_verdicts(asked)
    assert [(one.code, one.severity) for one in found] == [("verdict-changed", Severity.INFO)] * 3
    assert found[1].message == (
        "2023年 粮食产量 5% was met by 5% (初步核算) and is missed by 4.9% (最终核实)"
    )
    assert gt.Chain([figure("5%"), figure("5.0%")]).changed_verdicts(asked) == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("5%", "4.3%", 1),
        ("5%", "5.04%", 0),
        ("5%", "5.5%", 1),
        ("5%", at_least("4.5%"), 0),
        ("5%", at_least("6%"), 1),
        ("5%", "5.0%", 0),
    ],
)
def test_figures_alike_that_cannot_both_be_true(one: Any, other: Any, count: int) -> None:
    for pair in ([figure(one), figure(other)], [figure(other), figure(one)]):
        found = gt.Chain(pair).conflicts()
        assert len(found) == count
        assert all(problem.code == "conflicting-figures" for problem in found)


def test_a_revision_is_no_conflict() -> None:
    assert CHAIN.conflicts() == []
    message = gt.Chain([figure("5%", Status.FINAL), figure("4%", Status.FINAL)]).conflicts()[0]
    assert "is also given as" in message.message
    assert message.severity is Severity.WARNING


def test_a_chain_is_of_one_fact() -> None:
    with pytest.raises(InvalidValueError, match="give at least one"):
        gt.Chain([])
    others: tuple[dict[str, Any], ...] = (
        {"period": gt.Period.year(2022)},
        {"indicator": indicator(name="别的")},
        {"scope": "农村"},
        {"region": gt.Region("焦作市")},
    )
    for other in others:
        with pytest.raises(InvalidValueError, match="are not of one fact"):
            gt.Chain([figure("5%"), achievement("5%", **other)])


def test_sorting_figures_by_fact() -> None:
    [only] = gt.chains([FINAL])
    assert only.figures == (FINAL,)
    assert gt.chains([]) == ()
    found = gt.chains(
        [
            achievement("5%", region=gt.Region("焦作", "410800")),
            achievement("5万人"),
            achievement("4.9%", region=gt.Region("焦作市", "410800"), period=YEAR),
        ]
    )
    assert [[str(one.value) for one in chain.figures] for chain in found] == [
        ["5%", "4.9%"],  # the more precise comes last
        ["5万人"],
    ]
