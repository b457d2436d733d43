"""A note beside a store in which damage was found while it was open, for the next start."""

from pathlib import Path

_MARK = ".damaged"


def note_damage(path: Path) -> None:
    """Note that the store is damaged, though it may still open."""
    _mark(path).touch(0o600)


def forget_damage(path: Path) -> None:
    """A sound store is in its place."""
    _mark(path).unlink(missing_ok=True)


def damage_noted(path: Path) -> bool:
    """Whether damage was found that nothing has mended yet."""
    return _mark(path).exists()


def _mark(path: Path) -> Path:
    return path.with_name(path.name + _MARK)
