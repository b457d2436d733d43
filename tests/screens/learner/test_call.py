"""The call card tells the tutor what no program can see."""

from digitutor_app.domain.attempts import Mode
from digitutor_app.screens.learner.call import CallScreen
from digitutor_app.services.place import place_of_practice
from tests.finding import said
from tests.looks import cut_off, settle


def test_the_card_shows_the_advice_of_the_exercise(parts, look, qtbot):
    context = parts.context
    person = context.reception.arrive("fi").person
    practice = context.practices.begin(person.id, "files-08", Mode.GUIDED, "a", "fi")
    page = CallScreen(look, "3", place_of_practice(practice))
    qtbot.addWidget(page)
    page.resize(1093, 614)
    page.show()
    settle(page)
    assert "Katso, etsiikö osallistuja selaimesta." in said(page)
    assert practice.text.ask in said(page)
    assert cut_off(page) == []


def test_the_card_says_that_a_tutor_is_on_the_way_and_when_they_turn_back(look, qtbot):
    answers = []
    page = CallScreen(look, "3", None, is_coming=lambda: bool(answers))
    qtbot.addWidget(page)
    page.resize(1093, 614)
    page.show()
    settle(page)
    assert "Tutor tulee" in said(page)
    answers.append(True)
    qtbot.waitUntil(lambda: "Tutor on tulossa" in said(page))
    settle(page)
    assert cut_off(page) == []
    answers.clear()
    page.look_for_tutor()
    assert "Tutor on tulossa" not in said(page)
    assert "Tutor tulee" in said(page)
