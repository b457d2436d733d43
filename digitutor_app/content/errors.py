"""What an author is told when a content file is not right."""

from digitutor_app.content.place import Place
from digitutor_app.domain.errors import WorldError


class ContentError(WorldError):
    """A content file has a mistake: in which file, at which place, and what was expected there.

    ``file`` always lies in an exercise's or a module's folder.
    """

    def __init__(self, file: Place, place: str, expected: str) -> None:
        super().__init__(f"{file.parent.name}/{file.name}: {place}: {expected}")
        self.file = file
        self.place = place
        self.expected = expected

    @property
    def folder(self) -> str:
        """The folder that is left out because of this, as ``module/name``."""
        return f"{self.file.parent.parent.name}/{self.file.parent.name}"
