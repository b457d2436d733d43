"""Each other written way: it ends done, nothing of it is refused, and guidance follows it."""

from digitutor_app.domain.attempts import AttemptEnd
from tests.replays.found import MODE_NAMES, stretches, way_of, with_ways


@with_ways()
def test_the_way_ends_done_and_guidance_follows(replay, case, way_id):
    run = replay(case)
    way = way_of(run.exercise, way_id)
    seen = []

    def look():
        """After each action: has the learner begun this way, and does guidance know it?"""
        if run.ended or way.begun is None or not run.holds(way.begun):
            return
        follows(run, way)
        seen.append(way.id)

    for stretch in stretches(run.exercise):
        closing = stretch[-1]
        if closing.id not in way.steps:
            for step in stretch:
                run.pass_step(step)
            continue
        run.do(way.steps[closing.id], f'way "{way.id}", step "{closing.id}"', look)
        if not run.ended and run.step is closing:
            run.complain(f'way "{way.id}" does not finish step "{closing.id}". {run.last_seen()}')
    if not run.ended:
        run.complain(f'by way "{way.id}" it is not done at the end. {run.last_seen()}')
    if way.begun is not None and not seen:
        run.complain(f'way "{way.id}": what stands in "begun" was never true while it was played')
    [attempt] = run.attempts()
    assert attempt.end is AttemptEnd.DONE
    if seen and attempt.way != way.id:
        run.complain(f'what was done by way "{way.id}" is kept as way "{attempt.way}"')


def follows(run, way):
    """The guide card and the outline are on this way."""
    guidance = run.practice.run.guidance()
    step = guidance.step
    where = f'way "{way.id}", step "{step.id}"'
    if guidance.way != way.id:
        run.complain(f'{where}: "begun" is true, but guidance follows "{guidance.way or "main"}"')
    if run.instruction() != run.words_of(step, way):
        run.complain(
            f'{where}: the guide card should say "{run.words_of(step, way)}", '
            f'but it says "{run.instruction()}"'
        )
    if MODE_NAMES[run.case.mode] == "Ohjatusti" and guidance.outlined:
        if run.screen.desktop.targets.look(guidance.outlined) is None:
            run.complain(f"{where}: {guidance.outlined} should be outlined, but is not in sight")
        if run.screen.desktop.overlay.outline is None:
            run.complain(f"{where}: there is no outline around {guidance.outlined}")
