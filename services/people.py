"""Who is let in and as what, the list as organisers see it, and the language to speak."""

from dataclasses import dataclass, replace

from meeting.clock import Clock
from meeting.people import Participant, Person, Role
from services.errors import NotThere, UnknownKey
from store.chats import ChatRow, Chats
from store.people import PeopleRows, PersonRow


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the list of participants. `opened`: they have opened their invitation."""

    person_id: int
    person: Person
    opened: bool

    @property
    def role(self) -> Role:
        return self.person.role or Role.PARTICIPANT


class People:
    def __init__(
        self, rows: PeopleRows, chats: Chats, clock: Clock, everybody: bool, organiser: int | None
    ) -> None:
        """`everybody`: open access, for rehearsals; `organiser`: the user id that is let in as
        organiser while no organiser has opened the bot."""
        self._rows = rows
        self._chats = chats
        self._clock = clock
        self._everybody = everybody
        self._organiser = organiser

    def meet(self, chat_id: int, name: str, telegram_language: str | None) -> Participant | None:
        """The person of a private chat; None, and nothing kept, for somebody not invited.

        In a private chat Telegram's chat id is the person's user id.
        """
        row = self._rows.by_chat(chat_id)
        if row is not None and not row.listed:
            row = None
        is_first = self._is_first_organiser(chat_id)
        if row is None and not is_first and not self._everybody:
            return None
        if row is not None and is_first:
            self._rows.set_role(row.person_id, Role.ORGANISER)
        chat = self._chats.meet(chat_id, name, telegram_language, self._clock.now())
        person = _participant(chat, row)
        return replace(person, role=Role.ORGANISER) if is_first else person

    def choose_language(self, person: Participant, language: str | None) -> Participant:
        """Speak `language` with this person from now on; None follows their Telegram."""
        self._chats.choose_language(person.chat_id, language)
        return replace(person, chosen_language=language)

    def registration(self, person: Participant) -> Person | None:
        """What the list says of somebody; None for those let in without it."""
        row = None if person.person_id is None else self._rows.by_id(person.person_id)
        return row.person if row else None

    def listed(self) -> tuple[Listed, ...]:
        """Everybody on the list, by name."""
        return tuple(_listed(row) for row in self._rows.everybody() if row.listed)

    def one(self, person_id: int) -> Listed:
        """Somebody on the list; raises NotThere."""
        row = self._rows.by_id(person_id)
        if row is None or not row.listed:
            raise NotThere(f"nobody has the number {person_id}")
        return _listed(row)

    def by_key(self, key: str) -> Listed:
        """Somebody on the list, by the organisers' key whatever its case; raises UnknownKey."""
        row = self._rows.by_key(key.strip())
        if row is None or not row.listed:
            raise UnknownKey(key)
        return _listed(row)

    def reach(self, person_id: int) -> Participant | None:
        """Somebody to write to; None where they are off the list or have not opened the bot."""
        row = self._rows.by_id(person_id)
        return self._reached(row) if row is not None and row.listed else None

    def in_chat(self, chat_id: int) -> Participant | None:
        """Whoever writes from a chat that was let in; None where nobody has."""
        chat = self._chats.get(chat_id)
        return _participant(chat, self._rows.by_chat(chat_id)) if chat else None

    def admitted(self, chat_id: int) -> Participant | None:
        """Whoever writes from a chat, by the same rule as `meet`, where they are let in now."""
        chat, row = self._chats.get(chat_id), self._rows.by_chat(chat_id)
        if chat is None:
            return None
        if row is not None and row.listed:
            return _participant(chat, row)
        lets_in = self._everybody or self._is_first_organiser(chat_id)
        return _participant(chat, None) if lets_in else None

    def organisers(self) -> tuple[Participant, ...]:
        """The organisers who can be written to."""
        reached = [self._reached(row) for row in self._rows.linked_organisers()]
        return tuple(person for person in reached if person is not None)

    def _reached(self, row: PersonRow) -> Participant | None:
        chat = None if row.chat_id is None else self._chats.get(row.chat_id)
        return _participant(chat, row) if chat else None

    def _is_first_organiser(self, chat_id: int) -> bool:
        return chat_id == self._organiser and not self._rows.linked_organisers()


def _participant(chat: ChatRow, row: PersonRow | None) -> Participant:
    person = Participant(chat.chat_id, chat.name, chat.language, chat.language_code)
    if row is None:
        return person
    return replace(
        person,
        person_id=row.person_id,
        role=row.person.role or Role.PARTICIPANT,
        listed_language=row.person.language,
    )


def _listed(row: PersonRow) -> Listed:
    return Listed(row.person_id, row.person, row.chat_id is not None)
