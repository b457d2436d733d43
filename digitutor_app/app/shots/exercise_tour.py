"""An exercise of each room: each way to do it, each hint, a mistake, another way."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from digitutor_app.app.shots.learner_tour import do_step, exercise, start
from digitutor_app.app.shots.stop import Stop
from digitutor_app.app.shots.visitor import Visitor
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Exercise, Mistake
from digitutor_app.i18n import _
from digitutor_app.room_kit.player import Player
from digitutor_app.screens.learner.home import HomeScreen

#: Hints that the page shows one after the other; the third is a demonstration, which moves.
_HINTS: Final = 4
_DEMONSTRATION: Final = 3
#: What shows a room best, where the first one of its exercises does not.
_BEST: Final = {"pointer": "mouse-05", "files": "files-04", "typing": "kbd-04"}
_WHO: Final = "Veikko"


def exercise_tour(v: Visitor) -> Iterator[Stop]:
    """One exercise of every room that has one."""
    for room in sorted(info.id for info in v.house.parts.rooms.infos):
        found = _shown(v, room)
        if found is not None:
            yield from _in_modes(v, found)
            yield from _hints(v, found)
            yield from _mistake(v, found)


def _shown(v: Visitor, room: str) -> Exercise | None:
    catalogue = v.house.parts.context.catalogue
    sound = [catalogue.exercise(i) for i in catalogue.sound_ids(v.view.language)]
    of_room = [exercise for exercise in sound if exercise.room == room]
    best = [exercise for exercise in of_room if exercise.id == _BEST.get(room)]
    return next(iter(best + of_room), None)


def _begin(v: Visitor, exercise: Exercise, mode: Mode) -> None:
    """Sit down and begin the exercise in this mode, as from the map."""
    context = v.house.parts.context
    start(v)
    v.press(_WHO)
    own = context.what_next.suggest(exercise.id, (), v.view.language)
    other = exercise.data[1 % len(exercise.data)]
    offer = context.what_next.in_mode(own, mode)
    if mode is Mode.VARIATION:
        offer = replace(offer, data_set=other)
    if not isinstance(v.page, HomeScreen):
        raise OurMistakeError(f"{_WHO} has no page of their own")
    wish = v.page.watchRequested if mode is Mode.WATCH else v.page.practiceRequested
    wish.emit(offer)
    v.settle()


def _in_modes(v: Visitor, found: Exercise) -> Iterator[Stop]:
    for mode in (Mode.GUIDED, Mode.ALONE, Mode.VARIATION):
        _begin(v, found, mode)
        do_step(v)
        yield Stop(f"{found.id}-{mode.value}", v.window)
    _begin(v, found, Mode.WATCH)
    yield Stop(f"{found.id}-{Mode.WATCH.value}", v.window, moving=True)


def _hints(v: Visitor, found: Exercise) -> Iterator[Stop]:
    _begin(v, found, Mode.ALONE)
    do_step(v)
    for level in range(1, _HINTS + 1):
        exercise(v).demonstration.stop()
        v.press(_("Vihje"))
        yield Stop(f"{found.id}-hint-{level}", v.window, moving=level == _DEMONSTRATION)
    exercise(v).demonstration.stop()


def _mistake(v: Visitor, found: Exercise) -> Iterator[Stop]:
    """The first mistake that happens at once and can be made in this window."""
    for mistake in found.mistakes:
        if not mistake.still_for and _makes(v, found, mistake):
            yield Stop(f"{found.id}-mistake", v.window)
            return


def _makes(v: Visitor, found: Exercise, mistake: Mistake) -> bool:
    """Whether it was made; a key that is drawn may have no room beside large text."""
    _begin(v, found, Mode.ALONE)
    while (step := exercise(v).practice.run.step) and mistake.at not in ("", step.id):
        do_step(v)
    player = Player(exercise(v).desktop)
    try:
        player.play(mistake.provoke)
    except OurMistakeError:
        return False
    finally:
        player.deleteLater()
        v.settle()
    hint = exercise(v).practice.run.guidance().hint
    return hint is not None and hint.mistake == mistake.id
