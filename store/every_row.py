"""Every kind of row in one place, all on one engine."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy import Engine

from store.agenda_drafts import AgendaDraftRows
from store.agendas import Agendas
from store.announcements import AnnouncementRows
from store.candidates import Candidates
from store.chats import Chats
from store.deliveries import DeliveryRows
from store.drafts import DraftRows
from store.embeddings import Embeddings
from store.group_release import GroupReleases
from store.groups import GroupRows
from store.invitations import InvitationRows
from store.living_cards import LivingCardRows
from store.logistics import Logistics
from store.notices import Notices
from store.papers import Papers
from store.people import PeopleRows
from store.questions import Questions
from store.recalls import Recalls
from store.releases import ReleaseRows
from store.reminders import ReminderRows
from store.reports import Reports
from store.role_offers import RoleOffers
from store.shelves import Shelves
from store.updates import Updates
from store.wishes import WishRows


@dataclass(frozen=True, slots=True)
class Rows:
    """What the services are built on."""

    agenda_drafts: AgendaDraftRows
    agendas: Agendas
    announcements: AnnouncementRows
    candidates: Candidates
    chats: Chats
    deliveries: DeliveryRows
    drafts: DraftRows
    embeddings: Embeddings
    group_releases: GroupReleases
    groups: GroupRows
    invitations: InvitationRows
    living_cards: LivingCardRows
    logistics: Logistics
    notices: Notices
    papers: Papers
    people: PeopleRows
    questions: Questions
    recalls: Recalls
    releases: ReleaseRows
    reminders: ReminderRows
    reports: Reports
    role_offers: RoleOffers
    shelves: Shelves
    updates: Updates
    wishes: WishRows

    @classmethod
    def on(cls, engine: Engine) -> Self:
        """All of them; the store is up to date already."""
        return cls(
            agenda_drafts=AgendaDraftRows(engine),
            agendas=Agendas(engine),
            announcements=AnnouncementRows(engine),
            candidates=Candidates(engine),
            chats=Chats(engine),
            deliveries=DeliveryRows(engine),
            drafts=DraftRows(engine),
            embeddings=Embeddings(engine),
            group_releases=GroupReleases(engine),
            groups=GroupRows(engine),
            invitations=InvitationRows(engine),
            living_cards=LivingCardRows(engine),
            logistics=Logistics(engine),
            notices=Notices(engine),
            papers=Papers(engine),
            people=PeopleRows(engine),
            questions=Questions(engine),
            recalls=Recalls(engine),
            releases=ReleaseRows(engine),
            reminders=ReminderRows(engine),
            reports=Reports(engine),
            role_offers=RoleOffers(engine),
            shelves=Shelves(engine),
            updates=Updates(engine),
            wishes=WishRows(engine),
        )
