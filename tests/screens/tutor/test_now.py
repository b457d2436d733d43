"""Nyt: who needs help and why, in words; everybody of today; what was left out."""

import shutil
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from digitutor_app.i18n.places import exercises
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.fact_table import FactLine
from tests.finding import find, said
from tests.looks import cut_off, settle, small_targets
from tests.screens.tutor import conftest, facts
from tests.store.makers import KEY


@pytest.fixture
def page(look, context, tutor, shown):
    def make(*size):
        return shown(NowScreen(look, context, tutor), *size)

    return make


def lines(screen):
    return [line.accessibleName() for line in screen.findChildren(FactLine) if line.isVisible()]


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_day_says_what_to_do_first(page, qtbot):
    screen = page()
    assert "Tänään ei ole vielä osallistujia" in said(screen)
    assert "Osallistuja painaa Aloita." in said(screen)
    assert "Kuka tarvitsee apua" not in said(screen)
    with qtbot.waitSignal(screen.workshopRequested):
        press(qtbot, find(screen, "Kirjaa työpaja"))


def test_who_calls_comes_first_with_reason_place_difficulty_and_question(page, context, clock):
    facts.a_full_day(context)
    words = said(page())
    assert "3 odottaa" in words
    assert "kutsui 8.57 · meni toisin 5 kertaa" in words
    assert "Siirrä hoitosuunnitelma oikeaan kansioon, vaihe 4 / 6" in words
    assert "Tiedosto jäi yhtä kansiota ylemmäs." in words
    assert "Kysy: Missä kansiossa tiedosto on nyt?" in words
    assert "ei etene 9 min" in words


def test_the_table_tells_everybody_of_today(page, context, clock):
    people = facts.a_full_day(context)
    shown_lines = lines(page())
    assert len(shown_lines) == len(people)
    assert shown_lines[0].startswith("Eila, Nyt tekee: Siirrä hoitosuunnitelma oikeaan kansioon")
    assert "Edellinen onnistuminen: 8.55 Avaa kansio ja tiedosto" in shown_lines[0]
    assert any(line.startswith("Osallistuja ilman koodia") for line in shown_lines)


def test_who_has_left_is_said_to_have_left(page, context, clock):
    facts.arrive(
        context, "vihreä-kuusi-14", "Eila", clock.now() - timedelta(hours=1), 40, left=True
    )
    screen = page()
    assert lines(screen) == ["Eila, Nyt tekee: Lähti 8.40"]
    assert "Kukaan ei odota apua nyt." in said(screen)


def test_a_success_of_another_day_carries_its_day(page, context, clock):
    person = facts.arrive(context, "vihreä-kuusi-14", "Eila", clock.now())
    facts.succeed(context, person, "files-01", clock.now() - timedelta(days=5))
    assert "ke 25.2. Avaa kansio ja tiedosto" in lines(page())[0]


def test_a_person_opens_from_the_card_and_from_the_table(page, context, clock, qtbot):
    people = facts.a_full_day(context)
    screen = page()
    with qtbot.waitSignal(screen.personRequested) as wish:
        press(qtbot, find(screen, "Avaa tiedot: Eila"))
    assert wish.args == [people[1].id]
    row = next(w for w in screen.findChildren(FactLine) if w.accessibleName().startswith("Kaisa"))
    row.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(screen.personRequested) as wish:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert wish.args == [people[2].id]


def test_the_bar_names_the_workshop_of_today_and_how_fresh_the_facts_are(
    page, context, tutor, clock, qtbot
):
    screen = page()
    assert "Ei työpajaa vielä" in said(screen)
    facts.a_workshop(tutor, clock.now() - timedelta(days=1))
    press(qtbot, find(screen, "Päivitä"))
    assert "Tänään ei ole työpajaa" in said(screen)
    facts.a_workshop(tutor, clock.now())
    clock.forward(120)
    press(qtbot, find(screen, "Päivitä"))
    words = said(screen)
    assert "Digitaitojen perusteet 1" in words
    assert "Mallila, ma 2.3." in words
    assert "Tiedot 9.02" in words


def test_it_says_what_it_cannot_see(page, context, clock):
    facts.a_full_day(context)
    assert "Näet tämän koneen tiedot." in said(page())


def test_after_refreshing_the_keyboard_is_still_on_the_same_person(page, context, clock, qtbot):
    facts.a_full_day(context)
    screen = page()
    row = next(w for w in screen.findChildren(FactLine) if w.accessibleName().startswith("Kaisa"))
    row.setFocus(Qt.FocusReason.TabFocusReason)
    screen.refresh()
    assert screen.window().focusWidget().accessibleName().startswith("Kaisa")
    assert screen.window().focusWidget() is not row


def test_the_menu_asks_for_other_pages_and_the_lock(page, qtbot):
    screen = page()
    with qtbot.waitSignal(screen.pageRequested) as wish:
        press(qtbot, find(screen, "Työpajat"))
    assert wish.args == ["workshops"]
    assert find(screen, "Nyt").isChecked()
    with qtbot.waitSignal(screen.lockRequested):
        press(qtbot, find(screen, "Lukitse"))


def test_a_broken_exercise_is_left_out_in_words_with_details_below(
    look, workers, clock, folder, background, tutor, shown, tmp_path, qtbot
):
    content = tmp_path / "exercises"
    shutil.copytree(exercises() / "files", content / "files")
    broken = content / "files" / "07_delete_and_restore" / "exercise.toml"
    broken.write_text(broken.read_text().replace('level = "B"', 'level = "Z"', 1))
    context = conftest.context_of(workers("other.db"), clock, folder, background, content=content)
    screen = shown(NowScreen(look, context, tutor))
    qtbot.waitUntil(lambda: "Yksi harjoitus on jätetty pois" in said(screen))
    assert "07_delete_and_restore" not in said(screen)
    press(qtbot, find(screen, "Näytä tarkemmin"))
    words = said(screen)
    assert "Kansio: files/07_delete_and_restore" in words
    assert "Paikka: exercise.toml, level" in words
    settle(screen)
    assert cut_off(screen) == []


def test_a_store_that_does_not_open_is_said_calmly_and_nothing_is_claimed(
    look, workers, context, tutor, clock, folder, background, shown
):
    context.worker.opened.result()
    second = StoreWorker.start(lambda: open_store(folder / "practice.db", KEY, clock))
    blind = conftest.context_of(second, clock, folder, background)
    words = said(shown(NowScreen(look, blind, tutor)))
    assert "Tiedot ovat jo auki. Tiedot ovat tallessa." in words
    assert "Tänään ei ole" not in words
    assert "Kukaan" not in words
    second.close()


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("full", [True, False])
def test_nothing_is_cut(page, context, tutor, clock, size, scale, full):
    if full:
        facts.a_full_day(context)
        facts.a_workshop(tutor, clock.now())
    screen = page(*size, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []
