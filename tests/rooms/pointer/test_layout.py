"""Things never lie on each other and never leave the board, at any size of it."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.rooms.pointer.layout import Cell, Place, free_place, spread

THOUSANDTHS = st.tuples(st.integers(0, 1000), st.integers(0, 1000))
CELLS = st.lists(
    st.builds(
        Cell,
        size=st.integers(44, 96),
        label_width=st.integers(0, 110),
        label_height=st.integers(20, 30),
        at=st.one_of(st.none(), THOUSANDTHS),
    ),
    min_size=1,
    max_size=8,
)
AREAS = st.builds(
    Place, st.integers(0, 20), st.integers(0, 20), st.integers(600, 1400), st.integers(230, 800)
)


@given(CELLS, AREAS)
def test_apart_and_inside(cells, area):
    placed = spread(cells, area)
    assert len(placed) == len(cells)
    for one, other in combinations(placed, 2):
        assert not one.place.meets(other.place)
    for spot in placed:
        assert area.x <= spot.place.x
        assert area.y <= spot.place.y
        assert spot.place.x + spot.place.width <= area.x + area.width
        assert spot.place.y + spot.place.height <= area.y + area.height


@given(CELLS, AREAS)
def test_sizes_fall_in_the_same_order(cells, area):
    sizes = [spot.picture for spot in spread(cells, area)]
    for (one, size), (other, other_size) in combinations(zip(cells, sizes, strict=True), 2):
        if one.size >= other.size:
            assert size >= other_size


def test_where_there_is_room_everything_stands_where_it_should():
    cells = [Cell(96, 60, 25, (0, 0)), Cell(64, 60, 25, (1000, 1000))]
    [one, other] = spread(cells, Place(12, 12, 600, 300))
    assert (one.place, one.picture) == (Place(12, 12, 96, 121), 96)
    assert (other.place, other.picture) == (Place(548, 223, 64, 89), 64)


def test_pictures_shrink_together_where_there_is_none():
    placed = spread([Cell(96, 60, 25)] * 8, Place(0, 0, 400, 200))
    assert len({spot.picture for spot in placed}) == 1
    assert 30 <= placed[0].picture < 96


@given(CELLS, AREAS)
def test_a_free_place_lies_on_nothing(cells, area):
    taken = [spot.place for spot in spread(cells, area)]
    free = free_place(taken, area, side=2)
    assert not any(place.meets(free) for place in taken)
