"""The page of one person: skills, where they come from, notes, attempts and visits in words."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.skills import SkillState
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.ui_kit.theme import DARK, HIGH_CONTRAST
from digitutor_app.ui_kit.unfolding import RowHead, UnfoldingRow
from tests.finding import find, said
from tests.looks import cut_off, settle, small_targets
from tests.screens.tutor import facts

NOTE = "Mikä auttoi? Mitä harjoitellaan?"
SKILL = "files.move"


@pytest.fixture
def eila(context, clock):
    person = facts.arrive(
        context, "vihreä-kuusi-14", "Eila", clock.now() - timedelta(minutes=50), 50
    )
    now = clock.now()
    ago = timedelta(minutes=10)
    facts.succeed(context, person, "files-01", now - 3 * ago)
    facts.succeed(
        context,
        person,
        "files-04",
        now - 2 * ago,
        hint=3,
        asked=2,
        undos=2,
        way="drag",
        device="both",
        mistakes={"copied": 1, "wrong_folder": 3},
    )
    facts.succeed(context, person, "files-04", now - ago, mode=Mode.ALONE, data_set="b")
    facts.succeed(context, person, "files-07", now, end=AttemptEnd.LEFT, steps_done=1)
    return person


@pytest.fixture
def page(look, context, tutor, shown, eila):
    def make(*size, person=None, behind_pin=False):
        screen = PersonScreen(look, context, None if behind_pin else tutor, (person or eila).id)
        return shown(screen, *size)

    return make


def row(screen, beginning):
    """The one visible row whose words begin so."""
    heads = [h for h in screen.findChildren(RowHead) if h.isVisibleTo(screen)]
    [head] = [h for h in heads if h.accessibleName().startswith(beginning)]
    return head


def unfold(screen, qtbot, beginning):
    qtbot.mouseClick(row(screen, beginning), Qt.MouseButton.LeftButton)
    settle(screen)


def press(screen, qtbot, name):
    qtbot.mouseClick(find(screen, name), Qt.MouseButton.LeftButton)
    settle(screen)


def state(context, person):
    return context.worker.ask(lambda store: store.attempts.skill_states(person.id))[SKILL]


def test_name_code_and_time_here(page):
    words = said(page())
    assert "Eila" in words
    assert "vihreä-kuusi-14" in words
    assert "Paikalla ma 2.3., yhteensä 0,75 tuntia." in words


# Skills


def test_skills_by_module_with_words_and_nothing_that_was_not_tried(page):
    screen = page()
    assert "Tiedostot ja kansiot" in said(screen)
    skills = [head.accessibleName() for head in screen.findChildren(RowHead)][:3]
    assert skills == [
        "Kansion ja tiedoston avaaminen, onnistui ohjatusti",
        "Siirtäminen, onnistui itse",
        "Poistaminen ja palauttaminen, harjoiteltu",
    ]
    assert "ei vielä kokeiltu" not in said(screen)


def test_a_skill_tells_which_exercises_it_comes_from(page, qtbot):
    screen = page()
    assert "onnistui ohjatusti, onnistui itse" not in said(screen)
    unfold(screen, qtbot, "Siirtäminen")
    line = "Siirrä kotijumppa oikeaan kansioon: onnistui ohjatusti, onnistui itse"
    assert line in said(screen)
    unfold(screen, qtbot, "Siirtäminen")
    assert line not in said(screen)


def test_seen_on_the_real_machine_and_taken_back(page, qtbot, context, eila):
    screen = page()
    unfold(screen, qtbot, "Siirtäminen")
    press(screen, qtbot, "Näytti oikealla koneella: Siirtäminen")
    seen = "Siirtäminen, osaa, Tutor näki oikealla koneella ma 2.3."
    assert row(screen, "Siirtäminen").accessibleName() == seen
    assert state(context, eila) is SkillState.CAN
    assert row(screen, "Siirtäminen").hasFocus()
    press(screen, qtbot, "Peru merkintä: Siirtäminen")
    assert row(screen, "Siirtäminen").accessibleName() == "Siirtäminen, onnistui itse"
    assert state(context, eila) is SkillState.ALONE


def test_with_the_keyboard_alone(page, qtbot, context, eila):
    screen = page()
    head = row(screen, "Siirtäminen")
    head.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(head, Qt.Key.Key_Return)
    settle(screen)
    qtbot.keyClick(find(screen, "Näytti oikealla koneella: Siirtäminen"), Qt.Key.Key_Space)
    assert state(context, eila) is SkillState.CAN


def test_what_was_marked_behind_the_pin_says_so_until_a_tutor_confirms(
    page, qtbot, context, tutor, eila
):
    behind_pin = page(behind_pin=True)
    unfold(behind_pin, qtbot, "Siirtäminen")
    press(behind_pin, qtbot, "Näytti oikealla koneella: Siirtäminen")
    marked = "Näytti oikealla koneella ma 2.3. (koneen PIN)"
    assert marked in said(behind_pin)
    assert "Vahvista: Siirtäminen" not in said(behind_pin)
    screen = page()
    assert marked in said(screen)
    unfold(screen, qtbot, "Siirtäminen")
    press(screen, qtbot, "Vahvista: Siirtäminen")
    assert marked not in said(screen)
    assert tutor.observations.of_person(eila.id)[SKILL].confirmed


def test_what_comes_next(page):
    words = said(page())
    assert "Seuraavaksi sopii" in words
    assert "Luo uusi kansio" in words


# Notes


def write(screen, qtbot, text):
    field = find(screen, NOTE, QPlainTextEdit)
    qtbot.keyClicks(field, text)
    return field


def test_a_note_is_written_changed_deleted_and_brought_back(page, qtbot, tutor, eila):
    screen = page()
    assert "Kirjoita taidoista, ei ihmisestä." in said(screen)
    press(screen, qtbot, "Kirjoita muistiinpano")
    write(screen, qtbot, "Enter auttoi.")
    press(screen, qtbot, "Tallenna muistiinpano")
    assert "Enter auttoi." in said(screen)
    press(screen, qtbot, "Muuta: Enter auttoi.")
    assert find(screen, NOTE, QPlainTextEdit).toPlainText() == "Enter auttoi."
    find(screen, NOTE, QPlainTextEdit).selectAll()
    write(screen, qtbot, "Enter toimii.")
    press(screen, qtbot, "Tallenna muutos")
    [note] = tutor.notes.about(eila.id)
    assert note.text == "Enter toimii."
    press(screen, qtbot, "Poista: Enter toimii.")
    assert tutor.notes.about(eila.id) == []
    assert "Muistiinpano on poistettu." in said(screen)
    press(screen, qtbot, "Peru poisto")
    assert tutor.notes.about(eila.id) == [note]


def test_an_identity_code_goes_while_it_is_written(page, qtbot, tutor, eila):
    screen = page()
    press(screen, qtbot, "Kirjoita muistiinpano")
    field = write(screen, qtbot, "Tunnus 131052-308T")
    assert field.toPlainText() == "Tunnus …"
    assert "Kenttä on nyt tyhjä." in said(screen)
    press(screen, qtbot, "Tallenna muistiinpano")
    assert [note.text for note in tutor.notes.about(eila.id)] == ["Tunnus …"]


def test_an_empty_note_is_asked_for_words(page, qtbot, tutor, eila):
    screen = page()
    press(screen, qtbot, "Kirjoita muistiinpano")
    press(screen, qtbot, "Tallenna muistiinpano")
    assert "Kirjoita ensin, mikä auttoi" in said(screen)
    press(screen, qtbot, "Älä tallenna")
    assert tutor.notes.about(eila.id) == []
    assert find(screen, "Kirjoita muistiinpano").hasFocus()


def test_what_was_written_is_not_lost_without_a_word(page, qtbot):
    screen = page()
    gone = []
    screen.backRequested.connect(lambda: gone.append(1))
    press(screen, qtbot, "Kirjoita muistiinpano")
    write(screen, qtbot, "Enter auttoi.")
    press(screen, qtbot, "Takaisin")
    assert gone == []
    assert "Tätä ei ole vielä tallennettu." in said(screen)
    press(screen, qtbot, "Takaisin")
    assert gone == [1]


def test_what_is_being_written_stays_when_the_page_is_read_anew(page, qtbot):
    screen = page()
    press(screen, qtbot, "Kirjoita muistiinpano")
    field = write(screen, qtbot, "Enter")
    screen.refresh()
    assert field.toPlainText() == "Enter"


# Attempts


def test_attempts_in_plain_words_newest_first(page):
    words = said(page())
    assert words.index("Poista ja palauta") < words.index("Siirrä kotijumppa oikeaan kansioon")
    assert "Itse, ilman vihjettä" in words
    assert "Ohjatusti, vihjeen avulla Tiedosto meni toiseen kansioon. Kopioi tiedoston" in words
    assert "Ohjatusti, jäi kesken" in words


def test_an_attempt_tells_way_hints_and_undos(page, qtbot):
    screen = page()
    unfold(screen, qtbot, "Siirrä hoitosuunnitelma")
    words = said(screen)
    assert "ma 2.3. klo 8.35–8.40" in words
    assert "Teki näin: Raahaa" in words
    assert "Teki hiirellä ja näppäimillä." in words
    assert "Pyysi vihjeen 2 kertaa. Ohjelma näytti vaiheen." in words
    assert "Perui 2 kertaa." in words


def test_a_long_list_folds(page, context, clock, eila, qtbot):
    for minutes in range(30):
        facts.succeed(context, eila, "files-02", clock.now() - timedelta(hours=3, minutes=minutes))
    screen = page()

    def shown_rows():
        rows = screen.findChildren(UnfoldingRow)
        return sum(r.isVisibleTo(screen) for r in rows) - 4  # four skills

    assert shown_rows() == 6
    press(screen, qtbot, "Näytä aiempia (28)")
    assert shown_rows() == 26
    press(screen, qtbot, "Näytä aiempia (8)")
    assert shown_rows() == 34
    assert "Näytä aiempia" not in said(screen)


def test_the_wish_to_move_names_person_and_attempt(page, qtbot, eila, context):
    screen = page()
    unfold(screen, qtbot, "Siirrä kotijumppa")
    with qtbot.waitSignal(screen.moveRequested) as wish:
        press(
            screen,
            qtbot,
            "Siirrä toiselle osallistujalle: Siirrä kotijumppa oikeaan kansioon",
        )
    attempts = context.worker.ask(lambda store: store.attempts.of_person(eila.id))
    assert wish.args == [eila.id, attempts[2].id]


# Other people, other places


def test_behind_the_pin_there_are_no_notes_and_no_papers(page, tutor, eila):
    tutor.notes.write(eila.id, "Enter auttoi.")
    screen = page(behind_pin=True)
    words = said(screen)
    assert "Näet sen, mitä tällä koneella on." in words
    assert "Siirtäminen" in words
    for hidden in ("Enter auttoi.", "Muistiinpanot", "Tee todistus", "Omat digitaitoni"):
        assert hidden not in words


def test_joined_people_are_one(page, context, clock, eila):
    other = facts.arrive(
        context, "", "", clock.now() - timedelta(days=1, minutes=60), 60, left=True
    )
    facts.succeed(context, other, "files-02", clock.now() - timedelta(days=1))
    context.worker.ask(lambda store: store.people.join(other, eila.id))
    for person in (eila, other):
        words = said(page(person=person))
        assert "Eila" in words
        assert "Luo uusi kansio" in words
        assert "Siirrä kotijumppa" in words
        assert "Paikalla su 1.3. ja ma 2.3., yhteensä 1,75 tuntia." in words


def test_somebody_erased_is_not_there_at_all(page, context, eila):
    context.worker.ask(lambda store: store.erasures.add(eila.id))
    words = said(page())
    assert "Tätä osallistujaa ei ole tällä koneella." in words
    for hidden in ("Eila", "Taidot", "Harjoitukset", "Muistiinpanot", "Tee todistus"):
        assert hidden not in words


def test_somebody_who_has_only_just_come(page, context, clock):
    new = facts.arrive(context, "", "", clock.now())
    words = said(page(person=new))
    assert "Osallistuja ilman koodia" in words
    assert "yhteensä alle 15 minuuttia" in words
    assert "Yhtään harjoitusta ei ole vielä tehty loppuun." in words


def test_the_buttons_and_escape_send_wishes(page, eila, qtbot):
    screen = page()
    with qtbot.waitSignal(screen.certificateRequested) as wish:
        qtbot.mouseClick(find(screen, "Tee todistus"), Qt.MouseButton.LeftButton)
    assert wish.args == [eila.id]
    with qtbot.waitSignal(screen.backRequested):
        qtbot.keyClick(find(screen, "Takaisin"), Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(page, context, clock, qtbot, size, scale):
    screen = page(*size, scale)
    assert cut_off(screen) == []
    for line in screen.findChildren(UnfoldingRow):
        line.unfold()
    press(screen, qtbot, "Kirjoita muistiinpano")
    press(screen, qtbot, "Tallenna muistiinpano")
    assert cut_off(screen) == []
    assert small_targets(screen) == []
    code, name = facts.PEOPLE[10]
    assert cut_off(page(*size, scale, person=facts.arrive(context, code, name, clock.now()))) == []


@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)
def test_an_open_page_follows_the_theme_and_the_text_size(page, look, qtbot, theme):
    screen = page(1093, 614)
    unfold(screen, qtbot, "Siirtäminen")
    look.set_theme(theme)
    look.set_scale(2.0)
    settle(screen)
    assert cut_off(screen) == []
    edge = screen.grab().toImage().pixelColor(4, screen.height() - 4)
    assert edge == look.colour("paper")
