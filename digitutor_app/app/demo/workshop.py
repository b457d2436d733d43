"""Makes the data folder of ``digitutor demo``: four laptops, two days, twelve invented people, and
a folder in place of the stick that has gone round."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.app.compose import Parts, compose, compose_tutor
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.demo.demo_folder import mark_as_demo
from digitutor_app.app.demo.laptop import DemoLaptop
from digitutor_app.app.demo.story_clock import StoryClock, moment
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.ids import new_id, seeded
from digitutor_app.domain.letterhead import PLAIN
from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.i18n import MASTER
from digitutor_app.services.context import TutorContext
from digitutor_app.services.demo_carrying import carry
from digitutor_app.services.demo_story import (
    FIRST_DAY,
    LEARNERS,
    NEWCOMER,
    NOT_COLLECTED,
    NOW,
    ORGANISERS,
    PLACE,
    SECOND_DAY,
    STORY,
    WITHOUT_STICK,
    WORKSHOP,
    Stay,
)
from digitutor_app.services.demo_tutoring import NOTES, PAPERS, SEEN_AT_GATE, SEEN_BY_PIN, Paper
from digitutor_app.store.opening import open_store
from digitutor_app.trust.practice_key import practice_key
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look

SEED = 20261124
PASSPHRASE = "tunturi laiva kahvi lumi"
TUTOR = "Emma"
#: On the invented tutor's paper; it opens invented data.
RECOVERY = "AGE-SECRET-KEY-1YWG6RST08C7Z29JN7FE428U0VX9PFKZY4UUPT3DJFTPJWGS5RVJSW7TAAQ"
PIN = "2424"
#: In this folder of the data folder lies what would be on the stick.
STICK = "tikku"
#: The laptop whose folder this is.
LAPTOP = "1"
STORY_ENDS = moment(SECOND_DAY, NOW)


def make_demo(folder: DataFolder) -> None:
    """Fill an empty or missing folder; needs a QApplication and an offscreen window system.

    The same program gives the same rows every time, ids included (but for what hides the PIN). What
    lies on the stick is sealed with new keys each time and holds the same rows too. Raises OSError,
    StoreError and, where the stick's folder refuses, StickError.
    """
    load_fonts()
    folder.path.mkdir(mode=0o700, parents=True, exist_ok=True)
    with seeded(SEED), tempfile.TemporaryDirectory() as laptops, _window() as window:
        people: dict[str, str] = {}
        room: list[DemoLaptop] = []
        stick = Stick(folder.path / STICK)
        with _opened(folder) as parts:
            parts.context.laptop.give(LAPTOP)
            for number, stays in enumerate(STORY, start=1):
                room.append(_lived(number, stays, Path(laptops), window))
                _carry(room[-1], parts)
                people |= room[-1].people
            _tutors_work(parts, people, stick)
        room.append(_lived(len(STORY) + 1, NOT_COLLECTED, Path(laptops), window))
        _go_round(room, _lived(WITHOUT_STICK, (), Path(laptops), window), stick)
    mark_as_demo(folder, STORY_ENDS)


def _lived(number: int, stays: Sequence[Stay], laptops: Path, window: MainWindow) -> DemoLaptop:
    """A laptop at which all this has happened."""
    laptop = DemoLaptop(number, laptops / str(number), window, (*LEARNERS, NEWCOMER))
    for stay in stays:
        laptop.live(stay)
    laptop.close()
    return laptop


def _go_round(room: Iterable[DemoLaptop], forgotten: DemoLaptop, stick: Stick) -> None:
    """Everything of the room is on the stick, but for one laptop that has joined and no more."""
    for laptop in room:
        laptop.deliver(stick, STORY_ENDS)
    forgotten.deliver(stick, STORY_ENDS, joins_alone=True)


@contextmanager
def _window() -> Iterator[MainWindow]:
    """A window in which the exercises are done."""
    window = MainWindow(Look())
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    try:
        yield window
    finally:
        window.show_page(QWidget())
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def _opened(folder: DataFolder) -> Iterator[Parts]:
    """The services on the new folder, with the clock standing where the story ends."""
    clock = StoryClock(STORY_ENDS)
    key = practice_key(folder.practice_key, folder.practice_store)
    parts = compose(folder, clock, lambda: open_store(folder.practice_store, key, clock))
    try:
        yield parts
    finally:
        parts.background.close()
        parts.context.worker.close()


def _carry(laptop: DemoLaptop, parts: Parts) -> None:
    source = laptop.open()
    try:
        parts.context.worker.ask(lambda target: carry(source, target, STORY_ENDS))
    finally:
        source.close()


def _tutors_work(parts: Parts, people: Mapping[str, str], stick: Stick) -> None:
    """What a tutor has written down, the papers that were given, and the stick of the day."""
    for who, skill in SEEN_BY_PIN:
        parts.context.observations.mark(people[who], skill)
    parts.context.pin.choose(PIN)
    worker = parts.context.gate.choose(PASSPHRASE, TUTOR, RECOVERY)
    try:
        tutor = compose_tutor(parts.context, worker)
        tutor.letterheads.put(replace(PLAIN, organisers=ORGANISERS))
        workshops = {day: _workshop(tutor, day) for day in (FIRST_DAY, SECOND_DAY)}
        for who, text in NOTES:
            tutor.notes.write(people[who], text)
        for who, skill in SEEN_AT_GATE:
            tutor.observations.mark(people[who], skill)
        for paper in PAPERS:
            _give(tutor, people[paper.who], workshops[paper.day], paper)
        stick.root.mkdir()
        tutor.stick_desk.prepare(stick, workshops[SECOND_DAY], ORGANISERS[0])
    finally:
        worker.close()


def _workshop(tutor: TutorContext, day: date) -> Workshop:
    workshop = Workshop(id=new_id(), name=WORKSHOP, place=PLACE, day=day, organisers=ORGANISERS)
    tutor.workshops.put(workshop)
    return workshop


def _give(tutor: TutorContext, person_id: str, workshop: Workshop, paper: Paper) -> None:
    draft = tutor.certify.draft(person_id, workshop, MASTER)
    for name in filter(None, (paper.name, paper.corrected)):
        content = replace(draft, name=name)
        tutor.certify.issue(person_id, workshop, content, keep_name=paper.keep_name)
