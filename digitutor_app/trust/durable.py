"""What a power cut leaves: contents and names that were brought down to the disk."""

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Make sure that what was written into a file outlives a power cut; raises OSError."""
    # A handle that may write: Windows syncs no other.
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder outlive a power cut (POSIX); raises OSError."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def name_without_replacing(draft: Path, path: Path) -> None:
    """Give a finished draft its name; it may keep its own beside it.

    Raises FileExistsError, and changes nothing, where somebody was quicker; else OSError.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links.
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)
