"""Parting with another tutor machine, on the page that shows whom this one knows."""

from digitutor_app.exchange.stick.sheet import TutorMachine
from digitutor_app.screens.tutor.data_part import PartScreen
from digitutor_app.services.organisation import Organisation
from digitutor_app.trust.four_words import words_of
from tests.app import test_data_line
from tests.exchange.stick.makers import IDENTITY, STRANGER

desk = test_data_line.desk
KAISA = TutorMachine(public=STRANGER.public.hex(), recipient=IDENTITY.recipient, name="Kaisa")


def know(desk, *machines):
    for machine in machines:
        desk.tutor.worker.ask(lambda store, m=machine: Organisation(store).introduce(m))


def names(desk):
    return [machine.name for machine in desk.tutor.introducing.machines()]


def test_a_machine_is_parted_with_after_what_it_means_was_read(desk):
    desk.open()
    know(desk, KAISA)
    desk.go("Vie tiedot")
    desk.sees("Toinen tutorin kone:")
    desk.person.press("Erota: Kaisa")
    desk.sees(
        "Erotetaanko Kaisa?",
        "Tämä kone ei enää ota vastaan sen uusia tietoja.",
        "Jo saadut tiedot ja poistot jäävät kummallekin koneelle.",
        "Se ei avaa uusia tiedostoja",
        "Sen julkinen avain jää pois seuraavasta tikusta.",
        "Tutustukaa uudestaan sivulla Vie tiedot.",
        " ".join(words_of(STRANGER.public)),
    )
    assert names(desk) == ["Kaisa"], "nothing has been done yet"
    desk.person.press("Erota: Kaisa")
    desk.sees("Kaisa on erotettu", "Muita tutorien koneita ei ole esitelty.")
    assert names(desk) == []


def test_turning_back_parts_with_nobody(desk):
    desk.open()
    know(desk, KAISA)
    desk.go("Vie tiedot")
    desk.person.press("Erota: Kaisa")
    assert isinstance(desk.person.page, PartScreen)
    desk.person.press("Takaisin")
    desk.sees("Toinen tutorin kone:")
    assert names(desk) == ["Kaisa"]


def test_of_two_machines_the_other_stays(desk):
    desk.open()
    nameless = TutorMachine(public="cd" * 32, recipient=IDENTITY.recipient, name="")
    know(desk, KAISA, nameless)
    desk.go("Vie tiedot")
    desk.sees("Muut tutorien koneet:")
    desk.person.press("Erota: cdcdcdcd")
    desk.person.press("Erota: cdcdcdcd")
    desk.sees("cdcdcdcd on erotettu", "Toinen tutorin kone:")
    assert names(desk) == ["Kaisa"]
