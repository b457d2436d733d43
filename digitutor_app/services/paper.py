"""Finished papers: written into a folder that a person has chosen."""

import errno
import os
import secrets
from pathlib import Path

from digitutor_app.domain.errors import WorldError
from digitutor_app.printing.fonts import clean


def one_line(typed: str) -> str:
    """A name as it goes to paper and into the register: one line, nothing invisible in it."""
    return clean("".join(letter for letter in typed if not "\ud800" <= letter <= "\udfff"))


class PaperNotSavedError(WorldError):
    """The folder or the disk refuses; a file that was there before is as it was."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(detail)
        self.path = path


class NoRoomForPaperError(PaperNotSavedError):
    """The disk is full; a file that was there before is as it was."""


def save_paper(path: Path, content: bytes) -> None:
    """Write the whole file or nothing: under another name first, then in one move.

    A file of that name is replaced. Raises PaperNotSavedError and NoRoomForPaperError.
    """
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        try:
            with draft.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        kind = NoRoomForPaperError if full else PaperNotSavedError
        raise kind(path, str(error)) from error
