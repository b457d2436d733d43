"""The visits of a day, one visit with its times, and the end of the day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from digitutor_app.screens.tutor.end_day import EndDayScreen
from digitutor_app.screens.tutor.visit import VisitScreen
from digitutor_app.screens.tutor.visits import VisitsScreen
from digitutor_app.ui_kit.fact_table import FactLine
from tests.finding import field, find, said
from tests.looks import cut_off, settle, small_targets
from tests.screens.tutor import facts

SIZES = [(1366, 768), (1280, 720), (1093, 614)]
SCALES = [1.0, 1.5, 2.0]


def press(qtbot, screen, name):
    qtbot.mouseClick(find(screen, name), Qt.MouseButton.LeftButton)


def write(qtbot, screen, label, text):
    line = field(screen, label)
    line.selectAll()
    qtbot.keyClicks(line, text)


def lines(screen):
    return [w.accessibleName() for w in screen.findChildren(FactLine) if w.isVisibleTo(screen)]


def visits(context, person):
    return context.worker.ask(lambda store: store.visits.of_person(person.id))


@pytest.fixture
def eila(context, clock):
    """She came at eight, did something at 8.40, and nobody has ended her visit."""
    return facts.arrive(context, "vihreä-kuusi-14", "Eila", clock.now() - timedelta(minutes=60), 40)


@pytest.fixture
def eilas_page(look, context, shown, eila):
    def make(*size):
        [visit] = visits(context, eila)
        return shown(VisitScreen(look, context, eila.id, visit.id), *size)

    return make


# The visits of a day


def test_a_day_without_people_is_a_sentence(look, context, shown, qtbot):
    screen = shown(VisitsScreen(look, context))
    assert "Tänään ei ole vielä käyntejä." in said(screen)
    press(qtbot, screen, "Edellinen päivä")
    assert "Tänä päivänä ei ollut käyntejä tällä koneella." in said(screen)
    press(qtbot, screen, "Seuraava päivä")
    assert "Tänään ma 2.3." in said(screen)


def test_everybody_with_times_and_what_it_makes_together(look, context, shown, clock, qtbot):
    now = clock.now()
    aino = facts.arrive(
        context, "sininen-kettu-27", "Aino", now - timedelta(hours=2), 50, left=True
    )
    again = replace(visits(context, aino)[0], id="again", arrived=now - timedelta(minutes=20))
    again = replace(again, last_seen=again.arrived, left=None)
    context.worker.ask(lambda store: store.visits.put(again))
    facts.arrive(context, "", "", now - timedelta(minutes=45), 40)
    screen = shown(VisitsScreen(look, context))
    assert "2 käyntiä · 1 koodilla · 1 ilman koodia · yhteensä 1,25 tuntia" in said(screen)
    assert "Saman päivän käynnit ovat yksi käynti" in said(screen)
    assert lines(screen) == [
        "Aino, Aika: 7.00–7.50, Kesto: 0,75 tuntia, Tilanne: on lähtenyt",
        "Osallistuja ilman koodia, tuli 8.15, Aika: 8.15 alkaen, Kesto: 0,5 tuntia, "
        "Tilanne: paikalla, viimeinen merkki 8.55",
        "Aino, Aika: 8.40 alkaen, Kesto: alle 15 min, Tilanne: paikalla, viimeinen merkki 8.40",
    ]
    with qtbot.waitSignal(screen.visitRequested) as wish:
        press(qtbot, screen, lines(screen)[0])
    assert wish.args == [aino.id, visits(context, aino)[0].id]
    with qtbot.waitSignal(screen.endDayRequested):
        press(qtbot, screen, "Päätä päivä")


def test_a_visit_of_an_earlier_day_that_is_still_open_is_said(look, context, shown, clock):
    facts.arrive(context, "vihreä-kuusi-14", "Eila", clock.now() - timedelta(days=1), 30)
    assert "1 aiemman päivän käynti on vielä auki." in said(shown(VisitsScreen(look, context)))


# One visit


def test_who_was_seen_leaving_has_left_now(eilas_page, context, eila, clock, qtbot):
    screen = eilas_page()
    assert "2.3.2026, 8.00 alkaen · paikalla, viimeinen merkki 8.40" in said(screen)
    press(qtbot, screen, "Lähti juuri nyt")
    assert "Merkitty lähteneeksi 9.00." in said(screen)
    assert "Merkitse lähteneeksi" not in said(screen)
    assert visits(context, eila)[0].left == clock.now()
    settle(screen)
    assert cut_off(screen) == []


def test_whom_nobody_saw_leaving_left_at_the_last_sign(eilas_page, context, eila, qtbot):
    screen = eilas_page()
    press(qtbot, screen, "Lähti viimeisen merkin aikaan 8.40")
    assert "2.3.2026, 8.00–8.40 · on lähtenyt · 0,5 tuntia" in said(screen)
    assert visits(context, eila)[0].left == visits(context, eila)[0].last_seen


def test_times_are_mended_with_the_keyboard(eilas_page, context, eila, qtbot):
    screen = eilas_page()
    write(qtbot, screen, "Tuli, esimerkiksi 9.15", "7.20")
    write(qtbot, screen, "Lähti, esimerkiksi 10.45", "8:50")
    qtbot.keyClick(field(screen, "Lähti, esimerkiksi 10.45"), Qt.Key.Key_Return)
    assert "Tallennettu: 7.15–8.45." in said(screen)
    [visit] = visits(context, eila)
    assert (visit.arrived.hour, visit.arrived.minute) == (7, 15)
    assert (visit.left.hour, visit.left.minute) == (8, 45)


@pytest.mark.parametrize(
    ("arrived", "left", "sentence"),
    [
        ("8.00", "7.00", "Lähtö on ennen tuloa."),
        ("8.00", "23.00", "Aika ei ole vielä tullut."),
        ("eilen", "", "Kirjoita kellonaika näin: 9.15."),
        ("7.00", "8.30", "Samalla osallistujalla on jo käynti 7.30–7.45."),
    ],
)
def test_a_mistake_is_a_sentence_and_changes_nothing(
    eilas_page, context, eila, qtbot, arrived, left, sentence
):
    [visit] = visits(context, eila)
    other = visit.arrived - timedelta(minutes=30)
    earlier = replace(visit, id="earlier", arrived=other, left=other + timedelta(minutes=15))
    screen = eilas_page()
    context.worker.ask(lambda store: store.visits.put(earlier))
    write(qtbot, screen, "Tuli, esimerkiksi 9.15", arrived)
    if left:
        write(qtbot, screen, "Lähti, esimerkiksi 10.45", left)
    press(qtbot, screen, "Tallenna ajat")
    assert sentence in said(screen)
    assert visits(context, eila) == [earlier, visit]
    settle(screen)
    assert cut_off(screen) == []


def test_the_persons_page_is_one_press_away_and_escape_leads_back(eilas_page, eila, qtbot):
    screen = eilas_page()
    with qtbot.waitSignal(screen.personRequested) as wish:
        press(qtbot, screen, "Avaa tiedot")
    assert wish.args == [eila.id]
    with qtbot.waitSignal(screen.backRequested):
        qtbot.keyClick(screen, Qt.Key.Key_Escape)


def test_a_visit_that_is_gone_is_said(look, context, shown):
    screen = shown(VisitScreen(look, context, "nobody", "nothing"))
    assert "Tätä käyntiä ei ole tällä koneella." in said(screen)
    assert "Tallenna ajat" not in said(screen)


# The end of the day


def test_the_day_ends_after_a_preview(look, context, shown, clock, eila, qtbot):
    facts.arrive(context, "", "", clock.now() - timedelta(minutes=30), 20)
    facts.arrive(context, "harmaa-lehti-51", "Marja", clock.now() - timedelta(days=1), 30)
    screen = shown(EndDayScreen(look, context))
    words = said(screen)
    assert "3 käyntiä päättyy" in words
    assert "Marja: käynti su 1.3. 9.00–9.30" in words
    assert "Eila: käynti 8.00–8.40" in words
    assert "1 osallistujalla ei ole koodia." in words
    assert visits(context, eila)[0].left is None
    press(qtbot, screen, "Päätä päivä")
    words = said(screen)
    assert "Päivä on päätetty" in words
    assert "3 käyntiä päättyi." in words
    assert "Tänään: 2 käyntiä · 1 koodilla · 1 ilman koodia · yhteensä 0,75 tuntia." in words
    assert "Eila: käynti" not in words
    assert visits(context, eila)[0].left == clock.now() - timedelta(minutes=20)
    assert cut_off(screen) == []
    with qtbot.waitSignal(screen.backRequested):
        press(qtbot, screen, "Takaisin")


def test_there_may_be_nothing_to_end(look, context, shown, clock, qtbot):
    screen = shown(EndDayScreen(look, context))
    assert "Tänään ei ole käyntejä" in said(screen)
    assert "Päätä päivä" not in said(screen).splitlines()[1:]
    facts.arrive(
        context, "sininen-kettu-27", "Aino", clock.now() - timedelta(hours=1), 9, left=True
    )
    screen.refresh()
    assert "Kaikki käynnit ovat jo päättyneet" in said(screen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("kind", [VisitsScreen, EndDayScreen])
@pytest.mark.parametrize("full", [True, False])
def test_nothing_is_cut(look, context, shown, clock, size, scale, kind, full):
    if full:
        facts.a_full_day(context)
    screen = shown(kind(look, context), *size, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
def test_nothing_of_one_visit_is_cut(eilas_page, size, scale):
    screen = eilas_page(*size, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []
