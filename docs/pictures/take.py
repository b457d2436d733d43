"""Takes anew the pictures that these pages show: ``.venv/bin/python docs/pictures/take.py``.

They are those of ``digitutor shots``, of the invented workshop, in one view. Which ones, the pages
say: every picture that a page shows is taken, under the name of its stop; ``paper-`` is a sheet.
"""

import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.demo.workshop import make_demo
from digitutor_app.app.shots.papers import papers
from digitutor_app.app.shots.tours import TOURS, stops
from digitutor_app.app.shots.view import View
from digitutor_app.i18n import MASTER

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
#: The largest picture, bytes.
LARGEST = 150_000
_LINK = re.compile(r"pictures/([\w-]+)\.png")
_COLOURS = 256


def wanted() -> set[str]:
    """The names of all pictures that the pages show."""
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    return {name for page in pages for name in _LINK.findall(page.read_text(encoding="utf-8"))}


def with_few_colours(picture: QImage) -> QImage:
    """The picture in its 256 most frequent colours: a quarter of the bytes."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    table = [colour for colour, _count in Counter(pixels).most_common(_COLOURS)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table)


def taken(demo: Path, missing: set[str]) -> Iterator[tuple[str, QImage]]:
    """Those pictures that are missing, as far as there are any."""
    for tour in TOURS:
        for _visitor, stop in stops(demo, tour, View()):
            if stop.name in missing:
                yield stop.name, stop.shown.grab().toImage()
    for name, page in papers(demo, MASTER):
        if f"paper-{name}" in missing:
            yield f"paper-{name}", page


def main(pictures: Path = HERE, made: Path | None = None) -> int:
    """Take them; the exit code is 1 when a page shows what no tour passes.

    ``made`` is a folder of the invented workshop; without it one is made.
    """
    app = QApplication([])
    app.setStyle("Fusion")
    missing = wanted()
    with tempfile.TemporaryDirectory() as folder:
        demo = made or Path(folder) / "demo"
        if made is None:
            make_demo(DataFolder(demo))
        for name, picture in taken(demo, missing):
            missing.remove(name)
            file = pictures / f"{name}.png"
            if not with_few_colours(picture).save(str(file), quality=0):
                raise OSError(file)
            size = file.stat().st_size
            sys.stdout.write(f"{file.name}: {size} bytes\n")
            if size > LARGEST:
                raise ValueError(f"{file.name} is larger than {LARGEST} bytes")
    sys.stdout.write("".join(f"nobody passes {name}\n" for name in sorted(missing)))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
