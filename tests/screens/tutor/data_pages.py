"""The pages about data and machines on an invented afternoon: twelve laptops, two missing."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.errors import BundleOldError, BundleStrangerError, BundleTornError
from digitutor_app.exchange.importing import Preview
from digitutor_app.exchange.server.client import Exchanged
from digitutor_app.exchange.server.errors import ServerRefusesError
from digitutor_app.exchange.stick.sheet import TutorMachine
from digitutor_app.screens.tutor.data import DataScreen
from digitutor_app.screens.tutor.data_backups import BackupsScreen
from digitutor_app.screens.tutor.data_collected import CollectedScreen
from digitutor_app.screens.tutor.data_collecting import CollectingScreen
from digitutor_app.screens.tutor.data_export import ExportScreen
from digitutor_app.screens.tutor.data_folder import FolderScreen
from digitutor_app.screens.tutor.data_import import ImportScreen
from digitutor_app.screens.tutor.data_laptops import LaptopsScreen
from digitutor_app.screens.tutor.data_part import PartScreen
from digitutor_app.screens.tutor.data_server import ServerScreen
from digitutor_app.screens.tutor.data_stick import PrepareStickScreen, StickSeen
from digitutor_app.screens.tutor.data_this import ThisMachineScreen
from digitutor_app.services.clock_check import ClockSays
from digitutor_app.services.collected import Arrived, Collected, Refused
from digitutor_app.services.data_overview import Copy, Overview
from digitutor_app.services.disk_encryption import Told
from digitutor_app.services.following import Heard
from digitutor_app.services.introducing import Stranger
from digitutor_app.services.laptop_health import LaptopFacts
from digitutor_app.services.laptops_known import LaptopSeen, Room
from digitutor_app.services.organisation import Device
from digitutor_app.services.server_exchange import Brought
from digitutor_app.store.backup_files import BEFORE_IMPORT, DAILY, Backup
from digitutor_app.store.merging_aside import PutAside
from digitutor_app.store.merging_rules import MergeReport
from tests.exchange.stick.makers import IDENTITY, a_sheet

MISSING = (3, 7)
NUMBERS = {f"{n:064x}": n for n in range(1, 13)}
WORDS = ("ahven", "kuusi", "pilvi", "silta")


def arrived(number, **more):
    said = {
        "new": Counter(attempt=26, person=3),
        "changed": Counter(person=number < 3),
        "people": frozenset(f"{number}-{person}" for person in range(3)),
        "parted": number == 4,
    }
    seen = Preview(header=None, role=None, **said | more)
    bundle = SimpleNamespace(header=SimpleNamespace(rehearsal=False))
    return Arrived(Device(public=f"{number:064x}", number=number), seen, bundle)


def collected(now, *, rehearsal=False):
    came = [arrived(number) for number in NUMBERS.values() if number not in MISSING]
    for each in came:
        each.bundle.header.rehearsal = rehearsal
    refused = [
        Refused("00000000/x-00000000-20261124T101010Z-abcdef.wb1", BundleTornError()),
        Refused("vanha/kesä.wb1", BundleOldError(now)),
        Refused("uusi.wb1", BundleStrangerError("ab" * 32)),
    ]
    return Collected(came, refused, MISSING, 2, tuple(NUMBERS.values()))


def room(now):
    laptops = [
        LaptopSeen(n, now - timedelta(days=n == 7, minutes=n), n not in MISSING, n != 5)
        for n in (7, *(n for n in NUMBERS.values() if n not in MISSING))
    ]
    first = LaptopSeen(3, None, today=False, forgot=False)
    return Room("Digitaitojen perusteet 1", [first, *laptops], 4)


def facts(now):
    return LaptopFacts(
        "1.0", "0001", now, damaged=False, backup=now, backups=9, size=1000,
        free=55_000_000_000, encrypted=Told.NO, clock=ClockSays.FINE,
    )  # fmt: skip


def heard(now):
    return [Heard(n, now - timedelta(minutes=n)) for n in NUMBERS.values() if n not in MISSING]


def overview(look, now):
    page = DataScreen(look, server=True)
    page.show_server("Vaihto odottaa palvelinta")
    said = Overview(room(now), facts(now), now, 1, 3, Path("/shared"), follows=True)
    page.show_overview(said)
    return page


def laptops(look, now):
    page = LaptopsScreen(look)
    page.show_room(room(now))
    return page


def stick(look, now):
    workshops = [
        Workshop(id=str(n), name=f"Digitaitojen perusteet {n}", place="Mallila", day=day)
        for n, day in enumerate(now.date() + timedelta(days=k) for k in range(3))
    ]
    page = PrepareStickScreen(look, workshops)
    page.show_sticks([StickSeen(Path("/media/emma/DIGITIKKU"), a_sheet())])
    return page


def stick_done(look, now):
    page = stick(look, now)
    page.say_done("Myös ohjelma on tikulla. Sen voi käynnistää tikulta.")
    return page


def import_(look, now):
    page = ImportScreen(look)
    page.show_preview("/media/emma/KESÄ", collected(now), NUMBERS, [])
    return page


def export(look, _now):
    liisa = TutorMachine(public="ab" * 32, recipient=IDENTITY.recipient, name="Liisa")
    page = ExportScreen(look, WORDS, [liisa])
    said = SimpleNamespace(machine=SimpleNamespace(name="Oskari"))
    page.show_met([Stranger(said, ("kettu", "vene", "lumi", "talo"), known=False)])
    return page


def part(look, _now):
    return PartScreen(look, TutorMachine("ab" * 32, IDENTITY.recipient, "Liisa"))


def folder(look, now):
    page = FolderScreen(look)
    page.show_folder(Path("/media/verkko/Työpajat"), on=True)
    page.show_came(collected(now), now, heard(now), NUMBERS)
    return page


def aside_of(table, reason):
    return PutAside(table=table, row_id="a", subject="b", reason=reason, device="", raw="")


def brought(now):
    """An exchange with everything there is to tell."""
    came = MergeReport(
        new={"attempt": 312, "person": 14},
        changed={"person": 2},
        people=frozenset(map(str, range(14))),
        put_aside=(aside_of("erased", "no tutor has signed this"), aside_of("attempt", "clock")),
    )
    stores = [Exchanged(sent=48, received=[came], refused={"clock": 2})]
    return Brought(now, stores, joined=1)


def server(look, now):
    page = ServerScreen(look)
    page.show_exchange(now, brought(now), None, now.date())
    return page


def server_refuses(look, now):
    page = ServerScreen(look)
    trouble = ServerRefusesError("28P01")
    page.show_exchange(now - timedelta(days=2), None, trouble, now.date())
    return page


def backups(look, now):
    copies = [
        Copy(
            Backup(Path(f"{n}.db"), n, BEFORE_IMPORT if n % 2 else DAILY, now),
            now - timedelta(days=n),
            tutors=n % 2 == 0,
        )
        for n in range(5)
    ]
    page = BackupsScreen(look)
    page.show_copies(copies)
    return page


def round_of(look, now):
    page = CollectedScreen(look)
    page.show_round(collected(now), now, NUMBERS)
    row = PutAside(
        table="attempt",
        row_id="a",
        subject="b",
        reason="attempt.sha: does not fit what the row says",
        device="",
        raw="",
    )
    page.show_aside([(row, now)] * 3)
    return page


def collecting(look, _now):
    return CollectingScreen(look)


def collecting_done(look, now):
    page = CollectingScreen(look)
    page.show_done(collected(now), NUMBERS)
    return page


def collecting_folder(look, now):
    page = CollectingScreen(look, folder=True)
    page.show_done(collected(now), NUMBERS)
    return page


def this(look, now):
    page = ThisMachineScreen(look, "Kone 1")
    page.show_facts(facts(now), " ".join(WORDS), 1)
    return page


#: By the name of the stop: the class, and what makes the page.
PAGES = {
    "data": (DataScreen, overview),
    "data laptops": (LaptopsScreen, laptops),
    "data stick": (PrepareStickScreen, stick),
    "data stick done": (PrepareStickScreen, stick_done),
    "data import": (ImportScreen, import_),
    "data export": (ExportScreen, export),
    "data part": (PartScreen, part),
    "data folder": (FolderScreen, folder),
    "data server": (ServerScreen, server),
    "data server refuses": (ServerScreen, server_refuses),
    "data backups": (BackupsScreen, backups),
    "data collected": (CollectedScreen, round_of),
    "data collecting": (CollectingScreen, collecting_done),
    "data collecting a folder": (CollectingScreen, collecting_folder),
    "data this machine": (ThisMachineScreen, this),
}
