"""A real file system without room: saves wait, nothing is lost, and then it goes on."""

import os
import subprocess
import sys
import threading

import pytest

from digitutor_app.store.errors import StoreFullError, StoreTroubleError
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.store.makers import KEY, a_step, after

SOON = 30
may_mount = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="mounting takes root"
)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of one mebibyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let us mount")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@may_mount
def test_a_full_disk_is_waited_out(small_disk, clock):
    path = small_disk / "practice.db"
    begun, passed = threading.Event(), threading.Event()

    def on_trouble(error):
        (begun if error else passed).set()

    worker = StoreWorker.start(
        lambda: open_store(path, KEY, clock), on_trouble=on_trouble, retry_seconds=3600
    )
    worker.opened.result(SOON)
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(500_000))
    steps = [a_step("p-1", number, attempt_id="attempt") for number in range(1, 200)]

    def saving(step):
        return lambda store: store.attempts.finish_step(step, after(step, "x" * 8000))

    told = [worker.tell(saving(step)) for step in steps]
    assert begun.wait(SOON)
    assert isinstance(worker.trouble, StoreFullError)
    stand = worker.ask(lambda store: store.attempts.steps_of("attempt"))
    assert 0 < len(stand) < len(steps)
    assert stand == steps[: len(stand)]
    ballast.unlink()
    subprocess.run(["mount", "-o", "remount,size=16m", str(small_disk)], check=True)
    worker.retry_now()
    for future in told:
        future.result(SOON)
    assert passed.wait(SOON)
    assert worker.close() == 0
    store = open_store(path, KEY, clock)
    assert store.attempts.steps_of("attempt") == steps
    store.close()


def save_until_it_fails(store, saved):
    for number in range(1, 400):
        step = a_step("p-1", number, attempt_id="attempt")
        store.attempts.finish_step(step, after(step, "x" * 8000))
        saved.append(step)


@may_mount
def test_closing_on_a_full_disk_keeps_every_save_that_stands(small_disk, clock):
    path = small_disk / "practice.db"
    store = open_store(path, KEY, clock)
    saved = []
    with pytest.raises(StoreFullError):
        save_until_it_fails(store, saved)
    store.close()
    subprocess.run(["mount", "-o", "remount,size=16m", str(small_disk)], check=True)
    store = open_store(path, KEY, clock)
    assert store.attempts.steps_of("attempt") == saved
    store.close()


@may_mount
def test_no_room_for_a_new_store_is_said_and_leaves_nothing(small_disk, clock):
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space"):
        ballast.write_bytes(bytes(2_000_000))
    with pytest.raises(StoreTroubleError):
        open_store(small_disk / "practice.db", KEY, clock)
    assert list(small_disk.iterdir()) == [ballast]
    ballast.unlink()
    open_store(small_disk / "practice.db", KEY, clock).close()
