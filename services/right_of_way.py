"""Answers go first: long work for papers lets them pass between its pieces, for a bounded time."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

PIECE = 0.01  # seconds that work goes on before it looks whether somebody waits for an answer
PATIENCE = 0.1  # seconds that it waits for them then, at most: an answer takes half of that


class RightOfWay:
    """Python runs one thread at a time, and an answer asks for its turn some hundred times: beside
    work on a paper each of them costs it. So that work makes way, and takes ten times as long at
    most. Thread-safe."""

    def __init__(self, piece: float = PIECE, patience: float = PATIENCE) -> None:
        self._piece = piece
        self._patience = patience
        self._changed = threading.Condition()
        self._answering = 0
        self._own = threading.local()  # how much this thread answers; until when it need not look

    @contextmanager
    def taken(self) -> Iterator[None]:
        """While something is answered; in this thread nothing gives way meanwhile."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def give(self) -> None:
        """Wait until nothing is answered, but not for long; not at all in a thread that answers,
        or on whose work answers wait. Cheap, to be called as often as one likes."""
        own = self._own.__dict__
        if own.get("answers") or time.monotonic() < own.get("until", 0.0):
            return
        with self._changed:
            self._changed.wait_for(lambda: not self._answering, self._patience)
        own["until"] = time.monotonic() + self._piece

    def _count(self, change: int) -> None:
        self._own.answers = self._own.__dict__.get("answers", 0) + change
        with self._changed:
            self._answering += change
            self._changed.notify_all()
