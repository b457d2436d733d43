"""What people did: steps saved as they happen, and ended attempts."""

from digitutor_app.domain.attempts import Attempt, StepDone
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.positions import Position
from digitutor_app.domain.skills import SkillState
from digitutor_app.store import rows
from digitutor_app.store.attempt_rows import attempt_row, attempts_where, step_row, steps_where
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.positions import Positions
from digitutor_app.store.skill_sums import SkillSums
from digitutor_app.store.tables import ATTEMPT, STEP_DONE
from digitutor_app.store.visits import Visits


class Attempts:
    """Facts that are added and never changed; adding the same one again changes nothing."""

    def __init__(self, database: StoreDatabase, positions: Positions, visits: Visits) -> None:
        self._database = database
        self._positions = positions
        self._visits = visits
        self._sums = SkillSums(database)

    def finish_step(self, step: StepDone, position: Position) -> None:
        """Save a finished step, where the person is after it, and that the person was here.

        One transaction: after a power cut either all three are there or none.
        """
        if step.person_id != position.person_id:
            raise OurMistakeError("a step and a position of two people")
        with self._database.transaction():
            rows.add_fact(self._database, STEP_DONE, step_row(step))
            self._positions.put(position)
            self._visits.seen(step.person_id, step.at)

    def add(self, attempt: Attempt) -> bool:
        """Save an ended attempt and count it into its skills. False if it was there already."""
        with self._database.transaction():
            added = rows.add_fact(self._database, ATTEMPT, attempt_row(attempt))
            if added:
                self._sums.note(attempt.person_id, attempt.id, attempt.skills)
        return added

    def of_person(self, person_id: str) -> list[Attempt]:
        """A person's attempts in the order in which they ended."""
        return attempts_where(self._database, '"subject" = ?', person_id)

    def steps_of(self, attempt_id: str) -> list[StepDone]:
        """The finished steps of one attempt, in the order of the exercise."""
        return steps_where(self._database, '"attempt_id" = ?', attempt_id)

    def skill_states(self, person_id: str) -> dict[str, SkillState]:
        """The state of every skill that the person has tried."""
        return self._sums.states(person_id)
