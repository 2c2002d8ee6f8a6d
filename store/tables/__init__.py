"""The tables. What they hold is the truth; every index and cache is filled from them."""

from store.tables.base import UtcTime, metadata
from store.tables.chats import answer_sources, answers, chats, questions, updates
from store.tables.library import embeddings, files, library, papers, passages, versions
from store.tables.meeting import (
    agendas,
    invitations,
    logistics,
    people,
    role_offers,
    sessions_of_people,
    wrong_codes,
)
from store.tables.outbox import announcement_versions, announcements, copies, deliveries, drafts

__all__ = [
    "UtcTime",
    "agendas",
    "announcement_versions",
    "announcements",
    "answer_sources",
    "answers",
    "chats",
    "copies",
    "deliveries",
    "drafts",
    "embeddings",
    "files",
    "invitations",
    "library",
    "logistics",
    "metadata",
    "papers",
    "passages",
    "people",
    "questions",
    "role_offers",
    "sessions_of_people",
    "updates",
    "versions",
    "wrong_codes",
]
