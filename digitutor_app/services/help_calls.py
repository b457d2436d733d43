"""Calls for the tutor, from the press on "Kutsu tutor" to the tutor's arrival."""

from dataclasses import replace

from digitutor_app.domain.calls import Call, CallEnd
from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.ids import new_id
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
