"""One session changed by a button: another room, later, gone; it joins the draft."""

from collections.abc import Callable
from functools import partial

from bot.gently import not_twice, or_note
from bot.releasing import edit_text
from bot.releasing.edit_screen import Desk, desk, join, parameters, show_session
from bot.visit import Visit
from meeting import edits
from meeting.agenda import Agenda, Session

# What a button asks for: the change, and what is kept of it in words.
Wish = tuple[Callable[[Agenda], Agenda], str]


@or_note
@not_twice
async def move(visit: Visit) -> str | None:
    """A room was tapped."""

    def wish(on: Desk, session: Session, room_code: str) -> Wish:
        room = on.room(room_code)
        said = edit_text.done(visit.words, "edit.did_room", session, room=room.name)
        return partial(edits.moved, session_id=session.session_id, room_id=room.room_id), said

    return await _change(visit, wish)


@or_note
@not_twice
async def swap(visit: Visit) -> str | None:
    """A session to exchange rooms with was tapped."""

    def wish(on: Desk, session: Session, other_code: str) -> Wish:
        other = on.session(other_code)
        said = edit_text.swapped(visit.words, session, other)
        key, other_key = session.session_id, other.session_id
        return partial(edits.swapped, first_id=key, second_id=other_key), said

    return await _change(visit, wish)


@or_note
@not_twice
async def late(visit: Visit) -> str | None:
    """[Late +5] and so on: what follows in the room gives way."""

    def wish(_on: Desk, session: Session, minutes: str) -> Wish:
        said = edit_text.done(visit.words, "edit.did_late", session, minutes=minutes)
        now, key = visit.services.clock.now(), session.session_id
        return partial(edits.late, session_id=key, minutes=int(minutes), at=now), said

    return await _change(visit, wish)


@or_note
@not_twice
async def cancel(visit: Visit) -> str | None:
    """[Cancel the session]"""

    def wish(_on: Desk, session: Session, _nothing: str) -> Wish:
        said = edit_text.done(visit.words, "edit.did_cancel", session)
        return partial(edits.cancelled, session_id=session.session_id), said

    return await _change(visit, wish)


async def _change(visit: Visit, wish: Callable[[Desk, Session, str], Wish]) -> str | None:
    """Once, and only of what its editor saw: else they see how it stands now."""
    on = await desk(visit)
    code, *what, seen = parameters(visit)
    session = on.session(code)
    if seen != on.seen:
        await show_session(visit, on, session)
        return "release.moved"
    change, said = wish(on, session, *(what or [""]))
    await join(visit, change, said)
    return None
