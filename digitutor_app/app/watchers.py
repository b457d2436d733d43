"""What goes on by itself on a tutor's machine: sticks are collected, the shared folder followed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from digitutor_app.app.collect_line import CollectLine, Opened
from digitutor_app.app.follow_line import FollowLine
from digitutor_app.app.window import MainWindow
from digitutor_app.services.context import Context


@dataclass(frozen=True, slots=True)
class Watchers:
    """The two that look by themselves while the program runs."""

    collect: CollectLine
    follow: FollowLine

    @classmethod
    def begin(
        cls,
        window: MainWindow,
        context: Context,
        opened: Opened,
        places: Callable[[], list[Path]],
        failed: Callable[[BaseException], None],
    ) -> "Watchers":
        """``opened`` tells what there is while the tutor's store is open; ``failed`` gets what
        nobody expected."""
        collect = CollectLine(window, context, opened, places)
        return cls(collect, FollowLine(opened, context.clock, failed))

    def close(self) -> None:
        """Look no more."""
        self.collect.close()
        self.follow.close()
