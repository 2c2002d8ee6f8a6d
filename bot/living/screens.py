"""How what is kept up to date looks, pure: the same after a tap and after a change."""

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot import agenda_keyboards, agenda_text, session_keyboards, session_text
from bot.living import cancelled_text
from bot.wording import Words
from services.living_cards import Cancelled, Content, OwnDay
from services.session_cards import Card


@dataclass(frozen=True, slots=True)
class Screen:
    """A message: Telegram HTML and the buttons below."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None


def screen(words: Words, content: Content) -> Screen:
    """The message that shows this, in the language of `words`."""
    match content:
        case Card():
            html = session_text.card(words, content)
            return Screen(html, session_keyboards.card(words, content))
        case Cancelled():
            return Screen(cancelled_text.card(words, content), cancelled_text.buttons(words))
        case OwnDay():
            return _own_day(words, content)


def _own_day(words: Words, content: OwnDay) -> Screen:
    programme = content.programme
    if not programme.is_there:
        return Screen(words("agenda.none"))
    if content.on is None:
        last = agenda_keyboards.over(words, programme.agenda.days()[-1])
        return Screen(words("agenda.over"), last)
    day = programme.day(content.on)
    html = agenda_text.my_day(words, programme, day)
    return Screen(html, agenda_keyboards.my_day(words, programme, day))
