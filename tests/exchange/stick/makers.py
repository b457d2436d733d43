"""A stick of an invented workshop."""

from digitutor_app.exchange.stick.sheet import Event, Participant, Sheet, TutorMachine
from digitutor_app.trust.sealing import Identity
from digitutor_app.trust.signing import SigningKey

SECRET = "5e" * 32
TUTOR = SigningKey(b"tutor".ljust(32, b"."))
STRANGER = SigningKey(b"stranger".ljust(32, b"."))
IDENTITY = Identity.new()


def a_sheet(**changes):
    said = {
        "made": "2026-11-24T08:30+02:00",
        "organisation": "sedu",
        "organiser": "Sedu",
        "event": Event(id="w1", name="Digitaitojen perusteet", place="Kirjasto", day="2026-11-24"),
        "tutors": [
            TutorMachine(public=TUTOR.public.hex(), recipient=IDENTITY.recipient, name="Liisa")
        ],
        "secret": SECRET,
        "people": [Participant(code="sininen-kettu-27", language="sv")],
    }
    return Sheet(**{**said, **changes})
