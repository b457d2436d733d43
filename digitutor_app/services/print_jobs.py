"""Printing: what a page hands over to a printer, and what the printer says about it."""

import os
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from digitutor_app.domain.errors import WorldError
from digitutor_app.store.errors import StoreError

#: A print service on the same machine answers at once; after this it does not answer, seconds.
PATIENCE = 20


class PrinterError(WorldError):
    """The paper did not come out; nothing of it is lost."""


class NoPrinterError(PrinterError):
    """There is no printer, or no print service that answers."""


class PrinterRefusesError(PrinterError):
    """The printer is stopped or takes no jobs."""


class PrintJobFailedError(PrinterError):
    """The printer took the paper and gave up."""


class JobState(Enum):
    """WAITING: the printer has it; DONE: it came out; FAILED: it never will."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """What was chosen in the dialog."""

    printer: str
    copies: int = 1
    two_sided: bool = False


class Printing(Protocol):
    """A way to paper. All of it may take seconds: call it beside the screen's thread."""

    def printers(self) -> list[str]:
        """The names of the printers, [] for none."""

    def send(self, pdf: bytes, order: PrintOrder) -> str:
        """Hand over one PDF; returns a ticket. Raises PrinterError."""

    def state(self, ticket: str) -> JobState:
        """How far it is; raises PrinterError."""

    def cancel(self, ticket: str) -> None:
        """Take it back if it has not come out yet; raises PrinterError."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to print: how it is made, and what is to be kept once a printer has it."""

    make: Callable[[], bytes]
    keep: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper that a printer has; ``trouble`` says why what should be kept is not."""

    ticket: str
    trouble: StoreError | None = None


def print_paper(printing: Printing, paper: Paper, order: PrintOrder) -> Printed:
    """Make, send, keep: nothing is kept of a paper that no printer took.

    Raises PrinterError, and what ``make`` raises.
    """
    ticket = printing.send(paper.make(), order)
    try:
        paper.keep()
    except StoreError as error:
        return Printed(ticket, error)
    return Printed(ticket)


def keep_all(papers: Sequence[Paper]) -> StoreError | None:
    """Keep what is to be kept of papers that were saved; returns why that did not succeed."""
    try:
        for paper in papers:
            paper.keep()
    except StoreError as error:
        return error
    return None


def state_of_all(printing: Printing, tickets: Sequence[str]) -> JobState:
    """FAILED when one failed, WAITING while one waits, else DONE; raises PrinterError."""
    states = {printing.state(ticket) for ticket in tickets}
    for state in (JobState.FAILED, JobState.WAITING):
        if state in states:
            return state
    return JobState.DONE


class CupsPrinting:
    """Hands the PDF itself to CUPS (lp): letters stay letters, and the queue itself answers."""

    def printers(self) -> list[str]:
        said = self._ask(["lpstat", "-e"], may_fail=True)
        return [line.split()[0] for line in said.splitlines() if line.strip()]

    def send(self, pdf: bytes, order: PrintOrder) -> str:
        if re.search(r"\bdisabled\b", self._ask(["lpstat", "-p", order.printer])):
            raise PrinterRefusesError("the queue is stopped")
        sides = "two-sided-long-edge" if order.two_sided else "one-sided"
        command = ["lp", "-d", order.printer, "-n", str(order.copies), "-t", "Digitutor"]
        said = self._ask([*command, "-o", "media=A4", "-o", f"sides={sides}"], pdf)
        found = re.search(r"request id is (\S+)", said)
        if found is None:
            raise PrinterRefusesError(said.strip())
        return found[1]

    def state(self, ticket: str) -> JobState:
        """How far it is. A job that somebody took out of the queue counts as done: CUPS tells no
        difference."""
        printer = ticket.rpartition("-")[0]
        open_jobs = _jobs(self._ask(["lpstat", "-l", "-W", "not-completed", "-o", printer]))
        if ticket in open_jobs:
            # A job that its filter gave up stays in the queue.
            if _gave_up(open_jobs[ticket]):
                return JobState.FAILED
            if re.search(r"\bdisabled\b", self._ask(["lpstat", "-p", printer])):
                raise PrinterRefusesError("the queue was stopped")
            return JobState.WAITING
        ended = _jobs(self._ask(["lpstat", "-l", "-W", "completed", "-o", printer]))
        return JobState.FAILED if _gave_up(ended.get(ticket, "")) else JobState.DONE

    def cancel(self, ticket: str) -> None:
        self._ask(["cancel", ticket], may_fail=True)

    def _ask(self, command: Sequence[str], given: bytes = b"", *, may_fail: bool = False) -> str:
        # The words of these programs are read: they must be the English ones.
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
        try:
            done = subprocess.run(
                command,
                input=given,
                capture_output=True,
                check=False,
                timeout=PATIENCE,
                env=environment,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoPrinterError(str(error)) from error
        if done.returncode and not may_fail:
            said = done.stderr.decode(errors="replace").strip()
            absent = re.search(r"does not exist|Invalid destination|scheduler|connect", said)
            raise (NoPrinterError if absent else PrinterRefusesError)(said)
        return done.stdout.decode(errors="replace")


def _gave_up(job: str) -> bool:
    return re.search(r"abort|with-errors", job) is not None


def _jobs(listing: str) -> dict[str, str]:
    """What lpstat tells of each job by its ticket: the line itself and those indented below it."""
    jobs: dict[str, str] = {}
    ticket = ""
    for line in listing.splitlines():
        if line[:1].strip():
            ticket = line.split()[0]
        if ticket:
            jobs[ticket] = f"{jobs.get(ticket, '')}{line}\n"
    return jobs
