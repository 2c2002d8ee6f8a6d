"""Each error says what became of a delivery."""

from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.deliveries.outcomes import Outcome, Then, of_error
from bot.deliveries.pace import TooEarly
from meeting.delivery import Action, Event

SEND, EDIT, DELETE = Action.SEND, Action.EDIT, Action.DELETE


def caused_by(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (TooEarly(4.5), Outcome(Event.POSTPONED, wait=4.5)),
        (RetryAfter(timedelta(seconds=7)), Outcome(Event.POSTPONED, "slow down")),
        (
            Forbidden("Forbidden: bot was blocked by the user"),
            Outcome(Event.BLOCKED, "bot was blocked by the user"),
        ),
        (
            Forbidden("Forbidden: bot can't initiate conversation with a user"),
            Outcome(Event.BLOCKED, "bot can't initiate conversation with a user"),
        ),
        (
            Forbidden("Forbidden: user is deactivated"),
            Outcome(Event.GONE, "user is deactivated"),
        ),
        (
            ChatMigrated(-1),
            Outcome(Event.REFUSED, "group migrated to supergroup. New chat id: -1"),
        ),
        (BadRequest("Bad Request: chat not found"), Outcome(Event.GONE, "chat not found")),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Outcome(Event.GONE, "peer_id_invalid")),
        (
            BadRequest("Bad Request: can't parse entities: Unsupported start tag"),
            Outcome(Event.REFUSED, "can't parse entities", Then.PLAIN),
        ),
        (
            BadRequest("Bad Request: message is too long"),
            Outcome(Event.REFUSED, "message is too long"),
        ),
        (
            InvalidToken("Unauthorized"),
            Outcome(Event.POSTPONED, "the token is refused", Then.STOP),
        ),
        (
            Conflict("Terminated by another"),
            Outcome(Event.POSTPONED, "terminated by another", wait=10.0),
        ),
        (NetworkError("Bad Gateway"), Outcome(Event.DOUBT, "no answer (gateway)")),
        (TelegramError("Invalid server response"), Outcome(Event.DOUBT, "TelegramError")),
        (KeyError("a bug"), Outcome(Event.REFUSED, "KeyError", is_ours=True)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_error_says_what_became_of_a_message(error: Exception, outcome: Outcome) -> None:
    assert of_error(error, SEND) == outcome


@pytest.mark.parametrize(
    ("cause", "outcome"),
    [
        (httpx.ConnectError(""), Outcome(Event.POSTPONED, "no connection")),
        (httpx.ConnectTimeout(""), Outcome(Event.POSTPONED, "no connection")),
        (httpx.PoolTimeout(""), Outcome(Event.POSTPONED, "no connection")),
        (httpx.ReadTimeout(""), Outcome(Event.DOUBT, "no answer (ReadTimeout)")),
        (httpx.WriteTimeout(""), Outcome(Event.DOUBT, "no answer (WriteTimeout)")),
        (httpx.ReadError(""), Outcome(Event.DOUBT, "no answer (ReadError)")),
        (httpx.RemoteProtocolError(""), Outcome(Event.DOUBT, "no answer (RemoteProtocolError)")),
    ],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize("kind", [TimedOut, NetworkError])
def test_only_the_cause_tells_whether_it_was_sent(
    kind: type[NetworkError], cause: Exception, outcome: Outcome
) -> None:
    assert of_error(caused_by(kind("x"), cause), SEND) == outcome


@pytest.mark.parametrize(
    ("action", "words", "event", "then"),
    [
        (EDIT, "message is not modified: specified new", Event.ACCEPTED, Then.NOTHING),
        (EDIT, "message to edit not found", Event.ACCEPTED, Then.NOTHING),
        (EDIT, "message can't be edited", Event.REFUSED, Then.NOTHING),
        (DELETE, "message to delete not found", Event.ACCEPTED, Then.NOTHING),
        (DELETE, "message can't be deleted for everyone", Event.REFUSED, Then.STRIKE),
        (SEND, "message to edit not found", Event.REFUSED, Then.NOTHING),
    ],
)
def test_what_is_done_already_is_done(action: Action, words: str, event: Event, then: Then) -> None:
    outcome = of_error(BadRequest(f"Bad Request: {words}"), action)
    assert (outcome.event, outcome.then) == (event, then)
