"""/edit: from the days, or from words of its title, to one session and what to change of it."""

from bot.agenda_keyboards import day_of, first_of
from bot.agenda_text import SESSIONS_SHOWN
from bot.gently import not_twice, or_note
from bot.releasing import edit_keyboards, edit_text
from bot.releasing.edit_screen import Desk, desk, parameters, show_day, show_days, show_session
from bot.releasing.screen import today
from bot.visit import Visit
from meeting.finding import by_title, rooms_for, to_swap_with
from services.agenda_drafts import Awaited, Wanted


@or_note
async def begin(visit: Visit) -> str | None:
    """/edit, with words of a title behind it or without."""
    on, wanted = await desk(visit), visit.text.partition(" ")[2].strip()
    if not on.agenda.sessions:
        return "history.none"
    if wanted:
        await _find(visit, on, wanted)
    else:
        await show_days(visit, on, visit.words("edit.days"))
    return None


@or_note
async def days(visit: Visit) -> str | None:
    """[◀ All days], and other pages of days."""
    on = await desk(visit)
    if not on.agenda.sessions:
        return "history.none"
    await show_days(visit, on, visit.words("edit.days"), parameters(visit)[0])
    return None


@or_note
async def day(visit: Visit) -> str | None:
    """A page of the sessions of a day."""
    data, page = parameters(visit)
    await show_day(visit, await desk(visit), day_of(data), page)
    return None


@or_note
async def one(visit: Visit) -> str | None:
    """A session, and what can be changed of it."""
    on = await desk(visit)
    await show_session(visit, on, on.session(parameters(visit)[0]))
    return None


@or_note
@not_twice
async def open_one(visit: Visit) -> str | None:
    """[Edit], below a session's card, which stays."""
    on = await desk(visit)
    await show_session(visit, on, on.session(parameters(visit)[0]), anew=True)
    return None


@or_note
async def ask_time(visit: Visit) -> str | None:
    """[Time…]: the next message is taken for it."""
    session = (await desk(visit)).session(parameters(visit)[0])
    await _await(visit, Awaited(Wanted.TIME, session.session_id))
    text = edit_text.ask_time(visit.words, session, today(visit))
    await visit.change(text, edit_keyboards.asked(visit.words, session))
    return None


@or_note
async def ask_title(visit: Visit) -> str | None:
    """[Rename…]: the next message is taken for it."""
    session = (await desk(visit)).session(parameters(visit)[0])
    await _await(visit, Awaited(Wanted.TITLE, session.session_id))
    text = edit_text.ask_title(visit.words, session)
    await visit.change(text, edit_keyboards.asked(visit.words, session))
    return None


@or_note
async def rooms(visit: Visit) -> str | None:
    """[Room…]: the other rooms, free ones first."""
    on, (code, page) = await desk(visit), parameters(visit)
    session = on.session(code)
    seats = rooms_for(on.agenda, session)
    if not seats:
        return "edit.no_other_room"
    first = first_of(page, len(seats), edit_keyboards.ROOMS_SHOWN)
    buttons = edit_keyboards.rooms(visit.words, session, seats, on.seen, first)
    await visit.change(edit_text.ask_room(visit.words, session, today(visit)), buttons)
    return None


@or_note
async def swaps(visit: Visit) -> str | None:
    """[Swap rooms with…]: the sessions of the day that are in another room."""
    on, (code, page) = await desk(visit), parameters(visit)
    session = on.session(code)
    others = to_swap_with(on.agenda, session)
    if session.room is None or not others:
        return "edit.no_other_session"
    first = first_of(page, len(others), SESSIONS_SHOWN)
    buttons = edit_keyboards.swaps(visit.words, on.agenda, session, others, on.seen, first)
    await visit.change(edit_text.ask_swap(visit.words, session), buttons)
    return None


async def _find(visit: Visit, on: Desk, wanted: str) -> None:
    sessions = by_title(on.agenda, wanted)
    if not sessions:
        await show_days(visit, on, visit.words("edit.not_found"))
    elif len(sessions) == 1:
        await show_session(visit, on, sessions[0])
    else:
        buttons = edit_keyboards.found(visit.words, sessions, today(visit))
        await visit.say(edit_text.found(visit.words, len(sessions)), buttons)


async def _await(visit: Visit, awaited: Awaited) -> None:
    await visit.run(visit.services.agenda_drafts.await_, visit.person, awaited)
