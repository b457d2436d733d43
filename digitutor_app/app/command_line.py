"""The console program ``digitutor``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from digitutor_app import __version__
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.i18n import _


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code: 0 well, 2 with a sentence about what is wrong."""
    given = _parser().parse_args(arguments)
    folder = DataFolder(Path(given.data).expanduser()) if given.data else DataFolder.of_user()
    if given.what == "self-check":
        from digitutor_app.app.self_check import self_check

        return self_check(sys.stdout)
    from digitutor_app.app.start import start

    return start(folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="digitutor",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=_(
            "Digitutor: digitaitojen harjoittelua harjoituskoneella, työpajassa ja ilman verkkoa.\n"
            "Ilman lisäsanoja ohjelma avaa ikkunan. Kaikki tiedot ovat yhdessä kansiossa."
        ),
        epilog=_(
            "Esimerkkejä:\n"
            "  digitutor                      avaa ohjelman\n"
            "  digitutor --data KANSIO        avaa ohjelman toisella tietokansiolla\n"
            "  digitutor self-check           tarkistaa ilman ikkunaa, että ohjelma on kunnossa\n"
            "\n"
            "Paluuarvo on 0, kun kaikki on kunnossa, ja 2, kun jotain on vialla."
        ),
    )
    parser.add_argument(
        "what",
        nargs="?",
        choices=("self-check",),
        help=_(
            "self-check: lataa sisällöt ja fontit, avaa koevaraston, tulostaa yhden arkin muistiin"
        ),
    )
    parser.add_argument(
        "--data", metavar=_("KANSIO"), help=_("tietokansio; muuten käyttäjän oma tietokansio")
    )
    parser.add_argument(
        "--version", action="version", version=f"digitutor {__version__}", help=_("ohjelman versio")
    )
    return parser
