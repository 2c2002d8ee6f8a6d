"""A role that was offered waits for its person, once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from meeting.people import Person, Role
from store.people import PeopleRows
from store.role_offers import RoleOffer, RoleOffers


@pytest.fixture
def people(engine: Engine) -> PeopleRows:
    rows = PeopleRows(engine)
    rows.replace_list([Person("anna", "Anna", role=Role.ORGANISER), Person("bo", "Bo")])
    return rows


def number(people: PeopleRows, key: str) -> int:
    row = people.by_key(key)
    assert row is not None
    return row.person_id


def role(people: PeopleRows, key: str) -> Role | None:
    row = people.by_key(key)
    return row.person.role if row else None


def test_newest_offer_is_the_one_that_stands(
    engine: Engine, people: PeopleRows, noon: datetime
) -> None:
    offers, bo, anna = RoleOffers(engine), number(people, "bo"), number(people, "anna")
    first = RoleOffer(bo, Role.ORGANISER, anna, noon)
    second = RoleOffer(bo, Role.ORGANISER, anna, noon + timedelta(hours=1))
    offers.put(first)
    offers.put(second)
    assert (offers.get(bo), offers.get(anna)) == (second, None)
    assert (offers.accept(first), role(people, "bo")) == (False, Role.PARTICIPANT)
    assert (offers.accept(second), role(people, "bo")) == (True, Role.ORGANISER)
    assert (offers.accept(second), offers.get(bo)) == (False, None)


def test_offer_that_is_removed_gives_nothing(
    engine: Engine, people: PeopleRows, noon: datetime
) -> None:
    offers, bo = RoleOffers(engine), number(people, "bo")
    offer = RoleOffer(bo, Role.ORGANISER, number(people, "anna"), noon)
    offers.put(offer)
    assert [offers.remove(bo), offers.remove(bo)] == [True, False]
    assert (offers.accept(offer), role(people, "bo")) == (False, Role.PARTICIPANT)
