"""Machines that meet without a stick: people compare four words, then a machine is believed."""

from dataclasses import dataclass
from pathlib import Path

from digitutor_app.exchange.introduction import Introduction, introductions, leave
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.exchange.stick.sheet import TutorMachine
from digitutor_app.services.errors import OtherOrganisationError
from digitutor_app.services.organisation import Device, Organisation
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.trust.four_words import words_of
from digitutor_app.trust.signing import SigningKey


@dataclass(frozen=True, slots=True)
class Stranger:
    """A tutor machine that has left its file: what it says, and the words to compare."""

    said: Introduction
    words: tuple[str, ...]
    known: bool


class Introducing:
    """On the tutor's machine with its store open."""

    def __init__(self, tutor: StoreWorker) -> None:
        self._tutor = tutor

    @property
    def words(self) -> tuple[str, ...]:
        """The four words of this machine."""
        return words_of(self._tutor.ask(lambda store: Organisation(store).key.public))

    def machines(self) -> list[TutorMachine]:
        """The other tutor machines that were introduced here."""
        return self._tutor.ask(lambda store: Organisation(store).machines()[1:])

    def meet(self, folder: Path, name: str) -> list[Stranger]:
        """Leave this machine's file (it is called ``name``) and read those of others. Raises
        PlaceError."""

        def saying(store: Store) -> tuple[Introduction, SigningKey]:
            ours = Organisation(store)
            own = ours.machines(name)[0]
            said = Introduction(
                organisation=ours.id, machine=own, recovery=ours.recovery, settled=ours.settled
            )
            return said, ours.key

        leave(FolderPlace(folder), *self._tutor.ask(saying))
        return self.left_in(folder)

    def left_in(self, folder: Path) -> list[Stranger]:
        """Which other machines have left their file there. Raises PlaceError."""
        ours = self._tutor.ask(Organisation)
        own = ours.key.public.hex()
        known = {machine.public: machine.recipient for machine in ours.machines()}
        return [
            Stranger(
                each,
                words_of(bytes.fromhex(each.machine.public)),
                known.get(each.machine.public) == each.machine.recipient
                and each.organisation == ours.id,
            )
            for each in introductions(FolderPlace(folder))
            if each.machine.public != own
        ]

    def introduce(self, stranger: Stranger) -> None:
        """Believe this tutor machine from now on: its four words were the same.

        Of two machines with organisations of their own the one whose organisation nobody counts on
        yet takes over the other's (the one with the later number where nobody counts on either).
        Raises OtherOrganisationError where people count on both.
        """

        def save(store: Store) -> None:
            ours = Organisation(store)
            said = stranger.said
            with store.transaction():
                if said.organisation != ours.id:
                    if ours.settled and said.settled:
                        raise OtherOrganisationError
                    theirs = said.settled or (not ours.settled and said.organisation < ours.id)
                    if theirs:
                        ours.belong_to(said.organisation)
                ours.introduce(said.machine)

        self._tutor.ask(save)

    def part_with(self, public: str) -> None:
        """Believe this tutor machine no more, and seal nothing for it: it is lost, or its tutor has
        left. Laptops hear of it from the next stick."""
        self._tutor.ask(lambda store: Organisation(store).part_with(public))

    def introduce_laptop(self, public: str) -> None:
        """Believe what this laptop delivers: its four words were the same."""
        self._tutor.ask(lambda store: Organisation(store).note(Device(public=public)))
