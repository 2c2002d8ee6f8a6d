"""The faults that the bot's requests meet: the next ones on demand, or a share of all by seed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from rehearsal.errors import ControlError
from rehearsal.fault_kinds import SECONDS, SENDING, Asked, Fault, Kind, read_kind
from rehearsal.fault_plan import FaultPlan


class Door(Protocol):
    """The port of the Bot API: shut, nobody listens there and connections are refused."""

    def shut(self, seconds: float) -> None: ...

    def reopen(self) -> None: ...

    async def wait_until_open(self) -> None: ...


class Faults:
    """What happens to whom, and until when the bot was told to wait.

    ``clock`` gives Unix time in seconds; ``door`` is there while a server runs.
    ``wait_until`` is the Unix time until which the bot was told to wait; 0 when it never was.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._orders: list[_Order] = []
        self._plan: FaultPlan | None = None
        self.door: Door | None = None
        self.wait_until = 0.0

    def fault(
        self,
        kind: str,
        method: str = "sendMessage",
        chat_id: int | None = None,
        times: int | None = 1,
        seconds: float | None = None,
        after: int = 0,
    ) -> None:
        """The next ``times`` requests meet a fault, once ``after`` matching ones have passed.

        ``times`` None means all of them until ``clear_faults``. ``method`` is a method's name,
        SENDING or EVERY; ``chat_id`` None means any chat. ``seconds`` is what is told to wait,
        how long a hang lasts at most, how late a slow answer is, or how long nobody listens.
        ``refused`` takes nothing away: the port is shut at once, or behind the answer to the
        request number ``after``. Raises ControlError for what makes no sense.
        """
        given = read_kind(kind)
        length = SECONDS.get(given, 0.0) if seconds is None else seconds
        if length < 0 or after < 0 or (times is not None and times < 1):
            raise ControlError("A fault needs seconds and a number of requests above 0.")
        if given is Kind.SLOW_DOWN:
            length = max(ceil(length), 1)  # Telegram tells whole seconds
        chat = "" if chat_id is None else str(chat_id)
        order = _Order(Fault(given, length), method.lower(), chat, times, after)
        if given is Kind.REFUSED:
            self._order_outage(order)
        else:
            self._orders.append(order)

    def fault_plan(
        self,
        seed: int,
        shares: Mapping[str, float],
        method: str = "sendMessage",
        retry_after: tuple[int, int] = (1, 30),
        seconds: Mapping[str, float] | None = None,
    ) -> None:
        """Each matching request draws its fault; ``shares`` are the shares of the kinds, 0 to 1.

        A kind that says something of the chat is the same for all its requests. ``retry_after``
        is the least and the most that a ``slow-down`` asks for, ``seconds`` the lengths of the
        others by kind. The same seed gives each chat the same faults in the same order.
        """
        kinds = {read_kind(kind): share for kind, share in shares.items()}
        lengths = SECONDS | {read_kind(kind): length for kind, length in (seconds or {}).items()}
        self._plan = FaultPlan(seed, kinds, method.lower(), retry_after, lengths)

    def clear_faults(self) -> None:
        """From now on nothing goes wrong; a shut port is opened."""
        self._orders.clear()
        self._plan = None
        if self.door is not None:
            self.door.reopen()

    def meet(self, method: str, values: Mapping[str, object]) -> Fault | None:
        """The fault of a request that has come; None for most."""
        if not self._orders and self._plan is None:
            return None
        asked = Asked.read(method, values)
        drawn = self._plan.draw(asked) if self._plan else None
        fault = self._ordered(asked, drawn)
        if fault is not None and fault.kind is Kind.SLOW_DOWN:
            self.wait_until = max(self.wait_until, self._clock() + fault.seconds)
        return fault

    def early(self, method: str) -> float:
        """How many seconds too early a message is sent that comes now; 0 when it is not."""
        is_sending = Asked(method.lower()).is_meant_by(SENDING)
        return max(self.wait_until - self._clock(), 0.0) if is_sending else 0.0

    def shut(self, seconds: float) -> None:
        """Nobody listens for so long. Raises ControlError where no server runs."""
        if self.door is None:
            raise ControlError("There is no server whose port could be shut.")
        self.door.shut(seconds)

    def _order_outage(self, order: "_Order") -> None:
        if order.times != 1:
            raise ControlError("The port is shut once for each order: leave out the times.")
        if order.after == 0:
            self.shut(order.fault.seconds)
        else:
            order.after -= 1
            self._orders.append(order)

    def _ordered(self, asked: Asked, drawn: Fault | None) -> Fault | None:
        """A slow answer is for those that nothing else happens to."""
        due = [order for order in self._orders if order.is_due(asked)]
        sharp = next((order for order in due if order.fault.kind is not Kind.SLOW), None)
        if sharp is None and drawn is not None:
            return drawn
        chosen = sharp or next(iter(due), None)
        if chosen is None:
            return None
        if chosen.is_last_time():
            self._orders.remove(chosen)
        return chosen.fault


@dataclass(slots=True, eq=False)
class _Order:
    """A fault for the next requests that match."""

    fault: Fault
    method: str
    chat_id: str
    times: int | None
    after: int

    def is_due(self, asked: Asked) -> bool:
        is_meant = asked.is_meant_by(self.method) and self.chat_id in ("", asked.chat_id)
        if not is_meant or (self.fault.kind is Kind.UNPARSABLE and not asked.is_parsed):
            return False
        self.after -= 1
        return self.after < 0

    def is_last_time(self) -> bool:
        if self.times is not None:
            self.times -= 1
        return self.times == 0
