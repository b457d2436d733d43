"""What a person can do, skill by skill in the order of the curriculum."""

from collections.abc import Sequence
from dataclasses import dataclass

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.skills import SkillState
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class SkillLine:
    """One skill that the person has tried: its module's name, its name, how well."""

    module: str
    skill: str
    state: SkillState


class Skills:
    """Reads skills for the learner's own page and for the tutor's."""

    def __init__(self, worker: StoreWorker, catalogue: Catalogue) -> None:
        self._worker = worker
        self._catalogue = catalogue

    def of_person(self, person_id: str, language: str) -> list[SkillLine]:
        """Every skill with a state above "not tried"; raises ContentError."""
        return list(self.by_id(person_id, language).values())

    def by_id(self, person_id: str, language: str) -> dict[str, SkillLine]:
        """The same by skill id, in the same order."""
        states = self._worker.ask(lambda store: store.attempts.skill_states(person_id))
        return {
            skill.id: SkillLine(module.names[language], skill.names[language], states[skill.id])
            for module in self._catalogue.modules()
            for skill in module.skills
            if states.get(skill.id, SkillState.NOT_TRIED) > SkillState.NOT_TRIED
        }

    def coming(self, person_id: str, exercises: Sequence[str], language: str) -> list[SkillLine]:
        """The skills of these exercises that the person has not tried; raises ContentError."""
        states = self._worker.ask(lambda store: store.attempts.skill_states(person_id))
        wanted = {skill for i in exercises for skill in self._catalogue.exercise(i).skills}
        return [
            SkillLine(module.names[language], skill.names[language], SkillState.NOT_TRIED)
            for module in self._catalogue.modules()
            for skill in module.skills
            if skill.id in wanted and not states.get(skill.id)
        ]
