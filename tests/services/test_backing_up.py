"""When stores are copied: once a day, when nobody waits; and a full disk is told, not forgotten."""

import shutil
import threading
from concurrent.futures import Future

import pytest

from digitutor_app.services.backing_up import AGAIN, BackingUp
from digitutor_app.store.backup_files import DAILY, RESERVE
from digitutor_app.store.errors import StoreFullError
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.store.makers import KEY, a_person

SOON = 30
DAY = 24 * 3600


@pytest.fixture
def worker(tmp_path, clock):
    worker = StoreWorker.start(lambda: open_store(tmp_path / "practice.db", KEY, clock))
    yield worker
    worker.close()


@pytest.fixture
def told():
    return []


@pytest.fixture
def backing_up(worker, clock, told):
    return BackingUp(worker, clock, told.append)


def let_idle(worker):
    """Until everything that waited for a quiet moment has been done."""
    worker.when_idle(lambda _store: None).result(SOON)


def look(backing_up, worker):
    backing_up.look()
    let_idle(worker)
    return [backup.why for backup in backing_up.all()]


def test_a_store_with_nothing_in_it_is_not_copied(backing_up, worker):
    assert look(backing_up, worker) == []
    worker.ask(lambda store: store.people.put(a_person()))
    assert look(backing_up, worker) == [DAILY]


def test_once_a_day_however_often_somebody_looks(backing_up, worker, clock, told):
    worker.ask(lambda store: store.people.put(a_person()))
    for _hour in range(10):
        look(backing_up, worker)
        clock.forward(3600)
    assert len(backing_up.all()) == 1
    clock.forward(DAY)
    assert look(backing_up, worker) == [DAILY, DAILY]
    assert told == [None, None]
    # Another program run of the same day knows it from the files.
    assert look(BackingUp(worker, clock), worker) == [DAILY, DAILY]


def test_nobody_waits_for_it(backing_up, worker):
    worker.ask(lambda store: store.people.put(a_person()))
    going_on, order = threading.Event(), []
    held = worker.look(lambda _store: going_on.wait(SOON))
    backing_up.look()
    backing_up.look()
    person = a_person()
    saved = worker.tell(lambda store: order.append(len(store.backups.all())))
    saved_too = worker.tell(lambda store: store.people.put(person))
    going_on.set()
    for future in (held, saved, saved_too):
        future.result(SOON)
    let_idle(worker)
    assert order == [0]
    assert len(backing_up.all()) == 1


def test_by_hand(backing_up, worker):
    made = backing_up.now()
    assert isinstance(made, Future)
    assert made.result(SOON).path.exists()


def test_a_full_disk_is_told_and_tried_again_later(backing_up, worker, clock, told, monkeypatch):
    worker.ask(lambda store: store.people.put(a_person()))
    room = shutil.disk_usage(".")
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room._replace(free=RESERVE))
    assert look(backing_up, worker) == []
    assert look(backing_up, worker) == []
    [error] = told
    assert isinstance(error, StoreFullError)
    with pytest.raises(StoreFullError):
        backing_up.now().result(SOON)
    monkeypatch.undo()
    clock.forward(AGAIN)
    assert look(backing_up, worker) == [DAILY]
    assert told[1:] == [None]
