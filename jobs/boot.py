"""Which start of the machine this is."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def boot_id(file: Path = BOOT_ID) -> str:
    """The same until the machine goes down; where the system does not tell, every process is a start of its own."""
    try:
        return file.read_text(encoding="ascii").strip()
    except OSError:
        return uuid4().hex
