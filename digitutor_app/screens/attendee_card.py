"""One person in a pile of certificates: chosen or not, how long, the name, the skills."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from digitutor_app.domain.certificates import Certificate
from digitutor_app.i18n import _
from digitutor_app.i18n.formats import hours, short_date
from digitutor_app.services.certify import Attendee
from digitutor_app.services.paper import one_line
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import CardGrid
from digitutor_app.ui_kit.labels import Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.tick_box import TickBox

#: What the store keeps of a name, characters.
LONGEST: Final = 200
#: Where the words of a tick box begin, logical pixels.
_BELOW_WORDS: Final = 46


class AttendeeCard(Card):
    """Shows who, the attended time in words, a field for the name and the choice of skills.

    Emits ``touched(card)`` when somebody comes to the card and ``changed(card)`` when what will
    stand on the paper, or whether there is one, has changed.
    """

    touched = Signal(object)
    changed = Signal(object)

    def __init__(
        self, look: Look, attendee: Attendee, who: str, last: Certificate | None, due: str = ""
    ) -> None:
        """``who`` tells the person from the others; ``due`` says that the person's data will be
        erased: they get a paper when chosen."""
        person = attendee.person
        self.person_id = person.id
        self.last = last
        self._hours = hours(attendee.quarter_hours)
        self._tick = TickBox(look, who, ticked=not due)
        self._due = due
        self._facts = Muted(look, small=True)
        self._name = TextField(
            look, _("Nimi todistukseen"), _("Tyhjä: paperiin tulee viiva nimelle.")
        )
        self._skills = TickBox(look, _("Tulosta itse näytetyt taidot"))
        self._code = person.code if person.first_name and person.code not in who else ""
        facts = Column(self._facts, margins=(_BELOW_WORDS, 0, 0, 0))
        left = Column(self._tick, facts, self._skills, gap=4)
        super().__init__(
            look, CardGrid(look, left, self._name, columns=2, narrowest=280), padding=16
        )
        self._name.edit.setAccessibleName(_("Nimi todistukseen, {who}").format(who=who))
        spoken = _("Tulosta itse näytetyt taidot, {who}").format(who=who)
        self._skills.setAccessibleName(spoken)
        self._name.set_text(last.content.name if last else "")
        self._name.edit.setCursorPosition(0)
        self._skills.setChecked(bool(last and last.content.skills))
        self.set_last(last)
        for part in (self._tick, self._skills, self._name.edit):
            part.installEventFilter(self)
        self._tick.toggled.connect(self._on_changed)
        self._skills.toggled.connect(self._on_changed)
        self._name.changed.connect(self._on_changed)

    @property
    def chosen(self) -> bool:
        """Whether this person gets a paper."""
        return self._tick.isChecked()

    @property
    def name(self) -> str:
        """The name as it goes to paper, "" for a line for handwriting."""
        return one_line(self._name.text())

    @property
    def with_skills(self) -> bool:
        """Whether the participant wants the skills on the paper."""
        return self._skills.isChecked()

    def choose(self, *, chosen: bool) -> None:
        self._tick.setChecked(chosen)

    def set_last(self, last: Certificate | None) -> None:
        """Say that this is the certificate that holds now; None for none."""
        self.last = last
        facts = [self._code, self._hours]
        if last is not None:
            facts.append(_("tehty {day}").format(day=short_date(last.content.issued)))
        self._facts.setText("\n".join(filter(None, (" · ".join(filter(None, facts)), self._due))))

    def ask_for_shorter_name(self) -> None:
        """Say that the name is too long, and go there."""
        words = _("Nimi on pitkä. Lyhennä se alle {count} merkkiin.")
        self._name.show_trouble(words.format(count=LONGEST))
        self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, _what: object) -> None:
        self.changed.emit(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.touched.emit(self)
        return super().eventFilter(watched, event)
