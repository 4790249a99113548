import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import attrs
import pytest

import govtargets as gt
from govtargets import files
from govtargets.errors import InvalidValueError, Problem, ProblemsError, Severity

ROOT = Path(__file__).parents[1]
INDICATORS = """\
id,name,direction,unit,transformation
grain,粮食产量,higher,万吨,level
jobs,城镇新增就业,higher,万人,level
gdp,地区生产总值,higher,%,growth
"""
TARGETS = """\
indicator,region,region_code,period,transformation,goal,note
grain,焦作市,410800,2023年,level,200万吨左右,
jobs,焦作市,410800,2023年,level,6万人以上,"two lines
of a note"
gdp,焦作市,410800,2023年,growth,7%,
"""


def folder(
    path: Path, targets: str | bytes = TARGETS, indicators: str | bytes = INDICATORS
) -> Path:
    for name, text in (("targets.csv", targets), ("indicators.csv", indicators)):
        data = text.encode() if isinstance(text, str) else text
        (path / name).write_bytes(data)
    return path


def told(problem: Problem) -> tuple[str, str, int | None, str | None, str | None]:
    assert problem.path is not None
    assert problem.message
    assert problem.hint
    return (
        problem.code,
        Path(problem.path).name,
        problem.row,
        problem.column,
        problem.value,
    )


def goals(data: gt.Dataset) -> list[str]:
    return [str(target.goal) for target in data.targets]


def test_a_folder_of_three_tables_is_one_data_set() -> None:
    data = files.read(ROOT / "examples" / "jiaozuo")
    assert (len(data.targets), len(data.achievements), len(data.indicators)) == (86, 33, 90)
    assert data.problems == ()
    assert data.targets.place(1).row == 3


def test_a_row_is_counted_as_an_editor_counts_lines(tmp_path: Path) -> None:
    data = files.read(folder(tmp_path))
    assert [place.row for place in data.targets.places] == [2, 3, 5]


YEAR = "410800,2023年,growth"
# One fault each: what is replaced by what, then code, row, column and value of the one problem.
FAULTS = {
    "misspelt unit": ("200万吨左右", "200万顿左右", "unknown-unit", 2, "goal", "200万顿左右"),
    "full-width digits": ("6万人", "６万人", "full-width-digits", 3, "goal", "６万人以上"),
    "full-width period": (
        YEAR, "410800,２０２３年,growth", "full-width-digits", 5, "period", "２０２３年",
    ),
    "impossible month": (
        YEAR, "410800,2023年13月,growth", "invalid-period", 5, "period", "2023年13月",
    ),
    "no period": (YEAR, "410800,明年,growth", "invalid-period", 5, "period", "明年"),
    "unknown indicator": ("gdp,焦", "gdpp,焦", "unknown-indicator", 5, "indicator", "gdpp"),
    "bad word": ("level,6", "levels,6", "unknown-word", 3, "transformation", "levels"),
    "bad word, nothing near": ("level,6", "总量,6", "unknown-word", 3, "transformation", "总量"),
    "no value": ("7%", "", "missing-value", 5, "goal", None),
    "an unheard-of unit": ("7%", "7咕噜噜", "unreadable-value", 5, "goal", "7咕噜噜"),
    "words for a value": ("7%", "大约就这样吧", "unreadable-value", 5, "goal", "大约就这样吧"),
    "more than a value": ("6万人", "确保6万人", "cell-says-more", 3, "goal", "确保6万人以上"),
    "contradiction": (
        "level,6万人以上", "level,增长6%以上", "cell-says-more", 3, "goal", "增长6%以上",
    ),
    "bad region code": (YEAR, "4108,2023年,growth", "invalid-region", 5, "region_code", "4108"),
    "region code alone": ("gdp,焦作市", "gdp,", "incomplete-region", 5, "region_code", "410800"),
    "too few cells": ("gdp,焦作市,", "gdp,", "ragged-row", 5, None, None),
    "too many cells": ("7%,", "7%,,", "ragged-row", 5, None, None),
    "unclosed quote": ("gdp,焦", 'gdp,"焦', "broken-quotes", 5, None, None),
    "text after a quote": ("gdp,焦作市", 'gdp,"焦作"市', "broken-quotes", 5, None, None),
    "NUL": ("7%", "7\0%", "nul-character", 5, None, None),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_one_problem_and_the_other_rows_are_there(name: str, tmp_path: Path) -> None:
    old, new, *expected = FAULTS[name]
    assert TARGETS.count(str(old)) == 1
    data = files.read(folder(tmp_path, TARGETS.replace(str(old), str(new))))
    (problem,) = data.problems
    code, row, column, value = expected
    assert told(problem) == (code, "targets.csv", row, column, value)
    assert problem.severity is Severity.ERROR
    assert len(data.targets) == 2


def test_the_hint_of_full_width_digits_is_the_right_spelling(tmp_path: Path) -> None:
    (problem,) = files.read(folder(tmp_path, TARGETS.replace("7%", "７．５％"))).problems
    assert (problem.code, problem.hint) == ("full-width-digits", "write 7.5%")


def test_a_chinese_term_is_told_the_word_that_tables_hold(tmp_path: Path) -> None:
    (problem,) = files.read(folder(tmp_path, TARGETS.replace("level,6", "总量,6"))).problems
    assert (problem.message, problem.hint) == ("'总量' is no transformation", "write level")


def test_an_unclosed_quote_costs_its_own_row_only(tmp_path: Path) -> None:
    text = TARGETS.replace("grain,焦", 'grain,"焦')
    data = files.read(folder(tmp_path, text))
    assert [problem.row for problem in data.problems] == [2]
    assert goals(data) == ["6万人以上", "7%"]


def test_a_byte_order_mark_is_told_and_left_out(tmp_path: Path) -> None:
    data = files.read(folder(tmp_path, b"\xef\xbb\xbf" + TARGETS.encode()))
    (problem,) = data.problems
    assert told(problem) == ("byte-order-mark", "targets.csv", None, None, None)
    assert (problem.severity, len(data.targets)) == (Severity.WARNING, 3)


def test_a_whole_file_in_gb18030_is_told_and_read(tmp_path: Path) -> None:
    data = files.read(folder(tmp_path, TARGETS.encode("gb18030")))
    (problem,) = data.problems
    assert told(problem) == ("gb18030", "targets.csv", None, None, None)
    assert (problem.severity, goals(data)) == (Severity.WARNING, ["200万吨左右", "6万人以上", "7%"])


def test_a_row_in_another_encoding_is_one_problem(tmp_path: Path) -> None:
    *first, last = TARGETS.splitlines(keepends=True)
    data = files.read(folder(tmp_path, "".join(first).encode() + last.encode("gb18030")))
    (problem,) = data.problems
    assert told(problem) == ("mixed-encoding", "targets.csv", 5, None, None)
    assert len(data.targets) == 2


def test_bytes_that_are_no_text_at_all_leave_no_header(tmp_path: Path) -> None:
    data = files.read(folder(tmp_path, b"\xff\x81\x20\xff\n\xff\n"))
    (problem,) = data.problems
    assert told(problem) == ("unreadable-header", "targets.csv", 1, None, None)


def test_a_broken_header_is_one_problem(tmp_path: Path) -> None:
    (problem,) = files.read(folder(tmp_path, '"indicator\n')).problems
    assert told(problem) == ("unreadable-header", "targets.csv", 1, None, None)


@pytest.mark.parametrize(
    "start",
    [b"\xff\xfe", b"\xfe\xff", b"PK\3\4", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"PAR1", b"ARROW1"],
)
def test_another_format_is_named(start: bytes, tmp_path: Path) -> None:
    (problem,) = files.read(folder(tmp_path, start + b"rest")).problems
    assert told(problem) == ("not-text", "targets.csv", None, None, None)


@pytest.mark.parametrize("text", ["", "\n\n", "\r\n"])
def test_an_empty_file_is_one_problem(text: str, tmp_path: Path) -> None:
    data = files.read(folder(tmp_path, text))
    (problem,) = data.problems
    assert told(problem) == ("empty-file", "targets.csv", None, None, None)
    assert len(data.indicators) == 3


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    data = files.read(folder(tmp_path, TARGETS.splitlines()[0]))
    assert (data.problems, len(data.targets)) == ((), 0)


def test_rows_without_any_text_are_no_rows(tmp_path: Path) -> None:
    data = files.read(folder(tmp_path, TARGETS + ",,,,,,\n\n"))
    assert (data.problems, len(data.targets)) == ((), 3)


def test_a_missing_column_is_one_problem(tmp_path: Path) -> None:
    text = "indicator,goal\ngrain,200万吨\n"
    (problem,) = files.read(folder(tmp_path, text)).problems
    assert told(problem) == ("missing-column", "targets.csv", 1, "period", None)
    assert "1 rows are left out" in problem.message
    (problem,) = files.read(folder(tmp_path, f"{text},\n,\n")).problems
    assert "1 rows are left out" in problem.message


def test_a_misspelt_column_is_told_as_the_missing_one(tmp_path: Path) -> None:
    (problem,) = files.read(folder(tmp_path, TARGETS.replace("goal", "gaol"))).problems
    assert told(problem) == ("missing-column", "targets.csv", 1, "goal", None)
    assert problem.hint == "rename the column 'gaol'"


def test_an_unknown_column_is_a_warning(tmp_path: Path) -> None:
    data = files.read(folder(tmp_path, TARGETS.replace("note", "nota")))
    (problem,) = data.problems
    assert told(problem) == ("unknown-column", "targets.csv", 1, "nota", None)
    assert (problem.severity, problem.hint) == (Severity.WARNING, "did you mean note?")
    assert len(data.targets) == 3


def test_a_column_that_is_there_twice_is_one_problem(tmp_path: Path) -> None:
    (problem,) = files.read(folder(tmp_path, TARGETS.replace("region_code", "region"))).problems
    assert told(problem) == ("duplicate-column", "targets.csv", 1, "region", None)


def test_a_file_of_no_table_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,age\nx,1\n", "utf-8")
    (problem,) = files.read(path).problems
    assert told(problem) == ("unknown-table", "people.csv", 1, None, None)


def test_columns_separated_by_something_else_are_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("indicator;period;goal\n", "utf-8")
    (problem,) = files.read(path).problems
    assert problem.hint.startswith("separate the columns by commas")


@pytest.mark.parametrize("mark", ["\t", ";", "，"])
def test_so_are_they_where_the_name_tells_the_table(mark: str, tmp_path: Path) -> None:
    text = "indicator,period,goal\ngrain,2023年,200万吨\n".replace(",", mark)
    (problem,) = files.read(folder(tmp_path, text)).problems
    assert told(problem) == ("unknown-table", "targets.csv", 1, None, None)
    assert problem.hint.startswith("separate the columns by commas")


def test_a_bad_indicator_is_told_at_its_row_and_where_it_is_used(tmp_path: Path) -> None:
    data = files.read(folder(tmp_path, indicators=INDICATORS.replace("万吨", "万顿")))
    own, used = data.problems
    assert told(own) == ("unknown-unit", "indicators.csv", 2, "unit", "万顿")
    assert told(used) == ("unknown-indicator", "targets.csv", 2, "indicator", "grain")
    assert "indicators.csv:2" in used.message
    assert len(data.targets) == 2


def test_an_id_that_stands_twice_is_one_problem(tmp_path: Path) -> None:
    data = files.read(folder(tmp_path, indicators=INDICATORS + "gdp,GDP,,,\n"))
    (problem,) = data.problems
    assert told(problem) == ("repeated-id", "indicators.csv", 5, "id", "gdp")
    assert len(data.targets) == 3


def test_an_indicator_is_found_by_name_and_alias_too(tmp_path: Path) -> None:
    indicators = "id,name,aliases\ngrain,粮食产量,粮食总产；总产\njobs,就业,\ngdp,GDP,总产\n"
    text = TARGETS.replace("grain", "粮食总产").replace("gdp", "总产")
    data = files.read(folder(tmp_path, text, indicators))
    (problem,) = data.problems
    assert told(problem) == ("ambiguous-indicator", "targets.csv", 5, "indicator", "总产")
    assert [target.indicator.id for target in data.targets] == ["grain", "jobs"]


def test_without_a_table_of_indicators_the_common_catalogue_stands_in(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(
        "indicator,period,goal\n城镇新增就业,2024年,6万人以上\n无此物,2024年,1个\n", "utf-8"
    )
    data = files.read(path)
    assert [target.indicator.id for target in data.targets] == ["urban_jobs"]
    (problem,) = data.problems
    assert told(problem) == ("unknown-indicator", "plan.csv", 3, "indicator", "无此物")
    assert problem.hint == "add it to indicators.csv"


def test_loose_files_together_are_one_data_set() -> None:
    jiaozuo = ROOT / "examples" / "jiaozuo"
    names = ("targets.csv", "achievements.csv", "indicators.csv")
    data = files.read(*(jiaozuo / name for name in names))
    assert data.is_written_as(files.read(jiaozuo))


SOURCE_FAULTS = {
    "invalid-date": ("文件,,2024-1-31,,,", "date", "2024-1-31"),
    "invalid-position": ("文件,,,一二,零,2", "start", "零"),
    "invalid-source": ("文件,,,一二,1,2", "document", "文件"),
    "missing-document": (",发布者,,,,", "publisher", "发布者"),
}


@pytest.mark.parametrize("code", SOURCE_FAULTS)
def test_a_fault_of_a_source_is_one_problem(code: str, tmp_path: Path) -> None:
    cells, column, value = SOURCE_FAULTS[code]
    header = "indicator,period,goal,document,publisher,date,quote,start,end"
    (problem,) = files.read(folder(tmp_path, f"{header}\ngdp,2023年,7%,{cells}\n")).problems
    assert told(problem) == (code, "targets.csv", 2, column, value)


def test_a_result_needs_a_number(tmp_path: Path) -> None:
    folder(tmp_path)
    text = "indicator,period,value\ngdp,2023年,平稳增长\n"
    (tmp_path / "achievements.csv").write_text(text, "utf-8")
    (problem,) = files.read(tmp_path).problems
    assert told(problem) == ("not-a-number", "achievements.csv", 2, "value", "平稳增长")


def test_a_record_that_cannot_be_is_one_problem(tmp_path: Path) -> None:
    indicators = INDICATORS + " ,空白,,,\n"
    (problem,) = files.read(folder(tmp_path, indicators=indicators)).problems
    assert told_without_hint(problem) == ("invalid-record", "indicators.csv", 5, None)


def told_without_hint(problem: Problem) -> tuple[str, str, int | None, str | None]:
    assert problem.path is not None
    return problem.code, Path(problem.path).name, problem.row, problem.column


def test_a_path_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        files.read(tmp_path / "nowhere")


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "targets.doc"
    path.write_text("", "utf-8")
    with pytest.raises(InvalidValueError, match="of no known format"):
        files.read(path)


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="holds no table"):
        files.read(tmp_path)


# --- writing ---------------------------------------------------------------------


def made(**fields: object) -> gt.Target:
    values = {
        "indicator": gt.Indicator("gdp", "GDP"),
        "goal": gt.Quantity("7.0", "%"),
        "period": gt.Period.year(2024),
    }
    return gt.Target(**{**values, **fields})  # type: ignore[arg-type]  # any field on purpose


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    for name in ("jiaozuo", "national"):
        data = files.read(ROOT / "examples" / name)
        files.write(data, tmp_path / name)
        assert files.read(tmp_path / name).is_written_as(data)


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    files.write(files.read(ROOT / "examples" / "jiaozuo"), tmp_path / "one")
    files.write(files.read(tmp_path / "one"), tmp_path / "two")
    for name in ("indicators.csv", "targets.csv", "achievements.csv"):
        data = (tmp_path / "one" / name).read_bytes()
        assert data == (tmp_path / "two" / name).read_bytes()
        assert data.isascii() or not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data


def test_rare_columns_are_written_only_where_a_record_needs_them(tmp_path: Path) -> None:
    source = gt.Source(document="报告", date=date(2024, 1, 31), quote="增长7", start=3, end=6)
    region = gt.Region("焦作市", "410800", edition="2023-01-01")
    data = gt.Dataset([made(source=source, region=region, note='a "b",\nc')])
    files.write(data, tmp_path)
    header = (tmp_path / "targets.csv").read_text("utf-8").splitlines()[0]
    assert header.endswith(",note,region_edition,start,end")
    assert files.read(tmp_path).is_written_as(data)


def test_aliases_are_kept_one_by_one(tmp_path: Path) -> None:
    indicator = gt.Indicator("gdp", "GDP", aliases=("a;b", "c\\d", "e"))
    data = gt.Dataset([made(indicator=indicator)])
    files.write(data, tmp_path)
    assert files.read(tmp_path).targets[0].indicator.aliases == ("a;b", "c\\d", "e")


UNWRITABLE: dict[str, gt.Target] = {
    "NUL": made(note="a\0b"),
    "lone surrogate": made(note="a\ud800b"),
    "two regions deep": made(region=gt.Region("焦作市", parent=gt.Region("河南省"))),
}


@pytest.mark.parametrize("name", UNWRITABLE)
def test_what_csv_cannot_hold_is_refused_and_nothing_changes(name: str, tmp_path: Path) -> None:
    files.write(gt.Dataset([made()]), tmp_path)
    before = contents(tmp_path.iterdir())
    with pytest.raises(ProblemsError) as caught:
        files.write(gt.Dataset([made(), UNWRITABLE[name]]), tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("not-writable", "targets[1]")
    assert contents(tmp_path.iterdir()) == before


def contents(paths: Iterable[Path]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in paths}


def test_two_indicators_of_one_id_are_refused(tmp_path: Path) -> None:
    other = gt.Indicator("gdp", "国内生产总值")
    with pytest.raises(ProblemsError, match="would not read back"):
        files.write(gt.Dataset([made(), made(indicator=other)]), tmp_path)


def test_one_file_holds_one_table(tmp_path: Path) -> None:
    jobs = next(one for one in gt.indicators() if one.id == "urban_jobs")
    target = made(indicator=jobs, goal=gt.Quantity("6", "万人"))
    files.write(gt.Dataset([target]), tmp_path / "plan.csv")
    assert files.read(tmp_path / "plan.csv").targets[0].is_written_as(target)
    files.write(gt.Dataset(indicators=[jobs]), tmp_path / "list.csv")
    assert files.read(tmp_path / "list.csv").indicators[0].is_written_as(jobs)
    result = gt.Achievement(indicator=jobs, value=gt.Quantity("6", "万人"), period=target.period)
    with pytest.raises(InvalidValueError, match="one file holds one table"):
        files.write(gt.Dataset([target], [result]), tmp_path / "both.csv")


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    data = gt.Dataset([made()])
    files.write(data, tmp_path)
    (tmp_path / "targets.csv").chmod(0o600)
    files.write(data, tmp_path)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    mask = os.umask(0)
    os.umask(mask)
    usual = 0o666 & ~mask
    assert modes == {"targets.csv": 0o600, "achievements.csv": usual, "indicators.csv": usual}


def test_a_failed_write_leaves_the_old_files_and_no_others(tmp_path: Path) -> None:
    files.write(gt.Dataset([made()]), tmp_path)
    (tmp_path / "targets.csv").unlink()
    (tmp_path / "targets.csv").mkdir()
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(OSError, match=r"targets\.csv"):
        files.write(gt.Dataset([made(note="new")]), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


KILLED = """
import os, sys
import govtargets as gt
from govtargets import files
from govtargets.files import _atomic
calls = []
def stop(*arguments):
    calls.append(arguments)
    if len(calls) == 2:
        os.kill(os.getpid(), 9)
    return real(*arguments)
real = os.fsync
os.fsync = stop
data = files.read(sys.argv[1])
files.write(data, sys.argv[2])
"""


def test_a_killed_process_leaves_the_old_files_whole(tmp_path: Path) -> None:
    files.write(gt.Dataset([made()]), tmp_path)
    before = contents(tmp_path.iterdir())
    source = str(ROOT / "examples" / "national")
    done = subprocess.run([sys.executable, "-c", KILLED, source, str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL
    after = contents(path for path in tmp_path.iterdir() if path.suffix == ".csv")
    assert after == before
    assert files.read(tmp_path).targets[0].is_written_as(attrs.evolve(made()))
