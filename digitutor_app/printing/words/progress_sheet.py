"""The words of the progress sheet (domain/5, 5.4; the states of domain/2, 2.0)."""

from dataclasses import dataclass

from digitutor_app.domain.skills import SkillState


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that the sheet itself says in one language."""

    title: str
    first_name: str
    code: str
    keep: str
    goes_on: str
    workshop: str
    days: str
    extent: str
    skills: str
    states: dict[SkillState, str]
    no_skills: str
    new: str
    coming: str
    take_to_work: str
    who_helps: str
    own_support: str
    advice: str
    organisers: str
    printed: str
    page: str


WORDS = {
    "fi": Words(
        title="Omat digitaitoni",
        first_name="Etunimi",
        code="Koodisi",
        keep="Pidä tämä tallessa.",
        goes_on="Koodilla jatkat seuraavalla kerralla.",
        workshop="Työpaja:",
        days="Päivät:",
        extent="Aika:",
        skills="Taidot",
        states={
            SkillState.PRACTISED: "harjoiteltu",
            SkillState.GUIDED: "onnistui ohjatusti",
            SkillState.ALONE: "onnistui itse",
            SkillState.CAN: "osaa",
        },
        no_skills="Taidot tulevat tähän, kun harjoitus on alkanut.",
        new="Nyt osaat myös",
        coming="Seuraavaksi voit harjoitella",
        take_to_work="Vie työhön: yksi asia, jota kokeilen",
        who_helps="Kuka auttaa minua työpaikalla?",
        own_support="Oma IT-tuki:",
        advice="Kansalaisneuvonta 0295 000",
        organisers="Työpajan järjestäjä: {organisers}",
        printed="Tulostettu {day}",
        page="Sivu {number} / {count}",
    ),
    "sv": Words(
        title="Mina digitala färdigheter",
        first_name="Förnamn",
        code="Din kod",
        keep="Spara det här pappret.",
        goes_on="Med koden fortsätter du nästa gång.",
        workshop="Workshop:",
        days="Dagar:",
        extent="Tid:",
        skills="Färdigheter",
        states={
            SkillState.PRACTISED: "övat",
            SkillState.GUIDED: "lyckades med stöd",
            SkillState.ALONE: "lyckades själv",
            SkillState.CAN: "kan",
        },
        no_skills="Färdigheterna kommer hit när övningen har börjat.",
        new="Nu kan du också",
        coming="Det här kan du öva på härnäst",
        take_to_work="Ta med till jobbet: en sak som jag provar",
        who_helps="Vem hjälper mig på jobbet?",
        own_support="Egen IT-hjälp:",
        advice="Medborgarrådgivningen 0295 000",
        organisers="Arrangör: {organisers}",
        printed="Utskriven {day}",
        page="Sida {number} / {count}",
    ),
    "en": Words(
        title="My digital skills",
        first_name="First name",
        code="Your code",
        keep="Keep this paper.",
        goes_on="With the code you can go on next time.",
        workshop="Workshop:",
        days="Days:",
        extent="Time:",
        skills="Skills",
        states={
            SkillState.PRACTISED: "practised",
            SkillState.GUIDED: "succeeded with guidance",
            SkillState.ALONE: "succeeded alone",
            SkillState.CAN: "can do",
        },
        no_skills="Skills come here when the first exercise has begun.",
        new="Now you can also",
        coming="Next you can practise",
        take_to_work="Take to work: one thing that I will try",
        who_helps="Who helps me at work?",
        own_support="Our own IT support:",
        advice="Citizens' advice 0295 000",
        organisers="Organised by {organisers}",
        printed="Printed {day}",
        page="Page {number} of {count}",
    ),
}
