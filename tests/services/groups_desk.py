"""The services around parallel sessions over a store of their own, with people and a clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Engine

from meeting.agenda import Agenda, ordered
from meeting.codes import session_code, short_code
from meeting.groups.fcfs import in_turn
from meeting.groups.model import Group, Member, Proposal, Short
from meeting.people import Community, Participant, Person, Role
from services.agenda import AgendaBook
from services.wiring_groups import Grouping, wire_groups
from store.agendas import Agendas
from store.database import prepare
from store.every_row import Rows
from tests.new_store import put_new_store
from tests.two_days import AGENDA, CLOSING, DINNER, FUNDING, LUNCH, PEACE, POLICE, ROOMS, at

BLOCK = "A"
CODE = short_code(BLOCK)
FUNDING_CODE, POLICE_CODE = session_code("funding"), session_code("police")
SEATS = {"nobel": 3, "munch": 3}
ROOMY = replace(AGENDA, rooms=tuple(replace(r, capacity=SEATS.get(r.room_id)) for r in ROOMS))
WITH_CHAIR = replace(
    ROOMY,
    sessions=ordered((LUNCH, PEACE, replace(FUNDING, chairs=("bo",)), POLICE, DINNER, CLOSING)),
)
ADA = Person("ada", "Ada Vik", "Norad", Community.DEVELOPMENT)
BO = Person("bo", "Bo Ek", "UNDP", Community.DIPLOMACY, Role.ORGANISER)
CY = Person("cy", "Cy Ora", "NATO", Community.DEFENCE)
DI = Person("di", "Di Lund", "Norad", Community.DEVELOPMENT)
ORGANISER = Participant(7, "Bo Ek")


class Hand:
    """A clock that a test sets."""

    time = at(11, "13:52")

    def now(self) -> object:
        return self.time


@dataclass
class Placer:
    """Takes people in turn, in place of the exact search; knows what it was asked."""

    asked: list[tuple[bool, Mapping[int, str]]] = field(default_factory=list)

    def __call__(
        self,
        members: Sequence[Member],
        groups: Sequence[Group],
        keep: bool,
        pinned: Mapping[int, str],
    ) -> Proposal | Short:
        self.asked.append((keep, pinned))
        return in_turn(members, groups, pinned)


@dataclass
class GroupsDesk:
    engine: Engine
    rows: Rows
    hand: Hand
    placer: Placer
    grouping: Grouping
    plans: list[str]

    def release(self, agenda: Agenda) -> None:
        self.rows.agendas.add(agenda, "", self.hand.time)

    def person(self, key: str) -> Participant:
        row = self.rows.people.by_key(key)
        assert row is not None
        return Participant(row.person_id + 100, row.person.name, person_id=row.person_id)

    def wish(self, key: str, *sessions: str) -> None:
        for each in sessions:
            self.grouping.wishes.tap(self.person(key), CODE, session_code(each), True)

    def propose(self) -> str:
        """Have the bot propose; the stamp of what it proposed."""
        stamp = self.grouping.groups.view(CODE).stamp
        return self.grouping.groups.propose(ORGANISER, CODE, stamp).stamp

    def groups(self) -> dict[str, str | None]:
        """The group of everybody, by key, as it would be."""
        return {one.key: one.group for one in self.grouping.groups.view(CODE).members}

    def assigned(self) -> dict[str, tuple[str, ...]]:
        """The sessions that everybody is assigned to, by key."""
        return {row.person.key: row.person.sessions for row in self.rows.people.everybody()}


def make_groups_desk(folder: Path, agenda: Agenda = ROOMY) -> GroupsDesk:
    engine = prepare(put_new_store(folder))
    rows, hand, placer, plans = Rows.on(engine), Hand(), Placer(), []
    book = AgendaBook(Agendas(engine), rows.people, rows.logistics, hand, agenda.zone)  # type: ignore[arg-type]
    grouping = wire_groups(rows, book, hand, lambda: plans.append("planned"), placer)  # type: ignore[arg-type]
    desk = GroupsDesk(engine, rows, hand, placer, grouping, plans)
    desk.release(agenda)
    rows.people.replace_list([ADA, BO, CY, DI])
    return desk
