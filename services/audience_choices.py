"""What an author can choose people by: every value that somebody has, with how many they are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from meeting.announcements import Announcement
from meeting.audience import Kind
from meeting.people import Community, Role
from services.agenda import AgendaBook
from services.audiences import Audiences
from store.announcements import AnnouncementRows

FIRST_WORDS = 40  # characters of an announcement that tell which one it is


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of one kind; `count` is of people on the list. `label` is a name as it is (of an
    organisation, a session, the first words of an announcement); empty where the bot has a text
    for the value (communities, roles, languages)."""

    kind: Kind
    value: str
    label: str
    count: int


class AudienceChoices:
    def __init__(
        self,
        audiences: Audiences,
        book: AgendaBook,
        announcements: AnnouncementRows,
        languages: Sequence[str],
    ) -> None:
        self._audiences = audiences
        self._book = book
        self._announcements = announcements
        self._languages = languages

    def of(self, kind: Kind, author: int | None = None) -> tuple[Choice, ...]:
        """All values of one kind that somebody has: sessions by time and without breaks,
        announcements newest first, of one author where a chat is given, organisations by name,
        the others in their own order."""
        candidates = self._audiences.candidates((kind,))
        counts = Counter(value for one in candidates for value in one.values(kind))
        labels = self._labels(kind, counts, author)
        return tuple(
            Choice(kind, value, label, counts[value])
            for value, label in labels.items()
            if counts[value]
        )

    def _labels(self, kind: Kind, counts: Counter[str], author: int | None) -> dict[str, str]:
        """The labels of the values, in the order in which they are shown."""
        match kind:
            case Kind.COMMUNITY:
                return dict.fromkeys(map(str, Community), "")
            case Kind.ROLE:
                return dict.fromkeys(map(str, Role), "")
            case Kind.LANGUAGE:
                return dict.fromkeys(self._languages, "")
            case Kind.ORGANISATION:
                return {name: name for name in sorted(counts, key=str.casefold) if name}
            case Kind.SESSION | Kind.GROUP:
                sessions = self._book.held().agenda.sessions
                return {s.session_id: s.title for s in sessions if not s.is_break}
            case Kind.UNSEEN:
                past = self._announcements.past(author)
                return {str(each.announcement_id): _first_words(each) for each in past}


def _first_words(announcement: Announcement) -> str:
    """The words that an announcement begins with; the name of its file where it has none."""
    message = announcement.version.message
    plain = next(iter(message.texts.values())).plain
    words = shorten(plain, FIRST_WORDS, placeholder="…")
    if words in ("", "…"):  # no words, or one that is longer than all there is room for
        words = plain.strip()[:FIRST_WORDS]
    return words or (message.medium.name if message.medium else "")
