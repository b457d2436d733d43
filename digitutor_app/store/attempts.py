"""What people did: steps saved as they happen, and ended attempts."""

from dataclasses import replace
from datetime import datetime

from digitutor_app.domain.attempts import Attempt, StepDone
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.ids import moved_id
from digitutor_app.domain.positions import Position
from digitutor_app.domain.skills import SkillState
from digitutor_app.store import rows
from digitutor_app.store.attempt_rows import attempt_row, attempts_where, step_row, steps_where
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.joined import joined_ids, places
from digitutor_app.store.positions import Positions
from digitutor_app.store.skill_sums import SkillSums
from digitutor_app.store.tables import ATTEMPT, STEP_DONE
from digitutor_app.store.withdrawals import withdraw


class Attempts:
    """Facts that are added and never changed; adding the same one again changes nothing."""

    def __init__(self, database: StoreDatabase, positions: Positions) -> None:
        self._database = database
        self._positions = positions
        self._sums = SkillSums(database)

    def finish_step(self, step: StepDone, position: Position) -> None:
        """Save a finished step and where the person is after it; that the person was here follows
        from the step (store.visits).

        One transaction: after a power cut either both are there or none.
        """
        if step.person_id != position.person_id:
            raise OurMistakeError("a step and a position of two people")
        with self._database.transaction():
            rows.add_fact(self._database, STEP_DONE, step_row(step))
            self._positions.put(position)

    def add(self, attempt: Attempt) -> bool:
        """Save an ended attempt and count it into its skills. False if it was there already."""
        with self._database.transaction():
            added = rows.add_fact(self._database, ATTEMPT, attempt_row(attempt))
            if added:
                self._sums.count(attempt.person_id)
        return added

    def of_person(self, person_id: str) -> list[Attempt]:
        """A person's attempts in the order in which they ended, those of everybody they were
        joined with among them."""
        ids = joined_ids(self._database, person_id)
        return attempts_where(self._database, f'"subject" IN ({places(ids)})', *ids)

    def move(self, attempt: Attempt, to: str, moment: datetime) -> Attempt | None:
        """Give an attempt to the person who made it: a copy there, and it is withdrawn here.

        Returns the copy, which can be moved again (also back); None when this attempt has been
        moved before or never was. Raises OurMistakeError where ``to`` has been erased: then
        nothing has moved.
        """
        with self._database.transaction():
            key = [attempt.person_id, attempt.id]
            found = attempts_where(self._database, '"subject" = ? AND "id" = ?', *key)
            for each in found:
                self._copy(each, to)
            if not found:
                return None
            withdraw(self._database, ATTEMPT, (attempt.id, attempt.person_id), moment, to)
            self._sums.count(attempt.person_id)
        return replace(attempt, id=moved_id(attempt.id, to), person_id=to)

    def _copy(self, attempt: Attempt, to: str) -> None:
        copy = replace(attempt, id=moved_id(attempt.id, to), person_id=to)
        if not self.add(copy) and not self._known(copy):
            raise OurMistakeError("an attempt that moves to somebody who is not there")
        key = [attempt.person_id, attempt.id]
        for step in steps_where(self._database, '"subject" = ? AND "attempt_id" = ?', *key):
            own = replace(step, id=moved_id(step.id, to), person_id=to, attempt_id=copy.id)
            rows.add_fact(self._database, STEP_DONE, step_row(own))

    def _known(self, attempt: Attempt) -> bool:
        query = 'SELECT 1 FROM "attempt" WHERE "subject" = ? AND "id" = ?'
        return self._database.first(query, [attempt.person_id, attempt.id]) is not None

    def steps_of(self, attempt_id: str) -> list[StepDone]:
        """The finished steps of one attempt, in the order of the exercise.

        Reads every step there is: an index for this would make each saved step slower.
        """
        return steps_where(self._database, '"attempt_id" = ?', attempt_id)

    def skill_states(self, person_id: str) -> dict[str, SkillState]:
        """The state of every skill that the person has tried."""
        return self._sums.states(person_id)
