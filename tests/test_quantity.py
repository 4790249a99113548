"""One number with its unit: made, written, added, compared; exact, or refused with a reason."""

import copy
import decimal
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from govtargets import (
    Bounds,
    Catalogue,
    GovTargetsError,
    InexactConversionError,
    InvalidValueError,
    Quantity,
    ReadError,
    Unit,
    UnitMismatchError,
    UnknownUnitError,
)

Q = Quantity.parse


class Anything:
    """Says yes to every comparison, so that a quantity has to leave the answer to it."""

    def __eq__(self, other: object) -> bool:
        return True

    def __ge__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1


def test_a_number_may_be_text_an_integer_or_a_decimal_and_a_unit_its_symbol() -> None:
    made = [Quantity("200", "吨"), Quantity(200, "吨"), Quantity(Decimal(200), Unit("吨"))]
    assert all(one.is_written_as(made[0]) for one in made)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("NaN", "'NaN' is not a finite number: leave the value out when it is unknown"),
        ("-Infinity", "'-Infinity' is not a finite number"),
        (Decimal("sNaN"), "'sNaN' is not a finite number"),
        ("abc", "'abc' is not a number: give digits such as '204.8', or use Quantity.parse"),
        ("204.8万", "'204.8万' is not a number"),
        (204.8, "204.8 is a float: give the number as written, as text, int or Decimal"),
        (True, "True is a bool"),
        (None, "None is a NoneType"),
        ("1" * 30, f"{'1' * 30} does not fit decimal128(38, 9), at most 29 digits"),
        ("1E+29", "1E+29 does not fit"),
        ("0.0000000001", "1E-10 does not fit decimal128(38, 9)"),
        ("1.0000000000", "1.0000000000 does not fit decimal128(38, 9)"),
        (10**100, "about 1.00000E+100 does not fit"),
        ("1" * 60, "about 1.11111E+59 does not fit"),
        ("1E+999999999", "1E+999999999 does not fit"),
    ],
)
def test_a_number_that_no_record_may_hold_is_refused_with_the_reason(
    number: Any, reason: str
) -> None:
    with pytest.raises(InvalidValueError) as refused:
        Quantity(number, "吨")
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("8.0", "8.0"),
        ("-8.00", "-8.00"),
        ("+7", "7"),
        ("2E+3", "2000"),
        ("1E-7", "0.0000001"),
        ("-0", "0"),
        ("-0.00", "0.00"),
        ("0E+5", "0"),
        ("9" * 29, "9" * 29),
        ("-" + "9" * 29 + "." + "9" * 9, "-" + "9" * 29 + "." + "9" * 9),
        ("0.000000001", "0.000000001"),
        ("00012.50", "12.50"),
    ],
)
def test_digits_are_kept_as_written_and_powers_of_ten_written_out(given: str, written: str) -> None:
    made = Quantity(given, "吨")
    assert str(made) == f"{written}吨"
    assert made.digits == len(written.partition(".")[2])
    assert made.base == Fraction(Decimal(given)) * 1000
    assert Q(str(made)).is_written_as(made)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("204.8万吨", "204.8", "万吨"),
        (" 204.8 万吨 ", "204.8", "万吨"),
        ("3,310人", "3310", "人"),
        ("1,234,567.5元", "1234567.5", "元"),
        ("３.５％", "3.5", "%"),
        ("3．5%", "3.5", "%"),
        ("12，345人", "12345", "人"),
        ("−3.9%", "-3.9", "%"),
        ("－3.9%", "-3.9", "%"),
        ("3千户", "3000", "户"),
        ("5百万元", "500", "万元"),
        ("2十亿元", "20", "亿元"),
        ("3千瓦", "3", "千瓦"),
        ("3千", "3000", ""),
        ("3万", "3", "万"),
        ("7", "7", ""),
        ("2.5个百分点", "2.5", "个百分点"),
        ("15:1", "15", ":1"),
        ("2/3", "2", "1/3"),
        ("35微克/立方米", "35", "微克/立方米"),
    ],
)
def test_digits_with_a_unit_are_read(text: str, number: str, unit: str) -> None:
    assert Q(text).is_written_as(Quantity(number, unit))
    assert Q(text) is Q(text)


@pytest.mark.parametrize(
    "text", ["", "吨", "吨200", "约200吨", "1.2.3吨", "12,34吨", "1234,567吨", "--3吨", "3千公倾"]
)
def test_text_that_does_not_begin_with_plain_digits_or_has_no_such_unit_is_refused(
    text: str,
) -> None:
    with pytest.raises((ReadError, UnknownUnitError)):
        Q(text)


def test_a_number_that_grows_too_large_by_its_scale_word_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="does not fit"):
        Q(f"{'9' * 28}千户")


def test_read_texts_are_kept_but_not_without_bound() -> None:
    with Catalogue("small") as catalogue:
        for number in range(5000):
            Q(f"{number}吨")
        assert len(catalogue.texts) <= 4096


def test_fractions_are_written_without_a_gap_and_read_back() -> None:
    two_thirds = Quantity(2, "1/3")
    assert str(two_thirds) == "2/3"
    assert two_thirds == Quantity(4, "1/6")
    assert two_thirds < Q("67%")
    assert Q("2/3").is_written_as(two_thirds)


@pytest.mark.parametrize("one", [Q("204.8万吨"), Q("-8.0%"), Q("3元/人·月"), Q("2/3"), Q("7")])
def test_a_quantity_survives_repr_pickle_and_copy(one: Quantity) -> None:
    assert eval(repr(one)).is_written_as(one)  # noqa: S307  the repr is our own
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(one, protocol)).is_written_as(one)  # noqa: S301  the same
    assert copy.copy(one) is one
    assert copy.deepcopy([one])[0] is one


def test_a_quantity_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Q("1吨").magnitude = Decimal(2)  # type: ignore[misc]  # the refusal is the point


def test_a_quantity_is_always_true_also_zero() -> None:
    assert bool(Q("0吨")) is True


def test_physical_equality_and_literal_equality_are_two_things() -> None:
    assert Q("15亩") == Q("1公顷")
    assert hash(Q("15亩")) == hash(Q("1公顷"))
    assert not Q("15亩").is_written_as(Q("1公顷"))
    assert Q("8.0%") == Q("8%")
    assert not Q("8.0%").is_written_as(Q("8%"))
    assert not Q("8%").is_written_as(Q("8个百分点"))


def test_the_same_number_of_different_kinds_is_not_equal_and_not_ordered() -> None:
    assert Q("6万人") != Q("6万户")
    for compare in (Quantity.__lt__, Quantity.__le__, Quantity.__gt__, Quantity.__ge__):
        with pytest.raises(
            UnitMismatchError, match="cannot compare 6万人 with 6万户: 万人 measures"
        ):
            compare(Q("6万人"), Q("6万户"))


def test_order_holds_within_a_kind() -> None:
    small, same, large = Q("15亩"), Q("1公顷"), Q("1平方公里")
    assert small < large
    assert small <= same <= large
    assert large > same
    assert same >= small
    assert not small < same
    assert sorted([large, small]) == [small, large]
    assert max(small, large) is large
    assert min(small, large) is small


def test_what_is_no_quantity_decides_for_itself() -> None:
    assert Q("1吨") == Anything()
    assert Q("1吨") <= Anything()
    assert Q("1吨") != Decimal(1000)
    for compare in (Quantity.__lt__, Quantity.__le__, Quantity.__gt__, Quantity.__ge__):
        assert compare(Q("1吨"), Decimal(1)) is NotImplemented  # type: ignore[type-var]  # the same


def test_what_has_a_unit_but_is_no_quantity_is_not_compared() -> None:
    for other in (Bounds.exact(Q("1吨")), Bounds.exact(Q("1户"))):
        assert Q("1吨") != other
        with pytest.raises(TypeError):
            Q("1吨") < other  # type: ignore[operator]  # noqa: B015  the refusal is the point


def test_a_conversion_is_exact_or_rounded_on_request() -> None:
    assert Q("204.8万吨").to("吨").is_written_as(Q("2048000吨"))
    assert Q("204.8万吨").to("亿斤").is_written_as(Q("40.96亿斤"))
    assert Q("204.8万吨").to("亿斤", places=1).is_written_as(Q("41.0亿斤"))
    assert Q("8.00%").to("%") == Q("8.00%")
    assert Q("8.125%").to(Unit("%"), places=2).is_written_as(Q("8.12%"))
    assert Q("15亩").to("公顷").is_written_as(Q("1公顷"))
    assert Q("1234人").to("人", places=-2).is_written_as(Q("1200人"))


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (lambda: Q("1亩").to("公顷"), "1亩 has no finite decimal in 公顷: give places="),
        (lambda: Q("1吨").to("万亿吨"), "1吨 has too many digits in 万亿吨: 1E-12 does not fit"),
        (lambda: Quantity("9" * 29, "吨").to("克"), "has too many digits in 克"),
        (lambda: Q("2元") / 3, "2元 has no finite decimal in 元"),
        (lambda: Q("1元") / 10**10, "too many digits"),
        (lambda: Q("1亩") - Q("1公顷") * Fraction(1, 2**9) / 2, "too many digits"),
    ],
)
def test_what_has_no_finite_or_fitting_decimal_is_refused(
    made: Callable[[], Any], reason: str
) -> None:
    with pytest.raises(InexactConversionError) as refused:
        made()
    assert reason in str(refused.value)


def test_a_conversion_across_kinds_says_what_each_measures() -> None:
    with pytest.raises(UnitMismatchError) as refused:
        Q("5万千瓦").to("万千瓦时")
    assert "万千瓦 measures power (功率), 万千瓦时 energy (能量)" in str(refused.value)


@pytest.mark.parametrize(
    ("sum_", "written"),
    [
        (lambda: Q("204.8吨") + Q("0.2吨"), "205.0吨"),
        (lambda: Q("1吨") + Q("500斤"), "1.25吨"),
        (lambda: Q("1公顷") - Q("15亩"), "0公顷"),
        (lambda: Q("16亩") - Q("1公顷"), "1亩"),
        (lambda: Q("1公顷") - Q("16亩"), "-1亩"),
        (lambda: Q("8.0%") - Q("7%"), "1.0个百分点"),
        (lambda: Q("5‰") - Q("3‰"), "2个千分点"),
        (lambda: Q("5‱") - Q("3‱"), "2个基点"),
        (lambda: Q("1%") - Q("3‰"), "0.7个百分点"),
        (lambda: Q("6.5%") + Q("0.5个百分点"), "7.0%"),
        (lambda: Q("6.5%") - Q("50个基点"), "6%"),
        (lambda: Q("0.5个百分点") + Q("6.5%"), "7.0%"),
        (lambda: Q("5‰") + Q("0.1个百分点"), "6‰"),
        (lambda: Q("0.5个百分点") - Q("2个百分点"), "-1.5个百分点"),
        (lambda: Q("3位") - Q("5位"), "-2位"),
        (lambda: Q("1番") + Q("1番"), "2番"),
        (lambda: sum([Q("1吨"), Q("2吨")]), "3吨"),
        (lambda: Q("2.50元") * 2, "5.00元"),
        (lambda: 3 * Q("2.50元"), "7.50元"),
        (lambda: Q("2.50元") * Decimal("0.1"), "0.25元"),
        (lambda: Q("3亩") * Fraction(1, 3), "1亩"),
        (lambda: Q("5.0元") / 2, "2.5元"),
        (lambda: Q("5元") / Decimal("0.5"), "10元"),
        (lambda: -Q("2.50元"), "-2.50元"),
        (lambda: -Q("0.0元"), "0.0元"),
        (lambda: abs(Q("-2.50元")), "2.50元"),
        (lambda: Q("8.25%").round("0.1"), "8.2%"),
        (lambda: Q("8.35%").round(Decimal("0.10")), "8.40%"),
        (lambda: Q("1225人").round(50), "1200人"),
        (lambda: Q("1500人").round("1E+3"), "2000人"),
        (lambda: round(Q("2.5吨")), "2吨"),
        (lambda: round(Q("2.345吨"), 2), "2.34吨"),
        (lambda: round(Q("1250吨"), -2), "1200吨"),
        (lambda: Q("323个").counted_as("村"), "323村"),
        (lambda: Q("3.0万个").counted_as("万家"), "3.0万家"),
        (lambda: Q("3.0万个").counted_as(Unit("家")), "30000家"),
    ],
)
def test_arithmetic_is_exact_and_keeps_the_digits_written(
    sum_: Callable[[], Quantity], written: str
) -> None:
    assert str(sum_()) == written
    with decimal.localcontext(prec=2, rounding=decimal.ROUND_UP, Emax=1, Emin=-1) as context:
        context.clear_traps()
        assert str(sum_()) == written
        assert Q("204.8万吨") == Q("2048000吨")


def test_the_users_decimal_context_reaches_nothing() -> None:
    with decimal.localcontext(prec=2, Emax=1, Emin=-1) as context:
        context.traps[decimal.Inexact] = True
        context.traps[decimal.FloatOperation] = True
        assert Quantity("123456.789", "吨").base == Fraction("123456789")
        assert f"{Q('123456.789吨'):,.1}" == "123,456.8吨"
        assert str(Quantity(123456, "吨")) == "123456吨"
        context.clear_traps()
        with pytest.raises(InvalidValueError, match="is not a number"):
            Quantity("abc", "吨")


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (lambda: Q("5%") + Q("6%"), "cannot add 5% and 6%: two rates have no sum"),
        (lambda: Q("3位") + Q("5位"), "two places in a ranking have no sum"),
        (lambda: Q("3位") * 2, "cannot multiply or divide 3位"),
        (lambda: Q("3位") / 2, "cannot multiply or divide 3位"),
        (lambda: Q("6位") / Q("3位"), "cannot multiply or divide 6位"),
        (lambda: Q("1个百分点") - Q("5%"), "% states a rate, 个百分点 how far a rate has moved"),
        (
            lambda: Q("5元") + Q("5美元"),
            "美元 money in US dollar (货币·美元); currencies meet only at",
        ),
        (lambda: Q("5个") - Q("5家"), "counted_as() relabels those that count the same"),
        (lambda: Q("5人") - Q("5人次"), "人 counts people, 人次 how often they came"),
        (lambda: Q("5千瓦") / Q("5千瓦时"), "cannot divide 5千瓦 with 5千瓦时"),
        (lambda: Q("5元") + Q("5元/亩"), "元/平方米 is a rate, 元 an amount"),
        (lambda: Q("5元/亩") < Q("5元/人"), "cannot compare 5元/亩 with 5元/人"),
        (lambda: Q("5") < Q("5个"), "a number without a unit compares with its like only"),
        (lambda: Q("5人").counted_as("家"), "only counting classifiers relabel"),
        (lambda: Q("5吨") < Q("5吨标准煤"), "a tonne of fuel is no tonne of standard coal"),
    ],
)
def test_what_does_not_go_together_is_refused_with_the_way_out(
    made: Callable[[], Any], reason: str
) -> None:
    with pytest.raises(UnitMismatchError) as refused:
        made()
    assert reason in str(refused.value)


def test_quantities_of_one_kind_have_a_ratio() -> None:
    assert Q("1公顷") / Q("1亩") == 15
    assert Q("1元") / Q("3元") == Fraction(1, 3)
    assert Q("6%") / Q("4%") == Fraction(3, 2)
    with pytest.raises(ZeroDivisionError):
        Q("1元") / Q("0元")


@pytest.mark.parametrize("step", ["0", "-1", "NaN", "abc", 0.5])
def test_a_step_to_round_to_is_a_number_above_zero(step: Any) -> None:
    with pytest.raises(InvalidValueError):
        Q("8.25%").round(step)


@pytest.mark.parametrize("other", [1, 0.5, "1吨", None, True, Decimal(1)])
def test_only_quantities_are_added(other: Any) -> None:
    operations: list[Callable[[], Any]] = [
        lambda: Q("1吨") + other,
        lambda: Q("1吨") - other,
        lambda: other + Q("1吨"),
    ]
    for operate in operations:
        with pytest.raises(TypeError):
            operate()


@pytest.mark.parametrize("other", [0.5, "2", None, True])
def test_only_exact_numbers_scale(other: Any) -> None:
    operations: list[Callable[[], Any]] = [
        lambda: Q("1吨") * other,
        lambda: Q("1吨") / other,
        lambda: other * Q("1吨"),
    ]
    for operate in operations:
        with pytest.raises(TypeError):
            operate()


def test_a_product_of_quantities_is_left_to_pint() -> None:
    with pytest.raises(TypeError):
        Q("1吨") * Q("1吨")  # type: ignore[operator]  # the refusal is the point


@pytest.mark.parametrize(
    ("text", "spec", "expected"),
    [
        ("204.8万吨", "", "204.8万吨"),
        ("204.8万吨", "zh", "204.8万吨"),
        ("204.8万吨", "吨", "2048000吨"),
        ("204.8万吨", ",吨", "2,048,000吨"),
        ("204.8万吨", ",.1 亿斤", "41.0亿斤"),
        ("204.8万吨", "zh,.2亿斤", "40.96亿斤"),
        ("204.8万吨", ".0", "205万吨"),
        ("2048000吨", "万", "204.8万吨"),
        ("2048000吨", "auto", "204.8万吨"),
        ("2.3万亿元", "auto", "2.3万亿元"),
        ("80吨", "auto", "80吨"),
        ("6.5%", "auto", "6.5%"),
        ("5个百分点", "auto", "5个百分点"),
        ("3000000000元/亩", "auto", "30亿元/亩"),
        ("2/3", "en", "2/3"),
        ("204.8万吨", "en", "2.048 million t"),
        ("204.8万吨", "en吨", "2,048,000 t"),
        ("204.8万吨", "en 万吨", "204.8 10,000 t"),
        ("204.8万吨", "en,.1 thousand", "2,048.0 thousand t"),
        ("204.8万吨", "million", "2.048百万吨"),
        ("3亿元", "en", "300 million yuan"),
        ("30亿美元", "en", "3 billion US dollars"),
        ("1.5万亿元", "en", "1.5 trillion yuan"),
        ("1.5万元/亩", "en", "15,000 yuan/mu"),
        ("3件/万人", "en", "3 pieces/10,000 persons"),
        ("3元/人·月", "en", "3 yuan/person/month"),
        ("3米·米", "en", "3 米·米"),
        ("6万人", "en", "60,000 persons"),
        ("1人", "en", "1 person"),
        ("-1人", "en", "-1 person"),
        ("1.0人", "en", "1.0 person"),
        ("5万头", "en", "50,000 head of livestock"),
        ("3县(市、区)", "en", "3 counties, cities or districts"),
        ("3所", "en", "3 schools or institutions"),
        ("3箱", "en", "3 boxes"),
        ("3英镑", "en", "3 pounds sterling"),
        ("6.5%", "en", "6.5%"),
        ("2个百分点", "en", "2 percentage points"),
        ("36℃", "en", "36 °C"),
        ("80度", "en", "80 kWh"),
        ("100平方公里", "en", "100 km²"),
        ("100平方千米", "en", "100 km²"),
        ("5吨标准煤", "en", "5 tce"),
        ("5吨二氧化碳", "en", "5 tCO2"),
        ("3年", "en", "3 years"),
        ("7", "en", "7"),
        ("1.2万", "en", "12,000"),
        ("300万", "en", "3 million"),
    ],
)
def test_the_format_specification(text: str, spec: str, expected: str) -> None:
    assert format(Q(text), spec) == expected


@pytest.mark.parametrize(
    ("text", "spec", "error"),
    [
        ("1亩", "公顷", InexactConversionError),
        ("1亩", "吨", UnitMismatchError),
        ("1亩", "公倾", UnknownUnitError),
        ("1亩", "万℃", UnknownUnitError),
        ("1亩", ">10", UnknownUnitError),
        ("1亩", ".x", InvalidValueError),
        ("1亩", "zh 亩 亩", InvalidValueError),
    ],
)
def test_a_format_that_cannot_be_is_refused(
    text: str, spec: str, error: type[GovTargetsError]
) -> None:
    with pytest.raises(error):
        format(Q(text), spec)


def test_a_unit_of_ones_own_is_written_in_english_too() -> None:
    with Catalogue("tea") as tea:
        tea.define("青砖", "2 公斤", en="tea brick")
        tea.define("竹筒")
        assert f"{Q('3万青砖'):en}" == "30,000 tea bricks"
        assert f"{Q('3竹筒'):en}" == "3 竹筒"
