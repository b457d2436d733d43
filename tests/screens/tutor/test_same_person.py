"""Sama henkilö? on the page of everybody, the page of those who were joined, and one's own page."""

import pytest
from PySide6.QtWidgets import QApplication

from digitutor_app.screens.tutor.joined_people import JoinedPeopleScreen
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.ui_kit.buttons import Button
from digitutor_app.ui_kit.fact_table import FactLine
from tests.finding import said
from tests.looks import cut_off, small_targets, spoken_name
from tests.screens.tutor import facts
from tests.screens.tutor.pairs import at_laptop, joined_pair, two_marias


@pytest.fixture
def people(look, context, tutor, shown):
    def make(*size):
        return shown(PeopleScreen(look, context, tutor=tutor), *size)

    return make


def buttons(screen):
    return {spoken_name(b) for b in screen.findChildren(Button) if b.isVisibleTo(screen)}


def rows(screen):
    return [spoken_name(w) for w in screen.findChildren(FactLine) if w.isVisibleTo(screen)]


def test_nobody_is_alike_and_nothing_is_asked(people, context):
    facts.a_full_day(context)
    words = said(people())
    assert "Sama henkilö?" not in words
    assert "Yhdistetyt henkilöt" not in words
    assert "Poistot" not in words


def test_the_two_side_by_side_and_what_they_have_in_common(people, context):
    two_marias(context)
    words = said(people())
    for expected in (
        "Sama henkilö?",
        "1 kysymys",
        "sininen-kettu-27",
        "vihreä-kuusi-14",
        "ma 2.3. · kone\u00a01",
        "ma 2.3. · kone\u00a04",
        "Heillä on sama nimi.",
        "He eivät ole olleet koneilla samaan aikaan.",
    ):
        assert expected in words


def test_one_code_with_two_names_at_the_same_time(people, context):
    at_laptop(context, "sininen-kettu-27", "Aino", "1")
    at_laptop(context, "sininen-kettu-27", "Eila", "4")
    words = said(people())
    assert "Heillä on sama koodi." in words
    assert "He olivat koneilla samaan aikaan.\nLuultavasti he ovat eri ihmisiä." in words


def test_joining_and_taking_it_back(people, context, press):
    one, other = two_marias(context)
    screen = people()
    assert len(rows(screen)) == 2
    press(screen, "Sama henkilö")
    assert len(rows(screen)) == 1
    assert "Maria on nyt yksi henkilö." in said(screen)
    assert "Sama henkilö?" not in said(screen)
    assert "Yhdistetyt henkilöt (1)" in said(screen)
    assert len(context.worker.ask(lambda store: store.attempts.of_person(one.id))) == 2
    assert spoken_name(QApplication.focusWidget()) == "Peru"
    press(screen, "Peru")
    assert len(rows(screen)) == 2
    assert len(context.worker.ask(lambda store: store.attempts.of_person(other.id))) == 1
    assert "Heillä on sama nimi." in said(screen)


def test_two_people_stay_two_and_are_not_asked_about_again(people, context, press):
    two_marias(context)
    screen = people()
    press(screen, "Eri henkilöt")
    assert "He ovat eri henkilöitä. Ohjelma muistaa vastauksesi." in said(screen)
    assert "Sama henkilö?" not in said(people())
    press(screen, "Peru")
    assert "Heillä on sama nimi." in said(screen)
    assert "Heillä on sama nimi." in said(people())


def test_nobody_is_joined_with_somebody_who_waits_to_be_erased(people, context, tutor, press):
    one, _other = two_marias(context)
    due = tutor.erasing.ask(one, one.code).due
    screen = people()
    words = said(screen)
    assert f"Poistuu ma\u00a0{due.day}.{due.month}." in words
    assert "Myös toisen tiedot poistuisivat" in words
    assert "peru ensin poisto sivulla Poistot" in words
    assert "Sama henkilö" not in buttons(screen)
    assert {"Eri henkilöt", "Kysy myöhemmin"} <= buttons(screen)
    tutor.erasing.take_back(one.id)
    screen.refresh()
    press(screen, "Sama henkilö")
    assert len(rows(screen)) == 1


def test_where_both_wait_nothing_is_joined_either(people, context, tutor):
    for person in two_marias(context):
        tutor.erasing.ask(person, person.code)
    screen = people()
    assert "Kummankin tiedot poistuvat." in said(screen)
    assert "Sama henkilö" not in buttons(screen)


def test_who_begins_to_wait_while_the_card_is_shown_is_not_joined(people, context, tutor, press):
    one, _other = two_marias(context)
    screen = people()
    tutor.erasing.ask(one, one.code)
    press(screen, "Sama henkilö")
    assert "Heitä ei voi yhdistää, koska" in said(screen)
    assert len(rows(screen)) == 2


def test_parted_from_somebody_who_waits_they_stay_parted(look, context, tutor, shown, press):
    head, other = joined_pair(context, tutor)
    tutor.erasing.ask(head, head.code)
    screen = shown(PersonScreen(look, context, tutor, head.id))
    [erota] = [name for name in buttons(screen) if name.startswith("Erota")]
    press(screen, erota)
    press(screen, "Peru")
    assert "Heitä ei voi yhdistää, koska" in said(screen)
    heads = context.worker.ask(lambda store: {p.id for p in store.people.all_heads()})
    assert heads == {head.id, other.id}


def test_one_question_after_the_other_and_later(people, context, press):
    two_marias(context)
    at_laptop(context, "punainen-talo-63", "Kaisa", "2")
    at_laptop(context, "keltainen-vene-08", "Kaisa", "3", hours=2)
    screen = people()
    assert "2 kysymystä" in said(screen)
    press(screen, "Kysy myöhemmin")
    assert "1 kysymys" in said(screen)
    press(screen, "Kysy myöhemmin")
    assert "Sama henkilö? 2 kysymystä odottaa." in said(screen)
    assert spoken_name(QApplication.focusWidget()) == "Näytä kysymykset"
    press(screen, "Näytä kysymykset")
    press(screen, "Sama henkilö")
    assert "1 kysymys" in said(screen)
    press(screen, "Sama henkilö")
    assert len(rows(screen)) == 2


def test_who_came_from_another_laptop_is_in_the_tutor_s_list(look, people, context, shown):
    person = at_laptop(context, "sininen-kettu-27", "Maria", "4")
    context.worker.ask(lambda store: store.elsewhere.note([person.id]))
    assert rows(people()) == ["Maria, Koodi: sininen-kettu-27"]
    assert rows(shown(PeopleScreen(look, context))) == []


def test_behind_the_pin_nothing_is_asked(look, context, shown):
    two_marias(context)
    assert "Sama henkilö?" not in said(shown(PeopleScreen(look, context)))


def test_the_page_of_those_who_were_joined(look, context, tutor, shown, press):
    head, other = joined_pair(context, tutor)
    number = {"sininen-kettu-27": "1", "vihreä-kuusi-14": "4"}[other.code]
    who = f"Maria, {other.code} (kone\u00a0{number})"
    screen = shown(JoinedPeopleScreen(look, tutor))
    assert f"Yhdistetty: {who}" in said(screen)
    press(screen, f"Erota: {who}")
    assert "Ketään ei ole yhdistetty nyt." in said(screen)
    assert f"{who} on nyt oma henkilönsä." in said(screen)
    heads = context.worker.ask(lambda store: {p.id for p in store.people.all_heads()})
    assert heads == {head.id, other.id}
    assert tutor.same_person.questions() == []
    press(screen, "Peru")
    assert f"Yhdistetty: {who}" in said(screen)
    assert spoken_name(QApplication.focusWidget()) == f"Erota: {who}"


def test_the_person_s_page_says_whom_it_joins(look, context, tutor, shown, press):
    head, other = joined_pair(context, tutor)
    screen = shown(PersonScreen(look, context, tutor, other.id))
    assert f"Yhdistetty: Maria, {other.code} (kone\u00a0" in said(screen)
    assert "Avaa kansio ja tiedosto" in said(screen)
    assert "Siirrä hoitosuunnitelma" in said(screen)
    [part] = [n for n in said(screen).splitlines() if n.startswith("Erota: ")]
    press(screen, part)
    assert "Yhdistetty:" not in said(screen)
    assert head.code in said(screen)
    press(screen, "Peru")
    assert "Yhdistetty:" in said(screen)
    assert "Yhdistetty:" not in said(shown(PersonScreen(look, context, None, other.id)))


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(look, people, context, tutor, shown, press, size, scale):
    joined_pair(context, tutor)
    code = "puolukkainen-sateenvarjo-88"
    at_laptop(context, code, "Anna-Kaarina Emilia Wilhelmiina Virtanen-Lehtoranta", "12")
    at_laptop(context, code, "Eila", "10")
    screen = people(*size, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []
    press(screen, "Sama henkilö")
    assert cut_off(screen) == []
    screen = shown(JoinedPeopleScreen(look, tutor), *size, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []
