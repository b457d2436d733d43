"""The console program ``digitutor``."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from digitutor_app import __version__
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.i18n import _

if TYPE_CHECKING:
    from digitutor_app.ui_kit.fonts import FontReading

SELF_CHECK, CHECK, DEMO, SHOTS = "self-check", "check-exercise", "demo", "shots"
EXCHANGE, PREPARE_IMAGE = "exchange", "prepare-image"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code: 0 well, 1 an exercise is not sound yet, 2 with a
    sentence about what is wrong."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    return _open(*words[1:]) if _only_opens(words) else _do(_parser().parse_args(words))


def _do(given: argparse.Namespace) -> int:
    match given.what:
        case None:
            return _open(given.data)
        case "self-check":
            from digitutor_app.app.self_check import self_check

            return self_check(sys.stdout)
        case "check-exercise":
            from digitutor_app.app.exercise_check.command import check_exercise

            return check_exercise(sys.stdout, _folder(given.folder), quick=given.quick)
        case "demo":
            from digitutor_app.app.demo.command import demo

            return demo(sys.stdout, _folder(given.folder))
        case "exchange" | "prepare-image":
            return _on_data(given)
        case _:
            from digitutor_app.app.shots.command import shots

            return shots(sys.stdout, _folder(given.folder))


def _only_opens(words: list[str]) -> bool:
    """Whether the window is to be opened and nothing else: then no other words are explained."""
    return not words or (len(words) == 2 and words[0] == "--data" and not words[1].startswith("-"))


def _open(data: str | None = None) -> int:
    folder = _data_folder(data)
    fonts = begin(folder)
    try:
        from digitutor_app.app.start import start

        return start(folder, fonts)
    finally:
        gc.enable()


def begin(folder: DataFolder) -> "FontReading":
    """What a window needs before anything else, in the order that makes it quick."""
    # What is made on the way to the first picture stays; nothing of it is worth a look.
    gc.disable()
    from digitutor_app.ui_kit.fonts import FontReading

    # Read on another thread while Qt and the start page are being imported.
    fonts = FontReading(folder.typeface)
    from digitutor_app.app.plain_qt import spare_sources

    spare_sources()
    return fonts


def _on_data(given: argparse.Namespace) -> int:
    if given.what == EXCHANGE:
        return _exchange(given)
    from digitutor_app.app.prepare_image import prepare_image
    from digitutor_app.domain.clock import SystemClock

    return prepare_image(sys.stdout, _data_folder(given.data), SystemClock())


def _exchange(given: argparse.Namespace) -> int:
    from getpass import getpass

    from digitutor_app.exchange.server.command import print_schema

    if given.schema:
        return print_schema(sys.stdout, given.partitions)
    from digitutor_app.app.exchange_command import exchange
    from digitutor_app.domain.clock import SystemClock

    folder = _data_folder(given.data)
    both = given.pull == given.push
    return exchange(
        sys.stdout,
        folder,
        SystemClock(),
        getpass,
        pull=given.pull or both,
        push=given.push or both,
    )


def _data_folder(data: str | None) -> DataFolder:
    return DataFolder(_folder(data)) if data else DataFolder.of_user()


def _folder(words: str) -> Path:
    return Path(words).expanduser()


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
        "--data", metavar=_("KANSIO"), help=_("tietokansio; muuten käyttäjän oma tietokansio")
    )
    parser.add_argument(
        "--version", action="version", version=f"digitutor {__version__}", help=_("ohjelman versio")
    )
    _add_words(parser)
    return parser


def _add_words(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="what")
    words.add_parser(
        SELF_CHECK,
        help=_("lataa sisällöt ja fontit, avaa koevaraston, tulostaa yhden arkin muistiin"),
    )
    check = words.add_parser(
        CHECK, help=_("kokeilee yhden harjoituksen niin kuin osallistuja sen tekee")
    )
    check.add_argument("folder", metavar=_("KANSIO"), help=_("harjoituksen kansio"))
    check.add_argument("--quick", action="store_true", help=_("ilman ikkunaa"))
    for word, what in (
        (DEMO, _("tekee keksityn työpajan, jolla ohjelmaa voi kokeilla")),
        (SHOTS, _("tekee kuvat kaikista sivuista")),
    ):
        words.add_parser(word, help=what).add_argument(
            "folder", metavar=_("KANSIO"), help=_("uusi kansio")
        )
    words.add_parser(PREPARE_IMAGE, help=_("unohtaa koneen tunnuksen, ennen kuin kopioit levyn"))
    server = words.add_parser(
        EXCHANGE, help=_("vaihtaa tutorin koneen rivit järjestön palvelimen kanssa kerran")
    )
    server.add_argument("--pull", action="store_true", help=_("hakee muiden tiedot"))
    server.add_argument("--push", action="store_true", help=_("lähettää tämän koneen tiedot"))
    server.add_argument("--schema", action="store_true", help=_("tulostaa palvelimen SQL-tekstin"))
    server.add_argument(
        "--partitions",
        type=int,
        default=1,
        metavar=_("määrä"),
        help=_("taulujen osat palvelimella"),
    )


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
        "  digitutor exchange             vaihtaa rivit järjestön palvelimen kanssa\n"
        "  digitutor prepare-image        valmistelee koneen levyn kopioitavaksi\n"
        "\n"
        "Paluuarvo on 0, kun kaikki on kunnossa, 1, kun harjoitus ei ole vielä kunnossa,\n"
        "ja 2, kun jotain muuta on vialla."
    )
