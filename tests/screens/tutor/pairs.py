"""People of two laptops who may be one, for the tutor's pages."""

from datetime import timedelta

from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit
from tests.screens.tutor import facts


def at_laptop(context, code, name, number, *, hours=0, exercise="files-01"):
    """Somebody was at this laptop for half an hour, so many hours ago, and did an exercise."""
    came = context.clock.now() - timedelta(hours=hours, minutes=40)
    left = came + timedelta(minutes=30)
    person = Person(id=new_id(), code=code, first_name=name)
    visit = Visit(
        id=new_id(), person_id=person.id, arrived=came, last_seen=left, left=left, laptop=number
    )
    context.worker.ask(lambda store: (store.people.put(person), store.visits.put(visit)))
    facts.succeed(context, person, exercise, left)
    return person


def two_marias(context, *, hours=2):
    """One name, two codes, two laptops."""
    return (
        at_laptop(context, "sininen-kettu-27", "Maria", "1"),
        at_laptop(context, "vihreä-kuusi-14", "Maria", "4", hours=hours, exercise="files-04"),
    )


def joined_pair(context, tutor):
    """Two who are one: the head first."""
    one, other = two_marias(context)
    joined = tutor.same_person.join(one.id, other.id)
    return (one, other) if joined == other.id else (other, one)
