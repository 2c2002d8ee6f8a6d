"""Agendas that editors are about to release: one draft for each chat."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, delete, insert, select, update

from meeting.agenda_drafts import AgendaDraft, Awaited, Source, SourceKind, Wanted
from meeting.matching import Match
from store.agenda_document import from_document, to_document
from store.dialects import reading, writing
from store.tables import agenda_drafts as drafts


class AgendaDraftRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of_chat(self, chat_id: int) -> AgendaDraft | None:
        """The draft in this chat."""
        wanted = select(drafts).where(drafts.c.chat_id == chat_id)
        with reading(self._engine) as connection:
            row = connection.execute(wanted).mappings().one_or_none()
        return _draft(row) if row else None

    def awaits(self, chat_id: int) -> Awaited | None:
        """What the next message from this chat is for; one look at one row, not at its agenda."""
        wanted = select(drafts.c.awaits).where(drafts.c.chat_id == chat_id)
        with reading(self._engine) as connection:
            return _awaited(connection.execute(wanted).scalar())

    def put(self, draft: AgendaDraft, now: datetime) -> AgendaDraft:
        """Begin this draft, in place of the one in its chat; it gets a number of its own."""
        row = _row(draft) | {"chat_id": draft.chat_id, "updated_at": now}
        with writing(self._engine) as connection:
            connection.execute(delete(drafts).where(drafts.c.chat_id == draft.chat_id))
            added = connection.execute(insert(drafts).values(row).returning(drafts.c.id))
            return replace(draft, draft_id=added.scalar_one())

    def change(self, draft: AgendaDraft, before: int, now: datetime) -> bool:
        """Keep the draft as it is now; False, and nothing changed, where it is gone or its revision
        was not `before` any more."""
        changed = (
            update(drafts)
            .where(drafts.c.id == draft.draft_id, drafts.c.chat_id == draft.chat_id)
            .where(drafts.c.revision == before)
            .values(_row(draft) | {"updated_at": now})
        )
        with writing(self._engine) as connection:
            return bool(connection.execute(changed).rowcount)

    def await_(self, chat_id: int, awaited: Awaited | None) -> bool:
        """Take the next message from this chat for this; False where there is no draft."""
        changed = update(drafts).where(drafts.c.chat_id == chat_id)
        with writing(self._engine) as connection:
            values = {"awaits": asdict(awaited) if awaited else None}
            return bool(connection.execute(changed.values(values)).rowcount)

    def remove(self, chat_id: int, draft_id: int) -> None:
        """Throw a draft away; twice is the same as once."""
        with writing(self._engine) as connection:
            connection.execute(
                delete(drafts).where(drafts.c.id == draft_id, drafts.c.chat_id == chat_id)
            )


def take_agenda_draft(connection: Connection, draft: AgendaDraft) -> bool:
    """The draft goes, within the transaction of what it becomes; False where it was gone, or is
    not what it was."""
    taken = connection.execute(
        delete(drafts)
        .where(drafts.c.id == draft.draft_id, drafts.c.chat_id == draft.chat_id)
        .where(drafts.c.revision == draft.revision)
    )
    return bool(taken.rowcount)


def _row(draft: AgendaDraft) -> dict[str, Any]:
    return {
        "base": draft.base,
        "revision": draft.revision,
        "document": {
            "agenda": to_document(draft.agenda),
            "matches": [asdict(match) for match in draft.matches],
            "overtaken": draft.overtaken,
            "file": to_document(draft.file) if draft.file else None,
            "narrow": to_document(draft.narrow) if draft.narrow else None,
        },
        "sources": [asdict(source) for source in draft.sources],
        "name": draft.name,
        "note": draft.note,
        "awaits": asdict(draft.awaits) if draft.awaits else None,
    }


def _draft(row: RowMapping) -> AgendaDraft:
    document: Mapping[str, Any] = row[drafts.c.document]
    return AgendaDraft(
        draft_id=row[drafts.c.id],
        chat_id=row[drafts.c.chat_id],
        revision=row[drafts.c.revision],
        base=row[drafts.c.base],
        agenda=from_document(document["agenda"]),
        sources=_sources(row[drafts.c.sources]),
        name=row[drafts.c.name],
        note=row[drafts.c.note],
        awaits=_awaited(row[drafts.c.awaits]),
        matches=tuple(Match(**match) for match in document["matches"]),
        overtaken=document["overtaken"],
        file=from_document(document["file"]) if document["file"] else None,
        narrow=from_document(document["narrow"]) if document["narrow"] else None,
    )


def _sources(rows: Sequence[Mapping[str, Any]]) -> tuple[Source, ...]:
    return tuple(Source(**{**row, "kind": SourceKind(row["kind"])}) for row in rows)


def _awaited(row: Mapping[str, Any] | None) -> Awaited | None:
    return Awaited(Wanted(row["wanted"]), row["session_id"]) if row else None
