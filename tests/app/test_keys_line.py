"""The ways about keys in the program's window: set-up, recovery, and "Tutorit ja avaimet"."""

from dataclasses import replace

import pytest

from digitutor_app.app.tutor_line import TutorLine
from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.screens.tutor.keys import KeysScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.recovery_check import RecoveryCheckScreen
from digitutor_app.screens.tutor.words import WordsScreen
from digitutor_app.services.gate import SLOTS, STORE, Gate
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.recovery import groups
from tests.fakes.printer import FakePrinter
from tests.finding import field

CHEAP = Cost(1, 8 * 1024)
SECRET = "kettu kuusi talo vene"
OWN = "ihan oma salalause"


@pytest.fixture
def tutor(laptop):
    """The tutor's way, with a gate that costs little and a printer that keeps its papers."""
    folder, clock = laptop.folder.path, laptop.clock
    gate = Gate(folder, clock, _nothing, _nothing, CHEAP)
    laptop.context = replace(laptop.context, gate=gate)
    line = TutorLine(laptop.window.look, laptop.context, laptop.window.show_page, FakePrinter())
    line.closeRequested.connect(laptop.line.show_start)
    yield line
    line.close()


def _nothing(_news):
    """Nothing goes wrong here."""


@pytest.fixture
def chosen(tutor, laptop):
    """A tutor's laptop: Emma's words, and the recovery key that is returned."""
    from digitutor_app.trust.recovery import new_key

    secret = new_key().secret
    laptop.context.gate.choose(SECRET, "Emma", secret).close()
    return secret


def on(qtbot, laptop, kind):
    qtbot.waitUntil(lambda: isinstance(laptop.window.page, kind), timeout=30_000)
    return laptop.person.page


def until(qtbot, laptop, words):
    qtbot.waitUntil(lambda: words in laptop.person.sees(), timeout=30_000)


def enter(qtbot, laptop, words=SECRET):
    laptop.person.type("Salalause", words)
    laptop.person.press("Avaa")


def keys_page(tutor, qtbot, laptop):
    tutor.show_gate()
    enter(qtbot, laptop)
    on(qtbot, laptop, NowScreen)
    laptop.person.press("Tutorit ja avaimet")
    return on(qtbot, laptop, KeysScreen)


def type_back(laptop, secret):
    page = laptop.person.page
    assert isinstance(page, RecoveryCheckScreen)
    for number, line in page._fields.items():
        line.set_text(groups(secret)[number - 1].lower())


def secret_of_paper(laptop):
    """What stands on the paper that is being checked."""
    return laptop.person.page._recovery.secret


def test_set_up_writes_nothing_until_the_paper_is_read_back(tutor, laptop, qtbot):
    tutor.show_gate()
    page = laptop.person.page
    first = page.offered
    laptop.person.press("Näytä toiset sanat")
    assert page.offered != first
    laptop.person.press("Jatka")
    assert "Kirjoita tähän nimi" in laptop.person.sees()
    laptop.person.type("Nimesi", "Emma")
    laptop.person.type("Kirjoita sanat tähän", "jotain muuta")
    laptop.person.press("Jatka")
    assert "samat neljä sanaa" in laptop.person.sees()
    page._typed.set_text(page.offered.upper())
    words = page.offered
    laptop.person.press("Jatka")
    assert "Tulosta palautusavain" in laptop.person.sees()
    laptop.person.press("Paperi on minulla")
    laptop.person.press("Ota käyttöön")
    assert "Katso ryhmän numero" in laptop.person.sees()
    assert not (laptop.folder.path / SLOTS).exists()
    secret = secret_of_paper(laptop)
    type_back(laptop, secret)
    laptop.person.press("Ota käyttöön")
    on(qtbot, laptop, NowScreen)
    tutor.close()
    gate = laptop.context.gate
    gate.enter(words).close()
    assert [tutor.name for tutor in gate.tutors()] == ["Emma"]
    assert gate.try_recovery(secret) == secret


def test_other_words_leave_the_keyboard_in_the_first_empty_field(tutor, laptop, qtbot):
    tutor.show_gate()
    page = laptop.person.page
    with qtbot.waitActive(page.window()):
        page.window().activateWindow()
    laptop.person.press("Valitsen oman salalauseen")
    assert field(page, "Nimesi").hasFocus()
    laptop.person.type("Nimesi", "Emma")
    laptop.person.press("Näytä neljä valmista sanaa")
    assert field(page, "Kirjoita sanat tähän").hasFocus()


def test_own_words_are_long_enough_and_typed_twice(tutor, laptop, qtbot):
    tutor.show_gate()
    laptop.person.press("Valitsen oman salalauseen")
    laptop.person.type("Nimesi", "Emma")
    laptop.person.type("Salalause", "lyhyt")
    laptop.person.press("Jatka")
    assert "Tässä on 5 merkkiä" in laptop.person.sees()
    laptop.person.page._typed.set_text(OWN)
    laptop.person.press("Jatka")
    assert "eri teksti kuin yllä" in laptop.person.sees()
    laptop.person.type("Salalause uudestaan", OWN)
    laptop.person.press("Jatka")
    assert "Tulosta palautusavain" in laptop.person.sees()


def test_leaving_set_up_leaves_nothing_behind(tutor, laptop):
    tutor.show_gate()
    laptop.person.press("Takaisin")
    assert "Tervetuloa" in laptop.person.sees()
    assert not (laptop.folder.path / STORE).exists()


def test_another_tutor_is_let_in_and_removed(tutor, chosen, laptop, qtbot):
    keys_page(tutor, qtbot, laptop)
    laptop.person.press("Lisää tutor")
    laptop.person.type("Oma salalauseesi", SECRET)
    laptop.person.press("Jatka")
    page = on(qtbot, laptop, WordsScreen)
    laptop.person.type("Uuden tutorin nimi", "Oskari")
    words = page.offered
    page._typed.set_text(words)
    laptop.person.press("Lisää tutor")
    until(qtbot, laptop, "Oskari voi nyt avata tiedot")
    gate = laptop.context.gate
    gate.confirm(words)
    laptop.person.press("Poista: Oskari")
    assert "Poistetaanko Oskari?" in laptop.person.sees()
    laptop.person.type("Oma salalauseesi", "jotain ihan muuta")
    laptop.person.press("Poista Oskari")
    until(qtbot, laptop, "Salalause ei avannut tietoja")
    laptop.person.page._words.set_text(SECRET)
    laptop.person.press("Poista Oskari")
    until(qtbot, laptop, "Oskari on poistettu")
    assert [tutor.name for tutor in gate.tutors()] == ["Emma"]
    assert "Poista: " not in laptop.person.sees()
    laptop.person.press("Takaisin")
    laptop.person.press("Työpajat")
    assert "Työpajat" in laptop.person.sees()


def test_ones_own_words_are_changed(tutor, chosen, laptop, qtbot):
    keys_page(tutor, qtbot, laptop)
    laptop.person.press("Vaihda salalauseeni")
    laptop.person.type("Oma salalauseesi", SECRET)
    laptop.person.press("Jatka")
    page = on(qtbot, laptop, WordsScreen)
    words = page.offered
    page._typed.set_text(words)
    laptop.person.press("Ota käyttöön")
    until(qtbot, laptop, "Uusi salalause on käytössä.")
    laptop.context.gate.confirm(words)


def test_a_new_recovery_key_is_taken_after_it_was_read_back(tutor, chosen, laptop, qtbot):
    keys_page(tutor, qtbot, laptop)
    laptop.person.press("Tulosta uusi palautusavain")
    laptop.person.type("Oma salalauseesi", SECRET)
    laptop.person.press("Jatka")
    until(qtbot, laptop, "Paperi on minulla")
    laptop.person.press("Paperi on minulla")
    gate = laptop.context.gate
    assert gate.try_recovery(chosen) == chosen
    secret = secret_of_paper(laptop)
    type_back(laptop, secret)
    laptop.person.press("Ota käyttöön")
    until(qtbot, laptop, "Hävitä vanha paperi")
    assert gate.try_recovery(secret) == secret


def test_a_forgotten_passphrase(tutor, chosen, laptop, qtbot):
    tutor.show_gate()
    laptop.person.press("Unohdin salalauseen")
    page = laptop.person.page
    typed = list(groups(chosen))
    page._key.set_text(" ".join([*typed[:3], "AAAAA", *typed[4:]]))
    laptop.person.press("Jatka")
    qtbot.waitUntil(lambda: not page.working)
    assert "Vertaa ryhmiä paperiin" in laptop.person.sees() or "Tarkista ryhmä" in (
        laptop.person.sees()
    )
    page._key.set_text(" ".join(typed).lower())
    laptop.person.press("Jatka")
    until(qtbot, laptop, "Kenen salalause unohtui?")
    laptop.person.press("Jatka")
    assert "Valitse ensin" in laptop.person.sees()
    laptop.person.press("Emma")
    laptop.person.press("Jatka")
    page = on(qtbot, laptop, WordsScreen)
    assert "Uusi salalause: Emma" in laptop.person.sees()
    words = page.offered
    page._typed.set_text(words)
    laptop.person.press("Ota käyttöön ja avaa")
    on(qtbot, laptop, NowScreen)
    laptop.context.gate.confirm(words)


def test_wrong_tries_are_told_at_the_next_opening(tutor, chosen, laptop, qtbot):
    tutor.show_gate()
    for number in range(3):
        page = laptop.person.page
        assert isinstance(page, GateScreen)
        page._passphrase.set_text(f"väärä {number}")
        laptop.person.press("Avaa")
        qtbot.waitUntil(lambda page=page: not page._working)
    assert "Odota 1 sekunti" in laptop.person.sees()
    laptop.clock.forward(1)
    page._passphrase.set_text(SECRET)
    laptop.person.press("Avaa")
    until(qtbot, laptop, "3 väärää yritystä")
    laptop.person.press("Jatka")
    on(qtbot, laptop, NowScreen)
    laptop.person.press("Tutorit ja avaimet")
    assert "3 väärää yritystä ennen kuin avasit tiedot." in laptop.person.sees()
