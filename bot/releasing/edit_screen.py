"""The agenda on an editor's desk: as their draft has it, and one session of it to change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.agenda_keyboards import DAYS_SHOWN, first_of
from bot.agenda_text import SESSIONS_SHOWN
from bot.releasing import edit_keyboards, edit_text
from bot.releasing.screen import show, today
from bot.visit import Visit
from meeting.agenda import Agenda, Room, Session
from meeting.codes import session_code, short_code
from services.agenda_drafts import AgendaDraft
from services.errors import NotThere


@dataclass(frozen=True, slots=True)
class Desk:
    """The draft, or what holds where there is none."""

    draft: AgendaDraft

    @property
    def agenda(self) -> Agenda:
        return self.draft.agenda

    @property
    def seen(self) -> str:
        """Stands for the agenda as it is: a button that changes it holds the one of what its
        editor saw."""
        draft = self.draft
        joined = f":{draft.draft_id}:{draft.revision}" if draft.sources else ""
        return short_code(f"{draft.base}{joined}")

    def session(self, code: str) -> Session:
        """The session behind a button. Raises NotThere."""
        for session in self.agenda.sessions:
            if session_code(session.session_id) == code:
                return session
        raise NotThere("no such session")

    def room(self, code: str) -> Room:
        """The room behind a button. Raises NotThere."""
        for room in self.agenda.rooms:
            if short_code(room.room_id) == code:
                return room
        raise NotThere("no such room")

    def day(self, day: date | None) -> tuple[Session, ...]:
        """The sessions of a day. Raises NotThere where the agenda has none on it."""
        found = self.agenda.on(day) if day else ()
        if not found:
            raise NotThere("nothing starts on that day")
        return found


async def desk(visit: Visit) -> Desk:
    """What lies on the desk now."""
    return Desk(await visit.run(visit.services.agenda_drafts.working, visit.person))


def parameters(visit: Visit) -> list[str]:
    """What a button of /edit holds behind its name."""
    return visit.parameter.split(":")[1:]


async def join(visit: Visit, change: Callable[[Agenda], Agenda], said: str) -> None:
    """The change joins the draft, which is shown; `said` (plain) is kept of it. Raises
    NothingChanges."""
    drafts = visit.services.agenda_drafts
    await show(visit, await visit.run(drafts.edit, visit.person, change, said))


async def show_days(visit: Visit, on: Desk, text: str, near: str = "0") -> None:
    """The days to pick from, below `text` (HTML)."""
    everything = on.agenda.days()
    first = first_of(near, len(everything), DAYS_SHOWN)
    await visit.change(text, edit_keyboards.days(visit.words, everything, first, on.draft))


async def show_day(visit: Visit, on: Desk, day: date | None, near: str) -> None:
    """A page of the sessions of a day."""
    everything = on.day(day)
    first = first_of(near, len(everything), SESSIONS_SHOWN)
    text = edit_text.day(visit.words, everything[0].starts.date())
    await visit.change(text, edit_keyboards.sessions(visit.words, everything, first))


async def show_session(visit: Visit, on: Desk, session: Session, anew: bool = False) -> None:
    """What can be changed of a session; `anew`: in a message of its own."""
    position = on.agenda.on(session.starts.date()).index(session)
    text = edit_text.session(visit.words, on.agenda, session, today(visit))
    buttons = edit_keyboards.session(visit.words, session, on.seen, position)
    if anew:
        await visit.say(text, buttons)
    else:
        await visit.change(text, buttons)
