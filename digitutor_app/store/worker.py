"""The one thread that writes: saves in order, looks between them, small checks when idle.

A save that finds no room is kept and tried again, in order, until it stands; practice goes on
meanwhile. Every save carries ids made beforehand, so trying again doubles nothing. Where damage
shows in the open store, the worker lets it be mended and goes on with the same saves.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store.errors import StoreDamagedError, StoreError, StoreTroubleError
from digitutor_app.store.store import Store

T = TypeVar("T")
OnTrouble = Callable[[StoreTroubleError | None], None]
OnFailure = Callable[[BaseException], None]

RETRY_SECONDS = 5.0


class _Job:
    """A piece of work and the promise of its result; ``kept`` means it may not be given up."""

    def __init__(self, work: Callable[[Store], Any], *, kept: bool = False) -> None:
        self.work = work
        self.kept = kept
        self.future: Future[Any] = Future()
        if kept:
            # From here on nobody can cancel it: a save that was told is made.
            self.future.set_running_or_notify_cancel()

    def give_up(self, error: BaseException) -> None:
        if self.kept or self.future.set_running_or_notify_cancel():
            self.future.set_exception(error)


class StoreWorker:
    """One thread, one writer. Make it with ``StoreWorker.start``.

    ``opened`` is done when the store is open; if opening failed, it and every job hold the error.
    Futures and callbacks are served on the worker's thread.
    """

    def __init__(
        self,
        on_trouble: OnTrouble | None,
        on_failure: OnFailure | None,
        mend: Callable[[], Store] | None,
        retry_seconds: float,
    ) -> None:
        self.opened: Future[None] = Future()
        self._on_trouble = on_trouble
        self._on_failure = on_failure
        self._mend = mend
        self._met_damage: _Job | None = None
        self._retry_seconds = retry_seconds
        self._wake = threading.Condition()
        self._line: deque[_Job] = deque()
        self._idle: deque[_Job] = deque()
        self._saves: deque[_Job] = deque()
        self._trouble: StoreTroubleError | None = None
        self._retry = False
        self._closing = False
        self._end_error: BaseException | None = None
        self._thread: threading.Thread | None = None

    @classmethod
    def start(
        cls,
        open: Callable[[], Store],
        *,
        on_trouble: OnTrouble | None = None,
        on_failure: OnFailure | None = None,
        mend: Callable[[], Store] | None = None,
        retry_seconds: float = RETRY_SECONDS,
    ) -> "StoreWorker":
        """Start the thread, which opens the store by calling ``open``.

        ``on_trouble`` gets the error when saving stops working and None when every kept save has
        been made. ``on_failure`` gets the error of a save that failed for good. A kept save is
        tried again every ``retry_seconds`` and whenever another one is told. ``mend`` makes a sound
        store in the place of a damaged one that has been closed, and opens it.
        """
        worker = cls(on_trouble, on_failure, mend, retry_seconds)
        worker._thread = threading.Thread(
            target=worker._run, args=[open], name="store-worker", daemon=True
        )
        worker._thread.start()
        return worker

    def tell(self, job: Callable[[Store], T]) -> "Future[T]":
        """Save: jobs run in the order told; without room a job waits and is tried again.

        The future cannot be cancelled; it is done when the job's work is committed.
        """
        return self._join(self._line, _Job(job, kept=True))

    def look(self, job: Callable[[Store], T]) -> "Future[T]":
        """Read: sees every save told before it, unless there is trouble; then what is on disk."""
        return self._join(self._line, _Job(job))

    def ask(self, job: Callable[[Store], T]) -> T:
        """Read and wait for the answer; raises what the job raises (StoreFullError too)."""
        if threading.current_thread() is self._thread:
            raise OurMistakeError("the worker cannot wait for itself")
        return self.look(job).result()

    def when_idle(self, job: Callable[[Store], T]) -> "Future[T]":
        """Run when nothing else waits and there is no trouble; cancelled by ``close``."""
        piece = _Job(job)
        with self._wake:
            if self._closing:
                piece.future.cancel()
                return piece.future
        return self._join(self._idle, piece)

    def retry_now(self) -> None:
        """Try kept saves now (somebody has made room)."""
        with self._wake:
            self._retry = True
            self._wake.notify()

    @property
    def trouble(self) -> StoreTroubleError | None:
        """Why saving does not work at the moment, or None."""
        return self._trouble

    @property
    def unsaved(self) -> int:
        """How many saves have been told and do not stand yet."""
        with self._wake:
            return len(self._saves) + sum(job.kept for job in self._line)

    @property
    def closed(self) -> bool:
        """Nothing can be told or asked any more."""
        return self._closing

    def close(self) -> int:
        """Make every save and look that waits, close the store, end the thread.

        Returns how many saves could not be made (their futures hold the error).
        """
        if self._thread is None or threading.current_thread() is self._thread:
            raise OurMistakeError("the worker cannot close itself")
        with self._wake:
            self._closing = True
            self._retry = True
            self._wake.notify()
        self._thread.join()
        return len(self._saves)

    def _join(self, line: deque[_Job], job: _Job) -> "Future[Any]":
        with self._wake:
            if self._closing:
                raise OurMistakeError("the worker has been closed")
            if self._end_error is None:
                line.append(job)
                self._wake.notify()
                return job.future
        job.give_up(self._end_error)
        return job.future

    def _run(self, open_it: Callable[[], Store]) -> None:
        error: BaseException = OurMistakeError("the worker has ended")
        try:
            store = open_it()
        except BaseException as refusal:  # noqa: BLE001 - belongs to whoever waits for the store
            self._end(refusal)
            self.opened.set_exception(refusal)
            return
        self.opened.set_result(None)
        try:
            while (job := self._next()) is not None:
                self._do(job, store)
                self._make_saves(store)
                if self._mend is not None and store.broken:
                    store = self._mended(store, self._mend)
                    self._make_saves(store)
            error = self._trouble or error
        finally:
            try:
                store.close()
            finally:
                self._end(error)

    def _next(self) -> "_Job | None":
        """The next job; a save goes to the others and nothing stands for it; None at the end."""
        with self._wake:
            while True:
                if self._line:
                    return self._sorted(self._line.popleft())
                if self._saves and self._retry:
                    self._retry = False
                    return _Job(_nothing)
                if self._closing:
                    return None
                if self._idle and not self._saves:
                    return self._idle.popleft()
                timeout = self._retry_seconds if self._saves else None
                self._retry = not self._wake.wait(timeout) or self._retry

    def _sorted(self, job: _Job) -> _Job:
        if not job.kept:
            return job
        self._saves.append(job)
        return _Job(_nothing)

    def _do(self, job: _Job, store: Store) -> None:
        if not job.future.set_running_or_notify_cancel():
            return
        try:
            result = job.work(store)
        except Exception as error:  # noqa: BLE001 - belongs to whoever waits for the answer
            job.future.set_exception(error)
        else:
            job.future.set_result(result)

    def _mended(self, store: Store, mend: Callable[[], Store]) -> Store:
        """A sound store in the place of this one; without room for it, as soon as there is some."""
        with suppress(StoreError):
            store.close()
        while True:
            try:
                return mend()
            except StoreTroubleError as error:
                self._change_trouble(error)
                with self._wake:
                    if self._closing:
                        raise
                    self._wake.wait(self._retry_seconds)

    def _make_saves(self, store: Store) -> None:
        while self._saves:
            job = self._saves[0]
            try:
                result = job.work(store)
            except StoreTroubleError as error:
                self._change_trouble(error)
                return
            except Exception as error:  # noqa: BLE001 - belongs to whoever told the save
                if self._waits_for_mending(job, error):
                    return
                self._saves.popleft()
                job.future.set_exception(error)
                if self._on_failure:
                    self._on_failure(error)
            else:
                self._saves.popleft()
                job.future.set_result(result)
        self._change_trouble(None)

    def _waits_for_mending(self, job: _Job, error: Exception) -> bool:
        """Whether this save met damage, for the first time, and there is somebody to mend it."""
        damaged = isinstance(error, StoreDamagedError) and self._mend is not None
        if not damaged or self._met_damage is job:
            return False
        self._met_damage = job
        return True

    def _change_trouble(self, error: StoreTroubleError | None) -> None:
        changed = (self._trouble is None) != (error is None)
        self._trouble = error
        if changed and self._on_trouble:
            self._on_trouble(error)

    def _end(self, error: BaseException) -> None:
        with self._wake:
            self._end_error = error
            left = [*self._saves, *self._line]
            idle = list(self._idle)
        for job in left:
            job.give_up(error)
        for job in idle:
            job.future.cancel()


def _nothing(_store: Store) -> None:
    """What is done before saves: they are made after every job."""
