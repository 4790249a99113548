"""Characters that nobody sees, and dashes and signs of other alphabets, inside figures."""

import pytest

from govtargets import zh


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", " "])
def test_any_narrow_space_groups_digits(space: str) -> None:
    assert zh.read(f"1{space}200.5亿元") == zh.read("1200.5亿元")


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u2060", "\u202c", "\ufeff"])
def test_what_is_not_seen_parts_no_number(unseen: str) -> None:
    text = f"完成投资12{unseen}50{unseen}.{unseen}5亿元。"
    (found,) = zh.find(text)
    assert text[found.start : found.end] == found.text
    assert found.reading == zh.read("1250.5亿元")


@pytest.mark.parametrize("gap", ["\t", "\u3000"])
def test_wide_gaps_group_no_digits(gap: str) -> None:
    assert [one.text for one in zh.find(f"第1列{gap}35{gap}200亿元")] == ["200亿元"]


@pytest.mark.parametrize("dash", ["\u2010", "\u2011", "\u2012", "\u223c", "\u2053"])
def test_every_dash_makes_a_range(dash: str) -> None:
    assert zh.read(f"增长5%{dash}6%") == zh.read("增长5%—6%")


@pytest.mark.parametrize(("sign", "usual"), [("﹤", "<"), ("﹥", ">"), ("≦", "≤"), ("≧", "≥")])
def test_signs_of_comparison_have_several_forms(sign: str, usual: str) -> None:
    assert zh.read(f"{sign}5.5%") == zh.read(f"{usual}5.5%")
    assert zh.read_cell(f"{sign}5.5", unit="%") == zh.read_cell(f"{usual}5.5", unit="%")


@pytest.mark.parametrize("point", ["、", "。", "·", "•", "，"])
def test_a_number_that_a_sign_breaks_is_left_out(point: str) -> None:
    assert zh.find(f"工业增加值增长6{point}5%。") == []
