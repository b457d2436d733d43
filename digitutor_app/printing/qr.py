"""A QR code as plain squares on a page."""

from collections.abc import Iterator

from digitutor_app.printing.page import Page, Point

#: The white edge that a reader needs, in squares.
QUIET = 4


def draw_qr(page: Page, corner: Point, size: float, text: str) -> None:
    """Draw the code of a text into a square of ``size`` points, its white edge included."""
    squares = _squares(text)
    step = size / (len(squares) + 2 * QUIET)
    for row, line in enumerate(squares):
        y = corner[1] + (row + QUIET) * step
        for start, end in _runs(line):
            left, right = (corner[0] + (place + QUIET) * step for place in (start, end))
            page.shape(((left, y), (right, y), (right, y + step), (left, y + step)))


def _squares(text: str) -> list[list[bool]]:
    """Whether each square is dark, row by row; it still reads with a quarter lost."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(count)] for row in range(count)]


def _runs(line: list[bool]) -> Iterator[tuple[int, int]]:
    """Where dark squares begin and end: neighbours are drawn as one, so that no seam shows."""
    start = -1
    for place, dark in enumerate([*line, False]):
        if dark and start < 0:
            start = place
        elif not dark and start >= 0:
            yield start, place
            start = -1
