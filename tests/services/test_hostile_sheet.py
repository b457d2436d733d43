"""Sheets and rows that say what nobody of ours writes: a laptop joins or says why not, and no row
of a laptop keeps the others from joining."""

import dataclasses

import pytest

from digitutor_app.domain.errors import WorldError
from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit
from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.stick.sheet import Event, Participant, read_sheet, written_sheet
from digitutor_app.services.code_cards import CodeCards
from digitutor_app.services.stick_desk import StickDesk
from tests.exchange.stick.makers import TUTOR, a_sheet
from tests.services.room import CODES

DAY = "2026-11-24"
LONG = "y" * 200
SHEETS = {
    "NUL in a name": {"event": Event("w1", "a\x00b", "", DAY)},
    "long lists": {"event": Event("w1", LONG, LONG, DAY, organisers=[LONG] * 5000)},
    "as long as allowed": {"event": Event("w1", LONG, LONG, DAY, organisers=[LONG] * 15)},
    "NUL in a code": {"people": [Participant("a\x00b")]},
    "a terminal's signs in a code": {"people": [Participant("\n\x1b[31m" + "x" * 60)]},
    "much display": {"people": [Participant("x", display={"a": "y" * 100_000})]},
    "nested display": {"people": [Participant("x", display={"text": 10**30, "b": [[[[1]]]]})]},
    "another folder as language": {"people": [Participant(CODES[0], language="../../x")]},
    "first day": {"event": Event("w1", "a", "", "0001-01-01")},
    "last day": {"event": Event("w1", "a", "", "9999-12-31")},
    "no day": {"event": Event("w1", "a", "", "2026-02-31")},
    "made first": {"made": "0001-01-01T00:00:00+23:59"},
    "made last": {"made": "9999-12-31T23:59:59-23:59"},
    "another direction": {"event": Event("w1", "\u202eabc", "\x1b]0;x\x07", DAY)},
    "no hash": {"pin": "x" * 200},
    "another folder as workshop": {"event": Event("../../x", "a", "", DAY)},
    "a line more": {"event": Event("w1\n", "a", "", DAY)},
}


@pytest.mark.parametrize("what", SHEETS)
def test_a_laptop_joins_or_says_why_not(room, what):
    room.stick.prepare(written_sheet(a_sheet(**SHEETS[what]), TUTOR))
    laptop = room.a_laptop("laptop")
    joining = room.gathering(laptop)[0]
    try:
        joining.join(room.stick)
        joining.renew(room.stick)
    except WorldError:
        assert joining.here is None
    else:
        seat, _ = laptop.reception.come_with_code(CODES[0], "fi")
        assert seat.person.language == "fi"
    assert sorted(p.name for p in room.stick.folder.parent.iterdir()) == ["DIGITUTOR"]


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "x" * 200},
        {"code": "\n\x1b[31m"},
        {"language": "../../x"},
        {"language": ""},
        {"language": "y" * 200},
    ],
)
def test_a_row_of_a_laptop_keeps_no_laptop_from_joining(room, changes):
    """Whatever a laptop says of a person comes onto the next stick."""
    odd = dataclasses.replace(Person(id="odd", code=CODES[0]), **changes)
    room.own.store(lambda store: store.people.put(odd))
    room.own.store(lambda store: store.people.put(Person(id="good", code=CODES[1])))
    workshop = Workshop(id="w1", name="Paja", place="", day=room.clock.now().date())
    wordy = dataclasses.replace(workshop, organisers=("z" * 900, *("Sedu",) * 40))
    StickDesk(room.own.worker, room.tutor, room.clock).prepare(room.stick, wordy, "Sedu")
    _signer, sheet = read_sheet((room.stick.folder / "workshop.dgt").read_bytes())
    assert CODES[1] in [person.code for person in sheet.people]
    laptop = room.joined("laptop")
    assert room.gather(laptop).number == 1


def test_what_is_no_code_is_printed_on_no_card(room):
    room.own.arrive()
    room.own.reception.take_code(CODES[1], "")
    room.own.reception.leave()
    odd = Person(id="odd", code="\x1b[31m")
    now = room.clock.now()
    room.own.store(lambda store: store.people.put(odd))
    room.own.store(
        lambda store: store.visits.put(
            Visit(id="v", person_id=odd.id, arrived=now, last_seen=now, left=now)
        )
    )
    cards = CodeCards(room.own.worker, room.clock)
    assert cards.of_day(now.date()) == [CODES[1]]
