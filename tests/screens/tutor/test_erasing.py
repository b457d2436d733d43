"""Erasing a person: what is said first, how it is confirmed, what is shown while it waits."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from digitutor_app.screens.tutor.certificate import CertificateScreen
from digitutor_app.screens.tutor.certificates import CertificatesScreen
from digitutor_app.screens.tutor.code_cards import TODAY, CodeCardsScreen
from digitutor_app.screens.tutor.erase import EraseScreen
from digitutor_app.screens.tutor.erasures import ErasuresScreen
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.services.organisation import Device, Organisation
from digitutor_app.store.erasures import erasure_hash
from tests.finding import field, find, said
from tests.looks import cut_off, small_targets
from tests.screens.tutor import facts
from tests.screens.tutor.pairs import joined_pair

WEEK = timedelta(days=7)


@pytest.fixture
def asked(tutor, aino):
    """Aino wants to be forgotten."""
    return tutor.erasing.ask(aino, aino.code)


def test_what_goes_what_stays_and_when(look, context, tutor, aino, shown):
    words = said(shown(EraseScreen(look, context, tutor, aino.id)))
    for expected in (
        "Nämä poistuvat",
        "Muistiinpanot ja todistukset.",
        "Tulostetut paperit jäävät osallistujalle.",
        "Valmiiseen raporttiin jää luku ilman nimeä.",
        "Poistuu ma\u00a09.3. klo 9.00.",
        "Vahvista: kirjoita sininen-kettu-27",
    ):
        assert expected in words
    assert "Myös yhdistetyn" not in words


def test_other_words_change_nothing(look, context, tutor, aino, shown, press, qtbot):
    screen = shown(EraseScreen(look, context, tutor, aino.id))
    with qtbot.assertNotEmitted(screen.asked):
        qtbot.keyClicks(field(screen, "Vahvista: kirjoita sininen-kettu-27"), "Aino")
        press(screen, "Poista tiedot")
    expected = "Kirjoita näin: sininen-kettu-27. Mitään ei ole vielä poistettu."
    assert expected in said(screen)
    assert tutor.erasing.pending() == []


def test_the_code_confirms_and_the_person_s_page_says_so(
    look, context, tutor, aino, shown, press, qtbot
):
    screen = shown(EraseScreen(look, context, tutor, aino.id))
    typing = field(screen, "Vahvista: kirjoita sininen-kettu-27")
    qtbot.keyClicks(typing, "sininen kettu 27")
    with qtbot.waitSignal(screen.asked):
        qtbot.keyClick(typing, Qt.Key.Key_Return)
    page = shown(PersonScreen(look, context, tutor, aino.id))
    assert "Poistuu ma\u00a09.3. klo 9.00." in said(page)
    assert "Poista henkilön tiedot" not in said(page)
    press(page, "Peru poisto")
    assert tutor.erasing.pending() == []
    assert "Poistuu" not in said(page)
    with qtbot.waitSignal(page.eraseRequested) as wish:
        press(page, "Poista henkilön tiedot")
    assert wish.args == [aino.id]


def test_who_has_no_code_is_confirmed_with_a_word(look, context, tutor, shown, clock, press, qtbot):
    person = facts.arrive(context, "", "", clock.now())
    screen = shown(EraseScreen(look, context, tutor, person.id))
    qtbot.keyClicks(field(screen, "Vahvista: kirjoita poista"), "poista")
    press(screen, "Poista tiedot")
    assert [pending.person.id for pending in tutor.erasing.pending()] == [person.id]


def test_whoever_was_joined_goes_too_and_that_is_said(look, context, tutor, shown):
    head, other = joined_pair(context, tutor)
    words = said(shown(EraseScreen(look, context, tutor, other.id)))
    assert f"Myös yhdistetyn henkilön Maria, {other.code} (kone\u00a0" in words
    assert f"Vahvista: kirjoita {head.code}" in words


def test_behind_the_pin_nobody_is_erased(look, context, aino, shown):
    page = shown(PersonScreen(look, context, None, aino.id))
    assert "Poista henkilön tiedot" not in said(page)


def test_the_list_says_the_day(look, context, tutor, asked, shown, press, qtbot):
    screen = shown(PeopleScreen(look, context, tutor=tutor))
    assert find(screen, "Aino, Koodi: sininen-kettu-27, Poistuu ma\u00a09.3.")
    with qtbot.waitSignal(screen.erasuresRequested):
        press(screen, "Poistot (1)")


def test_the_page_of_erasures(look, tutor, asked, shown, press):
    screen = shown(ErasuresScreen(look, tutor))
    assert "Poistuu ma\u00a09.3. klo 9.00." in said(screen)
    assert "Koneet" not in said(screen)
    press(screen, "Peru poisto: Aino")
    assert "Kenenkään tietoja ei olla poistamassa." in said(screen)
    assert tutor.erasing.pending() == []


def test_which_laptops_have_done_it(look, context, tutor, asked, shown, clock):
    before = context.worker.ask(lambda store: erasure_hash(store.database))
    clock.forward(WEEK.total_seconds() + 60)
    tutor.erasing.carry_out()
    after = context.worker.ask(lambda store: erasure_hash(store.database))
    for number, told in ((1, after), (3, before), (7, before), (0, before)):
        device = Device(public=f"{number:064x}", number=number, sequence=1, erasures=told)
        tutor.worker.ask(lambda store, device=device: Organisation(store).note(device))
    words = said(shown(ErasuresScreen(look, tutor)))
    assert "1 / 4 koneesta on poistanut tiedot." in words
    assert "Koneet 3, 7 ja 1 ilman numeroa eivät vielä." in words


def test_a_full_disk_is_told_and_can_be_tried_again(look, tutor, shown, press, qtbot):
    screen = shown(ErasuresScreen(look, tutor, "Levy on täynnä."))
    assert "Levy on täynnä." in said(screen)
    with qtbot.waitSignal(screen.againRequested):
        press(screen, "Yritä uudelleen")
    screen.say_trouble("")
    assert "Levy on täynnä." not in said(screen)


def test_a_certificate_says_that_it_cannot_be_printed_again(
    look, context, tutor, aino, asked, shown, clock, press
):
    facts.a_workshop(tutor, clock.now())
    note = "Todistusta ei voi sen jälkeen tulostaa uudestaan."
    screen = shown(CertificateScreen(look, context, tutor, aino.id))
    assert note in said(screen)
    tutor.erasing.take_back(aino.id)
    screen.refresh()
    assert note not in said(screen)


def test_in_the_pile_they_are_chosen_by_hand(look, context, tutor, asked, shown, clock):
    facts.a_workshop(tutor, clock.now())
    facts.arrive(context, "vihreä-kuusi-14", "Eila", clock.now() - timedelta(minutes=40), 40)
    screen = shown(CertificatesScreen(look, context, tutor))
    assert not find(screen, "Aino").isChecked()
    assert find(screen, "Eila").isChecked()
    assert "Poistuu ma\u00a09.3." in said(screen)
    assert "1 todistus" in said(screen)


def test_a_code_that_goes_gets_no_card(look, context, tutor, asked, shown, clock, press):
    facts.arrive(context, "vihreä-kuusi-14", "Eila", clock.now())
    screen = shown(CodeCardsScreen(look, context, tutor))
    press(screen, dict(screen._offers())[TODAY])
    assert "1 kortti." in said(screen)
    assert "1 osallistujan tiedot poistuvat. Hän ei saa uutta korttia." in said(screen)


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(look, context, tutor, asked, shown, press, size, scale):
    head, _other = joined_pair(context, tutor)
    screen = shown(EraseScreen(look, context, tutor, head.id), *size, scale)
    assert cut_off(screen) == []
    press(screen, "Poista tiedot")
    assert cut_off(screen) == []
    for screen in (
        ErasuresScreen(look, tutor, "Henkilön tietoja ei voitu vielä poistaa."),
        PersonScreen(look, context, tutor, asked.person.id),
        PersonScreen(look, context, tutor, head.id),
        PeopleScreen(look, context, tutor=tutor),
    ):
        shown(screen, *size, scale)
        assert cut_off(screen) == []
        assert small_targets(screen) == []
