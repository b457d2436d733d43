"""What goes on by itself on a tutor's machine: sticks are collected, the shared folder followed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from digitutor_app.app.collect_line import CollectLine, Opened
from digitutor_app.app.follow_line import FollowLine
from digitutor_app.app.places_seen import mounted, removable
from digitutor_app.app.window import MainWindow
from digitutor_app.services.context import Context

Places = Callable[[], list[Path]]


@dataclass(frozen=True, slots=True)
class Watchers:
    """The two that look by themselves while the program runs; ``sticks`` tells which places may be
    sticks to prepare."""

    collect: CollectLine
    follow: FollowLine
    sticks: Places

    @classmethod
    def begin(
        cls,
        window: MainWindow,
        context: Context,
        opened: Opened,
        failed: Callable[[BaseException], None],
        places: Places | None = None,
    ) -> "Watchers":
        """``opened`` tells what there is while the tutor's store is open; ``failed`` gets what
        nobody expected; ``places`` stands in for the volumes of this machine."""
        collect = CollectLine(window, context, opened, places or mounted)
        follow = FollowLine(opened, context.clock, failed)
        return cls(collect, follow, places or removable)

    def close(self) -> None:
        """Look no more."""
        self.collect.close()
        self.follow.close()
