"""Who may read a paper, of everybody on the list at once, within a transaction."""

from collections.abc import Callable

from sqlalchemy import Connection, select

from meeting.agenda import Agenda
from meeting.common import common
from meeting.paper_audience import FOR_ALL, PaperAudience, listed_reader, may_read
from store.agenda_document import from_document
from store.candidates import read_candidates
from store.tables import agendas


def who_may_read(connection: Connection, audience: PaperAudience) -> Callable[[int], bool]:
    """Whether a paper is for somebody on the list, by the ids of people: what `services/readers.py`
    asks of one of them, for all at once."""
    if audience == FOR_ALL:
        return lambda _person_id: True
    agenda = newest_agenda(connection)
    concerning_all = common(agenda) if agenda else frozenset[str]()
    readers = {
        row.person_id: listed_reader(
            row.participant.role,
            row.community,
            row.assigned,
            _parts(agenda, row.folded_key),
            concerning_all,
        )
        for row in read_candidates(connection, unseen=False)
    }
    return lambda person_id: person_id in readers and may_read(audience, readers[person_id])


def _parts(agenda: Agenda | None, key: str) -> frozenset[str]:
    sessions = agenda.sessions if agenda else ()
    return frozenset(session.session_id for session in sessions if session.parts_of(key))


def newest_agenda(connection: Connection) -> Agenda | None:
    """The one that holds; None where there is none yet."""
    newest = select(agendas.c.document).order_by(agendas.c.number.desc()).limit(1)
    document = connection.execute(newest).scalar()
    return from_document(document) if document else None
