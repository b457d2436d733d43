"""People who were joined in a circle, or with somebody who is not here, are on every page."""

import pytest

from digitutor_app.domain.workshops import Workshop
from digitutor_app.services.certify import Certify
from digitutor_app.services.code_cards import CodeCards
from digitutor_app.services.progress_sheets import ProgressSheets
from digitutor_app.services.same_person import SamePerson
from tests.store.makers import MORNING, a_person, a_visit, an_attempt

#: Whom each of three was joined with, by number; nobody has number 9.
CIRCLE, LONG_CIRCLE, ASTRAY, CHAIN = (1, 0, None), (1, 2, 0), (9, 0, None), (1, 2, None)


@pytest.fixture(params=[CIRCLE, LONG_CIRCLE, ASTRAY, CHAIN], ids=str)
def people(request, laptop):
    """Three people who were here today, each with a code of their own and an attempt."""
    codes = ("sininen-kettu-27", "punainen-karhu-31", "vihreä-kuusi-15")
    them = [a_person(code, "") for code in codes]

    def save(store):
        for person, into in zip(them, request.param, strict=True):
            other = {None: "", 9: "not-here"}.get(into) if into in (None, 9) else them[into].id
            store.people.join(person, other)
            store.visits.put(a_visit(person.id, MORNING, left=MORNING.replace(hour=11)))
            store.attempts.add(an_attempt(person.id))

    laptop.store(save)
    return them


def test_everybody_is_on_every_page(laptop, tutor, clock, people):
    workshop = Workshop(id="w1", name="Digipaja", place="", day=MORNING.date(), organisers=())
    certify = Certify(laptop.worker, tutor, laptop.catalogue, clock)
    sheets = ProgressSheets(laptop.worker, tutor, laptop.catalogue, laptop.what_next, clock)
    heads = {laptop.store(lambda s, p=p: s.people.stands_for(p.id)).id for p in people}
    of_day = laptop.visit_desk.of_day(MORNING.date())
    assert {card.id for card in laptop.reception.cards()} == heads
    assert {line.person.id for line in laptop.board.today("fi").lines} == heads
    assert {stay.person.id for stay in of_day.stays} == heads
    assert len(of_day.stays) == len(people)
    present = certify.present(workshop)
    assert {one.person.id for one in present} == heads
    codes = CodeCards(laptop.worker, clock).of_day(MORNING.date())
    assert len(codes) == len(heads)
    done = {}
    for person in people:
        record = laptop.records.of_person(person.id, "fi")
        assert record.person.id in heads
        done[record.person.id] = len(record.attempts)
        assert sheets.draft(person.id, "fi").code == record.person.code
    assert sum(done.values()) == len(people), "every attempt is on one page"
    joined = {j.known.person.id for j in SamePerson(laptop.worker).joined()}
    assert joined == {person.id for person in people} - heads


def test_every_code_leads_to_one_of_them(laptop, people):
    heads = {laptop.store(lambda s, p=p: s.people.stands_for(p.id)).id for p in people}
    for person in people:
        seat, known = laptop.reception.come_with_code(person.code, "fi")
        assert known
        assert seat.person.id in heads
        laptop.reception.leave()
    assert laptop.reception.offer_code() not in {person.code for person in people}
