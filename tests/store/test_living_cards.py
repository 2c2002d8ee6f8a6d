"""Which message shows what: the newest of each in a chat, and from which agenda."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import Engine

from meeting.people import Person
from store.chats import Chats
from store.dialects import writing
from store.living_cards import CardKind, CardRow, LivingCardRows, Shown, outdate_days
from store.people import PeopleRows

PEACE, FUNDING = (Shown(CardKind.SESSION, 1, name) for name in ("peace", "funding"))
MONDAY = Shown(CardKind.DAY, 1, day=date(2008, 2, 11))
TUESDAY = replace(MONDAY, day=date(2008, 2, 12))


@pytest.fixture
def rows(engine: Engine, noon: datetime) -> LivingCardRows:
    chats = Chats(engine)
    for chat_id in (7, 8):
        chats.meet(chat_id, "Ada", "en", noon)
    return LivingCardRows(engine)


def put(rows: LivingCardRows, *cards: tuple[int, int, Shown]) -> tuple[CardRow, ...]:
    made = tuple(CardRow(*card) for card in cards)
    for card in made:
        rows.put(card)
    return made


def test_newest_message_of_each_is_the_one_that_counts(rows: LivingCardRows) -> None:
    put(rows, (7, 1, PEACE), (7, 2, MONDAY), (7, 3, FUNDING), (8, 1, PEACE))
    newer = put(rows, (7, 4, PEACE), (7, 5, TUESDAY))
    assert set(rows.old(9, 99)) == {*newer, CardRow(7, 3, FUNDING), CardRow(8, 1, PEACE)}
    assert [rows.newest(chat, "peace") for chat in (7, 8, 9)] == [4, 1, None]


def test_message_shows_one_thing_at_a_time(rows: LivingCardRows) -> None:
    put(rows, (7, 1, PEACE), (7, 1, MONDAY), (7, 1, FUNDING))
    assert rows.old(9, 99) == (CardRow(7, 1, FUNDING),)
    rows.forget_message(7, 1)
    rows.forget_message(7, 1)
    assert rows.old(9, 99) == ()


def test_forgetting_an_old_message_leaves_the_newer_one(rows: LivingCardRows) -> None:
    old, new = put(rows, (7, 1, PEACE), (7, 2, PEACE))
    rows.forget(old)
    assert rows.get(old) == new
    rows.forget(new)
    assert rows.get(new) is None


def test_old_are_those_below_a_number_and_those_of_a_chat_come_far_apart(
    rows: LivingCardRows,
) -> None:
    current = replace(PEACE, number=2)
    cards = put(
        rows, (7, 1, FUNDING), (8, 1, FUNDING), (7, 2, PEACE), (8, 2, current), (7, 3, MONDAY)
    )
    assert rows.old(2, 99) == (cards[0], cards[1], cards[2], cards[4])
    assert rows.old(2, 2) == cards[:2]


def test_faces_are_told_once_and_passed_over_together(rows: LivingCardRows) -> None:
    put(rows, (7, 1, PEACE), (8, 1, PEACE), (7, 2, MONDAY), (8, 2, TUESDAY))
    assert set(rows.old_faces(2)) == {PEACE, MONDAY, TUESDAY}
    rows.pass_over_faces([PEACE, TUESDAY], 2)
    assert rows.old(2, 99) == (CardRow(7, 2, MONDAY),)


def test_card_that_changed_meanwhile_is_not_settled(rows: LivingCardRows) -> None:
    old, other = put(rows, (7, 1, PEACE), (7, 2, FUNDING))
    put(rows, (7, 3, PEACE))
    rows.settle(old, replace(PEACE, number=2))
    rows.pass_over([old, other], 2)
    assert rows.old(2, 99) == (CardRow(7, 3, PEACE),)


def test_day_of_somebody_is_outdated_each_time_anew(rows: LivingCardRows, engine: Engine) -> None:
    people = PeopleRows(engine)
    people.replace_list([Person("ada", "Ada"), Person("bo", "Bo")])
    ada, bo = (people.by_key(key) for key in ("ada", "bo"))
    assert ada is not None
    assert bo is not None
    people.link(ada.person_id, 7)
    put(rows, (7, 1, MONDAY), (7, 2, PEACE), (8, 1, MONDAY))
    claimed = []
    for _ in range(2):
        with writing(engine) as connection:
            outdate_days(connection, [ada.person_id, bo.person_id])
        claimed += rows.old(1, 99)
    assert claimed == [CardRow(7, 1, replace(MONDAY, number=number)) for number in (0, -1)]
    rows.settle(claimed[0], TUESDAY)  # drawn before the second one
    assert rows.old(1, 99) == (claimed[1],)
    rows.settle(claimed[1], TUESDAY)
    assert rows.old(1, 99) == ()


def test_other_assignments_on_the_list_outdate_the_day(
    rows: LivingCardRows, engine: Engine
) -> None:
    people = PeopleRows(engine)
    people.replace_list([Person("ada", "Ada"), Person("bo", "Bo", sessions=("funding",))])
    for key, chat_id in (("ada", 7), ("bo", 8)):
        row = people.by_key(key)
        assert row is not None
        people.link(row.person_id, chat_id)
    put(rows, (7, 1, MONDAY), (8, 1, MONDAY))
    people.replace_list(
        [Person("ada", "Ada", sessions=("funding",)), Person("bo", "Bo", sessions=("funding",))]
    )
    assert [card.chat_id for card in rows.old(1, 99)] == [7]
