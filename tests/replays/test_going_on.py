"""Saving and going on, beginning anew, and the demonstration: nothing is lost, nothing leaks."""

import gc
import weakref
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.exercise import StepKind
from tests.finding import find, said
from tests.looks import settle
from tests.replays.found import parametrised


def picture(run):
    """The practice computer as it looks when neither pointer nor keyboard is in it."""
    hint = find(run.screen, "Vihje")
    hint.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.mouseMove(hint, QPoint(5, 5))
    settle(run.window)
    return run.screen.frame.grab().toImage()


def stand(run):
    guidance = run.practice.run.guidance()
    hint = "" if guidance.hint is None else guidance.hint.kind
    shown = (guidance.step.id, guidance.number, guidance.of, guidance.way, hint)
    return shown, guidance.outlined, guidance.live, guidance.done_steps


def difference(one, other):
    """What two stands of the same thing do not share."""
    if not isinstance(one, dict):
        return f"{other} instead of {one}"
    parts = [key for key in {**one, **other} if one.get(key) != other.get(key)]
    return "; ".join(f"{key}: {difference(one.get(key), other.get(key))}" for key in parts)


@parametrised()
def test_after_every_step_another_window_goes_on_just_there(replay, window, case):
    run = replay(case)
    for step in run.exercise.steps[:-1]:
        run.pass_step(step)
        where = f'saved after step "{step.id}" and opened again'
        before = stand(run), run.practice.computer.to_plain(), run.instruction()
        looked = picture(run)
        run.resume(window())
        after = stand(run), run.practice.computer.to_plain(), run.instruction()
        for what, one, other in zip(("guidance", "book", "card"), before, after, strict=True):
            if one != other:
                run.complain(f"{where}: another {what}: {difference(one, other)}")
        if picture(run) != looked:
            run.complain(f"{where}: the practice computer looks different")
    run.pass_step(run.exercise.steps[-1])
    assert run.ended == 1
    [attempt] = run.attempts()
    assert attempt.steps_done == len(run.exercise.steps)


@parametrised()
def test_beginning_anew_in_the_middle(replay, case):
    run = replay(case)
    beginning, first = run.practice.computer.to_plain(), run.practice
    middle = run.exercise.steps[len(run.exercise.steps) // 2]
    run.go_to(middle.id)
    assert run.rows() != beginning["rows"]
    run.press("Alusta tehtävä")
    assert run.renewed == 1
    assert run.practice is first
    assert run.practice.computer.to_plain() == beginning
    assert run.step is run.exercise.steps[0]
    run.finish()
    assert {attempt.end for attempt in run.attempts()} == {AttemptEnd.RESTARTED, AttemptEnd.DONE}


@parametrised()
def test_the_third_hint_shows_the_step_and_puts_everything_back(replay, case):
    run = replay(case)
    shown = 0
    for step in run.exercise.steps:
        if step.kind is not StepKind.DO:
            run.answer(step)
            continue
        before = run.practice.computer.to_plain()
        run.press("Vihje")
        assert run.text.steps[step.id].again in said(run.screen.guide)
        run.press("Vihje")
        assert run.practice.run.guidance().arrow
        moments = run.watched()
        run.press("Vihje")
        where = f'demonstration of step "{step.id}"'
        if run.practice.run.guidance().hint.level == 4:
            run.complain(f"{where}: it could not be played")
        if all(moment.rows == before["rows"] for moment in moments):
            run.complain(f"{where}: nothing happened in it")
        if run.practice.computer.to_plain() != before:
            run.complain(f"{where}: it did not put everything back")
        if "Tee nyt sama itse." not in said(run.screen.guide):
            run.complain(f"{where}: afterwards the guide card says {said(run.screen.guide)}")
        shown += 1
        run.pass_step(step)
    assert run.ended
    [attempt] = run.attempts()
    assert (attempt.hint, attempt.steps_done) == (3, len(run.exercise.steps))
    assert shown


@parametrised(Mode.GUIDED)
def test_nothing_of_the_page_stays_when_it_is_replaced(replay, case):
    run = replay(case)
    run.go_to(run.exercise.steps[-1].id)
    screen = run.screen
    room = screen.desktop.room(run.exercise.room)
    things = {"page": screen, "desktop": screen.desktop, "room": room, "guide": screen.guide}
    alive = {name: weakref.ref(thing) for name, thing in things.items()}
    things.clear()
    del screen, room
    run.screen = None
    run.window.show_page(QWidget())
    let_go()
    left = [name for name, ref in alive.items() if ref() is not None]
    assert not left, f"still alive after the page was replaced: {left}"


def let_go():
    """Give Qt and Python the chance to delete what nobody holds."""
    for _round in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        with suppress(RuntimeError):
            gc.collect()
