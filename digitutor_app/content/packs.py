"""Content packs from outside: a zip, read member by member into memory, with limits on everything.

Nothing is ever written, nothing outside the given bytes is opened, and no file of the pack becomes
more than it says. What comes out is a shelf that a Catalogue reads like any folder; whether its
exercises are sound is then for the Catalogue's own checks.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from digitutor_app.content.pack_pictures import ogg_trouble, png_trouble, svg_trouble
from digitutor_app.content.pack_place import PackPlace
from digitutor_app.content.toml_bombs import bomb
from digitutor_app.domain.errors import WorldError

MOST_FILES = 200
LARGEST_PACK = 64_000_000
LARGEST_FILE = 20_000_000
LARGEST_TOML = 200_000
#: Of all TOML together, since reading it costs the most time.
MOST_TOML = 2_000_000
#: Of all files together, unpacked.
MOST_BYTES = 64_000_000
#: Unpacked bytes for a packed one.
STEEPEST = 100

_NAME = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)*(?:\.[a-z]{2,3})?\.(?:toml|png|svg|ogg)")
_FOLDER = re.compile(r"(?:[a-z0-9_-]+/)+")
_LONGEST_NAME = 120
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
# The record at the end of a zip: its mark, how many members, size and place of their list, comment.
_END = struct.Struct("<4s4H2LH")
_END_MARK, _END64_MARK = b"PK\x05\x06", b"PK\x06\x07"
_LONGEST_LIST = (MOST_FILES + 1) * (46 + _LONGEST_NAME + 200)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_REGULAR = 0o100000
_KIND = 0o170000
_CHECKS: Mapping[str, Callable[[bytes], str]] = {
    "png": png_trouble,
    "svg": svg_trouble,
    "ogg": ogg_trouble,
}


class PackError(WorldError):
    """A pack is refused: ``member`` is the file inside ("" for the pack), ``reason`` says why."""

    def __init__(self, member: str, reason: str) -> None:
        super().__init__(f"{member}: {reason}" if member else reason)
        self.member = member
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack in memory: its files by name."""

    files: Mapping[str, bytes]

    @property
    def shelf(self) -> PackPlace:
        """What ``Catalogue(shelf, problem)`` reads."""
        return PackPlace(self.files)


def read_pack_file(file: Path) -> Pack:
    """The pack in this file; raises PackError, also where the file cannot be read."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_PACK + 1)
    except OSError as error:
        raise PackError("", f"a file that cannot be read ({error.strerror})") from error
    return read_pack(content)


def read_pack(content: bytes) -> Pack:
    """The pack in these bytes; raises PackError and nothing else."""
    _check_end(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [m for m in archive.infolist() if not _is_folder(m)]
            _check_list(members)
            files: dict[str, bytes] = {}
            for member in members:
                files[member.orig_filename] = _read(archive, member)
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError),
        *(ValueError, struct.error, OverflowError),
    ) as error:
        raise PackError("", f"not a zip that can be read ({type(error).__name__})") from error
    for name, said in files.items():
        _check_content(name, said)
    return Pack(MappingProxyType(files))


def _check_end(content: bytes) -> None:
    """The list of members is bounded before anybody reads it, and there is nothing but the zip."""
    if len(content) > LARGEST_PACK:
        raise PackError("", f"more than {LARGEST_PACK} bytes")
    if len(content) < _END.size or content[-_END.size :][:4] != _END_MARK:
        raise PackError("", "not a zip, or a zip with a comment")
    _mark, disk, first, here, all_, size, place, comment = _END.unpack(content[-_END.size :])
    if content[-_END.size - 20 :][:4] == _END64_MARK or 0xFFFF in (disk, first, here, all_):
        raise PackError("", "a zip of the large kind")
    if disk or first or comment or here != all_:
        raise PackError("", "a zip in parts or with a comment")
    if all_ > 2 * MOST_FILES or size > _LONGEST_LIST:
        raise PackError("", f"more than {MOST_FILES} files")
    if place + size + _END.size != len(content):
        raise PackError("", "something before or within the zip")


def _is_folder(member: zipfile.ZipInfo) -> bool:
    name = member.orig_filename
    return bool(_FOLDER.fullmatch(name)) and len(name) <= _LONGEST_NAME and not member.file_size


def _check_list(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES:
        raise PackError("", f"more than {MOST_FILES} files")
    seen: set[str] = set()
    for member in members:
        _check_member(member)
        if member.orig_filename in seen:
            raise PackError(member.orig_filename, "there twice")
        seen.add(member.orig_filename)
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise PackError("", f"more than {MOST_BYTES} bytes unpacked")
    toml = sum(m.file_size for m in members if m.orig_filename.endswith(".toml"))
    if toml > MOST_TOML:
        raise PackError("", f"more than {MOST_TOML} bytes of TOML")


def _check_member(member: zipfile.ZipInfo) -> None:
    """Its name and what the list says about it."""
    name = member.orig_filename
    shown = ascii(name[:_LONGEST_NAME])[1:-1]
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        raise PackError(shown, "a name that is not allowed")
    if any(part.partition(".")[0] in _DEVICES for part in name.split("/")):
        raise PackError(shown, "a name of a device")
    kind = (member.external_attr >> 16) & _KIND
    if kind not in (0, _REGULAR):
        raise PackError(shown, "a link or no file")
    if member.flag_bits & _ENCRYPTED:
        raise PackError(shown, "locked with a password")
    if member.compress_type not in _PACKINGS:
        raise PackError(shown, "packed in another way")
    largest = LARGEST_TOML if name.endswith(".toml") else LARGEST_FILE
    if member.file_size > largest:
        raise PackError(shown, f"more than {largest} bytes")
    if member.file_size > STEEPEST * max(1, member.compress_size):
        raise PackError(shown, f"packed more than {STEEPEST} times smaller")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Never more than the list said, whatever the packed bytes unpack to."""
    with archive.open(member) as opened:
        content = opened.read(member.file_size + 1)
    if len(content) != member.file_size:
        raise PackError(member.orig_filename, "another size than the list says")
    return content


def _check_content(name: str, content: bytes) -> None:
    ending = name.rpartition(".")[2]
    if ending == "toml":
        try:
            wrong = bomb(content.decode("utf-8"))
        except UnicodeDecodeError:
            wrong = "not text in UTF-8"
    else:
        wrong = _CHECKS[ending](content)
    if wrong:
        raise PackError(name, wrong)
