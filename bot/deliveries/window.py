"""The messages of the last second, over all and by chat: whether one more may start now."""

from collections import deque
from collections.abc import Callable

# Seconds: a little over one, for the way to Telegram does not take each request equally long.
WIDTH = 1.02
CROWDED = 0.05  # seconds until a place is looked for again that nobody has used or given back


class Turn:
    """The right to make one request; it keeps its place until it is used or given back."""

    def __init__(self, give_back: Callable[["Turn"], None]) -> None:
        self._give_back = give_back

    def give_back(self) -> None:
        """Leave the place to somebody else; nothing happens where the turn was used."""
        self._give_back(self)


class Window:
    def __init__(self, places: int, now: Callable[[], float]) -> None:
        """So many messages may start within a second; `now` gives seconds that never go back."""
        self._places = places
        self._now = now
        self._starts: deque[tuple[float, int | None]] = deque()
        self._chats: dict[int, float] = {}  # when each chat was last written to
        self._turns: set[Turn] = set()

    def turn(self) -> Turn:
        """Hold a place for a request that starts soon."""
        turn = Turn(self._turns.discard)
        self._turns.add(turn)
        return turn

    def note(self, chat: int | None) -> None:
        """A message starts now."""
        self._forget()
        self._starts.append((self._now(), chat))
        if chat is not None:
            self._chats[chat] = self._now()

    def wait(self) -> float:
        """Seconds until one more may start; turns that are given out count as if they started."""
        self._forget()
        surplus = len(self._starts) + len(self._turns) - self._places
        if surplus < 0:
            return 0.0
        if surplus >= len(self._starts):
            return CROWDED
        return max(self._starts[surplus][0] + WIDTH - self._now(), 0.0)

    def chat_wait(self, chat: int | None) -> float:
        """Seconds until this chat may be written to."""
        last = self._chats.get(chat) if chat is not None else None
        return 0.0 if last is None else max(last + WIDTH - self._now(), 0.0)

    def _forget(self) -> None:
        while self._starts and self._starts[0][0] + WIDTH <= self._now():
            start, chat = self._starts.popleft()
            if chat is not None and self._chats.get(chat) == start:
                del self._chats[chat]
