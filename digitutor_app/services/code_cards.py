"""Code cards: for those who have a code, and fresh codes to hand out at the door."""

import random
from collections.abc import Sequence
from datetime import date

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.codes import new_code, read_code
from digitutor_app.domain.sheets import CodeCard
from digitutor_app.services.workshop_here import codes_in_use
from digitutor_app.store.worker import StoreWorker


class CodeCards:
    """Reads the practice store; a fresh code is nobody's until somebody types it."""

    def __init__(self, practice: StoreWorker, clock: Clock) -> None:
        self._practice = practice
        self._clock = clock
        self._random = random.SystemRandom()

    def fresh(self, count: int) -> list[str]:
        """So many codes that nobody has whom this laptop knows, all different."""
        taken = self._practice.ask(codes_in_use)
        codes: list[str] = []
        for _number in range(count):
            codes.append(new_code(self._random, taken | set(codes)))
        return codes

    def of_day(self, day: date) -> list[str]:
        """The codes of those who were here on this day, in order; who has none is left out, and
        whatever a laptop says that is none."""
        people = self._practice.ask(
            lambda store: [
                store.people.stands_for(person_id)
                for person_id in {visit.person_id for visit in store.visits.of_day(day)}
            ]
        )
        codes = {person.code for person in people if person}
        return sorted(code for code in codes if read_code(code) == code)

    def pdf(self, cards: Sequence[CodeCard], language: str) -> bytes:
        """The pages as they will be printed."""
        from digitutor_app.printing.sheets.code_cards import code_cards_pdf

        return code_cards_pdf(cards, language, self._clock.now().date())
