"""The net below everything: an error nobody expected becomes a sentence and a log without names."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

_LOG = logging.getLogger("digitutor")


class CrashNet(QObject):
    """Emits ``crashFinished`` on the screen's thread after an unexpected error has been logged."""

    crashFinished = Signal()

    _log: "_LaterLog | None" = None

    def install(self, log: Path) -> None:
        """Catch what nobody caught, on every thread. ``log`` may be unwritable: then no log."""
        self._log = _LaterLog(log)
        _LOG.addHandler(self._log)
        _LOG.propagate = False
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def close_log(self) -> None:
        """Let go of the file; the next error opens it anew."""
        if self._log is not None:
            self._log.let_go()

    def caught(self, error: BaseException) -> None:
        """Something below found an error that it cannot deal with."""
        self._on_error(type(error), error, error.__traceback__)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.error(without_names(kind, trace))
        # Python keeps the last error for a debugger, and with it every half-made page.
        sys.last_value = sys.last_traceback = None
        self.crashFinished.emit()

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_error(args.exc_type, args.exc_value, args.exc_traceback)


class _LaterLog(logging.Handler):
    """Opens the log when there is something to write: its handler brings sockets and more along,
    and most days nothing happens."""

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        self._opened: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            self._opened = self._open()
        self._opened.emit(record)

    def let_go(self) -> None:
        """Close the file until there is something to write again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def close(self) -> None:
        self.let_go()
        super().close()

    def _open(self) -> logging.Handler:
        try:
            from logging.handlers import RotatingFileHandler

            self._log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                self._log, maxBytes=200_000, backupCount=1, encoding="utf-8"
            )
        except OSError:
            return logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        return handler


def without_names(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Kind and places of an error. Its message is left out: it could hold somebody's name."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f"{kind.__name__} < {' < '.join(reversed(places))}"
