"""A small workshop day with fixed ids: written into each released store and read from all of them.

Grow it by new functions for new tables; what a released store holds must stay readable as it is.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode, StepDone
from digitutor_app.domain.calls import Call, CallEnd, Coming
from digitutor_app.domain.certificates import Certificate, CertificateContent
from digitutor_app.domain.display import Display
from digitutor_app.domain.notes import Note
from digitutor_app.domain.people import Person
from digitutor_app.domain.positions import Position
from digitutor_app.domain.tutor_observations import MarkedBehind, TutorObservation
from digitutor_app.domain.visits import Visit
from digitutor_app.domain.workshops import Workshop
from tests.store.makers import MORNING

AINO = "aaaaaaaa-0000-4000-8000-000000000001"
EERO = "aaaaaaaa-0000-4000-8000-000000000002"
GONE = "aaaaaaaa-0000-4000-8000-000000000003"
WORKSHOP = "bbbbbbbb-0000-4000-8000-000000000001"
ATTEMPT = "cccccccc-0000-4000-8000-000000000001"
EERO_SEES = Display(text=150, theme="dark", left_handed=True)


def minutes(count):
    return MORNING + timedelta(minutes=count)


@dataclass(frozen=True)
class Story:
    """What every released store tells."""

    workshop = Workshop(
        id=WORKSHOP,
        name="Digitaitojen perusteet",
        place="Kirjasto",
        day=date(2026, 3, 2),
        organisers=("Esimerkkiyhdistys",),
    )
    people = (
        Person(id=AINO, code="sininen-kettu-27", first_name="Äinö"),
        Person(id=EERO, code="", language="sv", display=EERO_SEES),
    )
    visits = (
        Visit(
            id="dddddddd-0000-4000-8000-000000000001",
            person_id=AINO,
            arrived=MORNING,
            last_seen=minutes(9),
            workshop_id=WORKSHOP,
        ),
        Visit(
            id="dddddddd-0000-4000-8000-000000000002",
            person_id=EERO,
            arrived=MORNING,
            last_seen=minutes(30),
            left=minutes(31),
            laptop="7",
        ),
    )
    calls = (
        Call(
            id="eeeeeeee-0000-4000-8000-000000000001",
            person_id=AINO,
            called=minutes(5),
            exercise="files-04",
            step="move",
            end=CallEnd.TUTOR_CAME,
            ended=minutes(7),
        ),
        Call(id="eeeeeeee-0000-4000-8000-000000000002", person_id=EERO, called=minutes(6)),
    )
    coming = Coming(
        id="88888888-0000-4000-8000-000000000001",
        person_id=EERO,
        about="eeeeeeee-0000-4000-8000-000000000002",
        since=minutes(8),
    )
    step = StepDone(
        id="ffffffff-0000-4000-8000-000000000001",
        person_id=AINO,
        attempt_id=ATTEMPT,
        exercise="files-04",
        step="move",
        number=1,
        of=2,
        mode=Mode.GUIDED,
        at=minutes(9),
        hint=1,
        mistakes={"parent_folder": 1},
    )
    position = Position(
        person_id=AINO,
        exercise="files-04",
        attempt_id=ATTEMPT,
        snapshot='{"files": ["plan"]}',
        saved=minutes(9),
    )
    attempt = Attempt(
        id="cccccccc-0000-4000-8000-000000000002",
        person_id=EERO,
        exercise="files-04",
        content_version="1",
        data_set="a",
        mode=Mode.ALONE,
        end=AttemptEnd.DONE,
        started=MORNING,
        ended=minutes(8),
        steps_done=2,
        hint=1,
        asked=1,
        undos=1,
        way="drag",
        device="both",
        skills=("files.move", "files.find"),
        mistakes={"G1": 1},
    )
    certificate = Certificate(
        id="99999999-0000-4000-8000-000000000001",
        person_id=EERO,
        workshop_id=WORKSHOP,
        content=CertificateContent(
            language="fi",
            name="",
            workshop="Digitaitojen perusteet",
            days=(date(2026, 3, 2),),
            quarter_hours=2,
            contents=("Tiedostot",),
            organisers=("Esimerkkiyhdistys",),
            place="Kirjasto",
            issued=date(2026, 3, 2),
        ),
        pdf=b"%PDF-1.7\n\x00\xff",
    )
    note = Note(
        id="88888888-0000-4000-8000-000000000001",
        person_id=EERO,
        text="Raahaaminen sujui, kun hiiri oli lähempänä.",
        day=date(2026, 3, 2),
    )
    observation = TutorObservation(
        id="77777777-0000-4000-8000-000000000001",
        person_id=EERO,
        skill="files.move",
        day=date(2026, 3, 2),
        behind=MarkedBehind.LAPTOP_PIN,
    )
    mistaken = TutorObservation(
        id="77777777-0000-4000-8000-000000000002",
        person_id=EERO,
        skill="files.find",
        day=date(2026, 3, 2),
        behind=MarkedBehind.TUTOR_GATE,
    )


STORY = Story()


def tell_story(store):
    """Write the story into a new store."""
    store.workshops.put(STORY.workshop)
    for person in (*STORY.people, Person(id=GONE, code="poissa-oleva-1")):
        store.people.put(person)
    for visit in STORY.visits:
        store.visits.put(visit)
    for call in STORY.calls:
        store.calls.put(call)
    store.calls.put_coming(STORY.coming)
    store.attempts.finish_step(STORY.step, STORY.position)
    store.attempts.add(STORY.attempt)
    store.certificates.add(STORY.certificate)
    store.notes.put(STORY.note)
    for seen in (STORY.observation, STORY.mistaken):
        store.observations.add(seen)
    store.observations.withdraw(STORY.mistaken)
    store.settings.put("number", "7")
    store.erasures.add(GONE)
