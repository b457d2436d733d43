"""Guard about languages: it can change in mid-exercise, and every word changes with it."""

from collections.abc import Iterator
from typing import Any

from digitutor_app import i18n
from digitutor_app.app.exercise_check.bench import Bench
from digitutor_app.app.exercise_check.case import Case
from digitutor_app.app.exercise_check.guards_going_on import difference, picture
from digitutor_app.app.exercise_check.marked_language import CODE, unmarked
from digitutor_app.app.exercise_check.play import Play
from digitutor_app.app.exercise_check.seen_words import every_name
from digitutor_app.app.exercise_check.spoken import in_step
from digitutor_app.domain.exercise import Step
from digitutor_app.i18n import MASTER, _
from digitutor_app.practice.computer import Computer

#: What is called the same in every language.
SAME = ("Aa", "Ctrl", "Enter", "Esc", "Alt", "Tab", "Delete", "Caps Lock", "Num Lock", "Insert")


def changed(bench: Bench, case: Case) -> None:
    """In every step: another language and back keeps the state, and changes every word."""
    play = bench.play(case)
    for step in case.exercise.steps:
        _there_and_back(bench, play, step)
        play.pass_step(step)
    if not play.ended:
        play.complain(_("kielen vaihtojen jälkeen harjoitus ei tule valmiiksi"))


def _there_and_back(bench: Bench, play: Play, step: Step) -> None:
    before, looked = play.practice.computer.to_plain(), picture(play)
    try:
        speak(bench, play, CODE)
        left = list(left_over(every_name(play.screen), play.practice.computer))
    finally:
        speak(bench, play, MASTER)
    where = in_step(step)
    if left:
        told = _("{step}: toisella kielellä jää suomeksi: {words}")
        play.complain(told.format(step=where, words="; ".join(dict.fromkeys(left))))
    if lost := difference(before, play.practice.computer.to_plain()):
        told = _("{step}: kielen vaihto muuttaa harjoituskonetta: {lost}")
        play.complain(told.format(step=where, lost=lost))
    if play.step is not step or picture(play) != looked:
        play.complain(_("{step}: kielen vaihdon jälkeen ruutu on toinen").format(step=where))


def speak(bench: Bench, play: Play, language: str) -> None:
    """Change the language as the page's own switch does."""
    i18n.use(language, None if language == MASTER else bench.languages)
    play.practice.speak(language)
    play.show()


def left_over(names: list[str], computer: Computer) -> Iterator[str]:
    """The names with letters outside the marks; what was typed stays as it was typed."""
    nodes = computer.files.all()
    own = {computer.words.name(node) for node in nodes} | {node.ending for node in nodes}
    own |= set(_texts(computer.to_plain()["rows"])) | set(SAME)
    for name in names:
        rest = unmarked(name)
        for word in sorted((word for word in own if word), key=len, reverse=True):
            rest = rest.replace(word, "")
        if any(letter.isalpha() for letter in rest):
            yield name


def _texts(value: Any) -> Iterator[str]:
    """Every text in plain data that has a blank or a capital in it, as typed texts may."""
    if isinstance(value, str):
        if value != value.lower() or " " in value:
            yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
