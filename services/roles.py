"""Roles given and taken: at once, but for an organiser's, which the person has to accept."""

from dataclasses import dataclass
from datetime import timedelta

from meeting.clock import Clock
from meeting.people import Participant, Role
from services.errors import LastOrganiser, NotOpened, OfferVoid, OwnLinkFirst
from services.people import Listed, People
from store.people import PeopleRows
from store.role_offers import RoleOffer, RoleOffers

OFFER_LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Made:
    """Somebody as they are now. `offered`: they were asked, and have the role once they accept;
    `changed`: they have another role than before."""

    person: Listed
    offered: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """Who has answered an offer, as they are now, and the organiser to tell, if there is a chat."""

    person: Listed
    organiser: Participant | None


class Roles:
    def __init__(self, rows: PeopleRows, offers: RoleOffers, people: People, clock: Clock) -> None:
        self._rows = rows
        self._offers = offers
        self._people = people
        self._clock = clock

    def set(self, key: str, role: Role) -> Listed:
        """Give a role at once, as the terminal does; raises UnknownKey and LastOrganiser."""
        return self._give(self._people.by_key(key).person_id, role)

    def make(self, organiser: Participant, person_id: int, role: Role) -> Made:
        """Give a role, or offer it where it is the organiser's.

        Raises NotThere, LastOrganiser, NotOpened, and OwnLinkFirst for an organiser who is not
        on the list.
        """
        person = self._people.one(person_id)
        if role != Role.ORGANISER or person.role == role:
            changed = person.role != role
            return Made(self._give(person_id, role), offered=False, changed=changed)
        if organiser.person_id is None:
            raise OwnLinkFirst("an offer needs somebody on the list who makes it")
        if self._people.reach(person_id) is None:
            raise NotOpened("there is no chat to ask in")
        self._offers.put(RoleOffer(person_id, role, organiser.person_id, self._clock.now()))
        return Made(person, offered=True, changed=False)

    def accept(self, person: Participant) -> Answered:
        """Take what was offered; raises OfferVoid where it no longer stands."""
        offer = self._offer(person)
        if not self._stands(offer) or not self._offers.accept(offer):
            raise OfferVoid("the offer no longer stands")
        return self._answered(offer)

    def decline(self, person: Participant) -> Answered:
        """End what was offered; raises OfferVoid where nothing was."""
        offer = self._offer(person)
        self._offers.remove(offer.person_id)
        return self._answered(offer)

    def _answered(self, offer: RoleOffer) -> Answered:
        person = self._people.one(offer.person_id)
        return Answered(person, self._people.reach(offer.offered_by))

    def _offer(self, person: Participant) -> RoleOffer:
        offer = None if person.person_id is None else self._offers.get(person.person_id)
        if offer is None:
            raise OfferVoid("nothing is offered")
        return offer

    def _stands(self, offer: RoleOffer) -> bool:
        row = self._rows.by_id(offer.offered_by)
        by_organiser = row is not None and row.listed and row.person.role == Role.ORGANISER
        return by_organiser and self._clock.now() - offer.offered_at <= OFFER_LASTS

    def _give(self, person_id: int, role: Role) -> Listed:
        if not self._rows.set_role(person_id, role):
            raise LastOrganiser
        self._offers.remove(person_id)  # what was decided later holds
        return self._people.one(person_id)
