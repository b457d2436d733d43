"""Start rows of boards for the tests."""

LAMPS = {
    "kind": "lamps",
    "lamps": [
        {"id": "hall", "at": [0, 0], "size": 96},
        {"id": "bath", "at": [1000, 0], "size": 64},
        {"id": "yard", "at": [500, 1000], "size": 64},
    ],
}
BELLS = {
    "kind": "bells",
    "bells": [{"id": "room_1"}, {"id": "room_2", "size": 64}, {"id": "room_3", "size": 44}],
}
SORT = {
    "kind": "sort",
    "items": [{"id": "towel", "kind": "towel"}, {"id": "sheet", "kind": "sheet"}],
    "zones": [
        {"id": "towels", "kind": "trolley", "takes": ["towel"]},
        {"id": "sheets", "kind": "trolley", "takes": ["sheet"]},
    ],
}
LIST = {
    "kind": "list",
    "rows": [{"id": f"row_{n}", "words": ["you", f"row_{n}"]} for n in range(42)],
    "goal": "row_30",
    "back_to": "top",
}
SHAPES = {
    "kind": "shapes",
    "shapes": [{"id": "link", "shape": "hand"}, {"id": "field", "shape": "text"}],
}
NAMES = {
    "hall": "Käytävä",
    "bath": "Kylpyhuone",
    "yard": "Piha",
    **{f"room_{n}": f"Huone {n}" for n in (1, 2, 3)},
    "towel": "Pyyhe",
    "sheet": "Lakana",
    "towels": "Pyyhevaunu",
    "sheets": "Lakanavaunu",
    "you": "Sinä",
    **{f"row_{n}": f"vuoro {n}" for n in range(42)},
    "link": "Linkki",
    "field": "Kenttä",
}
