"""Garbage is collected by the screen's thread and by no other."""

import gc

from digitutor_app.app.collector import ScreenCollector


class Ring:
    def __init__(self):
        self.me = self


def test_python_leaves_it_to_the_screen_and_takes_it_back(qtbot):
    collector = ScreenCollector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


def test_what_is_due_is_collected(qtbot):
    collector = ScreenCollector()
    gc.collect()
    for _ in range(gc.get_threshold()[0] + 100):
        Ring()
    due = gc.get_count()[0]
    collector.collect()
    assert due > gc.get_threshold()[0] > gc.get_count()[0]
    collector.stop()
