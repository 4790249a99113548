from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given

import govtargets as gt
from govtargets import strategies


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"document": ""}, "Source.document is '': expected words"),
        ({"document": None}, "Source.document is None, a NoneType: expected str"),
        ({"quote": ""}, "Source.quote is '': leave it out"),
        ({"publisher": 3}, "Source.publisher is 3, a int: expected str"),
        ({"date": "2024-02-30"}, "the date '2024-02-30' does not exist"),
        ({"date": 2024}, "Source.date is 2024, a int: expected date"),
        ({"date": datetime(2024, 1, 5, 8, 0)}, "with a time of day"),  # noqa: DTZ001  any time is one too many
        ({"start": 3}, "a span needs both ends, got start=3 and end=None"),
        ({"start": 3, "end": 2}, "the span 3-2 runs backwards"),
        ({"start": -1, "end": 2}, "the span -1-2 runs backwards"),
        ({"start": 0, "end": 3, "quote": "增长"}, "3 characters long, but the quote '增长' has 2"),
        ({"start": "0", "end": 3}, "Source.start is '0', a str: expected int"),
    ],
)
def test_what_no_source_can_hold_is_refused(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(gt.InvalidValueError) as caught:
        gt.Source(**{"document": "公报", **fields})
    assert reason in str(caught.value)


def test_a_date_may_be_given_as_text() -> None:
    assert gt.Source(document="公报", date="2024-01-05").date == date(2024, 1, 5)


def test_a_span_without_a_quote_is_kept() -> None:
    source = gt.Source(document="公报", start=3, end=9)
    assert (source.start, source.end) == (3, 9)


def test_the_text_names_what_is_known() -> None:
    source = gt.Source(document="公报", publisher="国务院", date="2024-01-05", locator="第一节")
    assert str(source) == "国务院, 公报, 2024-01-05, 第一节"
    assert str(gt.Source(document="公报")) == "公报"


@given(strategies.sources(), strategies.sources())
def test_sources_are_equal_when_they_are_written_alike(one: gt.Source, two: gt.Source) -> None:
    assert one.is_written_as(one)
    assert one.is_written_as(two) is (one == two)
