"""A page of a PDF as a picture with a passage boxed; the file is opened in a process of its own."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterable
from threading import Thread

from knowledge.papers import Box
from knowledge.reading.limits import Limits
from knowledge.reading.listening import Listener, TooMuchSaidError
from knowledge.reading.processes import end, environment

# Drawing one page takes a fraction of what reading a file may: a tap waits for it.
LIMITS = Limits(seconds=10, memory_mib=768)
_MOST_BYTES = 10_000_000  # in a photo; core.telegram.org/bots/api#sendphoto


def draw_page(
    data: bytes, page: int, boxes: Iterable[Box], limits: Limits = LIMITS
) -> bytes | None:
    """A page of a PDF (counted from 1) as PNG, or JPEG where that is too big for a photo, with
    those of the `boxes` that are on it marked. Blocks for at most `limits.seconds` and a moment.

    None for what cannot be drawn within the limits; never raises for what is in the file.
    """
    marked = [(b.left, b.bottom, b.right, b.top) for b in boxes if b.page == page]
    return _drawn(data, page, json.dumps(marked), limits) or None


def _drawn(data: bytes, page: int, boxes: str, limits: Limits) -> bytes | None:
    # Through a pipe: no copy of a paper is left in a file if the bot is killed here.
    listener = Listener(limits.seconds, _MOST_BYTES)
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        _command(page, boxes, limits),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        start_new_session=True,
    ) as child:
        feeding = Thread(target=_feed, args=(child, data), daemon=True)
        feeding.start()
        try:
            picture = listener.hear(child.stdout) if child.stdout else b""
            child.wait(listener.left)
        except (TimeoutError, TooMuchSaidError, subprocess.TimeoutExpired):
            return None
        finally:
            end(child)
            feeding.join()
    return picture if child.returncode == 0 else None


def _feed(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    """Hand the file over; a child that takes none of it is ended by the one that listens."""
    with contextlib.suppress(OSError):
        if child.stdin:
            child.stdin.write(data)
            child.stdin.close()


def _command(page: int, boxes: str, limits: Limits) -> list[str]:
    # -P keeps the working directory off the import path, so that no stray file there is run.
    return [
        *(sys.executable, "-P", "-m", "knowledge.page_drawing"),
        *("--seconds", str(limits.seconds), "--memory-mib", str(limits.memory_mib)),
        *("--page", str(page), "--boxes", boxes),
    ]
