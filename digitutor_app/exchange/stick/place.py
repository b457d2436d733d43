"""Where the workshop lies on a stick (or in any folder), and how it is put there."""

import os
from dataclasses import dataclass
from pathlib import Path

from digitutor_app.exchange.plain_file import read_plain, real_folder
from digitutor_app.exchange.stick.errors import NoStickError, StickFileError, StickRefusedError
from digitutor_app.exchange.stick.receipts import NAME as RECEIPTS
from digitutor_app.exchange.stick.receipts import Receipts, read_receipts
from digitutor_app.exchange.stick.sheet import NAME as SHEET
from digitutor_app.exchange.stick.sheet import Sheet, read_sheet
from digitutor_app.exchange.stick.signed import LARGEST
from digitutor_app.trust.durable import sync_folder

FOLDER = "DIGITUTOR"
BUNDLES = "bundles"


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick; ``root`` is where it is mounted. Nothing of ours lies outside ``folder``."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / FOLDER

    @property
    def bundles(self) -> Path:
        """Where laptops put what they deliver."""
        return self.folder / BUNDLES

    @property
    def has_workshop(self) -> bool:
        """Whether a workshop's sheet is there (it may still be torn or a stranger's)."""
        return not self._leads_away and (self.folder / SHEET).is_file()

    @property
    def is_prepared(self) -> bool:
        """Whether there is a place for bundles, on the stick itself."""
        return self.bundles.is_dir() and not self._leads_away

    @property
    def _leads_away(self) -> bool:
        return self.folder.is_symlink() or self.bundles.is_symlink()

    def sheet(self) -> tuple[bytes, Sheet]:
        """Who signed the sheet, and the sheet; raises NoStickError and StickFileError."""
        return read_sheet(self._content(SHEET))

    def receipts(self) -> tuple[bytes, Receipts] | None:
        """Who signed the receipts, and the receipts; None where there are none that hold."""
        try:
            return read_receipts(self._content(RECEIPTS))
        except (NoStickError, StickFileError):
            return None

    def put(self, name: str, content: bytes) -> None:
        """Put one of the signed files in its place; raises StickRefusedError.

        It lies on the stick, and was read back from there, when this returns. Where the stick is
        pulled out meanwhile the file is the old one, the new one, or torn and so not believed.
        """
        draft = self.folder / f"{name}.part"
        try:
            # Whatever lies under this name: nothing is written through it.
            draft.unlink(missing_ok=True)
            with draft.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.folder / name)
            sync_folder(self.folder)
            kept = read_plain(self.folder / name, len(content) + 1)
        except OSError as error:
            raise StickRefusedError(str(error)) from error
        if kept != content:
            raise StickRefusedError("the stick does not keep what is written on it")

    def prepare(self, sheet: bytes) -> None:
        """Write the workshop's signed sheet; bundles that lie on the stick stay."""
        try:
            for folder in (self.folder, self.bundles):
                real_folder(folder)
        except OSError as error:
            raise StickRefusedError(str(error)) from error
        self.put(SHEET, sheet)

    def answer(self, receipts: bytes) -> None:
        """Write the signed receipts."""
        self.put(RECEIPTS, receipts)

    def _content(self, name: str) -> bytes:
        try:
            if self._leads_away:
                raise NoStickError("a link to another place")
            return read_plain(self.folder / name, LARGEST + 1)
        except OSError as error:
            raise NoStickError(str(error)) from error
