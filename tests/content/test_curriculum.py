"""The curriculum that comes with the program: domain/2 as data."""

import pytest

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.i18n.places import exercises

LANGUAGES = {"fi", "sv", "en"}


@pytest.fixture(scope="module")
def modules():
    return Catalogue(exercises(), Vocabulary(()).problem).modules()


def test_seventeen_modules_in_teaching_order(modules):
    assert " ".join(module.id for module in modules) == (
        "start mouse kbd win files web mail auth safe meet remote sheet design some record "
        "booking eservice"
    )


def test_a_hundred_and_twenty_six_skills_each_once(modules):
    ids = [skill.id for module in modules for skill in module.skills]
    assert len(ids) == len(set(ids)) == 126


def test_everything_has_a_name_in_three_languages(modules):
    for thing in [*modules, *(skill for module in modules for skill in module.skills)]:
        assert set(thing.names) == LANGUAGES
        assert all(name.strip() for name in thing.names.values())


def test_skills_know_their_place_in_outside_frameworks(modules):
    for module in modules:
        for skill in module.skills:
            assert skill.digcomp, skill.id
            assert skill.kapos, skill.id
            assert set(skill.kapos) <= {str(number) for number in range(1021, 1029)}
    assert any(skill.northstar for module in modules for skill in module.skills)


def test_names_of_modules_and_skills_tell_them_apart(modules):
    for language in LANGUAGES:
        names = [module.names[language] for module in modules]
        assert len(set(names)) == len(names)
        for module in modules:
            names = [skill.names[language] for skill in module.skills]
            assert len(set(names)) == len(names), (module.id, language)
