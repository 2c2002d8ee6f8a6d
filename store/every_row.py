"""Every kind of row in one place, all on one engine."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy import Engine

from store.agendas import Agendas
from store.announcements import AnnouncementRows
from store.candidates import Candidates
from store.chats import Chats
from store.deliveries import DeliveryRows
from store.drafts import DraftRows
from store.embeddings import Embeddings
from store.invitations import InvitationRows
from store.logistics import Logistics
from store.papers import Papers
from store.people import PeopleRows
from store.questions import Questions
from store.reports import Reports
from store.role_offers import RoleOffers
from store.updates import Updates


@dataclass(frozen=True, slots=True)
class Rows:
    """What the services are built on."""

    agendas: Agendas
    announcements: AnnouncementRows
    candidates: Candidates
    chats: Chats
    deliveries: DeliveryRows
    drafts: DraftRows
    embeddings: Embeddings
    invitations: InvitationRows
    logistics: Logistics
    papers: Papers
    people: PeopleRows
    questions: Questions
    reports: Reports
    role_offers: RoleOffers
    updates: Updates

    @classmethod
    def on(cls, engine: Engine) -> Self:
        """All of them; the store is up to date already."""
        return cls(
            agendas=Agendas(engine),
            announcements=AnnouncementRows(engine),
            candidates=Candidates(engine),
            chats=Chats(engine),
            deliveries=DeliveryRows(engine),
            drafts=DraftRows(engine),
            embeddings=Embeddings(engine),
            invitations=InvitationRows(engine),
            logistics=Logistics(engine),
            papers=Papers(engine),
            people=PeopleRows(engine),
            questions=Questions(engine),
            reports=Reports(engine),
            role_offers=RoleOffers(engine),
            updates=Updates(engine),
        )
