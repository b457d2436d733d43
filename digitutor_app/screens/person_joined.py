"""Whom a person was joined with, on the person's page and on the page of everybody joined."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from digitutor_app.i18n import _
from digitutor_app.screens.done_card import DoneCard
from digitutor_app.screens.same_person_words import joined_word, refused_words, whole_name
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.errors import WaitsToBeErasedError
from digitutor_app.services.same_person import Joined, SamePerson
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Body, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.spread import Spread


class JoinedPart(Column):
    """Shows a line with "Erota" for each, and after it what was done, with "Peru".

    ``heads``: each line also says who stands for them. Emits ``changed`` when somebody was parted
    or joined again, ``troubled(sentence)`` when that could not be saved.
    """

    changed = Signal()
    troubled = Signal(str)

    def __init__(self, look: Look, same_person: SamePerson, *, heads: bool = False) -> None:
        super().__init__(gap=10)
        self._look = look
        self._same_person = same_person
        self._heads = heads
        self._joined: dict[str, Joined] = {}
        self._parted = ("", "")
        self._done = DoneCard(look)
        self._done.undoRequested.connect(self._on_undo)
        self._list = Column(gap=8)
        self.rows.add(self._done)
        self.rows.add(self._list)

    def show_joined(self, joined: Sequence[Joined]) -> None:
        """Show these; what was done last stays."""
        self._joined = {each.known.person.id: each for each in joined}
        self._list.rows.clear()
        for each in joined:
            line = self._line(each)
            self._list.rows.add(line)
            line.show()  # now, not with the next event: the keyboard may go there
        self._list.setVisible(bool(joined))
        self.setVisible(bool(joined) or not self._done.isHidden())

    def _line(self, joined: Joined) -> Card:
        look, who = self._look, joined_word(joined)
        part = SmallButton(look, _("Erota"))
        part.setAccessibleName(_("Erota: {who}").format(who=who))
        part.setProperty("person", joined.known.person.id)
        part.clicked.connect(self._on_part)
        if self._heads:
            into = _("Yhdistetty: {who}").format(who=who)
            words: Body | Column = Column(
                Strong(look, whole_name(joined.into)), Body(look, into), gap=0
            )
        else:
            words = Body(look, _("Yhdistetty: {who}").format(who=who))
        return Card(look, Spread(look, words, part), padding=12)

    def _on_part(self) -> None:
        joined = self._joined[str(self.sender().property("person"))]
        person_id = joined.known.person.id
        try:
            head = self._same_person.take_back(person_id)
        except StoreError as error:
            self.troubled.emit(". ".join(opening_trouble(error)))
            return
        self._parted = person_id, head
        words = _("{who} on nyt oma henkilönsä. Hänen harjoituksensa ovat hänen sivullaan.")
        self._done.say(words.format(who=joined_word(joined)))
        self.changed.emit()

    def _on_undo(self) -> None:
        try:
            self._same_person.join(*self._parted)
        except WaitsToBeErasedError as error:
            self.troubled.emit(refused_words(error))
            return
        except StoreError as error:
            self.troubled.emit(". ".join(opening_trouble(error)))
            return
        self._done.hide()
        self.changed.emit()
        announce(self, _("He ovat nyt yksi henkilö."))
        shown = (b for b in self._list.findChildren(SmallButton) if b.isVisibleTo(self._list))
        if (first := next(shown, None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
