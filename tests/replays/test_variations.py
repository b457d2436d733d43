"""What people type and do otherwise than written, and is right all the same."""

import pytest

from digitutor_app.app.exercise_check.case import Case, UnsoundError
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import Action, StepKind


def name(text):
    return [
        Action("type", "field:name", {"text": text}),
        Action("key", "Enter", {"on": "field:name"}),
    ]


def click(*targets):
    return [Action("click", target) for target in targets]


def open_(target):
    return [Action("open", target)]


DOCUMENTS = [*open_("folder:documents")]
NEW = [*click("button:create_folder")]
COPY = [*click("file:template", "button:copy")]

RIGHT = {
    "another year": ("files-02", [*DOCUMENTS, *NEW, *name("Koulutus 2031")]),
    "small letters, spaces": ("files-02", [*DOCUMENTS, *NEW, *name("  oma   koulutus 2025 ")]),
    "made elsewhere, moved": (
        "files-02",
        [
            *NEW,
            *name("koulutus 2026"),
            Action("drag", "folder:new_folder", {"to": "folder:documents"}),
        ],
    ),
    "made elsewhere, made again": (
        "files-02",
        [
            *NEW,
            *name("koulutus 2026"),
            *click("button:delete"),
            *DOCUMENTS,
            *NEW,
            *name("Koulutus 2026"),
        ],
    ),
    "named later": (
        "files-02",
        [
            *DOCUMENTS,
            *NEW,
            *click("file:letter", "folder:new_folder", "button:rename"),
            *name("Koulutus 2026"),
        ],
    ),
    "capitals in the name": (
        "files-03",
        [*click("file:scan", "button:rename"), *name("ENSIAPUKURSSI_2026")],
    ),
    "another name first": (
        "files-03",
        [
            *click("file:scan", "button:rename"),
            *name("todistus"),
            *click("button:rename"),
            *name("Ensiapu 2026"),
        ],
    ),
    "original named back": (
        "files-05",
        [
            *click("file:template", "button:rename"),
            *name("poikkeama harjoitus"),
            *click("button:rename"),
            *name("pohja_poikkeama"),
            *click("button:copy", "tree:documents", "button:paste", "button:rename"),
            *name("Poikkeama  HARJOITUS"),
            *click("tree:forms"),
        ],
    ),
    "named before it is moved": (
        "files-05",
        [
            *COPY,
            *click("button:paste", "button:rename"),
            *name("poikkeama_harjoitus"),
            *click("button:cut", "tree:documents", "button:paste", "tree:forms"),
        ],
    ),
    "a second copy": (
        "files-05",
        [
            *COPY,
            *click("tree:documents", "button:paste", "button:delete", "button:paste"),
            *click("button:rename"),
            *name("poikkeama harjoitus"),
            *click("tree:forms"),
        ],
    ),
    "another part of the name": (
        "files-08",
        [Action("type", "field:search", {"text": "TOIVE"}), *open_("file:wanted")],
    ),
    "last year's file first": (
        "files-08",
        [
            Action("type", "field:search", {"text": "lomatoiveet"}),
            *open_("file:last_year"),
            *click("close:document:last_year"),
            *open_("file:wanted"),
        ],
    ),
}


def played(bench, exercise_id, actions, variation):
    """The exercise alone with the first data set, after these actions."""
    play = bench.play(Case(bench.catalogue.exercise(exercise_id), "a", Mode.ALONE))
    play.do(actions, variation)
    return play


@pytest.mark.parametrize("variation", RIGHT)
def test_it_counts_too(bench, variation):
    exercise, actions = RIGHT[variation]
    try:
        play = played(bench, exercise, actions, variation)
    except UnsoundError as error:
        pytest.fail(str(error), pytrace=False)
    for _question in play.case.exercise.steps:
        if not play.ended and play.step.kind is not StepKind.DO:
            play.answer(play.step)
    assert play.ended, play.last_seen()


NOT_YET = {
    "another word": ("files-02", [*DOCUMENTS, *NEW, *name("Kurssit 2026")]),
    "outside the folder": ("files-02", [*NEW, *name("Koulutus 2026")]),
    "no topic": ("files-03", [*click("file:scan", "button:rename"), *name("todistus 2026")]),
    "the template moved": (
        "files-05",
        [
            *click("file:template", "button:cut", "tree:documents", "button:paste"),
            *click("button:rename"),
            *name("poikkeama harjoitus"),
            *click("tree:forms"),
        ],
    ),
    "found without a search": ("files-08", [*open_("folder:meetings"), *open_("file:wanted")]),
}


@pytest.mark.parametrize("variation", NOT_YET)
def test_it_is_not_enough(bench, variation):
    play = played(bench, *NOT_YET[variation], variation)
    assert not play.ended
    assert play.step.kind is StepKind.DO
    play.press("Alusta tehtävä")
    play.finish()
    assert play.ended
