"""What people are writing and have not sent yet: one draft for each chat."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, RowMapping, Select, delete, insert, select, update

from meeting.delivery import Urgency
from meeting.drafts import Awaited, Draft
from store.announcement_document import (
    audience_from_document,
    audience_to_document,
    message_from_document,
    message_to_document,
)
from store.dialects import reading, writing
from store.tables import drafts


class DraftRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of_chat(self, chat_id: int) -> Draft | None:
        """The draft in this chat."""
        return self._one(select(drafts).where(drafts.c.chat_id == chat_id))

    def awaits(self, chat_id: int) -> bool:
        """Whether a draft waits for the next message from this chat; one look at one row."""
        wanted = select(drafts.c.document).where(drafts.c.chat_id == chat_id)
        with reading(self._engine) as connection:
            document = connection.execute(wanted).scalar()
        return document is not None and document["awaited"] is not None

    def put(self, draft: Draft, now: datetime) -> Draft:
        """Begin this draft, in place of the one in its chat; it gets a number of its own."""
        row = {"chat_id": draft.chat_id, "document": _document(draft), "updated_at": now}
        with writing(self._engine) as connection:
            connection.execute(delete(drafts).where(drafts.c.chat_id == draft.chat_id))
            added = connection.execute(insert(drafts).values(row).returning(drafts))
            return _draft(added.mappings().one())

    def change(self, draft: Draft, now: datetime) -> bool:
        """Keep the draft as it is now; False where it is gone."""
        changed = (
            update(drafts)
            .where(drafts.c.id == draft.draft_id, drafts.c.chat_id == draft.chat_id)
            .values(document=_document(draft), updated_at=now)
        )
        with writing(self._engine) as connection:
            return bool(connection.execute(changed).rowcount)

    def remove(self, chat_id: int, draft_id: int) -> None:
        """Throw a draft away; twice is the same as once."""
        with writing(self._engine) as connection:
            connection.execute(
                delete(drafts).where(drafts.c.id == draft_id, drafts.c.chat_id == chat_id)
            )

    def _one(self, query: Select[*tuple[object, ...]]) -> Draft | None:
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
        return _draft(row) if row else None


def _document(draft: Draft) -> dict[str, Any]:
    return {
        "message": message_to_document(draft.message) if draft.message else None,
        "audience": audience_to_document(draft.audience),
        "audience_is_chosen": draft.audience_is_chosen,
        "urgency": draft.urgency,
        "awaited": draft.awaited,
        "language": draft.language,
        "corrects": draft.corrects,
    }


def _draft(row: RowMapping) -> Draft:
    document: Mapping[str, Any] = row[drafts.c.document]
    message, awaited = document["message"], document["awaited"]
    return Draft(
        draft_id=row[drafts.c.id],
        chat_id=row[drafts.c.chat_id],
        message=message_from_document(message) if message else None,
        audience=audience_from_document(document["audience"]),
        urgency=Urgency(document["urgency"]),
        awaited=Awaited(awaited) if awaited else None,
        language=document["language"],
        corrects=document["corrects"],
        audience_is_chosen=document["audience_is_chosen"],
    )
