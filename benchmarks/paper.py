"""240 certificates against a bare reportlab canvas that draws the same page as often."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measuring import Line, Size, in_turn, milliseconds, seconds
from digitutor_app.domain.certificates import CertificateContent
from digitutor_app.domain.letterhead import Letterhead
from digitutor_app.printing.sheets.certificate import certificates_pdf

PAGES = 240
#: At least half the pages of the bare canvas in the same time.
BUDGET = 2.0
DAY = date(2026, 11, 24)
CONTENT = CertificateContent(
    language="fi",
    name="Aino Korhonen",
    workshop="Digitaitojen perusteet",
    days=(DAY,),
    quarter_hours=9,
    contents=("Hiiri ja kosketuslevy", "Tiedostot ja kansiot", "Sähköposti", "Turvallisuus"),
    organisers=("Esimerkkiopisto", "Mallilan kaupunki"),
    place="Mallila",
    issued=DAY,
)
_DRAWING = frozenset(
    (
        *("setFillColorRGB", "setStrokeColorRGB", "setLineWidth", "setFont"),
        *("drawString", "line", "rect", "drawPath", "circle"),
    )
)


def measure(_folder: Path, size: Size) -> Iterator[Line]:
    pages = size.of(PAGES, 4)
    names = (f"Aino{chr(97 + n // 26)}{chr(97 + n % 26)} Korhonen" for n in range(pages))
    contents = [replace(CONTENT, name=name) for name in names]
    acts = acts_of_a_page()
    ours, bare = in_turn(
        size.of(5, 1),
        lambda: seconds(lambda: certificates_pdf(contents, Letterhead())),
        lambda: seconds(lambda: bare_pages(acts, pages)),
    )
    told = f"{milliseconds(ours / pages)} / {milliseconds(bare / pages)} a page"
    yield Line(f"{pages} certificates", ours / bare, BUDGET, "x", told)


def acts_of_a_page() -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """What the certificate asks of the canvas, written down; texts as plain text."""
    from reportlab.pdfgen import canvas

    acts: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    class Witness(canvas.Canvas):  # type: ignore[misc] # reportlab has no types
        def __getattribute__(self, name: str) -> Any:
            real = super().__getattribute__(name)
            if name not in _DRAWING:
                return real

            def note(*given: Any, **more: Any) -> Any:
                plain = tuple(str(one) if isinstance(one, str) else one for one in given)
                acts.append((name, plain, more))
                return real(*given, **more)

            return note

    real_canvas = canvas.Canvas
    canvas.Canvas = Witness
    try:
        certificates_pdf([CONTENT], Letterhead())
    finally:
        canvas.Canvas = real_canvas
    return acts


def bare_pages(acts: list[tuple[str, tuple[Any, ...], dict[str, Any]]], pages: int) -> bytes:
    """The same acts on a canvas, page after page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    written = io.BytesIO()
    bare = Canvas(written, pagesize=A4, pageCompression=1, invariant=1)
    for _page in range(pages):
        for name, given, more in acts:
            getattr(bare, name)(*given, **more)
        bare.showPage()
    bare.save()
    return written.getvalue()
