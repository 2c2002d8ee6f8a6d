"""[Show passage]: the passage behind an answer, in its context, the quoted words marked; and the
page of the paper on which it stands, as a picture."""

import structlog
from telegram import ReplyParameters
from telegram.error import TelegramError

from bot import keyboards, render
from bot.patience import patiently
from bot.visit import Visit
from services.ask import PassageView
from services.errors import NotThere

log = structlog.stdlib.get_logger(__name__)


async def show(visit: Visit) -> None:
    await visit.acknowledge()
    question_id, _, number = visit.parameter.partition(":")
    try:
        view = await visit.run(
            visit.services.ask.passage, visit.person, int(question_id), int(number)
        )
    except NotThere as error:
        await visit.say(visit.words(error.key))
        return
    page = _show_page(visit, view, await _show_text(visit, view))
    # Beside what else happens: while pages of others are drawn, nobody's next question waits.
    visit.context.application.create_task(page, update=visit.update)


async def _show_text(visit: Visit, view: PassageView) -> int:
    """Returns the number of the last message."""
    messages = render.passage(
        view.heading, view.source.passage.headings, view.before, view.source.passage.text,
        view.after, view.quotes,
    )  # fmt: skip
    for text in messages[:-1]:
        await visit.say(text, quoting=True)
    button = keyboards.paper(visit.words, view.source.label.version_id)
    return (await visit.say(messages[-1], button, quoting=True)).message_id


async def _show_page(visit: Visit, view: PassageView, message_id: int) -> None:
    """The picture, as an answer to the text. Where there is none, the text has said it all."""
    bot, chat_id = visit.context.bot, visit.person.chat_id
    try:
        draw = visit.services.page_pictures.of
        picture = await visit.house.workers.draw(draw, visit.person, view.source)
        if picture is None:
            return
        below = ReplyParameters(message_id, allow_sending_without_reply=True)
        await patiently(
            lambda: bot.send_photo(
                chat_id, picture.data, caption=render.escape(view.heading),
                protect_content=picture.protected, reply_parameters=below,
            )
        )  # fmt: skip
    except (TelegramError, OSError) as error:
        log.warning("a page was not shown", error=type(error).__name__)
