"""``digitutor self-check``: proves without a window that the program has all its parts."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TextIO

from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.certificates import CertificateContent
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.errors import DigitutorError
from digitutor_app.domain.people import Person
from digitutor_app.i18n import _
from digitutor_app.i18n.places import exercises, resources

GOOD, BAD = 0, 2


def self_check(out: TextIO, folder: Path | None = None) -> int:
    """Check every part, write a line for each to ``out``; 0 when all are sound, else 2.

    ``folder`` stands in for the exercises.
    """
    checks: list[tuple[str, Callable[[], str]]] = [
        (_("Harjoitukset"), lambda: _content(folder or exercises())),
        (_("Kuvat ja fontti"), _pictures),
        (_("Tietovarasto"), _store),
        (_("Tuloste"), _sheet),
    ]
    result = GOOD
    for name, check in checks:
        try:
            out.write(f"{name}: {check()}\n")
        except (DigitutorError, OSError, ImportError) as error:
            what_to_do = _("Asenna ohjelma uudelleen tai kysy vetäjältä.")
            out.write(_("{name}: ei kunnossa.").format(name=name) + f" {error} {what_to_do}\n")
            result = BAD
    return result


def _content(folder: Path) -> str:
    catalogue = Catalogue(folder, RoomsFound().vocabulary().problem)
    problems = catalogue.problems("fi")
    if problems:
        raise problems[0]
    count = len(catalogue.sound_ids("fi"))
    modules = len(catalogue.modules())
    if not count or not modules:
        raise FileNotFoundError(_("Harjoituksia ei löytynyt."))
    return _("kunnossa, {count} harjoitusta ja {modules} moduulia").format(
        count=count, modules=modules
    )


def _pictures() -> str:
    from digitutor_app.domain.codes import SECOND_WORDS, picture_name
    from digitutor_app.printing.fonts import shape

    for word in SECOND_WORDS:
        (resources() / "codes" / picture_name(word)).read_bytes()
    shape("Nguyễn محمد")
    return _("kunnossa")


def _store() -> str:
    from digitutor_app.store.opening import open_store

    with tempfile.TemporaryDirectory() as temporary:
        store = open_store(Path(temporary) / "check.db", bytes(32), SystemClock())
        try:
            store.people.put(Person(id="00000000-0000-4000-8000-000000000000"))
        finally:
            store.close()
    return _("kunnossa")


def _sheet() -> str:
    from digitutor_app.printing.sheets.certificate import certificate_pdf

    day = date(2026, 11, 24)
    content = CertificateContent(
        language="fi",
        name="Nguyễn Thị Ánh",
        workshop="Digitaitojen perusteet",
        days=(day,),
        quarter_hours=8,
        contents=("Tiedostot ja kansiot",),
        organisers=("Sedu", "SeAMK"),
        place="Seinäjoki",
        issued=day,
    )
    size = len(certificate_pdf(content))
    return _("kunnossa, {size} tavua").format(size=size)
