"""``digitutor exchange``: a tutor's machine exchanges once with the organisation's server."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TextIO

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import WorldError
from digitutor_app.exchange.server.command import GOOD, REFUSED, run
from digitutor_app.exchange.server.errors import ServerError
from digitutor_app.exchange.server.sentences import sentence
from digitutor_app.exchange.server.settings import read_settings
from digitutor_app.i18n import _
from digitutor_app.services.gate import Gate
from digitutor_app.services.server_exchange import ServerExchange
from digitutor_app.store.errors import StoreInUseError
from digitutor_app.store.opening import open_store
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.trust.practice_key import practice_key

__all__ = ("GOOD", "REFUSED", "exchange")


def exchange(
    out: TextIO,
    folder: DataFolder,
    clock: Clock,
    ask: Callable[[str], str],
    *,
    pull: bool,
    push: bool,
) -> int:
    """Exchange both stores of this folder; ``ask`` shows a sentence and returns the tutor's
    words. 2 with a sentence when it fails."""
    gate = Gate(folder.path, clock, _ignore, _ignore)
    try:
        read_settings(folder.path)
        if not gate.is_set:
            out.write(_("Tällä koneella ei ole tutorin tietoja.") + "\n")
            return REFUSED
        with ExitStack() as doors:
            tutor = gate.enter(ask(_("Tutorin salalause: ")))
            doors.callback(tutor.close)
            practice = StoreWorker.start(partial(_practice, folder, clock))
            doors.callback(practice.close)
            server = ServerExchange(folder.path, practice, clock)
            return run(out, lambda: server.once(tutor, pull=pull, push=push).stores)
    except ServerError as error:
        out.write(f"{sentence(error)}\n")
    except StoreInUseError:
        out.write(_("Digitutor on auki. Sulje sen ikkuna ja yritä uudelleen.") + "\n")
    except WorldError as error:
        told = _("Tutorin tiedot eivät avautuneet. Mitään ei muuttunut. ({kind})")
        out.write(told.format(kind=type(error).__name__) + "\n")
    return REFUSED


def _practice(folder: DataFolder, clock: Clock) -> Store:
    store: Path = folder.practice_store
    return open_store(store, practice_key(folder.practice_key, store), clock)


def _ignore(_error: object) -> None:
    """Whoever asks gets the error too."""
