"""The tutor's pages, on the second day of the invented workshop."""

from collections.abc import Iterator

from PySide6.QtWidgets import QPlainTextEdit

from digitutor_app.app.demo.workshop import PASSPHRASE, PIN, RECOVERY
from digitutor_app.app.exercise_check.resting import reveal
from digitutor_app.app.shots.learner_tour import start
from digitutor_app.app.shots.stop import Stop
from digitutor_app.app.shots.visitor import Visitor
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.i18n import _
from digitutor_app.screens.tutor.gate_news import GateNewsScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.recover import RecoverWhoScreen
from digitutor_app.screens.tutor.recovery_sheet import RecoverySheetScreen
from digitutor_app.screens.tutor.words import WordsScreen
from digitutor_app.services.gate_wait import FREE, LONGEST
from digitutor_app.services.words import pin_pages
from digitutor_app.trust.recovery import groups
from digitutor_app.ui_kit.paper_view import PaperView
from digitutor_app.ui_kit.unfolding import UnfoldingRow

_WHO = "Aino"
_CODE = "sininen-kettu-27"
_NAME = "Aino Esimerkki"


def tutor_tour(v: Visitor) -> Iterator[Stop]:
    """From the laptop's PIN and the gate to the papers."""
    start(v)
    v.press(_("Tutorille"))
    yield Stop("pin", v.window)
    yield from _behind_pin(v)
    yield Stop("gate", v.window)
    yield from _forgotten(v)
    yield from _waiting(v)
    yield Stop("now", v.window)
    yield from _keys(v)
    yield from _visits(v)
    yield from _people(v)
    v.press(_("Työpajat"))
    yield Stop("workshops", v.window)
    yield from _papers(v)


def _behind_pin(v: Visitor) -> Iterator[Stop]:
    names = dict(pin_pages())
    v.write(_("PIN"), PIN)
    v.press(_("Avaa"))
    v.wait(lambda: isinstance(v.page, NowScreen))
    yield Stop("now-by-pin", v.window)
    v.press(_("Käynnit"))
    yield Stop("visits-by-pin", v.window)
    v.press(names["people"])
    yield Stop("people-by-pin", v.window)
    v.press(_WHO)
    yield Stop("person-by-pin", v.window)
    v.press(_("Takaisin"))
    v.press(names["pin"])
    yield Stop("pin-choice", v.window)
    v.press(_("Takaisin"))
    yield from _this_laptop(v, names["laptop"])
    v.press(names["gate"])


def _this_laptop(v: Visitor, name: str) -> Iterator[Stop]:
    """The room on this machine's disk differs every time."""
    v.press(name)
    v.wait(lambda: v.find(_("Palauta kone")).isEnabled())
    yield Stop("this-laptop", v.window, moving=True)
    v.press(_("Palauta kone"))
    yield Stop("this-laptop-waiting", v.window, moving=True)
    v.press(_("Takaisin"))


def _forgotten(v: Visitor) -> Iterator[Stop]:
    v.press(_("Unohdin salalauseen"))
    yield Stop("recover", v.window)
    key = v.page.findChildren(QPlainTextEdit)[0]
    key.setPlainText(" ".join(groups(RECOVERY)))
    v.press(_("Jatka"))
    v.wait(lambda: isinstance(v.page, RecoverWhoScreen))
    yield Stop("recover-who", v.window)
    v.press(_("Takaisin"))
    v.press(_("Takaisin"))


def _waiting(v: Visitor) -> Iterator[Stop]:
    """Three wrong ones, the wait, and what is told after the right one."""
    for _number in range(FREE + 1):
        v.write(_("Salalause"), _NAME)
        v.press(_("Avaa"))
        v.wait(lambda: not v.sees(_("Avataan…")))
    yield Stop("gate-wait", v.window)
    v.clock.forward(LONGEST)
    v.write(_("Salalause"), PASSPHRASE)
    v.press(_("Avaa"))
    v.wait(lambda: isinstance(v.page, GateNewsScreen))
    yield Stop("gate-news", v.window)
    v.press(_("Jatka"))
    v.wait(lambda: isinstance(v.page, NowScreen))


def _keys(v: Visitor) -> Iterator[Stop]:
    v.press(_("Tutorit ja avaimet"))
    yield Stop("keys", v.window)
    v.press(_("Lisää tutor"))
    yield Stop("own-words", v.window)
    _own_words(v)
    v.wait(lambda: isinstance(v.page, WordsScreen))
    yield Stop("words", v.window)
    v.press(_("Valitsen oman salalauseen"))
    yield Stop("words-own", v.window)
    v.press(_("Takaisin"))
    v.press(_("Tulosta uusi palautusavain"))
    _own_words(v)
    v.wait(lambda: isinstance(v.page, RecoverySheetScreen))
    _wait_for_paper(v)
    yield Stop("recovery-sheet", v.window)
    v.press(_("Paperi on minulla"))
    yield Stop("recovery-check", v.window)
    v.press(_("Takaisin"))
    v.press(_("Takaisin"))
    v.press(_("Takaisin"))


def _own_words(v: Visitor) -> None:
    v.write(_("Oma salalauseesi"), PASSPHRASE)
    v.press(_("Jatka"))


def _visits(v: Visitor) -> Iterator[Stop]:
    v.press(_("Käynnit"))
    yield Stop("visits", v.window)
    v.press(_("Päätä päivä"))
    yield Stop("end-day", v.window)
    v.press(_("Takaisin"))
    v.press(_WHO)
    yield Stop("visit", v.window)
    v.press(_("Takaisin"))


def _people(v: Visitor) -> Iterator[Stop]:
    v.press(_("Osallistujat"))
    yield Stop("people", v.window)
    yield from _joined(v)
    v.press(_WHO)
    yield Stop("person", v.window)
    yield from _erasing(v)
    newest = v.page.findChildren(UnfoldingRow)[-1]
    newest.head.click()
    v.settle()
    reveal(newest)
    yield Stop("person-attempt", v.window)
    v.press(_("Siirrä toiselle osallistujalle"))
    yield Stop("move-attempt", v.window)
    v.press(_("Takaisin"))
    v.press(_("Tee todistus"))
    v.write(_("Etunimet ja sukunimi"), _NAME)
    _wait_for_paper(v, _NAME)
    yield Stop("certificate", v.window)
    v.press(_("Takaisin"))
    v.press(_("Omat digitaitoni -lehti"))
    _wait_for_paper(v)
    yield Stop("progress-sheet", v.window)
    v.press(_("Takaisin"))
    v.press(_("Takaisin"))


def _joined(v: Visitor) -> Iterator[Stop]:
    yield from _one_waits(v)
    v.press(_("Sama henkilö"))
    yield Stop("people-joined", v.window)
    v.press(_("Yhdistetyt henkilöt"))
    yield Stop("joined-people", v.window)
    v.press(_("Takaisin"))


def _one_waits(v: Visitor) -> Iterator[Stop]:
    """One of the two waits to be erased, and they cannot be joined."""
    tutor = v.house.open_tutor()
    if tutor is None or not isinstance(v.page, PeopleScreen):
        raise OurMistakeError("the page of everybody is not open")
    person = tutor.same_person.questions()[0].one.person
    tutor.erasing.ask(person, tutor.erasing.what_to_type(person))
    v.page.refresh()
    v.settle()
    yield Stop("people-waiting", v.window)
    tutor.erasing.take_back(person.id)
    v.page.refresh()
    v.settle()


def _erasing(v: Visitor) -> Iterator[Stop]:
    """Asked for and taken back."""
    v.press(_("Poista henkilön tiedot"))
    yield Stop("erase", v.window)
    v.write(_("Vahvista: kirjoita {words}").format(words=_CODE), _CODE)
    v.press(_("Poista tiedot"))
    yield Stop("person-erasing", v.window)
    v.press(_("Takaisin"))
    v.press(_("Poistot"))
    yield Stop("erasures", v.window)
    v.press(_("Peru poisto"))
    v.press(_("Takaisin"))
    v.press(_WHO)


def _papers(v: Visitor) -> Iterator[Stop]:
    v.press(_("Paperit"))
    yield Stop("papers", v.window)
    for card, name in (
        (_("Todistukset"), "certificates"),
        (_("Koodikortit"), "code-cards"),
        (_("Papereiden ulkoasu"), "letterhead"),
    ):
        v.press(card)
        _wait_for_paper(v)
        yield Stop(name, v.window)
        v.press(_("Takaisin"))


def _wait_for_paper(v: Visitor, words: str = "") -> None:
    """Papers are drawn beside the screen: wait until all show something, and one these words."""
    v.settle()
    papers = [w for w in v.window.findChildren(PaperView) if w.isVisibleTo(v.window)]
    v.wait(lambda: all(paper.pages for paper in papers))
    if words:
        v.wait(lambda: any(words in " ".join(paper.text().split()) for paper in papers))
