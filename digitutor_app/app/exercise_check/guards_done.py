"""Guards about the end: the walkthrough leads there, and nothing less does."""

from digitutor_app.app.exercise_check.bench import Bench, Place
from digitutor_app.app.exercise_check.case import Case, last_deciding
from digitutor_app.app.exercise_check.play import Play
from digitutor_app.app.exercise_check.spoken import in_step
from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.exercise import Step, StepKind
from digitutor_app.i18n import _

MINUTES = 10
#: Width, height and text scale of windows in which an exercise must work too.
SMALL: tuple[Place, ...] = ((1093, 582, 1.0), (1366, 728, 2.0), (1093, 582, 2.0), (940, 700, 1.25))


def walkthrough(bench: Bench, case: Case) -> None:
    """It ends done, and each step leads to the next."""
    play = bench.play(case, watched=True)
    for step in case.exercise.steps:
        _stands_at(play, step)
        _points_at_something(play, step)
        play.pass_step(step)
        if play.step is step and not play.ended:
            undone = _("{step}: mallitavan jälkeen vaihe ei ole valmis. {last}")
            play.complain(undone.format(step=in_step(step), last=play.last_seen()))
    if play.ended != 1:
        unended = _("koko mallitavan jälkeen harjoitus ei ole valmis. {last}")
        play.complain(unended.format(last=play.last_seen()))
    _attempt_is_clean(play)


def _stands_at(play: Play, step: Step) -> None:
    """The page shows this step and its words."""
    if play.ended:
        early = _("harjoitus on valmis jo ennen tätä: {step}")
        play.complain(early.format(step=in_step(step)))
    if play.step is None or play.step.id != step.id:
        shown = play.step.id if play.step else ""
        other = _('nyt pitäisi olla {step}, mutta ohje on vaiheessa "{shown}"')
        play.complain(other.format(step=in_step(step), shown=shown))
    wanted = play.words_of(step)
    if play.instruction() != wanted:
        words = _('{step}: ohjeen pitäisi sanoa "{wanted}", mutta se sanoo "{said}"')
        play.complain(words.format(step=in_step(step), wanted=wanted, said=play.instruction()))


def _points_at_something(play: Play, step: Step) -> None:
    """In Ohjatusti a target that answers is outlined, so that hint 2 can point."""
    guidance = play.practice.run.guidance()
    if step.kind is not StepKind.DO or play.case.mode is not Mode.GUIDED:
        return
    if not guidance.outlined:
        nothing = _("{step}: ohjauksella ei ole mitään, mitä osoittaa")
        play.complain(nothing.format(step=in_step(step)))
    if guidance.live is not None and guidance.outlined not in guidance.live:
        dead = _("{step}: kohde {target} ei vastaa, kun ohjaus on päällä")
        play.complain(dead.format(step=in_step(step), target=guidance.outlined))


def _attempt_is_clean(play: Play) -> None:
    """A straight walkthrough is kept as done, without mistakes and hints."""
    if made := play.practice.run.tally.mistakes:
        counted = _("mallitapa on samalla erehdys: {mistakes}")
        play.complain(counted.format(mistakes=", ".join(made)))
    [attempt] = play.attempts()
    kept = (attempt.end, attempt.steps_done, attempt.hint, attempt.undos, attempt.mode)
    steps = len(play.case.exercise.steps)
    if kept != (AttemptEnd.DONE, steps, 0, 0, play.case.mode):
        play.complain(_("muistiin jäi muuta kuin pitäisi: {kept}").format(kept=kept))


def small_windows(bench: Bench, case: Case) -> None:
    """It can be done in a small window and in large text."""
    number = case.exercise.data.index(case.data_set)
    for place in SMALL[number :: len(case.exercise.data)]:
        play = bench.play(case, place)
        for step in case.exercise.steps:
            play.pass_step(step)
        if not play.ended:
            width, height, scale = place
            told = _("ikkunassa {width} x {height} ja tekstin koolla {scale} % ei tule valmista")
            play.complain(told.format(width=width, height=height, scale=round(scale * 100)))


def last_action(bench: Bench, case: Case) -> None:
    """Without its last deciding action it does not end."""
    last = last_deciding(case.exercise)
    if last is None:
        return
    play = bench.play(case)
    play.go_to(last.id)
    *others, deciding = play.practice.run.actions_left()
    play.do(others, in_step(last))
    play.screen.tick()
    if play.ended or play.step is not last:
        play.complain(_("{step}: se on valmis jo ennen viimeistä tekoa").format(step=in_step(last)))
    play.do([deciding], in_step(last))
    if play.step is last and not play.ended:
        undecided = _("{step}: viimeinen teko ei ratkaise. {last}")
        play.complain(undecided.format(step=in_step(last), last=play.last_seen()))


def nothing_done(bench: Bench, case: Case) -> None:
    """Doing nothing ends nothing, changes nothing and is no mistake; help is offered."""
    play = bench.play(case)
    before = play.moment().rows
    for _minute in range(MINUTES):
        bench.clock.forward(60)
        play.screen.tick()
    first = case.exercise.steps[0]
    if play.ended or play.step is not first or play.moment().rows != before:
        play.complain(_("harjoitus etenee itsestään"))
    named = {mistake.id for mistake in case.exercise.mistakes}
    if made := named & set(play.practice.run.tally.mistakes):
        counted = _("pelkkä odotus on erehdys: {mistakes}")
        play.complain(counted.format(mistakes=", ".join(made)))
    offer = _("Haluatko vihjeen? Paina Vihje. Kiirettä ei ole.")
    if first.kind is StepKind.DO and offer not in play.said():
        play.complain(_("ohje ei kysy vihjeestä, kun kädet lepäävät pitkään"))
