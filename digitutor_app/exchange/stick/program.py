"""The program itself on the stick, where it runs as one packaged folder."""

import os
import shutil
import sys
from pathlib import Path

from digitutor_app.exchange.stick.errors import StickRefusedError
from digitutor_app.exchange.stick.place import Stick

NAME = "program"


def put_program(stick: Stick, source: Path) -> None:
    """Copy the program's folder; when it returns every file lies on the stick and was read back.

    An older one gives way only when the new one is whole. Raises StickRefusedError.
    """
    draft, target, old = (stick.folder / f"{NAME}{end}" for end in (".part", "", ".old"))
    try:
        for left in (draft, old):
            shutil.rmtree(left, ignore_errors=True)
        shutil.copytree(source, draft, copy_function=_copy)
        if target.exists():
            target.rename(old)
        draft.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    except (OSError, shutil.Error) as error:
        raise StickRefusedError(str(error)) from error


def _copy(source: str, target: str) -> str:
    shutil.copyfile(source, target)
    shutil.copymode(source, target)
    # A handle that may write: Windows syncs no other.
    with Path(target).open("rb+") as file:
        os.fsync(file.fileno())
        if sys.platform == "linux":
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        with Path(source).open("rb") as origin:
            while piece := origin.read(1 << 20):
                if file.read(len(piece)) != piece:
                    raise OSError("the stick does not keep what is written on it")
    return target
