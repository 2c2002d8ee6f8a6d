"""What every process that opens somebody's file is given, and how it ends."""

import contextlib
import os
import signal
import subprocess
from pathlib import Path

import knowledge

ROOT = Path(knowledge.__file__).parents[1]
# The child is told nothing else: no token and no address of a database.
PASSED_ON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")


def environment() -> dict[str, str]:
    """The variables of such a process."""
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def end(child: "subprocess.Popen[bytes]") -> None:
    """Kill what is left of a child, the leader of its group, and of anything it started."""
    if child.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
