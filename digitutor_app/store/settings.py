"""Settings of this laptop, by name; they never travel."""

from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.values import fit_text

LONGEST = 64_000


class Settings:
    """Small texts by name."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def get(self, name: str, default: str = "") -> str:
        """The setting, or the default where it was never put."""
        found = self._database.first('SELECT "value" FROM "setting" WHERE "name" = ?', [name])
        return str(found[0]) if found else default

    def starting(self, prefix: str) -> dict[str, str]:
        """Every setting whose name begins so, by the rest of its name."""
        found = self._database.rows(
            'SELECT "name", "value" FROM "setting" WHERE substr("name", 1, ?) = ? ORDER BY "name"',
            [len(prefix), prefix],
        )
        return {name[len(prefix) :]: value for name, value in found}

    def forget(self, prefix: str) -> None:
        """Forget every setting whose name begins so."""
        self._database.run(
            'DELETE FROM "setting" WHERE substr("name", 1, ?) = ?', [len(prefix), prefix]
        )

    def put(self, name: str, value: str) -> None:
        """Save a setting."""
        text = fit_text(f"setting.{name}", value, LONGEST)
        self._database.run(
            'INSERT INTO "setting" ("name", "value") VALUES (?, ?) '
            'ON CONFLICT ("name") DO UPDATE SET "value" = "excluded"."value"',
            [name, text],
        )
