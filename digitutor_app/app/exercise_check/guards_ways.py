"""Guards about ways: each other written way ends done, and every exercise suits every hand."""

from collections.abc import Sequence

from digitutor_app.app.exercise_check.bench import Bench
from digitutor_app.app.exercise_check.case import Case, stretches
from digitutor_app.app.exercise_check.play import Play
from digitutor_app.app.exercise_check.spoken import in_step
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import Action, Step, StepKind
from digitutor_app.i18n import N_, _

#: What a hand without the other one cannot do. (Letters are typed with the keyboard, by everyone.)
NOT_WITH = {
    "keys": frozenset({"drag", "hold", "carry", "let_go", "hover", "scroll"}),
    "pointer": frozenset({"key"}),
}
HANDS = {"keys": N_("pelkillä näppäimillä"), "pointer": N_("pelkällä hiirellä")}
#: Names of these parts of the room contract in ``RoomInfo.exempt``.
EXEMPT = {"keys": "keyboard only", "pointer": "pointer only"}
Road = list[tuple[Step, Sequence[Action]]]


def each_way(bench: Bench, case: Case) -> None:
    """The way ends done, nothing of it is refused, and guidance follows it."""
    play = bench.play(case, watched=True)
    way = case.way
    seen: list[str] = []

    def look() -> None:
        """After each action: has the learner begun this way, and does guidance know it?"""
        if not play.ended and way.begun is not None and play.holds(way.begun):
            _follows(play)
            seen.append(way.id)

    for stretch in stretches(case.exercise):
        closing = stretch[-1]
        if closing.id not in way.steps:
            for step in stretch:
                play.pass_step(step)
            continue
        play.do(way.steps[closing.id], _where(way.id, closing), look)
        if not play.ended and closing.id not in play.practice.run.guidance().done_steps:
            undone = _("{where}: vaihe ei tule valmiiksi. {last}")
            where = _where(way.id, closing)
            play.complain(undone.format(where=where, last=play.last_seen()))
    _is_kept(play, begun=bool(seen))


def _is_kept(play: Play, *, begun: bool) -> None:
    """The attempt is done and tells of this way."""
    way = play.case.way
    if not play.ended:
        undone = _("tapa {way}: harjoitus ei tule valmiiksi. {last}")
        play.complain(undone.format(way=way.id, last=play.last_seen()))
    [attempt] = play.attempts()
    if way.begun is not None and attempt.way != way.id:
        if not begun:
            never = _('tapa {way}: kohta "begun" ei ollut totta missään vaiheessa')
            play.complain(never.format(way=way.id))
        other = _('tapa {way}: muistiin jäi tapa "{kept}"')
        play.complain(other.format(way=way.id, kept=attempt.way))


def _follows(play: Play) -> None:
    """The guide card and the outline are on this way."""
    guidance, way = play.practice.run.guidance(), play.case.way
    if guidance.step is None or not _goes_here(play, guidance.step):
        return
    where = _where(way.id, guidance.step)
    if guidance.way != way.id:
        other = _('{where}: "begun" on totta, mutta ohjaus seuraa tapaa "{shown}"')
        play.complain(other.format(where=where, shown=guidance.way))
    wanted = play.words_of(guidance.step, way)
    if play.instruction() != wanted:
        words = _('{where}: ohjeen pitäisi sanoa "{wanted}", mutta se sanoo "{said}"')
        play.complain(words.format(where=where, wanted=wanted, said=play.instruction()))
    desktop, target = play.screen.desktop, guidance.outlined
    if play.case.mode is not Mode.GUIDED or not target:
        return
    if desktop.targets.look(target) is None:
        hidden = _("{where}: kohde {target} pitäisi kehystää, mutta se ei näy")
        play.complain(hidden.format(where=where, target=target))
    if desktop.overlay.outline is None:
        bare = _("{where}: kohteen {target} ympärillä ei ole kehystä")
        play.complain(bare.format(where=where, target=target))


def _goes_here(play: Play, step: Step) -> bool:
    """The way goes another road in the stretch of the step; elsewhere nothing follows it."""
    [stretch] = [part for part in stretches(play.case.exercise) if step in part]
    return stretch[-1].id in play.case.way.steps


def keys_only(bench: Bench, case: Case) -> None:
    """It can be done without the pointer."""
    _with_hands(bench, case, "keys")


def pointer_only(bench: Bench, case: Case) -> None:
    """It can be done without the keyboard, letters aside."""
    main = [action for step in case.exercise.steps for action in step.walkthrough]
    if any(action.verb in NOT_WITH["pointer"] for action in main):
        _with_hands(bench, case, "pointer")


def _with_hands(bench: Bench, case: Case, hands: str) -> None:
    if bench.exempt(case.exercise, EXEMPT[hands]):
        return
    play = bench.play(case, keyboard=hands == "keys")
    for stretch in stretches(case.exercise):
        for step, actions in _road(play, stretch, hands):
            if play.ended:
                break
            if step.kind is StepKind.DO:
                play.do(actions, in_step(step))
            else:
                play.answer(step)
    if not play.ended:
        undone = _("{hands} harjoitus ei tule valmiiksi. {last}")
        play.complain(undone.format(hands=_(HANDS[hands]), last=play.last_seen()))
    [attempt] = play.attempts()
    verbs = {a.verb for step in case.exercise.steps for a in step.walkthrough}
    if attempt.device != hands and verbs and "type" not in verbs:
        kept = _('{hands}: muistiin jäi käsi "{device}"')
        play.complain(kept.format(hands=_(HANDS[hands]), device=attempt.device))


def _road(play: Play, stretch: tuple[Step, ...], hands: str) -> Road:
    """Steps and actions of the first written road through a stretch that these hands can go."""
    closing = stretch[-1]
    roads: list[Road] = [[(step, step.walkthrough) for step in stretch]]
    roads += [
        [(closing, way.steps[closing.id])]
        for way in play.case.exercise.ways
        if closing.id in way.steps
    ]
    for steps in roads:
        if not any(action.verb in NOT_WITH[hands] for _step, part in steps for action in part):
            return steps
    none = _("{step}: mikään kirjoitettu tapa ei onnistu {hands}")
    return play.complain(none.format(step=in_step(closing), hands=_(HANDS[hands])))


def _where(way_id: str, step: Step) -> str:
    return _("tapa {way}, {step}").format(way=way_id, step=in_step(step))
