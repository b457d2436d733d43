"""A tutor's words: four are offered, typed once to be sure; own ones are possible too."""

from PySide6.QtCore import Qt, Signal

from digitutor_app.i18n import _
from digitutor_app.screens.key_form import KeyForm
from digitutor_app.services.gate import SHORTEST
from digitutor_app.trust.four_words import offer_passphrase
from digitutor_app.trust.slots import forgiving
from digitutor_app.ui_kit.buttons import LinkButton, SmallButton
from digitutor_app.ui_kit.card import SoftCard
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fields import PassphraseField, TextField
from digitutor_app.ui_kit.labels import Body, Instruction
from digitutor_app.ui_kit.look import Look

#: The longest name that a list shows whole.
LONGEST_NAME = 40


class WordsScreen(KeyForm):
    """Shows four words in large letters, a field for the name (if it is asked), and a field to type
    the words into; or two fields for words of one's own.

    Emits ``chosen(name, passphrase)``, ``backRequested`` and, the first time, ``pinRequested`` and
    ``laptopRequested``.
    """

    chosen = Signal(str, str)
    pinRequested = Signal()
    laptopRequested = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        sentences: str,
        verb: str,
        *,
        bar: str,
        ask_name: str = "",
        first: bool = False,
    ) -> None:
        """``ask_name`` labels the field for the name; ``first``: this laptop can still become one
        to practise on."""
        super().__init__(look, bar, title, sentences, verb)
        self._own = False
        self._name = TextField(look, ask_name or _("Nimi"), _("Etunimi tai lempinimi riittää."))
        self._name.edit.setMaxLength(LONGEST_NAME)
        self._asks_name = bool(ask_name)
        self._offered = Instruction(look, offer_passphrase())
        self._others = SmallButton(look, _("Näytä toiset sanat"))
        note = _("Kirjoita sanat paperille. Pidä paperi itselläsi.")
        self._offer = SoftCard(look, self._offered, Body(look, note), self._others, padding=18)
        self._typed = PassphraseField(look, "")
        self._again = PassphraseField(look, _("Salalause uudestaan"))
        self._switch = LinkButton(look, "")
        pin = LinkButton(look, _("Tämä on harjoituskone: valitse PIN"))
        self._advice = Body(
            look, _("Valitse ainakin neljä sanaa, joita kukaan ei arvaa.\nÄlä käytä nimiä.")
        )
        laptop = LinkButton(look, _("Näytä tämän koneen tiedot"))
        side = Column(self._offer, self._advice, self._switch, pin, laptop)
        self.fill((self._name, self._typed, self._again), side=side)
        self._name.setVisible(self._asks_name)
        for link in (pin, laptop):
            link.setVisible(first)
        self._others.clicked.connect(self._on_others)
        self._switch.clicked.connect(self._on_switch)
        pin.clicked.connect(self.pinRequested)
        laptop.clicked.connect(self.laptopRequested)
        for field in (self._name, self._typed, self._again):
            field.submitted.connect(self._on_main)
        self._word()
        self._begin()

    @property
    def offered(self) -> str:
        """The four words that are shown."""
        return self._offered.text()

    def act(self) -> None:
        name = " ".join(self._name.text().split())
        if self._asks_name and not name:
            self._name.show_trouble(_("Kirjoita tähän nimi, jolla muut tutorit tuntevat sinut."))
            self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._own_fits() if self._own else self._offer_fits():
            self.chosen.emit(name, self._typed.text())

    def _offer_fits(self) -> bool:
        if forgiving(self._typed.text()).casefold() == forgiving(self.offered):
            self._typed.set_text(self.offered)
            return True
        return self._trouble_with(
            self._typed, _("Kirjoita samat neljä sanaa kuin yllä. Paina Näytä ja vertaa niitä.")
        )

    def _own_fits(self) -> bool:
        length = len(forgiving(self._typed.text()))
        if length < SHORTEST:
            words = _(
                "Tässä on {length} merkkiä ilman välilyöntejä. "
                "Tarvitaan vähintään {count}. Lisää yksi sana."
            )
            return self._trouble_with(self._typed, words.format(length=length, count=SHORTEST))
        if forgiving(self._again.text()) != forgiving(self._typed.text()):
            return self._trouble_with(
                self._again, _("Tässä on eri teksti kuin yllä. Paina Näytä ja vertaa niitä.")
            )
        return True

    def _trouble_with(self, field: TextField, sentence: str) -> bool:
        field.show_trouble(sentence)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _word(self) -> None:
        self._offer.setVisible(not self._own)
        self._advice.setVisible(self._own)
        self._again.setVisible(self._own)
        if self._own:
            help_line = _("Vähintään {count} merkkiä.").format(count=SHORTEST)
            self._typed.set_words(_("Salalause"), help_line)
            self._switch.set_text(_("Näytä neljä valmista sanaa"))
        else:
            self._typed.set_words(_("Kirjoita sanat tähän"))
            self._switch.set_text(_("Valitsen oman salalauseen"))

    def _on_others(self) -> None:
        self._offered.setText(offer_passphrase())
        self._typed.set_text("")

    def _on_switch(self) -> None:
        self._own = not self._own
        for field in (self._typed, self._again):
            field.set_text("")
            field.clear_trouble()
        self._word()
        self._begin()

    def _begin(self) -> None:
        """The keyboard begins in the first field that is empty still."""
        asks = self._asks_name and not self._name.text().strip()
        begin = self._name if asks else self._typed
        begin.edit.setFocus(Qt.FocusReason.OtherFocusReason)
