"""The services around the door, over one store, with a clock whose hand a test moves."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from meeting.people import Community, Participant, Person, Role
from services.invitations import Invitations
from services.people import Listed, People
from services.roles import Roles
from store.chats import Chats
from store.database import prepare
from store.invitations import InvitationRows
from store.people import PeopleRows
from store.role_offers import RoleOffers
from tests.new_store import put_new_store

NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)
ORGANISER_ID = 7  # the Telegram user id of the first organiser
ANNA = Person("anna", "Anna Lind", "Norad", Community.DEVELOPMENT, Role.ORGANISER, "fr")
BO = Person("bo", "Bo Ek", "NATO", Community.DEFENCE, Role.PARTICIPANT)
EVA = Person("eva", "Eva Moe", role=Role.PARTICIPANT)


@dataclass
class Hand:
    """A clock that a test sets."""

    time: datetime = NOON

    def now(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


@dataclass
class Doorway:
    """Anna (organiser), Bo and Eva are on the list; nobody has opened the bot."""

    folder: Path
    everybody: bool = False
    clock: Hand = field(default_factory=Hand)

    def __post_init__(self) -> None:
        engine = prepare(put_new_store(self.folder))
        self.rows, chats = PeopleRows(engine), Chats(engine)
        self.rows.replace_list([ANNA, BO, EVA])
        self.people = People(self.rows, chats, self.clock, self.everybody, ORGANISER_ID)
        invitations = InvitationRows(engine)
        self.invitations = Invitations(
            invitations, self.rows, self.people, self.clock, days=60, alarm_misses=20
        )
        self.roles = Roles(self.rows, RoleOffers(engine), self.people, self.clock)

    def code(self, key: str) -> str:
        """A new code for somebody."""
        return self.invitations.issue([self.listed(key)])[0].code

    def listed(self, key: str) -> Listed:
        return self.people.by_key(key)

    def enter(self, key: str, chat_id: int) -> Participant:
        """Somebody opens a new link of theirs in a chat."""
        self.invitations.open(chat_id, self.code(key))
        person = self.people.meet(chat_id, key.capitalize(), "en")
        assert person is not None
        return person

    def is_in(self, chat_id: int) -> bool:
        return self.people.meet(chat_id, "Somebody", None) is not None
