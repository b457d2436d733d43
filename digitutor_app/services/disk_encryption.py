"""Whether the disk of a folder is encrypted, where a program without special rights can tell.

Reads only. On Linux from /sys; on Windows from the shell's own property, on macOS from fdesetup.
"""

import subprocess
import sys
from enum import StrEnum
from pathlib import Path, PurePosixPath

_SECONDS = 20
_ENCRYPTED_KINDS = frozenset(("ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"))
_LARGEST_DEPTH = 8
# System.Volume.BitLockerProtection: 1 and 3 protect, 2 is off, 5 has its key beside the lock.
_WINDOWS = (
    "(New-Object -ComObject Shell.Application).NameSpace('{drive}').Self"
    ".ExtendedProperty('System.Volume.BitLockerProtection')"
)
_BITLOCKER_ON, _BITLOCKER_OFF = ("1", "3", "6"), ("2", "4", "5")


class Told(StrEnum):
    """Whether it is encrypted."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"


def disk_encrypted(folder: Path) -> Told:
    """Whether what lies in this folder is encrypted on the disk. May take seconds: not on the
    screen's thread."""
    system: str = sys.platform
    try:
        if system == "win32":
            said = _ask("powershell", "-NoProfile", "-Command", windows_question(folder))
            return windows_answer(said)
        if system == "darwin":
            return mac_answer(_ask("fdesetup", "status"))
        return linux_answer(folder)
    except (OSError, ValueError, subprocess.SubprocessError):
        return Told.CANNOT_TELL


def windows_question(folder: Path) -> str:
    """What PowerShell is asked; the drive is one letter and a colon."""
    drive = folder.resolve().drive
    if len(drive) != 2 or not drive[0].isalpha():
        raise ValueError("a folder without a drive")
    return _WINDOWS.format(drive=drive)


def windows_answer(said: str) -> Told:
    """What its answer means; nothing for drives that know no BitLocker."""
    number = said.strip()
    if number in _BITLOCKER_ON:
        return Told.YES
    return Told.NO if number in _BITLOCKER_OFF else Told.CANNOT_TELL


def mac_answer(said: str) -> Told:
    """What ``fdesetup status`` means."""
    if said.startswith("FileVault is On"):
        return Told.YES
    return Told.NO if said.startswith("FileVault is Off") else Told.CANNOT_TELL


def linux_answer(folder: Path, root: Path = Path("/")) -> Told:
    """From the mounts and the block devices of ``root``; raises OSError where they do not read."""
    number, kind, source = _mount_of(folder, root)
    if kind in _ENCRYPTED_KINDS:
        return Told.YES
    device = root / "sys/dev/block" / number
    if number.startswith("0:"):
        # Of a file system that makes its own numbers (btrfs) the source is the device.
        name = (root / source.lstrip("/")).resolve().name if source.startswith("/dev/") else ""
        device = root / "sys/class/block" / name
        if not name:
            return Told.CANNOT_TELL
    if not device.exists():
        return Told.CANNOT_TELL
    return Told.YES if _locked(device.resolve(), _LARGEST_DEPTH) else Told.NO


def _locked(device: Path, deeper: int) -> bool:
    """Whether everything that this device lies on goes through dm-crypt."""
    mark = device / "dm" / "uuid"
    if mark.exists() and mark.read_text(encoding="ascii", errors="replace").startswith("CRYPT-"):
        return True
    below = list((device / "slaves").glob("*")) if deeper else []
    return bool(below) and all(_locked(one.resolve(), deeper - 1) for one in below)


def _mount_of(folder: Path, root: Path) -> tuple[str, str, str]:
    """Device number, kind and source of the file system that the folder lies on."""
    wanted = PurePosixPath(folder.resolve())
    best: tuple[int, str, str, str] | None = None
    mounts = (root / "proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    for line in mounts.splitlines():
        head, _, tail = line.partition(" - ")
        fields, rest = head.split(), tail.split()
        if len(fields) < 5 or len(rest) < 2:
            continue
        point = PurePosixPath(_unescaped(fields[4]))
        if point == wanted or point in wanted.parents:
            length = len(point.parts)
            # Of two on one point the later one covers the other.
            if best is None or length >= best[0]:
                best = length, fields[2], rest[0], rest[1]
    if best is None:
        raise OSError("no mount")
    return best[1:]


def _unescaped(text: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, letter)
    return text


def _ask(*command: str) -> str:
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout
