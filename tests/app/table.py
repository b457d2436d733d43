"""A laptop on a table, a person at it, and a stick that somebody puts in and pulls out."""

from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import written_sheet
from digitutor_app.screens.learner.start import StartScreen
from tests.app.person import Person
from tests.exchange.stick.makers import TUTOR, a_sheet


class Table:
    """``roots`` is where the program looks for sticks, ``root`` where this one is mounted."""

    def __init__(self, qtbot, program, roots, root):
        self._qtbot, self.program, self._roots = qtbot, program, roots
        self.stick = Stick(root)
        if not self.stick.has_workshop:
            root.mkdir(exist_ok=True)
            self.write()
        self.person = Person(program.window)

    def write(self, key=TUTOR, **changes):
        self.stick.prepare(written_sheet(a_sheet(**changes), key))

    def put_in(self):
        self._roots.append(self.stick.root)

    def pull_out(self):
        self._roots.clear()

    def until(self, said):
        """Wait until the laptop has looked and this holds."""

        def holds():
            if self.program.house is not None:
                self.program.house.stick.look()
            return said()

        self._qtbot.waitUntil(holds, timeout=30_000)

    def settle(self):
        """The laptop has looked, and has done all that it does then."""
        for _step in ("look", "ask", "deliver"):
            self.program.house.stick.look()
            self._qtbot.waitUntil(lambda: not self.program.house.stick.looking, timeout=30_000)
            self.rest()

    def rest(self):
        """What was being done beside the screen has been done."""
        done = []
        self.program.house.parts.background.run(list, done.append, done.append)
        self._qtbot.waitUntil(lambda: bool(done), timeout=30_000)

    def sees(self, words):
        self.until(lambda: words in self.person.sees())

    def on(self, kind):
        self.until(lambda: isinstance(self.person.page, kind))

    def delivered(self):
        return sorted(self.stick.bundles.rglob("*.wb1"))

    def join(self):
        """Join, and take the stick out again."""
        self.put_in()
        self.sees("Työpajan tikku on paikallaan")
        self.person.press("Liity työpajaan")
        self.sees("Voit ottaa tikun irti")
        self.pull_out()
        self.on(StartScreen)
