"""Valmistele tikku: laptops join what the tutor's machine has written; no name is on the stick."""

from dataclasses import replace
from datetime import date

import pytest

from digitutor_app.domain.display import Display
from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.stick.errors import StickRefusedError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.services.joining import Invitation, Joining
from digitutor_app.services.pin import Pin
from digitutor_app.services.stick_desk import StickDesk
from digitutor_app.trust.cost import Cost
from tests.store.makers import a_person

CHEAP = Cost(1, 8 * 1024)
WORKSHOP = Workshop(
    id="w1",
    name="Digitaitojen perusteet",
    place="Kirjasto",
    day=date(2026, 3, 2),
    organisers=("Sedu",),
)


@pytest.fixture
def desk(laptop, tutor, clock):
    return StickDesk(laptop.worker, tutor, clock)


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return Stick(tmp_path / "stick")


def joining(laptop):
    return Joining(laptop.worker, laptop.laptop_number, lambda store: Identities(store, "m"))


def test_a_laptop_joins_what_was_prepared(laptop, desk, stick, start):
    aino = replace(a_person(), display=Display(text=150), language="sv")
    laptop.store(lambda store: store.people.put(aino))
    Pin(laptop.worker, laptop.clock, CHEAP).choose("2468")
    assert desk.prepare(stick, WORKSHOP, "Sedu") == 1
    other = start(laptop)
    here = joining(other).join(stick)
    assert (here.number, here.sheet.event.name) == (1, "Digitaitojen perusteet")
    assert here.sheet.day == WORKSHOP.day
    assert Pin(other.worker, other.clock, CHEAP).check("2468")
    assert desk.workshop_on(stick).event.id == "w1"


def test_no_name_is_on_the_stick(laptop, desk, stick):
    laptop.store(lambda store: store.people.put(a_person(first_name="Ainokaisa")))
    desk.prepare(stick, WORKSHOP, "Sedu")
    for file in stick.root.rglob("*"):
        assert file.is_dir() or b"Ainokaisa" not in file.read_bytes()


def test_preparing_again_keeps_the_laptops_cards(laptop, desk, stick, start):
    desk.prepare(stick, WORKSHOP, "Sedu")
    other = start(laptop)
    joining(other).join(stick)
    desk.prepare(stick, replace(WORKSHOP, place="Koulu"), "Sedu")
    assert joining(other).look(stick)[0] is Invitation.OURS
    assert joining(other).renew(stick).sheet.event.place == "Koulu"
    assert joining(other).here.number == 1


def test_a_rehearsal_is_another_workshop(desk, stick):
    desk.prepare(stick, WORKSHOP, "Sedu")
    real = desk.workshop_on(stick)
    desk.prepare(stick, WORKSHOP, "Sedu", rehearsal=True)
    rehearsal = desk.workshop_on(stick)
    assert rehearsal.rehearsal
    assert not real.rehearsal
    assert rehearsal.event.id != real.event.id
    assert rehearsal.secret != real.secret


def test_a_stick_that_refuses_and_an_empty_one(desk, tmp_path):
    with pytest.raises(StickRefusedError):
        desk.prepare(Stick(tmp_path / "gone"), WORKSHOP, "Sedu")
    assert desk.workshop_on(Stick(tmp_path / "gone")) is None
