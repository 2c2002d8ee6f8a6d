"""The parent's side: a fresh, limited process reads the file, and whatever befalls it is told."""

import signal
import subprocess
import sys
from pathlib import Path

from knowledge.papers import Reading
from knowledge.reading import refusals
from knowledge.reading.limits import DEFAULT, MIB, Limits
from knowledge.reading.listening import Listener, Told, TooMuchSaidError
from knowledge.reading.processes import end, environment
from knowledge.reading.wire import MOST_BYTES, from_json

# How a child ends at its limits: the system kills it, or pdfium gives up for want of memory.
_SLOW = {-signal.SIGXCPU, -signal.SIGKILL}
_FULL = {-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL}


def read_file(
    path: Path, limits: Limits = DEFAULT, told: Told = lambda _done, _whole: None
) -> Reading:
    """Read one file in a child process; blocks for at most `limits.seconds` and a moment.

    `told` hears meanwhile how many pages are read, of how many; not for kinds without pages.
    Never raises for what is in the file: every file ends in one Outcome, with a reason if not OK.
    """
    try:
        size = path.stat().st_size
    except OSError:
        return refusals.missing().as_reading()
    if not path.is_file():
        return refusals.missing().as_reading()
    if size > limits.file_mib * MIB:
        return refusals.too_big(limits.file_mib).as_reading()
    return _in_child(path.resolve(), limits, told)


def _in_child(path: Path, limits: Limits, told: Told) -> Reading:
    listener = Listener(limits.seconds, MOST_BYTES, limits.pages, told)
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        _command(path, limits),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        start_new_session=True,
    ) as child:
        try:
            output = _heard(child, listener)
        except (TimeoutError, subprocess.TimeoutExpired):
            return refusals.too_slow(limits.seconds).as_reading()
        except TooMuchSaidError:
            return refusals.too_much_text().as_reading()
        finally:
            end(child)
    return _told(output, child.returncode, limits)


def _heard(child: "subprocess.Popen[bytes]", listener: Listener) -> bytes:
    output = listener.hear(child.stdout) if child.stdout else b""
    child.wait(listener.left)
    return output


def _command(path: Path, limits: Limits) -> list[str]:
    # -P keeps the working directory off the import path, so that no stray file there is run.
    return [
        *(sys.executable, "-P", "-m", "knowledge.reading"),
        *("--seconds", str(limits.seconds), "--memory-mib", str(limits.memory_mib)),
        *("--file-mib", str(limits.file_mib), "--pages", str(limits.pages)),
        *("--progress", "--", str(path)),
    ]


def _told(output: bytes, code: int, limits: Limits) -> Reading:
    if code in _SLOW:
        return refusals.too_slow(limits.seconds).as_reading()
    if code in _FULL:
        return refusals.too_much_memory().as_reading()
    try:
        return from_json(output.decode("utf-8"))
    except ValueError:
        return refusals.damaged().as_reading()
