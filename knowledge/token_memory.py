"""Keeps the word-piece vectors of the texts met lately, up to a number of word pieces."""

import threading
from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray

TokenVectors = NDArray[np.float16]  # shape (word pieces, dimension), rows of length 1


class TokenMemory:
    """Forgets what was not asked for longest. Thread-safe."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held = 0
        self._vectors: OrderedDict[str, TokenVectors] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, text: str) -> TokenVectors | None:
        """The vectors of a text, None where they are not kept (any more)."""
        with self._lock:
            if text in self._vectors:
                self._vectors.move_to_end(text)
            return self._vectors.get(text)

    def put(self, text: str, vectors: TokenVectors) -> None:
        """Keep the vectors of a text; the oldest go when there are too many."""
        with self._lock:
            self._held += len(vectors) - len(self._vectors.pop(text, ()))
            self._vectors[text] = vectors
            while self._held > self._most:
                _, gone = self._vectors.popitem(last=False)
                self._held -= len(gone)
