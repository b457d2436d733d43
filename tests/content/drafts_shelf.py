"""A shelf with the real curriculum and the drafts on it, and no other exercise."""

import shutil
from pathlib import Path

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.i18n.places import exercises
from tests.content.kinds import KINDS_OF_DRAFTS

DRAFTS = Path(__file__).parent / "drafts"


def drafts(root: Path) -> Catalogue:
    """Copied to ``root``, because a shelf holds modules and exercises together."""
    for file in exercises().glob("*/module*.toml"):
        (root / file.parent.name).mkdir(exist_ok=True)
        shutil.copy(file, root / file.parent.name)
    for file in DRAFTS.glob("*/*/exercise.toml"):
        folder = file.parent
        shutil.copytree(folder, root / folder.parent.name / folder.name)
    return Catalogue(root, KINDS_OF_DRAFTS.problem)
