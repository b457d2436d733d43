"""What every room promises, part by part; each takes a bench and a case and complains.

The case is an exercise of the room. A part that cannot hold in a room stands in the ``exempt`` of
its info.py with the reason.
"""

import gc
import weakref
from contextlib import suppress

from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.app.exercise_check import guards_done, guards_going_on, guards_ways
from digitutor_app.app.exercise_check.guards_going_on import difference, picture
from digitutor_app.app.exercise_check.guards_language import left_over
from digitutor_app.app.exercise_check.marked_language import CODE
from digitutor_app.app.exercise_check.resting import delete_now
from digitutor_app.app.exercise_check.seen_words import every_name
from digitutor_app.app.exercise_check.spoken import in_step
from digitutor_app.domain.exercise import StepKind

LARGE = (1366, 728, 2.0)


def begin(bench, case):
    """A fresh room has done nothing: no deed, no observation, and its window lies on top."""
    play = bench.play(case)
    plain = play.practice.computer.to_plain()
    if plain["deeds"] or plain["log"]:
        play.complain(f"something is done already: {plain['deeds']} {plain['log']}")
    if play.practice.computer.undo():
        play.complain("there is something to undo")
    again = bench.play(case).practice.computer.to_plain()
    if lost := difference(plain, again):
        play.complain(f"another beginning: {lost}")


def undo(bench, case):
    """Whatever was done, Peru brings each earlier state back, to the beginning."""
    play = bench.play(case)
    moments = play.watched()
    for step in case.exercise.steps:
        if step.kind is not StepKind.DO or play.ended:
            break
        play.do(step.walkthrough, in_step(step))
    stood = {moment.deeds: moment.rows for moment in moments}
    computer = play.practice.computer
    undoable = remembered(computer)
    while deeds := play.moment().deeds:
        computer.undo()
        if lost := lost_rows(stood[deeds - 1], play.moment().rows, undoable):
            play.complain(f"Peru from deed {deeds}: {lost}")


def remembered(computer):
    """The rows that deeds have changed; a row of which none knows is one that lasts."""
    return {key for _length, before in computer.to_plain()["deeds"] for key in before}


def lost_rows(stood, rows, undoable):
    """What Peru did not bring back among the rows that deeds have changed."""
    mine = {key: row for key, row in stood.items() if key in undoable}
    return difference(mine, {key: row for key, row in rows.items() if key in undoable})


def reset(bench, case):
    """Beginning anew in the middle."""
    guards_going_on.begun_anew(bench, case)


def resume(bench, case):
    """Saved after any action, in mid-step, it goes on with the same state and the same picture."""
    play = bench.play(case)

    def look():
        if play.ended:
            return
        before, looked = play.practice.computer.to_plain(), picture(play)
        before = play.practice.computer.to_plain()
        play.practice.save()
        play.resume(bench.window)
        if lost := difference(before, play.practice.computer.to_plain()):
            play.complain(f"after saving: {lost}")
        if picture(play) != looked:
            play.complain("after saving it looks different")

    for step in case.exercise.steps:
        if play.ended:
            return
        if step.kind is StepKind.DO:
            play.do(step.walkthrough, in_step(step), look)
        else:
            play.answer(step)


def language(bench, case):
    """A living room changes every word when it is told to, keeps its state, and changes back."""
    play = bench.play(case)
    for step in case.exercise.steps:
        before, looked = play.practice.computer.to_plain(), picture(play)
        try:
            i18n.use(CODE, bench.languages)
            play.practice.speak(CODE)
            play.screen.desktop.set_words_changed()
            play.settle()
            left = list(left_over(every_name(play.screen.desktop), play.practice.computer))
        finally:
            i18n.use(i18n.MASTER)
            play.practice.speak(i18n.MASTER)
            play.screen.desktop.set_words_changed()
            play.settle()
        if left:
            play.complain(f"{in_step(step)}: not asked of the language: {left}")
        if lost := difference(before, play.practice.computer.to_plain()):
            play.complain(f"{in_step(step)}: the language changes {lost}")
        if picture(play) != looked:
            play.complain(f"{in_step(step)}: in the first language again it looks different")
        play.pass_step(step)
        if play.ended:
            return


def large_text(bench, case):
    """With 200 % text it can be done, and nothing of it lies outside its window."""
    play = bench.play(case, LARGE)
    for step in case.exercise.steps:
        play.pass_step(step)
    if not play.ended:
        play.complain(f"with 200 % text it is not done. {play.last_seen()}")


def keyboard_only(bench, case):
    guards_ways.keys_only(bench, case)


def pointer_only(bench, case):
    guards_ways.pointer_only(bench, case)
    guards_done.walkthrough(bench, case)


def targets(bench, case):
    """Every target of the walkthrough is where a hand can reach it, inside the desktop."""
    play = bench.play(case)
    for step in case.exercise.steps:
        for action in step.walkthrough:
            if action.until is not None and play.holds(action.until):
                continue
            desktop = play.screen.desktop
            if action.where and desktop.targets.look(action.where) is None:
                desktop.targets.bring(action.where)
            if action.where:
                spot = desktop.targets.spot(action.where)
                inside = desktop.rect().contains(desktop.mapFromGlobal(spot.point))
                if not inside or spot.rect.isEmpty():
                    play.complain(f"{in_step(step)}: {action.where} lies outside the desktop")
            play.do([action], in_step(step))
        if step.kind is not StepKind.DO:
            play.answer(step)


def leaks(bench, case):
    """Nothing of the page stays when another takes its place."""
    play = bench.play(case)
    play.go_to(case.exercise.steps[-1].id)
    desktop = play.screen.desktop
    room = desktop.room(case.exercise.room)
    things = {"page": play.screen, "desktop": desktop, "room": room, "guide": play.screen.guide}
    alive = {name: weakref.ref(thing) for name, thing in things.items()}
    window = play.window
    things.clear()
    del desktop, room, play
    window.show_page(QWidget())
    for _round in range(3):
        delete_now()
        with suppress(RuntimeError):
            gc.collect()
    left = [name for name, ref in alive.items() if ref() is not None]
    assert not left, f"still alive after the page was replaced: {left}"


PARTS = {
    "begin": begin,
    "undo": undo,
    "reset": reset,
    "resume": resume,
    "language": language,
    "large text": large_text,
    "keyboard only": keyboard_only,
    "pointer only": pointer_only,
    "targets": targets,
    "leaks": leaks,
}
