"""The learner's pages, beside the exercises."""

from collections.abc import Iterator
from datetime import timedelta

from digitutor_app.app.demo.workshop import LAPTOP
from digitutor_app.app.shots.stop import Stop
from digitutor_app.app.shots.visitor import Visitor
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.exchange.errors import PlaceFullError
from digitutor_app.i18n import _, current
from digitutor_app.room_kit.player import Player
from digitutor_app.screens.exchange_words import place_trouble
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.learner.stick import StickScreen
from digitutor_app.screens.trouble import TroubleScreen
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.presence import QUIET
from digitutor_app.store.errors import StoreNewerError

#: How long the first exercise took.
_FIRST_SECONDS = 240.0
_EXERCISE = "files-01"
_EVENT = "Digitaitojen perusteet · Kirjasto · ti 24.11."
_NEW_CODE = "kirkas-kitara-31"


def learner_tour(v: Visitor) -> Iterator[Stop]:
    """From the start page to leaving, as somebody new and as somebody who comes back."""
    yield Stop("start", v.window)
    yield from _invited(v)
    yield from _somebody_new(v)
    yield from _with_a_code(v)
    yield from _back_again(v)
    yield from _stick(v)
    yield from _trouble(v)


def start(v: Visitor) -> None:
    """The laptop is free for the next person."""
    v.house.learner.show_start()
    v.enlarge()


def exercise(v: Visitor) -> ExerciseScreen:
    """The page of an exercise that is shown."""
    if not isinstance(v.page, ExerciseScreen):
        raise OurMistakeError(f"{type(v.page).__name__} is no exercise")
    return v.page


def do_step(v: Visitor) -> None:
    """Do the step that is shown."""
    page = exercise(v)
    player = Player(page.desktop)
    player.play(page.practice.run.actions_left())
    player.deleteLater()
    v.settle()


def do_all(v: Visitor) -> None:
    """Do what is left, until the success page."""
    while isinstance(v.page, ExerciseScreen):
        do_step(v)


def _invited(v: Visitor) -> Iterator[Stop]:
    """The start page while a workshop's stick is there, and in a rehearsal."""
    start(v)
    page = v.page
    if not isinstance(page, StartScreen):
        raise OurMistakeError(f"{type(page).__name__} is not the start page")
    page.show_invitation(_EVENT)
    v.settle()
    yield Stop("start-invited", v.window)
    page.show_invitation("")
    page.show_rehearsal()
    v.settle()
    yield Stop("start-rehearsal", v.window)
    start(v)


def _somebody_new(v: Visitor) -> Iterator[Stop]:
    v.press(_("Aloita"))
    yield Stop("exercise-first", v.window)
    do_step(v)
    yield Stop("exercise-first-second-step", v.window)
    do_all(v)
    v.clock.forward(_FIRST_SECONDS)
    yield Stop("success", v.window)
    v.press(_("Jatka"))
    yield Stop("code", v.window)
    v.press(_("Ota koodi käyttöön"))
    yield Stop("home-after-first", v.window)
    v.press(_("Lähden nyt"))
    yield Stop("leave-after-first", v.window)
    v.press(_("Valmis"))
    v.enlarge()


def _with_a_code(v: Visitor) -> Iterator[Stop]:
    v.press(_("Kirjoitan koodin"))
    yield Stop("type-code", v.window)
    v.write(_("Koodi"), "kirkas")
    v.press(_("Jatka"))
    yield Stop("type-code-not-found", v.window)
    v.write(_("Koodi"), _NEW_CODE)
    v.press(_("Jatka"))
    yield Stop("where", v.window)
    start(v)


def _back_again(v: Visitor) -> Iterator[Stop]:
    v.press("Aino")
    yield Stop("home", v.window)
    v.press(_("Teksti ja väri"))
    yield Stop("settings", v.window)
    v.window.uncover()
    v.settle()
    v.press(_("Katso kartta"))
    yield Stop("map", v.window)
    v.press(_module_of(v, _EXERCISE))
    v.press(v.house.parts.context.catalogue.text(_EXERCISE, current(), "a").title)
    yield Stop("modes", v.window)
    v.press(_("Takaisin"))
    v.press(_("Takaisin"))
    v.press(_("Omat taitoni"))
    yield Stop("skills", v.window)
    v.press(_("Takaisin"))
    v.press(_("Jatka"))
    yield Stop("exercise-goes-on", v.window)
    v.press(_("Tauko"))
    yield Stop("pause", v.window)
    v.press(_("Jatka"))
    v.press(_("Kutsu tutor"))
    yield Stop("call", v.window)
    v.press(_("Jatkan itse"))
    v.clock.forward((QUIET + timedelta(minutes=1)).total_seconds())
    v.house.still_here.look()
    v.settle()
    yield Stop("still-here", v.window)
    v.press(_("Kyllä, jatkan"))
    v.press(_("Lähden nyt"))
    yield Stop("leave", v.window)
    v.press(_("Valmis"))
    v.enlarge()


def _module_of(v: Visitor, exercise_id: str) -> str:
    """The name of the exercise's module."""
    module = exercise_id.rpartition("-")[0]
    modules = v.house.parts.context.catalogue.modules()
    return next(m.names[current()] for m in modules if m.id == module)


def _stick(v: Visitor) -> Iterator[Stop]:
    """The page over an exercise while the laptop delivers to a stick."""
    page = StickScreen(v.window.look)
    v.window.lay_over(page)
    v.settle()
    yield Stop("stick-wait", v.window)
    page.show_done(int(LAPTOP))
    v.settle()
    yield Stop("stick-done", v.window)
    page.show_trouble(*place_trouble(PlaceFullError()))
    v.settle()
    yield Stop("stick-trouble", v.window)
    v.window.uncover()
    v.settle()


def _trouble(v: Visitor) -> Iterator[Stop]:
    folder = v.program.folder
    title, sentence = opening_trouble(StoreNewerError(folder.practice_store, ("0099",), 99))
    verb, other = _("Valitse toinen kansio"), _("Yritä uudelleen")
    v.window.show_page(TroubleScreen(v.window.look, title, sentence, verb=verb, other_verb=other))
    v.settle()
    yield Stop("trouble", v.window)
