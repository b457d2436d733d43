"""What a disk may hold after a power cut: of everything that was not yet synced, any part.

A change that was synced stands. Of each later write every sector of 512 bytes may have come or not;
a change of the length may have come or not; a file that was never synced may be missing.
"""

import random
from dataclasses import dataclass, field

from digitutor_app.store.errors import StoreError
from digitutor_app.store.opening import open_store
from tests.fakes.clock import FakeClock
from tests.faults.recording import ACKS, Fault, changes
from tests.faults.writers import ATTEMPT, STORE
from tests.store.makers import KEY

SECTOR = 512


@dataclass
class File:
    """A file on the disk: what is certainly there, and what was changed since."""

    durable: bytearray = field(default_factory=bytearray)
    certain: bool = False
    pending: list = field(default_factory=list)

    def sync(self):
        self.durable = self.after(_everything)
        self.certain = True
        self.pending = []

    def after(self, comes):
        """The content when of the pending changes only some come."""
        content = bytearray(self.durable)
        for change in self.pending:
            if change.kind == "T":
                if comes(SECTOR):
                    _set_length(content, change.offset)
                continue
            for start in range(0, len(change.content), SECTOR):
                piece = change.content[start : start + SECTOR]
                if comes(len(piece)):
                    place = change.offset + start
                    if place > len(content):
                        _set_length(content, place)
                    content[place : place + len(piece)] = piece
        return content


class Disk:
    """Follows a record; ``image`` is what a cut just now may leave."""

    def __init__(self, folder):
        self.files = {
            path.name: File(bytearray(path.read_bytes()), certain=True)
            for path in folder.iterdir()
            if path.is_file() and path.name != ACKS
        }
        self.acknowledged = 0

    def follow(self, change):
        if change.path == ACKS:
            if change.kind == "W":
                self.acknowledged = int(change.content)
            return
        if change.kind == "U":
            self.files.pop(change.path, None)
        elif change.kind in "WT":
            self.files.setdefault(change.path, File()).pending.append(change)
        elif change.kind == "S" and change.path in self.files:
            self.files[change.path].sync()

    def image(self, dice):
        """File names and contents, or nothing of a file that was never synced."""
        share = dice.choice([0.0, 0.1, 0.5, 0.9, 1.0])
        return {
            name: bytes(file.after(lambda _length: dice.random() < share))
            for name, file in self.files.items()
            if file.certain or dice.random() < share
        }


def _everything(_length):
    return True


def _set_length(content, length):
    if length < len(content):
        del content[length:]
    else:
        content.extend(bytes(length - len(content)))


def run(nursery, folder, images, seed, *, synchronous=""):
    """Record a writer and cut its power at so many moments; returns counts by name.

    Every other writer brings its log into the file often, and each at its end.

    ``lost``: images in which an acknowledged step was missing; ``corrupt``: images that did not
    open or did not read.
    """
    home, image = folder / "home", folder / "image"
    home.mkdir()
    image.mkdir()
    open_store(home / STORE, KEY, FakeClock()).close()
    disk = Disk(home)
    trace = folder / "trace"
    steps, often = 40 + 10 * (seed % 5), 40 * (seed % 2)
    told = nursery.write(
        home,
        trace,
        Fault(),
        steps=steps,
        synchronous=synchronous,
        wal_autocheckpoint=often,
        close=True,
    )
    assert told["acknowledged"] == steps, told
    record = list(changes(trace))
    dice = random.Random(seed)
    moments = sorted(dice.randrange(1, len(record) + 1) for _image in range(images))
    found = {"images": images, "lost": 0, "corrupt": 0, "most lost": 0}
    done = 0
    for moment in moments:
        for change in record[done:moment]:
            disk.follow(change)
        done = moment
        stands = _stands(image, disk.image(dice))
        if stands is None:
            found["corrupt"] += 1
        elif stands < disk.acknowledged:
            found["lost"] += 1
            found["most lost"] = max(found["most lost"], disk.acknowledged - stands)
    return found


def _stands(folder, image):
    """How many steps stand after a restart on this image; None when it is damaged."""
    for left in folder.iterdir():
        left.unlink()
    for name, content in image.items():
        (folder / name).write_bytes(content)
    try:
        store = open_store(folder / STORE, KEY, FakeClock())
    except StoreError:
        return None
    try:
        sound = store.database.rows("PRAGMA quick_check") == [("ok",)]
        numbers = [step.number for step in store.attempts.steps_of(ATTEMPT)]
    except StoreError:
        return None
    finally:
        store.close()
    whole = numbers == list(range(1, len(numbers) + 1))
    return len(numbers) if sound and whole else None
