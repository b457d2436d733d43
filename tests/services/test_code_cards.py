"""Codes for cards: fresh ones are nobody's, today's are those of today."""

import io

from pypdf import PdfReader

from digitutor_app.domain.codes import read_code
from digitutor_app.domain.sheets import CodeCard
from digitutor_app.services.code_cards import CodeCards


def a_person_with(laptop, code):
    laptop.reception.come_with_code(code, "fi")
    laptop.reception.leave()


def test_fresh_codes_are_codes_all_different_and_free(laptop, clock):
    a_person_with(laptop, "sininen-kettu-27")
    codes = CodeCards(laptop.worker, clock).fresh(30)
    assert len(set(codes)) == 30
    assert all(read_code(code) == code for code in codes)
    assert "sininen-kettu-27" not in codes


def test_those_of_today(laptop, clock):
    cards = CodeCards(laptop.worker, clock)
    a_person_with(laptop, "sininen-kettu-27")
    clock.forward(24 * 3600)
    a_person_with(laptop, "vihreä-kuusi-14")
    laptop.arrive()
    assert cards.of_day(clock.now().date()) == ["vihreä-kuusi-14"]


def test_the_pages(laptop, clock):
    cards = CodeCards(laptop.worker, clock)
    pdf = cards.pdf([CodeCard(code) for code in cards.fresh(12)], "fi")
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 2
