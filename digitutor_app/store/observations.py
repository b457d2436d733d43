"""What tutors have seen people do on a real machine."""

from collections.abc import Sequence
from datetime import date

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.tutor_observations import MarkedBehind, TutorObservation
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.joined import places
from digitutor_app.store.rows import Row
from digitutor_app.store.skill_sums import SkillSums
from digitutor_app.store.tables import OBSERVATION
from digitutor_app.store.withdrawals import still_holds, withdraw


class Observations:
    """Facts by person; withdrawn ones are not seen any more. The sums of skills follow."""

    def __init__(self, database: StoreDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._sums = SkillSums(database)

    def add(self, seen: TutorObservation) -> bool:
        """Save an observation. False if it was there already."""
        values = {"skill": seen.skill, "day": seen.day, "behind": seen.behind.value}
        row = Row(id=seen.id, subject=seen.person_id, values=values)
        with self._database.transaction():
            added = rows.add_fact(self._database, OBSERVATION, row)
            if added:
                self._sums.count(seen.person_id)
        return added

    def withdraw(self, seen: TutorObservation) -> bool:
        """It was a mistake. False when that was said already."""
        with self._database.transaction():
            key = seen.id, seen.person_id
            done = withdraw(self._database, OBSERVATION, key, self._clock.now())
            if done:
                self._sums.count(seen.person_id)
        return done

    def of_people(self, ids: Sequence[str]) -> list[TutorObservation]:
        """What holds about these people (the ids of one person), the oldest first."""
        where = f'"subject" IN ({places(tuple(ids))}) AND {still_holds(OBSERVATION)}'
        found = rows.find(self._database, OBSERVATION, where, ids)
        return sorted((_observation(row) for row in found), key=_day)


def _day(seen: TutorObservation) -> tuple[date, str]:
    return seen.day, seen.id


def _observation(row: Row) -> TutorObservation:
    said = row.values
    return TutorObservation(
        id=row.id,
        person_id=row.subject,
        skill=said["skill"],
        day=said["day"],
        behind=MarkedBehind(said["behind"]),
    )
