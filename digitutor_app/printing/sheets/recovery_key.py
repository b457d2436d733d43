"""The sheet of a recovery key: its groups to type, the same as a QR code, and where to keep it."""

from typing import Final

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.sheets import RecoverySheet
from digitutor_app.printing.fonts import Line
from digitutor_app.printing.page import WIDTH, Page, Point, Setter, Style
from digitutor_app.printing.phrases import one_day
from digitutor_app.printing.qr import draw_qr
from digitutor_app.printing.words.recovery_key import WORDS, Words

_LEFT: Final = 62.0
_MEASURE: Final = WIDTH - 2 * _LEFT
_TITLE, _HEADING = Style(32, 38), Style(17, 24, bold=True)
_BODY, _SMALL = Style(14, 20), Style(12, 16)
_GROUP = Style(26, 30, bold=True)
_GREY = (0.38, 0.38, 0.38)
_THIN = (0.72, 0.72, 0.72)
_COLUMNS: Final = 3
_CELL: Final = (_MEASURE / _COLUMNS, 56.0)
_GRID_Y: Final = 182.0
_QR: Final = 150.0
_QUIET: Final = 13.0  # about its white edge, so that its squares begin where text begins


def recovery_key_pdf(sheet: RecoverySheet) -> bytes:
    """One page. Raises MissingLettersError, and OurMistakeError for a language without this
    sheet."""
    words = WORDS.get(sheet.language)
    if words is None:
        raise OurMistakeError(f"no recovery sheet in {sheet.language!r}")
    page, setter = Page(words.title, sheet.language, sheet.made), Setter()
    _head(page, setter, sheet, words)
    _groups(page, setter, sheet, words)
    y = _GRID_Y + _CELL[1] * -(-len(sheet.groups) // _COLUMNS) + 20
    draw_qr(page, (_LEFT - _QUIET, y - _QUIET), _QR, sheet.prefix + "".join(sheet.groups))
    beside = _LEFT + _QR + 10
    note = words.qr.format(prefix=sheet.prefix)
    _lines(page, setter.wrap(note, _SMALL, _MEASURE - _QR - 10), _SMALL, (beside, y + 30))
    _list(page, setter, words, y + _QR + 26)
    return page.pdf()


def _head(page: Page, setter: Setter, sheet: RecoverySheet, words: Words) -> None:
    page.text(_LEFT, 86, setter.wrap(words.title, _TITLE, _MEASURE)[0], _TITLE.size)
    facts = [words.machine.format(name=sheet.machine)] if sheet.machine else []
    facts.append(words.made.format(day=one_day(sheet.made, sheet.language)))
    _lines(page, setter.wrap(" · ".join(facts), _BODY, _MEASURE), _BODY, (_LEFT, 116))
    _lines(page, setter.wrap(words.what, _BODY, _MEASURE), _BODY, (_LEFT, 146))


def _groups(page: Page, setter: Setter, sheet: RecoverySheet, words: Words) -> None:
    wide, high = _CELL
    for place, group in enumerate(sheet.groups):
        x, y = _LEFT + place % _COLUMNS * wide, _GRID_Y + place // _COLUMNS * high
        page.frame((x, y), wide, high, thickness=0.8, colour=_THIN)
        name = setter.wrap(f"{words.group} {place + 1}", _SMALL, wide)[0]
        page.text(x + 10, y + 17, name, _SMALL.size, colour=_GREY)
        page.text(x + 10, y + 45, setter.wrap(group, _GROUP, wide)[0], _GROUP.size)


def _list(page: Page, setter: Setter, words: Words, y: float) -> None:
    for heading, sentences in ((words.how_heading, words.how), (words.keep_heading, words.keep)):
        page.text(_LEFT, y, setter.wrap(heading, _HEADING, _MEASURE)[0], _HEADING.size)
        y += _HEADING.leading
        for number, sentence in enumerate(sentences, start=1):
            page.text(_LEFT, y, setter.wrap(f"{number}.", _BODY, 30)[0], _BODY.size)
            lines = setter.wrap(sentence, _BODY, _MEASURE - 24)
            y = _lines(page, lines, _BODY, (_LEFT + 24, y))
        y += 14


def _lines(page: Page, lines: list[Line], style: Style, start: Point) -> float:
    """Draw lines from this first baseline; returns the next one."""
    x, y = start
    for line in lines:
        page.text(x, y, line, style.size)
        y += style.leading
    return y
