"""Data sets in files: a folder with one table a file, or single files.

CSV is what people write by hand: `indicators.csv`, `targets.csv` and `achievements.csv` with the
columns that the reference lists, in UTF-8. Reading repairs nothing in silence: a row that cannot be
read becomes a problem with its line, column, value and way out, and the good rows are still there.
"""

from collections.abc import Mapping, Sequence
from errno import ENOENT
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Literal

from govtargets._collector import collector_paused
from govtargets._record import given
from govtargets.dataset import Dataset
from govtargets.errors import InvalidValueError, ProblemsError
from govtargets.files._atomic import Draft, publish
from govtargets.files._columns import TABLES
from govtargets.files._formats import Format, format_of, parse, unknown
from govtargets.files._formats import write as encoded
from govtargets.files._held import Held
from govtargets.files._known import Known
from govtargets.files._part import Part
from govtargets.files._proof import unlike
from govtargets.files._records import RecordReader
from govtargets.records import Records

__all__ = ["read", "write"]


def __dir__() -> list[str]:
    return __all__


def read(path: str | PathLike[str], *more: str | PathLike[str]) -> Dataset:
    """Read a data set: a folder of the three tables, or files with one table each.

    CSV, JSON Lines, Parquet, Arrow (Feather) and Excel files are known by their suffix, or else by
    their first bytes; text may be packed (.gz, .zst), and a folder of Parquet files may be
    partitioned. Several paths make one data set. Which table a file holds is seen from its header.
    Without a table of indicators, the common catalogue stands in for it.

    Raises:
        OSError: A path does not exist or cannot be read.
        InvalidValueError: The suffix is that of no known format, or a folder holds no table.

    Example:
        >>> from govtargets import files
        >>> data = files.read("examples/jiaozuo")
        >>> (len(data.targets), len(data.achievements), len(data.problems))
        (86, 33, 0)
    """
    paths = [found for each in (path, *more) for found in _files(Path(fspath(each)))]
    with collector_paused():
        return _dataset([held for each in paths for held in _held(each)])


def _files(path: Path) -> list[Path]:
    """The files behind a path: itself, or the tables in a folder."""
    if not path.exists():
        raise FileNotFoundError(ENOENT, "no such file or folder", str(path))
    if not path.is_dir():
        return [path]
    found = _tables(path) or ([path] if any(path.rglob("*.parquet")) else [])
    if not found:
        names = ", ".join(f"{table}.csv" for table in TABLES)
        message = f"the folder {path} holds no table of a data set: expected {names}"
        raise InvalidValueError(message)
    return found


def _tables(folder: Path) -> list[Path]:
    """The tables in a folder, by their names."""
    return [
        each
        for table in TABLES
        for each in sorted(folder.glob(f"{table}*"))
        if each.name == table or (each.name.startswith(f"{table}.") and format_of(each) is not None)
    ]


def _held(path: Path) -> Sequence[Held]:
    """The tables of a file, or of a folder of Parquet files."""
    if path.is_dir():
        from govtargets.files._partitions import read_folder

        return read_folder(path)
    return parse(path.read_bytes(), path)


def _dataset(sheets: Sequence[Held]) -> Dataset:
    """The records of all sheets; the indicators first, since the others name them."""
    lists = [sheet for sheet in sheets if sheet.holds("indicators")]
    first = RecordReader(Known(()))
    listed = [sheet.part(first) for sheet in lists]
    own = [indicator for part in listed for indicator in part.records]
    lost = {id_: place for part in listed for id_, place in part.lost.items()}
    reader = RecordReader(Known(own if lists else None, lost))
    found = listed + [sheet.part(reader) for sheet in sheets if sheet not in lists]
    return Dataset(
        _of(found, "targets"),
        _of(found, "achievements"),
        _of(found, "indicators"),
        [problem for part in found for problem in part.problems],
    )


def _of(parts: Sequence[Part], table: str) -> Records[Any]:
    held = [part for part in parts if part.table == table]
    return Records(
        (record for part in held for record in part.records),
        (place for part in held for place in part.places),
    )


def write(
    dataset: Dataset,
    path: str | PathLike[str],
    *,
    format: Literal["csv", "jsonl", "parquet", "arrow"] = "csv",  # noqa: A002  what it is called
    partition_by: str | Sequence[str] = (),
) -> None:
    """Write a data set: to a folder of three tables, or to one file if it needs only one table.

    A workbook (.xlsx) holds all three. `.csv.gz` and `.jsonl.zst` are packed. Files are replaced
    whole or not at all, and only if they read back as the same data set: what a format cannot hold
    is refused, never lost.

    Args:
        dataset: The data set.
        path: A file, its format named by its suffix, or a folder (a path without suffix).
        format: The format of the files in a folder.
        partition_by: The columns by which the Parquet files of targets and achievements are parted,
            such as `region`: each value has a folder `region=…` of its own.

    Raises:
        OSError: The files cannot be written.
        InvalidValueError: `dataset` is none, the suffix is that of no known format, one file cannot
            hold it all, or the folder holds other files that would be read as part of the data set.
        ProblemsError: A record has something that the format cannot hold.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from govtargets import files
        >>> data = files.read("examples/national")
        >>> with TemporaryDirectory() as folder:
        ...     files.write(data, folder)
        ...     files.read(folder).is_written_as(data)
        True
    """
    given(dataset, Dataset, "put the records into one, such as Dataset(targets)")
    where = Path(fspath(path))
    every = {name: getattr(dataset, name) for name in TABLES}
    by = (partition_by,) if isinstance(partition_by, str) else tuple(partition_by)
    named = format_of(where)
    _check_partition(where, by, format, named)
    if named is None:
        _check_folder(where)
        drafts, held = _folder(every, where, format, by)
        _check_others(where, drafts)
    else:
        name = "" if named.several else _only_table(dataset, where)
        every = {name: every[name]} if name else every
        drafts = [Draft(where, encoded(every, where))]
        held = list(parse(drafts[0].data, where))
    problems = unlike(every, held)
    if problems:
        raise ProblemsError(problems)
    publish(drafts)


def _check_partition(path: Path, by: Sequence[str], format_: str, named: Format | None) -> None:
    if by and (named is not None or format_ != "parquet"):
        message = (
            f"{path} cannot be parted by {', '.join(by)}: only a folder of Parquet files can, so "
            'give a path without suffix and format="parquet"'
        )
        raise InvalidValueError(message)
    if by:
        from govtargets.files import _partitions

        _partitions.check_columns(by)


def _check_folder(where: Path) -> None:
    """Refuse to make a folder of a name that looks like a file's."""
    if where.suffix and not where.is_dir():
        raise InvalidValueError(unknown(where))


def _folder(
    tables: Mapping[str, Sequence[Any]], where: Path, format_: str, by: Sequence[str]
) -> tuple[list[Draft], list[Held]]:
    """The files of a folder, and what is read from them."""
    drafts: list[Draft] = []
    held: list[Held] = []
    for name, records in tables.items():
        if by and name != "indicators" and records:
            from govtargets.files import _partitions

            parts = _partitions.drafts(where / name, records, by)
            held += _partitions.sheets(where / name, {each.path: each.data for each in parts})
            drafts += parts
        else:
            path = where / f"{name}.{format_}"
            drafts.append(Draft(path, encoded({name: records}, path)))
            held += parse(drafts[-1].data, path)
    return drafts, held


def _check_others(where: Path, drafts: Sequence[Draft]) -> None:
    """Refuse to write beside files that would be read together with the new ones."""
    new = {draft.path for draft in drafts}
    for found in _tables(where):
        for path in sorted(found.rglob("*.parquet")) if found.is_dir() else [found]:
            if path not in new:
                message = (
                    f"{where} holds {path.relative_to(where)}, which would be read together with "
                    "the new files: remove it, or write to another folder"
                )
                raise InvalidValueError(message)


def _only_table(dataset: Dataset, path: Path) -> str:
    """The one table that a file of this data set holds."""
    held = [name for name in ("targets", "achievements") if getattr(dataset, name)]
    if len(held) > 1:
        message = (
            f"{path} cannot hold {len(dataset.targets)} targets and {len(dataset.achievements)} "
            "achievements: one file holds one table, so write to a folder (a path without suffix)"
        )
        raise InvalidValueError(message)
    name = held[0] if held else "indicators"
    _check_unnamed(dataset, name, path)
    return name


def _check_unnamed(dataset: Dataset, table: str, path: Path) -> None:
    """Refuse a file of records that would lose indicators, which come back only with a row of theirs."""
    if table == "indicators":
        return
    brought = {record.indicator for record in getattr(dataset, table)}
    left = [one for one in dataset.indicators if one not in brought]
    if left:
        message = (
            f"{path} cannot hold {len(left)} indicators that none of its {table} has, such as {left[0].id}: "
            "one file holds one table, so write to a folder (a path without suffix)"
        )
        raise InvalidValueError(message)
