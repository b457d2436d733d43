"""Details that stay folded until somebody wants to see them."""

from PySide6.QtWidgets import QWidget

from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.look import Look


class Fold(Column):
    """Shows a button and, once it is pressed, what lies below it; pressed again it hides it.

    ``open_verb`` and ``close_verb`` are the words of the button. Emits nothing of its own.
    """

    def __init__(
        self,
        look: Look,
        inside: QWidget,
        *,
        open_verb: str,
        close_verb: str,
        parent: QWidget | None = None,
    ) -> None:
        self.button = SmallButton(look, open_verb)
        super().__init__(self.button, inside, gap=8, parent=parent)
        self._inside = inside
        self._verbs = open_verb, close_verb
        inside.hide()
        self.button.clicked.connect(self._on_pressed)

    @property
    def is_open(self) -> bool:
        return not self._inside.isHidden()

    def _on_pressed(self) -> None:
        self._inside.setVisible(not self.is_open)
        self.button.set_text(self._verbs[self.is_open])
