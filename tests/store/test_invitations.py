"""A code is redeemed once, by one chat; wrong ones are remembered, and a locked chat waits."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from meeting.invitations import LOCK, locked_until
from meeting.people import Person
from store.invitations import InvitationRows, Redeemed
from store.people import PeopleRows

ANNA, BO = Person("anna", "Anna Lind"), Person("bo", "Bo Ek")
DAY = timedelta(days=1)


class Door:
    """Anna and Bo on the list, and chats that try codes at a moment."""

    def __init__(self, engine: Engine, now: datetime) -> None:
        self.rows, self.people, self.now = InvitationRows(engine), PeopleRows(engine), now
        self.people.replace_list([ANNA, BO])
        self.anna, self.bo = self.number("anna"), self.number("bo")

    def number(self, key: str) -> int:
        row = self.people.by_key(key)
        assert row is not None
        return row.person_id

    def issue(self, person_id: int, code: str, days: int = 60) -> None:
        self.rows.issue({person_id: code}, self.now, self.now + timedelta(days=days))

    def try_code(self, code: str, chat_id: int, later: timedelta = timedelta()) -> Redeemed | None:
        now = self.now + later
        return self.rows.redeem(code, chat_id, now, locked_until, now - 2 * LOCK)

    def chat_of(self, person_id: int) -> int | None:
        row = self.people.by_id(person_id)
        assert row is not None
        return row.chat_id


@pytest.fixture
def door(engine: Engine, noon: datetime) -> Door:
    return Door(engine, noon)


def test_code_links_its_person_once(door: Door) -> None:
    door.issue(door.anna, "a")
    tries = [door.try_code("a", 7), door.try_code("a", 8), door.try_code("a", 7)]
    assert tries == [Redeemed(door.anna, None), None, None]
    assert (door.chat_of(door.anna), door.chat_of(door.bo)) == (7, None)


def test_fifty_chats_race_for_one_code_and_one_wins(door: Door) -> None:
    door.issue(door.anna, "a")
    with ThreadPoolExecutor(50) as chats:
        results = list(chats.map(lambda chat_id: door.try_code("a", chat_id), range(1, 51)))
    winners = [chat_id for chat_id, result in enumerate(results, 1) if result is not None]
    assert len(winners) == 1
    assert door.chat_of(door.anna) == winners[0]
    missed = [len(door.rows.wrong(chat_id, door.now - DAY)) for chat_id in range(1, 51)]
    assert missed == [0 if chat_id == winners[0] else 1 for chat_id in range(1, 51)]


def test_new_code_makes_the_earlier_unredeemed_one_void(door: Door) -> None:
    door.issue(door.anna, "first")
    door.issue(door.bo, "bo")
    door.issue(door.anna, "second")
    tries = [door.try_code("first", 7), door.try_code("second", 7), door.try_code("bo", 8)]
    assert tries == [None, Redeemed(door.anna, None), Redeemed(door.bo, None)]


def test_reissued_code_moves_the_person_and_names_the_chat_they_left(door: Door) -> None:
    door.issue(door.anna, "first")
    door.try_code("first", 7)
    door.issue(door.anna, "second")
    assert door.try_code("second", 8) == Redeemed(door.anna, 7)
    assert door.people.by_chat(7) is None
    assert door.try_code("first", 7) is None


def test_code_ends_at_its_moment(door: Door) -> None:
    door.issue(door.anna, "a", days=1)
    assert door.try_code("a", 7, DAY) is None
    assert door.rows.person_of("a", door.now + DAY) is None
    assert door.try_code("a", 8, DAY - timedelta(seconds=1)) == Redeemed(door.anna, None)


def test_code_of_somebody_off_the_list_is_wrong(door: Door) -> None:
    door.issue(door.anna, "a")
    door.people.replace_list([BO])
    assert door.try_code("a", 7) is None


def test_chat_of_somebody_off_the_list_can_become_somebody_else(door: Door) -> None:
    door.issue(door.anna, "a")
    door.try_code("a", 7)
    door.people.replace_list([BO])
    door.issue(door.bo, "b")
    assert door.try_code("b", 7) == Redeemed(door.bo, None)
    assert (door.chat_of(door.anna), door.chat_of(door.bo)) == (None, 7)


def test_right_code_of_a_locked_chat_is_not_used_up(door: Door) -> None:
    door.issue(door.anna, "a")
    for number in range(5):
        assert door.try_code(f"wrong {number}", 7) is None
    assert door.try_code("a", 7) is None
    assert door.try_code("more", 7, LOCK / 2) is None
    assert len(door.rows.wrong(7, door.now - DAY)) == 5
    assert door.rows.person_of("a", door.now) == door.anna
    assert door.try_code("a", 7, LOCK) == Redeemed(door.anna, None)


def test_wrong_codes_are_forgotten_in_time(door: Door) -> None:
    door.try_code("wrong", 7)
    door.try_code("wrong", 7, DAY)
    door.rows.prune(door.now + DAY)
    assert door.rows.wrong(7, door.now - DAY) == (door.now + DAY,)
