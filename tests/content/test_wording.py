"""Every Finnish text of every exercise follows the rules of domain/6, and the rules see what they
should."""

import pytest

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.i18n.places import exercises
from tests.content.drafts_shelf import drafts
from tests.content.kinds import KINDS
from tests.content.wording import LONGEST_LINE, MOST_LINES, complaints, sentences

LANGUAGE = "fi"


def texts(words):
    """(key, kind, text) of everything that people read, names filled in."""
    for name in ("title", "context", "goal", "success", "ask"):
        yield name, name, getattr(words, name)
    for kind, table in (
        ("checklist", words.checklist),
        ("mistake", words.mistakes),
        ("difficulty", words.difficulties),
        ("advice", words.advice),
    ):
        for key, text in table.items():
            yield f"{kind} {key}", kind, text
    steps = {f"step {key}": step for key, step in words.steps.items()}
    ways = {f"way {way} {key}": step for (way, key), step in words.ways.items()}
    for key, step in (steps | ways).items():
        yield f"{key} instruction", "instruction", step.instruction
        yield f"{key} again", "again", step.again
        for choice, text in step.choices.items():
            yield f"{key} choice {choice}", "choice", text


def found_in(catalogue):
    """One line for each complaint: folder, data set, key, reason."""
    for exercise_id in catalogue.sound_ids(LANGUAGE):
        exercise = catalogue.exercise(exercise_id)
        for data_set in exercise.data:
            words = catalogue.text(exercise_id, LANGUAGE, data_set)
            where = f"{exercise_id} {data_set}"
            for key, kind, text in texts(words):
                for reason in complaints(text, exercise.level, kind):
                    yield f"{where}: {key}: {reason}"
            if len(words.checklist) > MOST_LINES:
                yield f"{where}: checklist: at most {MOST_LINES} lines"
            for key, document in words.documents.items():
                for line in document.splitlines():
                    if len(line) > LONGEST_LINE:
                        yield f"{where}: document {key}: a line longer than {LONGEST_LINE}"


def test_the_exercises_speak_as_agreed():
    catalogue = Catalogue(exercises(), KINDS.problem)
    assert catalogue.sound_ids(LANGUAGE), "there is something to read"
    assert "\n".join(found_in(catalogue)) == ""


def test_the_drafts_speak_as_agreed(tmp_path):
    assert "\n".join(found_in(drafts(tmp_path))) == ""


GOOD = [
    "Paina hiiren oikeaa painiketta. Valikko avautuu.",
    "Siirrä tiedosto kansioon Hoitosuunnitelmat.",
    "Kirjoita käyttäjätunnus. Kirjoita salasana. Paina Kirjaudu.",
    "Avaa kansio. Aikaa on riittävästi.",
    "Vieritä listaa alas. Etsi oma vuorosi.",
    "Vie osoitin linkin päälle. Lue osoite ruudun alareunasta.",
    "Napsauta tyhjää solua lukujen alla. Paina Summa ja Enter.",
    "Napsauta kansiota ikkunan vasemmassa reunassa.",
    "Raahaa vasemmalla painikkeella.",
    "Valitse aika 13.30. Vastaa ti 14.10. mennessä.",
    "Paina samalla Vaihto pohjaan.",
]
BAD = {
    "Klikkaamalla hiiren kakkospainiketta saadaan auki pikavalikko.": [
        "passive", "shortcut", "term list", "begins with"
    ],
    "Mikäli Caps Lock on aktivoituna, deaktivoi se.": ["hard word", "begins with"],
    "Väärin! Yritä uudelleen.": ["not in feedback", "begins with"],
    "Avaa kansio, joka on aivan helppo löytää.": ["not in feedback"],
    "Skrollaa alas ja etsi listasta oma nimesi.": ["term list", "begins with"],
    "Katso!! Tee se nyt!": ["one exclamation mark"],
    "Avaa esim. kansio.": ["hard word or abbreviation"],
    "Tiedosto siirretään kansioon.": ["passive", "begins with"],
    "Avaa tiedosto, jota ei tehdä itse.": ["passive"],
    "Paina painiketta avattuasi kansion.": ["shortcut"],
    "Valitse aika 13:30.": ["13.30"],
    "Paina HETI.": ["capitals"],
    "Avaa kansio ja etsi tiedosto ja sulje se ja avaa se uudestaan.": ["words, at most"],
    "Avaa tiedosto hoitosuunnitelma_huone12 kansiosta hoitosuunnitelmat.": ["letters in a line"],
    "Senioreille on isompi teksti.": ["about people", "begins with"],
}  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_good_sentences_pass(text):
    assert complaints(text, "A", "instruction") == []


@pytest.mark.parametrize("text", BAD)
def test_bad_sentences_do_not(text):
    reasons = complaints(text, "A", "instruction")
    for expected in BAD[text]:
        assert any(expected in reason for reason in reasons), (expected, reasons)


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
