"""The kinds of faults, and the words in which Telegram refuses."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rehearsal.errors import UNAUTHORIZED, ApiError, ControlError, bad_request, forbidden, slow_down


class Kind(StrEnum):
    """What can happen to a request.

    Not carried out, and answered: ``slow-down`` to ``bad-gateway``. Not carried out and never
    answered: ``hang``, ``reset``. Carried out and never answered: ``hang-after``, ``lost``.
    ``slow`` is carried out at once and answered late. ``refused`` is for those who come later:
    the request that draws it is answered, and behind it the port is shut.
    """

    SLOW_DOWN = "slow-down"
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NO_CHAT = "no-chat"
    UNPARSABLE = "unparsable"
    TOO_LONG = "too-long"
    UNAUTHORIZED = "unauthorized"
    BAD_GATEWAY = "bad-gateway"
    HANG = "hang"
    RESET = "reset"
    HANG_AFTER = "hang-after"
    LOST = "lost"
    SLOW = "slow"
    REFUSED = "refused"


# In place of a method's name: all that put a message into a chat, or every method.
SENDING, EVERY = "sending", "every"
# The same for all requests to one chat, because they say something of the chat or its text.
PERMANENT = (Kind.BLOCKED, Kind.DEACTIVATED, Kind.NO_CHAT, Kind.UNPARSABLE, Kind.TOO_LONG)
# How long those last that nobody gave a length.
SECONDS = {
    Kind.SLOW_DOWN: 3.0,
    Kind.HANG: 30.0,
    Kind.HANG_AFTER: 30.0,
    Kind.SLOW: 1.0,
    Kind.REFUSED: 1.0,
}
_REFUSALS = {
    Kind.BLOCKED: forbidden("bot was blocked by the user"),
    Kind.DEACTIVATED: forbidden("user is deactivated"),
    Kind.NO_CHAT: bad_request("chat not found"),
    Kind.UNPARSABLE: bad_request(
        'can\'t parse entities: Unsupported start tag "fault" at byte offset 0'
    ),
    Kind.TOO_LONG: bad_request("message is too long"),
    Kind.UNAUTHORIZED: UNAUTHORIZED,
}
_SENDING_METHODS = {
    "sendmessage",
    "senddocument",
    "sendphoto",
    "sendmediagroup",
    "sendlocation",
    "sendvenue",
    "copymessage",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What a request meets; ``seconds`` is its length, or what is told to wait."""

    kind: Kind
    seconds: float = 0.0

    @property
    def refusal(self) -> ApiError | None:
        """Telegram's answer, for the kinds that have one in JSON."""
        if self.kind is Kind.SLOW_DOWN:
            return slow_down(round(self.seconds))
        known = _REFUSALS.get(self.kind)
        # A new one each time: a raised error keeps where it was raised.
        return ApiError(known.code, known.description) if known else None


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a request decides about its fault. ``method`` is in small letters."""

    method: str
    chat_id: str = ""
    is_parsed: bool = False

    @classmethod
    def read(cls, method: str, values: Mapping[str, object]) -> "Asked":
        return cls(method.lower(), str(values.get("chat_id", "")), bool(values.get("parse_mode")))

    def is_meant_by(self, method: str) -> bool:
        if method == SENDING:
            return self.method in _SENDING_METHODS
        return method in (EVERY, self.method)


def read_kind(name: str) -> Kind:
    """Raises ControlError, naming the kinds, where there is no such one."""
    try:
        return Kind(name)
    except ValueError:
        known = ", ".join(Kind)
        raise ControlError(f"There is no fault “{name}”; there are: {known}.") from None
