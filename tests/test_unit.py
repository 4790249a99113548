"""Units are found as reports write them, and a symbol that is none teaches the way to one."""

import copy
import pickle
import sys
from fractions import Fraction
from typing import Any

import pytest
from tests.fresh import fresh

import govtargets
from govtargets import Catalogue, InvalidValueError, Kind, Unit, UnknownUnitError, units
from govtargets._teach import kinds


def test_a_unit_tells_all_that_is_known_of_it() -> None:
    mu = Unit("亩")
    assert (mu.symbol, mu.kind.id, mu.factor, mu.en) == ("亩", "area", Fraction(2000, 3), "mu")
    assert mu.grains == 2000
    assert mu.aliases == ("市亩",)
    assert "15 亩 = 1 公顷" in mu.source
    assert Unit("公顷").codes == {"ucum": "har", "rec20": "HAR", "qudt": "HA"}
    assert Unit("公顷").lossy == frozenset()
    assert Unit("人").codes["ucum"] == "{person}"
    assert Unit("人").lossy == {"ucum"}
    assert (str(mu), repr(mu)) == ("亩", "Unit('亩')")


def test_the_codes_of_a_unit_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        Unit("公顷").codes["ucum"] = "x"  # type: ignore[index]  # the refusal is the point


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("㎡", "平方米"),
        ("m²", "平方米"),
        ("ｍ３", "立方米"),
        ("°C", "℃"),
        ("kwh", "千瓦时"),
        ("亿千瓦·时", "亿千瓦时"),
        ("μg/m³", "微克/立方米"),
        ("µg/m3", "微克/立方米"),
        ("微克每立方米", "微克/立方米"),
        ("元 / 人·月", "元/人·月"),
        ("元/(人·月)", "元/人·月"),
        ("元／（人·月）", "元/人·月"),
        ("％", "%"),
        ("：1", ":1"),
        ("套（间）", "套(间)"),
        ("万吨标煤", "万吨标准煤"),
        ("千万人次", "千万人次"),
        ("万", "万"),
        ("", ""),
        ("吨•公里", "吨公里"),
        ("蒸吨/时", "蒸吨/小时"),
        ("件/万人", "件/万人"),
    ],
)
def test_variants_in_writing_are_the_same_unit(written: str, symbol: str) -> None:
    assert Unit(written).symbol == symbol


def test_the_same_symbol_gives_the_same_object() -> None:
    assert Unit("万亩") is Unit("万亩")
    assert Unit("m2") is Unit("平方米")
    assert Catalogue.active().find("万亩") == Unit("万亩")
    assert Unit("万亩") != Unit("亩")
    assert Unit("亩") != "亩"
    assert len({Unit("亩"), Unit("市亩"), Unit("公顷")}) == 2


@pytest.mark.parametrize("symbol", ["亩", "万亩", "元/人·月", "1/3", "人", "万", "元/万元"])
def test_a_unit_and_its_kind_survive_pickle_and_copy(symbol: str) -> None:
    unit = Unit(symbol)
    pickled = pickle.loads(pickle.dumps(unit))  # noqa: S301  our own bytes
    for again in (pickled, copy.copy(unit), copy.deepcopy(unit)):
        assert again is unit
        assert again.kind is unit.kind
    assert pickle.loads(pickle.dumps(unit.kind)) is unit.kind  # noqa: S301  the same


@pytest.mark.parametrize("symbol", ["亩", "万吨", "元/人·月"])
def test_a_unit_can_be_read_from_a_pickle_in_a_fresh_process(symbol: str) -> None:
    data = pickle.dumps(Unit(symbol))
    program = (
        f"import pickle; u = pickle.loads({data!r}); from govtargets import Unit; "
        "print(u.factor, u is Unit(u.symbol), u.kind)"
    )
    assert fresh(program) == f"{Unit(symbol).factor} True {Unit(symbol).kind}"


def test_a_kind_names_itself_in_both_languages() -> None:
    kind = Unit("人").kind
    assert (str(kind), repr(kind)) == ("persons (人口)", "<Kind persons 人口>")
    assert isinstance(kind, Kind)
    assert kind == Unit("名").kind
    assert kind != Unit("户").kind


def test_every_kind_is_stated_in_its_base_unit() -> None:
    for unit in units():
        assert Unit(unit.kind.base).factor == 1
        assert Unit(unit.kind.base).kind is unit.kind
        assert isinstance(unit.grains, int)


def test_the_list_of_units_has_each_once() -> None:
    listed = units()
    assert len(listed) == len({unit.symbol for unit in listed}) == len(set(map(id, listed)))
    assert Unit("万亩") not in listed
    assert [unit.symbol for unit in listed if unit.kind.id == "rank"] == ["位"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("万顿", "万吨"),
        ("公倾", "公顷"),
        ("万母", "万亩"),
        ("亿園", None),
        ("亿园", "亿元"),
        ("百份点", "百分点"),
        ("萬噸", "万吨"),
        ("仟瓦", "千瓦"),
        ("KwH", "千瓦时"),
        ("千瓦小", "千瓦时"),
        ("人茨", "人次"),
        ("标准", "标箱"),
        ("万元/亩地", "万元/亩"),
        ("元/平芳米", "元/平方米"),
        ("万%%", "万%"),
        ("万公斥", "万公斤"),
        ("wan", None),
        ("元/问", "元/间"),
        ("元/???", None),
        ("万???", None),
        ("元/", "元"),
        ("1/0", None),
        ("???", None),
        ("%/百公哇", None),
    ],
)
def test_a_misspelt_unit_names_the_nearest(written: str, meant: str | None) -> None:
    with pytest.raises(UnknownUnitError) as refused:
        Unit(written)
    assert refused.value.symbol == written
    assert refused.value.suggestions[:1] == (() if meant is None else (meant,))
    assert (meant or "govtargets.units()") in str(refused.value)
    assert Catalogue.active().find(written) is None


@pytest.mark.parametrize("symbol", [None, 5, b"\xe5", Unit("吨")])
def test_a_symbol_is_text(symbol: Any) -> None:
    with pytest.raises(InvalidValueError, match="give the symbol of a unit, as in '万吨'"):
        Unit(symbol)


def test_units_that_people_take_for_one_another_are_explained() -> None:
    text = "吨 measures mass (质量), 吨公里 freight traffic (货物周转量)"
    hint = "吨 is what was carried, 吨公里 how far as well"
    assert kinds(Unit("吨"), Unit("吨公里")) == f"{text}; {hint}"
    assert kinds(Unit("亩"), Unit("户")) == "亩 measures area (面积), 户 households (户数)"
    assert kinds(Unit(""), Unit("个")).startswith("a number without a unit measures plain number")
    assert kinds(Unit("吨/年"), Unit("吨")).endswith("千克/个月 is a rate, 千克 an amount")
    assert kinds(Unit("吨"), Unit("吨/年")).endswith("千克/个月 is a rate, 千克 an amount")
    assert kinds(Unit("元/亩"), Unit("元/人")).endswith("money in yuan/persons (货币·元/人口)")


def test_plain_units_load_no_pint() -> None:
    program = (
        "import sys; from govtargets import Quantity as Q; "
        "assert Q.parse('204.8万吨') >= Q.parse('35吨') + Q.parse('1公斤'); "
        "assert format(Q.parse('3元/人·月'), 'en') == '3 yuan/person/month'; "
        "print('pint' in sys.modules, 'difflib' in sys.modules, 'pathlib' in sys.modules)"
    )
    assert fresh(program) == "False False False"


def test_the_public_way_to_units_is_short() -> None:
    assert govtargets.Unit is Unit
    assert sys.modules["govtargets.unit"].__dir__() == sorted(
        ["Catalogue", "Unit", "define", "registry", "units"]
    )
