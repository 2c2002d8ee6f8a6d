"""What a copy of an announcement looks like, pure: the marks above, the text, [Got it] below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import times
from bot.keyboards import button
from bot.render import escape, units
from bot.wording import Words
from meeting.announcements import Announcement, Medium, Message, Text
from meeting.delivery import Urgency
from services.drafts import Draft
from services.parcels import Mark

GOT_IT = "gotit"  # followed by the number of the version that was seen
MARK = "mark"  # followed by its name and its time: a mark that had no room above the text
SAMPLE = "an:sample"  # the [Got it] of a preview, which is for show
TEST = "test"  # the name of the mark above a test
MARKS: Mapping[str, str] = {
    Mark.REPEAT: "announce.mark_repeat",
    Mark.AGAIN: "announce.mark_again",
    Mark.LATE: "announce.mark_late",
    Mark.CORRECTED: "announce.mark_corrected",
    Mark.WITHDRAWN: "announce.mark_withdrawn",
    TEST: "announce.mark_test",
}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message as it goes to Telegram; `plain` says the same where `html` is refused. With a
    medium the text is its caption and may be empty."""

    html: str
    plain: str
    medium: Medium | None
    keyboard: InlineKeyboardMarkup | None


@dataclass(frozen=True, slots=True)
class Above:
    """A mark: a line in italics above the text, or a button with `data` where it has no room."""

    text: str
    data: tuple[str, int]


def outgoing(
    words: Words, announcement: Announcement, marks: Sequence[Mark], zone: ZoneInfo
) -> Outgoing:
    """The copy for one recipient; `words` in their language, `zone` the meeting's."""
    above, message = _marks(words, announcement, marks, zone), announcement.version.message
    text = message.in_language(words.language)
    if announcement.is_withdrawn:
        return _composed(above, message, _struck_through(text), [])
    below = _got_it(words, announcement.urgency, GOT_IT, announcement.version.version_id)
    return _composed(above, message, text, below)


def preview(words: Words, draft: Draft, above: Sequence[Above] = ()) -> Outgoing:
    """What people will get once the draft is sent, in the language of `words`; ValueError where
    it has no message yet."""
    if draft.message is None:
        raise ValueError("the draft has no message yet")
    text = draft.message.in_language(words.language)
    below = _got_it(words, draft.urgency, SAMPLE, draft.draft_id)
    return _composed(above, draft.message, text, below)


def mark(words: Words, name: str, at: datetime, zone: ZoneInfo) -> Above:
    """What is said above a copy; `name` is a `Mark` or `TEST`, `at` an aware time that some of
    them tell in `zone`. KeyError for another name."""
    local = at.astimezone(zone)
    day, time = times.day(words, local.date()), times.time(local)
    return Above(words.plain(MARKS[name], day=day, time=time), (name, int(at.timestamp())))


def mark_of(words: Words, parameter: str, zone: ZoneInfo) -> str:
    """The text behind the button of a mark, by what follows the prefix in its data."""
    name, _, seconds = parameter.partition(":")
    return mark(words, name, datetime.fromtimestamp(int(seconds), UTC), zone).text


def _marks(words: Words, said: Announcement, marks: Sequence[Mark], zone: ZoneInfo) -> list[Above]:
    moments = {Mark.LATE: said.began_at}
    return [mark(words, each, moments.get(each, said.version.created_at), zone) for each in marks]


def _composed(
    above: Sequence[Above], message: Message, text: Text, below: Sequence[InlineKeyboardButton]
) -> Outgoing:
    """Marks above while they fit; else each becomes a button before the others."""
    plain = "\n".join([*(each.text for each in above), *([""] if above else []), text.plain])
    if units(plain.rstrip()) <= message.longest:
        lines = [f"<i>{escape(each.text)}</i>" for each in above]
        html = "\n".join([*lines, *([""] if above else []), text.html])
        return Outgoing(html.rstrip(), plain.rstrip(), message.medium, _keyboard([], below))
    buttons = [button(each.text, MARK, *each.data) for each in above]
    return Outgoing(text.html, text.plain, message.medium, _keyboard(buttons, below))


def _got_it(words: Words, urgency: Urgency, prefix: str, number: int) -> list[InlineKeyboardButton]:
    if urgency is not Urgency.URGENT:
        return []
    return [button(words.plain("announce.got_it"), prefix, number)]


def _keyboard(
    first: Sequence[InlineKeyboardButton], below: Sequence[InlineKeyboardButton]
) -> InlineKeyboardMarkup | None:
    rows = [[each] for each in (*first, *below)]
    return InlineKeyboardMarkup(rows) if rows else None


def _struck_through(text: Text) -> Text:
    """Without bold and italic: what no longer holds needs no stress."""
    return Text(text.plain, f"<s>{escape(text.plain)}</s>" if text.plain else "")
