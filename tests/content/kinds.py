"""Every kind of condition that there is, and those of the drafts."""

from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.practice.conditions import CONDITIONS
from digitutor_app.rooms.files.conditions import CONDITIONS as OF_FILES
from tests.content.drafts.conditions import CONDITIONS as OF_DRAFTS

KINDS = RoomsFound().vocabulary()
KINDS_OF_DRAFTS = Vocabulary((*CONDITIONS, *OF_FILES, *OF_DRAFTS))
