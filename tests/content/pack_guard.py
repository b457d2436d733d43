"""Reads every hostile pack and some made by chance in a process that may open nothing and has
little memory: ``python -m tests.content.pack_guard FIRST LAST``. Prints what went wrong; nothing is
good.
"""

import os
import sys
import sysconfig
from pathlib import Path

#: Beyond what the process has when everything is imported: a pack, its files, and what reads them.
ROOM = 300_000_000
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NEVER = ("os.", "shutil.", "subprocess.", "socket.", "tempfile.", "glob.", "ctypes.", "urllib.")
LOOKING = frozenset(("os.listdir", "os.scandir", "os.fspath", "os.walk"))
OURS = tuple(
    str(Path(folder).resolve())
    for folder in {*sysconfig.get_paths().values(), Path(__file__).parents[2], sys.base_prefix}
)
told = []


def watch(event, arguments):
    """Every file that is opened, and everything that could change one."""
    if event == "open":
        path, mode, flags = arguments
        writes = (flags or 0) & WRITES or any(letter in (mode or "") for letter in "wax+")
        ours = isinstance(path, str | bytes) and os.fsdecode(path).startswith(OURS)
        if writes or not ours:
            told.append(f"open {path!r} {mode} {flags}")
    elif event.startswith(NEVER) and event not in LOOKING:
        told.append(f"{event} {arguments!r}")


def keep_small():
    """Bound the memory of this process."""
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main(first, last):
    from tests.content.hostile_packs import HOSTILE, packed, sound
    from tests.content.pack_fuzz import play, trouble

    # What a first reading imports and opens is not the pack's doing.
    assert trouble(packed(sound())) == ""
    hostile = {name: content for name, (content, _said) in HOSTILE.items()}
    if sys.platform == "linux":
        keep_small()
    sys.dont_write_bytecode = True
    sys.addaudithook(watch)
    for name, content in hostile.items():
        if wrong := trouble(content):
            told.append(f"{name}: {wrong}")
    told.extend(play(range(first, last + 1)))
    return told


if __name__ == "__main__":
    print(*main(int(sys.argv[1]), int(sys.argv[2])), sep="\n")  # noqa: T201
