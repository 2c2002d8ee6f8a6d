"""The preview of a draft: messages in the author's chat, exactly as others will get them.

The message below answers the last of them: so it finds it again, and nothing has to be remembered.
"""

from functools import partial

from telegram import InlineKeyboardMarkup, Message, ReplyParameters

from bot.announcing.announcement_text import TEST, Above, Outgoing, mark, preview
from bot.patience import patiently
from bot.visit import Visit
from bot.wording import Words
from bot.zone import zone
from meeting.announcements import MediumKind
from services.drafts import Draft
from services.parcels import Mark


async def send_preview(
    visit: Visit, draft: Draft, below: str, buttons: InlineKeyboardMarkup
) -> None:
    """A copy in each language that has a text, and below them a message with buttons."""
    sent = [await _send(visit, _copy(visit, draft, each)) for each in _spoken(visit, draft)]
    await _answer(visit, sent[-1], below, buttons)


async def send_test(visit: Visit, draft: Draft, below: str, buttons: InlineKeyboardMarkup) -> None:
    """The same copies once more, each marked as a test; the message with buttons comes below them,
    where it is at hand, and still answers the preview."""
    sent = [await _send(visit, _copy(visit, draft, each, TEST)) for each in _spoken(visit, draft)]
    await _answer(visit, _above(visit) or sent[-1], below, buttons)


async def redraw(visit: Visit, draft: Draft) -> bool:
    """Make the preview above the pressed button what the draft is now; False where it is not
    there, or where there are several."""
    above, languages = _above(visit), _spoken(visit, draft)
    if above is None or len(languages) > 1:
        return False
    copy, bot, chat_id = _copy(visit, draft, languages[0]), visit.context.bot, visit.person.chat_id
    edit = partial(bot.edit_message_text, copy.html)
    if copy.medium is not None:
        edit = partial(bot.edit_message_caption, caption=copy.html or None)
    await patiently(
        lambda: edit(chat_id=chat_id, message_id=above.message_id, reply_markup=copy.keyboard)
    )
    return True


def is_above(visit: Visit, draft: Draft) -> bool:
    """Whether the pressed button is below the preview of what the draft says now.

    In doubt it is not, and a new one is sent; the time in a correction's mark is no difference.
    """
    above = _above(visit)
    if above is None or draft.message is None:
        return False
    if bool(draft.message.medium) != bool(above.photo or above.document):
        return False
    shown = above.text or above.caption or ""
    said = preview(_spoken(visit, draft)[-1], draft).plain
    return shown == said or (draft.corrects is not None and shown.partition("\n\n")[2] == said)


def _spoken(visit: Visit, draft: Draft) -> list[Words]:
    """The words of each language that has a text."""
    languages = draft.message.texts if draft.message else ()
    return [visit.house.wording.speak(each) for each in languages]


def _copy(visit: Visit, draft: Draft, words: Words, *marks: str) -> Outgoing:
    names = [*marks, *([Mark.CORRECTED] if draft.corrects is not None else [])]
    return preview(words, draft, [_mark(visit, words, name) for name in names])


def _mark(visit: Visit, words: Words, name: str) -> Above:
    return mark(words, name, visit.services.clock.now(), zone(visit))


async def _send(visit: Visit, outgoing: Outgoing) -> Message:
    bot, chat_id = visit.context.bot, visit.person.chat_id
    medium, text, buttons = outgoing.medium, outgoing.html, outgoing.keyboard
    if medium is None:
        return await patiently(lambda: bot.send_message(chat_id, text, reply_markup=buttons))
    file_id, caption = medium.file_id, text or None
    if medium.kind is MediumKind.PHOTO:
        return await patiently(
            lambda: bot.send_photo(chat_id, file_id, caption=caption, reply_markup=buttons)
        )
    return await patiently(
        lambda: bot.send_document(chat_id, file_id, caption=caption, reply_markup=buttons)
    )


async def _answer(visit: Visit, above: Message, html: str, buttons: InlineKeyboardMarkup) -> None:
    bot, chat_id = visit.context.bot, visit.person.chat_id
    answers = ReplyParameters(above.message_id, allow_sending_without_reply=True)
    await patiently(
        lambda: bot.send_message(chat_id, html, reply_markup=buttons, reply_parameters=answers)
    )


def _above(visit: Visit) -> Message | None:
    """The message that the pressed one answers."""
    query = visit.update.callback_query
    message = query.message if query else None
    return message.reply_to_message if isinstance(message, Message) else None
