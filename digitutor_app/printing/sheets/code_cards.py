"""Code cards: ten on a page, to be cut and taken home."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from digitutor_app.domain.codes import parts
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.sheets import CodeCard
from digitutor_app.printing.page import HEIGHT, WIDTH, Page, Setter, Style
from digitutor_app.printing.words.code_cards import WORDS, Words

_MM: Final = 72 / 25.4
COLUMNS, ROWS = 2, 5
A_PAGE = COLUMNS * ROWS
_CARD = 85 * _MM, 54 * _MM  # the size of a bank card
_LEFT, _TOP = (WIDTH - COLUMNS * _CARD[0]) / 2, (HEIGHT - ROWS * _CARD[1]) / 2
_PADDING = 13.0
_PICTURE = 60.0
_BESIDE = _PADDING + _PICTURE + 14.0
_MARK = 10.0  # a cutting mark
_NEAR = 3.0  # an arm of a cross between cards
_CODE_SIZES = (20, 18, 16, 14)
_SMALL = Style(12, 14)
_GREY = (0.45, 0.45, 0.45)


def code_cards_pdf(cards: Sequence[CodeCard], language: str, printed: date) -> bytes:
    """The pages, in the order of the cards; ``printed`` is the day that the file says it is of.

    Raises OurMistakeError for no cards, for what is no code and for a language without cards.
    """
    words = WORDS.get(language)
    if words is None or not cards:
        raise OurMistakeError(f"no code cards in {language!r}")
    page, setter = Page(words.title, language, printed), Setter()
    for number, card in enumerate(cards):
        place = number % A_PAGE
        if number and not place:
            page.turn()
        if not place:
            _draw_cutting_marks(page)
        x = _LEFT + place % COLUMNS * _CARD[0]
        y = _TOP + place // COLUMNS * _CARD[1]
        _draw_card(page, setter, card, words, (x, y))
    return page.pdf()


def _draw_card(
    page: Page, setter: Setter, card: CodeCard, words: Words, corner: tuple[float, float]
) -> None:
    x, y = corner
    if card.picture:
        page.picture((x + _PADDING, y + _PADDING), _PICTURE, _PICTURE, card.picture)
    code = parts(card.code)
    room = _CARD[0] - _BESIDE - _PADDING
    pieces = f"{code.first}-", f"{code.second}-{code.number}"
    style = _largest(setter, pieces, room)
    baseline = y + _PADDING + style.size * 0.82
    for piece in pieces:
        page.text(x + _BESIDE, baseline, setter.wrap(piece, style, room)[0], style.size)
        baseline += style.leading
    keep = setter.wrap(words.keep, _SMALL, room)[0]
    page.text(x + _BESIDE, y + _PADDING + _PICTURE, keep, _SMALL.size)
    baseline = y + _PADDING + _PICTURE + 20
    for line in setter.wrap(words.notice, _SMALL, _CARD[0] - 2 * _PADDING):
        page.text(x + _PADDING, baseline, line, _SMALL.size)
        baseline += _SMALL.leading


def _largest(setter: Setter, pieces: Sequence[str], room: float) -> Style:
    for size in _CODE_SIZES:
        style = Style(size, size * 1.05, bold=True)
        if all(len(setter.wrap(piece, style, room)) == 1 for piece in pieces):
            return style
    return style


def _draw_cutting_marks(page: Page) -> None:
    """Ticks around the cards and small crosses between them: no line is left on a cut card."""
    right, bottom = _LEFT + COLUMNS * _CARD[0], _TOP + ROWS * _CARD[1]
    for column in range(COLUMNS + 1):
        x = _LEFT + column * _CARD[0]
        for y, arm in ((_TOP, -_MARK), (bottom, _MARK)):
            page.line((x, y), (x, y + arm), thickness=0.6)
    for row in range(ROWS + 1):
        y = _TOP + row * _CARD[1]
        for x, arm in ((_LEFT, -_MARK), (right, _MARK)):
            page.line((x, y), (x + arm, y), thickness=0.6)
    for row in range(1, ROWS):
        for column in range(1, COLUMNS):
            x, y = _LEFT + column * _CARD[0], _TOP + row * _CARD[1]
            page.line((x - _NEAR, y), (x + _NEAR, y), thickness=0.6, colour=_GREY)
            page.line((x, y - _NEAR), (x, y + _NEAR), thickness=0.6, colour=_GREY)
