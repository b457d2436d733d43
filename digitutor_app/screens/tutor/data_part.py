"""Erota tutorin kone: what parting with another tutor machine means, before it is done."""

from PySide6.QtCore import Signal

from digitutor_app.exchange.stick.sheet import TutorMachine
from digitutor_app.i18n import _
from digitutor_app.screens.data_page import DataPage
from digitutor_app.screens.exchange_words import machine_name
from digitutor_app.trust.four_words import words_of
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.two_pane import TwoPane


class PartScreen(DataPage):
    """Shows which machine it is, what changes, and the way back to it. Emits ``partRequested`` and
    ``backRequested``."""

    partRequested = Signal()

    def __init__(self, look: Look, machine: TutorMachine) -> None:
        super().__init__(look, _("Erota tutorin kone"))
        name = machine_name(machine)
        part = PlainButton(look, _("Erota: {name}").format(name=name))
        part.clicked.connect(self.partRequested)
        left = Column(
            Heading(look, _("Erotetaanko {name}?").format(name=name)),
            *(Body(look, sentence) for sentence in what_changes()),
            part,
            gap=12,
        )
        right = Column(
            Heading(look, _("Näin saat koneen takaisin")),
            Body(look, _("Tutustukaa uudestaan sivulla Vie tiedot. Verratkaa neljää sanaa.")),
            Muted(look, _("Sen neljä sanaa:")),
            Strong(look, " ".join(words_of(bytes.fromhex(machine.public)))),
            gap=12,
        )
        self.parts.rows.add(TwoPane(look, left, right, shares=(3, 2), gap=40))


def what_changes() -> list[str]:
    """What is no longer so once a machine is parted with, and what stays."""
    return [
        _("Tämä kone ei enää ota vastaan sen uusia tietoja."),
        _("Jo saadut tiedot ja poistot jäävät kummallekin koneelle."),
        _("Se ei avaa uusia tiedostoja, joita tämä kone kirjoittaa."),
        _(
            "Sen julkinen avain jää pois seuraavasta tikusta. "
            "Harjoituskoneet salaavat tiedot myös sille siihen asti, kun ne näkevät uuden tikun."
        ),
        _("Tee sama muilla tutorien koneilla."),
    ]
