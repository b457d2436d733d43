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

    def put(self, name: str, value: str) -> None:
        """Save a setting."""
        text = fit_text(f"setting.{name}", value, LONGEST)
        self._database.run(
            'INSERT INTO "setting" ("name", "value") VALUES (?, ?) '
            'ON CONFLICT ("name") DO UPDATE SET "value" = "excluded"."value"',
            [name, text],
        )
