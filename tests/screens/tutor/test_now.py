"""Nyt: who needs help and why, in words; everybody of today; what was left out."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer

from digitutor_app.i18n.places import exercises
from digitutor_app.screens.help_card import HelpCard
from digitutor_app.screens.tutor.now import REFRESH_SECONDS, NowScreen
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.fact_table import FactLine
from digitutor_app.ui_kit.scroll import PageScroll
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


def cards(screen):
    """Those that are shown, in their order."""
    shown_cards = [card for card in screen.findChildren(HelpCard) if not card.isHidden()]
    return sorted(shown_cards, key=lambda card: (card.y(), card.x()))


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
    text = context.catalogue.text("files-04", "fi", "a")
    happened = {code: said.removesuffix(".") for code, said in text.difficulties.items()}
    assert f"{happened['parent_folder']} (5\u00a0kertaa)." in words
    two = f"{happened['copied']} (3\u00a0kertaa).\n{happened['wrong_folder']} (2\u00a0kertaa)."
    assert two in words
    assert f"Kysy: ”{text.ask}”" in words
    assert "ei etene 9 min" in words
    assert "Kortti tulee, kun osallistuja kutsuu, vaiheessa menee toisin 4 kertaa" in words


def test_the_cards_stand_in_the_order_in_which_help_is_needed(page, context, clock):
    facts.a_full_day(context)
    cards = [card.accessibleName() for card in page().findChildren(HelpCard)]
    assert cards[0].startswith("Eila, kutsui 8.57")
    assert sorted(name.partition(",")[0] for name in cards) == ["Aino", "Eila", "Pirkko"]


def test_the_table_tells_everybody_of_today(page, context, clock):
    people = facts.a_full_day(context)
    shown_lines = lines(page())
    assert len(shown_lines) == len(people)
    assert [line.partition(",")[0] for line in shown_lines[:3]] == [
        "Aino",
        facts.PEOPLE[10][1],
        "Eila",
    ]
    assert "Paikalla: 7.59 alkaen" in shown_lines[2]
    does = "Nyt tekee: Siirrä hoitosuunnitelma oikeaan kansioon · Ohjatusti\nvaihe 4 / 6: "
    assert does in shown_lines[2]
    assert "Edellinen onnistuminen: 8.55 Avaa kansio ja tiedosto" in shown_lines[2]
    assert any(line.startswith("Osallistuja ilman koodia") for line in shown_lines)


def at_another_laptop(context, clock, code, number):
    """Somebody whose visit came from another laptop; their place in an exercise stays there."""
    person = facts.arrive(context, code, "Aino", clock.now() - timedelta(minutes=20), 20)
    day = clock.now().date()
    [visit] = context.worker.ask(
        lambda s: [v for v in s.visits.of_day(day) if v.person_id == person.id]
    )
    context.worker.ask(lambda store: store.visits.put(replace(visit, laptop=number)))
    return person


def test_what_people_do_at_other_laptops_is_not_claimed_to_be_nothing(page, context, clock):
    context.laptop.give("1")
    at_another_laptop(context, clock, "vihreä-kuusi-14", "3")
    facts.arrive(context, "sininen-kettu-27", "Eila", clock.now(), 0)
    other, here = lines(page())
    assert "kone\u00a03, Nyt tekee: Ei näy tässä" in other
    assert "Nyt tekee: Ei tehtävää kesken" in here


def test_a_call_at_another_laptop_tells_where_they_are(page, context, clock):
    context.laptop.give("1")
    person = at_another_laptop(context, clock, "vihreä-kuusi-14", "3")
    step = context.catalogue.exercise("files-04").steps[1].id
    context.calls.call(person.id, "files-04", step)
    screen = page()
    text = context.catalogue.text("files-04", "fi", "a")
    assert f"{text.title}, vaihe 2 / 6" in said(screen)
    assert f"Ohje on: {text.steps[step].instruction}" in said(screen)
    assert f"Kysy: ”{text.ask}”" in said(screen)
    assert f"Nyt tekee: {text.title}\nvaihe 2 / 6: " in lines(screen)[0]


def test_two_people_of_one_name_are_told_apart(page, context, clock):
    for code, number in (("vihreä-kuusi-14", "3"), ("sininen-kettu-27", "2")):
        context.calls.call(at_another_laptop(context, clock, code, number).id)
    screen = page()
    names = ["Aino (sininen-kettu-27)", "Aino (vihreä-kuusi-14)"]
    assert sorted(line.partition(", Paikalla")[0] for line in lines(screen)) == names
    assert sorted(card.accessibleName().partition(", ")[0] for card in cards(screen)) == names


def test_who_has_left_is_said_to_have_left(page, context, clock):
    facts.arrive(
        context, "vihreä-kuusi-14", "Eila", clock.now() - timedelta(hours=1), 40, left=True
    )
    screen = page()
    assert lines(screen) == ["Eila, Paikalla: 8.00–8.40, Nyt tekee: Lähti 8.40"]
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
    assert "Tiedot klo 9.02" in words


def test_it_says_what_it_cannot_see(page, context, clock):
    facts.a_full_day(context)
    words = said(page())
    assert "Näet tämän koneen tiedot. Muut koneet eivät näy tässä." in words
    assert "12 paikalla · 12 kävijää · 1 ilman koodia" in words


def test_with_a_number_it_says_which_laptop_it_knows_and_where_everybody_sits(page, context, clock):
    facts.a_full_day(context)
    context.laptop.give("3")
    words = said(page())
    assert "Näet tämän koneen tiedot (kone 3)." in words
    assert "kone 3 · kutsui 8.57" in words
    assert "Paikalla: 7.59 alkaen, kone\u00a03" in words


def test_after_refreshing_the_keyboard_is_still_on_the_same_person(page, context, clock, qtbot):
    facts.a_full_day(context)
    screen = page()
    row = next(w for w in screen.findChildren(FactLine) if w.accessibleName().startswith("Kaisa"))
    row.setFocus(Qt.FocusReason.TabFocusReason)
    facts.arrive(context, "tyyni-joki-33", "Aada", clock.now())
    screen.refresh()
    assert screen.window().focusWidget().accessibleName().startswith("Kaisa")


def test_it_reads_anew_by_itself_and_nothing_moves(page, context, clock, qtbot):
    people = facts.a_full_day(context)
    screen = page(1093, 614)
    button = find(screen, "Olen menossa: Aino")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    bar = screen.findChild(PageScroll).verticalScrollBar()
    bar.setValue(120)
    clock.forward(REFRESH_SECONDS)
    context.calls.on_my_way(people[0].id, context.board.today("fi").help[-1].about)
    clock.forward(60)
    qtbot.waitUntil(lambda: "Tiedot klo 9.01" in said(screen))
    settle(screen)
    assert screen.window().focusWidget() is button
    assert bar.value() == 120
    assert cut_off(screen) == []


@pytest.mark.parametrize("which", ["the practice store", "the tutor's store"])
def test_a_tick_after_the_store_has_closed_asks_nothing(page, context, tutor, clock, qtbot, which):
    facts.a_full_day(context)
    screen = page()
    (context if which == "the practice store" else tutor).worker.close()
    clock.forward(2 * REFRESH_SECONDS)
    ticks = screen.findChild(QTimer)
    qtbot.waitUntil(lambda: not ticks.isActive())
    assert "Tiedot klo 9.00" in said(screen)


def test_olen_menossa_is_said_on_the_card_and_taken_back(page, context, clock, qtbot):
    people = facts.a_full_day(context)
    screen = page()
    press(qtbot, find(screen, "Olen menossa: Eila"))
    assert "Tutor on tulossa" in said(screen)
    [call] = context.worker.ask(lambda store: store.calls.open_calls())
    assert context.calls.coming(call) is not None
    clock.forward(180)
    press(qtbot, find(screen, "Päivitä"))
    assert "Tutor on tulossa · 3 min" in said(screen)
    settle(screen)
    assert cut_off(screen) == []
    press(qtbot, find(screen, "En ole menossa: Eila"))
    assert "Tutor on tulossa" not in said(screen)
    assert context.calls.coming(call) is None
    assert people[1].id == call.person_id


def test_a_card_goes_by_itself_and_the_page_tells_why(page, context, clock, qtbot):
    facts.a_full_day(context)
    screen = page()
    find(screen, "Avaa tiedot: Eila").setFocus(Qt.FocusReason.TabFocusReason)
    [call] = context.worker.ask(lambda store: store.calls.open_calls())
    eila = context.worker.ask(lambda store: store.visits.of_person(call.person_id))[0]
    context.visit_desk.leave_now(eila)
    clock.forward(REFRESH_SECONDS)
    qtbot.waitUntil(lambda: "Eila lähti 9.00." in said(screen))
    assert "2 odottaa" in said(screen)
    assert not any(c.accessibleName().startswith("Eila") for c in cards(screen))
    assert screen.window().focusWidget() is cards(screen)[0].open_button
    settle(screen)
    assert cut_off(screen) == []


def test_four_people_on_one_laptop_in_the_right_words_and_order(page, context, clock):
    context.laptop.give("3")
    names = ("Aino", "Eila", "Kaisa", "Marja")
    minutes = (1, 6, 2, 1)
    start = clock.now() - timedelta(minutes=30)
    people = [
        facts.arrive(context, code, name, start, 30 - ago)
        for (code, _), name, ago in zip(facts.PEOPLE, names, minutes, strict=False)
    ]
    context.laptop.give("3")
    facts.work_on(context, people[0], "files-04", 3)
    facts.call_at(context, people[0], clock.now() - timedelta(minutes=2))
    facts.work_on(context, people[1], "files-01", 2)
    facts.work_on(context, people[2], "files-07", 2, {"G1": 3, "G4": 1})
    facts.succeed(context, people[3], "files-01", clock.now() - timedelta(minutes=1))
    screen = page()
    assert [c.accessibleName() for c in cards(screen)] == [
        "Aino, kone 3 · kutsui 8.58",
        "Eila, kone 3 · ei etene 6 min",
        "Kaisa, kone 3 · meni toisin 4 kertaa",
    ]
    words = said(screen)
    text = context.catalogue.text("files-01", "fi", "a")
    step = context.catalogue.exercise("files-01").steps[1].id
    assert f"Ohje on: {text.steps[step].instruction}" in words
    assert "Painoi hiiren toista painiketta (3\u00a0kertaa)." in words
    marja = next(line for line in lines(screen) if line.startswith("Marja"))
    assert "Ei tehtävää kesken, Edellinen onnistuminen: 8.59 Avaa kansio ja tiedosto" in marja


def test_forty_people_and_one(page, context, clock):
    for number in range(40):
        code = f"sininen-kettu-{number + 10}"
        person = facts.arrive(context, code, "", clock.now() - timedelta(minutes=9), number % 9)
        if number % 2:
            facts.work_on(context, person, "files-04", 1 + number % 5)
    screen = page(1093, 614)
    assert len(lines(screen)) == 40
    assert cut_off(screen) == []


def test_the_visits_have_a_page(page, context, clock, qtbot):
    facts.a_full_day(context)
    screen = page()
    with qtbot.waitSignal(screen.visitsRequested):
        press(qtbot, find(screen, "Käynnit"))


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
