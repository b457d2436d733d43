"""What people write otherwise than the model, and is right all the same (domain/2, 2.0)."""

import pytest

from digitutor_app.app.exercise_check.case import Case
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import Action


def write(field, *lines):
    """Type lines into a field, Enter between them."""
    first, *others = lines
    actions = [Action("type", f"field:{field}", {"text": first})]
    for line in others:
        actions += [press("Enter", field), Action("type", f"field:{field}", {"text": line})]
    return actions


def press(key, field):
    return Action("key", key, {"on": f"field:{field}"})


def go(place):
    return Action("click", "field:note", {"caret": place})


CAPS = [press("CapsLock", "name")] * 2
NAME = write("name", "Liisa Esimerkki")
UNIT = write("unit", "Palvelukoti Esimerkkilä")
TIMES = {"time": "07.30", "date": "14.10.", "phone": "040 123 4567", "range": "8-16"}
ADDRESS = write("address", "matti.malli@esimerkkila.example")


def form(**otherwise):
    """The four fields of kbd-05, some of them written otherwise."""
    return [
        action for field, text in {**TIMES, **otherwise}.items() for action in write(field, text)
    ]


RIGHT = {
    "capitals, spaces, a full stop": (
        "kbd-02",
        write("list", "Ruisleipä  2 ", "KAHVI 1", " maito 4."),
    ),
    "an empty line at the ends": (
        "kbd-02",
        write("list", "", "ruisleipä 2", "kahvi 1", "maito 4", ""),
    ),
    "the lower field first": ("kbd-04", [*UNIT, *CAPS, *NAME]),
    "two spaces in a name": ("kbd-04", [*write("name", "Liisa  Esimerkki."), *CAPS, *UNIT]),
    "Caps Lock at the end": ("kbd-04", [*NAME, *UNIT, *CAPS]),
    "short forms": ("kbd-05", form(time="7.30", date="14.10", phone="0401234567", range="8 - 16")),
    "a colon in the time": ("kbd-05", form(time="07:30", date="14. 10.")),
    "the last field first": ("kbd-05", form()[::-1]),
    "commas between the words": ("kbd-06", [*ADDRESS, *write("words", "åsa, Äiti, työ.")]),
    "capitals in the address": (
        "kbd-06",
        [*write("words", "Åsa äiti työ"), *write("address", "Matti.Malli@Esimerkkila.example ")],
    ),
    "the number first": (
        "kbd-07",
        [
            go("Kokous on klo 13"),
            press("Backspace", "note"),
            *write("note", "4"),
            go("Kokous on"),
            *write("note", " huomenna"),
        ],
    ),
    "the whole sentence anew": (
        "kbd-07",
        [press("Ctrl+A", "note"), *write("note", "kokous on huomenna  klo 14")],
    ),
}


@pytest.mark.parametrize("variation", RIGHT)
def test_it_counts_too(bench, variation):
    play = played(bench, *RIGHT[variation])
    assert play.ended, play.last_seen()


NOT_YET = {
    "all on one line": ("kbd-02", write("list", "ruisleipä 2 kahvi 1 maito 4")),
    "another number": ("kbd-02", write("list", "ruisleipä 2", "kahvi 11", "maito 4")),
    "small letters": ("kbd-04", [*write("name", "liisa esimerkki"), *CAPS, *UNIT]),
    "Caps Lock never pressed": ("kbd-04", [*NAME, *UNIT]),
    "Caps Lock on in the end": ("kbd-04", [*NAME, *UNIT, CAPS[0]]),
    "another time": ("kbd-05", form(time="17.30")),
    "letters for numbers": ("kbd-05", form(phone="o40 123 4567")),
    "a telephone number too short": ("kbd-05", form(phone="040 123 456")),
    "a without its dots": ("kbd-06", [*ADDRESS, *write("words", "Åsa aiti työ")]),
    "no at sign": (
        "kbd-06",
        [*write("address", "matti.malli2esimerkkila.example"), *write("words", "Åsa äiti työ")],
    ),
    "the word at the end": ("kbd-07", [go("end"), *write("note", " huomenna")]),
    "the old number": ("kbd-07", [go("Kokous on "), *write("note", "huomenna ")]),
}


@pytest.mark.parametrize("variation", NOT_YET)
def test_it_is_not_enough(bench, variation):
    play = played(bench, *NOT_YET[variation])
    assert not play.ended
    play.press("Alusta tehtävä")
    play.finish()
    assert play.ended


def played(bench, exercise_id, actions):
    """The exercise in Itse, with these actions done."""
    exercise = bench.catalogue.exercise(exercise_id)
    play = bench.play(Case(exercise, "a", Mode.ALONE))
    play.do(actions, exercise_id)
    return play


def test_a_name_that_is_spoilt_later_can_be_mended_in_guided_mode(bench):
    exercise = bench.catalogue.exercise("kbd-04")
    play = bench.play(Case(exercise, "a", Mode.GUIDED))
    play.go_to("caps_on")
    play.do(write("name", "A"), "spoilt")
    assert play.step.id == "whole_name"
    play.do([press("Backspace", "name")], "mended")
    assert play.step.id == "caps_on"
    play.finish()
    assert play.ended
