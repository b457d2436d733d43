"""Moving an attempt: whose it is, what happens, and the way back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from digitutor_app.domain.attempts import Mode
from digitutor_app.screens.tutor.person_move import MoveAttemptScreen
from tests.finding import field, find, said
from tests.looks import cut_off, settle, small_targets
from tests.screens.tutor import facts

AINO = "Aino, Koodi: sininen-kettu-27"


@pytest.fixture
def eila(context, clock):
    person = facts.arrive(context, "vihreä-kuusi-14", "Eila", clock.now())
    facts.succeed(context, person, "files-04", clock.now(), mode=Mode.ALONE)
    return person


@pytest.fixture
def aino(context, clock):
    return facts.arrive(context, "sininen-kettu-27", "Aino", clock.now())


@pytest.fixture
def page(look, context, shown, eila):
    def make(*size, attempt=None):
        [known] = of(context, eila) or [None]
        wanted = attempt or known.id
        return shown(MoveAttemptScreen(look, context, eila.id, wanted), *size)

    return make


def of(context, person):
    return context.worker.ask(lambda store: store.attempts.of_person(person.id))


def press(screen, qtbot, name):
    qtbot.mouseClick(find(screen, name), Qt.MouseButton.LeftButton)
    settle(screen)


def test_choose_look_move_and_take_it_back(page, qtbot, context, eila, aino):
    screen = page()
    assert "Siirrä hoitosuunnitelma oikeaan kansioon" in said(screen)
    assert "ma 2.3. klo 9.00, Itse. Nyt osallistujalla Eila." in said(screen)
    press(screen, qtbot, AINO)
    assert "Nyt: Eila\nSiirron jälkeen: Aino (sininen-kettu-27)" in said(screen)
    assert "Voit perua siirron." in said(screen)
    assert len(of(context, eila)) == 1
    press(screen, qtbot, "Siirrä")
    assert "Harjoitus on nyt osallistujalla Aino (sininen-kettu-27)." in said(screen)
    assert (len(of(context, eila)), len(of(context, aino))) == (0, 1)
    press(screen, qtbot, "Peru siirto")
    assert "Siirto on peruttu. Harjoitus on osallistujalla Eila." in said(screen)
    assert (len(of(context, eila)), len(of(context, aino))) == (1, 0)
    with qtbot.waitSignal(screen.backRequested) as back:
        press(screen, qtbot, "Valmis")
    assert back.args == [eila.id]


def test_another_can_be_chosen_before_anything_moves(page, qtbot, context, eila, aino):
    screen = page()
    press(screen, qtbot, AINO)
    press(screen, qtbot, "Valitse toinen")
    assert find(screen, AINO)
    assert len(of(context, eila)) == 1


def test_a_few_letters_find_somebody_and_eila_herself_is_not_offered(page, qtbot, aino):
    screen = page()
    assert "vihreä-kuusi-14" not in said(screen)
    qtbot.keyClicks(field(screen, "Etsi nimellä tai koodilla"), "xx")
    assert "Näillä kirjaimilla ei löydy ketään." in said(screen)


def test_with_nobody_else_it_says_so(page):
    assert "Muilla ei ole vielä koodia tällä koneella." in said(page())


def test_what_somebody_has_moved_meanwhile_moves_no_more(page, qtbot, context, eila, aino, clock):
    other = facts.arrive(context, "punainen-talo-63", "Kaisa", clock.now())
    screen = page()
    press(screen, qtbot, AINO)
    [attempt] = of(context, eila)
    context.moving.move(attempt, other.id)
    press(screen, qtbot, "Siirrä")
    assert len(of(context, other)) == 1
    assert of(context, aino) == []
    assert "Mitään ei muuttunut." in said(screen)


def test_an_attempt_that_is_not_there(page, aino):
    screen = page(attempt="nothing")
    assert "Tätä harjoitusta ei ole enää tässä." in said(screen)
    assert AINO not in said(screen)


def test_escape_goes_back(page, qtbot, eila):
    screen = page()
    with qtbot.waitSignal(screen.backRequested) as back:
        qtbot.keyClick(find(screen, "Takaisin"), Qt.Key.Key_Escape)
    assert back.args == [eila.id]


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut(page, qtbot, context, clock, size, scale):
    for number, (code, name) in enumerate(facts.PEOPLE[2:]):
        facts.arrive(context, code, name, clock.now() - timedelta(minutes=number))
    screen = page(*size, scale)
    assert cut_off(screen) == []
    code, name = facts.PEOPLE[10]
    press(screen, qtbot, f"{name}, Koodi: {code}")
    assert cut_off(screen) == []
    press(screen, qtbot, "Siirrä")
    assert cut_off(screen) == []
    assert small_targets(screen) == []
