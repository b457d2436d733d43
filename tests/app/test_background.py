"""Long work beside the screen: answers come back, and a job that never ends keeps no program."""

import threading

import pytest

from digitutor_app.app.background import BackgroundWork


@pytest.fixture
def work(qapp):
    made = BackgroundWork(patience=0.2)
    yield made
    made.close()


def test_answers_and_errors_come_back_in_order(qtbot, work):
    said = []

    def wrong():
        raise KeyError("x")

    work.run(lambda: 1, said.append, said.append)
    work.run(wrong, said.append, lambda error: said.append(type(error)))
    work.run(threading.current_thread, said.append, said.append)
    qtbot.waitUntil(lambda: len(said) == 3, timeout=30_000)
    assert said[:2] == [1, KeyError]
    assert said[2] is not threading.current_thread()


def test_closing_waits_for_no_job_that_never_ends(qtbot, work):
    begun, let_go, said = threading.Event(), threading.Event(), []

    def job():
        begun.set()
        let_go.wait(60)

    work.run(job, said.append, said.append)
    work.run(lambda: said.append("began"), said.append, said.append)
    assert begun.wait(30)
    work.close()
    assert not let_go.is_set()
    let_go.set()
    work._thread.join(30)
    qtbot.wait(10)
    assert said == []


def test_closing_waits_for_what_will_end(qapp):
    work = BackgroundWork(patience=None)
    begun, closing, done = threading.Event(), threading.Event(), []

    def job():
        begun.set()
        closing.wait(30)
        done.append(1)

    work.run(job, print, print)
    assert begun.wait(30)
    threading.Timer(0.1, closing.set).start()
    work.close()
    assert done == [1]
