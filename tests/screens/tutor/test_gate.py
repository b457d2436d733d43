"""The gate: entering a passphrase, and every way in which that can go otherwise."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.services.gate import SLOTS, STORE
from digitutor_app.store.backup_files import DAILY
from digitutor_app.store.opening import open_store
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.slots import Slots
from tests.finding import field, find, said
from tests.looks import at_the_edge, cut_off, settle

CHEAP = Cost(1, 8 * 1024)
SECRET = "kettu kuusi talo vene"


@pytest.fixture
def slots(folder):
    """A passphrase that has been chosen, at little cost."""
    folder.mkdir(exist_ok=True)
    made = Slots(folder / SLOTS)
    made.key = made.create(SECRET, "tutor", CHEAP)
    return made


@pytest.fixture
def gate(look, context, shown):
    def make():
        return shown(GateScreen(look, context))

    return make


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_links_stand_at_the_edge_of_the_form_and_nothing_of_them_is_hidden(
    look, context, shown, scale, slots
):
    screen = shown(GateScreen(look, context), 1366, 768, scale)
    for name in ("Unohdin salalauseen", "Avaa ja vaihda koneen PIN"):
        assert at_the_edge(find(screen, name), find(screen, "Avaa"))


def test_the_letters_can_be_shown(gate, qtbot, slots):
    screen = gate()
    assert field(screen, "Salalause").echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(find(screen, "Näytä: Salalause"), Qt.MouseButton.LeftButton)
    assert field(screen, "Salalause").echoMode() == QLineEdit.EchoMode.Normal


def test_the_passphrase_opens_with_the_keyboard_alone(gate, qtbot, slots):
    screen = gate()
    qtbot.keyClicks(field(screen, "Salalause"), SECRET.replace(" ", "  "))
    with qtbot.waitSignal(screen.opened) as opened:
        qtbot.keyClick(field(screen, "Salalause"), Qt.Key.Key_Return)
    opened.args[0].close()
    assert field(screen, "Salalause").text() == ""


def test_another_passphrase_gets_a_calm_sentence_and_can_be_mended(gate, qtbot, slots):
    screen = gate()
    attempt(screen, qtbot, "kettu kuusi talo vena", "Salalause ei avannut tietoja")
    assert field(screen, "Salalause").text() == "kettu kuusi talo vena"
    assert field(screen, "Salalause").selectedText()
    qtbot.keyClicks(field(screen, "Salalause"), SECRET)
    with qtbot.waitSignal(screen.opened) as opened:
        qtbot.keyClick(field(screen, "Salalause"), Qt.Key.Key_Return)
    opened.args[0].close()


def test_nothing_typed_is_asked_for(gate, qtbot, slots):
    screen = gate()
    qtbot.keyClick(field(screen, "Salalause"), Qt.Key.Key_Return)
    assert "Kirjoita tähän salalause" in said(screen)


def test_a_newer_key_file(gate, qtbot, slots):
    said_so = json.loads(slots.path.read_text())
    slots.path.write_text(json.dumps(said_so | {"format": 2}))
    attempt(gate(), qtbot, SECRET, "Uudempi ohjelma on tehnyt avaimen")


def test_a_damaged_key_file(gate, qtbot, slots):
    slots.path.write_text("{")
    attempt(gate(), qtbot, SECRET, "Avaintiedosto on vahingoittunut")


def test_a_key_file_that_is_gone_while_the_store_is_there(gate, qtbot, slots, folder, clock):
    open_store(folder / STORE, slots.key, clock).close()
    slots.path.unlink()
    screen = gate()
    attempt(screen, qtbot, SECRET, "Tutorin tietojen avain puuttuu")
    assert not slots.path.exists()


def test_a_store_of_another_key(gate, qtbot, slots, folder, clock):
    open_store(folder / STORE, bytes(32), clock).close()
    before = (folder / STORE).read_bytes()
    attempt(gate(), qtbot, SECRET, "Tiedosto ei avaudu tällä avaimella")
    assert (folder / STORE).read_bytes() == before


def test_a_store_that_is_open_already(gate, qtbot, slots, folder, clock):
    other = open_store(folder / STORE, slots.key, clock)
    screen = gate()
    attempt(screen, qtbot, SECRET, "Tiedot ovat jo auki")
    other.close()
    with qtbot.waitSignal(screen.opened) as opened:
        qtbot.mouseClick(find(screen, "Avaa"), Qt.MouseButton.LeftButton)
    opened.args[0].close()


def damage(path):
    content = bytearray(path.read_bytes())
    content[2000] ^= 1
    path.write_bytes(content)


def test_a_damaged_store_comes_back_by_the_same_words(gate, qtbot, slots, folder, clock):
    store = open_store(folder / STORE, slots.key, clock)
    store.settings.put("name", "Liisa")
    store.backups.make(DAILY)
    store.close()
    damage(folder / STORE)
    screen = gate()
    attempt(screen, qtbot, SECRET, "Sen varmuuskopio on kunnossa", "Palauta tiedot")
    with qtbot.waitSignal(screen.opened) as opened:
        qtbot.mouseClick(find(screen, "Palauta tiedot"), Qt.MouseButton.LeftButton)
    [worker] = opened.args
    assert worker.ask(lambda store: store.settings.get("name")) == "Liisa"
    worker.close()
    assert any((folder / "damaged").iterdir())


def test_other_words_bring_no_damaged_store_back(gate, qtbot, slots, folder, clock):
    open_store(folder / STORE, slots.key, clock).close()
    damage(folder / STORE)
    screen = gate()
    attempt(screen, qtbot, SECRET, "ei ole varmuuskopiota", "Palauta tiedot")
    before = (folder / STORE).read_bytes()
    field(screen, "Salalause").clear()
    qtbot.keyClicks(field(screen, "Salalause"), "jotain aivan muuta")
    qtbot.mouseClick(find(screen, "Palauta tiedot"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Salalause ei avannut tietoja" in said(screen))
    assert (folder / STORE).read_bytes() == before


def test_escape_goes_back_and_forgets_what_was_typed(gate, qtbot, slots):
    screen = gate()
    qtbot.keyClicks(field(screen, "Salalause"), "abc")
    with qtbot.waitSignal(screen.backRequested):
        qtbot.keyClick(field(screen, "Salalause"), Qt.Key.Key_Escape)
    assert field(screen, "Salalause").text() == ""


def test_who_leaves_while_it_opens_leaves_no_open_store(
    gate, qtbot, slots, folder, clock, background
):
    screen = gate()
    heard = []
    screen.opened.connect(heard.append)
    qtbot.keyClicks(field(screen, "Salalause"), SECRET)
    qtbot.keyClick(field(screen, "Salalause"), Qt.Key.Key_Return)
    qtbot.mouseClick(find(screen, "Takaisin"), Qt.MouseButton.LeftButton)
    screen.refresh()
    qtbot.waitUntil(lambda: find(screen, "Avaa").isVisible() if ready(screen) else False)
    assert heard == []
    open_store(folder / STORE, slots.key, clock).close()


def ready(screen):
    return "Avataan…" not in said(screen)


def attempt(screen, qtbot, secret, title, then="Avaa"):
    """Enter this passphrase; the screen must answer with this title, and be ready again."""
    qtbot.keyClicks(field(screen, "Salalause"), secret)
    qtbot.mouseClick(find(screen, "Avaa"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: title in said(screen))
    assert find(screen, then).isEnabled()
    settle(screen)
    assert cut_off(screen) == []


def test_only_the_passphrase_leads_to_another_pin(gate, qtbot, slots):
    screen = gate()
    heard = []
    screen.opened.connect(heard.append)
    qtbot.keyClicks(field(screen, "Salalause"), "kettu kuusi talo vena")
    pin = find(screen, "Avaa ja vaihda koneen PIN")
    qtbot.mouseClick(pin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Salalause ei avannut tietoja" in said(screen))
    field(screen, "Salalause").clear()
    qtbot.keyClicks(field(screen, "Salalause"), SECRET)
    with qtbot.waitSignal(screen.pinChangeRequested) as opened:
        qtbot.mouseClick(pin, Qt.MouseButton.LeftButton, delay=300)
    opened.args[0].close()
    assert heard == []


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(look, context, shown, folder, size, scale):
    folder.mkdir(exist_ok=True)
    Slots(folder / SLOTS).create(SECRET, "tutor", CHEAP)
    screen = shown(GateScreen(look, context), *size, scale)
    assert cut_off(screen) == []


def test_after_the_third_the_next_one_waits_and_the_page_says_so(gate, qtbot, slots, clock):
    screen = gate()
    for _number in range(2):
        attempt(screen, qtbot, "kettu kuusi talo vena", "Tarkista isot kirjaimet")
        field(screen, "Salalause").clear()
    attempt(screen, qtbot, "kettu kuusi talo vena", "Odota 1 sekunti.")
    assert "Tiedot ovat tallessa." in said(screen)
    field(screen, "Salalause").clear()
    attempt(screen, qtbot, SECRET, "Odota 1 sekunti.")
    clock.forward(1)
    with qtbot.waitSignal(screen.opened) as opened:
        qtbot.mouseClick(find(screen, "Avaa"), Qt.MouseButton.LeftButton, delay=300)
    opened.args[0].close()


def test_who_has_forgotten_goes_to_the_recovery_key(gate, qtbot, slots):
    screen = gate()
    with qtbot.waitSignal(screen.recoverRequested):
        qtbot.mouseClick(find(screen, "Unohdin salalauseen"), Qt.MouseButton.LeftButton)
