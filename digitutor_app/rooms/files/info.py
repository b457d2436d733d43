"""The door plate of the room ``files``."""

from digitutor_app.practice.room_info import RoomInfo

INFO = RoomInfo(
    id="files",
    programs=("files", "document"),
    room="digitutor_app.rooms.files.room:FilesRoom",
    conditions="digitutor_app.rooms.files.state:CONDITIONS",
)
