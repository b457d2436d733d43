"""Things that are dragged to the place where they belong, or sent there with the button Siirrä."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from digitutor_app.domain.observation import Observation
from digitutor_app.i18n import _
from digitutor_app.room_kit.drag import SNAP
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.pointer.board_view import BoardView
from digitutor_app.rooms.pointer.boards import Board
from digitutor_app.rooms.pointer.layout import Cell, Place, Placed, along, spread
from digitutor_app.rooms.pointer.sort_things import IN_ZONE, Item, ZoneView
from digitutor_app.rooms.pointer.state import FLOOR, PointerState

#: Between two zones, logical pixels.
_BETWEEN: Final = 12


class SortBoard(BoardView):
    """Shows the things of one board and their zones."""

    def __init__(self, desk: Desk, state: PointerState, board: Board) -> None:
        super().__init__(desk, state, board)
        self._zones: dict[str, ZoneView] = {}
        self._items: dict[str, Item] = {}
        self._stacked: list[str] = []
        #: From the pointer to the corner of what it holds; None when the hand came with it.
        self._grip: QPoint | None = None
        self._took = False
        for zone in board.zones:
            view = ZoneView(desk, zone.id, f"zone:{zone.id}", 0, self)
            view.kind = zone.kind
            self._zones[zone.id] = view
            self.add(view)
        for thing in board.things:
            item = Item(desk, thing.id, f"item:{thing.id}", thing.size, self)
            item.kind = thing.kind
            self._items[thing.id] = item
            self.add(item)
        self.set_words()

    # Showing

    def set_words(self) -> None:
        self.setAccessibleName(_("Taulu, jossa on lajiteltavaa"))
        for zone_id, zone in self._zones.items():
            zone.set_words(self.name(zone_id))
        self.show_state()

    def show_state(self) -> None:
        super().show_state()
        rows = self.state.rows
        hand = rows.hand()
        if self._took and not hand.held:
            # Let go, or taken back by Esc, by Peru or by the end of a demonstration.
            self._took, self._grip = False, None
            self.pressing.forget()
        meant = rows.word("moving") or rows.word("picked")
        for item_id, item in self._items.items():
            zone = rows.spot(item_id).zone
            item.show_hand(held=item_id == hand.held, picked=item_id == meant)
            name = self.name(item_id)
            words = _("{item}, paikka: {zone}").format(item=name, zone=self.name(zone))
            item.set_words("" if zone else name, words if zone else name)
        for zone_id, view in self._zones.items():
            view.set_open(open_now=zone_id == hand.above)
        self._restack()
        self.arrange()

    def _restack(self) -> None:
        """What was put last lies on top, what the hand holds above all."""
        rows, held = self.state.rows, self.state.rows.hand().held
        order = sorted(self._items, key=lambda item: (item == held, rows.spot(item).order))
        if order != self._stacked:
            self._stacked = order
            for item_id in order:
                self._items[item_id].raise_()

    def arrange(self) -> None:
        area = self.area
        half = Place(area.x, area.y, area.width // 2 - SNAP, area.height)
        self._arrange_zones(area)
        rows, hand = self.state.rows, self.state.rows.hand()
        items = list(self._items.values())
        places = [thing.at for thing in self.board.things]
        cells = [item.cell(at) for item, at in zip(items, places, strict=True)]
        for item, placed in zip(items, spread(cells, half), strict=True):
            spot = rows.spot(item.thing_id)
            if item.thing_id == hand.held and self._grip is not None:
                continue
            if spot.zone:
                item.put(self._in_zone(item.thing_id, spot.zone))
            elif spot.x >= 0:
                item.put(self._on_floor(placed, spot.x, spot.y))
            else:
                item.put(placed)
            if item.thing_id == hand.held and hand.above in self._zones:
                middle = self._zones[hand.above].geometry().center()
                item.move(item.pos() + middle - item.picture.center())

    def _arrange_zones(self, area: Place) -> None:
        left = area.x + area.width // 2
        room = area.width - area.width // 2 + _BETWEEN
        for number, zone in enumerate(self._zones.values()):
            begin = left + room * number // len(self._zones)
            end = left + room * (number + 1) // len(self._zones) - _BETWEEN
            zone.setGeometry(begin, area.y, end - begin, area.height)

    def _on_floor(self, placed: Placed, x: int, y: int) -> Placed:
        """As large as it was at the beginning, where it was let go."""
        width, height = placed.place.width, placed.place.height
        left, top = along(x, self.width() - width), along(y, self.height() - height)
        return Placed(Place(left, top, width, height), placed.picture, placed.beside)

    def _in_zone(self, item: str, zone_id: str) -> Placed:
        there = [i for i in self._items if self.state.rows.spot(i).zone == zone_id]
        cells = [Cell(IN_ZONE, 0, 0)] * len(there)
        return spread(cells, self._zones[zone_id].inside)[there.index(item)]

    # Dragging

    def thing_at(self, point: QPoint) -> str:
        items = [item for item in self._stacked if self._items[item].picture.contains(point)]
        return items[-1] if items else super().thing_at(point)

    def target_at(self, point: QPoint) -> str:
        """While something is to go to a zone, what lies in the zone is in nobody's way."""
        target = super().target_at(point)
        zone = self.state.rows.spot(target.partition(":")[2]).zone
        return f"zone:{zone}" if zone and self.state.rows.word("moving") else target

    def on_press(self, event: QMouseEvent) -> None:  # noqa: ARG002 - wherever it was
        self._grip = None

    def on_drag(self, event: QMouseEvent) -> None:  # noqa: ARG002 - the press knows where it began
        if self.pressing.button is Qt.MouseButton.LeftButton:
            self._take()

    def on_time(self, now: float) -> None:  # noqa: ARG002 - the press knows its own time
        if self.pressing.holds:
            self._take()

    def on_move(self, event: QMouseEvent) -> None:
        point, held = event.position().toPoint(), self.state.rows.hand().held
        if not held and not self.pressing.down:
            super().on_move(event)
        elif not held:
            return
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._carry(held, point)
        else:
            self.interrupted()

    def interrupted(self) -> None:
        self._grip = None
        if self.state.rows.hand().held:
            self.state.forget_held()

    def _take(self) -> None:
        item_id = self.pressing.target.partition(":")[2]
        if item_id not in self._items or self.state.rows.hand().held:
            return
        item = self._items[item_id]
        self._grip = item.pos() - self.pressing.at
        self._took = True
        self.tell(self.state.hold(item_id))

    def _carry(self, held: str, point: QPoint) -> None:
        item = self._items[held]
        if self._grip is None:
            self._grip = item.pos() - item.picture.center()
        corner = point + self._grip
        item.move(
            min(max(corner.x(), 0), max(self.width() - item.width(), 0)),
            min(max(corner.y(), 0), max(self.height() - item.height(), 0)),
        )
        self.tell(self.state.carry(self._zone_near(point)))

    def _zone_near(self, point: QPoint) -> str:
        """The zone under a point, or the nearest within 40 px; "" for the floor."""
        far = {z: view.place.distance(point.x(), point.y()) for z, view in self._zones.items()}
        nearest = min(far, key=lambda zone: far[zone], default="")
        return nearest if nearest and far[nearest] <= SNAP else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        target = self.target_at(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        if left and target.startswith("item:") and not self.desk.may(target):
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held = self.state.rows.hand().held
        if not held or event.button() is not Qt.MouseButton.LeftButton:
            self._let_other_go(event)
            return
        only_clicked = self.pressing.down and not self.pressing.moved and self.pressing.lasted < 1
        self.pressing.forget()
        self._grip = None
        if only_clicked:
            self.state.forget_held()
            self.clicked(f"item:{held}", "pointer")
            return
        item = self._items[held]
        across, down = self.width() - item.width(), self.height() - item.height()
        at = (round(item.x() * 1000 / max(across, 1)), round(item.y() * 1000 / max(down, 1)))
        self.tell(self.state.drop(self._zone_near(event.position().toPoint()), at))

    def _let_other_go(self, event: QMouseEvent) -> None:
        if not (self.pressing.moved and event.button() is Qt.MouseButton.RightButton):
            super().mouseReleaseEvent(event)
            return
        target = self.pressing.target
        self.pressing.forget()
        # First where the pointer is, so that what went awry is the last that is told.
        super().on_move(event)
        self.tell(Observation("drag", target, {"button": "right", "by": "pointer"}))

    # Clicking

    def clicked(self, target: str, by: str) -> None:
        prefix, _colon, thing_id = target.partition(":")
        if target == FLOOR or prefix not in ("item", "zone"):
            super().clicked(target, by)
        elif prefix == "item" and (by == "pointer" or self.desk.may(target)):
            self.tell(self.state.pick(thing_id, by))
        elif prefix == "zone" and self._may_click(target):
            self.tell(self.state.click_zone(thing_id, by))

    def _may_click(self, zone: str) -> bool:
        """A zone where something is to go always answers; its mistakes have hints of their own."""
        return bool(self.state.rows.word("moving")) or self.desk.may(zone)
