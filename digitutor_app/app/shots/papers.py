"""Every sheet as it comes from the printer: the first page of its PDF, as the preview paints it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter, Qt

from digitutor_app.app.compose import compose_tutor
from digitutor_app.app.demo.workshop import PASSPHRASE, RECOVERY
from digitutor_app.app.shots.tours import visit
from digitutor_app.app.shots.view import View
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.sheets import CodeCard
from digitutor_app.i18n import _
from digitutor_app.screens.code_png import code_png
from digitutor_app.services.context import Context, TutorContext
from digitutor_app.services.recovery_sheets import NewRecovery

#: Height of a picture of an A4 page, pixels.
HEIGHT: Final = 1200
_TALL: Final = 2**0.5
_MOST_CARDS: Final = 10


def papers(demo: Path, language: str) -> Iterator[tuple[str, QImage]]:
    """The name of each sheet with the picture of its first page."""
    with visit(demo, View(language)) as visitor:
        context = visitor.house.parts.context
        worker = context.gate.enter(PASSPHRASE)
        try:
            tutor = compose_tutor(context, worker)
            for name, make in SHEETS.items():
                yield name, first_page(make(context, tutor, language))
        finally:
            worker.close()


def first_page(pdf: bytes) -> QImage:
    """The first page of a PDF on white; raises OurMistakeError when it is none."""
    from PySide6.QtPdf import QPdfDocument

    document, content = QPdfDocument(), QByteArray(pdf)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise OurMistakeError(f"not a document: {document.error()}")
    painted = document.render(0, QSize(round(HEIGHT / _TALL), HEIGHT))
    page = QImage(painted.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, painted)
    painter.end()
    document.close()
    return page


def _certificate(context: Context, tutor: TutorContext, _language: str) -> bytes:
    [aino, *_others] = [c for c in context.reception.cards() if c.first_name == "Aino"]
    return tutor.certify.of_person(aino.id)[-1].pdf


def _progress_sheet(context: Context, tutor: TutorContext, language: str) -> bytes:
    [aino, *_others] = [c for c in context.reception.cards() if c.first_name == "Aino"]
    draft = tutor.progress_sheets.draft(aino.id, language, code_png(aino.code))
    return tutor.progress_sheets.pdf(draft)


def _code_cards(context: Context, tutor: TutorContext, language: str) -> bytes:
    codes = [card.code for card in context.reception.cards()][:_MOST_CARDS]
    return tutor.code_cards.pdf([CodeCard(code, code_png(code)) for code in codes], language)


def _recovery_key(context: Context, _tutor: TutorContext, language: str) -> bytes:
    name = _("Kone {number}").format(number=context.laptop.number)
    return NewRecovery(context.clock, name, RECOVERY).pdf(language)


#: By the name of the sheet's file in ``printing/sheets``.
SHEETS: Final[Mapping[str, Callable[[Context, TutorContext, str], bytes]]] = {
    "certificate": _certificate,
    "progress_sheet": _progress_sheet,
    "code_cards": _code_cards,
    "recovery_key": _recovery_key,
}
