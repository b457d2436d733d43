"""``digitutor demo FOLDER``: a new data folder with an invented workshop in it."""

import os
import sys
from pathlib import Path
from typing import TextIO

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.domain.errors import WorldError
from digitutor_app.i18n import _

GOOD, REFUSED = 0, 2


def demo(out: TextIO, folder: Path) -> int:
    """Make the folder and say how to open it; 2 with a sentence when it cannot be made.

    Needs a process of its own: it makes the QApplication. No window is seen.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            taken = _("Kansio {folder} ei ole tyhjä. Anna uuden kansion nimi.")
            out.write(taken.format(folder=folder) + "\n")
            return REFUSED
        _make(folder)
    except (WorldError, OSError) as error:
        told = _("Kansiota {folder} ei voinut tehdä: {error}")
        out.write(told.format(folder=folder, error=error) + "\n")
        return REFUSED
    _tell(out, folder)
    return GOOD


def _make(folder: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    from digitutor_app.app.demo.workshop import make_demo

    make_demo(DataFolder(folder))


def _tell(out: TextIO, folder: Path) -> None:
    from digitutor_app.app.demo.workshop import PASSPHRASE, PIN, STICK, STORY_ENDS
    from digitutor_app.services.demo_story import LEARNERS, STORY

    lines = (
        _("Keksitty työpaja on valmis: {people} ihmistä, {laptops} konetta, kaksi päivää.").format(
            people=len(LEARNERS), laptops=len(STORY)
        ),
        _("Avaa se näin: digitutor --data {folder}").format(folder=folder),
        _("Tutorin salalause: {passphrase}").format(passphrase=PASSPHRASE),
        _("Koneen PIN: {pin}").format(pin=PIN),
        _("Ohjelman kello lähtee siitä, mihin työpaja jäi: {moment}.").format(
            moment=f"{STORY_ENDS.day}.{STORY_ENDS.month}.{STORY_ENDS.year} klo {STORY_ENDS:%H.%M}"
        ),
        _("Keruuta voi kokeilla ilman tikkua. Paina Tiedot ja koneet, Tuo tiedot"),
        _("ja Valitse tikku tai kansio. Valitse kansio {folder}").format(folder=folder / STICK),
    )
    out.write("\n".join(lines) + "\n")
