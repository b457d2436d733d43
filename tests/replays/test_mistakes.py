"""Each named mistake: it can be made, its hint is shown, and Peru takes it back exactly."""

import re

import pytest

from tests.finding import said
from tests.replays.found import mistake_of, with_mistakes, with_wrong_choices


@with_mistakes()
def test_the_mistake_shows_its_hint_and_peru_takes_it_back(replay, case, mistake_id, clock):
    run = replay(case)
    mistake = mistake_of(run.exercise, mistake_id)
    where = f'mistake "{mistake.id}"'
    run.go_to(mistake.at)
    if run.practice.run.tally.mistakes:
        run.complain(f"{where}: the way to step {mistake.at!r} is a mistake by itself")
    before = run.moment()
    moments = run.watched()
    run.do(mistake.provoke, f"{where}, provoke")
    if mistake.still_for:
        hint = run.practice.run.guidance().hint
        if hint is not None and hint.mistake == mistake.id:
            run.complain(f"{where}: it is told at once, not after {mistake.still_for} seconds")
        clock.forward(mistake.still_for)
        run.screen.tick()
    tells_its_hint(run, mistake, where)
    takes_it_back(run, before, moments, where)
    run.finish()
    if not run.ended:
        run.complain(f"{where}: after Peru the exercise cannot be finished")


def tells_its_hint(run, mistake, where):
    """The guide card shows the words of this mistake, with the name of what it happened to."""
    hint = run.practice.run.guidance().hint
    if hint is None or hint.mistake != mistake.id:
        seen = "no hint" if hint is None else f"the hint {hint.mistake or hint.kind.value}"
        run.complain(f"{where}: what provokes it brings {seen}. {run.last_seen()}")
    written = run.text.mistakes[mistake.id]
    names = "|".join(re.escape(name) for name in sorted(run.shown_names(), key=len, reverse=True))
    wanted = re.escape(written).replace(re.escape("{last}"), f"(?:{names})")
    if re.search(rf"^{wanted}$", said(run.screen.guide), re.MULTILINE) is None:
        run.complain(
            f'{where}: the guide card should say "{written}". It says: {said(run.screen.guide)}'
        )


def takes_it_back(run, before, moments, where):
    """Peru, once for each deed, brings back what stood before the first of them.

    A selection that was made before that deed belongs to the deed before, so it stays.
    """
    stood = [moment for moment in moments if moment.deeds == before.deeds][-1]
    deeds = run.moment().deeds - before.deeds
    for _deed in range(deeds):
        run.press("Peru")
    if run.rows() != stood.rows:
        different = sorted(
            key for key in {*stood.rows, *run.rows()} if stood.rows.get(key) != run.rows().get(key)
        )
        run.complain(f"{where}: Peru does not bring back {', '.join(different)}")
    touched = {key for key in stood.rows if stood.rows[key] != before.rows.get(key)}
    if deeds and any(key.startswith("node:") for key in touched):
        run.complain(f"{where}: something on the disk changed outside a deed: {sorted(touched)}")


@with_wrong_choices()
def test_a_wrong_choice_shows_its_hint_and_the_question_stays(replay, case, step_id, choice):
    run = replay(case)
    run.go_to(step_id)
    step = run.step
    before = run.rows()
    run.choose(choice)
    shown = said(run.screen.guide)
    if run.text.mistakes[f"{step_id}.{choice}"] not in shown:
        run.complain(f'choice "{choice}" should show its hint, but the guide card says {shown}')
    assert run.instruction() == run.words_of(step)
    assert run.rows() == before
    assert not run.ended
    run.answer(step)
    if run.step is step and not run.ended:
        run.complain(f'after choice "{choice}" the right answer of step "{step_id}" is not taken')
    run.finish()
    [attempt] = run.attempts()
    assert attempt.mistakes == {f"{step_id}.{choice}": 1}


@pytest.mark.parametrize("nothing", [()])
def test_every_exercise_has_a_mistake_that_can_be_provoked(nothing):
    from tests.replays.found import CATALOGUE

    without = [
        exercise_id
        for exercise_id in CATALOGUE.sound_ids("fi")
        if not CATALOGUE.exercise(exercise_id).mistakes
    ]
    assert not without, f"no [[mistakes]] in {without}"
