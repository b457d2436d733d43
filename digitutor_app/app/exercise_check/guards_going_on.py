"""Guards about stopping and starting: saving, beginning anew, and the demonstration of hint 3."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from digitutor_app.app.exercise_check.bench import Bench
from digitutor_app.app.exercise_check.case import Case, last_deciding
from digitutor_app.app.exercise_check.play import Play
from digitutor_app.app.exercise_check.seen_words import button
from digitutor_app.app.exercise_check.spoken import in_step
from digitutor_app.domain.attempts import AttemptEnd
from digitutor_app.domain.exercise import Step, StepKind
from digitutor_app.i18n import _
from digitutor_app.room_kit.hand import Hand


def saved_and_opened(bench: Bench, case: Case) -> None:
    """After every step another window goes on just there, and looks the same."""
    play = bench.play(case)
    for step in case.exercise.steps[:-1]:
        play.pass_step(step)
        before, looked = _stand(play), picture(play)
        play.practice.save()
        play.resume(bench.new_window())
        where = _("tallennettu ja avattu uudelleen, kun oli tehty {step}")
        told = where.format(step=in_step(step))
        if lost := difference(before, _stand(play)):
            play.complain(f"{told}: {lost}")
        if picture(play) != looked:
            play.complain(_("{where}: harjoituskone näyttää erilaiselta").format(where=told))
    play.pass_step(case.exercise.steps[-1])
    if play.ended != 1:
        play.complain(_("tallennusten jälkeen harjoitus ei tule valmiiksi"))


def _stand(play: Play) -> dict[str, Any]:
    """Everything that saving must keep."""
    guidance = play.practice.run.guidance()
    return {
        "computer": play.practice.computer.to_plain(),
        "step": guidance.step and guidance.step.id,
        "way": guidance.way,
        "hint": guidance.hint and guidance.hint.kind,
        "outlined": guidance.outlined,
        "live": guidance.live,
        "done": guidance.done_steps,
        "words": play.instruction(),
    }


def difference(one: Any, other: Any) -> str:
    """What two stands of the same thing do not share; "" when they are alike."""
    if one == other:
        return ""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return f"{other} ≠ {one}"
    parts = [key for key in {**one, **other} if one.get(key) != other.get(key)]
    return "; ".join(f"{key}: {difference(one.get(key), other.get(key))}" for key in parts)


def picture(play: Play) -> QImage:
    """The practice computer as it looks when neither pointer nor keyboard is in it."""
    hint = button(play.screen, _("Vihje"))
    if hint is not None:
        hint.setFocus(Qt.FocusReason.OtherFocusReason)
        Hand(play.screen).move(hint.mapToGlobal(hint.rect().center()))
    play.settle()
    return play.screen.frame.grab().toImage()


def begun_anew(bench: Bench, case: Case) -> None:
    """Alusta tehtävä in the middle brings back the beginning, and it can be done again."""
    play = bench.play(case)
    beginning = play.practice.computer.to_plain()
    play.go_to(case.exercise.steps[len(case.exercise.steps) // 2].id)
    play.press(_("Alusta tehtävä"))
    if lost := difference(beginning, play.practice.computer.to_plain()):
        play.complain(_("Alusta tehtävä ei tuo alkua takaisin: {lost}").format(lost=lost))
    if play.renewed != 1 or play.step is not case.exercise.steps[0]:
        play.complain(_("Alusta tehtävä ei palaa ensimmäiseen vaiheeseen"))
    play.finish()
    if {attempt.end for attempt in play.attempts()} != {AttemptEnd.RESTARTED, AttemptEnd.DONE}:
        play.complain(_("uudelleen aloitettu harjoitus ei tule valmiiksi"))


def shown_by_hints(bench: Bench, case: Case) -> None:
    """The hint ladder of each step: other words, an arrow, a demonstration that leaves no trace."""
    play = bench.play(case)
    for step in case.exercise.steps:
        if step.id in play.practice.run.guidance().done_steps:
            continue  # the hand that went on from the step before has done it on its way
        if step.kind is StepKind.DO:
            _climbs(play, step)
        play.pass_step(step)
    [attempt] = play.attempts()
    highest = 3 if last_deciding(case.exercise) else 0
    if (attempt.hint, attempt.steps_done) != (highest, len(case.exercise.steps)):
        play.complain(_("vihjeiden jälkeen muistiin jäi muuta kuin pitäisi"))


def _climbs(play: Play, step: Step) -> None:
    before = play.practice.computer.to_plain()
    vihje, where = _("Vihje"), in_step(step)
    play.press(vihje)
    again = play.practice.text.steps[step.id].again
    if again not in play.said():
        words = _('{step}: vihjeen 1 pitäisi sanoa "{wanted}"; ohjeessa lukee: {said}')
        play.complain(words.format(step=where, wanted=again, said=play.said()))
    play.press(vihje)
    if play.step is not step:
        return  # a hand that rests where it should has done it meanwhile
    if not play.practice.run.guidance().arrow:
        play.complain(_("{step}: vihjeessä 2 ei ole nuolta").format(step=where))
    moments = play.watched()
    play.press(vihje)
    guidance = play.practice.run.guidance()
    if guidance.hint is None or guidance.hint.level != 3:
        play.complain(_("{step}: vihjettä 3 ei voinut näyttää").format(step=where))
    if all(moment.rows == before["rows"] for moment in moments):
        play.complain(_("{step}: vihjeessä 3 ei tapahdu mitään").format(step=where))
    if lost := difference(before, play.practice.computer.to_plain()):
        told = _("{step}: vihjeen 3 jälkeen kaikki ei palannut: {lost}")
        play.complain(told.format(step=where, lost=lost))
