"""Facts of a workshop day for the tutor's pages, written through the services and the stores."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.calls import Call
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit
from digitutor_app.domain.workshops import Workshop
from digitutor_app.services.context import Context, TutorContext

PEOPLE = (
    ("sininen-kettu-27", "Aino"),
    ("vihreä-kuusi-14", "Eila"),
    ("punainen-talo-63", "Kaisa"),
    ("keltainen-vene-08", "Leena K."),
    ("harmaa-lehti-51", "Marja"),
    ("valkoinen-lintu-30", "Olena"),
    ("ruskea-karhu-77", "Pirkko"),
    ("violetti-kello-19", ""),
    ("kirsikkainen-lentokone-40", "Nguyễn Thị Phương Anh"),
    ("puolukkainen-sateenvarjo-88", ""),
    ("tyyni-majakka-05", "Anna-Kaarina Emilia Wilhelmiina Virtanen-Lehtoranta"),
    ("", ""),
)


def arrive(
    context: Context, code: str, name: str, at: datetime, minutes: int = 0, *, left: bool = False
) -> Person:
    """Somebody came at this time and was last seen so many minutes later."""
    person = Person(id=new_id(), code=code, first_name=name)
    seen = at + timedelta(minutes=minutes)
    visit = Visit(
        id=new_id(),
        person_id=person.id,
        arrived=at,
        last_seen=seen,
        left=seen if left else None,
    )
    context.worker.ask(lambda store: (store.people.put(person), store.visits.put(visit)))
    return person


def work_on(
    context: Context,
    person: Person,
    exercise: str,
    step: int = 1,
    mistakes: dict[str, int] | None = None,
) -> None:
    """The person is in this exercise since they were last seen, at this step, with these mistakes
    in it."""
    context.practices.begin(person.id, exercise, Mode.GUIDED, "a", "fi")
    position = context.practices.saved(person.id)
    assert position is not None
    plain = json.loads(position.snapshot)
    row = plain["run"]["computer"]["rows"].setdefault("run", {})
    row["index"] = step - 1
    plain["run"]["tally"]["step_mistakes"] = mistakes or {}
    [visit] = context.worker.ask(lambda store: store.visits.of_person(person.id))
    plain["started"] = visit.last_seen.isoformat()
    moved = replace(position, snapshot=json.dumps(plain))
    context.worker.ask(lambda store: store.positions.put(moved))


def succeed(
    context: Context, person: Person, exercise: str, ended: datetime, **more: object
) -> None:
    """The person has done this exercise."""
    known = context.catalogue.exercise(exercise)
    said = {
        "mode": Mode.GUIDED,
        "end": AttemptEnd.DONE,
        "data_set": "a",
        "steps_done": len(known.steps),
    }
    attempt = Attempt(
        id=new_id(),
        person_id=person.id,
        exercise=exercise,
        content_version=known.version,
        started=ended - timedelta(minutes=5),
        ended=ended,
        skills=known.skills,
        **said | more,
    )
    context.worker.ask(lambda store: store.attempts.add(attempt))


def a_workshop(tutor: TutorContext, day: datetime, **more: object) -> Workshop:
    said = {
        "name": "Digitaitojen perusteet 1",
        "place": "Mallila",
        "organisers": ("Esimerkkiopisto", "Mallilan kaupunki"),
    }
    made = Workshop(id=new_id(), day=day.date(), **said | more)
    tutor.workshops.put(made)
    return made


def a_full_day(context: Context) -> list[Person]:
    """Twelve people: one has called, one stands still, one errs, one has left, nine go on."""
    now = context.clock.now()
    start = now - timedelta(minutes=62)
    people = [
        arrive(context, code, name, start + timedelta(minutes=number), 60 - number)
        for number, (code, name) in enumerate(PEOPLE)
    ]
    for number, person in enumerate(people):
        if number % 3 != 2:
            exercise = ("files-04", "files-01", "files-07")[number % 3]
            work_on(context, person, exercise, 1 + number % 3)
        if number % 4 != 3:
            succeed(context, person, "files-01", now - timedelta(minutes=4 + number))
    work_on(context, people[1], "files-04", 4, {"parent_folder": 5})
    call_at(context, people[1], now - timedelta(minutes=3))
    stands = arrive_again(context, people[6], now - timedelta(minutes=9))
    work_on(context, stands, "files-07", 2)
    work_on(context, people[0], "files-04", 4, {"copied": 3, "wrong_folder": 2})
    return people


def call_at(context: Context, person: Person, called: datetime) -> None:
    """The person called for the tutor at this time."""
    call = Call(id=new_id(), person_id=person.id, called=called, exercise="files-04", step="choose")
    context.worker.ask(lambda store: store.calls.put(call))


def arrive_again(context: Context, person: Person, seen: datetime) -> Person:
    """The person's open visit was last seen at another time."""

    def change(store: object) -> None:
        [visit] = store.visits.of_person(person.id)
        store.visits.put(replace(visit, last_seen=seen))

    context.worker.ask(change)
    return person
