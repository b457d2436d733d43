"""Every screen of the invented workshop: nothing is cut, lies on something else or has no name."""

import pkgutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from digitutor_app.app.shots.papers import SHEETS, first_page, papers
from digitutor_app.app.shots.tours import TOURS, every_screen, stops
from digitutor_app.app.shots.view import SCALES, SIZES, View, every_view
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.printing import sheets
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.scroll import PageScroll
from digitutor_app.ui_kit.theme import THEMES
from tests.looks import cut_off, empty_ends

VIEWS = [View(size=size, scale=scale) for size in SIZES for scale in SCALES]
#: A theme changes no place, so the others are looked at where there is least room.
TIGHT = [View(size=SIZES[1], scale=SCALES[1], theme=theme) for theme in THEMES if theme != "light"]


@pytest.fixture(autouse=True)
def usual_style(qapp):
    qapp.setStyle("Fusion")


#: Where there is most room and where there is least; what people meet first is looked at between
#: them too.
LOOKED_AT = [
    pytest.param(tour, view, id=f"{tour}-{view}")
    for view in VIEWS
    for tour in TOURS
    if tour == "learner" or view in (VIEWS[0], VIEWS[-1])
]


#: Lists that grow with what somebody has done, and everybody's cards with something above them.
LONG = {"skills", "start-invited", "start-rehearsal"}


def scrolls(shown):
    return any(s.scrolls and s.isVisibleTo(shown) for s in shown.findChildren(PageScroll))


@dataclass(frozen=True)
class Passed:
    """What one tour has passed in one view."""

    names: tuple[str, ...]
    pages: frozenset[type]
    shown: frozenset[str]
    troubles: tuple[str, ...]


@cache
def passed(demo: Path, tour: str, view: View) -> Passed:
    """Take the tour once for all that is asked about it.

    The practice computer, whose windows lie on each other, is looked at with its rooms.
    """
    names, pages, shown, troubles = [], set(), set(), []
    for visitor, stop in stops(demo, tour, view):
        names.append(stop.name)
        pages.add(type(visitor.page))
        shown.add(type(stop.shown).__name__)
        if QApplication.focusWidget() is None:
            troubles.append(f"{stop.name}: nothing has the keyboard")
        if stop.foreign:
            continue
        found = cut_off(stop.shown, skip=stop.shown.findChildren(Desktop))
        found += empty_ends(stop.shown)
        if (tour, view) == ("learner", VIEWS[0]) and stop.name not in LONG:
            found += ["scrolls at 100 %"] * scrolls(stop.shown)
        troubles += [f"{stop.name}: {trouble}" for trouble in found]
    return Passed(tuple(names), frozenset(pages), frozenset(shown), tuple(troubles))


@pytest.mark.parametrize(("tour", "view"), LOOKED_AT)
def test_nothing_is_cut_or_nameless(demo, tour, view, qtbot):
    seen = passed(demo, tour, view)
    assert seen.troubles == ()
    assert len(seen.names) == len(set(seen.names))


def test_every_dialog_is_passed(demo, qtbot):
    """Whoever adds a dialog shows it; what the system shows counts too."""
    shown = passed(demo, "dialogs", VIEWS[0]).shown
    assert shown >= {"LaptopNumberDialog", "MessageDialog", "QFileDialog", "QPrintDialog"}


def test_every_screen_is_passed(demo, qtbot):
    """Whoever adds a screen takes a tour there."""
    missing = every_screen().difference(*(passed(demo, tour, VIEWS[0]).pages for tour in TOURS))
    assert sorted(screen.__name__ for screen in missing) == []


def test_the_call_is_read_from_afar_with_large_text_too(demo, qtbot):
    """The number and the words are in sight, not only the buttons that have the keyboard."""
    for visitor, stop in stops(demo, "learner", VIEWS[-1]):
        if stop.name == "call":
            [words] = [w for w in visitor.page.findChildren(Label) if w.text() == "Tutor tulee"]
            assert not words.visibleRegion().isEmpty()
            assert words.visibleRegion().boundingRect() == words.rect()


@pytest.mark.parametrize("view", TIGHT, ids=str)
def test_a_theme_is_worn_by_the_whole_window(demo, view, qtbot):
    """The corner of every page has a colour of its theme."""
    theme = THEMES[view.theme]
    grounds = {theme.paper, theme.card, theme.pale_amber, theme.soft_amber, theme.soft_accent}
    for _visitor, stop in stops(demo, "learner", view):
        corner = stop.shown.grab().toImage().pixelColor(2, view.size[1] - 3).name()
        assert corner.upper() in {ground.upper() for ground in grounds}, stop.name


def test_views_are_those_that_were_promised():
    views = list(every_view())
    assert {view.size for view in views} == {(1366, 768), (1093, 614)}
    assert {view.scale for view in views} == {1.0, 2.0}
    assert {view.theme for view in views} == {"light", "dark", "high_contrast"}
    assert len({str(view) for view in views}) == len(views)


def test_every_sheet_has_a_picture(demo, qtbot):
    assert set(SHEETS) == {module.name for module in pkgutil.iter_modules(sheets.__path__)}
    for name, page in papers(demo, "fi"):
        colours = {page.pixel(x, y) for x in range(0, page.width(), 7) for y in range(0, 900, 7)}
        assert len(colours) > 2, f"{name} is empty"


def test_what_is_no_paper_is_our_mistake(qapp):
    with pytest.raises(OurMistakeError):
        first_page(b"no PDF")
