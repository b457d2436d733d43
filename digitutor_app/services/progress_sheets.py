"""Progress sheets: drafted from what a person has practised, and kept nowhere."""

from datetime import date

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.attempts import Attempt
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.sheets import MOST_NEW, MOST_NEXT, ProgressContent, SkillGroup
from digitutor_app.domain.skills import SkillState, skill_state
from digitutor_app.domain.visits import quarter_hours, visit_days
from digitutor_app.services.certify import visits_of
from digitutor_app.services.errors import NothingToPractiseError
from digitutor_app.services.letterheads import Letterheads
from digitutor_app.services.what_next import WhatNext
from digitutor_app.store.worker import StoreWorker


class ProgressSheets:
    """Drafts from the practice store; the workshops' names come from the tutor's."""

    def __init__(
        self,
        practice: StoreWorker,
        tutor: StoreWorker,
        catalogue: Catalogue,
        what_next: WhatNext,
        clock: Clock,
    ) -> None:
        self._practice = practice
        self._tutor = tutor
        self._catalogue = catalogue
        self._what_next = what_next
        self._clock = clock
        self._letterheads = Letterheads(tutor)

    def draft(self, person_id: str, language: str, picture: bytes = b"") -> ProgressContent:
        """What the sheet says today (domain/5, 5.4); ``picture`` is the code's, a square PNG.

        Only skills that were tried are on it. New is what the person shows alone now and did not
        before the newest day; on a first day nothing is new. Raises ContentError.
        """
        person, visits, attempts, states = self._practice.ask(
            lambda store: (
                store.people.stands_for(person_id),
                visits_of(store, person_id),
                store.attempts.of_person(person_id),
                store.attempts.skill_states(person_id),
            )
        )
        days = visit_days(visits)
        new = _new_skills(attempts, states, days)
        skills = [s for module in self._catalogue.modules() for s in module.skills]
        return ProgressContent(
            language=language,
            code=person.code if person else "",
            picture=picture if person and person.code else b"",
            workshops=self._workshops(days),
            days=tuple(days),
            quarter_hours=quarter_hours(visits),
            groups=self._groups(states, language),
            new=tuple(s.names[language] for s in skills if s.id in new)[:MOST_NEW],
            coming=self._coming(person_id, attempts, language),
            printed=self._clock.now().date(),
        )

    def pdf(self, content: ProgressContent) -> bytes:
        """The pages as they will be printed."""
        from digitutor_app.printing.sheets.progress_sheet import progress_sheet_pdf

        return progress_sheet_pdf(content, self._letterheads.get())

    def _workshops(self, days: list[date]) -> tuple[str, ...]:
        """The names of the workshops of these days, the oldest first, each once."""
        workshops = self._tutor.ask(lambda store: store.workshops.all())
        return tuple(dict.fromkeys(w.name for w in reversed(workshops) if w.day in days))

    def _groups(self, states: dict[str, SkillState], language: str) -> tuple[SkillGroup, ...]:
        groups = []
        for module in self._catalogue.modules():
            tried = [s for s in module.skills if states.get(s.id)]
            if tried:
                rows = tuple((s.names[language], states[s.id]) for s in tried)
                groups.append(SkillGroup(module.names[language], rows))
        return tuple(groups)

    def _coming(self, person_id: str, attempts: list[Attempt], language: str) -> tuple[str, ...]:
        try:
            found = self._what_next.for_person(person_id, language, attempts)
        except NothingToPractiseError:
            return ()
        titles = dict.fromkeys(each.title for each in (found.main, *found.others))
        return tuple(titles)[:MOST_NEXT]


def _new_skills(
    attempts: list[Attempt], states: dict[str, SkillState], days: list[date]
) -> set[str]:
    if len(days) < 2:
        return set()
    earlier = [attempt for attempt in attempts if attempt.ended.date() < days[-1]]
    return {
        skill
        for skill, state in states.items()
        if state >= SkillState.ALONE
        and skill_state(a for a in earlier if skill in a.skills) < SkillState.ALONE
    }
