import csv
import errno
import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import govtargets
from govtargets import cli, files

ROOT = Path(__file__).parents[1]
JIAOZUO = str(ROOT / "examples" / "jiaozuo")
NATIONAL = str(ROOT / "examples" / "national")
Output = pytest.CaptureFixture[str]


def run(*arguments: str, **options: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **options}
    command = [sys.executable, "-m", "govtargets", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment)


def bad_data(path: Path, targets: str) -> str:
    (path / "indicators.csv").write_text("id,name,direction\ngdp,GDP,higher\n", "utf-8")
    (path / "targets.csv").write_text("indicator,period,goal\n" + targets, "utf-8")
    return str(path)


class TestAssess:
    def test_the_main_job_prints_a_scorecard(self, capsys: Output) -> None:
        assert cli.main(["assess", JIAOZUO, "--period", "2023"]) == 0
        out, err = capsys.readouterr()
        assert out.splitlines()[0] == "焦作市 2023年 24个目标：完成2，未完成0，无法判定1，待判定21"
        assert err == ""

    def test_folders_have_a_scorecard_each_and_loose_files_one(self, capsys: Output) -> None:
        names = [f"{JIAOZUO}/{name}.csv" for name in ("targets", "achievements", "indicators")]
        assert cli.main(["assess", NATIONAL, *names, "--lang", "en"]) == 0
        titles = [line for line in capsys.readouterr().out.splitlines() if " targets: " in line]
        assert [title.split(":")[:2] for title in titles] == [
            ["全国", " 110 targets"],
            ["焦作市", " 86 targets"],
        ]

    @pytest.mark.parametrize(
        ("form", "start"),
        [("markdown", "**焦作市"), ("html", "<table"), ("json", "[{"), ("csv", "indicator,")],
    )
    def test_other_formats(self, form: str, start: str, capsys: Output) -> None:
        assert cli.main(["assess", JIAOZUO, "--format", form]) == 0
        assert capsys.readouterr().out.startswith(start)

    def test_machines_get_all_data_sets_as_one_table(self, capsys: Output) -> None:
        assert cli.main(["assess", JIAOZUO, NATIONAL, "--format", "csv"]) == 0
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert len(rows) == 196

    @pytest.mark.parametrize(
        ("verdict", "code"), [("met", 1), ("missed", 0), ("indeterminate", 1), ("error", 0)]
    )
    def test_it_fails_where_asked(self, verdict: str, code: int, capsys: Output) -> None:
        assert cli.main(["assess", JIAOZUO, "--year", "2023", "--fail-on", verdict]) == code
        capsys.readouterr()

    def test_complaints_go_to_standard_error(self, tmp_path: Path, capsys: Output) -> None:
        path = bad_data(tmp_path, "gdp,2024年,7%\ngdp,2024年13月,7%\n")
        assert cli.main(["assess", path, "--fail-on", "error"]) == 1
        out, err = capsys.readouterr()
        assert out.startswith("2024年 1个目标")
        assert err.startswith(f"错误 {path}/targets.csv:3 period “2024年13月”：")
        assert err.count("\n") == 1

    def test_a_policy_and_a_day_are_handed_on(self, capsys: Output) -> None:
        options = ["--policy", "strict", "--as-of", "2023-06-01", "--format", "json"]
        assert cli.main(["assess", JIAOZUO, "--period", "2023", *options]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert {row["policy"] for row in rows} == {"strict"}
        assert {row["reason"] for row in rows} == {"not_due"}


class TestOutlook:
    def test_what_has_to_change(self, capsys: Output) -> None:
        assert cli.main(["outlook", JIAOZUO]) == 0
        assert capsys.readouterr().out.startswith("焦作市 2024年 62个目标：")

    def test_of_a_period(self, capsys: Output) -> None:
        assert cli.main(["outlook", JIAOZUO, "--period", "2023", "--format", "json"]) == 0
        assert len(json.loads(capsys.readouterr().out)) == 24

    @pytest.mark.parametrize(("form", "start"), [("markdown", "**焦作市"), ("html", "<table")])
    def test_other_formats(self, form: str, start: str, capsys: Output) -> None:
        assert cli.main(["outlook", JIAOZUO, JIAOZUO, "--format", form]) == 0
        assert capsys.readouterr().out.count(start) == 2


class TestCheck:
    def test_problems_have_their_place(self, capsys: Output) -> None:
        assert cli.main(["check", JIAOZUO]) == 0
        out = capsys.readouterr().out
        assert f"{JIAOZUO}/targets.csv:59 goal" in out
        assert out.splitlines()[-1] == "7个问题：提示4，警告3。"

    @pytest.mark.parametrize(
        ("grade", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
    )
    def test_it_fails_from_a_severity_on(self, grade: str, code: int, capsys: Output) -> None:
        assert cli.main(["check", JIAOZUO, "--fail-on", grade, "--format", "sarif"]) == code
        assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"

    def test_a_lost_row_is_an_error(self, tmp_path: Path, capsys: Output) -> None:
        path = bad_data(tmp_path, "gdp,2024年,7顿\n")
        assert cli.main(["check", path, "--format", "csv"]) == 1
        (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
        assert (row["code"], row["row"], row["severity"]) == ("unknown-unit", "2", "error")


class TestConvert:
    def test_the_same_data_elsewhere(self, tmp_path: Path) -> None:
        assert cli.main(["convert", JIAOZUO, str(tmp_path / "copy")]) == 0
        assert files.read(tmp_path / "copy").is_written_as(files.read(JIAOZUO))

    def test_the_same_data_in_another_format(self, tmp_path: Path) -> None:
        assert cli.main(["convert", JIAOZUO, str(tmp_path), "--format", "parquet"]) == 0
        assert sorted(path.suffix for path in tmp_path.iterdir()) == [".parquet"] * 3
        assert files.read(tmp_path).is_written_as(files.read(JIAOZUO))

    def test_the_same_data_in_parts(self, tmp_path: Path) -> None:
        parts = ["--format", "parquet", "--partition-by", "period", "--partition-by", "region"]
        assert cli.main(["convert", JIAOZUO, str(tmp_path), *parts]) == 0
        assert list((tmp_path / "targets").glob("period=*/region=*/part-0.parquet"))
        assert files.read(tmp_path).is_written_as(files.read(JIAOZUO))

    def test_data_with_errors_only_on_request(self, tmp_path: Path, capsys: Output) -> None:
        source = tmp_path / "in"
        source.mkdir()
        path = bad_data(source, "gdp,2024年,7%\ngdp,明年,7%\n")
        out = tmp_path / "out"
        assert cli.main(["convert", path, str(out)]) == 1
        assert not out.exists()
        assert capsys.readouterr().err.endswith("or write the good rows with --partial\n")
        assert cli.main(["convert", path, str(out), "--partial"]) == 0
        assert len(files.read(out).targets) == 1

    def test_what_cannot_be_held_is_told_line_by_line(self, tmp_path: Path, capsys: Output) -> None:
        assert cli.main(["convert", JIAOZUO, str(tmp_path / "one.csv")]) == 2
        assert capsys.readouterr().err.startswith("govtargets: ")


class TestCatalogues:
    def test_units(self, capsys: Output) -> None:
        assert cli.main(["units"]) == 0
        assert len(capsys.readouterr().out.splitlines()) > 200
        assert cli.main(["units", "万千瓦"]) == 0
        assert "power" not in capsys.readouterr().out
        assert cli.main(["units", "area", "--lang", "en"]) == 0
        assert "亩" in capsys.readouterr().out
        assert cli.main(["units", "no such thing"]) == 1
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)

    def test_indicators(self, capsys: Output) -> None:
        assert cli.main(["indicators", "失业率"]) == 0
        assert "surveyed_unemployment" in capsys.readouterr().out
        assert cli.main(["indicators"]) == 0
        assert len(capsys.readouterr().out.splitlines()) > 120
        assert cli.main(["indicators", "no such thing"]) == 1
        assert capsys.readouterr().err.count("\n") == 1

    def test_find_is_there(self, tmp_path: Path, capsys: Output) -> None:
        (tmp_path / "speech.txt").write_text("地区生产总值增长7%以上。", "utf-8")
        assert cli.main(["find", str(tmp_path / "speech.txt")]) == 0
        assert "7%" in capsys.readouterr().out


class TestUsage:
    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["assess"],
            ["judge"],
            ["assess", JIAOZUO, "--period", "soon"],
            ["assess", JIAOZUO, "--as-of", "today"],
            ["assess", JIAOZUO, "--policy", "none"],
        ],
    )
    def test_wrong_usage_is_one_line(self, arguments: list[str], capsys: Output) -> None:
        with pytest.raises(SystemExit) as stopped:
            cli.main(arguments)
        out, err = capsys.readouterr()
        assert (stopped.value.code, out, err.count("\n")) == (2, "", 1)
        assert err.rstrip().endswith("--help")

    @pytest.mark.parametrize(
        "command", ["assess", "outlook", "check", "convert", "units", "indicators", "find"]
    )
    def test_help_teaches_by_example(self, command: str, capsys: Output) -> None:
        for arguments in ([command, "--help"], ["--help"]):
            with pytest.raises(SystemExit) as stopped:
                cli.main(arguments)
            assert stopped.value.code == 0
            assert f"govtargets {command} " in capsys.readouterr().out

    def test_the_version(self, capsys: Output) -> None:
        with pytest.raises(SystemExit):
            cli.main(["--version"])
        assert capsys.readouterr().out == f"govtargets {govtargets.__version__}\n"

    @pytest.mark.parametrize("path", ["nowhere", f"{JIAOZUO}/README.md"])
    def test_a_path_that_cannot_be_read_is_one_line(self, path: str, capsys: Output) -> None:
        assert cli.main(["assess", path]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert path in err

    def test_a_failure_of_the_system_is_one_line(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError("the disk is gone")

        monkeypatch.setattr(files, "read", fail)
        assert cli.main(["assess", JIAOZUO]) == 2
        assert capsys.readouterr().err == "govtargets: the disk is gone\n"

    def test_an_interrupt_is_no_traceback(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(files, "read", stop)
        assert cli.main(["assess", JIAOZUO]) == 130


class TestTerminal:
    def test_colour_only_on_a_terminal_that_wants_it(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        command = ["assess", JIAOZUO, "--period", "2023"]
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        cli.main(command)
        coloured = capsys.readouterr().out
        assert "\x1b[32m完成\x1b[0m" in coloured
        monkeypatch.setenv("NO_COLOR", "1")
        cli.main(command)
        plain = capsys.readouterr().out
        assert "\x1b" not in plain
        assert (
            coloured.replace("\x1b[32m", "").replace("\x1b[33m", "").replace("\x1b[0m", "") == plain
        )

    def test_it_is_a_module_and_speaks_utf8_in_any_locale(self) -> None:
        done = run(
            "assess", JIAOZUO, "--period", "2023", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING=""
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode("utf-8").startswith("焦作市 2023年")

    def test_a_reader_that_has_seen_enough_is_no_error(self) -> None:
        command = [sys.executable, "-m", "govtargets", "assess", NATIONAL, "--format", "json"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdout=pipe, stderr=pipe) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.read(2) == b"[{"
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0

    def test_a_closed_pipe_is_silenced(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        class Closed(io.StringIO):
            def write(self, _: str) -> int:
                raise BrokenPipeError

            def fileno(self) -> int:
                return file.fileno()

        with (tmp_path / "out").open("w") as file:
            monkeypatch.setattr(sys, "stdout", Closed())
            assert cli.main(["units", "亩"]) == 0

    def test_output_that_nobody_opened_is_no_traceback(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdout", None)
        monkeypatch.setattr(sys, "stderr", None)
        assert cli.main(["assess", JIAOZUO]) == 0
        assert cli.main(["assess", "none"]) == 2
        for stream in (sys.stdout, sys.stderr):
            stream.close()

    def test_a_full_disk_is_said_in_words(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Output
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(files, "read", full)
        assert cli.main(["assess", JIAOZUO]) == 2
        assert capsys.readouterr().err == "govtargets: No space left on device\n"

    def test_main_is_run_as_a_module(self, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
        monkeypatch.setattr(sys, "argv", ["govtargets", "units", "亩"])
        with pytest.raises(SystemExit) as stopped:
            runpy.run_module("govtargets", run_name="__main__")
        assert stopped.value.code == 0
        assert "亩" in capsys.readouterr().out
        assert "main" in runpy.run_module("govtargets.__main__")
