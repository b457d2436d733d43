"""Machines that exchange bundles: each with its stores, its keys and those it trusts."""

from datetime import UTC, datetime

from digitutor_app.exchange.bundle import Kind, Sender, line_of, pack, unpack
from digitutor_app.exchange.export import Label, deliver, rows_of, rows_of_today
from digitutor_app.exchange.gathering import Opener, gather
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.importing import look_into, preview, take_into
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.store.merging import Role, outgoing
from digitutor_app.store.opening import open_store
from digitutor_app.trust.sealing import Identity
from digitutor_app.trust.signing import SigningKey
from tests.store.makers import a_person, a_step, a_visit, after, an_attempt

KEY = bytes(range(32))
TUTOR = Identity.new()
WRITER = SigningKey(bytes(range(32)))
NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
TRUSTED = Trusted({WRITER.public.hex(): Role.PRACTICE})
ROWS = [
    {"t": "erased", "s": "p-0", "at": 5, "by": "", "sig": ""},
    {"t": "attempt", "id": "a-1", "s": "p-1", "h": "0" * 16, "p": {"exercise": "files-04"}},
    {"t": "person", "id": "p-1", "s": "p-1", "v": "0" * 28, "d": 0, "p": {"code": "ä-ö-1"}},
]


def a_sender(**more):
    said = {
        "organisation": "Työväenopisto",
        "program": "0.1.0",
        "created": NOW,
        "device": WRITER.public.hex(),
        "sequence": 3,
        "previous": "ab" * 32,
        "laptop": "7",
    }
    return Sender(**said | more)


def a_bundle(rows=ROWS, recipients=(TUTOR.recipient,), key=WRITER, **more):
    return pack(map(line_of, rows), a_sender(**more), key, list(recipients))


def opened(content, **more):
    return unpack(content, [TUTOR], TRUSTED, **more)


class Machine:
    """A laptop, or a tutor's machine: ``tutor`` says which. Close it at the end."""

    def __init__(self, folder, clock, *, tutor=False, number=None):
        self.clock = clock
        self.folder = folder
        self.practice = open_store(folder / "practice.db", KEY, clock)
        self.tutor = open_store(folder / "tutor.db", KEY, clock) if tutor else None
        self.number = number or str(folder)
        self.identities = Identities(self.tutor or self.practice, self.number)
        self.role = Role.TUTOR if tutor else Role.PRACTICE

    @property
    def public(self):
        return self.identities.device().public

    @property
    def stores(self):
        return [store for store in (self.practice, self.tutor) if store]

    def export(self, place, kind=Kind.BUNDLE):
        label = Label(recipients=[TUTOR.recipient], organisation="opisto", laptop="7")
        now = self.clock.now()
        if kind is Kind.TODAY:
            rows = [rows_of_today(self.practice, now)]
        else:
            rows = [rows_of(store, tutors=store is self.tutor) for store in self.stores]
        device, remember = self.identities.begin(), self.identities.made
        return deliver(rows, device, label, place, remember, now=now, kind=kind)

    def opener(self, *others, **more):
        roles = {other.public: other.role for other in others}
        return Opener(identities=[TUTOR], trusted=Trusted(roles), **more)

    def take_all(self, place, *others, known=()):
        """Take in everything that opens; returns the previews."""
        opener = self.opener(*others)
        found = [one.bundle for one in gather(place, opener, known) if one.bundle]
        return [take(bundle, self.stores, opener.trusted) for bundle in found]

    def practise(self, steps=3, **more):
        """A person comes and does some steps and an exercise; returns the person."""
        person = a_person(**more)
        self.practice.people.put(person)
        self.practice.visits.put(a_visit(person.id, self.clock.now()))
        for number in range(1, steps + 1):
            step = a_step(person.id, number, self.clock.now())
            self.practice.attempts.finish_step(step, after(step))
        self.practice.attempts.add(an_attempt(person.id, ended=self.clock.now()))
        return person

    def close(self):
        for store in self.stores:
            store.close()


def look(bundle, stores, trusted):
    """What the stores, first that of practice, would say to a bundle."""
    return preview(
        bundle, [look_into(store, bundle, trusted, tutors=n > 0) for n, store in enumerate(stores)]
    )


def take(bundle, stores, trusted, **more):
    """A bundle taken into the stores, first into that of practice."""
    return preview(
        bundle,
        [take_into(store, bundle, trusted, tutors=n > 0, **more) for n, store in enumerate(stores)],
    )


def said(store):
    """Everything that a store hands out."""
    return list(outgoing(store))
