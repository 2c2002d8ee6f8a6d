"""What a child says through its pipe: how far it is, and then its answer; within limits."""

import os
import re
import selectors
import time
from collections.abc import Callable
from typing import IO

Told = Callable[[int, int], None]  # pages read, of how many
_AT_ONCE = 65_536
_MOST_LINES = 10_000  # that say how far it is; a child says it a few times a second
_FAR = re.compile(rb"(\d{1,7}) (\d{1,7})\n")


class TooMuchSaidError(Exception):
    """The child goes on talking: nothing that it reads gives so long an answer."""


class Listener:
    """Hears one child. `seconds` count from here, whatever it says or does not say; at most
    `most_bytes` are taken. `told` hears of pages that rise up to `most_pages`, and of no others:
    so often at most is it called."""

    def __init__(
        self, seconds: float, most_bytes: int, most_pages: int = 0, told: Told | None = None
    ) -> None:
        self._until = time.monotonic() + seconds
        self._most_bytes = most_bytes
        self._most_pages = most_pages
        self._told = told
        self._done = self._lines = 0

    @property
    def left(self) -> float:
        """Seconds that are left, 0 when there are none."""
        return max(0.0, self._until - time.monotonic())

    def hear(self, pipe: IO[bytes]) -> bytes:
        """The answer, when the child has closed its end; raises TimeoutError, TooMuchSaidError."""
        answer, taken = bytearray(), 0
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            # Asked before each piece: one that never stops talking is always ready to be read.
            while (left := self.left) and selector.select(left):
                piece = os.read(pipe.fileno(), _AT_ONCE)
                if not piece:
                    return bytes(answer)
                taken += len(piece)
                if taken > self._most_bytes:
                    raise TooMuchSaidError
                answer += piece
                self._take_progress(answer)
        raise TimeoutError

    def _take_progress(self, answer: bytearray) -> None:
        """Take the lines that say how far it is off the front: the answer begins with a brace."""
        while far := _FAR.match(answer):
            self._lines += 1
            if self._lines > _MOST_LINES:
                raise TooMuchSaidError
            done, whole = int(far[1]), int(far[2])
            del answer[: far.end()]
            if self._told and self._done < done <= whole <= self._most_pages:
                self._done = done
                self._told(done, whole)
