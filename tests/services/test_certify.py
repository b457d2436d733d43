"""Certificates: hours and contents come from what happened; what was issued stays as it is."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from pypdf import PdfReader

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.letterhead import PLAIN
from digitutor_app.domain.skills import SkillState
from digitutor_app.domain.workshops import Workshop
from digitutor_app.services.certify import FEWEST_QUARTERS, Certify, dated_as_issued
from digitutor_app.services.letterheads import Letterheads
from tests.printing.pictures import png
from tests.services.laptop import do_all, open_plan


@pytest.fixture
def certify(laptop, tutor, clock):
    return Certify(laptop.worker, tutor, laptop.catalogue, clock)


@pytest.fixture
def workshop(clock):
    return Workshop(
        id="w1",
        name="Digitaitojen perusteet 1",
        place="Seinäjoki",
        day=clock.now().date(),
        organisers=("SeAMK", "Sedu"),
    )


def a_stay(laptop, clock, minutes, person_id=""):
    """Somebody sits here for so long; returns who."""
    seat = laptop.reception.come_back(person_id) if person_id else laptop.reception.arrive("fi")
    clock.forward(minutes * 60)
    laptop.reception.leave()
    return seat.person.id


def test_hours_are_those_between_arriving_and_leaving(laptop, certify, workshop, clock):
    person_id = a_stay(laptop, clock, 50)
    clock.forward(3600)
    a_stay(laptop, clock, 71, person_id)
    content = certify.draft(person_id, workshop, "fi")
    assert content.quarter_hours == 8
    assert (content.days, content.name) == ((workshop.day,), "")
    assert (content.workshop, content.place) == (workshop.name, workshop.place)
    assert (content.organisers, content.issued) == (workshop.organisers, clock.now().date())


def test_half_an_hour_is_the_least(laptop, certify, workshop, clock):
    assert FEWEST_QUARTERS == 2
    short, enough = a_stay(laptop, clock, 29), a_stay(laptop, clock, 30)
    assert certify.draft(short, workshop, "fi").quarter_hours < FEWEST_QUARTERS
    assert certify.draft(enough, workshop, "fi").quarter_hours == FEWEST_QUARTERS


def test_another_day_does_not_count(laptop, certify, workshop, clock):
    person_id = laptop.arrive()
    do_all(laptop, person_id)
    clock.forward(1800)
    laptop.reception.leave()
    clock.forward(24 * 3600)
    a_stay(laptop, clock, 120, person_id)
    assert certify.draft(person_id, workshop, "fi").quarter_hours == 2
    tomorrow = replace(workshop, id="w2", day=workshop.day + timedelta(days=1))
    content = certify.draft(person_id, tomorrow, "fi")
    assert (content.quarter_hours, content.contents) == (8, ())
    after = replace(workshop, id="w3", day=workshop.day + timedelta(days=2))
    assert certify.draft(person_id, after, "fi").quarter_hours == 0


def test_a_stay_that_a_power_cut_ended_counts_to_the_last_step(laptop, certify, workshop, clock):
    person_id = laptop.arrive()
    practice = laptop.begin(person_id)
    clock.forward(31 * 60)
    open_plan(practice)
    clock.forward(3600)
    assert certify.draft(person_id, workshop, "fi").quarter_hours == 2


def test_contents_are_the_modules_that_were_practised(laptop, certify, workshop):
    person_id = laptop.arrive()
    assert certify.draft(person_id, workshop, "fi").contents == ()
    laptop.begin(person_id)
    assert certify.draft(person_id, workshop, "fi").contents == ("Tiedostot",), "also unfinished"
    do_all(laptop, person_id)
    assert certify.draft(person_id, workshop, "fi").contents == ("Tiedostot",)


def test_what_was_issued_is_kept_with_its_page(laptop, certify, workshop, clock):
    person_id = a_stay(laptop, clock, 60)
    content = replace(certify.draft(person_id, workshop, "fi"), name="Aino Esimerkki")
    certificate = certify.issue(person_id, workshop, content, keep_name=True)
    assert certificate.content == content
    assert certificate.pdf.startswith(b"%PDF")
    assert certify.of_person(person_id) == [certificate]
    clock.forward(24 * 3600)
    (again,) = certify.of_person(person_id)
    assert again.pdf == certificate.pdf, "a reprint is identical"


def test_a_name_that_shall_not_be_kept_is_nowhere(laptop, tutor, certify, workshop, clock):
    person_id = a_stay(laptop, clock, 60)
    content = replace(certify.draft(person_id, workshop, "fi"), name="Aino Esimerkki")
    kept = certify.issue(person_id, workshop, content, keep_name=False)
    assert kept.content.name == ""
    assert certify.of_person(person_id)[0].content == replace(content, name="")
    assert kept.pdf == certify.pdf(replace(content, name=""))


def test_the_same_twice_is_one_and_a_correction_replaces(laptop, certify, workshop, clock):
    person_id = a_stay(laptop, clock, 60)
    content = certify.draft(person_id, workshop, "fi")
    first = certify.issue(person_id, workshop, content, keep_name=True)
    assert certify.issue(person_id, workshop, content, keep_name=True) == first
    better = certify.issue(person_id, workshop, replace(content, name="Aino"), keep_name=True)
    assert better.replaces == first.id
    assert certify.last(person_id, workshop.id) == better
    assert len(certify.of_person(person_id)) == 2


def test_nobody_has_a_certificate_of_another(laptop, certify, workshop, clock):
    person_id = a_stay(laptop, clock, 60)
    certify.issue(person_id, workshop, certify.draft(person_id, workshop, "fi"), keep_name=True)
    assert certify.of_person("somebody else") == []
    assert certify.last(person_id, "another workshop") is None


def test_everybody_of_the_day_by_name_and_those_without_one_last(laptop, certify, workshop, clock):
    nobody = a_stay(laptop, clock, 45)
    laptop.reception.come_with_code("vihreä-kuusi-14", "fi")
    clock.forward(20 * 60)
    laptop.reception.leave()
    present = certify.present(workshop)
    assert [(each.person.call_name, each.quarter_hours) for each in present] == [
        ("vihreä-kuusi-14", 1),
        ("", 3),
    ]
    assert present[1].person.id == nobody
    assert certify.present(replace(workshop, day=workshop.day - timedelta(days=1))) == []


def test_two_stays_of_a_day_are_one_attendee(laptop, certify, workshop, clock):
    person_id = a_stay(laptop, clock, 20)
    clock.forward(3600)
    a_stay(laptop, clock, 20, person_id)
    [one] = certify.present(workshop)
    assert one.quarter_hours == 2


def test_joined_people_are_one_with_the_hours_and_papers_of_both(laptop, certify, workshop, clock):
    first, second = a_stay(laptop, clock, 20), a_stay(laptop, clock, 20)
    earlier = certify.issue(second, workshop, certify.draft(second, workshop, "fi"), keep_name=True)
    laptop.store(lambda store: store.people.join(store.people.get(second), first))
    [one] = certify.present(workshop)
    assert (one.person.id, one.quarter_hours) == (first, 2)
    assert certify.draft(first, workshop, "fi").quarter_hours == 2
    assert certify.attended(first) == []
    assert certify.of_person(first) == [earlier]


def test_skills_are_on_it_only_when_wished_and_shown_alone(laptop, certify, workshop):
    person_id = laptop.arrive()
    do_all(laptop, person_id)
    assert certify.draft(person_id, workshop, "fi", with_skills=True).skills == ()
    do_all(laptop, person_id, mode=Mode.ALONE)
    assert certify.draft(person_id, workshop, "fi").skills == ()
    skills = certify.draft(person_id, workshop, "fi", with_skills=True).skills
    assert skills
    states = laptop.store(lambda store: store.attempts.skill_states(person_id))
    assert len(skills) == sum(state >= SkillState.ALONE for state in states.values())


def test_a_reprint_is_identical_although_the_look_has_changed(
    laptop, tutor, certify, workshop, clock
):
    person_id = a_stay(laptop, clock, 60)
    content = replace(certify.draft(person_id, workshop, "fi"), name="Aino Esimerkki")
    first = certify.issue(person_id, workshop, content, keep_name=True)
    Letterheads(tutor).add_logo(png())
    clock.forward(24 * 3600)
    again = replace(certify.draft(person_id, workshop, "fi"), name="Aino Esimerkki")
    assert again.style != content.style
    dated = dated_as_issued(again, certify.last(person_id, workshop.id))
    assert certify.paper(person_id, workshop, dated) == first.pdf
    assert certify.issue(person_id, workshop, dated, keep_name=True) == first
    other = dated_as_issued(replace(again, name="Aino Uusi"), first)
    corrected = certify.issue(person_id, workshop, other, keep_name=True)
    assert corrected.replaces == first.id
    assert corrected.content.style == again.style


def test_the_organisers_of_the_look_stand_in_for_those_of_the_workshop(
    laptop, tutor, certify, workshop, clock
):
    person_id = a_stay(laptop, clock, 60)
    Letterheads(tutor).put(replace(PLAIN, organisers=("Sedu",)))
    assert certify.draft(person_id, workshop, "fi").organisers == ("SeAMK", "Sedu")
    without = replace(workshop, organisers=())
    assert certify.draft(person_id, without, "fi").organisers == ("Sedu",)


def test_a_pile_in_one_file(laptop, certify, workshop, clock):
    drafts = [certify.draft(a_stay(laptop, clock, 60), workshop, "fi") for _person in range(3)]
    assert len(PdfReader(io.BytesIO(certify.together(drafts))).pages) == 3
