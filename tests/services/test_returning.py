"""Palauta kone: only when everything has been delivered, and then nothing of ours is left."""

from digitutor_app.exchange.identity import Identities
from digitutor_app.services.gathering import Gathering
from digitutor_app.services.joining import Joining
from digitutor_app.services.returning import Returning
from tests.services.room import somebody


def test_a_laptop_without_anybody_may_go(laptop):
    joining = Joining(laptop.worker, laptop.laptop_number, lambda s: Identities(s, "m"))
    assert Returning(Gathering(laptop.worker, joining, laptop.clock)).may().now


def test_only_when_the_receipt_is_there(room):
    laptop = room.joined("laptop")
    returning = Returning(room.gathering(laptop)[1])
    assert returning.may().now
    somebody(laptop)
    assert returning.may().waiting == 1
    room.gather(laptop)
    assert returning.may().waiting == 1
    room.desk.collect(room.stick)
    room.gather(laptop)
    assert returning.may().now
    laptop.arrive()
    assert returning.may().waiting == 1
