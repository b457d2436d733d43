"""What the way of a pointer tells: hops of a lifted mouse, leaps under a palm, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.rooms.pointer.hand_path import HOPS, HandPath, Sign


def walk(points):
    path = HandPath()
    return [sign for ms, x, y in points if (sign := path.go(ms, x, y))], path


def hops(number, *, pause=400, far=30, turn=0):
    """So many short movements to the right, each in two parts; every second one turned."""
    points, x, y, ms = [(0, 0.0, 0.0)], 0.0, 0.0, 0
    for n in range(number):
        for part in range(2):
            ms += pause if part == 0 and n else 40
            x += far / 2
            y += turn * far * (1 if n % 2 else -1) / 2
            points.append((ms, x, y))
    points.append((ms + pause, x, y))
    return points


def test_five_short_movements_one_way_are_a_lifted_mouse():
    assert walk(hops(HOPS))[0] == [Sign.HOPS]
    assert walk(hops(2 * HOPS))[0] == [Sign.HOPS] * 2


def test_fewer_longer_slower_or_elsewhere_are_none():
    assert walk(hops(HOPS - 1))[0] == []
    assert walk(hops(HOPS, far=300))[0] == []
    assert walk(hops(HOPS, pause=1500))[0] == []
    assert walk(hops(HOPS, turn=3))[0] == []


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(-40, 40)), max_size=200))
def test_a_hand_that_slides_without_a_pause_is_told_nothing(steps):
    ms, x, y, points = 0, 0.0, 0.0, [(0, 0.0, 0.0)]
    for dx, dy in steps:
        ms, x, y = ms + 16, x + dx, y + dy
        points.append((ms, x, y))
    assert walk(points)[0] == []


def test_the_way_is_measured_and_a_leap_is_no_way():
    _signs, path = walk([(0, 0, 0), (16, 30, 40), (32, 30, 140), (48, 900, 140)])
    assert path.far == 150


def test_a_leap_there_and_back_is_a_palm():
    there_and_back = [(0, 100, 100), (10, 600, 100), (400, 605, 100), (410, 90, 110)]
    assert walk(there_and_back)[0] == [Sign.JUMP]
    too_late = [(0, 100, 100), (10, 600, 100), (9000, 605, 100), (9010, 90, 110)]
    assert walk(too_late)[0] == []
    onwards = [(0, 100, 100), (10, 600, 100), (400, 605, 100), (410, 1200, 110)]
    assert walk(onwards)[0] == []


def test_a_pointer_that_went_away_begins_another_way():
    path = HandPath()
    path.go(0, 0, 0)
    path.lose()
    assert path.go(10, 900, 0) is None
    assert path.far == 0
