"""The pages of one progress sheet: how far they are filled, texts on them, and turning them."""

from typing import Final

from digitutor_app.domain.letterhead import Letterhead
from digitutor_app.printing.page import HEIGHT, WIDTH, Page, Setter, Style
from digitutor_app.printing.progress_spacing import Spacing
from digitutor_app.printing.words.progress_sheet import Words

LEFT: Final = 62.0
MEASURE: Final = WIDTH - 2 * LEFT
_LATER_Y = 58.0
FOOT_Y: Final = HEIGHT - 46.0
_LAST_Y = HEIGHT - 76.0  # nothing but the foot stands below
HEADING: Final = Style(17, 24, bold=True)
BODY: Final = Style(14, 19)
SMALL: Final = Style(12, 16)


class SheetPages:
    """``number`` is the page being filled, ``y`` how far, points; ``count`` the number of pages, 0
    while nobody knows it; ``code`` stands on each page."""

    def __init__(
        self, page: Page, setter: Setter, words: Words, letterhead: Letterhead, spacing: Spacing
    ) -> None:
        self.page = page
        self.setter = setter
        self.spacing = spacing
        self.words = words
        self.letterhead = letterhead
        self.number = 1
        self.count = 0
        self.code = ""
        self.y = 0.0

    # Setting

    def heading(self, text: str) -> None:
        for line in self.setter.wrap(text, HEADING, MEASURE):
            self.y += self.spacing.heading
            self.page.text(LEFT, self.y, line, HEADING.size)

    def paragraph(self, text: str) -> None:
        for line in self.setter.wrap(text, BODY, MEASURE):
            self.y += BODY.leading
            self.page.text(LEFT, self.y, line, BODY.size)

    def put(self, x: float, y: float, text: str, style: Style, room: float = MEASURE) -> None:
        for i, line in enumerate(self.setter.wrap(text, style, room)):
            self.page.text(x, y + i * style.leading, line, style.size)

    def need(self, height: float, last: float = _LAST_Y) -> bool:
        """Go on at the next page when so much does not fit on this one any more, points."""
        turns = self.y + height > last
        if turns:
            self.turn()
        return turns

    def turn(self) -> None:
        self.number_page()
        self.page.turn()
        self.number += 1
        self.y = _LATER_Y
        head = f"{self.words.title} · {self.code}" if self.code else self.words.title
        self.put(LEFT, self.y, head, SMALL)
        self.y += 6

    def number_page(self) -> None:
        if self.count < 2:
            return
        said = self.words.page.format(number=self.number, count=self.count)
        line = self.setter.wrap(said, SMALL, MEASURE)[0]
        x = LEFT + MEASURE - line.width * SMALL.size
        self.page.text(x, FOOT_Y, line, SMALL.size)
