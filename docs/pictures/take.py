"""Takes the pictures of these pages from the real program, with made-up people in a folder that is
thrown away: ``.venv/bin/python docs/pictures/take.py``, and a folder behind it puts them there.

It presses the buttons that people press, by the names that a screen reader says. Time stands still
unless it is turned, so that the same program gives the same pictures.
"""

import os
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from digitutor_app.app.crash_net import CrashNet
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.program import Program
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.people import Person
from digitutor_app.room_kit.player import Player
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.store.store import Store
from digitutor_app.ui_kit.paper_view import PaperView
from digitutor_app.ui_kit.theme import LIGHT

HERE = Path(__file__).parent
LARGEST = 150_000
WIDTH, HEIGHT = 1366, 728
PEOPLE = (
    ("00000000-0000-4000-8000-000000000001", "sininen-kettu-27", "Aino"),
    ("00000000-0000-4000-8000-000000000002", "vihreä-kuusi-14", "Eila"),
    ("00000000-0000-4000-8000-000000000003", "punainen-talo-63", "Kaisa"),
    ("00000000-0000-4000-8000-000000000004", "keltainen-vene-08", "Leena K."),
    ("00000000-0000-4000-8000-000000000005", "harmaa-lehti-51", "Marja"),
    ("00000000-0000-4000-8000-000000000006", "violetti-kello-19", ""),
)

PASSPHRASE = "tunturi laiva kahvi lumi"
WORKSHOP = {"Paikka": "Seinäjoki", "Järjestäjä 1": "Sedu", "Järjestäjä 2": "SeAMK"}


class StandingClock:
    """A morning in November; goes on only when it is turned."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=2)))
        self._seconds = 1000.0

    def now(self) -> datetime:
        return self._now

    def seconds(self) -> float:
        return self._seconds

    def forward(self, minutes: int) -> None:
        self._now += timedelta(minutes=minutes)
        self._seconds += 60 * minutes


class Camera:
    """The running program, hands to press in it, and a shutter."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        self.pictures = pictures
        self.clock = StandingClock()
        self.program = Program(DataFolder(folder), self.clock, CrashNet())
        self.program.look.set_theme(LIGHT)
        self.program.open()
        self.program.window.resize(WIDTH, HEIGHT)
        self.program.window.show()
        while self.program.house is None:
            QApplication.processEvents()
        self.house = self.program.house
        self.context = self.house.parts.context

    def settle(self) -> None:
        for _round in range(4):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            QApplication.processEvents()

    def find(self, name: str, kind: type[QWidget] = QAbstractButton) -> QWidget:
        """The first visible widget whose accessible name or text begins with ``name``."""
        for widget in self.program.window.findChildren(kind):
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            spoken = widget.accessibleName() or text
            if widget.isVisibleTo(self.program.window) and spoken.startswith(name):
                return widget
        raise LookupError(name)

    def press(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        button.click()
        self.settle()

    def write(self, name: str, text: str) -> None:
        field = self.find(name, QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(text)
        self.settle()

    def wait_for(self, name: str) -> None:
        """Until a button of that name is there (the gate opens on another thread)."""
        while True:
            self.settle()
            try:
                self.find(name)
            except LookupError:
                continue
            return

    def wait_for_paper(self, words: str) -> None:
        """Until the page of the certificate shows these words."""
        paper = self.program.window.findChild(PaperView)
        assert isinstance(paper, PaperView)
        while words not in " ".join(paper.accessibleDescription().split()):
            self.settle()

    def take(self, name: str) -> None:
        self.settle()
        file = self.pictures / f"{name}.png"
        if not self.program.window.grab().save(str(file), "PNG", 0):
            raise OSError(file)
        size = file.stat().st_size
        sys.stdout.write(f"{file.name}: {size} bytes\n")
        if size > LARGEST:
            raise ValueError(f"{file.name} is larger than {LARGEST} bytes")

    def screen(self) -> ExerciseScreen:
        page = self.program.window.page
        assert isinstance(page, ExerciseScreen)
        return page

    def play_step(self) -> None:
        screen = self.screen()
        Player(screen.desktop).play(screen.practice.run.actions_left())
        self.settle()


def add_people(store: Store) -> None:
    for person_id, code, first_name in PEOPLE:
        store.people.put(Person(id=person_id, code=code, first_name=first_name))


def practise(camera: Camera, exercise: str, mode: Mode, data_set: str) -> None:
    """Aino does an exercise to its end, in the window."""
    person = PEOPLE[0][0]
    context = camera.context
    context.reception.come_back(person)
    practice = context.practices.begin(person, exercise, mode, data_set, "fi")
    screen = ExerciseScreen(
        camera.program.look, camera.clock, practice, camera.house.parts.rooms.room_class
    )
    camera.program.window.show_page(screen)
    camera.settle()
    while not practice.run.done:
        camera.play_step()
        camera.clock.forward(1)


def begin_by_map(camera: Camera, mode: str) -> None:
    """From the own page to moving the care plan."""
    camera.press("Katso kartta")
    camera.press(camera.context.catalogue.text("files-04", "fi", "a").title)
    camera.press(mode)


def learner(camera: Camera) -> None:
    camera.context.worker.ask(add_people)
    camera.context.laptop.give("3")
    camera.house.learner.show_start()
    camera.take("start")

    practise(camera, "files-01", Mode.GUIDED, "a")
    practise(camera, "files-01", Mode.ALONE, "b")
    practise(camera, "files-07", Mode.GUIDED, "a")
    camera.house.learner.show_start()
    camera.press("Aino")
    begin_by_map(camera, "Ohjatusti")
    camera.play_step()
    camera.take("exercise")

    camera.press("Lähden nyt")
    camera.press("Valmis")
    camera.press("Aino")
    camera.take("home")

    begin_by_map(camera, "Itse")
    camera.play_step()
    mistakes = camera.screen().practice.exercise.mistakes
    [copied] = [mistake for mistake in mistakes if mistake.id == "copied"]
    Player(camera.screen().desktop).play(copied.provoke)
    camera.press("Kutsu tutor")
    camera.take("call")

    camera.press("Jatkan itse")
    camera.clock.forward(50)
    camera.press("Lähden nyt")
    camera.press("Valmis")


def somebody_calls(camera: Camera) -> None:
    """Eila, in her first exercise, so that the tutor's page has something to show."""
    camera.press("Eila")
    camera.press("Aloita")
    camera.play_step()
    camera.press("Kutsu tutor")


def tutor(camera: Camera) -> None:
    camera.house.learner.show_start()
    camera.press("Tutorille")
    camera.write("Salalause", PASSPHRASE)
    camera.write("Salalause uudestaan", PASSPHRASE)
    camera.press("Ota käyttöön")
    camera.wait_for("Lukitse")
    camera.press("Kirjaa työpaja")
    for name, text in WORKSHOP.items():
        camera.write(name, text)
    camera.press("Tallenna työpaja")
    camera.press("Nyt")
    camera.take("now")

    camera.press("Aino")
    camera.press("Tee todistus")
    camera.write("Etunimet ja sukunimi", "Aino Esimerkki")
    camera.wait_for_paper("Aino Esimerkki")
    camera.take("certificate")


def main(pictures: Path = HERE) -> int:
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        camera = Camera(Path(folder), pictures)
        learner(camera)
        somebody_calls(camera)
        tutor(camera)
        camera.program.window.close()
        camera.program.close()
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
