"""Each guard sees what it is there for: an exercise is spoilt in one place, and it says which."""

import shutil

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from digitutor_app.app.exercise_check.bench import Bench
from digitutor_app.app.exercise_check.guards import GUARDS
from digitutor_app.app.exercise_check.marked_language import (
    CODE,
    interface_words,
    marked,
    unmarked,
)
from digitutor_app.app.exercise_check.texts import read, translated
from digitutor_app.content.catalogue import Catalogue
from tests.replays.found import KINDS, copy_of_exercises, findings

CHECK = 'done = { at = "to_update", after = "move_here" }'
MOVE = 'walkthrough = [{ click = "button:move" }]'
LAST = 'walkthrough = [{ click = "tree:to_update" }]'
#: Guard, what stands in exercise.toml of files-04, what stands there instead, what is said.
SPOILT = {
    "a step that its walkthrough does not finish": (
        "walkthrough",
        LAST,
        'walkthrough = [{ click = "tree:inbox" }]',
        "vaihe check: mallitavan jälkeen vaihe ei ole valmis",
    ),
    "a target that is not there": (
        "walkthrough",
        MOVE,
        MOVE.replace("button:move", "button:mvoe"),
        'vaihe press_move, teko 1: { click = "button:mvoe" }: kohdetta "button:mvoe" ei ole',
    ),
    "a target that is hidden": (
        "walkthrough",
        LAST,
        'walkthrough = [{ click = "dialog:move_here" }]',
        'kohdetta "dialog:move_here" ei ole',
    ),
    "a walkthrough that is a mistake": (
        "walkthrough",
        'when = { file = "plan", in = "care_plans" }',
        'when = { selected = "plan" }',
        "mallitapa on samalla erehdys: parent_folder",
    ),
    "a way that leads elsewhere": (
        "way",
        '[{ drag = "file:plan", to = "tree:to_update" }]',
        '[{ drag = "file:plan", to = "tree:forms" }]',
        "tapa drag, vaihe move_here: vaihe ei tule valmiiksi",
    ),
    "a way that nobody begins": (
        "way",
        'begun = { clipboard = "cut", node = "plan" }',
        'begun = { clipboard = "cut", node = "menu" }',
        'tapa cut_and_paste: kohta "begun" ei ollut totta',
    ),
    "a mistake that is not provoked": (
        "mistake",
        'provoke = [{ drag = "file:plan", to = "tree:care_plans" }]',
        'provoke = [{ drag = "file:plan", to = "tree:forms" }]',
        'parent_folder: "provoke" ei tuo tämän erehdyksen vihjettä (vihje nyt: wrong_folder)',
    ),
    "a last action that decides nothing": (
        "last",
        LAST,
        'walkthrough = [{ click = "tree:to_update" }, { click = "tree:inbox" }]',
        "vaihe check: se on valmis jo ennen viimeistä tekoa",
    ),
    "a step that is done by itself": (
        "nothing",
        'done = { at = "inbox" }',
        'done = { at = "house" }',
        "harjoitus etenee itsestään",
    ),
    "nothing for the keyboard": (
        "keys",
        'walkthrough = [{ open = "folder:inbox" }]',
        'walkthrough = [{ hover = "folder:inbox" }, { open = "folder:inbox" }]',
        "vaihe open_inbox: mikään kirjoitettu tapa ei onnistu pelkillä näppäimillä",
    ),
    "nothing for the pointer": (
        "pointer",
        LAST,
        'walkthrough = [{ key = "Enter", on = "tree:to_update" }]',
        "vaihe check: mikään kirjoitettu tapa ei onnistu pelkällä hiirellä",
    ),
    "a demonstration that cannot be played": (
        "hints",
        MOVE,
        'walkthrough = [{ click = "file:order" }, { click = "button:move" }]',
        "vaihe press_move: vihjettä 3 ei voinut näyttää",
    ),
    "an exercise for large windows": (
        "small",
        CHECK,
        CHECK.replace("to_update", "forms"),
        "ei tule valmista",
    ),
}  # fmt: skip


@pytest.fixture
def shelf(tmp_path):
    return copy_of_exercises(tmp_path / "exercises", "files-04")


@pytest.fixture
def bench_on(qapp):
    benches = []

    def make(content):
        benches.append(Bench(content))
        return benches[-1]

    yield make
    for bench in benches:
        bench.close()


def spoil(shelf, old, new, file="exercise.toml"):
    [path] = shelf.glob(f"files/04_*/{file}")
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path.parent


@pytest.mark.parametrize("what", SPOILT)
def test_the_guard_says_where_and_why(bench_on, shelf, what):
    guard, old, new, told = SPOILT[what]
    spoil(shelf, old, new)
    assert told in findings(bench_on(shelf), guard, "files-04")


def test_every_guard_that_an_exercise_can_break_is_broken_here():
    elsewhere = {"language", "choice", "saved", "anew"}
    assert {guard for guard, *_rest in SPOILT.values()} == {g.id for g in GUARDS} - elsewhere


def test_a_word_that_is_not_asked_of_the_language_is_found(bench_on, shelf):
    bench = bench_on(shelf)
    assert findings(bench, "language", "files-04") == ""
    catalogue = Catalog(locale="en", charset="utf-8")
    for _file, words in interface_words():
        if "Leikkaa" not in words:
            catalogue.add(words[0], marked(words[0]))
    with (bench.languages / CODE / "digitutor.mo").open("wb") as file:
        write_mo(file, catalogue)
    assert "toisella kielellä jää suomeksi: Leikkaa" in findings(bench, "language", "files-04")


def test_marks_are_taken_out_with_all_between_them():
    assert unmarked(marked("Avaa " + marked("kansio"))) == ""
    assert unmarked(marked("Avaa") + " kansio") == "kansio"
    assert marked("yksi\n\nkaksi") == "‹yksi›\n\n‹kaksi›"


READ = {
    "one data set": (
        "exercise.toml", 'data = ["a", "b"]', 'data = ["a"]', '"data": vähintään 2',
    ),
    "another hint in the same words": (
        "text.fi.toml",
        'again = "Napsauta painiketta Siirrä ikkunan yläosassa. Pieni ikkuna avautuu."',
        'again = "Paina Siirrä."',
        "steps.press_move: again sanoo saman",
    ),
    "a way that nobody is told of": (
        "text.fi.toml", "drag = ", "# drag = ", "summaries: tapa drag puuttuu",
    ),
    "no words for a step": (
        "text.fi.toml", "[steps.check]", "[steps.chekc]", 'words for "check"',
    ),
    "broken rules of words": (
        "text.fi.toml",
        'success = "Hyvä. Siirsit tiedoston kansioon {to_update}."',
        'success = "Hyvä. Tiedosto siirrettiin helposti."',
        'success: passiivi: "siirrettiin"',
    ),
    "two things of one name": (
        "text.fi.toml", 'forms = "Lomakkeet"', 'forms = "Turvallisuus"',
        'kansiossa house on kaksi nimeä "Turvallisuus"',
    ),
    "an until on the last action": (
        "exercise.toml", LAST,
        'walkthrough = [{ click = "tree:to_update", until = { at = "inbox" } }]',
        'vaihe check: viimeisellä teolla ei ole kohtaa "until"',
    ),
    "a broken file": ("text.fi.toml", "title =", "title", "tässä pitää olla"),
    "a reason that nobody needs": (
        "exercise.toml", 'room = "files"', 'room = "files"\nwithout.ways = "none"',
        "without.ways: syytä ei tarvitse",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", READ)
def test_what_stands_in_the_files_is_read(shelf, what):
    file, old, new, told = READ[what]
    folder = spoil(shelf, old, new, file)
    if what == "one data set":
        text = (folder / "text.fi.toml").read_text(encoding="utf-8")
        text = "[".join(
            part for part in text.split("[") if not part.startswith(("names.b", "documents.b"))
        )
        (folder / "text.fi.toml").write_text(text, encoding="utf-8")
    found = "\n".join(read(Catalogue(shelf, KINDS.problem), folder, "files-04"))
    assert told in found
    assert found.startswith(file)


def test_a_reason_stands_in_for_what_is_missing(shelf):
    folder = spoil(shelf, 'room = "files"', 'room = "files"\nwithout.ways = "only the button"')
    text = (folder / "exercise.toml").read_text(encoding="utf-8")
    parts = [part for part in text.split("[[") if not part.startswith("ways]]")]
    (folder / "exercise.toml").write_text("[[".join(parts), encoding="utf-8")
    words = (folder / "text.fi.toml").read_text(encoding="utf-8")
    parts = [part for part in words.split("\n[") if not part.startswith(("ways.", "summaries"))]
    (folder / "text.fi.toml").write_text("\n[".join(parts), encoding="utf-8")
    assert list(read(Catalogue(shelf, KINDS.problem), folder, "files-04")) == []


def test_a_translation_needs_the_same_braces(shelf):
    [folder] = shelf.glob("files/04_*")
    shutil.copy(folder / "text.fi.toml", folder / "text.sv.toml")
    exercise = Catalogue(shelf, KINDS.problem).exercise("files-04")

    def told():
        return list(translated(Catalogue(shelf, KINDS.problem), folder, exercise, ["sv"]))

    assert told() == []
    spoil(
        shelf,
        'instruction = "Avaa kansio {inbox}."',
        'instruction = "Öppna mappen."',
        "text.sv.toml",
    )
    [reason] = told()
    assert "text.sv.toml: kohta steps.open_inbox.instruction" in reason
    assert "inbox" in reason
    spoil(shelf, "pair = ", "# pair = ", "text.sv.toml")
    assert "text.sv.toml: kohta pair: nämä sanat puuttuvat" in told()[0]
    (folder / "text.sv.toml").unlink()
    assert "text.sv.toml" in told()[0]
