"""exercise.toml becomes an exercise, or a sentence that an author understands."""

import pytest

from digitutor_app.content.errors import ContentError
from digitutor_app.domain.exercise import (
    Action,
    AllOf,
    Mistake,
    Not,
    Step,
    StepKind,
    Test,
    Way,
)


def test_what_is_written_is_what_the_engine_gets(shelf):
    exercise = shelf.catalogue().exercise("files-01")
    assert (exercise.id, exercise.module, exercise.level) == ("files-01", "files", "A")
    assert (exercise.minutes, exercise.room, exercise.data) == (5, "files", ("a", "b"))
    assert exercise.skills == ("files.open",)
    assert exercise.advice == ("tired",)
    is_open = Test("window", "document:plan")
    in_forms = Test("file", "plan", {"in": "forms"})
    in_bin = Test("file", "plan", {"in": "bin"})
    assert exercise.steps == (
        Step(
            id="open",
            done=is_open,
            keep=True,
            walkthrough=(Action("open", "file:plan", until=is_open),),
        ),
        Step(
            id="move",
            done=AllOf((in_forms, Not(in_bin))),
            walkthrough=(Action("drag", "file:plan", {"to": "tree:forms"}),),
        ),
        Step(id="page", kind=StepKind.READ),
        Step(id="where", kind=StepKind.QUESTION, choices=("inbox", "forms"), answers=("forms",)),
        Step(
            id="save",
            done=Test("did", "save", after="where"),
            walkthrough=(Action("click", "file:letter"), Action("key", "Ctrl+S")),
        ),
    )
    assert exercise.ways == (
        Way(
            id="cut",
            begun=Test("clipboard", "cut", {"node": "plan"}),
            steps={
                "move": (
                    Action("key", "Ctrl+X", {"on": "file:plan"}),
                    Action("key", "Ctrl+V", {"on": "tree:forms"}),
                )
            },
        ),
    )
    assert exercise.mistakes == (
        Mistake(
            id="deleted",
            when=in_bin,
            at="move",
            provoke=(Action("key", "Delete", {"on": "file:plan"}),),
        ),
    )


def test_a_data_set_may_have_a_start_of_its_own(shelf):
    more = '[starts.b]\ndisk = ["house/inbox/plan.odt", "house/forms/", "letter.pdf"]\n[[steps]]'
    shelf.spoil(shelf.exercise, "[[steps]]", more)
    starts = shelf.catalogue().exercise("files-01").starts
    assert starts["a"]["open"] == ["files"]
    assert "open" not in starts["b"]


def test_the_version_changes_with_what_counts_and_not_with_layout(shelf):
    before = shelf.catalogue().exercise("files-01").version
    shelf.spoil(shelf.exercise, "minutes = 5", "# How long it takes.\nminutes    =    5")
    assert shelf.catalogue().exercise("files-01").version == before
    shelf.spoil(shelf.exercise, 'in = "forms"', 'in = "house"')
    assert shelf.catalogue().exercise("files-01").version != before


BROKEN = {
    "bad TOML": ("minutes = 5", "minutes = ", "line 4", "valid TOML"),
    "unfinished": ('{ key = "Delete", on = "file:plan" }]', "", "end of the file", "valid TOML"),
    "missing field": ('room = "files"', "", "top of the file", 'a field "room" too'),
    "unknown field": (
        "minutes = 5",
        "minutes = 5\nminuts = 5",
        "top of the file",
        'no field "minuts"',
    ),
    "unknown field of a step": ("keep = true", "kept = true", "steps[0]", 'no field "kept"'),
    "a text for a number": (
        "minutes = 5",
        'minutes = "5"',
        "minutes",
        "a whole number, not a text",
    ),
    "a text for a list": ('data = ["a", "b"]', 'data = "a"', "data", "a list, not a text"),
    "a number in a list": ('["files.open"]', "[3]", "skills[0]", "a text, not a whole number"),
    "no minutes": ("minutes = 5", "minutes = 0", "minutes", "1 to 60"),
    "unknown level": ('level = "A"', 'level = "D"', "level", 'one of "A", "B", "C"'),
    "unknown kind of step": (
        'kind = "read"',
        'kind = "reed"',
        "steps[2].kind",
        'one of "do", "read", "question", "tutor"',
    ),
    "id of another folder": (
        '"files-01"',
        '"files-02"',
        "id",
        '"files-01", as the folder is called',
    ),
    "unknown skill": ('["files.open"]', '["files.opn"]', "skills", '"files.opn" does not'),
    "skill twice": (
        '["files.open"]',
        '["files.open", "files.open"]',
        "skills",
        '"files_open" is there twice',
    ),
    "no skill": ('["files.open"]', "[]", "top of the file", "at least one step, one skill"),
    "an id with a capital": ('id = "move"', 'id = "Move"', "steps", '"Move" is none'),
    "two steps of one id": ('id = "page"', 'id = "move"', "steps", '"move" is there twice'),
    "two data sets of one id": ('["a", "b"]', '["a", "a"]', "data", '"a" is there twice'),
    "unknown condition": (
        '{ window = "document:plan" }\n',
        '{ windw = "x" }\n',
        "steps[0].done",
        '"windw" is not a kind of condition; known: clipboard, did, file, last, named, window',
    ),
    "unknown option": (
        '{ file = "plan", in = "forms" }',
        '{ file = "plan", inside = "forms" }',
        "steps[1].done.all[0]",
        '"file" has no option "inside"; it takes: in, nowhere_else',
    ),
    "missing option": (
        '{ file = "plan", in = "forms" }',
        '{ named = "plan" }',
        "steps[1].done.all[0]",
        '"named" also needs "name"',
    ),
    "wrong type of a condition": (
        '{ not = { file = "plan", in = "bin" } }',
        "{ not = { file = 3 } }",
        "steps[1].done.all[1].not",
        '"file" needs a text, not 3',
    ),
    "wrong word of an option": (
        '{ clipboard = "cut"',
        '{ clipboard = "cutted"',
        "ways[0].begun",
        'one of "nothing", "text", "copy", "cut"',
    ),
    "a list for a condition": (
        '{ not = { file = "plan", in = "bin" } }',
        '{ not = ["plan"] }',
        "steps[1].done.all[1].not",
        "a table such as",
    ),
    "all without a list": (
        'done = { window = "document:plan" }',
        'done = { all = { window = "x" } }',
        "steps[0].done",
        'a list of conditions behind "all"',
    ),
    "something beside not": (
        '{ not = { file = "plan", in = "bin" } }',
        '{ not = { file = "plan" }, after = "open" }',
        "steps[1].done.all[1]",
        'nothing beside "not"',
    ),
    "a number with a comma": (
        '{ did = "save", after',
        '{ did = "save", often = 1.5, after',
        "steps[4].done.often",
        "a text, a number, true or false",
    ),
    "after an unknown step": (
        'after = "where"',
        'after = "wher"',
        "steps[4].done.after",
        'not "wher"',
    ),
    "unknown verb": (
        '{ click = "file:letter" }',
        '{ klick = "file:letter" }',
        "steps[4].walkthrough[0]",
        "a verb of: click, double_click, right_click, drag, hover, scroll, open, choose, type, key",
    ),
    "drag without a place": (
        '{ drag = "file:plan", to = "tree:forms" }',
        '{ drag = "file:plan" }',
        "steps[1].walkthrough[0]",
        '"to" too, because of "drag"',
    ),
    "an option that hands do not know": (
        '{ click = "file:letter" }',
        '{ click = "file:letter", twice = true }',
        "steps[4].walkthrough[0]",
        'no "twice"; beside its target "click" takes: caret',
    ),
    "a list for a target": (
        '{ click = "file:letter" }',
        '{ click = ["file:letter"] }',
        "steps[4].walkthrough[0].click",
        'a target such as "file:plan"',
    ),
    "a condition in until": (
        'until = { window = "document:plan" }',
        'until = { windo = "x" }',
        "steps[0].walkthrough[0].until",
        '"windo" is not a kind',
    ),
    "a target that is not there": (
        '{ open = "file:plan",',
        '{ open = "file:plann",',
        "steps[0].walkthrough[0]",
        'a file or folder that is in the start; "plann" is not',
    ),
    "a place that is not there": (
        'to = "tree:forms"',
        'to = "tree:form"',
        "steps[1].walkthrough[0]",
        '"form" is not',
    ),
    "do without done": (
        'done = { window = "document:plan" }\n',
        "",
        "steps[0]",
        'a step of kind "do" has "done"; others have not',
    ),
    "read with done": (
        'kind = "read"',
        'kind = "read"\ndone = { window = "x" }',
        "steps[2]",
        'a step of kind "do" has "done"; others have not',
    ),
    "do without walkthrough": (
        'walkthrough = [{ drag = "file:plan", to = "tree:forms" }]',
        "",
        "steps[1]",
        'a step of kind "do" has a "walkthrough"',
    ),
    "keep where a person answers": (
        'kind = "read"',
        'kind = "read"\nkeep = true',
        "steps[2]",
        '"keep" in a step of kind "do"',
    ),
    "keep at the end": (
        'id = "save"',
        'id = "save"\nkeep = true',
        "steps.save.keep",
        'a last step without "keep"',
    ),
    "question without choices": (
        'choices = ["inbox", "forms"]',
        "",
        "steps[3]",
        "two choices or more",
    ),
    "answer that is no choice": (
        'answers = ["forms"]',
        'answers = ["x"]',
        "steps[3]",
        "its answers",
    ),
    "two equal choices": ('["inbox", "forms"]', '["forms", "forms"]', "steps[3]", "all different"),
    "choices without a question": (
        'kind = "read"',
        'kind = "read"\nchoices = ["x", "y"]',
        "steps[2]",
        'a step of kind "question" has "choices"',
    ),
    "way through a kept step": (
        "steps.move = [{ key",
        "steps.open = [{ key",
        "ways.cut.steps.open",
        'a step of kind "do" without "keep": "move", "save"',
    ),
    "way through a question": (
        "steps.move = [{ key",
        "steps.where = [{ key",
        "ways.cut.steps.where",
        '"move", "save"',
    ),
    "way to nowhere": (
        "steps.move = [{ key",
        "steps.mov = [{ key",
        "ways.cut.steps.mov",
        '"move", "save"',
    ),
    "mistake at an unknown step": (
        'at = "move"',
        'at = "muve"',
        "mistakes.deleted.at",
        'a step of this exercise, not "muve"',
    ),
    "mistake without provoke": (
        'provoke = [{ key = "Delete", on = "file:plan" }]',
        "",
        "mistakes[0]",
        'a field "provoke" too',
    ),
    "disk that is no list": (
        'disk = ["house/inbox/plan.odt", "house/forms/"]',
        'disk = "house/plan.odt"',
        "start.disk",
        "a list of texts",
    ),
    "open that is no list": ('open = ["files"]', 'open = "files"', "start.open", "a list of texts"),
    "a number on the disk": ('"house/forms/"]', "3]", "start.disk", "a list of texts"),
    "a room that is no table": (
        'mail = { attachments = ["letter.pdf"] }',
        'mail = "letter.pdf"',
        "start.mail",
        "a table of a room",
    ),
    "a date in a room": (
        '{ attachments = ["letter.pdf"] }',
        '{ attachments = ["letter.pdf"], sent = [2026-03-02] }',
        "start.mail.sent[0]",
        "a text, a whole number, true or false",
    ),
    "a name on the disk": ('"house/forms/"', '"House/forms/"', "start.disk", 'not "House/forms/"'),
    "a path from the root": ('"house/forms/"', '"/house/forms/"', "start.disk", "a path of ids"),
    "one id at two places": (
        '"house/forms/"',
        '"forms/", "house/forms/"',
        "start.disk",
        '"forms" has two',
    ),
    "a file that is a folder": (
        '"house/forms/"',
        '"house/forms/", "house/inbox/plan/x.odt"',
        "start.disk",
        '"plan" has two',
    ),
    "one path twice": (
        '"house/forms/"',
        '"house/forms/", "house/forms/"',
        "start.disk",
        "is there twice",
    ),
    "the bin at another place": (
        '"house/forms/"',
        '"house/forms/", "house/bin/"',
        "start.disk",
        '"bin" has two',
    ),
    "start of an unknown data set": (
        "[[steps]]",
        '[starts.c]\nopen = ["files"]\n[[steps]]',
        "starts.c",
        'not "c"',
    ),
    "start of a data set": (
        "[[steps]]",
        '[starts.b]\nopen = "files"\n[[steps]]',
        "starts.b.open",
        "a list of texts",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_explained(shelf, name):
    old, new, place, words = BROKEN[name]
    shelf.spoil(shelf.exercise, old, new)
    with pytest.raises(ContentError) as caught:
        shelf.catalogue().exercise("files-01")
    assert caught.value.file == shelf.exercise
    assert caught.value.folder == "files/01_open"
    assert caught.value.place == place
    assert words in caught.value.expected
    assert str(caught.value).startswith(f"01_open/exercise.toml: {place}: ")


def test_a_file_that_is_not_utf8_is_explained(shelf):
    shelf.exercise.write_bytes(
        shelf.exercise.read_bytes().replace(b"plan", "pl\u00e4n".encode("latin-1"))
    )
    with pytest.raises(ContentError, match="UTF-8") as caught:
        shelf.catalogue().exercise("files-01")
    assert caught.value.place.startswith("byte ")


def test_a_file_that_is_too_large_is_not_read(shelf):
    shelf.exercise.write_text("#" * 1_000_001, encoding="utf-8")
    with pytest.raises(ContentError, match="at most 1000000 bytes"):
        shelf.catalogue().exercise("files-01")


def test_a_folder_without_its_file_is_explained(shelf):
    shelf.exercise.unlink()
    with pytest.raises(ContentError, match="this file must exist"):
        shelf.catalogue().exercise("files-01")


def test_a_folder_in_place_of_the_file_is_explained(shelf):
    shelf.exercise.unlink()
    shelf.exercise.mkdir()
    with pytest.raises(ContentError, match="a file that can be read"):
        shelf.catalogue().exercise("files-01")


def test_folders_that_will_be_made_and_copies_may_be_targets(shelf):
    shelf.spoil(shelf.exercise, '{ click = "file:letter" }', '{ click = "folder:new_folder~2" }')
    shelf.catalogue().exercise("files-01")
