import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.zh.corpus import differences, expected, goal, rows

from govtargets import Bounds, Quantity, ReadError, Transformation
from govtargets.errors import InvalidValueError
from govtargets.zh import Cell, Reading, read_attribute, read_cell, write_cell

CELLS = [row for row in rows("cells.tsv") if not row["value"].startswith("attribute")]
FIGURES = [row for row in CELLS if row["value"] not in {"refuse", "absent"}]
ATTRIBUTES = [row for row in rows("cells.tsv") if "[attribute]" in row["note"]]


def cell_of(row: dict[str, str]) -> Cell:
    return read_cell(row["cell"], unit=row["unit"], row=row["row"], column=row["column"])


def name(row: dict[str, str]) -> str:
    return f"{row['cell']} {row['row']} {row['column']}"


@pytest.mark.parametrize("row", FIGURES, ids=name)
def test_a_cell_is_read_as_expected(row: dict[str, str]) -> None:
    reading = cell_of(row).reading
    assert reading is not None
    assert differences(reading, expected(row["value"], row["extras"])) == []


@pytest.mark.parametrize("row", FIGURES, ids=name)
def test_a_cell_is_written_so_that_it_is_read_back(row: dict[str, str]) -> None:
    place = {"unit": row["unit"], "row": row["row"], "column": row["column"]}
    cell = cell_of(row)
    text = write_cell(cell, **place)
    again = read_cell(text, **place)
    assert again.is_written_as(cell)
    assert write_cell(again, **place) == text


@pytest.mark.parametrize("row", [row for row in CELLS if row["value"] == "absent"], ids=name)
def test_an_empty_cell_has_no_value(row: dict[str, str]) -> None:
    cell = cell_of(row)
    assert (cell.reading, cell.value) == (None, None)
    assert write_cell(cell) == "—"


@pytest.mark.parametrize("row", [row for row in CELLS if row["value"] == "refuse"], ids=name)
def test_a_cell_that_is_not_understood_is_refused_with_its_span(row: dict[str, str]) -> None:
    with pytest.raises(ReadError) as caught:
        cell_of(row)
    error = caught.value
    assert error.text == row["cell"]
    assert 0 <= error.start <= error.end <= len(error.text)
    assert error.expected


@pytest.mark.parametrize("row", ATTRIBUTES, ids=lambda row: row["cell"])
def test_an_attribute_is_binding_or_anticipatory(row: dict[str, str]) -> None:
    if row["value"] == "refuse":
        with pytest.raises(ReadError):
            read_attribute(row["cell"])
    else:
        assert f"attribute {read_attribute(row['cell']).value}" == row["value"]


FALL = {"unit": "%", "row": "单位GDP能源消耗降低"}
RATE = {"unit": "%", "row": "常住人口城镇化率"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("〔13.5〕", FALL),
        ("〔>18〕", FALL),
        ("〔13.5左右〕", FALL),
        ("〔10—15〕", FALL),
        ("〔3.9〕", RATE),
        ("60.6*", RATE),
        (">65", RATE),
        ("<5.5", {"unit": "%", "row": "城镇调查失业率", "column": "年均/累计"}),
        (">6.5%", {"unit": "万亿元", "row": "国内生产总值", "column": "年均增速"}),
        ("1.45左右", {"unit": "万亿斤", "row": "粮食综合生产能力", "column": "2030年"}),
        ("2万家", {"unit": "家", "row": "科技型中小企业数"}),
        ("7以上、力争8", {"unit": "%", "row": "研发经费投入增长", "column": "年均"}),
        ("〔13以上、力争14〕", FALL),
        ("-3", {"unit": "%", "row": "能耗强度", "column": "年均增速"}),
        ("≥-3", {"unit": "%", "row": "能耗强度", "column": "年均增速"}),
        ("近20", RATE),
        ("与GDP增长同步", {"unit": "%", "row": "居民人均可支配收入增长"}),
        ("未设目标", RATE),
        ("与GDP增长基本同步", {"unit": "%", "row": "居民人均可支配收入增长"}),
        ("高于GDP增长", {"unit": "%", "row": "全员劳动生产率增长"}),
        ("保持在合理区间", {"unit": "%", "row": "地区生产总值增长"}),
        ("控制在省定目标以内*", {"unit": "%", "row": "单位GDP能耗降低"}),
        ("保持平稳增长，力争更好", {"unit": "%", "row": "进出口总额增长"}),
        (
            ">7，力争投入强度高于“十三五”时期实际",
            {"unit": "%", "row": "全社会研发经费投入增长", "column": "年均"},
        ),
    ],
)
def test_a_cell_in_the_spelling_of_the_plans_comes_back_to_the_letter(
    text: str, place: dict[str, str]
) -> None:
    assert write_cell(read_cell(text, **place), **place) == text


def test_a_rate_under_yearly_growth_is_its_level_in_every_year() -> None:
    cell = read_cell("<5.5", unit="%", row="城镇调查失业率", column="年均/累计")
    assert cell.reading == Reading(Bounds.below(Quantity("5.5", "%")))
    assert not cell.cumulative


def test_a_heading_that_says_total_alone_needs_no_brackets() -> None:
    cell = read_cell("25", unit="万人", row="城镇新增就业", column="累计")
    assert cell.cumulative
    assert cell.reading == Reading(goal("exact 25 万人"), transformation=Transformation.CUMULATIVE)


def test_a_growth_over_the_plan_stays_per_cent() -> None:
    cell = read_cell("〔40〕", unit="%", row="农业总产值增长")
    assert cell.reading == Reading(goal("exact 40 %"), transformation=Transformation.GROWTH)


def test_points_in_the_cell_are_a_difference() -> None:
    cell = read_cell("3.9个百分点", unit="%", row="常住人口城镇化率")
    assert cell.reading is not None
    assert cell.reading.transformation is Transformation.DIFFERENCE


def test_a_sign_on_a_falling_row_is_asked_about() -> None:
    with pytest.raises(ReadError, match="already names a fall"):
        read_cell("-13.5", unit="%", row="单位GDP能源消耗降低")


def test_words_behind_the_number_are_a_note_unless_they_hold_another_number() -> None:
    cell = read_cell(">7，力争投入强度高于“十三五”时期实际", unit="%", row="研发经费投入增长")
    assert cell.note == "力争投入强度高于“十三五”时期实际"
    with pytest.raises(ReadError):
        read_cell(">7，其中企业8%", unit="%", row="研发经费投入增长")
    with pytest.raises(ReadError):
        read_cell("abc，力争更多", unit="%", row="研发经费投入增长")


def test_a_growth_in_words_on_a_falling_row_keeps_its_own_sign() -> None:
    cell = read_cell("增长7%", unit="%", row="亏损面降低", column="")
    assert cell.reading == Reading(goal("exact 7 %"), transformation=Transformation.GROWTH)
    assert write_cell(cell, unit="%", row="亏损面降低") == "增长7%"


def test_what_no_cell_says_at_a_place_is_not_written_there() -> None:
    cell = Cell(reading=Reading(goal("exact 65 家")))
    with pytest.raises(InvalidValueError, match="cannot stand in the row"):
        write_cell(cell, unit="%", row="城镇化率")


def test_equal_cells_may_be_written_differently() -> None:
    one, two = read_cell("8.0", unit="%"), read_cell("8", unit="%")
    assert one == two
    assert not one.is_written_as(two)


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [*"0123456789.%<>≥≤〔〕[]*—-、，", "左右", "以上", "万", "增长", "力争", "同步"]
        )
    ).map("".join)
)
def test_any_text_is_read_or_refused_and_what_is_read_is_written(text: str) -> None:
    place = {"unit": "%", "row": "城镇化率", "column": "2025年"}
    try:
        cell = read_cell(text, **place)
    except ReadError as error:
        span = (error.start, error.end)
    else:
        assert read_cell(write_cell(cell, **place), **place).is_written_as(cell)
        return
    assert 0 <= span[0] <= span[1] <= len(text)
