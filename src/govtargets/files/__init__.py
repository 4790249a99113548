"""Data sets in files: a folder with one table a file, or single files.

CSV is what people write by hand: `indicators.csv`, `targets.csv` and `achievements.csv` with the
columns that the reference lists, in UTF-8. Reading repairs nothing in silence: a row that cannot be
read becomes a problem with its line, column, value and way out, and the good rows are still there.
"""

from collections.abc import Sequence
from errno import ENOENT
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final

from govtargets.dataset import Dataset
from govtargets.errors import InvalidValueError, ProblemsError
from govtargets.files import _csv
from govtargets.files._atomic import publish
from govtargets.files._columns import TABLES
from govtargets.files._known import Known
from govtargets.files._part import Part
from govtargets.files._proof import unlike
from govtargets.files._records import RecordReader
from govtargets.files._sheet import Sheet
from govtargets.records import Records

__all__ = ["read", "write"]


def __dir__() -> list[str]:
    return __all__


# One adapter a format, each with the same two verbs.
_FORMATS: Final = {".csv": _csv}


def read(path: str | PathLike[str], *more: str | PathLike[str]) -> Dataset:
    """Read a data set: a folder of the three tables, or files with one table each.

    Several paths make one data set. Which table a file holds is seen from its header. Without a
    table of indicators, the common catalogue stands in for it.

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
    return _dataset([_FORMATS[each.suffix.lower()].read(each) for each in paths])


def _files(path: Path) -> list[Path]:
    """The files behind a path: itself, or the tables in a folder."""
    if not path.exists():
        raise FileNotFoundError(ENOENT, "no such file or folder", str(path))
    if not path.is_dir():
        if path.suffix.lower() not in _FORMATS:
            known = ", ".join(_FORMATS)
            message = f"{path} is of no known format: expected a folder or a file ending in {known}"
            raise InvalidValueError(message)
        return [path]
    found = [
        path / f"{table}{suffix}"
        for table in TABLES
        for suffix in _FORMATS
        if (path / f"{table}{suffix}").exists()
    ]
    if not found:
        names = ", ".join(f"{table}.csv" for table in TABLES)
        message = f"the folder {path} holds no table of a data set: expected {names}"
        raise InvalidValueError(message)
    return found


def _dataset(sheets: Sequence[Sheet]) -> Dataset:
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


def write(dataset: Dataset, path: str | PathLike[str]) -> None:
    """Write a data set: to a folder of three tables, or to one file if it needs only one table.

    Files are replaced whole or not at all, and only if they read back as the same data set: what a
    format cannot hold is refused, never lost.

    Raises:
        OSError: The files cannot be written.
        InvalidValueError: The suffix is that of no known format, or one file cannot hold it all.
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
    where = Path(fspath(path))
    if where.suffix.lower() in _FORMATS:
        tables = (_only_table(dataset, where),)
        drafts = [
            _FORMATS[where.suffix.lower()].write(getattr(dataset, tables[0]), tables[0], where)
        ]
    else:
        tables = tuple(TABLES)
        drafts = [
            _csv.write(getattr(dataset, name), name, where / f"{name}.csv") for name in tables
        ]
    problems = unlike(
        dataset, {name: draft.data for name, draft in zip(tables, drafts, strict=True)}
    )
    if problems:
        raise ProblemsError(problems)
    drafts[0].path.parent.mkdir(parents=True, exist_ok=True)
    publish(drafts)


def _only_table(dataset: Dataset, path: Path) -> str:
    """The one table that a file of this data set holds."""
    held = [name for name in ("targets", "achievements") if getattr(dataset, name)]
    if len(held) > 1:
        message = (
            f"{path} cannot hold {len(dataset.targets)} targets and {len(dataset.achievements)} "
            "achievements: one file holds one table, so write to a folder (a path without suffix)"
        )
        raise InvalidValueError(message)
    return held[0] if held else "indicators"
