"""A release: the new agenda, the end of its draft, what people are told, in one transaction."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select

from meeting.agenda_drafts import AgendaDraft
from meeting.delivery import State
from meeting.notices import NoticeKind
from meeting.telling import Lines
from store.agenda_drafts import take_agenda_draft
from store.agendas import NewAgenda, add_agenda, hold_newest
from store.candidates import CandidateRow, read_candidates
from store.change_notices import put_change_notices
from store.dialects import reading, writing
from store.outgoing import NOTICE
from store.tables import deliveries, notices

# Who is told what, by their ids, of all people on the list.
Tell = Callable[[Sequence[CandidateRow]], Mapping[int, Lines]]


@dataclass(frozen=True, slots=True)
class NewRelease:
    """What is written down of a release: it is made on the version `base`, and of `draft`, if any.
    The time is aware."""

    base: int
    agenda: NewAgenda
    now: datetime
    draft: AgendaDraft | None = None


@dataclass(frozen=True, slots=True)
class ReleasedRow:
    """A version that holds now, and how many people are told, are told should they unblock the bot,
    or have never opened it."""

    number: int
    told: int = 0
    unreachable: int = 0
    not_linked: int = 0


class ReleaseRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def release(self, new: NewRelease, tell: Tell) -> ReleasedRow | None:
        """Add the version, end the draft, and give everybody whom `tell` names one notice, unless
        the release is quiet: all or nothing. None, and nothing changed, where another version
        holds than the one it is made on, or the draft is not there as it was.

        `tell` is asked within the transaction: nobody puts a session into their day between the
        question and the answer.
        """
        with writing(self._engine) as connection:
            if hold_newest(connection) != new.base:
                return None
            if new.draft is not None and not take_agenda_draft(connection, new.draft):
                return None
            number = add_agenda(connection, new.agenda, new.now)
            if new.agenda.quiet:
                return ReleasedRow(number)
            author = new.agenda.author
            people = read_candidates(connection, unseen=False)
            told = put_change_notices(connection, number, tell(people), author, new.now)
            return _counted(number, [each for each in people if each.person_id in told])

    def told(self) -> dict[int, dict[State, int]]:
        """How many people's messages stand how, by the version that they are about."""
        query = (
            select(notices.c.cause, deliveries.c.state, func.count())
            .join_from(notices, deliveries, deliveries.c.subject_id == notices.c.id)
            .where(deliveries.c.kind == NOTICE, notices.c.kind == NoticeKind.CHANGE)
            .group_by(notices.c.cause, deliveries.c.state)
        )
        found: dict[int, dict[State, int]] = defaultdict(dict)
        with reading(self._engine) as connection:
            for cause, state, count in connection.execute(query):
                found[cause][State(state)] = count
        return dict(found)


def _counted(number: int, people: Sequence[CandidateRow]) -> ReleasedRow:
    return ReleasedRow(
        number,
        told=sum(one.reachable for one in people),
        unreachable=sum(one.linked and not one.reachable for one in people),
        not_linked=sum(not one.linked for one in people),
    )
