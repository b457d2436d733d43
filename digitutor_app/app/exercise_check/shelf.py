"""One exercise folder, wherever it lies, on a shelf of its own with the program's modules."""

import re
import shutil
import tempfile
import tomllib
from pathlib import Path

from digitutor_app.app.exercise_check.case import UnsoundError
from digitutor_app.content import exercise_file, modules
from digitutor_app.i18n import _
from digitutor_app.i18n.places import exercises

_ID = re.compile(r"([a-z][a-z0-9_]*)-([0-9]+)")


class Shelf:
    """A folder like ``exercises`` that holds all modules and the one exercise; ``close`` when done.

    Raises UnsoundError with a sentence when the folder is no exercise of a known module.
    """

    def __init__(self, folder: Path) -> None:
        self.exercise_id = _id_in(folder)
        module, _dash, number = self.exercise_id.rpartition("-")
        here = folder.resolve()
        name = here.name if here.name.startswith(f"{number}_") else f"{number}_{here.name}"
        if here.parent.parent == exercises().resolve() and here != exercises() / module / name:
            wrong = _(
                'Kansio on {folder}, mutta sen tunnus on "{id}": niiden pitää vastata toisiaan.'
            )
            raise UnsoundError(wrong.format(folder=folder, id=self.exercise_id))
        self._folder = tempfile.TemporaryDirectory()
        self.root = Path(self._folder.name)
        self.copy = self.root / module / name
        for file in exercises().glob(f"*/{Path(modules.FILE).stem}.*toml"):
            there = self.root / file.parent.name / file.name
            there.parent.mkdir(exist_ok=True)
            shutil.copy(file, there)
        self.copy.mkdir()
        for file in here.glob("*.toml"):
            shutil.copy(file, self.copy)

    def close(self) -> None:
        self._folder.cleanup()


def _id_in(folder: Path) -> str:
    """The id that exercise.toml gives; its module must be one of the program's."""
    file = folder / exercise_file.FILE
    if not folder.is_dir():
        raise UnsoundError(_("Kansiota {folder} ei löydy.").format(folder=folder))
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        missing = _("Kansiossa {folder} ei ole tiedostoa {file}.")
        raise UnsoundError(missing.format(folder=folder, file=file.name)) from None
    except OSError as error:
        closed = _("Tiedosto {file} ei avaudu: {error}")
        raise UnsoundError(closed.format(file=file, error=error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        broken = _("Tiedosto {file} ei ole oikeaa TOML-kieltä: {error}")
        raise UnsoundError(broken.format(file=file, error=error)) from error
    given = table.get("id")
    found = _ID.fullmatch(given) if isinstance(given, str) else None
    if found is None:
        wanted = _('Tiedostossa {file} pitää olla tunnus, esimerkiksi id = "files-97".')
        raise UnsoundError(wanted.format(file=file))
    if not (exercises() / found[1] / modules.FILE).is_file():
        known = ", ".join(sorted(f.parent.name for f in exercises().glob(f"*/{modules.FILE}")))
        unknown = _('Tiedosto {file}: moduulia "{module}" ei ole. Moduulit ovat: {known}.')
        raise UnsoundError(unknown.format(file=file, module=found[1], known=known))
    return str(given)
