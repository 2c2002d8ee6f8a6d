"""Edits cards that are out of date, one at a time, so that they show what holds now.

A bot may edit its own messages however old they are: the 48 hours of
core.telegram.org/bots/api#editmessagetext are for messages of others, sent in a business account.
"""

from collections.abc import Mapping

import structlog
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.deliveries.outcomes import of_error
from bot.deliveries.pace import Pace, TooEarly
from bot.deliveries.window import Turn
from bot.living.screens import screen
from bot.visit import House
from meeting.delivery import Action, Event
from services.living_cards import View
from store.living_cards import CardRow

NOT_MODIFIED = "message is not modified"
OVER = (Event.ACCEPTED, Event.BLOCKED, Event.GONE, Event.REFUSED)  # ends without a new attempt
A_MOMENT = 1.0  # seconds until a card is looked at again in whose chat somebody is tapping
A_WHILE = 30.0  # seconds until one is tried again that did not get through

log = structlog.stdlib.get_logger(__name__)


class Refresh:
    """Cards that could not be drawn are left alone for a while, by this run's clock; they stay old
    in the store, so the next run looks at them too."""

    def __init__(self, house: House, bot: ExtBot[Turn], pace: Pace) -> None:
        self._house = house
        self._bot = bot
        self._pace = pace
        self._cards = house.services.living
        self._later: dict[CardRow, float] = {}

    async def __call__(self, turn: Turn) -> bool:
        """Bring the next card up to date; False where there is none. Uses `turn`, or gives it
        back."""
        try:
            card = await self._house.workers.run(self._cards.claim, self._left())
            if card is None:
                return False
            await self._try(card, turn)
            return True
        finally:
            turn.give_back()

    async def _try(self, card: CardRow, turn: Turn) -> None:
        """One that cannot be drawn must not keep the others from being drawn."""
        try:
            await self._renew(card, turn)
        except Exception as error:
            kind = type(error).__name__
            log.error("a card was not brought up to date", error=kind, exc_info=error)
            self._put_off(card, A_WHILE)

    async def _renew(self, card: CardRow, turn: Turn) -> None:
        lock = self._house.locks.of(card.chat_id)
        if lock.locked():  # an answer is on its way, perhaps into this very message
            self._put_off(card, A_MOMENT)
            return
        async with lock:
            view = await self._house.workers.run(self._cards.view, card)
            if view is not None:
                await self._show(view, turn)

    async def _show(self, view: View, turn: Turn) -> None:
        card, drawn = view.card, screen(self._house.wording.speak_to(view.person), view.content)
        try:
            await self._bot.edit_message_text(
                drawn.html,
                chat_id=card.chat_id,
                message_id=card.message_id,
                reply_markup=drawn.keyboard,
                rate_limit_args=turn,
            )
        except (TelegramError, TooEarly) as error:
            if not _stands_there(error):
                await self._not_shown(card, error)
                return
        await self._house.workers.run(self._cards.settle, view)

    async def _not_shown(self, card: CardRow, error: Exception) -> None:
        outcome = of_error(error, Action.EDIT)
        if outcome.event in OVER:
            await self._house.workers.run(self._cards.forget, card)
        else:
            self._put_off(card, outcome.wait or self._pace.rests_for() or A_WHILE)

    def _put_off(self, card: CardRow, seconds: float) -> None:
        self._later[card] = self._pace.now() + seconds

    def _left(self) -> Mapping[CardRow, float]:
        """The cards whose time has not come yet."""
        now = self._pace.now()
        self._later = {card: until for card, until in self._later.items() if until > now}
        return self._later


def _stands_there(error: Exception) -> bool:
    return isinstance(error, BadRequest) and NOT_MODIFIED in error.message.lower()
