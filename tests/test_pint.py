"""The catalogue for people who live in pint, and the way there and back."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pint
import pytest
from tests.fresh import fresh

from govtargets import (
    Catalogue,
    InexactConversionError,
    InvalidValueError,
    Quantity,
    Unit,
    registry,
)
from govtargets._pint import Registry, name_of

Q = Quantity.parse


@pytest.fixture
def ureg() -> Registry:
    return registry()


def test_there_is_one_registry_a_catalogue(ureg: Registry) -> None:
    assert registry() is ureg
    with Catalogue("mine") as mine:
        assert registry() is not ureg
        assert registry() is mine.registry


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("204.8万吨", "204.8万吨"),
        ("204.8 万公吨", "204.8万吨"),
        ("35 微克/立方米", "35微克/立方米"),
        ("4 μg/m³", "4微克/立方米"),
        ("3 元/人·月", "3元/人·月"),
        ("3 元每人", "3元/人"),
        ("15%", "15%"),
        ("6万%", "6万%"),
        ("20‰", "20‰"),
        ("2‱", "2‱"),
        ("1:1", "1:1"),
        ("36℃", "36℃"),
        ("36 °C", "36℃"),
        ("3 位(人)", "3位(人)"),
        ("1.5万位（人）", "1.5万位(人)"),
        ("5 蒸吨/小时", "5蒸吨/小时"),
        ("7 ㎡", "7平方米"),
        ("２.５ 亿千瓦·时", "2.5亿千瓦时"),
        ("5 Mbit/s", "5Mbps"),
        ("5 千公里", "5千公里"),
        ("1.2万", "1.2万"),
        ("3 number", "3"),
        ("2 over_3", "21/3"),
    ],
)
def test_text_with_our_units_is_read(ureg: Registry, text: str, shown: str) -> None:
    read = ureg(text)
    assert f"{read}" == str(read) == shown
    assert Quantity.from_pint(read).to_pint() == read


def test_what_pint_reads_does_not_depend_on_what_it_saw(ureg: Registry) -> None:
    for _ in range(2):
        with pytest.raises(pint.UndefinedUnitError):
            ureg("3万万吨")
        with pytest.raises(pint.UndefinedUnitError):
            ureg.Quantity(1, "公倾")
        assert ureg("3千万吨") == ureg("3000万吨")
        assert ureg("3万吨") == ureg("30000吨")


def test_numbers_stay_exact(ureg: Registry) -> None:
    assert ureg("1亩").to("平方米").magnitude == Fraction(2000, 3)
    assert all(ureg.Quantity(15 * n, "亩") == ureg.Quantity(n, "公顷") for n in range(1, 200))
    assert hash(ureg("15 亩")) == hash(ureg("1 公顷"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("万人", "万户"),
        ("万千瓦", "万千瓦时"),
        ("percent", "个百分点"),
        ("元", "美元"),
        ("个", "家"),
    ],
)
def test_kinds_do_not_meet_and_pint_can_say_so(ureg: Registry, one: str, other: str) -> None:
    assert ureg.Quantity(6, one) != ureg.Quantity(6, other)
    with pytest.raises(pint.DimensionalityError) as refused:
        ureg.Quantity(6, one) >= ureg.Quantity(6, other)  # noqa: B015  the refusal is the point
    assert "Cannot convert" in str(refused.value)


def test_nothing_cancels_but_what_is_alike(ureg: Registry) -> None:
    assert str((ureg("6人") / ureg("2户")).to_base_units()) == "3人/户"
    assert str((ureg("6%") * ureg("2吨")).units) == "吨·%" or not ureg("6%").dimensionless
    assert (ureg("6亩") / ureg("2公顷")).to("").magnitude == Fraction(1, 5)


def test_pint_writes_quantities_as_reports_do(ureg: Registry) -> None:
    third = ureg.Quantity(Fraction(1, 3), "元")
    assert str(third) == "1/3元"
    assert f"{third:.2f}" == "0.33元"
    assert f"{third:.2f~P}" == "0.33元"
    assert f"{ureg.Quantity(2, '元'):~P}" == "2元"
    assert str(ureg.Unit("元/亩")) == "元/亩"
    assert str(ureg.Quantity(Fraction(4), "元") ** Fraction(1, 2)) == "2.0元^1/2"
    assert str(ureg.Quantity(Fraction(4), "米") ** 2) == "16米·米"
    assert str(ureg.UnitsContainer({"元": 1})) == "元"


@pytest.mark.parametrize(
    "text",
    [
        "204.8万吨",
        "8.0%",
        "15亩",
        "2/3",
        "7",
        "1.2万",
        "5蒸吨/小时",
        "35微克/立方米",
        "3元/人·月",
        "25元/万元",
        "5米·米",
        "1.5万位(人)",
        "6万%",
        "3.5℃",
        "16县(市、区)",
        "-3个百分点",
        "2.5亿元/平方公里",
    ],
)
def test_there_and_back_is_the_same_quantity(text: str) -> None:
    one = Q(text)
    again = Quantity.from_pint(one.to_pint())
    assert again == one
    assert again.unit == one.unit


def test_pint_does_algebra_and_we_take_the_result(ureg: Registry) -> None:
    price = Q("100万元").to_pint() / Q("50亩").to_pint()
    assert Quantity.from_pint(price).is_written_as(Q("2万元/亩"))
    assert Quantity.from_pint(price * Q("3公顷").to_pint()) == Q("90万元")
    assert Quantity.from_pint(ureg.Quantity(Fraction(1, 2), "")) == Q("50%")
    others: list[Any] = [2, Decimal("2.50")]  # pint's types want a Fraction, its users write these
    whole, decimal = (Quantity.from_pint(ureg.Quantity(number, "吨")) for number in others)
    assert whole.is_written_as(Q("2吨"))
    assert decimal.is_written_as(Q("2.50吨"))


@pytest.mark.parametrize(
    ("make", "error", "reason"),
    [
        (lambda u: u.Quantity(2.5, "吨"), InvalidValueError, "2.5 is a float"),
        (
            lambda u: u.Quantity(Fraction(1, 3), "吨"),
            InexactConversionError,
            "1/3 吨 has no finite decimal",
        ),
        (
            lambda u: u.Quantity(2, "吨") ** Fraction(1, 2),
            InvalidValueError,
            "expected a whole power",
        ),
        (lambda _: 5, InvalidValueError, "int is no quantity of govtargets.registry()"),
        (
            lambda _: pint.UnitRegistry()("5 m"),
            InvalidValueError,
            "another registry may mean something else",
        ),
    ],
)
def test_what_cannot_come_back_is_refused_in_our_words(
    ureg: Registry, make: Any, error: type[Exception], reason: str
) -> None:
    with pytest.raises(error) as refused:
        Quantity.from_pint(make(ureg))
    assert reason in str(refused.value)


def test_units_of_ones_own_are_there_too() -> None:
    with Catalogue("tea") as tea:
        tea.define("青砖", "2 公斤")
        assert registry()("3 青砖").to("公斤").magnitude == 6
        tea.define("盒(茶)", "1/3 青砖", aliases=("茶盒",))
        tea.define("竹篓")
        tea.define("地价", "10000 元/亩")
        ureg = registry()
        assert ureg("3 盒(茶)") == ureg("1 青砖") == ureg("3 茶盒")
        assert ureg("2 竹篓") != ureg("2 个")
        assert ureg("1 地价") == ureg("1 万元/亩")
        assert Quantity.from_pint(Q("3盒(茶)").to_pint()) == Q("1青砖")
        assert Quantity.from_pint(Q("3地价").to_pint()).is_written_as(Q("3地价"))
        mine = Q("2青砖")
    assert Quantity.from_pint(mine.to_pint()).is_written_as(mine)
    with Catalogue("other") as other:
        other.define("青砖", "3 公斤")
        with pytest.raises(InvalidValueError, match="use the registry of the catalogue"):
            mine.to_pint()


def test_a_name_that_pint_cannot_spell_is_made_of_the_symbol() -> None:
    assert [name_of(symbol) for symbol in ("吨", "%", "", "1/3", "县(市、区)", "3D")] == [
        "吨", "percent", "number", "over_3", "县_市_区", "_3D",
    ]  # fmt: skip
    names = [name_of(unit.symbol) for unit in Catalogue.shipped().units()]
    assert len(set(names)) == len(names)
    assert all(map(str.isidentifier, names))


def test_a_pint_quantity_survives_pickle_with_the_registry_as_the_application_s() -> None:
    data = pickle.dumps(Q("204.8万吨").to_pint())
    program = (
        f"import pickle, pint, govtargets as gt; pint.set_application_registry(gt.registry()); "
        f"print(gt.Quantity.from_pint(pickle.loads({data!r})))"
    )
    assert fresh(program) == "204.8万吨"


def test_a_pint_quantity_can_be_copied(ureg: Registry) -> None:
    one = ureg("15 亩")
    assert copy.copy(one) == copy.deepcopy(one) == one


def test_every_unit_is_listed(ureg: Registry) -> None:
    listed = set(ureg)
    assert {name_of(unit.symbol) for unit in Catalogue.active().units()} <= listed
    assert "公倾" not in ureg
    assert ureg.unit_of("万公吨") == Unit("万吨")
