"""The page of one person: skills, attempts and visits in plain words."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.ui_kit.marks import Mark
from tests.finding import find, said
from tests.looks import cut_off
from tests.screens.tutor import facts


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
        hint=2,
        mistakes={"copied": 1, "wrong_folder": 3},
    )
    facts.succeed(context, person, "files-04", now - ago, mode=Mode.ALONE, data_set="b")
    facts.succeed(context, person, "files-07", now, end=AttemptEnd.LEFT, steps_done=1)
    return person


@pytest.fixture
def page(look, context, tutor, shown, eila):
    def make(*size, person=None):
        return shown(PersonScreen(look, context, tutor, (person or eila).id), *size)

    return make


def test_name_code_and_time_here(page):
    words = said(page())
    assert "Eila" in words
    assert "vihreä-kuusi-14" in words
    assert "Paikalla ma 2.3., yhteensä 0,75 tuntia." in words


def test_attempts_in_plain_words_newest_first(page):
    words = said(page())
    assert words.index("Poista ja palauta") < words.index("Siirrä kotijumppa oikeaan kansioon")
    assert "Itse, ilman vihjettä" in words
    assert "Ohjatusti, vihjeen avulla\nTiedosto meni toiseen kansioon.\nKopioi" in words
    assert "Ohjatusti, jäi kesken" in words


def test_skills_by_module_with_words_and_marks(page):
    screen = page()
    words = said(screen)
    assert "Tiedostot ja kansiot" in words
    assert "Siirtäminen" in words
    marks = [m.accessibleName() for m in screen.findChildren(Mark) if m.isVisibleTo(screen)]
    assert marks == ["onnistui ohjatusti", "onnistui itse", "harjoiteltu"]


def test_somebody_who_has_only_just_come(page, context, clock):
    new = facts.arrive(context, "", "", clock.now())
    words = said(page(person=new))
    assert "Osallistuja ilman koodia" in words
    assert "yhteensä alle 15 minuuttia" in words
    assert "Yhtään harjoitusta ei ole vielä tehty loppuun." in words


def test_a_person_who_is_gone_has_no_certificate(page, eila):
    from dataclasses import replace

    screen = page(person=replace(eila, id="nobody"))
    assert "Tätä osallistujaa ei ole tällä koneella." in said(screen)
    assert "Tee todistus" not in said(screen)


def test_the_buttons_and_escape_send_wishes(page, eila, qtbot):
    screen = page()
    with qtbot.waitSignal(screen.certificateRequested) as wish:
        qtbot.mouseClick(find(screen, "Tee todistus"), Qt.MouseButton.LeftButton)
    assert wish.args == [eila.id]
    with qtbot.waitSignal(screen.backRequested):
        qtbot.keyClick(find(screen, "Takaisin"), Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(page, context, clock, size, scale):
    assert cut_off(page(*size, scale)) == []
    code, name = facts.PEOPLE[10]
    assert cut_off(page(*size, scale, person=facts.arrive(context, code, name, clock.now()))) == []
