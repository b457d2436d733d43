"""A small secret file, written whole or not at all and readable by this user only."""

import os
from pathlib import Path

from digitutor_app.trust.durable import name_without_replacing, sync_folder

_DRAFT = ".new-"


def write_new(path: Path, content: bytes, *, make_folder: bool = True) -> None:
    """Write a file that is not there yet, and its folder, unless that must be there already.

    Raises FileExistsError (and changes nothing) where it is; OSError where the disk refuses.
    After a power cut the file is complete or absent.
    """
    if make_folder:
        path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}{_DRAFT}{os.urandom(4).hex()}")
    try:
        _write_draft(draft, content)
        name_without_replacing(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def write_over(path: Path, content: bytes) -> None:
    """Put other content in the place of a file in one move; raises OSError.

    After a power cut the file holds the old content or the new one, whole.
    """
    draft = path.with_name(f"{path.name}{_DRAFT}{os.urandom(4).hex()}")
    try:
        _write_draft(draft, content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def sweep_drafts(path: Path) -> None:
    """Remove what a writing that was cut short has left beside a file."""
    for draft in path.parent.glob(f"{path.name}{_DRAFT}*"):
        draft.unlink(missing_ok=True)


def _write_draft(draft: Path, content: bytes) -> None:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(draft, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
