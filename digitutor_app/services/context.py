"""What screens may ask for; made once, when the program starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

# Only names of types: who looks at the context brings along no service that is not made.
if TYPE_CHECKING:
    from digitutor_app.content.catalogue import Catalogue
    from digitutor_app.domain.clock import Clock
    from digitutor_app.services.backing_up import BackingUp, OnTrouble
    from digitutor_app.services.board import Board
    from digitutor_app.services.certify import Certify
    from digitutor_app.services.code_cards import CodeCards
    from digitutor_app.services.collecting import Collecting
    from digitutor_app.services.erasing import Erasing
    from digitutor_app.services.exercise_map import ExerciseMap
    from digitutor_app.services.following import Following
    from digitutor_app.services.gate import Gate
    from digitutor_app.services.handing_over import HandingOver
    from digitutor_app.services.help_calls import HelpCalls
    from digitutor_app.services.introducing import Introducing
    from digitutor_app.services.laptop import Laptop
    from digitutor_app.services.letterheads import Letterheads
    from digitutor_app.services.moving import Moving
    from digitutor_app.services.notes import Notes
    from digitutor_app.services.observations import Observations
    from digitutor_app.services.pin import Pin
    from digitutor_app.services.practices import Practices
    from digitutor_app.services.print_jobs import Printing
    from digitutor_app.services.progress_sheets import ProgressSheets
    from digitutor_app.services.reception import Reception
    from digitutor_app.services.records import Records
    from digitutor_app.services.same_person import SamePerson
    from digitutor_app.services.skills import Skills
    from digitutor_app.services.stick_desk import StickDesk
    from digitutor_app.services.visit_desk import VisitDesk
    from digitutor_app.services.watching import Watchings
    from digitutor_app.services.what_next import WhatNext
    from digitutor_app.services.workshops import Workshops
    from digitutor_app.store.worker import StoreWorker


T = TypeVar("T")


class Background(Protocol):
    """Does long work beside the screen's thread and answers on it."""

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], Any],
        failed: Callable[[Exception], Any],
    ) -> None:
        """Do the job; then call one of the two on the screen's thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The services of the practice side; ``rehearsal``: they work with the data of a rehearsal.

    ``on_backup`` hears of the tutor's store what BackingUp tells.
    """

    clock: "Clock"
    worker: "StoreWorker"
    catalogue: "Catalogue"
    reception: "Reception"
    practices: "Practices"
    watchings: "Watchings"
    what_next: "WhatNext"
    exercise_map: "ExerciseMap"
    skills: "Skills"
    calls: "HelpCalls"
    board: "Board"
    visit_desk: "VisitDesk"
    records: "Records"
    observations: "Observations"
    moving: "Moving"
    gate: "Gate"
    pin: "Pin"
    background: Background
    laptop: "Laptop"
    rehearsal: bool = False
    on_backup: "OnTrouble | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TutorContext:
    """The services that exist while the tutor's store is open."""

    worker: "StoreWorker"
    workshops: "Workshops"
    notes: "Notes"
    observations: "Observations"
    certify: "Certify"
    letterheads: "Letterheads"
    progress_sheets: "ProgressSheets"
    code_cards: "CodeCards"
    printing: "Printing"
    backing_up: "BackingUp"
    collecting: "Collecting"
    following: "Following"
    stick_desk: "StickDesk"
    introducing: "Introducing"
    handing_over: "HandingOver"
    erasing: "Erasing"
    same_person: "SamePerson"
