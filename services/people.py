"""Who is let in, and the language that each person has chosen."""

from meeting.clock import Clock
from meeting.people import Participant
from store.chats import ChatRow, Chats


class People:
    def __init__(self, chats: Chats, clock: Clock, everybody: bool, organiser: int | None) -> None:
        """`everybody`: open access, for rehearsals; `organiser`: the user id let in without it."""
        self._chats = chats
        self._clock = clock
        self._everybody = everybody
        self._organiser = organiser

    def meet(self, chat_id: int, name: str, telegram_language: str | None) -> Participant | None:
        """The person of a private chat; None, and nothing kept, for somebody not invited.

        In a private chat Telegram's chat id is the person's user id.
        """
        if not self._everybody and chat_id != self._organiser:
            return None
        return _participant(self._chats.meet(chat_id, name, telegram_language, self._clock.now()))

    def choose_language(self, person: Participant, language: str | None) -> Participant:
        """Speak `language` with this person from now on; None follows their Telegram."""
        self._chats.choose_language(person.chat_id, language)
        return Participant(person.chat_id, person.name, language, person.telegram_language)


def _participant(row: ChatRow) -> Participant:
    return Participant(row.chat_id, row.name, row.language, row.language_code)
