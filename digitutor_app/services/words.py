"""Words for facts, the same on every screen and paper: skill states, modes, levels."""

from collections import Counter
from collections.abc import Iterable

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.people import Person
from digitutor_app.domain.skills import SkillState
from digitutor_app.i18n import _


def skill_state_word(state: SkillState) -> str:
    """How well, in words (domain/2, 2.0)."""
    return {
        SkillState.NOT_TRIED: _("ei vielä kokeiltu"),
        SkillState.PRACTISED: _("harjoiteltu"),
        SkillState.GUIDED: _("onnistui ohjatusti"),
        SkillState.ALONE: _("onnistui itse"),
        SkillState.CAN: _("osaa"),
    }[state]


def own_state_word(state: SkillState) -> str:
    """The same, said to the person."""
    words = {SkillState.PRACTISED: _("harjoittelet nyt"), SkillState.CAN: _("osaat")}
    return words.get(state) or skill_state_word(state)


def exercise_state_word(state: SkillState) -> str:
    """How far the person is with one exercise, said to the person."""
    return {
        SkillState.NOT_TRIED: _("uusi"),
        SkillState.PRACTISED: _("aloitettu"),
        SkillState.GUIDED: _("tehty ohjatusti"),
        SkillState.ALONE: _("tehty itse"),
        SkillState.CAN: _("osaat"),
    }[state]


def state_meaning(state: SkillState) -> str:
    """What a state of a skill means, in one line, said to the person; "" for not tried."""
    return {
        SkillState.NOT_TRIED: "",
        SkillState.PRACTISED: _("Olet aloittanut tämän."),
        SkillState.GUIDED: _("Teit tämän ohjeiden avulla."),
        SkillState.ALONE: _("Teit tämän itse."),
        SkillState.CAN: _("Osaat tehdä tämän itse."),
    }[state]


def mode_meaning(mode: Mode) -> str:
    """What happens in a mode, in one line."""
    return {
        Mode.WATCH: _("Ohjelma näyttää tehtävän. Sinä katsot."),
        Mode.GUIDED: _("Saat ohjeen joka vaiheeseen."),
        Mode.ALONE: _("Saat tavoitteen. Vihje auttaa, kun haluat."),
        Mode.VARIATION: _("Teet saman uusilla nimillä ja paikoilla."),
    }[mode]


def mode_word(mode: Mode) -> str:
    """The name of a way to do an exercise."""
    return {
        Mode.WATCH: _("Katso"),
        Mode.GUIDED: _("Ohjatusti"),
        Mode.ALONE: _("Itse"),
        Mode.VARIATION: _("Toisin"),
    }[mode]


def level_word(level: str) -> str:
    """The label of a task's level; never of a person."""
    return {"A": _("Alku"), "B": _("Perus"), "C": _("Jatko")}[level]


def person_word(person: Person) -> str:
    """What to call somebody on a tutor's page: first name, else code, else that there is none."""
    return person.call_name or _("Osallistuja ilman koodia")


def told_apart(people: Iterable[Person]) -> dict[str, str]:
    """What to call each of these people (by id): whoever shares a first name has the code too."""
    everybody = {person.id: person for person in people}
    named = Counter(person.first_name for person in everybody.values())
    return {
        person_id: _("{name} ({code})").format(name=person.first_name, code=person.code)
        if person.first_name and person.code and named[person.first_name] > 1
        else person_word(person)
        for person_id, person in everybody.items()
    }


def tutor_pages() -> list[tuple[str, str]]:
    """The pages of the tutor that stand side by side: (key, name), in the order of the menu."""
    return [
        ("now", _("Nyt")),
        ("people", _("Osallistujat")),
        ("workshops", _("Työpajat")),
        ("papers", _("Paperit")),
        ("data", _("Tiedot ja koneet")),
    ]


def pin_pages(*, rehearsal: bool = False) -> list[tuple[str, str]]:
    """The pages behind a practice laptop's PIN: (key, name), in the order of the menu.

    During a rehearsal no tutor's machine is made: it would go with the rehearsal.
    """
    pages = [
        ("now", _("Nyt")),
        ("people", _("Osallistujat")),
        ("laptop", _("Tämä kone")),
        ("pin", _("Koneen PIN")),
    ]
    return pages if rehearsal else [*pages, ("gate", _("Tutorin kone"))]
