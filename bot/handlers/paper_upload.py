"""A paper that an editor sends: it is read, compared and looked at, then published or discarded."""

from bot.gently import or_note
from bot.library import library_keyboards, paper_keyboards, paper_screen, paper_text, reading_text
from bot.library.paper_screen import numbers, show_draft
from bot.library.reading_message import ReadingMessage
from bot.visit import Visit
from knowledge.papers import Outcome
from services.errors import AttacheError, PaperMoved
from services.paper_drafts import Progress, Uploaded


async def take(visit: Visit, data: bytes, name: str) -> None:
    """Read a file; one message shows how far it is, and at the end what it would change."""
    message, words = ReadingMessage(visit), visit.words
    if not data.strip():
        await visit.say(reading_text.refused(words, Outcome.OK, name))
        return
    await message.begin(reading_text.how_far(words, name))

    def told(far: Progress) -> None:
        message.tell(reading_text.how_far(words, name, far))

    desk, study = visit.services.paper_desk, visit.house.workers.study
    try:
        async with message.following():
            uploaded = await study(desk.read, visit.person, data, name, told)
    except AttacheError as error:
        await visit.say(words(error.key))
    else:
        await _answer(visit, message, uploaded, name)


@or_note
async def show(visit: Visit) -> str | None:
    """[◀ Back to it], and [Look at v3] of the library."""
    (version_id,) = numbers(visit)
    desk = visit.services.paper_desk
    await show_draft(visit, await visit.run(desk.view, visit.person, version_id))
    return None


@or_note
async def all_changes(visit: Visit) -> str | None:
    """[All changes], on pages."""
    version_id, wanted = numbers(visit)
    draft = await visit.run(visit.services.paper_desk.view, visit.person, version_id)
    pages = await visit.run(paper_text.all_pages, visit.words, draft)
    page = min(wanted, len(pages) - 1)
    buttons = paper_keyboards.paged(visit.words, version_id, page, len(pages))
    await visit.change(pages[page], buttons)
    return None


@or_note
async def which(visit: Visit) -> str | None:
    """[Another paper…]: all of them, on pages."""
    version_id, wanted = numbers(visit)
    desk = visit.services.paper_desk
    draft = await visit.run(desk.view, visit.person, version_id)
    listed = await visit.run(desk.papers, visit.person)
    others = [each for each in listed if each.live is not None]
    first = max(0, min(wanted, len(others) - 1))
    text = visit.words("paper.which", title=paper_text.title_of(draft))
    await visit.change(text, paper_keyboards.which(visit.words, version_id, others, first))
    return None


@or_note
async def belongs(visit: Visit) -> str | None:
    """[New version of Country cases], [New paper]"""
    version_id, paper_id = numbers(visit)
    deed = visit.services.paper_desk.belongs_to
    wanted = None if paper_id == paper_keyboards.NEW else paper_id
    await show_draft(visit, await visit.publish(deed, visit.person, version_id, wanted))
    return None


@or_note
async def publish(visit: Visit) -> str | None:
    """[Publish]: what was seen above the button, and once."""
    return await _publish(visit, tell=False)


@or_note
async def tell(visit: Visit) -> str | None:
    """[Publish and tell the 3 who asked about it]"""
    return await _publish(visit, tell=True)


@or_note
async def discard(visit: Visit) -> str | None:
    """[Discard]: what people read stays as it is."""
    (version_id,) = numbers(visit)
    await visit.run(visit.services.paper_desk.discard, visit.person, version_id)
    await visit.change(visit.words("paper.discarded"))
    return None


async def _publish(visit: Visit, tell: bool) -> str | None:
    version_id, beside = numbers(visit)
    deed, words = visit.services.paper_desk.publish, visit.words
    before_id = None if beside == paper_keyboards.NOTHING else beside
    try:
        done = await visit.publish(deed, visit.person, version_id, before_id, tell)
    except PaperMoved as moved:
        await show_draft(visit, moved.view)
        return moved.key
    visit.house.wake_courier()
    buttons = library_keyboards.the_paper(done.version.title, done.version.paper_id)
    await visit.change(paper_text.published(words, done, tell), buttons)
    return None


async def _answer(visit: Visit, message: ReadingMessage, uploaded: Uploaded, name: str) -> None:
    """What became of a file, in the message that showed how far it was."""
    words, same, draft = visit.words, uploaded.same_as, uploaded.draft
    if same is not None:
        live = uploaded.live if uploaded.older_than_live else None
        buttons = library_keyboards.the_paper(same.title, same.paper_id)
        await message.end(reading_text.same(words, same, live, name), buttons)
    elif draft is None:
        outcome = uploaded.refusal or Outcome.UNSUPPORTED
        await message.end(reading_text.refused(words, outcome, name))
    elif uploaded.unsure:
        buttons = paper_keyboards.unsure(words, draft.version.version_id, uploaded.unsure)
        await message.end(paper_text.unsure(words, draft), buttons)
    else:
        await message.end(*await paper_screen.drawn(visit, draft))
