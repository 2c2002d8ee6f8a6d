"""Links let people in, guessing does not; who guesses is locked, and organisers hear of it."""

import secrets
from datetime import timedelta
from pathlib import Path

import pytest

from services.invitations import Opening
from tests.services.doorway import NOON, Doorway

WRONG = "A" * 22


@pytest.fixture
def door(tmp_path: Path) -> Doorway:
    return Doorway(tmp_path)


def test_links_go_to_everybody_who_has_not_opened_the_bot(door: Doorway) -> None:
    door.enter("bo", 8)
    made = door.invitations.issue_to_all()
    assert [each.to.person.key for each in made] == ["anna", "eva"]
    assert {each.expires_at for each in made} == {NOON + timedelta(days=60)}
    assert made[0].link("MeetingBot") == f"https://t.me/MeetingBot?start={made[0].code}"
    assert [len(each.code) for each in made] == [22, 22]
    assert made[0].code != made[1].code


def test_code_is_kept_nowhere(door: Doorway) -> None:
    code = door.code("bo")
    door.invitations.open(8, code)
    assert code.encode() not in b"".join(p.read_bytes() for p in door.folder.iterdir())


def test_right_code_lets_its_person_in(door: Doorway) -> None:
    assert not door.is_in(8)
    person = door.enter("bo", 8)
    assert (person.person_id, person.listed_language) == (door.listed("bo").person_id, None)


@pytest.mark.parametrize(
    "code", ["", "help", WRONG, "'; drop table people; --", "é" * 22, "\ud800"]
)
def test_wrong_code_lets_nobody_in(door: Doorway, code: str) -> None:
    assert door.invitations.open(8, code) == Opening()
    assert not door.is_in(8)


def test_new_link_moves_the_person_and_makes_the_old_chat_a_stranger(door: Doorway) -> None:
    door.enter("bo", 8)
    assert door.invitations.open(9, door.code("bo")) == Opening(left_chat=8)
    assert (door.is_in(8), door.is_in(9)) == (False, True)


def test_chat_that_is_somebodys_stays_theirs(door: Doorway) -> None:
    bo = door.enter("bo", 8)
    evas = door.code("eva")
    assert door.invitations.open(8, evas) == Opening()
    person = door.people.meet(8, "Bo", "en")
    assert person == bo
    door.invitations.open(9, evas)  # it was not used up
    assert door.is_in(9)


def test_link_ends_after_its_days(door: Doorway) -> None:
    code = door.code("bo")
    door.clock.move(days=60)
    door.invitations.open(8, code)
    assert not door.is_in(8)


def test_five_wrong_codes_lock_a_chat_for_an_hour_and_use_nothing_up(door: Doorway) -> None:
    code = door.code("bo")
    for _ in range(5):
        door.invitations.open(8, WRONG)
    door.clock.move(minutes=59)
    door.invitations.open(8, code)
    assert not door.is_in(8)
    door.clock.move(minutes=1)
    door.invitations.open(8, code)
    assert door.is_in(8)


def test_lock_outlives_a_restart(door: Doorway) -> None:
    code = door.code("bo")
    for _ in range(5):
        door.invitations.open(8, WRONG)
    again = Doorway(door.folder)
    again.invitations.open(8, code)
    assert not again.is_in(8)


def test_nobody_is_locked_out_by_the_misses_of_others(door: Doorway) -> None:
    code = door.code("bo")
    for chat_id in range(100, 200):
        door.invitations.open(chat_id, WRONG)
    door.invitations.open(8, code)
    assert door.is_in(8)


def test_alarm_is_given_once_an_hour(door: Doorway) -> None:
    alarms = []
    for number in range(200):  # one miss a minute, each from another chat
        if door.invitations.open(1000 + number, WRONG).alarm:
            alarms.append(number)
        door.clock.move(minutes=1)
    assert alarms == [19, 79, 139, 199]


def test_few_misses_are_no_alarm(door: Doorway) -> None:
    openings = []
    for number in range(40):
        openings.append(door.invitations.open(1000 + number, WRONG))
        door.clock.move(minutes=4)
    assert set(openings) == {Opening()}


def test_hundred_thousand_random_codes_let_nobody_in_and_lock_the_chats(door: Doorway) -> None:
    door.invitations.issue_to_all()
    chats = range(100, 200)
    for number in range(100_000):
        door.invitations.open(chats[number % len(chats)], secrets.token_urlsafe(16))
    assert [chat_id for chat_id in chats if door.is_in(chat_id)] == []
    right = door.code("bo")
    for chat_id in chats:
        door.invitations.open(chat_id, right)
    assert [chat_id for chat_id in chats if door.is_in(chat_id)] == []
    door.invitations.open(8, right)
    assert door.is_in(8)


def test_prune_forgets_locks_that_have_ended(door: Doorway) -> None:
    for _ in range(5):
        door.invitations.open(8, WRONG)
    door.clock.move(days=2)
    door.invitations.prune()
    code = door.code("bo")
    door.invitations.open(8, code)
    assert door.is_in(8)
