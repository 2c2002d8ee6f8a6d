"""Drafts of the agenda for tests of what is shown of them: an agenda before, one after."""

from collections.abc import Sequence
from datetime import date

from bot.wording import load_wording
from meeting.agenda import Agenda
from meeting.agenda_drafts import AgendaDraft, Source, SourceKind
from meeting.changes import SessionChange, by_session, diff
from meeting.matching import Match
from meeting.release_warnings import Warning
from services.agenda_drafts import DraftView, Faster, Told
from tests.two_days import AGENDA

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
MONDAY = date(2008, 2, 11)
FILE = Source(SourceKind.FILE, "agenda.xlsx")
BESIDE = ("RoomAdded", "RoomClosed", "RoomRevised", "RoomsOrdered", "ZoneChanged")


def told(
    name: str,
    *lines: SessionChange,
    linked: bool = True,
    reachable: bool = True,
    key: str = "",
) -> Told:
    """Somebody who would be told these changes."""
    return Told(1, name, lines, linked, reachable, key)


def view(
    after: Agenda,
    before: Agenda = AGENDA,
    people: Sequence[Told] = (),
    warnings: Sequence[Warning] = (),
    faster: Faster | None = None,
    matches: Sequence[Match] = (),
    **draft: object,
) -> DraftView:
    """A draft of `after`, made on version 4, which is `before`."""
    of = {"sources": (FILE,), "base": 4} | draft
    lines = by_session(before, after)
    rooms = tuple(c for c in diff(before, after) if type(c).__name__ in BESIDE)
    counts = {line.session_id: sum(line in one.lines for one in people) for line in lines}
    return DraftView(
        draft=AgendaDraft(12, 7, 3, agenda=after, **of),  # type: ignore[arg-type]
        before=before,
        after=after,
        lines=lines,
        room_changes=rooms,
        warnings=tuple(warnings),
        told=tuple(people),
        counts=counts,
        faster=faster,
        matches=tuple(matches),
    )
