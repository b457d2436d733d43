"""The progress sheet "Omat digitaitoni": what a person has practised, to take home."""

from collections.abc import Sequence
from typing import Final

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.letterhead import PLAIN, Letterhead
from digitutor_app.domain.sheets import MOST_NEW, MOST_NEXT, ProgressContent, SkillGroup
from digitutor_app.domain.skills import SkillState
from digitutor_app.printing.head import draw_logos
from digitutor_app.printing.marks import draw_mark
from digitutor_app.printing.page import HEIGHT, WIDTH, Page, Setter, Style, colour_of
from digitutor_app.printing.phrases import days_in_words, hours_in_words, in_a_row, one_day
from digitutor_app.printing.words.progress_sheet import WORDS, Words

_LEFT: Final = 62.0
_MEASURE: Final = WIDTH - 2 * _LEFT
_LOGOS_Y, _TITLE_Y, _LATER_Y = 46.0, 78.0, 58.0
_FOOT_Y = HEIGHT - 46.0
_LAST_Y = HEIGHT - 76.0  # nothing but the foot stands below
_TITLE, _HEADING, _MODULE = Style(32, 38), Style(17, 24, bold=True), Style(13, 19, bold=True)
_BODY, _ROW, _SMALL = Style(14, 19), Style(13, 16.5), Style(12, 16)
_CODE_SIZES = ((30, 1), (26, 1), (22, 1), (18, 2))
_BOX, _PICTURE, _INSIDE = 88.0, 64.0, 13.0
_VALUES = 84.0
_STATE = 146.0  # the column of the state's words
_MARK, _INDENT = 9.0, 20.0
_PEN = 34.0  # 10 mm for handwriting and a little
_THIN = (0.72, 0.72, 0.72)
_GREY_ROW = 0.4


def progress_sheet_pdf(content: ProgressContent, letterhead: Letterhead = PLAIN) -> bytes:
    """Print one person's sheet, on as many pages as it takes (mostly one).

    The same content and letterhead always give the same bytes. Raises MissingLettersError, and
    OurMistakeError for a language without a sheet.
    """
    return progress_sheets_pdf([content], letterhead)


def progress_sheets_pdf(contents: Sequence[ProgressContent], letterhead: Letterhead) -> bytes:
    """Print the sheets of several people in one file, each on pages of its own."""
    first = contents[0]
    words = WORDS.get(first.language)
    if words is None:
        raise OurMistakeError(f"no progress sheet in {first.language!r}")
    setter = Setter()
    counts = []
    for content in contents:  # how many pages each takes stands at the foot of its pages
        draft = _Sheet(
            Page(words.title, first.language, content.printed), setter, words, letterhead
        )
        draft.fill(content, 0)
        counts.append(draft.number)
    page = Page(words.title, first.language, first.printed)
    for number, (content, count) in enumerate(zip(contents, counts, strict=True)):
        if number:
            page.turn()
        _Sheet(page, setter, words, letterhead).fill(content, count)
    return page.pdf()


class _Sheet:
    """One person's pages, filled from top to bottom; ``number`` is the page being filled."""

    def __init__(self, page: Page, setter: Setter, words: Words, letterhead: Letterhead) -> None:
        self.page = page
        self.setter = setter
        self.words = words
        self.letterhead = letterhead
        self.number = 1
        self.count = 0
        self.code = ""
        self.y = 0.0

    def fill(self, content: ProgressContent, count: int) -> None:
        """Draw everything; ``count`` is the number of pages, 0 while nobody knows it."""
        self.count, self.code = count, content.code
        self._title()
        self._code(content)
        self._facts(content)
        self._skills(content.groups)
        self._list(self.words.new, content.new[:MOST_NEW])
        self._list(self.words.coming, content.coming[:MOST_NEXT])
        self._lines()
        self._foot(content)

    # The head

    def _title(self) -> None:
        letterhead = self.letterhead
        drop = draw_logos(self.page, _LEFT, _LOGOS_Y, letterhead.logos)
        self.y = _TITLE_Y + (drop + 12 if drop else 0.0)
        accent, second = colour_of(letterhead.accent), colour_of(letterhead.second)
        [line] = self.setter.wrap(self.words.title, _TITLE, _MEASURE)
        self.page.text(_LEFT, self.y, line, _TITLE.size, colour=accent)
        self.y += 20
        self.page.rule(_LEFT, self.y, 64, thickness=3, colour=second)
        self.y += 20

    def _code(self, content: ProgressContent) -> None:
        """The code in a box with its picture, and beside nothing else: it is what one needs."""
        if not content.code:
            return
        accent = colour_of(self.letterhead.accent)
        self.page.frame((_LEFT, self.y), _MEASURE, _BOX, thickness=1.2, colour=accent)
        x = _LEFT + _INSIDE + 3
        if content.picture:
            corner = x, self.y + (_BOX - _PICTURE) / 2
            self.page.picture(corner, _PICTURE, _PICTURE, content.picture)
            x += _PICTURE + 20
        room = _LEFT + _MEASURE - x - _INSIDE
        self._put(x, self.y + 21, self.words.code, _SMALL)
        lines, style = self.setter.fit(content.code, _CODE_SIZES, room)
        self.page.text(x, self.y + 53, lines[0], style.size)
        sentence = f"{self.words.keep} {self.words.goes_on}"
        self._put(x, self.y + 74, sentence, _SMALL, room)
        self.y += _BOX

    def _facts(self, content: ProgressContent) -> None:
        self.y += _PEN + 2
        label = self.setter.wrap(self.words.first_name, _BODY, _MEASURE)[0]
        self.page.text(_LEFT, self.y, label, _BODY.size)
        start = _LEFT + _VALUES
        self.page.rule(start, self.y + 2, _MEASURE - _VALUES, thickness=0.6)
        self.y += 10
        language = content.language
        self._fact(self.words.workshop, in_a_row(content.workshops, language))
        self._fact(self.words.days, days_in_words(content.days, language))
        if content.quarter_hours:
            self._fact(self.words.extent, hours_in_words(content.quarter_hours, language))

    def _fact(self, label: str, value: str) -> None:
        for i, line in enumerate(self.setter.wrap(value, _BODY, _MEASURE - _VALUES)):
            self.y += _BODY.leading
            if not i:
                self._put(_LEFT, self.y, label, _BODY)
            self.page.text(_LEFT + _VALUES, self.y, line, _BODY.size)

    # The skills

    def _skills(self, groups: Sequence[SkillGroup]) -> None:
        self._need(_HEADING.leading + _MODULE.leading + 2 * _ROW.leading + 20)
        self.y += 18
        self._heading(self.words.skills)
        if not groups:
            self._paragraph(self.words.no_skills)
        for group in groups:
            self._need(_MODULE.leading + 2 * _ROW.leading + 8)
            self._module(group.module)
            for skill, state in group.skills:
                self._skill(group.module, skill, state)

    def _module(self, name: str) -> None:
        self.y += 7
        for line in self.setter.wrap(name, _MODULE, _MEASURE):
            self.y += _MODULE.leading
            self.page.text(_LEFT, self.y, line, _MODULE.size)
        self.y += 3

    def _skill(self, module: str, skill: str, state: SkillState) -> None:
        word = self.words.states[state]
        names = self.setter.wrap(skill, _ROW, _MEASURE - _INDENT - _STATE - 12)
        states = self.setter.wrap(word, _ROW, _STATE)
        height = max(len(names), len(states)) * _ROW.leading + 4
        if self._need(height):
            self._module(module)
        self.page.rule(_LEFT, self.y + 2, _MEASURE, thickness=_GREY_ROW, colour=_THIN)
        draw_mark(self.page, state, _LEFT + 2, self.y + 2 + _ROW.leading - 11, _MARK)
        for x, lines in ((_LEFT + _INDENT, names), (_LEFT + _MEASURE - _STATE, states)):
            for i, line in enumerate(lines):
                self.page.text(x, self.y + (i + 1) * _ROW.leading - 1, line, _ROW.size)
        self.y += height

    # What comes after

    def _list(self, heading: str, items: Sequence[str]) -> None:
        if not items:
            return
        wrapped = [self.setter.wrap(item, _ROW, _MEASURE - _INDENT) for item in items]
        height = sum(len(lines) for lines in wrapped) * _ROW.leading
        self._need(height + _HEADING.leading + 14)
        self.y += 14
        self._heading(heading)
        self.y += 2
        for lines in wrapped:
            middle = self.y + _ROW.leading - _ROW.size * 0.3
            self.page.rule(_LEFT + 4, middle, 5, thickness=5)
            for line in lines:
                self.y += _ROW.leading
                self.page.text(_LEFT + _INDENT, self.y, line, _ROW.size)

    def _lines(self) -> None:
        """Two questions with room for a pen, and where help is found."""
        self._need(2 * (12 + _BODY.leading + _PEN) + _PEN)
        for question in (self.words.take_to_work, self.words.who_helps):
            self.y += 12
            self._paragraph(question)
            self.y += _PEN - 4
            self.page.rule(_LEFT, self.y, _MEASURE, thickness=0.6)
        self.y += _PEN
        self._put(_LEFT, self.y, self.words.own_support, _BODY)
        width = self.setter.wrap(self.words.own_support, _BODY, _MEASURE)[0].width * _BODY.size
        advice = self.setter.wrap(self.words.advice, _BODY, _MEASURE)[0]
        right = _LEFT + _MEASURE - advice.width * _BODY.size
        start = _LEFT + width + 8
        self.page.rule(start, self.y + 2, right - start - 20, thickness=0.6)
        self.page.text(right, self.y, advice, _BODY.size)

    def _foot(self, content: ProgressContent) -> None:
        texts = []
        if self.letterhead.organisers:
            named = in_a_row(self.letterhead.organisers, content.language)
            texts.append(self.words.organisers.format(organisers=named))
        if self.letterhead.funder:
            texts.append(self.letterhead.funder)
        day = one_day(content.printed, content.language)
        lines = [line for text in texts for line in self.setter.wrap(text, _SMALL, _MEASURE)]
        height = len(lines) * _SMALL.leading
        if self.y + 14 + height > _FOOT_Y - _SMALL.leading:
            self._turn()
        y = _FOOT_Y - height
        for line in lines:
            self.page.text(_LEFT, y, line, _SMALL.size)
            y += _SMALL.leading
        self._put(_LEFT, _FOOT_Y, self.words.printed.format(day=day), _SMALL)
        self._number_page()

    # Setting

    def _heading(self, text: str) -> None:
        for line in self.setter.wrap(text, _HEADING, _MEASURE):
            self.y += _HEADING.leading
            self.page.text(_LEFT, self.y, line, _HEADING.size)

    def _paragraph(self, text: str) -> None:
        for line in self.setter.wrap(text, _BODY, _MEASURE):
            self.y += _BODY.leading
            self.page.text(_LEFT, self.y, line, _BODY.size)

    def _put(self, x: float, y: float, text: str, style: Style, room: float = _MEASURE) -> None:
        for i, line in enumerate(self.setter.wrap(text, style, room)):
            self.page.text(x, y + i * style.leading, line, style.size)

    def _need(self, height: float) -> bool:
        """Go on at the next page when so much does not fit on this one any more, points."""
        turns = self.y + height > _LAST_Y
        if turns:
            self._turn()
        return turns

    def _turn(self) -> None:
        self._number_page()
        self.page.turn()
        self.number += 1
        self.y = _LATER_Y
        head = f"{self.words.title} · {self.code}" if self.code else self.words.title
        self._put(_LEFT, self.y, head, _SMALL)
        self.y += 6

    def _number_page(self) -> None:
        if self.count < 2:
            return
        said = self.words.page.format(number=self.number, count=self.count)
        line = self.setter.wrap(said, _SMALL, _MEASURE)[0]
        x = _LEFT + _MEASURE - line.width * _SMALL.size
        self.page.text(x, _FOOT_Y, line, _SMALL.size)
