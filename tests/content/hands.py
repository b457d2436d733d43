"""Hands for the drafts: they write the rows that the rooms to come will write, and tell what a
room would observe."""

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.nodes import Node, NodeKind


class MailHands:
    """Mail, and the window of the files."""

    def __init__(self, run):
        self.run, self.computer = run, run.computer

    def _do(self, verb, target, **details):
        return self.run.observe(Observation(verb, target, {**details, "by": "pointer"}))

    def open(self, message):
        with self.computer.deed():
            self.computer.book.write("mail.view", {"message": message})
        return self._do("open", f"message:{message}")

    def look_at(self, verb, target):
        return self._do(verb, target)

    def press_save(self, attachment, chosen=""):
        row = {"attachment": attachment, "chosen": chosen}
        with self.computer.deed():
            self.computer.book.write("mail.saving", row)
        return self._do("ask_save", f"attachment:{attachment}")

    def close_dialog(self):
        with self.computer.deed():
            self.computer.book.erase("mail.saving")
        return self._do("close_dialog", "dialog:cancel")

    def save(self, attachment, folder):
        with self.computer.deed():
            self.computer.book.erase("mail.saving")
            self.computer.files.add(
                Node(
                    id=attachment,
                    kind=NodeKind.FILE,
                    parent=folder,
                    base=attachment,
                    ending=".pdf",
                    changed=self.computer.clock.minute_on(),
                )
            )
        return self._do("save", f"attachment:{attachment}", to=folder)

    def show(self, folder):
        """The file manager shows the folder."""
        self.computer.windows.open(f"files:{folder}")
        return self._do("open", f"folder:{folder}")

    def move(self, attachment, folder):
        self.computer.files.move([attachment], folder)
        return self._do("move", f"file:{attachment}", to=folder)
