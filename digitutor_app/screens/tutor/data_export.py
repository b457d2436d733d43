"""Vie tiedot: everything for the other tutor machines, and how two machines get to know each
other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from digitutor_app.exchange.stick.sheet import TutorMachine
from digitutor_app.i18n import _, ngettext
from digitutor_app.screens.data_page import DataPage
from digitutor_app.screens.exchange_words import machine_name
from digitutor_app.services.introducing import Stranger
from digitutor_app.ui_kit.buttons import MainButton, PlainButton, SmallButton
from digitutor_app.ui_kit.card import AttentionCard, Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.spread import Spread
from digitutor_app.ui_kit.two_pane import TwoPane


class ExportScreen(DataPage):
    """Shows who can read what is written, this machine's four words, and who has been met.

    Emits ``writeRequested``, ``meetRequested``, ``sameRequested(Stranger)`` after the words were
    compared, ``partRequested(TutorMachine)`` and ``backRequested``.
    """

    writeRequested = Signal()
    meetRequested = Signal()
    sameRequested = Signal(object)
    partRequested = Signal(object)

    def __init__(self, look: Look, words: Sequence[str], machines: Sequence[TutorMachine]) -> None:
        """``words`` are this machine's own."""
        super().__init__(look, _("Vie tiedot"))
        self._met = Column(gap=12)
        self._who = Column(gap=8)
        self._machines: list[TutorMachine] = []
        self._strangers: list[Stranger] = []
        write = MainButton(look, _("Vie tiedot kansioon"))
        write.clicked.connect(self.writeRequested)
        what = _(
            "Tiedostoon tulee kaikki tämän koneen tiedot.\n"
            "Sen avaavat tutorien koneet ja palautusavain."
        )
        left = Column(
            Heading(look, _("Kaikki yhteen tiedostoon")), Body(look, what), self._who, write, gap=12
        )
        meet = PlainButton(look, _("Tutustu toiseen tutorin koneeseen"))
        meet.clicked.connect(self.meetRequested)
        how = _(
            "Tehkää tämä kummallakin koneella. Valitkaa sama kansio tai tikku.\n"
            "Verratkaa sitten neljää sanaa toisen koneen sivuun."
        )
        right = Column(
            Heading(look, _("Tämän koneen neljä sanaa")),
            Strong(look, " ".join(words)),
            Body(look, how),
            meet,
            self._met,
            gap=12,
        )
        self.parts.rows.add(TwoPane(look, left, right, shares=(1, 1), gap=40))
        self.show_machines(machines)

    def show_machines(self, machines: Sequence[TutorMachine]) -> None:
        """The other machines that were introduced, each with the way to part with it."""
        look, rows = self.look, self._who.rows
        rows.clear()
        self._machines = list(machines)
        if not machines:
            words = _("Muita tutorien koneita ei ole esitelty. Tutustu ensin toiseen koneeseen.")
            rows.add(Body(look, words))
            return
        rows.add(
            Body(look, ngettext("Toinen tutorin kone:", "Muut tutorien koneet:", len(machines)))
        )
        for number, machine in enumerate(machines):
            name = machine_name(machine)
            part = SmallButton(look, _("Erota"))
            part.setAccessibleName(_("Erota: {name}").format(name=name))
            part.setProperty("number", number)
            part.clicked.connect(self._on_part)
            rows.add(Card(look, Spread(look, Strong(look, name), part), padding=12))

    def show_met(self, found: Sequence[Stranger]) -> None:
        """Who has left a file in the folder; this machine's own lies there now."""
        self.ready()
        look, rows = self.look, self._met.rows
        rows.clear()
        self._strangers = [each for each in found if not each.known]
        known = [each for each in found if each.known]
        if known:
            names = ", ".join(each.said.machine.name for each in known)
            rows.add(Muted(look, _("Jo esitelty: {names}.").format(names=names)))
        if not found:
            words = _(
                "Tämän koneen tiedosto on nyt kansiossa. Tee sama toisella koneella. "
                "Paina sitten tässä uudestaan."
            )
            rows.add(Body(look, words))
        for number, stranger in enumerate(self._strangers):
            rows.add(self._card(number, stranger))

    def _card(self, number: int, stranger: Stranger) -> Card:
        look = self.look
        words = " ".join(stranger.words)
        same = PlainButton(look, _("Sanat ovat samat"))
        same.setAccessibleName(_("Sanat ovat samat, {words}").format(words=words))
        same.setProperty("number", number)
        same.clicked.connect(self._on_same)
        name = stranger.said.machine.name or _("Tutorin kone")
        return AttentionCard(
            look,
            Strong(look, f"{name}: {words}"),
            Body(look, _("Paina, kun toisen koneen sivulla on samat sanat.")),
            same,
            padding=16,
        )

    def _on_part(self) -> None:
        self.partRequested.emit(self._machines[int(self.sender().property("number"))])

    def _on_same(self) -> None:
        self.sameRequested.emit(self._strangers[int(self.sender().property("number"))])
