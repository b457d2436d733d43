"""The certificate of participation: one A4 page that somebody may want to frame."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digitutor_app.domain.certificates import CertificateContent
from digitutor_app.domain.errors import OurMistakeError, WorldError
from digitutor_app.domain.letterhead import PLAIN, Letterhead
from digitutor_app.printing.fonts import Line, clean
from digitutor_app.printing.head import draw_logos
from digitutor_app.printing.page import BLACK, HEIGHT, WIDTH, Colour, Page, Setter, Style, colour_of
from digitutor_app.printing.phrases import days_in_words, hours_in_words, in_a_row, one_day
from digitutor_app.printing.words.certificate import WORDS, Words


class CertificateTooLongError(WorldError):
    """The texts do not fit on one page even in the smallest size (12 pt)."""


_LEFT, _RIGHT = 79.0, WIDTH - 79.0  # 28 mm
_MEASURE = _RIGHT - _LEFT
_VALUES = _LEFT + 92.0  # where the values of "Aika:" and its sisters begin
_GUTTER = 28.0
_HALF = (_MEASURE - _GUTTER) / 2
_MARK = 4.0  # the small square before a skill
_FEW = 4  # so many skills stand in one column
_SMALL = Style(12, 16)
_FRAME, _INNER_FRAME = 31.0, 36.5  # from the edge of the paper; printers leave 6 mm white
_LOGOS_Y = 62.0
_TITLE_Y, _TITLE_RULE_Y = 118.0, 140.0
_BELOW_LOGOS = 14.0  # a title below logos stands lower by this
_TITLE_SIZES = (36, 32, 28, 24)
_SIGNATURE_Y = (HEIGHT - 190.0, HEIGHT - 134.0)  # the two rows of lines at the foot
_SMALL_PRINT_Y = HEIGHT - 80.0
_LAST_Y = _SIGNATURE_Y[0] - 40.0  # 10 mm for a pen above the line
_MOST_AIR = 190.0
# from the most generous to the tightest; the first in which all fits is used
_SETTINGS = (
    (Style(14, 21), True),
    (Style(13, 19), True),
    (Style(12, 17), True),
    (Style(12, 16), False),
)
# size and number of lines allowed for the name
_NAME_SIZES = ((36, 1), (32, 1), (28, 1), (26, 2), (22, 2), (18, 3), (14, 5))


@dataclass(frozen=True, slots=True)
class _Colours:
    title: Colour
    lines: Colour


def certificate_pdf(content: CertificateContent, letterhead: Letterhead = PLAIN) -> bytes:
    """Print a certificate: the same content and letterhead always give the same bytes.

    Raises MissingLettersError (a letter that no font has), CertificateTooLongError, and
    OurMistakeError for a language without a sheet.
    """
    return certificates_pdf([content], letterhead)


def certificates_pdf(contents: Sequence[CertificateContent], letterhead: Letterhead) -> bytes:
    """Print certificates of one language in one file, a page each; raises as for one."""
    first = contents[0]
    words = WORDS.get(first.language)
    if words is None:
        raise OurMistakeError(f"No certificate in {first.language!r}")
    page = Page(words.title, first.language, first.issued)
    setter = Setter()
    for number, content in enumerate(contents):
        if number:
            page.turn()
        _draw(page, setter, content, words, letterhead)
    return page.pdf()


def _draw(
    page: Page, setter: Setter, content: CertificateContent, words: Words, letterhead: Letterhead
) -> None:
    colours = _Colours(colour_of(letterhead.accent), colour_of(letterhead.second))
    for inset, thickness, colour in (
        (_FRAME, 1.6, colours.title),
        (_INNER_FRAME, 0.6, colours.lines),
    ):
        width, height = WIDTH - 2 * inset, HEIGHT - 2 * inset
        page.frame((inset, inset), width, height, thickness=thickness, colour=colour)
    drop = draw_logos(page, _LEFT, _LOGOS_Y, letterhead.logos)
    drop = drop + _BELOW_LOGOS if drop else 0.0
    for style, in_rows in _SETTINGS:
        sheet = _Sheet(setter, style, in_rows, colours, drop=drop)
        sheet.fill(content, words)
        if sheet.y <= _LAST_Y:
            air = min(_LAST_Y - sheet.y, _MOST_AIR)
            sheet = _Sheet(setter, style, in_rows, colours, drop=drop, air=air)
            sheet.fill(content, words)
            break
    else:
        raise CertificateTooLongError(f"{sheet.y - _LAST_Y:.0f} pt too much for one page")
    for draw in sheet.drawn:
        draw(page)
    _draw_foot(page, setter, content, words)
    _draw_small_print(page, setter, [*words.small_print, *filter(None, [letterhead.funder])])


class _Sheet:
    """The flowing part of the page, from the title to the organisers, in one setting.

    ``drop`` is the height that logos take above the title; ``air`` the height that the texts leave
    free and that is shared out between them; both in points.
    """

    def __init__(
        self,
        setter: Setter,
        style: Style,
        in_rows: bool,
        colours: _Colours,
        *,
        drop: float,
        air: float = 0.0,
    ) -> None:
        self.setter = setter
        self.style = style
        self.in_rows = in_rows
        self.colours = colours
        self.drop = drop
        self.air = air
        self.y = 0.0
        self.drawn: list[Callable[[Page], None]] = []

    def fill(self, content: CertificateContent, words: Words) -> None:
        self._title(words.title)
        self._name(clean(content.name), words.name)
        self.y += 12 + 0.04 * self.air
        self._text(words.took_part.format(workshop=content.workshop), Style(16, 22))
        self.y += self.style.leading * 0.8 + 0.16 * self.air
        self._fact(words.time, [days_in_words(content.days, content.language)])
        self._fact(words.extent, [hours_in_words(content.quarter_hours, content.language)])
        self._fact(words.contents, self._list(content.contents, content.language))
        if content.skills:
            self.y += self.style.leading * 0.6 + 0.08 * self.air
            self._skills(content, words.skills)
        if content.organisers:
            self.y += self.style.leading * 0.6 + 0.08 * self.air
            pattern = words.organisers if len(content.organisers) > 1 else words.one_organiser
            named = in_a_row(content.organisers, content.language)
            self._text(_ended(pattern.format(organisers=named)), self.style)

    def _title(self, title: str) -> None:
        for size in _TITLE_SIZES:
            style = Style(size, size * 1.2)
            lines = self.setter.wrap(title, style, _MEASURE)
            if len(lines) == 1:
                break
        self.y = _TITLE_Y + self.drop
        for line in lines:
            self._put(_LEFT, line, style.size, self.colours.title)
            self.y += style.leading
        y = _TITLE_RULE_Y + self.drop + style.leading * (len(lines) - 1)
        colour = self.colours.lines
        self.drawn.append(lambda page: page.rule(_LEFT, y, 64, thickness=3, colour=colour))
        self.y = y

    def _name(self, name: str, label: str) -> None:
        self.y += 12 + 0.2 * self.air
        self._text(label, _SMALL)
        if not name:
            y = self.y + 34  # 10 mm for a pen below the label
            self.drawn.append(lambda page: page.rule(_LEFT, y, _MEASURE, thickness=0.6))
            self.y = y + 6
            return
        lines, style = self.setter.fit(name, _NAME_SIZES, _MEASURE)
        self.y += 10 - (style.leading - style.size)
        for line in lines:
            self.y += style.leading
            self._put(_LEFT, line, style.size)

    def _fact(self, label: str, values: Sequence[str]) -> None:
        written = [
            line
            for value in values
            for line in self.setter.wrap(value, self.style, _RIGHT - _VALUES)
        ]
        for i, line in enumerate(written):
            self.y += self.style.leading
            if i == 0:
                self._put(_LEFT, self.setter.wrap(label, self.style, _MEASURE)[0], self.style.size)
            self._put(_VALUES, line, self.style.size)

    def _list(self, items: Sequence[str], language: str) -> Sequence[str]:
        if self.in_rows or not items:
            return items
        return [_ended(in_a_row(items, language))]

    def _skills(self, content: CertificateContent, heading: str) -> None:
        if not self.in_rows:
            self._text(
                f"{heading} {_ended(in_a_row(content.skills, content.language))}", self.style
            )
            return
        self._text(heading, self.style)
        top = self.y
        columns = 1 if len(content.skills) <= _FEW else 2
        half = -(-len(content.skills) // columns)
        width = _MEASURE if columns == 1 else _HALF
        bottoms = []
        for column, skills in enumerate((content.skills[:half], content.skills[half:])):
            self.y = top
            for skill in skills:
                self._skill(_LEFT + column * (_HALF + _GUTTER), skill, width)
            bottoms.append(self.y)
        self.y = max(bottoms)

    def _skill(self, x: float, skill: str, width: float) -> None:
        indent = _MARK + 8
        middle = self.y + self.style.leading - self.style.size * 0.26
        colour = self.colours.title
        self.drawn.append(lambda page: page.rule(x, middle, _MARK, thickness=_MARK, colour=colour))
        for line in self.setter.wrap(skill, self.style, width - indent):
            self.y += self.style.leading
            self._put(x + indent, line, self.style.size)

    def _text(self, text: str, style: Style) -> None:
        for line in self.setter.wrap(text, style, _MEASURE, right_to_left=False):
            self.y += style.leading
            self._put(_LEFT, line, style.size)

    def _put(self, x: float, line: Line, size: float, colour: Colour = BLACK) -> None:
        y = self.y
        self.drawn.append(lambda page: page.text(x, y, line, size, colour=colour))


def _ended(sentence: str) -> str:
    return sentence.rstrip(".") + "."  # "A r.y." needs no second full stop


def _draw_foot(page: Page, setter: Setter, content: CertificateContent, words: Words) -> None:
    place = clean(content.place)
    day = one_day(content.issued, content.language)
    placed = words.place_and_day.format(place=place, day=day) if place else day
    right = _LEFT + _HALF + _GUTTER
    first, second = _SIGNATURE_Y
    style = Style(14, 17)
    lines = setter.wrap(placed, style, _HALF)
    if len(lines) > 1:
        style = Style(12, 14)
        lines = setter.wrap(placed, style, _HALF)
    if len(lines) > 2:
        raise CertificateTooLongError(f"The place takes {len(lines)} lines")
    for i, line in enumerate(reversed(lines)):
        page.text(_LEFT, first - 6 - i * style.leading, line, style.size)
    for x, y, caption in (
        (_LEFT, first, words.place_caption),
        (right, first, words.signature),
        (_LEFT, second, words.name_in_print),
        (right, second, words.position),
    ):
        page.rule(x, y, _HALF, thickness=0.6)
        page.text(x, y + 15, setter.wrap(caption, _SMALL, _HALF)[0], _SMALL.size)


def _draw_small_print(page: Page, setter: Setter, sentences: Sequence[str]) -> None:
    lines = [line for text in sentences for line in setter.wrap(text, _SMALL, _MEASURE)]
    if len(lines) > 3:
        raise CertificateTooLongError("the funder's words take more than a line")
    y = _SMALL_PRINT_Y - (len(lines) - 2) * _SMALL.leading / 2
    for i, line in enumerate(lines):
        page.text(_LEFT, y + i * _SMALL.leading, line, _SMALL.size)
