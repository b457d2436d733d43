"""The progress sheet "Omat digitaitoni": what a person has practised, to take home."""

from collections.abc import Sequence

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.letterhead import PLAIN, Letterhead
from digitutor_app.domain.sheets import MOST_NEW, MOST_NEXT, ProgressContent, SkillGroup
from digitutor_app.domain.skills import SkillState
from digitutor_app.printing.fonts import Line
from digitutor_app.printing.head import draw_logos, width_of
from digitutor_app.printing.marks import draw_mark
from digitutor_app.printing.page import Page, Setter, Style, colour_of
from digitutor_app.printing.phrases import days_in_words, hours_in_words, in_a_row, one_day
from digitutor_app.printing.progress_pages import (
    BODY,
    FOOT_Y,
    HEADING,
    LEFT,
    MEASURE,
    SMALL,
    SheetPages,
)
from digitutor_app.printing.progress_spacing import ROOMY, SNUG, Spacing
from digitutor_app.printing.words.progress_sheet import WORDS, Words

_LOGOS_Y = 46.0
_ASCENT = 28.0  # logos beside the title begin so far above its line
_MODULE = Style(13, 19, bold=True)
_ROW = Style(13, 16.5)
_CODE_SIZES = ((30, 1), (26, 1), (22, 1), (18, 2))
_PICTURE, _INSIDE = 64.0, 13.0
_VALUES = 84.0
_STATE = 146.0  # the column of the state's words
_MARK, _INDENT = 9.0, 20.0
_BETWEEN = 24.0  # two lists side by side
_SPLIT = 230.0  # a module higher than this may go on at the next page
_ABOVE_FOOT = 14.0
_THIN, _GREY_ROW = (0.72, 0.72, 0.72), 0.4


def progress_sheet_pdf(content: ProgressContent, letterhead: Letterhead = PLAIN) -> bytes:
    """Print one person's sheet on one page where it fits, else on as many as it takes.

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
    plans = [_plan(content, setter, words, letterhead) for content in contents]
    page = Page(words.title, first.language, first.printed)
    for number, (content, (spacing, count)) in enumerate(zip(contents, plans, strict=True)):
        if number:
            page.turn()
        _Sheet(page, setter, words, letterhead, spacing).fill(content, count)
    return page.pdf()


def _plan(
    content: ProgressContent, setter: Setter, words: Words, letterhead: Letterhead
) -> tuple[Spacing, int]:
    """The spacing that takes the fewest pages, the roomier of two, and how many those are."""
    counts: dict[int, Spacing] = {}
    for spacing in (ROOMY, SNUG):
        page = Page(words.title, content.language, content.printed)
        draft = _Sheet(page, setter, words, letterhead, spacing)
        draft.fill(content, 0)
        counts[draft.number] = counts.get(draft.number, spacing)
        if draft.number == 1:
            break
    fewest = min(counts)
    return counts[fewest], fewest


class _Sheet(SheetPages):
    """One person's pages, filled from top to bottom."""

    def fill(self, content: ProgressContent, count: int) -> None:
        """Draw everything; ``count`` is the number of pages, 0 while nobody knows it."""
        self.count, self.code = count, content.code
        self._title()
        self._code(content)
        self._facts(content)
        self._skills(content.groups)
        # What comes after stays together: no page for a line or two.
        self.need(self._height_after(content), FOOT_Y - SMALL.leading)
        self._lists(content)
        self._lines()
        self._foot(content)

    # The head

    def _title(self) -> None:
        letterhead, spacing = self.letterhead, self.spacing
        style, around = spacing.title, spacing.around_rule
        [line] = self.setter.wrap(self.words.title, style, MEASURE)
        self.y = spacing.title_y
        logos = width_of(letterhead.logos)
        if spacing.in_pairs and line.width * style.size + _BETWEEN + logos <= MEASURE:
            draw_logos(self.page, LEFT + MEASURE - logos, self.y - _ASCENT, letterhead.logos)
        else:
            drop = draw_logos(self.page, LEFT, _LOGOS_Y, letterhead.logos)
            self.y += drop + 12 if drop else 0.0
        accent, second = colour_of(letterhead.accent), colour_of(letterhead.second)
        self.page.text(LEFT, self.y, line, style.size, colour=accent)
        self.y += around
        self.page.rule(LEFT, self.y, 64, thickness=3, colour=second)
        self.y += around

    def _code(self, content: ProgressContent) -> None:
        """The code in a box with its picture, and beside nothing else: it is what one needs."""
        if not content.code:
            return
        accent = colour_of(self.letterhead.accent)
        box = self.spacing.box
        self.page.frame((LEFT, self.y), MEASURE, box, thickness=1.2, colour=accent)
        middle = self.y + box / 2
        x = LEFT + _INSIDE + 3
        if content.picture:
            corner = x, middle - _PICTURE / 2
            self.page.picture(corner, _PICTURE, _PICTURE, content.picture)
            x += _PICTURE + 20
        room = LEFT + MEASURE - x - _INSIDE
        self.put(x, middle - 23, self.words.code, SMALL)
        lines, style = self.setter.fit(content.code, _CODE_SIZES, room)
        self.page.text(x, middle + 9, lines[0], style.size)
        sentence = f"{self.words.keep} {self.words.goes_on}"
        self.put(x, middle + 30, sentence, SMALL, room)
        self.y += box

    def _facts(self, content: ProgressContent) -> None:
        self.y += self.spacing.pen + 2
        label = self.setter.wrap(self.words.first_name, BODY, MEASURE)[0]
        self.page.text(LEFT, self.y, label, BODY.size)
        start = LEFT + _VALUES
        self.page.rule(start, self.y + 2, MEASURE - _VALUES, thickness=0.6)
        self.y += 10 if self.spacing is ROOMY else 6
        language = content.language
        days = days_in_words(content.days, language)
        self._fact(self.words.workshop, in_a_row(content.workshops, language))
        if not content.quarter_hours:
            self._fact(self.words.days, days)
            return
        hours = f"{self.words.extent} {hours_in_words(content.quarter_hours, language)}"
        if not self._two_facts(self.words.days, days, hours):
            self._fact(self.words.days, days)
            self._fact(self.words.extent, hours_in_words(content.quarter_hours, language))

    def _two_facts(self, label: str, value: str, second: str) -> bool:
        """Set a second fact at the end of the first one's line, where it has room."""
        first = self.setter.wrap(value, BODY, MEASURE)
        other = self.setter.wrap(second, BODY, MEASURE)
        if not self.spacing.in_pairs or len(first) != 1 or len(other) != 1:
            return False
        width = (first[0].width + other[0].width) * BODY.size
        if width + _VALUES + _BETWEEN > MEASURE:
            return False
        self._fact(label, value)
        right = LEFT + MEASURE - other[0].width * BODY.size
        self.page.text(right, self.y, other[0], BODY.size)
        return True

    def _fact(self, label: str, value: str) -> None:
        for i, line in enumerate(self.setter.wrap(value, BODY, MEASURE - _VALUES)):
            self.y += self.spacing.fact
            if not i:
                self.put(LEFT, self.y, label, BODY)
            self.page.text(LEFT + _VALUES, self.y, line, BODY.size)

    # The skills

    def _skills(self, groups: Sequence[SkillGroup]) -> None:
        self.y += self.spacing.above_heading
        first = self._height_of(groups[0]) if groups else BODY.leading
        self.need(self.spacing.heading + min(first, _SPLIT))
        self.heading(self.words.skills)
        if not groups:
            self.paragraph(self.words.no_skills)
        for group in groups:
            # A module stands together, unless it is a long one.
            height = self._height_of(group)
            self.need(height if height < _SPLIT else _MODULE.leading + 3 * _ROW.leading)
            self._module(group.module)
            for skill, state in group.skills:
                self._skill(group.module, skill, state)

    def _module(self, name: str) -> None:
        self.y += self.spacing.above_module
        for line in self.setter.wrap(name, _MODULE, MEASURE):
            self.y += _MODULE.leading
            self.page.text(LEFT, self.y, line, _MODULE.size)
        self.y += 3

    def _height_of(self, group: SkillGroup) -> float:
        lines = len(self.setter.wrap(group.module, _MODULE, MEASURE))
        rows = sum(self._height_of_row(skill, state) for skill, state in group.skills)
        return self.spacing.above_module + lines * _MODULE.leading + 3 + rows

    def _height_of_row(self, skill: str, state: SkillState) -> float:
        return max(map(len, self._cells(skill, state))) * self.spacing.row + self.spacing.row_gap

    def _cells(self, skill: str, state: SkillState) -> tuple[list[Line], list[Line]]:
        names = self.setter.wrap(skill, _ROW, MEASURE - _INDENT - _STATE - 12)
        return names, self.setter.wrap(self.words.states[state], _ROW, _STATE)

    def _skill(self, module: str, skill: str, state: SkillState) -> None:
        height, row = self._height_of_row(skill, state), self.spacing.row
        if self.need(height):
            self._module(module)
        self.page.rule(LEFT, self.y + 2, MEASURE, thickness=_GREY_ROW, colour=_THIN)
        draw_mark(self.page, state, LEFT + 2, self.y + 2 + row - 11, _MARK)
        places = (LEFT + _INDENT, LEFT + MEASURE - _STATE)
        for x, lines in zip(places, self._cells(skill, state), strict=True):
            for i, line in enumerate(lines):
                self.page.text(x, self.y + (i + 1) * row - 1, line, _ROW.size)
        self.y += height

    # What comes after

    def _lists(self, content: ProgressContent) -> None:
        new, coming = content.new[:MOST_NEW], content.coming[:MOST_NEXT]
        if not (new and coming and self.spacing.in_pairs):
            for heading, items in ((self.words.new, new), (self.words.coming, coming)):
                self.y += self._list(LEFT, MEASURE, heading, items)
            return
        half = (MEASURE - _BETWEEN) / 2
        left = self._list(LEFT, half, self.words.new, new)
        right = self._list(LEFT + half + _BETWEEN, half, self.words.coming, coming)
        self.y += max(left, right)

    def _list(self, x: float, room: float, heading: str, items: Sequence[str]) -> float:
        """Draw a list below what has been drawn so far; returns its height, 0 for no items."""
        if not items:
            return 0.0
        y = self.y + self.spacing.above_list
        for line in self.setter.wrap(heading, HEADING, room):
            y += self.spacing.heading
            self.page.text(x, y, line, HEADING.size)
        y += 2
        for item in items:
            middle = y + self.spacing.row - _ROW.size * 0.3
            self.page.rule(x + 4, middle, 5, thickness=5)
            for line in self.setter.wrap(item, _ROW, room - _INDENT):
                y += self.spacing.row
                self.page.text(x + _INDENT, y, line, _ROW.size)
        return y - self.y

    def _lines(self) -> None:
        """Two questions with room for a pen, and where help is found."""
        pen = self.spacing.pen
        for question in (self.words.take_to_work, self.words.who_helps):
            self.y += self.spacing.above_question
            self.paragraph(question)
            self.y += pen - 4
            self.page.rule(LEFT, self.y, MEASURE, thickness=0.6)
        self.y += pen
        self.put(LEFT, self.y, self.words.own_support, BODY)
        width = self.setter.wrap(self.words.own_support, BODY, MEASURE)[0].width * BODY.size
        advice = self.setter.wrap(self.words.advice, BODY, MEASURE)[0]
        right = LEFT + MEASURE - advice.width * BODY.size
        start = LEFT + width + 8
        self.page.rule(start, self.y + 2, right - start - 20, thickness=0.6)
        self.page.text(right, self.y, advice, BODY.size)

    def _height_after(self, content: ProgressContent) -> float:
        """How high everything below the skills is, the organisers at the foot included."""
        scratch = Page(self.words.title, content.language, content.printed)
        drawn = _Sheet(scratch, self.setter, self.words, self.letterhead, self.spacing)
        drawn._lists(content)
        drawn._lines()
        return drawn.y + _ABOVE_FOOT + len(self._foot_lines(content)) * SMALL.leading

    def _foot_lines(self, content: ProgressContent) -> list[Line]:
        texts = []
        if self.letterhead.organisers:
            named = in_a_row(self.letterhead.organisers, content.language)
            texts.append(self.words.organisers.format(organisers=named))
        if self.letterhead.funder:
            texts.append(self.letterhead.funder)
        return [line for text in texts for line in self.setter.wrap(text, SMALL, MEASURE)]

    def _foot(self, content: ProgressContent) -> None:
        day = one_day(content.printed, content.language)
        lines = self._foot_lines(content)
        height = len(lines) * SMALL.leading
        if self.y + _ABOVE_FOOT + height > FOOT_Y - SMALL.leading:
            self.turn()
        y = FOOT_Y - height
        for line in lines:
            self.page.text(LEFT, y, line, SMALL.size)
            y += SMALL.leading
        self.put(LEFT, FOOT_Y, self.words.printed.format(day=day), SMALL)
        self.number_page()
