"""What tells this machine from a copy of it: the number its system was given at installation."""

import hashlib
import sys
from pathlib import Path

_LINUX = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


def fingerprint(salt: str, machine: str | None = None) -> str:
    """A hash that only this machine has; "" where the system tells no number of its own.

    ``salt`` is random and kept with the hash, so that it names the machine to nobody else.
    """
    number = machine_number() if machine is None else machine
    return hashlib.sha256(f"digitutor\n{salt}\n{number}".encode()).hexdigest() if number else ""


if sys.platform == "win32":
    import winreg

    def machine_number() -> str:
        """The system's number of this machine, "" for none."""
        place = r"SOFTWARE\Microsoft\Cryptography"
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place, 0, access) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""

else:

    def machine_number() -> str:
        """The system's number of this machine, "" for none."""
        for path in _LINUX:
            try:
                if number := path.read_text("ascii").strip():
                    return number
            except (OSError, ValueError):
                continue
        return ""
