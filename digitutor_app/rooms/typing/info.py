"""The door plate of the room ``typing``."""

from digitutor_app.practice.room_info import RoomInfo

INFO = RoomInfo(
    id="typing",
    programs=("typing",),
    room="digitutor_app.rooms.typing.room:TypingRoom",
    conditions="digitutor_app.rooms.typing.state:CONDITIONS",
)
