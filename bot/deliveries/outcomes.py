"""What an error of Telegram or of the network says about a delivery; pure.

The order matters: in python-telegram-bot 22 both BadRequest and TimedOut are NetworkError, and
401 and 404 are InvalidToken.
"""

from dataclasses import dataclass
from enum import StrEnum

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.deliveries.pace import TooEarly
from bot.patience import NOT_SENT
from meeting.delivery import Action, Event

# Telegram's own words, in small letters; it changes their case from time to time.
DEACTIVATED = "deactivated"
NO_CHAT = ("chat not found", "peer_id_invalid", DEACTIVATED)
UNPARSABLE = "can't parse entities"
# What was to be done is done: the text stands there already, or the person deleted the copy.
DONE = {
    Action.SEND: (),
    Action.EDIT: ("message is not modified", "message to edit not found"),
    Action.DELETE: ("message to delete not found",),
}
UNDELETABLE = "message can't be deleted"
CONFLICT_SECONDS = 10.0


class Then(StrEnum):
    """What the courier does next with the same message: nothing, once more without bold and
    italic, strike it through, or stop for good because the token is refused."""

    NOTHING = "nothing"
    PLAIN = "plain"
    STRIKE = "strike"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an attempt. `reason` is for organisers: Telegram's words or a name, never
    anybody's text. `wait`: seconds until this delivery may be tried again, where that is known.
    `is_ours`: nothing that Telegram did, but a mistake of this program."""

    event: Event
    reason: str = ""
    then: Then = Then.NOTHING
    message_id: int | None = None
    wait: float = 0.0
    is_ours: bool = False


def of_error(error: Exception, action: Action) -> Outcome:
    """What an error says about a request that was to do `action`."""
    if isinstance(error, TooEarly):
        return Outcome(Event.POSTPONED, wait=error.seconds)
    if isinstance(error, RetryAfter):
        return Outcome(Event.POSTPONED, "slow down")
    if isinstance(error, Forbidden):
        return Outcome(_forbidden(error), _words(error))
    if isinstance(error, ChatMigrated):  # groups only
        return Outcome(Event.REFUSED, _words(error))
    if isinstance(error, BadRequest):
        return _bad_request(error, action)
    if isinstance(error, InvalidToken):
        return Outcome(Event.POSTPONED, "the token is refused", Then.STOP)
    if isinstance(error, Conflict):  # another process is in the way; nothing was done
        return Outcome(Event.POSTPONED, _words(error), wait=CONFLICT_SECONDS)
    if isinstance(error, NetworkError):
        return _network(error)
    if isinstance(error, TelegramError):  # an answer that is none: it may have been a yes
        return Outcome(Event.DOUBT, type(error).__name__)
    return Outcome(Event.REFUSED, type(error).__name__, is_ours=True)


def _forbidden(error: Forbidden) -> Event:
    return Event.GONE if DEACTIVATED in error.message.lower() else Event.BLOCKED


def _bad_request(error: BadRequest, action: Action) -> Outcome:
    words = error.message.lower()
    if any(phrase in words for phrase in NO_CHAT):
        return Outcome(Event.GONE, _words(error))
    if any(phrase in words for phrase in DONE[action]):
        return Outcome(Event.ACCEPTED)
    if UNPARSABLE in words:
        return Outcome(Event.REFUSED, "can't parse entities", Then.PLAIN)
    if UNDELETABLE in words:
        return Outcome(Event.REFUSED, _words(error), Then.STRIKE)
    return Outcome(Event.REFUSED, _words(error))


def _network(error: NetworkError) -> Outcome:
    """Time-outs are network errors, too: only the cause tells what was sent."""
    cause = error.__cause__
    if isinstance(cause, NOT_SENT):
        return Outcome(Event.POSTPONED, "no connection")
    if isinstance(cause, httpx.HTTPError):
        return Outcome(Event.DOUBT, f"no answer ({type(cause).__name__})")
    return Outcome(Event.DOUBT, "no answer (gateway)")


def _words(error: TelegramError) -> str:
    """As Telegram says it: the library begins a refusal with a capital letter."""
    words = error.message.removeprefix("Forbidden: ")
    return words[:1].lower() + words[1:]
