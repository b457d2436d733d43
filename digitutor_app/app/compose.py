"""Builds the services, once, and hands them over as one Context."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digitutor_app.app.background import BackgroundWork
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.app.saving import SavingNews
from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.clock import Clock
from digitutor_app.i18n.places import exercises
from digitutor_app.services.begun import PracticeTools
from digitutor_app.services.board import Board
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.exercise_map import ExerciseMap
from digitutor_app.services.gate import Gate
from digitutor_app.services.help_calls import HelpCalls
from digitutor_app.services.laptop import Laptop
from digitutor_app.services.moving import Moving
from digitutor_app.services.observations import Observations
from digitutor_app.services.pin import Pin
from digitutor_app.services.practices import Practices
from digitutor_app.services.reception import Reception
from digitutor_app.services.records import Records
from digitutor_app.services.skills import Skills
from digitutor_app.services.visit_desk import VisitDesk
from digitutor_app.services.watching import Watchings
from digitutor_app.services.what_next import WhatNext
from digitutor_app.store.checking import StoreCheck
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

if TYPE_CHECKING:
    from digitutor_app.services.print_jobs import Printing
    from digitutor_app.store.restoring import Rescue

#: Makes a sound store in the place of a damaged one, tells what came of it, and opens it.
Mend = Callable[[Callable[["Rescue"], None]], Store]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the program is made of, beside its windows."""

    context: Context
    rooms: RoomsFound
    background: BackgroundWork
    news: SavingNews

    def check_store(self) -> None:
        """Look for damage, piece by piece, while nothing else waits for the store."""
        check = StoreCheck(self.context.worker)
        check.finished.add_done_callback(self.news.on_checked)


def compose(
    folder: DataFolder,
    clock: Clock,
    open_practice: Callable[[], Store],
    content: Path | None = None,
    mend: Mend | None = None,
) -> Parts:
    """Open the practice store on its worker and build every service on it.

    ``content`` stands in for the exercises that come with the program; ``mend`` mends the practice
    store where damage shows while it is open.
    """
    news = SavingNews()
    background = BackgroundWork()
    worker = StoreWorker.start(
        open_practice,
        on_trouble=news.on_trouble,
        on_failure=news.on_failure,
        mend=None if mend is None else partial(mend, news.on_mended),
    )
    rooms = RoomsFound()
    gate = Gate(folder.path, clock, news.on_trouble, news.on_failure, on_mended=news.on_mended)
    kinds = rooms.vocabulary()
    catalogue = Catalogue(content or exercises(), kinds.problem)
    tools = PracticeTools(worker, clock, catalogue, kinds)
    context = replace(services_on(tools, gate, background), on_backup=news.on_backup)
    return Parts(context, rooms, background, news)


def services_on(tools: PracticeTools, gate: Gate, background: BackgroundWork) -> Context:
    """Every service of the practice side on its open store."""
    worker, clock, catalogue = tools.worker, tools.clock, tools.catalogue
    practices = Practices(tools)
    what_next = WhatNext(worker, catalogue, practices, clock)
    skills = Skills(worker, catalogue)
    return Context(
        clock=clock,
        worker=worker,
        catalogue=catalogue,
        reception=Reception(worker, clock),
        practices=practices,
        watchings=Watchings(tools),
        what_next=what_next,
        exercise_map=ExerciseMap(worker, catalogue, what_next),
        skills=skills,
        calls=HelpCalls(worker, clock),
        board=Board(worker, catalogue, clock),
        visit_desk=VisitDesk(worker, clock),
        records=Records(worker, catalogue, skills),
        observations=Observations(worker, clock),
        moving=Moving(worker, clock),
        gate=gate,
        pin=Pin(worker, clock),
        background=background,
        laptop=Laptop(worker),
    )


def compose_tutor(
    context: Context, worker: StoreWorker, printing: "Printing | None" = None
) -> TutorContext:
    """The services that stand on the tutor's open store, which gets the day's copy; ``printing``
    stands in for the way to paper of this machine."""
    # Where no tutor comes they are not needed.
    from digitutor_app.services.backing_up import BackingUp
    from digitutor_app.services.certify import Certify
    from digitutor_app.services.code_cards import CodeCards
    from digitutor_app.services.collecting import WAITING, Collecting
    from digitutor_app.services.erasing import Erasing
    from digitutor_app.services.following import Following
    from digitutor_app.services.handing_over import HandingOver
    from digitutor_app.services.introducing import Introducing
    from digitutor_app.services.letterheads import Letterheads
    from digitutor_app.services.notes import Notes
    from digitutor_app.services.progress_sheets import ProgressSheets
    from digitutor_app.services.same_person import SamePerson
    from digitutor_app.services.stick_desk import StickDesk
    from digitutor_app.services.workshops import Workshops

    practice, catalogue, clock = context.worker, context.catalogue, context.clock
    backing_up = BackingUp(worker, clock, context.on_backup)
    backing_up.look()
    erasing = Erasing(practice, worker, clock)
    collecting = Collecting(practice, worker, clock, practice.ask(_folder) / WAITING)
    return TutorContext(
        worker=worker,
        workshops=Workshops(worker),
        notes=Notes(worker, practice, clock),
        observations=Observations(practice, clock, worker),
        certify=Certify(practice, worker, catalogue, clock),
        letterheads=Letterheads(worker),
        progress_sheets=ProgressSheets(practice, worker, catalogue, context.what_next, clock),
        code_cards=CodeCards(practice, clock),
        printing=printing or way_to_paper(),
        backing_up=backing_up,
        collecting=collecting,
        following=Following(worker, collecting, clock),
        stick_desk=StickDesk(practice, worker, clock),
        introducing=Introducing(worker),
        handing_over=HandingOver(practice, worker, clock),
        erasing=erasing,
        same_person=SamePerson(practice, erasing.due),
    )


def _folder(store: Store) -> Path:
    return store.path.parent


def way_to_paper() -> "Printing":
    """CUPS takes the PDF itself; where there is none, the pages are painted for the printer."""
    from digitutor_app.app.painted_printing import PaintedPrinting
    from digitutor_app.services.print_jobs import CupsPrinting

    return CupsPrinting() if shutil.which("lp") and shutil.which("lpstat") else PaintedPrinting()
