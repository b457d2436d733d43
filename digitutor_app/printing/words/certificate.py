"""The words of the certificate of participation (domain/5, 5.7)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that the sheet itself says in one language."""

    title: str
    name: str
    took_part: str
    time: str
    extent: str
    contents: str
    skills: str
    one_organiser: str
    organisers: str
    place_and_day: str
    place_caption: str
    signature: str
    name_in_print: str
    position: str
    small_print: tuple[str, ...]


WORDS = {
    "fi": Words(
        title="Osallistumistodistus",
        name="Nimi",
        took_part="on osallistunut {workshop} -työpajaan.",
        time="Aika:",
        extent="Laajuus:",
        contents="Sisältö:",
        skills="Osallistuja näytti itsenäisesti näitä taitoja:",
        one_organiser="Työpajan järjesti {organisers}.",
        organisers="Työpajan järjestivät {organisers}.",
        place_and_day="{place} {day}",
        place_caption="Paikka ja päiväys",
        signature="Allekirjoitus",
        name_in_print="Nimenselvennys",
        position="Tehtävänimike",
        small_print=(
            "Tämä on osallistumistodistus.",
            "Se ei ole tutkintotodistus eikä osaamismerkki.",
        ),
    ),
    "sv": Words(
        title="Deltagarintyg",
        name="Namn",
        took_part="har deltagit i workshopen {workshop}.",
        time="Tid:",
        extent="Omfattning:",
        contents="Innehåll:",
        skills="Deltagaren visade självständigt följande färdigheter:",
        one_organiser="Arrangör: {organisers}.",
        organisers="Arrangörer: {organisers}.",
        place_and_day="{place} {day}",
        place_caption="Ort och datum",
        signature="Underskrift",
        name_in_print="Namnförtydligande",
        position="Titel",
        small_print=(
            "Detta är ett deltagarintyg.",
            "Det är inte ett examensbevis eller ett kompetensmärke.",
        ),
    ),
    "en": Words(
        title="Certificate of participation",
        name="Name",
        took_part="has taken part in the workshop {workshop}.",
        time="Time:",
        extent="Extent:",
        contents="Content:",
        skills="The participant showed these skills independently:",
        one_organiser="Organised by {organisers}.",
        organisers="Organised by {organisers}.",
        place_and_day="{place}, {day}",
        place_caption="Place and date",
        signature="Signature",
        name_in_print="Name in print",
        position="Title",
        small_print=(
            "This is a certificate of participation.",
            "It is not a qualification or a competence badge.",
        ),
    ),
}
