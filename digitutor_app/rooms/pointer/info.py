"""The door plate of the room ``pointer``."""

from digitutor_app.practice.room_info import RoomInfo

INFO = RoomInfo(
    id="pointer",
    programs=("pointer",),
    room="digitutor_app.rooms.pointer.room:PointerRoom",
    conditions="digitutor_app.rooms.pointer.state:CONDITIONS",
    exempt={
        "keyboard only": "The movement of the hand is the skill. Lamps, bells, things to sort and "
        "the list can be used by keys all the same; the shapes of the pointer cannot."
    },
)
