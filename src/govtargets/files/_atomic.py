"""Files are written whole or not at all: a crash leaves the old ones as they were."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

import attrs

__all__ = ["Draft", "publish"]


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
            handle, name = mkstemp(dir=draft.path.parent, prefix=f".{draft.path.name}.")
            waiting.append((Path(name), draft.path))
            _fill(handle, draft.data)
            Path(name).chmod(_mode(draft.path))
        while waiting:
            temporary, path = waiting[0]
            temporary.replace(path)
            del waiting[0]
            _sync_folder(path.parent)
    finally:
        for temporary, _ in waiting:
            temporary.unlink()


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
