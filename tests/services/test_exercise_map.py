"""The map of exercises: every sound one, in words of what was done, in every open mode."""

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.skills import SkillState
from tests.services.laptop import do_all, open_plan


@pytest.fixture
def person_id(laptop):
    return laptop.arrive()


def entry(laptop, person_id, number=0):
    return laptop.exercise_map.entries("files", person_id, "fi")[number]


def test_only_modules_with_something_to_do(laptop, shelf):
    mail = shelf.root / "mail"
    mail.mkdir()
    (mail / "module.toml").write_text('id = "mail"\nnumber = 5\n[[skills]]\nid = "mail.read"\n')
    (mail / "module.fi.toml").write_text('name = "Posti"\n[skills]\n"mail.read" = "Lukea"\n')
    assert [m.id for m in laptop.catalogue.modules()] == ["files", "mail"]
    assert [(m.id, m.name) for m in laptop.exercise_map.modules("fi")] == [("files", "Tiedostot")]


def test_everything_sound_is_on_the_map(laptop, person_id, shelf):
    shelf.spoil(shelf.module / "02_again" / "exercise.toml", "minutes = 5", "minutes =")
    entries = laptop.exercise_map.entries("files", person_id, "fi")
    assert [(e.exercise, e.title) for e in entries] == [("files-01", "Avaa suunnitelma")]
    assert (entries[0].level, entries[0].minutes) == ("A", 5)


def test_toisin_opens_with_one_success_alone(laptop, person_id):
    new = entry(laptop, person_id)
    assert (new.state, new.varied) == (SkillState.NOT_TRIED, False)
    assert set(new.offers) == {Mode.WATCH, Mode.GUIDED, Mode.ALONE}
    do_all(laptop, person_id)
    assert entry(laptop, person_id).state is SkillState.GUIDED
    assert not entry(laptop, person_id).varied
    do_all(laptop, person_id, mode=Mode.ALONE, data_set="b")
    alone = entry(laptop, person_id)
    assert (alone.state, alone.varied) == (SkillState.ALONE, True)
    assert alone.offers[Mode.VARIATION].data_set == "a", "other data than the last time"


def test_what_was_begun_is_no_success(laptop, person_id):
    practice = laptop.begin(person_id)
    open_plan(practice)
    practice.restart()
    assert entry(laptop, person_id).state is SkillState.PRACTISED


def test_the_map_opens_where_one_is(laptop, person_id):
    assert laptop.exercise_map.place(person_id, "fi") == "files"


def test_the_skills_that_come_next(laptop, person_id):
    coming = laptop.skills.coming(person_id, ["files-01", "files-02"], "fi")
    assert [(line.skill, line.state) for line in coming] == [("Avaaminen", SkillState.NOT_TRIED)]
    do_all(laptop, person_id)
    assert laptop.skills.coming(person_id, ["files-01"], "fi") == []
