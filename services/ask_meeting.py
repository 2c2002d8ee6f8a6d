"""Questions about the agenda and practical matters, answered from the rows that hold now."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from meeting.agenda import Agenda, Session
from meeting.asking.answers import MeetingAnswer, Table
from meeting.asking.reader import answer
from meeting.people import Participant
from services.agenda import AgendaBook
from services.people import People

REMEMBERED = timedelta(minutes=30)  # how long "who chairs it?" still means the session told last
CHATS = 10_000  # of which the session told last is remembered


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The session that a chat was told of, and when."""

    session_id: str
    at: datetime


class AskMeeting:
    """Thread-safe. What each chat was told of last is kept in memory only: a restart forgets it,
    and a question that needs it is then answered as if it were the first."""

    def __init__(self, book: AgendaBook, people: People, is_word: Callable[[str], bool]) -> None:
        """`is_word` tells the common words of English, which are never taken for slips."""
        self._book = book
        self._people = people
        self._is_word = is_word
        self._mentioned: OrderedDict[int, Mentioned] = OrderedDict()
        self._lock = Lock()

    def answer(self, person: Participant, text: str) -> MeetingAnswer | None:
        """Answer from the rows that hold; None where the question is not clearly about them."""
        registered = self._people.registration(person)
        held = self._book.held()
        now = self._book.clock.now().astimezone(self._book.zone)
        table = Table(
            agenda=held.agenda,
            now=now,
            mine=self._book.mine(person, held),
            people=self._book.people,
            logistics=self._book.logistics(),
            mentioned=self._last(person.chat_id, held.agenda, now),
            me=registered.key if registered else None,
            is_word=self._is_word,
        )
        found = answer(text, table)
        if found is not None and found.told is not None:
            self._remember(person.chat_id, found.told, now)
        return found

    def _last(self, chat_id: int, agenda: Agenda, now: datetime) -> Session | None:
        with self._lock:
            mentioned = self._mentioned.get(chat_id)
        if mentioned is None or now - mentioned.at > REMEMBERED:
            return None
        return agenda.session(mentioned.session_id)

    def _remember(self, chat_id: int, session: Session, now: datetime) -> None:
        with self._lock:
            self._mentioned[chat_id] = Mentioned(session.session_id, now)
            self._mentioned.move_to_end(chat_id)
            if len(self._mentioned) > CHATS:
                self._mentioned.popitem(last=False)
