"""Tiedot ja koneet on the tutor's machine: a stick is prepared, laptops are gathered, and whatever
came or did not come is said."""

import sys

import pytest

from digitutor_app.domain.ids import moved_id
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import TutorMachine, written_sheet
from digitutor_app.screens.tutor.data_collecting import CollectingScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.services.gathering import Gathering
from digitutor_app.services.joining import Joining
from digitutor_app.services.sharing import Sharing
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.slots import Slots
from digitutor_app.ui_kit.message_box import MessageDialog
from tests.app.person import Person
from tests.content.shelf import Shelf
from tests.exchange.stick.makers import IDENTITY, STRANGER, a_sheet
from tests.finding import find, said
from tests.screens.tutor import facts
from tests.screens.tutor.laptops import some_laptops
from tests.services.laptop import Laptop, do_all

WORDS = "kettu kuusi talo vene"


class Desk:
    """The tutor's machine, its tutor, a stick, and laptops elsewhere in the room."""

    def __init__(self, qtbot, program, roots, folder, clock):
        self._qtbot, self.program, self._roots = qtbot, program, roots
        self.folder, self.clock = folder, clock
        self.stick = Stick(folder / "TIKKU")
        self.stick.root.mkdir()
        self.shelf = Shelf(folder / "shelf")
        self.person = Person(program.window)
        self.laptops = []

    @property
    def tutor(self):
        return self.program.house.open_tutor()

    def open(self):
        self.person.press("Tutorille")
        self.person.type("Salalause", WORDS)
        self.person.press("Avaa")
        self.until(lambda: isinstance(self.person.page, (NowScreen, CollectingScreen)))

    def workshop(self):
        return facts.a_workshop(self.tutor, self.clock.now())

    def put_in(self):
        self._roots.append(self.stick.root)

    def pull_out(self):
        self._roots.clear()
        self.until(lambda: not isinstance(self.person.page, CollectingScreen))

    def look(self):
        """One look for sticks, from its beginning to its end."""
        collect = self.program.house.watchers.collect
        self._qtbot.waitUntil(lambda: not collect.looking, timeout=30_000)
        collect.look()
        self._qtbot.waitUntil(lambda: not collect.looking, timeout=30_000)

    def until(self, said):
        def holds():
            watchers = self.program.house.watchers
            watchers.collect.look()
            watchers.follow.look()
            return said()

        self._qtbot.waitUntil(holds, timeout=30_000)

    def settle(self):
        """It has looked twice, and has done all that it does then."""
        for _step in range(2):
            self.look()
            done = []
            self.program.house.parts.background.run(list, done.append, done.append)
            self._qtbot.waitUntil(lambda done=done: bool(done), timeout=30_000)

    def sees(self, *words):
        for some in words:
            self.until(lambda some=some: some in self.person.sees().replace("\u00a0", " "))

    def go(self, *names):
        """To a page of Tiedot ja koneet."""
        self.person.press("Tiedot ja koneet")
        for name in names:
            self.until(lambda: "Luen tietoja…" not in self.person.sees())
            self.person.press_what_begins(name)

    def prepare(self, *, rehearsal=False):
        """What the page does, at once."""
        workshop = self.workshop()
        self.tutor.stick_desk.prepare(self.stick, workshop, "Sedu", rehearsal=rehearsal)
        return workshop

    def laptop(self, name):
        made = Laptop(self.folder / name, self.shelf, self.clock)
        self.laptops.append(made)
        return made

    def joined(self, name, code="sininen-kettu-27"):
        """A laptop at which somebody has done an exercise."""
        laptop = self.laptop(name)
        self.joining(laptop).join(self.stick)
        seat, _known = laptop.reception.come_with_code(code, "fi")
        laptop.reception.take_code(code, "Aino")
        do_all(laptop, seat.person.id)
        laptop.reception.leave()
        return laptop

    def joining(self, laptop):
        def identities(store):
            return Identities(store, laptop.folder.name)

        return Joining(laptop.worker, laptop.laptop_number, identities)

    def gather(self, laptop):
        Gathering(laptop.worker, self.joining(laptop), self.clock).answer(self.stick)

    def attempts(self):
        query = 'SELECT count(*) FROM "attempt"'
        worker = self.program.house.parts.context.worker
        return worker.ask(lambda store: next(iter(store.database.rows(query)))[0])

    def close(self):
        for laptop in self.laptops:
            laptop.worker.close()


@pytest.fixture
def desk(qtbot, started, folder, tmp_path, clock):
    folder.path.mkdir()
    Slots(folder.path / "slots.json").create(WORDS, "Emma", Cost(1, 8 * 1024))
    roots = []
    program = started(folder, places=lambda: list(roots))
    made = Desk(qtbot, program, roots, tmp_path, clock)
    yield made
    made.close()


# Valmistele tikku


def test_a_stick_is_prepared_with_two_presses(desk):
    desk.open()
    workshop = desk.workshop()
    desk.put_in()
    desk.go("Valmistele tikku")
    desk.sees("TIKKU", "Mallila")
    assert "Ohjelmaa ei kopioitu" not in desk.person.sees()
    desk.person.press("Kirjoita tikulle")
    desk.sees("Tikku on valmis. Voit ottaa sen irti.", "Ohjelmaa ei kopioitu tikulle")
    _signer, sheet = desk.stick.sheet()
    assert (sheet.event.id, sheet.rehearsal) == (workshop.id, False)
    assert desk.tutor.collecting.is_ours(desk.stick)


def test_a_stick_that_is_slow_to_write_is_not_collected_from_meanwhile(desk):
    """The program looks for sticks while there is no workshop on this one yet."""
    desk.open()
    workshop = desk.workshop()
    desk.put_in()
    collect = desk.program.house.watchers.collect
    collect.leave_alone(desk.stick.root)
    desk.look()
    desk.tutor.stick_desk.prepare(desk.stick, workshop, "Sedu", rehearsal=False)
    desk.look()
    assert not isinstance(desk.person.page, CollectingScreen)
    desk.pull_out()
    desk.look()
    desk.put_in()
    desk.sees("Voit ottaa tikun irti")


def test_a_written_stick_may_be_written_otherwise_at_once(desk):
    desk.open()
    desk.workshop()
    desk.put_in()
    desk.go("Valmistele tikku")
    desk.sees("TIKKU")
    page = desk.person.page
    find(page, "Kirjoita tikulle").setFocus()
    desk.person.press("Kirjoita tikulle")
    desk.sees("Tikku on valmis. Voit ottaa sen irti.")
    assert page.focusWidget() is find(page, "Takaisin")
    assert "Kirjoita tikulle" not in desk.person.sees()
    desk.person.press("Harjoituskierros: mikään ei jää talteen")
    desk.person.press("Kirjoita tikulle")
    desk.sees("Tikku on valmis.")
    assert desk.stick.sheet()[1].rehearsal


def test_a_stick_for_a_rehearsal(desk):
    desk.open()
    workshop = desk.workshop()
    desk.put_in()
    desk.go("Valmistele tikku")
    desk.sees("TIKKU")
    desk.person.press("Harjoituskierros: mikään ei jää talteen")
    desk.person.press("Kirjoita tikulle")
    desk.sees("Tikku on valmis")
    assert desk.stick.sheet()[1].event.id == moved_id(workshop.id, "rehearsal")


def test_the_packaged_program_goes_along(desk, tmp_path, monkeypatch):
    program = tmp_path / "packaged"
    (program / "lib").mkdir(parents=True)
    (program / "digitutor").write_bytes(b"\x7fELF")
    (program / "lib" / "part.so").write_bytes(b"part" * 1000)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "digitutor"))
    desk.open()
    desk.workshop()
    desk.put_in()
    desk.go("Valmistele tikku")
    desk.sees("TIKKU")
    desk.person.press("Kirjoita tikulle")
    desk.sees("Myös ohjelma on tikulla")
    assert (desk.stick.folder / "program" / "lib" / "part.so").read_bytes() == b"part" * 1000


def test_a_folder_that_refuses_is_never_called_ready(desk, tmp_path, monkeypatch):
    desk.open()
    desk.workshop()
    gone = tmp_path / "gone"
    monkeypatch.setattr("digitutor_app.app.stick_desk_line.choose_place", lambda _window: gone)
    desk.go("Valmistele tikku")
    desk.person.press("Valitse kansio")
    desk.sees("gone")
    desk.person.press_what_begins("gone")
    desk.person.press("Kirjoita tikulle")
    desk.sees("Koneen tiedot ovat tallessa")
    assert "Tikku on valmis" not in desk.person.sees()


def test_without_a_workshop_it_is_written_down_first(desk):
    desk.open()
    desk.go("Valmistele tikku")
    desk.person.press("Kirjaa työpaja")
    desk.sees("Työpajat")


# Keruukierros


def test_what_the_laptops_delivered_comes_without_a_press(desk):
    desk.open()
    desk.prepare()
    first, _second = desk.joined("first"), desk.joined("second", "vihreä-kuusi-14")
    desk.gather(first)
    desk.put_in()
    desk.sees("Voit ottaa tikun irti", "1 kone, 1 henkilö, 1 uusi harjoitus", "Kone 2 puuttuu")
    assert desk.attempts() == 1
    assert desk.stick.receipts() is not None
    desk.pull_out()
    assert isinstance(desk.person.page, NowScreen)
    desk.go("Koneet")
    desk.sees("Kone 2 puuttuu vielä.", "ei vielä kertaakaan")
    desk.person.press("Takaisin")
    desk.until(lambda: "Luen tietoja…" not in desk.person.sees())
    desk.person.press_what_begins("Keruu")
    desk.sees("1 uusi harjoitus", "Mitään ei ole jäänyt sivuun.")


def test_the_same_stick_again_says_nothing_new(desk):
    desk.open()
    desk.prepare()
    desk.gather(desk.joined("first"))
    desk.put_in()
    desk.sees("1 uusi harjoitus")
    desk.pull_out()
    desk.put_in()
    desk.sees("Ei mitään uutta")
    assert desk.attempts() == 1


def test_a_rehearsal_is_shown_and_not_kept(desk):
    desk.open()
    desk.prepare(rehearsal=True)
    desk.gather(desk.joined("first"))
    desk.put_in()
    desk.sees("Harjoituskierros: mitään ei tallennettu.", "1 uusi harjoitus")
    assert desk.attempts() == 0


def test_while_the_store_is_locked_the_words_are_asked_for(desk):
    desk.open()
    desk.prepare()
    desk.gather(desk.joined("first"))
    desk.person.press("Lukitse")
    desk.put_in()
    desk.until(lambda: "Keruutikku on paikallaan." in said(desk.program.window))
    assert desk.attempts() == 0
    desk.open()
    desk.sees("Voit ottaa tikun irti", "1 uusi harjoitus")
    assert not desk.program.window.banner.isVisible()


def test_a_torn_file_is_refused_with_its_laptop(desk):
    desk.open()
    desk.prepare()
    desk.gather(desk.joined("first"))
    [bundle] = desk.stick.bundles.rglob("*.wb1")
    bundle.write_bytes(bundle.read_bytes()[:-40])
    desk.put_in()
    desk.sees("Voit ottaa tikun irti", "Kone 1: Tiedosto on vajaa")
    assert desk.attempts() == 0


def test_another_organisers_stick_brings_nothing(desk):
    desk.open()
    other = TutorMachine(public=STRANGER.public.hex(), recipient=IDENTITY.recipient)
    desk.stick.prepare(written_sheet(a_sheet(tutors=[other]), STRANGER))
    desk.put_in()
    desk.until(lambda: "Tikku on toisen järjestäjän." in said(desk.program.window))
    assert isinstance(desk.person.page, NowScreen)


# Tuo tiedot


def chosen(monkeypatch, what, name="choose_place"):
    monkeypatch.setattr(f"digitutor_app.app.exchange_line.{name}", lambda _window: what)


def test_by_hand_it_is_shown_first_and_the_same_again_is_nothing_new(desk, monkeypatch):
    desk.open()
    desk.prepare()
    laptop = desk.joined("first")
    desk.tutor.collecting.collect(desk.stick)  # the laptop is known, it has delivered nothing
    desk.gather(laptop)
    chosen(monkeypatch, desk.stick.bundles)
    desk.go("Tuo tiedot")
    desk.person.press("Valitse tikku tai kansio")
    desk.sees("1 kone, 1 henkilö, 1 uusi harjoitus")
    assert desk.attempts() == 0
    desk.person.press("Tuo tiedot")
    desk.sees("Tiedot on tuotu")
    assert desk.attempts() == 1
    desk.person.press("Valitse tikku tai kansio")
    desk.sees("Ei mitään uutta")


def test_a_stick_that_is_pointed_at_is_read_as_a_stick(desk, monkeypatch):
    desk.open()
    desk.prepare()
    desk.gather(desk.joined("first"))
    desk.put_in()
    desk.sees("Voit ottaa tikun irti", "1 uusi harjoitus")
    desk.person.press("Jatka")
    chosen(monkeypatch, desk.stick.root)
    desk.go("Tuo tiedot")
    desk.person.press("Valitse tikku tai kansio")
    desk.sees("Voit ottaa tikun irti", "Ei mitään uutta")
    assert "kansio" not in desk.person.sees()


def test_a_folder_that_is_pointed_at_is_collected_with_everything(desk, monkeypatch):
    desk.open()
    desk.prepare()
    desk.gather(desk.joined("first"))
    chosen(monkeypatch, desk.stick.root)
    desk.go("Tuo tiedot")
    desk.person.press("Valitse tikku tai kansio")
    desk.sees("Keruu on valmis", "1 uusi harjoitus", "Jos kansio on tikulla, voit ottaa tikun irti")
    assert "Voit ottaa tikun irti" not in desk.person.sees()
    assert desk.stick.receipts() is not None
    desk.settle()
    assert isinstance(desk.person.page, CollectingScreen)
    desk.person.press("Jatka")
    desk.sees("Valitse tiedosto")


def test_locked_while_the_result_is_seen_nothing_breaks(desk):
    desk.open()
    desk.workshop()
    desk.prepare()
    desk.gather(desk.joined("first"))
    desk.put_in()
    desk.sees("Voit ottaa tikun irti")
    desk.program.house.learner.show_start()
    desk.settle()
    desk.pull_out()
    assert "Aloita" in desk.person.sees()


def test_a_stranger_is_introduced_by_its_four_words(desk, monkeypatch):
    desk.open()
    desk.prepare()
    laptop = desk.joined("first")
    desk.gather(laptop)
    [bundle] = desk.stick.bundles.rglob("*.wb1")
    chosen(monkeypatch, bundle, "choose_bundle")
    desk.go("Tuo tiedot")
    desk.person.press("Valitse tiedosto")
    desk.sees("Tuntematon kone:")
    desk.person.press_what_begins("Sanat ovat samat: harjoituskone")
    desk.sees("1 kone, 1 henkilö, 1 uusi harjoitus")
    desk.person.press("Tuo tiedot")
    desk.sees("Tiedot on tuotu")
    assert desk.attempts() == 1


def test_what_is_old_is_asked_about(desk, monkeypatch):
    desk.open()
    desk.prepare()
    laptop = desk.joined("first")
    desk.tutor.collecting.collect(desk.stick)
    desk.gather(laptop)
    desk.clock.forward(200 * 24 * 3600)
    chosen(monkeypatch, desk.stick.bundles)
    desk.go("Tuo tiedot")
    desk.person.press("Valitse tikku tai kansio")
    desk.sees("yli puoli vuotta vanha")
    assert "1 uusi harjoitus" not in desk.person.sees().replace("\u00a0", " ")
    desk.person.press("Ota vanhatkin mukaan")
    desk.sees("1 uusi harjoitus")
    desk.person.press("Tuo tiedot")
    desk.sees("Tiedot on tuotu")
    assert desk.attempts() == 1


# Jaettu kansio


def test_a_shared_folder_is_followed_when_it_is_switched_on(desk, monkeypatch):
    desk.open()
    desk.prepare()
    laptop = desk.joined("first")
    desk.tutor.collecting.collect(desk.stick)
    shared = desk.folder / "shared"
    shared.mkdir()
    sharing = Sharing(laptop.worker, desk.joining(laptop), desk.clock)
    sharing.choose(shared)
    sharing.write()
    monkeypatch.setattr("digitutor_app.app.data_line.choose_folder", lambda _window: shared)
    desk.go("Jaettu kansio")
    desk.person.press("Valitse kansio")
    desk.sees(str(shared))
    assert desk.attempts() == 0
    desk.person.press("Tuo uudet tiedot itse")
    desk.sees("1 uusi harjoitus", "kone 1: klo")
    assert desk.attempts() == 1


def test_a_store_that_is_written_under_another_key_is_not_followed_into(desk, qtbot):
    """While a tutor is removed the store is closed, and nobody has locked it."""
    desk.open()
    follow = desk.program.house.watchers.follow
    qtbot.waitUntil(lambda: not follow._following.busy)
    desk.tutor.worker.close()
    follow.now()
    assert not follow._following.busy
    assert isinstance(desk.person.page, NowScreen)


def test_nyt_and_kaynnit_say_how_fresh_the_laptops_are(desk):
    desk.open()
    desk.prepare()
    desk.gather(desk.joined("first"))
    desk.put_in()
    desk.sees("Voit ottaa tikun irti")
    desk.pull_out()
    desk.person.press("Päivitä")
    desk.sees("Aino", "Koneilta tulleet tiedot: kone 1: klo", "Uudempi ei näy tässä.")
    desk.person.press("Käynnit")
    desk.sees("Koneilta tulleet tiedot: kone 1: klo")


# Vie tiedot


def test_everything_goes_into_one_file_for_the_other_machine(desk, monkeypatch, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    desk.open()
    chosen(monkeypatch, out)
    desk.go("Vie tiedot")
    desk.sees(" ".join(desk.tutor.introducing.words))
    button = find(desk.person.page, "Vie tiedot kansioon")
    button.setFocus()
    desk.person.press("Vie tiedot kansioon")
    desk.sees("Tiedot ovat täällä")
    # The page has read itself anew meanwhile; the keyboard is where it was.
    desk.until(lambda: desk.person.page.focusWidget() is button)
    assert len(list(out.rglob("*.wb1"))) == 1
    desk.person.press("Takaisin")
    desk.until(lambda: "Luen tietoja…" not in desk.person.sees())
    # Its own file says nothing to it.
    desk.person.press_what_begins("Tuo tiedot")
    desk.person.press("Valitse tikku tai kansio")
    desk.sees("Täällä ei ole koneiden tiedostoja")


@pytest.mark.parametrize("page", ["Tutorit ja avaimet", "Poistot"])
def test_a_page_that_was_opened_here_leads_back_here(desk, page):
    desk.open()
    desk.go(page)
    desk.sees("Takaisin")
    desk.person.press("Takaisin")
    desk.sees("Valmistele tikku")


def test_a_laptop_is_given_back_from_the_list_of_laptops(desk):
    desk.open()
    some_laptops(desk.tutor, desk.clock, (1, 3))
    desk.go("Koneet")
    desk.sees("Kone 3")
    desk.person.press("Palautetut koneet")
    desk.person.press("Kone on palautettu: Kone 3")
    desk.person.press("Takaisin")
    desk.sees("Kone 1")
    assert "Kone 3" not in desk.person.sees()


# Varmuuskopiot


def test_a_copy_brings_back_what_is_missing(desk):
    desk.open()
    desk.workshop()
    desk.go("Varmuuskopiot")
    desk.until(lambda: "Luen tietoja…" not in desk.person.sees())
    desk.person.press("Tee varmuuskopio nyt")
    desk.sees("Varmuuskopio on tehty", "Tutorin tiedot")
    [kept] = desk.tutor.workshops.all()
    desk.tutor.worker.ask(
        lambda store: store.database.run('DELETE FROM "workshop" WHERE "id" = ?', [kept.id])
    )
    lines = desk.person.sees().splitlines()
    [name] = [one for one in lines if one.startswith("Palauta") and one.endswith("Tutorin tiedot")]
    desk.person.press(name)
    [question] = desk.program.window.findChildren(MessageDialog)
    find(question, "Palauta").click()
    desk.sees("Tiedot on palautettu", "1 tieto palasi.")
    assert desk.tutor.workshops.all() == [kept]


# Tämä kone


def test_how_this_machine_is(desk):
    desk.open()
    desk.go("Tämä kone")
    desk.sees("Levyllä on tilaa", "Digitutor", " ".join(desk.tutor.introducing.words))


def test_beside_a_torn_stick_ours_is_collected(desk):
    desk.open()
    desk.prepare()
    laptop = desk.joined("laptop")
    desk.gather(laptop)
    torn = Stick(desk.folder / "A torn")
    torn.folder.mkdir(parents=True)
    (torn.folder / "workshop.dgt").write_bytes(b"torn")
    desk._roots.append(torn.root)
    desk.put_in()
    desk.until(lambda: isinstance(desk.person.page, CollectingScreen))
    desk.until(lambda: desk.attempts() == 1)
