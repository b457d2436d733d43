"""Tiedot ja koneet: how everything is, in a line each, with the way to each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _, ngettext
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.screens import collect_words
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.data_overview import Overview
from digitutor_app.services.words import tutor_pages
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.flow import CardGrid
from digitutor_app.ui_kit.labels import Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill
from digitutor_app.ui_kit.side_page import SidePage


class DataScreen(QWidget):
    """Shows a card for each noun; what they say comes with ``show_overview``.

    Emits ``chosen(key)``: "stick", "laptops", "collected", "import", "export", "folder", "server"
    (only where the organisation has one), "backups", "erasures", "this" or "keys";
    ``pageRequested(key)`` for another page of the menu and ``lockRequested``.
    """

    chosen = Signal(str)
    pageRequested = Signal(str)
    lockRequested = Signal()

    def __init__(self, look: Look, *, server: bool = False) -> None:
        super().__init__()
        lock = SmallButton(look, _("Lukitse"))
        top = TopBar(look, _("Tiedot ja koneet"), lock)
        self._page = SidePage(look, top, tutor_pages(), "data")
        self._first = Strong(look, _("Luen tietoja…"))
        self._names, details = _names(), _details()
        if not server:
            del self._names["server"]
        self._cards = {
            key: CardButton(look, name, details.get(key, "")) for key, name in self._names.items()
        }
        grid = CardGrid(look, *self._cards.values(), columns=3, narrowest=250)
        for key, card in self._cards.items():
            card.setProperty("key", key)
            card.clicked.connect(self._on_card)
        self._page.rows.add(self._first)
        self._page.rows.add(grid)
        fill(self, self._page)
        self._page.chosen.connect(self.pageRequested)
        lock.clicked.connect(self.lockRequested)

    def show_overview(self, now: Overview) -> None:
        """Show how everything is."""
        room = now.room
        count = len(room.laptops)
        if count and room.workshop:
            missing = collect_words.missing(room.missing)
            self._first.setText(missing or _("Kaikilta koneilta on tullut tietoja tänään."))
        elif count:
            self._first.setText(_("Tänään ei ole työpajaa. Koneiden tiedot ovat tallessa täällä."))
        else:
            self._first.setText(_("Aloita tästä: valmistele työpajan tikku."))
        laptops = ngettext("{count} kone", "{count} konetta", count).format(count=count)
        nobody = _("Koneita ei ole nyt") if room.given_back else _("Koneita ei ole vielä")
        self._show("laptops", laptops if count else nobody)
        self._show("backups", _backup(now))
        self._show("erasures", _erasures(now))
        self._show("this", _this(now))
        self._show("folder", _folder(now))
        if now.put_aside:
            words = ngettext("{count} tieto jäi sivuun", "{count} tietoa jäi sivuun", now.put_aside)
            self._show("collected", words.format(count=now.put_aside))

    def show_server(self, detail: str) -> None:
        """Show how the exchange with the server is, where there is a card for it."""
        if "server" in self._cards:
            self._show("server", detail)

    def say_trouble(self, error: Exception) -> None:
        """The facts could not be read."""
        self._page.banner.say(". ".join(opening_trouble(error)))

    def _show(self, key: str, detail: str) -> None:
        self._cards[key].set_card(self._names[key], detail)

    def _on_card(self) -> None:
        self.chosen.emit(str(self.sender().property("key")))


def _backup(now: Overview) -> str:
    if now.backup is None:
        return _("Ei vielä yhtään")
    day, time = short_date(now.backup.date()), clock_time(now.backup)
    return _("Viimeisin {day} klo {time}").format(day=day, time=time)


def _erasures(now: Overview) -> str:
    if now.pending:
        return ngettext("{count} odottaa", "{count} odottaa", now.pending).format(count=now.pending)
    return _("Mikään ei odota")


def _this(now: Overview) -> str:
    if now.health.damaged:
        return _("Tiedoissa on vikaa")
    return (
        _("Tiedot ovat kunnossa") if now.health.checked else _("Tietoja ei ole vielä tarkistettu")
    )


def _folder(now: Overview) -> str:
    if now.folder is None:
        return _("Ei käytössä")
    return _("Ohjelma tuo uudet tiedot itse") if now.follows else _("Valittu, tuonti ei ole päällä")


def _names() -> dict[str, str]:
    return {
        "stick": _("Valmistele tikku"),
        "laptops": _("Koneet"),
        "collected": _("Keruu"),
        "import": _("Tuo tiedot"),
        "export": _("Vie tiedot"),
        "folder": _("Jaettu kansio"),
        "server": _("Palvelin"),
        "backups": _("Varmuuskopiot"),
        "erasures": _("Poistot"),
        "this": _("Tämä kone"),
        "keys": _("Tutorit ja avaimet"),
    }


def _details() -> dict[str, str]:
    """What is said of a card whatever the facts are."""
    return {
        "stick": _("Työpajan koneille"),
        "collected": _("Mitä koneilta on tullut"),
        "import": _("Tikulta, kansiosta tai tiedostosta"),
        "export": _("Toiselle tutorin koneelle"),
        "keys": _("Kuka avaa tämän koneen"),
    }
