"""Sama henkilö? One question after the other about two people with the same code or name."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.people import Person
from digitutor_app.i18n import _, ngettext
from digitutor_app.screens.code_picture import code_picture
from digitutor_app.screens.done_card import DoneCard
from digitutor_app.screens.same_person_words import (
    due_line,
    known_line,
    likeness_word,
    refused_words,
    together_words,
    waits_words,
)
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.alike import Known, Question
from digitutor_app.services.errors import WaitsToBeErasedError
from digitutor_app.services.same_person import SamePerson
from digitutor_app.services.words import person_word
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import Button, PlainButton, SmallButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.picture import PictureView
from digitutor_app.ui_kit.spread import Spread

_PICTURE: Final = 52


class SamePersonCard(Column):
    """Shows the two side by side, what they have in common, and the two answers; then what was
    answered and how to undo it. Nothing to ask: nothing is shown.

    One at a time: who came to look for somebody has the list in sight. Where one of them waits to
    be erased the card says so, and they cannot be joined. Emits ``changed`` when somebody was
    joined or parted, ``troubled(sentence)`` when an answer could not be saved.
    """

    changed = Signal()
    troubled = Signal(str)

    def __init__(self, look: Look, same_person: SamePerson) -> None:
        super().__init__(gap=12)
        self._look = look
        self._same_person = same_person
        self._questions: list[Question] = []
        self._put_off: set[tuple[str, str]] = set()
        self._undone: tuple[str, str, str] | None = None
        self._done = DoneCard(look)
        self._done.undoRequested.connect(self._on_undo)
        self._asked = Column()
        self.rows.add(self._done)
        self.rows.add(self._asked)

    def refresh(self) -> None:
        """Look for questions anew; what was put off waits. Raises StoreError."""
        self._questions = self._same_person.questions()
        self._show()

    @property
    def _waiting(self) -> list[Question]:
        return [each for each in self._questions if _pair(each) not in self._put_off]

    # Showing

    def _show(self) -> None:
        self._asked.rows.clear()
        waiting = self._waiting
        if self._questions:
            count = len(self._questions)
            card = self._card(waiting[0], len(waiting)) if waiting else self._folded(count)
            self._asked.rows.add(card)
            card.show()  # now, not with the next event: the keyboard may go there
        self._asked.setVisible(bool(self._questions))
        self.setVisible(bool(self._questions) or not self._done.isHidden())

    def _card(self, question: Question, count: int) -> Card:
        look = self._look
        words = ngettext("{count} kysymys", "{count} kysymystä", count)
        title = Flow(Heading(look, _("Sama henkilö?")), Body(look, likeness_word(question)))
        people = CardGrid(
            look, self._side(question.one), self._side(question.other), columns=2, narrowest=260
        )
        head = Spread(look, title, Muted(look, words.format(count=count)))
        answers = self._answers(joining=not question.waits)
        if question.waits:
            return Card(look, head, people, Body(look, waits_words(question)), answers, padding=18)
        help_line = Body(look, together_words(question))
        return Card(look, head, people, Spread(look, help_line, answers, padding=6), padding=18)

    def _answers(self, *, joining: bool) -> Flow:
        look = self._look
        same = PlainButton(look, _("Sama henkilö"))
        different = PlainButton(look, _("Eri henkilöt"))
        later = SmallButton(look, _("Kysy myöhemmin"))
        same.clicked.connect(self._on_same)
        different.clicked.connect(self._on_different)
        later.clicked.connect(self._on_later)
        return Flow(same, different, later) if joining else Flow(different, later)

    def _side(self, known: Known) -> QWidget:
        look, person = self._look, known.person
        names = Column(Strong(look, person_word(person)), gap=0)
        if person.first_name and person.code:
            names.rows.add(Muted(look, person.code))
        names.rows.add(Muted(look, known_line(known), small=True))
        if due := due_line(known):
            names.rows.add(Strong(look, due))
        picture = code_picture(person.code)
        if picture is None:
            return names
        return Flow(PictureView(look, picture, person.code, side=_PICTURE), names, gap=14)

    def _folded(self, count: int) -> Card:
        look = self._look
        words = ngettext("{count} kysymys odottaa.", "{count} kysymystä odottaa.", count)
        show = SmallButton(look, _("Näytä kysymykset"))
        show.clicked.connect(self._on_show)
        text = Body(look, _("Sama henkilö?") + " " + words.format(count=count))
        return Card(look, Spread(look, text, show), padding=14)

    # What happens

    def _on_same(self) -> None:
        question = self._waiting[0]
        one, other = question.one.person, question.other.person
        try:
            joined = self._same_person.join(one.id, other.id)
            self.refresh()
        except WaitsToBeErasedError as error:
            self.troubled.emit(refused_words(error))
            return
        except StoreError as error:
            self.troubled.emit(". ".join(opening_trouble(error)))
            return
        self._undone = ("join", joined, "")
        words = _("{name} on nyt yksi henkilö. Kaikki harjoitukset ovat samalla sivulla.")
        self._done.say(words.format(name=_who(one, other)))
        self._show()
        self.changed.emit()

    def _on_different(self) -> None:
        question = self._waiting[0]
        one, other = question.one.person, question.other.person
        try:
            self._same_person.keep_apart(one.id, other.id)
            self.refresh()
        except StoreError as error:
            self.troubled.emit(". ".join(opening_trouble(error)))
            return
        self._undone = ("apart", one.id, other.id)
        self._done.say(_("He ovat eri henkilöitä. Ohjelma muistaa vastauksesi."))
        self._show()

    def _on_undo(self) -> None:
        if self._undone is None:
            return
        what, one, other = self._undone
        try:
            if what == "join":
                head = self._same_person.take_back(one)
                other = head or one
            self._same_person.ask_again(one, other)
            self.refresh()
        except StoreError as error:
            self.troubled.emit(". ".join(opening_trouble(error)))
            return
        self._undone = None
        self._done.hide()
        self._show()
        announce(self, _("Vastaus on peruttu."))
        self._begin()
        self.changed.emit()

    def _on_later(self) -> None:
        self._put_off.add(_pair(self._waiting[0]))
        self._done.hide()
        self._show()
        self._begin()

    def _on_show(self) -> None:
        self._put_off.clear()
        self._show()
        self._begin()

    def _begin(self) -> None:
        """The keyboard goes to the first button: the one that had it is gone."""
        shown = (b for b in self._asked.findChildren(Button) if b.isVisibleTo(self._asked))
        if (first := next(shown, None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def _pair(question: Question) -> tuple[str, str]:
    return question.one.person.id, question.other.person.id


def _who(one: Person, other: Person) -> str:
    return one.first_name or other.first_name or one.call_name or person_word(other)
