"""Before the format is frozen: an exercise of the typing kind and one that uses two rooms, written
in it and followed by the engine. Their rooms do not exist yet."""

import json

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.engine.run import Run
from digitutor_app.practice.computer import Computer
from digitutor_app.services.fresh_computer import fill
from tests.content.drafts_shelf import drafts
from tests.content.hands import MailHands, TypingHands
from tests.content.kinds import KINDS_OF_DRAFTS as KINDS

HANDS = {"kbd-03": TypingHands, "mail-05": MailHands}
BOTH = [(name, data_set) for name in HANDS for data_set in ("a", "b")]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return drafts(tmp_path_factory.mktemp("exercises"))


@pytest.fixture
def begin(catalogue, clock):
    """``begin(id, data set)`` gives the hands of a fresh run."""

    def it(name, data_set="a", mode=Mode.GUIDED):
        exercise, computer = catalogue.exercise(name), Computer()
        text = catalogue.text(name, "fi", data_set)
        computer.words.names, computer.words.documents = text.names, text.documents
        fill(computer, exercise.starts[data_set])
        return HANDS[name](Run(exercise, KINDS, computer, clock, mode))

    return it


def caret_of(hands, words):
    return len(hands.run.computer.words.names[words])


def right_way(name, hands):
    """What the walkthrough says, one step after the other."""
    if name == "kbd-03":
        for field, words, key in (
            ("door_1", "door_1_given", "Backspace"),
            ("door_2", "door_2_head", "Backspace"),
            ("door_3", "", "Delete"),
        ):
            place = caret_of(hands, words) if words else 0
            yield lambda field=field, place=place: hands.put_caret(field, place)
            yield lambda field=field, key=key: hands.key(field, key)
    else:
        yield lambda: hands.open("drill")
        yield lambda: hands.look_at("check_sender", "message:drill")
        yield lambda: hands.look_at("preview", "attachment:instruction")
        yield lambda: hands.press_save("instruction")
        yield lambda: hands.press_save("instruction", "instructions")
        yield lambda: hands.save("instruction", "instructions")
        yield lambda: hands.show("instructions")


def test_the_drafts_are_sound(catalogue):
    assert [str(error) for error in catalogue.problems("fi")] == []
    assert sorted(catalogue.sound_ids("fi")) == sorted(HANDS)


@pytest.mark.parametrize(("name", "data_set"), BOTH)
def test_the_right_way_goes_through_every_step_to_the_end(begin, name, data_set):
    hands = begin(name, data_set)
    steps = [step.id for step in hands.run.exercise.steps]
    assert not hands.run.tick().finished_steps, "doing nothing does nothing"
    for number, act in enumerate(right_way(name, hands)):
        assert hands.run.step.id == steps[number]
        outcome = act()
        assert [step.step for step in outcome.finished_steps] == [steps[number]]
        assert not outcome.mistake
    assert hands.run.done


@pytest.mark.parametrize(("name", "data_set"), BOTH)
def test_resumed_and_undone_at_every_step(begin, clock, name, data_set):
    hands = begin(name, data_set)
    start = hands.run.guidance()
    for act in right_way(name, hands):
        act()
        plain = json.loads(hands.run.to_json())
        other = Run.resume(plain, hands.run.exercise, KINDS, Computer(), clock)
        other.computer.words.names = hands.run.computer.words.names
        assert other.guidance() == hands.run.guidance()
    while hands.run.computer.book.can_undo:
        hands.run.undo()
    if name != "kbd-03":  # there the first steps are looks, not deeds
        assert hands.run.guidance() == start
    assert not hands.run.done


# Several ways


def test_a_caret_that_wanders_leads_back_to_placing_it(begin):
    hands = begin("kbd-03")
    hands.put_caret("door_1", caret_of(hands, "door_1_given"))
    assert hands.run.step.id == "erase_door_1"
    hands.put_caret("door_1", 2)
    assert hands.run.step.id == "go_to_door_1"
    hands.key("door_1", "Backspace")
    assert hands.run.step.id == "go_to_door_1", "another letter than the last is no correction"


def test_a_closed_dialog_leads_back_to_saving(begin):
    hands = begin("mail-05")
    for act in list(right_way("mail-05", hands))[:5]:
        act()
    hands.close_dialog()
    assert hands.run.step.id == "press_save"


def test_what_lies_in_downloads_may_be_moved(begin):
    hands = begin("mail-05")
    for act in list(right_way("mail-05", hands))[:4]:
        act()
    assert hands.save("instruction", "downloads").mistake == "saved_in_downloads"
    assert hands.run.guidance().way == "by_downloads"
    hands.move("instruction", "instructions")
    assert hands.run.step.id == "look"
    assert hands.show("instructions").done


# Mistakes


MISTAKES = {
    "delete_at_end": (
        "kbd-03",
        lambda h, _c: [h.put_caret("door_1", 99), h.key("door_1", "Delete")],
    ),
    "word_selected": ("kbd-03", lambda h, _c: [h.select("door_2")]),
    "word_erased": ("kbd-03", lambda h, _c: [h.select("door_2"), h.key("door_2", "Delete")]),
    "saved_in_downloads": ("mail-05", lambda h, _c: [h.save("instruction", "downloads")]),
    "opened_unknown": (
        "mail-05",
        lambda h, _c: [h.open("decoy"), h.look_at("preview", "attachment:bill")],
    ),
    "forwarded": ("mail-05", lambda h, _c: [h.look_at("forward", "message:drill")]),
}


def test_every_mistake_of_the_drafts_is_made(catalogue):
    named = {m.id for name in HANDS for m in catalogue.exercise(name).mistakes}
    assert named == set(MISTAKES)


@pytest.mark.parametrize("code", MISTAKES)
@pytest.mark.parametrize("data_set", ["a", "b"])
def test_a_mistake_is_seen_and_has_its_hint(begin, catalogue, clock, code, data_set):
    name, provoke = MISTAKES[code]
    hands = begin(name, data_set)
    outcome = provoke(hands, clock)[-1]
    assert outcome.mistake == code
    assert (outcome.hint.level, outcome.hint.mistake) == (1, code)
    assert catalogue.text(name, "fi", data_set).mistakes[code]
    assert not hands.run.done
