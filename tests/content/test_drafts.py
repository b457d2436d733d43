"""Before the format is frozen: an exercise that uses two rooms, written in it and followed by the
engine. Its room does not exist yet."""

import json

import pytest

from digitutor_app.domain.attempts import Mode
from digitutor_app.engine.run import Run
from digitutor_app.practice.computer import Computer
from digitutor_app.services.fresh_computer import fill
from tests.content.drafts_shelf import drafts
from tests.content.hands import MailHands
from tests.content.kinds import KINDS_OF_DRAFTS as KINDS

HANDS = {"mail-05": MailHands}
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


def right_way(hands):
    """What the walkthrough says, one step after the other."""
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
    for number, act in enumerate(right_way(hands)):
        assert hands.run.step.id == steps[number]
        outcome = act()
        assert [step.step for step in outcome.finished_steps] == [steps[number]]
        assert not outcome.mistake
    assert hands.run.done


@pytest.mark.parametrize(("name", "data_set"), BOTH)
def test_resumed_and_undone_at_every_step(begin, clock, name, data_set):
    hands = begin(name, data_set)
    start = hands.run.guidance()
    for act in right_way(hands):
        act()
        plain = json.loads(hands.run.to_json())
        other = Run.resume(plain, hands.run.exercise, KINDS, Computer(), clock)
        other.computer.words.names = hands.run.computer.words.names
        assert other.guidance() == hands.run.guidance()
    while hands.run.computer.book.can_undo:
        hands.run.undo()
    assert hands.run.guidance() == start
    assert not hands.run.done


# Several ways


def test_a_closed_dialog_leads_back_to_saving(begin):
    hands = begin("mail-05")
    for act in list(right_way(hands))[:5]:
        act()
    hands.close_dialog()
    assert hands.run.step.id == "press_save"


def test_what_lies_in_downloads_may_be_moved(begin):
    hands = begin("mail-05")
    for act in list(right_way(hands))[:4]:
        act()
    assert hands.save("instruction", "downloads").mistake == "saved_in_downloads"
    assert hands.run.guidance().way == "by_downloads"
    hands.move("instruction", "instructions")
    assert hands.run.step.id == "look"
    assert hands.show("instructions").done


# Mistakes


MISTAKES = {
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
