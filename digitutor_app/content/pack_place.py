"""The files of a pack in memory, looked at as if they lay in a folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True)
class Bytes:
    """How many bytes a file has."""

    st_size: int


class PackPlace:
    """A file or folder of a pack; see ``content.place.Place``. Nothing of it is on a disk."""

    def __init__(self, files: Mapping[str, bytes], way: tuple[str, ...] = ()) -> None:
        self._files = files
        self._way = way

    def __repr__(self) -> str:
        return f"PackPlace({'/'.join(self._way)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PackPlace):
            return NotImplemented
        return other._files is self._files and other._way == self._way

    def __hash__(self) -> int:
        return hash(self._way)

    @property
    def name(self) -> str:
        return self._way[-1] if self._way else ""

    @property
    def parent(self) -> "PackPlace":
        return PackPlace(self._files, self._way[:-1])

    def __truediv__(self, name: str, /) -> "PackPlace":
        return PackPlace(self._files, (*self._way, *name.split("/")))

    def glob(self, pattern: str, /) -> "Iterator[PackPlace]":
        """What lies here and matches, part by part."""
        wanted = pattern.split("/")
        begin, end = len(self._way), len(self._way) + len(wanted)
        ways = (tuple(path.split("/")) for path in self._files)
        found = {way[:end] for way in ways if way[:begin] == self._way and len(way) >= end}
        for way in sorted(found):
            if all(map(fnmatchcase, way[begin:], wanted)):
                yield PackPlace(self._files, way)

    def is_file(self) -> bool:
        return self._path in self._files

    def is_dir(self) -> bool:
        start = f"{self._path}/" if self._way else ""
        return any(path.startswith(start) for path in self._files)

    def stat(self) -> Bytes:
        """Raises FileNotFoundError."""
        return Bytes(len(self._content()))

    def read_text(self, encoding: str = "utf-8") -> str:
        """Raises FileNotFoundError and UnicodeDecodeError."""
        # As a file opened for text gives it: one kind of line end.
        return self._content().decode(encoding).replace("\r\n", "\n").replace("\r", "\n")

    @property
    def _path(self) -> str:
        return "/".join(self._way)

    def _content(self) -> bytes:
        try:
            return self._files[self._path]
        except KeyError:
            raise FileNotFoundError(self._path) from None
