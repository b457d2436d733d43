"""The number of this laptop on the table: it stands on the start page and on the call card."""

from dataclasses import replace

from digitutor_app.services.errors import NotALaptopNumberError
from digitutor_app.store.store import Store
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
            self._number = self._worker.ask(number_of)
        return self._number

    def give(self, typed: str) -> None:
        """Give the number, 1 to LARGEST, or take it away with ""; raises NotALaptopNumberError.

        Who is here has the new number too: that is where a tutor looks for them.
        """
        number = typed.strip()
        if number and not (number.isascii() and number.isdigit() and 1 <= int(number) <= LARGEST):
            raise NotALaptopNumberError(typed)
        number = str(int(number)) if number else ""

        def save(store: Store) -> None:
            with store.transaction():
                store.settings.put(SETTING, number)
                for visit in store.visits.open_visits():
                    store.visits.put(replace(visit, laptop=number))

        self._worker.tell(save)
        self._number = number


def number_of(store: Store) -> str:
    """The number of the laptop that this store is on, "" while nobody has given one."""
    return store.settings.get(SETTING)
