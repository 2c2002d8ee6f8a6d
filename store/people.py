"""The people of the meeting: the organisers' list, the chats they write from, their sessions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, RowMapping, delete, select, update

from meeting.people import Community, Person, Role
from store.dialects import insert, reading, writing
from store.tables import people, sessions_of_people

ASSIGNED, FOLLOWING = "assigned", "following"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody known. `listed`: still on the organisers' list; `chat_id`: None until they have
    opened their invitation."""

    person_id: int
    person: Person
    listed: bool
    chat_id: int | None


@dataclass(frozen=True, slots=True)
class Placement:
    """The sessions of one person, by id: `assigned` by the list, `following` by their own tap."""

    assigned: frozenset[str]
    following: frozenset[str]


class PeopleRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def everybody(self) -> tuple[PersonRow, ...]:
        """Everybody known, gone or not, by name."""
        with reading(self._engine) as connection:
            sessions = _assigned(connection)
            rows = connection.execute(select(people)).mappings().all()
        found = [_row(row, sessions.get(row[people.c.id], ())) for row in rows]
        return tuple(sorted(found, key=lambda row: row.person.name.casefold()))

    def by_key(self, key: str) -> PersonRow | None:
        """The person with this key, whatever its case."""
        return self._one(people.c.folded_key == key.casefold())

    def by_id(self, person_id: int) -> PersonRow | None:
        return self._one(people.c.id == person_id)

    def by_chat(self, chat_id: int) -> PersonRow | None:
        """The person who writes from this chat."""
        return self._one(people.c.chat_id == chat_id)

    def replace_list(self, listed: Sequence[Person]) -> None:
        """This is the list now: those who are not on it are no longer listed. A role of None
        keeps the one that somebody has; assignments are those of the list."""
        with writing(self._engine) as connection:
            connection.execute(update(people).values(listed=False))
            connection.execute(
                delete(sessions_of_people).where(sessions_of_people.c.kind == ASSIGNED)
            )
            for person in listed:
                person_id = _put(connection, person)
                _place(connection, person_id, person.sessions, ASSIGNED)

    def set_role(self, person_id: int, role: Role) -> None:
        with writing(self._engine) as connection:
            connection.execute(update(people).where(people.c.id == person_id).values(role=role))

    def placement(self, person_id: int) -> Placement:
        """The sessions that somebody is assigned to, and those they follow."""
        with reading(self._engine) as connection:
            rows = connection.execute(
                select(sessions_of_people.c.session_id, sessions_of_people.c.kind).where(
                    sessions_of_people.c.person_id == person_id
                )
            ).all()
        return Placement(
            frozenset(row.session_id for row in rows if row.kind == ASSIGNED),
            frozenset(row.session_id for row in rows if row.kind == FOLLOWING),
        )

    def follow(self, person_id: int, session_id: str, follows: bool) -> None:
        """Put a session into somebody's day, or take it out; twice is the same as once."""
        with writing(self._engine) as connection:
            if follows:
                _place(connection, person_id, [session_id], FOLLOWING)
                return
            connection.execute(
                delete(sessions_of_people).where(
                    sessions_of_people.c.person_id == person_id,
                    sessions_of_people.c.session_id == session_id,
                    sessions_of_people.c.kind == FOLLOWING,
                )
            )

    def _one(self, condition: object) -> PersonRow | None:
        with reading(self._engine) as connection:
            row = connection.execute(select(people).where(condition)).mappings().one_or_none()  # type: ignore[arg-type]
            if row is None:
                return None
            sessions = _assigned(connection, row[people.c.id])
            return _row(row, sessions.get(row[people.c.id], ()))


def _put(connection: Connection, person: Person) -> int:
    said = {
        "key": person.key,
        "name": person.name,
        "organisation": person.organisation,
        "community": person.community,
        "language": person.language,
        "listed": True,
    } | ({} if person.role is None else {"role": person.role})
    put = insert(connection, people).values(
        {"folded_key": person.key.casefold(), "role": Role.PARTICIPANT} | said
    )
    changed = put.on_conflict_do_update(index_elements=[people.c.folded_key], set_=said)
    person_id: int = connection.execute(changed.returning(people.c.id)).scalar_one()
    return person_id


def _place(connection: Connection, person_id: int, sessions: Iterable[str], kind: str) -> None:
    rows = [{"person_id": person_id, "session_id": one, "kind": kind} for one in set(sessions)]
    if rows:
        connection.execute(insert(connection, sessions_of_people).on_conflict_do_nothing(), rows)


def _assigned(connection: Connection, person_id: int | None = None) -> dict[int, tuple[str, ...]]:
    wanted = select(sessions_of_people).where(sessions_of_people.c.kind == ASSIGNED)
    if person_id is not None:
        wanted = wanted.where(sessions_of_people.c.person_id == person_id)
    found: dict[int, tuple[str, ...]] = {}
    for row in connection.execute(wanted.order_by(sessions_of_people.c.session_id)):
        found[row.person_id] = (*found.get(row.person_id, ()), row.session_id)
    return found


def _row(row: RowMapping, sessions: tuple[str, ...]) -> PersonRow:
    person = Person(
        key=row[people.c.key],
        name=row[people.c.name],
        organisation=row[people.c.organisation],
        community=Community(row[people.c.community]),
        role=Role(row[people.c.role]),
        language=row[people.c.language],
        sessions=sessions,
    )
    return PersonRow(row[people.c.id], person, row[people.c.listed], row[people.c.chat_id])
