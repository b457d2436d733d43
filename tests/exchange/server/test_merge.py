"""The server's merge: the same rule as in a store, and what it does not let in."""

import pytest

from digitutor_app.exchange.server.link import wire_text
from digitutor_app.store.values import sha
from tests.exchange.server.lines import (
    AINO,
    EERO,
    LAST_MOMENT,
    TUTOR,
    erasure,
    fact,
    picture,
    picture_there,
    push,
    read,
    version,
    why,
)
from tests.exchange.server.postgres import Organisation


@pytest.fixture
def here(organisation):
    with organisation.connect() as connection:
        yield connection


def test_facts_are_added_once_and_of_one_id_both_stay(here):
    said = [fact(exercise="files-04"), fact(exercise="files-05"), fact(row_id="f2", hint=1)]
    assert push(here, *said, said[0])["facts"] == 3
    assert push(here, *said)["facts"] == 0
    assert picture_there(here) == picture(said)


def test_the_larger_version_wins_in_whatever_order(here):
    first, second = version(at=5, code="a"), version(at=5, code="b")
    late = max(first, second, key=lambda line: line["v"])
    assert push(here, first, second, first)["versions"] == 1
    assert picture_there(here) == picture([late])
    gone = version(at=6, deleted=1)
    push(here, gone, late)
    push(here, first)
    assert picture_there(here) == picture([gone])


def test_nothing_about_an_erased_subject_is_there_or_comes_back(here):
    other = fact(subject=EERO, hint=3)
    push(here, fact(hint=1), version(code="a"), other, fact("hobby", row_id="x", hint=1))
    gone = erasure(at=7)
    assert push(here, fact(row_id="f2", hint=2), gone)["erased"] == 1
    assert push(here, fact(hint=1), version(code="b", at=9))["facts"] == 0
    assert picture_there(here) == picture([other, gone])


def test_every_claim_of_an_erasure_is_handed_on_once(here):
    """A forged one must not stand before the true one, however early it says it is."""
    other = type(TUTOR)(bytes(range(32)))
    forged = {**erasure(at=0), "sig": erasure(at=1)["sig"]}
    said = [forged, erasure(at=7), erasure(at=7, key=other), erasure(at=9)]
    push(here, said[3])
    push(here, *said, *reversed(said))
    told = read(here)["rows"]
    assert picture(told) == picture(said)
    assert push(here, *said)["erased"] == 0


def test_what_this_server_does_not_know_is_kept_and_handed_on(here):
    unknown = fact("hobby", row_id="x", new=[1, {"b": None, "a": 'ä\n"\\'}])
    newer = version("plan", row_id="y", at=3, words="Älä", left=True)
    field = version(code="a", colour={"of": "a newer program"})
    relayed = {**unknown, "r": "practice"}
    said = [unknown, newer, field, relayed]
    assert why(push(here, *said)) == []
    assert picture_there(here) == picture(said)


def test_what_no_tutor_has_signed_goes_where_laptops_rows_go(here):
    """An older machine parks rows of a table that this server knows: they are handed on too."""
    parked = {**fact("hobby", row_id="x", what="y"), "r": "practice"}
    known = {**fact(row_id="k", hint=1), "r": "practice"}
    tutors = fact("hobby", row_id="z", what="w")
    assert why(push(here, parked, known, tutors)) == []
    ids = {chosen: [row["id"] for row in read(here, 0, ["attempt"], chosen)["rows"]]
           for chosen in (True, False)}  # fmt: skip
    assert ids == {True: ["x", "k"], False: ["z"]}


UNSOUND = {
    "a table that is no word": ({**fact(), "t": "Attempt;"}, "shape"),
    "no table": ({"s": AINO}, "shape"),
    "an id that is no word": ({**fact(), "id": "a b"}, "shape"),
    "a subject that is too long": ({**fact(), "s": "a" * 65}, "shape"),
    "neither sha nor version": ({"t": "hobby", "id": "x", "s": AINO, "p": {}}, "shape"),
    "both": ({**version(), "h": sha({})}, "shape"),
    "a fact of a mutable table": ({**fact(), "t": "person"}, "shape"),
    "a version of a table of facts": ({**version(), "t": "attempt"}, "shape"),
    "another sha": ({**fact(hint=1), "h": sha({"hint": 2})}, "sha"),
    "another time": ({**version(code="a"), "e": "2026-03-02T09:01+02:00"}, "sha"),
    "not deleted after all": ({**version(), "d": 1}, "sha"),
    "a time that is none": (version(edited="yesterday"), "shape"),
    "deleted, and saying something": (version(deleted=1, code="a"), "shape"),
    "a clock after 2200": (version(at=LAST_MOMENT + 1), "clock"),
    "an erasure after 2200": (erasure(at=LAST_MOMENT + 1), "clock"),
    "an erasure that nobody signed": ({**erasure(), "by": "", "sig": ""}, "signature"),
    "an erasure before 1970": (erasure(at=-1), "shape"),
    "more than the table holds": (fact("withdrawn", kind="x" * 500_000), "size"),
    "relayed by whom": ({**fact(), "r": "somebody"}, "shape"),
    "a zero in a text": (fact(exercise="a\x00b"), "json"),
}


@pytest.mark.parametrize("what", UNSOUND)
def test_an_unsound_line_is_put_aside_and_the_others_merged(here, what):
    unsound, word = UNSOUND[what]
    sound = [fact(row_id="sound", hint=2), version(at=LAST_MOMENT)]
    assert why(push(here, sound[0], unsound, sound[1])) == [word]
    assert picture_there(here) == picture(sound)


@pytest.mark.parametrize(
    "text", ["7", '"t"', "null", "[]", '{"t": {}}', '{"t": "attempt", "s": 1}']
)
def test_anything_at_all_is_put_aside(here, text):
    answer = here.execute("SELECT digitutor.merge(1, %s::jsonb)", [f"[{text}]"]).fetchone()[0]
    assert why(answer) == ["shape"]


def test_what_a_row_says_must_be_a_map(here):
    for text in ("[]", "7", "{", "null", '{"a": "\\ud800"}'):
        line = wire_text({**fact(), "h": _sha_of(text)}, text)
        answer = here.execute("SELECT digitutor.merge(1, %s::jsonb)", [f"[{line}]"]).fetchone()[0]
        assert why(answer) == ["json"], text


def _sha_of(text):
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()[:16]


def test_organisations_do_not_meet(postgres, database, here):
    other = Organisation(postgres, database)
    push(here, fact(hint=1), fact(subject=EERO, hint=2))
    with other.connect() as there:
        assert read(there)["rows"] == []
        push(there, fact(hint=5), erasure(EERO))
        assert len(read(there)["rows"]) == 2
    assert picture_there(here) == picture([fact(hint=1), fact(subject=EERO, hint=2)])


def test_news_are_read_from_where_one_was(here):
    push(here, fact(hint=1), version(code="a"))
    place = read(here)["until"]
    assert read(here, place)["rows"] == []
    push(here, fact(hint=1), fact(row_id="f2", hint=2), version(at=1, code="b"), erasure(EERO))
    assert [row["t"] for row in read(here, place)["rows"]] == ["attempt", "person", "erased"]
    assert [row["t"] for row in read(here, place, ["person"], True)["rows"]] == ["person", "erased"]
    assert [row["t"] for row in read(here, place, ["person"])["rows"]] == ["attempt", "erased"]


def test_a_page_holds_at_most_some_megabytes(here):
    large = [fact("certificate", row_id=f"c{n}", pdf="A" * 3_000_000) for n in range(4)]
    push(here, *large)
    first = read(here)
    assert len(first["rows"]) == 2
    assert first["more"]
    second = read(here, first["until"])
    assert [len(second["rows"]), second["more"]] == [2, False]


def test_a_line_of_any_size_that_fits_comes_through(here):
    largest = fact("certificate", row_id="c", pdf="A" * 10_000_000)
    assert why(push(here, largest)) == []
    assert len(read(here)["rows"]) == 1
