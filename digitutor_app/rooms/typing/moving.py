"""Where a key of the picture leads the caret; a real key is understood by the field itself."""


def moved(text: str, caret: int, key: str) -> int:
    """The place of the caret after the key: left, right, up, down, home, end (of the line)."""
    begin = text.rfind("\n", 0, caret) + 1
    end = text.find("\n", caret)
    end = len(text) if end < 0 else end
    if key == "up" and begin:
        above = text.rfind("\n", 0, begin - 1) + 1
        return min(above + caret - begin, begin - 1)
    if key == "down" and end < len(text):
        below = text.find("\n", end + 1)
        return min(end + 1 + caret - begin, len(text) if below < 0 else below)
    places = {
        "left": max(0, caret - 1),
        "right": min(len(text), caret + 1),
        "home": begin,
        "end": end,
    }
    return places.get(key, caret)
