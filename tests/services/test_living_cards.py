"""Which cards are out of date, and what they show then: found from the versions, not from marks."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Engine

from meeting.agenda import Agenda, Session, ordered
from meeting.people import Person
from rehearsal.client import Rehearsal
from rehearsal.server import Addresses
from services.living_cards import AT_ONCE, GOES, Cancelled, LivingCards, OwnDay, showing
from services.session_cards import Card
from services.wiring import Services
from store.living_cards import CardKind, CardRow, LivingCardRows, Shown
from store.people import PeopleRows
from tests.stage import Stage, make_stage
from tests.two_days import ADA, AGENDA, BO, LUNCHTIME, PEACE, POLICE, at

MONDAY, TUESDAY = AGENDA.days()
OF_PEACE = Shown(CardKind.SESSION, 1, "peace")
OF_MONDAY = Shown(CardKind.DAY, 1, day=MONDAY)


def with_sessions(*changed: Session, without: str = "") -> Agenda:
    by_id = {s.session_id: s for s in (*AGENDA.sessions, *changed)}
    by_id.pop(without, None)
    return replace(AGENDA, sessions=ordered(by_id.values()))


MOVED = with_sessions(replace(PEACE, room="nobel"))


@dataclass
class Desk:
    stage: Stage
    rows: LivingCardRows

    @property
    def services(self) -> Services:
        return self.stage.services

    @property
    def engine(self) -> Engine:
        return self.stage.engine

    @property
    def living(self) -> LivingCards:
        return self.services.living

    def again(self) -> LivingCards:
        """What the next run of the bot begins with."""
        of = self.services
        return LivingCards(self.rows, of.agenda, of.my_day, of.sessions, of.people)

    def link(self, chat_id: int, key: str) -> None:
        """Somebody on the list writes from this chat."""
        person_id = self.services.people.by_key(key).person_id
        PeopleRows(self.engine).link(person_id, chat_id)
        self.services.people.meet(chat_id, key, "en")

    def card(self, chat_id: int, message_id: int, shown: Shown) -> CardRow:
        card = CardRow(chat_id, message_id, shown)
        self.rows.put(card)
        return card

    def draw(self, living: LivingCards | None = None) -> list[CardRow]:
        """Everything that is old is drawn."""
        living, drawn = living or self.living, []
        while (card := living.claim()) is not None:
            view = living.view(card)
            assert view is not None
            living.settle(view)
            drawn.append(card)
        return drawn


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    addresses = Addresses("http://127.0.0.1:1/bot", "", "", "7000000001:none")
    nobody = cast("Rehearsal", None)
    stage = make_stage(tmp_path, nobody, addresses, access="invited", clock=LUNCHTIME)
    stage.set_agenda(AGENDA)
    stage.list_people(ADA, BO)
    made = Desk(stage, LivingCardRows(stage.engine))
    made.link(7, ADA.key)
    made.link(8, BO.key)
    return made


def test_only_what_looks_otherwise_is_drawn(desk: Desk) -> None:
    of_police = replace(OF_PEACE, subject="police")
    cards = [desk.card(7, 1, OF_PEACE), desk.card(8, 1, OF_PEACE), desk.card(7, 2, OF_MONDAY)]
    desk.card(7, 3, of_police)
    desk.stage.set_agenda(MOVED)
    assert desk.draw() == cards
    assert desk.rows.old(2, 99) == ()


def test_change_is_drawn_for_those_in_whose_day_it_is(desk: Desk) -> None:
    """Ada is in another one of the parallel sessions, Bo in none of them yet."""
    desk.card(7, 1, OF_MONDAY)
    card = desk.card(8, 1, OF_MONDAY)
    desk.stage.set_agenda(with_sessions(replace(POLICE, room="fram")))
    assert desk.draw() == [card]
    assert desk.rows.old(2, 99) == ()


def test_versions_in_between_are_passed_over(desk: Desk) -> None:
    desk.card(7, 1, OF_PEACE)
    desk.stage.set_agenda(MOVED)
    desk.stage.set_agenda(AGENDA)
    assert desk.draw() == []


def test_card_that_was_claimed_and_not_settled_is_old_still(desk: Desk) -> None:
    card = desk.card(7, 1, OF_PEACE)
    desk.stage.set_agenda(MOVED)
    assert desk.living.claim() == card
    assert desk.draw(desk.again()) == [card]


def test_card_settled_from_an_older_agenda_is_old_again(desk: Desk) -> None:
    desk.card(7, 1, OF_PEACE)
    desk.stage.set_agenda(MOVED)
    card = desk.living.claim()
    assert card is not None
    view = desk.living.view(card)
    assert view is not None
    desk.stage.set_agenda(with_sessions(replace(PEACE, room="munch")))
    desk.living.settle(view)
    assert desk.living.claim() == replace(card, shown=replace(OF_PEACE, number=2))


def test_cards_left_for_later_are_not_claimed(desk: Desk) -> None:
    first, second = desk.card(7, 1, OF_PEACE), desk.card(8, 1, OF_PEACE)
    desk.stage.set_agenda(MOVED)
    assert desk.living.claim({first}) == second
    assert desk.living.claim({first, second}) is None
    assert desk.living.claim() == first


def test_card_whose_message_became_something_else_is_not_drawn(desk: Desk) -> None:
    desk.card(7, 1, OF_PEACE)
    desk.stage.set_agenda(MOVED)
    card = desk.living.claim()
    assert card is not None
    desk.card(7, 1, OF_MONDAY)
    assert desk.living.view(card) is None
    assert desk.rows.old(9, 99) == (CardRow(7, 1, OF_MONDAY),)


def contents(desk: Desk) -> list[Card | Cancelled | OwnDay]:
    found = []
    while (card := desk.living.claim()) is not None:
        view = desk.living.view(card)
        if view is not None:
            desk.living.settle(view)
            found.append(view.content)
    return found


def test_cancelled_session_is_told_as_the_card_showed_it(desk: Desk) -> None:
    desk.card(7, 1, OF_PEACE)
    desk.stage.set_agenda(MOVED)
    desk.stage.set_agenda(with_sessions(without="peace"))
    (cancelled,) = contents(desk)
    assert isinstance(cancelled, Cancelled)
    assert (cancelled.session, cancelled.room) == (PEACE, "Fram")
    desk.stage.set_agenda(with_sessions(replace(POLICE, room="fram"), without="peace"))
    assert contents(desk) == []


def test_day_that_is_gone_becomes_the_one_to_show(desk: Desk) -> None:
    desk.card(7, 1, replace(OF_MONDAY, day=TUESDAY))
    desk.stage.set_agenda(with_sessions(without="closing"))
    (day,) = contents(desk)
    assert isinstance(day, OwnDay)
    assert (day.on, showing(day)) == (MONDAY, Shown(CardKind.DAY, 2, day=MONDAY))
    assert desk.rows.old(9, 99) == (CardRow(7, 1, Shown(CardKind.DAY, 2, day=MONDAY)),)


def test_day_is_let_go_where_nothing_is_left_of_the_meeting(desk: Desk) -> None:
    desk.card(7, 1, OF_MONDAY)
    desk.stage.set_agenda(replace(AGENDA, sessions=()))
    (day,) = contents(desk)
    assert isinstance(day, OwnDay)
    assert (day.on, day.programme.is_there) == (None, False)
    assert desk.rows.old(9, 99) == ()


def test_more_cards_than_are_looked_at_in_one_go_are_all_found(desk: Desk) -> None:
    count = AT_ONCE * (GOES + 1)
    people = [Person(f"p{n}", f"P{n}", sessions=("funding",)) for n in range(count)]
    desk.stage.list_people(BO, *people)
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE people SET chat_id = 1000 + id WHERE key LIKE 'p%'")
        connection.exec_driver_sql(
            "INSERT INTO chats (chat_id, name, first_seen, last_seen) "
            "SELECT chat_id, name, '2008-02-11', '2008-02-11' FROM people WHERE key LIKE 'p%'"
        )
        connection.exec_driver_sql(
            "INSERT INTO living_cards (chat_id, kind, subject, message_id, day, number) "
            "SELECT chat_id, 'day', '', 1, '2008-02-11', 1 FROM people WHERE key LIKE 'p%'"
        )
    last = desk.card(8, 1, replace(OF_PEACE, subject="police"))
    desk.stage.set_agenda(with_sessions(replace(POLICE, room="fram")))
    assert desk.draw() == [last]
    while desk.rows.old(2, 1):  # none of these days has the session
        assert desk.draw() == []


def test_what_is_over_makes_no_day_old(desk: Desk) -> None:
    desk.card(7, 1, OF_MONDAY)
    early = replace(PEACE, session_id="early", starts=at(11, "08:00"), ends=at(11, "09:00"))
    desk.stage.set_agenda(with_sessions(early))
    assert desk.draw() == []
