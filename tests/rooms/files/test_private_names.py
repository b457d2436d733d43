"""Real personal data in a name or in the search field is gone at once, and kept nowhere."""

import json

import pytest

PRIVATE = ["131052-308T", "FI21 1234 5600 0007 85", "4111 1111 1111 1111"]


def type_it(act, text):
    """Letter by letter, as a field tells it; the last observation."""
    told = None
    for end in range(1, len(text) + 1):
        told = act(text[:end])
    return told


def kept(computer, text):
    plain = json.dumps(computer.to_plain())
    return [text[:n] for n in range(3, len(text) + 1) if text[:n] in plain]


@pytest.mark.parametrize("private", PRIVATE)
def test_a_name_is_blanked_and_peru_does_not_bring_it_back(state, computer, private):
    state.walk.select("plan", "keys")
    state.change.start_renaming("keys")
    told = type_it(state.change.type_name, private)
    assert (told.verb, told.target) == ("blanked", "field:name")
    assert state.rows.renaming().text == ""
    assert state.rows.notice().why == "private"
    while True:
        assert kept(computer, private) == []
        if not computer.undo():
            break


@pytest.mark.parametrize("private", PRIVATE)
def test_a_search_is_blanked_and_peru_does_not_bring_it_back(state, computer, private):
    state.walk.open("forms", "keys")
    told = type_it(lambda text: state.walk.search(text, "keys"), private)
    assert (told.verb, told.target) == ("blanked", "field:search")
    assert state.rows.view().search == ""
    assert state.rows.view().place == "forms"
    while True:
        assert kept(computer, private) == []
        if not computer.undo():
            break
    assert state.rows.view().place == "inbox"


def test_the_window_shows_the_empty_field_and_says_why(bench):
    bench.play(("type", "field:search", {"text": "131052-308T"}))
    assert bench.window.nav.search.text() == ""
    assert bench.notice == ("Käytä harjoituksessa keksittyjä tietoja. Kenttä tyhjennettiin.")
    bench.play(("type", "field:search", {"text": "loma"}))
    assert bench.window.nav.search.text() == "loma"


def test_the_name_field_is_empty_and_stays_open(bench):
    bench.click("file:plan", "button:rename")
    bench.play(("type", "field:name", {"text": "131052-308T"}))
    assert bench.list.field.text() == ""
    assert "131052" not in json.dumps(bench.computer.to_plain())
    bench.play(("type", "field:name", {"text": "uusi.odt"}), ("key", "Enter"))
    assert bench.name("plan") == "uusi"
