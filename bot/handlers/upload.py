"""A file that an editor sends or forwards: the agenda in it joins their draft."""

from telegram import Document
from telegram.error import BadRequest, TelegramError

from bot.handlers import grouping, other
from bot.patience import patiently
from bot.releasing import screen, upload_text
from bot.roles import may_use
from bot.visit import Visit
from services.agenda_drafts import Uploaded
from services.group_tables import is_assignment_sheet

GROUPS = "groups"  # whoever may use it may also send who is in which
EDIT = "edit"  # whoever may edit one session may send all of them
TOO_BIG = "too big"  # in what Telegram says of a file that it does not hand out


async def take(visit: Visit) -> None:
    """A file of somebody who may change the agenda; from all others it is what it always was."""
    message = visit.update.effective_message
    document = message.document if message else None
    is_moving = message is not None and message.animation is not None
    if document is None or is_moving or not may_use(visit.person.role, EDIT):
        await other.explain(visit)
    elif upload_text.is_other_kind(document.file_name or ""):
        await visit.say(visit.words("upload.other_kind"))
    else:
        await _read(visit, document)


async def _read(visit: Visit, document: Document) -> None:
    if (document.file_size or 0) > upload_text.MOST_BYTES:
        await visit.say(visit.words("upload.too_big"))
        return
    try:
        data = await _fetched(document)
    except BadRequest as error:
        key = "upload.too_big" if TOO_BIG in error.message else "upload.lost"
        await visit.say(visit.words(key))
        return
    except TelegramError:
        await visit.say(visit.words("upload.lost"))
        return
    name, drafts = document.file_name or "", visit.services.agenda_drafts
    if may_use(visit.person.role, GROUPS) and await visit.think(is_assignment_sheet, data):
        await grouping.take_table(visit, data, name)
        return
    await _answer(visit, await visit.think(drafts.upload, visit.person, data, name), name)


async def _fetched(document: Document) -> bytes:
    file = await patiently(document.get_file)
    return bytes(await patiently(file.download_as_bytearray))


async def _answer(visit: Visit, uploaded: Uploaded, name: str) -> None:
    words, view = visit.words, uploaded.view
    if any(map(upload_text.is_error, uploaded.problems)):
        await visit.say(upload_text.refused(words, uploaded, name))
    elif view is None:
        held = await visit.run(visit.services.agenda.held)
        await visit.say(upload_text.unchanged(words, uploaded, held.number))
    else:
        await screen.show(visit, view, upload_text.read(words, uploaded))
