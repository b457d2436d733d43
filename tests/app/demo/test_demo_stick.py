"""The stick of the invented workshop: collected as from a real one, and it brings something."""

import shutil

import pytest

from digitutor_app.app.compose import compose_tutor
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.demo.workshop import PASSPHRASE, STICK
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.services.demo_story import NEWCOMER, STORY, WITHOUT_STICK
from tests.app.demo.opened import opened


@pytest.fixture
def tutor(demo, tmp_path, qapp):
    """The tutor of a copy of the folder, and its stick."""
    folder = DataFolder(shutil.copytree(demo, tmp_path / "demo"))
    with opened(folder) as context:
        worker = context.gate.enter(PASSPHRASE)
        try:
            yield compose_tutor(context, worker), Stick(folder.path / STICK), context
        finally:
            worker.close()


def codes(context):
    return context.worker.ask(lambda store: {p.code for p in store.people.all_heads()})


def test_it_brings_somebody_new_and_one_who_goes_on_and_one_laptop_is_missing(tutor):
    context, stick, practice = tutor
    assert NEWCOMER.code not in codes(practice)
    collected = context.collecting.collect(stick)
    assert len(collected.arrived) == len(STORY) + 1
    assert not collected.refused
    assert collected.missing == (WITHOUT_STICK,)
    assert collected.joined == 1
    assert sum(each.preview.new["attempt"] for each in collected.arrived) == 5
    assert NEWCOMER.code in codes(practice)


def test_a_second_time_it_brings_nothing(tutor):
    context, stick, _practice = tutor
    context.collecting.collect(stick)
    again = context.collecting.collect(stick)
    assert all(each.preview.nothing for each in again.arrived)
