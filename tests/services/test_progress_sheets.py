"""The progress sheet says what was practised, and not how long or how hard it was."""

import io
from dataclasses import asdict

import pytest
from pypdf import PdfReader

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.skills import SkillState
from digitutor_app.domain.workshops import Workshop
from digitutor_app.services.progress_sheets import ProgressSheets
from digitutor_app.services.workshops import Workshops
from tests.services.laptop import delete_plan, do_all, finish

DAY = 24 * 3600


@pytest.fixture
def sheets(laptop, tutor, clock):
    return ProgressSheets(laptop.worker, tutor, laptop.catalogue, laptop.what_next, clock)


def test_somebody_who_has_only_arrived(laptop, sheets):
    person_id = laptop.arrive()
    content = sheets.draft(person_id, "fi", b"picture")
    assert (content.code, content.picture, content.groups, content.new) == ("", b"", (), ())
    assert len(content.coming) <= 3


def test_skills_hours_workshops_and_what_comes_next(laptop, sheets, tutor, clock):
    person_id = laptop.arrive()
    Workshops(tutor).put(Workshop(id="w1", name="Perusteet", place="", day=clock.now().date()))
    do_all(laptop, person_id)
    clock.forward(50 * 60)
    laptop.reception.leave()
    content = sheets.draft(person_id, "fi")
    assert content.workshops == ("Perusteet",)
    assert content.days == (clock.now().date(),)
    assert content.quarter_hours == 3
    [group] = content.groups
    assert group.module == "Tiedostot"
    assert {state for _skill, state in group.skills} == {SkillState.GUIDED}
    assert content.coming
    assert content.new == (), "on a first day nothing is new"


def test_untried_skills_are_not_on_it(laptop, sheets):
    person_id = laptop.arrive()
    do_all(laptop, person_id)
    tried = {skill for group in sheets.draft(person_id, "fi").groups for skill, _ in group.skills}
    every = {s.names["fi"] for m in laptop.catalogue.modules() for s in m.skills}
    states = laptop.store(lambda store: store.attempts.skill_states(person_id))
    assert len(tried) == len(states)
    assert tried <= every


def test_new_is_what_was_shown_alone_since_last_time(laptop, sheets, clock):
    person_id = laptop.arrive()
    do_all(laptop, person_id)
    laptop.reception.leave()
    clock.forward(DAY)
    laptop.reception.come_back(person_id)
    assert sheets.draft(person_id, "fi").new == ()
    do_all(laptop, person_id, mode=Mode.ALONE)
    new = sheets.draft(person_id, "fi").new
    assert new
    laptop.reception.leave()
    clock.forward(DAY)
    laptop.reception.come_back(person_id)
    do_all(laptop, person_id, mode=Mode.VARIATION, data_set="b")
    assert set(sheets.draft(person_id, "fi").new).isdisjoint(new), "new only once"


def test_mistakes_and_hints_leave_no_trace(laptop, sheets):
    calm, busy = laptop.arrive(), laptop.arrive()
    do_all(laptop, calm)
    practice = laptop.begin(busy)
    for _time in range(3):
        delete_plan(practice)
    finish(practice)
    said = [asdict(sheets.draft(person_id, "fi")) for person_id in (calm, busy)]
    for content in said:
        content.pop("coming")
    assert said[0] == said[1]


def test_the_pages(laptop, sheets):
    person_id = laptop.arrive()
    do_all(laptop, person_id)
    pdf = sheets.pdf(sheets.draft(person_id, "fi"))
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert "Omat digitaitoni" in text
    assert "onnistui ohjatusti" in text
