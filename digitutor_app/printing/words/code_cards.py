"""The words of the code cards; the notice is that of the screen (decisions, "Privacy")."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that a card itself says in one language."""

    title: str
    keep: str
    notice: str


WORDS = {
    "fi": Words(
        title="Koodikortit",
        keep="Pidä kortti tallessa.",
        notice=(
            "Ohjelma tallentaa koodisi, antamasi etunimen ja harjoitukset tälle koneelle. "
            "Voit pyytää poistamaan tiedot koska tahansa."
        ),
    ),
    "sv": Words(
        title="Kodkort",
        keep="Spara kortet.",
        notice=(
            "Programmet sparar din kod, det förnamn du ger och övningarna på den här datorn. "
            "Du kan när som helst be oss radera uppgifterna."
        ),
    ),
    "en": Words(
        title="Code cards",
        keep="Keep this card.",
        notice=(
            "The program saves your code, the first name you give and your exercises on this "
            "computer. You can ask us to delete the data at any time."
        ),
    ),
}
