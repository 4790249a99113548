"""Files are written whole or not at all: a crash leaves the old ones as they were."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Final

import attrs

__all__ = ["Draft", "publish"]


_SHOWN: Final = 20


@attrs.frozen
class Draft:
    """A file still to be written.

    Attributes:
        path: Where it goes.
        data: What it will hold.
    """

    path: Path
    data: bytes


def publish(drafts: Iterable[Draft]) -> None:
    """Write every draft beside its place, down to the disk, then move all of them into place.

    Raises:
        OSError: A file cannot be written; none of the old ones has changed then.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for draft in drafts:
            draft.path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = _beside(draft.path)
            waiting.append((Path(name), draft.path))
            _fill(handle, draft.data)
            Path(name).chmod(_mode(draft.path))
        while waiting:
            temporary, path = waiting[0]
            _move(temporary, path)
            del waiting[0]
            _sync_folder(path.parent)
    finally:
        for temporary, _ in waiting:
            temporary.unlink()


def _beside(path: Path) -> tuple[int, str]:
    try:
        # Not the whole name, which may be as long as names may be.
        return mkstemp(dir=path.parent, prefix=f".{path.name[:_SHOWN]}.")
    except OSError as error:
        raise _of(path, error) from None


def _move(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except OSError as error:
        raise _of(path, error) from None


def _of(path: Path, error: OSError) -> OSError:
    """The error with the file that was asked for, not the one beside it."""
    return OSError(error.errno, error.strerror, str(path))


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)


def _mode(path: Path) -> int:
    """The permissions of the old file, else the usual ones of a new file."""
    with suppress(FileNotFoundError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk too, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
