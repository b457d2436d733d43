"""The place that a person has pointed at: a stick, a folder, or one file."""

from dataclasses import dataclass
from pathlib import Path

from digitutor_app.exchange.errors import PlaceGoneError
from digitutor_app.exchange.place import Entry, FolderPlace
from digitutor_app.exchange.stick.place import BUNDLES, FOLDER


@dataclass(frozen=True, slots=True)
class OneFile(FolderPlace):
    """A folder of which only one file is looked at."""

    name: str

    def entries(self) -> list[Entry]:
        # Not super(): a class with slots is made twice.
        found = [one for one in FolderPlace.entries(self) if one.name == self.name]
        if not found:
            raise PlaceGoneError(self.name)
        return found


def place_at(chosen: Path) -> FolderPlace:
    """Where the bundles lie that somebody means; of a stick of ours its folder for them."""
    if chosen.is_file():
        return OneFile(chosen.parent, chosen.name)
    for inside in (Path(FOLDER, BUNDLES), Path(BUNDLES)):
        if (chosen / inside).is_dir():
            return FolderPlace(chosen / inside)
    return FolderPlace(chosen)
