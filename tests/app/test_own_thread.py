"""Work on a thread of its own: one answer for each job, on the thread that asked for it."""

from threading import Event, current_thread

import pytest

from digitutor_app.app.own_thread import SILENT_AFTER, OwnThread
from tests.fakes.clock import FakeClock


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def work(qapp, clock):
    made = OwnThread("work", clock)
    yield made
    made.close()


@pytest.fixture
def answers(work):
    heard = []
    work.ended.connect(lambda answer: heard.append((answer, current_thread())))
    return heard


def test_what_a_job_returns_comes_back_on_this_thread(work, answers, qtbot):
    work.begin(lambda: current_thread().name)
    assert work.busy
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("work", current_thread())]
    assert not work.busy


def test_what_goes_wrong_comes_back_too(work, answers, qtbot):
    def fails():
        raise LookupError("nothing there")

    work.begin(fails)
    qtbot.waitUntil(lambda: bool(answers))
    assert isinstance(answers[0][0], LookupError)


def test_a_job_that_was_left_says_nothing_and_another_may_begin(work, answers, qtbot):
    goes_on = Event()
    work.begin(lambda: goes_on.wait() and "late")
    work.leave()
    assert not work.busy
    work.begin(lambda: "in time")
    goes_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(0)
    assert [answer for answer, _thread in answers] == ["in time"]


def test_who_does_not_answer_for_long_is_silent(work, clock, answers, qtbot):
    goes_on = Event()
    work.begin(goes_on.wait)
    assert not work.silent
    clock.forward(SILENT_AFTER)
    assert work.silent
    goes_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert not work.silent
