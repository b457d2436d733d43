"""How complaints name a step, an action, and why an action could not be played."""

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Action, Step
from digitutor_app.i18n import _
from digitutor_app.room_kit.targets import Targets


def in_step(step: Step) -> str:
    """How a complaint names a step."""
    return _("vaihe {step}").format(step=step.id)


def written(action: Action) -> str:
    """An action in the words of exercise.toml."""
    options = "".join(f", {name} = {value!r}" for name, value in action.options.items())
    return f"{{ {action.verb} = {action.target!r}{options} }}".replace("'", '"')


def why_not(targets: Targets, action: Action, error: OurMistakeError) -> str:
    """Which target is not there or hidden, and what can be seen instead."""
    names = targets.names()
    seen = sorted(name for name in names if targets.look(name) is not None)
    for target in sorted(action.targets):
        if target in seen:
            continue
        hidden = _('kohde "{target}" on piilossa.')
        nowhere = _('kohdetta "{target}" ei ole.')
        told = (hidden if target in names else nowhere).format(target=target)
        return told + " " + _("Nyt näkyy: {seen}.").format(seen=", ".join(seen))
    return _("tekoa ei voinut tehdä: {error}").format(error=error)
