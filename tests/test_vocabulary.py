from enum import Enum

import pytest

import govtargets as gt

LISTS: list[type[Enum]] = [
    gt.Attribute,
    gt.Commitment,
    gt.Comparator,
    gt.Direction,
    gt.PeriodKind,
    gt.Relation,
    gt.Severity,
    gt.Status,
    gt.Transformation,
]
WITH_ZH = [one for one in LISTS if one not in {gt.PeriodKind, gt.Severity}]


@pytest.mark.parametrize("words", LISTS, ids=lambda one: one.__name__)
def test_the_value_of_a_word_is_its_name_in_lower_case(words: type[Enum]) -> None:
    for word in words:
        assert word.value in {word.name.lower(), word.name.lower().replace("_", "-")}
        assert words(word.value) is word


@pytest.mark.parametrize("words", WITH_ZH, ids=lambda one: one.__name__)
def test_every_word_has_a_chinese_term_of_its_own(words: type[Enum]) -> None:
    terms = [word.zh for word in words]  # type: ignore[attr-defined]
    assert len(set(terms)) == len(words)
    assert all("一" <= term[0] <= "鿿" for term in terms)


def test_a_status_carries_the_code_of_sdmx() -> None:
    assert {status.name: status.sdmx for status in gt.Status} == {
        "FORECAST": "F",
        "ESTIMATED": "E",
        "PRELIMINARY": "P",
        "FINAL": "A",
        "REVISED": "A",
    }


def test_statuses_stand_from_the_first_word_to_the_last() -> None:
    assert [status.zh for status in gt.Status] == [
        "预计",
        "估计",
        "初步核算",
        "最终核实",
        "修订",
    ]
