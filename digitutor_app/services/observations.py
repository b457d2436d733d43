"""Näytti oikealla koneella: what a tutor has seen somebody do, skill by skill."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.tutor_observations import MarkedBehind, TutorObservation
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class Seen:
    """One skill that was seen: the first day, and whether a tutor behind the gate said so."""

    day: date
    confirmed: bool


class Observations:
    """Marks, confirms and withdraws.

    Every observation lies in the practice store, where the sums of skills follow it. One made
    behind the tutor gate (``tutor`` given) lies in the tutor's store too, and travels from there.
    """

    def __init__(
        self, practice: StoreWorker, clock: Clock, tutor: StoreWorker | None = None
    ) -> None:
        self._practice = practice
        self._tutor = tutor
        self._clock = clock

    @property
    def behind(self) -> MarkedBehind:
        """What has been opened to come here."""
        return MarkedBehind.LAPTOP_PIN if self._tutor is None else MarkedBehind.TUTOR_GATE

    def of_person(self, person_id: str) -> dict[str, Seen]:
        """By skill id, what has been seen of a person and everybody joined with them."""
        by_skill: dict[str, list[TutorObservation]] = {}
        for each in self._facts(person_id):
            by_skill.setdefault(each.skill, []).append(each)
        return {
            skill: Seen(facts[0].day, any(f.behind is MarkedBehind.TUTOR_GATE for f in facts))
            for skill, facts in by_skill.items()
        }

    def mark(self, person_id: str, skill: str) -> None:
        """The skill was shown on a real machine today."""
        self._add(person_id, skill, self._clock.now().date())

    def confirm(self, person_id: str, skill: str) -> None:
        """A tutor behind the gate says the same as was marked behind a laptop's PIN."""
        seen = self.of_person(person_id).get(skill)
        if seen is not None and not seen.confirmed:
            self._add(person_id, skill, seen.day)

    def withdraw(self, person_id: str, skill: str) -> None:
        """It was a mistake: whatever was marked about this skill holds no longer."""
        facts = [each for each in self._facts(person_id) if each.skill == skill]

        def save(store: Store) -> None:
            with store.transaction():
                for each in facts:
                    store.observations.withdraw(each)

        self._save(save)

    def _facts(self, person_id: str) -> list[TutorObservation]:
        return self._practice.ask(
            lambda store: store.observations.of_people(store.people.one_person(person_id))
        )

    def _add(self, person_id: str, skill: str, day: date) -> None:
        seen = TutorObservation(
            id=new_id(), person_id=person_id, skill=skill, day=day, behind=self.behind
        )
        self._save(lambda store: store.observations.add(seen))

    def _save(self, job: Callable[[Store], Any]) -> None:
        # The tutor's store first: what stands there alone can be told to the laptop again.
        if self._tutor is not None:
            self._tutor.ask(job)
        self._practice.ask(job)
