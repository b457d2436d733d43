"""text.<language>.toml: complete words per data set, or a sentence that an author understands."""

import pytest

from digitutor_app.content.errors import ContentError


def test_names_stand_where_placeholders_were(shelf):
    a = shelf.catalogue().text("files-01", "fi", "a")
    b = shelf.catalogue().text("files-01", "fi", "b")
    assert (a.title, b.title) == ("Avaa suunnitelma", "Avaa ohje")
    assert a.steps["open"].instruction == "Avaa suunnitelma."
    assert a.steps["where"].choices == {"inbox": "Saapuneet", "forms": "Lomakkeet"}
    assert a.ways["cut", "move"].instruction == "Leikkaa suunnitelma."
    assert (a.summaries, b.summaries) == (
        {"cut": "Leikkaa suunnitelma ja liitä se."},
        {"cut": "Leikkaa ohje ja liitä se."},
    )
    assert a.checklist == {"move": "Tiedosto suunnitelma on siirretty."}
    assert a.difficulties["where.inbox"] == "Vastasi Saapuneet."
    assert (a.documents, b.documents) == ({"plan": "Lue suunnitelma."}, {})
    assert a.names["house"] == "Esimerkkilä"
    assert a.advice == {"tired": "Pidä tauko."}


def test_a_pair_is_told_what_the_data_set_is_about(shelf):
    assert shelf.catalogue().text("files-01", "fi", "a").pair == ""
    shelf.spoil(shelf.text, 'ask = "', 'pair = "Näytä {plan}."\nask = "')
    pairs = [shelf.catalogue().text("files-01", "fi", data).pair for data in ("a", "b")]
    assert pairs == ["Näytä suunnitelma.", "Näytä ohje."]


def test_the_place_of_a_mistake_is_filled_in_later(shelf):
    text = shelf.catalogue().text("files-01", "fi", "a")
    assert text.mistakes["deleted"] == "Tiedosto meni paikkaan {last}."


BROKEN = {
    "bad TOML": ('title = "', "title = ", "line 2", "valid TOML"),
    "missing words": ('goal = "Siirrä {plan}."', "", "top of the file", 'a field "goal" too'),
    "empty words": ('success = "Hyvä."', 'success = " "', "success", "words"),
    "words of a wrong type": ('success = "Hyvä."', "success = 3", "success", "a text, not a whole"),
    "a step without words": ('[steps.page]\ninstruction = "Lue."', "", "steps", 'words for "page"'),
    "words for no step": ("[steps.page]", "[steps.pages]", "steps", 'words for "page"'),
    "more words than steps": (
        "[steps.page]",
        '[steps.x]\ninstruction = "X."\n[steps.page]',
        "steps.x",
        "this is none",
    ),
    "no other words": ('again = "Raahaa {plan}."', "", "steps.move", 'as "again"'),
    "unknown placeholder": ("Avaa {plan}.", "Avaa {plam}.", "steps.open.instruction", '"plam"'),
    "the place of a mistake in another text": (
        'goal = "Siirrä {plan}."',
        'goal = "{last}"',
        "goal",
        'a name for "last"',
    ),
    "a name missing in one data set": ('plan = "ohje"', "", "names.b", 'a name for "plan"'),
    "a data set without names": ("[names.b]", "[names.c]", "names", 'words for "b"'),
    "a mistake without its hint": (
        'deleted = "Tiedosto meni paikkaan {last}."',
        "",
        "mistakes",
        'words for "deleted"',
    ),
    "a mistake without its difficulty": (
        'deleted = "Poisti tiedoston."',
        "",
        "difficulties",
        'words for "deleted"',
    ),
    "a wrong answer without its hint": (
        '"where.inbox" = "Katso vielä."',
        "",
        "mistakes",
        'words for "where.inbox"',
    ),
    "a choice without words": ('inbox = "{inbox}"', "", "steps.where.choices", 'for "inbox"'),
    "advice without words": ('tired = "Pidä tauko."', "", "advice", 'words for "tired"'),
    "words for an unknown way": ("[ways.cut.move]", "[ways.cat.move]", "ways.cat.move", "a way"),
    "a summary of an unknown way": ('cut = "Leik', 'cat = "Leik', "summaries.cat", "this is none"),
    "an empty summary": (
        'cut = "Leikkaa {plan} ja liitä se."',
        'cut = ""',
        "summaries.cut",
        "words",
    ),
    "an empty word for the pair": ('ask = "', 'pair = ""\nask = "', "pair", "words"),
    "words for an unknown step of a way": (
        "[ways.cut.move]",
        "[ways.cut.open]",
        "ways.cut.open",
        "a way and step",
    ),
    "a line of the list for no step": (
        'move = "Tied',
        'muve = "Tied',
        "checklist",
        "lines for steps",
    ),
    "documents of an unknown data set": (
        "[documents.a]",
        "[documents.c]",
        "documents.c",
        "a data set",
    ),
    "a document of nothing": ('plan = "Lue', 'plann = "Lue', "documents.a.plann", "has none"),
    "unknown field": ('ask = "', 'asks = "x"\nask = "', "top of the file", 'no field "asks"'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_text_is_explained(shelf, name):
    old, new, place, words = BROKEN[name]
    shelf.spoil(shelf.text, old, new)
    error = shelf.catalogue().problem("files-01", "fi")
    assert error is not None
    assert error.file == shelf.text
    assert error.place == place
    assert words in error.expected


def test_a_language_without_a_file_is_explained(shelf):
    with pytest.raises(ContentError, match=r"text\.sv\.toml: whole file: this file must exist"):
        shelf.catalogue().text("files-01", "sv", "a")


def test_a_data_set_that_is_not_there_is_explained(shelf):
    with pytest.raises(ContentError, match='the data set "c"'):
        shelf.catalogue().text("files-01", "fi", "c")
