"""An embedder's own units: two lines, in a scope, through files, threads, tasks and processes."""

import asyncio
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest
from tests.fresh import fresh

from govtargets import (
    Catalogue,
    InvalidValueError,
    Quantity,
    Unit,
    UnknownUnitError,
    define,
    units,
)

Q = Quantity.parse


@pytest.fixture
def tea() -> Catalogue:
    made = Catalogue("tea")
    made.define("青砖", "2 公斤", aliases=("砖茶",), en="tea brick", source="house rule")
    made.define("木桶", en="tub")
    return made


def test_a_unit_or_a_classifier_takes_one_line(tea: Catalogue) -> None:
    with tea:
        assert Q("5万青砖") == Q("10万公斤")
        assert Q("3砖茶").unit.symbol == "青砖"
        assert Unit("青砖").source == "house rule"
        assert Unit("木桶").kind.id == "count:木桶"
        assert Q("3元/木桶").unit.kind.zh == "货币·元/个数·木桶"
        assert {"青砖", "木桶"} < {unit.symbol for unit in units()}
    with pytest.raises(UnknownUnitError):
        Unit("青砖")


def test_what_is_known_already_may_be_defined_as_the_same_thing() -> None:
    with Catalogue("again"):
        assert define("万羽", "10000 羽") == Unit("万羽")
        assert define("亩", "1/15 公顷", aliases=["田"]) is Unit("亩")
        assert Unit("田") is Unit("亩")
        assert define("青砖", "2 公斤") is define("青砖", "2000 克")
        assert Q("2万羽") == Q("20000羽")


@pytest.mark.parametrize(
    ("symbol", "equals", "reason"),
    [
        ("亩", "600 平方米", "'亩' already means 2000/3 平方米 of area (面积) in catalogue 'mine'"),
        ("万羽", None, "'万羽' already means 10000 羽"),
        ("人", None, "choose another symbol, or define it in a Catalogue of your own"),
        ("捆", "many 公斤", "cannot define '捆' as 'many 公斤'"),
        ("捆", "0 公斤", "expected a number above zero"),
        ("捆", "2/0 公斤", "expected a number above zero"),
        ("捆", "-2 公斤", "as in '50 羽' or '2000/3 平方米'"),
        ("捆", "2", "expected a number above zero and a unit"),
        ("", "2 公斤", "'' cannot be the name of a unit"),
        ("3捆", "2 公斤", "'3捆' cannot be the name of a unit"),
        ("小 捆", "2 公斤", "expected a word without blanks"),
        ("-捆", "2 公斤", "that does not begin like a number"),
    ],
)
def test_a_definition_that_contradicts_or_says_nothing_is_refused(
    symbol: str, equals: str | None, reason: str
) -> None:
    mine = Catalogue("mine")
    with pytest.raises(InvalidValueError) as refused:
        mine.define(symbol, equals)
    assert reason in str(refused.value)
    assert mine.definitions() == []


def test_an_alias_may_not_contradict_either() -> None:
    with pytest.raises(InvalidValueError, match="'斤' already means"):
        Catalogue("mine").define("捆", "2 公斤", aliases=("斤",))


def test_a_unit_in_an_unknown_unit_is_refused() -> None:
    with pytest.raises(UnknownUnitError):
        Catalogue("mine").define("捆", "2 公金金金")


def test_a_factor_that_does_not_divide_stays_exact() -> None:
    with Catalogue("odd") as odd:
        odd.define("七分亩", "1/7 亩")
        assert isinstance(Unit("七分亩").grains, Fraction)
        assert Q("7七分亩") == Q("1亩")
        assert hash(Q("7七分亩")) == hash(Q("1亩"))
        assert Q("8七分亩") > Q("1亩")
        assert Q("105七分亩").to("公顷").is_written_as(Q("1公顷"))


def test_two_libraries_in_one_process_do_not_fight() -> None:
    one, other = Catalogue("one"), Catalogue("other")
    one.define("捆", "2 公斤")
    other.define("捆", "5 公斤")
    with one:
        mine = Q("1捆")
        with other:
            theirs = Q("1捆")
            assert Q("1捆") == Q("5公斤")
        assert Q("1捆") == Q("2公斤")
    assert mine < theirs
    assert not mine.is_written_as(theirs)


def test_a_scope_may_stand_on_another(tea: Catalogue) -> None:
    shop = Catalogue("shop", tea)
    shop.define("箱茶", "12 青砖")
    assert shop.unit("箱茶").factor == 24
    assert [row["symbol"] for row in shop.definitions()] == ["青砖", "木桶", "箱茶"]
    before = shop.revision
    tea.define("竹篓")
    assert shop.revision == before + 1
    assert shop.unit("竹篓").kind.id == "count:竹篓"


def test_the_shared_catalogue_grows_for_all_but_the_shipped_stays() -> None:
    program = (
        "import govtargets as gt; gt.define('青砖', '2 公斤'); gt.define('木桶'); "
        "print(gt.Quantity.parse('3青砖') == gt.Quantity.parse('6公斤'), "
        "gt.Catalogue('mine').find('青砖'), gt.Catalogue.shipped().find('青砖'), "
        "len(gt.Catalogue.active().definitions()))"
    )
    assert fresh(program) == "True 青砖 None 2"


def test_a_text_read_before_a_definition_is_read_again_after_it() -> None:
    with Catalogue("mine") as mine:
        assert Q("3千户").is_written_as(Quantity(3000, "户"))
        mine.define("千户", "1000 户")
        assert Q("3千户").is_written_as(Quantity(3, "千户"))


def test_definitions_travel_as_plain_rows(tea: Catalogue) -> None:
    rows = tea.definitions()
    assert rows[0] == {
        "symbol": "青砖",
        "equals": "2 公斤",
        "aliases": "砖茶",
        "en": "tea brick",
        "source": "house rule",
    }
    again = Catalogue.from_definitions(rows, name="again")
    assert again.definitions() == rows
    assert again.unit("砖茶") == tea.unit("青砖")
    rows[0]["symbol"] = "x"
    assert tea.definitions()[0]["symbol"] == "青砖"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "tea.csv",
            "symbol,equals,aliases,en,source\n青砖,2 公斤,砖茶；茶砖,tea brick,\n木桶,,,tub,\n",
        ),
        (
            "tea.csv",
            "\ufeffsymbol,equals,aliases,en\n青砖,2 公斤,砖茶;茶砖,tea brick\n木桶,,,tub\n",
        ),
        (
            "tea.toml",
            (
                '"木桶" = {en = "tub"}\n["青砖"]\nequals = "2 公斤"\n'
                'aliases = ["砖茶", "茶砖"]\nen = "tea brick"\n'
            ),
        ),
    ],
)
def test_a_catalogue_file_holds_the_same(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    read = Catalogue.from_file(tmp_path / name)
    assert read.name == "tea"
    assert read.unit("茶砖").factor == 2
    assert read.unit("青砖").en == "tea brick"
    assert read.unit("木桶").kind.en == "count by the tub"
    assert Catalogue.from_file(str(tmp_path / name), parent=read).unit("砖茶") is read.unit("砖茶")


def test_a_catalogue_file_takes_two_lines(tmp_path: Path) -> None:
    (tmp_path / "tea.toml").write_text('"青砖" = "2 公斤"\n"木桶" = ""\n', encoding="utf-8")
    assert len(Catalogue.from_file(tmp_path / "tea.toml").definitions()) == 2


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("tea.txt", "", "tea.txt is no catalogue of units: expected a file that ends"),
        ("tea.toml", "青砖 = 2", "tea.toml is no TOML"),
        (
            "tea.toml",
            '["青砖"]\nweight = "2"',
            "青砖: unknown field 'weight'; expected the fields symbol, equals",
        ),
        ("tea.csv", "symbol,weight\n青砖,2 公斤\n", "tea.csv:2: unknown field 'weight'"),
        ("tea.csv", "symbol,equals\n青砖,2 公斤,more\n", "tea.csv:2: unknown field 'more'"),
        ("tea.csv", "symbol,equals\n木桶,\n,2 公斤\n", "tea.csv:3: no symbol"),
        ("tea.csv", "equals\n2 公斤\n", "tea.csv:2: no symbol"),
        ("tea.csv", "symbol,equals\n亩,2 公斤\n", "'亩' already means"),
    ],
)
def test_a_faulty_catalogue_file_names_the_place(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InvalidValueError) as refused:
        Catalogue.from_file(tmp_path / name)
    assert reason in str(refused.value)


def test_threads_have_scopes_of_their_own(tea: Catalogue) -> None:
    inside, outside = threading.Barrier(8), []

    def work(number: int) -> bool:
        with tea:
            inside.wait(timeout=30)
            found = Q(f"{number}青砖") == Quantity(2 * number, "公斤")
            inside.wait(timeout=30)
        outside.append(Catalogue.active().name)
        return found

    with tea, ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))
    assert set(outside) == {"govtargets"}


def test_tasks_have_scopes_of_their_own() -> None:
    async def weigh(kilograms: int) -> Quantity:
        with Catalogue(f"of {kilograms}") as mine:
            mine.define("捆", f"{kilograms} 公斤")
            await asyncio.sleep(0)
            return Q("1捆").to("公斤")

    async def all_of_them() -> list[Quantity]:
        return await asyncio.gather(*map(weigh, range(1, 20)))

    assert asyncio.run(all_of_them()) == [Quantity(number, "公斤") for number in range(1, 20)]
    assert Catalogue.active().name == "govtargets"


def test_threads_that_meet_a_unit_at_once_get_one_object() -> None:
    shipped = Catalogue.shipped()
    with ThreadPoolExecutor(16) as pool:
        found = set(map(id, pool.map(lambda _: shipped.unit("百亿千瓦时"), range(200))))
    assert len(found) == 1


def test_a_quantity_in_a_unit_of_ones_own_survives_pickle(tea: Catalogue) -> None:
    with tea:
        mine = Q("1.50青砖")
        data = pickle.dumps([mine, Q("3木桶")])
        assert pickle.loads(data)[0].unit is mine.unit  # noqa: S301  our own bytes
    again, tubs = pickle.loads(data)  # noqa: S301  the same
    assert again.is_written_as(mine)
    assert (again.unit.en, again.unit.aliases) == ("tea brick", ("砖茶",))
    assert tubs.unit.kind is tea.unit("木桶").kind
    program = (
        f"import pickle; one, tubs = pickle.loads({data!r}); import govtargets as gt; "
        "print(repr(one), one == gt.Quantity.parse('3.00公斤'), tubs.unit.kind)"
    )
    assert fresh(program) == "Quantity('1.50', '青砖') True count by the tub (个数·木桶)"


def test_a_pickled_unit_keeps_its_meaning_where_the_symbol_means_something_else() -> None:
    with Catalogue("one") as one:
        one.define("捆", "2 公斤")
        data = pickle.dumps(Q("1捆"))
    with Catalogue("other") as other:
        other.define("捆", "5 公斤")
        assert pickle.loads(data) == Q("2公斤")  # noqa: S301  our own bytes


def test_a_catalogue_says_what_it_is(tea: Catalogue) -> None:
    assert repr(tea) == f"<Catalogue 'tea', {len(units()) + 2} units>"
