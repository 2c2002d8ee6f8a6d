"""What is kept of word-piece vectors, and what is forgotten first."""

import numpy as np

from knowledge.token_memory import TokenMemory


def pieces(count: int) -> np.ndarray:
    return np.full((count, 2), count, np.float16)


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    memory = TokenMemory(5)
    memory.put("old", pieces(2))
    memory.put("new", pieces(2))
    memory.get("old")
    memory.put("newest", pieces(3))
    assert [memory.get(text) is not None for text in ("old", "new", "newest")] == [
        True,
        False,
        True,
    ]


def test_text_put_twice_is_counted_once() -> None:
    memory = TokenMemory(4)
    memory.put("same", pieces(2))
    memory.put("same", pieces(2))
    memory.put("other", pieces(2))
    assert np.array_equal(memory.get("same"), pieces(2))


def test_text_larger_than_the_memory_is_not_kept() -> None:
    memory = TokenMemory(1)
    memory.put("long", pieces(2))
    assert memory.get("long") is None
