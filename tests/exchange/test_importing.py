"""Laptops to the tutor's machine: what is shown comes, once, whole, and is never doubled."""

import os
import shutil
import stat
import zlib
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from digitutor_app.domain.ids import new_id
from digitutor_app.domain.notes import Note
from digitutor_app.exchange.bundle import Kind, unpack
from digitutor_app.exchange.carrying import candidates
from digitutor_app.exchange.errors import (
    BundleOldError,
    BundleStrangerError,
    BundleTornError,
    NewerSchemaError,
    PlaceGoneError,
)
from digitutor_app.exchange.export import generations_of, rows_of, rows_of_today
from digitutor_app.exchange.gathering import gather, keep_for_later, waiting
from digitutor_app.exchange.importing import clean_backups
from digitutor_app.exchange.known import TakenBundles
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.store.backup_files import BEFORE_IMPORT
from digitutor_app.store.errors import StoreFullError
from digitutor_app.store.merging import Role
from digitutor_app.store.opening import open_store
from tests.exchange import hostile
from tests.exchange.machines import KEY, TUTOR, a_bundle, look, said, take
from tests.fakes.stick import FakeStick


def a_note(text="Sujui hyvin."):
    return Note(id=new_id(), person_id="p-1", text=text, day=date(2026, 3, 2))


def bundles(place, opener):
    return [found.bundle for found in gather(place, opener) if found.bundle]


def carry_over(laptop, desk):
    """One bundle of the laptop, opened on the tutor's machine."""
    stick = FakeStick()
    laptop.export(stick)
    opener = desk.opener(laptop)
    [bundle] = bundles(stick, opener)
    return bundle, opener.trusted


def test_what_a_laptop_has_comes_to_the_tutor(laptop, desk):
    person = laptop.practise(steps=3)
    bundle, trusted = carry_over(laptop, desk)
    seen = look(bundle, desk.stores, trusted)
    assert seen.new == Counter(person=1, visit=1, step_done=3, attempt=1)
    assert (seen.changed, seen.removed, seen.put_aside, seen.known) == ({}, {}, (), False)
    assert said(desk.practice) == []
    took = take(bundle, desk.stores, trusted)
    assert took == replace(seen, people=took.people)
    assert took.people == {person.id}
    assert said(desk.practice) == said(laptop.practice)
    assert desk.practice.people.get(person.id) == person


def test_looking_changes_nothing_not_even_what_is_remembered(laptop, desk):
    laptop.practise()
    bundle, trusted = carry_over(laptop, desk)
    look(bundle, desk.stores, trusted)
    assert not TakenBundles(desk.practice).has(bundle)
    assert desk.practice.backups.all() == []


def test_the_same_file_twice_changes_nothing(laptop, desk):
    laptop.practise()
    bundle, trusted = carry_over(laptop, desk)
    take(bundle, desk.stores, trusted)
    rows, copies = said(desk.practice), len(desk.practice.backups.all())
    again = take(bundle, desk.stores, trusted)
    assert again.known
    assert again.nothing
    assert look(bundle, desk.stores, trusted).known
    assert said(desk.practice) == rows
    assert len(desk.practice.backups.all()) == copies


def test_a_later_bundle_tells_what_changed(laptop, desk):
    person = laptop.practise()
    first, trusted = carry_over(laptop, desk)
    take(first, desk.stores, trusted)
    laptop.clock.forward(3600)
    laptop.practice.people.put(replace(person, first_name="Eino"))
    laptop.practise(steps=2)
    later, trusted = carry_over(laptop, desk)
    took = take(later, desk.stores, trusted)
    assert took.new == Counter(person=1, visit=1, step_done=2, attempt=1)
    assert took.changed == Counter(person=1)
    assert desk.practice.people.get(person.id).first_name == "Eino"
    assert not took.parted


def test_twelve_laptops_and_two_tutors_become_one_picture(machine):
    stick = FakeStick()
    laptops = [machine(f"laptop-{number}") for number in range(12)]
    for laptop in laptops:
        laptop.practise(steps=2)
        laptop.export(stick)
    one, two = machine("one", tutor=True), machine("two", tutor=True)
    assert len(one.take_all(stick, *laptops)) == 12
    assert sum(took.new["attempt"] for took in two.take_all(stick, *laptops[:6])) == 6
    one.tutor.notes.put(a_note())
    folder = FakeStick()
    one.export(folder)
    [took] = two.take_all(folder, one)
    assert took.new["attempt"] == 6
    assert took.new["note"] == 1
    assert said(two.practice) == said(one.practice)
    assert said(two.tutor) == said(one.tutor)


def test_a_note_never_lies_in_the_practice_store(machine):
    one, two = machine("one", tutor=True), machine("two", tutor=True)
    one.tutor.notes.put(a_note())
    bundle, trusted = carry_over(one, two)
    assert take(bundle, [two.practice], trusted).nothing
    assert said(two.practice) == []
    assert take(bundle, two.stores, trusted).new == Counter(note=1)
    assert [row["t"] for row in said(two.tutor)] == ["note"]


def test_a_laptop_hands_out_nothing_of_a_tutors(laptop, desk):
    desk.tutor.notes.put(a_note())
    laptop.practice.notes.put(a_note("Väärässä paikassa."))
    assert list(rows_of(laptop.practice, tutors=False).lines) == []
    assert [row["t"] for row in rows_of(desk.tutor, tutors=True).lines] == ["note"]


def test_a_practice_key_cannot_bring_a_note(laptop, desk, machine):
    liar = machine("liar", tutor=True)
    liar.tutor.notes.put(a_note("Väärennös."))
    liar.role = Role.PRACTICE
    bundle, trusted = carry_over(liar, desk)
    took = take(bundle, desk.stores, trusted)
    assert [(aside.table, aside.reason) for aside in took.put_aside] == [
        ("note", "note: not from a practice laptop")
    ]
    assert desk.tutor.notes.of_people(["p-1"]) == []


def test_what_cannot_be_read_is_put_aside_and_the_rest_comes(laptop, desk):
    person = laptop.practise()
    good = b"".join(text + b"\n" for text in rows_of(laptop.practice, tutors=False).texts())
    text = b"no json\n" + good
    body = zlib.compress(text)
    device = laptop.identities.device()
    head = hostile.a_head(body, len(text), text.count(b"\n"), device=device.public)
    trusted = desk.opener(laptop).trusted
    bundle = unpack(hostile.sealed(head, body, key=device.key), [TUTOR], trusted)
    took = take(bundle, desk.stores, trusted)
    assert [aside.raw for aside in took.put_aside] == ["no json"]
    assert desk.practice.people.get(person.id) is not None
    assert said(desk.practice) == said(laptop.practice)


def test_a_copy_of_each_store_is_made_first_and_none_for_a_today_file(laptop, desk):
    laptop.practise()
    stick = FakeStick()
    laptop.export(stick, kind=Kind.TODAY)
    [today] = desk.take_all(stick, laptop)
    assert today.header.kind is Kind.TODAY
    assert today.new == Counter(person=1, visit=1, step_done=3)
    assert desk.practice.backups.all() == []
    bundle, trusted = carry_over(laptop, desk)
    take(bundle, desk.stores, trusted)
    for store in (desk.practice, desk.tutor):
        assert [copy.why for copy in store.backups.all()] == [BEFORE_IMPORT]


def test_without_a_copy_nothing_comes(laptop, desk):
    laptop.practise()
    bundle, trusted = carry_over(laptop, desk)

    def full(store):
        raise StoreFullError(store.path)

    with pytest.raises(StoreFullError):
        take(bundle, desk.stores, trusted, before=full)
    assert said(desk.practice) == []
    assert not TakenBundles(desk.practice).has(bundle)


def test_a_machine_that_dies_between_the_stores_completes_it_the_next_time(machine):
    one, two = machine("one", tutor=True), machine("two", tutor=True)
    one.practise()
    one.tutor.notes.put(a_note())
    bundle, trusted = carry_over(one, two)

    class DiedError(Exception):
        pass

    def dies_before_the_second(store):
        if store is two.tutor:
            raise DiedError

    with pytest.raises(DiedError):
        take(bundle, two.stores, trusted, before=dies_before_the_second)
    assert said(two.practice) == said(one.practice)
    assert said(two.tutor) == []
    took = take(bundle, two.stores, trusted)
    assert (took.known, took.new) == (False, Counter(note=1))
    assert said(two.tutor) == said(one.tutor)
    assert take(bundle, two.stores, trusted).known


def test_killed_before_the_bundle_is_remembered_nothing_has_come(laptop, desk, monkeypatch):
    laptop.practise()
    bundle, trusted = carry_over(laptop, desk)
    with monkeypatch.context() as patch:

        def dies(_self, _bundle):
            raise KeyboardInterrupt

        patch.setattr(TakenBundles, "add", dies)
        with pytest.raises(KeyboardInterrupt):
            take(bundle, desk.stores, trusted)
    assert list(said(desk.practice)) == []
    took = take(bundle, desk.stores, trusted)
    assert (took.known, took.nothing) == (False, False)
    assert said(desk.practice) == said(laptop.practice)


def test_an_erasure_travels_and_leaves_no_backup_behind(machine):
    laptop = machine("laptop")
    one, two = machine("one", tutor=True), machine("two", tutor=True)
    person = laptop.practise(first_name="Taavetti")
    stick = FakeStick()
    laptop.export(stick)
    for tutor in (one, two):
        tutor.take_all(stick, laptop)
    two.practice.backups.make("daily")
    two.tutor.notes.put(replace(a_note("Taavetti osasi."), person_id=person.id))
    key = one.identities.device().key
    for store in (one.practice, one.tutor):
        store.erasures.add(person.id, key.public.hex(), key.sign)
    folder = FakeStick()
    one.export(folder)
    [took] = two.take_all(folder, one)
    assert took.erased == (person.id,)
    assert two.practice.people.get(person.id) is None
    assert two.tutor.notes.of_people([person.id]) == []
    copies = two.practice.backups.all()
    assert copies
    for copy in copies:
        assert "Taavetti" not in told_by(copy.path, two.clock)
    assert [each.known for each in two.take_all(stick, laptop)] == [True]
    laptop.practise()
    laptop.export(stick)
    two.take_all(stick, laptop)
    assert two.practice.people.get(person.id) is None


def told_by(copy, clock):
    """Every row of a backup, as text."""
    again = copy.with_name("again.db")
    shutil.copyfile(copy, again)
    store = open_store(again, KEY, clock)
    try:
        return str(said(store))
    finally:
        store.close()
        again.unlink()


def test_a_cleaning_of_backups_that_was_cut_short_is_done_the_next_time(machine, monkeypatch):
    two = machine("two", tutor=True)
    person = two.practise(first_name="Taavetti")
    two.practice.backups.make("daily")
    key = two.identities.device().key
    two.practice.erasures.add(person.id, key.public.hex(), key.sign)
    with monkeypatch.context() as patch:

        def dies(_self):
            raise KeyboardInterrupt

        patch.setattr(type(two.practice.backups), "refresh_after_erasure", dies)
        with pytest.raises(KeyboardInterrupt):
            clean_backups(two.practice)
    clean_backups(two.practice)
    [*copies] = two.practice.backups.all()
    assert copies
    assert all("Taavetti" not in told_by(copy.path, two.clock) for copy in copies)
    clean_backups(two.practice)
    assert two.practice.backups.all() == copies


def test_after_an_erasure_only_the_new_bundle_stays(machine):
    one = machine("one", tutor=True)
    person = one.practise()
    folder = FakeStick()
    before = [one.export(folder).name for _ in range(2)]
    assert folder.content.keys() == {*before}
    key = one.identities.device().key
    one.practice.erasures.add(person.id, key.public.hex(), key.sign)
    new = one.export(folder)
    assert folder.content.keys() == {new.name}
    newer = one.export(folder)
    assert folder.content.keys() == {newer.name}
    newest = one.export(folder)
    assert folder.content.keys() == {newer.name, newest.name}


def test_two_machines_of_one_key_are_seen(machine, desk, tmp_path):
    image = machine("image", number="same")
    image.practise()
    image.export(FakeStick())
    image.close()
    shutil.copytree(tmp_path / "image", tmp_path / "copy")
    sticks = []
    for name in ("image", "copy"):
        laptop = machine(name, number="same")
        laptop.practise()
        sticks.append(FakeStick())
        laptop.export(sticks[-1])
    [took] = desk.take_all(sticks[0], laptop)
    assert not took.parted
    [other] = desk.take_all(sticks[1], laptop)
    assert other.parted
    assert other.new["attempt"] == 1


def test_every_reason_is_told_with_its_file(laptop, desk, machine):
    stick = FakeStick()
    stranger = machine("stranger")
    laptop.practise()
    whole = laptop.export(stick).name
    strange = stranger.export(stick).name
    torn = whole.replace(".wb1", "x.wb1")
    stick.put(torn, stick.content[whole][:-5])
    found = {each.candidate.entry.name: each for each in gather(stick, desk.opener(laptop))}
    assert found.keys() == {whole, strange, torn}
    assert found[whole].bundle.header.laptop == "7"
    assert isinstance(found[torn].error, BundleTornError)
    assert isinstance(found[strange].error, BundleStrangerError)
    assert found[strange].error.device == stranger.public
    known = {each.candidate.mark for each in found.values() if each.bundle}
    assert len(list(gather(stick, desk.opener(laptop), known))) == 2


def test_old_bundles_wait_for_a_tutors_word(laptop, desk):
    stick = FakeStick()
    laptop.export(stick)
    laptop.clock.forward(200 * 86400)
    [found] = gather(stick, desk.opener(laptop, now=desk.clock.now()))
    assert isinstance(found.error, BundleOldError)
    [found] = gather(stick, desk.opener(laptop))
    assert found.bundle is not None


def test_a_stick_that_is_pulled_out_while_it_is_read_is_said(laptop, desk):
    stick = FakeStick()
    laptop.export(stick)
    stick.pull_after(1)
    with pytest.raises(PlaceGoneError):
        list(gather(stick, desk.opener(laptop)))


def test_a_file_that_vanishes_while_the_folder_is_read_is_passed_over(laptop, desk, tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    place = FolderPlace(folder)
    laptop.export(place)
    laptop.export(place)
    opener = desk.opener(laptop)
    reading = gather(place, opener)
    first = next(reading)
    assert first.bundle is not None
    [other] = [each for each in candidates(place) if each != first.candidate]
    (folder / other.entry.name).unlink()
    [gone] = reading
    assert isinstance(gone.error, PlaceGoneError)


def test_bundles_of_newer_programs_are_kept_whole(tmp_path, laptop, desk):
    body = zlib.compress(b"")
    device = laptop.identities.device()
    head = hostile.a_head(body, 0, 0, schema="2.0", device=device.public)
    content = hostile.sealed(head, body, key=device.key)
    stick = FakeStick()
    stick.put("opisto-aaaaaaaa-20260302T070000Z-000000.wb1", content)
    [found] = gather(stick, desk.opener(laptop))
    assert isinstance(found.error, NewerSchemaError)
    folder = tmp_path / "waiting"
    kept = keep_for_later(folder, found.content)
    assert keep_for_later(folder, found.content) == kept
    assert waiting(folder) == [kept]
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert kept.read_bytes() == content


def test_today_tells_of_those_who_are_here(laptop):
    old = laptop.practise()
    laptop.clock.forward(3 * 86400)
    new = laptop.practise()
    laptop.practice.visits.put(
        replace(laptop.practice.visits.of_person(old.id)[0], left=laptop.clock.now())
    )
    rows = list(rows_of_today(laptop.practice, laptop.clock.now()).lines)
    assert {row["s"] for row in rows} == {new.id}
    assert {row["t"] for row in rows} == {"person", "visit", "step_done"}


def test_known_bundles_are_remembered_by_machine(laptop, desk):
    stick = FakeStick()
    for _ in range(3):
        laptop.export(stick)
        desk.take_all(stick, laptop)
    taken = TakenBundles(desk.practice).all()
    assert taken.keys() == {laptop.public}
    assert [one.sequence for one in taken[laptop.public]] == [1, 2, 3]
    assert taken == TakenBundles(desk.tutor).all()


def test_generations_follow_the_erasures(laptop):
    stick = FakeStick()
    laptop.export(stick)
    made = a_bundle(erasures="other")
    assert generations_of(laptop.identities.device(), made) == 1
