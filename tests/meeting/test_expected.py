"""How many people will come, each once."""

from dataclasses import replace

from meeting.concerned import Attendee
from meeting.expected import expected
from tests.two_days import AGENDA


def attendee(number: int, key: str, assigned: str = "", following: str = "") -> Attendee:
    return Attendee(number, key, frozenset(assigned.split()), frozenset(following.split()))


def test_session_for_everybody_expects_all_and_a_parallel_one_its_own() -> None:
    people = [
        attendee(1, "ada@example.org", assigned="funding"),
        attendee(2, "bo", following="funding police"),
        attendee(3, "cleo", assigned="funding", following="funding"),
        attendee(4, "dan"),
    ]
    assert expected(AGENDA, people) == {
        "lunch": 4, "peace": 4, "funding": 3, "police": 1, "dinner": 4, "closing": 4,
    }  # fmt: skip


def test_those_with_a_part_are_counted_once_on_a_list_or_not() -> None:
    funding = AGENDA.session("funding")
    assert funding is not None
    crowded = replace(funding, chairs=("BO",), speakers=("Cato Berg", "bo"), rapporteurs=("eli",))
    sessions = tuple(crowded if s is funding else s for s in AGENDA.sessions)
    people = [attendee(2, "bo", assigned="funding")]
    assert expected(replace(AGENDA, sessions=sessions), people)["funding"] == 3


def test_session_that_somebody_follows_and_that_is_gone_is_not_counted() -> None:
    assert "opening" not in expected(AGENDA, [attendee(1, "ada", following="opening")])
