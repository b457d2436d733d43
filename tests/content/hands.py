"""Hands for the drafts: they write the rows that the rooms to come will write, and tell what a
room would observe."""

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.nodes import Node, NodeKind


class TypingHands:
    """Fields with texts."""

    def __init__(self, run):
        self.run, self.book = run, run.computer.book

    def _words(self, text):
        return self.run.computer.words.names.get(text, text)

    def _row(self, field):
        begun = {"text": self._words(f"{field}_given"), "caret": -1, "selected": False}
        return {**begun, **(self.book.row(f"typing.field:{field}") or {})}

    def put_caret(self, field, place):
        row = self._row(field)
        self.book.write(f"typing.field:{field}", {**row, "caret": place, "selected": False})
        return self.run.observe(Observation("caret", f"field:{field}", {"by": "pointer"}))

    def select(self, field):
        row = self._row(field)
        self.book.write(f"typing.field:{field}", {**row, "selected": True})
        return self.run.observe(Observation("select", f"field:{field}", {"by": "pointer"}))

    def key(self, field, key):
        row = self._row(field)
        text, caret = row["text"], row["caret"]
        begin, end = (caret - 1, caret) if key == "Backspace" else (caret, caret + 1)
        if row["selected"]:
            begin, end = 0, len(text)
        left = text[: max(begin, 0)] + text[end:]
        with self.run.computer.deed():
            new = {"text": left, "caret": max(begin, 0), "selected": False}
            self.book.write(f"typing.field:{field}", new)
        details = {"key": key, "changed": left != text, "by": "keys"}
        return self.run.observe(Observation("key", f"field:{field}", details))


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
