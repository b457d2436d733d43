"""The drawn mark of each skill state, the same on every page."""

from digitutor_app.domain.skills import SkillState
from digitutor_app.ui_kit.marks import MarkKind

SKILL_MARKS = {
    SkillState.NOT_TRIED: MarkKind.RING,
    SkillState.PRACTISED: MarkKind.RING,
    SkillState.GUIDED: MarkKind.TRIANGLE,
    SkillState.ALONE: MarkKind.DIAMOND,
    SkillState.CAN: MarkKind.SQUARE,
}
