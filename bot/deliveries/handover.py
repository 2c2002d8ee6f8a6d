"""Hands one parcel over to Telegram: sends its message, or changes the copies that are there."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import structlog
from telegram import Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.announcing.announcement_text import Outgoing
from bot.deliveries.outcomes import Outcome, Then, of_error
from bot.deliveries.pace import Pace
from bot.deliveries.window import Turn
from meeting.announcements import MediumKind
from meeting.clock import Clock
from meeting.delivery import Action, Event
from services.parcels import Copy, Parcel

# A doubt is worse than a wait. Reading an answer may take Telegram so long, in seconds.
READ_SECONDS = 20.0
DELETABLE = timedelta(hours=48)  # core.telegram.org/bots/api#deletemessage
GOES_ON = (Event.ACCEPTED, Event.REFUSED)  # where one copy ends so, the next one is still changed

Say = Callable[[str, str | None, Turn], Awaitable[Message | bool]]

log = structlog.stdlib.get_logger(__name__)


class Handover:
    def __init__(
        self,
        bot: ExtBot[Turn],
        pace: Pace,
        render: Callable[[Parcel], Outgoing],
        clock: Clock,
        paid: bool = False,
        read_seconds: float = READ_SECONDS,
    ) -> None:
        """`paid`: messages may go out faster than 30 a second, at a price. `read_seconds`: how
        long an answer is waited for."""
        self._bot = bot
        self._pace = pace
        self._render = render
        self._clock = clock
        self._paid = paid or None
        self._read_seconds = read_seconds

    async def __call__(self, parcel: Parcel, turn: Turn) -> Outcome:
        """Do what the parcel asks for; the first request uses `turn`. Raises nothing."""
        try:
            outgoing = self._render(parcel)
        except Exception as error:
            return _of_error(error, parcel.action)
        if parcel.action is Action.SEND:
            say = partial(self._send, parcel, outgoing)
            return await self._said(say, outgoing, Action.SEND, parcel.recipient.chat_id, turn)
        return await self._change_all(parcel, outgoing, turn)

    async def _change_all(self, parcel: Parcel, outgoing: Outgoing, first: Turn) -> Outcome:
        """Every copy in turn. A second time changes nothing where the first one succeeded."""
        worst = Outcome(Event.ACCEPTED)
        for copy in parcel.copies:
            turn = first if copy is parcel.copies[0] else await self._pace.turn(copy.chat_id)
            outcome = await self._change(parcel.action, copy, outgoing, turn)
            if outcome.event not in GOES_ON:
                return outcome
            worst = outcome if outcome.event is Event.REFUSED else worst
        return worst

    async def _change(self, action: Action, copy: Copy, outgoing: Outgoing, turn: Turn) -> Outcome:
        if action is Action.DELETE and self._clock.now() - copy.sent_at < DELETABLE:
            outcome = await _tried(self._delete(copy, turn), Action.DELETE, turn)
            if outcome.then is not Then.STRIKE:
                return outcome
            turn = await self._pace.turn(copy.chat_id)
        say = partial(self._edit, copy, outgoing)
        return await self._said(say, outgoing, Action.EDIT, copy.chat_id, turn)

    async def _said(
        self, say: Say, outgoing: Outgoing, action: Action, chat_id: int, turn: Turn
    ) -> Outcome:
        """With bold and italic; where Telegram cannot read them, without, in the same attempt."""
        outcome = await _tried(say(outgoing.html, ParseMode.HTML, turn), action, turn)
        if outcome.then is not Then.PLAIN:
            return outcome
        turn = await self._pace.turn(chat_id)
        return await _tried(say(outgoing.plain, None, turn), action, turn)

    async def _send(
        self, parcel: Parcel, outgoing: Outgoing, text: str, mode: str | None, turn: Turn
    ) -> Message:
        medium = outgoing.medium
        if medium is None:
            send = partial(self._bot.send_message, text=text)
        elif medium.kind is MediumKind.PHOTO:
            send = partial(self._bot.send_photo, photo=medium.file_id, caption=text or None)
        else:
            send = partial(self._bot.send_document, document=medium.file_id, caption=text or None)
        return await send(
            chat_id=parcel.recipient.chat_id,
            parse_mode=mode,
            reply_markup=outgoing.keyboard,
            reply_parameters=_answering(parcel),
            disable_notification=parcel.silent,
            allow_paid_broadcast=self._paid,
            read_timeout=self._read_seconds,
            rate_limit_args=turn,
        )

    async def _edit(
        self, copy: Copy, outgoing: Outgoing, text: str, mode: str | None, turn: Turn
    ) -> Message | bool:
        if outgoing.medium is None:
            edit = partial(self._bot.edit_message_text, text=text)
        else:
            edit = partial(self._bot.edit_message_caption, caption=text or None)
        return await edit(
            chat_id=copy.chat_id,
            message_id=copy.message_id,
            parse_mode=mode,
            reply_markup=outgoing.keyboard,
            read_timeout=self._read_seconds,
            rate_limit_args=turn,
        )

    async def _delete(self, copy: Copy, turn: Turn) -> bool:
        return await self._bot.delete_message(
            copy.chat_id, copy.message_id, read_timeout=self._read_seconds, rate_limit_args=turn
        )


def _answering(parcel: Parcel) -> ReplyParameters | None:
    """The message that it is a reply to; deleted, it is sent all the same."""
    if parcel.reply_to is None:
        return None
    return ReplyParameters(parcel.reply_to, allow_sending_without_reply=True)


async def _tried(request: Awaitable[Message | bool], action: Action, turn: Turn) -> Outcome:
    try:
        made = await request
    except Exception as error:
        return _of_error(error, action)
    finally:
        turn.give_back()  # where an error came before the request
    message_id = made.message_id if isinstance(made, Message) else None
    return Outcome(Event.ACCEPTED, message_id=message_id)


def _of_error(error: Exception, action: Action) -> Outcome:
    """What an error means; one that is our own mistake is logged, for nobody else sees it."""
    outcome = of_error(error, action)
    if outcome.is_ours:
        log.error("a message could not be made", error=outcome.reason, exc_info=error)
    return outcome
