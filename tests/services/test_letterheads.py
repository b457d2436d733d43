"""The look of papers is kept in the tutor's store; what cannot be seen or drawn is refused."""

from dataclasses import replace

import pytest

from digitutor_app.domain.letterhead import PLAIN, Letterhead
from digitutor_app.printing.logo import NotALogoError, size_of
from digitutor_app.services.letterheads import (
    MOST_LOGOS,
    FaintColourError,
    Letterheads,
    TooManyLogosError,
)
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.printing.pictures import png
from tests.services.laptop import KEY


@pytest.fixture
def letterheads(tmp_path, clock):
    worker = StoreWorker.start(lambda: open_store(tmp_path / "tutor.db", KEY, clock))
    yield Letterheads(worker)
    assert worker.close() == 0


def test_at_first_it_is_that_of_digitutor(letterheads):
    assert letterheads.get() == PLAIN


def test_names_colours_and_funder_are_kept(letterheads):
    wanted = Letterhead(
        organisers=('A "ry"', "Ö & Å"), accent="#7A1F5C", second="#1F7A3A", funder="EU"
    )
    letterheads.put(wanted)
    assert letterheads.get() == wanted


@pytest.mark.parametrize(
    ("changed", "which"), [({"accent": "#8A8A8A"}, "accent"), ({"second": "#CCCCCC"}, "second")]
)
def test_a_faint_colour_is_refused_and_nothing_changes(letterheads, changed, which):
    with pytest.raises(FaintColourError) as caught:
        letterheads.put(replace(PLAIN, organisers=("A",), **changed))
    assert caught.value.which == which
    assert letterheads.get() == PLAIN


def test_lines_may_be_lighter_than_text(letterheads):
    letterheads.put(replace(PLAIN, second="#8A8A8A"))
    assert letterheads.get().second == "#8A8A8A"


def test_logos_come_last_and_go_by_their_place(letterheads):
    for colour in ("red", "green", "blue"):
        letterheads.add_logo(png(30, 20, colour))
    red, green, blue = letterheads.get().logos
    with pytest.raises(TooManyLogosError):
        letterheads.add_logo(png())
    letterheads.take_logo(1)
    assert letterheads.get().logos == (red, blue)
    letterheads.add_logo(png(30, 20, "green"))
    assert letterheads.get().logos == (red, blue, green)
    assert MOST_LOGOS == 3


def test_names_and_logos_do_not_touch_each_other(letterheads):
    letterheads.add_logo(png(400, 100))
    letterheads.put(replace(PLAIN, funder="EU"))
    kept = letterheads.get()
    assert kept.funder == "EU"
    assert size_of(kept.logos[0]).width == 400


def test_what_is_no_picture_leaves_the_logos_alone(letterheads):
    letterheads.add_logo(png())
    with pytest.raises(NotALogoError):
        letterheads.add_logo(b"hello")
    assert len(letterheads.get().logos) == 1
