"""What an editor was asked for in words: the time or title of a session, the name of a release."""

from functools import partial

from bot.gently import or_note
from bot.releasing import edit_keyboards, edit_text
from bot.releasing.edit_screen import Desk, desk, join
from bot.releasing.screen import show
from bot.visit import Visit
from meeting import edits
from meeting.agenda import Session
from meeting.moments import Doubt
from meeting.new_time import new_time
from services.agenda_drafts import Wanted
from services.errors import AgendaDraftGone, NotThere

MOST_TITLE = 200  # characters
DOUBTS = {
    Doubt.UNCLEAR: "edit.time_unclear",
    Doubt.PAST: "edit.time_past",
    Doubt.SKIPPED: "edit.time_skipped",
}


@or_note
async def take(visit: Visit) -> str | None:
    """The next message after a question. What cannot be read is asked for again; what it was for
    may be gone, and then nothing is awaited any more."""
    on = await desk(visit)
    awaited = on.draft.awaits
    if awaited is None:
        raise AgendaDraftGone("nothing is awaited")
    if awaited.wanted in (Wanted.NAME, Wanted.NOTE):
        await _take_name(visit, on)
        return None
    session = on.agenda.session(awaited.session_id or "")
    if session is None:
        await visit.run(visit.services.agenda_drafts.await_, visit.person, None)
        raise NotThere("the session is gone")
    taker = _take_time if awaited.wanted is Wanted.TIME else _take_title
    await taker(visit, on, session)
    return None


async def _take_time(visit: Visit, on: Desk, session: Session) -> None:
    span = new_time(visit.text, session, on.agenda, visit.services.clock.now())
    if isinstance(span, Doubt):
        await _ask_again(visit, visit.words(DOUBTS[span]), session)
        return
    said = edit_text.done(visit.words, "edit.did_time", session)
    key = session.session_id
    change = partial(edits.retimed, session_id=key, starts=span.starts, ends=span.ends)
    await join(visit, change, said)


async def _take_title(visit: Visit, _on: Desk, session: Session) -> None:
    title = visit.text
    if not title or len(title) > MOST_TITLE or "\n" in title:
        await _ask_again(visit, visit.words("edit.title_unclear", most=MOST_TITLE), session)
        return
    said = edit_text.done(visit.words, "edit.did_title", session)
    await join(visit, partial(edits.renamed, session_id=session.session_id, title=title), said)


async def _take_name(visit: Visit, on: Desk) -> None:
    """The first line is the name, the others are the note."""
    name, _, note = visit.text.partition("\n")
    drafts, number = visit.services.agenda_drafts, on.draft.draft_id
    await show(visit, await visit.run(drafts.describe, visit.person, number, name, note))


async def _ask_again(visit: Visit, html: str, session: Session) -> None:
    await visit.say(html, edit_keyboards.asked(visit.words, session))
