"""Reads words aloud with the machine's own voice, when somebody asks for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QLoggingCategory, QObject, QPoint, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.ui_kit.buttons import SmallButton
from digitutor_app.ui_kit.choices import ChoiceButton
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import MarkKind

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

#: Qt's own engine for tests: it makes no sound, so nobody but a test may have it.
_SILENT: Final = "mock"
#: A machine without a sound service is no news; the button is hidden there.
_QUIET: Final = "qt.multimedia.*=false\nqt.speech.*=false"


class ReadAloud(QObject):
    """The voice of the program. Emits ``readingChanged(reading)`` and ``voicesChanged``.

    Nothing is asked of the machine before ``open``: who opens it knows that the engine answers
    (speech_service). Without its libraries, without an
    engine, or without a voice for the language, ``speaks`` is False and nothing else happens.
    ``engine`` is the name of Qt's engine; "" for the one of the machine.
    """

    readingChanged = Signal(bool)
    voicesChanged = Signal()

    def __init__(self, engine: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = engine
        self._engine: QTextToSpeech | None = None
        self._open = False
        self._asked = False
        self._languages: frozenset[str] | None = None
        self._reading = False

    def open(self, languages: frozenset[str] | None = None) -> None:
        """From now on there may be voices. With ``languages`` they are known, and the engine is
        made when somebody first wants to hear it (Qt takes seconds to learn hundreds of voices);
        without, it is asked which it has."""
        self._open = languages is None or (bool(languages) and _library() is not None)
        self._languages = languages
        self.voicesChanged.emit()

    @property
    def reading(self) -> bool:
        return self._reading

    def speaks(self, language: str) -> bool:
        """Whether there is a voice of this language (ISO 639-1)."""
        if self._open and not self._asked and self._languages is not None:
            return language in self._languages
        return self._voice_of(language) is not None

    def read(self, words: str, language: str) -> None:
        """Read these words, and nothing else any more."""
        locale, engine = self._voice_of(language), self._engine
        if locale is None or engine is None or not words.strip():
            return
        self.stop()
        if engine.locale() != locale:
            engine.setLocale(locale)
        self._tell(reading=True)
        engine.say(words)

    def stop(self) -> None:
        """Be silent at once."""
        if self._engine is not None and self._reading:
            self._engine.stop()
        self._tell(reading=False)

    def close(self) -> None:
        """Be silent and let go of the machine's engine."""
        self.stop()
        if self._engine is not None:
            self._engine.stateChanged.disconnect(self._on_state)
            self._engine.deleteLater()
        self._engine, self._open = None, False

    def _voice_of(self, language: str) -> QLocale | None:
        engine = self._ask_engine()
        if engine is None:
            return None
        wanted = QLocale(language).language()
        fitting = [locale for locale in engine.availableLocales() if locale.language() is wanted]
        home = QLocale(language).territory()
        return min(fitting, key=lambda locale: locale.territory() is not home, default=None)

    def _ask_engine(self) -> "QTextToSpeech | None":
        if self._open and not self._asked:
            self._asked = True
            self._engine = self._make()
            if self._engine is not None:
                self._engine.stateChanged.connect(self._on_state)
            self.voicesChanged.emit()  # the engine may know better than its service told
        engine = self._engine
        return None if engine is None or _failed(engine) else engine

    def _make(self) -> "QTextToSpeech | None":
        speech = _library()
        if speech is None:
            return None
        found = [name for name in speech.availableEngines() if name != _SILENT]
        name = self._name or (found[0] if found else "")
        return speech(name, self) if name else None

    def _on_state(self) -> None:
        """The engine has begun, or has come to an end; some engines get ready late."""
        engine = self._engine
        if engine is None:
            return
        states = type(engine).State
        if engine.state() in (states.Ready, states.Error):
            self._tell(reading=False)
            self.voicesChanged.emit()

    def _tell(self, *, reading: bool) -> None:
        if reading != self._reading:
            self._reading = reading
            self.readingChanged.emit(reading)


class ReadAloudButton(SmallButton):
    """Shows the loudspeaker and a verb; reads ``words()`` when pressed, and stops when pressed
    again. It is hidden while there is no voice of ``language``. Emits nothing of its own.

    It never begins by itself; it stops when the page goes away, or when ``renew`` says that there
    are other words now.
    """

    def __init__(
        self,
        look: Look,
        reader: ReadAloud,
        words: Callable[[], str],
        language: str,
        *,
        verb: str,
        stop_verb: str,
    ) -> None:
        super().__init__(look, verb, mark=MarkKind.SPEAKER)
        self._reader = reader
        self._words = words
        self._language = language
        self._verbs = verb, stop_verb
        self._mine = False
        self.clicked.connect(self._on_clicked)
        reader.readingChanged.connect(self._on_reading)
        reader.voicesChanged.connect(self._on_voices)
        self._on_voices()

    def renew(self) -> None:
        """The words have changed: what is being read is old."""
        if self._mine:
            self._reader.stop()

    def _on_clicked(self) -> None:
        if self._mine:
            self._reader.stop()
        else:
            self._reader.read(self._words(), self._language)
            self._mine = self._reader.reading
            self._show()

    def _on_reading(self, reading: bool) -> None:
        if not reading:
            self._mine = False
            self._show()

    def _on_voices(self) -> None:
        speaks = self._reader.speaks(self._language)
        # Without a parent yet it is shown together with its page, and not as a window of its own.
        if not speaks or self.parentWidget() is not None:
            self.setVisible(speaks)

    def _show(self) -> None:
        self.set_text(self._verbs[self._mine])

    def hideEvent(self, event: QHideEvent) -> None:
        self.renew()
        super().hideEvent(event)


def visible_words(*parts: QWidget) -> str:
    """The words that can be seen in these parts, part by part from top to bottom, a line each.

    Words are those of labels and of the choices of a question; names of buttons are left out.
    """
    return "\n".join(words for part in parts for words in _words_in(part))


def _words_in(part: QWidget) -> list[str]:
    if isinstance(part, (Label, ChoiceButton)):
        return [part.text()] if part.text() and not part.isHidden() else []
    if part.isHidden():
        return []
    found: list[Label | ChoiceButton] = [*part.findChildren(Label)]
    found += part.findChildren(ChoiceButton)
    shown = [widget for widget in found if widget.isVisibleTo(part) and widget.text()]
    shown.sort(key=lambda widget: _place(widget, part))
    return [widget.text() for widget in shown]


def _place(widget: QWidget, part: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(part, QPoint(0, 0))
    return corner.y(), corner.x()


def _library() -> "type[QTextToSpeech] | None":
    """Qt's class; None when the sound libraries of the machine are missing."""
    QLoggingCategory.setFilterRules(_QUIET)
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return None
    return QTextToSpeech


def _failed(engine: "QTextToSpeech") -> bool:
    return engine.state() is type(engine).State.Error
