"""Data sets in every format: suffix or content, packed or not, folders and single files."""

import datetime as dt
import errno
import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import attrs
import pyarrow as pa
import pytest
from hypothesis import given, settings
from pyarrow import dataset as arrow_dataset
from pyarrow import parquet

import govtargets as gt
from govtargets import arrow, files, strategies
from govtargets.errors import InvalidValueError, MissingExtraError, ProblemsError
from govtargets.files import _atomic

FORMATS: list[Any] = ["csv", "jsonl", "parquet", "arrow"]
JIAOZUO = Path(__file__).parents[1] / "examples" / "jiaozuo"
GRAIN = gt.Indicator("own_grain", "自家粮食", direction=gt.Direction.HIGHER)
TARGET = gt.Target(indicator=GRAIN, goal=gt.Quantity("204.80", "万吨"), period=gt.Period.year(2024))


@pytest.fixture(scope="module")
def jiaozuo() -> gt.Dataset:
    return files.read(JIAOZUO)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_folder_holds_three_tables(
    tmp_path: Path, jiaozuo: gt.Dataset, format_: Literal["csv"]
) -> None:
    files.write(jiaozuo, tmp_path / "copy", format=format_)
    assert sorted(path.suffix for path in (tmp_path / "copy").iterdir()) == [f".{format_}"] * 3
    assert files.read(tmp_path / "copy").is_written_as(jiaozuo)


def test_a_workbook_holds_three_tables(tmp_path: Path, jiaozuo: gt.Dataset) -> None:
    files.write(jiaozuo, tmp_path / "copy.xlsx")
    found = files.read(tmp_path / "copy.xlsx")
    assert found.is_written_as(jiaozuo)
    assert found.targets.place(0) == (f"{tmp_path / 'copy.xlsx'}[targets]", 2)


@pytest.mark.parametrize(
    "suffix", [".jsonl", ".ndjson", ".jsonl.gz", ".jsonl.zst", ".parquet", ".arrow", ".feather"]
)
def test_one_file_holds_one_table_and_is_known_by_its_content(tmp_path: Path, suffix: str) -> None:
    data = gt.Dataset([TARGET])
    path = tmp_path / f"targets{suffix}"
    files.write(data, path)
    assert files.read(path).is_written_as(data)
    nameless = tmp_path / "nameless.dat"
    nameless.write_bytes(path.read_bytes())
    assert files.read(nameless).is_written_as(data)


def test_packed_csv_is_known_by_its_content_too(tmp_path: Path) -> None:
    text = (JIAOZUO / "indicators.csv").read_bytes()
    (tmp_path / "named.csv.gz").write_bytes(gzip.compress(text))
    (tmp_path / "nameless").write_bytes(gzip.compress(text))
    (tmp_path / "plain").write_bytes(text)
    for name in ("named.csv.gz", "nameless", "plain"):
        assert len(files.read(tmp_path / name).indicators) > 20


def test_the_same_data_give_the_same_packed_bytes(tmp_path: Path) -> None:
    for name in ("one.jsonl.gz", "two.jsonl.gz"):
        files.write(gt.Dataset([TARGET]), tmp_path / name)
    assert (tmp_path / "one.jsonl.gz").read_bytes() == (tmp_path / "two.jsonl.gz").read_bytes()


def test_a_stream_of_arrow_batches_is_read(tmp_path: Path) -> None:
    table = arrow.encode([TARGET])
    with pa.ipc.new_stream(str(tmp_path / "stream.arrow"), table.schema) as writer:
        writer.write_table(table)
    assert files.read(tmp_path / "stream.arrow").is_written_as(gt.Dataset([TARGET]))


def test_a_partitioned_folder_gives_its_files_the_columns_of_its_names(
    tmp_path: Path, jiaozuo: gt.Dataset
) -> None:
    table = arrow.encode(jiaozuo.targets.items)
    arrow_dataset.write_dataset(
        table,
        tmp_path / "targets",
        format="parquet",
        partitioning=["region", "scope"],
        partitioning_flavor="hive",
    )
    for folder in (tmp_path, tmp_path / "targets"):
        found = files.read(folder)
        assert not found.problems
        assert sorted(map(repr, found.targets)) == sorted(map(repr, jiaozuo.targets))


PARTINGS: list[Any] = ["region", ("period", "transformation"), ["scope"]]


@pytest.mark.parametrize("by", PARTINGS)
def test_a_partitioned_data_set_reads_back_the_same_in_its_order(
    tmp_path: Path, jiaozuo: gt.Dataset, by: Any
) -> None:
    folder = tmp_path / "年度 表格"
    for _ in range(2):
        files.write(jiaozuo, folder, format="parquet", partition_by=by)
    found = files.read(folder)
    assert found.is_written_as(jiaozuo)
    assert not found.problems
    assert {Path(place.path or "").parent.name.partition("=")[0] for place in found.targets.places}


AWKWARD = ["a b", "x/y", "50%", "a=b", "c:d", "焦作", "..", "q?*", "+", "\\", "~", "A.b_c-d"]


def test_partitions_are_named_as_pyarrow_names_them(tmp_path: Path) -> None:
    records = [attrs.evolve(TARGET, scope=scope) for scope in [*AWKWARD, None]]
    files.write(gt.Dataset(records), tmp_path / "ours", format="parquet", partition_by="scope")
    arrow_dataset.write_dataset(
        arrow.encode(records),
        tmp_path / "theirs",
        format="parquet",
        partitioning=["scope"],
        partitioning_flavor="hive",
    )
    ours, theirs = (
        {path.name for path in (tmp_path / name).iterdir()} for name in ("ours/targets", "theirs")
    )
    assert ours == theirs
    assert files.read(tmp_path / "ours").is_written_as(gt.Dataset(records))


def test_other_libraries_read_a_partitioned_table(tmp_path: Path) -> None:
    records = [attrs.evolve(TARGET, scope=scope) for scope in ("x/y", "焦作", "x/y", None)]
    files.write(gt.Dataset(records), tmp_path, format="parquet", partition_by="scope")
    table = arrow_dataset.dataset(tmp_path / "targets", partitioning="hive").to_table()
    found = arrow.decode(table)
    assert not found.problems
    assert sorted(map(repr, found.records)) == sorted(map(repr, records))


@pytest.mark.parametrize("hint", [b"nothing", b"{}", b'["0"]', b"[0]", b"[" * 100_000])
def test_without_the_hint_of_their_order_parts_are_read_one_after_the_other(
    tmp_path: Path, hint: bytes
) -> None:
    records = [attrs.evolve(TARGET, scope=scope) for scope in "bab"]
    files.write(gt.Dataset(records), tmp_path, format="parquet", partition_by="scope")
    path = tmp_path / "targets" / "scope=b" / "part-0.parquet"
    table = parquet.read_table(path, partitioning=None)
    hints = {**(table.schema.metadata or {}), b"govtargets_rows": hint}
    parquet.write_table(table.replace_schema_metadata(hints), path)
    assert [target.scope for target in files.read(tmp_path).targets] == ["a", "b", "b"]


@pytest.mark.parametrize(
    ("path", "arguments", "way"),
    [
        ("t.parquet", {"format": "parquet", "partition_by": "scope"}, "path without suffix"),
        ("t", {"partition_by": "scope"}, 'format="parquet"'),
        ("t", {"format": "parquet", "partition_by": ["magnitude"]}, "expected one of indicator"),
        ("t", {"format": "parquet", "partition_by": ["scope"]}, "part by a shorter column"),
    ],
)
def test_what_cannot_be_parted_is_refused_with_the_way_out(
    tmp_path: Path, path: str, arguments: dict[str, Any], way: str
) -> None:
    data = gt.Dataset([attrs.evolve(TARGET, scope="范围" * 30)])
    with pytest.raises(InvalidValueError, match=way):
        files.write(data, tmp_path / path, **arguments)
    assert not list(tmp_path.rglob("*.parquet"))


def test_a_word_that_means_no_value_in_the_name_of_a_folder_is_refused(tmp_path: Path) -> None:
    data = gt.Dataset([attrs.evolve(TARGET, scope="__HIVE_DEFAULT_PARTITION__")])
    with pytest.raises(ProblemsError, match="would not read back the same"):
        files.write(data, tmp_path / "t", format="parquet", partition_by="scope")


def test_files_that_would_be_read_together_with_the_new_ones_are_named(tmp_path: Path) -> None:
    data = gt.Dataset([attrs.evolve(TARGET, scope=scope) for scope in "ab"])
    files.write(data, tmp_path, format="parquet", partition_by="scope")
    with pytest.raises(InvalidValueError, match=r"holds indicators\.parquet, which would be read"):
        files.write(data, tmp_path)
    with pytest.raises(InvalidValueError, match=r"targets/scope=b/part-0\.parquet"):
        files.write(gt.Dataset(data.targets[:1]), tmp_path, format="parquet", partition_by="scope")
    assert files.read(tmp_path).is_written_as(data)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.parquet", b"PAR1 and no more"),
        ("b.parquet", b""),
        ("c.parquet", b"PAR1" + bytes(32) + b"\x10\0\0\0PAR1"),
        ("a.arrow", b"ARROW1 and no more"),
        ("b.arrow", b"nothing"),
        ("a.xlsx", b"PK\x03\x04 and no more"),
        ("a.csv.gz", b"no archive"),
        ("a.csv.zst", b"no archive"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_one_problem(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    found = files.read(tmp_path / name)
    assert [problem.code for problem in found.problems] == ["unreadable-file"]
    assert found.problems[0].path == str(tmp_path / name)


def test_names_of_columns_that_are_no_text_are_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "targets.arrow"
    files.write(gt.Dataset([TARGET]), path)
    path.write_bytes(path.read_bytes().replace(b"commitment", b"\xffommitment"))
    assert [problem.code for problem in files.read(path).problems] == ["unreadable-file"]


def test_a_folder_without_parts_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "targets" / "scope=a").mkdir(parents=True)
    (tmp_path / "targets" / "scope=a" / "part.csv").write_text("goal\n5%\n", "utf-8")
    assert [problem.code for problem in files.read(tmp_path).problems] == ["empty-file"]


def test_a_broken_part_of_a_folder_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "targets" / "scope=a").mkdir(parents=True)
    (tmp_path / "targets" / "scope=a" / "part.parquet").write_bytes(b"PAR1")
    assert [problem.code for problem in files.read(tmp_path).problems] == ["unreadable-file"]


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'目' * 83}.csv"
    files.write(gt.Dataset(indicators=[GRAIN]), path)
    assert files.read(path).is_written_as(gt.Dataset(indicators=[GRAIN]))


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.csv").mkdir()
    with pytest.raises(OSError, match=r"own\.csv'$"):
        files.write(gt.Dataset(indicators=[GRAIN]), tmp_path / "own.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["own.csv"]


def test_a_folder_that_cannot_be_written_is_named_by_the_file_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: Any) -> tuple[int, str]:
        raise OSError(errno.EACCES, "Permission denied", "a name that nobody knows")

    monkeypatch.setattr(_atomic, "mkstemp", refuse)
    with pytest.raises(PermissionError, match=r"own\.csv") as caught:
        files.write(gt.Dataset(indicators=[GRAIN]), tmp_path / "own.csv")
    assert "nobody knows" not in str(caught.value)
    assert not list(tmp_path.iterdir())


# --- JSON Lines ----------------------------------------------------------------


def lines(path: Path, *rows: str) -> gt.Dataset:
    path.write_text("\n".join(rows), "utf-8")
    return files.read(path)


def test_a_row_of_json_says_what_the_schema_says(tmp_path: Path) -> None:
    files.write(gt.Dataset([TARGET]), tmp_path / "targets.jsonl")
    (row,) = map(json.loads, (tmp_path / "targets.jsonl").read_text("utf-8").splitlines())
    assert row["magnitude"] == "204.8"
    assert (row["digits"], row["period_start"], "note" in row) == (2, "2024-01-01", False)


def test_numbers_in_json_keep_their_digits(tmp_path: Path) -> None:
    days = {"period_kind": "year", "period_start": "2024-01-01", "period_end": "2024-12-31"}
    row = {"indicator": "gdp", **days, "comparator": "exact", "unit": "%"}
    text = json.dumps(row, ensure_ascii=False)[:-1]
    found = lines(tmp_path / "achievements.jsonl", text + ', "magnitude": 5.20, "digits": 2}')
    assert str(found.achievements[0].value) == "5.20%"


def test_a_bad_line_costs_itself_only(tmp_path: Path) -> None:
    found = lines(
        tmp_path / "indicators.jsonl",
        '{"id": "grain", "name": "粮食"}',
        "",
        "{",
        "[1]",
        '{"id": "x", "name": ["y"]}',
        '{"id": "x", "name": NaN}',
        '{"id": "one", "name": true}',
        '{"id": "two", "name": null, "note": 1}',
        '{"name": "没有编号"}',
    )
    assert [one.name for one in found.indicators] == ["粮食", "true"]
    rows = [(problem.code, problem.row) for problem in found.problems if problem.row]
    assert rows[:4] == [("broken-line", row) for row in (3, 4, 5, 6)]
    assert sorted(rows[4:]) == [("invalid-value", 8), ("invalid-value", 9)]
    assert found.indicators.place(1).row == 7


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "x", "name": "\\ud83d"}', "'name' holds half a character"),
        ('{"id": "x", "name": "甲", "\\udc00": "乙"}', "holds half a character"),
        ('{"id": "x", "name": "甲", "name": "乙"}', "'name' is there twice"),
        (f'{{"id": "x", "name": {"[" * 100_000}', "too deep inside each other"),
        ("{}", "no JSON object with something inside"),
    ],
)
def test_a_line_that_json_cannot_mean_is_a_problem(tmp_path: Path, line: str, why: str) -> None:
    found = lines(tmp_path / "indicators.jsonl", '{"id": "a", "name": "粮\\u98df"}', line)
    assert [one.name for one in found.indicators] == ["粮食"]
    (problem,) = found.problems
    assert (problem.code, problem.row) == ("broken-line", 2)
    assert why in problem.message


def test_a_line_that_is_no_utf_8_is_a_problem(tmp_path: Path) -> None:
    good, bad = ('{"id": "a", "name": "粮食"}\n'.encode(), b'{"id": "b", "name": "\xff\xff"}\n')
    (tmp_path / "indicators.jsonl").write_bytes(good + bad)
    found = files.read(tmp_path / "indicators.jsonl")
    assert [one.name for one in found.indicators] == ["粮食"]
    assert [(each.code, each.row) for each in found.problems] == [("mixed-encoding", 2)]


def test_a_table_without_rows_is_no_problem(tmp_path: Path) -> None:
    files.write(gt.Dataset([TARGET]), tmp_path, format="jsonl")
    assert (tmp_path / "achievements.jsonl").read_bytes() == b""
    assert files.read(tmp_path).problems == ()


@pytest.mark.parametrize(
    ("text", "codes"), [("", ["empty-file"]), ("\ufeff\n", ["byte-order-mark", "empty-file"])]
)
def test_a_file_without_rows_or_a_name_is_empty(
    tmp_path: Path, text: str, codes: list[str]
) -> None:
    found = lines(tmp_path / "some.jsonl", text)
    assert [problem.code for problem in found.problems] == codes


def test_a_lost_indicator_is_named_where_it_is_missed(tmp_path: Path) -> None:
    (tmp_path / "indicators.jsonl").write_text('{"id": "x", "name": " "}\n', "utf-8")
    (tmp_path / "targets.csv").write_text("indicator,period,goal\nx,2024年,5%\n", "utf-8")
    messages = [problem.message for problem in files.read(tmp_path).problems]
    assert any("was left out in" in message for message in messages)


# --- Excel ---------------------------------------------------------------------


def workbook(path: Path, *rows: list[Any]) -> gt.Dataset:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.create_sheet("empty")
    book.save(path)
    return files.read(path)


def test_dates_and_whole_numbers_of_a_workbook_are_read(tmp_path: Path) -> None:
    header = ["indicator", "period", "goal", "document", "date", None]
    row = ["gdp", 2024, "5.5%左右", "报告", dt.date(2024, 1, 5)]
    later = [*row[:4], dt.datetime(2024, 1, 6, tzinfo=None)]  # noqa: DTZ001  Excel knows no zones
    found = workbook(tmp_path / "a.xlsx", header, [], row, later)
    assert str(found.targets[1].source).endswith("2024-01-06")
    assert str(found.targets[0]) == "2024年 地区生产总值 5.5%左右"
    assert found.targets.place(0).row == 3


@pytest.mark.parametrize("value", [0.055, True, dt.datetime(2024, 1, 5, 12)])  # noqa: DTZ001  Excel knows no zones
def test_a_number_cell_has_lost_its_digits(tmp_path: Path, value: Any) -> None:
    header = ["indicator", "period", "goal"]
    found = workbook(tmp_path / "a.xlsx", header, ["gdp", "2024年", value], ["gdp", "2024年", "5%"])
    assert [(problem.code, problem.row) for problem in found.problems] == [("not-text", 2)]
    assert len(found.targets) == 1


def test_a_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    data = gt.Dataset(indicators=[gt.Indicator("x", "=1+1", definition="@a")])
    files.write(data, tmp_path / "a.xlsx")
    assert files.read(tmp_path / "a.xlsx").is_written_as(data)


def test_what_no_workbook_can_hold_is_refused(tmp_path: Path) -> None:
    data = gt.Dataset(indicators=[gt.Indicator("x", "a\x01b")])
    with pytest.raises(InvalidValueError, match="control character"):
        files.write(data, tmp_path / "a.xlsx")
    long = gt.Dataset(indicators=[gt.Indicator("x", "长" * 40000)])
    with pytest.raises(ProblemsError, match="would not read back"):
        files.write(long, tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())


def test_an_empty_workbook_is_one_problem(tmp_path: Path) -> None:
    found = workbook(tmp_path / "a.xlsx")
    assert [problem.code for problem in found.problems] == ["empty-file"]


@pytest.mark.parametrize("library", ["python_calamine", "openpyxl"])
def test_a_missing_library_names_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04")
    use = {
        "openpyxl": lambda: files.write(gt.Dataset([TARGET]), tmp_path / "a.xlsx"),
        "python_calamine": lambda: files.read(tmp_path / "b.xlsx"),
    }[library]
    with pytest.raises(MissingExtraError, match=r"govtargets\[xlsx\]"):
        use()


# --- writing -------------------------------------------------------------------


def test_a_killed_process_leaves_the_old_table_whole(tmp_path: Path) -> None:
    path = tmp_path / "targets.parquet"
    files.write(gt.Dataset([TARGET]), path)
    before = path.read_bytes()
    program = f"""
import os, sys
from govtargets import files
import govtargets as gt
os.fsync = lambda handle: os.kill(os.getpid(), 9)
data = files.read({str(path)!r})
files.write(data + data, {str(path)!r})
"""
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == -9, done.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize("format_", ["jsonl", "parquet", "arrow"])
@settings(max_examples=15)  # law 4 and law 8 run with every example
@given(data=strategies.datasets())
def test_whatever_a_data_set_holds_comes_back(
    tmp_path_factory: pytest.TempPathFactory, format_: Literal["parquet"], data: gt.Dataset
) -> None:
    folder = tmp_path_factory.mktemp("set") / "copy"
    files.write(data, folder, format=format_)
    assert files.read(folder).is_written_as(data)


def test_a_folder_in_no_known_format_is_refused(tmp_path: Path) -> None:
    doc: Any = "doc"
    with pytest.raises(InvalidValueError, match="of no known format"):
        files.write(gt.Dataset([TARGET]), tmp_path / "copy", format=doc)


@pytest.mark.parametrize("name", ["targets.parquet", "targets.jsonl.gz"])
def test_one_file_of_records_loses_no_indicator(tmp_path: Path, name: str) -> None:
    other = gt.Indicator("gdp", "地区生产总值")
    with pytest.raises(InvalidValueError, match=r"1 indicators that none of its targets has.* gdp"):
        files.write(gt.Dataset([TARGET], indicators=[GRAIN, other]), tmp_path / name)
    renamed = attrs.evolve(GRAIN, name="粮食")
    with pytest.raises(InvalidValueError, match="write to a folder"):
        files.write(gt.Dataset([TARGET], indicators=[renamed]), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "indicator", [GRAIN, gt.Indicator("gdp", "地区生产总值", name_en="Our own")]
)
def test_an_indicator_that_has_no_table_is_told_with_the_way_out(
    tmp_path: Path, indicator: gt.Indicator
) -> None:
    data = gt.Dataset([attrs.evolve(TARGET, indicator=indicator)])
    with pytest.raises(ProblemsError, match=r"belongs into a table of its own.* to a folder"):
        files.write(data, tmp_path / "targets.csv")
    files.write(data, tmp_path)
    assert files.read(tmp_path).is_written_as(data)


def test_permissions_of_a_written_table_are_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "targets.parquet"
    files.write(gt.Dataset([TARGET]), path)
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_path_with_the_suffix_of_no_known_format_is_refused(tmp_path: Path) -> None:
    data = gt.Dataset([TARGET])
    for name in ("t.pdf", "t.xls"):
        with pytest.raises(InvalidValueError, match=rf"{name} is of no known format: expected a f"):
            files.write(data, tmp_path / name)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "v1.2").mkdir()
    files.write(data, tmp_path / "v1.2")
    assert len(files.read(tmp_path / "v1.2").targets) == 1


def test_the_columns_of_parts_are_checked_before_any_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("govtargets.files.encoded")
    with pytest.raises(InvalidValueError, match="cannot part by 'nocol': expected one of"):
        files.write(gt.Dataset(), tmp_path / "t", format="parquet", partition_by="nocol")
