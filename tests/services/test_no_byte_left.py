"""After a person is erased no byte of their name is left: in free pages, logs, backups, sticks."""

from datetime import date, timedelta

from digitutor_app.domain.notes import Note
from digitutor_app.services.erasing import Erasing
from digitutor_app.store.opening import open_store
from tests.services.laptop import KEY as LAPTOP_KEY
from tests.services.room import CODES, somebody
from tests.store.makers import KEY
from tests.store.plain_pages import inside

NAME = "Ainokaisa"


def stores(room):
    """Every store, log and backup of the tutor's machine and the laptops, decrypted."""
    found = {}
    for path in sorted(room.folder.rglob("*.db")):
        key = KEY if path.name.startswith("tutor") else LAPTOP_KEY
        found[path.relative_to(room.folder).as_posix()] = inside(path, key)
    return found


def with_the_name(room):
    return [name for name, content in stores(room).items() if NAME.encode() in content]


def test_no_byte_of_the_name_is_left(room):
    laptop = room.joined("laptop")
    person_id = somebody(laptop, name=NAME)
    for code in CODES[:5]:
        somebody(laptop, code, "Muu")
    laptop.store(lambda store: store.backups.make("daily"))
    room.gather(laptop)
    room.desk.collect(room.stick)
    note = Note(id="n1", person_id=person_id, text=f"{NAME} osaa jo", day=date(2026, 3, 2))
    room.tutor.ask(lambda store: store.notes.put(note))
    for worker in (room.own.worker, room.tutor):
        worker.ask(lambda store: store.backups.make("daily"))
    before = with_the_name(room)
    assert any("backups" in name for name in before)
    assert {name.split("/")[0] for name in before} >= {"laptop", "tutor", "tutor.db"}
    erasing = Erasing(room.own.worker, room.tutor, room.clock)
    person = room.own.store(lambda store: store.people.get(person_id))
    erasing.ask(person, person.code)
    room.clock.forward(timedelta(days=8).total_seconds())
    erasing.carry_out()
    assert [name for name in with_the_name(room) if not name.startswith("laptop")] == []
    room.gather(laptop)
    room.desk.collect(room.stick)
    room.gather(laptop)
    assert with_the_name(room) == []
    for file in room.folder.rglob("*"):
        assert not file.is_file() or NAME.encode() not in file.read_bytes()


def test_the_search_finds_what_has_only_been_deleted(tmp_path, clock):
    """It looks into free pages too: a store without care keeps there what was deleted."""
    store = open_store(tmp_path / "practice.db", KEY, clock)
    store.database.rows("PRAGMA secure_delete=OFF")
    for number in range(300):
        store.settings.put(f"name{number}", f"{NAME} " * 20)
    store.settings.forget("name")
    store.close()
    assert NAME.encode() in inside(tmp_path / "practice.db", KEY)
