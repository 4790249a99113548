"""Files are written whole or not at all: a crash leaves the old ones as they were."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

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
    """Write every draft beside its place, then move all of them into place.

    Raises:
        OSError: A file cannot be written; none of the old ones has changed then.
    """
    waiting: list[tuple[str, Path]] = []
    try:
        for draft in drafts:
            waiting.append((_beside(draft), draft.path))
        while waiting:
            temporary, path = waiting[0]
            os.replace(temporary, path)
            waiting.pop(0)
            _sync_folder(path.parent)
    finally:
        for temporary, _ in waiting:
            with suppress(OSError):
                os.unlink(temporary)


def _beside(draft: Draft) -> str:
    """Write a draft to a file in the same folder, down to the disk."""
    folder = draft.path.parent
    with NamedTemporaryFile(
        dir=folder, prefix=f".{draft.path.name}.", suffix=".tmp", delete=False
    ) as file:
        try:
            file.write(draft.data)
            file.flush()
            os.fsync(file.fileno())
            os.chmod(file.name, _mode(draft.path))
        except BaseException:
            os.unlink(file.name)
            raise
    return file.name


def _mode(path: Path) -> int:
    """The permissions of the old file, else the usual ones of a new file."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
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
