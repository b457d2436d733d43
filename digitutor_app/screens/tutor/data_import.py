"""Tuo tiedot: first what lies there and what it would bring, then it is taken in."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from digitutor_app.exchange.errors import BundleOldError
from digitutor_app.i18n import _
from digitutor_app.screens import collect_words
from digitutor_app.screens.data_page import DataPage
from digitutor_app.services.collected import Collected
from digitutor_app.trust.four_words import words_of
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.card import AttentionCard, Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look


class ImportScreen(DataPage):
    """Shows what a place would bring, before it is taken in.

    Emits ``folderRequested``, ``fileRequested``, ``takeRequested(old too)``,
    ``oldRequested`` (look again, with old bundles), ``laptopRequested(public key)`` and
    ``machineRequested(public key)`` after the words were compared, and ``backRequested``.
    """

    folderRequested = Signal()
    fileRequested = Signal()
    takeRequested = Signal(bool)
    oldRequested = Signal()
    laptopRequested = Signal(str)
    machineRequested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Tuo tiedot"))
        self._old_too = False
        self._found = Column(gap=12)
        folder = PlainButton(look, _("Valitse tikku tai kansio"))
        file = PlainButton(look, _("Valitse tiedosto"))
        folder.clicked.connect(self.folderRequested)
        file.clicked.connect(self.fileRequested)
        what = _(
            "Työpajan tikku ei tarvitse tätä: ohjelma tuo sen tiedot itse.\n"
            "Tässä tuot tiedot muualta. Näet ensin, mitä niissä on."
        )
        for part in (Body(look, what), Flow(folder, file), self._found):
            self.parts.rows.add(part)

    def show_preview(
        self,
        where: str,
        found: Collected,
        numbers: Mapping[str, int],
        machines: Sequence[str],
        *,
        old_too: bool = False,
    ) -> None:
        """Show what would come from ``where``; ``numbers`` of the laptops by public key, and the
        keys of tutor ``machines`` that have left their file there too."""
        self.ready()
        self._old_too = old_too
        look, rows = self.look, self._found.rows
        rows.clear()
        rows.add(Heading(look, where))
        for sentence in collect_words.told(found, looked=True):
            rows.add(Body(look, sentence))
        old = any(isinstance(each.error, BundleOldError) for each in found.refused)
        for sentence in collect_words.refusals(found.refused, numbers):
            rows.add(Muted(look, sentence))
        if old:
            rows.add(self._old_card())
        for public in collect_words.strangers(found.refused):
            rows.add(self._stranger_card(public, machine=public in machines))
        if any(not each.preview.nothing and not each.rehearsal for each in found.arrived):
            take = MainButton(look, _("Tuo tiedot"))
            take.clicked.connect(self._on_take)
            rows.add(take)

    def say_taken(self, taken: Collected, numbers: Mapping[str, int]) -> None:
        """What has come in."""
        self._found.rows.clear()
        refused = collect_words.refusals(taken.refused, numbers)
        self.tell(_("Tiedot on tuotu"), [*collect_words.told(taken, looked=True), *refused])

    def _old_card(self) -> Card:
        look = self.look
        button = PlainButton(look, _("Ota vanhatkin mukaan"))
        button.clicked.connect(self.oldRequested)
        return AttentionCard(
            look,
            Strong(look, _("Osa tiedoista on yli puoli vuotta vanhoja")),
            Body(look, _("Jos tikku on ollut kauan laatikossa, tiedot voi silti tuoda.")),
            button,
            padding=16,
        )

    def _stranger_card(self, public: str, *, machine: bool) -> Card:
        look = self.look
        words = " ".join(words_of(bytes.fromhex(public)))
        sentence = _(
            "Katso saman koneen sivulta Tämä kone sen neljä sanaa.\n"
            "Esittele kone, jos sanat ovat samat."
        )
        key, verb = "laptop", _("Sanat ovat samat: harjoituskone")
        if machine:
            key, verb = "machine", _("Sanat ovat samat: tutorin kone")
        button = PlainButton(look, verb)
        button.setAccessibleName(f"{verb}, {words}")
        button.setProperty("public", public)
        button.clicked.connect(self._on_machine if key == "machine" else self._on_laptop)
        return AttentionCard(
            look,
            Strong(look, _("Tuntematon kone: {words}").format(words=words)),
            Body(look, sentence),
            button,
            padding=16,
        )

    def _on_take(self) -> None:
        if not self.working:
            self.takeRequested.emit(self._old_too)

    def _on_laptop(self) -> None:
        self.laptopRequested.emit(str(self.sender().property("public")))

    def _on_machine(self) -> None:
        self.machineRequested.emit(str(self.sender().property("public")))
