"""Tuo tiedot and Vie tiedot: by hand from a folder or a file, and to the other tutor machines."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from digitutor_app.app.collect_line import CollectLine
from digitutor_app.app.window import ShowPage
from digitutor_app.dialogs.choose_folder import ChooseFolder, choose_bundle, choose_place
from digitutor_app.domain.errors import WorldError
from digitutor_app.exchange.by_hand import place_at
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import TutorMachine
from digitutor_app.i18n import _
from digitutor_app.screens.exchange_words import machine_name
from digitutor_app.screens.tutor.data_export import ExportScreen
from digitutor_app.screens.tutor.data_import import ImportScreen
from digitutor_app.screens.tutor.data_part import PartScreen
from digitutor_app.services.collected import Collected
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.introducing import Stranger
from digitutor_app.services.laptops_known import LaptopsKnown
from digitutor_app.services.organisation import Organisation
from digitutor_app.ui_kit.look import Look

#: What a place would bring, the laptops' numbers by key, and the tutor machines that left a file.
_Looked = tuple[Collected, dict[str, int], dict[str, Stranger]]


class ExchangeLine(QObject):
    """Connects the two pages. Emits ``backRequested``.

    ``choose_place`` and ``choose_file`` ask for a folder and for a file.
    """

    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        show: ShowPage,
        collect: CollectLine,
    ) -> None:
        super().__init__()
        self.choose_place: ChooseFolder = choose_place
        self.choose_file: ChooseFolder = choose_bundle
        self._look = look
        self._context = context
        self._tutor = tutor
        self._show_page = show
        self._collect = collect
        self._import: ImportScreen | None = None
        self._export: ExportScreen | None = None
        self._from: Path | None = None
        self._folder: Path | None = None
        self._met: dict[str, Stranger] = {}

    # Tuo tiedot

    def show_import(self) -> None:
        """Show the page; nothing has been chosen yet."""
        screen = ImportScreen(self._look)
        screen.folderRequested.connect(self._on_place)
        screen.fileRequested.connect(self._on_file)
        screen.takeRequested.connect(self._on_take)
        screen.oldRequested.connect(partial(self._look_into, old_too=True))
        screen.laptopRequested.connect(self._on_laptop)
        screen.machineRequested.connect(self._on_machine)
        screen.backRequested.connect(self.backRequested)
        self._import, self._from = screen, None
        self._show_page(screen)

    def _on_place(self) -> None:
        screen = self._importing()
        chosen = None if screen is None else self.choose_place(screen.window())
        if chosen is not None:
            self._choose(chosen)

    def _on_file(self) -> None:
        screen = self._importing()
        chosen = None if screen is None else self.choose_file(screen.window())
        if chosen is not None:
            self._choose(chosen)

    def _choose(self, chosen: Path) -> None:
        """The workshop's stick is collected with everything that belongs to it."""
        screen = self._importing()
        self._from = chosen
        if screen is None:
            return
        stick, collecting = Stick(chosen), self._tutor.collecting

        def ours() -> bool:
            try:
                return stick.has_workshop and collecting.is_ours(stick)
            except (WorldError, OSError):
                return False

        screen.run(self._context.background, ours, self._on_known)

    def _on_known(self, ours: bool) -> None:
        if not (ours and self._from is not None and self._collect.read(self._from)):
            self._look_into()

    def _look_into(self, *, old_too: bool = False) -> None:
        screen, chosen, tutor = self._importing(), self._from, self._tutor
        if screen is None or chosen is None:
            return
        practice, clock = self._context.worker, self._context.clock
        desk = LaptopsKnown(practice, tutor.worker, tutor.following, clock)

        def job() -> _Looked:
            place = place_at(chosen)
            found = tutor.collecting.look(place, old_too=old_too)
            come = {each.device.number for each in found.arrived}
            left_out = [n for n in desk.room().missing if n not in come] if found.arrived else []
            found = replace(found, missing=left_out)
            folder = chosen.parent if chosen.is_file() else chosen
            left = tutor.introducing.left_in(folder)
            return found, self._numbers(), {each.said.machine.public: each for each in left}

        def done(looked: _Looked) -> None:
            found, numbers, self._met = looked
            screen.show_preview(str(chosen), found, numbers, list(self._met), old_too=old_too)

        screen.run(self._context.background, job, done, _("Luen tietoja…"))

    def _numbers(self) -> dict[str, int]:
        known = self._tutor.worker.ask(lambda store: Organisation(store).devices())
        return {device.public: device.number for device in known}

    def _on_take(self, old_too: bool) -> None:
        screen, chosen, tutor = self._importing(), self._from, self._tutor
        if screen is None or chosen is None:
            return

        def job() -> tuple[Collected, dict[str, int]]:
            taken = tutor.collecting.take(place_at(chosen), old_too=old_too)
            return taken, self._numbers()

        def done(answer: tuple[Collected, dict[str, int]]) -> None:
            screen.say_taken(*answer)

        screen.run(self._context.background, job, done, _("Tuon tietoja…"))

    def _on_laptop(self, public: str) -> None:
        screen, introducing = self._importing(), self._tutor.introducing
        if screen is not None:
            job = partial(introducing.introduce_laptop, public)
            screen.run(self._context.background, job, self._on_introduced)

    def _on_machine(self, public: str) -> None:
        screen, stranger = self._importing(), self._met.get(public)
        if screen is not None and stranger is not None:
            job = partial(self._tutor.introducing.introduce, stranger)
            screen.run(self._context.background, job, self._on_introduced)

    def _on_introduced(self, _nothing: object) -> None:
        self._look_into()

    # Vie tiedot

    def show_export(self) -> None:
        """Show the page with this machine's words and the machines that it knows."""
        introducing = self._tutor.introducing
        screen = ExportScreen(self._look, introducing.words, introducing.machines())
        screen.writeRequested.connect(self._on_write)
        screen.meetRequested.connect(self._on_meet)
        screen.sameRequested.connect(self._on_same)
        screen.partRequested.connect(self._show_part)
        screen.backRequested.connect(self.backRequested)
        self._export = screen
        self._show_page(screen)

    def _on_write(self) -> None:
        screen = self._exporting()
        chosen = None if screen is None else self.choose_place(screen.window())
        if screen is None or chosen is None:
            return
        job = partial(self._tutor.handing_over.write, chosen)
        words = _("Kirjoitan tietoja. Älä ota tikkua vielä irti.")

        def done(_exported: object) -> None:
            where = _("Tiedot ovat täällä: {folder}").format(folder=chosen)
            screen.tell(where, [_("Jos kansio on tikulla, voit ottaa tikun irti.")])

        screen.run(self._context.background, job, done, words)

    def _on_meet(self) -> None:
        screen = self._exporting()
        chosen = None if screen is None else self.choose_place(screen.window())
        if chosen is not None:
            self._folder = chosen
            self._meet()

    def _meet(self) -> None:
        screen, folder = self._exporting(), self._folder
        if screen is None or folder is None:
            return
        job = partial(self._tutor.introducing.meet, folder, self._own_name())
        screen.run(self._context.background, job, screen.show_met)

    def _on_same(self, stranger: Stranger) -> None:
        screen, introducing = self._exporting(), self._tutor.introducing
        if screen is None:
            return

        def done(_nothing: object) -> None:
            screen.show_machines(introducing.machines())
            self._meet()

        job = partial(introducing.introduce, stranger)
        screen.run(self._context.background, job, done)

    def _show_part(self, machine: TutorMachine) -> None:
        screen = PartScreen(self._look, machine)
        screen.partRequested.connect(partial(self._part_with, screen, machine))
        screen.backRequested.connect(self.show_export)
        self._show_page(screen)

    def _part_with(self, screen: PartScreen, machine: TutorMachine) -> None:
        def done(_nothing: object) -> None:
            self.show_export()
            if (page := self._exporting()) is not None:
                title = _("{name} on erotettu").format(name=machine_name(machine))
                again = _("Saat koneen takaisin, kun tutustutte uudestaan ja vertaatte sanoja.")
                stick = _("Valmistele uusi tikku, jotta harjoituskoneet saavat tiedon.")
                page.tell(title, [stick, again])

        job = partial(self._tutor.introducing.part_with, machine.public)
        screen.run(self._context.background, job, done)

    def _own_name(self) -> str:
        mine = [tutor.name for tutor in self._context.gate.tutors() if tutor.me]
        return mine[0] if mine else _("Tutorin kone")

    def _importing(self) -> ImportScreen | None:
        screen = self._import
        return screen if screen is not None and isValid(screen) else None

    def _exporting(self) -> ExportScreen | None:
        screen = self._export
        return screen if screen is not None and isValid(screen) else None
