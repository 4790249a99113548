"""Compound units: taken apart, put together, cancelled, with exact factors."""

from fractions import Fraction

import pytest

from govtargets import Catalogue, Quantity, Unit
from govtargets.compound import combine, join, split

Q = Quantity.parse


@pytest.mark.parametrize(
    ("symbol", "parts"),
    [
        ("元/平方米", [("元", 1), ("平方米", -1)]),
        ("元/人/月", [("元", 1), ("人", -1), ("月", -1)]),
        ("元/(人·月)", [("元", 1), ("人", -1), ("月", -1)]),
        ("人·天", [("人", 1), ("天", 1)]),
        ("件每万人", [("件", 1), ("万人", -1)]),
        ("元", None),
        ("元/", None),
        ("/元", None),
        ("元//人", None),
        ("", None),
    ],
)
def test_a_symbol_is_taken_apart(symbol: str, parts: list[tuple[str, int]] | None) -> None:
    assert split(symbol) == parts


def test_parts_are_put_together_with_numerators_first() -> None:
    assert join([("人", -1), ("元", 1), ("月", -1)]) == "元/人·月"
    assert join([("人", 1), ("天", 1)]) == "人·天"


@pytest.mark.parametrize(
    ("symbol", "base", "factor"),
    [
        ("元/月", "元/个月", 1),
        ("元/年", "元/个月", Fraction(1, 12)),
        ("万元/亩", "元/平方米", 15),
        ("微克/立方米", "千克/立方米", Fraction(1, 10**9)),
        ("千克标准煤/万元", "吨标准煤/元", Fraction(1, 10**7)),
        ("吨/日", "千克/秒", Fraction(1000, 86400)),
        ("万吨/年", "千克/个月", Fraction(10**7, 12)),
        ("张/千人", "张/人", Fraction(1, 1000)),
        ("件/万人", "件/人", Fraction(1, 10000)),
        ("公斤/亩", "千克/平方米", Fraction(3, 2000)),
        ("公里/小时", "米/秒", Fraction(5, 18)),
        ("元/人·月", "元/个月·人", 1),
        ("元/月·人", "元/个月·人", 1),
        ("元·亩/公顷", "元", Fraction(1, 15)),
        ("元/万元", "%", Fraction(1, 100)),
        ("亩/公顷", "%", Fraction(20, 3)),
        ("%/%", "%", 100),
        ("个百分点/年", "个百分点/个月", Fraction(1, 12)),
        ("米·米", "米·米", 1),
        ("米·米·米/千米", "米·米", Fraction(1, 1000)),
        ("蒸吨/小时", "蒸吨", 1),
        ("元/蒸吨", "元/蒸吨", 1),
    ],
)
def test_factors_are_exact_and_what_is_alike_cancels(
    symbol: str, base: str, factor: int | Fraction
) -> None:
    unit = Unit(symbol)
    assert (unit.kind.base, unit.factor) == (base, factor)
    assert unit.kind is Unit(base).kind
    assert Unit(base).factor == 1


def test_a_product_and_a_square_are_not_the_named_kind() -> None:
    assert Unit("米·米").kind is not Unit("平方米").kind
    assert Q("5米·米") != Q("5平方米")


def test_compounds_compare_and_convert_like_any_unit() -> None:
    assert Q("1.5万元/亩") == Q("22.5元/平方米")
    assert Q("12元/年") == Q("1元/月")
    assert hash(Q("12元/年")) == hash(Q("1元/月"))
    assert Q("35微克/立方米") < Q("0.04毫克/立方米")
    assert Q("500公斤/亩").to("吨/公顷").is_written_as(Q("7.5吨/公顷"))
    assert Q("3元/人·月") + Q("1元/月·人") == Q("4元/人/月")
    assert Q("25元/万元") == Q("0.25%")


@pytest.mark.parametrize("symbol", ["件/万", "万/人", "元/万%%", "元/米/", "元·"])
def test_a_compound_with_a_part_that_is_no_unit_is_none(symbol: str) -> None:
    assert Catalogue.active().find(symbol) is None


def test_a_compound_of_compounds_is_the_same_compound() -> None:
    with Catalogue("fees") as fees:
        fees.define("地价", "10000 元/亩")
        assert Unit("地价/年").kind is Unit("元/平方米·月").kind
        assert Unit("地价·亩").kind is Unit("元").kind
        assert Q("3地价·亩") == Q("3万元")


def test_the_algebra_needs_no_catalogue() -> None:
    yuan = Unit("元").kind
    assert combine([(yuan, Fraction(10000), 1), (yuan, Fraction(1), -1)]) == (None, Fraction(10000))
