"""The people of the meeting: the organisers' list, the chats they write from, their sessions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine, RowMapping, delete, select, update

from meeting.people import Community, Person, Role, in_order
from store.chunks import chunks
from store.dialects import insert, reading, writing
from store.living_cards import outdate_days
from store.tables import people, sessions_of_people

ASSIGNED, FOLLOWING = "assigned", "following"
PLACED = select(
    people.c.chat_id,
    people.c.folded_key,
    sessions_of_people.c.session_id,
    sessions_of_people.c.kind,
).join_from(people, sessions_of_people, isouter=True)
ORGANISERS = select(people.c.id).where(people.c.role == Role.ORGANISER, people.c.listed)


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
    """The sessions of one person, by id: `assigned` by the list, `following` by their own tap;
    `folded_key` is what the agenda may call them by, in lower case."""

    assigned: frozenset[str]
    following: frozenset[str]
    folded_key: str = ""


class PeopleRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def everybody(self) -> tuple[PersonRow, ...]:
        """Everybody known, gone or not, by name."""
        with reading(self._engine) as connection:
            return _everybody(connection)

    def by_key(self, key: str) -> PersonRow | None:
        """The person with this key, whatever its case."""
        return self._one(people.c.folded_key == key.casefold())

    def by_id(self, person_id: int) -> PersonRow | None:
        return self._one(people.c.id == person_id)

    def by_chat(self, chat_id: int) -> PersonRow | None:
        """The person who writes from this chat."""
        return self._one(people.c.chat_id == chat_id)

    def replace_list(
        self, listed: Sequence[Person], keep_sessions: bool = False
    ) -> tuple[PersonRow, ...] | None:
        """This is the list now: those who are not on it are no longer listed. A role of None
        keeps the one that somebody has; assignments are those of the list, or with `keep_sessions`
        those that its people have.

        Returns everybody known before, by name; None, and nothing changed, where there was an
        organiser and this list would leave none.
        """
        with writing(self._engine) as connection:
            # Locked, so that nobody gives the role away while this list counts on them.
            organisers = set(connection.execute(ORGANISERS.with_for_update()).scalars())
            before = _everybody(connection)
            if organisers and not _has_organiser(listed, before):
                return None
            if keep_sessions:
                listed = _with_their_sessions(listed, before)
            connection.execute(update(people).values(listed=False))
            connection.execute(
                delete(sessions_of_people).where(sessions_of_people.c.kind == ASSIGNED)
            )
            for person in listed:
                person_id = _put(connection, person)
                _place(connection, person_id, person.sessions, ASSIGNED)
            outdate_days(connection, _placed_anew(before, listed))
        return before

    def linked_organisers(self) -> tuple[PersonRow, ...]:
        """The organisers on the list who have opened their invitation."""
        found = (people.c.role == Role.ORGANISER) & people.c.listed & people.c.chat_id.is_not(None)
        with reading(self._engine) as connection:
            rows = connection.execute(select(people).where(found)).mappings().all()
        return tuple(_row(row, ()) for row in rows)

    def set_role(self, person_id: int, role: Role) -> bool:
        """False, and nothing changed, where it would leave the list without any organiser."""
        with writing(self._engine) as connection:
            # Locked, so that two organisers cannot take the role from each other at once.
            before = set(connection.execute(ORGANISERS.with_for_update()).scalars())
            if role != Role.ORGANISER and before == {person_id}:
                return False
            connection.execute(update(people).where(people.c.id == person_id).values(role=role))
            return True

    def link(self, person_id: int, chat_id: int) -> int | None:
        """From now on the person writes from this chat; returns the one they have left, if any."""
        with writing(self._engine) as connection:
            return link_chat(connection, person_id, chat_id)

    def unlink(self, person_id: int) -> None:
        """The person's chat is a stranger's from now on."""
        with writing(self._engine) as connection:
            connection.execute(update(people).where(people.c.id == person_id).values(chat_id=None))

    def placement(self, person_id: int) -> Placement:
        """The sessions that somebody is assigned to, and those they follow."""
        with reading(self._engine) as connection:
            found = connection.execute(PLACED.where(people.c.id == person_id))
            return _placement(found.mappings().all())

    def placements(self, chat_ids: Sequence[int]) -> dict[int, Placement]:
        """The same for everybody on the list who writes from one of these chats, by chat."""
        found: dict[int, list[RowMapping]] = defaultdict(list)
        with reading(self._engine) as connection:
            for ids in chunks(chat_ids):
                theirs = PLACED.where(people.c.chat_id.in_(ids), people.c.listed)
                for row in connection.execute(theirs).mappings():
                    found[row["chat_id"]].append(row)
        return {chat_id: _placement(rows) for chat_id, rows in found.items()}

    def follow(self, person_id: int, session_id: str, follows: bool) -> None:
        """Put a session into somebody's day, or take it out; twice is the same as once."""
        with writing(self._engine) as connection:
            outdate_days(connection, [person_id])
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


def _placement(rows: Sequence[RowMapping]) -> Placement:
    """From the rows of one person in PLACED; of nobody, where there are none."""
    return Placement(
        frozenset(row["session_id"] for row in rows if row["kind"] == ASSIGNED),
        frozenset(row["session_id"] for row in rows if row["kind"] == FOLLOWING),
        rows[0]["folded_key"] if rows else "",
    )


def link_chat(connection: Connection, person_id: int, chat_id: int) -> int | None:
    """Link a person to a chat within a transaction; returns the chat they have left, if any."""
    before = connection.execute(select(people.c.chat_id).where(people.c.id == person_id)).scalar()
    # The chat of somebody who is off the list, and comes back under another key.
    connection.execute(update(people).where(people.c.chat_id == chat_id).values(chat_id=None))
    connection.execute(update(people).where(people.c.id == person_id).values(chat_id=chat_id))
    return before if before != chat_id else None


def _everybody(connection: Connection) -> tuple[PersonRow, ...]:
    sessions = _assigned(connection)
    rows = connection.execute(select(people)).mappings().all()
    found = [_row(row, sessions.get(row[people.c.id], ())) for row in rows]
    return tuple(sorted(found, key=lambda row: in_order(row.person.name)))


def _has_organiser(listed: Sequence[Person], known: Sequence[PersonRow]) -> bool:
    roles = {row.person.key.casefold(): row.person.role for row in known}
    return any((p.role or roles.get(p.key.casefold())) == Role.ORGANISER for p in listed)


def _with_their_sessions(listed: Sequence[Person], known: Sequence[PersonRow]) -> list[Person]:
    sessions = {row.person.key.casefold(): row.person.sessions for row in known}
    return [replace(one, sessions=sessions.get(one.key.casefold(), ())) for one in listed]


def _placed_anew(known: Sequence[PersonRow], listed: Sequence[Person]) -> list[int]:
    """Those of them who are assigned to other sessions now."""
    sessions = {person.key.casefold(): set(person.sessions) for person in listed}
    return [
        row.person_id
        for row in known
        if sessions.get(row.person.key.casefold(), set()) != set(row.person.sessions)
    ]


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
