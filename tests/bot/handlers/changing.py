"""What tests of agenda changes share: an agenda with seats, its people, and files of it."""

from dataclasses import replace

from meeting.agenda import Agenda, Session, ordered
from meeting.formats.workbook_out import write_workbook
from meeting.people import Person, Role
from rehearsal.phone import Phone
from rehearsal.screen import ScreenMessage
from tests.two_days import AGENDA

SEATS = {"fram": 70, "nobel": 1, "munch": 20, "restaurant": 80}
SEATED = replace(
    AGENDA, rooms=tuple(replace(r, capacity=SEATS[r.room_id]) for r in AGENDA.rooms)
)  # fmt: skip
# "Dinner" is in a room that is on no list of rooms; a file would put it there.
HELD = replace(
    SEATED,
    sessions=tuple(
        replace(s, room="restaurant") if s.session_id == "dinner" else s for s in SEATED.sessions
    ),
)
OLA = Person("ola", "Ola Li", "Norad", role=Role.ORGANISER, language="en")
EDDA = Person("edda", "Edda Moe", "Norad", role=Role.EDITOR, language="en")
ADA = Person("ada@example.org", "Ada Vik", "Norad", language="en", sessions=("funding",))
LUC = Person("luc", "Luc Roy", "MFA", language="fr", sessions=("police",))
BO = Person("bo", "Bo Ek", "UNDP", language="en")
EVERYBODY = (OLA, EDDA, ADA, LUC, BO)


def changed(session_id: str, agenda: Agenda = HELD, **fields: object) -> Agenda:
    """The agenda with one session that is otherwise."""
    sessions = (
        replace(each, **fields) if each.session_id == session_id else each  # type: ignore[arg-type]
        for each in agenda.sessions
    )
    return replace(agenda, sessions=ordered(sessions))


def without(*ids: str, agenda: Agenda = HELD) -> Agenda:
    """The agenda without these sessions."""
    left: tuple[Session, ...] = tuple(s for s in agenda.sessions if s.session_id not in ids)
    return replace(agenda, sessions=left)


async def send_file(phone: Phone, agenda: Agenda, name: str = "agenda.xlsx") -> ScreenMessage:
    """What the bot says to a workbook with this agenda."""
    await phone.send_document(write_workbook(agenda), name)
    return await phone.next_message()
