"""Carrying to a stick: what is said to lie there lies there, whatever the stick does."""

import random
import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitutor_app.exchange.body import LARGEST_BODY
from digitutor_app.exchange.bundle import LARGEST_FILE, Kind
from digitutor_app.exchange.carrying import (
    BundleName,
    candidates,
    carry,
    fetch,
    own_names,
    plain,
)
from digitutor_app.exchange.errors import (
    BundleTooLargeError,
    PlaceError,
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
    PlaceUntrueError,
)
from tests.exchange.hostile import accepted
from tests.exchange.machines import NOW, WRITER, a_bundle
from tests.fakes.stick import FakeStick

DEVICE = WRITER.public.hex()
FOLDER = DEVICE[:8]


def name_of(number=0, kind=Kind.BUNDLE):
    return BundleName.of("Työväenopisto", DEVICE, NOW + timedelta(minutes=number), kind)


def carried(stick, number=0, kind=Kind.BUNDLE, **more):
    return carry(stick, a_bundle(sequence=number + 1, kind=kind), name_of(number, kind), **more)


@given(
    st.text(max_size=60),
    st.integers(100_000, 7_000_000_000),
    st.integers(-720, 720),
    st.sampled_from(Kind),
)
def test_every_name_can_be_written_anywhere_and_read_again(organisation, seconds, minutes, kind):
    made = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes)))
    name = BundleName.of(organisation, DEVICE, made, kind)
    text = str(name)
    assert text.isascii()
    assert len(text) < 60
    assert re.fullmatch("[a-z0-9TZ.-]+", text)
    assert BundleName.read(text) == BundleName.read(f"{FOLDER}/{text}") == name
    assert (name.device, name.kind) == (FOLDER, kind)


@given(st.text(max_size=70))
def test_other_names_say_nothing(text):
    assert BundleName.read(text) is None


def test_names_are_never_given_twice_and_sort_by_time():
    assert len({str(name_of()) for _ in range(20)}) == 20
    assert str(name_of(1))[: -len("123456.wb1")] > str(name_of(0))
    assert plain("Työväenopisto ry") == "tyovaenopistor"
    assert plain("教育") == "digitutor"


def test_it_lies_there_under_its_name_in_the_machines_own_folder():
    stick = FakeStick()
    packed = a_bundle()
    name = name_of()
    done = carry(stick, packed, name)
    assert (done.name, done.sha256) == (f"{FOLDER}/{name}", packed.sha256)
    assert stick.content == {done.name: packed.content}
    [found] = candidates(stick)
    assert (found.device, found.kind, fetch(stick, found)) == (FOLDER, Kind.BUNDLE, packed.content)


def test_the_stick_may_be_pulled_only_after_it_was_flushed_and_read_back():
    stick = FakeStick()
    done = carried(stick)
    steps = [
        step for step in stick.steps if step.split(" ")[0] in ("write", "read", "rename", "sync")
    ]
    draft = f"{done.name}.part"
    assert steps == [
        f"write {draft}",
        f"read {draft}",
        f"rename {draft}",
        f"sync {done.name}",
        f"read {done.name}",
    ]


def test_two_generations_stay_and_nobody_elses_file_is_touched():
    stick = FakeStick()
    others = {
        "aaaaaaaa/opisto-aaaaaaaa-20260302T070000Z-000000.wb1": b"another machine",
        f"{FOLDER}/kirje.odt": b"somebody's letter",
        f"{FOLDER}/opisto-aaaaaaaa-20260302T070000Z-000000.wb1": b"another's, put here",
        str(name_of()): b"at the top",
    }
    for name, content in others.items():
        stick.put(name, content)
    names = [carried(stick, number).name for number in range(5)]
    today = [carried(stick, number, Kind.TODAY).name for number in range(3)]
    assert stick.content.keys() == {*others, *names[-2:], *today[-2:]}
    only = carried(stick, 9, generations=1).name
    assert stick.content.keys() == {*others, only, *today[-2:]}


def test_the_new_bundle_stays_though_the_clock_went_back():
    stick = FakeStick()
    for number in (500, 400):
        carried(stick, number)
    last = carried(stick, 1).name
    assert last in stick.content
    assert len(stick.content) == 2


def pulled_out(at):
    """A stick with one bundle is pulled out while the second is written; True if that was done."""
    stick = FakeStick(seed=at)
    before = carried(stick, 1)
    stick.pull_after(at)
    try:
        done = carried(stick, 2)
    except PlaceGoneError:
        done = None
    stick.plug_in()
    whole = {found.entry.name for found in candidates(stick) if accepted(fetch(stick, found))}
    assert before.name in whole
    assert done is None or done.name in whole
    assert carried(stick, 3).name in stick.content
    assert not [name for name in stick.content if name.endswith(".part")]
    return done is not None


def test_pulled_out_at_any_byte_nothing_torn_is_believed():
    size = len(a_bundle(sequence=2).content)
    ends = [pulled_out(at) for at in range(size + 400)]
    assert not any(ends[:500])
    assert all(ends[-100:])


def test_without_flushing_a_pulled_stick_would_lose_the_file(monkeypatch):
    """The fake stick forgets what was never brought down to it."""
    lost = 0
    for seed in range(20):
        stick = FakeStick(seed=seed)
        monkeypatch.setattr(stick, "sync", str)
        done = carried(stick, 1)
        stick.pull_after(0)
        with pytest.raises(PlaceGoneError):
            stick.entries()
        lost += not accepted(stick.content[done.name])
    assert lost > 10


def test_a_full_stick_is_said_and_its_bundles_stay():
    stick = FakeStick()
    before = carried(stick, 1)
    stick.put("films/holiday.mp4", bytes(1000))
    size = len(stick.content[before.name])
    stick.capacity = size + 1000 + size
    with pytest.raises(PlaceFullError) as caught:
        carried(stick, 2)
    assert caught.value.needed >= 2 * size - 200
    assert before.name in stick.content
    assert len(stick.content) == 2


def test_where_room_is_short_the_oldest_of_our_own_goes():
    stick = FakeStick()
    old, newer = carried(stick, 1), carried(stick, 2)
    size = len(stick.content[old.name])
    stick.capacity = 3 * size + size // 2
    newest = carried(stick, 3)
    assert stick.content.keys() == {newer.name, newest.name}


def test_a_stick_that_fills_up_meanwhile_leaves_nothing_half():
    stick = FakeStick()
    packed = a_bundle()
    stick.free = lambda: 10**9
    stick.capacity = len(packed.content) // 2
    with pytest.raises(PlaceFullError):
        carry(stick, packed, name_of())
    assert stick.content == {}


def test_a_locked_stick_is_said():
    stick = FakeStick()
    stick.read_only = True
    with pytest.raises(PlaceReadOnlyError):
        carried(stick)
    assert stick.content == {}


def test_a_lying_stick_is_found_out():
    stick = FakeStick()
    before = carried(stick, 1)
    stick.lies = True
    with pytest.raises(PlaceUntrueError):
        carried(stick, 2)
    assert stick.content.keys() == {before.name}


def test_a_stick_that_loses_the_file_after_naming_it_is_found_out(monkeypatch):
    stick = FakeStick()

    def loses(old, new):
        stick.remove(old)

    monkeypatch.setattr(stick, "rename", loses)
    with pytest.raises(PlaceError):
        carried(stick)


def test_old_bundles_that_cannot_be_removed_do_not_spoil_the_new_one(monkeypatch):
    stick = FakeStick()
    carried(stick, 1), carried(stick, 2)

    def refuse(name):
        raise PlaceReadOnlyError(name)

    monkeypatch.setattr(stick, "remove", refuse)
    assert carried(stick, 3).name in stick.content


def test_drafts_of_earlier_tries_are_removed():
    stick = FakeStick()
    stick.put(f"{FOLDER}/{name_of()}.part", b"half")
    stick.put("aaaaaaaa/opisto-aaaaaaaa-20260302T070000Z-000000.wb1.part", b"half of another")
    done = carried(stick)
    assert stick.content.keys() == {
        done.name,
        "aaaaaaaa/opisto-aaaaaaaa-20260302T070000Z-000000.wb1.part",
    }


IGNORED = [
    "opisto-aaaaaaaa-20260302T070000Z-000000.wb1.part",
    "opisto-aaaaaaaa-20260302T070000Z-000000.sync-conflict-20260302-070000-ABCDEFG.wb1",
    ".opisto-aaaaaaaa-20260302T070000Z-000000.wb1",
    "~opisto.wb1",
    "opisto.wb1~",
    ".syncthing.opisto.wb1.tmp",
    ".stversions/opisto-aaaaaaaa-20260302T070000Z-000000.wb1",
    "~trash/opisto-aaaaaaaa-20260302T070000Z-000000.wb1",
    "kirje.odt",
    "wb1",
]


def test_a_folder_is_read_today_first_then_machine_by_machine_the_newest_first():
    stick = FakeStick()
    order = [
        "bbbbbbbb/opisto-bbbbbbbb-20260302T090000Z-000000-today.wb1",
        "aaaaaaaa/opisto-aaaaaaaa-20260302T080000Z-00000a.wb1",
        "aaaaaaaa/opisto-aaaaaaaa-20260302T070000Z-00000f.wb1",
        "opisto-bbbbbbbb-20260302T070500Z-000000.wb1",
        "lähetetty/kopio (1).wb1",
    ]
    names = [*order, *IGNORED]
    random.Random(3).shuffle(names)
    for name in names:
        stick.put(name, b"x")
    found = candidates(stick)
    assert [each.entry.name for each in found] == order
    assert [each.device[:1] for each in found] == ["b", "a", "a", "b", ""]
    assert own_names(stick, "aaaaaaaa" + "0" * 56) == order[1:3]


@settings(max_examples=50)
@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
def test_only_what_is_new_is_returned_whatever_the_order(order, seen):
    stick = FakeStick()
    for number in order:
        stick.put(str(name_of(number)), bytes(number + 1))
    marks = {found.mark for found in candidates(stick) if found.entry.size - 1 in seen}
    fresh = [found.entry.size - 1 for found in candidates(stick, marks)]
    assert fresh == sorted({*range(6)} - seen, reverse=True)


def test_a_file_that_was_completed_later_is_new_again():
    stick = FakeStick()
    stick.put(str(name_of()), b"half")
    known = {found.mark for found in candidates(stick)}
    assert candidates(stick, known) == []
    stick.put(str(name_of()), b"half")
    [found] = [found for found in candidates(stick, ()) if found.mark not in known][:1]
    assert found.entry.size == 4


def test_a_file_that_is_too_large_is_not_read():
    stick = FakeStick(capacity=LARGEST_BODY)
    stick.put(str(name_of()), b"x" * (LARGEST_FILE + 1))
    [found] = candidates(stick)
    with pytest.raises(BundleTooLargeError):
        fetch(stick, found)
    assert not [step for step in stick.steps if step.startswith("read")]


def test_names_tell_the_time_in_utc():
    assert name_of().made == NOW.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
