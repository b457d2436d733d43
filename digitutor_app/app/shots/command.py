"""``digitutor shots FOLDER``: a picture of every screen in every view, and of every paper."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _, languages, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

GOOD, REFUSED = 0, 2
#: Its lines are the names of all pictures.
LIST = "pictures.txt"


def shots(out: TextIO, folder: Path) -> int:
    """Take all pictures and list them in ``pictures.txt``; 2 with a sentence when it cannot be.

    Needs a process of its own: it makes the QApplication. It takes minutes and shows no window.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            taken = _("Kansio {folder} ei ole tyhjä. Anna uuden kansion nimi.")
            out.write(taken.format(folder=folder) + "\n")
            return REFUSED
        folder.mkdir(parents=True, exist_ok=True)
        names = list(_take(out, folder))
        (folder / LIST).write_text("\n".join(names) + "\n", encoding="utf-8")
    except (WorldError, OSError) as error:
        told = _("Kuvia ei voinut ottaa kansioon {folder}: {error}")
        out.write(told.format(folder=folder, error=error) + "\n")
        return REFUSED
    many = ngettext("{count} kuva on otettu.", "{count} kuvaa on otettu.", len(names))
    out.write(many.format(count=len(names)) + "\n")
    return GOOD


def _take(out: TextIO, folder: Path) -> Iterator[str]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    from digitutor_app.app.demo.workshop import make_demo
    from digitutor_app.app.shots.papers import papers
    from digitutor_app.app.shots.tours import TOURS, stops
    from digitutor_app.app.shots.view import every_view

    with tempfile.TemporaryDirectory() as temporary:
        demo = Path(temporary) / "demo"
        make_demo(DataFolder(demo))
        for view in every_view():
            out.write(f"{view}\n")
            out.flush()
            for tour in TOURS:
                for _visitor, stop in stops(demo, tour, view):
                    yield save(stop.shown.grab().toImage(), folder / str(view), stop.name)
        for language in (found.code for found in languages.found() if found.ready):
            for name, page in papers(demo, language):
                yield save(page, folder / f"{language}-paper", name)


def save(picture: "QImage", folder: Path, name: str) -> str:
    """Write a PNG; returns its name below the folder of all pictures. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.png"
    # Quality 0 is the smallest file.
    if not picture.save(str(file), quality=0):
        raise OSError(file)
    return f"{folder.name}/{file.name}"
