"""What a hand points at, by its verb."""

import pytest

from digitutor_app.domain.exercise import Action


@pytest.mark.parametrize(
    ("action", "where", "targets"),
    [
        (Action("click", "file:plan"), "file:plan", {"file:plan"}),
        (
            Action("drag", "file:plan", {"to": "tree:forms"}),
            "file:plan",
            {"file:plan", "tree:forms"},
        ),
        (Action("key", "Ctrl+X", {"on": "file:plan"}), "file:plan", {"file:plan"}),
        (Action("key", "Ctrl+V"), "", set()),
        (Action("type", "field:name", {"text": "plan"}), "field:name", {"field:name"}),
        (Action("type", "", {"text": "plan"}), "", set()),
    ],
)
def test_a_key_is_no_place_but_what_it_is_pressed_on(action, where, targets):
    assert action.where == where
    assert action.targets == targets
