"""The shelf of exercises: finds them by id, reads each when it is first asked for."""

from collections.abc import Callable

from digitutor_app.content.errors import ContentError
from digitutor_app.content.exercise_file import FILE, read_exercise
from digitutor_app.content.modules import Curriculum, read_modules
from digitutor_app.content.place import Place, name_of
from digitutor_app.content.text_file import read_text
from digitutor_app.domain.exercise import Exercise, ExerciseText, Test
from digitutor_app.domain.skills import Module

Problem = Callable[[Test], str]


class Catalogue:
    """Exercises below one folder (or in one pack), ``<module>/<number>_<name>/exercise.toml``.

    Nothing is read before it is asked for, so that a thousand exercises cost no start-up time.
    ``problem(test)`` says what is wrong with a condition (Vocabulary.problem).
    """

    def __init__(self, folder: Place, problem: Problem) -> None:
        self._folder = folder
        self._problem = problem
        self._exercises: dict[str, Exercise] = {}
        self._texts: dict[tuple[str, str, str, bool], ExerciseText] = {}
        self._read: Curriculum | None = None

    def modules(self) -> tuple[Module, ...]:
        """The sound modules of the curriculum in teaching order."""
        return self._curriculum().modules

    def ids(self) -> list[str]:
        """Ids of all exercise folders in teaching order, also of those that turn out broken."""
        found = (
            f"{module.id}-{folder.name.partition('_')[0]}"
            for module in self.modules()
            for folder in self._folders(module.id)
        )
        return list(dict.fromkeys(found))

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise; raises ContentError, also when there is no folder for it."""
        if exercise_id not in self._exercises:
            folder = self._find(exercise_id)
            skills = {skill.id for module in self.modules() for skill in module.skills}
            self._exercises[exercise_id] = read_exercise(folder, self._problem, skills)
        return self._exercises[exercise_id]

    def text(
        self, exercise_id: str, language: str, data_set: str, *, left_handed: bool = False
    ) -> ExerciseText:
        """The words; raises ContentError."""
        key = (exercise_id, language, data_set, left_handed)
        if key not in self._texts:
            exercise = self.exercise(exercise_id)
            folder = self._find(exercise_id)
            self._texts[key] = read_text(
                folder, language, exercise, data_set, left_handed=left_handed
            )
        return self._texts[key]

    def languages(self, exercise_id: str) -> set[str]:
        """The languages for which a text file exists."""
        return {f.name.split(".")[1] for f in self._find(exercise_id).glob("text.*.toml")}

    def sound_ids(self, language: str) -> list[str]:
        """Ids of the exercises that can be done in this language, in teaching order."""
        return [
            exercise_id for exercise_id in self.ids() if not self.problem(exercise_id, language)
        ]

    def problems(self, language: str) -> list[ContentError]:
        """One error for each module and exercise that is left out, for tutors and authors."""
        found = (self.problem(exercise_id, language) for exercise_id in self.ids())
        return [*self._curriculum().problems, *(error for error in found if error is not None)]

    def problem(self, exercise_id: str, language: str) -> ContentError | None:
        """Why the exercise is left out, None when it is sound."""
        try:
            for data_set in self.exercise(exercise_id).data:
                self.text(exercise_id, language, data_set)
        except ContentError as error:
            return error
        return None

    def _curriculum(self) -> Curriculum:
        if self._read is None:
            self._read = read_modules(self._folder)
        return self._read

    def _folders(self, module: str) -> list[Place]:
        found = (self._folder / module).glob("[0-9]*_*")
        return sorted((folder for folder in found if folder.is_dir()), key=name_of)

    def _find(self, exercise_id: str) -> Place:
        module, _, number = exercise_id.rpartition("-")
        found = [f for f in self._folders(module) if f.name.partition("_")[0] == number]
        if not found:
            wanted = self._folder / (module or "module") / f"{number}_name" / FILE
            raise ContentError(wanted, "whole file", f'an exercise "{exercise_id}"')
        if len(found) > 1:
            expected = f'a number of its own; "{found[0].name}" begins with {number} too'
            raise ContentError(found[1] / FILE, "folder", expected)
        return found[0]
