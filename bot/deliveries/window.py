"""The messages of the last second, over all and by chat: whether one more may start now."""

import math
from collections import deque
from collections.abc import Callable

# Seconds: a little over one, for the way to Telegram does not take each request equally long.
WIDTH = 1.005
# Seconds for which a chat that is just being answered is left alone. Whoever asks on and on gets an
# announcement all the same: Telegram allows a short burst.
PUT_OFF = 5.0
FORGOTTEN = 60.0  # seconds after which a chat that was left alone is not remembered as such
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
        self._broadcast: dict[int, float] = {}  # the same, by the courier alone
        self._put_off: dict[int, float] = {}  # since when the courier lets answers go first
        self._turns: set[Turn] = set()

    def turn(self) -> Turn:
        """Hold a place for a request that starts soon."""
        turn = Turn(self._turns.discard)
        self._turns.add(turn)
        return turn

    def note(self, chat: int | None, is_broadcast: bool) -> None:
        """A message starts now; `is_broadcast`: it is the courier's."""
        self._forget()
        self._starts.append((self._now(), chat))
        if chat is None:
            return
        self._chats[chat] = self._now()
        if is_broadcast:
            self._broadcast[chat] = self._now()
            self._put_off.pop(chat, None)

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
        """Seconds until the courier may write to this chat."""
        if chat is None or chat not in self._chats:
            return 0.0
        put_off = self._now() - self._put_off.setdefault(chat, self._now())
        spoken = self._broadcast if put_off >= PUT_OFF else self._chats
        return max(spoken.get(chat, -math.inf) + WIDTH - self._now(), 0.0)

    def _forget(self) -> None:
        while self._starts and self._starts[0][0] + WIDTH <= self._now():
            start, chat = self._starts.popleft()
            for spoken in (self._chats, self._broadcast):
                if chat is not None and spoken.get(chat) == start:
                    del spoken[chat]
        late = self._now() - FORGOTTEN
        for chat in [chat for chat, since in self._put_off.items() if since < late]:
            del self._put_off[chat]
