"""Shows a block where it stands: what can be done about it, or its proposal below a picture."""

import contextlib
import functools

from telegram import InlineKeyboardMarkup, InputMediaPhoto, Message, ReplyParameters
from telegram.error import BadRequest

from bot.grouping import drawing, groups_keyboards, groups_text, proposal_text
from bot.grouping.picture import draw_png
from bot.patience import patiently
from bot.visit import Handler, Visit
from services.errors import GroupsMoved
from services.groups import BlockView


def or_show_anew(handler: Handler) -> Handler:
    """The handler, and how the block stands now where somebody else was faster."""

    @functools.wraps(handler)
    async def shown(visit: Visit) -> None:
        try:
            await handler(visit)
        except GroupsMoved as error:
            await show(visit, error.view, visit.words(error.key), redraw=True)

    return shown


def parameters(visit: Visit) -> list[str]:
    """What a button holds after its own name."""
    return visit.parameter.split(":")[1:]


async def pressed(visit: Visit) -> BlockView:
    """The block whose code a button holds first. Raises NotThere."""
    return await visit.run(visit.services.grouping.groups.view, parameters(visit)[0])


async def show(visit: Visit, view: BlockView, note: str = "", *, redraw: bool = False) -> None:
    """The block in place of the message whose button was pressed; `note` is HTML above it. A
    proposal stands below its picture: with `redraw` the picture is drawn anew where it is there."""
    if view.proposal is None:
        text = groups_text.block(visit.words, view)
        await visit.change(_noted(note, text), groups_keyboards.block(visit.words, view))
        return
    text = _noted(note, proposal_text.proposal(visit.words, view))
    buttons = groups_keyboards.proposal(visit.words, view)
    picture = _above(visit)
    if picture is None or (redraw and not await _redrawn(visit, view, picture)):
        await _send(visit, view, text, buttons)
    else:
        await visit.change(text, buttons)


async def _send(visit: Visit, view: BlockView, text: str, buttons: InlineKeyboardMarkup) -> None:
    """The picture, and below it the proposal as an answer to it: so the one finds the other."""
    if visit.update.callback_query is not None:
        await visit.change(groups_text.below(visit.words, view))
    bot, chat_id = visit.context.bot, visit.person.chat_id
    data, caption = await _drawn(visit, view)
    sent = await patiently(lambda: bot.send_photo(chat_id, data, caption=caption))
    answers = ReplyParameters(sent.message_id, allow_sending_without_reply=True)
    await patiently(
        lambda: bot.send_message(chat_id, text, reply_markup=buttons, reply_parameters=answers)
    )


async def _redrawn(visit: Visit, view: BlockView, picture: Message) -> bool:
    """Put a new picture in the place of the old one; False where that is gone."""
    bot, chat_id = visit.context.bot, visit.person.chat_id
    data, caption = await _drawn(visit, view)
    media = InputMediaPhoto(data, caption=caption)
    number = picture.message_id
    with contextlib.suppress(BadRequest):  # somebody has deleted it
        await patiently(lambda: bot.edit_message_media(media, chat_id=chat_id, message_id=number))
        return True
    return False


async def _drawn(visit: Visit, view: BlockView) -> tuple[bytes, str]:
    data = await visit.run(draw_png, drawing.drawing(visit.words, view))
    return data, drawing.caption(visit.words, view)


def _above(visit: Visit) -> Message | None:
    """The picture that the pressed message answers."""
    query = visit.update.callback_query
    message = query.message if query else None
    above = message.reply_to_message if isinstance(message, Message) else None
    return above if above is not None and above.photo else None


def _noted(note: str, text: str) -> str:
    return f"{note}\n\n{text}" if note else text
