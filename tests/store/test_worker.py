"""The worker: in order, one writer, nothing told is lost while the disk is full."""

import threading
from concurrent.futures import CancelledError

import pytest

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store.errors import StoreFullError, StoreNotOursError
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.store.makers import KEY, a_person, a_step, after

SOON = 30


class Heard:
    """What the worker reported, and a way to wait for it."""

    def __init__(self):
        self.troubles = []
        self.failures = []
        self.begun = threading.Event()
        self.passed = threading.Event()

    def on_trouble(self, error):
        self.troubles.append(error)
        (self.begun if error else self.passed).set()

    def on_failure(self, error):
        self.failures.append(error)


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def worker(path, clock, heard):
    def open_it():
        return open_store(path, KEY, clock)

    worker = StoreWorker.start(
        open_it, on_trouble=heard.on_trouble, on_failure=heard.on_failure, retry_seconds=3600
    )
    yield worker
    worker.close()


def gate():
    """A job that holds the worker until the test lets go of it."""
    let_go = threading.Event()

    def hold(_store):
        assert let_go.wait(SOON)

    return hold, let_go


def fill(store):
    """From here on the file may not grow."""
    store.settings.put("filling", "x" * 20_000)
    (pages,) = store.database.first("PRAGMA page_count")
    store.database.run(f"PRAGMA max_page_count={pages}")


def make_room(store):
    store.database.run("PRAGMA max_page_count=1000000")


def saving(step):
    def save(store):
        store.attempts.finish_step(step, after(step, "x" * 6000))

    return save


def test_saves_and_looks_happen_in_the_order_in_which_they_were_asked(worker):
    hold, let_go = gate()
    worker.look(hold)
    done = []
    for number in range(20):
        if number % 3:
            worker.tell(lambda _store, number=number: done.append(number))
        else:
            worker.look(lambda _store, number=number: done.append(number))
    let_go.set()
    worker.ask(lambda _store: None)
    assert done == list(range(20))


def test_asking_sees_every_save_before_it(worker):
    people = [a_person(f"a-{number}") for number in range(10)]
    for person in people:
        worker.tell(lambda store, person=person: store.people.put(person))
    assert len(worker.ask(lambda store: store.people.all_cards())) == 10


def test_everything_runs_on_the_one_thread(worker):
    name = worker.ask(lambda _store: threading.current_thread())
    assert worker.tell(lambda _store: threading.current_thread()).result(SOON) is name
    assert name is not threading.current_thread()


def test_idle_work_waits_for_everything_else(worker):
    hold, let_go = gate()
    worker.look(hold)
    done = []
    idle = worker.when_idle(lambda _store: done.append("idle"))
    for _time in range(3):
        worker.tell(lambda _store: done.append("save"))
    let_go.set()
    idle.result(SOON)
    assert done == ["save", "save", "save", "idle"]


def test_an_error_goes_to_whoever_waits_and_the_worker_goes_on(worker, heard):
    def stumble(_store):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        worker.ask(stumble)
    assert heard.failures == []
    told = worker.tell(stumble)
    assert isinstance(told.exception(SOON), ZeroDivisionError)
    assert worker.ask(lambda store: store.people.all_cards()) == []
    assert heard.failures == [told.exception()]


def test_a_told_save_cannot_be_cancelled(worker):
    hold, let_go = gate()
    worker.look(hold)
    person = a_person()
    told = worker.tell(lambda store: store.people.put(person))
    assert not told.cancel()
    let_go.set()
    assert told.result(SOON)


def test_closing_makes_every_save_that_waits(path, clock, heard):
    worker = StoreWorker.start(lambda: open_store(path, KEY, clock))
    hold, let_go = gate()
    worker.look(hold)
    for number in range(50):
        worker.tell(lambda store, n=number: store.people.put(a_person(f"a-{n}")))
    closer = threading.Thread(target=worker.close)
    closer.start()
    let_go.set()
    closer.join(SOON)
    store = open_store(path, KEY, clock)
    assert len(store.people.all_cards()) == 50
    store.close()


def test_after_closing_nothing_is_taken_any_more(path, clock):
    worker = StoreWorker.start(lambda: open_store(path, KEY, clock))
    hold, let_go = gate()
    worker.look(hold)
    idle = worker.when_idle(lambda _store: None)
    closer = threading.Thread(target=worker.close)
    closer.start()
    let_go.set()
    closer.join(SOON)
    with pytest.raises(OurMistakeError):
        worker.tell(lambda _store: None)
    with pytest.raises(CancelledError):
        idle.result(SOON)
    assert worker.when_idle(lambda _store: None).cancelled()
    assert worker.close() == 0


def test_the_worker_does_not_wait_for_itself(worker):
    with pytest.raises(OurMistakeError):
        worker.ask(lambda _store: worker.ask(lambda _store: None))
    with pytest.raises(OurMistakeError):
        worker.ask(lambda _store: worker.close())


def test_a_refused_store_tells_everyone(path, clock):
    open_store(path, KEY, clock).close()
    worker = StoreWorker.start(lambda: open_store(path, bytes(32), clock))
    assert isinstance(worker.opened.exception(SOON), StoreNotOursError)
    assert isinstance(worker.tell(lambda _store: None).exception(SOON), StoreNotOursError)
    with pytest.raises(StoreNotOursError):
        worker.ask(lambda _store: None)
    assert isinstance(worker.when_idle(lambda _store: None).exception(SOON), StoreNotOursError)
    worker.close()


def test_a_full_disk_delays_saves_and_neither_loses_nor_doubles_one(worker, heard):
    worker.ask(fill)
    steps = [a_step("p-1", number, attempt_id="attempt") for number in range(1, 30)]
    told = [worker.tell(saving(step)) for step in steps]
    assert heard.begun.wait(SOON)
    worker.ask(lambda _store: None)
    waiting = sum(not future.done() for future in told)
    assert waiting
    assert worker.unsaved == waiting
    assert isinstance(worker.trouble, StoreFullError)
    saved = worker.ask(lambda store: store.attempts.steps_of("attempt"))
    assert saved == steps[: len(steps) - waiting]
    assert not heard.passed.is_set()
    worker.ask(make_room)
    worker.retry_now()
    for future in told:
        future.result(SOON)
    assert heard.passed.wait(SOON)
    assert worker.ask(lambda store: store.attempts.steps_of("attempt")) == steps
    assert worker.ask(lambda store: store.positions.get("p-1")) == after(steps[-1], "x" * 6000)
    assert (len(heard.troubles), heard.troubles[-1]) == (2, None)
    assert worker.trouble is None
    assert worker.unsaved == 0
    assert heard.failures == []


def test_reading_goes_on_while_the_disk_is_full_and_asking_for_a_save_says_so(worker, heard):
    worker.ask(fill)
    told = worker.tell(lambda store: store.settings.put("big", "x" * 60_000))
    assert heard.begun.wait(SOON)
    assert len(worker.ask(lambda store: store.settings.get("filling"))) == 20_000
    with pytest.raises(StoreFullError):
        worker.ask(lambda store: store.settings.put("bigger", "x" * 60_000))
    assert not told.done()
    worker.ask(make_room)
    worker.tell(lambda _store: None).result(SOON)
    assert told.done()


def test_a_kept_save_is_tried_again_without_being_asked(path, clock, heard):
    worker = StoreWorker.start(
        lambda: open_store(path, KEY, clock), on_trouble=heard.on_trouble, retry_seconds=0.01
    )
    tries = []

    def save_at_the_second_try(store):
        tries.append(1)
        if len(tries) == 2:
            make_room(store)
        store.settings.put("big", "x" * 60_000)

    worker.ask(fill)
    worker.tell(save_at_the_second_try).result(SOON)
    assert len(tries) == 2
    assert heard.passed.wait(SOON)
    assert worker.close() == 0


def test_idle_work_rests_while_the_disk_is_full(worker, heard):
    worker.ask(fill)
    told = worker.tell(lambda store: store.settings.put("big", "x" * 60_000))
    assert heard.begun.wait(SOON)
    idle = worker.when_idle(lambda _store: told.done())
    for _time in range(30):
        worker.ask(lambda _store: None)
    assert not idle.done()
    worker.ask(make_room)
    worker.retry_now()
    assert idle.result(SOON)


def test_closing_tries_once_more(path, clock, heard):
    worker = StoreWorker.start(
        lambda: open_store(path, KEY, clock), on_trouble=heard.on_trouble, retry_seconds=3600
    )
    tries = []

    def save_at_the_third_try(store):
        tries.append(1)
        if len(tries) < 3:
            raise StoreFullError(path)

    told = worker.tell(save_at_the_third_try)
    assert heard.begun.wait(SOON)
    worker.ask(lambda _store: None)
    assert worker.close() == 0
    assert told.done()


def test_closing_a_full_store_tells_what_could_not_be_saved(path, clock, heard):
    worker = StoreWorker.start(lambda: open_store(path, KEY, clock), on_trouble=heard.on_trouble)
    worker.ask(fill)
    told = worker.tell(lambda store: store.settings.put("big", "x" * 60_000))
    assert heard.begun.wait(SOON)
    assert worker.close() == 1
    assert isinstance(told.exception(SOON), StoreFullError)
