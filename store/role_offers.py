"""Roles that were offered and wait for a yes; one for each person, the newest."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, select, update

from meeting.people import Role
from store.dialects import insert, reading, writing
from store.tables import people, role_offers


@dataclass(frozen=True, slots=True)
class RoleOffer:
    """`offered_by` is the person id of the organiser; the time is UTC."""

    person_id: int
    role: Role
    offered_by: int
    offered_at: datetime


class RoleOffers:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def put(self, offer: RoleOffer) -> None:
        """Offer a role; an earlier offer to the same person is gone."""
        said = {
            "role": offer.role,
            "offered_by": offer.offered_by,
            "offered_at": offer.offered_at,
        }
        with writing(self._engine) as connection:
            connection.execute(
                insert(connection, role_offers)
                .values(person_id=offer.person_id, **said)
                .on_conflict_do_update(index_elements=[role_offers.c.person_id], set_=said)
            )

    def get(self, person_id: int) -> RoleOffer | None:
        """What is offered to somebody."""
        with reading(self._engine) as connection:
            found = connection.execute(
                select(role_offers).where(role_offers.c.person_id == person_id)
            )
            row = found.one_or_none()
        if row is None:
            return None
        return RoleOffer(row.person_id, Role(row.role), row.offered_by, row.offered_at)

    def accept(self, offer: RoleOffer) -> bool:
        """Give the role and end the offer, both or neither; False where it is no longer there."""
        with writing(self._engine) as connection:
            taken = connection.execute(
                delete(role_offers).where(
                    role_offers.c.person_id == offer.person_id,
                    role_offers.c.offered_at == offer.offered_at,
                )
            )
            if not taken.rowcount:
                return False
            connection.execute(
                update(people).where(people.c.id == offer.person_id).values(role=offer.role)
            )
            return True

    def remove(self, person_id: int) -> bool:
        """End what is offered to somebody; False where nothing was."""
        with writing(self._engine) as connection:
            gone = connection.execute(
                delete(role_offers).where(role_offers.c.person_id == person_id)
            )
            return bool(gone.rowcount)
