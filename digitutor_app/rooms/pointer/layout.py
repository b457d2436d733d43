"""Where things stand on a board: in their places, or in rows when they would lie on each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

#: Between two things, logical pixels (domain/7-accessibility, "Targets").
GAP = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in logical pixels."""

    x: int
    y: int
    width: int
    height: int

    def grown(self, by: int) -> "Place":
        return Place(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: "Place") -> bool:
        across = self.x < other.x + other.width and other.x < self.x + self.width
        down = self.y < other.y + other.height and other.y < self.y + self.height
        return across and down

    def distance(self, x: float, y: float) -> float:
        """How far a point is from it; 0 inside."""
        across = max(self.x - x, 0, x - (self.x + self.width))
        down = max(self.y - y, 0, y - (self.y + self.height))
        return float((across * across + down * down) ** 0.5)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a thing needs: the side of its picture and the words below it; ``at`` is where it
    should stand, thousandths of the way that it could go."""

    size: int
    label_width: int
    label_height: int
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a thing stands, and the side of its picture there; its words are below the picture, or
    ``beside`` it."""

    place: Place
    picture: int
    beside: bool = False


def spread(cells: Sequence[Cell], area: Place) -> list[Placed]:
    """Where the things stand: never on each other, and inside while the area has room at all.

    Pictures keep their size while they fit, and shrink together when they do not.
    """
    if all(cell.at is not None for cell in cells):
        asked = [_asked(cell, area) for cell in cells]
        clear = not any(
            one.place.grown(GAP).meets(other.place) for one, other in combinations(asked, 2)
        )
        inside = all(
            cell.size + cell.label_height <= area.height and spot.place.width <= area.width
            for cell, spot in zip(cells, asked, strict=True)
        )
        if clear and inside:
            return asked
    return _in_rows(cells, area) if cells else []


def along(thousandths: int, room: int) -> int:
    """How far along a way of ``room`` pixels."""
    return round(max(room, 0) * thousandths / 1000)


def _asked(cell: Cell, area: Place) -> Placed:
    x, y = cell.at or (0, 0)
    width, height = max(cell.size, cell.label_width), cell.size + cell.label_height
    left = area.x + along(x, area.width - width)
    return Placed(Place(left, area.y + along(y, area.height - height), width, height), cell.size)


def _in_rows(cells: Sequence[Cell], area: Place) -> list[Placed]:
    shapes = [(n, beside) for beside in (False, True) for n in range(1, len(cells) + 1)]
    columns, beside = max(shapes, key=lambda shape: _share(cells, area, *shape))
    share = max(_share(cells, area, columns, beside), 0.0)
    lines = -(-len(cells) // columns)
    across, down = area.width // columns, area.height // lines
    cells_width = int(max(cell.size for cell in cells) * share) + GAP
    cells_width += max(cell.label_width for cell in cells)
    placed = []
    for number, cell in enumerate(cells):
        size = max(1, int(cell.size * share))
        width = size + GAP + cell.label_width if beside else max(size, cell.label_width)
        height = max(size, cell.label_height) if beside else size + cell.label_height
        width = min(width, max(across - GAP, 1))
        # Beside their pictures, words begin one below the other.
        whole = cells_width if beside else width
        left = area.x + number % columns * across + max(across - whole, 0) // 2
        top = area.y + number // columns * down + (down - height) // 2
        placed.append(Placed(Place(left, top, width, height), size, beside))
    return placed


def _share(cells: Sequence[Cell], area: Place, columns: int, beside: bool) -> float:
    """How much of their size the pictures keep in so many columns, at most 1; much less when words
    do not fit."""
    largest = max(cell.size for cell in cells)
    label = max(cell.label_height for cell in cells)
    widest = max(cell.label_width for cell in cells)
    across = area.width // columns - GAP
    down = area.height // -(-len(cells) // columns) - GAP
    if beside:
        short = label > down
        share = min((across - GAP - widest) / largest, down / largest)
    else:
        short = widest > across
        share = min(across / largest, (down - label) / largest)
    return min(1.0, share) - short


def free_place(taken: Sequence[Place], area: Place, side: int = 24) -> Place:
    """The little square of the area that is farthest from everything taken and from the edge."""
    best, most = (area.x + area.width // 2, area.y + area.height // 2), -1.0
    for column in range(1, 24):
        for line in range(1, 16):
            x = area.x + area.width * column // 24
            y = area.y + area.height * line // 16
            to_edge = min(x - area.x, y - area.y, area.x + area.width - x, area.y + area.height - y)
            room = min([place.distance(x, y) for place in taken] + [float(to_edge)])
            if room > most:
                best, most = (x, y), room
    return Place(best[0] - side // 2, best[1] - side // 2, side, side)
