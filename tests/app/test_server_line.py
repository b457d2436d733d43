"""The tutor's machine exchanges with the organisation's server by itself, through its window.

The server is a real PostgreSQL; another machine of the organisation speaks to it too.
"""

import socket
import subprocess
import sys
from contextlib import closing

import pytest

from digitutor_app.app import server_line
from digitutor_app.app.server_line import EVERY
from digitutor_app.exchange.server import settings
from digitutor_app.exchange.server.client import PRACTICE, Exchange
from digitutor_app.exchange.server.link import Link
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.store.merging import outgoing
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.slots import Slots
from tests.app.person import Person
from tests.app.test_quick_close import OPEN_AND_CLOSE
from tests.content.shelf import Shelf
from tests.exchange.server import conftest as server
from tests.exchange.server.laptops import RULES, write_settings
from tests.exchange.server.lines import picture, picture_there, push, version
from tests.finding import find, said
from tests.services.laptop import Laptop, do_all

postgres, database, organisation = server.postgres, server.database, server.organisation
certificates, gate = server.certificates, server.gate

WORDS = "kettu kuusi talo vene"
CODE = "sininen-kettu-27"


class Desk:
    """The tutor's machine, whose window somebody uses, and another machine elsewhere."""

    def __init__(self, qtbot, started, folder, clock, organisation, other):
        self._qtbot, self._started = qtbot, started
        self.folder, self.clock, self.organisation = folder, clock, organisation
        self.other = other
        self.start()

    def start(self):
        self.program = self._started(self.folder, places=list)
        self.person = Person(self.program.window)

    @property
    def line(self):
        return self.program.house.watchers.server

    @property
    def worker(self):
        return self.program.house.parts.context.worker

    def open(self):
        self.person.press("Tutorille")
        self.person.type("Salalause", WORDS)
        self.person.press("Avaa")
        self.until(lambda: isinstance(self.person.page, NowScreen))

    def until(self, holds):
        def looked():
            self.line.look()
            return holds()

        self._qtbot.waitUntil(looked, timeout=30_000)

    def sees(self, *words):
        for some in words:
            self.until(lambda some=some: some in self.person.sees().replace("\u00a0", " "))

    def at_server_page(self):
        self.person.press("Tiedot ja koneet")
        self.until(lambda: "Luen tietoja…" not in self.person.sees())
        self.person.press_what_begins("Palvelin")

    def exchanged(self):
        """One more exchange has ended."""
        with self._qtbot.waitSignal(self.line.changed, timeout=30_000):
            self.line.now()

    def elsewhere_somebody_practises(self):
        """Aino does an exercise at the other machine, which exchanges at once."""
        seat, _known = self.other.reception.come_with_code(CODE, "fi")
        self.other.reception.take_code(CODE, "Aino")
        do_all(self.other, seat.person.id)
        self.other.reception.leave()
        self.other_exchanges()

    def other_exchanges(self):
        with self.organisation.connect() as connection:
            known = self.other.folder / "server-practice.known"
            exchange = Exchange(self.other.worker.ask, PRACTICE, known)
            return exchange.once(Link(connection), RULES, self.clock)

    def there(self):
        with self.organisation.connect() as connection:
            return picture_there(connection)

    def here(self):
        return self.worker.ask(lambda store: picture(outgoing(store)))

    def people(self):
        query = 'SELECT count(*) FROM "person"'
        return self.worker.ask(lambda store: store.database.first(query)[0])


@pytest.fixture
def tutors(folder, organisation, gate):
    """The folder of a tutor's machine where the organiser has configured the server."""
    folder.path.mkdir()
    Slots(folder.path / "slots.json").create(WORDS, "Emma", Cost(1, 8 * 1024))
    write_settings(folder.path, organisation, gate)
    return folder


@pytest.fixture
def desk(qtbot, started, tutors, tmp_path, clock, organisation):
    other = Laptop(tmp_path / "other", Shelf(tmp_path / "shelf"), clock)
    yield Desk(qtbot, started, tutors, clock, organisation, other)
    other.worker.close()


def test_what_others_did_comes_by_itself_and_nyt_shows_it(desk):
    desk.elsewhere_somebody_practises()
    desk.open()
    desk.until(lambda: desk.line.at is not None)
    desk.clock.forward(20)
    desk.sees("Aino")
    assert desk.here() == desk.there()
    desk.at_server_page()
    desk.sees(
        "Viimeksi vaihto onnistui tänään klo",
        "Palvelimelta tuli: 1 henkilö, 1 uusi harjoitus, 0 muuttunutta tietoa, 0 poistettua.",
    )
    desk.program.house.learner.show_start()
    assert "Aino" not in desk.person.sees()  # she has never sat here


def test_every_few_minutes_it_comes_and_goes_again(desk):
    desk.open()
    desk.until(lambda: desk.line.at is not None)
    first = desk.line.at
    desk.elsewhere_somebody_practises()
    desk.clock.forward(EVERY - 60)
    desk.line.look()
    assert desk.line.at == first
    desk.clock.forward(60)
    desk.until(lambda: desk.line.at != first)
    assert desk.here() == desk.there()


def test_somebody_asks_for_it_now(desk):
    desk.open()
    desk.until(lambda: desk.line.at is not None)
    desk.at_server_page()
    desk.sees("Palvelimella ei ollut mitään uutta.")
    desk.elsewhere_somebody_practises()
    button = find(desk.person.page, "Vaihda nyt")
    button.setFocus()
    button.click()
    assert not button.isEnabled()
    desk.sees("1 henkilö, 1 uusi harjoitus")
    assert desk.person.page.focusWidget() is button
    desk.person.press("Takaisin")
    desk.sees("Palvelin", "Viimeksi")


def test_who_came_back_with_the_code_is_one_person(desk):
    reception = desk.program.house.parts.context.reception
    reception.come_with_code(CODE, "fi")
    reception.take_code(CODE, "Aino")
    reception.leave()
    desk.clock.forward(3600)
    desk.elsewhere_somebody_practises()
    desk.open()
    desk.until(lambda: desk.line.at is not None)
    desk.at_server_page()
    desk.sees("1 osallistuja jatkoi koodillaan toisella koneella.")


def test_without_network_work_goes_on_and_catches_up(desk, gate):
    desk.elsewhere_somebody_practises()
    gate.left = 0
    desk.open()
    desk.until(lambda: desk.line.trouble is not None)
    assert isinstance(desk.person.page, NowScreen)
    assert "Palvelin" not in said(desk.program.window)  # no banner, and nothing on Nyt
    desk.person.press("Tiedot ja koneet")
    desk.sees("Vaihto odottaa palvelinta")
    desk.at_server_page()
    desk.sees(
        "Palvelin ei vastaa. Tietosi ovat tallessa tällä koneella. Jatka työtä.",
        "Kone ei ole vielä vaihtanut tietoja palvelimen kanssa.",
    )
    gate.left = None
    desk.person.press("Vaihda nyt")
    desk.sees("Viimeksi vaihto onnistui tänään klo", "1 uusi harjoitus")
    assert "Palvelin ei vastaa." not in desk.person.sees()
    assert desk.here() == desk.there()


def test_while_the_tutors_store_is_locked_practice_is_sent_and_nothing_fetched(desk):
    desk.elsewhere_somebody_practises()
    reception = desk.program.house.parts.context.reception
    seat, _known = reception.come_with_code("vihreä-kuusi-14", "fi")
    before = desk.there()
    desk.until(lambda: desk.line.at is not None)
    mine = [line for line in desk.there() if line not in before]
    assert mine
    assert all(seat.person.id in line for line in mine)
    assert desk.people() == 1
    reception.leave()
    desk.open()
    desk.until(lambda: desk.people() == 2)


def test_locked_in_the_middle_nothing_breaks_and_it_comes_later(desk, gate):
    desk.elsewhere_somebody_practises()
    gate.left, gate.silent = 6, True
    desk.open()
    desk.until(lambda: gate.left < 0)
    desk.person.press("Lukitse")
    gate.left = None
    desk.line._link.break_off()
    desk.until(lambda: desk.line.at is not None)
    desk.open()
    desk.until(lambda: desk.people() == 1)
    assert desk.line.trouble is None


def test_a_store_that_is_written_under_another_key_is_waited_for(desk, gate):
    """While a tutor is removed the store is closed, and nobody has locked it."""
    gate.left, gate.silent = 6, True
    desk.open()
    desk.until(lambda: gate.left < 0)
    desk.program.house.open_tutor().worker.close()
    gate.left = None
    desk.line._link.break_off()
    desk.until(lambda: not desk.line._exchanging.busy)
    assert desk.line.trouble is None
    desk.line.now()
    assert not desk.line._exchanging.busy
    assert isinstance(desk.person.page, NowScreen)


def test_closed_in_the_middle_of_an_exchange_nothing_is_lost(desk, gate):
    many = [version(row_id=f"p{n}", subject=f"p{n}", code=f"{n:0100}") for n in range(4500)]
    with desk.organisation.connect() as connection:
        push(connection, *many)
    gate.left, gate.silent = 8, True
    desk.open()
    desk.until(lambda: gate.left < 0)
    thread = desk.line._exchanging._thread
    assert thread.is_alive()
    desk.program.close()
    assert not thread.is_alive()
    gate.left = None
    desk.start()
    assert desk.people() < len(many)
    desk.open()
    desk.until(lambda: desk.people() == len(many))
    assert desk.here() == desk.there()


def test_a_server_that_never_answers_does_not_hold_the_end(desk):
    with closing(socket.create_server(("127.0.0.1", 0))) as hanging:
        settings_file = desk.folder.path / settings.FILE
        lines = settings_file.read_text("utf-8").splitlines()
        port = f"port = {hanging.getsockname()[1]}"
        lines = [port if line.startswith("port") else line for line in lines]
        settings_file.write_text("\n".join(lines), "utf-8")
        desk.open()
        with closing(hanging.accept()[0]):
            thread = desk.line._exchanging._thread
            desk.program.close()
            assert thread.is_alive()  # nobody has waited for it
    thread.join()


def test_an_erasure_that_nobody_here_believes_is_told(desk):
    from digitutor_app.trust.signing import SigningKey
    from tests.exchange.server.lines import erasure

    desk.elsewhere_somebody_practises()
    desk.open()
    desk.until(lambda: desk.people() == 1)
    [aino] = desk.worker.ask(lambda store: store.database.first('SELECT "id" FROM "person"'))
    with desk.organisation.connect() as connection:
        push(connection, erasure(aino, key=SigningKey(bytes(32 * [9]))))
    desk.at_server_page()
    desk.exchanged()
    desk.sees("Palvelimella on 1 poisto, jota tämä kone ei usko. Kone ei poistanut mitään.")
    assert desk.people() == 1


@pytest.mark.parametrize("lacking", ["settings", "library"])
def test_where_no_server_is_used_nothing_of_it_is_shown(
    qtbot, started, tutors, clock, monkeypatch, lacking
):
    if lacking == "settings":
        (tutors.path / settings.FILE).unlink()
    else:
        monkeypatch.setitem(sys.modules, server_line.LIBRARY, None)
    desk = Desk(qtbot, started, tutors, clock, None, None)
    desk.open()
    desk.person.press("Tiedot ja koneet")
    desk.sees("Jaettu kansio")
    assert "Palvelin" not in desk.person.sees()
    assert not desk.line._exchanging.busy


def test_what_is_configured_while_the_program_runs_is_used_at_once(
    qtbot, started, tutors, clock, organisation, gate
):
    (tutors.path / settings.FILE).unlink()
    desk = Desk(qtbot, started, tutors, clock, organisation, None)
    desk.open()
    desk.person.press("Tiedot ja koneet")
    desk.sees("Jaettu kansio")
    write_settings(tutors.path, organisation, gate)
    desk.until(lambda: desk.line.at is not None)
    assert "Palvelin" not in desk.person.sees()  # the page is as it was when it was opened
    desk.person.press("Nyt")
    desk.at_server_page()
    desk.sees("Viimeksi vaihto onnistui tänään klo")


LOOK = """self.look_and_quit)

    def look_and_quit(self):
        self.house.watchers.server.look()
        ours = "psycopg", "digitutor_app.exchange.server", "digitutor_app.services.server"
        print("LOADED", [name for name in sys.modules if name.startswith(ours)])
        QApplication.quit()
"""


def test_where_no_server_is_used_nothing_of_it_is_loaded(tmp_path):
    script = OPEN_AND_CLOSE.replace("QApplication.quit)\n", LOOK)
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "data"), "2500"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "LOADED []" in done.stdout


def test_the_names_are_those_of_the_exchange():
    assert server_line.SETTINGS == settings.FILE
