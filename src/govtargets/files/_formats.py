"""Which format a file is in, by its suffix, else by its first bytes; packed ones are opened.

An adapter is imported when its first file comes: CSV needs neither pyarrow nor anything for Excel.
"""

import gzip
import zlib
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol, cast

import attrs

from govtargets.errors import InvalidValueError, Problem
from govtargets.files._held import Held
from govtargets.files._sheet import Sheet

__all__ = ["SUFFIXES", "format_of", "parse", "unknown", "write"]


class Adapter(Protocol):
    """The two verbs that every format has."""

    def parse(self, data: bytes, path: str, /) -> Sequence[Held]:
        """The tables in the bytes of a file of that name."""
        ...

    def write(self, tables: Mapping[str, Sequence[Any]], /) -> bytes:
        """The bytes of a file with these tables by name: one of them, or all in a workbook."""
        ...


SUFFIXES: Final = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".arrow": "ipc",
    ".feather": "ipc",
    ".ipc": "ipc",
    ".xlsx": "xlsx",
}
_PACKED: Final = {".gz": "gzip", ".zst": "zstd"}
# The first bytes that tell a format; whatever begins otherwise is text.
_MAGIC: Final = {
    b"PAR1": "parquet",
    b"ARROW1": "ipc",
    b"\xff\xff\xff\xff": "ipc",
    b"PK\x03\x04": "xlsx",
}
_PACKED_MAGIC: Final = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}


@attrs.frozen
class Format:
    """A format and how its bytes are packed.

    Attributes:
        name: The name of its adapter.
        packing: `gzip`, `zstd`, or `None`.
    """

    name: str
    packing: str | None = None

    @property
    def several(self) -> bool:
        """Whether one file holds all three tables."""
        return self.name == "xlsx"

    @property
    def adapter(self) -> Adapter:
        """What reads and writes it."""
        return cast("Adapter", import_module(f"govtargets.files._{self.name}"))


def format_of(path: Path) -> Format | None:
    """The format that the suffixes of a path name; `None` where they name none.

    Example:
        >>> from pathlib import Path
        >>> from govtargets.files._formats import format_of
        >>> format_of(Path("targets.csv.gz"))
        Format(name='csv', packing='gzip')
    """
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    packing = _PACKED.get(suffixes[-1]) if suffixes else None
    if packing is not None:
        suffixes.pop()
    name = SUFFIXES.get(suffixes[-1]) if suffixes else None
    return None if name is None else Format(name, packing)


def parse(data: bytes, path: Path) -> Sequence[Held]:
    """The tables in the bytes of a file.

    Raises:
        InvalidValueError: Neither its suffix nor its first bytes tell the format.
    """
    named = format_of(path)
    packing = _first(_PACKED_MAGIC, data) if named is None else named.packing
    if packing is not None:
        try:
            data = _unpacked(data, packing)
        except (OSError, EOFError, zlib.error) as error:
            return [_unreadable(path, packing, error)]
    found = _guessed(data, path) if named is None else named
    return found.adapter.parse(data, str(path))


def _first(magic: Mapping[bytes, str], data: bytes) -> str | None:
    return next((name for start, name in magic.items() if data.startswith(start)), None)


def _guessed(data: bytes, path: Path) -> Format:
    """The format by the first bytes; any text may be CSV, so the suffix must not deny it."""
    name = _first(_MAGIC, data)
    if name is None and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        name = "jsonl"
    if name is None and path.suffix in {"", ".txt", *_PACKED}:
        name = "csv"
    if name is None:
        raise InvalidValueError(unknown(path))
    return Format(name)


def unknown(path: Path) -> str:
    """What to say of a path whose suffix is that of no known format."""
    known = ", ".join(SUFFIXES)
    return f"{path} is of no known format: expected a folder or a file ending in {known}"


def _unreadable(path: Path, packing: str, error: Exception) -> Sheet:
    problem = Problem(
        code="unreadable-file",
        message=f"the file is no {packing} archive: {error}",
        hint="pack it again, or leave the suffix out",
    )
    return Sheet.of(str(path), [], [problem])


def _unpacked(data: bytes, packing: str) -> bytes:
    if packing == "gzip":
        return gzip.decompress(data)
    import pyarrow as pa

    with pa.CompressedInputStream(pa.BufferReader(data), "zstd") as stream:
        return bytes(stream.read())


def _packed(data: bytes, packing: str) -> bytes:
    if packing == "gzip":
        # The same data give the same bytes, whenever they are packed.
        return gzip.compress(data, mtime=0)
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(data)
    return bytes(sink.getvalue())


def write(tables: Mapping[str, Sequence[Any]], path: Path) -> bytes:
    """The bytes of a file of these tables in the format that its suffixes name.

    Raises:
        InvalidValueError: They name none.
    """
    named = format_of(path)
    if named is None:
        raise InvalidValueError(unknown(path))
    data = named.adapter.write(tables)
    return data if named.packing is None else _packed(data, named.packing)
