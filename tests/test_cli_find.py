import argparse
import csv
import io
import json
from pathlib import Path

import pytest

from govtargets import zh
from govtargets._cli_find import add_find

TEXT = (
    "2024年地区生产总值增长6.5%左右，\nR&D后，粮食产量稳定在200万吨以上；居民收入与经济增长同步。"
)


def find(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_find(parser.add_subparsers())
    arguments = parser.parse_args(["find", *words])
    code: int = arguments.run(arguments)
    return code


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8-sig")
    return str(path)


def test_a_table_shows_each_figure_on_a_line(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert find(file) == 0
    heading, *lines = capsys.readouterr().out.splitlines()
    assert heading.split() == [
        "file",
        "line",
        "text",
        "value",
        "transformation",
        "period",
        "subject",
    ]
    assert lines[0].split()[1:4] == ["1", "增长6.5%左右", "6.5%左右"]
    assert len(lines) == len(zh.find(TEXT))
    place = heading.index("text")
    assert lines[1][place:].startswith("稳定在200万吨以上")


def test_lines_of_json_say_what_is_known(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert find(file, "--format", "jsonl") == 0
    first, second, *_ = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["file"] == file
    assert TEXT[first["start"] : first["end"]] == first["text"] == "增长6.5%左右"
    assert (first["comparator"], first["low"], first["unit"]) == ("about", "6.5", "%")
    assert (first["kind"], first["transformation"]) == ("ratio", "growth")
    assert (second["line"], second["subject"]) == (2, "粮食产量")
    assert "high" not in second


def test_csv_has_every_column(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert find(file, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["comparator"] for row in rows] == ["about", "at_least", ""]
    assert rows[2]["value"] == "与经济增长同步"
    assert (rows[1]["low"], rows[1]["high"], rows[1]["stretch"]) == ("200", "", "")


def test_a_page_marks_the_figures(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert find(file, file, "--format", "html") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("<!doctype html>")
    assert shown.count("<section>") == 2
    assert shown.count("<mark ") == 2 * len(zh.find(TEXT))
    assert "R&amp;D后，粮食产量<mark" in shown


def test_the_year_of_the_text_dates_its_periods(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("今年增长7%", encoding="utf-8")
    find(str(path), "--year", "2024", "--format", "jsonl")
    assert json.loads(capsys.readouterr().out)["period"] == "2024年"


def test_standard_input_is_a_file_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("增长7%".encode())))
    assert find("-", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out)["file"] == "-"


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_shown(
    tmp_path: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "gbk.txt"
    other.write_bytes("增长".encode("gbk"))
    assert find(str(tmp_path / "none.txt"), str(other), file) == 1
    shown = capsys.readouterr()
    assert "增长6.5%左右" in shown.out
    assert "none.txt" in shown.err
    assert "gbk.txt" in shown.err
    assert "expected a text file in UTF-8" in shown.err
    assert "No such file or directory" in shown.err
    assert "Errno" not in shown.err
    assert "codec" not in shown.err


def test_an_empty_text_has_a_heading_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("", encoding="utf-8")
    assert find(str(path)) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
