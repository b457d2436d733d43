"""Skills of a person, in words of the curriculum."""

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.skills import SkillState
from tests.services.laptop import do_all, open_plan


def states(laptop, person_id):
    lines = laptop.skills.of_person(person_id, "fi")
    return [(line.module, line.skill, line.state) for line in lines]


def test_from_nothing_to_can(laptop, clock):
    person_id = laptop.arrive()
    assert states(laptop, person_id) == []
    practice = laptop.begin(person_id)
    open_plan(practice)
    practice.restart()
    assert states(laptop, person_id) == [("Tiedostot", "Avaaminen", SkillState.PRACTISED)]
    do_all(laptop, person_id)
    assert states(laptop, person_id)[0][2] is SkillState.GUIDED
    do_all(laptop, person_id, mode=Mode.ALONE)
    assert states(laptop, person_id)[0][2] is SkillState.ALONE
    do_all(laptop, person_id, mode=Mode.ALONE, data_set="b")
    assert states(laptop, person_id)[0][2] is SkillState.ALONE, "too soon after the first"
    clock.forward(20 * 60)
    do_all(laptop, person_id, mode=Mode.VARIATION, data_set="a")
    assert states(laptop, person_id)[0][2] is SkillState.CAN
    assert len(states(laptop, person_id)) == 1, "only what was tried"
