"""The pages about data and machines: a stick is prepared, laptops deliver, everything is seen."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from digitutor_app.app.demo.workshop import PASSPHRASE
from digitutor_app.app.shots.invented_laptops import deliver
from digitutor_app.app.shots.learner_tour import start
from digitutor_app.app.shots.server_page import server_page
from digitutor_app.app.shots.stop import Stop
from digitutor_app.app.shots.visitor import Visitor
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import TutorMachine
from digitutor_app.i18n import _
from digitutor_app.screens.tutor.data_collecting import CollectingScreen
from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.services.context import TutorContext
from digitutor_app.services.organisation import Organisation
from digitutor_app.trust.sealing import Identity
from digitutor_app.trust.signing import SigningKey
from digitutor_app.ui_kit.card_button import CardButton

_PEOPLE = (
    ("punainen-vene-11", "Sirkka"),
    ("musta-lintu-42", "Olavi"),
    ("keltainen-kello-63", ""),
    ("harmaa-pilvi-75", "Terttu"),
)


def data_tour(v: Visitor) -> Iterator[Stop]:
    """From an empty stick to what came from the laptops."""
    with tempfile.TemporaryDirectory() as folder:
        stick = Stick(Path(folder) / "DIGITIKKU")
        stick.root.mkdir()
        _open_gate(v)
        yield from _prepare(v, stick)
        deliver(Path(folder), stick, v.clock, _PEOPLE)
        yield from _collect(v, stick)
        yield from _pages(v)


def _open_gate(v: Visitor) -> None:
    start(v)
    v.press(_("Tutorille"))
    if not isinstance(v.page, GateScreen):
        v.press(_("Avaa salalauseella"))
    v.write(_("Salalause"), PASSPHRASE)
    v.press(_("Avaa"))
    v.wait(lambda: isinstance(v.page, NowScreen))


def _tutor(v: Visitor) -> TutorContext:
    tutor = v.house.open_tutor()
    if tutor is None:
        raise OurMistakeError("the tutor's store is not open")
    return tutor


def _prepare(v: Visitor, stick: Stick) -> Iterator[Stop]:
    v.sticks.append(stick.root)
    _go(v, "stick")
    v.wait(lambda: v.sees(stick.root.name))
    yield Stop("data-stick", v.window)
    v.press(_("Kirjoita tikulle"))
    v.wait(lambda: not v.sees(_("Kirjoita tikulle")))
    yield Stop("data-stick-done", v.window)
    _pull(v)
    _back(v)


def _collect(v: Visitor, stick: Stick) -> Iterator[Stop]:
    v.sticks.append(stick.root)
    v.house.watchers.collect.look()
    v.wait(lambda: isinstance(v.page, CollectingScreen) and v.page.may_be_pulled)
    yield Stop("data-collecting", v.window)
    v.press(_("Jatka"))
    _pull(v)


def _pages(v: Visitor) -> Iterator[Stop]:
    v.press(_("Nyt"))
    v.press(_("Tiedot ja koneet"))
    _rest(v)
    yield Stop("data", v.window)
    for key in ("laptops", "collected", "import", "folder", "backups", "this"):
        _card(v, key)
        _rest(v)
        yield Stop(f"data-{key}", v.window)
        if key == "laptops":
            yield from _given_back(v)
        _back(v)
    yield from server_page(v)
    _rest(v)
    yield from _other_machine(v)


def _given_back(v: Visitor) -> Iterator[Stop]:
    """One is said to be, and is in use again."""
    v.press(_("Palautetut koneet"))
    v.press(_("Kone on palautettu"))
    yield Stop("given-back", v.window)
    v.press(_("Peru palautus"))
    v.press(_("Takaisin"))
    _rest(v)


def _other_machine(v: Visitor) -> Iterator[Stop]:
    """Another tutor's machine is known, and parted with."""
    key, recipient = SigningKey(bytes(32)).public.hex(), Identity.new().recipient
    machine = TutorMachine(key, recipient, "Liisa")
    _tutor(v).worker.ask(lambda store: Organisation(store).introduce(machine))
    _card(v, "export")
    _rest(v)
    yield Stop("data-export", v.window)
    v.press(_("Erota: {name}").format(name=machine.name))
    yield Stop("data-part", v.window)
    v.press(_("Erota: {name}").format(name=machine.name))
    _rest(v)
    _back(v)


def _go(v: Visitor, key: str) -> None:
    v.press(_("Tiedot ja koneet"))
    _rest(v)
    _card(v, key)


def _card(v: Visitor, key: str) -> None:
    [card] = [one for one in v.page.findChildren(CardButton) if one.property("key") == key]
    card.click()
    v.settle()


def _back(v: Visitor) -> None:
    v.press(_("Takaisin"))
    _rest(v)


def _pull(v: Visitor) -> None:
    v.sticks.clear()
    v.house.watchers.collect.look()
    _rest(v)


def _rest(v: Visitor) -> None:
    """What is being done beside the screen has been done."""
    v.wait(lambda: not v.house.watchers.collect.looking)
    done: list[object] = []
    v.house.parts.background.run(list, done.append, done.append)
    v.wait(lambda: bool(done))
    v.settle()
