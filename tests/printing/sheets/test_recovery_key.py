"""The sheet of a recovery key: every group to be read, a QR code of the whole, one page."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.sheets import RecoverySheet
from digitutor_app.printing.fonts import MissingLettersError
from digitutor_app.printing.qr import draw_qr
from digitutor_app.printing.sheets.recovery_key import recovery_key_pdf
from digitutor_app.trust import recovery
from tests.printing.reading import assert_nothing_interpreted, pieces, stands_as_in, text_of

GOLDEN = Path(__file__).with_name("recovery_key_golden.json")
SECRET = "AGE-SECRET-KEY-1" + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L" + "QPZRY9X8GF2TVDW0S3JN54KHCE"


def sheet(language="fi", machine="Kone 1", secret=SECRET):
    return RecoverySheet(
        language=language,
        prefix=recovery.PREFIX,
        groups=recovery.groups(secret),
        machine=machine,
        made=date(2026, 11, 24),
    )


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_golden_page(language):
    """Texts, places (points) and sizes. A meant change: delete the file, run, look, keep."""
    pdfs = {name: recovery_key_pdf(sheet(name)) for name in ("fi", "sv", "en")}
    stands_as_in(GOLDEN, language, pdfs)


def test_the_groups_stand_large_and_in_order():
    found = [piece.text for piece in pieces(recovery_key_pdf(sheet())) if piece.size >= 26]
    assert found[1:] == list(recovery.groups(SECRET))


def test_one_page_with_date_machine_and_purpose():
    pdf = recovery_key_pdf(sheet())
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    text = text_of(pdf)
    for words in ("Kone: Kone 1", "24.11.2026", "jos salalause unohtuu", "lukitussa paikassa"):
        assert words in text


@given(st.text(max_size=60))
def test_a_laptops_name_is_printed_as_it_is(machine):
    try:
        pdf = recovery_key_pdf(sheet(machine=machine))
    except MissingLettersError:
        return
    assert_nothing_interpreted(pdf)


def test_a_language_without_the_sheet():
    with pytest.raises(OurMistakeError):
        recovery_key_pdf(sheet("so"))


class Drawn:
    """Keeps what a code draws."""

    def __init__(self):
        self.boxes = []

    def shape(self, points):
        self.boxes.append((points[0], points[2]))


def test_the_code_has_its_three_corners_and_a_white_edge():
    drawn = Drawn()
    draw_qr(drawn, (0.0, 0.0), 100.0, SECRET)
    left = min(x for (x, _y), _end in drawn.boxes)
    right = max(x for _start, (x, _y) in drawn.boxes)
    top = min(y for (_x, y), _end in drawn.boxes)
    bottom = max(y for _start, (_x, y) in drawn.boxes)
    assert left == pytest.approx(top)
    assert left > 5
    assert right == pytest.approx(100 - left)
    assert bottom == pytest.approx(100 - top)
    step = min(end[1] - start[1] for start, end in drawn.boxes)
    wide = [round((end[0] - start[0]) / step) for start, end in drawn.boxes]
    assert wide.count(7) >= 6  # above and below each of the three squares


def test_another_key_is_another_code():
    first, second = Drawn(), Drawn()
    draw_qr(first, (0.0, 0.0), 100.0, SECRET)
    draw_qr(second, (0.0, 0.0), 100.0, SECRET.replace("QPZRY", "QPZRX"))
    assert first.boxes != second.boxes
