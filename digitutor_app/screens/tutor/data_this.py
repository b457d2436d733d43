"""Tämä kone: how the tutor's machine and its data are."""

from digitutor_app.i18n import _
from digitutor_app.screens.data_page import DataPage
from digitutor_app.screens.laptop_words import health_words
from digitutor_app.services.laptop_health import LaptopFacts
from digitutor_app.ui_kit.labels import Body, Heading, Muted
from digitutor_app.ui_kit.look import Look


class ThisMachineScreen(DataPage):
    """Shows name, state of the store, copies, room, and the disk. Emits ``backRequested``."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, _("Tämä kone"))
        self._name = name
        self.work(_("Luen tietoja…"))

    def show_facts(self, facts: LaptopFacts, words: str, waiting: int) -> None:
        """Show these facts, the machine's four ``words``, and how many bundles wait for a newer
        program."""
        self.ready()
        rows, look = self.parts.rows, self.look
        rows.clear()
        rows.add(Heading(look, self._name))
        for sentence in health_words(facts):
            rows.add(Body(look, sentence))
        if waiting:
            rows.add(
                Body(
                    look,
                    _(
                        "Osa tiedoista odottaa uudempaa ohjelmaa ({count}). Ne ovat tallessa. "
                        "Päivitä Digitutor."
                    ).format(count=waiting),
                )
            )
        rows.add(Heading(look, _("Koneen neljä sanaa")))
        rows.add(Body(look, words))
        rows.add(
            Muted(look, _("Niistä toinen tutorin kone tunnistaa tämän, kun vertaatte sanoja."))
        )
