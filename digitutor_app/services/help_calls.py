"""Calls for the tutor, from the press on "Kutsu tutor" to the tutor's arrival."""

from dataclasses import replace
from datetime import datetime

from digitutor_app.domain.calls import Call, CallEnd, Coming
from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.ids import new_id
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


class HelpCalls:
    """Opens and ends calls; each change is saved at once."""

    def __init__(self, worker: StoreWorker, clock: Clock) -> None:
        self._worker = worker
        self._clock = clock

    def call(self, person_id: str, exercise: str = "", step: str = "") -> Call:
        """Open a call; ``exercise`` and ``step`` are ids, "" outside an exercise."""
        made = Call(
            id=new_id(),
            person_id=person_id,
            called=minute(self._clock.now()),
            exercise=exercise,
            step=step,
        )
        self._worker.tell(lambda store: store.calls.put(made))
        return made

    def end(self, call: Call, how: CallEnd) -> Call:
        ended = replace(call, end=how, ended=minute(self._clock.now()))
        self._worker.tell(lambda store: store.calls.put(ended))
        return ended

    def open_call(self, person_id: str) -> Call | None:
        """The person's call that nobody has ended, if there is one."""
        calls = self._worker.ask(lambda store: store.calls.open_calls())
        return next((call for call in calls if call.person_id == person_id), None)

    def on_my_way(self, person_id: str, about: str) -> None:
        """Olen menossa: a tutor is on the way for this (``Coming.about``); said twice, it stays as
        it was said first."""
        coming = Coming(
            id=new_id(), person_id=person_id, about=about, since=minute(self._clock.now())
        )

        def save(store: Store) -> None:
            if all(known.about != about for known in store.calls.coming_to(person_id)):
                store.calls.put_coming(coming)

        self._worker.ask(save)

    def take_back(self, person_id: str, about: str) -> None:
        """The tutor is not on the way after all."""
        now = minute(self._clock.now())

        def save(store: Store) -> None:
            with store.transaction():
                for known in store.calls.coming_to(person_id):
                    if known.about == about:
                        store.calls.put_coming(replace(known, ended=now))

        self._worker.ask(save)

    def coming(self, call: Call) -> Coming | None:
        """The tutor who is on the way because of this call, if one is."""
        known = self._worker.ask(lambda store: store.calls.coming_to(call.person_id))
        return next((coming for coming in known if coming.about == call.id), None)


def end_calls(store: Store, person_id: str, now: datetime) -> None:
    """Who is no longer here does not wait for the tutor any more."""
    for call in store.calls.open_calls():
        if call.person_id == person_id:
            store.calls.put(replace(call, end=CallEnd.LEFT, ended=now))
