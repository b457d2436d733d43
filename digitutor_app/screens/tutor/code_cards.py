"""Code cards: fresh ones for the door, or one for each person of today."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from digitutor_app import i18n
from digitutor_app.dialogs.choose_file import ChooseFile, choose_pdf
from digitutor_app.dialogs.choose_printer import ChoosePrinter, choose_printer
from digitutor_app.domain.sheets import CodeCard
from digitutor_app.i18n import _, ngettext
from digitutor_app.screens.code_png import code_png
from digitutor_app.screens.paper_page import PaperPage
from digitutor_app.screens.trouble_words import opening_trouble
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.store.errors import StoreError
from digitutor_app.ui_kit.choices import Choices
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import fill

_A_PAGE: Final = 10
_PAGES: Final = (1, 2, 3)
TODAY: Final = "today"


class CodeCardsScreen(QWidget):
    """Shows the choice of cards and the first page of them.

    Emits ``saved(Path)``, ``printed``, ``previewChanged`` and ``backRequested``. The fresh codes
    stay the same while the page is open: what is seen is what is printed.
    """

    saved = Signal(object)
    printed = Signal()
    previewChanged = Signal()
    backRequested = Signal()

    def __init__(
        self,
        look: Look,
        context: Context,
        tutor: TutorContext,
        *,
        choose_file: ChooseFile = choose_pdf,
        choose_printer: ChoosePrinter = choose_printer,
        parent: QWidget | None = None,
    ) -> None:
        """``choose_file`` asks where to save, ``choose_printer`` where to print."""
        super().__init__(parent)
        self._look = look
        self._context = context
        self._tutor = tutor
        self._codes: list[str] = []
        self._page = PaperPage(
            look,
            context.background,
            tutor.printing,
            (choose_file, choose_printer),
            (_("Koodikortit"), _("Koodikorttien sivu")),
        )
        self._choices = Choices(look, self._offers(), str(_PAGES[0]))
        self._note = Body(look)
        self._page.form.rows.add(self._choices)
        self._page.form.rows.add(self._note)
        fill(self, self._page)
        self._choices.chosen.connect(self._on_chosen)
        self._page.saved.connect(self.saved)
        self._page.printed.connect(self.printed)
        self._page.previewChanged.connect(self.previewChanged)
        self._page.backRequested.connect(self.backRequested)
        self.refresh()

    def refresh(self) -> None:
        """Make the cards of the choice that holds."""
        key = self._choices.current
        try:
            codes, left_out = self._chosen_codes(key)
        except StoreError as error:
            title, sentence = opening_trouble(error)
            self._page.page.banner.say(f"{title}. {sentence}")
            return
        self._note.setText("\n".join(filter(None, (_note(key, len(codes)), _without(left_out)))))
        if not codes:
            self._page.show_paper(None, "")
            return
        cards = [CodeCard(code, code_png(code)) for code in codes]
        draw = partial(self._tutor.code_cards.pdf, cards, i18n.current())
        self._page.show_paper(draw, "koodikortit.pdf")

    def _chosen_codes(self, key: str) -> tuple[list[str], int]:
        """The codes, and how many got no card: a code that will be erased leads nowhere."""
        if key == TODAY:
            codes = self._tutor.code_cards.of_day(self._context.clock.now().date())
            going = {pending.person.code for pending in self._tutor.erasing.pending()}
            kept = [code for code in codes if code not in going]
            return kept, len(codes) - len(kept)
        wanted = _A_PAGE * int(key)
        if not self._codes:
            self._codes = self._tutor.code_cards.fresh(_A_PAGE * _PAGES[-1])
        return self._codes[:wanted], 0

    def _offers(self) -> list[tuple[str, str]]:
        offers = [
            (str(pages), _("{count} uutta korttia").format(count=pages * _A_PAGE))
            for pages in _PAGES
        ]
        return [*offers, (TODAY, _("Kortit niille, jotka ovat olleet tänään tällä koneella"))]

    def _on_chosen(self, _key: str) -> None:
        self.refresh()


def _note(key: str, count: int) -> str:
    if key != TODAY:
        return _(
            "Anna kortti, kun osallistuja tulee.\n"
            "Hän valitsee Kirjoitan koodin ja kirjoittaa koodin kortista."
        )
    if not count:
        return _(
            "Kukaan ei ole vielä ottanut koodia tänään tällä koneella.\n"
            "Osallistuja saa koodin ensimmäisen harjoituksen jälkeen."
        )
    return ngettext("{count} kortti.", "{count} korttia.", count).format(count=count)


def _without(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{count} osallistujan tiedot poistuvat. Hän ei saa uutta korttia.",
        "{count} osallistujan tiedot poistuvat. He eivät saa uutta korttia.",
        count,
    ).format(count=count)
