"""The console program ``digitutor``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from digitutor_app import __version__
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.i18n import _

CHECK, DEMO, SHOTS = "check-exercise", "demo", "shots"
#: What needs a folder.
_IN_FOLDER = (CHECK, DEMO, SHOTS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code: 0 well, 1 an exercise is not sound yet, 2 with a
    sentence about what is wrong."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if (given.what in _IN_FOLDER) is not bool(given.folder):
        parser.error(_("check-exercise, demo ja shots tarvitsevat kansion, muut eivät"))
    if given.quick and given.what != CHECK:
        parser.error(_("--quick kuuluu sanaan check-exercise"))
    if given.folder:
        return _in_folder(given.what, Path(given.folder).expanduser(), quick=given.quick)
    folder = DataFolder(Path(given.data).expanduser()) if given.data else DataFolder.of_user()
    if given.what == "self-check":
        from digitutor_app.app.self_check import self_check

        return self_check(sys.stdout)
    from digitutor_app.ui_kit.fonts import FontReading

    # Unpacked on another thread while Qt and the start page are being imported.
    fonts = FontReading()
    from digitutor_app.app.start import start

    return start(folder, fonts)


def _in_folder(what: str, folder: Path, *, quick: bool) -> int:
    if what == DEMO:
        from digitutor_app.app.demo.command import demo

        return demo(sys.stdout, folder)
    if what == SHOTS:
        from digitutor_app.app.shots.command import shots

        return shots(sys.stdout, folder)
    from digitutor_app.app.exercise_check.command import check_exercise

    return check_exercise(sys.stdout, folder, quick=quick)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="digitutor",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=_(
            "Digitutor: digitaitojen harjoittelua harjoituskoneella, työpajassa ja ilman verkkoa.\n"
            "Ilman lisäsanoja ohjelma avaa ikkunan. Kaikki tiedot ovat yhdessä kansiossa."
        ),
        epilog=_examples(),
    )
    parser.add_argument(
        "what",
        nargs="?",
        choices=("self-check", *_IN_FOLDER),
        help=_(
            "self-check: lataa sisällöt ja fontit, avaa koevaraston, tulostaa yhden arkin muistiin;"
            " check-exercise: kokeilee yhden harjoituksen niin kuin osallistuja sen tekee;"
            " demo: tekee keksityn työpajan, jolla ohjelmaa voi kokeilla;"
            " shots: tekee kuvat kaikista sivuista"
        ),
    )
    parser.add_argument(
        "folder",
        nargs="?",
        metavar=_("KANSIO"),
        help=_("harjoituksen kansio, tai uusi kansio (demo, shots)"),
    )
    parser.add_argument("--quick", action="store_true", help=_("check-exercise ilman ikkunaa"))
    parser.add_argument(
        "--data", metavar=_("KANSIO"), help=_("tietokansio; muuten käyttäjän oma tietokansio")
    )
    parser.add_argument(
        "--version", action="version", version=f"digitutor {__version__}", help=_("ohjelman versio")
    )
    return parser


def _examples() -> str:
    return _(
        "Esimerkkejä:\n"
        "  digitutor                      avaa ohjelman\n"
        "  digitutor --data KANSIO        avaa ohjelman toisella tietokansiolla\n"
        "  digitutor self-check           tarkistaa ilman ikkunaa, että ohjelma on kunnossa\n"
        "  digitutor check-exercise KANSIO\n"
        "                                 kokeilee harjoituksen ja kertoo, mitä siitä puuttuu\n"
        "  digitutor demo KANSIO          tekee uuden tietokansion, jossa on keksitty työpaja\n"
        "  digitutor shots KANSIO         kuvaa ohjelman kaikki sivut ja paperit kansioon\n"
        "\n"
        "Paluuarvo on 0, kun kaikki on kunnossa, 1, kun harjoitus ei ole vielä kunnossa,\n"
        "ja 2, kun jotain muuta on vialla."
    )
