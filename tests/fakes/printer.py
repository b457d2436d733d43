"""A printer that keeps its papers in a list, and refuses when a test says so."""

import threading

from digitutor_app.services.print_jobs import JobState, PrinterError, PrintOrder


class FakePrinter:
    """Implements ``digitutor_app.services.print_jobs.Printing``."""

    def __init__(self) -> None:
        self.names = ["Luokka 2"]
        self.papers: list[bytes] = []
        self.orders: list[PrintOrder] = []
        self.cancelled: list[str] = []
        #: What the next papers meet: the error, after so many that still come out.
        self.error: PrinterError | None = None
        self.error_after = 0
        self.ends: JobState = JobState.DONE
        #: While this is clear, a paper is on its way and does not arrive.
        self.lets_in = threading.Event()
        self.lets_in.set()
        self.busy = False

    def printers(self) -> list[str]:
        return self.names

    def send(self, pdf: bytes, order: PrintOrder) -> str:
        if self.error is not None and len(self.papers) >= self.error_after:
            raise self.error
        self.busy = True
        self.lets_in.wait(60)
        self.papers.append(pdf)
        self.orders.append(order)
        return f"job-{len(self.papers)}"

    def state(self, ticket: str) -> JobState:
        assert ticket.startswith("job-")
        return self.ends

    def cancel(self, ticket: str) -> None:
        self.cancelled.append(ticket)
