"""Reading aloud: with Qt's silent engine where the machine has its libraries, and without any."""

import socket
import sys
import threading

import pytest
from PySide6.QtTest import QTest

from digitutor_app.ui_kit import speech_service
from digitutor_app.ui_kit.card import HintCard
from digitutor_app.ui_kit.choices import Choices
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.labels import Instruction, Muted
from digitutor_app.ui_kit.read_aloud import ReadAloud, ReadAloudButton, visible_words
from digitutor_app.ui_kit.speech_service import speech_languages
from tests.finding import find

LONG = "Napsauta tiedostoa kerran ja odota. " * 20


@pytest.fixture
def reader(qapp):
    made = ReadAloud("mock")
    made.open()
    yield made
    made.close()


@pytest.fixture
def voice(reader):
    if not reader.speaks("fi"):
        pytest.skip("LOUD: no sound libraries (libpulse), so reading aloud is not tested here")
    return reader


@pytest.fixture
def heard(voice, monkeypatch):
    """What the engine is given to say; it says it as well."""
    said = []
    say = voice._engine.say

    def listen(words):
        said.append(words)
        say(words)

    monkeypatch.setattr(voice._engine, "say", listen, raising=False)
    return said


@pytest.fixture
def card(qtbot, look, voice):
    """A card with an instruction and the button that reads it."""
    made = Column(Instruction(look, LONG), Muted(look, "Kiirettä ei ole."))
    made.button = ReadAloudButton(
        look, voice, lambda: visible_words(made), "fi", verb="Lue ääneen", stop_verb="Lopeta"
    )
    made.rows.add(made.button)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_reads_what_is_seen_and_stops_when_pressed_again(card, voice, heard, qtbot):
    button = find(card, "Lue ääneen")
    assert heard == [], "never by itself"
    with qtbot.waitSignal(voice.readingChanged):
        button.click()
    assert heard == [f"{LONG}\nKiirettä ei ole."]
    assert voice.reading
    with qtbot.waitSignal(voice.readingChanged):
        find(card, "Lopeta").click()
    assert not voice.reading
    assert find(card, "Lue ääneen") is button


def test_at_the_end_it_can_be_read_again(card, voice, heard, qtbot):
    card.button._words = lambda: "Hei."
    with qtbot.waitSignals([voice.readingChanged, voice.readingChanged], timeout=20_000):
        find(card, "Lue ääneen").click()
    assert heard == ["Hei."]
    assert find(card, "Lue ääneen").isEnabled()


@pytest.mark.parametrize("how", ["renew", "leave"])
def test_a_new_step_or_leaving_the_page_stops_it(card, voice, heard, how):
    find(card, "Lue ääneen").click()
    if how == "renew":
        card.button.renew()
    else:
        card.hide()
    assert not voice.reading


def test_the_end_of_one_button_is_not_the_end_of_another(qtbot, look, voice, heard, card):
    other = ReadAloudButton(look, voice, lambda: LONG, "fi", verb="Lue", stop_verb="Seis")
    qtbot.addWidget(other)
    other.show()
    find(card, "Lue ääneen").click()
    other.renew()
    assert voice.reading
    other.click()
    assert (other.text(), card.button.text()) == ("Seis", "Lue ääneen")


def test_with_the_keyboard(card, voice, heard):
    from PySide6.QtCore import Qt

    QTest.keyClick(find(card, "Lue ääneen"), Qt.Key.Key_Space)
    assert voice.reading


def test_without_a_voice_of_the_language_there_is_no_button(qtbot, look, voice):
    assert not voice.speaks("sv")
    button = ReadAloudButton(look, voice, str, "sv", verb="Läs upp", stop_verb="Sluta")
    page = Column(button)
    qtbot.addWidget(page)
    page.show()
    assert not button.isVisible()
    voice.read("Hej", "sv")
    assert not voice.reading


def test_the_button_comes_when_the_voice_does(qtbot, look, qapp, voice):
    late = ReadAloud("mock")
    page = Column(ReadAloudButton(look, late, str, "fi", verb="Lue", stop_verb="Seis"))
    qtbot.addWidget(page)
    page.show()
    button = page.findChild(ReadAloudButton)
    assert not button.isVisible()
    late.open()
    assert button.isVisible()
    late.close()


def test_without_sound_libraries_nothing_happens(qapp, qtbot, look, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    mute = ReadAloud()
    mute.open()
    assert not mute.speaks("fi")
    mute.read("Hei", "fi")
    assert not mute.reading
    mute.close()


def test_the_visible_words_and_no_others(qtbot, look):
    hidden = Muted(look, "Tätä ei näy.")
    question = Choices(look, [("a", "Kansio"), ("b", "Tiedosto")])
    page = Column(
        Instruction(look, "Mikä tämä on?"),
        hidden,
        question,
        HintCard(look, "Vihje", "Katso nimeä."),
    )
    hidden.hide()
    qtbot.addWidget(page)
    page.show()
    assert visible_words(page).splitlines() == [
        "Mikä tämä on?",
        "Kansio",
        "Tiedosto",
        "Vihje",
        "Katso nimeä.",
    ]
    assert visible_words(hidden, question).splitlines() == ["Kansio", "Tiedosto"]


def test_the_engine_is_made_when_somebody_wants_to_hear_it(voice, qapp, qtbot):
    late = ReadAloud("mock")
    late.open(frozenset({"fi", "sv"}))
    assert late.speaks("fi")
    assert late.speaks("sv")
    assert not late.speaks("en")
    assert late._engine is None
    late.read("Hei", "fi")
    assert late.reading
    assert not late.speaks("sv"), "the engine knows better"
    late.close()


def test_a_service_without_the_libraries_is_none(qapp, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    mute = ReadAloud()
    mute.open(frozenset({"fi"}))
    assert not mute.speaks("fi")
    mute.close()


def test_a_service_without_languages_is_none(qapp):
    mute = ReadAloud("mock")
    mute.open(frozenset())
    assert not mute.speaks("fi")
    mute.close()


linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="speech-dispatcher is the service of Linux"
)


@pytest.fixture
def service(tmp_path, monkeypatch):
    """A speech service that answers with ``service.answer``, or never (None)."""
    if not sys.platform.startswith("linux"):
        pytest.skip("speech-dispatcher is the service of Linux")

    class Service:
        answer = b"249-Suomi\tfi\tnone\r\n249-English+Max\ten-GB\tMax\r\n249 OK VOICE LIST SENT\r\n"

    path = tmp_path / "speechd.sock"
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(path))
    listening.listen()
    closed = threading.Event()

    def serve():
        line, _ = listening.accept()
        with line:
            if Service.answer is not None:
                line.recv(64)
                line.sendall(Service.answer)
            closed.wait()

    thread = threading.Thread(target=serve)
    thread.start()
    yield Service
    closed.set()
    thread.join()
    listening.close()


def test_a_service_tells_its_languages(service):
    assert speech_languages() == {"fi", "en"}


def test_a_service_that_refuses(service):
    service.answer = b"500 ERR\r\n"
    assert speech_languages() == frozenset()


def test_a_service_that_hangs_is_none(service, monkeypatch):
    monkeypatch.setattr(speech_service, "PATIENCE", 0.05)
    service.answer = None
    assert speech_languages() == frozenset()


@linux_only
def test_no_service_at_all(tmp_path, monkeypatch):
    monkeypatch.delenv("SPEECHD_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert speech_languages() == frozenset()


@linux_only
@pytest.mark.parametrize("told", [True, False])
def test_a_service_is_started_unless_somebody_else_does(tmp_path, monkeypatch, told):
    program = tmp_path / "speech-dispatcher"
    program.write_text(f'#!/bin/sh\necho "$1" > {tmp_path / "started"}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    if not told:
        monkeypatch.delenv("SPEECHD_ADDRESS")
    assert speech_languages() == frozenset()
    assert (tmp_path / "started").exists() is not told
