"""A very small room for tests: a field, a button, a list whose rows are painted in one widget."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.windows import Window
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.room_kit.dialog import Choice, PracticeDialog
from digitutor_app.room_kit.drag import Cargo, into_folders
from digitutor_app.room_kit.keys import key_name
from digitutor_app.room_kit.menu import MenuItem, PracticeMenu
from digitutor_app.room_kit.room import Room
from digitutor_app.room_kit.touch import Gesture, Presses

ROW = 48


class SmallList(QWidget):
    """Rows for the files in "inbox", painted; the row under the hand is told to the room."""

    def __init__(self, room):
        super().__init__()
        self.room = room
        self.presses = Presses(room.desk.touch)
        self.first = 0
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(3 * ROW)
        self.setAccessibleName("Lista")
        self.name_rows()

    def nodes(self):
        return self.room.computer.files.children("inbox")

    def name_rows(self):
        self.room.desk.targets.clear(self)
        self.room.desk.targets.add("inside:inbox", self)
        for node in self.nodes():
            self.room.desk.targets.add_area(node.target, self, Row(node.id))
        self.update()

    def row(self, node_id):
        ids = [node.id for node in self.nodes()]
        if node_id not in ids:
            return QRect()
        return QRect(0, (ids.index(node_id) - self.first) * ROW, self.width(), ROW)

    def at(self, point):
        number = point.y() // ROW + self.first
        nodes = self.nodes()
        return nodes[number] if 0 <= number < len(nodes) else None

    def paintEvent(self, _event: QPaintEvent):
        painter = QPainter(self)
        for node in self.nodes():
            painter.drawText(self.row(node.id), Qt.AlignmentFlag.AlignCenter, node.id)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent):
        self.presses.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent):
        self.presses.press(event)

    def mouseMoveEvent(self, event: QMouseEvent):
        node = self.at(event.position().toPoint())
        if self.presses.move(event) and node is not None and self.room.desk.may(node.target):
            cargo = Cargo(
                items=(node.id,),
                picture=QPixmap(8, 8),
                accepts=into_folders((node.id,)),
                dropped=self.room.dropped,
                ended=self.presses.forget,
            )
            self.room.desk.drags.begin(self, cargo, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent):
        gesture = self.presses.release(event)
        node = self.at(event.position().toPoint())
        if gesture is not None and node is not None and self.room.desk.may(node.target):
            self.room.did(gesture.value, node.target)
            if gesture is Gesture.RIGHT_CLICK:
                self.room.ask_menu()

    def wheelEvent(self, event):
        step = 1 if event.angleDelta().y() < 0 else -1
        self.first = min(max(0, self.first + step), len(self.nodes()) - 1)
        self.update()

    def keyPressEvent(self, event: QKeyEvent):
        name = key_name(event)
        nodes = self.nodes()
        if name in ("Down", "Up"):
            self.current = min(max(self.current + (1 if name == "Down" else -1), 0), len(nodes) - 1)
        elif name in ("Enter", "Space", "Delete", "Shift+F10"):
            self.room.did(name, nodes[self.current].target)
        else:
            event.ignore()
        self.room.desk.targets.set_current(self, nodes[self.current].target)

    def focusInEvent(self, event):
        if self.nodes():
            self.room.desk.targets.set_current(self, self.nodes()[self.current].target)
        super().focusInEvent(event)


class Row:
    """Gives the rectangle of one row without holding the list."""

    def __init__(self, node_id):
        self.node_id = node_id

    def __call__(self, view):
        return view.row(self.node_id)


class SmallRoom(Room):
    """Notes what its widgets were told; a menu and a dialog that are rows in the book."""

    def __init__(self, computer, desk):
        super().__init__(computer, desk)
        self.asked = []
        self.names = {"files": "Tiedostot", "document": "Asiakirja"}
        self.lists = []
        self.fields = []

    def content(self, _window: Window) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        field = QLineEdit(inside)
        field.setAccessibleName("Nimi")
        button = DeskButton(self.desk, "button:ring", "Soita", inside)
        button.acted.connect(self._on_ring)
        rows = SmallList(self)
        self.lists.append(rows)
        self.fields.append(field)
        self.desk.targets.add("field:name", field)
        for part in (field, button, rows):
            layout.addWidget(part)
        return inside

    def title(self, window: Window) -> str:
        return self.names[window.program]

    def refresh(self, keys):
        if any(key.startswith("node:") for key in keys):
            for rows in self.lists:
                rows.name_rows()
        if "small:layer" in keys:
            self.show_layer()

    def show_layer(self):
        row = self.computer.book.row("small:layer")
        layer = None
        if row is not None and row["kind"] == "menu":
            items = (
                MenuItem("copy", "Kopioi", keys="Ctrl+C"),
                MenuItem("paste", "Liitä", enabled=False),
                MenuItem("delete", "Poista", line=True),
            )
            layer = PracticeMenu(self.desk, items, self._middle, "Valikko")
        elif row is not None:
            choices = (Choice("yes", "Kyllä", default=True), Choice("no", "Ei"))
            layer = PracticeDialog(self.desk, "Poistetaanko?", "Tiedosto menee koriin.", choices)
        if layer is not None:
            layer.chosen.connect(self._on_chosen)
            layer.dismissed.connect(self._on_dismissed)
        self.desk.set_layer(self, layer)

    def _middle(self):
        return self.lists[-1].mapToGlobal(QPoint(20, 20))

    def ask_menu(self):
        self.computer.book.write("small:layer", {"kind": "menu"})

    def ask_dialog(self):
        self.computer.book.write("small:layer", {"kind": "dialog"})

    def _on_chosen(self, choice, by):
        self.computer.book.erase("small:layer")
        self.did("chose", choice, by=by)

    def _on_dismissed(self):
        self.computer.book.erase("small:layer")
        self.did("dismissed", "")

    def did(self, verb, target, **details):
        self.observed.emit(Observation(verb, target, details))

    def _on_ring(self, by):
        self.did("ring", "button:ring", by=by)

    def dropped(self, items, target, copy):
        self.drop(items, target, copy=copy)

    def open_node(self, node_id, by):
        self.asked.append(("open", node_id, by))
        node = self.computer.files.node(node_id)
        if node.kind.value == "folder":
            self.desk.open_window("files", by)
        else:
            self.desk.open_window(f"document:{node_id}", by)

    def menu_for(self, node_ids, _at, by):
        self.asked.append(("menu", tuple(node_ids), by))

    def command(self, key, node_ids):
        self.asked.append((key, tuple(node_ids)))
        return True

    def drop(self, node_ids, target, *, copy):
        self.asked.append(("drop", tuple(node_ids), target, copy))
        folder = target.partition(":")[2]
        with self.computer.deed():
            self.computer.files.move(node_ids, folder)
