"""How much time, memory, bytes and pages the reading of one file may take."""

import os
import resource
from dataclasses import dataclass

MIB = 1024 * 1024
_STEPS_BACK = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one file: wall-clock and CPU seconds, MiB of address space and of file, pages.

    A file has to end within 60 seconds and 1 GiB: starting, killing and the parent need the rest.
    """

    seconds: float = 45
    memory_mib: int = 768
    file_mib: int = 20
    pages: int = 5000


DEFAULT = Limits()


def limit_myself(limits: Limits) -> None:
    """Bind this process to its memory and CPU limits, for good; it also leaves no core dump.

    It also steps back behind the bot, which answers people meanwhile.
    """
    os.nice(_STEPS_BACK)
    memory = limits.memory_mib * MIB
    seconds = int(limits.seconds) + 1
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        ceiling = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (ceiling, ceiling))
