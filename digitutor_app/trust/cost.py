"""What a guess at a passphrase costs: how hard Argon2id works on this machine."""

import os
import sys
from dataclasses import dataclass

MIB = 1024 * 1024
# Half of a machine's memory would make it stand still; below this one the small cost is used.
SMALL_MACHINE = 6 * 1024 * MIB


@dataclass(frozen=True, slots=True)
class Cost:
    """Passes and bytes of memory for one derivation (design, data 4.3)."""

    passes: int
    memory: int

    def sane(self) -> bool:
        """Whether we would do this much work for a file that somebody may have tampered with."""
        return 1 <= self.passes <= 16 and 8 * 1024 <= self.memory <= 1024 * MIB


FULL = Cost(3, 256 * MIB)
SMALL = Cost(3, 64 * MIB)


def cost_here() -> Cost:
    """The full cost, or the small one on a machine with little memory."""
    known = machine_memory()
    return FULL if known is None or known >= SMALL_MACHINE else SMALL


if sys.platform == "win32":
    import ctypes

    class _MemoryStatus(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_uint32),
            ("load", ctypes.c_uint32),
            ("physical", ctypes.c_uint64),
            ("free", ctypes.c_uint64),
            ("page_file", ctypes.c_uint64),
            ("page_file_free", ctypes.c_uint64),
            ("virtual", ctypes.c_uint64),
            ("virtual_free", ctypes.c_uint64),
            ("extended_free", ctypes.c_uint64),
        )

    def machine_memory() -> int | None:
        """The machine's memory in bytes, or None where it cannot be told."""
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
            return None
        return int(status.physical)

else:

    def machine_memory() -> int | None:
        """The machine's memory in bytes, or None where it cannot be told."""
        try:
            return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        except (ValueError, OSError):
            return None
