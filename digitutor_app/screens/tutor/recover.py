"""A forgotten passphrase: the recovery key is typed from its paper; then who gets new words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from digitutor_app.i18n import _
from digitutor_app.i18n.formats import listed
from digitutor_app.screens.key_form import KeyForm
from digitutor_app.screens.key_form_words import wait_words
from digitutor_app.services.errors import GateWaitError
from digitutor_app.services.gate import Tutor
from digitutor_app.trust.errors import (
    KeyDamagedError,
    KeyMissingError,
    WrongPassphraseError,
)
from digitutor_app.trust.recovery import RecoveryLengthError, RecoveryTypingError
from digitutor_app.ui_kit.area_field import AreaField
from digitutor_app.ui_kit.choices import Choices
from digitutor_app.ui_kit.look import Look

#: The answer of somebody who is not in the list.
OTHER = "other"


class RecoverScreen(KeyForm):
    """Shows a field for the groups. Emits ``typed(text)`` and ``backRequested``."""

    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            _("Tutorille"),
            _("Kirjoita palautusavain"),
            _(
                "Ota palautusavaimen paperi.\n"
                "Kirjoita ryhmät järjestyksessä. Isot ja pienet kirjaimet käyvät."
            ),
            _("Jatka"),
        )
        self._key = AreaField(look, _("Palautusavain"), _("12 ryhmää. Erota ne välilyönnillä."))
        self.fill((self._key,))
        self._key.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> None:
        self.typed.emit(self._key.text())

    def failed(self, error: Exception) -> None:
        if isinstance(error, RecoveryTypingError):
            sentence = _typing_words(error)
        elif isinstance(error, WrongPassphraseError):
            sentence = _(
                "Tämä palautusavain ei avannut tietoja. Tiedot ovat tallessa. "
                "Katso paperista päivä ja kone: onko sinulla uusin paperi?"
            )
        elif isinstance(error, GateWaitError):
            sentence = wait_words(error.seconds)
        elif isinstance(error, (KeyDamagedError, KeyMissingError)):
            self.ready()
            self.say(*_file_words(error))
            return
        else:
            super().failed(error)
            return
        self.ready()
        self._key.show_trouble(sentence)
        self._key.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class RecoverWhoScreen(KeyForm):
    """Shows who can open the store. Emits ``chosen(tutor id)``, "" for somebody else, and
    ``backRequested``."""

    chosen = Signal(str)

    def __init__(self, look: Look, tutors: Sequence[Tutor]) -> None:
        super().__init__(
            look,
            _("Tutorille"),
            _("Kenen salalause unohtui?"),
            _("Hän saa uuden salalauseen. Muiden salalauseet eivät muutu."),
            _("Jatka"),
        )
        named = [(tutor.id, tutor.name) for tutor in tutors]
        self._who = Choices(look, [*named, (OTHER, _("Joku muu"))])
        self.fill((self._who,))

    def act(self) -> None:
        if not self._who.current:
            self.say(_("Valitse ensin, kuka saa uuden salalauseen"), "")
            return
        self.chosen.emit("" if self._who.current == OTHER else self._who.current)


def _file_words(error: KeyDamagedError | KeyMissingError) -> tuple[str, str]:
    """The key on paper is one, and what it would open is not there or broken."""
    if isinstance(error, KeyMissingError):
        title = _("Tutorin tietojen avain puuttuu")
        what = _("Tiedosto {file} ei ole paikallaan, eikä palautusavain avaa tietoja ilman sitä.")
    else:
        title = _("Avaintiedosto on vahingoittunut")
        what = _("Tiedosto {file} ei aukea, eikä palautusavain avaa tietoja ilman sitä.")
    todo = _(
        "Kirjoitit palautusavaimen oikein. Ohjelma ei muuttanut mitään. "
        "Palauta {file} koneen omasta varmuuskopiosta samaan kansioon. Paina sitten Jatka."
    )
    return title, f"{what} {todo}".format(file=error.path.name)


def _typing_words(error: RecoveryTypingError) -> str:
    if error.groups:
        groups = listed([str(number) for number in error.groups])
        return _("Tarkista ryhmä {groups}. Siinä on eri merkkejä kuin paperissa.").format(
            groups=groups
        )
    if isinstance(error, RecoveryLengthError):
        if error.missing > 0:
            return _(
                "Tästä puuttuu merkkejä: {count}. Tarkista, että kaikki ryhmät ovat mukana."
            ).format(count=error.missing)
        return _("Tässä on merkkejä liikaa: {count}. Vertaa ryhmiä paperiin.").format(
            count=-error.missing
        )
    return _("Joku merkki on eri kuin paperissa. Vertaa ryhmiä paperiin yksi kerrallaan.")
