"""Every guard that plays, in the order in which an author wants to hear of it."""

from collections.abc import Callable
from dataclasses import dataclass

from digitutor_app.app.exercise_check import (
    guards_done,
    guards_going_on,
    guards_language,
    guards_mistakes,
    guards_ways,
)
from digitutor_app.app.exercise_check.bench import Bench
from digitutor_app.app.exercise_check.case import (
    Case,
    Cases,
    each_choice,
    each_mistake,
    each_way,
    guided,
    in_both_modes,
    in_turns,
    once,
)
from digitutor_app.i18n import N_


@dataclass(frozen=True, slots=True)
class Guard:
    """``hold`` raises UnsoundError when the case is not as ``title`` says (Finnish, unmarked).

    ``cases`` gives what it is repeated over.
    """

    id: str
    title: str
    cases: Cases
    hold: Callable[[Bench, Case], None]


GUARDS = (
    Guard("walkthrough", N_("mallitapa vie loppuun"), in_both_modes, guards_done.walkthrough),
    Guard("way", N_("muut tavat vievät loppuun"), each_way, guards_ways.each_way),
    Guard("mistake", N_("erehdykset saavat vihjeensä"), each_mistake, guards_mistakes.each_mistake),
    Guard(
        "choice",
        N_("toiset vastaukset saavat vihjeensä"),
        each_choice,
        guards_mistakes.each_wrong_choice,
    ),
    Guard("hints", N_("vihjeet auttavat joka vaiheessa"), in_turns, guards_going_on.shown_by_hints),
    Guard("keys", N_("pelkät näppäimet riittävät"), in_turns, guards_ways.keys_only),
    Guard("pointer", N_("pelkkä hiiri riittää"), in_turns, guards_ways.pointer_only),
    Guard("last", N_("viimeinen teko ratkaisee"), in_turns, guards_done.last_action),
    Guard("nothing", N_("odotus ei vie eteenpäin"), in_turns, guards_done.nothing_done),
    Guard("small", N_("pieni ikkuna ja iso teksti riittävät"), guided, guards_done.small_windows),
    Guard("saved", N_("tallennus säilyttää kaiken"), in_turns, guards_going_on.saved_and_opened),
    Guard("anew", N_("alusta voi aloittaa uudelleen"), in_turns, guards_going_on.begun_anew),
    Guard("language", N_("kieli voi vaihtua kesken"), once, guards_language.changed),
)
