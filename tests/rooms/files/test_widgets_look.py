"""How the file manager looks: whole names, large targets, nothing that moves under the hand."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton

from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.room_kit.pictures import name_lines
from digitutor_app.rooms.files.tool_bar import ToolButton
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.theme import HIGH_CONTRAST, LIGHT
from tests.rooms.files.bench import make_bench
from tests.rooms.files.conftest import make_computer

# The inside of the practice frame at 1366x768 and 1093x614, at 100 % and 200 % text.
SIZES = {
    "wide": (862, 572, 1.0),
    "narrow": (645, 426, 1.0),
    "large": (1300, 420, 2.0),
    "small_and_large": (1029, 400, 2.0),
}


@pytest.fixture(params=SIZES)
def shown(request, qtbot, clock):
    load_fonts()
    wide, high, scale = SIZES[request.param]
    computer = make_computer("files:inbox")
    return make_bench(qtbot, computer, clock, look=Look(LIGHT, scale), size=(wide, high))


def in_window(bench, widget):
    page = bench.window.widget()
    return QRect(widget.mapTo(page, QPoint()), widget.size())


def test_the_name_of_an_item_is_whole_and_broken_at_its_joints(shown):
    for node_id in ("plan", "menu", "scan"):
        item = shown.list.item(node_id)
        assert item.shown_name() == shown.name(node_id)
        assert item.height() >= item.height_for(item.width())
    measure = partial(shown.look.advance, role=Role.BODY)
    lines = name_lines("hoitosuunnitelma_huone12", measure, shown.list.item("plan").width() - 12)
    assert lines in (["hoitosuunnitelma_huone12"], ["hoitosuunnitelma", "_huone12"])


def test_the_names_of_tree_and_trail_stand_on_one_line(shown):
    for row in shown.window.tree._rows.values():
        assert len(row._lines(row.width())) == 1
    for part in shown.window.nav.trail.parts:
        wide = QFontMetricsF(part.font()).horizontalAdvance(part.text())
        assert wide <= part.width()


def test_no_words_of_a_button_are_cut(shown):
    buttons = [b for b in shown.window.findChildren(DeskButton) if b.isVisible() and b.text()]
    assert {b.name for b in buttons} >= {"button:move", "button:rename", "button:menu"}
    for button in buttons:
        metrics = QFontMetricsF(shown.look.font(Role.DETAIL))
        assert metrics.horizontalAdvance(button.text()) + 6 <= button.width(), button.text()
        assert metrics.height() <= button.height(), button.text()


def test_everything_lies_inside_and_beside_the_others(shown):
    page = shown.window.widget()
    parts = [shown.window.nav, shown.window.tools, shown.window.tree, shown.list]
    for part in parts:
        assert page.rect().contains(in_window(shown, part))
        others = [in_window(shown, p) for p in parts if p is not part]
        assert not any(in_window(shown, part).intersects(other) for other in others)
    tools = [b for b in shown.window.tools.findChildren(ToolButton) if b.isVisible()]
    for button in tools:
        assert page.rect().contains(in_window(shown, button))
        assert not any(button.geometry().intersects(b.geometry()) for b in tools if b is not button)


def test_buttons_fields_and_items_are_at_least_48_pixels(shown):
    controls = [
        *shown.window.tools.findChildren(ToolButton),
        shown.window.nav.back,
        shown.window.nav.up,
        shown.window.nav.menu,
        shown.window.nav.search,
        shown.list.item("plan"),
    ]
    for control in controls:
        if control.isVisible() or not isinstance(control, QAbstractButton):
            assert min(control.width(), control.height()) >= 48, control.accessibleName()


def test_tree_rows_and_trail_parts_can_be_hit(shown):
    rows = [*shown.window.tree._rows.values(), *shown.window.nav.trail.parts]
    assert min(row.height() for row in rows) >= 23


def test_nothing_moves_under_the_hand_when_another_folder_opens(shown):
    def places():
        # Without the tree's own scrolling: a row that is pressed can be seen already.
        rows = {n: row.geometry() for n, row in shown.window.tree._rows.items()}
        return rows, in_window(shown, shown.window.tree), in_window(shown, shown.list)

    before = places()
    for folder in ("desktop", "house", "plans", "updated", "bin", "inbox"):
        shown.window._hands.state.walk.open(folder, "pointer", "tree")
        assert places() == before


def test_every_dialog_fits_with_its_buttons(shown):
    hands = shown.window._hands
    hands.state.walk.select("plan", "keys")
    for command, choices in {
        "move": ("move_here", "cancel"),
        "preview": ("open", "close"),
        "properties": ("close",),
    }.items():
        hands.command(command, "keys")
        for choice in choices:
            spot = shown.desktop.targets.spot(f"dialog:{choice}")
            assert spot.rect.size() == spot.widget.size()
            place = QRect(shown.desktop.mapFromGlobal(spot.rect.topLeft()), spot.rect.size())
            assert shown.desktop.rect().contains(place)
        hands.answer("close")


def test_selection_is_more_than_a_colour(qtbot, clock):
    load_fonts()
    bench = make_bench(qtbot, make_computer("files:inbox"), clock, look=Look(HIGH_CONTRAST))
    plain = bench.list.item("plan").grab().toImage()
    bench.click("ground", "check:plan")
    ticked = bench.list.item("plan").grab().toImage()
    # The check box has another inside: a drawn tick.
    inside = [(x, y) for x in range(12, 32) for y in range(12, 32)]
    changed = [p for p in inside if plain.pixelColor(*p) != ticked.pixelColor(*p)]
    tick = [p for p in changed if ticked.pixelColor(*p).lightness() < 60]
    assert len(changed) > 200
    assert len(tick) > 20
