"""The number of this laptop on the table: it stands on the start page and on the call card."""

from digitutor_app.services.errors import NotALaptopNumberError
from digitutor_app.store.worker import StoreWorker

SETTING = "laptop_number"
LARGEST = 99


class Laptop:
    """Keeps the number in the practice store of this laptop; it never travels."""

    def __init__(self, worker: StoreWorker) -> None:
        self._worker = worker
        self._number: str | None = None

    @property
    def number(self) -> str:
        """The number as text, "" while nobody has given one."""
        if self._number is None:
            self._number = self._worker.ask(lambda store: store.settings.get(SETTING))
        return self._number

    def give(self, typed: str) -> None:
        """Give the number, 1 to LARGEST, or take it away with ""; raises NotALaptopNumberError."""
        number = typed.strip()
        if number and not (number.isascii() and number.isdigit() and 1 <= int(number) <= LARGEST):
            raise NotALaptopNumberError(typed)
        number = str(int(number)) if number else ""
        self._worker.tell(lambda store: store.settings.put(SETTING, number))
        self._number = number
