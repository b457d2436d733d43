"""What goes on by itself on a tutor's machine: sticks are collected, the shared folder followed,
and rows exchanged with the organisation's server."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from digitutor_app.app.collect_line import CollectLine, Opened
from digitutor_app.app.follow_line import FollowLine
from digitutor_app.app.places_seen import mounted, removable
from digitutor_app.app.server_line import ServerLine
from digitutor_app.app.stick_watch import Places
from digitutor_app.app.window import MainWindow
from digitutor_app.services.context import Context


@dataclass(frozen=True, slots=True)
class Watchers:
    """The three that look by themselves while the program runs; ``sticks`` tells which places may
    be sticks to prepare."""

    collect: CollectLine
    follow: FollowLine
    server: ServerLine
    sticks: Places

    @classmethod
    def begin(
        cls,
        window: MainWindow,
        context: Context,
        opened: Opened,
        failed: Callable[[BaseException], None],
        places: Places | None = None,
        *,
        folder: Path,
    ) -> "Watchers":
        """``opened`` tells what there is while the tutor's store is open; ``failed`` gets what
        nobody expected; ``places`` stands in for the volumes of this machine; ``folder`` is that
        of the data."""
        collect = CollectLine(window, context, opened, places or mounted)
        follow = FollowLine(opened, context.clock, failed)
        server = ServerLine(folder, context, opened, failed)
        return cls(collect, follow, server, places or removable)

    def close(self) -> None:
        """Look no more."""
        self.server.close()
        self.collect.close()
        self.follow.close()
