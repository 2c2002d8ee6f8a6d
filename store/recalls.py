"""Recalls: people whose answer rests on a passage that changed are told, with the publication."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, RowMapping, select

from knowledge.outdated import Fates, outdated
from knowledge.papers import Passage, VersionLabel
from knowledge.versions import PassageChange, compare
from meeting.delivery import Urgency
from meeting.notices import RecallNoun
from meeting.paper_audience import PaperAudience, Reader
from store.dialects import insert, reading, writing
from store.notices import NewNotice, put_notice
from store.paper_readers import newest_agenda, who_may_read
from store.readable import audience_from, readable
from store.rows import label, passage
from store.tables import papers, passages, recalled, versions
from store.told import ToldRow, told_from

# A recall is of use as long as the meeting goes on, and two days at least.
USEFUL_AT_LEAST = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Standing:
    """A paper as it stands for somebody: the version that holds, and what they were told from it.
    `numbers` are those of its versions, by their ids."""

    live: VersionLabel
    told: ToldRow
    numbers: Mapping[int, int]


class Recalls:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def standing(
        self, paper_id: int, person_id: int, reader: Reader, now: datetime
    ) -> Standing | None:
        """None where the paper is not there, not published, or not for this reader; and where
        they were told nothing from it, or want to hear of no changes."""
        live_one = select(versions).join(papers, papers.c.live_version_id == versions.c.id)
        every_one = select(versions.c.id, versions.c.number).where(versions.c.paper_id == paper_id)
        with reading(self._engine) as connection:
            found = connection.execute(live_one.where(papers.c.id == paper_id, readable(reader)))
            row = found.mappings().one_or_none()
            told = told_from(connection, paper_id, now, person_id).get(person_id)
            if row is None or told is None:
                return None
            numbers = {each.id: each.number for each in connection.execute(every_one)}
            return Standing(label(row), told, numbers)

    def tells(self, notice_id: int, person_id: int, version_id: int) -> None:
        """Note which version the recall that somebody is about to get tells of. It counts once it
        has arrived."""
        told_of = {"version_id": version_id}
        with writing(self._engine) as connection:
            connection.execute(
                insert(connection, recalled)
                .values(notice_id=notice_id, person_id=person_id, **told_of)
                .on_conflict_do_update(
                    index_elements=[recalled.c.notice_id, recalled.c.person_id], set_=told_of
                )
            )


def put_recalls(
    connection: Connection,
    before_version_id: int,
    after_version_id: int,
    changes: Sequence[PassageChange],
    now: datetime,
) -> int:
    """Tell everybody whose answers rest on what this publication changes, within its transaction:
    one notice a person, however many answers. Returns how many are told. `now` is aware."""
    found = people_to_recall(connection, before_version_id, after_version_id, changes, now)
    if found:
        noun = RecallNoun(_paper(connection, after_version_id).paper_id, after_version_id, now)
        until = max(now + USEFUL_AT_LEAST, _meeting_ends(connection))
        new = NewNotice(noun.key, noun, Urgency.ROUTINE, until, cause=after_version_id)
        put_notice(connection, new, found, now)
    return len(found)


def people_to_recall(
    connection: Connection,
    before_version_id: int,
    after_version_id: int,
    changes: Sequence[PassageChange],
    now: datetime,
) -> tuple[int, ...]:
    """The ids of the people whom `put_recalls` would tell, in order. `changes` are those from the
    version before; what older versions told is compared here."""
    paper = _paper(connection, after_version_id)
    told = told_from(connection, paper.paper_id, now)
    between = _between(connection, {(before_version_id, after_version_id): changes})
    concerned = [
        person_id
        for person_id, row in sorted(told.items())
        if outdated(row.told, row.recalled, after_version_id, between)
    ]
    return tuple(filter(who_may_read(connection, paper.audience), concerned))


def _between(
    connection: Connection, known: Mapping[tuple[int, int], Sequence[PassageChange]]
) -> Callable[[int, int], Fates]:
    texts: dict[int, tuple[Passage, ...]] = {}
    made: dict[tuple[int, int], Fates] = {}

    def text(version_id: int) -> tuple[Passage, ...]:
        if version_id not in texts:
            texts[version_id] = _passages(connection, version_id)
        return texts[version_id]

    def between(before: int, after: int) -> Fates:
        pair = before, after
        if pair not in made:
            old, new = text(before), text(after)
            changes = known[pair] if pair in known else compare(old, new)
            made[pair] = Fates(old, new, changes)
        return made[pair]

    return between


@dataclass(frozen=True, slots=True)
class _Paper:
    paper_id: int
    audience: PaperAudience


def _paper(connection: Connection, version_id: int) -> _Paper:
    query = (
        select(papers.c.id, papers.c.audience)
        .join(versions, versions.c.paper_id == papers.c.id)
        .where(versions.c.id == version_id)
    )
    row = connection.execute(query).one()
    return _Paper(row.id, audience_from(row.audience))


def _meeting_ends(connection: Connection) -> datetime:
    agenda = newest_agenda(connection)
    ends = [session.ends.astimezone(UTC) for session in agenda.sessions] if agenda else []
    return max(ends, default=datetime.min.replace(tzinfo=UTC))


def _passages(connection: Connection, version_id: int) -> tuple[Passage, ...]:
    query = (
        select(passages).where(passages.c.version_id == version_id).order_by(passages.c.position)
    )
    rows: Sequence[RowMapping] = connection.execute(query).mappings().all()
    return tuple(map(passage, rows))
