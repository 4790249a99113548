import csv
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

import govtargets as gt
from govtargets import files, strategies
from govtargets.errors import ProblemsError, Severity
from govtargets.files._scan import joined, scan

CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
# Characters that mean something to a CSV reader, so that quotes and line ends meet.
HOSTILE = st.text(st.sampled_from('",\r\n\ta\ufeff \0'), max_size=12)


def datasets() -> st.SearchStrategy[gt.Dataset]:
    """Data sets whose indicators have an id of their own each, some areas with a parent area."""
    indicators = strategies.indicators()

    def around(known: list[gt.Indicator]) -> st.SearchStrategy[gt.Dataset]:
        one = st.sampled_from(known)
        targets = st.lists(strategies.targets(indicator=one), max_size=4)
        results = st.lists(strategies.achievements(indicator=one), max_size=4)
        return st.builds(gt.Dataset, targets, results, st.just(known))

    return st.lists(indicators, min_size=1, max_size=3, unique_by=lambda one: one.id).flatmap(
        around
    )


class TestNothingIsLost:
    """Law 8: rows in = good rows + rows with problems; what is written reads back the same."""

    @given(data=datasets())
    def test_what_csv_holds_reads_back_to_the_letter_and_the_rest_is_refused(
        self, data: gt.Dataset
    ) -> None:
        with TemporaryDirectory() as name:
            try:
                files.write(data, name)
            except ProblemsError as error:
                for problem in error.problems:
                    assert problem.code == "not-writable"
                    assert problem.path is not None
                assert list(Path(name).iterdir()) == []
            else:
                found = files.read(name)
                assert found.problems == ()
                assert found.is_written_as(data)

    @given(rows=st.lists(st.lists(CELLS | HOSTILE, min_size=2, max_size=4), max_size=6))
    def test_rows_of_any_text_come_back(self, rows: list[list[str]]) -> None:
        assert [line.cells for line in scan(joined(rows))] == rows

    @given(rows=st.lists(st.lists(CELLS | HOSTILE, min_size=2, max_size=4), max_size=6))
    def test_the_standard_library_reads_what_is_written(self, rows: list[list[str]]) -> None:
        assert list(csv.reader(StringIO(joined(rows), newline=""), strict=True)) == rows

    @given(text=HOSTILE)
    def test_every_line_of_any_text_belongs_to_one_row(self, text: str) -> None:
        lines = list(scan(text))
        numbers = [line.number for line in lines]
        assert numbers == sorted(set(numbers))
        assert all(not line.broken or '"' in line.cells[0] for line in lines)

    @given(lines=st.lists(st.binary(max_size=20), max_size=8), good=st.integers(0, 8))
    def test_rows_in_are_good_rows_and_rows_with_problems(
        self, lines: list[bytes], good: int
    ) -> None:
        table = [b"indicator,period,goal", *lines]
        table.insert(1 + good % (len(lines) + 1), "城镇新增就业,2024年,6万人以上".encode())
        data = b"\n".join(table)
        with TemporaryDirectory() as name:
            path = Path(name) / "targets.csv"
            path.write_bytes(data)
            found = files.read(path)
            rows = rows_of(path)
        errors = [one for one in found.problems if one.severity is Severity.ERROR]
        bad = {one.row for one in errors if one.row is not None} - {1}
        kept = [place.row for place in found.targets.places if place.row is not None]
        assert sorted([*kept, *bad]) == rows
        assert not bad.intersection(kept)

    @given(data=st.binary(max_size=200))
    def test_no_bytes_make_it_raise(self, data: bytes) -> None:
        with TemporaryDirectory() as name:
            path = Path(name) / "targets.csv"
            path.write_bytes(data)
            found = files.read(path)
        assert found.problems or found.targets.places


def rows_of(path: Path) -> list[int]:
    """The lines on which the rows below the header begin, as the reader decodes the file."""
    from govtargets.files._decode import decoded

    text, _ = decoded(path.read_bytes())
    return [line.number for line in list(scan(text))[1:] if any(line.cells)]
