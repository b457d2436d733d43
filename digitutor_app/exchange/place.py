"""A place that bundles are carried to and from: a stick or any folder, one step at a time."""

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from digitutor_app.exchange.errors import (
    PlaceError,
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
    PlaceTroubleError,
)
from digitutor_app.exchange.plain_file import read_plain, real_folder

#: So many files are looked at, and so many names of the place itself.
MOST_FILES, MOST_NAMES = 20_000, 200_000
_GONE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTCONN}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
# Windows says "no access" of a stick that is not there: its own numbers tell more.
_WINDOWS_GONE = {3, 21, 53, 55, 59, 64, 433, 1006, 1112, 1167, 1617}
_WINDOWS_FULL = {39, 112}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its name relative to the place ("folder/file" or "file"), size, and time of the
    last change in nanoseconds."""

    name: str
    size: int
    changed: int

    @property
    def mark(self) -> str:
        """Another one when the file has been changed since."""
        return f"{self.name}:{self.size}:{self.changed}"


class Place(Protocol):
    """What carrying needs. Names are relative, at most one folder deep; all raise PlaceError."""

    def free(self) -> int | None:
        """Bytes of free room, None where it cannot be told."""

    def entries(self) -> list[Entry]:
        """The plain files here and one folder down; no links, nothing hidden."""

    def read(self, name: str, most: int) -> bytes:
        """The file's content, at most ``most`` bytes of it, from the device if possible."""

    def write_new(self, name: str, content: bytes) -> None:
        """Write a file that is not there yet, down to the device; makes its folder."""

    def rename(self, old: str, new: str) -> None:
        """Give a file another name, in the same folder."""

    def sync(self, name: str) -> None:
        """Bring the folder of this file, and the file, down to the device."""

    def remove(self, name: str) -> None:
        """Remove a file; nothing where there is none."""


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """A folder of this machine's file system: on a stick, a network share, or synchronised."""

    root: Path

    def free(self) -> int | None:
        with _in_our_words():
            return shutil.disk_usage(self.root).free

    def entries(self) -> list[Entry]:
        with _in_our_words():
            here = _listed(self.root, MOST_NAMES)
            folders = [entry for entry in here if entry.is_dir(follow_symlinks=False)]
            found: list[Entry] = []
            for folder in folders:
                if len(found) >= MOST_FILES:
                    break
                found += _files(_listed_inside(folder), f"{folder.name}/")
            # Machines write into folders: whatever else lies about here hides none of theirs.
            files = (entry for entry in here if not entry.is_dir(follow_symlinks=False))
            found += _files(islice(files, MOST_FILES), "")
            return found[:MOST_FILES]

    def read(self, name: str, most: int) -> bytes:
        with _in_our_words():
            return read_plain(self.root / name, most)

    def write_new(self, name: str, content: bytes) -> None:
        path = self.root / name
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        with _in_our_words():
            if not self.root.is_dir():
                raise PlaceGoneError(self.root.name)
            if path.parent != self.root:
                real_folder(path.parent)
            with os.fdopen(os.open(path, flags, 0o644), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())

    def rename(self, old: str, new: str) -> None:
        with _in_our_words():
            (self.root / old).replace(self.root / new)

    def sync(self, name: str) -> None:
        path = self.root / name
        with _in_our_words():
            if os.name == "posix":
                _sync(path.parent, os.O_RDONLY)
                _sync(self.root, os.O_RDONLY)
            if path.exists():
                _sync(path, os.O_RDWR | getattr(os, "O_BINARY", 0))

    def remove(self, name: str) -> None:
        with _in_our_words():
            (self.root / name).unlink(missing_ok=True)


def _listed(folder: Path, most: int = MOST_FILES) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(islice(entries, most))


def _listed_inside(folder: os.DirEntry[str]) -> list[os.DirEntry[str]]:
    if folder.name.startswith("."):
        return []
    try:
        return _listed(Path(folder.path))
    except (PermissionError, FileNotFoundError):
        return []  # somebody else's folder on a share, or one that has just gone


def _files(entries: Iterable[os.DirEntry[str]], folder: str) -> list[Entry]:
    found = []
    for entry in entries:
        try:
            if entry.is_file(follow_symlinks=False):
                said = entry.stat(follow_symlinks=False)
                found.append(Entry(f"{folder}{entry.name}", said.st_size, said.st_mtime_ns))
        except FileNotFoundError:
            continue  # its writer has removed it meanwhile
    return found


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network folders cannot bring a folder down by itself.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP) or not path.is_dir():
            raise
    finally:
        os.close(descriptor)


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _translated(error) from error


def _translated(error: OSError) -> PlaceError:
    windows = getattr(error, "winerror", None) if sys.platform == "win32" else None
    if windows in _WINDOWS_GONE:
        return PlaceGoneError(str(error))
    if windows in _WINDOWS_FULL or error.errno in _FULL:
        return PlaceFullError()
    if error.errno in _READ_ONLY:
        return PlaceReadOnlyError(str(error))
    if error.errno in _GONE:
        return PlaceGoneError(str(error))
    return PlaceTroubleError(str(error))
