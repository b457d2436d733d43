"""The invented workshop: always the same, refused in a folder that is in use, full of life."""

import json
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from digitutor_app.app.compose import compose_tutor
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.demo.demo_folder import clock_of, mark_as_demo
from digitutor_app.app.demo.workshop import PASSPHRASE, PIN, STICK, STORY_ENDS
from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.calls import CallEnd
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.tutor_observations import MarkedBehind
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.services.demo_story import FIRST_DAY, LEARNERS, SECOND_DAY, STORY
from digitutor_app.store.backup_files import DAILY
from tests.app.demo.lying import as_written, rows_of, with_its_log
from tests.app.demo.opened import dump, dumps, opened
from tests.docs.pages import page


def digitutor(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "digitutor_app", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=400,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory, demo):
    """Two folders of two runs, the second that of all tests, and what the first run said."""
    path = tmp_path_factory.mktemp("demo")
    run = digitutor("demo", str(path / "one"))
    assert run.returncode == 0, run.stdout + run.stderr
    shutil.copytree(demo, path / "two")
    return DataFolder(path / "one"), DataFolder(path / "two"), run.stdout


@pytest.fixture
def context(made, qapp):
    with opened(made[0]) as context:
        yield context


def test_two_runs_give_the_same_rows(made, qapp):
    one, two, _told = made
    first, second = dumps(one), dumps(two)
    assert first == second
    assert len(first[0]["attempt"]) > 50


def test_two_runs_leave_the_same_on_the_stick(made, tmp_path, qapp):
    """Sealed with new keys each time: what comes of it is the same."""
    after = []
    for run in made[:2]:
        folder = DataFolder(shutil.copytree(run.path, tmp_path / run.path.name))
        with opened(folder) as context:
            tutor = context.gate.enter(PASSPHRASE)
            stick = Stick(folder.path / STICK)
            collected = compose_tutor(context, tutor).collecting.collect(stick)
            tutor.close()
            rows = context.worker.ask(dump)
        del rows["setting"]
        numbers = sorted(each.device.number for each in collected.arrived)
        after.append((rows, numbers, collected.missing, stick.sheet()[1].event))
    one, two = after
    assert {name: set(rows) ^ set(two[0][name]) for name, rows in one[0].items()} == {
        name: set() for name in one[0]
    }
    assert one[1:] == two[1:]


def test_it_says_how_to_open_it(made):
    folder, _other, told = made
    assert str(folder.path / STICK) in told
    assert f"digitutor --data {folder.path}" in told
    assert PASSPHRASE in told


def test_a_folder_in_use_is_refused_and_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    done = digitutor("demo", str(tmp_path))
    assert done.returncode == 2
    assert "ei ole tyhjä" in done.stdout
    assert done.stderr == ""
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    done = digitutor("demo", str(tmp_path / "file" / "inside"))
    assert done.returncode == 2
    assert "ei voinut tehdä" in done.stdout
    assert done.stderr == ""


def test_everybody_was_there(context):
    people = context.worker.ask(
        lambda store: {
            v.person_id: store.people.get(v.person_id)
            for day in (FIRST_DAY, SECOND_DAY)
            for v in store.visits.of_day(day)
        }
    )
    assert sorted(person.code for person in people.values()) == sorted(
        learner.code for learner in LEARNERS
    )
    laptops = context.worker.ask(lambda store: {v.laptop for v in store.visits.of_day(SECOND_DAY)})
    assert laptops == {str(number) for number in range(1, len(STORY) + 1)}


def test_all_modes_hints_and_mistakes_are_met(context):
    people = context.worker.ask(lambda store: store.people.all_cards())
    attempts = [
        attempt
        for card in people
        for attempt in context.worker.ask(lambda store, c=card: store.attempts.of_person(c.id))
    ]
    assert {attempt.mode for attempt in attempts} == set(Mode)
    assert {attempt.hint for attempt in attempts} == {0, 1, 2, 3, 4}
    assert {AttemptEnd.DONE, AttemptEnd.LEFT} <= {attempt.end for attempt in attempts}
    assert len({code for attempt in attempts for code in attempt.mistakes}) > 8
    assert "cut_and_paste" in {attempt.way for attempt in attempts}


def test_every_slip_of_the_story_happened(context):
    """A slip that an exercise no longer knows would be left out without a word."""
    told = {slip for stays in STORY for stay in stays for act in stay.acts for slip in act.slips}
    exercises = {a.exercise: a.slips for s in STORY for stay in s for a in stay.acts if a.slips}
    for exercise_id, slips in exercises.items():
        exercise = context.catalogue.exercise(exercise_id)
        known = {mistake.id for mistake in exercise.mistakes}
        wrong = {f"{s.id}.{c}" for s in exercise.steps for c in s.choices if c not in s.answers}
        assert set(slips) <= known | wrong
    assert len(told) > 8


def test_now_shows_who_called_who_errs_and_who_stands_still(context):
    lines = context.board.lines("fi")
    here = [line for line in lines if line.here]
    assert len(here) == len(STORY)
    assert sum(line.called is not None for line in here) == 1
    assert sum(line.errs for line in here) == 1
    assert any(line.standing for line in here)
    assert any(line.success for line in here)


def test_calls_ended_in_every_way(context):
    ends = context.worker.ask(
        lambda store: {row[0] for row in store.database.rows('SELECT "end" FROM "call"')}
    )
    assert {CallEnd.OPEN.value, CallEnd.TUTOR_CAME.value, CallEnd.WENT_ON.value} <= ends


def test_papers_were_given(context):
    tutor = context.gate.enter(PASSPHRASE)
    try:
        kept = tutor.ask(
            lambda store: [
                certificate
                for card in context.worker.ask(lambda s: s.people.all_cards())
                for certificate in store.certificates.of_person(card.id)
            ]
        )
    finally:
        tutor.close()
    assert any(certificate.replaces for certificate in kept)
    assert {bool(certificate.content.name) for certificate in kept} == {True, False}
    assert all(certificate.pdf.startswith(b"%PDF") for certificate in kept)


def test_notes_and_what_tutors_saw(context):
    ids = [card.id for card in context.worker.ask(lambda store: store.people.all_cards())]
    seen = context.worker.ask(lambda store: store.observations.of_people(ids))
    assert {each.behind for each in seen} == set(MarkedBehind)
    skills = {skill.id for module in context.catalogue.modules() for skill in module.skills}
    assert {each.skill for each in seen} <= skills
    tutor = context.gate.enter(PASSPHRASE)
    try:
        assert len(tutor.ask(lambda store: store.notes.of_people(ids))) > 2
    finally:
        tutor.close()


def test_the_pin_opens(context):
    assert context.pin.check(PIN)


def test_its_clock_goes_on_where_the_story_stops(made, tmp_path):
    later = clock_of(made[0]).now() - STORY_ENDS
    assert 0 <= later.total_seconds() < 60
    assert isinstance(clock_of(DataFolder(tmp_path)), SystemClock)


@pytest.mark.parametrize("text", ["", "soon", "2026-11-25T13:12:00"])
def test_a_mark_without_a_moment_changes_nothing(tmp_path, text):
    folder = DataFolder(tmp_path)
    mark_as_demo(folder, STORY_ENDS)
    [file] = tmp_path.iterdir()
    file.write_text(text)
    assert isinstance(clock_of(folder), SystemClock)


# What lies where


@pytest.fixture
def lived_in(made, tmp_path):
    """A copy of the folder, for tests that go on with it."""
    return DataFolder(Path(shutil.copytree(made[0].path, tmp_path / "lived_in")))


def secrets_of(folder):
    """The notes and the full names that tutors have written down."""
    with opened(folder) as context:
        tutor = context.gate.enter(PASSPHRASE)
        try:
            notes = tutor.ask(lambda store: store.database.rows('SELECT "text" FROM "note"'))
            said = tutor.ask(
                lambda store: store.database.rows('SELECT "content" FROM "certificate"')
            )
        finally:
            tutor.close()
    names = {json.loads(content)["name"] for (content,) in said} - {""}
    assert len(notes) > 2
    assert len(names) > 2
    return [text for (text,) in notes], sorted(names)


def test_no_note_and_no_full_name_lies_outside_the_tutors_store(lived_in, tmp_path, qapp, net):
    notes, names = secrets_of(lived_in)
    key = lived_in.practice_key.read_bytes()
    log = logging.getLogger("digitutor")
    before, propagate = list(log.handlers), log.propagate
    net.install(lived_in.log)
    with opened(lived_in) as context:
        backup = context.worker.ask(lambda store: store.backups.make(DAILY))
        person = context.worker.ask(lambda store: store.people.all_cards()[0])
        context.worker.ask(lambda store: store.settings.put("late", person.code))
        copy = with_its_log(lived_in.practice_store, tmp_path)
        net.caught(ValueError(f"{names[0]} {notes[0]}"))
    for handler in [h for h in log.handlers if h not in before]:
        log.removeHandler(handler)
        handler.close()
    log.propagate = propagate

    in_log, in_backup = rows_of(copy, key), rows_of(backup.path, key)
    assert ("late", person.code) in in_log["setting"]
    everything = repr(in_log) + repr(in_backup)
    # The test would find what is there.
    assert person.code in everything
    assert "ValueError" in lived_in.log.read_text(encoding="utf-8")
    # The sheet of a stick names codes, as a stick in a pocket does.
    raw = as_written(lived_in.path, without=("tutor.db", "practice.key", "workshop.dgt"))
    for secret in [*notes, *names]:
        assert secret not in everything
        assert secret.encode() not in raw
    assert person.code.encode() not in raw


def test_what_lies_where_is_what_the_page_says(lived_in, qapp):
    said = page("developer/data.md").rows("What lies where")
    with opened(lived_in) as context:
        tutor = context.gate.enter(PASSPHRASE)
        try:
            counts = [worker.ask(counted) for worker in (context.worker, tutor)]
        finally:
            tutor.close()
    for table, cells in said.items():
        for cell, count in zip(cells.split(" | "), counts, strict=True):
            assert cell.startswith(("yes", "never"))
            assert cell.startswith("yes") or not count[table], table
    assert all(
        sum(count[table] for count in counts) for table in ("note", "certificate", "attempt")
    )


def counted(store):
    tables = page("developer/data.md").rows("What lies where")
    return {name: store.database.first(f'SELECT count(*) FROM "{name}"')[0] for name in tables}
