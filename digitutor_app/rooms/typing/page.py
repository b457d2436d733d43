"""The inside of the typing window: fields above, the keyboard's picture below."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    Qt,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import KEYBOARD_REASONS, RING
from digitutor_app.room_kit.spoken import speak_as
from digitutor_app.rooms.typing.field_row import FieldRow
from digitutor_app.rooms.typing.foot import Foot
from digitutor_app.rooms.typing.keyboard import KeyboardPicture
from digitutor_app.rooms.typing.layout import HIGH, WIDE, Stroke
from digitutor_app.rooms.typing.line_field import LineField
from digitutor_app.rooms.typing.next_key import next_stroke
from digitutor_app.rooms.typing.notice import Notice
from digitutor_app.rooms.typing.sheet import Sheet
from digitutor_app.rooms.typing.tall_field import TallField
from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.ui_kit.scroll import PageScroll

_PAD: Final = 12
_GAP: Final = 9
#: The lowest key that can still be read and hit, and the highest that is needed, logical pixels.
_LOWEST_KEY: Final = 25
_HIGHEST_KEY: Final = 48
#: How much wider than high a letter key may be.
_FLATTEST: Final = 1.6
#: A page higher than this (at 100 % text) has wide edges.
_ROOMY: Final = 400
#: With these a person brings the keyboard to the page; else it comes with the window.
_BY_PERSON: Final = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)


class TypingPage(QWidget):
    """Shows the exercise's fields and the keyboard.

    It can have the keyboard itself: then no field has it, and what is typed is told as stray.
    """

    def __init__(self, typist: Typist) -> None:
        super().__init__()
        self._typist = typist
        self._ring = False
        specs = typist.state.rows.fields()
        self.rows = [
            FieldRow(typist, spec, number, len(specs)) for number, spec in enumerate(specs, start=1)
        ]
        self._sheet = Sheet(self.rows)
        self._scroll = PageScroll(typist.desk.look, self._sheet, self)
        self.foot = Foot(typist, self)
        self.keyboard = KeyboardPicture(typist, self)
        self.notice = Notice(typist, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        speak_as(self, QAccessible.Role.Grouping)
        self.setAccessibleName(_("Kirjoittaminen"))
        self.foot.button.acted.connect(self._on_keyboard_wished)
        # While the page arranges itself, the place of the fields is not a person's doing.
        self._settling = True
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        typist.desk.targets.add_area("ground", self, _ground)
        self.show_written()

    @property
    def fields(self) -> list[LineField | TallField]:
        return [row.field for row in self.rows]

    def show_written(self) -> None:
        """Show what the rows say."""
        for row in self.rows:
            row.show_written()
        self.foot.show_lamps(self._typist.state.rows.lamps())
        self.notice.refresh()
        self._follow_focus()
        self.show_next()
        self.arrange()
        self.keyboard.show_marks()

    def set_words(self) -> None:
        """Every word anew."""
        self.setAccessibleName(_("Kirjoittaminen"))
        self.keyboard.set_words()
        self.foot.set_words()
        self.notice.set_words()
        self.show_written()

    def show_next(self) -> None:
        """Mark the next key while guidance points at one of the fields."""
        stroke = self._next()
        self.keyboard.set_next(stroke)
        self.foot.set_stroke(stroke)

    def _next(self) -> Stroke | None:
        rows = self._typist.state.rows
        pointed = self._typist.desk.targets.pointed
        spec = rows.field(pointed.removeprefix("field:")) if pointed.startswith("field:") else None
        # Before the caret is there, the field itself is the next thing to press.
        if spec is None or rows.focus() != spec.id:
            return None
        return next_stroke(rows.written(spec.id), rows.model(spec), exact=not spec.words)

    def _follow_focus(self) -> None:
        """After Peru or a demonstration the keyboard is where the rows say."""
        if not self.isAncestorOf(self._focus_here()) and self._focus_here() is not self:
            return
        there = self._home()
        if not there.hasFocus() and not self.foot.button.hasFocus():
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _home(self) -> QWidget:
        """The field that has the keyboard, or the page itself."""
        field_id = self._typist.state.rows.focus()
        return next((f for f in self.fields if f.field_id == field_id), self)

    def _focus_here(self) -> QWidget:
        return self.window().focusWidget() or self.window()

    def _on_keyboard_wished(self, _by: str) -> None:
        rows = self._typist.state.rows
        rows.wish_picture(shown=not rows.picture_wished())

    # Arranging

    def arrange(self) -> None:
        """Fields at the top, the picture at the bottom; where there is no room for both, a button
        shows the picture in place of the line above it."""
        self._settling = True
        self._arrange()
        self._settle()

    def _settle(self) -> None:
        """The fields stand where they stood when somebody last scrolled them."""
        self._settling = True
        QCoreApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))
        self._scroll.verticalScrollBar().setValue(self._typist.state.rows.scrolled())
        self._settling = not self.isVisible()

    def _on_scrolled(self, to: int) -> None:
        if not self._settling:
            self._typist.state.rows.put_scrolled(to)

    def _arrange(self) -> None:
        pad = _PAD if self.height() > _ROOMY * self._typist.desk.look.scale else _PAD // 2
        inner = self.rect().adjusted(pad, pad, -pad, -pad)
        if inner.width() < 1 or inner.height() < 1:
            return
        self.foot.offer(shown=False, wanted=False)
        key = self._key_height(inner)
        if key >= _LOWEST_KEY:
            self._put(inner, key)
            return
        wanted = self._typist.state.rows.picture_wished()
        self.foot.offer(shown=True, wanted=wanted)
        if not wanted:
            self._put(inner, 0)
        else:
            self._put_over(inner)

    def _put(self, inner: QRect, key: float) -> None:
        """Fields, foot, and keys of this height (0: none)."""
        high = round(key * HIGH)
        foot = self.foot.heightForWidth(inner.width())
        top = inner.bottom() + 1 - high - (_GAP if high else 0) - foot
        self.foot.setGeometry(inner.left(), top, inner.width(), foot)
        self._put_keys(inner, high)
        self._scroll.setGeometry(inner.adjusted(0, 0, 0, top - _GAP - inner.bottom() - 1))
        self.notice.place(self.rect())

    def _put_over(self, inner: QRect) -> None:
        """One row of fields with the button beside it, and below it the keys."""
        button = self.foot.button.sizeHint().expandedTo(QSize(48, 48))
        left = inner.width() - button.width() - _GAP
        rows = [row.heightForWidth(max(left, 1)) for row in self.rows]
        high = min(inner.height() - max(rows, default=0) - _GAP, round(_HIGHEST_KEY * HIGH))
        high = max(high, inner.height() // 2)
        self.foot.setGeometry(
            inner.right() + 1 - button.width(), inner.top(), button.width(), button.height()
        )
        self.foot.show_button_only()
        self._put_keys(inner, high)
        self._scroll.setGeometry(
            inner.left(), inner.top(), left, max(1, inner.height() - high - _GAP)
        )
        self.notice.place(self.rect())

    def _put_keys(self, inner: QRect, high: int) -> None:
        self.keyboard.setVisible(high > 0)
        wide = min(inner.width(), round(high / HIGH * _FLATTEST * WIDE))
        left = inner.left() + (inner.width() - wide) // 2
        self.keyboard.setGeometry(left, inner.bottom() + 1 - high, wide, high)

    def _key_height(self, inner: QRect) -> float:
        """How high a key may be when all fields can be seen."""
        fields = self._sheet.heightForWidth(inner.width())
        free = inner.height() - fields - self.foot.heightForWidth(inner.width()) - 2 * _GAP
        return min(free / HIGH, inner.width() / WIDE * 1.1, _HIGHEST_KEY)

    def sizeHint(self) -> QSize:
        return QSize(860, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Who goes on after a pause goes on writing where the caret was."""
        super().showEvent(event)
        self._settling = True
        here, window = self.window().focusWidget(), self.parentWidget()
        if here is None or (window is not None and window.isAncestorOf(here)):
            self._home().setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle()

    # The keyboard on the page itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain and event.text().strip() and event.text().isprintable():
            if not event.isAutoRepeat():
                self._typist.stray()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        field_id = self._typist.state.rows.focus()
        by_person = event.reason() in _BY_PERSON
        if field_id and not by_person:
            self._follow_focus()
            return
        self._ring = event.reason() in KEYBOARD_REASONS[:2]
        if by_person:
            self._typist.state.focus("")
        self._paint_ring()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self._paint_ring()

    def _paint_ring(self) -> None:
        """Qt would paint the whole page anew with every change of the keyboard's place."""
        if self._ring:
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A press on the empty page takes the keyboard out of the fields, as it would anywhere.
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._ring and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(desk_colours(self._typist.desk.look.theme).ink), RING))
            half = RING / 2 + 1
            place = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(place, 6, 6)
            painter.end()


def _ground(page: QWidget) -> QRect:
    """A part of the page on which nothing lies."""
    return QRect(0, 0, _PAD // 2, page.height())
