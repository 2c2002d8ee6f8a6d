"""The tables. What they hold is the truth; every index and cache is filled from them."""

from store.tables.base import UtcTime, metadata
from store.tables.changes import agenda_drafts, living_cards, notices, recalled, reminders
from store.tables.chats import answer_sources, answers, chats, questions, updates
from store.tables.groups import blocks, group_proposals, wishes
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
    "agenda_drafts",
    "agendas",
    "announcement_versions",
    "announcements",
    "answer_sources",
    "answers",
    "blocks",
    "chats",
    "copies",
    "deliveries",
    "drafts",
    "embeddings",
    "files",
    "group_proposals",
    "invitations",
    "library",
    "living_cards",
    "logistics",
    "metadata",
    "notices",
    "papers",
    "passages",
    "people",
    "questions",
    "recalled",
    "reminders",
    "role_offers",
    "sessions_of_people",
    "updates",
    "versions",
    "wishes",
    "wrong_codes",
]
