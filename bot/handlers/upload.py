"""A file that an editor sends or forwards: a paper, or the agenda, which joins their draft."""

from telegram import Document
from telegram.error import BadRequest, TelegramError

from bot.handlers import grouping, other, paper_upload
from bot.library.kinds import FileKind, file_kind, is_pdf
from bot.patience import patiently
from bot.releasing import screen, upload_text
from bot.roles import may_use
from bot.visit import Visit
from services.agenda_drafts import Uploaded
from services.group_tables import is_assignment_sheet

GROUPS = "groups"  # whoever may use it may also send who is in which
EDIT = "edit"  # whoever may edit one session may send all of them, and the papers
TOO_BIG = "too big"  # in what Telegram says of a file that it does not hand out
# What cannot be read is not even fetched.
REFUSED = {FileKind.OTHER_PAPER: "paper.other_kind", FileKind.OTHER: "upload.other_kind"}


async def take(visit: Visit) -> None:
    """A file of somebody who may change the agenda; from all others it is what it always was."""
    message = visit.update.effective_message
    document = message.document if message else None
    is_moving = message is not None and message.animation is not None
    if document is None or is_moving or not may_use(visit.person.role, EDIT):
        await other.explain(visit)
        return
    kind = file_kind(document.file_name or "")
    if kind in REFUSED:
        await visit.say(visit.words(REFUSED[kind]))
    else:
        await _read(visit, document, kind)


async def _read(visit: Visit, document: Document, kind: FileKind) -> None:
    too_big = "paper.fetch_too_big" if kind is FileKind.PAPER else "upload.too_big"
    if (document.file_size or 0) > upload_text.MOST_BYTES:
        await visit.say(visit.words(too_big))
        return
    try:
        data = await _fetched(document)
    except BadRequest as error:
        await visit.say(visit.words(too_big if TOO_BIG in error.message else "upload.lost"))
    except TelegramError:
        await visit.say(visit.words("upload.lost"))
    else:
        await _take(visit, data, document.file_name or "", kind)


async def _fetched(document: Document) -> bytes:
    file = await patiently(document.get_file)
    return bytes(await patiently(file.download_as_bytearray))


async def _take(visit: Visit, data: bytes, name: str, kind: FileKind) -> None:
    drafts = visit.services.agenda_drafts
    if kind is FileKind.PAPER or is_pdf(data):
        await paper_upload.take(visit, data, name if kind is FileKind.PAPER else f"{name}.pdf")
    elif may_use(visit.person.role, GROUPS) and await visit.think(is_assignment_sheet, data):
        await grouping.take_table(visit, data, name)
    else:
        await _answer(visit, await visit.think(drafts.upload, visit.person, data, name), name)


async def _answer(visit: Visit, uploaded: Uploaded, name: str) -> None:
    words, view = visit.words, uploaded.view
    if any(map(upload_text.is_error, uploaded.problems)):
        await visit.say(upload_text.refused(words, uploaded, name))
    elif view is None:
        held = await visit.run(visit.services.agenda.held)
        await visit.say(upload_text.unchanged(words, uploaded, held.number))
    else:
        await screen.show(visit, view, upload_text.read(words, uploaded))
