"""The rule of merging once more, as plainly as it can be said: what a set of wire rows adds up to.

Written without a look at how the store does it, so that the two can be compared.
"""

import base64

from digitutor_app.store.values import canonical


class Model:
    """What somebody knows who has seen these rows, in whatever order."""

    def __init__(self, lines=()):
        self.erased = {}
        self.facts = {}
        self.versions = {}
        self.add(lines)

    def copy(self):
        other = Model()
        other.erased, other.facts = dict(self.erased), dict(self.facts)
        other.versions = dict(self.versions)
        return other

    def add(self, lines):
        for line in lines:
            if line["t"] == "erased":
                known = self.erased.get(line["s"])
                if known is None or decision(line) < decision(known):
                    self.erased[line["s"]] = line
            elif "h" in line:
                self.facts.setdefault((line["t"], line["s"], line["id"], line["h"]), line)
            else:
                key = line["t"], line["s"], line["id"]
                if key not in self.versions or self.versions[key]["v"] < line["v"]:
                    self.versions[key] = line
        self._forget()

    def state(self):
        """Everything, as texts that can be compared."""
        known = (self.erased, self.facts, self.versions)
        return {canonical(line) for kind in known for line in kind.values()}

    def _forget(self):
        for kind in (self.facts, self.versions):
            for key in [key for key in kind if key[1] in self.erased]:
                del kind[key]
        gone = self.originals_of_the_erased()
        for key in list(self.facts):
            said = self.facts[key]["p"]
            attempt = {"attempt": key[2], "step_done": said.get("attempt_id")}.get(key[0])
            if (key[1], attempt) in gone:
                del self.facts[key]

    def moves(self):
        """Original (subject, id), where it went (subject, id), and when, of every move."""
        return [
            ((line["s"], line["id"]), (said["moved_to"], said["copy_id"]), said["at"])
            for line in self.facts.values()
            if line["t"] == "withdrawn" and "moved_to" in (said := line["p"])
        ]

    def originals_of_the_erased(self):
        gone = set()
        while True:
            more = {
                original
                for original, copy, _at in self.moves()
                if copy[0] in self.erased or copy in gone
            }
            if more <= gone:
                return gone
            gone |= more

    def shown_attempts(self):
        """Subject, id and sha of every attempt that counts."""
        moves = self.moves()
        winner = {}
        for original, copy, at in moves:
            winner[original] = max(winner.get(original, ("", "")), (at, copy[0]))
        lost = {copy for original, copy, _at in moves if winner[original][1] != copy[0]}
        while more := {copy for original, copy, _at in moves if original in lost} - lost:
            lost |= more
        withdrawn = {(key[1], key[2]) for key in self.facts if key[0] == "withdrawn"}
        return {
            key[1:]
            for key in self.facts
            if key[0] == "attempt" and key[1:3] not in withdrawn and key[1:3] not in lost
        }


def decision(line):
    """The smallest of several decisions about one person is the one that stays."""
    return line["at"], line["by"], base64.b64decode(line["sig"])
