"""Guards about mistakes: each can be made, its hint is shown, and Peru takes it back exactly."""

import re

from digitutor_app.app.exercise_check.bench import Bench
from digitutor_app.app.exercise_check.case import Case
from digitutor_app.app.exercise_check.play import Moment, Play
from digitutor_app.i18n import _
from digitutor_app.practice.nodes import ROOTS


def each_mistake(bench: Bench, case: Case) -> None:
    """It shows its hint, Peru takes it back, and the exercise can still be done."""
    play = bench.play(case, watched=True)
    mistake, where = case.mistake, _where(case.what)
    play.go_to(mistake.at)
    if play.practice.run.tally.mistakes:
        way = _("{where}: jo matka vaiheeseen {step} on erehdys")
        play.complain(way.format(where=where, step=mistake.at))
    before, moments = play.moment(), play.watched()
    play.do(mistake.provoke, where)
    if mistake.still_for:
        hint = play.practice.run.guidance().hint
        if hint is not None and hint.mistake == mistake.id:
            soon = _("{where}: vihjeen pitäisi tulla {seconds} sekunnin päästä, mutta se tuli heti")
            play.complain(soon.format(where=where, seconds=mistake.still_for))
        bench.clock.forward(mistake.still_for)
        play.screen.tick()
    _tells_its_hint(play)
    _is_taken_back(play, before, moments)
    play.finish()
    if not play.ended:
        play.complain(_("{where}: Perun jälkeen harjoitus ei tule valmiiksi").format(where=where))


def _tells_its_hint(play: Play) -> None:
    """The guide card shows the words of this mistake, with the name of what it happened to."""
    mistake, where = play.case.mistake, _where(play.case.what)
    hint = play.practice.run.guidance().hint
    if hint is None or hint.mistake != mistake.id:
        seen = "-" if hint is None else hint.mistake or hint.kind.value
        other = _('{where}: "provoke" ei tuo tämän erehdyksen vihjettä (vihje nyt: {hint}). {last}')
        play.complain(other.format(where=where, hint=seen, last=play.last_seen()))
    written = play.practice.text.mistakes[mistake.id]
    names = "|".join(re.escape(n) for n in sorted(_shown_names(play), key=len, reverse=True))
    wanted = re.escape(written).replace(re.escape("{last}"), f"(?:{names})")
    if re.search(rf"^{wanted}$", play.said(), re.MULTILINE) is None:
        words = _('{where}: ohjeen pitäisi sanoa "{wanted}"; ohjeessa lukee: {said}')
        play.complain(words.format(where=where, wanted=written, said=play.said()))


def _shown_names(play: Play) -> set[str]:
    """The names of everything on the practice computer, as people see them."""
    computer = play.practice.computer
    nodes = (*(computer.files.node(root) for root in ROOTS), *computer.files.all())
    return {*(computer.words.name(node) for node in nodes), *computer.words.names.values()}


def _is_taken_back(play: Play, before: Moment, moments: list[Moment]) -> None:
    """Peru, once for each deed, brings back what stood before the first of them.

    A selection that was made before that deed belongs to the deed before, so it stays.
    """
    where = _where(play.case.what)
    stood = [moment for moment in moments if moment.deeds == before.deeds][-1]
    deeds = play.moment().deeds - before.deeds
    for _deed in range(deeds):
        play.press(_("Peru"))
    rows = play.moment().rows
    if rows != stood.rows:
        keys = sorted({*stood.rows, *rows})
        lost = [key for key in keys if stood.rows.get(key) != rows.get(key)]
        left = _("{where}: Peru ei tuo takaisin näitä: {rows}")
        play.complain(left.format(where=where, rows=", ".join(lost)))
    touched = sorted(key for key in stood.rows if stood.rows[key] != before.rows.get(key))
    if deeds and any(key.startswith("node:") for key in touched):
        loose = _("{where}: levyllä muuttui jotain, mitä Peru ei peru: {rows}")
        play.complain(loose.format(where=where, rows=", ".join(touched)))


def each_wrong_choice(bench: Bench, case: Case) -> None:
    """It shows its hint, the question stays, and the right answer is still taken."""
    play = bench.play(case)
    step_id, _dot, choice = case.what.partition(".")
    step = case.exercise.step(step_id)
    play.go_to(step_id)
    before = play.moment().rows
    play.choose(choice)
    hint = play.practice.text.mistakes[case.what]
    where = _where(case.what)
    if hint not in play.said():
        words = _('{where}: ohjeen pitäisi sanoa "{wanted}"; ohjeessa lukee: {said}')
        play.complain(words.format(where=where, wanted=hint, said=play.said()))
    stays = play.instruction() == play.words_of(step) and play.moment().rows == before
    if play.ended or not stays:
        play.complain(_("{where}: kysymyksen pitäisi jäädä näkyviin").format(where=where))
    play.answer(step)
    if play.step is step and not play.ended:
        deaf = _("{where}: sen jälkeen oikea vastaus ei kelpaa")
        play.complain(deaf.format(where=where))
    play.finish()
    [attempt] = play.attempts()
    if attempt.mistakes != {case.what: 1}:
        counted = _("{where}: muistiin jäivät erehdykset {kept}")
        play.complain(counted.format(where=where, kept=dict(attempt.mistakes)))


def _where(mistake_id: str) -> str:
    return _("erehdys {mistake}").format(mistake=mistake_id)
