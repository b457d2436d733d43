"""The look of all papers: organisers, logos, two colours, the funder's words."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from digitutor_app.dialogs.choose_picture import ChoosePicture, choose_picture
from digitutor_app.domain.letterhead import ACCENT, SECOND, Letterhead, read_colour
from digitutor_app.i18n import _
from digitutor_app.printing.logo import LARGEST_FILE, LogoError
from digitutor_app.screens.logo_words import colour_trouble, logo_trouble
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.letterheads import MOST_LOGOS, FaintColourError, TooManyLogosError
from digitutor_app.services.paper import one_line
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.announce import announce
from digitutor_app.ui_kit.bars import TopBar
from digitutor_app.ui_kit.buttons import MainButton, PlainButton, SmallButton
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.fields import TextField
from digitutor_app.ui_kit.flow import CardGrid, Flow
from digitutor_app.ui_kit.labels import Body, Heading, Muted
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page, fill

#: What fits on a line of the papers, characters.
LONGEST: Final = 120
_ORGANISERS: Final = 3
_MARGINS: Final = (28, 22, 28, 20)
_LOGO: Final = QSize(160, 72)


class LetterheadScreen(QWidget):
    """Shows the fields, and the logos in their own part: a logo is kept at once.

    Emits ``saved`` when names and colours are kept, ``logosChanged`` and ``backRequested``.
    """

    saved = Signal()
    logosChanged = Signal()
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        *,
        choose: ChoosePicture = choose_picture,
        parent: QWidget | None = None,
    ) -> None:
        """``choose`` asks which picture."""
        super().__init__(parent)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._choose = choose
        self._build()
        self._connect()
        try:
            letterhead = tutor.letterheads.get()
        except StoreError as error:
            self._say_store(error)
        else:
            self._fill(letterhead)
            self._show_logos(letterhead)

    # Building

    def _build(self) -> None:
        look = self._look
        self._back = SmallButton(look, _("Takaisin"))
        self._page = Page(look, TopBar(look, _("Papereiden ulkoasu"), self._back), margins=_MARGINS)
        self._organisers = [
            TextField(look, _("Järjestäjä {number}").format(number=number + 1))
            for number in range(_ORGANISERS)
        ]
        self._funder = TextField(
            look, _("Rahoittaja"), _("Yksi rivi, esimerkiksi: Euroopan unionin osarahoittama")
        )
        self._accent = TextField(look, _("Otsikon väri"), _("Kuusi merkkiä, esimerkiksi #0B4F5C"))
        self._second = TextField(look, _("Viivojen väri"), _("Kuusi merkkiä, esimerkiksi #9A6A00"))
        self._save = MainButton(look, _("Tallenna ulkoasu"))
        self._usual = PlainButton(look, _("Palauta Digitutorin värit"))
        self._state = Body(look)
        self._state.hide()
        self._logos = CardGrid(look, columns=MOST_LOGOS)
        self._add = PlainButton(look, _("Lisää logo"))
        self._logo_state = Body(look)
        self._logo_state.hide()
        note = _("PNG- tai JPEG-kuvia, enintään kolme.\nLogot tulevat papereiden yläreunaan.")
        organisers_note = _("Käytössä, kun työpajalle ei ole kirjattu omia järjestäjiä.")
        for part in (
            Heading(look, _("Järjestäjät ja värit")),
            Muted(look, organisers_note),
            CardGrid(look, *self._organisers, columns=3, narrowest=230),
            CardGrid(look, self._funder, self._accent, self._second, columns=3, narrowest=230),
            Flow(self._save, self._usual),
            self._state,
            Heading(look, _("Logot")),
            Muted(look, note),
            self._logos,
            self._add,
            self._logo_state,
        ):
            self._page.rows.add(part)
        fill(self, self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.backRequested)
        self._save.clicked.connect(self._on_save)
        self._usual.clicked.connect(self._on_usual)
        self._add.clicked.connect(self._on_add)
        for field in self._fields():
            field.changed.connect(self._on_changed)
            field.submitted.connect(self._on_save)

    def _fields(self) -> list[TextField]:
        return [*self._organisers, self._funder, self._accent, self._second]

    # Showing

    def _fill(self, letterhead: Letterhead) -> None:
        names = (*letterhead.organisers, "", "", "")
        for field, name in zip(self._organisers, names, strict=False):
            field.set_text(name)
        self._funder.set_text(letterhead.funder)
        self._accent.set_text(letterhead.accent)
        self._second.set_text(letterhead.second)

    def _show_logos(self, letterhead: Letterhead) -> None:
        self._logos.clear()
        self._logos.setVisible(bool(letterhead.logos))
        for number, logo in enumerate(letterhead.logos, start=1):
            picture = QLabel()
            picture.setPixmap(_picture(logo))
            picture.setAccessibleName(_("Logo {number}").format(number=number))
            picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            away = SmallButton(self._look, _("Poista logo {number}").format(number=number))
            away.setProperty("number", number)
            away.clicked.connect(self._on_take_away)
            self._logos.add(Card(self._look, Column(picture, away), padding=16))
        self._add.setEnabled(len(letterhead.logos) < MOST_LOGOS)

    def _say(self, label: Body, sentence: str) -> None:
        label.setText(sentence)
        label.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _say_store(self, error: StoreError) -> None:
        title, sentence = opening_trouble(error)
        self._page.banner.say(f"{title}. {sentence}")

    def _trouble(self, field: TextField, sentence: str) -> None:
        field.show_trouble(sentence)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, sentence)

    # What happens

    def _typed(self) -> Letterhead | None:
        """What the fields say; None when one needs something, which it then says."""
        for field in self._fields():
            if len(one_line(field.text())) > LONGEST:
                words = _("Teksti on pitkä. Lyhennä se alle {count} merkkiin.")
                self._trouble(field, words.format(count=LONGEST))
                return None
        colours = [read_colour(field.text()) for field in (self._accent, self._second)]
        for field, colour in zip((self._accent, self._second), colours, strict=True):
            if colour is None:
                self._trouble(field, _("Kirjoita väri näin: #0B4F5C."))
                return None
        accent, second = (colour or "" for colour in colours)
        names = (one_line(field.text()) for field in self._organisers)
        return Letterhead(
            organisers=tuple(name for name in names if name),
            accent=accent,
            second=second,
            funder=one_line(self._funder.text()),
        )

    def _on_save(self) -> None:
        letterhead = self._typed()
        if letterhead is None:
            return
        try:
            self._tutor.letterheads.put(letterhead)
        except FaintColourError as error:
            field = self._accent if error.which == "accent" else self._second
            self._trouble(field, colour_trouble())
            return
        except StoreError as error:
            self._say_store(error)
            return
        self._fill(replace(letterhead, logos=()))
        self._say(self._state, _("Ulkoasu on tallennettu. Se näkyy seuraavissa papereissa."))
        self.saved.emit()

    def _on_usual(self) -> None:
        self._accent.set_text(ACCENT)
        self._second.set_text(SECOND)

    def _on_add(self) -> None:
        path = self._choose(self)
        if path is not None:
            self._change_logos(path)

    def _on_take_away(self) -> None:
        number = int(self.sender().property("number"))
        try:
            self._tutor.letterheads.take_logo(number - 1)
            self._show_logos(self._tutor.letterheads.get())
        except StoreError as error:
            self._say_store(error)
            return
        self._say(self._logo_state, _("Logo on poistettu."))
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.logosChanged.emit()

    def _change_logos(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                content = file.read(LARGEST_FILE + 1)  # no more than it takes to refuse it
            self._tutor.letterheads.add_logo(content)
            self._show_logos(self._tutor.letterheads.get())
        except (LogoError, TooManyLogosError, OSError) as error:
            self._say(self._logo_state, logo_trouble(error))
            return
        except StoreError as error:
            self._say_store(error)
            return
        self._say(self._logo_state, _("Logo on lisätty. Se näkyy seuraavissa papereissa."))
        self.logosChanged.emit()

    def _on_changed(self, _text: str) -> None:
        self._state.hide()
        self._page.banner.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
        else:
            super().keyPressEvent(event)


def _picture(png: bytes) -> QPixmap:
    image = QImage.fromData(QByteArray(png))
    return QPixmap.fromImage(
        image.scaled(
            _LOGO, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    )
