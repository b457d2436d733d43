"""Keruukierros on a laptop: everything is on the stick when it says so, and what came back."""

import pytest

from digitutor_app.exchange.bundle import unpack
from digitutor_app.exchange.carrying import candidates, fetch
from digitutor_app.exchange.errors import PlaceError
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.exchange.stick.errors import OtherOrganiserError, StrangersSheetError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.receipts import Receipt, Receipts, written_receipts
from digitutor_app.exchange.stick.sheet import TutorMachine, written_sheet
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.services.gathering import Gathering
from digitutor_app.services.joining import Joining
from digitutor_app.services.workshop_here import workshop_here
from digitutor_app.store.erasures import Erasure, erasure_line, erasure_message
from digitutor_app.store.merging import Role
from tests.exchange.stick.makers import IDENTITY, STRANGER, TUTOR, a_sheet
from tests.services.laptop import do_all
from tests.store.makers import a_person


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    made = Stick(tmp_path / "stick")
    put(made)
    return made


def put(stick, key=TUTOR, **changes):
    stick.prepare(written_sheet(a_sheet(**changes), key))


def identities(store):
    """Of machines whose system's own number says nothing, as copied ones have it."""
    return Identities(store, "machine-1")


def of(laptop):
    joining = Joining(laptop.worker, laptop.laptop_number, identities)
    return joining, Gathering(laptop.worker, joining, laptop.clock)


@pytest.fixture
def joined(laptop, stick):
    """A laptop in the workshop at which somebody has practised and left."""
    joining, gathering = of(laptop)
    joining.join(stick)
    person_id = laptop.arrive()
    laptop.reception.take_code("sininen-kettu-27", "Aino")
    do_all(laptop, person_id)
    laptop.reception.leave()
    return gathering


def delivered(laptop, stick):
    """What the tutor's machine finds on the stick: the newest bundle, opened."""
    device = laptop.store(lambda store: identities(store).device())
    trusted = Trusted({device.public: Role.PRACTICE})
    place = FolderPlace(stick.bundles)
    return unpack(fetch(place, candidates(place)[0]), [IDENTITY], trusted)


def answer(stick, bundle, key=TUTOR, erased=(), sequence=None, organisation="sedu"):
    header = bundle.header
    receipt = Receipt(public=header.device, sequence=sequence or header.sequence, sha=bundle.sha256)
    said = Receipts(
        made="2026-11-24T12:00+02:00",
        organisation=organisation,
        receipts=[receipt],
        erased=list(erased),
    )
    stick.answer(written_receipts(said, key))


def test_everything_is_on_the_stick(laptop, joined, stick):
    assert joined.expected(stick)
    gathered = joined.answer(stick)
    assert (gathered.number, gathered.people) == (1, 1)
    bundle = delivered(laptop, stick)
    assert bundle.header.laptop == "1"
    assert bundle.header.organisation == "sedu"
    kinds = {line["t"] for line in bundle.lines()}
    assert {"person", "visit", "attempt", "step_done"} <= kinds
    assert {line["p"].get("first_name") for line in bundle.lines() if line["t"] == "person"} == {
        "Aino"
    }


def test_nobody_but_the_tutors_can_read_it(laptop, joined, stick):
    joined.answer(stick)
    for file in stick.root.rglob("*"):
        if file.is_file():
            assert b"Aino" not in file.read_bytes()


def test_a_laptop_in_no_workshop_delivers_nothing(laptop, stick):
    _joining, gathering = of(laptop)
    assert not gathering.expected(stick)
    with pytest.raises(OtherOrganiserError):
        gathering.answer(stick)
    assert list(stick.bundles.iterdir()) == []


def test_nothing_goes_to_another_organiser_or_a_stranger(laptop, joined, stick):
    machine = TutorMachine(public=STRANGER.public.hex(), recipient=IDENTITY.recipient)
    for error, organisation in ((OtherOrganiserError, "other"), (StrangersSheetError, "sedu")):
        put(stick, STRANGER, tutors=[machine], organisation=organisation)
        with pytest.raises(error):
            joined.expected(stick)
        with pytest.raises(error):
            joined.answer(stick)
    assert list(stick.bundles.iterdir()) == []


def test_the_next_sticks_sheet_is_taken(laptop, joined, stick):
    put(stick, tutors=[*a_sheet().tutors, TutorMachine(STRANGER.public.hex(), IDENTITY.recipient)])
    joined.answer(stick)
    assert len(laptop.store(workshop_here).sheet.tutors) == 2


def test_no_receipt_nothing_is_known_to_be_carried(laptop, joined, stick):
    joined.answer(stick)
    assert joined.delivery().carried == frozenset()
    assert len(joined.delivery().waiting) == 1
    assert joined.clear_away() == 0


def test_with_the_receipt_the_person_can_be_cleared_away(laptop, joined, stick):
    joined.answer(stick)
    answer(stick, delivered(laptop, stick))
    joined.answer(stick)
    assert joined.delivery().waiting == frozenset()
    assert joined.clear_away() == 1
    assert laptop.reception.cards() == []
    assert joined.delivery().carried == frozenset()


def test_what_came_after_the_receipt_is_not_cleared_away(laptop, joined, stick):
    joined.answer(stick)
    answer(stick, delivered(laptop, stick))
    seat, _known = laptop.reception.come_with_code("sininen-kettu-27", "fi")
    do_all(laptop, seat.person.id, data_set="b")
    laptop.reception.leave()
    joined.answer(stick)
    assert joined.delivery().waiting == {seat.person.id}
    assert joined.clear_away() == 0


def test_who_sits_here_is_not_cleared_away(laptop, joined, stick):
    laptop.reception.come_with_code("sininen-kettu-27", "fi")
    joined.answer(stick)
    answer(stick, delivered(laptop, stick))
    joined.answer(stick)
    assert joined.clear_away() == 0


@pytest.mark.parametrize(
    "forged",
    [{"key": STRANGER}, {"organisation": "other"}, {"sequence": 7}],
    ids=["a stranger", "another organiser", "never made"],
)
def test_a_receipt_that_does_not_count(laptop, joined, stick, forged):
    joined.answer(stick)
    answer(stick, delivered(laptop, stick), **forged)
    joined.answer(stick)
    assert joined.delivery().carried == frozenset()


def erasure(key, subject):
    return erasure_line(
        Erasure(subject, 7, key.public.hex(), key.sign(erasure_message(subject, 7)))
    )


def test_the_erased_go_from_the_laptop_and_the_next_bundle_confirms_it(laptop, joined, stick):
    [card] = laptop.reception.cards()
    joined.answer(stick)
    before = delivered(laptop, stick).header.erasures
    answer(stick, delivered(laptop, stick), erased=[erasure(TUTOR, card.id)])
    joined.answer(stick)
    assert laptop.reception.cards() == []
    joined.answer(stick)
    bundle = delivered(laptop, stick)
    assert bundle.header.erasures != before
    assert {line["t"] for line in bundle.lines() if line["s"] == card.id} == {"erased"}


def test_nobody_is_erased_by_a_stranger(laptop, joined, stick):
    [card] = laptop.reception.cards()
    joined.answer(stick)
    answer(stick, delivered(laptop, stick), erased=[erasure(STRANGER, card.id)])
    joined.answer(stick)
    assert [each.id for each in laptop.reception.cards()] == [card.id]


def test_a_stick_that_is_gone(laptop, joined, stick, tmp_path):
    stick.root.rename(tmp_path / "pulled")
    assert not joined.expected(stick)
    with pytest.raises(Exception, match="workshop"):
        joined.answer(stick)


def test_a_stick_that_takes_nothing(laptop, joined, stick):
    for folder in stick.bundles.iterdir():
        folder.unlink()
    stick.bundles.rmdir()
    stick.bundles.write_text("no folder")
    with pytest.raises(PlaceError):
        joined.answer(stick)
    assert len(laptop.reception.cards()) == 1


def test_a_copied_laptop_gets_a_name_and_a_number_of_its_own(laptop, joined, stick, start):
    """Two laptops from one image: the second to meet the stick notices it."""
    copy = start(laptop)
    copy.store(lambda store: store.people.put(a_person("punainen-karhu-31", "Eeva")))
    joined.answer(stick)
    _joining, gathering = of(copy)
    gathered = gathering.answer(stick)
    assert gathered.number == 2
    assert copy.laptop_number.number == "2"
    names = {name.split("/")[0] for name in (e.name for e in FolderPlace(stick.bundles).entries())}
    assert len(names) == 2
