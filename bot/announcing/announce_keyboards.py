"""The buttons of /announce up to sending, pure; each holds the number of its draft."""

from collections.abc import Sequence
from dataclasses import astuple
from datetime import UTC, datetime, timedelta

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import times
from bot.keyboards import button
from bot.wording import Words
from meeting.announcements import Message
from meeting.codes import short_code
from meeting.delivery import Urgency
from services.drafts import Draft

AN = "an"
NEW, CANCEL, SHOW, CHANGE = "an:new", "an:cancel", "an:show", "an:change"
LANGUAGE, DROP, URGENCY, TRY = "an:language", "an:drop", "an:urgency", "an:test"
SEND, AT, ON, THEN = "an:send", "an:at", "an:on", "an:then"
WHOM = "an:whom"
SOON = timedelta(minutes=30)
EVENING, MORNING = 18, 8  # hours of the meeting's clock

Row = list[InlineKeyboardButton]


def asked(words: Words, draft: Draft) -> InlineKeyboardMarkup:
    """Below a question for words: the way back where there is a message already, else [Cancel]; a
    correction can have both. A translation that is there can be done without."""
    row = _back(words, draft) if draft.message else []
    if draft.message is not None and draft.language in draft.message.texts:
        row.append(
            button(words.plain("announce.without_text"), DROP, draft.draft_id, draft.language)
        )
    if draft.message is None or draft.corrects is not None:
        row += _cancel(words, draft)
    return InlineKeyboardMarkup([row])


def anew(words: Words, draft: Draft) -> InlineKeyboardMarkup:
    """[Start anew]"""
    return InlineKeyboardMarkup([[button(words.plain("announce.start_anew"), NEW, draft.draft_id)]])


def control(words: Words, draft: Draft, offered: Sequence[str]) -> InlineKeyboardMarkup:
    """Everything that can be done with a draft; `offered` are the codes of the languages."""
    number, seen = draft.draft_id, stamp(draft)
    test = [button(words.plain("announce.test"), TRY, number)]
    change = button(words.plain("announce.change"), CHANGE, number)
    texts = [[_language(words, draft, each)] for each in _others(draft, offered)]
    if draft.corrects is not None:
        correct = [button(words.plain("announce.correct"), SEND, number, seen)]
        return InlineKeyboardMarkup([test, correct, *texts, [change], _cancel(words, draft)])
    send = button(words.plain("announce.send"), SEND, number, seen)
    at = button(words.plain("announce.at"), AT, number)
    urgent = [_urgency(words, draft)]
    whom = button(words.plain("announce.whom"), WHOM, number)
    rows = [test, [send, at], urgent, *texts, [change, whom], _cancel(words, draft)]
    return InlineKeyboardMarkup(rows)


def moments(words: Words, draft: Draft, now: datetime) -> InlineKeyboardMarkup:
    """Moments that are not past; `now` is aware, in the meeting's zone."""
    soon = now.astimezone(UTC) + SOON
    evening = now.replace(hour=EVENING, minute=0, second=0, microsecond=0)
    morning = evening.replace(hour=MORNING)
    named = {
        "announce.today": morning,
        "announce.tonight": evening,
        "announce.tomorrow": morning + timedelta(days=1),
    }
    rows = [[_moment(words.plain("announce.soon"), draft, soon)]]
    rows += [
        [_moment(words.plain(key, time=times.time(at)), draft, at)]
        for key, at in named.items()
        if at > soon
    ]
    return InlineKeyboardMarkup([*rows, _back(words, draft)])


def confirm(words: Words, draft: Draft, at: datetime) -> InlineKeyboardMarkup:
    """[Send then] [Another time]; `at` is aware."""
    number = draft.draft_id
    then = button(words.plain("announce.then"), THEN, number, int(at.timestamp()), stamp(draft))
    other = button(words.plain("announce.other_time"), AT, number)
    return InlineKeyboardMarkup([[then], [other, *_back(words, draft)], _cancel(words, draft)])


def stamp(draft: Draft) -> str:
    """Stands for what is said, to whom and how: a button that sends holds the one of what stood
    above it, so that nothing is sent that its author did not see."""
    message = _document(draft.message) if draft.message else ""
    return short_code(repr((message, draft.audience.chosen, draft.urgency)))


def _document(message: Message) -> tuple[object, ...]:
    texts = [(language, text.html) for language, text in message.texts.items()]
    return (*texts, astuple(message.medium) if message.medium else None)


def _others(draft: Draft, offered: Sequence[str]) -> list[str]:
    """The languages beside that of the first text."""
    first = next(iter(draft.message.texts), None) if draft.message else None
    return [code for code in offered if code != first]


def _urgency(words: Words, draft: Draft) -> InlineKeyboardButton:
    """Says what it will be, so that a second tap by mistake does not take it back."""
    if draft.urgency is Urgency.URGENT:
        label, wanted = words.plain("announce.urgent_on"), Urgency.ROUTINE
    else:
        label, wanted = words.plain("announce.urgent_off"), Urgency.URGENT
    return button(label, URGENCY, draft.draft_id, wanted)


def _language(words: Words, draft: Draft, code: str) -> InlineKeyboardButton:
    """A tap asks for the text, also where it is there: nothing that was written is lost by it."""
    language = words.texts.get(f"languages.{code}", code)
    is_given = draft.message is not None and code in draft.message.texts
    label = "announce.text_given" if is_given else "announce.text_in"
    return button(words.plain(label, language=language), LANGUAGE, draft.draft_id, code)


def _moment(label: str, draft: Draft, at: datetime) -> InlineKeyboardButton:
    return button(label, ON, draft.draft_id, int(at.timestamp()))


def _back(words: Words, draft: Draft) -> Row:
    return [button(words.plain("buttons.back"), SHOW, draft.draft_id)]


def _cancel(words: Words, draft: Draft) -> Row:
    return [button(words.plain("announce.cancel"), CANCEL, draft.draft_id)]
