"""Every Finnish text follows the rules of domain/6: exercises, modules, and the words of the
program; and the rules see what they should."""

import tomllib

import pytest

from digitutor_app.app.exercise_check.marked_language import interface_words
from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.wording import INTERFACE, complaints, complaints_of, sentences
from digitutor_app.i18n.places import exercises
from tests.content.drafts_shelf import drafts
from tests.content.kinds import KINDS

LANGUAGE = "fi"
# Sentences of the program that break a rule on purpose: each with its reason.
ON_PURPOSE = {
    "Tätä ei tarvita nyt.": "given for G13 in domain/2: nobody did anything that could be named",
    "Aloita tästä. Nimeä ei tarvita. Mitään ei voi rikkoa.": "the first page asks for nothing",
    "Sulki ikkunan, jota tarvitaan.": "told to a tutor on the call card",
    "Todistukseen tarvitaan vähintään {hours}.": "told to an organiser: a rule, no act",
    "Kansio: {folder}\nPaikka: {file}, {place}\nOdotettiin: {expected}": "told to an author",
    "Ohjelma ei muuttanut sitä. Kirjoita salalause, joka valittiin aiemmin.": "who chose it is "
    "not known",
    "Kirjoita tähän salalause, joka valittiin tälle koneelle.": "who chose it is not known",
    "Tässä on {length} merkkiä ilman välilyöntejä. Tarvitaan vähintään {count}. "
    "Lisää yksi sana.": "a rule, no act",
    "Tallennetaan…": "the program does it: there is no word for that without a passive",
    "Avataan…": "the program does it",
    "Kirjoita taidoista, ei ihmisestä.": "no passive: a noun",
    "Tulostin ei ota papereita vastaan.": "no passive: ottaa vastaan",
    "Tarkistetaan…": "the program does it",
    "Kirjoita tähän PIN, joka valittiin tälle koneelle.": "who chose it is not known",
    "aloitettiin alusta": "how an attempt ended: in a table for tutors",
    "KANSIO": "what a command line calls a value that one gives",
    "Kuvat ja fontti": "told to an organiser by self-check",
    "tietokansio; muuten käyttäjän oma tietokansio": "told to an organiser by --help",
}


def found_in(catalogue):
    """One line for each complaint: folder, data set, key, reason."""
    for exercise_id in catalogue.sound_ids(LANGUAGE):
        exercise = catalogue.exercise(exercise_id)
        for data_set in exercise.data:
            words = catalogue.text(exercise_id, LANGUAGE, data_set)
            for reason in complaints_of(words, exercise.level):
                yield f"{exercise_id} {data_set}: {reason}"


def test_the_exercises_speak_as_agreed():
    catalogue = Catalogue(exercises(), KINDS.problem)
    assert catalogue.sound_ids(LANGUAGE), "there is something to read"
    assert "\n".join(found_in(catalogue)) == ""


def test_the_drafts_speak_as_agreed(tmp_path):
    assert "\n".join(found_in(drafts(tmp_path))) == ""


def test_the_modules_and_buttons_speak_as_agreed():
    resources = exercises().parent / "resources" / "languages" / LANGUAGE
    files = [*exercises().glob(f"*/module.{LANGUAGE}.toml"), *resources.glob("*.toml")]
    assert len(files) > 10
    told = [
        f"{file.parent.name}/{file.name}: {reason}"
        for file in files
        for text in texts(tomllib.loads(file.read_text(encoding="utf-8")))
        for reason in complaints(text, "B", "title")
    ]
    assert told == []


def texts(value):
    """Every text in a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)


def test_the_program_speaks_as_agreed():
    said = [(file, text) for file, words in interface_words() for text in words]
    assert len(said) > 300
    told = [
        f"{file.name}: {reason}: {text}"
        for file, text in said
        if "\n  digitutor" not in text and text not in ON_PURPOSE
        for reason in complaints(text, "C", INTERFACE)
    ]
    assert told == []


def test_what_is_said_on_purpose_is_still_said_and_still_breaks_a_rule():
    said = {text for _file, words in interface_words() for text in words}
    assert sorted(set(ON_PURPOSE) - said) == []
    assert [text for text in ON_PURPOSE if not complaints(text, "C", INTERFACE)] == []


#: domain/6, 6.2, number: the bad text, the field it would stand in, and what is said of it. Where
#: a number is missing no rule for a machine covers it (a question, an empty promise, a reproach).
BAD = {
    1: ("Klikkaamalla hiiren kakkospainiketta saadaan auki pikavalikko.", "instruction",
        ["passiivi", "lauseenvastike", "sanastossa", "ohje alkaa"]),
    2: ("Tiedosto tulee siirtää sille tarkoitettuun alihakemistoon.", "instruction",
        ["ohje alkaa", "sanastossa"]),
    3: ("Väärin! Yritä uudelleen.", "mistake", ["ei kuulu palautteeseen", "huutomerkkiä"]),
    4: ("Syötä kirjautumistietosi ja autentikoidu.", "instruction",
        ["vaikea sana", "sanastossa", "ohje alkaa"]),
    5: ("Tämä on helppo tehtävä, teet sen hetkessä!", "context",
        ["ei kuulu palautteeseen", "kiirettä ei ole"]),
    6: ("Mikäli Caps Lock on aktivoituna, deaktivoi se.", "mistake", ["vaikea sana"]),
    7: ("Et ole tehnyt mitään 30 sekuntiin.", "mistake", ["ei kuulu palautteeseen"]),
    8: ("Skrollaa alas ja etsi listasta oma nimesi.", "instruction", ["sanastossa", "ohje alkaa"]),
    9: ("Istunto vanhentui. Kaikki tallentamattomat tiedot menetettiin.", INTERFACE, ["passiivi"]),
    11: ("Loistavaa!!! Olet mestari! 5/5 pistettä!", "success",
         ["ei kuulu palautteeseen", "enintään yksi huutomerkki", "pisteitä"]),
    12: ("Huolehdi siitä, ettei arkaluonteisia henkilötietoja sisältäviä viestejä välitetä "
         "suojaamatonta kanavaa käyttäen.", "goal", ["sanaa, enintään 10", "merkkiä, enintään 60"]),
    13: ("Tarkista URL:n domain ennen linkin klikkaamista.", "instruction", ["sanastossa"]),
    14: ("Senioreille on tarjolla isompi fontti.", INTERFACE, ["sana ihmisistä", "sanastossa"]),
    15: ("Taulukkolaskentaohjelman summafunktiolla lasketaan lukualueen yhteismäärä.",
         "instruction", ["passiivi", "merkkiä, enintään 60", "ohje alkaa"]),
    16: ("Älä unohda liitettä!", "mistake", ["huutomerkkiä"]),
    17: ("Aikaa jäljellä 02:15", INTERFACE, ["13.30", "kiirettä ei ole"]),
    18: ("Lähtötasotestisi tulos: 6/20 (taso A).", INTERFACE, ["pisteitä"]),
    19: ("Käyttäjä voi halutessaan peruuttaa edellisen toiminnon.", INTERFACE,
         ["sana ihmisistä", "lauseenvastike"]),
    20: ("Ongelmatilanteissa ota yhteyttä tukihenkilöön.", "instruction",
         ["ohje alkaa", "sanastossa"]),
}  # fmt: skip
GOOD = {
    1: ("Paina hiiren oikeaa painiketta. Valikko avautuu.", "instruction"),
    2: ("Siirrä tiedosto kansioon Hoitosuunnitelmat.", "instruction"),
    3: ("Tiedosto meni kansioon Lomakkeet. Paina Peru ja kokeile uudestaan.", "mistake"),
    4: ("Kirjoita käyttäjätunnus. Kirjoita salasana. Paina Kirjaudu.", "instruction"),
    5: ("Tässä tehtävässä avaat kansion. Aikaa on riittävästi.", "context"),
    6: ("Kirjaimet ovat isoja. Paina Caps Lock kerran.", "mistake"),
    7: ("Haluatko vihjeen? Kiirettä ei ole.", INTERFACE),
    8: ("Vieritä listaa alas. Etsi oma vuorosi.", "instruction"),
    9: ("Tauko oli pitkä. Työsi on tallessa. Paina Jatka.", INTERFACE),
    10: ("Poistetaanko ruokalista? Saat sen takaisin Roskakorista.", INTERFACE),
    11: ("Hyvä. Vastasit viestiin ja lähetit sen.", "success"),
    12: ("Viestissä on asiakkaan tietoja. Älä lähetä sitä tavallisella sähköpostilla.", "mistake"),
    13: ("Vie osoitin linkin päälle. Lue osoite ruudun alareunasta. Onko se tuttu?", "instruction"),
    14: ("Voit suurentaa tekstiä. Napsauta Aa.", "mistake"),
    15: ("Napsauta tyhjää solua lukujen alla. Paina Summa ja Enter. Näet tuloksen.", "instruction"),
    16: ('Viestissä lukee "liitteenä". Lisää liite ennen lähettämistä.', "mistake"),
    17: ("Voit jatkaa myöhemmin. Työsi on tallessa.", INTERFACE),
    18: ("Kiitos. Aloitetaan hiirestä. Sieltä on hyvä jatkaa.", None),
    19: ("Paina Peru. Viimeinen tekosi peruuntuu.", "instruction"),
    20: ("Jäitkö jumiin? Paina Kutsu tutor. Tutor tulee luoksesi.", INTERFACE),
}


@pytest.mark.parametrize("number", BAD)
def test_the_bad_ones_of_the_twenty_are_caught(number):
    text, kind, wanted = BAD[number]
    reasons = complaints(text, "A", kind)
    for expected in wanted:
        assert any(expected in reason for reason in reasons), (expected, reasons)


@pytest.mark.parametrize("number", [number for number, (_text, kind) in GOOD.items() if kind])
def test_the_good_ones_of_the_twenty_pass(number):
    assert complaints(*GOOD[number][:1], "A", GOOD[number][1]) == []


def test_the_one_good_one_with_a_passive_is_known():
    """Let us begin: Finnish has no other form for it."""
    [reason] = complaints(GOOD[18][0], "A", INTERFACE)
    assert reason == 'passiivi: "aloitetaan"'


PASS = [
    "Avaa kansio. Aikaa on riittävästi.",
    "Napsauta kansiota ikkunan vasemmassa reunassa.",
    "Raahaa vasemmalla painikkeella.",
    "Valitse aika 13.30. Vastaa ti 14.10. mennessä.",
    "Paina samalla Vaihto pohjaan.",
    "Vie tiedosto nettiin ja pakettiin.",
    "Napsauta kaksi kertaa nopeasti.",
]
CAUGHT = {
    "Avaa kansio, joka on aivan helppo löytää.": "ei kuulu palautteeseen",
    "Katso!! Tee se nyt!": "enintään yksi huutomerkki",
    "Avaa esim. kansio.": "vaikea sana tai lyhenne",
    "Avaa kansio, lista jne.": "vaikea sana tai lyhenne",
    "Avaa mm. kansio.": "vaikea sana tai lyhenne",
    "Avaa ns. kansio.": "vaikea sana tai lyhenne",
    "Avaa kyseinen kansio.": "vaikea sana tai lyhenne",
    "Avaa kansio, jolloin lista näkyy.": "vaikea sana tai lyhenne",
    "Valitse mahdollisuus.": "vaikea sana tai lyhenne",
    "Paina ja suorita tehtävä.": "vaikea sana tai lyhenne",
    "Tiedosto siirretään kansioon.": "passiivi",
    "Avaa tiedosto, jota ei tehdä itse.": "passiivi",
    "Avaa kansio, joka tehtiin eilen.": "passiivi",
    "Paina painiketta avattuasi kansion.": "lauseenvastike",
    "Paina Enter kirjoittaessasi.": "lauseenvastike",
    "Avaa lista katsomatta muuta.": "lauseenvastike",
    "Valitse aika 13:30.": "13.30",
    "Paina HETI.": "isot kirjaimet",
    "Paina heti nyt.": "kiirettä ei ole",
    "Avaa kansio ja etsi tiedosto ja sulje se ja avaa se uudestaan.": "sanaa, enintään 10",
    "Avaa tiedosto hoitosuunnitelma_huone12 kansiosta hoitosuunnitelmat.": "merkkiä, enintään 60",
    "Katso, kuinka digitaidoton mummo avaa sen.": "sana ihmisistä",
    "Liitteet löytyvät täältä.": "ohje alkaa",
    **{
        f"Paina, {word} löytyy.": "ei kuulu palautteeseen"
        for word in ("virhe", "epäonnistui", "huono", "vain", "yksinkertaisesti", "tietenkin",
                     "taas", "mahtavaa", "et osannut")
    },
    **{
        f"Katso {word} tarkasti.": "sanastossa on toinen sana"
        for word in ("kursoria", "folderia", "browseria", "cookieta", "meiliä", "attachmentia",
                     "tabi", "mikkiä", "sheettiä", "portaalia", "mentoria", "shift", "backspace",
                     "hyperlinkkiä", "passua", "useria", "MFA", "phishingiä", "Excel", "windowia")
    },
}  # fmt: skip


@pytest.mark.parametrize("text", PASS)
def test_other_good_sentences_pass(text):
    assert complaints(text, "A", "instruction") == []


@pytest.mark.parametrize("text", CAUGHT)
def test_other_bad_sentences_are_caught(text):
    reasons = complaints(text, "A", "instruction")
    assert any(CAUGHT[text] in reason for reason in reasons), reasons


def test_hints_have_no_exclamation_mark_and_praise_has_at_most_one():
    assert complaints("Paina Peru!", "A", "mistake")
    assert complaints("Hyvä! Siirsit tiedoston.", "A", "success") == []
    assert complaints("Hyvä! Siirsit tiedoston!", "A", "success")


def test_a_title_may_name_what_a_hint_may_not():
    assert complaints("Korjaa virhe", "A", "title") == []
    assert complaints("Tässä on virhe.", "A", "mistake")


def test_levels_have_their_own_length():
    eleven = "Avaa kansio ja etsi sieltä tiedosto ja katso sen uusi nimi."
    assert len(eleven.split()) == 11
    assert complaints(eleven, "A", "goal")
    assert complaints(eleven, "B", "goal") == []


def test_numbers_end_no_sentence():
    assert sentences("Vuoro on ti 14.10. kello 13.30. Katso lista.") == [
        "Vuoro on ti 14.10. kello 13.30.",
        "Katso lista.",
    ]


def test_a_list_and_a_document_have_their_measure(shelf):
    def told():
        catalogue = shelf.catalogue()
        return list(complaints_of(catalogue.text("files-01", "fi", "a"), "A"))

    before = told()
    shelf.spoil(shelf.text, 'plan = "Lue {plan}."', f'plan = "{"a" * 61}"')
    assert [reason for reason in told() if reason not in before] == [
        f"documents.plan: rivillä 61 merkkiä, enintään 60: {'a' * 61}"
    ]
