"""A file that somebody else may have laid there: read only where it is a plain file, never waited
for.

A stick may hold anything under our names: a pipe that nobody writes to, a link to this machine's
own files, a device without an end.
"""

import errno
import os
import stat
import sys
from pathlib import Path

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
#: A pipe is opened without waiting, a link not at all (Windows has neither by these names).
_CAREFUL = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def read_plain(path: Path, most: int) -> bytes:
    """At most ``most`` bytes of a plain file, from the device where the system lets us.

    Raises OSError, also for whatever is no plain file.
    """
    descriptor = os.open(path, _READ | _CAREFUL)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no plain file")
        if sys.platform == "linux":
            # What was just written is to come from the device, not from memory.
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        file = os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise
    with file:
        return file.read(most)


def real_folder(path: Path) -> None:
    """Make a folder where there is none; raises OSError where a link or a file has its name."""
    path.mkdir(exist_ok=True)
    if not stat.S_ISDIR(path.lstat().st_mode):
        raise OSError(errno.ENOTDIR, "no folder of its own")
