"""The words people see: Finnish in the code, other languages from catalogues.

>>> from digitutor_app.i18n import _, ngettext
>>> _("Hei, {name}").format(name="Aino")
'Hei, Aino'
>>> ngettext("{count} tehtävä", "{count} tehtävää", 2).format(count=2)
'2 tehtävää'
"""

from pathlib import Path

from digitutor_app.i18n.languages import MASTER, Speech, available, own_name

__all__ = ["MASTER", "N_", "_", "available", "current", "ngettext", "own_name", "use"]

_speech = Speech()


def _(message: str) -> str:
    """The text in the running language. Call it when showing, never at import."""
    return _speech.text(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for this many, in the running language; ``count`` is not put into it."""
    return _speech.counted(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - the name that every extraction tool knows
    """Mark a text for translators and leave it as it is; ``_`` translates it when shown."""
    return message


def use(language: str, folder: Path | None = None) -> None:
    """Speak this language from now on; what is already on the screen does not change by itself.

    ``folder`` stands in for resources/languages. Raises MissingLanguageError, and then the
    language stays what it was.
    """
    _speech.switch(language, folder)


def current() -> str:
    """The code of the running language; "fi" until somebody switches."""
    return _speech.code
