"""The host of a room: late, full, ended, moved. Who hosts which room, the service knows."""

import functools
from collections.abc import Callable

from bot.gently import Noting, not_twice, or_note
from bot.hosting import host_keyboards, host_text
from bot.releasing import edit_text
from bot.visit import Handler, Visit
from meeting.agenda import Room
from meeting.people import Participant
from services.errors import RoomMovedOn
from services.hosted_rooms import Choice, RoomView
from services.room_changes import Hearers, Plan
from services.room_notices import Said

Saying = Callable[[Participant, str, str], Said]


def hosting(handler: Noting) -> Handler:
    """The handler; where the room has moved on, the message shows it as it is now, with a note."""

    @functools.wraps(handler)
    async def shown(visit: Visit) -> str | None:
        try:
            return await handler(visit)
        except RoomMovedOn as error:
            await _show(visit, error.view)
            raise

    return or_note(not_twice(shown))


@hosting
async def show(visit: Visit) -> str | None:
    """The message becomes the room."""
    await _show(visit, await _view(visit))
    return None


@hosting
async def send(visit: Visit) -> str | None:
    """The room as a message of its own, below a session's card."""
    view = await _view(visit)
    await visit.say(host_text.room(visit.words, view), host_keyboards.room(visit.words, view))
    return None


@hosting
async def late(visit: Visit) -> str | None:
    """[Late…]: by how many minutes, and of what is on now or next."""
    choice = await _choice(visit)
    buttons = host_keyboards.late(visit.words, choice)
    await visit.change(host_text.ask_late(visit.words, choice), buttons)
    return None


@hosting
async def rooms(visit: Visit) -> str | None:
    """[Moved…]: into which of the free rooms; a page of them."""
    choice = await _choice(visit)
    first = int(_parts(visit)[2] or 0)
    buttons = host_keyboards.rooms(visit.words, choice, first)
    await visit.change(host_text.ask_room(visit.words, choice), buttons)
    return None


@hosting
async def plan(visit: Visit) -> str | None:
    """The change that was picked, with how many it tells."""
    found = await _plan(visit)
    buttons = host_keyboards.plan(visit.words, found)
    await visit.change(host_text.plan(visit.words, found), buttons)
    return None


@hosting
async def tell(visit: Visit) -> str | None:
    """[Tell them]: the change holds, and those concerned are told."""
    found, seen = await _plan(visit), _parts(visit)[3]
    changes, name = visit.services.room_host.changes, _name(visit, found)
    done = await visit.run(changes.tell, visit.person, found.edit, seen, name)
    visit.house.wake_courier()
    told = Hearers(done.told, done.not_linked, done.unreachable)
    await _report(visit, found.room, host_text.changed(visit.words, found, told))
    return None


@hosting
async def full(visit: Visit) -> str | None:
    """[Full]: who was coming is told, and where there are seats left."""
    await _say(visit, visit.services.room_host.notices.full)
    return None


@hosting
async def ended(visit: Visit) -> str | None:
    """[Ended]: those of the next session in the room are told that they can come in."""
    await _say(visit, visit.services.room_host.notices.ended)
    return None


async def _say(visit: Visit, say: Saying) -> None:
    room, session, *_ = _parts(visit)
    said = await visit.run(say, visit.person, room, session)
    visit.house.wake_courier()
    await _report(visit, said.room, host_text.said(visit.words, said))


async def _report(visit: Visit, room: Room, html: str) -> None:
    await visit.change(html, host_keyboards.done(visit.words, room))


async def _show(visit: Visit, view: RoomView) -> None:
    await visit.change(host_text.room(visit.words, view), host_keyboards.room(visit.words, view))


async def _view(visit: Visit) -> RoomView:
    return await visit.run(visit.services.room_host.rooms.view, visit.person, _parts(visit)[0])


async def _choice(visit: Visit) -> Choice:
    room, session, *_ = _parts(visit)
    return await visit.run(visit.services.room_host.rooms.choice, visit.person, room, session)


async def _plan(visit: Visit) -> Plan:
    edit = host_keyboards.edit_of(*_parts(visit)[:3])
    return await visit.run(visit.services.room_host.changes.plan, visit.person, edit)


def _name(visit: Visit, plan: Plan) -> str:
    """What the version of the agenda is called in the history, in the host's language."""
    edit, session = plan.edit, plan.session
    if edit.to:
        room = plan.changes[0].room_after
        return edit_text.done(visit.words, "edit.did_room", session, room=room.name if room else "")
    return edit_text.done(visit.words, "edit.did_late", session, minutes=edit.minutes)


def _parts(visit: Visit) -> list[str]:
    """What follows the word for the deed: the codes of room and session, and what there is more."""
    _, *parts = visit.parameter.split(":")
    return [*parts, "", ""]
